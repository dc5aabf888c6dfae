"""Pictures of every screen on sample data, in three languages, light and dark."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from consultations_gui.application import demo, demo_packets
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.demo_packets import SamplePackets
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import Settings, Theme
from consultations_gui.domain.errors import CannotWriteError, NotFoundError
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.screens import START
from consultations_gui.ui.theme.switch import ThemeSwitch

SIZE = (1280, 800)
THEMES = (Theme.LIGHT, Theme.DARK)
SETTLE_S = 0.5
"""How long a screen is given after its background work; the preview waits a third of a second."""
LONGEST_S = 20.0


@dataclass(frozen=True)
class Shot:
    """One picture: its name and the place it shows."""

    name: str
    place: Place


def shots(sample: SampleReport, packets: SamplePackets, year: int) -> tuple[Shot, ...]:
    """Every screen, filled as far as the sample and its packets go."""
    nearest = sample.rounds[0]
    return (
        Shot("today", Place("today")),
        Shot("year", Place("year", part=str(year))),
        Shot("plan", Place("plan", part=str(year + 1))),
        Shot("consultations", Place("consultations")),
        Shot("ledger", Place("ledger")),
        Shot("consultation", Place("consultation", nearest)),
        Shot("agenda", Place("agenda", nearest)),
        Shot("proposals", Place("proposals")),
        Shot("proposal", Place("proposal", sample.proposal)),
        Shot("packet", Place("packet", str(packets.answer))),
        Shot("packet-unknown", Place("packet", str(packets.stranger))),
        Shot("agreement", Place("agreement")),
        Shot("settings", Place("settings", part="office")),
        Shot("keys", Place("settings", part="keys")),
        Shot("planner", Place("settings", part="planner")),
        Shot("calendars", Place("settings", part="calendars")),
        Shot("notes", Place("settings", part="notes")),
        Shot("journal", Place("settings", part="journal")),
    )


def take_all(
    make_context: Callable[[str | None], Context],
    theme: ThemeSwitch,
    language: LanguageSwitch,
    folder: Path,
    wanted: tuple[str, ...],
) -> tuple[Path, ...]:
    """Paint the wanted pictures (all when empty) into ``folder``; returns the files.

    Raises:
        NotFoundError: there is no picture of that name.
        CannotWriteError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(path=str(folder), cause="other") from error
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        office, other = (make_context(str(Path(place) / f"{n}.db")) for n in ("sample", "other"))
        camera = _Camera(office, theme, language, folder)
        try:
            files = tuple(camera.take(wanted, other, Path(place)))
        finally:
            camera.close()
            demo_packets.forget(office, other)
    return files


class _Camera:
    """A window nobody sees, and what to point it at."""

    def __init__(
        self, context: Context, theme: ThemeSwitch, language: LanguageSwitch, folder: Path
    ) -> None:
        self._context = context
        self._theme, self._language, self._folder = theme, language, folder
        self._desk = Desk(context, Preferences(Settings()), language, theme)
        self._window = MainWindow(self._desk)
        self._window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._window.resize(*SIZE)

    def take(self, wanted: tuple[str, ...], other: Context, place: Path) -> Iterator[Path]:
        """Take the pictures wanted, the start screen first: the register is empty only once.

        Packets are exchanged with the ``other`` office and lie in ``place``.
        """
        self._window.start()
        self._window.show()
        if not wanted or START.name in wanted:
            yield from self._each(START.name)
        sample = demo.build_sample(self._context)
        packets = demo_packets.exchange(self._context, other, place)
        self._desk.changed.emit()
        known = shots(sample, packets, self._context.clock.today().year + 1)
        names = {shot.name for shot in known} | {START.name}
        for name in wanted:
            if name not in names:
                raise NotFoundError(kind="screen", id=name)
        for shot in known:
            if not wanted or shot.name in wanted:
                self._settle()
                self._window.show_place(shot.place)
                yield from self._each(shot.name)

    def close(self) -> None:
        """End whatever is still under way."""
        self._desk.tasks.close(int(LONGEST_S * 1000))
        self._window.close()

    def _each(self, name: str) -> Iterator[Path]:
        for language in Language:
            self._language.choose(language)
            for theme in THEMES:
                self._theme.choose(theme)
                self._settle()
                path = self._folder / f"{name}-{language}-{theme}.png"
                if not self._window.grab().save(str(path)):
                    raise CannotWriteError(path=str(path), cause="other")
                yield path

    def _settle(self) -> None:
        """Let everything that was begun come to rest."""
        end = time.monotonic() + LONGEST_S
        quiet = time.monotonic() + SETTLE_S
        while time.monotonic() < min(end, quiet):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if self._desk.tasks.busy:
                quiet = time.monotonic() + SETTLE_S
            time.sleep(0.01)
