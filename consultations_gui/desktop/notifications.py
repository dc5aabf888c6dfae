"""A word from the system when something ends while the window is in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QSystemTrayIcon

SHOWN_MS = 8_000


def in_background() -> bool:
    """No window of the program has the person's attention."""
    return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive


class Notifier(QObject):
    """Tells the person through the system's tray, and only when the window is not in front.

    ``clicked`` is emitted when the person clicks the message: bring the
    window to the front then. The tray icon stays only while a message does.
    """

    clicked = Signal()

    def __init__(
        self,
        icon: QIcon,
        parent: QObject | None = None,
        *,
        background: Callable[[], bool] = in_background,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._background = background
        self._available = available
        self._tray: QSystemTrayIcon | None = None

    def notify(self, title: str, text: str) -> bool:
        """Show a message if the window is in the background and the system can.

        Returns whether it was shown. Nothing personal belongs in ``text``: it
        may stay in the system's list of messages.
        """
        if not self._background() or not self._available():
            return False
        tray = self._tray or self._make_tray()
        tray.show()
        tray.showMessage(title, text, self._icon, SHOWN_MS)
        return True

    def dismiss(self) -> None:
        """Take the icon away: the person is back at the window."""
        if self._tray is not None:
            self._tray.hide()

    def _make_tray(self) -> QSystemTrayIcon:
        tray = QSystemTrayIcon(self._icon, self)
        tray.messageClicked.connect(self._on_clicked)
        cast(QGuiApplication, QGuiApplication.instance()).applicationStateChanged.connect(
            self._on_state
        )
        self._tray = tray
        return tray

    def _on_clicked(self) -> None:
        self.dismiss()
        self.clicked.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.dismiss()
