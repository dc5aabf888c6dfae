"""Past rounds from a table or a calendar: every row looked at before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from consultations_gui.application import consultations, ledger_import, offices
from consultations_gui.application.ledger_import import LedgerIntake, OtherLedger
from consultations_gui.desktop.paths import resource
from consultations_gui.domain.errors import DomainError, TableErrors
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.asking import Asking
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.intake_rows import (
    HOST,
    INTAKE_COLUMNS,
    OTHER_COLUMNS,
    IntakeRow,
    OtherRow,
    other_summary,
)
from consultations_gui.ui.models.rows import RowsModel
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField
from consultations_gui.ui.widgets.sidecells import SideCells
from consultations_gui.ui.widgets.tables import ROW, RowsTable

EXPLAINED = N_(
    "A table (CSV in UTF-8, or XLSX) with the columns date, end, number, host, country, city, "
    "kind, status, basis and mechanism, or a calendar (.ics). Only the date must be there; a month "
    "is enough. Rows that name a mechanism are another one's and are never stored."
)
KINDS = ("*.csv", "*.xlsx", "*.ics")
SAMPLE = "sister-mechanism.csv"
"""The public record of a sister mechanism, shipped as an example of such a table."""
FRAME = 4
"""What a table's frame takes beside its rows."""


