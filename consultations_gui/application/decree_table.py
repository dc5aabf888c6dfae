"""Official notices from a table: one row a day, several country-years in one file.

The columns are side, date, kind, year (the date's own unless given), for (the
day off a make-up day is worked for), number, issued and source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from consultations_gui.application.ports import TableRow
from consultations_gui.application.sheets import Sheet, headings, lookup
from consultations_gui.domain.errors import TableProblem
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, Decree, Move

REQUIRED = ("side", "date", "kind")

_HEADINGS = {
    "side": "side country 国家 国别 一方 сторона страна",
    "date": "date day 日期 дата день",
    "kind": "kind type 类别 类型 вид тип",
    "year": "year 年份 年度 год",
    "for": "for instead_of 调休对应日 对应休息日 за вместо",
    "number": "number notice 文号 номер",
    "issued": "issued 发文日期 印发日期 дата_акта",
    "source": "source 来源 источник",
}
_KINDS = lookup(
    {
        "off": "off holiday 休息日 放假 节假日 выходной праздник",
        "moved_off": "moved_off moved 调休放假 调休 перенесённый_выходной перенос",
        "make_up": "make_up 调休上班 调休上班日 上班 рабочий рабочий_день",
        "short": "short 缩短 缩短工作日 сокращённый сокращённый_день",
    }
)


def decrees_from(table: Sequence[TableRow]) -> tuple[Decree, ...]:
    """The decrees of ``table``, one a country-year, in the order they first appear.

    Raises:
        TableErrors: every cell that cannot be taken, and why.
    """
    reading = _Reading(headings(table, _HEADINGS, REQUIRED))
    for row in table:
        reading.take(row)
    reading.require_sound()
    return tuple(made.decree() for made in reading.made.values())


@dataclass
class _Made:
    """One country-year as far as it was read."""

    blank: Decree
    days: dict[str, list[date]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)

    def decree(self) -> Decree:
        days = {kind: tuple(sorted(listed)) for kind, listed in self.days.items()}
        return replace(
            self.blank,
            off=days.get("off", ()),
            moved_off=days.get("moved_off", ()),
            make_up=days.get("make_up", ()),
            short=days.get("short"),
            moves=tuple(self.moves),
        )

    def clashes(self, kind: str, day: date) -> bool:
        """Whether the day is named already; only a make-up day may be short as well."""
        free = "make_up" if kind == "short" else "short" if kind == "make_up" else ""
        return any(day in days for other, days in self.days.items() if other != free)


@dataclass
class _Reading(Sheet):
    """One table of decrees being read."""

    made: dict[tuple[Side, int], _Made] = field(default_factory=dict)

    def take(self, row: TableRow) -> None:
        self.require_headed(row)
        self.require_visible(row)
        self.require(row, *REQUIRED)
        side, day = self.side(row, "side"), self.day(row, "date")
        kind, year = self.choice(row, "kind", _KINDS), self._year(row, day)
        instead, issued = self.day(row, "for"), self.day(row, "issued")
        if side is None or day is None or not kind or year is None:
            return
        made = self.made.setdefault((side, year), _Made(Decree(side, year)))
        if self._fits(row, made, kind, day):
            made.days.setdefault(kind, []).append(day)
            if kind == "make_up" and instead is not None:
                made.moves.append(Move(day, instead))
        made.blank = replace(
            made.blank,
            number=self.cell(row, "number") or made.blank.number,
            source=self.cell(row, "source") or made.blank.source,
            issued=issued or made.blank.issued,
        )

    def _year(self, row: TableRow, day: date | None) -> int | None:
        text = self.cell(row, "year")
        year = int(text) if text.isdecimal() and len(text) == 4 else None
        if not text and day is not None:
            year = day.year
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            if text or day is not None:
                column = "year" if text else "date"
                wanted = f"{FIRST_YEAR}–{LAST_YEAR}"
                self.refuse(row, column, TableProblem.YEAR_UNKNOWN, wanted=wanted)
            return None
        return year

    def _fits(self, row: TableRow, made: _Made, kind: str, day: date) -> bool:
        weekend = day.weekday() >= 5
        problem: TableProblem | None = None
        if abs(day.year - made.blank.year) > 1:
            problem = TableProblem.DAY_OUTSIDE
        elif made.clashes(kind, day):
            problem = TableProblem.DAY_TWICE
        elif kind == "make_up" and not weekend:
            problem = TableProblem.MAKE_UP_ON_WEEKDAY
        elif kind == "moved_off" and weekend:
            problem = TableProblem.DAY_OFF_ON_WEEKEND
        if problem is not None:
            self.refuse(row, "date", problem)
        return problem is None
