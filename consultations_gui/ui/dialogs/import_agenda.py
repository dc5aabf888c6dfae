"""Taking an agenda over from a spreadsheet: looked at first, with all that is wrong in it."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QRadioButton, QWidget

from consultations_gui.application import agendas
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.agenda_merge import Fate, Merged
from consultations_gui.domain.errors import DomainError, TableErrors
from consultations_gui.i18n.wording import country_name, error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField
from consultations_gui.ui.widgets.tables import RowsTable

EXPLAINED = N_(
    "A CSV (UTF-8) or XLSX table with the columns level, zh, ru, minutes, lead and day; the last "
    "three may be left out. Level 0 is a break; day is the meeting day, 1 for the first. All rows "
    "are taken over, or none."
)

Row = tuple[Fate, AgendaItem]
"""A row and what becomes of it."""


def _minutes(row: Row, _words: Words) -> str:
    return "" if row[1].minutes is None else str(row[1].minutes)


def _lead(row: Row, words: Words) -> str:
    return country_name(row[1].lead, words) if row[1].lead else ""


COLUMNS: tuple[Column[Row], ...] = (
    Column(N_("Level"), lambda row, _words: str(row[1].level)),
    Column("中文", lambda row, _words: row[1].text.zh),
    Column("Русский", lambda row, _words: row[1].text.ru),
    Column(N_("Minutes"), _minutes),
    Column(N_("Led by"), _lead),
    Column(N_("Day no."), lambda row, _words: str(row[1].day)),
    Column(N_("Change"), lambda row, words: named(row[0], words)),
)


class ImportDialog(FormDialog):
    """Choose a table and where its rows go, see what becomes of each or its errors."""

    def __init__(self, desk: Desk, id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Import an agenda table"), N_("Take the rows over"), parent)
        self._id = id
        self._merged: Merged | None = None
        self._errors: tuple[DomainError, ...] = ()
        shown = desk.read(agendas.show, id)
        self._there = bool(shown and shown.agenda.items)
        self.behind, self.instead = QRadioButton(), QRadioButton()
        self.file = PathField(desk, self.texts, ("*.csv", "*.xlsx"))
        self.found = label(role=Role.STRONG, wrap=True)
        self.rows = RowsModel(COLUMNS, desk.words)
        self.table = RowsTable(self.rows, stretch=(1, 2))
        self.table.grow_rows()
        self.table.fit_columns()
        self.problems = QListWidget()
        self._build()
        self.present()

    def _build(self) -> None:
        note = label(role=Role.MUTED, wrap=True)
        self.texts.bind(note.setText, EXPLAINED)
        self.file.settled.connect(self._read)
        file = Labelled(self.file)
        self.texts.bind(file.set_caption, N_("File"))
        self.texts.bind(self.behind.setText, N_("Add the rows behind those that are there"))
        self.texts.bind(
            self.instead.setText,
            N_("Put them in the place of those that are there; rows that stay keep approvals"),
        )
        self.behind.setChecked(True)
        self.instead.toggled.connect(self._read)
        self.table.setMinimumSize(720, 240)
        self.texts.name(self.table, N_("Rows of the table"))
        self.problems.setWordWrap(True)
        self.problems.setProperty("role", "lines")
        self.problems.setMinimumHeight(240)
        self.texts.name(self.problems, N_("What is wrong in the table"))
        for widget in (note, file, self.behind, self.instead, self.found):
            self.form.addWidget(widget)
        self.form.addWidget(self.table, 1)
        self.form.addWidget(self.problems, 1)
        # On an empty agenda both ways come to the same.
        self.behind.setVisible(self._there)
        self.instead.setVisible(self._there)

    def finish(self) -> None:
        path = self.file.path
        if path:
            self.do(agendas.import_table, self._id, path, replace=self.instead.isChecked())

    def retranslate(self) -> None:
        super().retranslate()
        self._read()

    def present(self) -> None:
        """Show the rows or what is wrong with them, in the language in use."""
        self.accept_button.setEnabled(self._merged is not None)
        self.problems.setVisible(bool(self._errors))
        self.table.setVisible(not self._errors)
        if self._errors:
            self._show_errors()
        else:
            self._show_items()

    def _read(self) -> None:
        self._merged, self._errors = None, ()
        self.wrong.hide()
        path = self.file.path
        try:
            if path:
                self._merged = agendas.preview_table(
                    self.desk.ctx, self._id, path, replace=self.instead.isChecked()
                )
        except TableErrors as wrong:
            self._errors = wrong.errors
        except DomainError as wrong:
            self.wrong.setText(error_text(wrong, self.desk.words))
            self.wrong.show()
        self.present()

    def _show_errors(self) -> None:
        words = self.desk.words
        self.found.setText(
            words.trn(
                "{n} error; nothing will be taken over until it is corrected in the table.",
                "{n} errors; nothing will be taken over until they are corrected in the table.",
                len(self._errors),
            )
        )
        self.problems.clear()
        self.problems.addItems([error_text(error, words) for error in self._errors])

    def _show_items(self) -> None:
        words = self.desk.words
        shown: tuple[Row, ...] = ()
        found = ""
        if self._merged is not None:
            counts = {str(fate): len(self._merged.of(fate)) for fate in Fate}
            if self.instead.isChecked():
                pairs = zip(self._merged.fates, self._merged.items, strict=True)
                shown = (*pairs, *((Fate.REMOVED, item) for item in self._merged.removed))
                found = words.tr(
                    "Rows unchanged: {kept}, changed: {changed}, new: {added}, removed: {removed}.",
                    **counts,
                )
            else:
                shown = tuple((Fate.ADDED, item) for item in self._merged.of(Fate.ADDED))
                found = words.trn(
                    "{n} row will be added.", "{n} rows will be added.", counts["added"]
                )
                found = " ".join(filter(None, (found, self._repeated(words))))
        self.found.setText(found)
        self.rows.show_rows(shown, words)

    def _repeated(self, words: Words) -> str:
        count = len(self._merged.repeated) if self._merged else 0
        return words.tr("On the agenda twice then: {count}.", count=count) if count else ""
