"""What a page of the settings is: it scrolls, reads and shows like a screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.view import Find

WIDEST = 760
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own "no limit", which PySide does not export."""


class Page(QScrollArea):
    """One page; :attr:`body` takes its content, which never grows wider than is good to read."""

    title = N_("Settings")

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = texts
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setMaximumWidth(WIDEST)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(20, 20, 20, 20)
        self.body.setSpacing(16)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self._inside = inside

    def widen(self, widest: int = QWIDGETSIZE_MAX) -> None:
        """Let the content take the whole width, as a table needs it, or up to ``widest``."""
        self._inside.setMaximumWidth(widest)

    def load(self) -> None:
        """Read what the page shows."""

    def present(self) -> None:
        """Show it in the language in use."""

    def flush(self) -> None:
        """Store at once what waits for its autosave."""

    def finds(self) -> list[Find]:
        """Texts Ctrl+F looks through."""
        return []
