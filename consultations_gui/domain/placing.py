"""Where one round could go while every other one stays: each day with its cost, or what bars it.

The hard conditions and the cost are the planner's
(:mod:`consultations_gui.domain.planner`), with one freedom more: the round
may go into any calendar year. Of the other rounds only the one before and
the one after by number bind it, at the dates recorded for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from consultations_gui.domain.consultation import Consultation, Kind, Precision
from consultations_gui.domain.parties import CAPITALS, Side
from consultations_gui.domain.planner import Blackout, Fact, PlanRequest, Wishes
from consultations_gui.domain.planner_ground import Ground
from consultations_gui.domain.planner_rounds import LONGEST, Slot
from consultations_gui.domain.planner_top import Opening, places_between
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import NextHost
from consultations_gui.domain.workdays import WorkCalendar

STEPS = (7, 30, 90)
"""A week, a month and a quarter off the wished distance part dear places from cheap ones."""


class BarReason(StrEnum):
    """Which hard condition keeps a round from starting on a day."""

    DAYS_OFF = "bar_days_off"
    """``days`` meeting days are off for ``side``, ``day`` the first. Args: side, days, day."""
    BLACKOUT = "bar_blackout"
    """Meeting days lie in a blackout of ``side``, its reason in ``zh`` and ``ru``.

    Args: side, first, last, zh, ru.
    """
    TRAVEL_BLACKOUT = "bar_travel_blackout"
    """Travel days of the visitors, ``side``, do. Args: side, first, last, zh, ru."""
    NOTICE = "bar_notice"
    """It needs ``days`` of notice, so ``first`` is its first possible start. Args: days, first."""
    AFTER = "bar_after"
    """``id``, which comes before it, lasts until ``day``. Args: id, day."""
    BEFORE = "bar_before"
    """``id``, which comes after it, begins on ``day``. Args: id, day."""


class MoveReason(StrEnum):
    """What a place means for the round after."""

    FOLLOWING = "move_following"
    """``id`` then starts ``days`` later; ``wished`` were wished for. Args: id, days, wished."""


@dataclass(frozen=True)
class Placing:
    """The round that a place is asked for.

    ``number`` is ``None`` for a meeting outside the numbering, ``reasons``
    say why its host is its host, ``before`` and ``after`` are its neighbours
    by number, ``None`` where nothing binds.
    """

    number: int | None
    host: Side | None
    days: int
    city: str = ""
    reasons: tuple[Reason, ...] = ()
    before: Fact | None = None
    after: Fact | None = None

    def wished(self, wishes: Wishes, today: date) -> date:
        """About when it is wished: the wished distance after the round before, or soon."""
        soonest = today + timedelta(days=wishes.notice)
        if self.before is None:
            return soonest
        return max(soonest, self.before.start + timedelta(days=wishes.gap))


def placing_of(
    one: Consultation, others: Iterable[Consultation], days: int, reasons: tuple[Reason, ...] = ()
) -> Placing:
    """A recorded meeting among ``others``; ``days`` is its length while it has no exact dates."""
    exact = one.dates is not None and one.dates.precision is Precision.DAY
    length = one.dates.days if exact and one.dates else days
    before = after = None
    if one.kind is Kind.REGULAR and one.number is not None:
        before, after = neighbours(one.number, others)
    number = one.number if one.kind is Kind.REGULAR else None
    return Placing(number, one.host, length, one.venue.city, reasons, before, after)


def placing_next(turn: NextHost, others: Iterable[Consultation], days: int) -> Placing:
    """The round that takes the next number, in its host's capital."""
    before, after = neighbours(turn.number, others)
    return Placing(turn.number, turn.side, days, CAPITALS[turn.side], turn.reasons, before, after)


