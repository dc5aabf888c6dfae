"""Language, colours, motion, and how papers name the two sides."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from consultations_gui.desktop.settings import Motion, PaperMode
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_
from consultations_gui.ui.actions import THEMES
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LANGUAGES, Texts
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.labels import Card, Role, label

E = TypeVar("E", bound=StrEnum)

MOTIONS: tuple[tuple[Motion, str], ...] = (
    (Motion.SYSTEM, N_("As the system has it")),
    (Motion.FULL, N_("Show movement")),
    (Motion.REDUCED, N_("As little movement as possible")),
)
PAPER_MODES: tuple[tuple[PaperMode, str], ...] = (
    (PaperMode.FULL, N_("Full alternat: each copy names its own side first in both texts")),
    (
        PaperMode.SIMPLIFIED,
        N_("Simplified: the Chinese text names China first, the Russian text Russia"),
    ),
)


class LookPage(Page):
    """Everything here is one person's own and is kept on this computer only."""

    title = N_("Language and look")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self.languages = self._choices(
            N_("Language of the screen"), LANGUAGES, self._choose_language, own_names=True
        )
        self.themes = self._choices(N_("Colours"), THEMES, desk.choose_theme)
        self.motions = self._choices(N_("Movement"), MOTIONS, self._choose_motion)
        self.modes = self._choices(
            N_("Order of the sides in papers"), PAPER_MODES, self._choose_mode
        )
        about = label(role=Role.SMALL, wrap=True)
        texts.bind(about.setText, N_("These choices are yours and stay on this computer."))
        self.body.addWidget(about)
        desk.preferences.changed.connect(self.present)

    def present(self) -> None:
        settings = self.desk.preferences.value
        self.languages[self.desk.language.language].setChecked(True)
        self.themes[settings.theme].setChecked(True)
        self.motions[settings.motion].setChecked(True)
        self.modes[settings.paper_mode].setChecked(True)

    def _choices(
        self,
        heading: str,
        choices: tuple[tuple[E, str], ...],
        choose: Callable[[E], None],
        *,
        own_names: bool = False,
    ) -> dict[E, QRadioButton]:
        card = Card()
        self.texts.bind(card.set_heading, heading)
        group = QButtonGroup(card)
        buttons: dict[E, QRadioButton] = {}
        for value, text in choices:
            button = QRadioButton(text)
            if not own_names:
                self.texts.bind(button.setText, text)
            button.clicked.connect(lambda _on=False, value=value: choose(value))
            group.addButton(button)
            card.body.addWidget(button)
            buttons[value] = button
        self.body.addWidget(card)
        return buttons

    def _choose_language(self, language: Language) -> None:
        self.desk.choose_language(language)

    def _choose_motion(self, motion: Motion) -> None:
        self.desk.preferences.update(motion=motion)
        self.desk.theme.choose_motion(motion)

    def _choose_mode(self, mode: PaperMode) -> None:
        self.desk.preferences.update(paper_mode=mode)
