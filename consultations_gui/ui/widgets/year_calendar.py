"""The years to act on: keys, wheel and mouse lead through them, a click asks about a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from consultations_gui.domain.consultation import Consultation
from consultations_gui.ui.models.year import YearModel
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.year_carry import EDGE, PACE, Carried
from consultations_gui.ui.widgets.year_geometry import ZOOMS
from consultations_gui.ui.widgets.year_steps import stepped
from consultations_gui.ui.widgets.year_view import SheetView

_Index = QModelIndex | QPersistentModelIndex
NOTCH = 120
"""Eighths of a degree: one notch of a wheel."""
NOTCH_PX = 96
RUSSIAN_M = "ь"
"""What the key M types on a Russian keyboard."""


class YearCalendar(SheetView):
    """``asked(date)`` follows a click or Enter on a day.

    ``focused`` tells of the day the keys are on, ``hovered`` of the one under
    the mouse (``None`` when it leaves), ``zoomed(int)`` of the zoom.

    A meeting that ``carries`` allows is taken up by dragging, or with M, and
    moved by the mouse or the keys: ``carried(Carried)`` follows every day it
    hangs over, ``dropped(Carried)`` the end of it, ``given_back()`` Escape.
    """

    carried = Signal(object)
    dropped = Signal(object)
    given_back = Signal()
    asked = Signal(object)
    focused = Signal(object)
    hovered = Signal(object)
    zoomed = Signal(int)

    def __init__(self, theme: ThemeSwitch, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self._under: date | None = None
        self._pressed: QPoint | None = None
        self._by_mouse = False
        self.carries: Callable[[Consultation], bool] = lambda _meeting: False
        self._creeping = QTimer(self, interval=30)
        self._creeping.timeout.connect(self._creep)

    def set_zoom(self, zoom: int, around: date | None = None) -> None:
        """Zoom, with the month of ``around`` (the day the keys are on) in sight."""
        zoom = min(max(zoom, 0), len(ZOOMS) - 1)
        if zoom == self._zoom:
            return
        self._glide.stop()
        self._zoom = zoom
        self._fit()
        kept = around or self.day or date(self.year, 1, 1)
        self._show_month(kept)
        self.zoomed.emit(zoom)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        years = self._year_model.years
        day = self.day or date(self.year, 1, 1)
        whole = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return self._year_model.index_of(stepped(day, action, years, whole=whole))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        days = (self._year_model.day(index) for index in (previous, current))
        self._touch(*(self._geometry.cell_box(day) for day in days if day is not None))
        self.focused.emit(self.day)
        if self.carrying is not None and not self._by_mouse and self.day is not None:
            self._carry_over(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.carrying is not None and self._carrying_key(event.key()):
            return
        asks = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in asks and self.day is not None:
            self.asked.emit(self.day)
        elif control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom + 1)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom - 1)
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(0)
        elif event.key() == Qt.Key.Key_M or event.text().lower() == RUSSIAN_M:
            self.take_up()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            under = self._day_at(event.position().toPoint())
            self.set_zoom(self._zoom + (turned > 0) - (turned < 0), under)
        elif not event.pixelDelta().isNull():
            self._glide.by(-event.pixelDelta().y(), at_once=True)
        else:
            pixels = -turned * NOTCH_PX // NOTCH
            self._glide.by(pixels, at_once=self._theme.reduced_motion)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.carrying is not None:
            self.give_back()
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if self.carrying is not None and self._by_mouse:
            self.drop()
        elif self.indexAt(event.position().toPoint()).isValid():
            self.asked.emit(self.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        under = self._day_at(at)
        pressed = self._pressed
        far = pressed and (at - pressed).manhattanLength() >= QApplication.startDragDistance()
        if pressed is not None and far and self.carrying is None:
            self._take_up_at(self._day_at(pressed), by_mouse=True)
        if self.carrying is None:
            self._hover(under)
        elif self._by_mouse:
            if under is not None:
                self._carry_over(under - timedelta(days=self.carrying.held))
            self._creeping.start()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, day: date | None) -> None:
        if day != self._under:
            self._under = day
            self.hovered.emit(day)

    # --- carrying ---------------------------------------------------------------------------

    def take_up(self) -> None:
        """Take up the meeting on the day the keys are on; the keys move it from now on."""
        self._take_up_at(self.day, by_mouse=False)

    def drop(self) -> None:
        """Let the carried meeting go where it hangs."""
        carried = self._let_go()
        if carried is not None:
            self.dropped.emit(carried)

    def give_back(self) -> None:
        """Let the carried meeting stay where it was."""
        carried = self._let_go()
        if carried is not None:
            self.given_back.emit()
            self.go_to(carried.dates.start)

    def _take_up_at(self, day: date | None, *, by_mouse: bool) -> None:
        cell = self._year_model.cell_of(day) if day else None
        meeting = cell.meeting if cell else None
        if day is None or meeting is None or not self.carries(meeting):
            return
        carried = Carried.of(meeting, day)
        if carried is None:
            return
        self._by_mouse = by_mouse
        self.show_carried(carried)
        if by_mouse:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.go_to(carried.start)
        self.carried.emit(carried)

    def _let_go(self) -> Carried | None:
        carried = self.carrying
        self._creeping.stop()
        self._pressed = None
        self.show_carried(None)
        self.viewport().unsetCursor()
        return carried

    def _carry_over(self, day: date) -> None:
        if self.carrying is not None and day != self.carrying.start:
            self.show_carried(self.carrying.over(day))
            self.carried.emit(self.carrying)

    def _carrying_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.give_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.drop()
        else:
            return False
        return True

    def _creep(self) -> None:
        """Scroll while the mouse holds a meeting near an edge."""
        at = self.viewport().mapFromGlobal(QCursor.pos())
        height = self.viewport().height()
        by = PACE if at.y() > height - EDGE else -PACE if at.y() < EDGE else 0
        if not by or self.carrying is None:
            self._creeping.stop()
            return
        self._glide.by(by, at_once=True)
        under = self._day_at(QPoint(at.x(), min(max(at.y(), 0), height - 1)))
        if under is not None:
            self._carry_over(under - timedelta(days=self.carrying.held))
