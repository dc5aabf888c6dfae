"""What a working calendar is: working days, days off, moved days and short days.

Two countries, two calendars. Official notices fix each year late, so each
country-year is *confirmed* or *provisional*, and a provisional year looks
provisional everywhere.

A :class:`Decree` says what differs from the plain week in one country-year;
:func:`build_year` makes the days of that year from it, and
:class:`WorkCalendar` answers for any day over many years at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from consultations_gui.domain.errors import (
    DayOffOnWeekendError,
    DecreeConflictError,
    DecreeDayOutsideError,
    MakeUpOnWeekdayError,
)
from consultations_gui.domain.parties import Side

FIRST_YEAR = 2009
"""The first year a calendar is shown for."""
LAST_YEAR = 2098
"""The last year a calendar can be had for (the Chinese lunar tables end with 2099)."""


class DayKind(StrEnum):
    """What a day is in one country's working calendar."""

    WORK = "work"
    OFF = "off"
    """A weekend day, a public holiday, or the day a holiday on a weekend falls back on by law."""
    MOVED_OFF = "moved_off"
    """A weekday free because the year's notice moved a day off onto it."""
    MAKE_UP = "make_up"
    """A weekend day worked because the notice moved its day off away."""

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
    weekdays that are free because the notice moved a day off there,
    ``make_up`` weekend days that are worked, ``short`` days one hour shorter
    named by the notice (``None``: follow from Labour Code Art. 95), ``moves``
    which make-up day stands for which day off, where known. A notice may
    touch the last days of the year before or the first of the year after.
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

    @property
    def confirmed(self) -> bool:
        """An official notice stands behind it."""
        return self.origin is not Origin.EXTRAPOLATED

    @property
    def named(self) -> tuple[date, ...]:
        """The days it speaks of as off or worked."""
        return (*self.off, *self.moved_off, *self.make_up)

    def require_sound(self) -> None:
        """Raise unless every day named fits the others.

        Raises:
            DecreeDayOutsideError: a day further away than the neighbouring years.
            MakeUpOnWeekdayError: a make-up day that is no weekend day.
            DayOffOnWeekendError: a moved day off that is a weekend day.
            DecreeConflictError: one day in two of the lists, or short and free.
        """
        seen: set[date] = set()
        for day in (*self.off, *self.moved_off, *self.make_up):
            if abs(day.year - self.year) > 1:
                raise DecreeDayOutsideError(id=self.id, day=day)
            if day in seen:
                raise DecreeConflictError(id=self.id, day=day)
            seen.add(day)
        for day in self.make_up:
            if not _weekend(day):
                raise MakeUpOnWeekdayError(id=self.id, day=day)
        for day in self.moved_off:
            if _weekend(day):
                raise DayOffOnWeekendError(id=self.id, day=day)
        free = {*self.off, *self.moved_off}
        for day in self.short or ():
            if day in free:
                raise DecreeConflictError(id=self.id, day=day)


WORKING = 1
"""Bit of :func:`year_marks`: people are at work."""
MOVED = 2
"""Bit: the notice moved the day; a moved day off or, if worked, a make-up day."""
SHORT = 4
"""Bit: a Russian working day one hour shorter."""
CONFIRMED = 8
"""Bit: an official notice stands behind the day's year."""

_HOLIDAYS_ART_112 = (
    *((1, day) for day in range(1, 9)),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
)
"""Month and day of the holidays of Art. 112 of the Labour Code of the Russian Federation."""

_KINDS = {
    0: DayKind.OFF,
    WORKING: DayKind.WORK,
    MOVED: DayKind.MOVED_OFF,
    WORKING | MOVED: DayKind.MAKE_UP,
}
_CONFIRMING = bytes(mark | CONFIRMED for mark in range(256))
_WEEKS = bytes((1, 1, 1, 1, 1, 0, 0)) * 55
"""A plain working pattern from a Monday, longer than a year and a week."""


@lru_cache(maxsize=512)
def year_marks(decree: Decree, neighbours: tuple[Decree, ...] = ()) -> bytes:
    """One byte a day of the decree's year, 1 January first.

    Each byte is a sum of :data:`WORKING`, :data:`MOVED`, :data:`SHORT` and :data:`CONFIRMED`.

    ``neighbours`` are the decrees of the years before and after; what they
    say of days in this year holds too.
    """
    first = date(decree.year, 1, 1)
    length = (date(decree.year + 1, 1, 1) - first).days
    plain = _WEEKS[first.weekday() : first.weekday() + length]
    marks = bytearray(plain)
    for source in (*neighbours, decree):
        for days, value in (
            (source.off, 0),
            (source.moved_off, MOVED),
            (source.make_up, WORKING | MOVED),
        ):
            for day in days:
                if day.year == decree.year:
                    marks[(day - first).days] = value
    for day in _short_days(decree):
        offset = (day - first).days
        if 0 <= offset < length and marks[offset] & WORKING:
            marks[offset] |= SHORT
    return bytes(marks.translate(_CONFIRMING) if decree.confirmed else marks)


