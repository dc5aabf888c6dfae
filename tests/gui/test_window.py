"""The shell: where one goes by key and click, what is found, undone, remembered and told."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, offices
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import SettingsFile, Theme
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.domain.consultation import Kind
from consultations_gui.domain.errors import NotFoundError, NothingToRedoError, StaleVersionError
from consultations_gui.i18n.language import Language
from consultations_gui.ui.actions import is_typing
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import SCREENS
from consultations_gui.ui.theme.fonts import sized
from consultations_gui.ui.theme.tokens import DARK
from consultations_gui.ui.widgets.statusline import ProgressStrip


def write(field: QWidget, text: str) -> None:
    """Type as an input method does; QTest's own keys know Latin letters only."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


pytestmark = pytest.mark.usefixtures("office")


@pytest.mark.parametrize(
    ("key", "name"), [(screen.key, screen.name) for screen in SCREENS if screen.key]
)
def test_one_key_shows_a_screen(window: MainWindow, qtbot: QtBot, key: str, name: str) -> None:
    qtbot.keyClick(window, key)
    assert window.stage.current == name
    assert window.sidebar.button(name).isChecked()


def test_the_same_keys_on_a_russian_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for letter, name in (("Н", "year"), ("Е", "today")):
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key(ord(letter)), letter, none)
        assert window.stage.current == name


def test_letters_write_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.findbar.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "typ")
    assert field.text() == "typ"
    assert window.stage.current == "today"


def test_clicks_and_arrows_in_the_sidebar(window: MainWindow, qtbot: QtBot) -> None:
    year = window.sidebar.button("year")
    qtbot.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert window.stage.current == "year"
    year.setFocus()
    qtbot.keyClick(year, Qt.Key.Key_Up)
    today = window.sidebar.button("today")
    assert today.hasFocus()
    qtbot.keyClick(today, Qt.Key.Key_Space)
    assert window.stage.current == "today"


