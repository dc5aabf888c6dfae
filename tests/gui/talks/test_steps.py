"""One proposal: what the screen offers is what the domain allows, and each step is a form."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget

from consultations_gui.application import agendas, consultations, proposals
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Component,
    ComponentState,
    ProposalState,
    Ruling,
    Terms,
    Verdict,
)
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.answer import AnswerDialog
from consultations_gui.ui.dialogs.close_proposal import CloseDialog
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.dialogs.offer_topics import TopicsEditor
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.dialogs.transmit import TransmitDialog
from consultations_gui.ui.views.proposal import OneProposalView
from tests.gui.talks.conftest import Office, open_sheet
from tests.ui.names import unnamed
from tests.ui.talks import CERT_AGAIN, LATER, MARCH, accept

THEIRS = Terms((MARCH,), Venue("CN", "Dalian"), (CERT_AGAIN,))


def _press(office: Office, view: OneProposalView, text: str) -> None:
    buttons = [view.acts.primary, *view.acts.buttons]
    found = [button for button in buttons if button.isVisible() and button.text() == text]
    assert found, [button.text() for button in buttons if button.isVisible()]
    office.click(found[0])


def _shown(view: OneProposalView) -> list[str]:
    buttons = [view.acts.primary, *view.acts.buttons]
    return [button.text() for button in buttons if button.isVisible()]


def test_the_papers_stand_in_the_header_where_there_is_room(office: Office) -> None:
    view = office.one("P2")
    bar, names = view.acts, ("Write packet…",)
    papers = [one for one in bar.buttons if one.text() in names]
    assert papers
    for width, home in ((1280, bar.header), (1024, bar)):
        office.window.resize(width, 800)
        office.bot.waitUntil(partial(_within, papers[0], home))
        assert papers[0].isVisible()


def _within(widget: QWidget, home: QWidget) -> bool:
    return widget.parentWidget() is home


def _stored(office: Office, id: str) -> ProposalView:
    return proposals.show(office.ctx, id)


def _choose(
    office: Office,
    dialog: AnswerDialog,
    component: Component,
    verdict: Verdict,
    option: int | None = None,
) -> None:
    button = dialog.cards[component].button(verdict, option)
    dialog.scroller.ensureWidgetVisible(button)
    button.setFocus()
    office.bot.keyClick(button, Qt.Key.Key_Space)


def _move(office: Office, field: QWidget, key: Qt.Key) -> None:
    field.setFocus()
    office.bot.keyClick(field, key, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize(
    ("id", "buttons"),
    [
        ("P1", ["Note verbale…", "Write packet…"]),
        ("P2", ["Answer…", "Record their withdrawal…", "Note verbale…", "Write packet…"]),
        (
            "P3",
            ["Answer…", "Record their withdrawal…", "Write packet…", "Close without a reply…"],
        ),
        ("P4", ["Convene", "Note verbale…", "Write packet…"]),
        ("P5", ["Record as transmitted…", "Edit the draft…", "Discard the draft"]),
    ],
)
def test_only_what_the_domain_allows_is_offered(
    office: Office, id: str, buttons: list[str]
) -> None:
    assert _shown(office.one(id)) == buttons


def test_the_chain_tells_every_offer_with_its_note(office: Office) -> None:
    view = office.one("P2")
    entries = view.chain.entries.entries
    assert [entry.side for entry in entries] == [Side.RU, Side.CN, Side.RU, Side.CN]
    assert "note 118 of 9 Nov 2026" in entries[-1].words
    assert "received 11 Nov 2026" in entries[-1].words
    assert view.chain.key == "offer-4"
    QAbstractItemModelTester(view.chain.entries)


def test_the_strip_says_where_each_component_stands(office: Office) -> None:
    view = office.one("P2")
    chips = view.strip.chips
    assert chips[Component.DATES].text() == "agreed"
    assert chips[Component.TOPICS].text() == "open – with us"
    view = office.one("P3")
    assert chips[Component.DATES].text() == "open – with us"


def test_the_keys_choose_which_offers_are_compared(office: Office) -> None:
    view = office.one("P2")
    assert (view.compare.before.currentIndex(), view.compare.after.currentIndex()) == (2, 3)
    view.chain.setFocus()
    office.bot.keyClick(view.chain, Qt.Key.Key_Up)
    office.bot.keyClick(view.chain, Qt.Key.Key_Up)
    assert (view.compare.before.currentIndex(), view.compare.after.currentIndex()) == (0, 1)


def test_an_answer_in_full_agrees(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 1)
    _choose(office, dialog, Component.VENUE, Verdict.ACCEPT)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    office.type(dialog.channel.note, "2050")
    office.type(dialog.channel.note_date.date.line, "2026-11-23")
    office.click(dialog.accept_button)
    stored = _stored(office, "P2")
    assert stored.standing.state is ProposalState.AGREED
    assert stored.standing.agreed is not None
    assert stored.standing.agreed.topics[2] == CERT_AGAIN
    assert stored.proposal.events[-1].channel.note == "2050"
    assert stored.proposal.events[-1].channel.note_date == date(2026, 11, 23)
    entries = view.chain.entries.entries
    assert view.chain.currentIndex().row() == len(entries) - 1  # the new step is in sight
    assert _shown(view) == ["Convene", "Note verbale…", "Write packet…"]


def test_what_ends_a_proposal_is_never_the_first_thing_to_do(office: Office) -> None:
    made = proposals.new(office.ctx, "一", "А", THEIRS, by=Side.RU)
    proposals.transmit(office.ctx, made.proposal.id)
    view = office.one(made.proposal.id)
    assert _shown(view) == [
        "Write packet…",
        "Record their answer…",
        "Note verbale…",
        "Withdraw…",
    ]


def test_a_component_left_open_is_asked_for_beside_it(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 1)
    office.click(dialog.accept_button)
    assert dialog.isVisible()
    assert dialog.cards[Component.VENUE].told.isVisible()
    assert not dialog.cards[Component.DATES].told.isVisible()
    dialog.reject()


def test_a_counter_begins_from_the_offer_and_makes_the_next_one(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 1)
    _choose(office, dialog, Component.VENUE, Verdict.COUNTER)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    venue = dialog.cards[Component.VENUE].editor
    assert isinstance(venue, VenueEditor)
    assert venue.value() == Venue("CN", "Dalian")
    office.type(venue.site, "国际会议中心")
    assert dialog.channel.reply_by.isVisible()
    office.type(dialog.channel.reply_by.date.line, "2026-12-10")
    office.click(dialog.accept_button)
    current = _stored(office, "P2").standing.current
    assert current is not None
    assert (current.number, current.by) == (5, Side.RU)
    assert current.terms.venue == Venue("CN", "Dalian", "国际会议中心")
    assert current.made.reply_by == date(2026, 12, 10)


def test_an_answer_left_untouched_goes_without_a_word(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    office.desk.choose_language(Language.RU)
    office.desk.choose_language(Language.EN)
    told = len(office.told)
    office.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (view.acts.aside.sheet, len(office.told)) == (None, told)
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.VENUE, Verdict.DECLINE)
    office.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert view.acts.aside.sheet is dialog  # what was chosen is kept
    office.take_offer()
    assert open_sheet(view, AnswerDialog).cards[Component.VENUE].verdict is Verdict.DECLINE
    dialog.reject()


def test_an_unchanged_counter_is_refused_in_words_beside_it(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 1)
    _choose(office, dialog, Component.VENUE, Verdict.ACCEPT)
    _choose(office, dialog, Component.TOPICS, Verdict.COUNTER)
    office.click(dialog.accept_button)
    assert dialog.isVisible()
    told = dialog.cards[Component.TOPICS].told
    assert told.isVisible()
    assert "topics" in told.text()
    topics = dialog.cards[Component.TOPICS].editor
    assert isinstance(topics, TopicsEditor)
    _move(office, topics.topics.rows[3].zh, Qt.Key.Key_Up)
    office.click(dialog.accept_button)
    current = _stored(office, "P2").standing.current
    assert current is not None
    assert [topic.zh for topic in current.terms.topics][2] == "人员培训"


def test_decline_and_counter_together_are_refused(office: Office) -> None:
    view = office.one("P3")
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.COUNTER)
    _choose(office, dialog, Component.VENUE, Verdict.DECLINE)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    dates = dialog.cards[Component.DATES].editor
    assert isinstance(dates, DatesEditor)
    _move(office, dates.options.rows[0].first.line, Qt.Key.Key_Down)
    assert dates.value() == (MARCH, LATER)
    office.click(dialog.accept_button)
    assert dialog.wrong.isVisible()
    assert _stored(office, "P3").standing.state is ProposalState.TRANSMITTED
    office.desk.choose_language(Language.RU)
    assert "отклон" in dialog.wrong.text()
    dialog.reject()


def test_the_other_sides_paper_answer_is_recorded(office: Office) -> None:
    ctx = office.ctx
    proposals.answer(ctx, "P2", Answer(accept(1), DECLINE, ACCEPT), Side.RU)
    view = office.one("P2")
    _press(office, view, "Record their new offer…")
    dialog = open_sheet(view, OfferDialog)
    dialog.terms.venue.online.click()
    office.click(dialog.accept_button)
    current = _stored(office, "P2").standing.current
    assert current is not None
    assert (current.number, current.by, current.terms.venue.online) == (5, Side.CN, True)
    _press(office, view, "Answer…")
    open_sheet(view, AnswerDialog).reject()


def test_a_draft_is_completed_transmitted_and_says_what_was_missing(office: Office) -> None:
    view = office.one("P5")
    _press(office, view, "Record as transmitted…")
    sheet = open_sheet(view, TransmitDialog)
    office.click(sheet.accept_button)
    assert "Art. 5(4)" in sheet.wrong.text()
    sheet.reject()
    _press(office, view, "Edit the draft…")
    dialog = open_sheet(view, OfferDialog)
    terms = dialog.terms
    office.type(terms.dates.options.rows[0].first.line, "18.05.2027")
    terms.dates.options.rows[0].days.setValue(2)
    office.bot.keyClicks(terms.venue.country, "Ch")
    office.bot.keyClicks(terms.venue.city, "Sh")
    office.type(terms.topics.topics.rows[0].ru, "О безопасности цепочек поставок")
    terms.topics.topics.rows[0].minutes.setValue(45)
    office.click(dialog.accept_button)
    _press(office, view, "Record as transmitted…")
    sheet = open_sheet(view, TransmitDialog)
    office.type(sheet.channel.note, "121")
    office.type(sheet.channel.reply_by.date.line, "2026-12-20")
    office.type(sheet.channel.received.date.line, "2026-12-24")
    office.click(sheet.accept_button)
    assert "still to come" in sheet.wrong.text()
    assert _stored(office, "P5").standing.state is ProposalState.DRAFT
    sheet.channel.received.date.line.clear()
    office.click(sheet.accept_button)
    current = _stored(office, "P5").standing.current
    assert current is not None
    assert current.terms.dates == (Dates(date(2027, 5, 18), date(2027, 5, 19)),)
    assert (current.terms.venue.country, current.made.channel.note) == ("CN", "121")
    assert current.made.reply_by == date(2026, 12, 20)
    assert _shown(view)[0] == "Answer…"


def test_a_discarded_draft_comes_back_by_undo(office: Office) -> None:
    view = office.one("P5")
    _press(office, view, "Discard the draft")
    assert office.window.stage.current == "proposals"
    assert "P5" in office.last
    office.bot.keyClick(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _stored(office, "P5").standing.state is ProposalState.DRAFT


def test_convening_makes_the_session_and_leads_there(office: Office) -> None:
    view = office.one("P4")
    _press(office, view, "Convene")
    made = _stored(office, "P4").standing.consultation
    session = consultations.show(office.ctx, made)
    assert session.kind is Kind.EXTRAORDINARY
    assert len(agendas.show(office.ctx, made).agenda.items) == 1
    assert made in office.last
    assert _shown(view) == ["Open the consultation", "Note verbale…", "Write packet…"]


def test_closing_asks_for_a_reason(office: Office) -> None:
    view = office.one("P3")
    _press(office, view, "Close without a reply…")
    dialog = open_sheet(view, CloseDialog)
    office.click(dialog.accept_button)
    assert dialog.isVisible()
    office.type(dialog.reason, "Ответ не поступил, стороны условились устно")
    office.click(dialog.accept_button)
    assert _stored(office, "P3").standing.state is ProposalState.LAPSED
    assert _shown(view) == ["Write packet…"]


def test_their_withdrawal_is_recorded_with_its_note(office: Office) -> None:
    view = office.one("P2")
    _press(office, view, "Record their withdrawal…")
    dialog = open_sheet(view, CloseDialog)
    office.type(dialog.channel.note_date.date.line, "31.02.2027")
    office.click(dialog.accept_button)
    assert dialog.channel.note_date.error
    assert dialog.channel.note_date.date.line.text() == "31.02.2027"
    dialog.channel.note_date.date.line.setText("23.11.2026")
    office.click(dialog.accept_button)
    stored = _stored(office, "P2")
    assert stored.standing.state is ProposalState.WITHDRAWN
    assert stored.proposal.events[-1].by is Side.CN


def test_a_person_decides_between_two_answers(office: Office) -> None:
    office.clock.moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    proposals.answer(office.ctx, "P4", Answer(DECLINE, DECLINE, DECLINE), Side.CN, crossing=True)
    view = office.one("P4")
    assert view.conflict.isVisible()
    assert len(view.conflict.buttons) == 2
    office.click(view.conflict.buttons[0])
    assert not view.conflict.isVisible()
    assert _stored(office, "P4").standing.state is ProposalState.AGREED


def test_into_a_conflict_and_out_of_it_with_what_each_answer_proposes(office: Office) -> None:
    made = proposals.new(office.ctx, "一", "А", THEIRS, by=Side.RU)
    id = made.proposal.id
    proposals.transmit(office.ctx, id)
    kazan = Ruling(Verdict.COUNTER, venue=Venue("RU", "Kazan", "Кремль"))
    proposals.answer(office.ctx, id, Answer(accept(1), kazan, ACCEPT), Side.CN)
    view = office.one(id)
    _late(view, "Record another answer of theirs to offer 1…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.COUNTER)
    dates = dialog.cards[Component.DATES].editor
    assert isinstance(dates, DatesEditor)
    other = Dates(date(2027, 6, 1), date(2027, 6, 2))
    dates.options.rows[0].show_dates(other)
    for row in dates.options.rows[1:]:
        dates.options.take_out(row)
    _choose(office, dialog, Component.VENUE, Verdict.ACCEPT)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    office.click(dialog.accept_button)
    assert _stored(office, id).standing.state is ProposalState.CONFLICTING
    texts = [shown.text() for shown in view.conflict.findChildren(QLabel)]
    assert "venue: Kazan, Russia, Кремль" in texts
    assert "dates: 1–2 June 2027" in texts
    office.click(view.conflict.buttons[1])
    current = _stored(office, id).standing.current
    assert current is not None
    assert current.terms.dates == (other,)
    assert not view.conflict.isVisible()


def _late(view: OneProposalView, text: str) -> None:
    """Choose from the menu of late messages."""
    assert view.acts.late.isVisible()
    actions = {act.text(): act for act in view.acts.late.menu().actions()}
    actions[text].trigger()


def test_an_acceptance_that_crossed_with_our_withdrawal_agrees(office: Office) -> None:
    made = proposals.new(office.ctx, "一", "А", THEIRS, by=Side.RU)
    id = made.proposal.id
    proposals.transmit(office.ctx, id)
    proposals.withdraw(office.ctx, id)
    view = office.one(id)
    assert "Record their answer…" not in _shown(view)
    _late(view, "Record their late answer to offer 1…")
    dialog = open_sheet(view, AnswerDialog)
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 1)
    _choose(office, dialog, Component.VENUE, Verdict.ACCEPT)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    office.click(dialog.accept_button)
    assert _stored(office, id).standing.state is ProposalState.AGREED
    entries = view.chain.entries.entries
    assert any("crossed with a message" in entry.words for entry in entries)
    assert _shown(view)[0] == "Convene"


def test_a_second_different_answer_waits_for_a_person(office: Office) -> None:
    proposals.answer(office.ctx, "P2", Answer(accept(1), DECLINE, ACCEPT), Side.RU)
    view = office.one("P2")
    names = [act.text() for act in view.acts.late.menu().actions()]
    # Offers 1 and 3 are ours; they withdrew neither 2 nor 4, which they may in turn.
    assert names == [
        "Record another answer of theirs to offer 3…",
        "Record their late withdrawal of offer 2…",
        "Record another answer of theirs to offer 1…",
    ]
    _late(view, "Record their late withdrawal of offer 2…")
    sheet = open_sheet(view, CloseDialog)
    office.click(sheet.accept_button)
    stored = _stored(office, "P2")
    assert stored.standing.state is ProposalState.PARTLY_DECLINED
    (flag,) = stored.standing.flagged
    assert flag.event.by is Side.CN
    for language in Language:
        office.desk.choose_language(language)
        assert unnamed(view) == []


def test_a_postponement_goes_from_the_offer_to_the_changed_round(office: Office) -> None:
    """Rule 10 end to end: the round's own dates and place change, no session is made."""
    january = Dates(date(2027, 1, 12), date(2027, 1, 13))
    consultations.add(office.ctx, NewConsultation(dates=january, status=Status.CONFIRMED))
    terms = Terms((MARCH, LATER), Venue("RU", "Kazan"), (CERT_AGAIN,))
    made = proposals.new(office.ctx, "推迟", "О переносе", terms, "R1", Side.CN)
    id = made.proposal.id
    proposals.transmit(office.ctx, id)
    view = office.one(id)
    assert view.about.text() == "Concerns R1: what is agreed changes that round"
    _press(office, view, "Answer…")
    dialog = open_sheet(view, AnswerDialog)
    first = dialog.cards[Component.DATES].button(Verdict.ACCEPT, 1)
    assert first.hasFocus()  # the keys begin where the answer does
    _choose(office, dialog, Component.DATES, Verdict.ACCEPT, 2)
    _choose(office, dialog, Component.VENUE, Verdict.ACCEPT)
    _choose(office, dialog, Component.TOPICS, Verdict.ACCEPT)
    office.click(dialog.accept_button)
    _press(office, view, "Convene")
    (only,) = consultations.list_all(office.ctx)
    assert (only.id, only.dates, only.former) == ("R1", LATER, (january,))
    assert (only.host, only.venue.city, only.turn.basis) == (Side.RU, "Kazan", id)
    assert only.turn.agreed
    assert view.about.text() == "Concerns R1, which was changed as agreed"
    office.window.activateWindow()  # as a window manager does when a dialog has closed
    office.bot.waitUntil(office.window.isActiveWindow)
    office.bot.keyClick(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (only,) = consultations.list_all(office.ctx)
    assert only.dates == january
    assert _stored(office, id).standing.state is ProposalState.AGREED
    office.click(view.about)
    assert office.window.stage.current == "consultation"


@pytest.mark.parametrize("id", ["P1", "P2", "P4", "P5"])
def test_every_control_has_a_name_in_every_language(office: Office, id: str) -> None:
    view = office.one(id)
    for language in Language:
        office.desk.choose_language(language)
        assert unnamed(view) == []


def test_the_state_of_a_component_is_words_in_every_language(office: Office) -> None:
    view = office.one("P2")
    standing = _stored(office, "P2").standing
    assert standing.component(Component.TOPICS) is ComponentState.OPEN
    office.desk.choose_language(Language.ZH)
    assert view.strip.chips[Component.TOPICS].text() == "待定——待我方"
    office.desk.choose_language(Language.RU)
    assert view.strip.chips[Component.TOPICS].text() == "не согласовано — за нами"
