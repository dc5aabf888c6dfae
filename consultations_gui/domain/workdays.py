"""What a working calendar is: working days, days off, moved days and short days.

Two countries, two calendars. Official notices fix each year late, so each
country-year is *confirmed* or *provisional*, and a provisional year looks
provisional everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consultations_gui.domain.parties import Side


class DayKind(StrEnum):
    """What a day is in one country's working calendar."""

    WORK = "work"
    OFF = "off"
    MOVED_OFF = "moved_off"
    MAKE_UP = "make_up"

    @property
    def working(self) -> bool:
        """People are at work: an ordinary working day or a make-up day."""
        return self in (DayKind.WORK, DayKind.MAKE_UP)


@dataclass(frozen=True)
class Day:
    """One day in one country. ``short``: a Russian working day one hour shorter (Art. 95)."""

    date: date
    kind: DayKind
    short: bool = False
    confirmed: bool = False
    holiday: str = ""
    """Key of the holiday's name (English, as the source gives it), or empty."""

    @property
    def working(self) -> bool:
        """Whether people are at work on this day."""
        return self.kind.working


class Origin(StrEnum):
    """Where a country-year's data comes from."""

    OFFICE = "office"
    """Entered by the office from the official notice."""
    LIBRARY = "library"
    """Shipped data made from the official notice."""
    EXTRAPOLATED = "extrapolated"
    """No notice known: the fixed holidays and weekends only."""


@dataclass(frozen=True)
class Move:
    """A working day moved: ``make_up`` (a weekend day) is worked, ``day_off`` is not."""

    make_up: date
    day_off: date


@dataclass(frozen=True)
class Decree:
    """What an official notice says of one country-year.

    ``off`` are weekdays that are free as public holidays, ``moved_off``
    weekdays that are free because another day is worked for them, ``make_up``
    weekend days that are worked, ``short`` days one hour shorter named by the
    notice (``None``: follow from Labour Code Art. 95), ``moves`` which
    make-up day stands for which day off, where known.
    """

    side: Side
    year: int
    off: tuple[date, ...] = ()
    moved_off: tuple[date, ...] = ()
    make_up: tuple[date, ...] = ()
    short: tuple[date, ...] | None = None
    moves: tuple[Move, ...] = ()
    number: str = ""
    issued: date | None = None
    source: str = ""
    origin: Origin = Origin.OFFICE
    names: tuple[tuple[date, str], ...] = ()
    version: int = 0

    @property
    def id(self) -> str:
        """``CN-2027``: one decree a country-year."""
        return f"{self.side.value}-{self.year}"
