"""The best plan for a request, with its reasons; or which year fails, and what would mend it.

What a plan is and costs is told in :mod:`consultations_gui.domain.planner`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from consultations_gui.domain.errors import NoPlanError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan, PlannedRound, PlanReason, PlanRequest, Wishes
from consultations_gui.domain.planner_ground import Ground, Relaxed, Weighed
from consultations_gui.domain.planner_rounds import Slot, chain, require_pins
from consultations_gui.domain.planner_search import Found, Layer, best_starts
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.workdays import WorkCalendar


def best_plan(request: PlanRequest, calendars: Mapping[Side, WorkCalendar]) -> Plan:
    """The plan of least cost over the whole horizon.

    ``calendars`` hold both countries' years of the horizon and one year more
    at each end.

    Raises:
        InvalidHorizonError, InvalidWishError, InvalidMonthDayError,
        EndBeforeStartError: see :meth:`PlanRequest.require_sound`.
        UnknownPinError: a pin names a round that is not free in the plan.
        NoPlanError: no plan meets the hard conditions.
    """
    request.require_sound()
    require_pins(request)
    ground = Ground(request, calendars)
    slots = chain(request)
    found = _solve(slots, request, ground)
    if found is None:
        raise no_plan(request, ground)
    return Plan(tuple(rounds(slots, found, request, ground)))


def layers(
    slots: tuple[Slot, ...],
    request: PlanRequest,
    ground: Ground,
    relaxed: Relaxed | None = None,
    unpinned: int | None = None,
) -> list[Layer]:
    """The chain as the search wants it: where each round may start, and what that costs."""
    wishes = request.wishes
    made = []
    for slot in slots:
        weight = wishes.weights.gap if slot.counted else 0
        if slot.fact is None:
            places = ground.candidates(slot, relaxed, unpinned)
            made.append(Layer(places.starts, places.costs, slot.days, False, weight))
        else:
            start = ground.offset(slot.fact.start)
            cost = ground.weigh(slot, start).cost(wishes, 0).total if slot.counted else 0
            made.append(Layer([start], [cost], slot.days, True, weight))
    return made


def _solve(
    slots: tuple[Slot, ...],
    request: PlanRequest,
    ground: Ground,
    relaxed: Relaxed | None = None,
    unpinned: int | None = None,
) -> Found | None:
    return best_starts(layers(slots, request, ground, relaxed, unpinned), request.wishes.gap)


def no_plan(request: PlanRequest, ground: Ground) -> NoPlanError:
    """Which year fails first, and the one condition that would mend it most cheaply."""
    low, high = 1, request.years
    while low < high:
        years = (low + high) // 2
        part = replace(request, years=years)
        if _solve(chain(part), part, ground) is None:
            high = years
        else:
            low = years + 1
    failing = replace(request, years=low)
    slots = chain(failing)
    mended: list[tuple[int, str]] = []
    for relaxed in Relaxed:
        found = _solve(slots, failing, ground, relaxed=relaxed)
        if found is not None:
            mended.append((found.cost, relaxed.value))
    for number in sorted({number for number, _ in request.pins}):
        found = _solve(slots, failing, ground, unpinned=number)
        if found is not None:
            mended.append((found.cost, f"pin R{number}"))
    # The sort keeps equals as they are, and they stand in the order of the definition.
    remedies = tuple(name for _, name in sorted(mended, key=lambda pair: pair[0]))
    relax = remedies[0] if remedies else ""
    return NoPlanError(failing_year=failing.last_year, relax=relax, remedies=remedies)


def rounds(
    slots: tuple[Slot, ...], found: Found, request: PlanRequest, ground: Ground
) -> Iterator[PlannedRound]:
    """The rounds of the horizon with cost and reasons."""
    before: tuple[Slot, int] | None = None
    pinned = {number for number, _ in request.pins}
    for slot, start in zip(slots, found.starts, strict=True):
        if slot.counted:
            yield placed(slot, start, before, ground, request.wishes, slot.number in pinned)
        before = (slot, start)


def placed(
    slot: Slot,
    start: int,
    before: tuple[Slot, int] | None,
    ground: Ground,
    wishes: Wishes,
    pinned: bool,
) -> PlannedRound:
    """``slot`` at the offset ``start``, after the round ``before`` it, with cost and reasons."""
    weighed = ground.weigh(slot, start)
    missed = 0
    gap = Reason.of(PlanReason.NONE_BEFORE)
    if before is not None:
        distance = start - before[1]
        missed = abs(distance - wishes.gap)
        gap = Reason.of(PlanReason.GAP, id=f"R{before[0].number}", days=distance, wished=wishes.gap)
    return PlannedRound(
        number=slot.number,
        host=slot.host,
        city=slot.city,
        start=ground.day(start),
        end=ground.day(start + slot.days - 1),
        fact=slot.fact is not None,
        cost=weighed.cost(wishes, missed),
        provisional=tuple(side for side in Side if weighed.unsure[side]),
        reasons=(
            *slot.reasons,
            *_standing(slot, ground, start, pinned),
            gap,
            *_remarks(slot, weighed),
        ),
    )


def _standing(slot: Slot, ground: Ground, start: int, pinned: bool) -> Iterator[Reason]:
    """Why the round may stand there at all."""
    if slot.fact is not None:
        yield Reason.of(PlanReason.FACT, id=f"R{slot.number}")
        return
    first, last = ground.day(start), ground.day(start + slot.days - 1)
    if pinned:
        yield Reason.of(PlanReason.PINNED, start=first)
    yield Reason.of(PlanReason.COMMON_DAYS, start=first, end=last)


def _remarks(slot: Slot, weighed: Weighed) -> Iterator[Reason]:
    """What the place costs, in days."""
    for side, distance in weighed.season.items():
        if distance:
            yield Reason.of(PlanReason.OUT_OF_SEASON, side=side, days=distance)
        else:
            yield Reason.of(PlanReason.IN_SEASON, side=side)
    if weighed.travel and slot.visitors is not None:
        code = PlanReason.TRAVEL_ON_DAYS_OFF
        yield Reason.of(code, side=slot.visitors, days=weighed.travel)
    if weighed.short:
        yield Reason.of(PlanReason.SHORT_DAYS, days=weighed.short)
    for side, days in weighed.unsure.items():
        for year in sorted({day.year for day in days}):
            yield Reason.of(PlanReason.PROVISIONAL, side=side, year=year)
