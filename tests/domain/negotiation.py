"""Builders and strategies for tests of proposals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Component,
    Proposal,
    ProposalState,
    Ruling,
    Standing,
    Terms,
    Topic,
    Verdict,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_steps import Act
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE

START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
MARCH = Dates(date(2027, 3, 2), date(2027, 3, 3))
APRIL = Dates(date(2027, 4, 6), date(2027, 4, 6))
MAY = Dates(date(2027, 5, 18), date(2027, 5, 20))
JUNE = Dates(date(2027, 6, 22), date(2027, 6, 23))
DALIAN = Venue("CN", "Dalian")
KAZAN = Venue("RU", "Kazan", "Кремль")
ONLINE = Venue(online=True)
THREATS = Topic("交流新的威胁情况", "Обмен данными о новых угрозах", 45)
TALKS = Topic("联合国框架内的协调", "Координация в рамках ООН", 60)
TERMS = Terms((MARCH, APRIL), DALIAN, (THREATS,))

YES_1 = Ruling(Verdict.ACCEPT, option=1)
ACCEPTED = Answer(YES_1, ACCEPT, ACCEPT)
SECOND = Answer(Ruling(Verdict.ACCEPT, option=2), ACCEPT, ACCEPT)
DECLINED = Answer(DECLINE, DECLINE, DECLINE)
PARTLY = Answer(YES_1, DECLINE, ACCEPT)
TO_KAZAN = Answer(YES_1, Ruling(Verdict.COUNTER, venue=KAZAN), ACCEPT)
TO_MAY = Answer(Ruling(Verdict.COUNTER, dates=(MAY, JUNE)), ACCEPT, ACCEPT)
OTHER_TOPICS = Answer(YES_1, ACCEPT, Ruling(Verdict.COUNTER, topics=(THREATS, TALKS)))


def act(by: Side, after: int = 0, *, offer: int | None = None, crossing: bool = False) -> Act:
    """An act ``after`` hours after the beginning."""
    return Act(by, START + timedelta(hours=after), offer=offer, crossing=crossing)


def blank(title: str = "") -> Proposal:
    return Proposal(uid="6f1c", id="P1", title_zh=title, title_ru=title, events=())


def drafted(terms: Terms = TERMS, by: Side = Side.CN) -> Proposal:
    return steps.draft(blank(), act(by), terms)


def sent(terms: Terms = TERMS, by: Side = Side.CN, reply_by: date | None = None) -> Proposal:
    return steps.transmit(drafted(terms, by), act(by, 1), reply_by)


def answered(answer: Answer, proposal: Proposal | None = None, after: int = 2) -> Proposal:
    """The current offer answered by whoever did not make it."""
    before = proposal or sent()
    current = fold(before.events).current
    assert current is not None
    return steps.answer(before, act(current.by.other, after), answer)


def standing(proposal: Proposal) -> Standing:
    return fold(proposal.events)


def conflicting() -> Proposal:
    """China's office holds two different answers of Russia's to offer 1."""
    return steps.answer(answered(ACCEPTED), act(Side.RU, 3, crossing=True), DECLINED)


def in_state(state: ProposalState) -> Proposal:
    """A proposal of China's in ``state``, current offer 1 (2 when countered)."""
    makers: dict[ProposalState, Callable[[], Proposal]] = {
        ProposalState.DRAFT: drafted,
        ProposalState.TRANSMITTED: sent,
        ProposalState.COUNTERED: lambda: answered(TO_KAZAN),
        ProposalState.PARTLY_DECLINED: lambda: answered(PARTLY),
        ProposalState.CONFLICTING: conflicting,
        ProposalState.AGREED: lambda: answered(ACCEPTED),
        ProposalState.DECLINED: lambda: answered(DECLINED),
        ProposalState.WITHDRAWN: lambda: steps.withdraw(sent(), act(Side.CN, 2)),
        ProposalState.LAPSED: lambda: steps.lapse(
            sent(), act(Side.RU, 2), "无答复", date(2028, 1, 1)
        ),
        ProposalState.CONVENED: lambda: steps.convene(answered(ACCEPTED), act(Side.CN, 3), "X1"),
    }
    proposal = makers[state]()
    assert standing(proposal).state is state
    return proposal


OPTIONS = st.lists(st.sampled_from([MARCH, APRIL, MAY, JUNE]), min_size=1, max_size=3, unique=True)
VENUES = st.sampled_from([DALIAN, KAZAN, ONLINE])
TOPICS = st.lists(st.sampled_from([THREATS, TALKS]), min_size=1, max_size=2, unique=True)
OFFERS = st.builds(
    lambda dates, venue, topics: Terms(tuple(dates), venue, tuple(topics)), OPTIONS, VENUES, TOPICS
)


@st.composite
def rulings(draw: st.DrawFn, component: Component) -> Ruling:
    """Any ruling of the right shape, also one that does not fit the offer."""
    verdict = draw(st.sampled_from(Verdict))
    if verdict is Verdict.DECLINE:
        return DECLINE
    if verdict is Verdict.ACCEPT:
        dates = component is Component.DATES
        return Ruling(verdict, option=draw(st.none() | st.integers(1, 3)) if dates else None)
    if component is Component.DATES:
        return Ruling(verdict, dates=tuple(draw(OPTIONS)))
    if component is Component.VENUE:
        return Ruling(verdict, venue=draw(VENUES))
    return Ruling(verdict, topics=tuple(draw(TOPICS)))


ANSWERS = st.builds(Answer, *(rulings(component) for component in Component)) | st.sampled_from(
    [ACCEPTED, SECOND, DECLINED, PARTLY, TO_KAZAN, TO_MAY, OTHER_TOPICS]
)


def with_note(proposal: Proposal, **channel: object) -> Proposal:
    """The proposal with its last event's channel filled in."""
    last = proposal.events[-1]
    noted = replace(last, channel=replace(last.channel, **channel))  # type: ignore[arg-type]  # fields by name
    return replace(proposal, events=(*proposal.events[:-1], noted))
