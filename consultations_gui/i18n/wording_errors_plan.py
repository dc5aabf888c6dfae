"""Words for errors of working calendars and of planning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from consultations_gui.domain import errors as e
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_say import Sentence, choose, say
from consultations_gui.i18n.words import N_, Words

RELAX = {
    "notice": N_("It would go with a shorter notice."),
    "CN days": N_("It would go if the Chinese side met on days off too."),
    "RU days": N_("It would go if the Russian side met on days off too."),
    "CN blackouts": N_("It would go without the days on which the Chinese side cannot meet."),
    "RU blackouts": N_("It would go without the days on which the Russian side cannot meet."),
}


def _no_plan(values: Mapping[str, Any], words: Words) -> str:
    head = say(N_("There is no plan up to {failing_year} that meets all hard conditions."))
    relax: str = values["relax"]
    if not relax:
        advice = words.tr("No single condition alone would mend it. Relax several of them.")
    elif relax.startswith("pin "):
        advice = words.tr("It would go without the fixed start of {id}.", id=relax[4:])
    else:
        advice = words.tr(RELAX.get(relax, relax))
    return f"{head(values, words)}\n{advice}"


def _not_placed(values: Mapping[str, Any], words: Words) -> str:
    placed: tuple[int, ...] = values["placed"]
    if not placed:
        return words.tr(
            "The plan places no round: those of these years keep their dates. Plan more years, or "
            "more rounds a year."
        )
    if values["stands"]:
        text = N_(
            "R{number} keeps its dates: the plan does not place it. Choose a round that it "
            "places: {placed}."
        )
    else:
        text = N_(
            "There is no R{number} in this plan: it places {placed}. Choose one of these, or plan "
            "more years."
        )
    return words.tr(text, number=values["number"], placed=_runs(placed, words))


def _runs(numbers: Sequence[int], words: Words) -> str:
    """Rounds by their IDs, those that follow each other drawn together: R5–R8 and R10."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    texts = [f"R{a}" if a == b else f"R{a}–R{b}" for a, b in runs]
    return join_list(texts, words.language)


PLAN: dict[type[e.DomainError], Sentence] = {
    e.InvalidHorizonError: say(
        N_(
            "No plan from {first_year} on for so many years: {years}. Calendars are kept for "
            "{least} to {most}; choose one year or more of these."
        )
    ),
    e.NoCalendarError: say(
        N_("No calendar is kept for {year}. Choose a year from {least} to {most}.")
    ),
    e.YearOutsideError: say(
        N_("No calendar is kept for {year}. Choose a year from {first} to {last}.")
    ),
    e.InvalidWishError: say(N_("{value} is not possible for “{field}”: from {least} to {most}.")),
    e.InvalidMonthDayError: say(
        N_("There is no day {day} in month {month} in any year. Correct the preferred time.")
    ),
    e.UnknownPinError: _not_placed,
    e.NoPlanError: _no_plan,
    e.PlannedLaterError: say(
        N_(
            "R{number} cannot come before {id}, which stands in {year} and stays there. "
            "Plan the years up to {year} as well."
        )
    ),
    e.RoundOrderError: say(
        N_(
            "{id} would not stand after {other}, though its number is higher. Take both over "
            "together, or choose another place."
        )
    ),
    e.NumberSkippedError: say(
        N_("{id} cannot be taken over without {missing}: the numbers run on without a gap.")
    ),
    e.PlanOutdatedError: say(
        N_("{id} has changed since the plan was made. Make the plan anew, then take it over.")
    ),
    e.CalendarUnreadableError: choose(
        "cause",
        {
            "not_a_calendar": N_("{path} is not a calendar file. Export the calendar as .ics."),
            "too_large": N_("{path} is too large for a calendar of busy times."),
            "too_often": N_(
                "{path} repeats too often to be read as days. Export only the days that matter."
            ),
        },
        N_("{path} is a damaged calendar file. Export it anew."),
    ),
    e.DecreeDayOutsideError: say(
        N_("Decree {id} names {day}, more than a year away from its own year. Correct the day.")
    ),
    e.DecreeConflictError: say(
        N_("Decree {id} names {day} twice with different meanings. Leave only one of them.")
    ),
    e.MakeUpOnWeekdayError: say(
        N_("Decree {id}: {day} is a weekday; a make-up working day is a Saturday or Sunday.")
    ),
    e.DayOffOnWeekendError: say(
        N_("Decree {id}: {day} is a Saturday or Sunday; a moved day off is a weekday.")
    ),
}
