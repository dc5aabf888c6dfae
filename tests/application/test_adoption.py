"""Taking a plan over round by round, and what it would move, told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.application import planning
from consultations_gui.application.journal import change, undo
from consultations_gui.application.planning import PlanQuery
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation, Dates, Status
from consultations_gui.domain.errors import (
    NumberSkippedError,
    PlanOutdatedError,
    RoundOrderError,
    UnknownPinError,
)
from consultations_gui.domain.planner import Plan, PlanReason
from consultations_gui.domain.remarks import Remark
from tests.application.meetings import register
from tests.domain.rounds import CN, RU, days, meeting

TWO_YEARS = PlanQuery(2027, 2)


def stored(ctx: Context) -> dict[str, Dates | None]:
    with ctx.work() as uow:
        return {one.id: one.dates for one in uow.consultations.all()}


def test_one_new_round_is_taken_over_as_one_step() -> None:
    ctx = register()
    plan = planning.propose(ctx, TWO_YEARS)
    (made,) = planning.commit(ctx, plan, only=[1])
    assert (made.id, made.status, made.venue.city) == ("R1", Status.PLANNED, "Beijing")
    first = plan.rounds[0]
    assert stored(ctx) == {"R1": Dates(first.start, first.end)}
    planning.commit(ctx, plan, only=(2, 3))
    assert list(stored(ctx)) == ["R1", "R2", "R3"]
    undo(ctx)
    undo(ctx)
    assert stored(ctx) == {}


def test_a_recorded_round_is_moved_and_the_others_stay() -> None:
    r1 = meeting("R1", CN, Status.PLANNED, days("2027-05-31", "2027-06-01"))
    r2 = meeting("R2", RU, Status.PLANNED, days("2027-11-29", "2027-11-30"))
    ctx = register(r1, r2)
    plan = planning.propose(ctx, PlanQuery(2027, 1, pins=((1, date(2027, 4, 12)),)))
    assert [one.id for one in planning.moves(ctx, plan, [1])] == ["R1"]
    planning.commit(ctx, plan, only=[1])
    assert stored(ctx) == {"R1": days("2027-04-12", "2027-04-13"), "R2": r2.dates}


def test_what_would_break_the_order_of_numbers_is_refused_whole() -> None:
    r1 = meeting("R1", CN, Status.PLANNED, days("2027-03-02"))
    r2 = meeting("R2", RU, Status.PLANNED, days("2027-04-13"))
    ctx = register(r1, r2)
    pins = ((1, date(2027, 6, 8)), (2, date(2027, 12, 7)))
    plan = planning.propose(ctx, PlanQuery(2027, 1, pins=pins))
    with pytest.raises(RoundOrderError) as wrong:
        planning.commit(ctx, plan, only=[1])
    assert (wrong.value.id, wrong.value.other) == ("R2", "R1")
    assert stored(ctx) == {"R1": r1.dates, "R2": r2.dates}
    assert len(planning.commit(ctx, plan, only=[1, 2])) == 2


def test_no_number_is_left_out() -> None:
    ctx = register()
    plan = planning.propose(ctx, TWO_YEARS)
    with pytest.raises(NumberSkippedError) as wrong:
        planning.commit(ctx, plan, only=[1, 3])
    assert (wrong.value.id, wrong.value.missing) == ("R3", "R2")
    assert stored(ctx) == {}


def test_only_rounds_that_the_plan_places() -> None:
    ctx = register(meeting("R1", CN, Status.CONFIRMED, days("2027-04-13")))
    plan = planning.propose(ctx, TWO_YEARS)
    for number in (1, 9):
        for use in (planning.commit, planning.moves, planning.foresee):
            with pytest.raises(UnknownPinError) as refused:
                use(ctx, plan, [number])
            assert refused.value.stands is (number == 1)
            assert refused.value.placed == tuple(one.number for one in plan.rounds if not one.fact)


def test_an_outdated_round_is_refused() -> None:
    ctx = register(meeting("R1", CN, Status.PLANNED, days("2027-04-13")))
    plan = planning.propose(ctx, TWO_YEARS)
    with change(ctx, "consultation.edit") as step:
        before = step.uow.consultations.get("R1")
        step.replace(before, meeting_in(before, Status.CANCELLED))
    with pytest.raises(PlanOutdatedError):
        planning.commit(ctx, plan, only=[1])


def meeting_in(one: Consultation, status: Status) -> Consultation:
    return replace(one, status=status)


def test_what_taking_over_would_do_is_told_before() -> None:
    r1 = meeting("R1", CN, Status.TENTATIVE, days("2027-05-31", "2027-06-01"))
    busy = meeting("X1", RU, Status.PLANNED, days("2027-04-13", "2027-04-14"))
    ctx = register(r1, busy)
    plan = planning.propose(ctx, PlanQuery(2027, 1, pins=((1, date(2027, 4, 12)),)))
    seen = planning.foresee(ctx, plan)
    assert [one.id for one in seen.new] == ["R2"]
    (moved,) = seen.moved
    assert (moved.id, moved.before) == ("R1", r1.dates)
    assert moved.after == days("2027-04-12", "2027-04-13")
    told = [(id, reason.code) for id, reason in seen.warnings]
    assert ("R1", Remark.ON_OFFER) in told
    assert ("R1", Remark.OVERLAP) in told
    assert ("R2", PlanReason.PROVISIONAL) in told
    assert stored(ctx) == {"R1": r1.dates, "X1": busy.dates}
    alone = planning.foresee(ctx, plan, [2])
    assert (alone.moved, {id for id, _ in alone.warnings}) == ((), {"R2"})


def test_nothing_is_foreseen_of_a_plan_of_facts() -> None:
    ctx = register()
    assert planning.foresee(ctx, Plan(())) == planning.Foresight((), (), ())
