"""A real window on a real register in a file, with a clock that stands still."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main
from consultations_gui.application import demo, offices
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import SettingsFile, Theme
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch

NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


class StillClock:
    """23 November 2026, 16:20 in Beijing, 11:20 in Moscow; goes on a second a look."""

    def __init__(self) -> None:
        self.seconds = 0

    def now(self) -> datetime:
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        return NOW.replace(minute=20 + minutes % 30, second=seconds)

    def today(self) -> date:
        return NOW.date()


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    """A fresh register without an office."""
    adapters = main.Adapters()
    yield dataclasses.replace(
        adapters.context(str(tmp_path / "register.db")), clock=StillClock(), actor="Li"
    )
    adapters.close()


@pytest.fixture
def office(ctx: Context) -> Context:
    """A register of the Chinese side's office."""
    offices.init(ctx, Side.CN, "中方秘书处", "Секретариат КНР", "office@example.org")
    return ctx


@pytest.fixture
def sample(office: Context) -> SampleReport:
    """The sample data in the office's register."""
    return demo.build_sample(office)


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
