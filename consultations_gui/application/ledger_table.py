"""Past rounds from a table or a calendar: what each row says, and what is wrong with it.

The columns are date (a day or only a month), end, number, host, country,
city, kind, status, basis and mechanism; only the date must be there. Rows
that name a mechanism are another mechanism's history, never this agreement's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from consultations_gui.application.places import known_as
from consultations_gui.application.ports import Busy, TableRow
from consultations_gui.application.sheets import (
    Sheet,
    headings,
    lookup,
    read_dates,
    whole_number,
)
from consultations_gui.domain.consultation import Dates, Kind, Precision, Status
from consultations_gui.domain.consultation_rules import EARLIEST_YEAR
from consultations_gui.domain.errors import TableProblem
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.domain.term import SHIPPED

REQUIRED = ("date",)
HIGHEST = 999
"""No mechanism has met more often; a larger number is a slip of the pen."""

_HEADINGS = {
    "date": "date start 日期 开始日期 дата начало",
    "end": "end 结束日期 до окончание конец",
    "number": "number round 轮次 轮 номер раунд",
    "host": "host 主办方 принимающая_сторона принимающая",
    "country": "country 国家 страна",
    "city": "city 城市 地点 город место",
    "kind": "kind 类型 вид",
    "status": "status 状态 статус состояние",
    "basis": "basis 依据 основание",
    "mechanism": "mechanism 机制 механизм",
}
_KINDS = lookup(
    {
        "regular": "regular 例行 例行磋商 очередные",
        "unnumbered": "unnumbered 无编号 без_номера",
        "extraordinary": f"extraordinary 非例行 非例行磋商 {SHIPPED}",
    }
)
_STATUSES = lookup(
    {
        "held": "held 已举行 举行 состоялись проведены состоялся",
        "cancelled": "cancelled canceled 已取消 取消 отменены отменён",
    }
)
_NUMBER = re.compile(
    r"第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*轮|\b([0-9]{1,3})-?й раунд"
    r"|\b([0-9]{1,3})(?:st|nd|rd|th) round|\bround ([0-9]{1,3})\b",
    re.IGNORECASE,
)
_MEETING = re.compile("磋商|консультац|consultation|раунд|round|轮", re.IGNORECASE)
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True)
class Past:
    """One row: a meeting that was held, or cancelled."""

    row: int
    mechanism: str
    kind: Kind
    number: int | None
    status: Status
    host: Side | None
    dates: Dates
    venue: Venue
    basis: str


def meetings_from(
    table: Sequence[TableRow], book: CityBook, today: date, term: str = SHIPPED
) -> tuple[Past, ...]:
    """The meetings of ``table``, in its order.

    ``term`` is the office's Russian word for extraordinary ones; the shipped one is known too.

    Raises:
        TableErrors: every cell that cannot be taken, and why.
    """
    kinds = _KINDS | {term: "extraordinary"}
    reading = _Reading(headings(table, _HEADINGS, REQUIRED), kinds=kinds)
    found = tuple(reading.meeting(row, book, today) for row in table)
    reading.require_sound()
    return tuple(one for one in found if one is not None)


def rows_from(periods: Iterable[Busy], book: CityBook) -> tuple[TableRow, ...]:
    """The consultations among a calendar's events, as rows; counted as in a table, from 2.

    Their numbers and cities are read out of what the events are called.
    """
    found = (one for one in periods if _MEETING.search(one.summary))
    return tuple(TableRow(at, tuple(_cells(one, book))) for at, one in enumerate(found, 2))


def _cells(one: Busy, book: CityBook) -> Iterator[tuple[str, str]]:
    number = _NUMBER.search(one.summary)
    text = f"{one.location} {one.summary}".casefold()
    cities = (
        city.key
        for city in book.all()
        if any(name.casefold() in text for name in (city.key, city.zh, city.ru))
    )
    yield "date", one.start.isoformat()
    yield "end", one.end.isoformat()
    yield "number", str(_counted(next(filter(None, number.groups())))) if number else ""
    yield "city", next(cities, "")
    yield "basis", one.summary


def _counted(text: str) -> int:
    """A number in digits, or in hanzi up to 九十九."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


@dataclass
class _Reading(Sheet):
    """One table of past rounds being read; ``kinds`` by what they may be called."""

    kinds: Mapping[str, str] = field(default_factory=dict)

    def meeting(self, row: TableRow, book: CityBook, today: date) -> Past | None:
        self.require_headed(row)
        self.require_visible(row)
        dates = self._dates(row, today)
        named = self.choice(row, "kind", self.kinds)
        number = self._number(row)
        kind = Kind(named) if named else Kind.REGULAR if number else Kind.UNNUMBERED
        if (kind is Kind.REGULAR) != (number is not None):
            self.refuse(row, "number", TableProblem.NUMBER_UNKNOWN, wanted=f"1–{HIGHEST}")
        host, venue = self.side(row, "host"), self._venue(row, book)
        status = Status(self.choice(row, "status", _STATUSES) or "held")
        if venue.country == "" and host is not None:
            venue = Venue(country=host.value)
        if dates is None:
            return None
        return Past(
            row=row.row,
            mechanism=self.cell(row, "mechanism"),
            kind=kind,
            number=number,
            status=status,
            host=host or venue.side,
            dates=dates,
            venue=venue,
            basis=self.cell(row, "basis"),
        )

    def _dates(self, row: TableRow, today: date) -> Dates | None:
        self.require(row, "date")
        text = self.cell(row, "date")
        found = read_dates(text)
        if text and found is None:
            self.refuse(row, "date", TableProblem.DATES_UNKNOWN)
        end = self.day(row, "end")
        if found is None or (end is not None and found.precision is Precision.MONTH):
            if found is not None:
                self.refuse(row, "end", TableProblem.END_OF_MONTH)
            return None
        if end is not None and end < found.start:
            self.refuse(row, "end", TableProblem.END_BEFORE_START)
            return None
        dates = found if end is None else Dates(found.start, end)
        if not EARLIEST_YEAR <= dates.start.year <= today.year + 1:
            wanted = f"{EARLIEST_YEAR}–{today.year}"
            self.refuse(row, "date", TableProblem.YEAR_UNKNOWN, wanted=wanted)
        elif (dates.end if end or dates.precision is Precision.DAY else dates.start) > today:
            self.refuse(row, "date", TableProblem.NOT_OVER)
        return dates

    def _number(self, row: TableRow) -> int | None:
        text = self.cell(row, "number").removeprefix("R")
        if not text:
            return None
        number = whole_number(text)
        if number is None or not 1 <= number <= HIGHEST:
            self.refuse(row, "number", TableProblem.NUMBER_UNKNOWN, wanted=f"1–{HIGHEST}")
            return HIGHEST  # so that the kind is not blamed for it as well
        return number

    def _venue(self, row: TableRow, book: CityBook) -> Venue:
        city, country = self.cell(row, "city"), self.cell(row, "country")
        side = SIDE_OF.get(country.casefold())
        venue = known_as(book, Venue(country=side or country.upper(), city=city))
        known = book.find(city) if city else None
        if city and known is None:
            self.refuse(row, "city", TableProblem.CITY_UNKNOWN)
        elif known is not None and venue.country != known.country:
            self.refuse(row, "country", TableProblem.CITY_ELSEWHERE, wanted=known.country)
        return venue


SIDE_OF: dict[str, str] = {
    **dict.fromkeys(("cn", "china", "中国", "кнр", "китай"), "CN"),
    **dict.fromkeys(("ru", "russia", "俄罗斯", "рф", "россия"), "RU"),
}
"""Country code by what a table may call a Party's country; any other is taken as a code."""
