"""No plan: which year fails, and what would mend it alone, each with a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from consultations_gui.domain.errors import DomainError, NoPlanError, PlannedLaterError
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording_errors_plan import RELAX
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.views.plan_controls import Dial, PlanControls
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.labels import Card, Role, label

_SETTINGS = {
    "CN days": ("calendars", N_("Look at the calendars")),
    "RU days": ("calendars", N_("Look at the calendars")),
    "CN blackouts": ("planner", N_("Look at the days without meetings")),
    "RU blackouts": ("planner", N_("Look at the days without meetings")),
}
"""Remedies that are a fact of the calendars: where they can be looked at and corrected."""


class PlanTrouble(Card):
    """Why there is no plan, and every way out. ``unpinned(number)`` asks to lift a pin."""

    unpinned = Signal(int)

    def __init__(self, desk: Desk, controls: PlanControls) -> None:
        super().__init__()
        self._desk, self._controls = desk, controls
        self._inside = QVBoxLayout()
        self._inside.setSpacing(10)
        self.body.addLayout(self._inside)
        self.body.addStretch(1)
        self.buttons: list[QPushButton] = []

    def show_error(self, error: DomainError, notice: int | None, words: Words) -> None:
        """Say ``error``; ``notice`` is the longest one that would mend it, once it is known."""
        clear(self._inside)
        self.buttons = []
        self.set_heading(words.tr("No plan"))
        if isinstance(error, NoPlanError) and not isinstance(error, PlannedLaterError):
            self._no_plan(error, notice, words)
            return
        self._say(error_text(error, words))
        if isinstance(error, PlannedLaterError):
            years = error.year - self._controls.first.value + 1
            text = words.tr("Plan the years up to {year}", year=error.year)
            self._offer(text, lambda: self._turn(self._controls.years, years))

    def _no_plan(self, error: NoPlanError, notice: int | None, words: Words) -> None:
        year = error.failing_year
        self._say(
            words.tr(
                "There is no plan up to {failing_year} that meets all hard conditions.",
                failing_year=year,
            )
        )
        if not error.remedies:
            self._say(words.tr("No single condition alone would mend it. Relax several of them."))
        for remedy in error.remedies:
            self._remedy(remedy, notice, words)
        if year == self._controls.first.value:
            self._say(words.tr("Or leave that year as it is."))
            text = words.tr("Begin with {year}", year=year + 1)
            self._offer(text, lambda: self._turn(self._controls.first, year + 1))

    def _remedy(self, remedy: str, notice: int | None, words: Words) -> None:
        if remedy.startswith("pin R"):
            number = int(remedy.removeprefix("pin R"))
            self._say(words.tr("It would go without the fixed start of {id}.", id=f"R{number}"))
            text = words.tr("Unpin {id}", id=f"R{number}")
            self._offer(text, lambda: self.unpinned.emit(number))
            return
        self._say(words.tr(RELAX[remedy]))
        if remedy in _SETTINGS:
            part, msgid = _SETTINGS[remedy]
            self._offer(words.tr(msgid), lambda: self._desk.go("settings", part=part))
        elif notice is not None:
            days = words.trn("Notice of {n} day", "Notice of {n} days", notice)
            self._offer(days, lambda: self._turn(self._controls.notice, notice))

    @staticmethod
    def _turn(dial: Dial, value: int) -> None:
        dial.box.setValue(value)

    def _say(self, text: str) -> None:
        self._inside.addWidget(label(text, Role.BODY, wrap=True))

    def _offer(self, text: str, act: Callable[[], object]) -> None:
        button = QPushButton(text)
        button.clicked.connect(act)
        self.buttons.append(button)
        self._inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
