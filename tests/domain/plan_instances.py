"""Random planning problems, small enough to be searched through or large as life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import (
    Blackout,
    Fact,
    FreeRound,
    PlanRequest,
    Season,
    Weights,
    Wishes,
)
from consultations_gui.domain.workdays import Decree, Origin, WorkCalendar

ONE = timedelta(days=1)


@dataclass(frozen=True)
class Instance:
    """A request and the calendars it is to be answered with."""

    request: PlanRequest
    calendars: dict[Side, WorkCalendar]


def calendars(rng: Random, first: int, last: int) -> dict[Side, WorkCalendar]:
    """Decrees of days off, make-up days and short days at random, some years provisional."""

    def decree(side: Side, year: int) -> Decree:
        days = [date(year, 1, 1) + n * ONE for n in range(365)]
        weekdays = [day for day in days if day.weekday() < 5]
        weekend = [day for day in days if day.weekday() >= 5]
        free = rng.sample(weekdays, rng.randint(0, 40))
        cut = rng.randint(0, len(free))
        return Decree(
            side,
            year,
            off=tuple(free[:cut]),
            moved_off=tuple(free[cut:]),
            make_up=tuple(rng.sample(weekend, rng.randint(0, 12))),
            short=tuple(rng.sample(days, rng.randint(0, 60))) if rng.random() < 0.5 else None,
            origin=rng.choice([Origin.OFFICE, Origin.EXTRAPOLATED]),
        )

    years = range(first - 1, last + 2)
    return {side: WorkCalendar(side, [decree(side, year) for year in years]) for side in Side}


def wishes(rng: Random, rounds: int, blackouts: tuple[Blackout, ...]) -> Wishes:
    seasons = tuple(
        Season(rng.choice(list(Side)), rng.randint(1, 12), rng.randint(1, 28),
               rng.randint(1, 12), rng.randint(1, 28))
        for _ in range(rng.choice([0, 0, 1, 2, 3]))
    )  # fmt: skip
    if rng.random() < 0.1:
        seasons += (Season(rng.choice(list(Side)), 2, 29, rng.choice([2, 5]), 29),)
    plain = Weights()
    weights = Weights(*(rng.choice([0, 1, 2, 7]) for _ in range(5)))
    return Wishes(
        rounds=rounds,
        days=rng.randint(1, 4),
        gap=rng.choice([182, 182, 0, 1, 30, 90, 120, 365, 500]),
        notice=rng.choice([0, 30, 30, 60]),
        travel_before=rng.randint(0, 3),
        travel_after=rng.randint(0, 2),
        weights=rng.choice([plain, weights]),
        seasons=seasons,
        blackouts=blackouts,
    )


def scattered(rng: Random, first: int, last: int, most: int) -> list[Blackout]:
    """Blackouts here and there."""
    span = (date(last, 12, 31) - date(first, 1, 1)).days
    made = []
    for _ in range(rng.randint(0, most)):
        start = date(first, 1, 1) + rng.randint(-10, span) * ONE
        made.append(Blackout(rng.choice(list(Side)), start, start + rng.randint(0, 40) * ONE))
    return made


def all_but_windows(rng: Random, first: int, last: int, each: int) -> list[Blackout]:
    """Everything dark but ``each`` windows a year, so that a full search ends."""
    made = []
    dark = date(first, 1, 1) - 30 * ONE
    for year in range(first, last + 1):
        for place in sorted(rng.sample(range(3, 350), each)):
            start = date(year, 1, 1) + place * ONE
            if start > dark:
                made.append(Blackout(rng.choice(list(Side)), dark, start - ONE))
            dark = max(dark, start + rng.randint(3, 14) * ONE)
    made.append(Blackout(Side.CN, dark, date(last + 1, 3, 1)))
    return made


def facts_and_free(
    rng: Random, first: int, last: int, rounds: int
) -> tuple[tuple[Fact, ...], tuple[FreeRound, ...], int]:
    """A register's rounds in order of number and, mostly, of date; and the next number."""
    facts: list[Fact] = []
    free: list[FreeRound] = []
    number = rng.randint(1, 4)
    start = date(first, 1, 1) - rng.randint(0, 400) * ONE
    for _ in range(rng.randint(0, rounds)):
        host = rng.choice(list(Side))
        kind = rng.random()
        if kind < 0.5:
            length = rng.randint(1, 4)
            online = rng.random() < 0.1
            end = start + (length - 1) * ONE
            facts.append(Fact(number, None if online else host, start, end))
        else:
            where = None if rng.random() < 0.1 else host
            free.append(FreeRound(number, where, rng.choice([None, None, 1, 3])))
        start += rng.choice([20, 60, 150, 182, 200, 400, -15]) * ONE
        start = min(start, date(last + 1, 6, 1))
        number += rng.choice([1, 1, 1, 2])
    rng.shuffle(facts)
    rng.shuffle(free)
    return tuple(facts), tuple(free), number


def instance(rng: Random, years: int, rounds: int, *, dense: bool) -> Instance:
    """A random problem; ``dense`` leaves few places, for the full search."""
    first = rng.choice([2026, 2027, 2030, 2032])
    last = first + years - 1
    dark = all_but_windows(rng, first, last, rounds + rng.randint(0, 1)) if dense else []
    dark += scattered(rng, first, last, 1 if dense else 4 * years)
    wished = wishes(rng, rounds, tuple(dark))
    facts, free, number = facts_and_free(rng, first, last, 2)
    request = PlanRequest(
        first, years, date(first, 1, 1) + rng.randint(-200, 40) * ONE, number,
        rng.choice(list(Side)), wishes=wished, facts=facts, free=free,
    )  # fmt: skip
    return Instance(request, calendars(rng, first, last))
