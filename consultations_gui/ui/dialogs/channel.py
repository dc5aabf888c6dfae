"""How a step went: the note's number, its date, the day it was received."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.domain.proposal import Channel
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import set_state


class DayField(Labelled):
    """A date with its label; what cannot be read is told below it."""

    def __init__(self, desk: Desk, texts: Texts, caption: str) -> None:
        self.date = DateField(desk.theme, texts)
        super().__init__(self.date)
        self._desk = desk
        texts.bind(self.set_caption, caption)
        self.date.settled.connect(self.check)

    def check(self) -> bool:
        """Whether what stands there can be read; says below what is wrong."""
        try:
            self.date.value()
        except InvalidDateError as error:
            self.show_error(error_text(error, self._desk.words))
            set_state(self.date.line, "error")
            return False
        self.show_error("")
        set_state(self.date.line, "")
        return True


class ChannelEditor(QWidget):
    """Note, date, received; and the wished reply date where the step makes an offer."""

    changed = Signal()

    def __init__(self, desk: Desk, texts: Texts, *, reply: bool = False) -> None:
        super().__init__()
        self.note = QLineEdit()
        note = Labelled(self.note)
        texts.bind(note.set_caption, N_("Number of the note"))
        self.note_date = DayField(desk, texts, N_("Date of the note"))
        self.received = DayField(desk, texts, N_("Received on"))
        self.reply_by = DayField(desk, texts, N_("Reply wished by"))
        texts.bind(
            self.reply_by.set_hint,
            N_("Silence is never consent: when this day has passed, the program only says so."),
        )
        self.reply_by.setVisible(reply)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(note, 1)
        row.addWidget(self.note_date, 1)
        row.addWidget(self.received, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.reply_by)
        self.note.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def touched(self) -> bool:
        """Something was typed into it."""
        fields = (self.note_date, self.received, self.reply_by)
        return bool(self.note.text()) or any(field.date.line.text() for field in fields)

    def wrong(self) -> QWidget | None:
        """The first field that cannot be read; each says below what is wrong with it."""
        days = (self.note_date, self.received, self.reply_by)
        unreadable = [day.date.line for day in days if not day.check()]
        return unreadable[0] if unreadable else None

    def value(self) -> Channel:
        """The channel typed. Raises :class:`InvalidDateError`."""
        note_date, received = self.note_date.date.value(), self.received.date.value()
        return Channel(self.note.text().strip(), note_date, received)
