"""The list of proposals: groups, filter, search, opening, a new one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from consultations_gui.application import consultations, proposals
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import ProposalState
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.models.proposal_list import Group
from consultations_gui.ui.places import NEW
from consultations_gui.ui.views.proposals import ProposalsView
from tests.gui.talks.conftest import Office, Open
from tests.ui.names import unnamed


def _keys(view: ProposalsView) -> list[str]:
    return [entry.key for entry in view.list.entries.entries]


def _dialog(view: ProposalsView) -> OfferDialog:
    sheet = view.aside.sheet
    assert isinstance(sheet, OfferDialog)
    assert sheet.isVisible()
    return sheet


def test_each_proposal_stands_where_somebody_has_to_act(office: Office) -> None:
    view = office.list()
    assert _keys(view) == ["ours", "P3", "P2", "P4", "drafts", "P5", "settled", "P1"]
    words = {entry.key: entry.words for entry in view.list.entries.entries}
    assert "our answer was wished 7 days ago" in words["P3"]
    assert "our answer wished in 3 days" in words["P2"]
    assert "Chinese side" in words["P2"]
    assert "agreed" in words["P4"]
    QAbstractItemModelTester(view.list.entries)


def test_enter_opens_the_one_the_keys_are_on(office: Office) -> None:
    view = office.list()
    view.list.setFocus()
    office.bot.keyClick(view.list, Qt.Key.Key_Down)
    office.bot.keyClick(view.list, Qt.Key.Key_Return)
    assert office.window.stage.current == "proposal"
    assert office.window.header.title.text().startswith("P2")


def test_the_filter_looks_through_both_texts_and_every_language(office: Office) -> None:
    view = office.list()
    office.type(view.filter, "大连 инцидент")
    assert _keys(view) == ["ours", "P2"]
    view.filter.clear()
    office.bot.keyClicks(view.filter, "rgzn")  # 人工智能
    assert _keys(view) == ["ours", "P3"]
    view.filter.clear()
    office.bot.keyClicks(view.filter, "rgzn p2")
    assert _keys(view) == []
    view.filter.clear()
    office.type(view.filter, "nowhere")
    assert _keys(view) == []
    office.click(view.empty.step)
    assert len(_keys(view)) == 8


def test_a_group_alone_is_shown_when_it_is_chosen(office: Office) -> None:
    view = office.list()
    office.click(view.groups[Group.SETTLED])
    assert _keys(view) == ["settled", "P1"]
    office.click(view.groups[None])
    assert "P2" in _keys(view)


def test_ctrl_f_finds_in_the_other_language(office: Office) -> None:
    view = office.list()
    office.bot.keyClick(office.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    office.type(office.window.findbar.field, "искусственным")
    assert view.list.key == "P3"


def test_an_empty_register_explains_itself_and_begins(open_office: Open) -> None:
    office = open_office(full=False)
    view = office.list()
    office.click(view.empty.step)
    dialog = _dialog(view)
    office.type(dialog.title_ru, "О новом")
    office.click(dialog.accept_button)
    made = proposals.show(office.ctx, "P1")
    assert made.proposal.title_ru == "О новом"
    assert made.standing.state is ProposalState.DRAFT
    assert made.standing.proposed_by is Side.RU
    assert office.window.stage.current == "proposal"


def test_a_day_of_the_year_begins_a_proposal(office: Office) -> None:
    view = office.list()
    days = Dates(date(2027, 5, 18), date(2027, 5, 19))
    office.desk.go("proposals", "", NEW, days)
    office.bot.waitUntil(lambda: view.aside.sheet is not None)
    dialog = _dialog(view)
    assert dialog.terms.value().dates == (days,)
    dialog.reject()


def test_a_round_that_is_to_be_moved_brings_its_venue(office: Office) -> None:
    view = office.list()
    days = Dates(date(2027, 5, 18), date(2027, 5, 19))
    made = consultations.add(
        office.ctx,
        consultations.NewConsultation(dates=days, venue=Venue("CN", "Shanghai", "会议中心")),
    )
    later = Dates(date(2027, 6, 1), date(2027, 6, 2))
    office.desk.go("proposals", made.id, NEW, later)
    office.bot.waitUntil(lambda: view.aside.sheet is not None)
    dialog = _dialog(view)
    assert dialog.terms.value().dates == (later,)
    assert dialog.terms.value().venue == made.venue
    dialog.reject()


def test_what_was_typed_outlives_escape_and_a_change_of_language(office: Office) -> None:
    view = office.list()
    office.click(view.add)
    dialog = _dialog(view)
    office.type(dialog.title_zh, "供应链")
    office.desk.choose_language(Language.RU)
    assert dialog.windowTitle() == "Новое предложение"
    office.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    office.take_offer()
    assert _dialog(view).title_zh.text() == "供应链"
    dialog.reject()


def test_an_untouched_form_goes_without_a_word(office: Office) -> None:
    view = office.list()
    office.click(view.add)
    told = len(office.told)
    _dialog(view).reject()
    assert view.aside.sheet is None
    assert len(office.told) == told


def test_every_control_has_a_name(office: Office) -> None:
    view = office.list()
    for language in Language:
        office.desk.choose_language(language)
        assert unnamed(view) == []
        office.click(view.add)
        dialog = _dialog(view)
        assert unnamed(dialog) == []
        dialog.reject()


def test_tab_begins_in_the_first_field_and_comes_round(office: Office) -> None:
    view = office.list()
    office.click(view.add)
    dialog = _dialog(view)
    dialog.activateWindow()
    stops = [dialog.focusWidget()]
    assert stops == [dialog.title_zh]
    while (len(stops) == 1 or stops[-1] is not stops[0]) and len(stops) < 60:
        office.bot.keyClick(dialog, Qt.Key.Key_Tab)
        stops.append(dialog.focusWidget())
    assert stops[-1] is dialog.title_zh
    terms = dialog.terms
    for field in (dialog.title_ru, terms.dates.options.add, terms.venue.city, dialog.accept_button):
        assert field in stops
    assert dialog.scroller not in stops
    dialog.reject()
