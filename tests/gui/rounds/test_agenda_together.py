"""Two people on one agenda: nothing typed is lost, and nobody's words are overwritten unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultations_gui.application import agendas
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.language import Language
from consultations_gui.ui.models.agenda_model import Column
from consultations_gui.ui.views.agenda import AgendaEditorView
from tests.gui.rounds.conftest import Room
from tests.gui.rounds.test_agenda_editing import at, enter, field, uids
from tests.ui.sample import ROUND

Key = Qt.Key


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> AgendaEditorView:
    view = enter(room, qtbot)
    view.bar.details.setChecked(True)
    return view


def click(qtbot: QtBot, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def collide(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> str:
    """Open a field, let Wang change the same text, go on typing and leave."""
    uid = uids(room)[4]
    at(editor, uid, Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    text = agendas.show(room.ctx, ROUND).row(uid).item.text
    agendas.edit_text(room.colleague(), ROUND, uid, Lang.RU, "О совсем другом", text)
    qtbot.keyClicks(field(editor), "!")
    qtbot.keyClick(field(editor), Key.Key_Escape)
    return uid


def stored(room: Room, uid: str) -> str:
    return agendas.show(room.ctx, ROUND).row(uid).item.text.ru


def test_a_text_changed_meanwhile_is_not_overwritten_and_mine_stays(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = collide(room, editor, qtbot)
    assert stored(room, uid) == "О совсем другом"
    assert "Wang" in room.last
    cell = editor.model.cell(editor.model.row_of(uid), Column.RU)
    assert cell.text.endswith("инциденты!")
    assert cell.note.startswith("Not stored: ")
    room.take_offer()
    room.desk.language.choose(Language.RU)
    cell = editor.model.cell(editor.model.row_of(uid), Column.RU)
    assert cell.text.endswith("инциденты!")
    assert cell.note.startswith("Не сохранено: ")


def test_mine_can_be_stored_over_theirs(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    uid = collide(room, editor, qtbot)
    click(qtbot, editor.details.settle.mine)
    assert stored(room, uid).endswith("инциденты!")
    assert editor.model.drafts == {}
    assert not editor.details.settle.mine.isVisible()


def test_mine_can_be_given_up_for_theirs(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = collide(room, editor, qtbot)
    click(qtbot, editor.details.settle.theirs)
    cell = editor.model.cell(editor.model.row_of(uid), Column.RU)
    assert cell.text == "О совсем другом"
    assert stored(room, uid) == "О совсем другом"


def test_a_kept_text_is_still_there_when_one_comes_back(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = collide(room, editor, qtbot)
    room.desk.go("agenda", "R4")
    room.desk.go("agenda", ROUND)
    assert editor.model.cell(editor.model.row_of(uid), Column.RU).text.endswith("!")


def test_the_other_text_changed_meanwhile_is_kept_and_shown_as_not_in_step(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    text = agendas.show(room.ctx, ROUND).row(uid).item.text
    agendas.edit_text(room.colleague(), ROUND, uid, Lang.ZH, "别的事项", text)
    qtbot.keyClicks(field(editor), "!")
    qtbot.keyClick(field(editor), Key.Key_Escape)
    item = agendas.show(room.ctx, ROUND).row(uid).item
    assert item.text.zh == "别的事项"
    assert item.text.ru.endswith("!")
    assert item.text.lagging is not None


def test_a_final_agenda_refuses_and_says_how_to_go_on(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    other = room.colleague()
    for item in agendas.show(other, ROUND).agenda.items:
        if not item.text.complete:
            agendas.edit_text(other, ROUND, item.uid, Lang.RU, "О прочем", item.text)
            agendas.confirm_text(other, ROUND, item.uid)
    agendas.circulate(other, ROUND)
    for side in Side:
        agendas.approve(other, ROUND, side)
    agendas.agree(other, ROUND)
    agendas.finalise(other, ROUND)
    qtbot.keyClicks(field(editor), "!")
    qtbot.keyClick(field(editor), Key.Key_Escape)
    cell = editor.model.cell(editor.model.row_of(uid), Column.RU)
    assert cell.text.endswith("!")
    assert "Reopen" in cell.note


def test_details_are_stored_and_undone(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.ZH)
    details = editor.details
    details.lead.setFocus()
    qtbot.keyClick(details.lead, Key.Key_Down)
    details.lead.activated.emit(details.lead.currentIndex())
    details.speakers.setFocus()
    qtbot.keyClicks(details.speakers, "Petrov")
    qtbot.waitUntil(lambda: agendas.show(room.ctx, ROUND).row(uid).item.speakers == "Petrov")
    assert agendas.show(room.ctx, ROUND).row(uid).item.lead is Side.CN
    details.day.setCurrentIndex(1)
    details.day.activated.emit(1)
    assert agendas.show(room.ctx, ROUND).row(uid).item.day == 2
    assert editor.table.uid() == uid
    room.window.undoing.undo()
    assert agendas.show(room.ctx, ROUND).row(uid).item.day == 1


def test_speakers_being_typed_go_to_their_own_row(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    first, second = uids(room)[3:5]
    at(editor, second, Column.ZH)
    editor.details.speakers.setFocus()
    qtbot.keyClicks(editor.details.speakers, "Sidorov")
    editor.table.point(first)
    assert agendas.show(room.ctx, ROUND).row(second).item.speakers == "Sidorov"
    assert agendas.show(room.ctx, ROUND).row(first).item.speakers == "王××、Иванов И. И."
    assert editor.details.speakers.text() == "王××、Иванов И. И."


def test_protection_wants_an_originator_and_a_document(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.ZH)
    protection = editor.details.protection
    assert not protection.originator.isVisible()
    protection.marking.setCurrentIndex(list(Marking).index(Marking.RESTRICTED))
    protection.marking.activated.emit(protection.marking.currentIndex())
    assert agendas.show(room.ctx, ROUND).row(uid).item.marking is Marking.OPEN
    assert protection.originator.isVisible()
    assert protection.originator.accessibleDescription().startswith("A restricted item must name")
    protection.originator.setCurrentIndex(2)
    protection.originator.activated.emit(2)
    item = agendas.show(room.ctx, ROUND).row(uid).item
    assert (item.marking, item.originator) == (Marking.RESTRICTED, Side.RU)
    assert editor.strip.findChildren(type(editor.strip.gap))
    click(qtbot, protection.record)
    assert "number and date" in room.last
    qtbot.keyClicks(protection.document, "118, 9.11.2026")
    qtbot.keyClick(protection.document, Key.Key_Return)
    view = agendas.show(room.ctx, ROUND)
    assert view.withheld == ()
    assert view.agenda.permissions[0].document == "118, 9.11.2026"
    assert protection.document.isReadOnly()
    click(qtbot, protection.record)
    assert agendas.show(room.ctx, ROUND).withheld == (uid,)


def test_tags_are_ticked_in_a_list(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    from consultations_gui.ui.dialogs.tags import TagsDialog

    uid = uids(room)[4]
    at(editor, uid, Column.ZH)
    click(qtbot, editor.details.tags)
    dialog = editor.findChild(TagsDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.list, Key.Key_Space)
    dialog.own.setText("协同演练； учения")
    room.desk.language.choose(Language.ZH)
    assert dialog.list.item(0).text().startswith("第二条第（一）项")
    click(qtbot, dialog.accept_button)
    item = agendas.show(room.ctx, ROUND).row(uid).item
    assert item.tags == ("2.1", "协同演练", "учения")


def test_a_row_changed_elsewhere_keeps_both_fields(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.ZH)
    item = agendas.show(room.ctx, ROUND).row(uid).item
    agendas.set_item(room.colleague(), ROUND, replace(item, minutes=55), item)
    editor.work.set_item(uid, lambda now: replace(now, speakers="Petrov"))
    found = agendas.show(room.ctx, ROUND).row(uid).item
    assert (found.minutes, found.speakers) == (55, "Petrov")
