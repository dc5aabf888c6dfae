"""Undo and redo: their two buttons in the header, named after what they would do."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from consultations_gui.application import undo as steps
from consultations_gui.i18n.wording import step_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.notes import Offer


class Undoing(QObject):
    """Keeps the buttons true after each change and does what they say."""

    def __init__(self, desk: Desk, undo: QToolButton, redo: QToolButton) -> None:
        super().__init__(undo)
        self._desk = desk
        self._undo, self._redo = undo, redo
        self._last: steps.Step | None = None
        self._next: steps.Step | None = None
        undo.clicked.connect(self.undo)
        redo.clicked.connect(self.redo)
        desk.changed.connect(self.refresh)
        desk.language.changed.connect(self.speak)
        self.refresh()

    def refresh(self) -> None:
        """Ask the journal again."""
        self._last = self._desk.read(steps.undoable)
        self._next = self._desk.read(steps.redoable)
        self.speak()

    def undo(self) -> None:
        """Take back the latest step."""
        done = self._desk.run(steps.undo)
        if done.value is not None:
            step = done.value
            self._desk.tell(
                lambda words: words.tr("Undone: {step}", step=step_text(step, words)),
                Offer(N_("Redo"), self.redo),
            )

    def redo(self) -> None:
        """Do again what was taken back."""
        done = self._desk.run(steps.redo)
        if done.value is not None:
            step = done.value
            self._desk.tell(
                lambda words: words.tr("Redone: {step}", step=step_text(step, words)),
                Offer(N_("Undo"), self.undo),
            )

    def speak(self) -> None:
        """Name what the buttons would do, in the language in use."""
        words = self._desk.words
        undo = words.tr("Undo: {step}", step=step_text(self._last, words)) if self._last else ""
        redo = words.tr("Redo: {step}", step=step_text(self._next, words)) if self._next else ""
        self._name(self._undo, undo, words.tr("Nothing to undo"))
        self._name(self._redo, redo, words.tr("Nothing to redo"))

    @staticmethod
    def _name(button: QToolButton, text: str, nothing: str) -> None:
        button.setEnabled(bool(text))
        button.setAccessibleName(text or nothing)
        button.setToolTip(text or nothing)
