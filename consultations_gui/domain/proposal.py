"""Proposals: the chain of offers and answers by which a consultation is agreed (Art. 5(4)).

A proposal is the list of its events; its state is folded from them, so that
nothing recorded is ever lost and the same events always give the same state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import NOWHERE, Side, Venue


class ProposalState(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"
    TRANSMITTED = "transmitted"
    COUNTERED = "countered"
    PARTLY_DECLINED = "partly_declined"
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
    CONVENED = "convened"


@dataclass(frozen=True)
class Event:
    """One recorded step. ``offer`` is the offer number it speaks of; ``by`` the side acting.

    ``at`` is the aware UTC time it was recorded. Only the fields of its kind
    are set: ``terms`` with DRAFTED and OFFERED, ``answer`` with ANSWERED,
    ``reason`` with LAPSED and WITHDRAWN, ``consultation`` with CONVENED.
    """

    kind: EventKind
    by: Side
    offer: int
    at: datetime
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
    concerns (rule 10), or is empty for an extraordinary consultation.
    ``reply_by`` is the wished reply date of the current offer.
    """

    uid: str
    id: str
    title_zh: str
    title_ru: str
    events: tuple[Event, ...]
    about: str = ""
    version: int = 0
