"""The status line: what was done, what went wrong, what is under way, and the language."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from consultations_gui.desktop.tasks import Task, TaskRunner
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.language import LANGUAGES, Texts
from consultations_gui.ui.notes import Note, Weight
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.widgets.labels import Role, label, set_role

PATIENCE_MS = 700
"""How long a task may take unnoticed: a paper set again at each pause would only flicker."""


class ProgressStrip(QWidget):
    """The oldest background task: its title, how far it is, and a way to stop it."""

    def __init__(self, tasks: TaskRunner, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._words = label(role=Role.SMALL)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        texts.name(self._bar, N_("Progress"))
        self.cancel = QPushButton()
        self.cancel.setProperty("role", "language")
        texts.bind(self.cancel.setText, N_("Cancel"))
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self.cancel):
            row.addWidget(widget)
        tasks.changed.connect(self._on_tasks)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def _on_tasks(self) -> None:
        task = self._tasks.tasks[0] if self._tasks.tasks else None
        if task is not self._task:
            self._task = task
            if task is not None:
                self._bar.setRange(0, 0)
                self._words.setText(task.title)
                task.progressed.connect(self._on_progress)
                self._patience.start()
        if task is None:
            self._patience.stop()
            self.hide()

    def _on_progress(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if self._task is not None:
            self._words.setText(" · ".join(part for part in (self._task.title, text) if part))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()


class LanguageButtons(QWidget):
    """The three languages by their own names; ``chosen(language)`` follows a click."""

    chosen = Signal(object)

    def __init__(self, current: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Language, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for language, name in LANGUAGES:
            if self._buttons:
                row.addWidget(label("·", Role.SMALL))
            button = QPushButton(name)
            button.setProperty("role", "language")
            button.setCheckable(True)
            button.setAccessibleName(name)
            # The chosen one is bold: leave room for that, so that nothing is cut or jumps.
            bold = QFontMetrics(sized(button.font(), SMALL_PX, bold=True))
            button.setMinimumWidth(bold.horizontalAdvance(name) + 14)
            button.clicked.connect(lambda _on=False, code=language: self.chosen.emit(code))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[language] = button
        self.mark(current)

    def mark(self, language: Language) -> None:
        """Show which language is in use."""
        self._buttons[language].setChecked(True)

    def button(self, language: Language) -> QPushButton:
        """The button of one language."""
        return self._buttons[language]


class StatusLine(QWidget):
    """The last line of the window."""

    def __init__(
        self, tasks: TaskRunner, texts: Texts, current: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(28)
        self._note: Note | None = None
        self._text = label(role=Role.SMALL)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.offer = QPushButton()
        self.offer.setProperty("role", "language")
        # A click leaves the keys where they are: the offer is gone after it.
        self.offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offer.clicked.connect(self._act)
        self.offer.hide()
        self.state: QLabel = label(role=Role.SMALL)
        self.languages = LanguageButtons(current)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 3, 16, 3)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.offer)
        row.addWidget(ProgressStrip(tasks, texts))
        row.addWidget(self.state)
        row.addSpacing(8)
        row.addWidget(self.languages)

    @property
    def text(self) -> str:
        """What is told now."""
        return self._text.text()

    def show_note(self, note: Note | None, words: Words) -> None:
        """Tell ``note`` in the language of ``words``; ``None`` is silence."""
        self._note = note
        text = note.say(words) if note else ""
        error = note is not None and note.weight is Weight.ERROR
        self._text.setText(text)
        self._text.setToolTip(text)
        set_role(self._text, Role.ERROR if error else Role.SMALL)
        offer = note.offer if note else None
        self.offer.setVisible(offer is not None)
        self.offer.setText(words.tr(offer.msgid) if offer else "")

    def settle(self, words: Words) -> None:
        """Something was stored: what went wrong before is over."""
        if self._note is not None and self._note.weight is Weight.ERROR:
            self.show_note(None, words)

    def speak(self, words: Words) -> None:
        """Say the same again in another language."""
        self.show_note(self._note, words)

    def _act(self) -> None:
        if self._note is not None and self._note.offer is not None:
            self._note.offer.act()
