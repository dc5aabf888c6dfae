"""Where everything of the years stands: pure arithmetic, so that it can be tested.

Years follow each other on one long sheet, all of one height, each under a bar
with its number; months stand in rows of as many columns as the zoom has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect

MARGIN = 20
GAP = 18
YEAR_BAR = 28
"""Height of the bar that begins a year."""
TITLE = 20
"""Height of a month's name."""
WEEKDAYS = 16
"""Height of the line of weekday names."""
BELOW = 4
"""Space under a month."""
WEEKS = 6
ZOOMS = ((4, 3), (3, 2), (2, 2), (2, 1), (1, 1))
"""Columns and rows of months in sight, from twelve months to one."""
LOWEST_CELL, HIGHEST_CELL = 17, 30
"""Heights of a day; the upper limit holds while all twelve months are in sight."""
NARROWEST_CELL = 24
COLUMNS = (4, 3, 2, 1)
"""What twelve months can be parted into without a month left over."""


@dataclass(frozen=True)
class YearGeometry:
    """The months of ``years`` in a grid of ``columns``."""

    years: range
    columns: int
    cell_width: int
    cell_height: int

    @classmethod
    def fit(cls, years: range, width: int, height: int, zoom: int = 0) -> YearGeometry:
        """For a viewport of this size: as many of the zoom's columns as fit, as high as it goes."""
        wished, rows = ZOOMS[zoom]
        columns = next(
            (n for n in COLUMNS if n <= wished and _cell_width(width, n) >= NARROWEST_CELL), 1
        )
        if not zoom:
            rows = 12 // columns
        room = (height - YEAR_BAR) // rows - TITLE - WEEKDAYS - BELOW
        high = HIGHEST_CELL if not zoom else max(room, LOWEST_CELL)
        cell_height = max(LOWEST_CELL, min(high, room // WEEKS))
        return cls(years, columns, max(_cell_width(width, columns), 18), cell_height)

    @property
    def month_width(self) -> int:
        """One month."""
        return 7 * self.cell_width

    @property
    def month_height(self) -> int:
        """One month with its name and the space under it."""
        return TITLE + WEEKDAYS + WEEKS * self.cell_height + BELOW

    @property
    def year_height(self) -> int:
        """One year with its bar."""
        return YEAR_BAR + (12 // self.columns) * self.month_height

    @property
    def height(self) -> int:
        """All of it."""
        return len(self.years) * self.year_height

    def year_top(self, year: int) -> int:
        """Where ``year`` begins."""
        return (year - self.years[0]) * self.year_height

    def year_at(self, y: int) -> int:
        """The year at a height of the sheet; the nearest outside it."""
        return self.years[min(max(y // self.year_height, 0), len(self.years) - 1)]

    def bar_box(self, year: int) -> QRect:
        """The bar over ``year``."""
        width = self.columns * self.month_width + (self.columns - 1) * GAP
        return QRect(MARGIN, self.year_top(year), width, YEAR_BAR)

    def month_box(self, year: int, month: int) -> QRect:
        """The box of ``month`` (1–12)."""
        row, column = divmod(month - 1, self.columns)
        return QRect(
            MARGIN + column * (self.month_width + GAP),
            self.year_top(year) + YEAR_BAR + row * self.month_height,
            self.month_width,
            self.month_height,
        )

    def cell_in_month(self, day: date) -> QRect:
        """The box of a day within its month's; weeks begin on Monday."""
        place = day.day - 1 + day.replace(day=1).weekday()
        week, weekday = divmod(place, 7)
        return QRect(
            weekday * self.cell_width,
            TITLE + WEEKDAYS + week * self.cell_height,
            self.cell_width,
            self.cell_height,
        )

    def cell_box(self, day: date) -> QRect:
        """The box of a day on the sheet."""
        return self.cell_in_month(day).translated(self.month_box(day.year, day.month).topLeft())

    def top_before(self, day: date, height: int) -> int:
        """Where a viewport of ``height`` begins that shows a day's year, or else its month."""
        top = self.year_top(day.year)
        if self.cell_box(day).bottom() - top > height:
            return self.month_box(day.year, day.month).top()
        return top

    def months_between(self, top: int, bottom: int) -> Iterator[tuple[int, int]]:
        """The months, as (year, month), that touch the stripe from ``top`` to ``bottom``."""
        rows = 12 // self.columns
        for year in range(self.year_at(top), self.year_at(bottom) + 1):
            begins = self.year_top(year) + YEAR_BAR
            first = max((top - begins) // self.month_height, 0)
            last = min((bottom - begins) // self.month_height, rows - 1)
            for month in range(first * self.columns, (last + 1) * self.columns):
                yield year, month + 1

    def month_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The month at a point of the sheet."""
        for year, month in self.months_between(y, y):
            if self.month_box(year, month).contains(x, y):
                return year, month
        return None

    def day_at(self, x: int, y: int) -> date | None:
        """The day at a point of the sheet."""
        found = self.month_at(x, y)
        if found is None:
            return None
        box = self.month_box(*found)
        below = y - box.y() - TITLE - WEEKDAYS
        if below < 0:
            return None
        first = date(*found, 1)
        week, weekday = below // self.cell_height, (x - box.x()) // self.cell_width
        try:
            return first.replace(day=week * 7 + weekday - first.weekday() + 1)
        except ValueError:
            return None


def _cell_width(width: int, columns: int) -> int:
    return (width - 2 * MARGIN - (columns - 1) * GAP) // columns // 7
