"""The answers to the four questions, read once for all who show some of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from consultations_gui.application.overview import Overview


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

    def forget(self) -> None:
        """The answer is out of date: something changed, or a new day began."""
        self._value = None
        self.changed.emit()
