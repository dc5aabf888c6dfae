"""One year as both offices need it on one sheet: both calendars and every meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.ledger import first_host
from consultations_gui.application.ports import Context
from consultations_gui.application.turns import turn_of
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.rotation import NextHost
from consultations_gui.domain.workdays import Day, Decree


@dataclass(frozen=True)
class Yearbook:
    """A year: each day in China and in Russia, the meetings with a day in it, the calendars.

    ``calendars`` are the decrees in force, China's first; their ``origin``
    tells whether the country-year is confirmed. ``near`` are those of the
    years before and after that name a day of this one.
    """

    year: int
    days: tuple[tuple[Day, Day], ...]
    meetings: tuple[Consultation, ...]
    calendars: tuple[Decree, Decree]
    near: tuple[Decree, ...] = ()

    def source(self, side: Side, day: date) -> Decree:
        """The decree that makes ``day``, of this year, what it is in one country."""
        own = next(one for one in self.calendars if one.side is side)
        named = (one for one in self.near if one.side is side and day in one.named)
        return own if day in own.named else next(named, own)


def yearbook(ctx: Context, year: int) -> Yearbook:
    """The year as it stands now, meetings by their start.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    with ctx.work() as uow:
        found = work_calendars(ctx, uow, year, year)
        meetings = uow.consultations.between(date(year, 1, 1), date(year, 12, 31))
    cn, ru = found[Side.CN], found[Side.RU]
    return Yearbook(
        year=year,
        days=tuple(zip(cn.year(year), ru.year(year), strict=True)),
        meetings=meetings,
        calendars=(cn.decree(year), ru.decree(year)),
        near=(*cn.neighbours(year), *ru.neighbours(year)),
    )


def turn_at(ctx: Context, number: int | None = None) -> NextHost:
    """Whose turn round ``number`` is (by default the next to be given a number), and why."""
    with ctx.work() as uow:
        return turn_of(uow, first_host(uow), number).next
