"""A day, a meeting and what a plan says of it, in words."""

from __future__ import annotations

from collections.abc import Iterable

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import RoundCost
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.holidaynames import holiday_text
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.phrases import clauses, listed, spoken

COSTS: tuple[tuple[str, str], ...] = (
    ("gap", N_("Distance from the wished gap")),
    ("season", N_("Distance from the preferred season")),
    ("travel", N_("Travel on a day off")),
    ("short", N_("Shortened meeting days")),
    ("provisional", N_("Provisional calendars")),
)
"""The parts of a round's cost, in the planner's order."""


def day_kind(side: Side, day: Day, words: Words) -> str:
    """China: day off (New Year's Day), provisional."""
    parts = [label(day.kind, words)]
    if day.holiday:
        name = holiday_text(day.holiday, words)
        parts[0] = words.tr("{state} ({holiday})", state=parts[0], holiday=name)
    if day.short:
        parts.append(words.tr("one hour shorter"))
    if not day.confirmed:
        parts.append(words.tr("provisional"))
    country = country_name(side, words)
    return words.tr("{country}: {days}", country=country, days=listed(parts, words))


def cell_text(cell: DayCell, words: Words) -> str:
    """The whole day in one line, for the strip below the year and for screen readers."""
    parts = [full_date(cell.date, words.language)]
    parts += [day_kind(side, cell.day(side), words) for side in Side]
    if cell.meeting is not None:
        state = label(cell.meeting.status, words)
        parts.append(listed((name_text(cell.meeting, words), state), words))
    return joined(parts, words)


def joined(parts: Iterable[str], words: Words) -> str:
    """Statements in one line; empty ones are left out."""
    told = [part.removesuffix(".") for part in parts]
    return clauses(told, words) if words.language is Language.ZH else spoken(told, words)


def cost_rows(cost: RoundCost, words: Words) -> list[tuple[str, int]]:
    """A cost taken apart, each part with its points, and the sum."""
    rows = [(words.tr(text), getattr(cost, name)) for name, text in COSTS]
    return [*rows, (words.tr("All points together"), cost.total)]
