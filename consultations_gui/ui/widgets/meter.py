"""How far something is: a short bar with its count beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from consultations_gui.ui.theme.switch import ThemeSwitch

BAR = QSize(84, 7)


class Meter(QWidget):
    """``done`` of ``total`` as a bar. The owner sets the accessible name with the numbers."""

    def __init__(self, theme: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``; a total of 0 is an empty bar."""
        self._done, self._total = done, total
        self.update()

    def sizeHint(self) -> QSize:
        return BAR

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        if self._total and self._done:
            share = self.width() * min(self._done, self._total) / self._total
            painter.setBrush(QColor(tokens.agreed))
            painter.drawRoundedRect(QRectF(0, 0, max(share, 6), self.height()), 3, 3)
        painter.end()
