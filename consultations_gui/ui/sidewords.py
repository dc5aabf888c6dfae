"""What the sidebar says: the program, the office, the screens and how much waits on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject

from consultations_gui.i18n.language import Language
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.screens import SCREENS
from consultations_gui.ui.widgets.sidebar import Sidebar


class SideWords(QObject):
    """Keeps the sidebar in the language in use. ``office`` is its names in zh and ru, if any."""

    def __init__(self, sidebar: Sidebar, language: LanguageSwitch) -> None:
        super().__init__(sidebar)
        self._sidebar, self._language = sidebar, language
        self._waiting: Counter[str] = Counter()
        self.office: tuple[str, str] | None = None
        language.changed.connect(self.speak)
        self.speak()

    def show_office(self, names: tuple[str, str] | None) -> None:
        """Say whose office this is; without one there is nowhere to go yet."""
        self.office = names
        self._sidebar.setVisible(names is not None)
        self.speak()

    def show_waiting(self, waiting: Mapping[str, int]) -> None:
        """Say how much waits on each screen."""
        self._waiting = Counter(waiting)
        self.speak()

    def speak(self) -> None:
        """Say everything in the language in use."""
        words = self._language.words
        self._sidebar.program.setText(words.trc("program", "Consultations"))
        names = self.office or ("", "")
        first, second = names if words.language is Language.ZH else names[::-1]
        self._sidebar.office.setText(first or second)
        for screen in SCREENS:
            name, count = words.tr(screen.title), self._waiting[screen.name]
            button = self._sidebar.button(screen.name)
            waits = words.trn("{n} thing waits", "{n} things wait", count)
            button.say(name, listed((name, waits), words) if count else name)
            button.show_count(count)
