"""How a day looks when there is room for words: holidays, the meeting's title, the cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind
from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.theme.fonts import MARK_PX, SMALL_PX, sized
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.marks import LETTERS
from consultations_gui.ui.widgets.year_paint import MAKE_UP, SHORT, Bar

LEAST_WIDTH, LEAST_HEIGHT = 64, 34
NUMBER = 20
"""Height of the line with the day's number."""
LINE = 15


def roomy(width: int, height: int) -> bool:
    """Whether a day of this size has room for words."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


class RoomyPainter:
    """Paints what a roomy day says; its ground and bar are painted as those of any day."""

    def __init__(self, tokens: Tokens, font: QFont, layers: frozenset[Side]) -> None:
        self._tokens = tokens
        self._layers = layers
        self._font = font
        self._bold = sized(font, font.pixelSize(), bold=True)
        self._small = sized(font, MARK_PX)
        self._words = sized(font, SMALL_PX)

    def day(
        self,
        painter: QPainter,
        box: QRect,
        cell: DayCell,
        holidays: Sequence[tuple[Side, str]],
        shade: Shade | None,
        *,
        today: bool,
    ) -> None:
        """The number, each shown country's sign and holiday, and what a round would cost."""
        tokens = self._tokens
        head = QRect(box.left() + 6, box.top() + 2, box.width() - 12, NUMBER)
        works = all(cell.day(side).working for side in self._layers)
        ink = tokens.text if works else tokens.muted
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(head.left() - 3, head.top() + 1, 24, 18), 9, 9)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = tokens.on_accent
        painter.setFont(self._bold if cell.meeting is not None or today else self._font)
        painter.setPen(QColor(ink))
        number = QRect(head.left() - 3, head.top(), 24, NUMBER)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(cell.date.day))
        self._signs(painter, head, cell)
        lines = max(0, (box.height() - NUMBER - 4 - (LINE if shade else 0)) // LINE)
        if cell.meeting is None:
            self._holidays(painter, box, holidays, lines)
        if shade is not None and cell.meeting is None:
            painter.setFont(self._words)
            painter.setPen(QColor(tokens.text))
            foot = QRect(box.left(), box.bottom() - LINE - 2, box.width() - 6, LINE)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(foot, right, str(shade.total))

    def title(self, painter: QPainter, bar: Bar, text: str) -> None:
        """A meeting's title in its bar, as much of it as fits."""
        meeting = bar.meeting
        painter.setFont(self._bold)
        painter.setPen(
            QColor(self._tokens.ink(meeting.host) if meeting.host else self._tokens.text)
        )
        place = bar.box.adjusted(8, NUMBER, -6, -3)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _signs(self, painter: QPainter, head: QRect, cell: DayCell) -> None:
        """班, Р and −1 at the right of the number's line."""
        signs = []
        if Side.RU in self._layers:
            if cell.ru.kind is DayKind.MAKE_UP:
                signs.append((Side.RU, MAKE_UP[Side.RU]))
            elif cell.ru.short:
                signs.append((Side.RU, SHORT))
        if Side.CN in self._layers and cell.cn.kind is DayKind.MAKE_UP:
            signs.append((Side.CN, MAKE_UP[Side.CN]))
        painter.setFont(sized(self._small, MARK_PX, bold=True))
        place = QRect(head)
        for side, text in reversed(signs):
            painter.setPen(QColor(self._tokens.ink(side)))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, text)
            place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(text) - 4)

    def _holidays(
        self, painter: QPainter, box: QRect, holidays: Sequence[tuple[Side, str]], lines: int
    ) -> None:
        painter.setFont(self._small)
        room = box.width() - 10
        for number, (side, name) in enumerate(holidays[:lines]):
            place = QRect(box.left() + 6, box.top() + NUMBER + 2 + number * LINE, room, LINE)
            text = painter.fontMetrics().elidedText(
                f"{LETTERS[side]} {name}", Qt.TextElideMode.ElideRight, room
            )
            painter.setPen(QColor(self._tokens.ink(side)))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
