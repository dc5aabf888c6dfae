"""Notes verbales of a proposal: which step each of them carries, and what it is about.

An offer, a new offer, a withdrawal travel with a note verbale (普通照会, вербальная
нота), an answer with a reply note (复照, ответная нота). Lapsing, deciding and
convening are an office's own affair: no note carries them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from consultations_gui.domain.errors import (
    NoNoteError,
    NoteNotOursError,
    UnknownNoteStepError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Event,
    EventKind,
    Offer,
    Proposal,
    Standing,
    Terms,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_terms import (
    accepts_all,
    answer_fits,
    chosen_dates,
    countered,
    counters,
    declines_all,
    normalised,
)
from consultations_gui.domain.proposal_weighing import order_key, speaks_of


class NoteKind(StrEnum):
    """What a note says."""

    OFFER = "offer"
    """Transmits the first offer."""
    COUNTER = "counter"
    """Answers with a counter-proposal, which is the next offer (rule 4)."""
    ACCEPT = "accept"
    DECLINE = "decline"
    MIXED = "mixed"
    """Answers with accepts and declines mixed (rule 5)."""
    RENEWED = "renewed"
    """Transmits a new offer of the author's after a mixed answer (rule 5)."""
    WITHDRAW = "withdraw"

    @property
    def replies(self) -> bool:
        """It is a reply note, which carries an answer."""
        return self in (NoteKind.COUNTER, NoteKind.ACCEPT, NoteKind.DECLINE, NoteKind.MIXED)

    @property
    def refers(self) -> bool:
        """It names an earlier note by number and date."""
        return self is not NoteKind.OFFER


class Matter(StrEnum):
    """What the proposal is about."""

    SESSION = "session"
    """An extraordinary consultation."""
    ROUND = "round"
    """The dates or venue of a round there is already (rule 10)."""


@dataclass(frozen=True)
class NoteStep:
    """A step that a note carries; ``number`` counts such steps of the proposal from 1.

    ``event`` holds number and date of the note, if recorded, and the wished
    reply date. ``offered`` are the terms of the offer made or spoken of.
    ``terms`` are what the annex lists: the offer made, what was agreed, or
    with a mixed answer what was offered; ``None`` where there is no annex.
    ``answer`` is set with reply notes. ``refers_to`` is the step whose note
    this one names.
    """

    number: int
    kind: NoteKind
    event: Event
    offered: Terms
    terms: Terms | None = None
    answer: Answer | None = None
    refers_to: Event | None = None


def matter(proposal: Proposal) -> Matter:
    """What the proposal is about (rule 10)."""
    return Matter.ROUND if proposal.about else Matter.SESSION


def note_steps(proposal: Proposal) -> tuple[NoteStep, ...]:
    """The steps of both sides that a note carries, by time; of a draft, the offer it would make.

    A step recorded twice counts once (rule 9). One that speaks of an offer
    that is not on record is left out: it cannot be told what its note says.
    """
    standing = fold(proposal.events)
    found = list(_sent(proposal, standing))
    if not found and standing.draft is not None:
        drafted = [event for event in proposal.events if event.kind is EventKind.DRAFTED][-1]
        found = [NoteStep(0, NoteKind.OFFER, drafted, standing.draft, standing.draft)]
    return tuple(replace(step, number=number) for number, step in enumerate(found, 1))


def note_step(proposal: Proposal, side: Side, number: int | None = None) -> NoteStep:
    """The step numbered ``number``, or the newest of ``side``, that ``side`` writes a note about.

    Raises:
        NoNoteError: there is none of this side's.
        UnknownNoteStepError: there is no step of that number.
        NoteNotOursError: it is the other side's.
    """
    steps = note_steps(proposal)
    own = tuple(step for step in steps if step.event.by is side)
    if number is None:
        if not own:
            raise NoNoteError(id=proposal.id, side=side)
        return own[-1]
    chosen = next((step for step in steps if step.number == number), None)
    if chosen is None:
        numbers = tuple(step.number for step in steps)
        raise UnknownNoteStepError(id=proposal.id, step=number, steps=numbers)
    if chosen not in own:
        numbers = tuple(step.number for step in own)
        raise NoteNotOursError(id=proposal.id, step=number, side=chosen.event.by, steps=numbers)
    return chosen


def _sent(proposal: Proposal, standing: Standing) -> Iterator[NoteStep]:
    told: list[tuple[object, ...]] = []
    for event in sorted(proposal.events, key=order_key):
        what = (event.kind, event.by, event.offer, event.offer_hash, event.terms, event.answer)
        step = _step(event, standing)
        if step is not None and what not in told:
            told.append(what)
            yield step


def _step(event: Event, standing: Standing) -> NoteStep | None:
    if event.kind in (EventKind.TRANSMITTED, EventKind.OFFERED) and event.terms is not None:
        return _offer(event, event.terms, standing)
    offer = standing.offer(event.offer)
    if offer is None or not speaks_of(event, offer):
        return None
    if event.kind is EventKind.WITHDRAWN:
        return NoteStep(0, NoteKind.WITHDRAW, event, offer.terms, refers_to=offer.made)
    if event.kind is EventKind.ANSWERED and event.answer is not None:
        return _reply(event, normalised(event.answer), offer)
    return None


def _offer(event: Event, terms: Terms, standing: Standing) -> NoteStep:
    if event.kind is EventKind.TRANSMITTED:
        return NoteStep(0, NoteKind.OFFER, event, terms, terms)
    before = standing.offer(event.offer - 1)
    answered = before.answered if before else None
    return NoteStep(0, NoteKind.RENEWED, event, terms, terms, refers_to=answered)


def _reply(event: Event, answer: Answer, offer: Offer) -> NoteStep | None:
    if not answer_fits(answer, offer.terms):
        return None
    kind, terms = _said(answer, offer.terms)
    return NoteStep(0, kind, event, offer.terms, terms, answer, offer.made)


def _said(answer: Answer, offered: Terms) -> tuple[NoteKind, Terms | None]:
    """What the answer's note says and lists."""
    if counters(answer):
        return NoteKind.COUNTER, countered(offered, answer)
    if accepts_all(answer):
        return NoteKind.ACCEPT, countered(offered, answer)
    if declines_all(answer):
        return NoteKind.DECLINE, None
    dates = chosen_dates(answer, offered) or offered.dates
    return NoteKind.MIXED, replace(offered, dates=dates)
