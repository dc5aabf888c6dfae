"""The window's face: the application object, the crash handler, the main window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from consultations_gui.application.ports import Context
from consultations_gui.desktop.crash import CrashHooks, CrashReport, save_report
from consultations_gui.desktop.paths import log_dir, settings_path
from consultations_gui.desktop.settings import SettingsFile, Trouble
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch, language_of
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch

_TROUBLES = {
    Trouble.UNREADABLE: N_("The settings cannot be read; the program uses its defaults."),
    Trouble.BROKEN: N_("The settings file was damaged; it was kept aside and defaults are used."),
    Trouble.VALUES: N_("Some settings made no sense and were set back to their defaults."),
}


class _Faults(QObject):
    """Brings a fault from whatever thread it happened in to the window's thread."""

    happened = Signal(object)


def run(
    context: Context,
    *,
    settings: SettingsFile | None = None,
    language: str = "",
    screenshots: Path | None = None,
) -> int:
    """Open the window on ``context`` until it is closed; returns the exit code.

    ``language`` (``"zh"``, ``"ru"``, ``"en"``) overrides the person's setting
    this time. With ``screenshots`` every screen is painted into that folder
    instead, and the window never waits for anybody.
    """
    app = make_application()
    file = settings or SettingsFile(settings_path())
    loaded = file.load()
    preferences = Preferences(loaded.settings, file if screenshots is None else None, app)
    theme = ThemeSwitch(loaded.settings.theme, loaded.settings.motion, app)
    theme.start()
    speech = LanguageSwitch(language_of(language or loaded.settings.language), app)
    speech.start()
    desk = Desk(context, preferences, speech, theme, app)
    window = MainWindow(desk)
    if screenshots is not None:
        return _take_screenshots(window, screenshots)
    hooks = _catch_faults(desk, window)
    window.start()
    if loaded.trouble is not None:
        trouble = _TROUBLES[loaded.trouble]
        desk.tell(lambda words: words.tr(trouble))
    window.show()
    code = app.exec()
    hooks.remove()
    desk.tasks.close(timeout_ms=2000)
    return code


def make_application() -> QApplication:
    """The one application object, made or found."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("consultations")
    app.setApplicationDisplayName("")
    return app


def _take_screenshots(window: MainWindow, folder: Path) -> int:
    from consultations_gui.ui.screenshots import take_all  # noqa: PLC0415  # not at each start

    take_all(window, folder)
    return 0


def _catch_faults(desk: Desk, window: MainWindow) -> CrashHooks:
    faults = _Faults(window)

    def show(report: CrashReport) -> None:
        from consultations_gui.ui.dialogs.crash import CrashDialog  # noqa: PLC0415  # rarely

        CrashDialog(report, desk.words, _save, window).exec()

    def _save(report: CrashReport) -> Path:
        return save_report(report, log_dir(), datetime.now(UTC))

    faults.happened.connect(show, Qt.ConnectionType.QueuedConnection)
    handler: Callable[[CrashReport], None] = faults.happened.emit
    hooks = CrashHooks(handler)
    hooks.install()
    return hooks
