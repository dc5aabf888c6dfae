"""The ledger: every meeting in order, whose turn it used, on what basis, and whose turn is next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import consultations, offices
from consultations_gui.application import ledger as ledgers
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.rotation import Ledger
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.consultation_steps import TurnDialog
from consultations_gui.ui.dialogs.hosting import (
    OutOfTurnDialog,
    SwapDialog,
    may_change_host,
    partners,
)
from consultations_gui.ui.dialogs.import_ledger import ImportLedgerDialog
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.models.ledger_rows import (
    LEDGER_COLUMNS,
    LedgerModel,
    LedgerRow,
    Of,
    reasons_text,
)
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Find, Heading, View
from consultations_gui.ui.views.ledger_head import LedgerHead
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import EmptyState, Role, label
from consultations_gui.ui.widgets.sidecells import SideCells
from consultations_gui.ui.widgets.tables import BESIDE, ROWS_MEASURED, RowsTable

IMPORT = "import"
"""A place's part that opens the import of past rounds."""
ROOMY = 950
"""From which width of the table on the reasons have room."""
WIDEST: dict[int, int] = {
    Of.ID: 72,
    Of.DATES: 166,
    Of.HOST: 100,
    Of.VENUE: 110,
    Of.STATUS: 142,
    Of.TURN: 100,
    Of.BASIS: 120,
}
"""How wide each column may be: their texts go on in another line, the reasons take the rest."""
NARROW: dict[int, int] = {**WIDEST, Of.DATES: 116, Of.STATUS: 128}
"""The same without the reasons: the basis takes the rest."""