class ImportLedgerDialog(FormDialog):
    """Choose a file, see what each row would bring, store what is new."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Import past rounds"), N_("Store what is new"), parent)
        self._intake: LedgerIntake | None = None
        self._errors: tuple[DomainError, ...] = ()
        self._asked: Path | None = None
        self._busy = False
        self._reading: Asking[tuple[Path, LedgerIntake]] = Asking(
            desk, lambda: desk.words.tr("Reading the file"), self._take, self._refuse
        )
        self._cities = desk.read(offices.city_book) or CityBook()
        self.file = PathField(desk, self.texts, KINDS)
        self.sample = QPushButton()
        self.found = label(role=Role.STRONG, wrap=True)
        self.rows: RowsModel[IntakeRow] = RowsModel(INTAKE_COLUMNS, desk.words, self)
        self.table = RowsTable(self.rows, stretch=len(INTAKE_COLUMNS) - 1)
        self.table.grow_rows()
        self.others: list[RowsTable] = []
        self.problems = QListWidget()
        for button in (self.accept_button, self.cancel_button):
            button.setAutoDefault(False)  # Enter after the path shows the rows, and no more
        self.accept_button.setDefault(False)
        self._build()
        self.present()

    def _build(self) -> None:
        note = label(role=Role.MUTED, wrap=True)
        self.texts.bind(note.setText, EXPLAINED)
        file = Labelled(self.file)
        self.texts.bind(file.set_caption, N_("File"))
        self.sample.setProperty("role", "textlink")
        self.sample.setAutoDefault(False)
        self.texts.bind(self.sample.setText, N_("Look at an example: a sister mechanism's record"))
        self.sample.clicked.connect(lambda: self.file.put(resource("sample", SAMPLE)))
        self.file.settled.connect(self._read)
        self.texts.name(self.table, N_("Rows of the file"))
        self._mark_hosts(self.table, self.rows.row)
        self.problems.setWordWrap(True)
        self.problems.setProperty("role", "lines")
        self.texts.name(self.problems, N_("What is wrong in the table"))
        inside = QWidget()
        inside.setProperty("role", "page")
        self._apart = QVBoxLayout(inside)
        self._apart.setContentsMargins(0, 0, 0, 0)
        self.apart = QScrollArea()
        self.apart.setProperty("role", "page")
        self.apart.setFrameShape(QFrame.Shape.NoFrame)
        self.apart.setWidgetResizable(True)
        self.apart.setWidget(inside)
        for widget in (note, file, self.sample, self.found):
            self.form.addWidget(widget)
        for part in (self.table, self.problems, self.apart):
            self.form.addWidget(part, 1)
        self.resize(900, 620)

    def finish(self) -> bool:
        path, intake = self.file.path, self._intake
        if path is not None and intake is not None:
            self._at_work(busy=True)
            self.desk.start(
                self.desk.words.tr("Storing the rounds"),
                lambda ctx, _task: ledger_import.take_in(ctx, path),
                self._stored,
                on_error=self._not_stored,
                changes=True,
            )
        return False

    def reject(self) -> None:
        """Not amid the storing: its end is told here."""
        if not self._busy:
            super().reject()

    def _at_work(self, *, busy: bool) -> None:
        self._busy = busy
        self.file.setEnabled(not busy)
        self.sample.setEnabled(not busy)
        self.present()

    def _stored(self, done: LedgerIntake) -> None:
        count = len(done.new)
        self.desk.tell(
            lambda words: words.trn("{n} round stored", "{n} rounds stored", count),
            undo_offer(self.desk),
        )
        if isValid(self):  # else the window is being closed
            self._busy = False
            self.accept()

    def _not_stored(self, error: DomainError) -> None:
        """The file, or what is on record, has changed since the rows were looked at."""
        if isValid(self):
            self._at_work(busy=False)
            self._refuse(error)
            self.file.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Show the rows, or what is wrong in them, in the language in use."""
        words, intake = self.desk.words, self._intake
        new = intake is not None and bool(intake.new)
        self.accept_button.setEnabled(new and not self._busy)
        self.problems.setVisible(bool(self._errors))
        self.problems.clear()
        self.problems.addItems([error_text(error, words) for error in self._errors])
        self.table.setVisible(not self._errors and (intake is None or bool(intake.entries)))
        self.apart.setVisible(intake is not None and bool(intake.others))
        self.found.setText(self._summary())
        self.found.setVisible(bool(self.found.text()))
        known = {one.id: one for one in self.desk.read(consultations.list_all) or ()}
        entries = intake.entries if intake else ()
        rows = tuple(IntakeRow(one, known.get(one.duplicate), self._cities) for one in entries)
        self.rows.show_rows(rows, words)
        self._show_others(intake.others if intake else ())

    def _summary(self) -> str:
        words, intake = self.desk.words, self._intake
        if self._errors:
            return words.trn(
                "{n} error; nothing will be taken over until it is corrected in the table.",
                "{n} errors; nothing will be taken over until they are corrected in the table.",
                len(self._errors),
            )
        if intake is None:
            return ""
        if not intake.entries and not intake.others:
            return words.tr("No consultation was found in this file.")
        return words.tr(
            "New: {new}. Already there: {there}. Another mechanism's, not stored: {others}.",
            new=len(intake.new),
            there=len(intake.entries) - len(intake.new),
            others=sum(len(other.ledger.entries) for other in intake.others),
        )

    def _show_others(self, others: tuple[OtherLedger, ...]) -> None:
        clear(self._apart)
        self.others = []
        for other in others:
            self._show_other(other)
        self._apart.addStretch(1)

    def _show_other(self, other: OtherLedger) -> None:
        words = self.desk.words
        head = words.tr(
            "Another mechanism, not this agreement's; nothing of it is stored: {name}",
            name=other.mechanism,
        )
        model: RowsModel[OtherRow] = RowsModel(OTHER_COLUMNS, words, self)
        table = RowsTable(model, stretch=len(OTHER_COLUMNS) - 1)
        table.grow_rows()
        model.show_rows([OtherRow(one, self._cities) for one in other.ledger.entries], words)
        self._mark_hosts(table, model.row)
        table.setAccessibleName(head)
        table.fit_columns()
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setFixedHeight(ROW * (model.rowCount() + 1) + FRAME)
        rows = table.verticalHeader()
        rows.sectionResized.connect(lambda *_: table.setFixedHeight(ROW + rows.length() + FRAME))
        self.others.append(table)
        self._apart.addWidget(label(head, Role.WARNING, wrap=True))
        self._apart.addWidget(label(other_summary(other.ledger, words), Role.MUTED, wrap=True))
        self._apart.addWidget(table)

    def _mark_hosts(
        self, table: RowsTable, row_at: Callable[[int], IntakeRow | OtherRow | None]
    ) -> None:
        def host(at: int) -> Side | None:
            row = row_at(at)
            return row.host if row else None

        table.setItemDelegate(SideCells(self.desk.theme, {HOST: host}, parent=table))

    def _read(self) -> None:
        """Read the file in the background; rows of the same file stay in sight meanwhile."""
        path = self.file.path
        if path != self._asked:
            self._asked, self._intake, self._errors = path, None, ()
            self.wrong.hide()
            self.present()
        if path is not None:
            self._reading.ask(lambda ctx, _task: (path, ledger_import.preview(ctx, path)))

    def _take(self, read: tuple[Path, LedgerIntake]) -> None:
        path, intake = read
        if isValid(self) and path == self._asked:
            self._intake, self._errors = intake, ()
            self.wrong.hide()
            self.present()

    def _refuse(self, error: DomainError) -> None:
        if not isValid(self):
            return  # closed before its file was read
        self._intake, self._errors = None, ()
        if isinstance(error, TableErrors):
            self._errors = error.errors
        else:
            self.wrong.setText(error_text(error, self.desk.words))
        self.wrong.setVisible(not self._errors)
        self.present()
