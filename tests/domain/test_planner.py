"""The planner's rules one by one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consultations_gui.domain.errors import (
    DomainError,
    EndBeforeStartError,
    InvalidHorizonError,
    InvalidMonthDayError,
    InvalidWishError,
    NoPlanError,
    UnknownPinError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import (
    Blackout,
    Fact,
    FreeRound,
    Plan,
    PlanReason,
    PlanRequest,
    RoundCost,
    Season,
    Weights,
    Wishes,
    month_day,
)
from consultations_gui.domain.planner_best import best_plan
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import RotationReason
from consultations_gui.domain.workdays import Decree, Move, WorkCalendar
from consultations_gui.workdays.adapter import LibraryWorkdays

CN, RU = Side.CN, Side.RU
LIBRARY = LibraryWorkdays()


def real(first: int = 2025, last: int = 2045) -> dict[Side, WorkCalendar]:
    years = range(first, last + 1)
    return {side: WorkCalendar(side, [LIBRARY.table(side, y) for y in years]) for side in Side}


def plain(*decrees: Decree) -> dict[Side, WorkCalendar]:
    """Confirmed calendars of plain weekends, but for ``decrees``."""
    years = range(2025, 2036)
    bare = {(side, year): Decree(side, year, short=()) for side in Side for year in years}
    bare |= {(decree.side, decree.year): decree for decree in decrees}
    return {
        side: WorkCalendar(side, [d for (s, _), d in bare.items() if s is side]) for side in Side
    }


def request(
    first: int = 2027, years: int = 1, *, today: date = date(2026, 11, 23), **wishes: int
) -> PlanRequest:
    return PlanRequest(first, years, today, 1, CN, wishes=Wishes(**wishes))  # type: ignore[arg-type]  # whole numbers only


def only(first: str, last: str) -> tuple[Blackout, ...]:
    """Chinese blackouts that leave of 2026 to 2028 but the days from ``first`` to ``last``."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    one = timedelta(days=1)
    return (
        Blackout(CN, date(2026, 1, 1), start - one),
        Blackout(CN, end + one, date(2028, 12, 31)),
    )


def wished(made: PlanRequest, **changes: object) -> PlanRequest:
    return replace(made, wishes=replace(made.wishes, **changes))  # type: ignore[arg-type]  # any field


def starts(plan: Plan) -> list[date]:
    return [one.start for one in plan.rounds]


# --- what every plan is ------------------------------------------------------------------------


def test_five_years_from_an_empty_register() -> None:
    calendars = real()
    plan = best_plan(request(2027, 5), calendars)
    assert [one.number for one in plan.rounds] == list(range(1, 11))
    assert [one.start.year for one in plan.rounds] == [y for y in range(2027, 2032) for _ in "ab"]
    assert [one.host for one in plan.rounds] == [CN, RU] * 5
    assert [one.city for one in plan.rounds[:2]] == ["Beijing", "Moscow"]
    for one in plan.rounds:
        assert one.end == one.start + timedelta(days=1)
        for side in Side:
            assert calendars[side].day(one.start).working
            assert calendars[side].day(one.end).working
    assert {one.provisional for one in plan.rounds[:2]} == {(CN,)}
    assert {one.provisional for one in plan.rounds[2:]} == {(CN, RU)}
    assert plan.total_cost == sum(one.cost.total for one in plan.rounds)
    assert plan.rounds[0].id == "R1"


def test_the_make_up_days_of_2026_are_days_to_meet() -> None:
    """Saturday 28 February 2026 is worked in China; with Russia it is no common day."""
    made = request(2026, 1, today=date(2026, 1, 10), rounds=1, days=1, notice=0)
    with pytest.raises(NoPlanError):
        best_plan(wished(made, blackouts=only("2026-02-28", "2026-02-28")), real())
    both = plain(
        Decree(CN, 2026, make_up=(date(2026, 2, 28),)),
        Decree(RU, 2026, make_up=(date(2026, 2, 28),)),
    )
    plan = best_plan(wished(made, blackouts=only("2026-02-28", "2026-02-28")), both)
    assert starts(plan) == [date(2026, 2, 28)]


