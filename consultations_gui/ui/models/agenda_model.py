"""The agenda as a Qt table: what stands in each cell, and how it follows a new state."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.parties import CityBook, Lang
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models import agenda_cells as cells
from consultations_gui.ui.models.agenda_cells import Cell, Draft
from consultations_gui.ui.models.agenda_rows import DayEntry, Entry, ItemEntry, entries

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The whole :class:`Cell`."""
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The :class:`Entry` of the row."""


class Column(IntEnum):
    """The columns, as the model counts them."""

    NUMBER = 0
    TIME = 1
    ZH = 2
    RU = 3
    MINUTES = 4
    APPROVALS = 5


LANGS: dict[Column, Lang] = {Column.ZH: Lang.ZH, Column.RU: Lang.RU}
EDITABLE = (Column.ZH, Column.RU, Column.MINUTES)

HEADINGS: dict[Column, str] = {
    Column.NUMBER: N_("No."),
    Column.TIME: N_("Time"),
    Column.ZH: "中文",
    Column.RU: "Русский",
    Column.MINUTES: N_("Minutes"),
    Column.APPROVALS: N_("Approval"),
}
"""Column headings; the two languages each by its own name."""

_ROOT = QModelIndex()


class AgendaModel(QAbstractTableModel):
    """Rows of one agenda under the headings of their days.

    It stores nothing itself: editors hand what was typed to the screen, and
    the new state comes back through :meth:`show`. A text that could not be
    stored is kept in :attr:`drafts` and shown in its cell until it is settled.
    """

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._view: AgendaView | None = None
        self._entries: list[Entry] = []
        self._cities = CityBook()
        self.drafts: dict[tuple[str, Lang], Draft] = {}

    # --- state ------------------------------------------------------------------------------

    def show(self, view: AgendaView | None, cities: CityBook, words: Words) -> None:
        """Follow a new state row by row, so that selection and open editors stay where they are.

        ``words`` says it in the language in use.
        """
        same = self._view and view and self._view.agenda.id == view.agenda.id
        spoken, self._words, self._cities = self._words, words, cities
        if spoken is not words:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if not same or view is None:
            self.beginResetModel()
            self._view = view
            self._entries = list(entries(view)) if view else []
            self.endResetModel()
            return
        wanted = entries(view)
        self._view = view
        self._follow(wanted)
        self._entries = list(wanted)
        self._all_changed()

    def keep(self, uid: str, lang: Lang, draft: Draft | None) -> None:
        """Keep a text that could not be stored, or forget it (``None``)."""
        if draft is None:
            self.drafts.pop((uid, lang), None)
        else:
            self.drafts[uid, lang] = draft
        self._all_changed()

    def entry(self, row: int) -> Entry | None:
        """What stands in table row ``row``."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def item(self, row: int) -> ItemEntry | None:
        """The agenda row in table row ``row``; ``None`` for a day's heading."""
        entry = self.entry(row)
        return entry if isinstance(entry, ItemEntry) else None

    def row_of(self, key: str) -> int:
        """The table row of an item's uid or a day's key; -1 if it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    @property
    def listed(self) -> tuple[Entry, ...]:
        """Everything listed, in order."""
        return tuple(self._entries)

    def cell(self, row: int, column: Column) -> Cell:
        """What a cell shows."""
        entry, view = self._entries[row], self._view
        if view is None:
            return Cell()
        if isinstance(entry, DayEntry):
            first = column is Column.NUMBER
            return cells.day_cell(view, entry, self._cities, self._words) if first else Cell()
        return self._item_cell(view, entry, column)

    def _item_cell(self, view: AgendaView, entry: ItemEntry, column: Column) -> Cell:
        row, words = entry.row, self._words
        if column in LANGS:
            lang = LANGS[column]
            return cells.text_cell(row, lang, self.drafts.get((entry.key, lang)), words)
        if column is Column.NUMBER:
            return cells.number_cell(row, words)
        if column is Column.TIME:
            return cells.time_cell(row, words)
        if column is Column.MINUTES:
            return cells.minutes_cell(view, row, words)
        return cells.approvals_cell(row, words)

    def _follow(self, wanted: tuple[Entry, ...]) -> None:
        keys = {entry.key for entry in wanted}
        for at in reversed(range(len(self._entries))):
            if self._entries[at].key not in keys:
                self.beginRemoveRows(_ROOT, at, at)
                del self._entries[at]
                self.endRemoveRows()
        for at, entry in enumerate(wanted):
            here = self._entries[at].key if at < len(self._entries) else ""
            if here == entry.key:
                continue
            found = self.row_of(entry.key)
            if found < 0:
                self.beginInsertRows(_ROOT, at, at)
                self._entries.insert(at, entry)
                self.endInsertRows()
            else:
                self.beginMoveRows(_ROOT, found, found, _ROOT, at)
                self._entries.insert(at, self._entries.pop(found))
                self.endMoveRows()

    def _all_changed(self) -> None:
        if self._entries:
            last = self.index(len(self._entries) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._view is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        if self._view.agenda.status is AgendaStatus.FINAL:
            return flags
        if self.item(index.row()) is None:
            return flags | Qt.ItemFlag.ItemIsEditable
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        if role == ENTRY_ROLE:
            return self._entries[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return self._to_edit(index)
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            CELL_ROLE,
        ):
            return None
        cell = self.cell(index.row(), Column(index.column()))
        if role == CELL_ROLE:
            return cell
        return cell.told if role == Qt.ItemDataRole.AccessibleTextRole else cell.text

    def _to_edit(self, index: Index) -> object:
        entry = self._entries[index.row()]
        if isinstance(entry, DayEntry):
            return entry.opens
        if index.column() == Column.MINUTES:
            return entry.row.item.minutes
        return self.cell(index.row(), Column(index.column())).text

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
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        heading = HEADINGS[Column(section)]
        return heading if Column(section) in LANGS else self._words.tr(heading)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction
