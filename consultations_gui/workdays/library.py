"""One country-year read from the library ``holidays``.

The library knows each year's notice as *substituted* days (a day off moved
from one date to another). Past the last notice it goes on from the fixed
holidays alone and does not say so; here that year is *extrapolated*.

Importing the country modules loads some four hundred others, so they are
imported when a table is first read, never with this module.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree, Move, Origin
from consultations_gui.workdays.notices import NOTICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from holidays.holiday_base import HolidayBase

_MODULES = {
    Side.CN: ("holidays.countries.china", "China"),
    Side.RU: ("holidays.countries.russia", "Russia"),
}
_OBSERVED = " (observed)"


def read(side: Side, year: int) -> Decree:
    """The country-year as the installed library has it, its notice named where it is known."""
    book = _country(side)(years=year, language="en_US")
    moved = dict(_moved(book, year))
    worked = sorted(day for day in book.weekend_workdays if day.year == year)
    free = sorted(day for day in book if day.year == year)
    weekdays = [day for day in free if day.weekday() < 5]
    moves = [(origin, day) for day, origin in sorted(moved.items()) if origin in worked]
    return with_notice(
        Decree(
            side,
            year,
            off=tuple(day for day in weekdays if day not in moved),
            moved_off=tuple(day for day in weekdays if day in moved),
            make_up=tuple(worked),
            moves=tuple(Move(make_up, day_off) for make_up, day_off in moves),
            origin=Origin.LIBRARY if _notice_known(book, year) else Origin.EXTRAPOLATED,
            names=tuple((day, _name(book, day)) for day in free if day not in moved),
        )
    )


def with_notice(decree: Decree) -> Decree:
    """``decree`` with the notice's number and date, where known, and its source."""
    notice = NOTICES.get((decree.side, decree.year))
    sourced = replace(decree, source=f"holidays {installed()}")
    return replace(sourced, number=notice.number, issued=notice.issued) if notice else sourced


@cache
def installed() -> str:
    """Version of the installed library."""
    return version("holidays")


@cache
def _country(side: Side) -> type[HolidayBase]:
    module, name = _MODULES[side]
    country: type[HolidayBase] = getattr(import_module(module), name)
    return country


def _moved(book: HolidayBase, year: int) -> Iterator[tuple[date, date]]:
    """Each day off of ``year`` that the notice moved, and the day it was moved from."""
    entries = book.special_public_holidays.get(year, ())
    if entries and isinstance(entries[0], int):
        entries = (entries,)
    for entry in entries:
        if len(entry) > 3:
            month, day, from_month, from_day, *from_year = entry
            origin = date(from_year[0] if from_year else year, from_month, from_day)
            yield date(year, month, day), origin


def _notice_known(book: HolidayBase, year: int) -> bool:
    return year in book.special_public_holidays or year in book.special_public_holidays_observed


def _name(book: HolidayBase, day: date) -> str:
    name: str = book[day]
    return name.replace(_OBSERVED, "")
