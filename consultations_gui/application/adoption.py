"""Taking a plan over into the register, whole or round by round, and what that would move."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from uuid import uuid4

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.journal import Change, change
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.consultation_rules import edit
from consultations_gui.domain.errors import PlanOutdatedError, UnknownPinError
from consultations_gui.domain.parties import CAPITALS, NOWHERE, Venue
from consultations_gui.domain.plan_order import require_no_gap, require_order
from consultations_gui.domain.planner import Plan, PlannedRound, Wishes
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.remarks import Remark, remarks

FREE = (Status.PLANNED, Status.TENTATIVE, Status.POSTPONED)
"""Rounds that a plan may move; they keep number and host.

One that has exact days still to come outside the years asked for stays there
if the query says so (``PlanQuery.keep``).
"""


@dataclass(frozen=True)
class Moved:
    """A recorded round that a plan moves; ``before`` is ``None`` while its dates are open."""

    id: str
    before: Dates | None
    after: Dates


@dataclass(frozen=True)
class Foresight:
    """What taking over would do: rounds made, rounds moved, and what is worth telling of each.

    ``warnings`` are pairs of a round's ID and a reason; none stands in the way.
    """

    new: tuple[PlannedRound, ...]
    moved: tuple[Moved, ...]
    warnings: tuple[tuple[str, Reason], ...]


def commit(ctx: Context, plan: Plan, only: Collection[int] = ()) -> tuple[Consultation, ...]:
    """Take the plan over: new rounds are made, recorded ones moved, all of it one step.

    ``only`` names the rounds to take over, by number; every one if empty.
    Returns the rounds made or moved. A new round is planned for the host's
    capital, to be changed once the host names a city.

    Raises:
        UnknownPinError: ``only`` names a round that the plan does not place.
        PlanOutdatedError: a round was held, confirmed or cancelled meanwhile.
        NumberSkippedError: a new round without the one numbered before it.
        RoundOrderError: a round would not stand after the one numbered before it.
    """
    wanted = _wanted(plan, only)
    with change(ctx, "plan.commit") as step:
        rounds = step.uow.consultations
        require_no_gap(rounds.all(), [r.number for r in wanted if rounds.find(r.id) is None])
        stored = [_take_over(step, one) for one in wanted]
        require_order(rounds.all(), {one.id for one in wanted})
    return tuple(one for one in stored if one is not None)


def moves(ctx: Context, plan: Plan, only: Collection[int] = ()) -> tuple[Moved, ...]:
    """The recorded rounds that committing the plan would move, from where to where.

    Raises:
        UnknownPinError: see :func:`commit`.
    """
    with ctx.work() as uow:
        pairs = [(uow.consultations.find(one.id), one) for one in _wanted(plan, only)]
    return tuple(
        Moved(stored.id, stored.dates, _dates(one))
        for stored, one in pairs
        if stored is not None and stored.dates != _dates(one)
    )


def foresee(ctx: Context, plan: Plan, only: Collection[int] = ()) -> Foresight:
    """What :func:`commit` would do, with what is worth telling of the dates; nothing is stored.

    Raises:
        UnknownPinError: see :func:`commit`.
    """
    wanted = _wanted(plan, only)
    with ctx.work() as uow:
        known = {one.id: one for one in uow.consultations.all()}
        wishes = uow.wishes.get() or Wishes()
        years = [year for one in wanted for year in (one.start.year, one.end.year)]
        calendars = work_calendars(ctx, uow, min(years), max(years)) if years else {}
    after = {**known, **{one.id: _placed(known.get(one.id), one) for one in wanted}}
    return Foresight(
        new=tuple(one for one in wanted if one.id not in known),
        moved=moves(ctx, plan, only),
        warnings=tuple(
            (one.id, reason)
            for one in wanted
            for reason in (
                *_on_offer(known.get(one.id), one),
                *remarks(after[one.id], after.values(), calendars, wishes, ctx.clock.today()),
            )
        ),
    )


def _wanted(plan: Plan, only: Collection[int]) -> tuple[PlannedRound, ...]:
    """The rounds of the plan to take over. Raises :class:`UnknownPinError`."""
    free = [one for one in plan.rounds if not one.fact]
    placed = tuple(one.number for one in free)
    for number in only:
        if number not in placed:
            stands = any(one.number == number for one in plan.rounds)
            raise UnknownPinError(number=number, placed=placed, stands=stands)
    return tuple(one for one in free if not only or one.number in only)


def _take_over(step: Change, planned: PlannedRound) -> Consultation | None:
    """Make or move one round; ``None`` if it stands there already."""
    stored = step.uow.consultations.find(planned.id)
    after = _placed(stored, planned)
    if stored is None:
        return step.add(after)
    if stored.status not in FREE:
        raise PlanOutdatedError(id=planned.id)
    if stored.dates == after.dates:
        return None
    return step.replace(stored, edit(stored, after))


def _placed(stored: Consultation | None, planned: PlannedRound) -> Consultation:
    """The round as it is on record, or new, on the days the plan has for it."""
    return replace(stored or _new(planned), dates=_dates(planned))


def _on_offer(stored: Consultation | None, planned: PlannedRound) -> Iterator[Reason]:
    """The dates of a round were offered to the other side, and the plan moves it from them."""
    if stored and stored.status is Status.TENTATIVE and stored.dates != _dates(planned):
        yield Reason.of(Remark.ON_OFFER, id=stored.id)


def _dates(planned: PlannedRound) -> Dates:
    return Dates(planned.start, planned.end)


def _new(planned: PlannedRound) -> Consultation:
    host = planned.host
    venue = NOWHERE
    if host is not None:
        venue = Venue(country=host.value, city=planned.city or CAPITALS[host])
    return Consultation(
        uid=str(uuid4()),
        id=planned.id,
        kind=Kind.REGULAR,
        number=planned.number,
        status=Status.PLANNED,
        host=host,
        dates=None,
        venue=venue,
    )
