"""Weighing everything that was said of one offer (DOMAIN.md, Proposals, rules 2–5, 8 and 9).

Precedence where messages crossed: full acceptance, then withdrawal and lapse,
then counter and decline. It never depends on which message was recorded
first, only on the messages themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from consultations_gui.domain.proposal import (
    Answer,
    Event,
    EventKind,
    Flag,
    FlagReason,
    Offer,
    ProposalState,
    Terms,
)
from consultations_gui.domain.proposal_terms import (
    accepts_all,
    answer_fits,
    carried,
    complete,
    content_hash,
    countered,
    counters,
    declines_all,
    normalised,
)


@dataclass(frozen=True)
class Given:
    """An answer that was given, in its normal form, and the event that gave it."""

    event: Event
    answer: Answer

    @property
    def partial(self) -> bool:
        """Accepts and declines mixed (rule 5)."""
        return not (accepts_all(self.answer) or declines_all(self.answer) or counters(self.answer))


@dataclass(frozen=True)
class Weighed:
    """What came of one offer.

    ``given`` is the answer that stands, ``successor`` the offer that follows
    this one, if any; without it ``state`` is the proposal's. ``used`` are the
    events that had their effect or were flagged here.
    """

    state: ProposalState
    given: Given | None = None
    successor: Offer | None = None
    conflict: tuple[Event, ...] = ()
    flags: tuple[Flag, ...] = ()
    repeated: tuple[Event, ...] = ()
    used: tuple[Event, ...] = ()


@dataclass(frozen=True)
class _Said:
    """What was said of one offer: different answers, endings by precedence, decisions."""

    answers: tuple[Given, ...]
    repeated: tuple[Event, ...]
    endings: tuple[Event, ...]
    decisions: tuple[Event, ...]

    @property
    def used(self) -> tuple[Event, ...]:
        """All of it; a decision only where there was something to decide."""
        decisions = self.decisions if len(self.answers) > 1 else ()
        answers = tuple(given.event for given in self.answers)
        return (*answers, *self.repeated, *self.endings, *decisions)


def order_key(event: Event) -> tuple[datetime, str]:
    """Events by time; equal times in an order that is the same in both offices.

    Who recorded a step is known to his own office alone.
    """
    return event.at, repr(replace(event, channel=replace(event.channel, recorded_by="")))


def speaks_of(event: Event, offer: Offer) -> bool:
    """Whether the event is about this very offer: its number and its content."""
    return event.offer == offer.number and event.offer_hash == offer.content_hash


def answer_given(event: Event, offer: Offer) -> Answer | None:
    """The answer to ``offer`` that ``event`` gives, if it is one, in its normal form (rule 2)."""
    if event.kind is not EventKind.ANSWERED or event.by is offer.by or event.answer is None:
        return None
    fits = speaks_of(event, offer) and answer_fits(event.answer, offer.terms)
    return normalised(event.answer) if fits else None


def weigh(offer: Offer, events: tuple[Event, ...]) -> Weighed:
    """What came of ``offer``; ``events`` are all of the proposal's, by :func:`order_key`."""
    said = _listen(offer, events)
    chosen = _choose(offer, said, events)
    if chosen is None and said.answers:
        weighed = _in_conflict(said)
    else:
        weighed = _settle(offer, chosen, said, events)
    made = (weighed.successor.made,) if weighed.successor else ()
    return replace(
        weighed,
        flags=weighed.flags + _not_chosen(offer, chosen, said, events),
        repeated=said.repeated,
        used=(*said.used, *made),
    )


def _listen(offer: Offer, events: tuple[Event, ...]) -> _Said:
    answers: dict[Answer, Event] = {}
    repeated = []
    for event in events:
        answer = answer_given(event, offer)
        if answer is not None and answers.setdefault(answer, event) is not event:
            repeated.append(event)
    about = [e for e in events if speaks_of(e, offer)]
    withdrawals = [e for e in about if e.kind is EventKind.WITHDRAWN and e.by is offer.by]
    lapses = [e for e in about if e.kind is EventKind.LAPSED]
    return _Said(
        answers=tuple(Given(event, answer) for answer, event in answers.items()),
        repeated=tuple(repeated),
        endings=(*withdrawals, *lapses),
        decisions=tuple(e for e in about if e.kind is EventKind.DECIDED),
    )


def _choose(offer: Offer, said: _Said, events: tuple[Event, ...]) -> Given | None:
    """The answer that stands, or ``None``: there is none, or a person must decide (rule 9)."""
    if len(said.answers) == 1:
        return said.answers[0]
    decided = _decided(said)
    if decided is not None:
        return decided
    # Where the author has acted on one of the answers, both sides have settled on it.
    acted_on = [given for given in said.answers if _author_moved_on(offer, given, events)]
    return acted_on[0] if len(acted_on) == 1 else None


