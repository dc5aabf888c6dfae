"""Twelve months on one sheet: an item view, so that keys and screen readers find every day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from consultations_gui.ui.models.year import DayCell, YearModel
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.year_geometry import TITLE, WEEKDAYS, YearGeometry
from consultations_gui.ui.widgets.year_paint import Bar, DayPainter

_Action = QAbstractItemView.CursorAction
_Index = QModelIndex | QPersistentModelIndex


class YearCalendar(QTableView):
    """Paints a :class:`YearModel`. ``asked(date)`` follows a click or Enter on a day.

    It is a table view because Qt then tells screen readers of every day; the
    table's own places and painting are replaced by a sheet of months.
    """

    asked = Signal(object)
    focused = Signal(object)

    def __init__(self, theme: ThemeSwitch, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._year_model = model
        # First of all: Qt asks the overridden methods already while the view is being set up.
        self._geometry = YearGeometry.fit(1, 800, 600)
        self._today: date | None = None
        self._months: tuple[str, ...] = ("",) * 12
        self._weekdays: tuple[str, ...] = ("",) * 7
        self._months_only: dict[int, str] = {}
        self.setProperty("role", "plain")
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for corner in self.findChildren(QAbstractButton):
            corner.hide()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(model)
        model.modelReset.connect(self._fit)

    def say(self, months: tuple[str, ...], weekdays: tuple[str, ...]) -> None:
        """Names of the months and the weekdays, Monday first."""
        self._months, self._weekdays = months, weekdays
        self.viewport().update()

    def show_today(self, day: date) -> None:
        """Which day is today."""
        self._today = day
        self.viewport().update()

    def show_months_only(self, notes: dict[int, str]) -> None:
        """A note beside a month's name: a meeting of which only the month is known."""
        self._months_only = notes
        self.viewport().update()

    @property
    def day(self) -> date | None:
        """The day the keys are on."""
        cell = self._year_model.cell(self.currentIndex())
        return cell.date if cell else None

    def go_to(self, day: date) -> None:
        """Put the keys on a day of the year shown and bring it into sight."""
        index = self._year_model.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)

    def box_of(self, day: date) -> QRect:
        """Where a day stands in the viewport."""
        return self._geometry.cell_box(day).translated(0, -self.verticalOffset())

    # --- the view's geometry ----------------------------------------------------------------

    def visualRect(self, index: _Index) -> QRect:
        cell = self._year_model.cell(index)
        return self.box_of(cell.date) if cell else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        day = self._geometry.day_at(point.x(), point.y() + self.verticalOffset())
        return self._year_model.index_of(day) if day else QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        box = self.visualRect(index)
        bar = self.verticalScrollBar()
        if box.isValid() and box.top() < TITLE:
            bar.setValue(bar.value() + box.top() - TITLE - WEEKDAYS)
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 8)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def moveCursor(self, action: _Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        year = self._year_model.year
        day = self.day
        if day is None:
            return self._year_model.index_of(date(year, 1, 1))
        steps: dict[_Action, Callable[[date], date]] = {
            _Action.MoveLeft: lambda d: d - timedelta(days=1),
            _Action.MovePrevious: lambda d: d - timedelta(days=1),
            _Action.MoveRight: lambda d: d + timedelta(days=1),
            _Action.MoveNext: lambda d: d + timedelta(days=1),
            _Action.MoveUp: lambda d: d - timedelta(days=7),
            _Action.MoveDown: lambda d: d + timedelta(days=7),
            _Action.MovePageUp: lambda d: _by_months(d, -1),
            _Action.MovePageDown: lambda d: _by_months(d, 1),
            _Action.MoveHome: lambda d: date(d.year, 1, 1),
            _Action.MoveEnd: lambda d: date(d.year, 12, 31),
        }
        wanted = steps[action](day)
        return self._year_model.index_of(wanted if wanted.year == year else day)

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._geometry.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._geometry.cell_height)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 240)

    def sizeHint(self) -> QSize:
        return QSize(1000, self._geometry.height)

    def _fit(self) -> None:
        size = self.viewport().size()
        self._geometry = YearGeometry.fit(self._year_model.year, size.width(), size.height())
        self.updateGeometries()
        self.viewport().update()

    # --- acting -----------------------------------------------------------------------------

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.focused.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asks = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in asks and self.day is not None:
            self.asked.emit(self.day)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.asked.emit(self.day)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.tokens.window))
        painter.translate(0, -self.verticalOffset())
        seen = event.rect().translated(0, self.verticalOffset())
        paint = DayPainter(self._theme.tokens, self.font())
        for month in range(1, 13):
            if self._geometry.month_box(month).intersects(seen):
                self._paint_month(painter, paint, month)
        painter.end()

    def _paint_month(self, painter: QPainter, paint: DayPainter, month: int) -> None:
        tokens = self._theme.tokens
        box = self._geometry.month_box(month)
        painter.setFont(sized(self.font(), self.font().pixelSize(), bold=True))
        painter.setPen(QColor(tokens.text))
        title = QRect(box.x(), box.y(), box.width(), TITLE)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._months[month - 1])
        painter.setFont(sized(self.font(), SMALL_PX - 1))
        painter.setPen(QColor(tokens.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(title, right, self._months_only.get(month, ""))
        for column, name in enumerate(self._weekdays):
            place = QRect(
                box.x() + column * self._geometry.cell_width,
                box.y() + TITLE,
                self._geometry.cell_width,
                WEEKDAYS,
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        cells = list(self._cells(month))
        for cell in cells:
            paint.ground(painter, self._geometry.cell_box(cell.date), cell)
        for bar in self._bars(cells):
            paint.bar(painter, bar)
        for cell in cells:
            day = self._geometry.cell_box(cell.date)
            paint.number(painter, day, cell, today=cell.date == self._today)
            if cell.date == self.day and self.hasFocus():
                paint.focus(painter, day)

    def _cells(self, month: int) -> Iterator[DayCell]:
        for column in range(self._year_model.columnCount()):
            cell = self._year_model.cell(self._year_model.index(month - 1, column))
            if cell is not None:
                yield cell

    def _bars(self, cells: list[DayCell]) -> Iterator[Bar]:
        """One bar for each week a meeting touches within the month."""
        run: list[DayCell] = []
        for cell in [*cells, None]:
            goes_on = (
                cell is not None
                and run
                and cell.meeting is not None
                and cell.meeting == run[0].meeting
                and cell.date.weekday() != 0
            )
            if run and not goes_on:
                yield self._bar(run)
                run = []
            if cell is not None and cell.meeting is not None:
                run.append(cell)

    def _bar(self, run: list[DayCell]) -> Bar:
        meeting = run[0].meeting
        if meeting is None:
            raise ValueError("a bar needs a meeting")
        first, last = run[0].date, run[-1].date
        box = self._geometry.cell_box(first).united(self._geometry.cell_box(last))
        begins = meeting.dates is not None and meeting.dates.start == first
        return Bar(box, meeting, begins)


def _by_months(day: date, by: int) -> date:
    """The same day of the month ``by`` months on, or the month's last."""
    month = day.month + by
    if not 1 <= month <= 12:
        return day
    for number in range(day.day, 27, -1):
        try:
            return day.replace(month=month, day=number)
        except ValueError:
            continue
    return day.replace(month=month)
