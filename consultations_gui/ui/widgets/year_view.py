"""The sheet of all years in a window: an item view that scrolls over months painted as pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTableView, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.ui.models.year import MONTHS, YearModel
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.year_carry import Carried, carried_boxes, paint_carried
from consultations_gui.ui.widgets.year_geometry import YearGeometry
from consultations_gui.ui.widgets.year_glide import Glide
from consultations_gui.ui.widgets.year_month import Look, Names
from consultations_gui.ui.widgets.year_paint import DayPainter
from consultations_gui.ui.widgets.year_sheet import Sheet

_Index = QModelIndex | QPersistentModelIndex
FILL_AFTER_MS = 4
"""How long the sheet rests before it is painted on: a frame on its way is not kept up."""
FRAME = 2
"""So far a frame around a day stands out."""
NO_NAMES = Names(
    ("",) * 12,
    ("",) * 7,
    year=str,
    year_note=lambda _year: "",
    holidays=lambda _cell: (),
    title=lambda meeting: meeting.id,
    note=lambda _year, _month: "",
)


class SheetView(QTableView):
    """Shows a :class:`YearModel` as a sheet of months to scroll through.

    ``sighted(first, last)`` tells of the years in sight whenever they are
    others, ``year_changed(int)`` of the one the eye is on.

    It is a table view because Qt then tells screen readers of every day; the
    table's own places and painting are replaced by a sheet of months.
    """

    sighted = Signal(int, int)
    year_changed = Signal(int)

    def __init__(self, theme: ThemeSwitch, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._year_model = model
        # First of all: Qt asks the overridden methods already while the view is being set up.
        self._zoom = 0
        self._geometry = YearGeometry.fit(model.years, 800, 600)
        self._today: date | None = None
        self._names = NO_NAMES
        self._layers = frozenset(Side)
        self._sheet = Sheet(model, self._look)
        self.carrying: Carried | None = None
        self._sight = (model.years[0], model.years[0])
        self._year = model.years[0]
        self._glide = Glide(self.verticalScrollBar())
        self._filling = QTimer(self, singleShot=True)
        self._filling.timeout.connect(self._fill)
        _undress(self)
        self.setModel(model)
        model.dataChanged.connect(self._on_days)

    # --- what is shown ----------------------------------------------------------------------

    def say(self, names: Names) -> None:
        """The words it is painted with."""
        self._names = names
        self.repaint_all()

    def show_today(self, day: date) -> None:
        """Which day is today."""
        if day != self._today:
            self._today = day
            self.repaint_all()

    def show_layers(self, layers: frozenset[Side]) -> None:
        """The countries whose days are shown."""
        self._layers = layers
        self.repaint_all()

    def show_carried(self, carried: Carried | None) -> None:
        """Show a meeting taken up over the days it hangs over now."""
        for one in (self.carrying, carried):
            if one is not None:
                self._touch(*carried_boxes(one, self._geometry))
        self.carrying = carried

    def repaint_all(self) -> None:
        """Nothing painted so far holds any more."""
        self._sheet.clear()
        self.viewport().update()

    @property
    def day(self) -> date | None:
        """The day the keys are on."""
        return self._year_model.day(self.currentIndex())

    @property
    def year(self) -> int:
        """The year in sight: the one a third of the way down."""
        return self._geometry.year_at(self.verticalOffset() + self.viewport().height() // 3)

    @property
    def sight(self) -> tuple[int, int]:
        """The first and the last year in sight."""
        return self._sight

    @property
    def zoom(self) -> int:
        """0 shows twelve months, the last of ``ZOOMS`` one."""
        return self._zoom

    def go_to(self, day: date) -> None:
        """Put the keys on a day and bring it into sight, with its year if that was out of it."""
        index = self._year_model.index_of(day)
        if not index.isValid():
            return
        self._glide.stop()
        if not self.viewport().rect().contains(self.box_of(day)):
            self._show_month(day)
        self.setCurrentIndex(index)

    @property
    def filled(self) -> bool:
        """Every month in sight is painted with all its days."""
        top = self.verticalOffset()
        return not self._sheet.missing(top, top + self.viewport().height())

    def show_year(self, year: int) -> None:
        """Bring the beginning of a year to the top."""
        self._glide.stop()
        self.verticalScrollBar().setValue(self._geometry.year_top(year))

    def box_of(self, day: date) -> QRect:
        """Where a day stands in the viewport."""
        return self._geometry.cell_box(day).translated(0, -self.verticalOffset())

    def _show_month(self, day: date) -> None:
        """Scroll to the beginning of a day's year; where that leaves it out, of its month."""
        top = self._geometry.top_before(day, self.viewport().height())
        self.verticalScrollBar().setValue(top)

    # --- the view's geometry ----------------------------------------------------------------

    def visualRect(self, index: _Index) -> QRect:
        day = self._year_model.day(index)
        return self.box_of(day) if day else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        day = self._day_at(point)
        return self._year_model.index_of(day) if day else QModelIndex()

    def _day_at(self, point: QPoint) -> date | None:
        return self._geometry.day_at(point.x(), point.y() + self.verticalOffset())

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        day = self._year_model.day(index)
        if day is None:
            return
        box, bar = self.box_of(day), self.verticalScrollBar()
        if box.top() < 0:
            row = self._geometry.month_box(day.year, day.month)
            bar.setValue(min(row.top(), bar.value() + box.top()))
        elif box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.bottom() - self.viewport().height() + 8)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._geometry.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._geometry.cell_height)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)
        if self._filling.isActive():
            self._filling.start(FILL_AFTER_MS)
        self._look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion()  # what is selected looks like the rest; the day the keys are on is framed

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 240)

    def sizeHint(self) -> QSize:
        return QSize(1000, 700)

    def _fit(self) -> None:
        """The size or the zoom changed: what was in sight at the top stays there."""
        size, bar = self.viewport().size(), self.verticalScrollBar()
        before = self._geometry
        part = bar.value() / before.height
        after = YearGeometry.fit(self._year_model.years, size.width(), size.height(), self._zoom)
        if after != before:
            self._geometry = after
            self.repaint_all()
        self.updateGeometries()
        if after != before:
            bar.setValue(round(part * after.height))
        self._look_around()

    def _look_around(self) -> None:
        top = self.verticalOffset()
        geometry = self._geometry
        sight = (geometry.year_at(top), geometry.year_at(top + self.viewport().height()))
        if sight != self._sight:
            self._sight = sight
            self.sighted.emit(*sight)
        if self.year != self._year:
            self._year = self.year
            self.year_changed.emit(self._year)

    # --- painting ---------------------------------------------------------------------------

    def _on_days(self, first: _Index, last: _Index) -> None:
        years = self._year_model.years
        for row in range(first.row(), last.row() + 1, MONTHS):
            self._sheet.drop_year(years[row // MONTHS])
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.window))
        top = self.verticalOffset()
        painter.translate(0, -top)
        # Piece by piece: what lies between them stays as it was painted before.
        for piece in _rects(event.region()):
            self._sheet.paint(painter, piece.translated(0, top))
        if not self._filling.isActive() and not self._sheet.ready(event.rect(), top):
            self._filling.start(FILL_AFTER_MS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.carrying is not None:
            paint_carried(painter, self.carrying, self._geometry, self._theme.tokens)
        elif self.day is not None and self.hasFocus():
            box = self._geometry.cell_box(self.day)
            DayPainter(self._theme.tokens, self.font()).focus(painter, box)
        painter.end()

    def _touch(self, *boxes: QRect) -> None:
        """Paint these places of the sheet anew, with the frame around them."""
        for box in boxes:
            grown = box.adjusted(-FRAME, -FRAME, FRAME, FRAME)
            self.viewport().update(grown.translated(0, -self.verticalOffset()))

    def _fill(self) -> None:
        """Paint some of what is in sight or will be next, and come again for the rest."""
        top = self.verticalOffset()
        boxes, more = self._sheet.fill(top, top + self.viewport().height())
        for box in boxes:
            self.viewport().update(box.translated(0, -top))
        if more:
            self._filling.start(0)

    def _look(self) -> Look:
        return Look(
            self._theme.tokens,
            self.font(),
            self._geometry,
            self._names,
            self._layers,
            self._today,
            self.devicePixelRatioF(),
        )


def _rects(region: QRegion) -> list[QRect]:
    rects: Iterable[QRect] = region  # type: ignore[assignment]  # it is one; its stub lacks that
    return list(rects)


def _undress(view: QTableView) -> None:
    """Take away what makes a table of a table view."""
    view.setProperty("role", "plain")
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    for corner in view.findChildren(QAbstractButton):
        corner.hide()
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.viewport().setMouseTracking(True)