def build_year(decree: Decree, neighbours: tuple[Decree, ...] = ()) -> tuple[Day, ...]:
    """Every day of the decree's country-year, 1 January first.

    ``neighbours`` as in :func:`year_marks`.
    """
    names = {day: name for source in (*neighbours, decree) for day, name in source.names}
    first = date(decree.year, 1, 1)
    confirmed = decree.confirmed
    days = []
    for offset, mark in enumerate(year_marks(decree, neighbours)):
        day = first + timedelta(days=offset)
        kind = _KINDS[mark & (WORKING | MOVED)]
        holiday = names.get(day, "")
        days.append(Day(day, kind, bool(mark & SHORT), confirmed, holiday))
    return tuple(days)


def day_marked(day: date, mark: int) -> Day:
    """The day that a byte of :func:`year_marks` says ``day`` is, without its holiday's name."""
    kind = _KINDS[mark & (WORKING | MOVED)]
    return Day(day, kind, bool(mark & SHORT), bool(mark & CONFIRMED))


class WorkCalendar:
    """One country's calendar over whole years, each day found at once.

    Built from the decrees in force, one a year; a year without one is taken
    as provisional with its plain weekends.
    """

    def __init__(self, side: Side, decrees: Iterable[Decree]) -> None:
        self.side = side
        self._decrees = {decree.year: decree for decree in decrees}
        self._days: dict[int, tuple[Day, ...]] = {}

    def decree(self, year: int) -> Decree:
        """The decree the year's days are made from."""
        found = self._decrees.get(year)
        return found or Decree(self.side, year, origin=Origin.EXTRAPOLATED)

    def year(self, year: int) -> tuple[Day, ...]:
        """Every day of ``year``, 1 January first."""
        days = self._days.get(year)
        if days is None:
            days = build_year(self.decree(year), self.neighbours(year))
            self._days[year] = days
        return days

    def day(self, day: date) -> Day:
        """What ``day`` is."""
        return self.year(day.year)[day.timetuple().tm_yday - 1]

    def mark(self, day: date) -> int:
        """The byte of :func:`year_marks` for ``day``."""
        return self.marks(day.year, day.year)[day.timetuple().tm_yday - 1]

    def marks(self, first_year: int, last_year: int) -> bytes:
        """One byte a day from 1 January of the first to 31 December of the last year."""
        return b"".join(
            year_marks(self.decree(year), self.neighbours(year))
            for year in range(first_year, last_year + 1)
        )

    def neighbours(self, year: int) -> tuple[Decree, ...]:
        """The decrees of the years before and after that speak of days in ``year``."""
        near = (self._decrees.get(year - 1), self._decrees.get(year + 1))
        return tuple(decree for decree in near if decree is not None and _speaks_of(decree, year))


@dataclass(frozen=True)
class Difference:
    """A day that two decrees of one country-year see differently."""

    date: date
    office: Day
    library: Day


def differences(office: Decree, library: Decree) -> tuple[Difference, ...]:
    """The days on which the office's decree departs from the shipped data, in order.

    Holiday names and confirmation are no difference; kind and shortness are.
    """
    pairs = zip(build_year(office), build_year(library), strict=True)
    return tuple(
        Difference(own.date, own, shipped)
        for own, shipped in pairs
        if (own.kind, own.short) != (shipped.kind, shipped.short)
    )


def _weekend(day: date) -> bool:
    return day.weekday() >= 5


def _speaks_of(decree: Decree, year: int) -> bool:
    return any(
        day.year == year for days in (decree.off, decree.moved_off, decree.make_up) for day in days
    )


def _short_days(decree: Decree) -> Iterable[date]:
    """Days one hour shorter, if worked: as the notice says, or by Art. 95 in Russia.

    Art. 95 shortens the day directly before a holiday of Art. 112; a make-up
    day is short when the day it is worked for would have been.
    """
    if decree.short is not None:
        return decree.short
    if decree.side is not Side.RU:
        return ()
    eves = {
        date(year, month, day) - timedelta(days=1)
        for year in (decree.year, decree.year + 1)
        for month, day in _HOLIDAYS_ART_112
    }
    made_up = {move.make_up for move in decree.moves if move.day_off in eves}
    return eves | made_up
