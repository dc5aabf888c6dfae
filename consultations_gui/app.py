"""The window's face: the application object, the crash handler, the main window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from consultations_gui.desktop.crash import CrashHooks, CrashReport, save_report
from consultations_gui.desktop.paths import cache_dir, log_dir, settings_path
from consultations_gui.desktop.settings import Settings, SettingsFile, Trouble
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch, language_of
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.sight import SightFile
from consultations_gui.ui.theme.switch import ThemeSwitch

if TYPE_CHECKING:
    from consultations_gui.application.ports import Context

BAD_INPUT = 2
CLOSE_WITHIN_MS = 2000

_TROUBLES = {
    Trouble.UNREADABLE: N_("The settings cannot be read; the program uses its defaults."),
    Trouble.BROKEN: N_("The settings file was damaged; it was kept aside and defaults are used."),
    Trouble.VALUES: N_("Some settings made no sense and were set back to their defaults."),
}


@dataclass(frozen=True)
class Whereabouts:
    """What can be known of a register without opening it.

    ``name`` tells registers apart; ``head`` gives the hash of the journal's
    last entry, or nothing where that cannot be told.
    """

    name: str
    head: Callable[[], str]


class _Faults(QObject):
    """Brings a fault from whatever thread it happened in to the window's thread."""

    happened = Signal(object)


def run(
    make_context: Callable[[], Context],
    *,
    whereabouts: Whereabouts | None = None,
    language: Language | None = None,
    settings: SettingsFile | None = None,
    packet: str = "",
) -> int:
    """Open the window until it is closed; returns the exit code.

    ``make_context`` opens the register; what it refuses (a register of a
    newer program, a file that is none) is told in a window, exit code 2. With
    ``whereabouts`` the first screen may be shown before that, as it was last
    seen, if nothing has changed since. ``language`` overrides the person's
    setting this time. ``packet`` is a file to be read first.
    """
    gc.disable()  # until the window is there: nothing of all that is made now is garbage
    app = make_application()
    file = settings or SettingsFile(settings_path())
    loaded = file.load()
    theme, speech = _dress(app, loaded.settings, language)
    desk = Desk(make_context, Preferences(loaded.settings, file, app), speech, theme, app)
    sights = _sights(whereabouts)
    try:
        window = MainWindow(desk, sights)
        window.start(datetime.now().astimezone().date() if sights else None, packet)
    except DomainError as error:
        gc.enable()
        _refuse(error, speech)
        return BAD_INPUT
    window.starting.awake.connect(_begin_to_tidy)
    window.starting.refused.connect(lambda error: _give_up(app, error, speech))
    hooks = _catch_faults(desk, window)
    _tell_trouble(desk, loaded.trouble)
    window.appear()
    code = app.exec()
    hooks.remove()
    window.starting.keep()
    desk.tasks.close(CLOSE_WITHIN_MS)
    return code


def _begin_to_tidy() -> None:
    """Let Python look for garbage, but not again and again through all that the start made.

    That stays as long as the window does; looking through it would stop the window for some
    hundredths of a second each time.
    """
    gc.freeze()
    gc.enable()


def screenshots(
    make_context: Callable[[str | None], Context], folder: Path, screens: tuple[str, ...] = ()
) -> tuple[Path, ...]:
    """Paint the named screens (all when empty) on sample data into ``folder``.

    In three languages, light and dark; returns the files written. The sample
    register lives in a temporary folder and the person's settings stay out of it.

    Raises:
        CannotWriteError: the folder cannot be written.
        NotFoundError: there is no screen of that name.
    """
    from consultations_gui.ui.screenshots import take_all  # noqa: PLC0415  # not at each start

    app = make_application()
    theme, speech = _dress(app, Settings(), Language.EN)
    return take_all(make_context, theme, speech, folder, screens)


def make_application() -> QApplication:
    """The one application object, made or found."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("consultations")
    return app


def _sights(whereabouts: Whereabouts | None) -> SightFile | None:
    if whereabouts is None:
        return None
    return SightFile(cache_dir(), whereabouts.name, whereabouts.head)


def _dress(
    app: QApplication, settings: Settings, language: Language | None
) -> tuple[ThemeSwitch, LanguageSwitch]:
    theme = ThemeSwitch(settings.theme, settings.motion, app)
    theme.start()
    speech = LanguageSwitch(language or language_of(settings.language), app)
    speech.start()
    return theme, speech


def _refuse(error: DomainError, speech: LanguageSwitch) -> None:
    from consultations_gui.ui.dialogs.refused import RefusedDialog  # noqa: PLC0415  # rarely

    RefusedDialog(error, speech).exec()


def _tell_trouble(desk: Desk, trouble: Trouble | None) -> None:
    if trouble is not None:
        desk.tell(lambda words: words.tr(_TROUBLES[trouble]))


def _give_up(app: QApplication, error: DomainError, speech: LanguageSwitch) -> None:
    _refuse(error, speech)
    app.exit(BAD_INPUT)


def _catch_faults(desk: Desk, window: MainWindow) -> CrashHooks:
    faults = _Faults(window)

    def show(report: CrashReport) -> None:
        from consultations_gui.ui.dialogs.crash import CrashDialog  # noqa: PLC0415  # rarely

        CrashDialog(report, desk.words, _save, window).exec()

    faults.happened.connect(show, Qt.ConnectionType.QueuedConnection)
    handler: Callable[[CrashReport], None] = faults.happened.emit
    hooks = CrashHooks(handler)
    hooks.install()
    return hooks


def _save(report: CrashReport) -> Path:
    return save_report(report, log_dir(), datetime.now(UTC))
