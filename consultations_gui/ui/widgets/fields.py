"""Fields people type in: autosave that never cuts off an input method, errors beside the field."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from consultations_gui.ui.widgets.labels import Role, label, set_role, set_state

PAUSE_MS = 700
"""How long nothing is typed before the text is stored."""


class _Autosave(QObject):
    """When a field's text is to be stored: after a pause, on leaving, never amid a composition.

    ``group`` is one sitting in the field: its autosaves undo as one step.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.dirty = False
        self.composing = False
        self.group = uuid4().hex
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def entered(self) -> None:
        """The field got the focus: a new sitting begins."""
        if not self.dirty:
            self.group = uuid4().hex

    def typed(self) -> None:
        """Something was typed."""
        self.dirty = True
        self._timer.start()

    def composed(self, event: QInputMethodEvent) -> None:
        """An input method shows or commits something; while it shows, nothing is stored."""
        self.composing = bool(event.preeditString())
        if self.dirty:
            self._timer.start()

    def flush(self) -> None:
        """Store now what is waiting."""
        if not self.dirty:
            return
        if self.composing:
            self._timer.start()
            return
        self._timer.stop()
        self.dirty = False
        self.due.emit()

    def drop(self) -> None:
        """Give up what is waiting: something else is about to be shown in its place."""
        self._timer.stop()
        self.dirty = False


class TextField(QLineEdit):
    """One line of text. ``settled(text, group)`` asks to store it."""

    settled = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.autosave = _Autosave(self)
        self.textEdited.connect(lambda _text: self.autosave.typed())
        self.editingFinished.connect(self.autosave.flush)
        self.autosave.due.connect(lambda: self.settled.emit(self.text(), self.autosave.group))

    def show_text(self, text: str) -> None:
        """Show the stored text, unless something typed waits to be stored."""
        if not self.autosave.dirty and not self.autosave.composing and text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def flush(self) -> None:
        """Store now what is waiting."""
        self.autosave.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.autosave.entered()
        super().focusInEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.autosave.composed(event)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field. ``settled(text, group)`` stores it."""

    settled = Signal(str, str)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)
        self.autosave = _Autosave(self)
        self._showing = False
        self.textChanged.connect(self._on_changed)
        self.autosave.due.connect(
            lambda: self.settled.emit(self.toPlainText(), self.autosave.group)
        )

    def show_text(self, text: str) -> None:
        """Show the stored text, unless something typed waits to be stored."""
        if self.autosave.dirty or self.autosave.composing or text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def flush(self) -> None:
        """Store now what is waiting."""
        self.autosave.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.autosave.entered()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.autosave.flush()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.autosave.composed(event)

    def _on_changed(self) -> None:
        if not self._showing:
            self.autosave.typed()


class Labelled(QWidget):
    """A field with its label above and, below, what is wrong with it or a hint."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.caption = label(role=Role.MUTED)
        self.caption.setBuddy(field)
        self._below = label(role=Role.SMALL, wrap=True)
        self._below.hide()
        self._hint = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(field)
        column.addWidget(self._below)

    def set_caption(self, text: str) -> None:
        """The label, which is also the field's accessible name."""
        self.caption.setText(text)
        self.field.setAccessibleName(text)

    def set_hint(self, text: str) -> None:
        """What stands below while nothing is wrong."""
        self._hint = text
        if not self.error:
            self._say(text, Role.SMALL)

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._below.text() if self._below.property("role") == Role.ERROR else ""

    def show_error(self, text: str) -> None:
        """Say what is wrong with the field's content, which stays; nothing: it is right."""
        set_state(self.field, "error" if text else "")
        self.field.setAccessibleDescription(text)
        self._say(text or self._hint, Role.ERROR if text else Role.SMALL)

    def _say(self, text: str, role: Role) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        set_role(self._below, role)
