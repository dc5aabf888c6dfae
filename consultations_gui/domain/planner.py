"""The planner: the best dates for the rounds of the years ahead.

A *plan* over the years Y…Y+N−1 has a set number of regular rounds starting
in each calendar year. Hard conditions exclude a start day; soft ones cost
whole points; the plan of least total cost over the whole horizon wins, and
ties go to the earliest first start, then the earliest second, and so on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason


@dataclass(frozen=True)
class Weights:
    """Cost of one unit of each soft condition, in whole points."""

    gap: int = 1
    season: int = 2
    travel: int = 5
    short: int = 2
    provisional: int = 1


@dataclass(frozen=True)
class Span:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date


@dataclass(frozen=True)
class Season:
    """A window of month-days a side prefers, every year; may wrap New Year."""

    side: Side
    from_month: int
    from_day: int
    to_month: int
    to_day: int


@dataclass(frozen=True)
class Blackout:
    """Days on which one side can neither meet nor travel, with the reason in both languages."""

    side: Side
    start: date
    end: date
    reason_zh: str = ""
    reason_ru: str = ""


@dataclass(frozen=True)
class Wishes:
    """How rounds are wished: the settings of the planner.

    ``gap`` is the wished number of days from one start to the next, ``notice``
    the days needed between today and a start.
    """

    rounds: int = 2
    days: int = 2
    gap: int = 182
    notice: int = 30
    travel_before: int = 1
    travel_after: int = 1
    weights: Weights = Weights()
    seasons: tuple[Season, ...] = ()
    blackouts: tuple[Blackout, ...] = ()
    version: int = 0


@dataclass(frozen=True)
class Fact:
    """A held or confirmed round: kept where it is."""

    number: int
    host: Side
    start: date
    end: date
    city: str = ""


@dataclass(frozen=True)
class FreeRound:
    """A tentative, planned or postponed round: it keeps its number and host, not its dates."""

    number: int
    host: Side
    days: int | None = None
    city: str = ""


@dataclass(frozen=True)
class PlanRequest:
    """Everything a plan depends on. ``pins`` fix a round's start: (number, day)."""

    first_year: int
    years: int
    today: date
    next_number: int
    next_host: Side
    wishes: Wishes = Wishes()
    facts: tuple[Fact, ...] = ()
    free: tuple[FreeRound, ...] = ()
    pins: tuple[tuple[int, date], ...] = ()


@dataclass(frozen=True)
class RoundCost:
    """A round's cost taken apart, each already multiplied by its weight."""

    gap: int = 0
    season: int = 0
    travel: int = 0
    short: int = 0
    provisional: int = 0

    @property
    def total(self) -> int:
        """The sum of the parts."""
        return self.gap + self.season + self.travel + self.short + self.provisional


@dataclass(frozen=True)
class PlannedRound:
    """One round of a plan. ``provisional`` names the countries whose year is not fixed yet."""

    number: int
    host: Side
    city: str
    start: date
    end: date
    fact: bool
    cost: RoundCost
    provisional: tuple[Side, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A plan and its total cost."""

    rounds: tuple[PlannedRound, ...]

    @property
    def total_cost(self) -> int:
        """Points over the whole horizon; the least is the best."""
        return sum(r.cost.total for r in self.rounds)
