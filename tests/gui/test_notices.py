"""Told only to who has looked away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from consultations_gui.application.ports import Context
from consultations_gui.desktop.notifications import Notifier
from consultations_gui.desktop.tasks import TaskContext
from consultations_gui.ui import desk as desk_module
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.notices import Notices, program_icon


class Tray(QObject):
    """A notifier that remembers what it was told."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []

    def notify(self, title: str, text: str) -> bool:
        self.told.append((title, text))
        return True


# The offscreen platform has no stacking order.
@pytest.mark.qt_log_ignore(r"This plugin does not support raise")
@pytest.mark.usefixtures("office")
def test_long_work_is_told_when_it_ends_and_short_work_is_not(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = Tray()
    Notices(desk, window, tray)  # type: ignore[arg-type]  # a stand-in without a tray

    def work(_ctx: Context, _task: TaskContext) -> int:
        return 1

    done: list[int] = []
    desk.start("Counting", work, done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert tray.told == []
    monkeypatch.setattr(desk_module, "A_MOMENT", -1.0)
    desk.start("Counting", work, done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert tray.told == [("Consultations", "Done: Counting")]
    window.showMinimized()
    tray.clicked.emit()


@pytest.mark.usefixtures("office")
def test_the_programs_icon_can_be_shown(window: MainWindow, desk: Desk) -> None:
    assert not program_icon(desk).isNull()
    assert not window.windowIcon().isNull()
    assert isinstance(Notices(desk, window), Notices)
    assert Notifier is not None
