"""Days painted once for each way a day can look, and copied from then on.

Text costs most of what a month costs, and the days of all years look alike in
a few hundred ways.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.widgets.year_paint import BAR_MARGIN, Bar, DayPainter

_MARGINS = QMargins(BAR_MARGIN, BAR_MARGIN, BAR_MARGIN, BAR_MARGIN)
KEPT = 3000
"""Pictures kept: more than the ways a day looks in a year; ten megabytes at the widest zoom."""


class DayTiles:
    """Paints days of one ``size`` as ``days`` does. ``ratio`` is the screen's, a whole number."""

    def __init__(self, days: DayPainter, size: QSize, ground: str, ratio: float) -> None:
        self._days, self._size, self._ratio = days, size, ratio
        self._ground = QColor(ground)
        self._kept: dict[Hashable, QPixmap] = {}

    def day(
        self, painter: QPainter, box: QRect, cell: DayCell, shade: Shade | None, *, today: bool
    ) -> None:
        """A day without a meeting, whole."""
        look = (self._days.ground_look(cell, shade), self._days.number_look(cell, today=today))

        def paint(onto: QPainter, there: QRect) -> None:
            self._days.ground(onto, there, cell, shade)
            self._days.number(onto, there, cell, today=today)

        painter.drawPixmap(box.topLeft(), self._tile(("day", *look), self._ground, paint))

    def ground(
        self, painter: QPainter, box: QRect, cell: DayCell, shade: Shade | None = None
    ) -> None:
        """What lies under a meeting."""
        key = ("ground", self._days.ground_look(cell, shade))
        paint = partial(self._days.ground, cell=cell, shade=shade)
        painter.drawPixmap(box.topLeft(), self._tile(key, self._ground, paint))

    def number(self, painter: QPainter, box: QRect, cell: DayCell, *, today: bool) -> None:
        """What stands over a meeting."""
        key = ("number", self._days.number_look(cell, today=today))
        paint = partial(self._days.number, cell=cell, today=today)
        painter.drawPixmap(box.topLeft(), self._tile(key, None, paint))

    def bar(self, painter: QPainter, bar: Bar) -> None:
        """A meeting."""
        key = ("bar", self._days.bar_look(bar))
        picture = self._kept.get(key)
        margin = QPoint(BAR_MARGIN, BAR_MARGIN)
        if picture is None:
            moved = Bar(QRect(margin, bar.box.size()), bar.meeting, bar.first)
            size = bar.box.size().grownBy(_MARGINS)
            picture = self._paint(key, size, None, lambda onto: self._days.bar(onto, moved))
        painter.drawPixmap(bar.box.topLeft() - margin, picture)

    def _tile(
        self, key: Hashable, ground: QColor | None, paint: Callable[[QPainter, QRect], None]
    ) -> QPixmap:
        """The picture ``key``, as large as a day; without a ``ground`` what lies under it shows."""
        found = self._kept.get(key)
        if found is None:
            there = QRect(QPoint(), self._size)
            found = self._paint(key, self._size, ground, lambda onto: paint(onto, there))
        return found

    def _paint(
        self,
        key: Hashable,
        size: QSize,
        ground: QColor | None,
        paint: Callable[[QPainter], None],
    ) -> QPixmap:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        made = QPixmap(size * self._ratio)
        made.setDevicePixelRatio(self._ratio)
        made.fill(ground or Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        self._kept[key] = made
        return made
