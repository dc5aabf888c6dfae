"""The list of consultations and one consultation, by clicks and keys, on a real register."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import agendas, consultations
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnUse,
)
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.consultation_steps import (
    CancelDialog,
    HeldDialog,
    PostponeDialog,
    StepDialog,
    TurnDialog,
)
from consultations_gui.ui.models.consultation_list import Column
from consultations_gui.ui.places import NEW
from consultations_gui.ui.views.consultation import ConsultationView
from consultations_gui.ui.views.consultations import ConsultationsView
from tests.gui.rounds.conftest import Open, Room
from tests.ui.names import unnamed
from tests.ui.sample import ROUND

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def listed(room: Room) -> ConsultationsView:
    room.desk.go("consultations")
    view = room.window.stage.view
    assert isinstance(view, ConsultationsView)
    view.table.setFocus()
    return view


def one(room: Room, id: str) -> Consultation:
    return consultations.show(room.ctx, id)


def choose(view: ConsultationsView, id: str) -> None:
    view.table.choose(view.model.row_of(id))


def act(view: ConsultationsView, text: str) -> None:
    button = next(b for b in view.findChildren(QToolButton) if b.text() == text)
    assert button.isEnabled()
    button.click()


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


# --- the list -----------------------------------------------------------------------------------


def test_the_nearest_one_to_come_is_chosen_and_its_agenda_told(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    row = listed.table.row
    assert listed.model.rows[row].id == ROUND
    cell = listed.model.index(row, Column.AGENDA)
    qtbot.waitUntil(lambda: cell.data() == "draft, zh\u00a09/9, ru\u00a07/9")
    assert listed.heading().note == "5 consultations"


def test_enter_opens_one_and_the_crumb_leads_back(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    qtbot.keyClick(listed.table, Key.Key_Return)
    assert room.window.stage.current == "consultation"
    assert room.window.header.title.text() == "Third round"
    room.desk.go("consultations")
    qtbot.mouseClick(listed.agenda_button, LEFT)
    assert room.window.stage.current == "agenda"


def test_filters_by_status_and_kind(room: Room, listed: ConsultationsView) -> None:
    pick(listed.status, "ahead")
    assert [c.id for c in listed.model.rows] == ["R3", "X1", "R4"]
    pick(listed.kind, "extraordinary")
    assert [c.id for c in listed.model.rows] == ["X1"]
    pick(listed.status, "held")
    assert listed.model.rowCount() == 0
    assert not listed.open_button.isEnabled()
    pick(listed.kind, "")
    assert [c.id for c in listed.model.rows] == ["R1", "R2"]


@pytest.mark.parametrize("text", ["Гуанчжоу", "广州", "第二轮", "2-й", "r2"])
def test_it_is_searched_in_both_languages(room: Room, listed: ConsultationsView, text: str) -> None:
    room.window.show_find()
    room.window.findbar.field.setText(text)
    if text == "2-й":
        assert room.window.findbar.count.text() == "Nothing found"
    else:
        assert listed.model.rows[listed.table.row].id == "R2"


def test_a_round_is_confirmed_and_that_can_be_taken_back(
    room: Room, listed: ConsultationsView
) -> None:
    choose(listed, "R4")
    act(listed, "Put the dates on offer")
    assert one(room, "R4").status is Status.TENTATIVE
    assert room.last == "Fourth round: tentative"
    choose(listed, "R4")
    act(listed, "Confirm")
    assert one(room, "R4").status is Status.CONFIRMED
    assert listed.model.rows[listed.table.row].id == "R4"
    room.take_offer()
    assert one(room, "R4").status is Status.TENTATIVE


def test_postponing_keeps_what_was_typed_wrong(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    choose(listed, ROUND)
    act(listed, "Postpone…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, PostponeDialog)
    dialog.dates.start.line.setText("2027-02-30")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert "2027-02-30" in dialog.wrong.text()
    room.desk.language.choose(Language.ZH)
    assert dialog.dates.start.line.text() == "2027-02-30"
    dialog.dates.start.line.setText("2027年5月18日")
    dialog.reason.setText("日程冲突")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    moved = one(room, ROUND)
    assert moved.status is Status.POSTPONED
    assert moved.dates == Dates(date(2027, 5, 18), date(2027, 5, 18))
    assert moved.reason == "日程冲突"
    assert room.last == "第三轮：已推迟"


def test_until_further_notice(room: Room, listed: ConsultationsView, qtbot: QtBot) -> None:
    choose(listed, ROUND)
    act(listed, "Postpone…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, PostponeDialog)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert one(room, ROUND).dates is None


def test_cancelling_says_what_follows(room: Room, listed: ConsultationsView, qtbot: QtBot) -> None:
    choose(listed, "X1")
    act(listed, "Cancel…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, CancelDialog)
    assert dialog.cancel_button.text() == "Leave it as it is"
    dialog.reason.setText("no need")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert (one(room, "X1").status, one(room, "X1").reason) == (Status.CANCELLED, "no need")
    choose(listed, "X1")
    buttons = {b.text(): b for b in listed.findChildren(QToolButton)}
    assert not buttons["Confirm"].isEnabled()


def test_a_dialog_can_be_left(room: Room, listed: ConsultationsView, qtbot: QtBot) -> None:
    choose(listed, "X1")
    act(listed, "Cancel…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, StepDialog)
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert one(room, "X1").status is Status.PLANNED
    assert listed.acts.dialog is None


def test_held_on_other_days(room: Room, listed: ConsultationsView, qtbot: QtBot) -> None:
    november = Dates(date(2026, 11, 16), date(2026, 11, 17))
    made = consultations.add(room.ctx, NewConsultation(Kind.EXTRAORDINARY, november))
    room.desk.changed.emit()
    choose(listed, made.id)
    act(listed, "Record as held…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, HeldDialog)
    assert dialog.dates.value() == november
    dialog.dates.end.line.setText("2026-11-18")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    held = one(room, made.id)
    assert held.status is Status.HELD
    assert held.dates == Dates(date(2026, 11, 16), date(2026, 11, 18))


def test_what_is_still_to_come_is_not_recorded_as_held(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    choose(listed, ROUND)
    act(listed, "Record as held…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, HeldDialog)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert dialog.isVisible()
    assert dialog.wrong.text()
    assert one(room, ROUND).status is Status.CONFIRMED


def test_a_turn_is_recorded_with_consents(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    choose(listed, "X1")
    act(listed, "Use of the turn…")
    dialog = listed.acts.dialog
    assert isinstance(dialog, TurnDialog)
    dialog.use.setCurrentIndex(list(TurnUse).index(TurnUse.CN))
    dialog.basis.setText("Note 12")
    dialog.consent_cn.setChecked(True)
    room.desk.language.choose(Language.RU)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    turn = one(room, "X1").turn
    assert (turn.use, turn.basis, turn.consent_cn, turn.consent_ru) == (
        TurnUse.CN,
        "Note 12",
        True,
        False,
    )


def test_a_new_consultation_is_recorded(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    qtbot.mouseClick(listed.add, LEFT)
    dialog = listed.dialog
    assert dialog is not None
    dialog.kind.setCurrentIndex(list(Kind).index(Kind.UNNUMBERED))
    dialog.dates.start.line.setText("2027-08-18")
    dialog.dates.end.line.setText("2027-08-17")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert dialog.wrong.isVisible()
    dialog.dates.end.line.setText("")
    pick(dialog.venue.country, "CN")
    pick(dialog.venue.city, "Dalian")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert room.window.stage.current == "consultation"
    made = one(room, "U1")
    assert made.dates == Dates(date(2027, 8, 18), date(2027, 8, 18))
    assert made.venue.city == "Dalian"


def test_only_the_month_may_be_known(room: Room, listed: ConsultationsView, qtbot: QtBot) -> None:
    room.desk.go("consultations", part=NEW)
    qtbot.waitUntil(lambda: listed.dialog is not None)
    dialog = listed.dialog
    assert dialog is not None
    dialog.dates.month.click()
    assert not dialog.dates.last.isVisible()
    for wrong in ("2028-13", "soon"):
        dialog.dates.start.line.setText(wrong)
        qtbot.mouseClick(dialog.accept_button, LEFT)
        assert wrong in dialog.wrong.text()
    dialog.dates.start.line.setText("2028年2月")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    made = one(room, "R5")
    assert made.dates == Dates(date(2028, 2, 1), date(2028, 2, 29), Precision.MONTH)
    assert made.host is Side.RU


def test_a_place_in_the_list_leads_to_the_thing(
    room: Room, listed: ConsultationsView, qtbot: QtBot
) -> None:
    room.desk.go("consultations", "R2")
    qtbot.waitUntil(lambda: room.window.stage.current == "consultation")
    room.desk.go("consultations", "R2", "agenda")
    qtbot.waitUntil(lambda: room.window.stage.current == "agenda")


def test_an_empty_register_offers_the_next_step(open_room: Open, qtbot: QtBot) -> None:
    from consultations_gui.application import offices

    room = open_room(full=False)
    offices.init(room.ctx, Side.CN, "中方秘书处", "Секретариат КНР")
    room.desk.changed.emit()
    room.desk.go("consultations")
    view = room.window.stage.view
    assert isinstance(view, ConsultationsView)
    assert view.empty.isVisible()
    for useless in (view.status, view.open_button, view.agenda_button):
        assert not useless.isVisible()
    assert not view.table.isVisible()
    qtbot.mouseClick(view.empty.step, LEFT)
    assert room.window.stage.current == "year"


def test_the_palette_can_do_the_same(room: Room, listed: ConsultationsView) -> None:
    choose(listed, "R4")
    commands = {command.text: command for command in listed.commands()}
    commands["Confirm"].act()
    assert one(room, "R4").status is Status.CONFIRMED
    assert unnamed(listed) == []


# --- one consultation ---------------------------------------------------------------------------


@pytest.fixture
def shown(room: Room) -> ConsultationView:
    return show(room, "R4")


def show(room: Room, id: str, part: str = "") -> ConsultationView:
    room.desk.go("consultation", id, part)
    view = room.window.stage.view
    assert isinstance(view, ConsultationView)
    return view


def test_dates_are_stored_or_told_wrong_beside_them(
    room: Room, shown: ConsultationView, qtbot: QtBot
) -> None:
    dates = shown.facts.dates
    dates.end.line.setFocus()
    dates.end.line.selectAll()
    qtbot.keyClicks(dates.end.line, "2027-10-18")
    qtbot.keyClick(dates.end.line, Key.Key_Return)
    wrong = shown.facts.wrong("dates")
    assert wrong.isVisible()
    assert dates.end.line.text() == "2027-10-18"
    room.desk.language.choose(Language.RU)
    assert dates.end.line.text() == "2027-10-18"
    assert "18 октября" in wrong.text()
    dates.end.line.selectAll()
    qtbot.keyClicks(dates.end.line, "2027-10-21")
    qtbot.keyClick(dates.end.line, Key.Key_Return)
    assert one(room, "R4").dates == Dates(date(2027, 10, 19), date(2027, 10, 21))
    assert not wrong.isVisible()


def test_confirmed_dates_are_not_moved_silently(room: Room) -> None:
    view = show(room, ROUND)
    assert not view.facts.dates.isEnabled()
    assert "not moved silently" in view.facts.said("dates").text()
    assert "09:00 Kazan\u00a0= 14:00 Beijing" in view.facts.said("opens").text()


def test_texts_store_themselves_and_undo_as_one(
    room: Room, shown: ConsultationView, qtbot: QtBot
) -> None:
    shown.facts.basis.setFocus()
    for letter in "note":
        qtbot.keyClicks(shown.facts.basis, letter)
        qtbot.waitUntil(lambda: one(room, "R4").basis == shown.facts.basis.text())
    shown.facts.costs.setFocus()
    qtbot.keyClicks(shown.facts.costs, "each its own")
    qtbot.waitUntil(lambda: one(room, "R4").cost_note == "each its own")
    room.window.undoing.undo()
    room.window.undoing.undo()
    assert (one(room, "R4").basis, one(room, "R4").cost_note) == ("", "")
    assert shown.facts.basis.text() == ""


def test_somebody_elses_other_field_is_no_conflict(
    room: Room, shown: ConsultationView, qtbot: QtBot
) -> None:
    from dataclasses import replace

    other = room.colleague()
    consultations.edit(other, replace(one(room, "R4"), cost_note="theirs"))
    shown.facts.basis.setFocus()
    qtbot.keyClicks(shown.facts.basis, "mine")
    qtbot.waitUntil(lambda: one(room, "R4").basis == "mine")
    assert one(room, "R4").cost_note == "theirs"


def test_the_same_field_is_told_and_mine_kept(
    room: Room, shown: ConsultationView, qtbot: QtBot
) -> None:
    from dataclasses import replace

    other = room.colleague()
    consultations.edit(other, replace(one(room, "R4"), basis="theirs"))
    basis = shown.facts.basis
    basis.setFocus()
    qtbot.keyClicks(basis, "mine")
    basis.flush()
    assert one(room, "R4").basis == "theirs"
    assert "Wang" in shown.facts.labelled("basis").error
    room.desk.changed.emit()
    assert basis.text() == "mine"
    basis.flush()
    assert one(room, "R4").basis == "mine"
    assert shown.facts.labelled("basis").error == ""


def test_venue_and_host_are_stored(room: Room, shown: ConsultationView, qtbot: QtBot) -> None:
    facts = shown.facts
    pick(facts.venue.country, "CN")
    pick(facts.venue.city, "Dalian")
    facts.venue.site.setText("Hall 3")
    qtbot.waitUntil(lambda: one(room, "R4").venue.site == "Hall 3")
    assert one(room, "R4").venue.city == "Dalian"
    pick(facts.host, "RU")
    assert one(room, "R4").host is Side.RU
    pick(facts.host, "")
    assert one(room, "R4").host is None
    facts.venue.online.click()
    room.desk.go("today")
    assert one(room, "R4").venue.online


def test_former_dates_reason_and_turn_are_told(room: Room) -> None:
    from consultations_gui.domain.consultation import TurnRecord

    consultations.postpone(
        room.ctx, ROUND, Dates(date(2027, 5, 18), date(2027, 5, 19)), "elections"
    )
    turn = TurnRecord(TurnUse.NONE, "Note 9", consent_cn=True, consent_ru=True)
    consultations.record_turn(room.ctx, ROUND, turn)
    view = show(room, ROUND)
    assert "14–15 April 2027" in view.facts.said("former").text()
    assert view.facts.said("reason").text() == "Reason: elections"
    assert view.facts.said("turn").text() == (
        "uses no turn; Note 9; consent on record: Chinese side and Russian side"
    )


def test_places_lead_to_pages_and_the_agenda_is_one_step_on(
    room: Room, shown: ConsultationView, qtbot: QtBot
) -> None:
    show(room, ROUND, "history")
    assert shown.tabs.currentIndex() == 3
    texts = [shown.history.rows.index(0, column).data() for column in range(4)]
    assert texts[1:] == ["Li", "approve an agenda item", "items"]
    qtbot.mouseClick(shown.agenda, LEFT)
    assert room.window.stage.current == "agenda"
    assert agendas.show(room.ctx, ROUND).agenda.id == ROUND


def test_steps_stand_in_the_header_too(room: Room, shown: ConsultationView) -> None:
    actions = {action.text(): action for action in shown.steps.menu().actions()}
    actions["Confirm"].trigger()
    assert one(room, "R4").status is Status.CONFIRMED
    chip = shown.lead()[1]
    assert chip.property("chip") == "agreed"
    room.desk.language.choose(Language.ZH)
    assert room.window.header.title.text() == "第四轮"
    for tab in range(4):
        shown.tabs.setCurrentIndex(tab)
        assert unnamed(shown) == []


def test_a_meeting_without_host_has_no_mark(room: Room, shown: ConsultationView) -> None:
    pick(shown.facts.host, "")
    assert len(shown.lead()) == 1
    show(room, ROUND)
    assert len(shown.lead()) == 2


def test_what_is_gone_shows_nothing(room: Room, shown: ConsultationView) -> None:
    from consultations_gui.application import journal

    made = consultations.add(room.ctx, NewConsultation(Kind.EXTRAORDINARY))
    show(room, made.id)
    journal.undo(room.ctx)
    room.desk.changed.emit()
    assert not shown.tabs.isVisible()
    assert not shown.agenda.isEnabled()
    assert list(shown.finds()) == []
    assert shown.heading().title == "Consultation"
