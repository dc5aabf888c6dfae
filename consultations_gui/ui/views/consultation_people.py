"""Both delegations of a consultation, edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from consultations_gui.application import consultations
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import DomainError, StaleVersionError
from consultations_gui.domain.parties import Lang, Side, own_language
from consultations_gui.domain.people import Delegation
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.delegate import DelegateDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.delegation import Column, DelegationModel
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.views.consultation_table import PeopleTable
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.marks import SideMark

ACTS: tuple[tuple[str, str, str], ...] = (
    ("add", N_("Add a person"), "plus"),
    ("edit", N_("Edit…"), "pencil"),
    ("up", N_("Move up"), "arrow-up"),
    ("down", N_("Move down"), "arrow-down"),
    ("remove", N_("Remove"), "trash-2"),
)
_WORDED = ("add", "edit")


class DelegationCard(Card):
    """One side's people in protocol order."""

    def __init__(self, desk: Desk, side: Side, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._side = desk, side
        self._one: Consultation | None = None
        self.dialog: DelegateDialog | None = None
        self.model = DelegationModel(desk.words, self._store, self)
        self.table = PeopleTable(desk, self.model)
        self.wrong = label(role=Role.ERROR, wrap=True)
        self.insist, self.give_up = QPushButton(), QPushButton()
        self.buttons = {name: self._button(texts, name, text, icon) for name, text, icon in ACTS}
        texts.bind(self.insist.setText, N_("Store mine"))
        texts.bind(self.give_up.setText, N_("Give mine up"))
        self._build()
        self.table.asked.connect(self._do)
        self.model.dataChanged.connect(lambda *_: self._tell())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.insist.clicked.connect(self._insist)
        self.give_up.clicked.connect(self._give_up)

    def _build(self) -> None:
        self.body.removeWidget(self.heading)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(SideMark(self._desk.theme, self._side))
        head.addWidget(self.heading)
        head.addStretch(1)
        for button in self.buttons.values():
            head.addWidget(button)
        trouble = QHBoxLayout()
        trouble.addWidget(self.wrong, 1)
        trouble.addWidget(self.insist)
        trouble.addWidget(self.give_up)
        self.body.addLayout(head)
        self.body.addWidget(self.table)
        self.body.addLayout(trouble)

    def _button(self, texts: Texts, name: str, text: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._desk.theme.icon(icon))
        texts.name(button, text)
        if name in _WORDED:
            texts.bind(button.setText, text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        else:
            button.setProperty("role", "quiet")
            texts.bind(button.setToolTip, text)
        button.clicked.connect(partial(self._do, name))
        return button

    def show_one(self, one: Consultation) -> None:
        """Show the delegation of ``one``, in the language in use."""
        if self._one is not None and self._one.id != one.id:
            self.model.give_up()
        self._one = one
        words = self._desk.words
        self.model.show(one.delegation(self._side), words)
        count = words.trn("{n} person", "{n} people", len(self.model.rows))
        name = named(self._side, words)
        self.set_heading(words.tr("{side}: {count}", side=name, count=count))
        self.table.setAccessibleName(words.tr("Delegation: {side}", side=name))
        self._tell()
        self._enable()

    def flush(self) -> None:
        """Store what is being typed."""
        self.table.flush()

    # --- doing ------------------------------------------------------------------------------

    def _do(self, what: str) -> None:
        row = self.table.row
        if what == "add":
            first = Column.NAME_ZH if own_language(self._side) is Lang.ZH else Column.NAME_RU
            self.table.type_into(self.model.add(), first)
        elif row < 0:
            return
        elif what == "edit":
            self._edit(row)
        elif what == "remove":
            self._remove(row)
        else:
            self.table.choose(self.model.move(row, -1 if what == "up" else 1))
        self._tell()

    def _edit(self, row: int) -> None:
        dialog = self.dialog = DelegateDialog(self._desk, self.model.rows[row], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._put(row, dialog))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _put(self, row: int, dialog: DelegateDialog) -> None:
        self.model.put(row, dialog.delegate)
        self._tell()

    def _closed(self) -> None:
        self.dialog = None

    def _remove(self, row: int) -> None:
        person = self.model.rows[row].person
        self.model.remove(row)
        if self.model.error is None:
            name = " / ".join(dict.fromkeys(person.name(lang) for lang in Lang))
            self._desk.tell(
                lambda words: words.tr("Removed: {text}", text=name), undo_offer(self._desk)
            )

    def _store(self, wanted: Delegation, base: Delegation) -> DomainError | None:
        if self._one is None:
            return None
        return self._desk.attempt(
            lambda _error: None, consultations.set_delegation, self._one.id, wanted, None, base
        ).error

    def _insist(self) -> None:
        one = self._desk.read(consultations.show, self._one.id) if self._one else None
        if one is not None:
            self.model.insist(one.delegation(self._side))
            self._tell()

    def _give_up(self) -> None:
        self.model.give_up()
        self._desk.changed.emit()

    def _tell(self) -> None:
        error, words = self.model.error, self._desk.words
        lines = [
            words.tr("Row {row}: {problem}", row=row + 1, problem=text)
            for row in range(len(self.model.rows))
            for column in (Column.NAME_ZH, Column.EMAIL)
            if (text := self.model.wrong(row, column))
        ]
        if error is not None and not lines:
            lines = [error_text(error, words)]
        if lines:
            lines.append(
                words.tr("What you typed stays here and is stored once this is put right.")
            )
        self.wrong.setText("\n".join(lines))
        self.wrong.setVisible(bool(lines))
        self.insist.setVisible(isinstance(error, StaleVersionError))
        self.give_up.setVisible(error is not None)

    def _enable(self) -> None:
        row, last = self.table.row, len(self.model.rows) - 1
        self.buttons["edit"].setEnabled(row >= 0)
        self.buttons["remove"].setEnabled(row >= 0)
        self.buttons["up"].setEnabled(row > 0)
        self.buttons["down"].setEnabled(0 <= row < last)


class PeoplePage(QWidget):
    """Both sides' cards, the office's own first."""

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.cards = {side: DelegationCard(desk, side, texts) for side in Side}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(14)
        for card in self.cards.values():
            self._column.addWidget(card)
        self._column.addStretch(1)

    def show_one(self, one: Consultation, own: Side) -> None:
        """Show the delegations of ``one``."""
        self._column.removeWidget(self.cards[own])
        self._column.insertWidget(0, self.cards[own])
        for card in self.cards.values():
            card.show_one(one)

    def flush(self) -> None:
        """Store what is being typed."""
        for card in self.cards.values():
            card.flush()
