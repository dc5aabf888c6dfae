"""A consultation: a regular round, one without number, or an extraordinary one (Art. 5(4))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consultations_gui.domain.errors import EndBeforeStartError
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.people import Delegation


class Kind(StrEnum):
    """What sort of consultation it is; its letter starts the short ID."""

    REGULAR = "regular"
    UNNUMBERED = "unnumbered"
    EXTRAORDINARY = "extraordinary"

    @property
    def letter(self) -> str:
        """``R``, ``U`` or ``X``, the first letter of the ID."""
        return {Kind.REGULAR: "R", Kind.UNNUMBERED: "U", Kind.EXTRAORDINARY: "X"}[self]


class Status(StrEnum):
    """Where a consultation stands."""

    PLANNED = "planned"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True)
class Dates:
    """First and last meeting day, local to the venue; or a month only.

    With :attr:`Precision.MONTH`, ``start`` and ``end`` are the first and last
    day of the only month known. Raises :class:`EndBeforeStartError` if the
    last day lies before the first.
    """

    start: date
    end: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise EndBeforeStartError(start=self.start, end=self.end)

    @property
    def days(self) -> int:
        """Number of meeting days."""
        return (self.end - self.start).days + 1

    @property
    def planning_day(self) -> date:
        """The day planning reckons with: the first, or the 15th of a month-only date."""
        return self.start if self.precision is Precision.DAY else self.start.replace(day=15)


class TurnUse(StrEnum):
    """Whose turn to host a meeting uses, where that is not simply its host's."""

    AUTO = "auto"
    """As the rules say: a regular or unnumbered round at a Party uses that Party's turn."""
    CN = "CN"
    RU = "RU"
    NONE = "none"
    """The meeting uses no turn."""


@dataclass(frozen=True)
class TurnRecord:
    """A recorded agreement on the turn a meeting uses, with both sides' consent.

    ``basis`` names the note, protocol or decision; the two flags say which
    side's consent is on record. Until both are, the record is shown as open
    and the rule for :attr:`TurnUse.AUTO` stands.
    """

    use: TurnUse = TurnUse.AUTO
    basis: str = ""
    consent_cn: bool = False
    consent_ru: bool = False

    @property
    def agreed(self) -> bool:
        """Both sides' consent is on record."""
        return self.consent_cn and self.consent_ru


@dataclass(frozen=True)
class Consultation:
    """One consultation, its life and its people.

    ``id`` is short and stable (``R3``, ``U1``, ``X1``); ``uid`` is made once
    and is the iCalendar UID; ``sequence`` is the iCalendar SEQUENCE and rises
    when dates, status or venue change. ``host`` is the side that receives
    (``None`` only for a meeting in a third country or online without host).
    ``former`` keeps the dates it had before each postponement. ``footing``
    is what the shipped calendars said when its dates were set, see
    :mod:`consultations_gui.domain.footing`; the program keeps it by itself.
    ``version`` rises with each write and is checked against a stale one.
    """

    uid: str
    id: str
    kind: Kind
    number: int | None
    status: Status
    host: Side | None
    dates: Dates | None
    venue: Venue
    turn: TurnRecord = TurnRecord()
    basis: str = ""
    cost_note: str = ""
    delegations: tuple[Delegation, ...] = (Delegation(Side.CN), Delegation(Side.RU))
    former: tuple[Dates, ...] = ()
    reason: str = ""
    proposal: str = ""
    footing: str = ""
    sequence: int = 0
    version: int = 0

    def delegation(self, side: Side) -> Delegation:
        """The delegation of ``side``."""
        return next((d for d in self.delegations if d.side is side), Delegation(side))

    @property
    def live(self) -> bool:
        """It has taken place or is still to take place (anything but cancelled)."""
        return self.status is not Status.CANCELLED
