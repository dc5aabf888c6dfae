"""What was sent for a consultation, and what was done to it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import invitations, journal
from consultations_gui.application.journal import HistoryLine
from consultations_gui.application.ports import Method
from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.times import clock
from consultations_gui.i18n.wording import field_text, label, use_case_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.invite import METHODS
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.widgets.labels import EmptyState
from consultations_gui.ui.widgets.tables import RowsTable

LINES = 200
"""How many lines of history are read; the settings' journal has them all."""


def moment(at: datetime, words: Words) -> str:
    """A stored time (UTC) as the machine's own clock shows it."""
    local = at.astimezone()
    return f"{short_date(local.date(), words.language)} {clock(local)}"


def _language(record: InvitationRecord, words: Words) -> str:
    return label(Lang(record.language), words) if record.language else words.tr("both")


SENT: tuple[Column[InvitationRecord], ...] = (
    Column(N_("When"), lambda record, words: moment(record.at, words)),
    Column(N_("What it is"), lambda record, words: words.tr(METHODS[Method(record.method)])),
    Column(N_("For whom"), lambda record, words: record.recipient or words.tr("for everybody")),
    Column(N_("Language"), _language),
    Column(N_("Version"), lambda record, _words: str(record.sequence)),
)


def _what(line: HistoryLine, words: Words) -> str:
    done = use_case_text(line.use_case, words)
    if line.undoes:
        return words.tr("Undone: {step}", step=done)
    return words.tr("Redone: {step}", step=done) if line.redoes else done


def _fields(line: HistoryLine, words: Words) -> str:
    return join_list([field_text(name, words) for name in line.fields], words.language)


DONE: tuple[Column[HistoryLine], ...] = (
    Column(N_("When"), lambda line, words: moment(line.at, words)),
    Column(N_("Who"), lambda line, _words: line.actor),
    Column(N_("What was done"), _what),
    Column(N_("Changed"), _fields),
)


class SentPage(QWidget):
    """Invitations on record; :attr:`write` opens the way to further ones."""

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._desk = desk
        self.rows = RowsModel(SENT, desk.words)
        self.table = RowsTable(self.rows, stretch=2)
        texts.name(self.table, N_("Invitations on record"))
        self.write = QPushButton()
        texts.bind(self.write.setText, N_("Write invitations…"))
        self.empty = EmptyState()
        head = QHBoxLayout()
        head.addWidget(self.write)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def show_id(self, id: str) -> None:
        """Show what was sent for one consultation, newest first."""
        words = self._desk.words
        sent = self._desk.read(invitations.sent, id) or ()
        self.rows.show_rows(sent[::-1], words)
        self.table.setVisible(bool(sent))
        self.empty.setVisible(not sent)
        self.empty.say(words.tr("Nothing has been sent for this consultation yet."))


class HistoryPage(QWidget):
    """Everything that was done to one consultation and its agenda, newest first."""

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._desk = desk
        self.rows = RowsModel(DONE, desk.words)
        self.table = RowsTable(self.rows, stretch=3)
        texts.name(self.table, N_("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self.table, 1)

    def show_id(self, id: str) -> None:
        """Show the history of one consultation."""
        lines = self._desk.read(journal.history, id, LINES) or ()
        self.rows.show_rows(lines, self._desk.words)
