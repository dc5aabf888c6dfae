"""The planner's wishes: how many rounds, how long, how far apart, and what a wish costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QSpinBox

from consultations_gui.application import planning
from consultations_gui.domain.planner import LIMITS, Blackout, Season, Weights, Wishes
from consultations_gui.i18n.dates import date_range, day_month
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.periods import BlackoutDialog, SeasonDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.views.settings_pages.periods import PeriodList
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.spins import number_box

NUMBERS: tuple[tuple[str, str], ...] = (
    ("rounds", N_("Rounds a year")),
    ("days", N_("Meeting days of a round")),
    ("gap", N_("Wished days from one round to the next")),
    ("notice", N_("Days of notice needed before a round")),
    ("travel_before", N_("Travel days before")),
    ("travel_after", N_("Travel days after")),
)
"""Field and label; the limits are the domain's."""

WEIGHTS: tuple[tuple[str, str], ...] = (
    ("gap", N_("Each day away from the wished gap")),
    ("season", N_("Each meeting day outside a preferred season")),
    ("travel", N_("Each travel day that is a day off")),
    ("short", N_("Each shortened meeting day")),
    ("provisional", N_("Each country whose calendar is provisional")),
)
"""What costs points, in the order the planner takes a round's cost apart."""


class WishesPage(Page):
    """Every change is stored at once and can be undone."""

    title = N_("Planning")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._wishes = Wishes()
        self.numbers = {name: number_box(*LIMITS[name]) for name, _label in NUMBERS}
        self.weights = {name: number_box(*LIMITS["weights"]) for name, _label in WEIGHTS}
        rounds = [(self.numbers[name], text) for name, text in NUMBERS]
        self._card(N_("Rounds"), rounds)
        costs = [(self.weights[name], text) for name, text in WEIGHTS]
        card = self._card(N_("What a wish not met costs, in points"), costs)
        about = label(role=Role.SMALL, wrap=True)
        texts.bind(
            about.setText,
            N_("The planner takes the dates with the fewest points over all years together."),
        )
        card.body.addWidget(about)
        for name, spin in self.numbers.items():
            spin.valueChanged.connect(lambda value, name=name: self._store(**{name: value}))
        for name, spin in self.weights.items():
            spin.valueChanged.connect(lambda value, name=name: self._weigh(name, value))
        self.seasons = PeriodList(
            desk, texts, N_("Preferred seasons"), N_("Add a season"), season_text
        )
        self.blackouts = PeriodList(
            desk,
            texts,
            N_("Days when a side can neither meet nor travel"),
            N_("Add days"),
            blackout_text,
        )
        self.seasons.adding.connect(self._add_season)
        self.seasons.removing.connect(self._remove_season)
        self.blackouts.adding.connect(self._add_blackout)
        self.blackouts.removing.connect(self._remove_blackout)
        self.body.addWidget(self.seasons)
        self.body.addWidget(self.blackouts)

    def load(self) -> None:
        self._wishes = self.desk.read(planning.wishes) or self._wishes

    def present(self) -> None:
        wishes = self._wishes
        for name, spin in self.numbers.items():
            _show(spin, getattr(wishes, name))
        for name, spin in self.weights.items():
            _show(spin, getattr(wishes.weights, name))
        self.seasons.show_periods(wishes.seasons)
        self.blackouts.show_periods(wishes.blackouts)

    def _card(self, heading: str, rows: list[tuple[QSpinBox, str]]) -> Card:
        card = Card()
        self.texts.bind(card.set_heading, heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for number, (spin, text) in enumerate(rows):
            words = label(wrap=True)
            words.setBuddy(spin)
            self.texts.bind(words.setText, text)
            self.texts.name(spin, text)
            grid.addWidget(words, number, 0)
            grid.addWidget(spin, number, 1)
        card.body.addLayout(grid)
        self.body.addWidget(card)
        return card

    def _store(self, **changes: object) -> None:
        wanted = replace(self._wishes, **changes)  # type: ignore[arg-type]  # names from NUMBERS
        done = self.desk.run(planning.set_wishes, wanted)
        if done.value is None:
            self.refresh()

    def refresh(self) -> None:
        """Read and show what is stored."""
        self.load()
        self.present()

    def _weigh(self, name: str, value: int) -> None:
        weights: Weights = replace(self._wishes.weights, **{name: value})
        self._store(weights=weights)

    def _add_season(self) -> None:
        season = SeasonDialog.ask(self.desk, self)
        if season is not None:
            self._store(seasons=(*self._wishes.seasons, season))

    def _remove_season(self, number: int) -> None:
        self._store(seasons=_without(self._wishes.seasons, number))

    def _add_blackout(self) -> None:
        blackout = BlackoutDialog.ask(self.desk, self)
        if blackout is not None:
            self._store(blackouts=(*self._wishes.blackouts, blackout))

    def _remove_blackout(self, number: int) -> None:
        self._store(blackouts=_without(self._wishes.blackouts, number))


def season_text(season: Season, words: Words) -> str:
    """A season in words: China, from 1 March to 30 June."""
    from_day = _month_day(season.from_month, season.from_day, words)
    to_day = _month_day(season.to_month, season.to_day, words)
    country = country_name(season.side, words)
    return words.tr("{country}: {start} to {end}", country=country, start=from_day, end=to_day)


def blackout_text(blackout: Blackout, words: Words) -> str:
    """A blackout in words, with its reason."""
    days = date_range(blackout.start, blackout.end, words.language)
    reasons = " · ".join(part for part in (blackout.reason_zh, blackout.reason_ru) if part)
    country = country_name(blackout.side, words)
    text = words.tr("{country}: {days}", country=country, days=days)
    return f"{text} — {reasons}" if reasons else text


def _month_day(month: int, day: int, words: Words) -> str:
    # A leap year, so that 29 February can be named too.
    return day_month(date(2024, month, day), words.language)


def _without(values: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    return (*values[:number], *values[number + 1 :])


def _show(spin: QSpinBox, value: int) -> None:
    with QSignalBlocker(spin):
        spin.setValue(value)
