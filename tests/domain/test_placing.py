"""Where one round could go: what bars a day, what a place costs, and how costs are parted."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.errors import NoPlanError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import (
    BarReason,
    CostScale,
    MoveReason,
    Placing,
    YearOfPlaces,
    placing_next,
    placing_of,
)
from consultations_gui.domain.planner import Blackout, Fact, PlanReason, Weights, Wishes
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.planner_top import openings
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import ledger
from consultations_gui.domain.workdays import Decree, WorkCalendar
from tests.domain import plan_instances
from tests.domain.rounds import CN, ONLINE, RU, days, meeting, month

TODAY = date(2026, 11, 23)
PLAIN = {side: WorkCalendar(side, ()) for side in Side}
"""Weekends alone are free."""
AS_THEY_COME = Wishes()
R3 = meeting("R3", CN, dates=days("2027-03-02", "2027-03-03"))
R5 = meeting("R5", CN, Status.PLANNED, days("2028-03-07", "2028-03-08"))
R4 = Placing(
    4,
    RU,
    2,
    "Moscow",
    before=Fact(3, CN, date(2027, 3, 2), date(2027, 3, 3)),
    after=Fact(5, CN, date(2028, 3, 7), date(2028, 3, 8)),
)


def places(
    placing: Placing = R4,
    year: int = 2027,
    wishes: Wishes = AS_THEY_COME,
    calendars: dict[Side, WorkCalendar] = PLAIN,
) -> YearOfPlaces:
    return YearOfPlaces(placing, year, wishes, TODAY, calendars)


def bars(day: str, placing: Placing = R4, **given: object) -> list[Reason]:
    start = date.fromisoformat(day)
    return list(places(placing, start.year, **given).bars(start))  # type: ignore[arg-type]  # as places()


# --- what bars a day ---------------------------------------------------------------------------


def test_a_good_day_is_barred_by_nothing() -> None:
    assert bars("2027-08-31") == []
    assert places().opening(date(2027, 8, 31)) is not None


def test_days_off_are_told_for_each_country() -> None:
    assert bars("2027-09-03") == [
        Reason.of(BarReason.DAYS_OFF, side=side, days=1, day=date(2027, 9, 4)) for side in Side
    ]
    decree = Decree(RU, 2027, off=(date(2027, 9, 1), date(2027, 9, 2)))
    russian = {CN: PLAIN[CN], RU: WorkCalendar(RU, (decree,))}
    assert bars("2027-09-01", calendars=russian) == [
        Reason.of(BarReason.DAYS_OFF, side=RU, days=2, day=date(2027, 9, 1))
    ]


def test_a_blackout_is_told_with_the_offices_own_reason() -> None:
    black = Blackout(RU, date(2027, 9, 2), date(2027, 9, 10), "年会", "Форум")
    told: dict[str, str | date] = {
        "side": RU,
        "first": black.start,
        "last": black.end,
        "zh": "年会",
        "ru": "Форум",
    }
    dark = Wishes(blackouts=(black,))
    assert bars("2027-09-01", wishes=dark) == [Reason.of(BarReason.BLACKOUT, **told)]
    assert bars("2027-08-30", wishes=dark) == [], "the host does not travel"


def test_visitors_may_not_travel_in_their_blackout() -> None:
    black = Blackout(CN, date(2027, 9, 2), date(2027, 9, 2))
    told: dict[str, str | date] = {
        "side": CN,
        "first": black.start,
        "last": black.end,
        "zh": "",
        "ru": "",
    }
    dark = Wishes(blackouts=(black,))
    reason = Reason.of(BarReason.TRAVEL_BLACKOUT, **told)
    assert bars("2027-08-31", wishes=dark) == [reason], "the way home"
    online = Placing(4, None, 2)
    assert bars("2027-08-31", online, wishes=dark) == []


def test_notice_and_the_rounds_beside_are_kept() -> None:
    nobody = Placing(1, CN, 1)
    first = TODAY + timedelta(days=30)
    assert bars("2026-12-22", nobody) == [Reason.of(BarReason.NOTICE, days=30, first=first)]
    assert bars("2026-12-23", nobody) == []
    assert bars("2027-03-03") == [Reason.of(BarReason.AFTER, id="R3", day=date(2027, 3, 3))]
    assert bars("2027-03-04") == []
    assert bars("2028-03-06") == [Reason.of(BarReason.BEFORE, id="R5", day=date(2028, 3, 7))]
    assert bars("2028-03-02") == []


@given(st.integers(0, 2**32))
def test_a_day_is_a_place_exactly_where_nothing_bars_it(seed: int) -> None:
    rng = Random(seed)
    calendars = plan_instances.calendars(rng, 2026, 2028)
    blackouts = tuple(plan_instances.scattered(rng, 2027, 2027, 4))
    wishes = plan_instances.wishes(rng, 2, blackouts)
    one = Placing(
        rng.choice((4, None)),
        rng.choice((CN, RU, None)),
        rng.randint(1, 5),
        before=R4.before if rng.random() < 0.5 else None,
        after=R4.after if rng.random() < 0.5 else None,
    )
    year = places(one, 2027, wishes, calendars)
    for n in range(rng.randrange(6), 365, 6):
        day = date(2027, 1, 1) + timedelta(days=n)
        assert (year.opening(day) is None) == bool(year.bars(day)), day


# --- what a place costs --------------------------------------------------------------------------


@given(st.integers(0, 2**32))
def test_a_place_costs_what_the_planner_says(seed: int) -> None:
    """For a round in the middle of a plan: the same places as the planner's own."""
    rng = Random(seed)
    asked = plan_instances.instance(rng, 3, 1, dense=False)
    try:
        plan = best_plan(asked.request, asked.calendars)
    except NoPlanError:
        return
    if len(plan.rounds) != 3 or plan.rounds[1].fact:
        return
    before, one, after = plan.rounds
    starts = {each.number: each.start for each in plan.rounds}
    expected = openings(asked.request, asked.calendars, one.number, starts)
    placing = Placing(
        one.number,
        one.host,
        (one.end - one.start).days + 1,
        one.city,
        before=Fact(before.number, before.host, before.start, before.end),
        after=Fact(after.number, after.host, after.start, after.end),
    )
    request = asked.request
    year = YearOfPlaces(placing, one.start.year, request.wishes, request.today, asked.calendars)
    year.weigh()
    assert [(o.start, o.cost, o.following) for o in year.openings.values()] == [
        (o.start, o.cost, o.following) for o in expected
    ]


