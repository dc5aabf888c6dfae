"""Planning use cases: proposing, taking over, calendars, decrees, wishes."""

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import calendars, planning
from consultations_gui.application.journal import change, redo, undo, undoable
from consultations_gui.application.planning import PlanQuery
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation, Status, TurnUse
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    DecreeConflictError,
    EndBeforeStartError,
    InvalidHorizonError,
    InvalidWishError,
    NoCalendarError,
    NoPlanError,
    NotFoundError,
    PlannedLaterError,
    PlanOutdatedError,
    StaleVersionError,
    UnknownPinError,
)
from consultations_gui.domain.parties import NOWHERE, Side, Venue
from consultations_gui.domain.planner import Plan, PlannedRound, RoundCost, Wishes
from consultations_gui.domain.rotation import RotationReason
from consultations_gui.domain.workdays import DayKind, Decree, Origin
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.application.meetings import register
from tests.domain.rounds import CN, ONLINE, RU, THIRD, agreed, days, meeting, month

TWO_YEARS = PlanQuery(2027, 2)


def all_of(ctx: Context) -> tuple[Consultation, ...]:
    with ctx.work() as uow:
        return uow.consultations.all()


# --- proposing ---------------------------------------------------------------------------------


def test_a_plan_for_an_empty_register() -> None:
    ctx = register()
    plan = planning.propose(ctx, TWO_YEARS)
    assert [(one.number, one.host) for one in plan.rounds] == [(1, CN), (2, RU), (3, CN), (4, RU)]
    assert plan.rounds[0].reasons[0].code == RotationReason.FIRST_ROUND
    assert plan.rounds[1].reasons[0].code == RotationReason.ALTERNATES
    assert all_of(ctx) == ()


def test_held_and_confirmed_rounds_are_facts_and_the_others_free() -> None:
    ctx = register(
        meeting("R1", CN, dates=days("2026-10-20", "2026-10-22")),
        meeting("R2", RU, Status.CONFIRMED, days("2027-04-13", "2027-04-14")),
        meeting("R3", CN, Status.CANCELLED, days("2027-06-01")),
        meeting("R4", CN, Status.TENTATIVE, days("2027-10-12", "2027-10-14")),
        meeting("R5", RU, Status.POSTPONED),
        meeting("R6", CN, Status.PLANNED, month(2028, 9)),
        meeting("X1", RU, Status.CONFIRMED, days("2027-07-01")),
        meeting("U1", RU, Status.HELD, days("2026-11-02"), turn=agreed(TurnUse.NONE)),
    )
    plan = planning.propose(ctx, TWO_YEARS)
    assert [(one.number, one.host, one.fact) for one in plan.rounds] == [
        (2, RU, True), (4, CN, False), (5, RU, False), (6, CN, False),
    ]  # fmt: skip
    assert [(one.end - one.start).days + 1 for one in plan.rounds] == [2, 3, 2, 2]
    assert plan.rounds[0].city == "Moscow"
    assert plan.rounds[0].reasons[0].code == RotationReason.ALTERNATES
    longer = planning.propose(ctx, replace(TWO_YEARS, days=1))
    assert {(one.end - one.start).days for one in longer.rounds if not one.fact} == {0}


def test_a_month_counts_as_its_15th_and_no_date_as_no_fact() -> None:
    ctx = register(
        meeting("R1", CN, dates=month(2027, 4)),
        meeting("R2", RU, Status.CONFIRMED),
    )
    plan = planning.propose(ctx, PlanQuery(2027, 1))
    assert (plan.rounds[0].start, plan.rounds[0].end) == (date(2027, 4, 15), date(2027, 4, 15))
    assert [one.number for one in plan.rounds] == [1, 3]


def test_hosts_of_free_rounds() -> None:
    """As recorded; by the ledger where none is named; nobody for a meeting elsewhere."""
    ctx = register(
        meeting("R1", CN, Status.PLANNED, venue=NOWHERE),
        meeting("R2", None, Status.PLANNED),
        meeting("R3", CN, Status.PLANNED, venue=ONLINE),
        meeting("R4", None, Status.PLANNED, venue=THIRD),
    )
    plan = planning.propose(ctx, TWO_YEARS)
    assert [one.host for one in plan.rounds] == [CN, RU, None, None]


def test_what_is_asked_wins_over_the_stored_wishes() -> None:
    ctx = register()
    planning.set_wishes(ctx, Wishes(rounds=3, days=3, gap=100, notice=10))
    stored = planning.propose(ctx, PlanQuery(2027, 1))
    assert [(one.end - one.start).days + 1 for one in stored.rounds] == [3, 3, 3]
    asked = planning.propose(
        ctx,
        PlanQuery(
            2027, 1, rounds=2, days=1, gap=30, notice=0, pins=((2, date(2027, 3, 10)),),
            today=date(2027, 1, 20),
        ),
    )  # fmt: skip
    assert [(one.end - one.start).days + 1 for one in asked.rounds] == [1, 1]
    assert asked.rounds[1].start == date(2027, 3, 10)
    assert asked.rounds[0].start >= date(2027, 1, 20)


