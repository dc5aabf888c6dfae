"""A text of a few lines that ends with an ellipsis where there is no room for more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

from consultations_gui.ui.widgets.labels import Role


class ElidedLines(QLabel):
    """At least ``lines`` high, and filled as high as it is made.

    Its whole text stays in the accessible name and, cut, in the tip.
    """

    def __init__(self, lines: int, role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setProperty("role", role.value)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_lines(self, lines: int) -> None:
        """Be so many lines high from now on."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._lines * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self._lines * self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        box, text = self.contentsRect(), self.text()
        most = max(self._lines, box.height() // self.fontMetrics().lineSpacing())
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        cut = False
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            top = box.top() + number * self.fontMetrics().lineSpacing()
            rest = text[line.textStart() :]
            if number == most - 1 and line.textLength() < len(rest):
                cut = True
                width = box.width()
                shown = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
                painter.drawText(box.left(), top + self.fontMetrics().ascent(), shown)
            else:
                line.draw(painter, QPointF(box.left(), top))
        layout.endLayout()
        painter.end()
        self.setToolTip(text if cut else "")
