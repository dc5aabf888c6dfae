"""The person's settings while the window is open: read once, written soon after each change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from consultations_gui.desktop.settings import Settings, SettingsFile

SAVE_AFTER_MS = 400


class Preferences(QObject):
    """Holds the settings; :meth:`update` changes some and has them written a moment later.

    A settings file that cannot be written costs comfort only, so failing to
    write it is not told as an error. ``changed`` follows each change.
    """

    changed = Signal()

    def __init__(
        self, settings: Settings, file: SettingsFile | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._value = settings
        self._file = file
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    def update(self, **changes: object) -> None:
        """Change settings by name. Raises :class:`TypeError` for a name that is none."""
        changed = replace(self._value, **changes)  # type: ignore[arg-type]  # replace() checks names
        if changed != self._value:
            self._value = changed
            self._timer.start()
            self.changed.emit()

    def remember_splitter(self, name: str, state: str) -> None:
        """Keep the state (base64) of one splitter."""
        self.update(splitters=self._value.with_splitter(name, state).splitters)

    def save(self) -> None:
        """Write now."""
        self._timer.stop()
        if self._file is None:
            return
        try:
            self._file.save(self._value)
        except OSError:
            return
