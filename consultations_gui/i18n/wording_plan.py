"""The definition of a plan in words, with the values in force.

It says in three languages what :mod:`consultations_gui.domain.planner` says
in code, for whoever wants to check a plan by hand or argue with one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import PlanRequest, Season
from consultations_gui.i18n.dates import day_month, long_date
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_labels import label
from consultations_gui.i18n.wording_say import one_stop
from consultations_gui.i18n.words import Words


def definition(asked: PlanRequest, words: Words) -> tuple[str, ...]:
    """What a plan is, must be and costs, a sentence a line, with the values ``asked`` carries."""
    lines = (
        *_what_it_is(asked, words),
        *_what_it_must(asked, words),
        *_what_it_costs(asked, words),
        words.tr(
            "The plan of least total cost wins; ties go to the earliest first start, then the "
            "earliest second, and so on."
        ),
    )
    return tuple(one_stop(line) for line in lines)


def _what_it_is(asked: PlanRequest, words: Words) -> Iterator[str]:
    wishes = asked.wishes
    yield words.tr(
        "Planned: {first}–{last}. Regular rounds starting in each calendar year: {rounds}. "
        "Reckoned from: {today}.",
        first=asked.first_year,
        last=asked.last_year,
        rounds=wishes.rounds,
        today=long_date(asked.today, words.language),
    )
    yield words.tr(
        "Rounds held or confirmed are counted and kept where they are. Tentative, planned and "
        "postponed ones may be moved, but keep number and host. Cancelled ones do not count. Of a "
        "date known by its month only, the 15th is taken."
    )
    yield _which_rounds(asked, words)
    yield words.tr(
        "Rounds stand in the order of their numbers; new ones begin with R{number} and alternate "
        "by the ledger, swaps on record first. Host of that round: {side}.",
        number=asked.next_number,
        side=label(asked.next_host, words),
    )
    yield _how_long(asked, words)


def _how_long(asked: PlanRequest, words: Words) -> str:
    days = asked.wishes.days
    own = [f"R{one.number} ({one.days})" for one in asked.free if one.days not in (None, days)]
    if not own:
        return words.tr("Meeting days in a row: {days}.", days=days)
    return words.tr(
        "Meeting days in a row: {days}; of rounds with a length of their own: {rounds}.",
        days=days,
        rounds=join_list(own, words.language),
    )


def _which_rounds(asked: PlanRequest, words: Words) -> str:
    if asked.keep:
        return words.tr(
            "Rounds planned for exact days still to come in other years stay there. All others "
            "that may be moved fill the years planned, the lowest number first; then come new ones."
        )
    return words.tr(
        "Rounds that may be moved fill the years planned, the lowest number first, wherever they "
        "stand now; then come new ones."
    )


def _what_it_must(asked: PlanRequest, words: Words) -> Iterator[str]:
    wishes = asked.wishes
    yield words.tr("Every meeting day is a working day in both countries.")
    yield words.tr(
        "No meeting day falls on a day on which either side cannot meet, no travel day on one of "
        "the visiting side's. Such periods entered: China {cn}, Russia {ru}.",
        cn=sum(one.side is Side.CN for one in wishes.blackouts),
        ru=sum(one.side is Side.RU for one in wishes.blackouts),
    )
    yield words.tr(
        "No round starts before {day} (notice in days: {notice}).",
        day=long_date(asked.today + timedelta(days=wishes.notice), words.language),
        notice=wishes.notice,
    )
    yield words.tr("A round starts after the last day of the one before.")
    for number, day in asked.pins:
        yield words.tr(
            "The start of {id} is fixed: {day}.",
            id=f"R{number}",
            day=long_date(day, words.language),
        )


def _what_it_costs(asked: PlanRequest, words: Words) -> Iterator[str]:
    wishes, weights = asked.wishes, asked.wishes.weights
    yield words.tr(
        "Gap, {points} a day: by how many days the distance from the start of the round before "
        "misses {gap} days; rounds held or confirmed pay it too. A round with none before it pays "
        "nothing.",
        points=weights.gap,
        gap=wishes.gap,
    )
    yield words.tr(
        "Season, {points} a day, for each side: days from the start to its nearest preferred time "
        "of the year. China: {cn}. Russia: {ru}.",
        points=weights.season,
        cn=_seasons(wishes.seasons, Side.CN, words),
        ru=_seasons(wishes.seasons, Side.RU, words),
    )
    yield words.tr(
        "Travel, {points} a day: travel days of the visiting side that are days off in its own "
        "country (travel days before: {before}, after: {after}).",
        points=weights.travel,
        before=wishes.travel_before,
        after=wishes.travel_after,
    )
    yield words.tr(
        "Short days, {points} a day: meeting days that are one hour shorter in Russia.",
        points=weights.short,
    )
    yield words.tr(
        "Provisional days, {points} a day: for each country its meeting days in a year whose "
        "calendar no notice has fixed yet, and for the visiting side its travel days.",
        points=weights.provisional,
    )


def _seasons(seasons: tuple[Season, ...], side: Side, words: Words) -> str:
    """The windows ``side`` prefers, or that it has none."""
    own = [season_text(one, words) for one in seasons if one.side is side]
    return join_list(own, words.language) if own else words.trc("preferred times", "none")


def season_text(season: Season, words: Words) -> str:
    """A preferred window: from a day of the year to a day of the year."""
    return words.trc(
        "preferred times",
        "{first} to {last}",
        first=day_month(date(2024, season.from_month, season.from_day), words.language),
        last=day_month(date(2024, season.to_month, season.to_day), words.language),
    )