def test_ties_go_to_the_earliest_starts() -> None:
    plan = best_plan(request(rounds=2, days=1, gap=0, travel_before=0, travel_after=0), plain())
    assert starts(plan) == [date(2027, 1, 4), date(2027, 1, 5)]
    flat = wished(request(rounds=3), weights=Weights(0, 0, 0, 0, 0))
    assert starts(best_plan(flat, plain())) == [
        date(2027, 1, 4), date(2027, 1, 6), date(2027, 1, 11),
    ]  # fmt: skip


def test_a_round_starts_after_the_last_day_of_the_one_before() -> None:
    made = wished(
        request(rounds=2, gap=0, travel_before=0, travel_after=0),
        blackouts=only("2027-03-01", "2027-03-05"),
    )
    assert starts(best_plan(made, plain())) == [date(2027, 3, 1), date(2027, 3, 3)]


def test_notice_counts_from_today() -> None:
    made = request(today=date(2027, 1, 4), rounds=1, days=1, notice=30)
    assert starts(best_plan(made, plain())) == [date(2027, 2, 3)]
    assert starts(best_plan(wished(made, notice=0), plain()))[0] >= date(2027, 1, 4)


# --- facts and free rounds ---------------------------------------------------------------------

FACT = Fact(4, CN, date(2027, 3, 2), date(2027, 3, 4), "Shanghai")


def test_facts_are_counted_and_kept() -> None:
    made = replace(request(), facts=(FACT,), next_number=5, next_host=RU)
    plan = best_plan(made, plain())
    assert [(one.number, one.fact) for one in plan.rounds] == [(4, True), (5, False)]
    first, second = plan.rounds
    assert (first.start, first.end, first.city, first.host) == (
        FACT.start, FACT.end, "Shanghai", CN,
    )  # fmt: skip
    assert second.start == FACT.start + timedelta(days=182)
    assert second.cost.gap == 0


def test_more_facts_than_rounds_leave_no_free_one() -> None:
    others = [Fact(5, RU, date(2027, 6, 1), date(2027, 6, 2))]
    others.append(Fact(6, CN, date(2027, 9, 1), date(2027, 9, 2)))
    made = replace(request(), facts=(FACT, *others), next_number=7, next_host=RU)
    assert [one.fact for one in best_plan(made, plain()).rounds] == [True] * 3


def test_a_fact_pays_for_what_it_is() -> None:
    """Its gap, and the Sunday before it for the visitors; no round before it costs nothing."""
    monday = Fact(2, CN, date(2027, 3, 1), date(2027, 3, 1))
    before = Fact(1, RU, date(2026, 9, 1), date(2026, 9, 2))
    made = replace(request(rounds=1), facts=(monday,), next_number=3)
    assert best_plan(made, plain()).rounds[0].cost == RoundCost(travel=5)
    made = replace(made, facts=(before, monday))
    (only_one,) = best_plan(made, plain()).rounds
    assert only_one.cost == RoundCost(gap=1, travel=5)


def test_a_fact_elsewhere_has_no_visitors() -> None:
    online = Fact(1, None, date(2027, 3, 1), date(2027, 3, 1))
    (one,) = best_plan(replace(request(rounds=1), facts=(online,)), plain()).rounds
    assert (one.host, one.cost) == (None, RoundCost())


def test_a_free_round_elsewhere_has_no_visitors_either() -> None:
    monday = date(2027, 3, 1)
    made = replace(
        request(rounds=1, days=1), free=(FreeRound(1, None),), next_number=2, pins=((1, monday),)
    )
    (one,) = best_plan(made, plain()).rounds
    assert (one.host, one.cost) == (None, RoundCost())


def test_a_fact_longer_than_any_calendar_is_weighed_as_far_as_it_reaches() -> None:
    endless = Fact(1, CN, date(2027, 12, 1), date(2030, 1, 1))
    (one,) = best_plan(replace(request(rounds=1), facts=(endless,)), plain()).rounds
    assert one.end == endless.end


def test_free_rounds_keep_number_host_and_own_length() -> None:
    free = (
        FreeRound(8, CN, city="Shanghai"),
        FreeRound(7, CN, days=3, city="Harbin", reasons=(Reason.of("recorded"),)),
    )
    made = replace(request(years=2), free=free, next_number=9, next_host=RU)
    plan = best_plan(made, plain())
    assert [(one.number, one.host, one.city) for one in plan.rounds] == [
        (7, CN, "Harbin"), (8, CN, "Shanghai"), (9, RU, "Moscow"), (10, CN, "Beijing"),
    ]  # fmt: skip
    assert [(one.end - one.start).days + 1 for one in plan.rounds] == [3, 2, 2, 2]
    assert plan.rounds[0].reasons[0] == Reason.of("recorded")


