"""A list of periods in words, each with a button that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.labels import Card, Role, label


class PeriodList(Card):
    """``adding`` and ``removing(number)`` ask the page to change the list."""

    adding = Signal()
    removing = Signal(int)

    def __init__(
        self, desk: Desk, texts: Texts, heading: str, add: str, word: Callable[[Any, Words], str]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._word = word
        texts.bind(self.set_heading, heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self.add = QPushButton()
        self.add.setIcon(desk.theme.icon("plus"))
        texts.bind(self.add.setText, add)
        self.add.clicked.connect(self.adding)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.add)
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)

    def add_beside(self, button: QPushButton) -> None:
        """Put another button beside the one that adds."""
        self._buttons.insertWidget(1, button)

    def show_periods(self, periods: Sequence[object]) -> None:
        """Show the periods in the language in use."""
        clear(self._rows)
        words = self._desk.words
        if not periods:
            self._rows.addWidget(label(words.tr("None"), Role.MUTED))
        for number, period in enumerate(periods):
            self._rows.addLayout(self._row(number, self._word(period, words), words))

    def _row(self, number: int, text: str, words: Words) -> QHBoxLayout:
        remove = QPushButton()
        remove.setProperty("role", "quiet")
        remove.setIcon(self._desk.theme.icon("trash-2", "muted"))
        name = words.tr(N_("Remove: {thing}"), thing=text)
        remove.setAccessibleName(name)
        remove.setToolTip(name)
        remove.clicked.connect(lambda: self.removing.emit(number))
        row = QHBoxLayout()
        row.addWidget(label(text, wrap=True), 1)
        row.addWidget(remove)
        return row
