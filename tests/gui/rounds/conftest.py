"""A window on a real register with the sample in it, and papers that are small true PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import db
from consultations_gui.application import ports
from consultations_gui.desktop.settings import Motion, Settings, Theme
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.notes import Note
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets import fields, paper_preview
from tests.application.fakes import FakeClock, FakeInviter, FakeTables, FakeWorkdays, make_context
from tests.registers import Shelf
from tests.ui import sample
from tests.ui.leaving import let_go
from tests.ui.pdfs import small_pdf


@dataclass
class SmallPress:
    """Sets every paper as the same small PDF, or refuses with ``error``; keeps its orders."""

    content: bytes
    orders: list[ports.PaperOrder]
    error: Exception | None = None

    def press(self, order: ports.PaperOrder) -> bytes:
        self.orders.append(order)
        if self.error is not None:
            raise self.error
        return self.content

    def press_note(self, order: ports.NoteOrder) -> bytes:
        return self.content

    def press_year(self, order: ports.YearSheetOrder) -> bytes:
        return self.content


@dataclass
class Room:
    """The window, what is behind it, and what it has told in the status line."""

    ctx: ports.Context
    desk: Desk
    window: MainWindow
    told: list[Note]
    press: SmallPress
    tables: FakeTables
    inviter: FakeInviter

    def colleague(self, name: str = "Wang") -> ports.Context:
        """The same register as another person has it."""
        return replace(self.ctx, actor=name)

    @property
    def last(self) -> str:
        """The last note, in the language in use."""
        return self.told[-1].say(self.desk.words) if self.told else ""

    def take_offer(self) -> None:
        """Do what the last note offers."""
        offer = self.told[-1].offer
        assert offer is not None
        offer.act()


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "PAUSE_MS", 25)
    monkeypatch.setattr(paper_preview, "WAIT_MS", 10)


@pytest.fixture(scope="session")
def paper(qapp: QApplication) -> bytes:
    return small_pdf()


Open = Callable[..., Room]


@pytest.fixture
def open_room(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, paper: bytes, shelf: Shelf
) -> Iterator[Open]:
    rooms: list[tuple[Room, db.Register]] = []

    def make(side: Side = Side.CN, language: Language = Language.EN, *, full: bool = True) -> Room:
        path = tmp_path / f"register{len(rooms)}.consultations"
        clock = FakeClock()
        if full:
            clock = shelf.filled(f"rounds-{side}", lambda ctx, _clock: sample.fill(ctx, side), path)
        else:
            shelf.empty(path)
        register = db.open_register(path)
        press, tables, inviter = SmallPress(paper, []), FakeTables(), FakeInviter()
        kit = make_context(
            clock=clock, workdays=FakeWorkdays(), press=press, inviter=inviter, tables=tables
        )
        ctx = replace(kit, work=register.unit_of_work)
        preferences = Preferences(Settings(), None)
        theme = ThemeSwitch(Theme.LIGHT, Motion.REDUCED)
        theme.start()
        speech = LanguageSwitch(language)
        speech.start()
        desk = Desk(ctx, preferences, speech, theme)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        told: list[Note] = []
        desk.told.connect(told.append)
        window.resize(1280, 800)
        window.start()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        room = Room(ctx, desk, window, told, press, tables, inviter)
        rooms.append((room, register))
        return room

    yield make
    for room, register in rooms:
        room.window.stage.flush()
        room.desk.tasks.close(timeout_ms=5000)
        room.window.close()
        register.close()
    let_go()
    qapp.setStyleSheet("")


@pytest.fixture
def room(open_room: Open) -> Room:
    return open_room()