def test_free_rounds_beyond_the_horizon_are_left_alone() -> None:
    free = tuple(FreeRound(n, CN) for n in range(1, 6))
    plan = best_plan(replace(request(), free=free, next_number=6), plain())
    assert [one.number for one in plan.rounds] == [1, 2]


def test_a_free_round_stays_before_the_fact_numbered_after_it() -> None:
    fact = Fact(2, RU, date(2027, 3, 3), date(2027, 3, 4))
    made = replace(request(), facts=(fact,), free=(FreeRound(1, CN),), next_number=3)
    plan = best_plan(made, plain())
    assert [one.number for one in plan.rounds] == [1, 2]
    assert plan.rounds[0].end < fact.start


def test_facts_out_of_order_are_kept_as_they_are() -> None:
    late = Fact(1, CN, date(2027, 9, 1), date(2027, 9, 2))
    early = Fact(2, RU, date(2027, 3, 2), date(2027, 3, 3))
    plan = best_plan(replace(request(), facts=(late, early), next_number=3), plain())
    assert starts(plan) == [late.start, early.start]
    assert plan.rounds[1].cost.gap == 183 + 182


# --- pins, blackouts, seasons ------------------------------------------------------------------


def test_a_pin_fixes_a_start() -> None:
    made = replace(request(), pins=((2, date(2027, 5, 12)),))
    plan = best_plan(made, plain())
    assert plan.rounds[1].start == date(2027, 5, 12)
    assert Reason.of(PlanReason.PINNED, start=date(2027, 5, 12)) in plan.rounds[1].reasons
    assert PlanReason.PINNED not in {reason.code for reason in plan.rounds[0].reasons}


@pytest.mark.parametrize(("number", "stands"), [(4, True), (9, False)])
def test_a_pin_needs_a_free_round(number: int, stands: bool) -> None:
    made = replace(request(), facts=(FACT,), next_number=5, pins=((number, date(2027, 5, 12)),))
    with pytest.raises(UnknownPinError) as refused:
        best_plan(made, plain())
    placed = tuple(one.number for one in best_plan(replace(made, pins=()), plain()).rounds)
    error = refused.value
    assert (error.number, error.stands) == (number, stands)
    assert error.placed == tuple(n for n in placed if n != FACT.number) != ()


def test_visitors_do_not_travel_in_their_blackout_but_hosts_may_be_away() -> None:
    """China hosts round 1: the day before it is a Russian travel day only."""
    made = request(rounds=1, days=1, gap=0)
    tuesday = date(2027, 3, 2)
    pinned = replace(made, pins=((1, tuesday),))
    eve = tuesday - timedelta(days=1)
    for side, fits in ((CN, True), (RU, False)):
        dark = wished(pinned, blackouts=(Blackout(side, eve, eve),))
        if fits:
            assert starts(best_plan(dark, plain())) == [tuesday]
        else:
            with pytest.raises(NoPlanError):
                best_plan(dark, plain())


@pytest.mark.parametrize(
    ("season", "day", "days"),
    [
        (Season(CN, 3, 1, 4, 30), date(2027, 3, 2), 0),
        (Season(CN, 3, 10, 4, 30), date(2027, 3, 2), 8),
        (Season(CN, 12, 1, 1, 15), date(2027, 1, 12), 0),
        (Season(CN, 11, 1, 12, 20), date(2027, 1, 12), 23),
        (Season(CN, 1, 5, 1, 9), date(2027, 12, 28), 8),
        (Season(RU, 2, 29, 2, 29), date(2027, 3, 2), 2),
        (Season(RU, 2, 29, 2, 29), date(2028, 3, 2), 2),
    ],
)
def test_distance_to_a_preferred_window(season: Season, day: date, days: int) -> None:
    made = replace(request(day.year, rounds=1, days=1), pins=((1, day),))
    (one,) = best_plan(wished(made, seasons=(season,)), plain()).rounds
    assert one.cost.season == 2 * days
    if days:
        expected = Reason.of(PlanReason.OUT_OF_SEASON, side=season.side, days=days)
    else:
        expected = Reason.of(PlanReason.IN_SEASON, side=season.side)
    assert expected in one.reasons


