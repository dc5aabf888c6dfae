"""Notifications and opening folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from consultations_gui.desktop import folders
from consultations_gui.desktop.notifications import Notifier, in_background

Message = tuple[str, str]

# The offscreen platform has no tray; a real one never prints this.
no_tray_here = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[Message]:
    got: list[Message] = []

    def show(self: QSystemTrayIcon, title: str, text: str, icon: QIcon, ms: int) -> None:
        got.append((title, text))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return got


def notifier(*, background: bool = True, available: bool = True) -> Notifier:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.darkCyan)
    return Notifier(QIcon(pixmap), background=lambda: background, available=lambda: available)


def test_a_window_in_front_is_not_spoken_over(qtbot: QtBot, messages: list[Message]) -> None:
    assert not notifier(background=False).notify("Done", "Exported")
    assert messages == []


def test_a_system_without_tray_is_left_alone(qtbot: QtBot, messages: list[Message]) -> None:
    assert not notifier(available=False).notify("Done", "Exported")
    assert messages == []


@no_tray_here
def test_a_window_in_the_background_tells(qtbot: QtBot, messages: list[Message]) -> None:
    shown = notifier()
    assert shown.notify("导出完成", "5 个文件")
    assert shown.notify("Готово", "5 файлов")
    assert messages == [("导出完成", "5 个文件"), ("Готово", "5 файлов")]
    assert len(shown.findChildren(QSystemTrayIcon)) == 1


@no_tray_here
def test_a_click_asks_for_the_window_and_takes_the_icon_away(
    qtbot: QtBot, messages: list[Message]
) -> None:
    shown = notifier()
    shown.notify("Done", "")
    (tray,) = shown.findChildren(QSystemTrayIcon)
    with qtbot.waitSignal(shown.clicked):
        tray.messageClicked.emit()
    assert not tray.isVisible()


@no_tray_here
def test_coming_back_to_the_window_takes_the_icon_away(
    qtbot: QtBot, messages: list[Message]
) -> None:
    shown = notifier()
    shown.dismiss()  # nothing to take away yet
    shown.notify("Done", "")
    (tray,) = shown.findChildren(QSystemTrayIcon)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert tray.isVisible()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not tray.isVisible()


def test_background_is_what_qt_says(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for state, expected in (
        (Qt.ApplicationState.ApplicationActive, False),
        (Qt.ApplicationState.ApplicationInactive, True),
    ):
        monkeypatch.setattr(QGuiApplication, "applicationState", lambda now=state: now)
        assert in_background() is expected


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    got: list[str] = []

    def open_url(url: QUrl) -> bool:
        got.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return got


def test_a_file_is_opened_or_its_folder(tmp_path: Path, opened: list[str]) -> None:
    paper = tmp_path / "议程 № 3.pdf"
    paper.write_bytes(b"%PDF")
    assert folders.open_path(paper)
    assert folders.open_folder_of(paper)
    assert folders.open_folder_of(tmp_path)
    assert opened == [str(paper), str(tmp_path), str(tmp_path)]


def test_what_is_gone_is_not_opened(tmp_path: Path, opened: list[str]) -> None:
    assert not folders.open_path(tmp_path / "gone.pdf")
    assert folders.open_folder_of(tmp_path / "gone.pdf")
    assert opened == [str(tmp_path)]
