"""What the signs of the year mean, each sign beside its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import NOWHERE, Side
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.year_paint import Bar, DayPainter

SWATCH = QSize(28, 22)
_WEEKDAY, _SATURDAY = date(2027, 4, 14), date(2027, 4, 17)
_WORK = Day(_WEEKDAY, DayKind.WORK, confirmed=True)
_REST = Day(_SATURDAY, DayKind.OFF, confirmed=True)
_OFF = Day(_WEEKDAY, DayKind.OFF, confirmed=True)
_MAKE_UP = Day(_SATURDAY, DayKind.MAKE_UP, confirmed=True)
_PLAIN = DayCell(_WORK, _WORK)


def _meeting(host: Side, status: Status) -> Consultation:
    return Consultation("", "", Kind.REGULAR, None, status, host, None, NOWHERE)


SIGNS: tuple[tuple[DayCell, str], ...] = (
    (replace(_PLAIN, cn=_OFF), N_("off in China")),
    (replace(_PLAIN, ru=_OFF), N_("off in Russia")),
    (DayCell(_MAKE_UP, _REST), N_("worked weekend, China")),
    (DayCell(_REST, _MAKE_UP), N_("worked weekend, Russia")),
    (replace(_PLAIN, ru=replace(_WORK, short=True)), N_("one hour shorter, Russia")),
    (replace(_PLAIN, cn=replace(_WORK, confirmed=False)), N_("provisional calendar")),
    (replace(_PLAIN, meeting=_meeting(Side.CN, Status.CONFIRMED)), N_("agreed, China")),
    (replace(_PLAIN, meeting=_meeting(Side.RU, Status.PLANNED)), N_("not agreed yet, Russia")),
    (replace(_PLAIN, best=True), N_("good dates")),
)
"""Each sign as a day that shows it, with its words."""


class Swatch(QWidget):
    """A sign, painted as the calendar paints it, without a number."""

    def __init__(self, theme: ThemeSwitch, cell: DayCell) -> None:
        super().__init__()
        self._theme, self._cell = theme, cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return SWATCH

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = DayPainter(self._theme.tokens, self.font())
        box = QRect(2, 3, SWATCH.width() - 4, SWATCH.height() - 5)
        paint.ground(painter, box, self._cell)
        if self._cell.meeting is not None:
            paint.bar(painter, Bar(box, self._cell.meeting, first=True))
        paint.letters(painter, box, self._cell)
        painter.end()


class Legend(QWidget):
    """All signs in a line that goes on below when it is full."""

    def __init__(self, theme: ThemeSwitch, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=6)
        for cell, text in SIGNS:
            pair = QWidget()
            words = label(role=Role.SMALL)
            texts.bind(words.setText, text)
            swatch = Swatch(theme, cell)
            texts.name(swatch, text)
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 8, 0)
            row.setSpacing(4)
            row.addWidget(swatch)
            row.addWidget(words)
            flow.addWidget(pair)
