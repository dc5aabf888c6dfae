"""Agenda tables that people prepare in a spreadsheet, as agenda rows.

The columns are level, zh, ru, minutes, lead and day, headed in English, Chinese
or Russian. Everything wrong is found at once, by row and column, and nothing is
taken of a table in which anything is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from consultations_gui.application.ports import TableRow
from consultations_gui.application.sheets import Sheet, headings, whole_number
from consultations_gui.domain.agenda import BREAK_LEVEL, MAX_DAYS, MAX_LEVEL, AgendaItem
from consultations_gui.domain.agenda_edits import MAX_MINUTES
from consultations_gui.domain.agenda_timing import mismatches
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import TableProblem, TableRowError
from consultations_gui.domain.standing import BREAK

_CYRILLIC, _HANZI = re.compile("[А-Яа-яЁё]"), re.compile("[\u3400-\u9fff]")

REQUIRED = ("level", "zh", "ru")
RARE = ("day",)
"""A meeting of one day has no need of it."""

_HEADINGS = {
    "level": "level 层级 级别 уровень",
    "zh": "zh chinese 中文 中文文本 китайский китайский_текст",
    "ru": "ru russian 俄文 俄文文本 русский русский_текст",
    "minutes": "minutes min 分钟 时长 时长（分钟） 时长(分钟) минуты минут мин мин.",
    "lead": "lead 牵头 牵头方 主导方 ведущая ведущая_сторона",
    "day": "day meeting_day 天 第几天 会议日 день день_встречи день_консультаций",
}


def items_from(
    table: Sequence[TableRow], at: datetime, new_uid: Callable[[], str]
) -> tuple[AgendaItem, ...]:
    """The rows of ``table`` as agenda items, whose texts were edited at ``at`` (aware, UTC).

    A row that names no day is on that of the row above, the first on day 1.

    Raises:
        TableErrors: every cell that cannot be taken, and why.
    """
    reading = _Reading(headings(table, _HEADINGS, REQUIRED, RARE))
    items = tuple(reading.item(row, at, new_uid()) for row in table)
    reading.require_own_scripts(table, items)
    if not reading.errors:
        for wrong in mismatches(items):
            reading.refuse(
                table[wrong.row - 1],
                "minutes",
                TableProblem.MINUTES_MISMATCH,
                wanted=str(wrong.sum),
            )
    reading.require_sound()
    return items


def fields_of(table: Sequence[TableRow]) -> frozenset[str]:
    """Which of level, zh, ru, minutes, lead and day the table has. Raises ``TableErrors``."""
    return frozenset(headings(table, _HEADINGS, REQUIRED, RARE))


def _crossed(text: Bilingual) -> bool:
    """The Chinese text is in Cyrillic letters alone, and the Russian in hanzi alone."""
    cyrillic, hanzi = _CYRILLIC.search, _HANZI.search
    only_russian = cyrillic(text.zh) and not hanzi(text.zh)
    only_chinese = hanzi(text.ru) and not cyrillic(text.ru)
    return bool(only_russian and only_chinese)


@dataclass
class _Reading(Sheet):
    """One agenda table being read, how deep the row above stands and on which meeting day."""

    above: int = BREAK_LEVEL
    on: int = 1

    def item(self, row: TableRow, at: datetime, uid: str) -> AgendaItem:
        self.require_headed(row)
        self.require_visible(row)
        level = self._level(row)
        zh, ru = self.cell(row, "zh"), self.cell(row, "ru")
        if not zh and not ru:
            if level == BREAK_LEVEL:
                zh, ru = BREAK
            else:
                self.refuse(row, "zh", TableProblem.TEXT_MISSING)
        return AgendaItem(
            uid=uid,
            level=level,
            text=Bilingual(zh, ru, at if zh else None, at if ru else None),
            minutes=self._minutes(row),
            lead=self.side(row, "lead"),
            day=self._day(row),
        )

    def require_own_scripts(self, table: Sequence[TableRow], items: Sequence[AgendaItem]) -> None:
        """Refuse texts in each other's column: once, at the headings, where all of them are."""
        crossed = [row for row, item in zip(table, items, strict=True) if _crossed(item.text)]
        whole = [item for item in items if item.text.zh and item.text.ru and not item.is_break]
        if crossed and len(crossed) >= len(whole):
            at_headings = TableRowError(1, self.headings["zh"], TableProblem.TEXTS_CROSSED)
            self.errors.append(at_headings)
            return
        for row in crossed:
            self.refuse(row, "zh", TableProblem.TEXTS_CROSSED)

    def _level(self, row: TableRow) -> int:
        level = whole_number(self.cell(row, "level"))
        if level is None or level > MAX_LEVEL:
            self.refuse(row, "level", TableProblem.LEVEL_UNKNOWN)
            self.above = MAX_LEVEL  # so that the rows below are not blamed for this one
            return BREAK_LEVEL
        if level > self.above + 1:
            self.refuse(row, "level", TableProblem.LEVEL_JUMP, wanted=str(self.above + 1))
        if level != BREAK_LEVEL:
            self.above = level
        return level

    def _day(self, row: TableRow) -> int:
        text = self.cell(row, "day")
        if not text:
            return self.on
        day = whole_number(text)
        if day is None or not 1 <= day <= MAX_DAYS:
            self.refuse(row, "day", TableProblem.MEETING_DAY_UNKNOWN, wanted=str(MAX_DAYS))
        elif day < self.on:
            self.refuse(row, "day", TableProblem.MEETING_DAY_BACK, wanted=str(self.on))
        else:
            self.on = day
        return self.on

    def _minutes(self, row: TableRow) -> int | None:
        text = self.cell(row, "minutes")
        if not text:
            return None
        if not text.removeprefix("-").isdecimal():
            self.refuse(row, "minutes", TableProblem.MINUTES_NOT_A_NUMBER)
            return None
        # A number of more digits than a day has is out of range whatever it is.
        if text.startswith("-") or len(text) > 9 or int(text) > MAX_MINUTES:
            self.refuse(row, "minutes", TableProblem.MINUTES_OUT_OF_RANGE)
            return None
        return int(text)
