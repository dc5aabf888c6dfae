"""Brings a crash report from whatever thread failed to the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from consultations_gui.desktop.crash import CrashReport


class CrashRelay(QObject):
    """Give :meth:`hand_over` to :class:`~consultations_gui.desktop.crash.CrashHooks`.

    ``show`` is called with the report in the window's thread, from the event
    loop: a dialog never opens in the middle of the paint event that failed.
    """

    _arrived = Signal(object)

    def __init__(self, show: Callable[[CrashReport], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def hand_over(self, report: CrashReport) -> None:
        """Pass a report on; from any thread."""
        self._arrived.emit(report)

    @Slot(object)
    def _on_arrived(self, report: CrashReport) -> None:
        self._show(report)
