"""Marks of the two sides: always a letter in a framed square, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.ui.theme.fonts import MARK_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import Tokens

LETTERS: dict[Side, str] = {Side.CN: "中", Side.RU: "Р"}
"""The letter of each side, the same in every language of the screen."""

MARK_SIDE = 20


def paint_mark(
    painter: QPainter, box: QRectF, side: Side, tokens: Tokens, *, ring: bool = False
) -> None:
    """Paint a side's mark into the square ``box``; ``ring`` sets it off as the one meant."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ring:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6, 6)
    painter.setPen(QPen(QColor(tokens.ink(side)), 1.5))
    painter.setBrush(QColor(tokens.ground(side)))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    pixels = max(9, round(box.height() * MARK_PX / MARK_SIDE))
    painter.setFont(sized(painter.font(), pixels, bold=True))
    painter.setPen(QColor(tokens.ink(side)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, LETTERS[side])
    painter.restore()


class SideMark(QWidget):
    """A side's mark. The owner gives it an accessible name (the side in words)."""

    def __init__(
        self, theme: ThemeSwitch, side: Side, *, ring: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._side, self._ring = theme, side, ring
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def side(self) -> Side:
        """The side shown."""
        return self._side

    def show_side(self, side: Side) -> None:
        """Show another side."""
        self._side = side
        self.update()

    def sizeHint(self) -> QSize:
        extra = 8 if self._ring else 0
        return QSize(MARK_SIDE + extra, MARK_SIDE + extra)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inset = (self.width() - MARK_SIDE) / 2
        box = QRectF(inset, (self.height() - MARK_SIDE) / 2, MARK_SIDE, MARK_SIDE)
        paint_mark(painter, box, self._side, self._theme.tokens, ring=self._ring)
        painter.end()
