"""Meetings whose dates turned out bad, and where they could go instead.

And those whose days an update of the shipped calendars has changed, be they
still good or not, until the office has taken note of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.footings import CalendarUpdate, calendar_updates, fresh
from consultations_gui.application.journal import change
from consultations_gui.application.mendings import Mending, mended
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.planner_top import Opening
from consultations_gui.domain.troubles import WATCHED, repairs
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, WorkCalendar


def mendings(ctx: Context, count: int = 3) -> tuple[Mending, ...]:
    """Every meeting still to come whose dates are bad, with its ``count`` nearest repairs.

    Nothing is moved. Meetings in years that no calendar is kept for are left out.
    """
    with ctx.work() as uow:
        watched = [one for one in uow.consultations.with_status(*WATCHED) if _in_calendars(one)]
        return _mended(ctx, uow, watched, count)


def mending(ctx: Context, id: str, count: int = 3) -> Mending | None:
    """What is wrong with the dates of meeting ``id``, with its repairs; ``None`` while they do.

    Raises:
        NotFoundError: no such meeting.
    """
    with ctx.work() as uow:
        one = uow.consultations.get(id)
        found = _mended(ctx, uow, [one], count) if _in_calendars(one) else ()
    return found[0] if found else None


def _mended(
    ctx: Context, uow: UnitOfWork, meetings: list[Consultation], count: int
) -> tuple[Mending, ...]:
    calendars = _calendars(ctx, uow, meetings)
    return tuple(mended(uow, meetings, calendars, ctx.clock.today(), count))


def update(ctx: Context, id: str) -> CalendarUpdate | None:
    """What an update of the shipped calendars changed for meeting ``id``; ``None`` for nothing.

    Raises:
        NotFoundError: no such meeting.
    """
    with ctx.work() as uow:
        found = calendar_updates(ctx.workdays, uow, [uow.consultations.get(id)])
        return next(found, None)


def updates(ctx: Context) -> tuple[CalendarUpdate, ...]:
    """Every meeting still to come whose days an update of the shipped calendars changed."""
    today = ctx.clock.today()
    with ctx.work() as uow:
        every = uow.consultations.with_status(*WATCHED)
        ahead = [one for one in every if one.dates is not None and one.dates.end >= today]
        return tuple(calendar_updates(ctx.workdays, uow, ahead))


def take_note(ctx: Context, *ids: str) -> tuple[Consultation, ...]:
    """The office has seen what an update changed for these meetings, which stay. One step.

    Raises:
        NotFoundError: no such meeting.
    """
    with change(ctx, "consultation.note") as step:
        noted = []
        for id in ids:
            before = step.uow.consultations.get(id)
            after = replace(before, footing=fresh(ctx.workdays, before))
            noted.append(step.replace(before, after))
    return tuple(noted)


def places(ctx: Context, id: str, count: int) -> tuple[Opening, ...]:
    """The ``count`` places nearest to where meeting ``id`` stands now, for when its dates fell.

    Empty for a meeting without exact dates.

    Raises:
        NotFoundError: no such meeting.
    """
    with ctx.work() as uow:
        one = uow.consultations.get(id)
        if not _in_calendars(one):
            return ()
        calendars = _calendars(ctx, uow, [one])
        wishes = uow.wishes.get() or Wishes()
        every = uow.consultations.all()
        return repairs(one, every, calendars, wishes, ctx.clock.today(), count)


def _in_calendars(one: Consultation) -> bool:
    return one.dates is not None and FIRST_YEAR <= one.dates.start.year <= LAST_YEAR


def _calendars(
    ctx: Context, uow: UnitOfWork, meetings: Iterable[Consultation]
) -> dict[Side, WorkCalendar]:
    """Both calendars over the meetings' years and the one after."""
    years = [one.dates.start.year for one in meetings if one.dates is not None]
    first = min(years, default=FIRST_YEAR)
    return work_calendars(ctx, uow, first, min(max(years, default=first) + 1, LAST_YEAR))
