"""What one cell of the agenda editor says: its text, a note under it, and both in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.agenda_rules import AgendaRow, ApprovalState, DayTotal
from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import (
    AgendaDayError,
    DayPastMidnightError,
    DomainError,
    MinutesMismatchError,
    UnknownCityZoneError,
)
from consultations_gui.domain.parties import CityBook, Lang, Side
from consultations_gui.i18n.dates import day_month, weekday_name
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.times import clock, clock_places, clocks, duration
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.agenda_rows import DayEntry
from consultations_gui.ui.phrases import clauses, named
from consultations_gui.ui.phrases import spoken as spoken_text
from consultations_gui.ui.widgets.labels import Tone

MISSING = {Lang.ZH: N_("No Chinese text"), Lang.RU: N_("No Russian text")}
STALE = {
    Lang.ZH: N_("The Russian text has changed; the Chinese has not followed"),
    Lang.RU: N_("The Chinese text has changed; the Russian has not followed"),
}


@dataclass(frozen=True)
class Draft:
    """A text that was typed and could not be stored; it stays on the screen until it is settled.

    ``base`` is the pair as it stood when the field was entered, ``error`` why
    it was refused.
    """

    text: str
    base: Bilingual
    error: DomainError


@dataclass(frozen=True)
class Cell:
    """What a cell shows. ``level`` indents it; ``told`` is all of it in words, for a reader."""

    text: str = ""
    note: str = ""
    tone: Tone = Tone.PLAIN
    level: int = 0
    told: str = ""
    marks: tuple[tuple[Side, ApprovalState], ...] = ()


def number_cell(row: AgendaRow, words: Words) -> Cell:
    """The row's number in the style of the screen's language; a break has none."""
    return Cell("" if row.item.is_break else _number(row, words), told=row_text(row, words))


def row_text(row: AgendaRow, words: Words) -> str:
    """What the row is called: item 1.2, 议题（二）, a break."""
    if row.item.is_break:
        return words.tr("Break")
    return words.tr("Item {number}", number=_number(row, words))


def _number(row: AgendaRow, words: Words) -> str:
    number = row.number_zh if words.language is Language.ZH else row.number_ru
    return number.rstrip("、.")


def time_cell(row: AgendaRow, words: Words) -> Cell:
    """When the row starts."""
    if row.slot is None:
        return Cell("—", tone=Tone.WARNING, told=words.tr("The day runs past midnight"))
    start = clock(row.slot.start)
    return Cell(start, told=words.tr("{start} to {end}", start=start, end=clock(row.slot.end)))


def text_cell(row: AgendaRow, lang: Lang, draft: Draft | None, words: Words) -> Cell:
    """One text of the row, with what is wrong with it."""
    level = max(row.item.level - 1, 0)
    if draft is not None:
        note = words.tr("Not stored: {reason}", reason=error_text(draft.error, words))
        return _text(lang, draft.text, note, level, words)
    state = row.item.text.state(lang)
    if state is TextState.MISSING:
        return _text(lang, "", words.tr(MISSING[lang]), level, words)
    note = words.tr(STALE[lang]) if state is TextState.STALE else ""
    return _text(lang, row.item.text.text(lang), note, level, words)


def _text(lang: Lang, text: str, note: str, level: int, words: Words) -> Cell:
    spoken = spoken_text((label(lang, words), text, note), words)
    return Cell(text, note, Tone.WARNING if note else Tone.PLAIN, level, spoken)


def minutes_cell(view: AgendaView, row: AgendaRow, words: Words) -> Cell:
    """The row's length; a parent's entry that differs from the sum below says so."""
    wrong = [p for p in view.problems if isinstance(p, MinutesMismatchError)]
    mine = next((p for p in wrong if p.uid == row.item.uid), None)
    if mine is not None:
        note = words.tr("below: {sum}", sum=mine.sum)
        told = error_text(mine, words)
        return Cell(str(mine.given), note, Tone.WARNING, told=told)
    if row.minutes is None:
        return Cell(told=words.tr("No length"))
    told = words.trn("{n} minute", "{n} minutes", row.minutes)
    return Cell(str(row.minutes), told=told)


def approvals_cell(row: AgendaRow, words: Words) -> Cell:
    """Both sides' approvals; a break has nothing to approve."""
    if row.item.is_break:
        return Cell(told=words.tr("Breaks are not approved"))
    marks = ((Side.CN, row.cn), (Side.RU, row.ru))
    return Cell(marks=marks, told=approvals_text(row, words))


def approvals_text(row: AgendaRow, words: Words) -> str:
    """Both sides' approvals in words."""
    given = ((Side.CN, row.cn), (Side.RU, row.ru))
    told = (named(label(side, words), label(state, words), words) for side, state in given)
    return clauses(told, words)


def day_cell(view: AgendaView, entry: DayEntry, cities: CityBook, words: Words) -> Cell:
    """The heading of a meeting day: its date, when it opens where, how long it takes."""
    wrong = _day_problem(view, entry.day)
    parts = [_day_name(entry, words), opens_text(view.consultation, entry, cities, words)]
    if entry.total is None:
        parts.append(words.tr("nothing yet"))
    elif entry.total.end is not None:
        parts.append(_day_length(entry.total, entry.total.end, words))
    note = error_text(wrong, words) if wrong else ""
    text = " · ".join(parts)
    return Cell(text, note, Tone.WARNING if note else Tone.PLAIN, told=f"{text}. {note}".strip())


def _day_name(entry: DayEntry, words: Words) -> str:
    name = words.tr("Day {number}", number=entry.day)
    if entry.date is None:
        return name
    language = words.language
    day, weekday = day_month(entry.date, language), weekday_name(entry.date, language)
    on = words.tr("{day} ({weekday})", day=day, weekday=weekday)
    return f"{name} · {on}"


def opens_text(consultation: Consultation, entry: DayEntry, cities: CityBook, words: Words) -> str:
    """When the day opens, in the host city and in both capitals."""
    return words.tr("opens {clocks}", clocks=opening_clocks(consultation, entry, cities, words))


def opening_clocks(
    consultation: Consultation, entry: DayEntry, cities: CityBook, words: Words
) -> str:
    """09:00 Kazan = 14:00 Beijing; the bare time while place or date are not known."""
    venue = consultation.venue
    city = None if venue.online else cities.find(venue.city)
    if entry.date is None or (city is None and not venue.online):
        return clock(entry.opens)
    try:
        zone = ZoneInfo(cities.zone(venue, consultation.host))
    except UnknownCityZoneError:
        return clock(entry.opens)
    moment = datetime.combine(entry.date, entry.opens, zone)
    return clocks(moment, clock_places(city, consultation.host), words.language)


def _day_length(total: DayTotal, closes: time, words: Words) -> str:
    length = duration(total.minutes + total.breaks, words.language)
    end = clock(closes)
    if total.free < 0:
        return words.tr("{length}, until {end}", length=length, end=end)
    free = duration(total.free, words.language)
    return words.tr("{length}, until {end}, {free} free", length=length, end=end, free=free)


def _day_problem(view: AgendaView, day: int) -> DomainError | None:
    late = (p for p in view.problems if isinstance(p, DayPastMidnightError) and p.day == day)
    beyond = (p for p in view.problems if isinstance(p, AgendaDayError) and p.day == day)
    return next(iter((*late, *beyond)), None)
