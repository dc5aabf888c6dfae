"""All consultations as a Qt table that sorts, filters, and asks for agendas only when seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import CityBook
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.phrases import named

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The :class:`Consultation` of the row."""
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the list."""

    ID = 0
    HOST = 1
    NAME = 2
    WHEN = 3
    WHERE = 4
    STATUS = 5
    AGENDA = 6


HEADINGS: dict[Column, str] = {
    Column.ID: N_("ID"),
    Column.HOST: N_("Host"),
    Column.NAME: N_("Consultation"),
    Column.WHEN: N_("Dates"),
    Column.WHERE: N_("Venue"),
    Column.STATUS: N_("Status"),
    Column.AGENDA: N_("Agenda"),
}

Keep = Callable[[Consultation], bool]


def everything(_one: Consultation) -> bool:
    """No filter."""
    return True


class ConsultationsModel(QAbstractTableModel):
    """Rows of consultations. ``agendas_wanted(ids)`` asks for agendas of rows that came in sight.

    What is known of them comes back through :meth:`know`.
    """

    agendas_wanted = Signal(object)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._cities = CityBook()
        self._all: tuple[Consultation, ...] = ()
        self._rows: tuple[Consultation, ...] = ()
        self._keep: Keep = everything
        self._order = (Column.WHEN, Qt.SortOrder.AscendingOrder)
        self._agendas: dict[str, AgendaView] = {}
        self._asked: set[str] = set()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)

    @property
    def rows(self) -> tuple[Consultation, ...]:
        """What is listed, in order."""
        return self._rows

    def show(self, all_: tuple[Consultation, ...], cities: CityBook, words: Words) -> None:
        """Show other consultations, or the same in another language."""
        if (all_, words) == (self._all, self._words):
            self._forget()
            return
        self._cities, self._words = cities, words
        self._agendas.clear()
        self._asked.clear()
        self._arrange(all_)

    def keep(self, wanted: Keep) -> None:
        """List only what ``wanted`` lets through."""
        self._keep = wanted
        self._arrange(self._all)

    def know(self, agendas: Mapping[str, AgendaView]) -> None:
        """Take over agendas that were asked for."""
        self._agendas.update(agendas)
        self._asked.difference_update(agendas)
        self._agendas_changed()

    def row_of(self, id: str) -> int:
        """The row of a consultation; -1 if it is not listed."""
        return next((row for row, one in enumerate(self._rows) if one.id == id), -1)

    def _forget(self) -> None:
        self._agendas.clear()
        self._asked.clear()
        self._agendas_changed()

    def _agendas_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.AGENDA)
            self.dataChanged.emit(self.index(0, Column.AGENDA), last)

    def _arrange(self, all_: tuple[Consultation, ...]) -> None:
        column, order = self._order
        down = order == Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        self._all = all_
        kept = (one for one in all_ if self._keep(one))
        self._rows = tuple(sorted(kept, key=lambda one: self._key(one, column), reverse=down))
        self.endResetModel()

    def _key(self, one: Consultation, column: Column) -> tuple[object, ...]:
        when = one.dates.planning_day if one.dates else date.max
        number = one.number or int("".join(s for s in one.id if s.isdecimal()) or 0)
        if column is Column.ID:
            return (list(Kind).index(one.kind), number)
        if column is Column.STATUS:
            return (list(Status).index(one.status), when)
        if column in (Column.NAME, Column.WHERE):
            return (self._text(one, column), when)
        if column is Column.HOST:
            return (one.host or "", when)
        return (when, number)

    def _ask(self) -> None:
        wanted = tuple(self._asked - self._agendas.keys())
        if wanted:
            self.agendas_wanted.emit(wanted)

    # --- Qt ---------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the agenda's column sorts by date."""
        self._order = (Column(column), order)
        self._arrange(self._all)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        one, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return named(self._words.tr(HEADINGS[column]), self._text(one, column), self._words)
        return None

    def _text(self, one: Consultation, column: Column) -> str:
        words = self._words
        if column is Column.HOST:
            return label(one.host, words) if one.host else words.tr("no host")
        if column is Column.NAME:
            return name_text(one, words)
        if column is Column.WHEN:
            return when_text(one, words)
        if column is Column.WHERE:
            return where_text(one.venue, self._cities, words)
        if column is Column.STATUS:
            return label(one.status, words)
        return one.id if column is Column.ID else self._agenda_text(one)

    def _agenda_text(self, one: Consultation) -> str:
        view, words = self._agendas.get(one.id), self._words
        if view is None:
            if one.id not in self._asked:
                self._asked.add(one.id)
                self._asking.start(0)
            return "…"
        ready = view.readiness
        if not ready.texts:
            return words.tr("no agenda yet")
        return words.tr(
            "{status}, zh\u00a0{zh}/{total}, ru\u00a0{ru}/{total}",
            status=label(view.agenda.status, words),
            zh=ready.zh,
            ru=ready.ru,
            total=ready.texts,
        )

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
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.tr(HEADINGS[Column(section)])
        if role == Qt.ItemDataRole.DisplayRole:
            if section == Column.HOST:  # a mark one letter wide has room for a short heading only
                return self._words.trc("column", "Host")
            return self._words.tr(HEADINGS[Column(section)])
        return None
