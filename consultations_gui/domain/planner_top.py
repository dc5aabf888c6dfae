"""Not the best plan alone: the k best ones, and every place one round may take.

Plans are in the order of the definition: by cost, then by the first start,
the second, and so on; any two differ in at least one start. The search goes
forward through the chain, knowing from each start the least cost of all that
follows it. What is taken up next is always the beginning of the next plan in
that order, so no more beginnings are looked at than the plans found have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush, nsmallest

from consultations_gui.domain.errors import InvalidWishError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan, PlannedRound, PlanRequest, RoundCost
from consultations_gui.domain.planner_best import layers, no_plan, placed, rounds
from consultations_gui.domain.planner_ground import Ground
from consultations_gui.domain.planner_rounds import Slot, chain, not_placed, require_pins
from consultations_gui.domain.planner_search import UNREACHABLE, Found, Layer, least_costs
from consultations_gui.domain.workdays import WorkCalendar

MOST_PLANS = 100
"""As many plans as a person may ask for; nobody compares more."""


def best_plans(
    request: PlanRequest, calendars: Mapping[Side, WorkCalendar], count: int
) -> tuple[Plan, ...]:
    """The ``count`` best plans, the best first; fewer where there are no more.

    Raises:
        InvalidWishError: fewer than 1 or more than :data:`MOST_PLANS` asked for.
        NoPlanError, and what else
            :func:`~consultations_gui.domain.planner_best.best_plan` raises.
    """
    if not 1 <= count <= MOST_PLANS:
        raise InvalidWishError(field="top", value=count, least=1, most=MOST_PLANS)
    request.require_sound()
    require_pins(request)
    ground = Ground(request, calendars)
    slots = chain(request)
    found = top_starts(layers(slots, request, ground), request.wishes.gap, count)
    if not found:
        raise no_plan(request, ground)
    return tuple(Plan(tuple(rounds(slots, one, request, ground))) for one in found)


def top_starts(chained: Sequence[Layer], gap: int, count: int) -> tuple[Found, ...]:
    """The ``count`` best chains by cost, then by their starts; fewer where there are no more."""
    values = least_costs(chained, gap)
    opened: list[tuple[int, tuple[int, ...], int]] = [
        (value, (start,), place)
        for place, (start, value) in enumerate(zip(chained[0].starts, values[0], strict=True))
        if value <= UNREACHABLE // 2
    ]
    heapify(opened)
    found: list[Found] = []
    while opened and len(found) < count:
        cost, starts, place = heappop(opened)
        index = len(starts)
        if index == len(chained):
            found.append(Found(starts, cost))
            continue
        before = chained[index - 1]
        spent = cost - (values[index - 1][place] - before.costs[place])
        onward = _onward(before, starts[-1], chained[index], values[index], gap)
        # Of one beginning no more than ``count`` continuations can be wanted.
        for rest, following, at in nsmallest(count, onward):
            heappush(opened, (spent + rest, (*starts, following), at))
    return tuple(found)


def _onward(
    before: Layer, start: int, layer: Layer, values: Sequence[int], gap: int
) -> Iterator[tuple[int, int, int]]:
    """For each start that may follow ``start``: what it costs to the end, itself, its place."""
    free = not (before.fixed and layer.fixed)
    for place, (following, value) in enumerate(zip(layer.starts, values, strict=True)):
        if value <= UNREACHABLE // 2 and not (free and following < start + before.length):
            yield layer.gap_weight * abs(following - start - gap) + value, following, place


@dataclass(frozen=True)
class Opening:
    """A place one round may take while every other round stays where it is.

    ``planned`` is the round there with its cost taken apart and its reasons;
    ``following`` is what the gap from here costs the round after it.
    """

    planned: PlannedRound
    following: int

    @property
    def start(self) -> date:
        """The first meeting day."""
        return self.planned.start

    @property
    def end(self) -> date:
        """The last meeting day."""
        return self.planned.end

    @property
    def cost(self) -> RoundCost:
        """What the round itself costs here, taken apart."""
        return self.planned.cost

    @property
    def total(self) -> int:
        """All that depends on where the round stands, in points."""
        return self.cost.total + self.following


def openings(
    request: PlanRequest,
    calendars: Mapping[Side, WorkCalendar],
    number: int,
    starts: Mapping[int, date],
) -> tuple[Opening, ...]:
    """Every place free round ``number`` may take, by start; the others stand at ``starts``.

    ``starts`` gives the starts of free rounds by number, as a plan found
    them; only the neighbours count, and one that is not named does not bind.
    A pin on the round itself is lifted: it is the question.

    Raises:
        InvalidHorizonError, InvalidWishError, InvalidMonthDayError,
        EndBeforeStartError: see :meth:`PlanRequest.require_sound`.
        UnknownPinError: round ``number`` is not free in the plan.
    """
    request.require_sound()
    slots = chain(request)
    at = next((i for i, one in enumerate(slots) if one.number == number and not one.fact), None)
    if at is None:
        raise not_placed(request, number)
    ground = Ground(request, calendars)
    slot = slots[at]
    before = _neighbour(slots[at - 1] if at else None, starts, ground)
    after = _neighbour(slots[at + 1] if at + 1 < len(slots) else None, starts, ground)
    return tuple(places_between(slot, before, after, request, ground))


def best_openings(found: Sequence[Opening], count: int) -> tuple[Opening, ...]:
    """The ``count`` cheapest places, the earliest of equals first."""
    return tuple(nsmallest(count, found, key=lambda one: (one.total, one.start)))


def _neighbour(
    slot: Slot | None, starts: Mapping[int, date], ground: Ground
) -> tuple[Slot, int] | None:
    """The round beside, with the offset it starts at; ``None`` where nothing binds."""
    if slot is None:
        return None
    start = slot.fact.start if slot.fact else starts.get(slot.number)
    return None if start is None else (slot, ground.offset(start))


def places_between(
    slot: Slot,
    before: tuple[Slot, int] | None,
    after: tuple[Slot, int] | None,
    request: PlanRequest,
    ground: Ground,
) -> Iterator[Opening]:
    """Every place of ``slot`` in its year between two rounds that stand at their offsets."""
    wishes = request.wishes
    for start in ground.candidates(slot, unpinned=slot.number).starts:
        if before is not None and start < before[1] + before[0].days:
            continue
        following = 0
        if after is not None:
            if after[1] < start + slot.days:
                break
            missed = abs(after[1] - start - wishes.gap)
            following = wishes.weights.gap * missed if after[0].counted else 0
        yield Opening(placed(slot, start, before, ground, wishes, pinned=False), following)