class LedgerTable(RowsTable):
    """Rows as high as their texts, with the reasons where there is room; they stand below too."""

    def __init__(self, model: LedgerModel) -> None:
        super().__init__(model, stretch=(Of.BASIS, Of.WHY))
        self.grow_rows()

    def fit(self) -> None:
        """Give the columns the widths their texts need, what is left over to the longest texts."""
        roomy, modes = self.width() >= ROOMY, QHeaderView.ResizeMode
        self.setColumnHidden(Of.WHY, not roomy)
        basis = modes.Interactive if roomy else modes.Stretch
        self.horizontalHeader().setSectionResizeMode(Of.BASIS, basis)
        self.fit_columns(caps=WIDEST if roomy else NARROW)
        if roomy:
            self._share()

    def _share(self) -> None:
        """Let basis and reasons share their room as most of their texts need, so rows stay low."""
        basis, why = self._usual(Of.BASIS), self._usual(Of.WHY)
        room = self.columnWidth(Of.BASIS) + self.columnWidth(Of.WHY)
        share = min(basis, room * basis // (basis + why))
        self.setColumnWidth(Of.BASIS, max(self.columnWidth(Of.BASIS), share))

    def _usual(self, column: int) -> int:
        """How wide half of the first texts of a column are at most, in one line."""
        rows = range(min(self.model().rowCount(), ROWS_MEASURED))
        texts = (str(self.model().index(row, column).data() or "") for row in rows)
        widths = sorted(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return BESIDE + (widths[(len(widths) - 1) // 2] if widths else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class LedgerView(View):
    """All entries; nothing is edited in them, what both sides agreed is recorded to them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._ledger: Ledger | None = None
        self._cities = CityBook()
        self.dialog: QDialog | None = None
        self.head = LedgerHead(desk.theme, self.texts)
        self.model = LedgerModel(LEDGER_COLUMNS, desk.words, self)
        self.table = LedgerTable(self.model)
        alone: dict[int, str | None] = {Of.HOST: "–", Of.TURN: None}
        self.table.setItemDelegate(SideCells(desk.theme, self._sides(), alone, self.table))
        self.texts.name(self.table, N_("Entries of the ledger"))
        self.why = label(wrap=True)
        self.read_in = QPushButton()
        self.open_button, self.turn = QPushButton(), QPushButton()
        self.venue, self.swap = QPushButton(), QPushButton()
        self.empty = EmptyState()
        self._build()
        self._connect()

    # --- what the window asks ---------------------------------------------------------------

    def load(self) -> None:
        self._ledger = self.desk.read(ledgers.ledger)
        self._cities = self.desk.read(offices.city_book) or self._cities

    def present(self) -> None:
        words, found = self.desk.words, self._ledger
        if found is None:
            return
        chosen = self._id()
        self.head.show_ledger(found, words)
        rows = tuple(LedgerRow(entry, self._cities) for entry in found.entries)
        self.model.show_rows(rows, words)
        self.table.fit()
        self._choose(chosen or (rows[-1].entry.id if rows else ""))
        for part in (self.table, self.why, self.head):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(
            words.tr(
                "The ledger is empty: no meeting is on record yet. Import past rounds from a "
                "table or a calendar, or plan the first ones in the year."
            ),
            words.tr("Import past rounds…"),
        )
        self._show_row()

    def heading(self) -> Heading:
        words = self.desk.words
        crumb = Crumb(words.tr("Consultations"), Place("consultations"))
        count = len(self._ledger.entries) if self._ledger else 0
        note = words.trn("{n} entry", "{n} entries", count) if count else ""
        return Heading(words.tr("Ledger"), note, (crumb,))

    def tools(self) -> Sequence[QWidget]:
        return (self.read_in,)

    def open(self, place: Place) -> None:
        if place.part == IMPORT:
            QTimer.singleShot(0, self.import_rounds)
        elif place.id:
            if self.stale:
                self.refresh()
            self._choose(place.id)

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        acts = (self.turn, self.venue, self.swap)
        return (
            Command(words.tr("Import past rounds…"), self.import_rounds),
            *(Command(act.text(), act.click) for act in acts if act.isEnabled()),
        )

    def finds(self) -> Iterable[Find]:
        speech = self.desk.language
        languages = [speech.words_of(language) for language in (Language.ZH, Language.RU)]
        for row in self.model.rows:
            parts = (column.text(row, words) for words in languages for column in LEDGER_COLUMNS)
            yield Find(" ".join(parts), partial(self._choose, row.entry.id))

    def restyle(self) -> None:
        self.table.viewport().update()

    # --- doing ------------------------------------------------------------------------------

    def import_rounds(self) -> None:
        """Let past rounds be read from a file, after a look at them."""
        self._show_dialog(ImportLedgerDialog(self.desk, self))

    def _ask(self, make: Callable[[Consultation], QDialog]) -> None:
        one = self.desk.read(consultations.show, self._id()) if self._id() else None
        if one is None:
            return
        dialog = make(one)
        dialog.accepted.connect(lambda: self._tell(one))
        self._show_dialog(dialog)

    def _ask_swap(self) -> None:
        every = self.desk.read(consultations.list_all) or ()
        self._ask(lambda one: SwapDialog(self.desk, one, partners(one, every), self))

    def _show_dialog(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _tell(self, one: Consultation) -> None:
        self.desk.tell(
            lambda words: words.tr("Recorded for {round}", round=name_text(one, words)),
            undo_offer(self.desk),
        )

    # --- showing ----------------------------------------------------------------------------

    def _id(self) -> str:
        row = self.model.row(self.table.row)
        return row.entry.id if row else ""

    def _choose(self, id: str) -> None:
        ids = [row.entry.id for row in self.model.rows]
        if id in ids:
            self.table.choose(ids.index(id))

    def _show_row(self) -> None:
        words, row = self.desk.words, self.model.row(self.table.row)
        self.why.setText(reasons_text(row.entry, words) if row else "")
        one = self.desk.read(consultations.show, row.entry.id) if row else None
        for button in (self.open_button, self.turn):
            button.setEnabled(one is not None)
        movable = one is not None and may_change_host(one)
        self.venue.setEnabled(movable)
        self.swap.setEnabled(movable and row is not None and row.entry.number is not None)

    def _sides(self) -> dict[int, Callable[[int], Side | None]]:
        rows = self.model

        def host(at: int) -> Side | None:
            row = rows.row(at)
            return row.host if row else None

        def turn(at: int) -> Side | None:
            row = rows.row(at)
            return row.entry.turn if row else None

        return {Of.HOST: host, Of.TURN: turn}

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for button, text in (
            (self.read_in, N_("Import past rounds…")),
            (self.open_button, N_("Open")),
            (self.turn, N_("Use of the turn…")),
            (self.venue, N_("A venue out of turn…")),
            (self.swap, N_("Exchange hosts…")),
        ):
            self.texts.bind(button.setText, text)
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            note.setText,
            N_("Entries are not edited here: what both sides agreed is recorded to them."),
        )
        acts = FlowLayout(spacing=6)
        for button in (self.open_button, self.turn, self.venue, self.swap):
            acts.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        column.addWidget(self.empty, 1)
        column.addLayout(acts)
        column.addWidget(note)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        desk = self.desk
        self.read_in.clicked.connect(self.import_rounds)
        self.empty.step.clicked.connect(self.import_rounds)
        self.table.opened.connect(lambda _row: desk.go("consultation", self._id()))
        self.open_button.clicked.connect(lambda: desk.go("consultation", self._id()))
        self.turn.clicked.connect(lambda: self._ask(lambda one: TurnDialog(desk, one, self)))
        self.venue.clicked.connect(lambda: self._ask(lambda one: OutOfTurnDialog(desk, one, self)))
        self.swap.clicked.connect(self._ask_swap)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
