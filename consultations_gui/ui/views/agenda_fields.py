"""What one types into in the agenda table: a text, a number of minutes, an opening time."""

from __future__ import annotations

from datetime import time
from enum import Enum

from PySide6.QtCore import QEvent, QMimeData, Qt, QTime, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextOption,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QTimeEdit, QWidget

from consultations_gui.domain.agenda_edits import MAX_MINUTES
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.texts import one_line, visible
from consultations_gui.ui.widgets.fields import TextArea

INSET = 6
"""Between a cell field's border and its text, so that text stands where the cell painted it."""


class Leave(Enum):
    """How a field is left by a key."""

    STAY = "stay"
    NEXT = "next"
    PREVIOUS = "previous"


def _for_the_window(event: QEvent, undo: bool, redo: bool) -> bool:
    """Whether it is a key for the window's undo or redo: nothing typed here is left for it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)


class CellText(TextArea):
    """One text of one row, typed in place.

    It knows the pair of texts as it stood when the field was entered; all
    autosaves of one sitting go back to that. ``typed(self, text)`` asks to
    store; ``left(self, how)`` follows a key that leaves the field; ``grown``
    a change of what it holds, ``dropped(n)`` a paste of whose signs nobody
    sees ``n`` were left out.
    """

    typed = Signal(object, str)
    left = Signal(object, object)
    grown = Signal()
    dropped = Signal(int)

    def __init__(self, uid: str, lang: Lang, base: Bilingual, parent: QWidget) -> None:
        super().__init__(1, parent)
        self.uid, self.lang, self.base = uid, lang, base
        self.setMinimumHeight(0)
        self.setMaximumHeight(16777215)
        self.setProperty("role", "cell")
        self._showing = True  # a new margin counts as a change of the document
        self.document().setDocumentMargin(INSET)
        self._showing = False
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.settled.connect(lambda text, _group: self.typed.emit(self, text))
        self.textChanged.connect(self.grown)

    @property
    def group(self) -> str:
        """The sitting: what it stores is undone as one step."""
        return self.autosave.group

    @property
    def composing(self) -> bool:
        """An input method is in the middle of a word."""
        return self.autosave.composing

    def show_text(self, text: str) -> None:
        """Show the stored text, unless something typed waits to be stored; the cursor stays."""
        shown = self.toPlainText()
        before = self.textCursor().position() if shown else len(text)
        super().show_text(text)
        if self.toPlainText() == shown:
            return
        cursor = self.textCursor()
        cursor.setPosition(min(before, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def finish(self) -> None:
        """Store at once what waits, the word an input method is in the middle of included."""
        if self.composing:
            QGuiApplication.inputMethod().commit()
            self.autosave.composing = False
        self.flush()

    def insertFromMimeData(self, source: QMimeData) -> None:
        # An agenda text is one line: what was copied from several comes in one.
        line = one_line(source.text())
        kept = visible(line)
        self.textCursor().insertText(kept)
        if kept != line:
            self.dropped.emit(len(line) - len(kept))

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if _for_the_window(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        leaves = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if leaves and self.composing:
            event.accept()  # it belongs to the input method
        elif leaves and key != Qt.Key.Key_Escape:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.left.emit(self, Leave.PREVIOUS if back else Leave.NEXT)
        elif leaves:
            self.left.emit(self, Leave.STAY)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.left.emit(self, Leave.NEXT if forward else Leave.PREVIOUS)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.grown.emit()


class MinutesField(QLineEdit):
    """A number of minutes; empty lets it follow from below or stay open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setMaxLength(len(str(MAX_MINUTES)))
        self.setValidator(_Digits(self))

    def event(self, event: QEvent) -> bool:
        if _for_the_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def show_minutes(self, minutes: int | None) -> None:
        """Show a length, unless the person has begun to type another."""
        if not self.isModified():
            self.setText("" if minutes is None else str(minutes))

    def minutes(self) -> int | None:
        """What was typed; ``None`` for nothing."""
        text = self.text().strip()
        return int(text) if text else None


class OpeningField(QTimeEdit):
    """When a meeting day opens, to the minute."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.setFixedWidth(84)

    def show_time(self, at: time) -> None:
        """Show an opening time, unless the person is typing another."""
        if not self.hasFocus():
            self.setTime(QTime(at.hour, at.minute))

    def value(self) -> time:
        """What was typed."""
        at = self.time()
        return time(at.hour(), at.minute())


class _Digits(QValidator):
    """Digits of any script, as an input method may give them; read as a number by ``int``."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        fine = all(sign.isdecimal() for sign in text)
        state = QValidator.State.Acceptable if fine else QValidator.State.Invalid
        return state, text, position
