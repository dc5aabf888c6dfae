"""The k best plans, and the places of one round, against trying everything there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations_gui.domain.errors import InvalidWishError, NoPlanError, UnknownPinError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Fact, PlanRequest, Season, Weights, Wishes
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.planner_search import Found, Layer
from consultations_gui.domain.planner_top import (
    best_openings,
    best_plans,
    openings,
    top_starts,
)
from consultations_gui.domain.workdays import WorkCalendar
from tests.domain.plan_instances import Instance, instance
from tests.domain.plan_reference import Reference

PLAIN = {side: WorkCalendar(side, ()) for side in Side}
"""Weekends alone are free, and nothing is confirmed."""


def small(rng: Random) -> Instance:
    years, rounds = rng.choice([(1, 1), (1, 2), (2, 1), (1, 3)])
    return instance(rng, years, rounds, dense=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 40))
def test_the_best_plans_are_the_first_of_all_plans(seed: int, count: int) -> None:
    made = small(Random(seed))
    problem = Reference(made.request, made.calendars)
    if problem.chains() > 20_000:
        return
    expected = sorted(problem.all_plans())[:count]
    if not expected:
        with pytest.raises(NoPlanError):
            best_plans(made.request, made.calendars, count)
        return
    found = best_plans(made.request, made.calendars, count)
    assert [(one.total_cost, [r.start for r in one.rounds]) for one in found] == expected
    assert found[0] == best_plan(made.request, made.calendars)


@st.composite
def chains(draw: st.DrawFn) -> list[Layer]:
    """Few starts and small costs, so that many chains cost the same."""
    made, day = [], 0
    for _ in range(draw(st.integers(1, 4))):
        fixed = draw(st.booleans())
        starts = draw(st.sets(st.integers(day, day + 9), max_size=1 if fixed else 5))
        if fixed and not starts:
            starts = {day}
        costs = [draw(st.integers(0, 2)) for _ in starts]
        length, weight = draw(st.integers(1, 4)), draw(st.integers(0, 2))
        made.append(Layer(sorted(starts), costs, length, fixed, weight))
        day += draw(st.integers(-2, 6))
    return made


def every_chain(layers: Sequence[Layer], gap: int) -> list[tuple[int, tuple[int, ...]]]:
    found: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for index, layer in enumerate(layers):
        longer: list[tuple[int, tuple[int, ...]]] = []
        for cost, starts in found:
            for start, own in zip(layer.starts, layer.costs, strict=True):
                if not index:
                    longer.append((own, (start,)))
                    continue
                before = layers[index - 1]
                both_fixed = before.fixed and layer.fixed
                if both_fixed or start >= starts[-1] + before.length:
                    missed = layer.gap_weight * abs(start - starts[-1] - gap)
                    longer.append((cost + own + missed, (*starts, start)))
        found = longer
    return sorted(found)


@settings(max_examples=300, deadline=None)
@given(chains(), st.integers(0, 8), st.integers(1, 30))
def test_chains_among_many_equals(layers: list[Layer], gap: int, count: int) -> None:
    expected = [Found(starts, cost) for cost, starts in every_chain(layers, gap)[:count]]
    assert list(top_starts(layers, gap, count)) == expected


def test_how_many_plans_may_be_asked_for() -> None:
    request = PlanRequest(2027, 1, date(2026, 11, 23), 1, Side.CN)
    for count in (0, 101):
        with pytest.raises(InvalidWishError) as caught:
            best_plans(request, PLAIN, count)
        assert (caught.value.field, caught.value.value) == ("top", count)


# --- places of one round -----------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_every_place_of_a_round_and_what_it_costs(seed: int) -> None:
    rng = Random(seed)
    made = instance(rng, rng.randint(1, 3), rng.randint(1, 2), dense=False)
    try:
        plan = best_plan(made.request, made.calendars)
    except NoPlanError:
        return
    free = [one for one in plan.rounds if not one.fact]
    if not free:
        return
    chosen = rng.choice(free)
    starts = {one.number: one.start for one in plan.rounds}
    found = openings(made.request, made.calendars, chosen.number, starts)
    assert chosen.start in [one.start for one in found]

    problem = Reference(made.request, made.calendars)
    index = next(i for i, one in enumerate(problem.rounds) if one.number == chosen.number)
    starts |= {one.number: one.fact.start for one in problem.rounds if one.fact is not None}
    whole = [starts.get(one.number) for one in problem.rounds]
    expected = []
    for day in problem.candidates(problem.rounds[index]):
        gap = problem.step(index, whole[index - 1] if index else None, day)
        after = whole[index + 1] if index + 1 < len(whole) else None
        onward = problem.step(index + 1, day, after) if after else 0
        if gap is not None and onward is not None:
            own = problem.own_cost(problem.rounds[index], day)
            expected.append((day, gap, own, onward, gap + sum(own) + onward))
    assert [
        (
            one.start,
            one.cost.gap,
            (one.cost.season, one.cost.travel, one.cost.short, one.cost.provisional),
            one.following,
            one.total,
        )
        for one in found
    ] == expected
    ranked = sorted(expected, key=lambda one: (one[4], one[0]))[:5]
    assert [one.start for one in best_openings(found, 5)] == [one[0] for one in ranked]


def test_the_best_place_is_where_the_plan_has_it() -> None:
    wishes = Wishes(seasons=(Season(Side.RU, 9, 1, 10, 1),), weights=Weights(season=1))
    request = PlanRequest(2027, 1, date(2026, 11, 23), 1, Side.CN, wishes=wishes)
    plan = best_plan(request, PLAIN)
    starts = {one.number: one.start for one in plan.rounds}
    for one in plan.rounds:
        best, second = best_openings(openings(request, PLAIN, one.number, starts), 2)
        assert best.start == one.start
        assert best.planned == one
        assert best.end == one.end
        assert second.total >= best.total


def test_a_pin_on_the_round_asked_about_does_not_bind_it() -> None:
    request = PlanRequest(
        2027, 1, date(2026, 11, 23), 1, Side.CN, pins=((1, date(2027, 3, 9)),)
    )  # fmt: skip
    places = [one.start for one in openings(request, PLAIN, 1, {})]
    assert len(places) > 100


def test_only_a_free_round_of_the_plan_can_be_asked_about() -> None:
    fact = Fact(1, Side.CN, date(2027, 3, 9), date(2027, 3, 10))
    request = PlanRequest(2027, 1, date(2026, 11, 23), 2, Side.RU, facts=(fact,))
    for number in (1, 3):
        with pytest.raises(UnknownPinError) as refused:
            openings(request, PLAIN, number, {})
        assert (refused.value.placed, refused.value.stands) == ((2,), number == 1)
    later = replace(fact, number=3, start=date(2028, 2, 1), end=date(2028, 2, 2))
    found = openings(replace(request, facts=(fact, later)), PLAIN, 2, {})
    assert found[0].start == date(2027, 3, 11)
    assert {one.following for one in found} == {0}
