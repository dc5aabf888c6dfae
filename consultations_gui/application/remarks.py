"""What is worth telling of one meeting's dates and turn, from all the register knows."""

from __future__ import annotations

from collections.abc import Mapping

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.ledger import ledger
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.remarks import remarks
from consultations_gui.domain.rotation import LedgerEntry
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, WorkCalendar


def warnings(ctx: Context, one: Consultation) -> tuple[Reason, ...]:
    """What is worth telling of a meeting's dates and turn; nothing of it blocks anything."""
    with ctx.work() as uow:
        wishes = uow.wishes.get() or Wishes()
        others = uow.consultations.all()
        told = remarks(one, others, _calendars(ctx, uow, one), wishes, ctx.clock.today())
    return (*told, *entry(ctx, one).warnings)


def entry(ctx: Context, one: Consultation) -> LedgerEntry:
    """What the ledger says of a meeting: whose turn it uses, and why."""
    return next(found for found in ledger(ctx).entries if found.id == one.id)


def _calendars(ctx: Context, uow: UnitOfWork, one: Consultation) -> Mapping[Side, WorkCalendar]:
    """The calendars of its years; none for an open date or a year none is kept for."""
    dates = one.dates
    if dates is None or dates.start.year < FIRST_YEAR or dates.end.year > LAST_YEAR:
        return {}
    return work_calendars(ctx, uow, dates.start.year, dates.end.year)
