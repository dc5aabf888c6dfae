"""The calendar around the dates: each option's cost, and better ones a click or a key away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from consultations_gui.application import consultations, proposals
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.desktop.settings import Theme
from consultations_gui.domain.consultation import Dates, Status
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import Answer, Component, Terms, Topic, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.answer import AnswerDialog
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.views.proposal import OneProposalView
from consultations_gui.ui.widgets.labels import Chip
from tests.gui.talks.conftest import Office, open_sheet
from tests.ui.names import unnamed
from tests.ui.room import squeezed
from tests.ui.talks import accept

MAY_DAY = Dates(date(2027, 5, 1), date(2027, 5, 2))
MONDAY = Dates(date(2027, 3, 15), date(2027, 3, 16))
TERMS = Terms((MAY_DAY, MONDAY), Venue("RU", "Kazan"), (Topic("数据安全", "О данных", 60),))


def _received(office: Office, terms: Terms = TERMS, by: Side = Side.CN, about: str = "") -> str:
    made = proposals.new(office.ctx, "数据", "О данных", terms, about, by)
    proposals.transmit(office.ctx, made.proposal.id)
    return made.proposal.id


def _weighed(office: Office, id: str) -> OneProposalView:
    view = office.one(id)
    office.bot.waitUntil(lambda: any(box.isVisible() for box in view.dates.boxes))
    return view


def _starts(view: OneProposalView) -> list[date]:
    found = view.dates.shown
    assert found is not None
    return [one.dates.start for one in found.survey.better]


def test_every_option_has_its_cost_and_what_speaks_against_it(office: Office) -> None:
    consultations.add(office.ctx, NewConsultation(dates=MONDAY, status=Status.CONFIRMED))
    view = _weighed(office, _received(office))
    found = view.dates.shown
    assert found is not None
    weighed = [one for one in found.survey.options if one is not None]
    assert [one.good for one in weighed] == [False, False]
    chips = [chip.text() for chip in view.dates.findChildren(Chip) if chip.isVisibleTo(view.dates)]
    better = list(found.survey.better)
    assert chips == [f"{one.total} points" for one in (*weighed, *better)]
    assert {3, 5} <= {box.first.month for box in view.dates.boxes}
    assert any("R1" in text for text in _texts(view))
    assert unnamed(view) == []


def _texts(view: OneProposalView) -> list[str]:

    return [shown.text() for shown in view.dates.findChildren(QLabel) if shown.isVisible()]


def test_a_better_place_begins_a_counter_by_key(office: Office) -> None:
    view = _weighed(office, _received(office))
    office.click(view.strip.calendar)
    first = view.dates.takers["a"]
    assert first.hasFocus()
    assert first.visibleRegion().boundingRect().height() > 0
    office.bot.keyClick(first, Qt.Key.Key_Space)
    dialog = open_sheet(view, AnswerDialog)
    card = dialog.cards[Component.DATES]
    assert card.verdict is Verdict.COUNTER
    editor = card.editor
    assert isinstance(editor, DatesEditor)
    assert [one.start for one in editor.value()] == _starts(view)[:1]
    for component in (Component.VENUE, Component.TOPICS):
        button = dialog.cards[component].button(Verdict.ACCEPT)
        dialog.scroller.ensureWidgetVisible(button)
        office.click(button)
    wanted = _starts(view)[0]
    office.click(dialog.accept_button)
    current = proposals.show(office.ctx, "P6").standing.current
    assert current is not None
    assert (current.number, current.by, current.terms.dates[0].start) == (2, Side.RU, wanted)
    # It waits for the other side now: better dates are told, but not ours to propose.
    assert view.dates.takers == {}


def test_a_click_in_the_month_does_the_same(office: Office) -> None:
    view = _weighed(office, _received(office))
    wanted = _starts(view)[0]
    first = wanted.replace(day=1)
    box = next(box for box in view.dates.boxes if box.first == first)
    view.scroller.ensureWidgetVisible(box)
    office.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.box_of(wanted).center())
    dialog = open_sheet(view, AnswerDialog)
    assert dialog.cards[Component.DATES].verdict is Verdict.COUNTER
    dialog.reject()


def test_a_draft_takes_better_dates_before_its_own(office: Office) -> None:
    proposals.new(office.ctx, "数据", "О данных", TERMS, by=Side.RU)
    view = _weighed(office, "P6")
    wanted = _starts(view)[0]
    view.scroller.ensureWidgetVisible(view.dates.takers["a"])
    office.click(view.dates.takers["a"])
    dialog = open_sheet(view, OfferDialog)
    office.click(dialog.accept_button)
    draft = proposals.show(office.ctx, "P6").standing.draft
    assert draft is not None
    assert [one.start for one in draft.dates] == [wanted, MAY_DAY.start, MONDAY.start]


def test_after_a_partial_decline_they_begin_the_new_offer(office: Office) -> None:
    id = _received(office, by=Side.RU)
    proposals.answer(office.ctx, id, Answer(accept(2), DECLINE, ACCEPT), Side.CN)
    view = _weighed(office, id)
    view.scroller.ensureWidgetVisible(view.dates.takers["a"])
    office.click(view.dates.takers["a"])
    dialog = open_sheet(view, OfferDialog)
    assert dialog.channel is not None
    assert len(dialog.terms.value().dates) == 3
    dialog.reject()


def test_a_proposal_about_a_round_pays_for_the_gap(office: Office) -> None:
    consultations.add(
        office.ctx, NewConsultation(dates=Dates(date(2027, 1, 12), date(2027, 1, 13)))
    )
    consultations.add(office.ctx, NewConsultation(dates=MONDAY))
    view = _weighed(office, _received(office, about="R2"))
    found = view.dates.shown
    assert found is not None
    assert all(one is not None and one.cost.gap for one in found.survey.options)


@pytest.mark.parametrize("id", ["P1", "P4"])
def test_what_is_settled_shows_its_days_and_nothing_to_take_up(office: Office, id: str) -> None:
    view = _weighed(office, id)
    assert view.dates.takers == {}
    assert "Better dates nearby" not in _texts(view)
    assert view.dates.boxes


def test_without_dates_there_is_no_calendar(office: Office) -> None:
    view = office.one("P5")
    assert not view.dates.isVisible()
    assert not view.strip.calendar.isVisible()


def test_it_speaks_every_language_and_follows_the_register(office: Office) -> None:
    view = _weighed(office, _received(office))
    for language, title in (
        (Language.ZH, "2027年5月"),
        (Language.RU, "Май 2027\xa0г."),
        (Language.EN, "May 2027"),
    ):
        office.desk.choose_language(language)
        assert title in [box.accessibleName() for box in view.dates.boxes]
        assert unnamed(view) == []
    consultations.add(office.ctx, NewConsultation(dates=MONDAY))
    office.desk.changed.emit()
    found = view.dates.shown
    office.bot.waitUntil(lambda: view.dates.shown is not found)
    assert any(cell.meeting for cell in view.dates.shown.cells.values())  # type: ignore[union-attr]  # found above


def test_in_a_small_window_nothing_is_cut_off_at_the_right(office: Office) -> None:
    view = _weighed(office, _received(office))
    assert [sign.text for sign in view.dates.legend.signs][:2] == [
        "dates proposed",
        "better dates",
    ]
    office.window.resize(1024, 700)
    page = view.scroller
    for language in (Language.ZH, Language.RU):
        office.desk.choose_language(language)
        for theme in (Theme.DARK, Theme.LIGHT):
            office.desk.theme.choose(theme)
            office.bot.waitUntil(lambda: page.page.width() == page.viewport().width())
            office.bot.waitUntil(lambda: squeezed(page.page) == [])
    assert unnamed(view) == []
