"""Finding: the palette over the window (Ctrl+K) and the search on a screen (Ctrl+F)."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.actions import screen_commands, setting_commands
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.finding import Finder
from consultations_gui.ui.language import Texts
from consultations_gui.ui.pinyin import initials
from consultations_gui.ui.stage import Stage
from consultations_gui.ui.view import Command
from consultations_gui.ui.widgets.findbar import FindBar
from consultations_gui.ui.widgets.palette import CommandPalette

PLACE = 1
"""The search line's place in the window's column: below the header."""


class Searching(QObject):
    """Made when something is first looked for; ``steps`` are the undo and redo buttons."""

    def __init__(
        self,
        desk: Desk,
        texts: Texts,
        stage: Stage,
        column: QVBoxLayout,
        over: QWidget,
        steps: tuple[QToolButton, QToolButton],
    ) -> None:
        super().__init__(over)
        self._desk, self._stage, self._steps = desk, stage, steps
        self.palette = CommandPalette(desk.theme, texts, over)
        self.findbar = FindBar(desk, texts)
        self.findbar.closed.connect(stage.setFocus)
        column.insertWidget(PLACE, self.findbar)
        self._finder = Finder(desk)
        self._finder.ready.connect(self._more_found)

    def everything(self) -> None:
        """Open the palette."""
        self.palette.begin(self._commands(), initials)

    def here(self) -> None:
        """Open the search on the current screen."""
        if self._stage.view is not None:
            self.findbar.begin(self._stage.view)

    def _more_found(self) -> None:
        if self.palette.isVisible():
            self.palette.replace(self._commands(), initials)

    def _commands(self) -> list[Command]:
        desk, view = self._desk, self._stage.view
        return [
            *(view.commands() if view else ()),
            *screen_commands(desk, desk.go),
            *self._step_commands(),
            Command(desk.words.tr("Find on this screen"), self.here, "Ctrl+F"),
            *setting_commands(desk),
            *self._finder.things(),
        ]

    def _step_commands(self) -> list[Command]:
        names = ((N_("Undo"), "Ctrl+Z"), (N_("Redo"), "Ctrl+Shift+Z"))
        return [
            Command(
                button.accessibleName(),
                button.click,
                key,
                self._desk.language.in_every_language(msgid),
            )
            for button, (msgid, key) in zip(self._steps, names, strict=True)
            if button.isEnabled()
        ]
