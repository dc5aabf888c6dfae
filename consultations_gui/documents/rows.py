"""The rows of an agenda as one language prints them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache

from consultations_gui.documents.content import Row, RowKind
from consultations_gui.domain.agenda_rules import AgendaRow
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.dates import NBSP, full_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import numeral_zh
from consultations_gui.i18n.times import clock, clock_range
from consultations_gui.i18n.typography import for_print
from consultations_gui.i18n.words import N_, Words

MARKS = {
    TextState.MISSING: N_("[no text]"),
    TextState.STALE: N_("[text behind the other one]"),
    TextState.IN_STEP: "",
}
_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
WITHHELD = N_("[not printed: Article 6 of the Agreement]")


def printable_rows(
    rows: Sequence[AgendaRow], dates: Dates | None, words: Words, withheld: Collection[str]
) -> tuple[Row, ...]:
    """``rows`` in the language of ``words``, with a heading before each of several days.

    A missing text leaves a mark in its place and a stale one has it before
    it; of an item whose uid is in ``withheld`` only number and time are
    printed (Art. 6).
    """
    timed = any(row.minutes is not None for row in rows)
    # Where only a month is known, its days are not the meeting's.
    days = dates.days if dates is not None and dates.precision is Precision.DAY else 1
    several = days > 1 or any(_day(row) > 1 for row in rows)
    found: list[Row] = []
    day = 0
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        if several and _day(row) != day:
            day = _day(row)
            found.append(Row(RowKind.DAY, _day_heading(day, dates, words)))
        found.append(_row(row, after, words, timed=timed, withheld=row.item.uid in withheld))
    return tuple(found)


def meeting_day(dates: Dates | None, day: int) -> date | None:
    """The date of meeting day ``day`` (from 1), if it is one of the days known."""
    if dates is None or dates.precision is Precision.MONTH or day > dates.days:
        return None
    return dates.start + timedelta(days=day - 1)


@lru_cache(maxsize=4096)
def for_paper(text: str, language: Language) -> str:
    """``text`` as it is printed: set by the language's rules and free of unprintable signs."""
    return for_print(printable(text), language)


def printable(text: str) -> str:
    """``text`` without what cannot be printed or would print otherwise than it reads.

    Control characters, marks of byte order, soft hyphens (papers do not
    hyphenate) and orders of direction, which can make a line read as another
    one than it is. A tab becomes a space; line breaks stay.
    """
    return _UNPRINTABLE.sub("", text.replace("\t", " ")).strip()


def _day(row: AgendaRow) -> int:
    return row.slot.day if row.slot else row.item.day


def _day_heading(day: int, dates: Dates | None, words: Words) -> str:
    known = meeting_day(dates, day)
    if known is not None:
        return full_date(known, words.language)
    figure = numeral_zh(day) if words.language is Language.ZH and day <= 99 else str(day)
    return words.tr("Day {number}", number=figure)


def _row(
    row: AgendaRow, after: AgendaRow | None, words: Words, *, timed: bool, withheld: bool
) -> Row:
    item, slot = row.item, row.slot
    lang = Lang(words.language)
    mark = WITHHELD if withheld else MARKS[item.text.state(lang)]
    start = time = ""
    if timed and slot is not None:
        start = time = clock(slot.start)
        if slot.end != slot.start:
            time = clock_range(slot.start, slot.end, words.language)
    followed = after is not None and after.item.level > item.level and _day(after) == _day(row)
    return Row(
        kind=RowKind.BREAK if item.is_break else RowKind.ITEM,
        text="" if withheld else for_paper(item.text.text(lang), words.language),
        level=item.level,
        number=row.number_zh if lang is Lang.ZH else row.number_ru,
        gap=NBSP if lang is Lang.RU and not item.is_break else "",
        start=start,
        time=time,
        mark=words.tr(mark),
        keep=followed and not item.is_break,
    )
