"""The years as a table of days: one row a month, one column a day of the month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultations_gui.domain.consultation import Consultation, Precision, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import FIRST_YEAR, Day, DayKind

SHOWN_YEARS = range(FIRST_YEAR, 2061)
"""The years the planner shows."""
MONTHS = 12
LONGEST_MONTH = 31
SATURDAY = 5
CELL_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DayCell:
    """One day as the calendar shows it: both countries' day, and the meeting on it, if any."""

    cn: Day
    ru: Day
    meeting: Consultation | None = None

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


def marked_off(day: Day) -> bool:
    """Whether a day off is shown as one: the ordinary ends of weeks are not."""
    return not day.working and (day.kind is DayKind.MOVED_OFF or day.date.weekday() < SATURDAY)


@dataclass(frozen=True)
class Shade:
    """What a round that starts on a day would cost: ``total`` points, on the scale's ``step``."""

    step: int
    total: int


def lay_out(
    days: Sequence[tuple[Day, Day]], meetings: Sequence[Consultation]
) -> tuple[DayCell, ...]:
    """The cells of ``days``. Where two meetings share a day the earlier one is shown."""
    on: dict[date, Consultation] = {}
    for meeting in meetings:
        for day in _days_of(meeting):
            on.setdefault(day, meeting)
    return tuple(DayCell(cn, ru, on.get(cn.date)) for cn, ru in days)


def _days_of(meeting: Consultation) -> Sequence[date]:
    dates = meeting.dates
    if dates is None or dates.precision is Precision.MONTH:
        return ()
    if meeting.status is Status.CANCELLED:
        return ()
    return [dates.start + timedelta(days=n) for n in range(dates.days)]


class YearModel(QAbstractTableModel):
    """The months of ``years``, 31 places each; the places a month lacks hold nothing.

    A year's days come when they have been read; until then a day knows its
    number only.
    """

    def __init__(
        self,
        describe: Callable[[DayCell], str],
        years: range = SHOWN_YEARS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._years = years
        self._cells: dict[int, tuple[DayCell, ...]] = {}
        self._shades: dict[int, Mapping[date, Shade]] = {}

    @property
    def years(self) -> range:
        """The years it has rows for."""
        return self._years

    def show_year(self, year: int, cells: tuple[DayCell, ...]) -> None:
        """The days of ``year`` were read: 1 January first, every day."""
        if year in self._years:
            self._cells[year] = cells
            self._tell(year)

    def show_shades(self, year: int, shades: Mapping[date, Shade]) -> None:
        """What a round would cost that starts on these days of ``year``."""
        if year in self._years and shades != self._shades.get(year, {}):
            self._shades[year] = shades
            self._tell(year)

    def clear_shades(self) -> None:
        """No costs are shown any more."""
        shaded = [year for year, shades in self._shades.items() if shades]
        self._shades.clear()
        for year in shaded:
            self._tell(year)

    def speak(self) -> None:
        """The language changed: every description is another one now."""
        last = self.index(self.rowCount() - 1, LONGEST_MONTH - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def month(self, year: int, month: int) -> tuple[DayCell, ...] | None:
        """The days of a month; ``None`` while its year has not been read."""
        cells = self._cells.get(year)
        if cells is None:
            return None
        first = date(year, month, 1).timetuple().tm_yday - 1
        return cells[first : first + monthrange(year, month)[1]]

    def shades(self, year: int) -> Mapping[date, Shade]:
        """The costs shown in ``year``, by start."""
        return self._shades.get(year, {})

    def day(self, index: _Index) -> date | None:
        """The day at ``index``, if the month has it."""
        if not index.isValid():
            return None
        years, month = divmod(index.row(), MONTHS)
        year = self._years[years]
        if index.column() >= monthrange(year, month + 1)[1]:
            return None
        return date(year, month + 1, index.column() + 1)

    def cell(self, index: _Index) -> DayCell | None:
        """What is known of the day at ``index``; ``None`` while its year has not been read."""
        day = self.day(index)
        return self.cell_of(day) if day else None

    def cell_of(self, day: date) -> DayCell | None:
        """What is known of ``day``."""
        cells = self._cells.get(day.year)
        return cells[day.timetuple().tm_yday - 1] if cells else None

    def index_of(self, day: date) -> QModelIndex:
        """Where ``day`` stands; an invalid index if its year is not shown."""
        if day.year not in self._years:
            return QModelIndex()
        return self.index((day.year - self._years[0]) * MONTHS + day.month - 1, day.day - 1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else MONTHS * len(self._years)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else LONGEST_MONTH

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == CELL_ROLE:
            return self.cell_of(day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell_of(day)
            return self._describe(cell) if cell else f"{day:%Y-%m-%d}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _tell(self, year: int) -> None:
        first = (year - self._years[0]) * MONTHS
        last = self.index(first + MONTHS - 1, LONGEST_MONTH - 1)
        self.dataChanged.emit(self.index(first, 0), last)
