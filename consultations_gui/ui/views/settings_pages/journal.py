"""The journal: every change, who made it and when, and whether the record is still whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from consultations_gui.application import journal
from consultations_gui.application.audit import HistoryLine, Verification
from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.i18n.wording import field_text, use_case_text
from consultations_gui.i18n.wording_steps import moment_text, thing_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.view import Find
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.labels import Chip, Role, Tone, label
from consultations_gui.ui.widgets.tables import RowsTable

SHOWN = 500
"""Newest entries listed here; the terminal's ``history`` lists all."""
MOST_FIELDS = 4


def _when(line: HistoryLine, words: Words) -> str:
    return moment_text(line.at.isoformat(), words)


def _what(line: HistoryLine, words: Words) -> str:
    done = use_case_text(line.use_case, words)
    if line.undoes:
        return words.tr("Undone: {step}", step=done)
    return words.tr("Redone: {step}", step=done) if line.redoes else done


def _thing(line: HistoryLine, words: Words) -> str:
    # A single has its kind for an ID, which says nothing to a person.
    return thing_text(line.kind, words) if line.subject == line.kind else line.subject


def _fields(line: HistoryLine, words: Words) -> str:
    names = [field_text(name, words) for name in line.fields]
    shown = listed(names[:MOST_FIELDS], words)
    return f"{shown} …" if len(names) > MOST_FIELDS else shown


COLUMNS: tuple[Column[HistoryLine], ...] = (
    Column(N_("No."), lambda line, _words: str(line.seq)),
    Column(N_("When"), _when),
    Column(N_("Who"), lambda line, _words: line.actor),
    Column(N_("What was done"), _what),
    Column(N_("Thing"), _thing),
    Column(N_("Changed"), _fields),
)


class JournalPage(Page):
    """The newest entries, and a button that recomputes the whole chain."""

    title = N_("Journal")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._lines: tuple[HistoryLine, ...] = ()
        self._found: Verification | None = None
        self.widen()
        about = label(role=Role.MUTED, wrap=True)
        texts.bind(
            about.setText,
            N_(
                "Every change is kept with its author, time and content, each entry chained to the "
                "one before it by a hash. Nothing can be altered here."
            ),
        )
        self.verify = QPushButton()
        self.verify.setIcon(desk.theme.icon("shield-check"))
        texts.bind(self.verify.setText, N_("Check the whole journal"))
        self.verify.clicked.connect(self._verify)
        self.result = Chip()
        self.result.hide()
        row = QHBoxLayout()
        row.addWidget(self.verify)
        row.addWidget(self.result)
        row.addStretch(1)
        self.model = RowsModel(COLUMNS, desk.words, self)
        self.table = RowsTable(self.model, stretch=(3, 5), caps={4: 150})
        self.table.grow_rows()
        self.table.setMinimumHeight(240)
        texts.name(self.table, N_("Journal"))
        self.body.addWidget(about)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)

    def load(self) -> None:
        self._lines = self.desk.read(journal.history, limit=SHOWN) or ()
        self._found = None

    def present(self) -> None:
        self.model.show_rows(self._lines, self.desk.words)
        self._show_result()

    def finds(self) -> list[Find]:
        words = self.desk.words
        texts = [" ".join(c.text(line, words) for c in COLUMNS) for line in self._lines]
        select = self.table.selectRow
        return [Find(text, partial(select, row)) for row, text in enumerate(texts)]

    def _verify(self) -> None:
        def work(ctx: Context, _task: TaskContext) -> Verification:
            return journal.verify(ctx)

        self.desk.start(self.desk.words.tr("Checking the journal"), work, self._on_verified)

    def _on_verified(self, found: Verification) -> None:
        self._found = found
        self._show_result()

    def _show_result(self) -> None:
        words, found = self.desk.words, self._found
        if found is None:
            self.result.say("", Tone.PLAIN)
        elif found.sound:
            text = words.trn(
                "{n} entry, all of it fits", "{n} entries, all of it fits", found.count
            )
            self.result.say(text, Tone.AGREED)
        else:
            text = words.tr("Entry {number} does not fit", number=found.first_bad)
            self.result.say(text, Tone.WARNING)