def _decided(said: _Said) -> Given | None:
    """The answer decided for; each side's newest decision counts and they must be one."""
    newest = {e.by: normalised(e.answer) for e in said.decisions if e.answer is not None}
    wanted = set(newest.values())
    if len(wanted) != 1:
        return None
    return next((given for given in said.answers if given.answer in wanted), None)


def _author_moved_on(offer: Offer, given: Given, events: tuple[Event, ...]) -> bool:
    follower = _successor(offer, given, events)
    if follower is None:
        return False
    return follower.by is offer.by or _answered(follower, events)


def _answered(offer: Offer, events: Iterable[Event]) -> bool:
    return any(answer_given(e, offer) is not None for e in events)


def _successor(offer: Offer, given: Given, events: tuple[Event, ...]) -> Offer | None:
    """The offer that follows if ``given`` stands: the counter, or the author's new one."""
    if counters(given.answer):
        return _follow(offer, given.answer, given.event, countered(offer.terms, given.answer))
    if not given.partial:
        return None
    for event in events:
        made = event.kind is EventKind.OFFERED and event.by is offer.by
        if made and event.offer == offer.number + 1 and event.terms and complete(event.terms):
            return _follow(offer, given.answer, event, event.terms)
    return None


def _follow(offer: Offer, answer: Answer, made: Event, terms: Terms) -> Offer:
    return Offer(
        number=offer.number + 1,
        terms=terms,
        content_hash=content_hash(terms),
        made=made,
        carried=carried(offer.terms, answer, terms),
    )


def _in_conflict(said: _Said) -> Weighed:
    """Several answers, none decided for. An ending beats them all unless one accepts in full."""
    may_be_agreed = any(accepts_all(given.answer) for given in said.answers)
    if said.endings and not may_be_agreed:
        ended = _ended(said.endings, None)
        crossed = _flag((given.event for given in said.answers), FlagReason.CROSSED)
        return replace(ended, flags=ended.flags + crossed)
    return Weighed(
        state=ProposalState.CONFLICTING,
        conflict=tuple(given.event for given in said.answers),
        flags=_flag(said.endings, FlagReason.CROSSED),
    )


def _settle(offer: Offer, given: Given | None, said: _Said, events: tuple[Event, ...]) -> Weighed:
    if given is not None and accepts_all(given.answer):
        crossed = _flag(said.endings, FlagReason.CROSSED)
        return Weighed(ProposalState.AGREED, given, flags=crossed)
    successor = None if given is None else _successor(offer, given, events)
    late = tuple(e for e in said.endings if successor and _came_after(e, successor, events))
    endings = tuple(e for e in said.endings if e not in late)
    flags = _flag(late, FlagReason.SUPERSEDED)
    if endings:
        ended = _ended(endings, given)
        return replace(ended, flags=ended.flags + flags)
    return Weighed(_open_state(offer, given), given, successor, flags=flags)


def _came_after(ending: Event, successor: Offer, events: tuple[Event, ...]) -> bool:
    """Whether the ending side had moved on to ``successor`` already (rule 7: only the current)."""
    if ending.by is successor.by:
        return successor.made.at <= ending.at
    return _answered(successor, events)


def _ended(endings: tuple[Event, ...], given: Given | None) -> Weighed:
    """Withdrawn or lapsed; a counter or decline that crossed with it is kept and flagged."""
    ending, *others = endings
    withdrawn = ending.kind is EventKind.WITHDRAWN
    state = ProposalState.WITHDRAWN if withdrawn else ProposalState.LAPSED
    flags = _flag(others, FlagReason.CROSSED)
    if given is None:
        return Weighed(state, flags=flags)
    if given.partial and given.event.at < ending.at:
        # In its turn, not crossed: after a partial decline the author may withdraw (rule 5).
        return Weighed(state, given, flags=flags)
    return Weighed(state, flags=flags + _flag([given.event], FlagReason.CROSSED))


def _open_state(offer: Offer, given: Given | None) -> ProposalState:
    if given is None:
        by_counter = offer.made.kind is EventKind.ANSWERED
        return ProposalState.COUNTERED if by_counter else ProposalState.TRANSMITTED
    return ProposalState.PARTLY_DECLINED if given.partial else ProposalState.DECLINED


def _not_chosen(
    offer: Offer, chosen: Given | None, said: _Said, events: tuple[Event, ...]
) -> tuple[Flag, ...]:
    """Other answers than the one that stands; late ones speak of a superseded offer (rule 8)."""
    if chosen is None:
        return ()
    superseded = _author_moved_on(offer, chosen, events)
    reason = FlagReason.SUPERSEDED if superseded else FlagReason.CONFLICTING
    return _flag((given.event for given in said.answers if given is not chosen), reason)


def _flag(events: Iterable[Event], reason: FlagReason) -> tuple[Flag, ...]:
    return tuple(Flag(event, reason) for event in events)
