"""How a day of the year looks: by shape and letter as well as by colour."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygon

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind
from consultations_gui.ui.models.year import DayCell, Shade, marked_off
from consultations_gui.ui.theme.fonts import sized
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.marks import LETTERS

MAKE_UP = {Side.CN: "班", Side.RU: "Р"}
"""The letter of a make-up working day: 班 stands at the upper right, Р at the upper left."""
SHORT = "−1"
"""A Russian working day one hour shorter, at the upper left."""
TINY_PX = 9
TINTS = (84, 54, 30, 12)
"""How much of the ground's colour each step of cost has, of 255; the cheapest first."""
TIGHT = 30
"""In a narrower day signs and number stand in opposite corners, or one would cover the other."""
WIDE = 50
"""In a wider day the number stands clear of the signs in the middle."""
TIGHT_HEIGHT = 20
"""Over a lower bar the tab with the host's letter stands further out."""
BAR_MARGIN = 5
"""So far the tab with the host's letter stands out of a meeting's box."""
_SETTLED = (Status.CONFIRMED, Status.HELD)


@dataclass(frozen=True)
class Bar:
    """What of a meeting lies in one week: its box, and whether it begins and ends there."""

    box: QRect
    meeting: Consultation
    first: bool


class DayPainter:
    """Paints days with the colours of one theme; ``layers`` are the countries whose days show."""

    def __init__(
        self, tokens: Tokens, font: QFont, layers: frozenset[Side] = frozenset(Side)
    ) -> None:
        self._tokens = tokens
        self._font = font
        self._layers = layers
        self._tiny = sized(font, TINY_PX, bold=True)
        self._bold = sized(font, font.pixelSize(), bold=True)
        self._smaller = sized(font, font.pixelSize() - 2)

    def ground(
        self, painter: QPainter, box: QRect, cell: DayCell, shade: Shade | None = None
    ) -> None:
        """Everything under the number: what a round would cost, off days, provisional years."""
        tokens = self._tokens
        inner = box.adjusted(1, 1, -1, -1)
        painter.fillRect(inner, QColor(tokens.surface))
        if shade is not None:
            self.shade(painter, inner, shade)
        for side in Side:
            if side not in self._layers:
                continue
            day = cell.day(side)
            if not day.confirmed:
                self._hatch(painter, inner, side)
            if marked_off(day):
                self._triangle(painter, inner, side)

    def ground_look(self, cell: DayCell, shade: Shade | None) -> Hashable:
        """Two grounds with the same one look alike."""
        step = None if shade is None else shade.step
        cn, ru = cell.cn, cell.ru
        return (step, cn.confirmed, marked_off(cn), ru.confirmed, marked_off(ru))

    def shade(self, painter: QPainter, box: QRect, shade: Shade) -> None:
        """The cheaper, the deeper the ground and the more strokes at the foot: four to one."""
        ink = QColor(self._tokens.agreed)
        tint = QColor(ink)
        tint.setAlpha(TINTS[shade.step])
        painter.fillRect(box, tint)
        count = len(TINTS) - shade.step
        stroke = min((box.width() - 6) // len(TINTS), 12)
        for number in range(count):
            left = box.left() + 3 + number * stroke
            painter.fillRect(QRect(left, box.bottom() - 2, stroke - 2, 2), ink)

    def number(self, painter: QPainter, box: QRect, cell: DayCell, *, today: bool) -> None:
        """The day's number, and the letters beside it."""
        tokens = self._tokens
        works = all(cell.day(side).working for side in self._layers)
        ink = tokens.text if works else tokens.muted
        painter.setFont(self._font)
        if cell.meeting is not None:
            painter.setFont(self._bold)
            ink = _ink(tokens, cell.meeting)
        if today:
            self._today(painter, box)
            ink = tokens.on_accent
        painter.setPen(QColor(ink))
        place = Qt.AlignmentFlag.AlignCenter
        if box.width() < TIGHT and cell.meeting is None and self._signed(cell):
            painter.setFont(self._smaller)
            place = Qt.AlignmentFlag.AlignBottom | self._opposite(cell)
        painter.drawText(self._beside_letters(box, cell), place, str(cell.date.day))
        self.letters(painter, box, cell)

    def number_look(self, cell: DayCell, *, today: bool) -> Hashable:
        """Two numbers of the same size with the same one look alike."""
        cn, ru, meeting = cell.cn, cell.ru, cell.meeting
        bar = meeting and (meeting.host, _begins(cell))
        return (cell.date.day, today, cn.kind, ru.kind, ru.short, bar)

    def letters(self, painter: QPainter, box: QRect, cell: DayCell) -> None:
        """The letters of make-up and short days: China's at the right, Russia's at the left."""
        tokens = self._tokens
        painter.setFont(self._tiny)
        corner = box.adjusted(2, 0, -1, 0)
        if self._shows(cell, Side.CN, DayKind.MAKE_UP):
            painter.setPen(QColor(tokens.cn_ink))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(corner, right, MAKE_UP[Side.CN])
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setPen(QColor(tokens.ru_ink))
        if self._shows(cell, Side.RU, DayKind.MAKE_UP):
            painter.drawText(corner, left, MAKE_UP[Side.RU])
        elif cell.ru.short and Side.RU in self._layers:
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

    def bar_look(self, bar: Bar) -> Hashable:
        """Two bars with the same one look alike."""
        meeting = bar.meeting
        settled = meeting.status in _SETTLED
        return (bar.box.width(), bar.first, settled, meeting.host, meeting.kind)

    def focus(self, painter: QPainter, box: QRect) -> None:
        """The day the keys are on."""
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0, 0, 0, 0), 4, 4)

    def _letter(self, painter: QPainter, box: QRect, host: Side) -> None:
        tight = box.height() < TIGHT_HEIGHT
        tab = QRect(box.left() - (4 if tight else 1), box.top() - (5 if tight else 3), 12, 12)
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

    def _shows(self, cell: DayCell, side: Side, kind: DayKind) -> bool:
        return side in self._layers and cell.day(side).kind is kind

    def _signed(self, cell: DayCell) -> bool:
        """A letter stands in a corner of the day."""
        short = cell.ru.short and Side.RU in self._layers
        return short or any(self._shows(cell, side, DayKind.MAKE_UP) for side in Side)

    def _opposite(self, cell: DayCell) -> Qt.AlignmentFlag:
        """The side away from the letter: China's stands at the right."""
        chinese = self._shows(cell, Side.CN, DayKind.MAKE_UP)
        return Qt.AlignmentFlag.AlignLeft if chinese else Qt.AlignmentFlag.AlignRight

    def _beside_letters(self, box: QRect, cell: DayCell) -> QRect:
        """Where the number stands so that no letter covers it."""
        tight = box.width() < TIGHT
        if cell.meeting is not None:
            if _begins(cell) and box.width() < 42:
                return box.adjusted(5 if tight else 9, 0, 0, 0)
            return box
        if box.width() >= WIDE or not self._signed(cell):
            return box
        if tight:
            return box.adjusted(2, 0, -1, 1)
        if self._shows(cell, Side.CN, DayKind.MAKE_UP):
            return box.adjusted(0, 2, -7, 2)
        return box.adjusted(13, 2, 0, 2)

    def _hatch(self, painter: QPainter, box: QRect, side: Side) -> None:
        style = Qt.BrushStyle.FDiagPattern if side is Side.CN else Qt.BrushStyle.BDiagPattern
        painter.setBrushOrigin(box.topLeft())  # every day alike, wherever it stands
        painter.fillRect(box, QBrush(QColor(self._tokens.line), style))


def _begins(cell: DayCell) -> bool:
    """The cell's meeting begins there."""
    dates = cell.meeting.dates if cell.meeting is not None else None
    return dates is not None and dates.start == cell.date


def _ink(tokens: Tokens, meeting: Consultation) -> str:
    return tokens.ink(meeting.host) if meeting.host else tokens.text


def _ground(tokens: Tokens, meeting: Consultation) -> str:
    if meeting.kind is Kind.EXTRAORDINARY and meeting.host is None:
        return tokens.sunken
    return tokens.ground(meeting.host) if meeting.host else tokens.sunken
