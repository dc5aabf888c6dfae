"""A window on a real register of the Russian secretariat, with proposals in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import db
from consultations_gui.application import offices
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import Motion, Settings, Theme
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.notes import Note
from consultations_gui.ui.places import Place
from consultations_gui.ui.preferences import Preferences
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.view import View
from consultations_gui.ui.views.agreement import AgreementView
from consultations_gui.ui.views.proposal import OneProposalView
from consultations_gui.ui.views.proposals import ProposalsView
from consultations_gui.ui.widgets import fields
from tests.application.fakes import FakeClock, make_context
from tests.registers import Shelf
from tests.ui import talks
from tests.ui.leaving import let_go

V = TypeVar("V", bound=View)
S = TypeVar("S", bound=HoldingSheet)


@dataclass
class Office:
    """The window, what is behind it, and what it has told in the status line."""

    bot: QtBot
    ctx: Context
    clock: FakeClock
    desk: Desk
    window: MainWindow
    told: list[Note]

    def list(self) -> ProposalsView:
        """The list of proposals, shown."""
        return self._shown("proposals", "", ProposalsView)

    def one(self, id: str) -> OneProposalView:
        """One proposal, shown."""
        return self._shown("proposal", id, OneProposalView)

    def agreement(self, part: str) -> AgreementView:
        """A page of the agreement, shown."""
        return self._shown("agreement", "", AgreementView, part)

    def _shown(self, name: str, id: str, kind: type[V], part: str = "") -> V:
        self.window.show_place(Place(name, id, part))
        view = self.window.stage.view
        assert isinstance(view, kind)
        return view

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget the person can see."""
        assert widget.isVisible()
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, widget: QWidget, text: str) -> None:
        """Go to a field and type, as an input method does; test keys know Latin letters only."""
        widget.setFocus()
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)

    @property
    def last(self) -> str:
        """The last note, in the language in use."""
        return self.told[-1].say(self.desk.words) if self.told else ""

    def take_offer(self) -> None:
        """Do what the last note offers."""
        offer = self.told[-1].offer
        assert offer is not None
        offer.act()


def open_sheet(view: OneProposalView, kind: type[S]) -> S:
    """The dialog that is open over a proposal."""
    sheet = view.acts.aside.sheet
    assert isinstance(sheet, kind)
    assert sheet.isVisible()
    # A window manager would have done so; keys go to the active window only.
    sheet.activateWindow()
    QApplication.processEvents()
    return sheet


Open = Callable[..., Office]


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "PAUSE_MS", 25)


def begin(ctx: Context, clock: FakeClock) -> None:
    """The Russian office, and nothing else yet."""
    offices.init(ctx, Side.RU, "俄方秘书处", "Секретариат РФ", "sekr@example.org")


def fill(ctx: Context, clock: FakeClock) -> None:
    """The Russian office and its proposals."""
    begin(ctx, clock)
    talks.fill(ctx, clock)


@pytest.fixture
def open_office(qtbot: QtBot, qapp: QApplication, tmp_path: Path, shelf: Shelf) -> Iterator[Open]:
    opened: list[tuple[Office, db.Register]] = []

    def make(language: Language = Language.EN, *, full: bool = True) -> Office:
        path = tmp_path / f"register{len(opened)}.consultations"
        clock = shelf.filled("talks", fill, path) if full else shelf.filled("ru", begin, path)
        register = db.open_register(path)
        ctx = replace(make_context(clock=clock), work=register.unit_of_work)
        theme = ThemeSwitch(Theme.LIGHT, Motion.REDUCED)
        theme.start()
        speech = LanguageSwitch(language)
        speech.start()
        desk = Desk(ctx, Preferences(Settings(), None), speech, theme)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        told: list[Note] = []
        desk.told.connect(told.append)
        window.resize(1280, 800)
        window.desk.preferences.update(view="proposals")
        window.start()
        window.show()
        qtbot.waitExposed(window)
        office = Office(qtbot, ctx, clock, desk, window, told)
        opened.append((office, register))
        return office

    yield make
    for office, register in opened:
        office.window.stage.flush()
        office.desk.tasks.close(timeout_ms=5000)
        office.window.close()
        register.close()
    let_go()
    qapp.setStyleSheet("")


@pytest.fixture
def office(open_office: Open) -> Office:
    return open_office()
