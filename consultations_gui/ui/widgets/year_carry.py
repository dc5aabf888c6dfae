"""A meeting taken up from the sheet: where mouse or keys have carried it, and how that looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.year_geometry import YearGeometry

EDGE = 28
"""So near to the upper or lower edge a carried meeting scrolls the sheet."""
PACE = 16
"""Pixels a tick of that."""


class Fit(Enum):
    """Whether a place is one."""

    UNKNOWN = "unknown"
    GOOD = "good"
    BARRED = "barred"


@dataclass(frozen=True)
class Carried:
    """A meeting with exact dates on its way: it now hangs over ``start``.

    ``held`` is how many days after its first it was taken hold of.
    """

    meeting: Consultation
    dates: Dates
    start: date
    held: int = 0
    fit: Fit = Fit.UNKNOWN

    @classmethod
    def of(cls, meeting: Consultation, day: date) -> Carried | None:
        """Taken hold of at ``day``; ``None`` if it has no exact dates there."""
        dates = meeting.dates
        if dates is None or not dates.start <= day <= dates.end:
            return None
        return cls(meeting, dates, dates.start, (day - dates.start).days, Fit.GOOD)

    @property
    def end(self) -> date:
        """The last day it hangs over."""
        return self.start + timedelta(days=self.dates.days - 1)

    @property
    def moved(self) -> bool:
        """It is not where it was."""
        return self.start != self.dates.start

    def over(self, day: date) -> Carried:
        """Its first day over ``day``."""
        return replace(self, start=day, fit=Fit.UNKNOWN)


def paint_carried(
    painter: QPainter, carried: Carried, geometry: YearGeometry, tokens: Tokens
) -> None:
    """A frame over its days: whole on a place, broken and crossed where it may not go."""
    ink = QColor(tokens.warning if carried.fit is Fit.BARRED else tokens.accent)
    pen = QPen(ink, 3)
    if carried.fit is not Fit.GOOD:
        pen.setStyle(Qt.PenStyle.DashLine)
    for box in carried_boxes(carried, geometry):
        ground = QColor(ink)
        ground.setAlpha(40)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if carried.fit is Fit.BARRED:
            painter.setPen(QPen(ink, 2))
            inner = box.adjusted(5, 5, -5, -5)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.bottomLeft(), inner.topRight())


def carried_boxes(carried: Carried, geometry: YearGeometry) -> Iterator[QRect]:
    """A box on the sheet for each week the days touch within a month."""
    box: QRect | None = None
    for n in range(carried.dates.days):
        day = carried.start + timedelta(days=n)
        if day.year not in geometry.years:
            break
        cell = geometry.cell_box(day)
        if box is not None and day.weekday() and day.day != 1:
            box = box.united(cell)
            continue
        if box is not None:
            yield box
        box = cell
    if box is not None:
        yield box