class YearOfPlaces:
    """The days of one year as starts of one round.

    ``calendars`` hold the year and one more at each end.
    """

    def __init__(
        self,
        placing: Placing,
        year: int,
        wishes: Wishes,
        today: date,
        calendars: Mapping[Side, WorkCalendar],
    ) -> None:
        if placing.number is None:  # no distance to keep from rounds it does not stand among
            wishes = replace(wishes, weights=replace(wishes.weights, gap=0))
        self.placing, self.year = placing, year
        self._wishes, self._today, self._calendars = wishes, today, calendars

    @cached_property
    def openings(self) -> Mapping[date, Opening]:
        """Every place in the year by its start."""
        one = self.placing
        host = one.host or Side.CN
        asked = PlanRequest(self.year, 1, self._today, 1, host, wishes=self._wishes)
        ground = Ground(asked, self._calendars)
        slot = Slot(
            one.number or 0, one.host, self.year, min(one.days, LONGEST), one.city,
            reasons=one.reasons,
        )  # fmt: skip
        before, after = (
            (_slot(fact), ground.offset(fact.start)) if fact else None
            for fact in (one.before, one.after)
        )
        found = places_between(slot, before, after, asked, ground)
        return {opening.start: opening for opening in found}

    def weigh(self) -> None:
        """Weigh every place now; else that is done with the first question."""
        _ = self.openings

    def opening(self, day: date) -> Opening | None:
        """The place that begins on ``day``, if it is one."""
        return self.openings.get(day)

    def why(self, opening: Opening) -> tuple[Reason, ...]:
        """What speaks for and against a place: the planner's reasons, and the round after."""
        after = self.placing.after
        if after is None or self.placing.number is None:
            return opening.planned.reasons
        following = Reason.of(
            MoveReason.FOLLOWING,
            id=f"R{after.number}",
            days=(after.start - opening.start).days,
            wished=self._wishes.gap,
        )
        return (*opening.planned.reasons, following)

    def bars(self, day: date) -> tuple[Reason, ...]:
        """Every hard condition that excludes a start on ``day``; none for a place."""
        return tuple(self._bars(day))

    def _bars(self, start: date) -> Iterator[Reason]:
        one, wishes = self.placing, self._wishes
        meeting = _run(start, one.days)
        for side in Side:
            off = [day for day in meeting if not self._calendars[side].day(day).working]
            if off:
                yield Reason.of(BarReason.DAYS_OFF, side=side, days=len(off), day=off[0])
        yield from _dark(BarReason.BLACKOUT, meeting, wishes.blackouts)
        if one.host is not None:
            travel = (
                *_run(start - timedelta(days=wishes.travel_before), wishes.travel_before),
                *_run(meeting[-1] + timedelta(days=1), wishes.travel_after),
            )
            visitors = one.host.other
            own = [black for black in wishes.blackouts if black.side is visitors]
            yield from _dark(BarReason.TRAVEL_BLACKOUT, travel, own)
        first = self._today + timedelta(days=wishes.notice)
        if start < first:
            yield Reason.of(BarReason.NOTICE, days=wishes.notice, first=first)
        if one.before is not None and start <= one.before.end:
            yield Reason.of(BarReason.AFTER, id=f"R{one.before.number}", day=one.before.end)
        if one.after is not None and meeting[-1] >= one.after.start:
            yield Reason.of(BarReason.BEFORE, id=f"R{one.after.number}", day=one.after.start)


@dataclass(frozen=True)
class CostScale:
    """Parts places into four steps by how many points they cost more than the ``least``."""

    least: int
    limits: tuple[int, int, int]

    @classmethod
    def over(cls, years: Iterable[YearOfPlaces], wishes: Wishes) -> CostScale:
        """A scale from the cheapest place of ``years``; a day off the distance is its measure."""
        least = min((one.total for year in years for one in year.openings.values()), default=0)
        first, second, third = (max(wishes.weights.gap, 1) * days for days in STEPS)
        return cls(least, (first, second, third))

    def step(self, total: int) -> int:
        """0 for a place about as good as the best one, 3 for the dearest."""
        return sum(total - self.least > limit for limit in self.limits)


def neighbours(number: int, others: Iterable[Consultation]) -> tuple[Fact | None, Fact | None]:
    """The regular rounds before and after that have a date; of a month the 15th."""
    dated: dict[int, Fact] = {}
    for other in others:
        if other.kind is Kind.REGULAR and other.live and other.number and other.dates:
            start = other.dates.planning_day
            end = other.dates.end if other.dates.precision is Precision.DAY else start
            dated[other.number] = Fact(other.number, other.host, start, end, other.venue.city)
    before = max((n for n in dated if n < number), default=0)
    after = min((n for n in dated if n > number), default=0)
    return dated.get(before), dated.get(after)


def _slot(fact: Fact) -> Slot:
    days = (fact.end - fact.start).days + 1
    return Slot(fact.number, fact.host, fact.start.year, days, fact.city, fact=fact)


def _dark(code: BarReason, days: Sequence[date], blackouts: Iterable[Blackout]) -> Iterator[Reason]:
    """Each of ``blackouts`` that takes one of ``days``."""
    for one in blackouts:
        if any(one.start <= day <= one.end for day in days):
            yield Reason.of(
                code,
                side=one.side,
                first=one.start,
                last=one.end,
                zh=one.reason_zh,
                ru=one.reason_ru,
            )


def _run(first: date, days: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(days))