def test_the_nearest_of_several_windows_counts_and_each_side_has_its_own() -> None:
    seasons = (Season(CN, 1, 1, 2, 20), Season(CN, 3, 5, 3, 6), Season(RU, 5, 1, 5, 2))
    made = replace(request(rounds=1, days=1), pins=((1, date(2027, 3, 2)),))
    (one,) = best_plan(wished(made, seasons=seasons), plain()).rounds
    assert one.cost.season == 2 * (3 + 60)


# --- costs and reasons -------------------------------------------------------------------------


def test_every_cost_and_every_reason() -> None:
    """A pinned Monday round on a short day with the Sunday before it spent travelling."""
    monday, tuesday = date(2027, 5, 10), date(2027, 5, 11)
    calendars = plain(
        Decree(RU, 2027, short=(tuesday,)),
        Decree(CN, 2027, origin=LIBRARY.table(CN, 2027).origin),
    )
    before = Fact(1, RU, date(2026, 11, 3), date(2026, 11, 4))
    made = replace(
        request(rounds=1),
        facts=(before,), next_number=2, next_host=CN, pins=((2, monday),),
        next_reasons=(Reason.of(RotationReason.ALTERNATES, id="R1", used=RU, side=CN),),
    )  # fmt: skip
    (one,) = best_plan(wished(made, seasons=(Season(CN, 5, 1, 5, 31),)), calendars).rounds
    assert one.cost == RoundCost(gap=6, season=0, travel=5, short=2, provisional=2)
    assert one.provisional == (CN,)
    assert one.reasons == (
        Reason.of(RotationReason.ALTERNATES, id="R1", used=RU, side=CN),
        Reason.of(PlanReason.PINNED, start=monday),
        Reason.of(PlanReason.COMMON_DAYS, start=monday, end=tuesday),
        Reason.of(PlanReason.GAP, id="R1", days=188, wished=182),
        Reason.of(PlanReason.IN_SEASON, side=CN),
        Reason.of(PlanReason.TRAVEL_ON_DAYS_OFF, side=RU, days=1),
        Reason.of(PlanReason.SHORT_DAYS, days=1),
        Reason.of(PlanReason.PROVISIONAL, side=CN, year=2027),
    )


def test_reasons_of_a_fact_and_of_the_first_round() -> None:
    (fact,) = best_plan(replace(request(rounds=1), facts=(FACT,)), plain()).rounds
    assert fact.reasons == (
        Reason.of(PlanReason.FACT, id="R4"),
        Reason.of(PlanReason.NONE_BEFORE),
    )


def test_visitors_travel_days_in_a_provisional_year_count() -> None:
    """China visits Russia on 29 December; its way home lies in a year not fixed yet."""
    calendars = plain(Decree(CN, 2028, origin=LIBRARY.table(CN, 2028).origin, short=()))
    made = replace(request(rounds=1), next_host=RU, pins=((1, date(2027, 12, 30)),))
    (one,) = best_plan(made, calendars).rounds
    assert one.cost == RoundCost(travel=5, provisional=1)
    assert one.provisional == (CN,)
    assert one.reasons[-1] == Reason.of(PlanReason.PROVISIONAL, side=CN, year=2028)


def test_russian_short_days_follow_the_decree() -> None:
    saturday, monday = date(2027, 2, 20), date(2027, 2, 22)
    move = Move(saturday, monday)
    decree = Decree(RU, 2027, moved_off=(monday,), make_up=(saturday,), moves=(move,))
    calendars = plain(decree, Decree(CN, 2027, make_up=(saturday,)))
    made = replace(request(rounds=1, days=1), pins=((1, saturday),))
    (one,) = best_plan(made, calendars).rounds
    assert one.cost.short == 2


# --- no plan -----------------------------------------------------------------------------------


def refused(made: PlanRequest, calendars: dict[Side, WorkCalendar]) -> tuple[int, str]:
    with pytest.raises(NoPlanError) as caught:
        best_plan(made, calendars)
    return caught.value.failing_year, caught.value.relax


def test_all_that_would_mend_it_alone_is_named_the_cheapest_first() -> None:
    monday = date(2027, 3, 1)
    made = replace(request(rounds=1, days=1), pins=((1, monday),))
    with pytest.raises(NoPlanError) as caught:
        best_plan(made, plain(Decree(CN, 2027, off=(monday,))))
    assert caught.value.remedies == ("pin R1", "CN days")
    with pytest.raises(NoPlanError) as hopeless:
        best_plan(wished(made, days=31, notice=800), plain())
    assert hopeless.value.remedies == ()


def test_the_least_failing_year_is_named() -> None:
    dark = Blackout(CN, date(2030, 1, 1), date(2030, 12, 31))
    for years in (4, 5, 9):
        made = wished(request(2027, years), blackouts=(dark,))
        assert refused(made, real()) == (2030, "CN blackouts")


def test_what_would_mend_it() -> None:
    made = request(rounds=1, days=1)
    whole = (date(2027, 1, 1), date(2027, 12, 31))
    weekdays = tuple(
        day for day in (whole[0] + timedelta(days=n) for n in range(365)) if day.weekday() < 5
    )
    assert refused(wished(made, notice=800), plain()) == (2027, "notice")
    assert refused(made, plain(Decree(CN, 2027, off=weekdays))) == (2027, "CN days")
    assert refused(made, plain(Decree(RU, 2027, off=weekdays))) == (2027, "RU days")
    for side in Side:
        dark = wished(made, blackouts=(Blackout(side, *whole),))
        assert refused(dark, plain()) == (2027, f"{side.value} blackouts")
    saturday = replace(made, pins=((1, date(2027, 5, 8)),))
    assert refused(saturday, plain()) == (2027, "pin R1")
    late = replace(made, today=date(2028, 3, 1))
    assert refused(late, plain()) == (2027, "")


def test_the_cheapest_mend_is_named_and_the_first_among_equals() -> None:
    """A pinned day off in China: with China working it costs its travel day, unpinned nothing."""
    tuesday = date(2027, 5, 11)
    pinned = replace(request(rounds=1, days=1), pins=((1, tuesday),))
    calendars = plain(Decree(CN, 2027, off=(tuesday,)))
    assert refused(pinned, calendars) == (2027, "CN days")
    monday = date(2027, 5, 10)
    sooner = replace(pinned, pins=((1, monday),))
    assert refused(sooner, plain(Decree(CN, 2027, off=(monday,)))) == (2027, "pin R1")


# --- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "years"), [(2027, 0), (2008, 1), (2090, 20)])
def test_horizons_out_of_range(first: int, years: int) -> None:
    with pytest.raises(InvalidHorizonError):
        best_plan(request(first, years), plain())


@pytest.mark.parametrize(
    ("wishes", "error"),
    [
        (Wishes(rounds=0), InvalidWishError),
        (Wishes(days=32), InvalidWishError),
        (Wishes(gap=-1), InvalidWishError),
        (Wishes(weights=Weights(season=-1)), InvalidWishError),
        (Wishes(seasons=(Season(CN, 2, 30, 3, 1),)), InvalidMonthDayError),
        (Wishes(seasons=(Season(CN, 2, 1, 13, 1),)), InvalidMonthDayError),
        (
            Wishes(blackouts=(Blackout(CN, date(2027, 3, 2), date(2027, 3, 1)),)),
            EndBeforeStartError,
        ),
    ],
)
def test_wishes_that_make_no_sense(wishes: Wishes, error: type[DomainError]) -> None:
    with pytest.raises(error):
        best_plan(replace(request(), wishes=wishes), plain())


def test_the_wish_at_fault_is_named() -> None:
    with pytest.raises(InvalidWishError) as caught:
        Wishes(weights=Weights(travel=-3)).require_sound()
    assert vars(caught.value) == {
        "field": "weights.travel", "value": -3, "least": 0, "most": 10_000,
    }  # fmt: skip


def test_wishes_as_they_come_make_sense() -> None:
    Wishes(
        seasons=(Season(RU, 2, 29, 4, 1),),
        blackouts=(Blackout(RU, date(2027, 1, 1), date(2027, 1, 1)),),
    ).require_sound()


def test_the_29th_of_february() -> None:
    assert month_day(2028, 2, 29) == date(2028, 2, 29)
    assert month_day(2027, 2, 29) == date(2027, 2, 28)
    assert month_day(2100, 2, 29) == date(2100, 2, 28)
