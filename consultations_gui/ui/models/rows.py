"""A table over frozen values: one value a row, one function a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.i18n.words import Words
from consultations_gui.ui.phrases import named

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title (a message ID) and how a row's value is worded in it."""

    title: str
    text: Callable[[R, Words], str]


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows a tuple of values; :meth:`speak` words everything again in another language."""

    def __init__(
        self, columns: Sequence[Column[R]], words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._words = words
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The values shown."""
        return self._rows

    def show_rows(self, rows: Sequence[R], words: Words) -> None:
        """Show ``rows``, worded by ``words``; nothing is reset when nothing changed."""
        if tuple(rows) == self._rows and words is self._words:
            return
        self.beginResetModel()
        self._rows, self._words = tuple(rows), words
        self.endResetModel()

    def row(self, number: int) -> R | None:
        """The value in row ``number``, if there is one."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return named(self._words.tr(column.title), column.text(row, self._words), self._words)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and section < len(self._columns):
            return self._words.tr(self._columns[section].title)
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
