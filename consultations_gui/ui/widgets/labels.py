"""Small parts made of text: labels by role, chips, rules, cards and empty states."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


class Role(StrEnum):
    """What a text is; the style sheet knows how it looks."""

    BODY = "body"
    TITLE = "title"
    DATE = "date"
    HEADING = "heading"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    WARNING = "warning"
    ERROR = "error"
    AGREED = "agreed"


class Tone(StrEnum):
    """What a chip says: its look tells it, and its words tell it too."""

    PLAIN = "plain"
    AGREED = "agreed"
    WARNING = "warning"
    ACCENT = "accent"


def set_role(widget: QWidget, role: str) -> None:
    """Give ``widget`` a role of the style sheet, also after it was shown."""
    widget.setProperty("role", role)
    _repolish(widget)


def set_state(widget: QWidget, state: str) -> None:
    """Mark a field as ``"error"``, ``"stale"`` or plain (empty)."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        _repolish(widget)


def _repolish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: Role = Role.BODY, *, wrap: bool = False) -> QLabel:
    """A plain-text label; ``wrap`` breaks lines and lets the height follow the width."""
    made = QLabel(text)
    made.setProperty("role", role.value)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Chip(QLabel):
    """A short state in a small frame."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("chip", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Tone) -> None:
        """Show another state; an empty text hides the chip."""
        self.setText(text)
        self.setVisible(bool(text))
        if self.property("chip") != tone.value:
            self.setProperty("chip", tone.value)
            _repolish(self)


def rule() -> QFrame:
    """A thin line between rows."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


class Card(QFrame):
    """A framed surface with a heading; put the rest into :attr:`body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.heading = label(role=Role.HEADING)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)

    def set_heading(self, text: str) -> None:
        """The card's heading, which is also its accessible name."""
        self.heading.setText(text)
        self.setAccessibleName(text)


class EmptyState(QWidget):
    """An empty view explains itself and offers the one next step (:attr:`step`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(role=Role.MUTED, wrap=True)
        self._words.setMaximumWidth(520)
        self.step = QPushButton()
        self.step.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addWidget(self._words)
        column.addWidget(self.step, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def say(self, text: str, step: str = "") -> None:
        """What is missing here, and the label of the next step (none if empty)."""
        self._words.setText(text)
        self.step.setText(step)
        self.step.setVisible(bool(step))
