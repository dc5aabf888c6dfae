"""Agenda tables that people prepare in a spreadsheet, as agenda rows.

The columns are level, zh, ru, minutes and lead, headed in English, Chinese or
Russian. Everything wrong is found at once, by row and column, and nothing is
taken of a table in which anything is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from consultations_gui.application.ports import TableRow
from consultations_gui.domain.agenda import BREAK_LEVEL, MAX_LEVEL, AgendaItem
from consultations_gui.domain.agenda_edits import MAX_MINUTES
from consultations_gui.domain.agenda_timing import mismatches
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import TableErrors, TableProblem, TableRowError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.standing import BREAK

COLUMNS = ("level", "zh", "ru", "minutes", "lead")
REQUIRED = ("level", "zh", "ru")

_HEADINGS = {
    "level": "level 层级 级别 уровень",
    "zh": "zh chinese 中文 中文文本 китайский китайский_текст",
    "ru": "ru russian 俄文 俄文文本 русский русский_текст",
    "minutes": "minutes min 分钟 时长 时长（分钟） 时长(分钟) минуты минут мин мин.",
    "lead": "lead 牵头 牵头方 ведущая ведущая_сторона",
}
_SIDES = {
    "CN": "cn china 中 中方 中国 中国方面 кнр китай китайская_сторона",
    "RU": "ru russia 俄 俄方 俄罗斯 俄罗斯方面 рф россия российская_сторона",
}


def _lookup(words: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", " "): key for key, names in words.items() for name in names.split()}


_COLUMN_BY_HEADING = _lookup(_HEADINGS)
_SIDE_BY_NAME = {name: Side(key) for name, key in _lookup(_SIDES).items()}


def items_from(
    table: Sequence[TableRow], at: datetime, new_uid: Callable[[], str]
) -> tuple[AgendaItem, ...]:
    """The rows of ``table`` as agenda items, whose texts were edited at ``at`` (aware, UTC).

    Raises:
        TableErrors: every cell that cannot be taken, and why.
    """
    reading = _Reading(_headings(table))
    items = tuple(reading.item(row, at, new_uid()) for row in table)
    if not reading.errors:
        for wrong in mismatches(items):
            reading.refuse(
                table[wrong.row - 1],
                "minutes",
                TableProblem.MINUTES_MISMATCH,
                wanted=str(wrong.sum),
            )
    if reading.errors:
        raise TableErrors(errors=tuple(reading.errors))
    return items


def _headings(table: Sequence[TableRow]) -> dict[str, str]:
    """Heading in the file by column.

    A heading that is none of ours is left aside if all of ours are there; it
    may be a misspelt one otherwise. Raises :class:`TableErrors`.
    """
    found: dict[str, str] = {}
    strange: list[str] = []
    errors: list[TableRowError] = []
    for heading, _ in table[0].cells if table else ():
        column = _COLUMN_BY_HEADING.get(_plain(heading))
        if column is None:
            strange.append(heading)
        elif column in found:
            errors.append(TableRowError(1, heading, TableProblem.COLUMN_TWICE))
        else:
            found[column] = heading
    absent = [column for column in COLUMNS if column not in found]
    if absent:
        errors += (TableRowError(1, name, TableProblem.COLUMN_UNKNOWN) for name in strange if name)
    errors += (
        TableRowError(1, column, TableProblem.COLUMN_MISSING)
        for column in absent
        if column in REQUIRED
    )
    if errors:
        raise TableErrors(errors=tuple(errors))
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass
class _Reading:
    """One table being read: what was wrong so far, and how deep the row above stands."""

    headings: dict[str, str]
    errors: list[TableRowError] = field(default_factory=list)
    above: int = BREAK_LEVEL

    def item(self, row: TableRow, at: datetime, uid: str) -> AgendaItem:
        self._require_headed(row)
        level = self._level(row)
        zh, ru = self._cell(row, "zh"), self._cell(row, "ru")
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
            lead=self._lead(row),
        )

    def refuse(
        self, row: TableRow, column: str, problem: TableProblem, *, wanted: str = ""
    ) -> None:
        heading = self.headings.get(column, column)
        value = self._cell(row, column)
        self.errors.append(TableRowError(row.row, heading, problem, value, wanted))

    def _require_headed(self, row: TableRow) -> None:
        """A cell without heading is mostly a text with the delimiter in it and no quotes."""
        for heading, value in row.cells:
            if value and not heading:
                error = TableRowError(row.row, "", TableProblem.CELL_WITHOUT_HEADING, value)
                self.errors.append(error)

    def _cell(self, row: TableRow, column: str) -> str:
        return dict(row.cells).get(self.headings.get(column, ""), "").strip()

    def _level(self, row: TableRow) -> int:
        text = self._cell(row, "level")
        if not text.isdecimal() or not BREAK_LEVEL <= int(text) <= MAX_LEVEL:
            self.refuse(row, "level", TableProblem.LEVEL_UNKNOWN)
            self.above = MAX_LEVEL  # so that the rows below are not blamed for this one
            return BREAK_LEVEL
        level = int(text)
        if level > self.above + 1:
            self.refuse(row, "level", TableProblem.LEVEL_JUMP, wanted=str(self.above + 1))
        if level != BREAK_LEVEL:
            self.above = level
        return level

    def _minutes(self, row: TableRow) -> int | None:
        text = self._cell(row, "minutes")
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

    def _lead(self, row: TableRow) -> Side | None:
        text = _plain(self._cell(row, "lead"))
        if text and text not in _SIDE_BY_NAME:
            self.refuse(row, "lead", TableProblem.LEAD_UNKNOWN)
        return _SIDE_BY_NAME.get(text)
