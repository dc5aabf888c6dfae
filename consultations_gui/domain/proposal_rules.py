"""Folding a proposal's events into its standing (DOMAIN.md, Proposals, rules 1–9; Art. 5(4)).

The fold looks at the *set* of events, never at the order in which they were
recorded here: it walks from offer to offer and weighs all that was said of
each one. So messages that crossed, came twice or came late give the same
standing in both offices. It never refuses anything: what cannot be applied is
kept and flagged. What may be recorded in the first place is the business of
``proposal_steps``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from consultations_gui.domain.errors import ProposalWithoutBeginningError
from consultations_gui.domain.proposal import (
    Answer,
    Component,
    ComponentState,
    Event,
    EventKind,
    Flag,
    FlagReason,
    Offer,
    ProposalState,
    Standing,
    Verdict,
    event_day,
)
from consultations_gui.domain.proposal_terms import (
    complete,
    content_hash,
    countered,
    rulings,
)
from consultations_gui.domain.proposal_weighing import (
    Given,
    Weighed,
    order_key,
    speaks_of,
    weigh,
)


def fold(events: Iterable[Event]) -> Standing:
    """How a proposal with these events stands; the same for any order of them.

    Raises:
        ProposalWithoutBeginningError: neither a draft nor a transmitted offer among them.
    """
    unique, repeated = _merge(events)
    first = _first_offer(unique)
    if first is None:
        return _draft(unique, repeated)
    walk = _Walk([first], repeated=list(repeated), used=[first.made])
    weighed = walk.to_the_end(unique)
    return _standing(walk, weighed, unique)


@dataclass
class _Walk:
    """The chain as far as it has been walked."""

    offers: list[Offer]
    repeated: list[Event]
    used: list[Event]
    flags: list[Flag] = field(default_factory=list)

    def to_the_end(self, events: tuple[Event, ...]) -> Weighed:
        """Walk from offer to offer; each step uses up an event, so there is an end."""
        while True:
            weighed = weigh(self.offers[-1], events)
            self._answer(weighed.given)
            self.flags.extend(weighed.flags)
            self.repeated.extend(weighed.repeated)
            self.used.extend(weighed.used)
            if weighed.successor is None:
                return weighed
            self.offers.append(weighed.successor)

    def _answer(self, given: Given | None) -> None:
        if given is not None:
            offer = self.offers[-1]
            self.offers[-1] = replace(offer, answered=given.event, answer=given.answer)


def _merge(events: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Events in the order of their times, and those that only repeat one of them (rule 9).

    Same kind, side, offer and content is the same event: how it came, when and
    with which words is no part of it. A decision may be taken, taken back and
    taken again, so there the time is.
    """
    first: dict[tuple[object, ...], Event] = {}
    repeated = []
    for event in sorted(events, key=order_key):
        taken = event.at if event.kind is EventKind.DECIDED else None
        what = (event.kind, event.by, event.offer, event.offer_hash)
        if first.setdefault((*what, event.terms, event.answer, taken), event) is not event:
            repeated.append(event)
    return tuple(first.values()), tuple(repeated)


def _first_offer(events: tuple[Event, ...]) -> Offer | None:
    for event in events:
        if event.kind is EventKind.TRANSMITTED and event.terms and complete(event.terms):
            return Offer(1, event.terms, content_hash(event.terms), event)
    return None


def _draft(events: tuple[Event, ...], repeated: tuple[Event, ...]) -> Standing:
    drafts = [e for e in events if e.kind is EventKind.DRAFTED]
    if not drafts:
        raise ProposalWithoutBeginningError
    return Standing(
        state=ProposalState.DRAFT,
        proposed_by=drafts[-1].by,
        components=tuple((c, ComponentState.OPEN) for c in Component),
        flagged=_unfounded(events),
        repeated=repeated,
        draft=drafts[-1].terms,
    )


def _unfounded(events: Iterable[Event]) -> tuple[Flag, ...]:
    return tuple(
        Flag(event, FlagReason.UNFOUNDED) for event in events if event.kind is not EventKind.DRAFTED
    )


def _standing(walk: _Walk, end: Weighed, events: tuple[Event, ...]) -> Standing:
    standing = Standing(
        state=end.state,
        proposed_by=walk.offers[0].by,
        offers=tuple(walk.offers),
        components=_components(walk.offers[-1]),
        conflict=end.conflict,
        repeated=tuple(sorted(walk.repeated, key=order_key)),
    )
    if end.state is ProposalState.AGREED and end.given is not None:
        standing = _agree(standing, walk, end.given.answer, events)
    return replace(_await(standing, walk.offers[-1]), flagged=_flags(walk, events))


def _agree(standing: Standing, walk: _Walk, answer: Answer, events: tuple[Event, ...]) -> Standing:
    """All three accepted (rule 3): the agreed terms with the one chosen date, and their hash."""
    offer = walk.offers[-1]
    terms = countered(offer.terms, answer)
    agreed = replace(
        standing, agreed=terms, agreed_hash=content_hash(terms), chosen=answer.dates.option
    )
    for event in events:
        if event.kind is EventKind.CONVENED and speaks_of(event, offer):
            walk.used.append(event)
            convened = ProposalState.CONVENED
            agreed = replace(agreed, state=convened, consultation=event.consultation)
    return agreed


def _await(standing: Standing, offer: Offer) -> Standing:
    """Whose step is due, and since when."""
    if standing.state in (ProposalState.TRANSMITTED, ProposalState.COUNTERED):
        return replace(standing, waiting_for=offer.by.other, since=offer.sent)
    if standing.state is ProposalState.PARTLY_DECLINED and offer.answered is not None:
        since = event_day(offer.answered)
        return replace(standing, waiting_for=offer.by, since=since)
    return standing


def _components(offer: Offer) -> tuple[tuple[Component, ComponentState], ...]:
    """How each component stands (rule 6)."""
    if offer.answer is None:
        return tuple(
            (c, ComponentState.AGREED if c in offer.carried else ComponentState.OPEN)
            for c in Component
        )
    return tuple((c, _RULED[ruling.verdict]) for c, ruling in rulings(offer.answer))


_RULED = {
    Verdict.ACCEPT: ComponentState.AGREED,
    Verdict.DECLINE: ComponentState.DECLINED,
    # A standing counter makes the next offer, so no current offer is left with one.
    Verdict.COUNTER: ComponentState.OPEN,
}


def _flags(walk: _Walk, events: tuple[Event, ...]) -> tuple[Flag, ...]:
    """Everything kept but not applied, by time."""
    unused = tuple(e for e in events if e not in walk.used)
    return tuple(sorted((*walk.flags, *_unfounded(unused)), key=lambda f: order_key(f.event)))
