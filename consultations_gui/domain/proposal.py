"""Proposals: the chain of offers and answers by which a consultation is agreed (Art. 5(4)).

A proposal is the list of its events; its state is folded from them
(``proposal_rules``), so that nothing recorded is ever lost and the same
events, in whatever order they arrived, always give the same state. Which step
is allowed when stands in ``proposal_steps``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import CAPITAL_ZONES, NOWHERE, Side, Venue
from consultations_gui.domain.post import NO_POST, Post


class ProposalState(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"
    TRANSMITTED = "transmitted"
    COUNTERED = "countered"
    PARTLY_DECLINED = "partly_declined"
    """Accepts and declines mixed: its author makes a new offer or withdraws (rule 5)."""
    CONFLICTING = "conflicting"
    """Two different answers by one side to one offer: a person decides (rule 9)."""
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    CONVENED = "convened"


class Component(StrEnum):
    """The three things every offer must name (Art. 5(4))."""

    DATES = "dates"
    VENUE = "venue"
    TOPICS = "topics"


class ComponentState(StrEnum):
    """How one component stands between the two sides."""

    OPEN = "open"
    AGREED = "agreed"
    DECLINED = "declined"


class Verdict(StrEnum):
    """What an answer says of one component."""

    ACCEPT = "accept"
    DECLINE = "decline"
    COUNTER = "counter"


@dataclass(frozen=True)
class Topic:
    """A topic in both texts with its length in minutes."""

    zh: str = ""
    ru: str = ""
    minutes: int | None = None


@dataclass(frozen=True)
class Terms:
    """What an offer holds: one to five date options in order of preference, venue, topics."""

    dates: tuple[Dates, ...] = ()
    venue: Venue = NOWHERE
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True)
class Channel:
    """How a step went: the note's number, its date, the day it was received, who recorded it."""

    note: str = ""
    note_date: date | None = None
    received: date | None = None
    recorded_by: str = ""


@dataclass(frozen=True)
class Ruling:
    """An answer on one component.

    ``option`` (from 1) chooses a date option with ACCEPT; with COUNTER the
    one field of the component's own type holds the counter-proposal.
    """

    verdict: Verdict
    option: int | None = None
    dates: tuple[Dates, ...] = ()
    venue: Venue | None = None
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True)
class Answer:
    """An answer names all three components."""

    dates: Ruling
    venue: Ruling
    topics: Ruling


class EventKind(StrEnum):
    """What can happen to a proposal."""

    DRAFTED = "drafted"
    TRANSMITTED = "transmitted"
    ANSWERED = "answered"
    OFFERED = "offered"
    """A new offer by the author after a partial decline."""
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    DECIDED = "decided"
    """Which of two conflicting answers stands, as a person decided (rule 9)."""
    CONVENED = "convened"


@dataclass(frozen=True)
class Event:
    """One recorded step. ``offer`` is the offer number it speaks of; ``by`` the side acting.

    ``at`` is the aware UTC time it was recorded. Only the fields of its kind
    are set: ``terms`` with DRAFTED, TRANSMITTED and OFFERED, ``answer`` with
    ANSWERED and DECIDED, ``reason`` with LAPSED, WITHDRAWN and DECIDED,
    ``consultation`` with CONVENED. ``reply_by`` is the reply date wished for
    the offer the step makes. ``offer_hash`` is the content hash of the offer
    spoken of, so that an event never speaks of another offer with the same
    number; it is empty where the step makes the offer itself.
    """

    kind: EventKind
    by: Side
    offer: int
    at: datetime
    offer_hash: str = ""
    channel: Channel = Channel()
    terms: Terms | None = None
    answer: Answer | None = None
    reply_by: date | None = None
    reason: str = ""
    consultation: str = ""


@dataclass(frozen=True)
class Proposal:
    """A proposal: who began it, what it is about, and its events in order.

    ``uid`` is a UUID that both offices share; ``id`` (``P2``) is local to the
    register. ``about`` names the round whose postponement or venue it
    concerns (rule 10), or is empty for an extraordinary consultation. ``post``
    tells of the packets about it.
    """

    uid: str
    id: str
    title_zh: str
    title_ru: str
    events: tuple[Event, ...]
    about: str = ""
    post: Post = NO_POST
    version: int = 0


