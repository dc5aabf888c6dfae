"""Meetings and the shipped calendars they were planned by; what an update of these changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from consultations_gui.application.ports import UnitOfWork, Workdays
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.footing import DayChange, Footing, changes, footing, span
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import WorkCalendar


@dataclass(frozen=True)
class CalendarUpdate:
    """A meeting still to come whose days an update of the shipped calendars changed.

    ``planned_by`` and ``source`` name the calendars then and now.
    """

    consultation: Consultation
    changes: tuple[DayChange, ...]
    planned_by: str
    source: str


def founded(workdays: Workdays, before: Consultation | None, after: Consultation) -> Consultation:
    """``after`` with what the shipped calendars say of its days, where its dates are new."""
    if before is not None and before.dates == after.dates and after.footing:
        return after
    return replace(after, footing=fresh(workdays, after))


def fresh(workdays: Workdays, one: Consultation) -> str:
    """What the shipped calendars say now of the days of ``one``, as it is kept with it."""
    shipped = _shipped(workdays, [one])
    return footing(one, shipped, _source(workdays, one)) if shipped else ""


def calendar_updates(
    workdays: Workdays, uow: UnitOfWork, meetings: Iterable[Consultation]
) -> Iterator[CalendarUpdate]:
    """Those of ``meetings`` whose days the shipped calendars see otherwise than they did.

    Only the country-years count for which the office has entered no notice.
    """
    watched = [one for one in meetings if one.footing and span(one)]
    if not watched:
        return
    shipped = _shipped(workdays, watched)
    own = {(decree.side, decree.year) for decree in uow.decrees.all()}
    wishes = uow.wishes.get() or Wishes()
    for one in watched:
        found, then = changes(one, shipped, own, wishes), Footing.read(one.footing)
        if found and then is not None:
            yield CalendarUpdate(one, found, then.source, _source(workdays, one))


def _shipped(workdays: Workdays, meetings: Iterable[Consultation]) -> dict[Side, WorkCalendar]:
    """The shipped calendars of the meetings' days; empty where nothing is to be kept."""
    spans = [days for days in map(span, meetings) if days is not None]
    if not spans:
        return {}
    first = min(start.year for start, _end in spans)
    last = max(end.year for _start, end in spans)
    years = range(first - 1, last + 2)
    return {
        side: WorkCalendar(side, [workdays.table(side, year) for year in years]) for side in Side
    }


def _source(workdays: Workdays, one: Consultation) -> str:
    return workdays.table(Side.CN, one.dates.start.year).source if one.dates else ""
