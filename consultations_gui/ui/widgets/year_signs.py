"""The signs of the year, each beside its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import NOWHERE, Side
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.year_paint import Bar, DayPainter

SWATCH = QSize(28, 22)
_WEEKDAY, _SATURDAY = date(2027, 4, 14), date(2027, 4, 17)
_WORK = Day(_WEEKDAY, DayKind.WORK, confirmed=True)
_REST = Day(_SATURDAY, DayKind.OFF, confirmed=True)
_OFF = Day(_WEEKDAY, DayKind.OFF, confirmed=True)
_MAKE_UP = Day(_SATURDAY, DayKind.MAKE_UP, confirmed=True)
_PLAIN = DayCell(_WORK, _WORK)


def day_off(side: Side) -> DayCell:
    """A weekday that is off in one country."""
    return replace(_PLAIN, cn=_OFF) if side is Side.CN else replace(_PLAIN, ru=_OFF)


def worked_weekend(side: Side) -> DayCell:
    """A weekend day worked in one country."""
    return DayCell(_MAKE_UP, _REST) if side is Side.CN else DayCell(_REST, _MAKE_UP)


def short_day() -> DayCell:
    """A Russian day one hour shorter."""
    return replace(_PLAIN, ru=replace(_WORK, short=True))


def provisional(side: Side) -> DayCell:
    """A day of a year that one country's notice has not fixed yet."""
    unsure = replace(_WORK, confirmed=False)
    return replace(_PLAIN, cn=unsure) if side is Side.CN else replace(_PLAIN, ru=unsure)


def meeting_day(host: Side, status: Status) -> DayCell:
    """A meeting in one country."""
    meeting = Consultation("", "", Kind.REGULAR, None, status, host, None, NOWHERE)
    return replace(_PLAIN, meeting=meeting)


def plain_day() -> DayCell:
    """A day on which both countries work."""
    return _PLAIN


class Swatch(QWidget):
    """A sign, painted as the calendar paints it, without a number."""

    def __init__(self, theme: ThemeSwitch, cell: DayCell, shade: Shade | None = None) -> None:
        super().__init__()
        self._theme, self._cell, self._shade = theme, cell, shade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return SWATCH

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = DayPainter(self._theme.tokens, self.font())
        box = QRect(4, 5, SWATCH.width() - 5, SWATCH.height() - 6)
        paint.ground(painter, box, self._cell, self._shade)
        if self._cell.meeting is not None:
            paint.bar(painter, Bar(box, self._cell.meeting, first=True))
        paint.letters(painter, box, self._cell)
        painter.end()


class Sign(QWidget):
    """A swatch and its words."""

    def __init__(self, swatch: QWidget) -> None:
        super().__init__()
        self._swatch = swatch
        self._words = label(role=Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 1, 0)
        row.setSpacing(3)
        row.addWidget(self._swatch)
        row.addWidget(self._words)

    @property
    def text(self) -> str:
        """What the sign means."""
        return self._words.text()

    def say(self, text: str) -> None:
        """Say what the sign means."""
        self._words.setText(text)
        self._swatch.setAccessibleName(text)
