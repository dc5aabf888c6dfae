"""The two working calendars as the office knows them: shipped data under its own decrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from consultations_gui.application.decree_table import decrees_from
from consultations_gui.application.journal import change
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.decree_effects import changed_days, on_days
from consultations_gui.domain.errors import EndBeforeStartError, NoCalendarError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import (
    FIRST_YEAR,
    LAST_YEAR,
    Day,
    Decree,
    Difference,
    Origin,
    WorkCalendar,
    differences,
)


def calendar(ctx: Context, side: Side, year: int) -> tuple[Day, ...]:
    """Every day of the country-year, 1 January first.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    with ctx.work() as uow:
        return work_calendars(ctx, uow, year, year)[side].year(year)


def days(ctx: Context, start: date, end: date) -> tuple[tuple[Day, Day], ...]:
    """Each day from ``start`` to ``end``, both included, in China and in Russia.

    Raises:
        EndBeforeStartError: ``end`` lies before ``start``.
        NoCalendarError: a year that no calendar is kept for.
    """
    if end < start:
        raise EndBeforeStartError(start=start, end=end)
    with ctx.work() as uow:
        found = work_calendars(ctx, uow, start.year, end.year)
    span = [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal() + 1)]
    return tuple((found[Side.CN].day(day), found[Side.RU].day(day)) for day in span)


def confirmed(ctx: Context, side: Side, year: int) -> Decree:
    """The decree in force for the country-year; its ``origin`` tells whether it is confirmed.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    with ctx.work() as uow:
        return work_calendars(ctx, uow, year, year)[side].decree(year)


def shipped(ctx: Context, side: Side, year: int) -> Decree:
    """What the shipped data says of the country-year, whatever the office has entered.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    _require_years(year, year)
    return ctx.workdays.table(side, year)


def starting_point(ctx: Context, side: Side, year: int) -> Decree:
    """What the shipped data says, as a notice of the office's own to be corrected and stored.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    return replace(shipped(ctx, side, year), origin=Origin.OFFICE)


def decrees(ctx: Context) -> tuple[Decree, ...]:
    """The decrees the office has entered, by country and year."""
    with ctx.work() as uow:
        return uow.decrees.all()


def add_decree(ctx: Context, decree: Decree) -> Decree:
    """Enter an official notice, or correct the one entered for that country-year.

    A new decree carries version 0, a corrected one the version it was read
    with. It wins over the shipped data.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
        DecreeDayOutsideError, MakeUpOnWeekdayError, DayOffOnWeekendError,
        DecreeConflictError: its days do not fit each other.
        AlreadyExistsError: a new decree for a country-year that has one.
        StaleVersionError: someone corrected it in the meantime.
    """
    _require_years(decree.year, decree.year)
    decree.require_sound()
    own = replace(decree, origin=Origin.OFFICE)
    with change(ctx, "decree.edit" if own.version else "decree.add") as step:
        if not own.version:
            return step.add(own)
        return step.replace(step.uow.decrees.get(own.id), own)


def remove_decree(ctx: Context, id: str) -> None:
    """Take back the office's decree ``CN-2027``; the shipped data holds again.

    Raises:
        NotFoundError: the office has entered none.
    """
    with change(ctx, "decree.remove") as step:
        step.remove(step.uow.decrees.get(id))


def decree_differences(ctx: Context, side: Side, year: int) -> tuple[Difference, ...]:
    """The days on which the office's decree departs from the shipped data; empty without one.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    return differences(confirmed(ctx, side, year), shipped(ctx, side, year))


@dataclass(frozen=True)
class DecreeReport:
    """A decree and what it changes, compared with the shipped data.

    ``changed`` are the days either sees differently, ``meetings`` the IDs of
    the meetings still to come that meet or travel on one of them.
    """

    decree: Decree
    differences: tuple[Difference, ...]
    changed: tuple[date, ...]
    meetings: tuple[str, ...]


def reports(ctx: Context) -> tuple[DecreeReport, ...]:
    """Every decree the office has entered, with what it changes."""
    with ctx.work() as uow:
        return tuple(_report(ctx, uow, decree) for decree in uow.decrees.all())


def preview_decrees(ctx: Context, path: Path) -> tuple[DecreeReport, ...]:
    """What importing the table at ``path`` would enter and change; nothing is stored.

    Raises:
        CannotReadError, TableEncodingError, TableUnreadableError: the file is no table.
        TableErrors: cells that cannot be taken, by row and column.
    """
    found = decrees_from(ctx.tables.read(path))
    with ctx.work() as uow:
        return tuple(_report(ctx, uow, decree) for decree in found)


def import_decrees(ctx: Context, path: Path) -> tuple[DecreeReport, ...]:
    """Enter the decrees of the table at ``path``; those entered before are replaced. One step.

    Raises: as :func:`preview_decrees`.
    """
    found = decrees_from(ctx.tables.read(path))
    with change(ctx, "decree.import") as step:
        stored = []
        for decree in found:
            before = step.uow.decrees.find(decree.id)
            version = before.version if before else 0
            stored.append(step.put(before, replace(decree, version=version)))
        return tuple(_report(ctx, step.uow, decree) for decree in stored)


def _report(ctx: Context, uow: UnitOfWork, decree: Decree) -> DecreeReport:
    library = ctx.workdays.table(decree.side, decree.year)
    changed = changed_days(decree, library)
    touched = on_days(uow.consultations.all(), decree.side, changed, uow.wishes.get() or Wishes())
    return DecreeReport(
        decree=decree,
        differences=differences(decree, library),
        changed=tuple(sorted(changed)),
        meetings=tuple(one.id for one in touched),
    )


def provisional_sides(ctx: Context, uow: UnitOfWork, dates: Dates) -> tuple[Side, ...]:
    """The sides with a calendar of a year of ``dates`` that is not published, or kept for none."""
    years = range(dates.start.year, dates.end.year + 1)
    if years[0] < FIRST_YEAR or years[-1] > LAST_YEAR:
        return tuple(Side)
    own = {(decree.side, decree.year): decree for decree in uow.decrees.all()}

    def known(side: Side, year: int) -> bool:
        return (own.get((side, year)) or ctx.workdays.table(side, year)).confirmed

    return tuple(side for side in Side if not all(known(side, year) for year in years))


def work_calendars(
    ctx: Context, uow: UnitOfWork, first_year: int, last_year: int
) -> dict[Side, WorkCalendar]:
    """Both calendars in force from ``first_year`` to ``last_year`` and a year more at each end.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    _require_years(first_year, last_year)
    own = {(decree.side, decree.year): decree for decree in uow.decrees.all()}
    years = range(first_year - 1, last_year + 2)
    return {
        side: WorkCalendar(
            side, [own.get((side, year)) or ctx.workdays.table(side, year) for year in years]
        )
        for side in Side
    }


def _require_years(first_year: int, last_year: int) -> None:
    for year in (first_year, last_year):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise NoCalendarError(year=year, least=FIRST_YEAR, most=LAST_YEAR)
