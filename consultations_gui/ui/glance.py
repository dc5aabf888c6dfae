"""The answers to the four questions, read once for all who show some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from consultations_gui.application.overview import Overview
from consultations_gui.application.waiting import WaitingKind

SCREEN_OF: dict[WaitingKind, str] = {
    WaitingKind.ANSWER: "proposals",
    WaitingKind.NEW_OFFER: "proposals",
    WaitingKind.DRAFT: "proposals",
    WaitingKind.DECISION: "proposals",
    WaitingKind.CONVENE: "proposals",
    WaitingKind.RECORD: "consultation",
    WaitingKind.NEW_DATES: "consultation",
    WaitingKind.AGENDA_EMPTY: "agenda",
    WaitingKind.TEXTS_MISSING: "agenda",
    WaitingKind.TEXTS_STALE: "agenda",
    WaitingKind.APPROVAL: "agenda",
    WaitingKind.INVITATIONS: "consultation",
    WaitingKind.DECREE: "settings",
    WaitingKind.AUTHORITIES: "agreement",
    WaitingKind.ENDING: "agreement",
}
"""The screen on which each thing that waits is done."""

ENTRY_OF = {"consultation": "consultations", "agenda": "consultations"}
"""The sidebar's entry of an inner screen."""


class Glance(QObject):
    """Reads the overview when it is asked for and the last one is out of date.

    ``changed`` says that the next answer may be another one.
    """

    changed = Signal()

    def __init__(self, read: Callable[[], Overview | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._value: Overview | None = None

    @property
    def value(self) -> Overview | None:
        """The overview as it is now; ``None`` if the register refuses it (told already)."""
        if self._value is None:
            self._value = self._read()
        return self._value

    def waiting(self) -> Counter[str]:
        """How many things wait for us, by the sidebar's entries."""
        items = self.value.waiting_for_us if self.value else ()
        screens = [SCREEN_OF[item.kind] for item in items]
        return Counter(ENTRY_OF.get(screen, screen) for screen in screens)

    def forget(self) -> None:
        """The answer is out of date: something changed, or a new day began."""
        self._value = None
        self.changed.emit()
