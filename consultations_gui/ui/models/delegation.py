"""One side's delegation as a table one types into; what cannot be stored yet stays as typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Lang, own_language
from consultations_gui.domain.people import Delegate, Delegation, Person, Role, require_email
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.phrases import named, spoken

Index = QModelIndex | QPersistentModelIndex
WRONG_ROLE = Qt.ItemDataRole.UserRole
"""What is wrong with the cell, in words; empty if nothing."""
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    ROLE = 0
    NAME_ZH = 1
    NAME_RU = 2
    LATIN = 3
    POST_ZH = 4
    POST_RU = 5
    EMAIL = 6
    LANGUAGE = 7


HEADINGS: dict[Column, str] = {
    Column.ROLE: N_("Role"),
    Column.NAME_ZH: N_("Chinese name"),
    Column.NAME_RU: N_("Russian name"),
    Column.LATIN: N_("In Latin letters"),
    Column.POST_ZH: N_("Post, Chinese"),
    Column.POST_RU: N_("Post, Russian"),
    Column.EMAIL: N_("E-mail"),
    Column.LANGUAGE: N_("Invited in"),
}
FIELDS: dict[Column, str] = {
    Column.NAME_ZH: "name_zh",
    Column.NAME_RU: "name_ru",
    Column.LATIN: "name_latin",
    Column.POST_ZH: "post_zh",
    Column.POST_RU: "post_ru",
    Column.EMAIL: "email",
}
"""The person's field behind each column of text."""

_SET: dict[Column, Callable[[Person, str], Person]] = {
    Column.NAME_ZH: lambda person, text: replace(person, name_zh=text),
    Column.NAME_RU: lambda person, text: replace(person, name_ru=text),
    Column.LATIN: lambda person, text: replace(person, name_latin=text),
    Column.POST_ZH: lambda person, text: replace(person, post_zh=text),
    Column.POST_RU: lambda person, text: replace(person, post_ru=text),
    Column.EMAIL: lambda person, text: replace(person, email=text),
}


def with_text(person: Person, column: Column, text: str) -> Person:
    """``person`` with another text in one of the columns of text."""
    return _SET[column](person, text)


def _typed(person: Person) -> tuple[str, ...]:
    return tuple(getattr(person, name) for name in FIELDS.values())


Store = Callable[[Delegation, Delegation], DomainError | None]
"""Stores a delegation over the one it was made from, or says why it cannot be stored."""


class DelegationModel(QAbstractTableModel):
    """Edits a delegation row by row.

    Every change asks ``store`` to keep the whole delegation. While that is
    refused (a name is still missing, an address is wrong), what was typed
    stays in the table, marked with what is wrong, and is offered again with
    the next change.
    """

    def __init__(self, words: Words, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._store = words, store
        self._stored: Delegation | None = None
        self._rows: tuple[Delegate, ...] = ()
        self.error: DomainError | None = None

    @property
    def rows(self) -> tuple[Delegate, ...]:
        """The delegates as they stand in the table."""
        return self._rows

    def show(self, delegation: Delegation, words: Words) -> None:
        """Show what is stored, unless something typed waits to be stored."""
        spoken, self._words = self._words, words
        if delegation != self._stored:
            if self.error is None:
                self._stored = delegation
            if self.error is None and delegation.delegates != self._filled():
                self.beginResetModel()
                self._rows = delegation.delegates
                self.endResetModel()
        if spoken is not words:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._changed()

    def insist(self, over: Delegation) -> None:
        """Store what was typed over what somebody else has stored meanwhile."""
        self._stored = over
        self._keep()

    def give_up(self) -> None:
        """Go back to what is stored."""
        self.error = None
        if self._stored is not None:
            self.beginResetModel()
            self._rows = self._stored.delegates
            self.endResetModel()

    # --- changing ---------------------------------------------------------------------------

    def add(self, delegate: Delegate | None = None) -> int:
        """Add a delegate at the end, an empty one to be filled in by default; returns its row."""
        side = self._stored.side if self._stored else None
        language = own_language(side) if side else Lang.ZH
        new = delegate or Delegate(Person(uuid4().hex, language=language))
        row = len(self._rows)
        self.beginInsertRows(_ROOT, row, row)
        self._rows = (*self._rows, new)
        self.endInsertRows()
        if delegate is not None:
            self._keep()
        return row

    def put(self, row: int, delegate: Delegate) -> None:
        """Put another delegate in the place of the one in ``row``."""
        self._rows = (*self._rows[:row], delegate, *self._rows[row + 1 :])
        self._keep()

    def remove(self, row: int) -> None:
        """Take a delegate out."""
        self.beginRemoveRows(_ROOT, row, row)
        self._rows = self._rows[:row] + self._rows[row + 1 :]
        self.endRemoveRows()
        self._keep()

    def move(self, row: int, by: int) -> int:
        """Move a delegate up (-1) or down (1) in protocol order; returns its row then."""
        target = row + by
        if not (0 <= row < len(self._rows) and 0 <= target < len(self._rows)):
            return row
        self.beginMoveRows(_ROOT, row, row, _ROOT, target + (1 if by > 0 else 0))
        rows = list(self._rows)
        rows.insert(target, rows.pop(row))
        self._rows = tuple(rows)
        self.endMoveRows()
        self._keep()
        return target

    def _keep(self) -> None:
        if self._stored is not None:
            wanted = replace(self._stored, delegates=self._filled())
            self.error = self._store(wanted, self._stored)
            if self.error is None:
                self._stored = wanted
        self._changed()

    def _filled(self) -> tuple[Delegate, ...]:
        """The rows in which something stands; one just added may still be empty."""
        return tuple(row for row in self._rows if any(_typed(row.person)))

    def _changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1)
            )

    # --- what is wrong ----------------------------------------------------------------------

    def wrong(self, row: int, column: Column) -> str:
        """What is wrong with a cell, in words; empty if nothing is known to be wrong."""
        if self.error is None or column not in (Column.EMAIL, Column.NAME_ZH):
            return ""
        person = self._rows[row].person
        try:
            if column is Column.EMAIL:
                require_email(person.email)
            else:
                replace(person, email="").require_valid()
        except DomainError as error:
            return error_text(error, self._words)
        return ""

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = index.row(), Column(index.column())
        if role == WRONG_ROLE:
            return self.wrong(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._value(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = named(self._words.tr(HEADINGS[column]), self._text(row, column), self._words)
            return spoken((told, self.wrong(row, column)), self._words)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column = index.row(), Column(index.column())
        if value == self._value(row, column):
            return True
        delegate = self._rows[row]
        if column is Column.ROLE:
            delegate = replace(delegate, role=Role(value))
        elif column is Column.LANGUAGE:
            delegate = replace(delegate, person=replace(delegate.person, language=Lang(value)))
        else:
            person = with_text(delegate.person, column, str(value).strip())
            delegate = replace(delegate, person=person)
        self.put(row, delegate)
        return True

    def _value(self, row: int, column: Column) -> str:
        delegate = self._rows[row]
        if column is Column.ROLE:
            return delegate.role.value
        if column is Column.LANGUAGE:
            return delegate.person.language.value
        return str(getattr(delegate.person, FIELDS[column]))

    def _text(self, row: int, column: Column) -> str:
        delegate = self._rows[row]
        if column is Column.ROLE:
            return label(delegate.role, self._words)
        if column is Column.LANGUAGE:
            return label(delegate.person.language, self._words)
        return self._value(row, column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            # What a heading adds in brackets stands below it: the columns are many.
            return self._words.tr(HEADINGS[Column(section)]).replace(" (", "\n(")
        return None
