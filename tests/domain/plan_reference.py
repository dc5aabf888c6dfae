"""The planner's definition written down a second time, slowly, for comparison.

Nothing here is shared with the program but the values asked and answered:
days come from :class:`Day` objects, every condition is checked day by day,
and the least plan is found by trying every chain there is, or every pair of
neighbouring starts where the chains are too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from math import prod

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Fact, PlanRequest, Season
from consultations_gui.domain.workdays import WorkCalendar

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Round:
    """A round of the chain: a fact, or one to be placed in ``year``."""

    number: int
    host: Side | None
    length: int
    year: int
    fact: Fact | None


@dataclass
class Reference:
    """The problem of one request. ``lifted`` names conditions that do not count."""

    request: PlanRequest
    calendars: dict[Side, WorkCalendar]
    lifted: str = ""
    rounds: list[Round] = field(init=False)
    dark: dict[Side, set[date]] = field(init=False)
    works: dict[Side, set[date]] = field(init=False)

    def __post_init__(self) -> None:
        request = self.request
        self.dark = {side: set() for side in Side}
        for one in request.wishes.blackouts:
            span = (one.end - one.start).days + 1
            self.dark[one.side].update(one.start + n * ONE for n in range(span))
        years = range(request.first_year - 1, request.first_year + request.years + 1)
        self.works = {
            side: {day.date for y in years for day in self.calendars[side].year(y) if day.working}
            for side in Side
        }
        free: list[tuple[int, Side | None, int | None]]
        free = [(free_one.number, free_one.host, free_one.days) for free_one in request.free]
        free.sort()
        number, host = request.next_number, request.next_host
        rounds = [
            Round(f.number, f.host, (f.end - f.start).days + 1, f.start.year, f)
            for f in request.facts
        ]
        for year in range(request.first_year, request.first_year + request.years):
            taken = sum(1 for f in request.facts if f.start.year == year)
            for _ in range(max(0, request.wishes.rounds - taken)):
                if not free:
                    free.append((number, host, None))
                    number, host = number + 1, host.other
                n, h, days = free.pop(0)
                rounds.append(Round(n, h, days or request.wishes.days, year, None))
        self.rounds = sorted(rounds, key=lambda one: one.number)

    def counted(self, one: Round) -> bool:
        last = self.request.first_year + self.request.years - 1
        return self.request.first_year <= one.year <= last

    def allowed(self, one: Round, start: date) -> bool:
        wishes = self.request.wishes
        notice = 0 if self.lifted == "notice" else wishes.notice
        if start.year != one.year or start < self.request.today + timedelta(days=notice):
            return False
        for number, day in self.request.pins:
            if number == one.number and day != start and self.lifted != f"pin R{number}":
                return False
        meeting = [start + n * ONE for n in range(one.length)]
        before = [start - n * ONE for n in range(1, wishes.travel_before + 1)]
        after = [meeting[-1] + n * ONE for n in range(1, wishes.travel_after + 1)]
        for side in Side:
            if self.lifted != f"{side.value} days" and not self.works[side].issuperset(meeting):
                return False
            visits = one.host is not None and one.host.other is side
            days = [*meeting, *(before + after if visits else [])]
            if self.lifted != f"{side.value} blackouts" and self.dark[side].intersection(days):
                return False
        return True

    def own_cost(self, one: Round, start: date) -> tuple[int, int, int, int]:
        """Season, travel, short, provisional, weighted."""
        wishes, weights = self.request.wishes, self.request.wishes.weights
        meeting = [start + n * ONE for n in range(one.length)]
        season = sum(
            min(distance(start, s) for s in wishes.seasons if s.side is side)
            for side in Side
            if any(s.side is side for s in wishes.seasons)
        )
        travel_off = travel_unsure = 0
        if one.host is not None:
            visitors = self.calendars[one.host.other]
            days = [start - n * ONE for n in range(1, wishes.travel_before + 1)]
            days += [meeting[-1] + n * ONE for n in range(1, wishes.travel_after + 1)]
            travel_off = sum(not visitors.day(day).working for day in days)
            travel_unsure = sum(not visitors.day(day).confirmed for day in days)
        short = sum(self.calendars[Side.RU].day(day).short for day in meeting)
        unsure = sum(
            not self.calendars[side].day(day).confirmed for side in Side for day in meeting
        )
        return (
            weights.season * season,
            weights.travel * travel_off,
            weights.short * short,
            weights.provisional * (unsure + travel_unsure),
        )

    def gap_cost(self, before: date, start: date) -> int:
        wishes = self.request.wishes
        return wishes.weights.gap * abs((start - before).days - wishes.gap)

    def candidates(self, one: Round) -> list[date]:
        if one.fact is not None:
            return [one.fact.start]
        first = date(one.year, 1, 1)
        days = [first + n * ONE for n in range(366)]
        return [day for day in days if self.allowed(one, day)]

    def fits(self, before: Round, at: date, one: Round, start: date) -> bool:
        if before.fact is not None and one.fact is not None:
            return True
        return start > at + (before.length - 1) * ONE

    @cached_property
    def opened(self) -> tuple[list[list[date]], list[dict[date, int]]]:
        """For each round where it may start, and what each start costs beside the gap."""
        choices = [self.candidates(one) for one in self.rounds]
        own = [
            {day: sum(self.own_cost(one, day)) if self.counted(one) else 0 for day in days}
            for one, days in zip(self.rounds, choices, strict=True)
        ]
        return choices, own

    def step(self, index: int, at: date | None, day: date) -> int | None:
        """What the gap from ``at`` to ``day`` costs round ``index``; ``None`` if it may not be."""
        if at is None:
            return 0
        if not self.fits(self.rounds[index - 1], at, self.rounds[index], day):
            return None
        return self.gap_cost(at, day) if self.counted(self.rounds[index]) else 0

    def chains(self) -> int:
        """How many chains there are to try."""
        return prod(max(1, len(self.candidates(one))) for one in self.rounds)

    def all_plans(self) -> Iterator[tuple[int, list[date]]]:
        """Cost and starts in the horizon of every chain there is; by trying all."""
        choices, own = self.opened
        for chosen in product(*choices):
            cost = 0
            for index, day in enumerate(chosen):
                gap = self.step(index, chosen[index - 1] if index else None, day)
                if gap is None:
                    break
                cost += gap + own[index][day]
            else:
                yield cost, self.shown(chosen)

    def best(self) -> tuple[int, list[date]] | None:
        """Least cost and its starts, the earliest of equals."""
        return min(self.all_plans(), default=None)

    def best_by_pairs(self) -> tuple[int, list[date]] | None:
        """The same, each pair of neighbouring starts tried once."""
        choices, own = self.opened
        onward: dict[date | None, tuple[int, list[date]]] = {}
        for index in range(len(self.rounds) - 1, -1, -1):
            befores: list[date | None] = list(choices[index - 1]) if index else [None]
            reached: dict[date | None, tuple[int, list[date]]] = {}
            for at in befores:
                for day in choices[index]:
                    gap = self.step(index, at, day)
                    rest = onward.get(day) if index + 1 < len(self.rounds) else (0, [])
                    if gap is None or rest is None:
                        continue
                    found = (gap + own[index][day] + rest[0], [day, *rest[1]])
                    if at not in reached or found < reached[at]:
                        reached[at] = found
            onward = reached
        if not self.rounds:
            return 0, []
        return (onward[None][0], self.shown(onward[None][1])) if None in onward else None

    def shown(self, chosen: Sequence[date]) -> list[date]:
        pairs = zip(chosen, self.rounds, strict=True)
        return [start for start, one in pairs if self.counted(one)]


def distance(start: date, season: Season) -> int:
    """Days from ``start`` to the nearest day of the window in any year."""
    nearest = 10_000
    for year in range(start.year - 2, start.year + 3):
        first = on(year, season.from_month, season.from_day)
        last = on(year, season.to_month, season.to_day)
        if last < first:
            last = on(year + 1, season.to_month, season.to_day)
        if first <= start <= last:
            return 0
        nearest = min(nearest, abs((start - first).days), abs((start - last).days))
    return nearest


def on(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
