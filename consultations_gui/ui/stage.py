"""Holds the screens: each is made when it is first shown, and shown again as it was left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consultations_gui.ui.desk import Desk
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import Screen
from consultations_gui.ui.view import View


class Stage(QStackedWidget):
    """The part of the window that changes. ``shown(name)`` follows every change of screen."""

    shown = Signal(str)
    heading_changed = Signal()

    def __init__(
        self, desk: Desk, screens: Sequence[Screen], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._screens = {screen.name: screen for screen in screens}
        self._views: dict[str, View] = {}
        self._current = ""

    @property
    def current(self) -> str:
        """The name of the screen shown, or nothing before the first."""
        return self._current

    @property
    def view(self) -> View | None:
        """The screen shown."""
        return self._views.get(self._current)

    def knows(self, name: str) -> bool:
        """Whether the window has a screen of this name."""
        return name in self._screens

    def show_place(self, place: Place) -> None:
        """Show a place. Raises :class:`KeyError` for a screen the window does not have."""
        self.flush()
        view = self.prepare(place.view)
        self._current = place.view
        if place.id or place.part:
            view.open(place)
        self.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(place.view)

    def prepare(self, name: str) -> View:
        """The screen ``name``, made if need be but not shown. Raises :class:`KeyError`."""
        return self._views.get(name) or self._make(self._screens[name])

    def flush(self) -> None:
        """Let the screen shown store what waits for its autosave."""
        if self.view is not None:
            self.view.flush()

    def _make(self, screen: Screen) -> View:
        view = screen.make(self._desk)
        view.setObjectName(screen.name)
        view.heading_changed.connect(self.heading_changed)
        self._views[screen.name] = view
        self.addWidget(view)
        return view
