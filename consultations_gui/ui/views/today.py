"""The first screen: what is next, whose turn it is and why, what waits for whom, who knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.domain.parties import CAPITALS, KNOWN_CITIES, CityBook
from consultations_gui.i18n.dates import full_date
from consultations_gui.i18n.times import city_name, clock
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.places import NEW
from consultations_gui.ui.samples import SampleNotice
from consultations_gui.ui.sight import TodayText
from consultations_gui.ui.view import Command, Find, Heading, View
from consultations_gui.ui.views.today_cards import NextCard, TurnCard, WaitingCard

if TYPE_CHECKING:
    from consultations_gui.application.overview import Overview

_CAPITALS = tuple(city for city in KNOWN_CITIES if city.key in CAPITALS.values())
CLOCK_EVERY_MS = 10_000
"""Often enough that a capital's minute is never far off."""


class TodayView(View):
    """Four cards. Before the register is read they can show the last sight of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Overview | None = None
        self._cities = CityBook()
        self._text: TodayText | None = None
        self.next = NextCard(desk, self.texts)
        self.turn = TurnCard(desk, self.texts)
        self.ours, self.theirs = WaitingCard(desk), WaitingCard(desk)
        self.texts.bind(self.ours.set_heading, N_("Waiting for us"))
        self.sample = SampleNotice(desk, self.texts)
        self.propose = QPushButton()
        self.propose.setProperty("role", "primary")
        self.texts.bind(self.propose.setText, N_("New proposal"))
        self.propose.clicked.connect(lambda: desk.go("proposals", part=NEW))
        self._build()
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_EVERY_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    @property
    def text(self) -> TodayText | None:
        """What is shown."""
        return self._text

    def show_sight(self, text: TodayText) -> None:
        """Show the last sight until :meth:`refresh` reads the register."""
        self._text = text
        self.settle()
        self._show()

    def load(self) -> None:
        from consultations_gui.application import offices  # noqa: PLC0415  # not before the sight

        self._seen = self.desk.glance.value
        self._cities = self.desk.read(offices.city_book) or self._cities

    def present(self) -> None:
        from consultations_gui.ui.views.today_text import today_text  # noqa: PLC0415  # as above

        if self._seen is not None:
            self._text = today_text(self._seen, self._cities, self.desk.words)
        self._show()

    def heading(self) -> Heading:
        words, now = self.desk.words, self.desk.now()
        clocks = (
            f"{city_name(city, words.language)} {clock(now.astimezone(ZoneInfo(city.zone)))}"
            for city in _CAPITALS
        )
        day = self._text.day if self._text else full_date(now.astimezone().date(), words.language)
        return Heading(day, " · ".join(clocks))

    def tools(self) -> Sequence[QWidget]:
        return (self.propose,)

    def commands(self) -> Sequence[Command]:
        return (Command(self.desk.words.tr("New proposal"), self.propose.click),)

    def finds(self) -> Iterable[Find]:
        for shown in self._page.findChildren(QLabel):
            if shown.isVisible() and shown.text():
                yield Find(shown.text(), partial(self._scroll.ensureWidgetVisible, shown))

    def _show(self) -> None:
        text, words = self._text, self.desk.words
        if text is None:
            return
        self.sample.setVisible(text.sample)
        self.next.show_next(text.next, words)
        self.turn.show_turn(text.turn)
        self.ours.show_items(text.ours, words)
        self.theirs.set_heading(text.theirs_name)
        self.theirs.show_items(text.theirs, words)

    def _tick(self) -> None:
        if not self.isVisible():
            return
        if self._seen is not None and self._seen.today != self.desk.ctx.clock.today():
            self.desk.glance.forget()
            self.refresh()
            return
        self.heading_changed.emit()

    def _build(self) -> None:
        self._page = QWidget()
        self._page.setProperty("role", "page")
        grid = QGridLayout(self._page)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setSpacing(14)
        grid.addWidget(self.sample, 0, 0, 1, 2)
        grid.addWidget(self.next, 1, 0)
        grid.addWidget(self.turn, 1, 1)
        grid.addWidget(self.ours, 2, 0)
        grid.addWidget(self.theirs, 2, 1)
        grid.setColumnStretch(0, 60)
        grid.setColumnStretch(1, 40)
        grid.setRowStretch(3, 1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "page")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
