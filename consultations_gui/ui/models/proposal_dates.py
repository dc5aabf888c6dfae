"""The months around an offer's dates: which are shown, what stands on each day, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from consultations_gui.application import soundings
from consultations_gui.application.ports import Context
from consultations_gui.application.yearbook import yearbook
from consultations_gui.domain.consultation import Consultation, Dates, Status
from consultations_gui.domain.decree_effects import meeting_days
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.soundings import Sounding, Survey, in_calendars
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, Day
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.words import Words
from consultations_gui.ui.daywords import COSTS
from consultations_gui.ui.models.proposal_texts import DOT
from consultations_gui.ui.models.year import DayCell

AROUND = timedelta(days=7)
"""What is shown before and after the dates themselves."""
MOST_MONTHS = 6
"""With more months than these only those are shown in which something stands."""
LETTERS = "abcdefgh"
_GONE = (Status.CANCELLED, Status.POSTPONED)


@dataclass(frozen=True)
class Span:
    """Dates marked in the months: an option by its number, a better place by its letter."""

    dates: Dates
    tag: str
    offered: bool


@dataclass(frozen=True)
class Outlook:
    """The survey of an offer's dates, and the days of every month shown (their first days)."""

    survey: Survey
    spans: tuple[Span, ...]
    months: tuple[date, ...]
    cells: Mapping[date, DayCell]

    @property
    def better(self) -> tuple[tuple[str, Sounding], ...]:
        """The better places with their letters."""
        return tuple(zip(LETTERS, self.survey.better, strict=False))


def outlook(ctx: Context, terms: Terms, about: str = "") -> Outlook:
    """Everything the pane shows; see :func:`soundings.sound` for ``about`` and the errors."""
    survey = soundings.sound(ctx, terms, about)
    spans = (
        *(
            Span(option, str(number), offered=True)
            for number, option in enumerate(terms.dates, 1)
            if in_calendars(option)
        ),
        *(
            Span(one.dates, letter, offered=False)
            for letter, one in zip(LETTERS, survey.better, strict=False)
        ),
    )
    months = months_around(span.dates for span in spans)
    cells: dict[date, DayCell] = {}
    for year in sorted({month.year for month in months}):
        book = yearbook(ctx, year)
        cells |= lay_days(book.days, book.meetings)
    return Outlook(survey, spans, months, cells)


def months_around(spans: Iterable[Dates]) -> tuple[date, ...]:
    """The months the spans stand in, and those a week before and after, by their first days."""
    given = list(spans)
    wide = {month for one in given for month in _months(one.start - AROUND, one.end + AROUND)}
    if len(wide) > MOST_MONTHS:
        wide = {month for one in given for month in _months(one.start, one.end)}
    return tuple(month for month in sorted(wide) if FIRST_YEAR <= month.year <= LAST_YEAR)


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def lay_days(
    days: Iterable[tuple[Day, Day]], meetings: Iterable[Consultation]
) -> dict[date, DayCell]:
    """Each day with the meeting on it; where two share one the earlier is shown."""
    on: dict[date, Consultation] = {}
    for meeting in meetings:
        if meeting.status not in _GONE:
            for day in meeting_days(meeting):
                on.setdefault(day, meeting)
    return {cn.date: DayCell(cn, ru, on.get(cn.date)) for cn, ru in days}


# --- words -------------------------------------------------------------------------------------


def points_text(one: Sounding, words: Words) -> str:
    """What the dates cost."""
    return words.trn("{n} point", "{n} points", one.total)


def cost_text(one: Sounding, words: Words) -> str:
    """The cost taken apart; nothing is said of what costs nothing."""
    parts = [(words.tr(text), getattr(one.cost, name)) for name, text in COSTS]
    parts.append((words.tr("Distance to the next round"), one.following))
    return DOT.join(
        words.tr("{caption}: {text}", caption=text, text=points) for text, points in parts if points
    )


def weighed_lines(one: Sounding | None, words: Words) -> tuple[str, ...]:
    """Neighbours, cost with its parts, and what speaks against dates, a line each."""
    if one is None:
        return ()
    points, parts = points_text(one, words), cost_text(one, words)
    cost = words.tr("{points} ({parts})", points=points, parts=parts) if parts else points
    return tuple(line for line in (near_text(one, words), cost, against_text(one, words)) if line)


def near_text(one: Sounding, words: Words) -> str:
    """The nearest meetings, and how many days lie between."""
    parts = []
    if one.before is not None and one.before.dates is not None:
        days = (one.dates.start - one.before.dates.end).days
        text = words.trn("{n} day after {id}", "{n} days after {id}", days, id=one.before.id)
        parts.append(text)
    if one.after is not None and one.after.dates is not None:
        days = (one.after.dates.start - one.dates.end).days
        text = words.trn("{n} day before {id}", "{n} days before {id}", days, id=one.after.id)
        parts.append(text)
    return DOT.join(parts)


def against_text(one: Sounding, words: Words) -> str:
    """What speaks against the dates, one reason a line."""
    return "\n".join(explain(reason, words) for reason in one.against)
