"""The agenda: items in two equal texts, in up to three levels, in one order.

An agenda is a list of entries in the order they stand on paper; ``level``
says how deep each one is. Numbers, start times and sums follow from the list
and are never stored, so the two texts cannot disagree on them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.parties import Side
from consultations_gui.domain.protection import Marking, Permission

BREAK_LEVEL = 0
MAX_LEVEL = 3
MAX_DAYS = 31
"""No consultation sits longer; a guard against a slip of the pen."""


class AgendaStatus(StrEnum):
    """How far an agenda has come between the two sides."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    AGREED = "agreed"
    FINAL = "final"


@dataclass(frozen=True)
class Approval:
    """One side's approval, bound to the content it approved by its hash (SHA-256, hex)."""

    side: Side
    content: str
    at: datetime


@dataclass(frozen=True)
class AgendaItem:
    """One row: an item (level 1–3) or a break (level 0, without number).

    ``minutes`` is the length; ``None`` lets a parent be the sum of its
    children. ``tags`` are ``"2.1"``…``"2.6"`` (threats) and ``"3.1"``…
    ``"3.15"`` (directions) of the agreement, or own directions. ``frozen`` is
    the number (within its parent) the item had when the agenda was
    circulated. ``day`` counts from 1.
    """

    uid: str
    level: int
    text: Bilingual
    minutes: int | None = None
    lead: Side | None = None
    speakers: str = ""
    tags: tuple[str, ...] = ()
    marking: Marking = Marking.OPEN
    originator: Side | None = None
    day: int = 1
    frozen: int | None = None
    approvals: tuple[Approval, ...] = ()

    @property
    def is_break(self) -> bool:
        """A break carries no number and no topic."""
        return self.level == BREAK_LEVEL


@dataclass(frozen=True)
class Revision:
    """A whole agenda as it stood when it was circulated or agreed."""

    number: int
    at: datetime
    status: AgendaStatus
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True)
class Agenda:
    """The agenda of one consultation; its ``id`` is the consultation's.

    ``opens`` are the opening times of each meeting day, local to the venue.
    ``symbol`` is the paper's symbol without language suffix, e.g.
    ``IIS/2026/2/AG/3``. ``revised`` is the aware UTC time of the last change.
    """

    id: str
    symbol: str = ""
    opens: tuple[time, ...] = (time(9, 0),)
    status: AgendaStatus = AgendaStatus.DRAFT
    items: tuple[AgendaItem, ...] = ()
    approvals: tuple[Approval, ...] = ()
    permissions: tuple[Permission, ...] = ()
    revisions: tuple[Revision, ...] = field(default=())
    revised: datetime | None = None
    version: int = 0
