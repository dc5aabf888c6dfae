"""What dates cost, beside them while they are answered or typed, and better ones a click away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from consultations_gui.application import consultations, proposals, soundings
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.consultation import Dates, Status
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import Component, Terms, Topic, Verdict
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.answer import AnswerDialog
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.widgets.labels import Role
from tests.gui.talks.conftest import Office, open_sheet
from tests.ui.names import unnamed

MAY_DAY = Dates(date(2027, 5, 1), date(2027, 5, 2))
MONDAY = Dates(date(2027, 3, 15), date(2027, 3, 16))
TERMS = Terms((MAY_DAY, MONDAY), Venue("RU", "Kazan"), (Topic("数据安全", "О данных", 60),))


def answering(office: Office) -> AnswerDialog:
    made = proposals.new(office.ctx, "数据", "О данных", TERMS, "", Side.CN)
    proposals.transmit(office.ctx, made.proposal.id)
    view = office.one(made.proposal.id)
    office.click(view.acts.primary)
    dialog = open_sheet(view, AnswerDialog)
    below = dialog.cards[Component.DATES].choices[0].below
    office.bot.waitUntil(lambda: "point" in below.text())
    return dialog


def drafting(office: Office) -> OfferDialog:
    made = proposals.new(office.ctx, "数据", "О данных", TERMS, by=Side.RU)
    view = office.one(made.proposal.id)
    buttons = (view.acts.primary, *view.acts.buttons)
    office.click(next(b for b in buttons if b.text() == "Edit the draft…"))
    return open_sheet(view, OfferDialog)


def editor_of(dialog: AnswerDialog) -> DatesEditor:
    editor = dialog.cards[Component.DATES].editor
    assert isinstance(editor, DatesEditor)
    return editor


def start_counter(office: Office, dialog: AnswerDialog) -> DatesEditor:
    button = dialog.cards[Component.DATES].button(Verdict.COUNTER)
    dialog.scroller.ensureWidgetVisible(button)
    office.click(button)
    return editor_of(dialog)


def test_each_option_tells_its_cost_its_parts_and_what_speaks_against_it(office: Office) -> None:
    consultations.add(office.ctx, NewConsultation(dates=MONDAY, status=Status.CONFIRMED))
    dialog = answering(office)
    card = dialog.cards[Component.DATES]
    survey = soundings.sound(office.ctx, TERMS)
    for choice, one in zip(card.choices, survey.options, strict=False):
        assert one is not None
        lines = choice.below.text().splitlines()
        assert f"{one.total} point" in "\n".join(lines)
        assert choice.button.accessibleDescription() == choice.below.text()
        assert choice.below.property("role") == Role.WARNING.value
    assert "R1" in card.choices[1].below.text()
    office.desk.choose_language(Language.ZH)
    assert "代价" in card.choices[0].below.text()
    assert unnamed(dialog) == []
    dialog.reject()
    assert dialog.touched is False


def test_better_dates_go_first_into_a_counter_by_click(office: Office) -> None:
    dialog = answering(office)
    editor = start_counter(office, dialog)
    office.bot.waitUntil(editor.better.isVisible)
    wanted = soundings.sound(office.ctx, TERMS).better[0]
    button = editor.better.buttons[0]
    assert f"{wanted.total} point" in button.text()
    dialog.scroller.ensureWidgetVisible(button)
    office.click(button)
    assert editor.typed == (wanted.dates, MAY_DAY, MONDAY)
    row = editor.options.rows[0]
    assert row.first.line.hasFocus()
    office.bot.waitUntil(lambda: f"{wanted.total} point" in row.below.text())
    # Nothing nearby is cheaper than the cheapest of those that would do.
    office.bot.waitUntil(lambda: not editor.better.isVisible())
    dialog.reject()


def test_where_there_are_five_options_the_last_gives_way(office: Office) -> None:
    dialog = answering(office)
    editor = start_counter(office, dialog)
    for day in (4, 11, 18):
        editor.options.append().show_dates(Dates(date(2027, 6, day), date(2027, 6, day)))
    assert editor.options.full
    last = editor.typed[-1]
    other = Dates(date(2027, 4, 6), date(2027, 4, 7))
    editor.prefer(other)
    assert editor.typed[0] == other
    assert last not in editor.typed
    assert len(editor.typed) == 5
    dialog.reject()


def test_a_draft_weighs_what_is_typed_and_fills_its_empty_row(office: Office) -> None:
    dialog = drafting(office)
    dates = dialog.terms.dates
    first, second = dates.options.rows
    office.bot.waitUntil(lambda: "point" in second.below.text())
    assert dialog.touched is False  # what is found out is not typed
    empty = dates.options.append()
    office.type(first.first.line, "x")
    assert first.below.text() == ""
    first.first.line.setText("2027-02-31")
    first.first.settled.emit()
    wrong = first.below.text()
    other = Dates(date(2027, 4, 6), date(2027, 4, 7))
    dates.prefer(other)
    assert dates.options.rows[0] is empty
    office.bot.waitUntil(lambda: "point" in empty.below.text())
    assert first.below.text() == wrong
    dialog.reject()


def test_the_round_a_new_proposal_concerns_changes_the_cost(office: Office) -> None:
    consultations.add(
        office.ctx, NewConsultation(dates=Dates(date(2027, 1, 12), date(2027, 1, 13)))
    )
    consultations.add(office.ctx, NewConsultation(dates=MONDAY))
    dialog = OfferDialog.for_new(office.desk, TERMS, parent=office.window)
    dialog.show()
    below = dialog.terms.dates.options.rows[0].below
    dialog.terms.weigh()
    office.bot.waitUntil(lambda: "point" in below.text())
    assert "Distance from the wished gap" not in below.text()
    dialog.about.setCurrentIndex(2)
    office.bot.waitUntil(lambda: "Distance from the wished gap" in below.text())
    dialog.reject()


def test_a_form_that_is_gone_hears_no_answer(office: Office) -> None:
    dialog = answering(office)
    editor = start_counter(office, dialog)
    editor.options.rows[0].days.setValue(3)
    assert office.desk.tasks.busy
    dialog.deleteLater()
    office.bot.waitUntil(lambda: not isValid(dialog))
    office.bot.waitUntil(lambda: not office.desk.tasks.busy)


def test_what_was_proposed_about_and_is_gone_is_told(office: Office) -> None:
    dialog = drafting(office)
    dialog.terms._about = lambda: "R9"
    dialog.terms.weigh()
    office.bot.waitUntil(lambda: "R9" in office.last)
    dialog.reject()


# --- rows --------------------------------------------------------------------------------------


def _tabbed(office: Office, first: QWidget, count: int) -> list[QWidget | None]:
    """Where Tab goes from a field on."""
    first.setFocus()
    found: list[QWidget | None] = []
    for _ in range(count):
        found.append(QApplication.focusWidget())
        office.bot.keyClick(found[-1], Qt.Key.Key_Tab)
    return found


def test_tab_comes_from_above_and_goes_on_below(office: Office) -> None:
    dialog = OfferDialog.for_new(office.desk, Terms(), parent=office.window)
    dialog.show()
    office.bot.waitUntil(dialog.isActiveWindow)
    terms = dialog.terms
    date_row, topic_row = terms.dates.options.rows[0], terms.topics.topics.rows[0]
    wanted = [
        dialog.about,
        date_row.first.line,
        date_row.days,
        terms.dates.options.add,
        terms.venue.online,
        terms.venue.site,
        topic_row.zh,
        topic_row.ru,
        topic_row.minutes,
        terms.topics.topics.add,
    ]
    stops = _tabbed(office, dialog.about, 16)
    assert [stop for stop in stops if stop in wanted][: len(wanted)] == wanted
    dialog.reject()


def test_tab_goes_through_a_counter_and_its_better_dates(office: Office) -> None:
    dialog = answering(office)
    editor = start_counter(office, dialog)
    office.bot.waitUntil(editor.better.isVisible)
    one, two = editor.options.rows
    wanted = [
        one.first.line,
        one.days,
        two.first.line,
        two.days,
        editor.options.add,
        *editor.better.buttons,
    ]
    counter = dialog.cards[Component.DATES].button(Verdict.COUNTER)
    stops = _tabbed(office, counter, 16)
    assert [stop for stop in stops if stop in wanted] == wanted
    dialog.reject()


def test_tab_goes_through_the_fields_before_the_rows_buttons(office: Office) -> None:
    dialog = drafting(office)
    options = dialog.terms.dates.options
    one, two = options.rows
    at = [one.first.line, one.days, one.down, one.remove, two.first.line, two.days, two.up]
    stops = _tabbed(office, one.first.line, 9)
    assert [
        stop for stop in stops if stop is not one.first.pick and stop is not two.first.pick
    ] == at
    one.first.line.setFocus()
    office.bot.keyClick(one.first.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert options.rows == [two, one]
    stops = _tabbed(office, two.first.line, 12)
    assert stops.index(two.days) < stops.index(one.first.line) < stops.index(one.days)
    assert stops.index(one.remove) < stops.index(options.add)
    topics = dialog.terms.topics.topics
    row = topics.rows[0]
    stops = [row.zh, row.ru, row.minutes, row.remove, topics.add]
    assert [stop for stop in row.stops if stop.isEnabled()] == stops[:-1]
    dialog.reject()
