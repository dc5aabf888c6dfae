"""A packet dropped onto the window is shown, wherever it falls."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from consultations_gui.ui.desk import Desk

ENDING = ".consult"


def packet_in(data: QMimeData) -> Path | None:
    """The one packet that is dragged, if it is one file of this computer."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ENDING else None


class PacketDrops(QObject):
    """Watches one window. What a field in it takes for itself never comes here."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # those of entering and moving are drops, too
            return False
        packet = packet_in(event.mimeData())
        if packet is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._desk.go("packet", str(packet))
        return True
