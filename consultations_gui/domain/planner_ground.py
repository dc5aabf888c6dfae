"""The ground a plan stands on: for every day of the horizon, may a round start, at what cost.

Days are counted as offsets from 1 January of the year before the horizon.
Candidates are weighed from running sums, so that a start costs the same to
weigh however long the round; a chosen start is taken apart day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate
from operator import or_

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import PlanRequest, RoundCost, Wishes, month_day
from consultations_gui.domain.planner_rounds import Slot
from consultations_gui.domain.workdays import CONFIRMED, SHORT, WORKING, WorkCalendar


class Relaxed(StrEnum):
    """A hard condition that may be lifted to see whether that alone would mend a plan."""

    NOTICE = "notice"
    """No notice is needed; a start still lies no earlier than today."""
    CN_DAYS = "CN days"
    RU_DAYS = "RU days"
    CN_BLACKOUTS = "CN blackouts"
    RU_BLACKOUTS = "RU blackouts"


_DAYS = {Side.CN: Relaxed.CN_DAYS, Side.RU: Relaxed.RU_DAYS}
_BLACKOUTS = {Side.CN: Relaxed.CN_BLACKOUTS, Side.RU: Relaxed.RU_BLACKOUTS}

# Tables for bytes.translate: from a day's marks to 1 or 0.
_OFF = bytes(not mark & WORKING for mark in range(256))
_SHORT = bytes(bool(mark & SHORT) for mark in range(256))
_UNSURE = bytes(not mark & CONFIRMED for mark in range(256))


@dataclass(frozen=True)
class Candidates:
    """Offsets a round may start at, ascending, and what each costs beside the gap."""

    starts: list[int]
    costs: list[int]


@dataclass(frozen=True)
class Weighed:
    """What is to be said of a round at one start, in days, before any weight."""

    season: Mapping[Side, int]
    """Days from the start to the nearest window each side prefers; none without wishes."""
    travel: int
    """Travel days that are off-days in the visitors' country."""
    short: int
    """Meeting days one hour shorter in Russia."""
    unsure: Mapping[Side, tuple[date, ...]]
    """Meeting and, for the visitors, travel days in a provisional year of each country."""

    def cost(self, wishes: Wishes, gap: int) -> RoundCost:
        """The cost in points, ``gap`` days off the wished distance included."""
        weights = wishes.weights
        return RoundCost(
            gap=weights.gap * gap,
            season=weights.season * sum(self.season.values()),
            travel=weights.travel * self.travel,
            short=weights.short * self.short,
            provisional=weights.provisional * sum(len(days) for days in self.unsure.values()),
        )


