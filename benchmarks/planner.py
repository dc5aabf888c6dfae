"""How fast the best plan is found, next to OR-Tools CP-SAT on the same problem.

    python -m benchmarks.planner [YEARS ...]

Plans the given numbers of years from 2027 (2, 10 and 50 by default) over the
real calendars, with preferred windows and yearly blackouts of both sides, and
prints the time of the fastest run, what CP-SAT needs for the same in the same run, and
the ratio. Both must come to the same least cost. Without OR-Tools
(``pip install ortools``) only the first is told.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from importlib.util import find_spec

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, Plan, PlanRequest, Season, Wishes
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.workdays import WorkCalendar
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.domain.plan_reference import Reference
from tests.domain.plan_solver import OutOfPatienceError, solve

FIRST = 2027
TODAY = date(2026, 11, 23)
SEASONS = (Season(Side.CN, 4, 10, 6, 20), Season(Side.RU, 10, 1, 12, 5))
PATIENCE = 600.0
"""Seconds CP-SAT is given."""


def problem(years: int) -> tuple[PlanRequest, dict[Side, WorkCalendar]]:
    """Two rounds a year with a busy season of each side in every year."""
    span = range(FIRST, FIRST + years)
    blackouts = tuple(
        Blackout(side, date(year, *first), date(year, *last))
        for year in span
        for side, first, last in (
            (Side.CN, (3, 3), (3, 15)),
            (Side.CN, (10, 15), (10, 31)),
            (Side.RU, (7, 20), (8, 31)),
            (Side.RU, (4, 20), (4, 30)),
        )
    )
    wishes = Wishes(seasons=SEASONS, blackouts=blackouts)
    shipped = LibraryWorkdays()
    calendars = {
        side: WorkCalendar(
            side, [shipped.table(side, year) for year in range(FIRST - 1, FIRST + years + 1)]
        )
        for side in Side
    }
    return PlanRequest(FIRST, years, TODAY, 1, Side.CN, wishes=wishes), calendars


def timed(request: PlanRequest, calendars: dict[Side, WorkCalendar]) -> tuple[float, Plan]:
    """The fastest of several runs, in seconds, and the plan: what else is done only adds to it."""
    plan = best_plan(request, calendars)
    runs = []
    for _ in range(9):
        began = time.perf_counter()
        plan = best_plan(request, calendars)
        runs.append(time.perf_counter() - began)
    return min(runs), plan


def main(horizons: list[int]) -> None:
    compared = find_spec("ortools") is not None
    if not compared:
        print("OR-Tools is not installed: no comparison")
    for years in horizons:
        request, calendars = problem(years)
        own, plan = timed(request, calendars)
        line = f"{years:3d} years: {1000 * own:8.2f} ms   cost {plan.total_cost}"
        if compared:
            line += "   " + compare(request, calendars, own, plan)
        print(line, flush=True)


def compare(
    request: PlanRequest, calendars: dict[Side, WorkCalendar], own: float, plan: Plan
) -> str:
    """What CP-SAT needs for the same; ends the program if it finds another least cost."""
    stated = Reference(request, calendars)
    read = [len(days) for days in stated.opened[0]]  # outside the time: it is not CP-SAT's
    began = time.perf_counter()
    try:
        found = solve(stated, PATIENCE)
    except OutOfPatienceError:
        return f"CP-SAT: not proved within {PATIENCE:.0f} s"
    taken = time.perf_counter() - began
    if found is None or found[0] != plan.total_cost:
        sys.exit(f"{request.years} years: {plan.total_cost}, but CP-SAT finds {found}")
    return f"CP-SAT: {taken:8.2f} s   ratio {taken / own:8.0f}   ({sum(read)} places)"


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [2, 10, 50])
