"""Starting, failing and being refused; pictures of the screens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import main
from consultations_gui import app
from consultations_gui.application.ports import Context
from consultations_gui.desktop.crash import build_report
from consultations_gui.desktop.settings import SettingsFile
from consultations_gui.domain.errors import CannotWriteError, NotFoundError, RegisterNewerError
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.crash import CrashDialog
from consultations_gui.ui.dialogs.refused import RefusedDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.theme.tokens import LIGHT


@pytest.fixture
def own_hooks() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def soon(act: object) -> None:
    """Do something once a top window is there."""

    def wait() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        if windows and callable(act):
            act(windows)
        else:
            QTimer.singleShot(10, wait)

    QTimer.singleShot(0, wait)


@pytest.mark.usefixtures("own_hooks", "office")
def test_the_window_opens_and_closes(
    ctx: Context, settings_file: SettingsFile, qapp: QApplication
) -> None:
    titles: list[str] = []

    def close(windows: list[QWidget]) -> None:
        titles.extend(w.windowTitle() for w in windows if isinstance(w, MainWindow))
        for window in windows:
            window.close()

    settings_file.path.parent.mkdir(parents=True, exist_ok=True)
    settings_file.path.write_text("not a settings file", encoding="utf-8")
    soon(close)
    assert app.run(lambda: ctx, language=Language.RU, settings=settings_file) == 0
    assert titles == ["Российско-китайские консультации"]


@pytest.mark.parametrize(
    ("screen", "full"),
    [
        (QSize(1280, 800), True),  # the status line would lie below the screen
        (QSize(1366, 728), True),
        (QSize(1920, 1040), False),
    ],
)
def test_a_first_window_that_does_not_fit_fills_the_screen(
    window: MainWindow, screen: QSize, full: bool
) -> None:
    window.fit(screen)
    assert window.isMaximized() is full


def test_a_window_comes_back_as_it_was_left(window: MainWindow) -> None:
    window.desk.preferences.update(geometry="AdnQywADAAA=")
    window.fit(QSize(1280, 800))
    assert not window.isMaximized()


def test_a_register_that_cannot_be_opened_is_told(
    qapp: QApplication, qtbot: QtBot, settings_file: SettingsFile
) -> None:
    said: list[str] = []

    def refuse() -> Context:
        raise RegisterNewerError(path="/register.db", revision="0099")

    def close(windows: list[QWidget]) -> None:
        dialog = next(w for w in windows if isinstance(w, RefusedDialog))
        said.append(dialog.told.text())
        qtbot.mouseClick(dialog.languages.button(Language.ZH), Qt.MouseButton.LeftButton)
        said.append(dialog.told.text())
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)

    soon(close)
    assert app.run(refuse, language=Language.EN, settings=settings_file) == app.BAD_INPUT
    assert "/register.db" in said[0]
    assert said[0] != said[1]


@pytest.mark.usefixtures("own_hooks", "office")
def test_a_fault_in_a_slot_shows_the_report_and_loses_nothing(
    ctx: Context, settings_file: SettingsFile, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def close(windows: list[QWidget]) -> None:
        window = next(w for w in windows if isinstance(w, MainWindow))
        window.show_find()
        qtbot.keyClicks(window.findbar.field, "typed before")

        def fail() -> None:
            raise RuntimeError("a secret value")

        QTimer.singleShot(0, fail)
        QTimer.singleShot(0, lambda: look(window))

    def look(window: MainWindow) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, CrashDialog):
            QTimer.singleShot(10, lambda: look(window))
            return
        shown.append(dialog.report.text)
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
        shown.append(dialog.told.text())
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
        shown.append(window.findbar.field.text())
        QTimer.singleShot(0, window.close)

    soon(close)
    with qtbot.captureExceptions():
        sys.excepthook = sys.__excepthook__
        assert app.run(lambda: ctx, language=Language.EN, settings=settings_file) == 0
    assert "RuntimeError" in shown[0]
    assert "secret" not in shown[0]
    assert shown[1].startswith("Saved as crash-")
    assert shown[2] == "typed before"
    assert "secret" not in capsys.readouterr().err


def test_a_report_that_cannot_be_saved_says_so(window: MainWindow, qtbot: QtBot) -> None:
    def refuse(_report: object) -> Path:
        raise PermissionError

    dialog = CrashDialog(build_report(ValueError()), window.desk.words, refuse, window)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.told.text() == "The report could not be saved here."


def test_pictures_of_every_screen_in_each_language_and_theme(
    tmp_path: Path, qapp: QApplication
) -> None:
    adapters = main.Adapters()
    wanted = ("start", "today", "packet", "journal")
    files = app.screenshots(adapters.context, tmp_path / "shots", wanted)
    adapters.close()
    assert len(files) == len(wanted) * 3 * 2
    assert (tmp_path / "shots" / "today-zh-dark.png") in files
    for file in files:
        image = QImage(str(file))
        assert (image.width(), image.height()) == (1280, 800)
    light = QImage(str(tmp_path / "shots" / "today-ru-light.png"))
    dark = QImage(str(tmp_path / "shots" / "today-ru-dark.png"))
    assert light.pixelColor(600, 700).lightness() > 200
    assert dark.pixelColor(600, 700).lightness() < 60
    # A packet that was read, and may be accepted: its key is trusted.
    read = QImage(str(tmp_path / "shots" / "packet-zh-light.png"))
    assert read.pixelColor(1180, 25).name() == LIGHT.accent.lower()


def test_a_picture_nobody_knows_and_a_folder_that_is_none(
    tmp_path: Path, qapp: QApplication
) -> None:
    adapters = main.Adapters()
    with pytest.raises(NotFoundError):
        app.screenshots(adapters.context, tmp_path / "shots", ("nowhere",))
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CannotWriteError):
        app.screenshots(adapters.context, tmp_path / "file" / "shots", ("today",))
    adapters.close()
