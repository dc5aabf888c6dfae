"""The year as a table of days: one row a month, one column a day of the month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.domain.consultation import Consultation, Precision, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Day

MONTHS = 12
LONGEST_MONTH = 31
CELL_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DayCell:
    """One day as the calendar shows it: both countries' day, and the meeting on it, if any.

    ``best`` marks a day of one of the best windows for the next rounds.
    """

    cn: Day
    ru: Day
    meeting: Consultation | None = None
    best: bool = False

    @property
    def date(self) -> date:
        """The day."""
        return self.cn.date

    def day(self, side: Side) -> Day:
        """What the day is in one country."""
        return self.cn if side is Side.CN else self.ru

    @property
    def common(self) -> bool:
        """Both countries work."""
        return self.cn.working and self.ru.working


def lay_out(
    days: Sequence[tuple[Day, Day]],
    meetings: Sequence[Consultation],
    best: Sequence[tuple[date, date]] = (),
) -> dict[date, DayCell]:
    """The cells of ``days``. Where two meetings share a day the earlier one is shown."""
    on: dict[date, Consultation] = {}
    for meeting in meetings:
        for day in _days_of(meeting):
            on.setdefault(day, meeting)
    wanted = {day for start, end in best for day in _span(start, end)}
    return {cn.date: DayCell(cn, ru, on.get(cn.date), cn.date in wanted) for cn, ru in days}


def _days_of(meeting: Consultation) -> Sequence[date]:
    dates = meeting.dates
    if dates is None or dates.precision is Precision.MONTH:
        return ()
    if meeting.status in (Status.CANCELLED, Status.POSTPONED):
        return ()
    return _span(dates.start, dates.end)


def _span(start: date, end: date) -> Sequence[date]:
    return [start + timedelta(days=n) for n in range((end - start).days + 1)]


class YearModel(QAbstractTableModel):
    """Twelve months of 31 places; the places a month lacks hold nothing."""

    def __init__(self, describe: Callable[[DayCell], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._cells: Mapping[date, DayCell] = {}
        self._year = 1

    @property
    def year(self) -> int:
        """The year shown."""
        return self._year

    def show_year(self, year: int, cells: Mapping[date, DayCell]) -> None:
        """Show ``cells`` of ``year``."""
        self.beginResetModel()
        self._year, self._cells = year, cells
        self.endResetModel()

    def speak(self) -> None:
        """The language changed: every description is another one now."""
        self.dataChanged.emit(self.index(0, 0), self.index(MONTHS - 1, LONGEST_MONTH - 1))

    def cell(self, index: _Index) -> DayCell | None:
        """The day at ``index``, if the month has it."""
        if not index.isValid():
            return None
        return self._cells.get(self._date(index.row(), index.column()) or date.min)

    def index_of(self, day: date) -> QModelIndex:
        """Where ``day`` stands; an invalid index if it is in another year."""
        if day.year != self._year:
            return QModelIndex()
        return self.index(day.month - 1, day.day - 1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else MONTHS

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else LONGEST_MONTH

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.date.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(cell)
        return cell if role == CELL_ROLE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _date(self, row: int, column: int) -> date | None:
        if column >= monthrange(self._year, row + 1)[1]:
            return None
        return date(self._year, row + 1, column + 1)