def test_the_clock_s_today_is_where_notice_counts_from() -> None:
    ctx = register()
    with pytest.raises(NoPlanError) as caught:
        planning.propose(ctx, PlanQuery(2025, 1))
    assert (caught.value.failing_year, caught.value.relax) == (2025, "")


def test_horizons_are_checked_before_calendars_are_asked() -> None:
    with pytest.raises(InvalidHorizonError):
        planning.propose(register(), PlanQuery(2027, 0))


def test_several_plans_the_best_first() -> None:
    ctx = register()
    best, second = planning.propose_top(ctx, TWO_YEARS, 2)
    assert best == planning.propose(ctx, TWO_YEARS)
    assert second.total_cost >= best.total_cost
    assert [one.start for one in second.rounds] != [one.start for one in best.rounds]


def test_where_one_round_may_go_while_the_others_stay() -> None:
    ctx = register()
    best, second = planning.propose_top(ctx, TWO_YEARS, 2)
    places = planning.windows(ctx, TWO_YEARS, 3)
    assert min(places, key=lambda one: one.total).start == best.rounds[2].start
    assert {one.start.year for one in places} == {2028}
    others = planning.windows(ctx, TWO_YEARS, 3, second)
    assert min(others, key=lambda one: one.total).start == second.rounds[2].start
    with pytest.raises(UnknownPinError):
        planning.windows(ctx, TWO_YEARS, 9)


def test_the_longest_notice_with_which_there_is_a_plan() -> None:
    ctx = register()
    query = PlanQuery(2027, 1, rounds=1, days=1, notice=500, today=date(2026, 12, 1))
    found = planning.longest_notice(ctx, query)
    assert found is not None
    assert planning.propose(ctx, replace(query, notice=found)).rounds
    with pytest.raises(NoPlanError):
        planning.propose(ctx, replace(query, notice=found + 1))
    assert planning.longest_notice(ctx, replace(query, notice=30)) == 30
    holiday = ((1, date(2027, 1, 1)),)
    assert planning.longest_notice(ctx, replace(query, pins=holiday)) is None


def test_which_country_years_are_provisional() -> None:
    ctx = register()
    assert planning.provisional(ctx, 2026, 2028) == ((2027, CN), (2028, CN), (2028, RU))


def test_what_would_be_asked_of_the_planner() -> None:
    ctx = register()
    asked = planning.problem(ctx, PlanQuery(2027, 2, gap=100))
    assert (asked.wishes.gap, asked.next_number, asked.today) == (100, 1, ctx.clock.today())
    with pytest.raises(InvalidHorizonError):
        planning.problem(ctx, PlanQuery(2027, 0))


# --- taking over -------------------------------------------------------------------------------


def test_taking_a_plan_over_makes_and_moves_rounds_in_one_step() -> None:
    ctx = register(
        meeting("R1", CN, Status.TENTATIVE, days("2027-02-02"), venue=Venue("CN", "Harbin")),
        meeting("R2", RU, Status.POSTPONED),
    )
    before = all_of(ctx)
    plan = planning.propose(ctx, TWO_YEARS)
    stored = planning.commit(ctx, plan)
    assert [one.id for one in stored] == ["R1", "R2", "R3", "R4"]
    assert all_of(ctx) == stored
    first, second, third, fourth = stored
    assert (first.status, first.venue.city, first.sequence) == (Status.TENTATIVE, "Harbin", 1)
    assert second.status is Status.POSTPONED
    assert (third.status, third.host, third.venue) == (Status.PLANNED, CN, Venue("CN", "Beijing"))
    assert (fourth.number, fourth.venue) == (4, Venue("RU", "Moscow"))
    assert len({one.uid for one in stored}) == 4
    for one, planned in zip(stored, plan.rounds, strict=True):
        assert one.dates is not None
        assert (one.dates.start, one.dates.end) == (planned.start, planned.end)
    step = undoable(ctx)
    assert step is not None
    assert step.use_case == "plan.commit"
    undo(ctx)
    assert [(one.id, one.dates) for one in all_of(ctx)] == [(one.id, one.dates) for one in before]
    redo(ctx)
    assert [one.id for one in all_of(ctx)] == ["R1", "R2", "R3", "R4"]


def test_a_plan_taken_over_twice_changes_nothing_the_second_time() -> None:
    ctx = register()
    plan = planning.propose(ctx, TWO_YEARS)
    planning.commit(ctx, plan)
    assert planning.commit(ctx, plan) == ()
    again = planning.propose(ctx, TWO_YEARS)
    assert [one.start for one in again.rounds] == [one.start for one in plan.rounds]


