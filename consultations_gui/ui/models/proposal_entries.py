"""Entries of a list made of words: a side's mark, a title, further lines, a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.domain.parties import Side
from consultations_gui.ui.widgets.labels import Tone

_Index = QModelIndex | QPersistentModelIndex


class Ink(StrEnum):
    """The ink of a line; the value names a token colour."""

    TEXT = "text"
    MUTED = "muted"
    WARNING = "warning"


@dataclass(frozen=True)
class Line:
    """One line of an entry below its title."""

    text: str
    ink: Ink = Ink.MUTED


@dataclass(frozen=True)
class Entry:
    """What one row of the list says.

    ``key`` finds it again after the list was read anew. An entry without
    ``side`` has no mark. ``group`` makes it a heading, which cannot be chosen.
    ``spoken`` names the side in words for those who cannot see the mark.
    """

    key: str
    title: str
    side: Side | None = None
    lines: tuple[Line, ...] = ()
    state: str = ""
    tone: Tone = Tone.PLAIN
    group: bool = False
    spoken: str = ""

    @property
    def words(self) -> str:
        """The whole entry as a reader for the blind says it."""
        parts = (self.title, self.spoken, self.state, *(line.text for line in self.lines))
        return " · ".join(part for part in parts if part)


class EntryModel(QAbstractListModel):
    """Shows a tuple of entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry]) -> bool:
        """Show other entries; tells whether anything changed."""
        if tuple(entries) == self._entries:
            return False
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()
        return True

    def entry(self, row: int) -> Entry | None:
        """The entry in this row, if there is one."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: str) -> int:
        """The row of the entry with this key, or -1."""
        rows = (row for row, entry in enumerate(self._entries) if entry.key == key)
        return next(rows, -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return entry.words if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None or entry.group:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
