"""A word from the system when long work ends while the person looks elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from consultations_gui.desktop.notifications import Notifier
from consultations_gui.ui.desk import Desk

ICON = "calendar-days"
ICON_SIDE = 64


def program_icon(desk: Desk) -> QIcon:
    """The program's own icon, in the accent colour."""
    return QIcon(desk.theme.icons.pixmap(ICON, "accent", QSize(ICON_SIDE, ICON_SIDE)))


class Notices(QObject):
    """Tells of finished work, never while the window is in front, never with a name or text."""

    def __init__(self, desk: Desk, window: QWidget, notifier: Notifier | None = None) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._notifier = notifier or Notifier(program_icon(desk), self)
        self._notifier.clicked.connect(self._come_back)
        desk.finished.connect(self._tell)

    def _tell(self, title: str) -> None:
        words = self._desk.words
        program = words.trc("program", "Consultations")
        self._notifier.notify(program, words.tr("Done: {what}", what=title))

    def _come_back(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