def test_facts_of_a_plan_are_left_alone() -> None:
    fact = meeting("R1", CN, dates=days("2027-03-02", "2027-03-03"))
    ctx = register(fact)
    stored = planning.commit(ctx, planning.propose(ctx, PlanQuery(2027, 1)))
    assert [one.id for one in stored] == ["R2"]


@pytest.mark.parametrize("status", [Status.HELD, Status.CONFIRMED, Status.CANCELLED])
def test_an_outdated_plan_is_refused_whole(status: Status) -> None:
    ctx = register(meeting("R2", RU, Status.PLANNED), meeting("R1", CN, Status.PLANNED))
    plan = planning.propose(ctx, TWO_YEARS)
    with change(ctx, "consultation.held") as step:
        stored = step.uow.consultations.get("R2")
        step.replace(stored, replace(stored, status=status, dates=days("2027-03-02")))
    before = all_of(ctx)
    with pytest.raises(PlanOutdatedError) as caught:
        planning.commit(ctx, plan)
    assert caught.value.id == "R2"
    assert all_of(ctx) == before


def test_a_round_without_host_is_made_without_venue() -> None:
    ctx = register()
    nobody = PlannedRound(1, None, "", date(2027, 3, 2), date(2027, 3, 3), False, RoundCost())
    (made,) = planning.commit(ctx, Plan((nobody,)))
    assert (made.host, made.venue) == (None, NOWHERE)


def test_rounds_planned_outside_the_years_asked_for_stay() -> None:
    ctx = register()
    first = planning.commit(ctx, planning.propose(ctx, TWO_YEARS))
    plan = planning.propose(ctx, PlanQuery(2030, 1))
    assert [(one.number, one.host) for one in plan.rounds] == [(5, CN), (6, RU)]
    assert planning.moves(ctx, plan) == ()
    planning.commit(ctx, plan)
    assert all_of(ctx)[:4] == first


def test_open_overdue_and_month_only_rounds_still_fill_the_horizon() -> None:
    ctx = register(
        meeting("R1", CN, Status.PLANNED, days("2026-03-03", "2026-03-04")),
        meeting("R2", RU, Status.POSTPONED),
        meeting("R3", CN, Status.PLANNED, month(2027, 4)),
    )
    plan = planning.propose(ctx, PlanQuery(2028, 2))
    assert [one.number for one in plan.rounds] == [1, 2, 3, 4]
    moved = planning.moves(ctx, plan)
    assert [(one.id, one.before) for one in moved] == [
        ("R1", days("2026-03-03", "2026-03-04")), ("R2", None), ("R3", month(2027, 4)),
    ]  # fmt: skip
    assert moved[0].after.start == plan.rounds[0].start
    planning.commit(ctx, plan)
    assert planning.moves(ctx, plan) == ()


def test_a_pinned_round_is_asked_for_by_name() -> None:
    ctx = register(meeting("R1", CN, Status.PLANNED, days("2027-03-02", "2027-03-03")))
    plan = planning.propose(ctx, PlanQuery(2030, 1, pins=((1, date(2030, 3, 5)),)))
    assert [one.number for one in plan.rounds] == [1, 2]
    assert plan.rounds[0].start == date(2030, 3, 5)


def test_no_round_is_numbered_after_one_of_a_later_year() -> None:
    ctx = register(meeting("R1", CN, Status.PLANNED, days("2030-03-05", "2030-03-06")))
    with pytest.raises(PlannedLaterError) as caught:
        planning.propose(ctx, TWO_YEARS)
    assert (caught.value.id, caught.value.number, caught.value.year) == ("R1", 2, 2030)
    assert planning.propose(ctx, PlanQuery(2027, 4)).rounds[0].start.year == 2027


# --- calendars and decrees ---------------------------------------------------------------------

CN_2027 = Decree(
    CN, 2027,
    off=(date(2027, 1, 1), date(2027, 2, 8)),
    moved_off=(date(2027, 2, 11),),
    make_up=(date(2027, 1, 30),),
    number="国办发明电〔2026〕1号",
    issued=date(2026, 11, 20),
    origin=Origin.EXTRAPOLATED,
)  # fmt: skip


def test_days_of_both_countries() -> None:
    ctx = register()
    found = planning.days(ctx, date(2026, 12, 31), date(2027, 1, 2))
    assert [(cn.date, ru.date) for cn, ru in found] == [
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 1, 2), date(2027, 1, 2)),
    ]
    assert [(cn.kind, ru.kind) for cn, ru in found[:2]] == [
        (DayKind.WORK, DayKind.MOVED_OFF),
        (DayKind.OFF, DayKind.OFF),
    ]
    assert [(cn.confirmed, ru.confirmed) for cn, ru in found[:2]] == [(True, True), (False, True)]


