"""Planning: the best dates for the rounds ahead, proposed and taken over into the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from consultations_gui.application.adoption import (
    FREE,
    Foresight,
    Moved,
    commit,
    foresee,
    moves,
)
from consultations_gui.application.calendars import (
    add_decree,
    calendar,
    confirmed,
    days,
    decree_differences,
    decrees,
    remove_decree,
    shipped,
    work_calendars,
)
from consultations_gui.application.journal import change
from consultations_gui.application.ledger import first_host
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.consultation import Kind, Precision, Status
from consultations_gui.domain.errors import NoPlanError, PlannedLaterError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import (
    Fact,
    FreeRound,
    Plan,
    PlanRequest,
    Wishes,
)
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.planner_rounds import chain
from consultations_gui.domain.planner_top import Opening, best_plans, openings
from consultations_gui.domain.rotation import LedgerEntry, explained, ledger
from consultations_gui.domain.workdays import Origin, WorkCalendar

__all__ = [
    "FREE",
    "Foresight",
    "Moved",
    "PlanQuery",
    "add_decree",
    "calendar",
    "commit",
    "confirmed",
    "days",
    "decree_differences",
    "decrees",
    "foresee",
    "longest_notice",
    "moves",
    "problem",
    "propose",
    "propose_top",
    "provisional",
    "remove_decree",
    "request",
    "set_wishes",
    "shipped",
    "windows",
    "wishes",
]

T = TypeVar("T")

FACTS = (Status.HELD, Status.CONFIRMED)
"""Rounds that a plan counts and keeps where they are."""


@dataclass(frozen=True)
class PlanQuery:
    """What is asked of the planner; what is ``None`` follows from the stored wishes.

    ``rounds`` a year, ``days`` of each meeting (``None``: a recorded round
    keeps its own length), ``gap`` the wished days between starts, ``notice``
    the days needed before a start, ``pins`` the starts of rounds by number,
    ``today`` the day to reckon from (the clock's).

    With ``keep`` a free round that has exact days still to come outside the
    years asked for stays there, and new rounds are numbered after it. Without
    it every free round may be taken for the years asked for, the first by
    number first, as the definition of a plan has it.
    """

    first_year: int
    years: int
    rounds: int | None = None
    days: int | None = None
    gap: int | None = None
    notice: int | None = None
    pins: tuple[tuple[int, date], ...] = ()
    today: date | None = None
    keep: bool = True


def propose(ctx: Context, query: PlanQuery) -> Plan:
    """The best plan for the query from what the register holds; nothing is stored.

    Raises:
        InvalidHorizonError, InvalidWishError, UnknownPinError, NoPlanError: see
            :func:`~consultations_gui.domain.planner_best.best_plan`.
        PlannedLaterError: there is no plan because a round would be needed before one
            that stays in a later year.
    """
    asked, calendars = _posed(ctx, query)
    return _order_told(asked, lambda: best_plan(asked, calendars))


def propose_top(ctx: Context, query: PlanQuery, count: int) -> tuple[Plan, ...]:
    """The ``count`` best plans, the best first; nothing is stored.

    Raises:
        InvalidWishError: too many asked for, or none; and what :func:`propose` raises.
    """
    asked, calendars = _posed(ctx, query)
    return _order_told(asked, lambda: best_plans(asked, calendars, count))


def windows(
    ctx: Context, query: PlanQuery, number: int, plan: Plan | None = None
) -> tuple[Opening, ...]:
    """Every place round ``number`` may take, by start, with its cost taken apart.

    Every other round stays where ``plan`` has it, the best one unless given.

    Raises:
        UnknownPinError: the plan does not place that round; and what
            :func:`propose` raises.
    """
    asked, calendars = _posed(ctx, query)
    stands = plan or _order_told(asked, lambda: best_plan(asked, calendars))
    starts = {one.number: one.start for one in stands.rounds}
    return openings(asked, calendars, number, starts)


def longest_notice(ctx: Context, query: PlanQuery) -> int | None:
    """The longest notice, no longer than the one asked for, with which there is a plan.

    ``None`` where there is none even without notice.

    Raises:
        InvalidHorizonError, InvalidWishError, UnknownPinError, PlannedLaterError:
            see :func:`propose`.
    """
    asked, calendars = _posed(ctx, query)

    def possible(notice: int) -> bool:
        wished = replace(asked, wishes=replace(asked.wishes, notice=notice))
        try:
            best_plan(wished, calendars)
        except NoPlanError:
            return False
        return True

    if not possible(0):
        return None
    # A shorter notice allows every start that a longer one does, so halving finds the longest.
    low, high = 0, asked.wishes.notice
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if possible(middle) else (low, middle - 1)
    return low


def provisional(ctx: Context, first_year: int, last_year: int) -> tuple[tuple[int, Side], ...]:
    """The country-years from ``first_year`` to ``last_year`` that no notice has fixed yet.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    with ctx.work() as uow:
        found = work_calendars(ctx, uow, first_year, last_year)
    return tuple(
        (year, side)
        for year in range(first_year, last_year + 1)
        for side in Side
        if found[side].decree(year).origin is Origin.EXTRAPOLATED
    )


def problem(ctx: Context, query: PlanQuery) -> PlanRequest:
    """What exactly would be asked of the planner: the query with all that is in force.

    Raises:
        InvalidHorizonError, InvalidWishError: see :func:`propose`.
    """
    return _posed(ctx, query)[0]


def _posed(ctx: Context, query: PlanQuery) -> tuple[PlanRequest, dict[Side, WorkCalendar]]:
    """The problem and the two calendars it is to be solved with."""
    with ctx.work() as uow:
        asked = request(ctx, uow, query)
        asked.require_sound()
        return asked, work_calendars(ctx, uow, asked.first_year, asked.last_year)


def request(ctx: Context, uow: UnitOfWork, query: PlanQuery) -> PlanRequest:
    """The planner's problem: the query over the register's rounds, wishes and ledger."""
    book = ledger(uow.consultations.all(), first_host(uow))
    today = query.today or ctx.clock.today()
    rounds = [(e.number, e) for e in book.entries if e.kind is Kind.REGULAR and e.number]
    fixed = {n for n, e in rounds if e.status in FACTS or _stays(n, e, query, today)}
    facts = (_fact(number, entry) for number, entry in rounds if number in fixed)
    own_length = query.days is None
    free = ((n, e) for n, e in rounds if e.status in FREE and n not in fixed)
    return PlanRequest(
        first_year=query.first_year,
        years=query.years,
        today=today,
        next_number=book.next.number,
        next_host=book.next.side,
        next_reasons=book.next.reasons,
        wishes=_wished(_wishes(uow), query),
        facts=tuple(fact for fact in facts if fact is not None),
        free=tuple(_free(number, entry, own_length) for number, entry in free),
        pins=query.pins,
        keep=query.keep,
    )


def wishes(ctx: Context) -> Wishes:
    """The planner's settings, as they come while none are stored."""
    with ctx.work() as uow:
        return _wishes(uow)


def set_wishes(ctx: Context, wishes: Wishes) -> Wishes:
    """Store the planner's settings; returns them as stored.

    Raises:
        InvalidWishError, InvalidMonthDayError, EndBeforeStartError: see
            :meth:`Wishes.require_sound`.
        StaleVersionError: someone changed them since they were read.
    """
    wishes.require_sound()
    with change(ctx, "wishes.edit") as step:
        return step.put(step.uow.wishes.get(), wishes)


def _wishes(uow: UnitOfWork) -> Wishes:
    return uow.wishes.get() or Wishes()


def _wished(stored: Wishes, query: PlanQuery) -> Wishes:
    return replace(
        stored,
        rounds=stored.rounds if query.rounds is None else query.rounds,
        days=stored.days if query.days is None else query.days,
        gap=stored.gap if query.gap is None else query.gap,
        notice=stored.notice if query.notice is None else query.notice,
    )


def _stays(number: int, entry: LedgerEntry, query: PlanQuery, today: date) -> bool:
    """Free by its status, but kept, as its exact days to come lie outside the years asked for.

    A round whose start is pinned is asked for by name, so it may be moved.
    """
    dates = entry.dates
    if (
        not query.keep
        or entry.status not in FREE
        or dates is None
        or dates.precision is not Precision.DAY
    ):
        return False
    outside = not query.first_year <= dates.start.year < query.first_year + query.years
    return outside and dates.start >= today and number not in dict(query.pins)


def _order_told(asked: PlanRequest, solve: Callable[[], T]) -> T:
    """What ``solve`` gives; if numbers that run through time forbid a plan, say by which round.

    Raises:
        PlannedLaterError.
    """
    try:
        return solve()
    except NoPlanError as error:
        for before, after in pairwise(chain(asked)):
            if before.fact is not None and after.fact is None and before.year > asked.last_year:
                raise PlannedLaterError(
                    failing_year=error.failing_year,
                    relax=error.relax,
                    id=f"R{before.number}",
                    number=after.number,
                    year=before.year,
                ) from None
        raise


def _fact(number: int, entry: LedgerEntry) -> Fact | None:
    """A round that is kept; a month-only date counts as the 15th, none at all not."""
    if entry.dates is None:
        return None
    start = entry.dates.planning_day
    end = entry.dates.end if entry.dates.precision is Precision.DAY else start
    return Fact(number, entry.host, start, end, entry.venue.city, explained(entry))


def _free(number: int, entry: LedgerEntry, own_length: bool) -> FreeRound:
    """A round to be placed. Whose host is open, the ledger gives it one."""
    elsewhere = entry.venue.online or entry.venue.country
    host = entry.host if entry.host or elsewhere else entry.turn
    length = None
    if own_length and entry.dates is not None and entry.dates.precision is Precision.DAY:
        length = entry.dates.days
    return FreeRound(number, host, length, entry.venue.city, explained(entry))