@dataclass(frozen=True)
class Offer:
    """One immutable, numbered offer as the chain holds it.

    ``made`` is the event that made it (TRANSMITTED, OFFERED, or the ANSWERED
    with a counter), ``answered`` the event whose answer stands and ``answer``
    that answer with its date option always numbered. ``carried`` are the
    components the other side has accepted already, in this very content.
    ``content_hash`` is the SHA-256 of the terms' canonical JSON.
    """

    number: int
    terms: Terms
    content_hash: str
    made: Event
    answered: Event | None = None
    answer: Answer | None = None
    carried: tuple[Component, ...] = ()

    @property
    def by(self) -> Side:
        """The side that made it."""
        return self.made.by

    @property
    def sent(self) -> date:
        """The day it went out: its note's date, else the day of recording in its capital."""
        return event_day(self.made)


class FlagReason(StrEnum):
    """Why a recorded event was kept but not applied."""

    SUPERSEDED = "superseded"
    """It speaks of an offer that a later one has replaced (rule 8)."""
    CROSSED = "crossed"
    """It crossed with a message that takes precedence (rule 8)."""
    CONFLICTING = "conflicting"
    """It is one of two different answers by one side, and not the one that stands (rule 9)."""
    UNFOUNDED = "unfounded"
    """It speaks of an offer that is not on record, or its maker could not make it."""


@dataclass(frozen=True)
class Flag:
    """An event that is kept and shown but not applied, with the reason."""

    event: Event
    reason: FlagReason


@dataclass(frozen=True)
class Standing:
    """How a proposal stands: everything that follows from its events.

    ``waiting_for`` is the side whose step is due, ``since`` the day since when.
    ``agreed`` holds the agreed terms with the one chosen date, ``chosen`` that
    option's number in the agreed offer, ``agreed_hash`` the SHA-256 of the
    agreed terms' canonical JSON (RFC 8785). ``conflict`` holds the different
    answers a person must decide between; ``repeated`` events that were on
    record already and so only confirm it. ``consultation`` is the ID of what
    was convened. ``draft`` are the terms while nothing was transmitted.
    """

    state: ProposalState
    proposed_by: Side
    offers: tuple[Offer, ...] = ()
    waiting_for: Side | None = None
    since: date | None = None
    components: tuple[tuple[Component, ComponentState], ...] = ()
    agreed: Terms | None = None
    agreed_hash: str = ""
    chosen: int | None = None
    flagged: tuple[Flag, ...] = ()
    conflict: tuple[Event, ...] = ()
    repeated: tuple[Event, ...] = ()
    consultation: str = ""
    draft: Terms | None = None

    @property
    def current(self) -> Offer | None:
        """The highest-numbered offer, the only one that can be answered (rule 1)."""
        return self.offers[-1] if self.offers else None

    def offer(self, number: int) -> Offer | None:
        """The offer called ``number``, from 1."""
        return next((o for o in self.offers if o.number == number), None)

    def component(self, component: Component) -> ComponentState:
        """How one of the three components stands (rule 6)."""
        return dict(self.components)[component]

    @property
    def terms(self) -> Terms:
        """The terms the proposal is about now: agreed, on offer, or drafted."""
        if self.agreed is not None:
            return self.agreed
        return self.current.terms if self.current else self.draft or Terms()

    @property
    def reply_by(self) -> date | None:
        """The wished reply date of the current offer."""
        return self.current.made.reply_by if self.current else None

    def days_waiting(self, today: date) -> int:
        """Whole days one side has been waited for; 0 when nobody is."""
        if self.waiting_for is None or self.since is None:
            return 0
        return max((today - self.since).days, 0)

    def days_overdue(self, today: date) -> int:
        """Days past the wished reply date without a reply: "no reply, N days", nothing more."""
        if self.current is None or self.reply_by is None:
            return 0
        if self.waiting_for is not self.current.by.other:
            return 0
        return max((today - self.reply_by).days, 0)


def event_day(event: Event) -> date:
    """The day of a step: its note's date, else the day it was recorded in the actor's capital."""
    if event.channel.note_date is not None:
        return event.channel.note_date
    return event.at.astimezone(ZoneInfo(CAPITAL_ZONES[event.by])).date()