def test_days_backwards_or_out_of_range() -> None:
    ctx = register()
    with pytest.raises(EndBeforeStartError):
        planning.days(ctx, date(2027, 1, 2), date(2027, 1, 1))
    with pytest.raises(NoCalendarError):
        planning.days(ctx, date(2007, 1, 1), date(2027, 1, 1))
    with pytest.raises(NoCalendarError):
        planning.calendar(ctx, CN, 2120)


def test_a_decree_of_the_office_wins() -> None:
    ctx = register()
    assert planning.confirmed(ctx, CN, 2027).origin is Origin.EXTRAPOLATED
    assert planning.decree_differences(ctx, CN, 2027) == ()
    stored = planning.add_decree(ctx, CN_2027)
    assert stored.origin is Origin.OFFICE
    assert planning.confirmed(ctx, CN, 2027) == stored
    assert planning.shipped(ctx, CN, 2027).origin is Origin.EXTRAPOLATED
    assert planning.decrees(ctx) == (stored,)
    year = planning.calendar(ctx, CN, 2027)
    assert all(day.confirmed for day in year)
    assert year[29].kind is DayKind.MAKE_UP
    changed = {one.date for one in planning.decree_differences(ctx, CN, 2027)}
    assert {date(2027, 1, 30), date(2027, 2, 11)} <= changed
    plan = planning.propose(ctx, PlanQuery(2027, 1))
    assert {one.provisional for one in plan.rounds} == {()}


def test_a_decree_corrected_and_taken_back() -> None:
    ctx = register()
    stored = planning.add_decree(ctx, CN_2027)
    with pytest.raises(AlreadyExistsError):
        planning.add_decree(ctx, CN_2027)
    corrected = planning.add_decree(ctx, replace(stored, number="2号"))
    assert planning.decrees(ctx) == (corrected,)
    with pytest.raises(StaleVersionError):
        planning.add_decree(ctx, replace(stored, number="3号"))
    planning.remove_decree(ctx, "CN-2027")
    assert planning.decrees(ctx) == ()
    assert planning.confirmed(ctx, CN, 2027).origin is Origin.EXTRAPOLATED
    with pytest.raises(NotFoundError):
        planning.remove_decree(ctx, "CN-2027")
    undo(ctx)
    assert [one.number for one in planning.decrees(ctx)] == ["2号"]


def test_the_shipped_calendar_is_a_starting_point() -> None:
    ctx = replace(register(), workdays=LibraryWorkdays())
    base = calendars.starting_point(ctx, CN, 2026)
    stored = planning.add_decree(ctx, replace(base, make_up=base.make_up[1:]))
    assert stored.origin is Origin.OFFICE
    (found,) = calendars.decree_differences(ctx, CN, 2026)
    assert found.date == base.make_up[0]
    with pytest.raises(NoCalendarError):
        calendars.starting_point(ctx, CN, 1999)


def test_unsound_decrees_are_refused() -> None:
    ctx = register()
    with pytest.raises(DecreeConflictError):
        planning.add_decree(ctx, replace(CN_2027, off=(date(2027, 2, 11),)))
    with pytest.raises(NoCalendarError):
        planning.add_decree(ctx, Decree(RU, 1999))
    assert planning.decrees(ctx) == ()


def test_a_notice_that_reaches_into_the_year_before() -> None:
    ctx = register()
    planning.add_decree(ctx, replace(CN_2027, make_up=(date(2026, 12, 27),)))
    assert planning.calendar(ctx, CN, 2026)[360].kind is DayKind.MAKE_UP
    assert planning.days(ctx, date(2026, 12, 27), date(2026, 12, 27))[0][0].confirmed


def test_calendars_are_had_from_both_modules() -> None:
    assert planning.days is calendars.days


# --- wishes ------------------------------------------------------------------------------------


def test_wishes_as_they_come_and_as_stored() -> None:
    ctx = register()
    assert planning.wishes(ctx) == Wishes()
    stored = planning.set_wishes(ctx, Wishes(gap=90))
    assert planning.wishes(ctx) == stored
    assert stored.version == 1
    again = planning.set_wishes(ctx, replace(stored, gap=91))
    assert again.version == 2
    with pytest.raises(StaleVersionError):
        planning.set_wishes(ctx, replace(stored, gap=92))
    undo(ctx)
    assert planning.wishes(ctx).gap == 90


def test_wishes_without_sense_are_refused() -> None:
    ctx = register()
    with pytest.raises(InvalidWishError):
        planning.set_wishes(ctx, Wishes(rounds=0))
    assert planning.wishes(ctx) == Wishes()


def test_sides_are_both_there() -> None:
    ctx = register()
    assert {planning.calendar(ctx, side, 2026)[0].date for side in Side} == {date(2026, 1, 1)}