def test_why_a_place_costs_what_it_does() -> None:
    year = places()
    opening = year.opening(date(2027, 8, 31))
    assert opening is not None
    assert (opening.cost.gap, opening.following) == (0, 7)
    reasons = year.why(opening)
    assert reasons[-1] == Reason.of(MoveReason.FOLLOWING, id="R5", days=189, wished=182)
    assert Reason.of(PlanReason.GAP, id="R3", days=182, wished=182) in reasons
    last = places(Placing(4, RU, 2, before=R4.before))
    found = last.opening(date(2027, 8, 31))
    assert found is not None
    assert all(reason.code != MoveReason.FOLLOWING for reason in last.why(found))


def test_an_extraordinary_meeting_keeps_no_distance() -> None:
    year = places(Placing(None, CN, 1), wishes=Wishes(weights=Weights(provisional=0)))
    opening = year.opening(date(2027, 8, 31))
    assert opening is not None
    assert opening.total == 0
    assert [r.code for r in year.why(opening)] == [r.code for r in opening.planned.reasons]


# --- which round ---------------------------------------------------------------------------------


def all_rounds(*more: Consultation) -> tuple[Consultation, ...]:
    gone = meeting("R6", RU, Status.CANCELLED, days("2028-05-02"))
    return (meeting("R2", RU, dates=month(2026, 9)), R3, R5, gone, *more)


def test_a_recorded_round_stands_between_its_neighbours() -> None:
    planned = meeting("R4", RU, Status.TENTATIVE, days("2027-09-07", "2027-09-09"))
    found = placing_of(planned, all_rounds(planned), 2)
    assert (found.number, found.host, found.days, found.city) == (4, RU, 3, "Moscow")
    assert found.before is not None
    assert found.after is not None
    assert (found.before.number, found.after.number) == (3, 5)
    undated = placing_of(meeting("R4", RU, Status.POSTPONED), all_rounds(), 2)
    assert undated.days == 2
    roughly = placing_of(meeting("R4", RU, Status.PLANNED, month(2027, 9)), all_rounds(), 2)
    assert roughly.days == 2


def test_a_month_counts_as_its_15th() -> None:
    first = placing_of(R3, all_rounds(), 2).before
    assert first == Fact(2, RU, date(2026, 9, 15), date(2026, 9, 15), "Moscow")


def test_what_has_no_number_stands_beside_nobody() -> None:
    extra = meeting("X1", None, Status.PLANNED, days("2027-09-07"), ONLINE)
    assert placing_of(extra, all_rounds(), 2) == Placing(None, None, 1)


def test_the_next_round_comes_after_the_last() -> None:
    turn = ledger(all_rounds(), CN).next
    found = placing_next(turn, all_rounds(), 2)
    assert (found.number, found.host, found.city) == (7, turn.side, "Moscow")
    assert found.reasons == turn.reasons
    assert found.before is not None
    assert found.before.number == 5
    assert found.after is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (None, date(2026, 12, 23)),
        (Fact(1, CN, date(2020, 1, 1), date(2020, 1, 2)), date(2026, 12, 23)),
        (Fact(1, CN, date(2027, 1, 1), date(2027, 1, 2)), date(2027, 7, 2)),
    ],
)
def test_about_when_a_round_is_wished(before: Fact | None, expected: date) -> None:
    assert Placing(2, RU, 2, before=before).wished(AS_THEY_COME, TODAY) == expected


# --- the scale -----------------------------------------------------------------------------------


def test_costs_are_parted_into_four_steps_from_the_least() -> None:
    year = places()
    least = min(one.total for one in year.openings.values())
    scale = CostScale.over([year], AS_THEY_COME)
    assert scale == CostScale(least, (7, 30, 90))
    steps = [scale.step(least + more) for more in (0, 7, 8, 30, 31, 90, 91, 10_000)]
    assert steps == [0, 0, 1, 1, 2, 2, 3, 3]
    assert scale.step(least - 5) == 0, "a better place in another year"


def test_the_scale_follows_the_weight_of_a_day() -> None:
    assert CostScale.over([], Wishes(weights=Weights(gap=10))) == CostScale(0, (70, 300, 900))
    assert CostScale.over([], Wishes(weights=Weights(gap=0))).limits == (7, 30, 90)
