"""Light or dark: what the person chose, what the system shows, and telling the window."""

from __future__ import annotations

import re

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from consultations_gui.desktop.paths import resource
from consultations_gui.desktop.settings import Motion, Theme
from consultations_gui.ui.theme.fonts import interface_font
from consultations_gui.ui.theme.icons import IconPainter, make_icon
from consultations_gui.ui.theme.palette import build_palette
from consultations_gui.ui.theme.tokens import DARK, LIGHT, Tokens

_PLACEHOLDER = re.compile(r"@(\w+)")


def build_sheet(template: str, tokens: Tokens) -> str:
    """The style sheet with every ``@name`` replaced by that token's colour.

    Raises :class:`KeyError` for a name that is not a token.
    """
    colours = tokens.named()
    return _PLACEHOLDER.sub(lambda found: colours[found[1]], template)


class ThemeSwitch(QObject):
    """The theme in use. ``changed`` follows once everything carries the new colours.

    Qt's own switch of the colour scheme is not used: it does nothing on some
    platforms, so palette and style sheet are ours.
    """

    changed = Signal()

    def __init__(
        self,
        choice: Theme = Theme.SYSTEM,
        motion: Motion = Motion.SYSTEM,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._motion = motion
        self._tokens = LIGHT
        self._hints = QGuiApplication.styleHints()
        # The system's own wish comes to Qt as effects that are on or off.
        self._system_moves = QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
        self.icons = IconPainter(lambda: self._tokens)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def choice(self) -> Theme:
        """What the person chose."""
        return self._choice

    @property
    def reduced_motion(self) -> bool:
        """Nothing should move that need not: chosen, or set so in the system."""
        if self._motion is not Motion.SYSTEM:
            return self._motion is Motion.REDUCED
        return not self._system_moves

    def start(self) -> None:
        """Dress the application for the first time and follow the system from now on."""
        app = _app()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(interface_font())
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_system)

    def choose(self, choice: Theme) -> None:
        """Fix a theme, or follow the system again."""
        self._choice = choice
        self._switch()

    def choose_motion(self, motion: Motion) -> None:
        """Fix whether things may move, or follow the system again."""
        self._motion = motion
        self._still()

    def icon(self, name: str, ink: str = "text") -> QIcon:
        """A line icon that follows the theme."""
        return make_icon(self.icons, name, ink)

    def _on_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice is Theme.SYSTEM:
            self._switch()

    def _switch(self) -> None:
        if self._wanted() is not self._tokens:
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Tokens:
        if self._choice is Theme.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is Theme.DARK else LIGHT

    def _dress(self) -> None:
        self._tokens = self._wanted()
        app = _app()
        folder = resource("themes", "dark" if self._tokens.dark else "light")
        QDir.setSearchPaths("theme", [str(folder)])
        app.setPalette(build_palette(self._tokens))
        template = resource("themes", "window.qss").read_text(encoding="utf-8")
        app.setStyleSheet(build_sheet(template, self._tokens))
        self._still()

    def _still(self) -> None:
        for effect in (
            Qt.UIEffect.UI_AnimateMenu,
            Qt.UIEffect.UI_AnimateCombo,
            Qt.UIEffect.UI_FadeMenu,
            Qt.UIEffect.UI_FadeTooltip,
        ):
            QApplication.setEffectEnabled(effect, not self.reduced_motion)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the theme needs a QApplication")
    return app
