"""The planner's words: what a plan is asked for, what it answers, and why.

A *plan* over the years Y…Y+N−1 has exactly r regular rounds starting in each
calendar year. Held and confirmed rounds are *facts*, counted and kept where
they are; tentative, planned and postponed ones are *free* but keep number
and host. Order is by number.

Hard, for free rounds: every meeting day is a working day in both countries;
no meeting day falls in a blackout of either side, no travel day in one of the
visitors; a start lies at least ``notice`` days ahead; a round starts after
the last day of the one before; a pin fixes a start and obeys all of these.

Cost, in whole points, each count times its weight:

- gap: days by which the distance from the start before misses the wished one;
- season, each side: days from the start to its nearest preferred window;
- travel: the visitors' travel days that are off-days in their country;
- short: meeting days that are Russian one-hour-short days;
- provisional: for each country its meeting days, and for the visitors their
  travel days, in a year of that country no notice has fixed yet.

The plan of least total cost over the whole horizon wins; ties go to the
earliest first start, then the earliest second, and so on. The search is in
:mod:`consultations_gui.domain.planner_best`.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from consultations_gui.domain.errors import (
    EndBeforeStartError,
    InvalidHorizonError,
    InvalidMonthDayError,
    InvalidWishError,
    NoCalendarError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR


class PlanReason(StrEnum):
    """Why a planned round stands where it does. Its host's reasons are the ledger's."""

    FACT = "fact"
    """``id`` is held or confirmed and kept where it is. Args: id."""
    PINNED = "pinned"
    """The start was fixed by the person who asked. Args: start."""
    COMMON_DAYS = "common_days"
    """Every day from ``start`` to ``end`` is worked in both countries. Args: start, end."""
    GAP = "gap"
    """``days`` after the start of ``id``; ``wished`` were wished for. Args: id, days, wished."""
    NONE_BEFORE = "none_before"
    """No round before it, so no distance to keep. No args."""
    IN_SEASON = "in_season"
    """It starts in a window that ``side`` prefers. Args: side."""
    OUT_OF_SEASON = "out_of_season"
    """``days`` from the nearest window that ``side`` prefers. Args: side, days."""
    TRAVEL_ON_DAYS_OFF = "travel_on_days_off"
    """``days`` travel days of the visitors, ``side``, are off-days there. Args: side, days."""
    SHORT_DAYS = "short_days"
    """``days`` meeting days are one hour shorter in Russia. Args: days."""
    PROVISIONAL = "provisional"
    """No notice fixes the calendar of ``side`` for ``year`` yet. Args: side, year."""


@dataclass(frozen=True)
class Weights:
    """Cost of one unit of each soft condition, in whole points."""

    gap: int = 1
    season: int = 2
    travel: int = 5
    short: int = 2
    provisional: int = 1


@dataclass(frozen=True)
class Season:
    """A window of month-days a side prefers, every year; may wrap New Year.

    29 February is taken as the 28th in a year that has none.
    """

    side: Side
    from_month: int
    from_day: int
    to_month: int
    to_day: int

    def require_sound(self) -> None:
        """Raise :class:`InvalidMonthDayError` for a month-day that no year has."""
        for month, day in ((self.from_month, self.from_day), (self.to_month, self.to_day)):
            month_day(2024, month, day)


def month_day(year: int, month: int, day: int) -> date:
    """The month-day in ``year``; 29 February becomes the 28th where there is none.

    Raises:
        InvalidMonthDayError: no year has it.
    """
    try:
        leap = date(2024, month, day)
    except ValueError:
        raise InvalidMonthDayError(month=month, day=day) from None
    common = (month, day) == (2, 29) and not isleap(year)
    return leap.replace(year=year, day=28 if common else day)


@dataclass(frozen=True)
class Blackout:
    """Days on which one side can neither meet nor travel, with the reason in both languages.

    ``source`` names the calendar file it was read from; empty for one entered by hand.
    """

    side: Side
    start: date
    end: date
    reason_zh: str = ""
    reason_ru: str = ""
    source: str = ""

    def require_sound(self) -> None:
        """Raise :class:`EndBeforeStartError` if it ends before it starts."""
        if self.end < self.start:
            raise EndBeforeStartError(start=self.start, end=self.end)

    def require_reached(self) -> None:
        """Refuse one entered by hand that could never matter: no calendar reaches it.

        Raises:
            NoCalendarError, EndBeforeStartError.
        """
        self.require_sound()
        if self.end.year < FIRST_YEAR or self.start.year > LAST_YEAR:
            raise NoCalendarError(year=self.start.year, least=FIRST_YEAR, most=LAST_YEAR)


@dataclass(frozen=True)
class BusySource:
    """A calendar file, a folder of them, or a table, that blackouts of ``side`` are read from.

    ``path`` is where it lay when it was read last. With ``all_day_only`` a
    meeting of an hour does not block its day.
    """

    side: Side
    path: str
    all_day_only: bool = False

    @property
    def name(self) -> str:
        """The last part of the path, which blackouts read from it carry as their source."""
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]


LIMITS: dict[str, tuple[int, int]] = {
    "rounds": (1, 24),
    "days": (1, 31),
    "gap": (0, 3660),
    "notice": (0, 3660),
    "travel_before": (0, 14),
    "travel_after": (0, 14),
    "weights": (0, 10_000),
}
"""The least and the most of each number among the wishes, each weight under ``weights``."""


@dataclass(frozen=True)
class Wishes:
    """How rounds are wished: the settings of the planner.

    ``rounds`` a year, ``days`` the length of a meeting, ``gap`` the wished
    number of days from one start to the next, ``notice`` the days needed
    between today and a start, ``travel_before`` and ``travel_after`` the
    visitors' travel days straight before and after the meeting, ``sources``
    where blackouts were read from.
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
    sources: tuple[BusySource, ...] = ()
    version: int = 0

    def require_sound(self) -> None:
        """Raise unless every setting makes sense.

        Raises:
            InvalidWishError: a number outside :data:`LIMITS`.
            InvalidMonthDayError: a window on a month-day that no year has.
            EndBeforeStartError: a blackout that ends before it starts.
        """
        numbers = {name: getattr(self, name) for name in LIMITS if name != "weights"}
        for one in fields(self.weights):
            numbers[f"weights.{one.name}"] = getattr(self.weights, one.name)
        for name, value in numbers.items():
            least, most = LIMITS[name.partition(".")[0]]
            if not least <= value <= most:
                raise InvalidWishError(field=name, value=value, least=least, most=most)
        for season in self.seasons:
            season.require_sound()
        for blackout in self.blackouts:
            blackout.require_sound()