def test_nothing_in_the_sidebar_is_cut_in_any_language(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    """Names stand in bold when their screen is open, and beside them a number of any length."""
    window.resize(1024, 700)
    sidebar = window.sidebar
    office = "Внешнеполитическое Сверхдлинноименующееся Ведомство"
    for language in Language:
        desk.choose_language(language)
        sidebar.office.setText(office)
        for count in (0, 7, 128):
            for screen in SCREENS:
                button = sidebar.button(screen.name)
                button.show_count(count)
                button.setChecked(True)
            for _ in range(2):  # a label tells its layout, and that the one around it
                QApplication.processEvents()
            for screen in SCREENS:
                button = sidebar.button(screen.name)
                bold = sized(button.font(), button.font().pixelSize(), bold=True)
                words = QFontMetrics(bold).horizontalAdvance(button.text())
                beside = {0: 20 if screen.key else 0, 7: 20, 128: 26}[count]
                assert button.width() >= 37 + words + beside + 10
            for shown in (sidebar.program, sidebar.office):
                longest = max(shown.text().split(), key=len)
                assert shown.width() >= shown.fontMetrics().horizontalAdvance(longest)
    assert window.width() == 1024


@pytest.mark.parametrize(
    ("typed", "current"),
    [("settings", "settings"), ("год", "year"), ("年历", "year"), ("sz", "settings")],
)
def test_the_palette_finds_screens_in_every_language(
    window: MainWindow, qtbot: QtBot, typed: str, current: str
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.palette_box
    assert box.isVisible()
    write(box.field, typed)
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert window.stage.current == current


def test_the_palette_finds_a_consultation(
    window: MainWindow, qtbot: QtBot, sample: SampleReport, desk: Desk
) -> None:
    wanted: list[object] = []
    desk.wanted.connect(wanted.append)
    qtbot.mouseClick(window.header.search, Qt.MouseButton.LeftButton)
    box = window.palette_box
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    qtbot.keyClicks(box.field, sample.rounds[1])
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    qtbot.keyClick(box.field, Qt.Key.Key_Up)
    command = box.model.command(box.list.currentIndex().row())
    assert command is not None
    assert command.hint == sample.rounds[1]


def test_escape_leaves_the_palette_and_the_search(window: MainWindow, qtbot: QtBot) -> None:
    window.show_everything()
    qtbot.keyClicks(window.palette_box.field, "zzzz")
    assert window.palette_box.model.rowCount() == 0
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.palette_box.isVisible()
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    window.show_find()
    qtbot.keyClick(window.findbar.field, Qt.Key.Key_Escape)
    assert not window.findbar.isVisible()


def test_search_goes_round_the_matches(
    window: MainWindow, qtbot: QtBot, sample: SampleReport, desk: Desk
) -> None:
    desk.changed.emit()
    window.show_find()
    qtbot.keyClicks(window.findbar.field, "TURN")
    first = window.findbar.count.text()
    assert first.startswith("1 of ")
    qtbot.keyClick(window.findbar.field, Qt.Key.Key_Return)
    assert window.findbar.count.text() != first
    qtbot.keyClick(window.findbar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.findbar.count.text() == first
    window.findbar.field.setText("nothing like it")
    assert window.findbar.count.text() == "Nothing found"


def test_undo_and_redo_are_named_and_done(
    window: MainWindow, qtbot: QtBot, desk: Desk, ctx: Context
) -> None:
    new = consultations.NewConsultation(kind=Kind.REGULAR)
    assert desk.run(consultations.add, new).ok
    assert "R1" in window.header.undo.accessibleName()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert consultations.list_all(ctx) == ()
    assert window.status.text.startswith("Undone:")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, modifiers)
    assert len(consultations.list_all(ctx)) == 1
    assert not window.header.redo.isEnabled()
    assert window.header.redo.accessibleName() == "Nothing to redo"


def test_a_broken_rule_is_told_and_speaks_the_next_language_too(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    assert not desk.run(consultations.confirm, "R9").ok
    english = window.status.text
    assert "R9" in english
    qtbot.mouseClick(window.status.languages.button(Language.ZH), Qt.MouseButton.LeftButton)
    assert window.status.text != english
    assert "R9" in window.status.text
    assert desk.read(consultations.show, "R9") is None


def test_a_stale_write_offers_to_read_again(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    error = StaleVersionError(kind="office", id="office", actor="Wang")
    shown: list[object] = []

    def refuse(_ctx: Context) -> None:
        raise error

    assert desk.attempt(shown.append, refuse).error is error
    assert shown == []
    with qtbot.waitSignal(desk.changed):
        qtbot.mouseClick(window.status.offer, Qt.MouseButton.LeftButton)


def test_a_note_offers_what_can_be_done(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    done: list[int] = []
    desk.tell(lambda words: words.tr("Open folder"), Offer("Undo", lambda: done.append(1)))
    assert window.status.text == "Open folder"
    qtbot.mouseClick(window.status.offer, Qt.MouseButton.LeftButton)
    assert done == [1]


def test_background_work_shows_progress_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    strip = window.status.findChild(ProgressStrip)
    assert strip is not None

    def work(_ctx: Context, task: TaskContext) -> int:
        for step in range(10_000):
            task.report(step, 10_000, "step")
        return 1

    def slow(_ctx: Context, task: TaskContext) -> int:
        while True:
            task.report(1, 2, "half")
            time.sleep(0.01)

    results: list[int] = []
    desk.start("Counting", work, results.append)
    qtbot.waitUntil(lambda: results == [1])
    desk.start("Waiting", slow, results.append)
    qtbot.waitUntil(strip.isVisible)
    qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert results == [1]


def test_a_rule_broken_in_the_background_is_told(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    def work(_ctx: Context, _task: TaskContext) -> int:
        raise NotFoundError(kind="consultation", id="R77")

    desk.start("Looking", work, lambda _value: None)
    qtbot.waitUntil(lambda: "R77" in window.status.text)


def test_language_switch_keeps_what_was_typed(
    window: MainWindow, qtbot: QtBot, desk: Desk, settings_file: SettingsFile
) -> None:
    window.show_find()
    qtbot.keyClicks(window.findbar.field, "draft")
    for language, today in (
        (Language.RU, "Сегодня"),
        (Language.ZH, "今天"),
        (Language.EN, "Today"),
    ):
        qtbot.mouseClick(window.status.languages.button(language), Qt.MouseButton.LeftButton)
        assert window.sidebar.button("today").text() == today
        assert window.findbar.field.text() == "draft"
    desk.preferences.save()
    assert settings_file.load().settings.language == "en"


def test_theme_can_be_switched_from_the_palette(
    window: MainWindow, qtbot: QtBot, desk: Desk
) -> None:
    window.show_everything()
    qtbot.keyClicks(window.palette_box.field, "dark colours")
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert desk.theme.tokens is DARK
    assert desk.preferences.value.theme is Theme.DARK


def test_window_and_screen_are_remembered(
    window: MainWindow, qtbot: QtBot, make_desk: Callable[[Language], Desk]
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Y)
    window.resize(1100, 720)
    window.close()
    again = MainWindow(make_desk(Language.EN))
    qtbot.addWidget(again)
    again.start()
    assert again.stage.current == "year"
    assert again.height() == 720  # the test platform's screen is narrower than the window


def test_a_fault_while_closing_keeps_the_window_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(window.stage, "flush", broken)
    with pytest.raises(RuntimeError, match="a fault of ours"):
        window.close()
    assert window.isVisible()
    assert window.close()
    assert not window.isVisible()


def test_closing_waits_for_what_is_under_way(window: MainWindow, qtbot: QtBot, desk: Desk) -> None:
    def slow(_ctx: Context, task: TaskContext) -> None:
        while True:
            task.check()
            time.sleep(0.01)

    desk.start("Waiting", slow, lambda _value: None)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_office_is_named_in_the_screens_language(
    window: MainWindow, qtbot: QtBot, desk: Desk, ctx: Context
) -> None:
    assert window.sidebar.office.text() == "Секретариат КНР"
    desk.choose_language(Language.ZH)
    assert window.sidebar.office.text() == "中方秘书处"
    assert offices.show(ctx) is not None


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_nothing_is_wider_than_the_window(
    window: MainWindow, qtbot: QtBot, sample: SampleReport, desk: Desk, size: tuple[int, int]
) -> None:
    desk.changed.emit()
    for language in Language:
        desk.choose_language(language)
        window.resize(*size)
        QApplication.processEvents()
        for name in ("today", "year", "settings"):
            window.go(name)
            QApplication.processEvents()
            view = window.stage.view
            assert view is not None
            for part in (window.header, view, window.status):
                assert part.minimumSizeHint().width() <= part.width(), (name, language, part)
            assert (window.width(), window.height()) == size


def test_typing_is_known_from_the_widget(window: MainWindow, qtbot: QtBot) -> None:
    assert not is_typing(None)
    assert not is_typing(QWidget())
    assert is_typing(QLineEdit())


def test_the_last_storing_is_told_in_every_language(window: MainWindow, desk: Desk) -> None:
    assert window.status.state.text() == ""
    desk.changed.emit()
    assert window.status.state.text().startswith("Saved at ")
    desk.choose_language(Language.RU)
    assert window.status.state.text().startswith("Сохранено в ")


def test_the_first_way_back_gives_way_to_the_title(
    window: MainWindow, sample: SampleReport, qtbot: QtBot
) -> None:
    window.desk.language.choose(Language.RU)
    window.desk.changed.emit()
    window.show_place(Place("agenda", sample.rounds[0]))

    def ways() -> list[str]:
        buttons = window.header.findChildren(QPushButton)
        return [one.text() for one in buttons if one.text().endswith("›") and one.isVisible()]

    for width, shown in ((1500, 2), (1024, 1), (1500, 2)):
        window.resize(width, 800)
        qtbot.waitUntil(lambda shown=shown: len(ways()) == shown)  # type: ignore[misc]  # bound now
    title = window.header.title
    for width in (1500, 1024):
        window.resize(width, 800)
        qtbot.waitUntil(
            lambda: title.width() >= title.fontMetrics().horizontalAdvance(title.text())
        )
    assert ways() == ["R1 ›"]
    (way,) = (one for one in window.header.findChildren(QPushButton) if one.text() == "R1 ›")
    assert way.accessibleName() == "Первый раунд"


def test_what_went_wrong_is_not_told_any_more_once_something_is_stored(
    window: MainWindow, desk: Desk
) -> None:
    desk.fail(NothingToRedoError())
    assert window.status.text == "There is nothing to redo."
    desk.changed.emit()
    assert window.status.text == ""
    desk.tell(lambda _words: "R1")
    desk.changed.emit()
    assert window.status.text == "R1"
