"""Ctrl+F: looks through both texts of everything on the current screen."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.view import Find, View
from consultations_gui.ui.widgets.labels import Role, label


def folded(text: str) -> str:
    """``text`` as a search compares it: no case, one form of each character, ё as е.

    Texts themselves keep their ё; only whoever searches need not type it.
    """
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")


class FindBar(QWidget):
    """A line of its own above the screen; Enter goes on, Shift+Enter back, Escape closes."""

    closed = Signal()

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._view: View | None = None
        self._hits: list[Find] = []
        self._at = -1
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(360)
        texts.bind(self.field.setPlaceholderText, N_("Find in both texts on this screen"))
        texts.name(self.field, N_("Find in both texts on this screen"))
        self.field.textChanged.connect(self._search)
        self.count = label(role=Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(self.field, 1)
        theme = desk.theme
        row.addWidget(self._button(theme, texts, "chevron-up", N_("Previous match"), -1))
        row.addWidget(self._button(theme, texts, "chevron-down", N_("Next match"), 1))
        row.addWidget(self.count)
        row.addStretch(1)
        close = self._button(theme, texts, "x", N_("Close search"), 0)
        row.addWidget(close)
        self.hide()

    def begin(self, view: View) -> None:
        """Open for ``view`` and let the person type."""
        self._view = view
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def end(self) -> None:
        """Close; the screen stays where the last match is."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def step(self, by: int) -> None:
        """Go on to the next match (1) or the previous one (-1), round and round."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits) if self._at >= 0 else 0
            self._hits[self._at].reveal()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _button(
        self, theme: ThemeSwitch, texts: Texts, icon: str, msgid: str, by: int
    ) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setIcon(theme.icon(icon, "muted"))
        texts.name(button, msgid)
        texts.bind(button.setToolTip, msgid)
        button.clicked.connect(lambda: self.step(by) if by else self.end())
        return button

    def _search(self) -> None:
        wanted = folded(self.field.text().strip())
        self._at = -1
        self._hits = []
        if wanted and self._view is not None:
            self._hits = [find for find in self._view.finds() if wanted in folded(find.text)]
        if self._hits:
            self.step(1)
        self._tell()

    def _tell(self) -> None:
        words = self._desk.words
        if not self.field.text().strip():
            self.count.setText("")
        elif not self._hits:
            self.count.setText(words.tr("Nothing found"))
        else:
            text = words.tr("{number} of {total}", number=self._at + 1, total=len(self._hits))
            self.count.setText(text)