class Ground:
    """The days of a horizon in both countries, with the wishes laid over them."""

    def __init__(self, request: PlanRequest, calendars: Mapping[Side, WorkCalendar]) -> None:
        self._wishes = request.wishes
        self._years = range(request.first_year - 1, request.last_year + 2)
        self._base = date(self._years[0], 1, 1).toordinal()
        self._today = self.offset(request.today)
        self._pins = {number: self.offset(day) for number, day in request.pins}
        marks = {side: calendars[side].marks(self._years[0], self._years[-1]) for side in Side}
        self._size = len(marks[Side.CN])
        self._off = {side: marks[side].translate(_OFF) for side in Side}
        self._unsure = {side: marks[side].translate(_UNSURE) for side in Side}
        self._short = marks[Side.RU].translate(_SHORT)
        self._blackout = {side: self._blackout_days(side) for side in Side}
        self._season = {
            side: self._season_distances(side)
            for side in Side
            if any(season.side is side for season in self._wishes.seasons)
        }
        self._barred: dict[Relaxed | None, list[int]] = {}
        self._sum_costs()

    def offset(self, day: date) -> int:
        """The offset of ``day``."""
        return day.toordinal() - self._base

    def day(self, offset: int) -> date:
        """The day at ``offset``."""
        return date.fromordinal(self._base + offset)

    def candidates(
        self, slot: Slot, relaxed: Relaxed | None = None, unpinned: int | None = None
    ) -> Candidates:
        """Where the free round ``slot`` may start in its year.

        ``relaxed`` lifts one hard condition, ``unpinned`` the pin of the round
        of that number.
        """
        notice = 0 if relaxed is Relaxed.NOTICE else self._wishes.notice
        first = max(self.offset(date(slot.year, 1, 1)), self._today + notice)
        end = self.offset(date(slot.year + 1, 1, 1))
        pin = self._pins.get(slot.number) if slot.number != unpinned else None
        if pin is not None:
            first, end = max(first, pin), min(end, pin + 1)
        length, visitors = slot.days, slot.visitors
        barred = self._barred_sums(relaxed)
        starts = [s for s in range(first, end) if barred[s + length] == barred[s]]
        if visitors is not None and relaxed is not _BLACKOUTS[visitors]:
            starts = self._travelling(starts, length, visitors)
        return Candidates(starts, self._costs(starts, length, visitors))

    def weigh(self, slot: Slot, start: int) -> Weighed:
        """What is to be said of ``slot`` at ``start``; a fact may stand where no round could."""
        end = min(start + slot.days, self._size - self._wishes.travel_after)
        meeting = range(start, end)
        travel = (
            *range(start - self._wishes.travel_before, start),
            *range(end, end + self._wishes.travel_after),
        )
        unsure: dict[Side, tuple[date, ...]] = {}
        for side in Side:
            days = (*meeting, *travel) if slot.visitors is side else meeting
            unsure[side] = tuple(self.day(day) for day in sorted(days) if self._unsure[side][day])
        off = self._off[slot.visitors] if slot.visitors else b""
        return Weighed(
            season={side: distances[start] for side, distances in self._season.items()},
            travel=sum(off[day] for day in travel) if off else 0,
            short=sum(self._short[day] for day in meeting),
            unsure=unsure,
        )

    def _sum_costs(self) -> None:
        """Costs a day, weighted and summed, so that a start is weighed by a few look-ups."""
        weights = self._wishes.weights
        unsure_days = zip(*self._unsure.values(), strict=True)
        self._meeting = _sums(
            weights.short * short + weights.provisional * (cn + ru)
            for short, (cn, ru) in zip(self._short, unsure_days, strict=True)
        )
        self._travel = {
            side: _sums(
                weights.travel * off + weights.provisional * unsure
                for off, unsure in zip(self._off[side], self._unsure[side], strict=True)
            )
            for side in Side
        }
        self._blackout_sums = {side: _sums(self._blackout[side]) for side in Side}

    def _costs(self, starts: list[int], length: int, visitors: Side | None) -> list[int]:
        """What each start costs beside the gap."""
        meeting = self._meeting
        costs = [meeting[s + length] - meeting[s] for s in starts]
        for distances in self._season.values():
            weight = self._wishes.weights.season
            costs = [cost + weight * distances[s] for s, cost in zip(starts, costs, strict=True)]
        if visitors is None:
            return costs
        travel = self._travel[visitors]
        before, after = self._wishes.travel_before, length + self._wishes.travel_after
        return [
            cost + travel[s] - travel[s - before] + travel[s + after] - travel[s + length]
            for s, cost in zip(starts, costs, strict=True)
        ]

    def _travelling(self, starts: list[int], length: int, visitors: Side) -> list[int]:
        """Those starts whose travel days lie in no blackout of the visitors."""
        black = self._blackout_sums[visitors]
        before, after = self._wishes.travel_before, length + self._wishes.travel_after
        return [
            s
            for s in starts
            if black[s] == black[s - before] and black[s + after] == black[s + length]
        ]

    def _barred_sums(self, relaxed: Relaxed | None) -> list[int]:
        """Running sums of the days on which no meeting may take place."""
        found = self._barred.get(relaxed)
        if found is None:
            barred = bytes(self._size)
            for side in Side:
                if relaxed is not _DAYS[side]:
                    barred = bytes(map(or_, barred, self._off[side]))
                if relaxed is not _BLACKOUTS[side]:
                    barred = bytes(map(or_, barred, self._blackout[side]))
            found = self._barred[relaxed] = _sums(barred)
        return found

    def _blackout_days(self, side: Side) -> bytes:
        days = bytearray(self._size)
        for blackout in self._wishes.blackouts:
            if blackout.side is side:
                self._fill(days, blackout.start, blackout.end)
        return bytes(days)

    def _season_distances(self, side: Side) -> list[int]:
        """Days from each day to the nearest window of ``side``, every year's counted."""
        days = bytearray(self._size)
        for season in self._wishes.seasons:
            if season.side is side:
                for year in range(self._years[0] - 1, self._years[-1] + 1):
                    first = month_day(year, season.from_month, season.from_day)
                    last = month_day(year, season.to_month, season.to_day)
                    if last < first:
                        last = month_day(year + 1, season.to_month, season.to_day)
                    self._fill(days, first, last)
        behind = list(accumulate(days, _step, initial=self._size))[1:]
        ahead = list(accumulate(reversed(days), _step, initial=self._size))[1:]
        return list(map(min, behind, reversed(ahead)))

    def _fill(self, days: bytearray, first: date, last: date) -> None:
        start, end = max(0, self.offset(first)), min(self._size, self.offset(last) + 1)
        if start < end:
            days[start:end] = bytes((1,)) * (end - start)


def _step(distance: int, inside: int) -> int:
    """The distance one day further on, nothing inside a window."""
    return 0 if inside else distance + 1


def _sums(values: Iterable[int]) -> list[int]:
    """Running sums: the sum from day a to before day b is ``sums[b] - sums[a]``."""
    return list(accumulate(values, initial=0))
