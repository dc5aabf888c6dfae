"""Taking an agenda over from a spreadsheet: looked at first, with all that is wrong in it."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from consultations_gui.application import agendas
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.errors import DomainError, TableErrors
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField
from consultations_gui.ui.widgets.tables import RowsTable

EXPLAINED = N_(
    "A CSV (UTF-8) or XLSX table with the columns level, zh, ru, minutes and lead; level 0 is a "
    "break. The rows are added at the end of the agenda, all of them or none."
)

COLUMNS: tuple[Column[AgendaItem], ...] = (
    Column(N_("Level"), lambda item, _words: str(item.level)),
    Column("中文", lambda item, _words: item.text.zh),
    Column("Русский", lambda item, _words: item.text.ru),
    Column(N_("Minutes"), lambda item, _words: "" if item.minutes is None else str(item.minutes)),
    Column(N_("Led by"), lambda item, words: named(item.lead, words) if item.lead else ""),
)


class ImportDialog(FormDialog):
    """Choose a table, see its rows or its errors, add the rows."""

    def __init__(self, desk: Desk, id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Import an agenda table"), N_("Add the rows"), parent)
        self._id = id
        self._items: tuple[AgendaItem, ...] = ()
        self._errors: tuple[DomainError, ...] = ()
        note = label(role=Role.MUTED, wrap=True)
        self.texts.bind(note.setText, EXPLAINED)
        self.file = PathField(desk, self.texts, ("*.csv", "*.xlsx"))
        self.file.settled.connect(self._read)
        file = Labelled(self.file)
        self.texts.bind(file.set_caption, N_("File"))
        self.found = label(role=Role.STRONG, wrap=True)
        self.rows = RowsModel(COLUMNS, desk.words)
        self.table = RowsTable(self.rows, stretch=(1, 2))
        self.table.setMinimumSize(640, 240)
        self.texts.name(self.table, N_("Rows of the table"))
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setProperty("role", "lines")
        self.problems.setMinimumHeight(240)
        self.texts.name(self.problems, N_("What is wrong in the table"))
        self.form.addWidget(note)
        self.form.addWidget(file)
        self.form.addWidget(self.found)
        self.form.addWidget(self.table, 1)
        self.form.addWidget(self.problems, 1)
        self.present()

    def finish(self) -> None:
        path = self.file.path
        if path:
            self.do(agendas.import_table, self._id, path)

    def retranslate(self) -> None:
        super().retranslate()
        self._read()

    def present(self) -> None:
        """Show the rows or what is wrong with them, in the language in use."""
        self.accept_button.setEnabled(bool(self._items))
        self.problems.setVisible(bool(self._errors))
        self.table.setVisible(not self._errors)
        if self._errors:
            self._show_errors()
        else:
            self._show_items()

    def _read(self) -> None:
        self._items, self._errors = (), ()
        self.wrong.hide()
        path = self.file.path
        try:
            self._items = agendas.read_table(self.desk.ctx, path) if path else ()
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
        count = len(self._items)
        found = words.trn("{n} row will be added.", "{n} rows will be added.", count)
        self.found.setText(found if count else "")
        self.rows.show_rows(self._items, words)
