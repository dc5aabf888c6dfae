"""Which steps of a proposal a note carries, and what each note is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import NoNoteError, NoteNotOursError, UnknownNoteStepError
from consultations_gui.domain.notes import (
    Matter,
    NoteKind,
    matter,
    note_step,
    note_steps,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, Event, EventKind, Proposal
from tests.domain.negotiation import (
    ACCEPTED,
    APRIL,
    DECLINED,
    MARCH,
    PARTLY,
    SECOND,
    START,
    TERMS,
    TO_KAZAN,
    act,
    answered,
    conflicting,
    drafted,
    sent,
    standing,
)


def kinds(proposal: Proposal) -> list[tuple[int, NoteKind, Side]]:
    return [(step.number, step.kind, step.event.by) for step in note_steps(proposal)]


def test_a_draft_has_the_note_of_the_offer_it_would_make() -> None:
    (step,) = note_steps(drafted())
    assert (step.kind, step.terms, step.offered) == (NoteKind.OFFER, TERMS, TERMS)
    assert step.event.kind is EventKind.DRAFTED
    assert step.refers_to is None
    again = steps.draft(drafted(), act(Side.CN, 1), replace(TERMS, dates=(MARCH,)))
    assert [s.terms.dates for s in note_steps(again) if s.terms] == [(MARCH,)]


def test_a_counter_lists_the_offer_it_makes_and_names_the_note_it_answers() -> None:
    proposal = answered(TO_KAZAN)
    offer, counter = note_steps(proposal)
    assert offer.kind is NoteKind.OFFER
    assert counter.kind is NoteKind.COUNTER
    assert counter.terms == standing(proposal).offers[1].terms
    assert counter.offered == TERMS
    assert counter.refers_to == offer.event
    assert counter.answer == TO_KAZAN


@pytest.mark.parametrize(
    ("answer", "kind", "dates"),
    [
        (ACCEPTED, NoteKind.ACCEPT, (MARCH,)),
        (SECOND, NoteKind.ACCEPT, (APRIL,)),
        (PARTLY, NoteKind.MIXED, (MARCH,)),
        (DECLINED, NoteKind.DECLINE, None),
    ],
)
def test_what_a_reply_lists(
    answer: Answer, kind: NoteKind, dates: tuple[Dates, ...] | None
) -> None:
    reply = note_steps(answered(answer))[1]
    assert reply.kind is kind
    assert (reply.terms.dates if reply.terms else None) == dates
    assert reply.kind.replies
    assert reply.kind.refers


def test_a_mixed_answer_that_declines_the_dates_lists_all_that_were_offered() -> None:
    answer = Answer(DECLINED.dates, ACCEPTED.venue, ACCEPTED.topics)
    reply = note_steps(answered(answer))[1]
    assert reply.terms == TERMS


def test_a_new_offer_after_a_mixed_answer_names_the_answer() -> None:
    proposal = answered(PARTLY)
    offered = steps.offer_anew(proposal, act(Side.CN, 4), replace(TERMS, dates=(MARCH,)))
    _, mixed, renewed = note_steps(offered)
    assert renewed.kind is NoteKind.RENEWED
    assert renewed.refers_to == mixed.event
    assert not renewed.kind.replies


def test_a_withdrawal_names_the_note_of_the_offer() -> None:
    proposal = steps.withdraw(sent(), act(Side.CN, 2))
    offer, withdrawal = note_steps(proposal)
    assert (withdrawal.kind, withdrawal.terms) == (NoteKind.WITHDRAW, None)
    assert withdrawal.offered == TERMS
    assert withdrawal.refers_to == offer.event


def test_the_same_step_recorded_twice_is_one_note_and_both_answers_in_conflict_are_two() -> None:
    proposal = answered(ACCEPTED)
    twice = replace(proposal.events[-1], at=act(Side.RU, 9).at)
    assert len(note_steps(replace(proposal, events=(*proposal.events, twice)))) == 2
    assert kinds(conflicting()) == [
        (1, NoteKind.OFFER, Side.CN),
        (2, NoteKind.ACCEPT, Side.RU),
        (3, NoteKind.DECLINE, Side.RU),
    ]


def test_what_speaks_of_no_offer_on_record_or_is_an_offices_own_affair_has_no_note() -> None:
    proposal = steps.convene(answered(ACCEPTED), act(Side.CN, 3), "X1")
    assert len(note_steps(proposal)) == 2
    answer = proposal.events[2]
    strangers = (
        replace(answer, offer=7),
        replace(answer, offer_hash="0" * 64),
        replace(answer, answer=None),
        replace(answer, answer=replace(ACCEPTED, dates=replace(ACCEPTED.dates, option=9))),
        replace(proposal.events[1], terms=None),
    )
    for stranger in strangers:
        later = replace(stranger, at=act(Side.RU, 12).at)
        assert len(note_steps(replace(proposal, events=(*proposal.events, later)))) == 2


def test_a_new_offer_that_came_without_the_answer_before_it_names_none() -> None:
    lonely = Event(EventKind.OFFERED, Side.CN, 5, act(Side.CN, 5).at, terms=TERMS)
    proposal = sent()
    found = note_steps(replace(proposal, events=(*proposal.events, lonely)))
    assert (found[1].kind, found[1].refers_to) == (NoteKind.RENEWED, None)


def test_each_side_writes_its_own_notes() -> None:
    proposal = answered(ACCEPTED, answered(TO_KAZAN), after=3)
    assert note_step(proposal, Side.CN).number == 3
    assert note_step(proposal, Side.RU).number == 2
    assert note_step(proposal, Side.CN, 1).kind is NoteKind.OFFER
    with pytest.raises(NoteNotOursError) as theirs:
        note_step(proposal, Side.CN, 2)
    assert vars(theirs.value) == {"id": "P1", "step": 2, "side": Side.RU, "steps": (1, 3)}
    with pytest.raises(UnknownNoteStepError) as unknown:
        note_step(proposal, Side.CN, 4)
    assert unknown.value.steps == (1, 2, 3)
    with pytest.raises(NoNoteError):
        note_step(sent(), Side.RU)


def test_what_a_proposal_is_about() -> None:
    assert matter(sent()) is Matter.SESSION
    assert matter(replace(sent(), about="R3")) is Matter.ROUND


def test_steps_are_in_the_order_of_their_times_however_they_were_recorded() -> None:
    proposal = answered(ACCEPTED, answered(TO_KAZAN), after=3)
    shuffled = replace(proposal, events=proposal.events[::-1])
    assert note_steps(shuffled) == note_steps(proposal)
    assert note_steps(proposal)[0].event.at > START
