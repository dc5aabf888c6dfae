"""The years to act on: keys, wheel and mouse lead through them, a click asks about a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from consultations_gui.ui.models.year import YearModel
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.year_geometry import ZOOMS
from consultations_gui.ui.widgets.year_steps import stepped
from consultations_gui.ui.widgets.year_view import SheetView

_Index = QModelIndex | QPersistentModelIndex
NOTCH = 120
"""Eighths of a degree: one notch of a wheel."""
NOTCH_PX = 96


class YearCalendar(SheetView):
    """``asked(date)`` follows a click or Enter on a day.

    ``focused`` tells of the day the keys are on, ``hovered`` of the one under
    the mouse (``None`` when it leaves), ``zoomed(int)`` of the zoom.
    """

    asked = Signal(object)
    focused = Signal(object)
    hovered = Signal(object)
    zoomed = Signal(int)

    def __init__(self, theme: ThemeSwitch, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, parent)
        self._under: date | None = None

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
        self.viewport().update()
        self.focused.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.asked.emit(self.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._day_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _hover(self, day: date | None) -> None:
        if day != self._under:
            self._under = day
            self.hovered.emit(day)
