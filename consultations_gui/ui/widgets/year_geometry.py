"""Where everything of the year stands: pure arithmetic, so that it can be tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect

MARGIN = 20
GAP = 18
TITLE = 22
"""Height of a month's name."""
WEEKDAYS = 18
"""Height of the line of weekday names."""
WEEKS = 6
CELL_HEIGHT = (22, 30)
NARROWEST_CELL = 25


@dataclass(frozen=True)
class YearGeometry:
    """Twelve months in a grid of ``columns``, for a viewport of the given size."""

    year: int
    columns: int
    cell_width: int
    cell_height: int

    @classmethod
    def fit(cls, year: int, width: int, height: int) -> YearGeometry:
        """As many columns as fit, as high as the room allows; the rest is scrolled to."""
        columns = next((n for n in (4, 3, 2) if _cell_width(width, n) >= NARROWEST_CELL), 1)
        rows = 12 // columns
        room = (height - 2 * 8) // rows - TITLE - WEEKDAYS - 8
        low, high = CELL_HEIGHT
        return cls(
            year, columns, max(_cell_width(width, columns), 18), max(low, min(high, room // WEEKS))
        )

    @property
    def month_height(self) -> int:
        """One month with its name and the space under it."""
        return TITLE + WEEKDAYS + WEEKS * self.cell_height + 8

    @property
    def height(self) -> int:
        """All of it."""
        return 16 + (12 // self.columns) * self.month_height

    def month_box(self, month: int) -> QRect:
        """The box of ``month`` (1–12)."""
        row, column = divmod(month - 1, self.columns)
        width = 7 * self.cell_width
        return QRect(
            MARGIN + column * (width + GAP), 8 + row * self.month_height, width, self.month_height
        )

    def cell_box(self, day: date) -> QRect:
        """The box of a day; weeks begin on Monday."""
        month = self.month_box(day.month)
        place = day.day - 1 + date(day.year, day.month, 1).weekday()
        week, weekday = divmod(place, 7)
        return QRect(
            month.x() + weekday * self.cell_width,
            month.y() + TITLE + WEEKDAYS + week * self.cell_height,
            self.cell_width,
            self.cell_height,
        )

    def month_at(self, x: int, y: int) -> int | None:
        """The month at a point of the whole sheet."""
        for month in range(1, 13):
            if self.month_box(month).contains(x, y):
                return month
        return None

    def day_at(self, x: int, y: int) -> date | None:
        """The day at a point of the whole sheet."""
        month = self.month_at(x, y)
        if month is None:
            return None
        box = self.month_box(month)
        below = y - box.y() - TITLE - WEEKDAYS
        if below < 0:
            return None
        first = date(self.year, month, 1)
        week, weekday = below // self.cell_height, (x - box.x()) // self.cell_width
        number = week * 7 + weekday - first.weekday() + 1
        try:
            return first.replace(day=number)
        except ValueError:
            return None


def _cell_width(width: int, columns: int) -> int:
    return (width - 2 * MARGIN - (columns - 1) * GAP) // columns // 7
