"""The sidebar: where one can go, by click, by key, and how much waits there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from consultations_gui.ui.screens import Screen
from consultations_gui.ui.theme.fonts import MARK_PX, SMALL_PX, sized
from consultations_gui.ui.theme.icons import draw_icon
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Role, label

WIDTH = 196
"""As narrow as the sidebar gets; longer words make it wider."""
WIDEST = 280
"""Past this an office's long name is broken into lines, as far as its words allow."""
ROW = 35
SIDES, NAMES = (9, 16, 10, 12), (11, 0, 4, 0)
"""Margins of the whole, and of the names within it: left, top, right, bottom."""
BESIDE = SIDES[0] + SIDES[2] + NAMES[0] + NAMES[2]
WORDS_LEFT, GAP, RIGHT = 37, 6, 10
"""Of an entry: where its words begin, the room behind them, the room at its right edge."""
CAP = 20
"""The width of a key's cap; the pill of a number is at least as wide."""


class NavButton(QAbstractButton):
    """One entry: icon, name, and its key or the number of things that wait."""

    def __init__(self, theme: ThemeSwitch, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._screen = theme, screen
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, accessible: str) -> None:
        """The name shown and the name read aloud (with what waits)."""
        self.setText(text)
        self.setAccessibleName(accessible)
        self.updateGeometry()
        self.update()

    def show_count(self, count: int) -> None:
        """How many things wait there; 0 shows the key instead."""
        self._count = count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the words in bold, as the open screen has them, and what is beside."""
        self.ensurePolished()
        words = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text())
        return QSize(WORDS_LEFT + words + GAP + self._beside() + RIGHT, ROW)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        ink = "accent" if self.isChecked() else "muted"
        corner = QPoint(11, (self.height() - 18) // 2)
        draw_icon(painter, self._theme.icons, self._screen.icon, ink, corner, 18)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._font(bold=self.isChecked()))
        painter.setPen(QColor(tokens.text))
        room = self.width() - WORDS_LEFT - GAP - self._beside() - RIGHT
        words = QRect(WORDS_LEFT, 0, room, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._paint_badge(painter, str(self._count))
        elif self._screen.key:
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        cap = QRectF(self.width() - CAP - RIGHT, (self.height() - 17) / 2, CAP - 1, 17)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(sized(self.font(), MARK_PX))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._screen.key)

    def _paint_badge(self, painter: QPainter, text: str) -> None:
        tokens = self._theme.tokens
        painter.setFont(self._small)
        width = self._beside()
        pill = QRectF(self.width() - width - RIGHT, (self.height() - 18) / 2, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(QColor(tokens.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _font(self, *, bold: bool) -> QFont:
        return sized(self.font(), self.font().pixelSize(), bold=bold)

    @property
    def _small(self) -> QFont:
        return sized(self.font(), SMALL_PX, bold=True)

    def _beside(self) -> int:
        """The width of the number that waits there, or of the key."""
        if self._count:
            return max(CAP, QFontMetrics(self._small).horizontalAdvance(str(self._count)) + 12)
        return CAP if self._screen.key else 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class Sidebar(QWidget):
    """All screens of the window. ``chosen(name)`` follows a click or the arrow keys."""

    chosen = Signal(str)

    def __init__(
        self, theme: ThemeSwitch, screens: Sequence[Screen], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.program = label(role=Role.TITLE)
        self.office = label(role=Role.SMALL, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*SIDES)
        column.setSpacing(0)
        names = QVBoxLayout()
        names.setContentsMargins(*NAMES)
        names.addWidget(self.program)
        names.addWidget(self.office)
        column.addLayout(names)
        column.addSpacing(12)
        self._buttons: dict[str, NavButton] = {}
        for screen in screens:
            button = NavButton(theme, screen)
            button.clicked.connect(lambda _on=False, name=screen.name: self.chosen.emit(name))
            self._buttons[screen.name] = button
            column.addWidget(button)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as its longest entry and name; the office's name only breaks between words."""
        entries = max(button.sizeHint().width() for button in self._buttons.values())
        names = max(self.program.sizeHint().width(), self.office.minimumSizeHint().width())
        width = max(WIDTH, entries + SIDES[0] + SIDES[2], min(names + BESIDE, WIDEST))
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def button(self, name: str) -> NavButton:
        """The entry of one screen."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Show which screen is open."""
        self._buttons[name].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
