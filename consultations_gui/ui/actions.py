"""What can be done anywhere in the window: its keys, and the same things for the palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)

from consultations_gui.desktop.settings import Theme
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import LANGUAGES
from consultations_gui.ui.screens import INNER, SCREENS, Screen
from consultations_gui.ui.view import Command

THEMES: tuple[tuple[Theme, str], ...] = (
    (Theme.SYSTEM, N_("Colours as the system has them")),
    (Theme.LIGHT, N_("Light colours")),
    (Theme.DARK, N_("Dark colours")),
)
"""The themes with their labels."""


def is_typing(widget: QWidget | None) -> bool:
    """A key pressed in ``widget`` writes or chooses something there."""
    if widget is None:
        return False
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return True
    if isinstance(widget, QAbstractItemView):
        return bool(widget.editTriggers() & QAbstractItemView.EditTrigger.AnyKeyPressed)
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


class Keys(QObject):
    """The window's keys. Single letters sleep while the person types."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._letters: list[QShortcut] = []
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def add(
        self, sequence: QKeySequence | QKeySequence.StandardKey | str, act: Callable[[], object]
    ) -> None:
        """A key with Ctrl or the like: it always works."""
        shortcut = QShortcut(QKeySequence(sequence), self._window)
        shortcut.activated.connect(act)

    def add_letter(self, letter: str, act: Callable[[], object]) -> None:
        """A single letter."""
        shortcut = QShortcut(QKeySequence(letter), self._window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        self._letters.append(shortcut)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for shortcut in self._letters:
            shortcut.setEnabled(not is_typing(new))


def screen_commands(desk: Desk, go: Callable[[str], object]) -> list[Command]:
    """Going to each screen."""
    inner = (screen for screen in INNER if screen.anywhere)
    return [_go_command(desk, screen, go) for screen in (*SCREENS, *inner)]


def _go_command(desk: Desk, screen: Screen, go: Callable[[str], object]) -> Command:
    text = desk.words.tr(screen.title)
    found_by = desk.language.in_every_language(screen.title)
    return Command(text, lambda: go(screen.name), screen.key, found_by)


def setting_commands(desk: Desk) -> list[Command]:
    """Switching language and theme."""
    return [
        *(_language_command(desk, language, name) for language, name in LANGUAGES),
        *(_theme_command(desk, theme, msgid) for theme, msgid in THEMES),
    ]


def _language_command(desk: Desk, language: Language, name: str) -> Command:
    hint = N_("Language of the screen")
    found_by = desk.language.in_every_language(hint)
    return Command(name, lambda: desk.choose_language(language), desk.words.tr(hint), found_by)


def _theme_command(desk: Desk, theme: Theme, msgid: str) -> Command:
    text = desk.words.tr(msgid)
    found_by = desk.language.in_every_language(msgid)
    return Command(text, lambda: desk.choose_theme(theme), words=found_by)
