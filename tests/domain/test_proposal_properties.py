"""What holds for every sequence of events: nothing agreed by one side alone, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import event, given
from hypothesis import strategies as st

from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Component,
    Event,
    EventKind,
    Proposal,
    ProposalState,
    Ruling,
    Standing,
    Terms,
    Verdict,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_steps import Act
from consultations_gui.domain.proposal_terms import ACCEPT, content_hash, rulings
from tests.domain.negotiation import ANSWERS, DECLINED, OFFERS, START, blank, standing

ENDS = (EventKind.WITHDRAWN, EventKind.LAPSED)
KINDS = st.sampled_from([*[EventKind.ANSWERED] * 12, *[EventKind.OFFERED] * 3, *EventKind])
YES_MOSTLY = st.sampled_from([*[Verdict.ACCEPT] * 4, Verdict.COUNTER, Verdict.DECLINE])


@dataclass(frozen=True)
class Try:
    """Something somebody tries, sensible or not: what it comes to depends on where it is tried."""

    kind: EventKind
    wrong_side: bool
    crossing: bool
    offer: int | None
    at: datetime
    today: date
    verdicts: tuple[Verdict, ...]
    option: int
    terms: Terms
    wild: Answer | None

    def on(self, proposal: Proposal) -> Proposal:
        s = standing(proposal)
        offer = (s.offer(self.offer) if self.offer and self.crossing else None) or s.current
        assert offer is not None
        side = offer.by.other if self.kind is EventKind.ANSWERED else offer.by
        act = Act(
            by=side.other if self.wrong_side else side,
            at=self.at,
            offer=self.offer,
            crossing=self.crossing,
        )
        answer = self.wild or self.answer(offer.terms)
        steps_by_kind: dict[EventKind, Callable[[], Proposal]] = {
            EventKind.DRAFTED: lambda: steps.draft(proposal, act, self.terms),
            EventKind.TRANSMITTED: lambda: steps.transmit(proposal, act),
            EventKind.ANSWERED: lambda: steps.answer(proposal, act, answer),
            EventKind.OFFERED: lambda: steps.offer_anew(proposal, act, self.terms),
            EventKind.WITHDRAWN: lambda: steps.withdraw(proposal, act),
            EventKind.LAPSED: lambda: steps.lapse(proposal, act, "…", self.today),
            EventKind.DECIDED: lambda: steps.decide(proposal, act, self.decision(s)),
            EventKind.CONVENED: lambda: steps.convene(proposal, act, "X1"),
        }
        return steps_by_kind[self.kind]()

    def answer(self, terms: Terms) -> Answer:
        """An answer with these verdicts that fits the offer."""
        rulings = {}
        for component, verdict in zip(Component, self.verdicts, strict=True):
            ruling = Ruling(verdict)
            if verdict is Verdict.COUNTER:
                ruling = self.counter(component, terms)
            elif component is Component.DATES and verdict is Verdict.ACCEPT:
                ruling = Ruling(verdict, option=self.option % len(terms.dates) + 1)
            rulings[component] = ruling
        return Answer(*rulings.values())

    def counter(self, component: Component, terms: Terms) -> Ruling:
        if component is Component.DATES:
            return Ruling(Verdict.COUNTER, dates=tuple(reversed(self.terms.dates)))
        if component is Component.VENUE:
            return Ruling(Verdict.COUNTER, venue=self.terms.venue)
        return Ruling(Verdict.COUNTER, topics=self.terms.topics)

    def decision(self, s: Standing) -> Answer:
        answers = [e.answer for e in s.conflict if e.answer is not None]
        return answers[self.option % len(answers)] if answers else DECLINED


RARELY = st.sampled_from([False, False, False, False, True])
TRIES = st.builds(
    Try,
    kind=KINDS,
    wrong_side=RARELY,
    crossing=RARELY,
    offer=st.none() | st.integers(1, 3),
    at=st.integers(0, 20).map(lambda minutes: START + timedelta(minutes=minutes)),
    today=st.sampled_from([START.date(), START.date() + timedelta(days=400)]),
    verdicts=st.tuples(YES_MOSTLY, YES_MOSTLY, YES_MOSTLY)
    | st.sampled_from(Verdict).map(lambda verdict: (verdict,) * 3),
    option=st.integers(0, 2),
    terms=OFFERS,
    wild=st.none() | st.none() | ANSWERS,
)
SCRIPTS = st.lists(TRIES, max_size=10)
BEGUN = st.builds(
    lambda terms, by: steps.transmit(steps.draft(blank(), Act(by, START), terms), Act(by, START)),
    OFFERS,
    st.sampled_from(Side),
)


def play(script: list[Try], start: Proposal) -> list[Proposal]:
    """Every proposal on the way; refused steps change nothing."""
    way = [start]
    for attempt in script:
        try:
            way.append(attempt.on(way[-1]))
        except DomainError:
            continue
    return way


def accepted_by(side: Side, terms: Terms, events: tuple[Event, ...], chain: Standing) -> bool:
    """Whether ``side`` itself said yes to these terms: it offered them or accepted an offer."""
    for offer in chain.offers:
        if (offer.terms.venue, offer.terms.topics) != (terms.venue, terms.topics):
            continue
        options = offer.terms.dates
        if offer.by is side and terms.dates[0] in options:
            return True
        for said in events:
            if said.kind is not EventKind.ANSWERED or said.by is not side:
                continue
            answer = said.answer
            assert answer is not None
            all_three = all(r.verdict is Verdict.ACCEPT for _, r in rulings(answer))
            same = said.offer == offer.number and said.offer_hash == content_hash(offer.terms)
            # A number that names none of the options accepts nothing.
            number = answer.dates.option or 1
            if all_three and same and options[number - 1 : number] == terms.dates[:1]:
                return True
    return False


@given(BEGUN, SCRIPTS)
def test_agreed_only_where_both_sides_accepted_the_same_terms(
    start: Proposal, script: list[Try]
) -> None:
    for proposal in play(script, start):
        s = standing(proposal)
        event(s.state.value)
        agreed = s.state in (ProposalState.AGREED, ProposalState.CONVENED)
        assert agreed == (s.agreed is not None) == bool(s.agreed_hash)
        if s.agreed is not None:
            assert s.agreed_hash == content_hash(s.agreed)
            assert len(s.agreed.dates) == 1
            for side in Side:
                assert accepted_by(side, s.agreed, proposal.events, s)


@given(BEGUN, SCRIPTS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_standing(
    start: Proposal, script: list[Try], random: Random
) -> None:
    events = list(play(script, start)[-1].events)
    expected = fold(events)
    random.shuffle(events)
    assert fold(events) == expected


@given(BEGUN, SCRIPTS, st.data())
def test_receiving_events_again_changes_nothing(
    start: Proposal, script: list[Try], data: st.DataObject
) -> None:
    events = play(script, start)[-1].events
    again = data.draw(st.lists(st.sampled_from(events)))
    twice = fold([*events, *again])
    assert replace(twice, repeated=()) == replace(fold(events), repeated=())


@st.composite
def forged(draw: st.DrawFn, chain: Standing) -> list[Event]:
    """Events no step would have made: by either side, of any offer, with anything in them.

    They can come in a packet or from a damaged register; the fold alone judges them.
    """
    found = []
    for _ in range(draw(st.integers(1, 4))):
        offer = draw(st.sampled_from(chain.offers))
        kind = draw(st.sampled_from([*[EventKind.ANSWERED] * 6, *EventKind]))
        makes = kind in (EventKind.DRAFTED, EventKind.TRANSMITTED, EventKind.OFFERED)
        answers = kind in (EventKind.ANSWERED, EventKind.DECIDED)
        yes = Answer(Ruling(Verdict.ACCEPT, option=1), ACCEPT, ACCEPT)
        found.append(
            Event(
                kind,
                draw(st.sampled_from(Side)),
                offer.number + (kind is EventKind.OFFERED),
                START + timedelta(minutes=draw(st.integers(0, 20))),
                offer_hash="" if makes else offer.content_hash,
                terms=draw(OFFERS) if makes else None,
                answer=draw(st.just(yes) | ANSWERS) if answers else None,
                reason="…" if kind is EventKind.LAPSED else "",
                consultation="X1" if kind is EventKind.CONVENED else "",
            )
        )
    return found


@given(BEGUN, SCRIPTS, st.data(), st.randoms(use_true_random=False))
def test_nobody_agrees_for_the_other_whatever_events_arrive(
    start: Proposal, script: list[Try], data: st.DataObject, random: Random
) -> None:
    """The rules hold for the events themselves, not only for the steps that record them."""
    recorded = play(script, start)[-1].events
    events = [*recorded, *data.draw(forged(fold(recorded)))]
    s = fold(events)
    event(f"forged: {s.state.value}")
    agreed = s.state in (ProposalState.AGREED, ProposalState.CONVENED)
    assert agreed == (s.agreed is not None) == bool(s.agreed_hash)
    if s.agreed is not None:
        assert s.agreed_hash == content_hash(s.agreed)
        for side in Side:
            assert accepted_by(side, s.agreed, tuple(events), s)
    for before, after in pairwise(s.offers):
        assert (after.by is before.by) == (after.made.kind is EventKind.OFFERED)
    if s.state is ProposalState.WITHDRAWN:
        assert s.current is not None
        last = (s.current.by, s.current.number, s.current.content_hash)
        ended = [(e.by, e.offer, e.offer_hash) for e in events if e.kind is EventKind.WITHDRAWN]
        assert last in ended  # its author's own word (rule 7)
    for said in events:
        assert placed(said, s)
    shuffled = list(events)
    random.shuffle(shuffled)
    assert fold(shuffled) == s


def placed(said: Event, s: Standing) -> bool:
    """Whether an event is applied, flagged, repeated or in conflict."""
    shown = [
        *(o.made for o in s.offers),
        *(o.answered for o in s.offers),
        *(f.event for f in s.flagged),
        *s.repeated,
        *s.conflict,
    ]
    silent = (EventKind.DRAFTED, EventKind.DECIDED, EventKind.CONVENED)
    ended = said.kind in ENDS and s.state in (ProposalState.WITHDRAWN, ProposalState.LAPSED)
    return said in shown or said.kind in silent or ended


@given(BEGUN, SCRIPTS)
def test_nothing_recorded_is_ever_lost(start: Proposal, script: list[Try]) -> None:
    way = play(script, start)
    for before, after in pairwise(way):
        assert after.events[: len(before.events)] == before.events
        assert len(after.events) == len(before.events) + 1
        old, new = fold(before.events), fold(after.events)
        assert old.offers[0].terms == new.offers[0].terms


@given(BEGUN, SCRIPTS)
def test_every_event_has_its_place(start: Proposal, script: list[Try]) -> None:
    """Each one is applied, flagged, repeated or in conflict: none is passed over in silence."""
    proposal = play(script, start)[-1]
    s = standing(proposal)
    assert all(placed(said, s) for said in proposal.events)


@given(BEGUN, SCRIPTS)
def test_offers_are_numbered_and_alternate_only_by_counters(
    start: Proposal, script: list[Try]
) -> None:
    s = standing(play(script, start)[-1])
    assert [o.number for o in s.offers] == list(range(1, len(s.offers) + 1))
    for before, after in pairwise(s.offers):
        assert (after.by is before.by) == (after.made.kind is EventKind.OFFERED)


@given(BEGUN, SCRIPTS)
def test_a_step_of_ones_own_always_takes_effect(start: Proposal, script: list[Try]) -> None:
    """What the table allows is never flagged: the table and the fold agree."""
    proposal = play(script, start)[-1]
    for attempt in script:
        own = replace(attempt, crossing=False, at=START + timedelta(hours=9))
        try:
            after = own.on(proposal)
        except DomainError:
            continue
        assert after.events[-1] not in [f.event for f in standing(after).flagged]


@given(BEGUN, SCRIPTS)
def test_waiting_names_the_side_whose_step_is_allowed(start: Proposal, script: list[Try]) -> None:
    s = standing(play(script, start)[-1])
    open_states = {
        ProposalState.TRANSMITTED,
        ProposalState.COUNTERED,
        ProposalState.PARTLY_DECLINED,
    }
    assert (s.waiting_for is not None) == (s.state in open_states)
    assert (s.since is not None) == (s.waiting_for is not None)
    assert s.days_waiting(date(2026, 1, 1)) == 0
