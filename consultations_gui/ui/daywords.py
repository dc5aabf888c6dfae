"""A day, a meeting and what a plan says of it, in words."""

from __future__ import annotations

from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.planner import RoundCost
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.dates import NBSP, dates_text, full_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.year import DayCell

COSTS: tuple[tuple[str, str], ...] = (
    ("gap", N_("Distance from the wished gap")),
    ("season", N_("Meeting days outside a preferred season")),
    ("travel", N_("Travel on a day off")),
    ("short", N_("Shortened meeting days")),
    ("provisional", N_("Provisional calendars")),
)
"""The parts of a round's cost, in the planner's order."""


def day_kind(side: Side, day: Day, words: Words) -> str:
    """China: day off (New Year's Day), provisional."""
    parts = [label(day.kind, words)]
    if day.holiday:
        parts[0] = f"{parts[0]} ({words.tr(day.holiday)})"
    if day.short:
        parts.append(words.tr("one hour shorter"))
    if not day.confirmed:
        parts.append(words.tr("provisional"))
    return f"{country_name(side, words)}: {', '.join(parts)}"


def cell_text(cell: DayCell, words: Words) -> str:
    """The whole day in one line, for the strip below the year and for screen readers."""
    parts = [full_date(cell.date, words.language)]
    parts += [day_kind(side, cell.day(side), words) for side in Side]
    if cell.meeting is not None:
        parts.append(f"{title_text(cell.meeting, words)}, {label(cell.meeting.status, words)}")
    if cell.best:
        parts.append(words.tr("good date for the next round"))
    return ". ".join(parts) if words.language is not Language.ZH else "；".join(parts)


def title_text(meeting: Consultation, words: Words) -> str:
    """What a meeting is called: third round, extraordinary consultation X1."""
    if meeting.kind is Kind.REGULAR and meeting.number is not None:
        return round_title(meeting.number, words.language)
    return f"{label(meeting.kind, words)}{NBSP}{meeting.id}"


def venue_text(meeting: Consultation, cities: CityBook, words: Words) -> str:
    """Where a meeting takes place: the city, online, or that it is not named yet."""
    if meeting.venue.online:
        return words.tr("online")
    city = cities.find(meeting.venue.city) if meeting.venue.city else None
    if city is not None:
        return city_name(city, words.language)
    return meeting.venue.city or words.tr("venue not named yet")


def when_text(meeting: Consultation, words: Words) -> str:
    """When a meeting takes place, or that no date is set."""
    return dates_text(meeting.dates, words.language) if meeting.dates else words.tr("no date yet")


def cost_rows(cost: RoundCost, words: Words) -> list[tuple[str, int]]:
    """A cost taken apart, each part with its points, and the sum."""
    rows = [(words.tr(text), getattr(cost, name)) for name, text in COSTS]
    return [*rows, (words.tr("All points together"), cost.total)]
