"""What the window shows before the register is opened, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, offices
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import Settings, Theme
from consultations_gui.domain.errors import RegisterNewerError
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.sight import SightFile
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.views.today import TodayView
from db.head import head_of
from tests.gui.conftest import NOW
from tests.ui.leaving import let_go

TODAY = NOW.date()
pytestmark = pytest.mark.usefixtures("office")

Open = Callable[..., MainWindow]


@pytest.fixture
def sights(tmp_path: Path) -> SightFile:
    path = tmp_path / "register.db"
    return SightFile(tmp_path / "cache", str(path), lambda: head_of(path))


@pytest.fixture
def open_window(
    ctx: Context, sights: SightFile, qapp: QApplication, qtbot: QtBot
) -> Iterator[Open]:
    """Opens windows that open the register when they need it."""
    desks: list[Desk] = []

    def make(context: Callable[[], Context] = lambda: ctx, view: str = "") -> MainWindow:
        theme = ThemeSwitch(Theme.LIGHT, parent=qapp)
        theme.start()
        speech = LanguageSwitch(Language.EN, qapp)
        desks.append(Desk(context, Preferences(Settings(view=view)), speech, theme, qapp))
        window = MainWindow(desks[-1], sights)
        qtbot.addWidget(window)
        window.start(TODAY)
        return window

    yield make
    for desk in desks:
        desk.tasks.close(5000)
    let_go()
    qapp.setStyleSheet("")


def awaken(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.starting.awake):
        window.show()


def opened(window: MainWindow) -> bool:
    return window.desk.opened


def seen(window: MainWindow) -> TodayView:
    view = window.stage.view
    assert isinstance(view, TodayView)
    return view


def test_the_first_time_the_register_is_opened_before_the_window(open_window: Open) -> None:
    assert opened(open_window())


def test_nothing_changed_so_the_last_sight_is_shown_and_then_read_again(
    open_window: Open, qtbot: QtBot, sample: SampleReport
) -> None:
    first = open_window()
    awaken(first, qtbot)
    text = seen(first).text
    first.starting.keep()
    first.close()
    again = open_window()
    assert not opened(again)
    assert seen(again).text == text
    assert again.sidebar.office.text() == "Секретариат КНР"
    assert again.sidebar.button("settings").accessibleName() == "Settings, 1 thing waits"
    awaken(again, qtbot)
    assert opened(again)
    assert seen(again).text == text
    assert again.header.undo.isEnabled()


def test_a_change_in_between_is_never_covered_up(
    open_window: Open, qtbot: QtBot, sample: SampleReport, ctx: Context
) -> None:
    first = open_window()
    awaken(first, qtbot)
    first.starting.keep()
    first.close()
    consultations.postpone(ctx, "R1", None, "")
    again = open_window()
    assert opened(again)


def test_another_screen_opens_the_register_first(
    open_window: Open, qtbot: QtBot, sample: SampleReport
) -> None:
    first = open_window()
    awaken(first, qtbot)
    first.starting.keep()
    first.close()
    assert opened(open_window(view="year"))


def test_what_is_clicked_before_the_register_is_open_opens_it(
    open_window: Open, qtbot: QtBot, sample: SampleReport
) -> None:
    first = open_window()
    awaken(first, qtbot)
    first.starting.keep()
    first.close()
    again = open_window()
    again.go("settings")
    again.show()
    assert opened(again)
    assert again.stage.current == "settings"


def test_a_register_refused_after_the_sight_is_told(
    open_window: Open, qtbot: QtBot, sample: SampleReport
) -> None:
    first = open_window()
    awaken(first, qtbot)
    first.starting.keep()
    first.close()
    error = RegisterNewerError(path="r.db", revision="0099")

    def refuse() -> Context:
        raise error

    again = open_window(refuse)
    with qtbot.waitSignal(again.starting.refused) as told:
        again.show()
    assert told.args == [error]


def test_an_office_that_went_away_leads_back_to_the_start(
    open_window: Open, qtbot: QtBot, ctx: Context
) -> None:
    window = open_window()
    awaken(window, qtbot)
    office = offices.show(ctx)
    assert office is not None
    with ctx.work() as uow:
        uow.for_writing()
        uow.office.clear(office.version)
        uow.commit()
    window.desk.changed.emit()
    assert window.stage.current == "start"
    window.close()


def test_the_last_sight_speaks_as_the_office_does(
    open_window: Open, qtbot: QtBot, sample: SampleReport, ctx: Context
) -> None:
    """Its words are known with it: nothing is said twice once the register is open."""
    offices.set_term(ctx, "дополнительные")
    first = open_window()
    awaken(first, qtbot)
    first.starting.keep()
    first.close()
    again = open_window()
    assert not opened(again)
    assert again.desk.language.words_of(Language.RU).term == "дополнительные"