@dataclass(frozen=True)
class Fact:
    """A round kept where it is: held, confirmed, or planned for days outside the horizon.

    ``host`` is ``None`` online or elsewhere; ``reasons`` say why its host is its host.
    """

    number: int
    host: Side | None
    start: date
    end: date
    city: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class FreeRound:
    """A tentative, planned or postponed round: it keeps its number and host, not its dates.

    ``host`` is ``None`` for one planned online or elsewhere: nobody travels to a Party.
    ``days`` is its own length, if it has one; ``reasons`` say why its host is its host.
    """

    number: int
    host: Side | None
    days: int | None = None
    city: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class PlanRequest:
    """Everything a plan depends on beside the two calendars.

    New rounds take the numbers from ``next_number`` on, their hosts alternate
    from ``next_host``, for the ``next_reasons``. ``pins`` fix a round's start:
    (number, day). ``keep`` says that free rounds planned for other years were
    left there, and stand among the facts.
    """

    first_year: int
    years: int
    today: date
    next_number: int
    next_host: Side
    next_reasons: tuple[Reason, ...] = ()
    wishes: Wishes = Wishes()
    facts: tuple[Fact, ...] = ()
    free: tuple[FreeRound, ...] = ()
    pins: tuple[tuple[int, date], ...] = ()
    keep: bool = False

    @property
    def last_year(self) -> int:
        """The last year of the horizon."""
        return self.first_year + self.years - 1

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the horizon."""
        return self.first_year <= day.year <= self.last_year

    def require_sound(self) -> None:
        """Raise unless horizon and wishes make sense.

        Raises:
            InvalidHorizonError: no year, or one that no calendar is kept for.
            InvalidWishError, InvalidMonthDayError, EndBeforeStartError: see
                :meth:`Wishes.require_sound`.
        """
        if self.years < 1 or self.first_year < FIRST_YEAR or self.last_year > LAST_YEAR:
            raise InvalidHorizonError(
                first_year=self.first_year, years=self.years, least=FIRST_YEAR, most=LAST_YEAR
            )
        self.wishes.require_sound()


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
    host: Side | None
    city: str
    start: date
    end: date
    fact: bool
    cost: RoundCost
    provisional: tuple[Side, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """``R3``."""
        return f"R{self.number}"


@dataclass(frozen=True)
class Plan:
    """A plan: the rounds that start in its horizon, by number, facts included."""

    rounds: tuple[PlannedRound, ...]

    @property
    def total_cost(self) -> int:
        """Points over the whole horizon; the least is the best."""
        return sum(r.cost.total for r in self.rounds)
