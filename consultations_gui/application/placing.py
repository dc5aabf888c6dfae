"""Where a round could go: which rounds still want a place, and every day of a year for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.ledger import first_host
from consultations_gui.application.planning import FREE
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.turns import turn_of
from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import (
    CostScale,
    Placing,
    YearOfPlaces,
    placing_next,
    placing_of,
)
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR

NEXT = ""
"""Instead of a meeting's ID: the round that takes the next number."""
MOST = 40
"""Nobody looks through a longer list of rounds to be placed."""
MANY = 1000
"""Meetings: beyond, not all are read for that list."""


@dataclass(frozen=True)
class Wanting:
    """What a place can be asked for; ``id`` is :data:`NEXT` or a recorded meeting's.

    ``number`` is the round's, ``host`` whose turn it is or who receives.
    """

    id: str
    number: int | None
    host: Side | None
    meeting: Consultation | None = None


@dataclass(frozen=True)
class Question:
    """A place asked for ``id``, with all the answer depends on beside the calendars.

    ``scale`` parts the places into steps by what they cost more than the best
    one about the time the round is wished.
    """

    id: str
    placing: Placing
    wishes: Wishes
    today: date
    scale: CostScale


def wanting(ctx: Context) -> tuple[Wanting, ...]:
    """The next round, then recorded meetings still free: first those without dates, then by date.

    No more than :data:`MOST` of those recorded; of a register with more than
    :data:`MANY` meetings only those with dates still to come.
    """
    with ctx.work() as uow:
        if uow.consultations.count() > MANY:
            coming = uow.consultations.next_from(ctx.clock.today(), 2 * MOST)
            free = tuple(one for one in coming if one.status in FREE)
        else:
            free = uow.consultations.with_status(*FREE)
        turn = turn_of(uow, first_host(uow)).next
    ranked = sorted(free, key=lambda one: one.dates.start if one.dates else date.min)
    recorded = (Wanting(one.id, one.number, one.host, one) for one in ranked[:MOST])
    return (Wanting(NEXT, turn.number, turn.side), *recorded)


def question(ctx: Context, id: str = NEXT) -> Question:
    """A place is asked for a meeting (by default the next round), from what is recorded now.

    Raises:
        NotFoundError: no meeting is called ``id``.
    """
    with ctx.work() as uow:
        wishes = uow.wishes.get() or Wishes()
        placing = _placing(uow, id, wishes)
        today = ctx.clock.today()
        wished = min(max(placing.wished(wishes, today).year, FIRST_YEAR), LAST_YEAR)
        first, last = max(wished - 1, FIRST_YEAR), min(wished + 1, LAST_YEAR)
        calendars = work_calendars(ctx, uow, first, last)
    near = [
        YearOfPlaces(placing, year, wishes, today, calendars) for year in range(first, last + 1)
    ]
    return Question(id, placing, wishes, today, CostScale.over(near, wishes))


def places(ctx: Context, asked: Question, year: int) -> YearOfPlaces:
    """Every day of ``year`` as a start of the round asked for.

    Raises:
        NoCalendarError: a year that no calendar is kept for.
    """
    with ctx.work() as uow:
        calendars = work_calendars(ctx, uow, year, year)
    return YearOfPlaces(asked.placing, year, asked.wishes, asked.today, calendars)


def _placing(uow: UnitOfWork, id: str, wishes: Wishes) -> Placing:
    if id == NEXT:
        turn = turn_of(uow, first_host(uow)).next
        return placing_next(turn, _near(uow, turn.number), wishes.days)
    one = uow.consultations.get(id)
    if one.kind is not Kind.REGULAR or one.number is None:
        return placing_of(one, (), wishes.days)
    reasons = turn_of(uow, first_host(uow), one.number).next.reasons
    return placing_of(one, _near(uow, one.number), wishes.days, reasons)


def _near(uow: UnitOfWork, number: int) -> tuple[Consultation, ...]:
    """The nearest rounds before and after that have a date and are not cancelled."""
    highest = uow.consultations.highest_number()
    found = []
    for numbers in (range(min(number - 1, highest), 0, -1), range(number + 1, highest + 1)):
        rounds = (uow.consultations.find(f"{Kind.REGULAR.letter}{n}") for n in numbers)
        near = next((one for one in rounds if one and one.live and one.dates), None)
        if near is not None:
            found.append(near)
    return tuple(found)
