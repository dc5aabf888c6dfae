"""How a day of the year looks: by shape and letter as well as by colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygon

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.theme.fonts import sized
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.marks import LETTERS

MAKE_UP = {Side.CN: "班", Side.RU: "Р"}
"""The letter of a make-up working day: 班 stands at the upper right, Р at the upper left."""
SHORT = "−1"
"""A Russian working day one hour shorter, at the upper left."""
TINY_PX = 9
_SETTLED = (Status.CONFIRMED, Status.HELD)


@dataclass(frozen=True)
class Bar:
    """What of a meeting lies in one week: its box, and whether it begins and ends there."""

    box: QRect
    meeting: Consultation
    first: bool


class DayPainter:
    """Paints days with the colours of one theme."""

    def __init__(self, tokens: Tokens, font: QFont) -> None:
        self._tokens = tokens
        self._font = font
        self._tiny = sized(font, TINY_PX, bold=True)
        self._bold = sized(font, font.pixelSize(), bold=True)

    def ground(self, painter: QPainter, box: QRect, cell: DayCell) -> None:
        """Everything under the number: off days, provisional years, best windows."""
        tokens = self._tokens
        inner = box.adjusted(1, 1, -1, -1)
        painter.fillRect(inner, QColor(tokens.surface))
        for side in Side:
            day = cell.day(side)
            if not day.confirmed:
                self._hatch(painter, inner, side)
            if not day.working and (day.kind is DayKind.MOVED_OFF or day.date.weekday() < 5):
                self._triangle(painter, inner, side)
        if cell.best:
            painter.setPen(QPen(QColor(tokens.agreed), 2))
            bottom = inner.bottom()
            painter.drawLine(inner.left() + 1, bottom, inner.right() - 1, bottom)

    def number(self, painter: QPainter, box: QRect, cell: DayCell, *, today: bool) -> None:
        """The day's number, and the letters beside it."""
        tokens = self._tokens
        ink = tokens.text if cell.common else tokens.muted
        painter.setFont(self._font)
        if cell.meeting is not None:
            painter.setFont(self._bold)
            ink = _ink(tokens, cell.meeting)
        if today:
            self._today(painter, box)
            ink = tokens.on_accent
        painter.setPen(QColor(ink))
        painter.drawText(
            _beside_letters(box, cell), Qt.AlignmentFlag.AlignCenter, str(cell.date.day)
        )
        self.letters(painter, box, cell)

    def letters(self, painter: QPainter, box: QRect, cell: DayCell) -> None:
        """The letters of make-up and short days: China's at the right, Russia's at the left."""
        tokens = self._tokens
        painter.setFont(self._tiny)
        corner = box.adjusted(2, 0, -1, 0)
        if cell.cn.kind is DayKind.MAKE_UP:
            painter.setPen(QColor(tokens.cn_ink))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(corner, right, MAKE_UP[Side.CN])
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setPen(QColor(tokens.ru_ink))
        if cell.ru.kind is DayKind.MAKE_UP:
            painter.drawText(corner, left, MAKE_UP[Side.RU])
        elif cell.ru.short:
            painter.drawText(corner, left, SHORT)

    def bar(self, painter: QPainter, bar: Bar) -> None:
        """A meeting: a framed bar in its host's colours with the host's letter.

        The frame is broken while the dates are not agreed between the sides.
        """
        tokens = self._tokens
        meeting = bar.meeting
        pen = QPen(QColor(_ink(tokens, meeting)), 2)
        if meeting.status not in _SETTLED:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(_ground(tokens, meeting)))
        box = QRectF(bar.box).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if bar.first and meeting.host is not None:
            self._letter(painter, bar.box, meeting.host)

    def focus(self, painter: QPainter, box: QRect) -> None:
        """The day the keys are on."""
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0, 0, 0, 0), 4, 4)

    def _letter(self, painter: QPainter, box: QRect, host: Side) -> None:
        tab = QRect(box.left(), box.top() - 3, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.ink(host)))
        painter.drawRoundedRect(tab, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._tokens.surface))
        painter.setFont(self._tiny)
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, LETTERS[host])

    def _today(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.accent))
        height = min(box.height() - 4, 20)
        pill = QRectF(box.center().x() - 12, box.center().y() - height / 2 + 0.5, 25, height)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _triangle(self, painter: QPainter, box: QRect, side: Side) -> None:
        tokens = self._tokens
        if side is Side.CN:
            corner, one, two = box.topLeft(), box.topRight(), box.bottomLeft()
            step = QPoint(1, 1)
        else:
            corner, one, two = box.bottomRight(), box.bottomLeft(), box.topRight()
            step = QPoint(-1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground(side)))
        painter.drawPolygon(QPolygon([corner, one, two]))
        # A small corner in full ink, because the pale ground alone is hard to see.
        painter.setBrush(QColor(tokens.ink(side)))
        painter.drawPolygon(
            QPolygon([corner, corner + QPoint(6 * step.x(), 0), corner + QPoint(0, 6 * step.y())])
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _hatch(self, painter: QPainter, box: QRect, side: Side) -> None:
        style = Qt.BrushStyle.FDiagPattern if side is Side.CN else Qt.BrushStyle.BDiagPattern
        painter.fillRect(box, QBrush(QColor(self._tokens.line), style))


def _beside_letters(box: QRect, cell: DayCell) -> QRect:
    """Where the number stands so that no letter covers it."""
    meeting = cell.meeting
    if meeting is not None:
        begins = meeting.dates is not None and meeting.dates.start == cell.date
        return box.adjusted(6, 0, 0, 0) if begins else box
    if cell.cn.kind is DayKind.MAKE_UP:
        return box.adjusted(0, 2, -7, 2)
    if cell.ru.short or cell.ru.kind is DayKind.MAKE_UP:
        return box.adjusted(7, 2, 0, 2)
    return box


def _ink(tokens: Tokens, meeting: Consultation) -> str:
    return tokens.ink(meeting.host) if meeting.host else tokens.text


def _ground(tokens: Tokens, meeting: Consultation) -> str:
    if meeting.kind is Kind.EXTRAORDINARY and meeting.host is None:
        return tokens.sunken
    return tokens.ground(meeting.host) if meeting.host else tokens.sunken
