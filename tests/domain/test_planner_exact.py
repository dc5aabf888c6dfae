"""The plan found is the best there is: against a full search, and against CP-SAT."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations_gui.domain.errors import NoPlanError
from consultations_gui.domain.planner import PlanRequest
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.planner_ground import Relaxed
from tests.domain.plan_instances import Instance, instance
from tests.domain.plan_reference import Reference
from tests.domain.plan_solver import OutOfPatienceError, solve

SMALL = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1))
"""Years and rounds a year of horizons that can be searched through."""


def small(seed: int) -> Instance:
    """A small problem, at times with a pin on a day that may or may not do."""
    rng = Random(seed)
    years, rounds = rng.choice(SMALL)
    made = instance(rng, years, rounds, dense=True)
    problem = Reference(made.request, made.calendars)
    free = [one for one in problem.rounds if one.fact is None]
    if not free or rng.random() < 0.7:
        return made
    one = rng.choice(free)
    places = problem.candidates(one)
    if not places or rng.random() < 0.3:
        places = [date(one.year, 1, 1) + timedelta(days=n) for n in range(360)]
    return replace(made, request=replace(made.request, pins=((one.number, rng.choice(places)),)))


def answer(made: Instance) -> tuple[int, list[date]] | NoPlanError:
    try:
        plan = best_plan(made.request, made.calendars)
    except NoPlanError as error:
        return error
    return plan.total_cost, [one.start for one in plan.rounds]


def mend(made: Instance, request: PlanRequest) -> str:
    """The condition that, lifted alone, gives the cheapest plan; the first of equals."""
    names = [*Relaxed, *(f"pin R{number}" for number, _ in request.pins)]
    found = [Reference(request, made.calendars, name).best_by_pairs() for name in names]
    costs = [(one[0], place) for place, one in enumerate(found) if one is not None]
    return names[min(costs)[1]] if costs else ""


def check(made: Instance) -> None:
    problem = Reference(made.request, made.calendars)
    expected = problem.best_by_pairs()
    if problem.chains() < 3000:
        assert problem.best() == expected
    found = answer(made)
    if not isinstance(found, NoPlanError):
        assert found == expected
        return
    assert expected is None
    parts = [replace(made.request, years=n) for n in range(1, made.request.years + 1)]
    failing = next(p for p in parts if not Reference(p, made.calendars).best_by_pairs())
    assert (found.failing_year, found.relax) == (failing.last_year, mend(made, failing))


def check_parts(made: Instance) -> None:
    """The cost of each round taken apart is the definition's."""
    problem = Reference(made.request, made.calendars)
    plan = best_plan(made.request, made.calendars)
    before = dict(zip([o.number for o in problem.rounds][1:], problem.rounds, strict=False))
    starts = {one.number: one.start for one in plan.rounds}
    starts |= {one.number: one.fact.start for one in problem.rounds if one.fact is not None}
    rounds = {one.number: one for one in problem.rounds}
    for one in plan.rounds:
        cost = one.cost
        parts = (cost.season, cost.travel, cost.short, cost.provisional)
        assert parts == problem.own_cost(rounds[one.number], one.start)
        previous = before.get(one.number)
        gap = 0 if previous is None else problem.gap_cost(starts[previous.number], one.start)
        assert cost.gap == gap


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_small_horizons_against_the_full_search(seed: int) -> None:
    check(small(seed))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_costs_taken_apart(seed: int) -> None:
    rng = Random(seed)
    made = instance(rng, rng.randint(1, 4), rng.randint(1, 3), dense=False)
    try:
        check_parts(made)
    except NoPlanError:
        assert Reference(made.request, made.calendars).best_by_pairs() is None


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(18))
def test_eighteen_hundred_small_horizons(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        check(small(seed))


def large(seed: int) -> Instance:
    rng = Random(seed)
    return instance(rng, rng.randint(3, 10), rng.choice([1, 2, 2, 2]), dense=False)


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10**9))
def test_long_horizons_against_all_pairs(seed: int) -> None:
    check(large(seed))


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("ten", range(25))
def test_long_horizons_against_cp_sat(ten: int) -> None:
    pytest.importorskip("ortools", reason="OR-Tools is installed for tests only")
    proved = 0
    for seed in range(10 * ten, 10 * ten + 10):
        made = large(seed)
        problem = Reference(made.request, made.calendars)
        found = answer(made)
        assert (None if isinstance(found, NoPlanError) else found) == problem.best_by_pairs()
        try:
            second = solve(problem, patience=20)
        except OutOfPatienceError:
            continue  # a few have too many equals for CP-SAT to prove in any useful time
        proved += 1
        assert (second is None) is isinstance(found, NoPlanError)
        if second is not None and not isinstance(found, NoPlanError):
            assert second[0] == found[0]
            # CP-SAT may end on another plan of the same cost, never on an earlier one.
            assert found[1] <= second[1]
    assert proved >= 8
