"""The planner's wishes: how many rounds, how long, how far apart, and what a wish costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QPushButton, QSpinBox

from consultations_gui.application import blackouts, planning
from consultations_gui.application.blackouts import Reread
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.planner import LIMITS, Season, Weights, Wishes
from consultations_gui.i18n.dates import day_month
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.blackoutwords import blackout_text, source_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.import_blackouts import ImportBlackoutsDialog
from consultations_gui.ui.dialogs.periods import BlackoutDialog, SeasonDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.offers import undo_offer
from consultations_gui.ui.phrases import listed
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
    ("season", N_("Each day from the start to the nearest preferred season")),
    ("travel", N_("Each travel day that is a day off")),
    ("short", N_("Each shortened meeting day")),
    ("provisional", N_("Each meeting or travel day in a provisional calendar")),
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
        self._build_periods()

    def _build_periods(self) -> None:
        desk, texts = self.desk, self.texts
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
        self.sources = PeriodList(
            desk,
            texts,
            N_("Calendars and tables such days are read from"),
            N_("Read from a calendar or table…"),
            source_text,
        )
        self.again = QPushButton()
        texts.bind(self.again.setText, N_("Read all of them again"))
        self.sources.add_beside(self.again)
        self.sources.adding.connect(lambda: ImportBlackoutsDialog(desk, self).exec())
        self.sources.removing.connect(self._forget)
        self.again.clicked.connect(self._read_again)
        for periods in (self.seasons, self.blackouts, self.sources):
            self.body.addWidget(periods)

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
        self.sources.show_periods(wishes.sources)
        self.again.setEnabled(bool(wishes.sources))

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

    def _forget(self, number: int) -> None:
        source = self._wishes.sources[number]
        if self.desk.run(blackouts.forget, source.side, source.name).ok:
            self.desk.tell(
                lambda words: words.tr("{name} is no longer read", name=source.name),
                undo_offer(self.desk),
            )

    def _read_again(self) -> None:
        self.again.setEnabled(False)
        self.desk.start(
            self.desk.words.tr("Reading calendars and tables"),
            lambda ctx, _task: blackouts.refresh(ctx),
            self._read_done,
            on_error=self._read_failed,
            changes=True,
        )

    def _read_done(self, found: tuple[Reread, ...]) -> None:
        self.again.setEnabled(True)
        added = sum(len(one.intake.added) for one in found if one.intake)
        gone = sum(len(one.intake.gone) for one in found if one.intake)
        errors = [one.error for one in found if one.error]
        errors += [refused.error for one in found if one.intake for refused in one.intake.refused]
        if errors:
            self.desk.fail(errors[0])
            return
        self.desk.tell(
            lambda words: listed(
                (
                    words.tr("All of them were read again"),
                    words.trn("{n} new", "{n} new", added),
                    words.trn("{n} gone", "{n} gone", gone),
                ),
                words,
            ),
            undo_offer(self.desk) if added or gone else None,
        )

    def _read_failed(self, error: DomainError) -> None:
        self.again.setEnabled(True)
        self.desk.fail(error)


def season_text(season: Season, words: Words) -> str:
    """A season in words: China, from 1 March to 30 June."""
    from_day = _month_day(season.from_month, season.from_day, words)
    to_day = _month_day(season.to_month, season.to_day, words)
    country = country_name(season.side, words)
    return words.tr("{country}: {start} to {end}", country=country, start=from_day, end=to_day)


def _month_day(month: int, day: int, words: Words) -> str:
    # A leap year, so that 29 February can be named too.
    return day_month(date(2024, month, day), words.language)


def _without(values: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    return (*values[:number], *values[number + 1 :])


def _show(spin: QSpinBox, value: int) -> None:
    with QSignalBlocker(spin):
        spin.setValue(value)
