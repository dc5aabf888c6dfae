"""How the window starts: something true at once, everything else right after it is painted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from consultations_gui.domain.errors import DomainError
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import SCREENS, START
from consultations_gui.ui.sight import Sight, SightFile
from consultations_gui.ui.views.today import TodayView

if TYPE_CHECKING:
    from consultations_gui.ui.main_window import MainWindow

FIRST_VIEW = "today"
WAKE_AFTER_MS = 20
"""So that the painting has reached the screen before the rest begins."""


class Starting(QObject):
    """Starts one window.

    ``awake`` follows the first painting, once everything that could wait for
    it is there; ``refused`` says instead that the register cannot be opened.
    """

    awake = Signal()
    refused = Signal(object)

    def __init__(self, window: MainWindow, sights: SightFile | None) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._sights = sights
        self._painted = False

    def begin(self, today: date | None = None, packet: str = "") -> None:
        """Show the screen last used, or ask whose office this is; or show a ``packet``'s file.

        Where nothing has changed since it was last seen, the first screen is
        shown as it was (``today`` is the day it must be of) and read again
        right after it is painted. Otherwise the register is opened first:
        raises the :class:`DomainError` that it is refused with.
        """
        wanted = self._desk.preferences.value.view or FIRST_VIEW
        sight = self._load(today) if wanted == FIRST_VIEW and not packet else None
        if sight is not None:
            self._show(sight)
            return
        _ = self._desk.ctx
        window = self._window
        window.read_office()
        if window.side.office is None:
            window.stage.show_place(Place(START.name))
            return
        if packet:
            window.show_place(Place("packet", packet))
            return
        known = any(screen.name == wanted for screen in SCREENS)
        window.go(wanted if known else FIRST_VIEW)

    def painted(self) -> None:
        """The window was painted; after the first time the rest begins."""
        if not self._painted:
            self._painted = True
            QTimer.singleShot(WAKE_AFTER_MS, self._wake)

    def keep(self) -> None:
        """Keep the sight of the first screen for the next start."""
        from consultations_gui.ui.keeping import keep_sight  # noqa: PLC0415  # not at the start

        known = self._desk.opened and self._window.side.office is not None
        if self._sights is not None and known:
            keep_sight(self._desk, self._sights)

    def _load(self, today: date | None) -> Sight | None:
        if self._sights is None or today is None:
            return None
        return self._sights.load(self._desk.language.language, today)

    def _show(self, sight: Sight) -> None:
        window = self._window
        self._desk.language.take_term(sight.term)
        window.show_office(sight.office)
        window.side.show_waiting(sight.waiting)
        view = window.stage.prepare(FIRST_VIEW)
        if isinstance(view, TodayView):
            view.show_sight(sight.today)
        window.go(FIRST_VIEW)

    def _wake(self) -> None:
        window, waited = self._window, not self._desk.opened
        from consultations_gui.ui.notices import (  # noqa: PLC0415  # not at the start
            Notices,
            program_icon,
        )

        try:
            _ = self._desk.ctx
        except DomainError as error:
            self.refused.emit(error)
            return
        if waited:
            window.read_office()
            if window.stage.view is not None:
                window.stage.view.refresh()
        _ = window.undoing
        window.setWindowIcon(program_icon(self._desk))
        self._notices = Notices(self._desk, window)
        window.count_waiting()
        self.awake.emit()
