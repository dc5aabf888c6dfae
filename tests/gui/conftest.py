"""A real window on a real register in a file, with a clock that stands still."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main
from consultations_gui.application import demo, demo_packets, offices
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.demo_packets import SamplePackets
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import SettingsFile, Theme
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch
from tests.registers import Shelf
from tests.ui.leaving import let_go

NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


class StillClock:
    """23 November 2026, 16:20 in Beijing, 11:20 in Moscow; goes on a second a look."""

    def __init__(self, seconds: int = 0) -> None:
        self.seconds = seconds

    def now(self) -> datetime:
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        return NOW.replace(minute=20 + minutes % 30, second=seconds)

    def today(self) -> date:
        return NOW.date()


@contextmanager
def opened(path: Path, clock: StillClock) -> Iterator[Context]:
    """The register at ``path`` with the program's own adapters."""
    adapters = main.Adapters()
    try:
        yield dataclasses.replace(adapters.context(str(path)), clock=clock, actor="Li")
    finally:
        adapters.close()


def found(ctx: Context) -> None:
    """Set up the Chinese side's office."""
    offices.init(ctx, Side.CN, "中方秘书处", "Секретариат КНР", "office@example.org")


@dataclasses.dataclass(frozen=True)
class Sample:
    """A register with the sample data, never opened again; and what was said of it, and when."""

    path: Path
    report: SampleReport
    seconds: int


@pytest.fixture(scope="session")
def kept_sample(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample data in an office's register; building it takes a second and more."""
    path = shelf.empty(tmp_path_factory.mktemp("sample") / "register.db")
    clock = StillClock()
    with opened(path, clock) as ctx:
        found(ctx)
        report = demo.build_sample(ctx)
    return Sample(path, report, clock.seconds)


@pytest.fixture
def ctx(shelf: Shelf, tmp_path: Path) -> Iterator[Context]:
    """A fresh register without an office."""
    with opened(shelf.empty(tmp_path / "register.db"), StillClock()) as ctx:
        yield ctx


@pytest.fixture
def office(ctx: Context) -> Context:
    """A register of the Chinese side's office."""
    found(ctx)
    return ctx


@pytest.fixture
def sample(office: Context, tmp_path: Path, kept_sample: Sample) -> SampleReport:
    """The sample data in the office's register."""
    with (
        closing(sqlite3.connect(kept_sample.path)) as kept,
        closing(sqlite3.connect(tmp_path / "register.db")) as own,
    ):
        kept.backup(own)
    assert isinstance(office.clock, StillClock)
    office.clock.seconds = kept_sample.seconds
    return kept_sample.report


@pytest.fixture
def packets(office: Context, sample: SampleReport, tmp_path: Path) -> Iterator[SamplePackets]:
    """What another office answered to a proposal of the sample's register."""
    adapters = main.Adapters()
    other = dataclasses.replace(
        adapters.context(str(tmp_path / "other.db")), clock=StillClock(), actor="Petrov"
    )
    yield demo_packets.exchange(office, other, tmp_path)
    adapters.close()


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def make_desk(
    ctx: Context, settings_file: SettingsFile, qapp: QApplication
) -> Iterator[Callable[[Language], Desk]]:
    """Makes desks over the register, each in a language."""
    made: list[Desk] = []

    def make(language: Language = Language.EN) -> Desk:
        theme = ThemeSwitch(Theme.LIGHT, parent=qapp)
        theme.start()
        speech = LanguageSwitch(language, qapp)
        speech.start()
        preferences = Preferences(settings_file.load().settings, settings_file, qapp)
        made.append(Desk(ctx, preferences, speech, theme, qapp))
        return made[-1]

    yield make
    for desk in made:
        desk.tasks.close(5000)
    let_go()
    qapp.setStyleSheet("")


@pytest.fixture
def desk(make_desk: Callable[[Language], Desk]) -> Desk:
    return make_desk(Language.EN)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window as it opens: on Today, or on the start screen while there is no office."""
    made = MainWindow(desk)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.starting.awake):
        made.start()
        made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made
