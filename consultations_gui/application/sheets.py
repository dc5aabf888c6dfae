"""Tables that people prepare in a spreadsheet: what their headings and cells mean.

Headings and names are taken in English, Chinese and Russian. Everything wrong
is found at once, by row and column, and nothing is taken of a table in which
anything is wrong.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from consultations_gui.application.ports import TableRow
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import TableErrors, TableProblem, TableRowError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.texts import one_line, unseen


def lookup(words: Mapping[str, str]) -> dict[str, str]:
    """Key by name, from names in a row; an underscore stands for a space in a name."""
    return {name.replace("_", " "): key for key, names in words.items() for name in names.split()}


_SIDES = lookup(
    {
        "CN": "cn china 中 中方 中国 中国方面 кнр китай китайская_сторона",
        "RU": "ru russia 俄 俄方 俄罗斯 俄罗斯方面 рф россия российская_сторона",
    }
)
SIDE_BY_NAME = {name: Side(key) for name, key in _SIDES.items()}
"""What a table may call a side, in three languages."""

# Year, month and, if it is known, day; a spreadsheet's own dates carry midnight.
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?: 00:00:00)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")


def plain(text: str) -> str:
    """``text`` without regard to case and spaces."""
    return " ".join(text.casefold().split())


def whole_number(text: str) -> int | None:
    """The whole number ``text`` writes in digits of any script; ``None`` for anything else."""
    # Longer ones are no number of anything here, and Python's own limit is not far.
    return int(text) if text.isdecimal() and len(text) <= 9 else None


def read_dates(text: str) -> Dates | None:
    """A day or a month as offices write it, or ``None`` if it is neither.

    ``2027-03-02``, ``2027/3/2``, ``2027年3月2日``, ``02.03.2027``; a month is ``2027-03``,
    ``2027年3月``, ``03.2027``.
    """
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text.strip()):
        day, month, year = found.groups()
    else:
        return None
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    if day:
        return Dates(first, first)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Dates(first, last, Precision.MONTH)


@dataclass
class Sheet:
    """A table being read: the heading of each column, and what is wrong so far."""

    headings: dict[str, str]
    errors: list[TableRowError] = field(default_factory=list)

    def refuse(
        self, row: TableRow, column: str, problem: TableProblem, *, wanted: str = ""
    ) -> None:
        """Note that the cell cannot be taken."""
        heading = self.headings.get(column, column)
        value = self.cell(row, column)
        self.errors.append(TableRowError(row.row, heading, problem, value, wanted))

    def require_headed(self, row: TableRow) -> None:
        """A cell without heading is mostly a text with the delimiter in it and no quotes."""
        for heading, value in row.cells:
            if value and not heading:
                error = TableRowError(row.row, "", TableProblem.CELL_WITHOUT_HEADING, value)
                self.errors.append(error)

    def require_visible(self, row: TableRow) -> None:
        """Refuse cells with a sign nobody sees, which no register takes; see ``domain.texts``."""
        for heading, value in row.cells:
            if sign := unseen(one_line(value)):
                error = TableRowError(row.row, heading, TableProblem.SIGN_UNSEEN, wanted=sign)
                self.errors.append(error)

    def require_sound(self) -> None:
        """Raise :class:`TableErrors` if anything was wrong."""
        if self.errors:
            raise TableErrors(errors=tuple(self.errors))

    def cell(self, row: TableRow, column: str) -> str:
        """What stands in the column, in one line without spaces around; empty without a column."""
        heading = self.headings.get(column)
        return "" if heading is None else one_line(dict(row.cells).get(heading, "")).strip()

    def side(self, row: TableRow, column: str) -> Side | None:
        """The side a cell names; ``None`` for an empty one, or one that is refused."""
        text = plain(self.cell(row, column))
        if text and text not in SIDE_BY_NAME:
            self.refuse(row, column, TableProblem.SIDE_UNKNOWN)
        return SIDE_BY_NAME.get(text)

    def day(self, row: TableRow, column: str) -> date | None:
        """The day a cell names; ``None`` for an empty one, or one that is refused."""
        text = self.cell(row, column)
        if not text:
            return None
        found = read_dates(text)
        if found is None or found.precision is not Precision.DAY:
            self.refuse(row, column, TableProblem.DAY_UNKNOWN)
            return None
        return found.start

    def choice(self, row: TableRow, column: str, names: Mapping[str, str]) -> str:
        """What a cell chooses, by ``names``; empty for an empty one, or one that is refused."""
        text = plain(self.cell(row, column).replace("_", " "))
        if text and text not in names:
            wanted = ", ".join(dict.fromkeys(names.values()))
            self.refuse(row, column, TableProblem.CHOICE_UNKNOWN, wanted=wanted)
        return names.get(text, "")

    def require(self, row: TableRow, *columns: str) -> None:
        """Refuse those cells of the row that are empty."""
        for column in columns:
            if not self.cell(row, column):
                self.refuse(row, column, TableProblem.CELL_EMPTY)


def headings(
    table: Sequence[TableRow],
    names: Mapping[str, str],
    required: Sequence[str],
    rare: Collection[str] = (),
) -> dict[str, str]:
    """Heading in the file by column; ``names`` are what each column may be headed.

    A heading that is none of ours is left aside if all of ours are there but
    ``rare`` ones; it may be a misspelt one otherwise. Where none is known, the first row is no
    row of headings. Raises :class:`TableErrors`.
    """
    column_by_heading = lookup(names)
    found: dict[str, str] = {}
    strange: list[str] = []
    errors: list[TableRowError] = []
    for heading, _ in table[0].cells if table else ():
        column = column_by_heading.get(plain(heading.replace("_", " ")))
        if column is None:
            strange.append(heading)
        elif column in found:
            errors.append(TableRowError(1, heading, TableProblem.COLUMN_TWICE))
        else:
            found[column] = heading
    wanted = ", ".join(names)
    if not found and not errors:
        raise TableErrors(errors=(TableRowError(1, "", TableProblem.NO_HEADINGS, wanted=wanted),))
    absent = [column for column in names if column not in found]
    misspelt = [] if set(absent) <= set(rare) else filter(None, strange)
    errors += (
        TableRowError(1, name, TableProblem.COLUMN_UNKNOWN, wanted=wanted) for name in misspelt
    )
    errors += (
        TableRowError(1, column, TableProblem.COLUMN_MISSING)
        for column in absent
        if column in required
    )
    if errors:
        raise TableErrors(errors=tuple(errors))
    return found
