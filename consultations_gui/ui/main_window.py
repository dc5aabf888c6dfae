"""The window: sidebar, header, the screens, the status line, and what holds them together."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from consultations_gui.application import offices
from consultations_gui.domain.office import Office
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.times import clock
from consultations_gui.i18n.words import N_
from consultations_gui.ui.actions import (
    Keys,
    in_every_language,
    screen_commands,
    setting_commands,
)
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.finding import Finder
from consultations_gui.ui.language import Texts
from consultations_gui.ui.notes import Note
from consultations_gui.ui.pinyin import initials
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import INNER, SCREENS, START
from consultations_gui.ui.stage import Stage
from consultations_gui.ui.undoing import Undoing
from consultations_gui.ui.view import Command
from consultations_gui.ui.widgets.findbar import FindBar
from consultations_gui.ui.widgets.header import Header
from consultations_gui.ui.widgets.palette import CommandPalette
from consultations_gui.ui.widgets.sidebar import Sidebar
from consultations_gui.ui.widgets.statusline import StatusLine

SMALLEST = (880, 520)
"""Half of a full HD screen at 200 % scaling; every screen is made for 1024 × 700 and more."""
FIRST_SIZE = (1280, 800)
FIRST_VIEW = "today"
_SIDEBAR = {screen.name: screen.within or screen.name for screen in (*SCREENS, *INNER)}


class MainWindow(QMainWindow):
    """One window for one register."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = Texts(desk.language)
        self.office: Office | None = None
        self._waiting: Counter[str] = Counter()
        self.sidebar = Sidebar(desk.theme, SCREENS)
        self.header = Header(desk.theme)
        self.stage = Stage(desk, (*SCREENS, *INNER, START))
        self.findbar = FindBar(desk, self.texts)
        self.status = StatusLine(desk.tasks, self.texts, desk.language.language)
        central = self._build()
        self.palette_box = CommandPalette(desk.theme, self.texts, central)
        self.finder = Finder(desk)
        self.undoing = Undoing(desk, self.header.undo, self.header.redo)
        self._bind()
        self._connect()
        self._restore()

    def start(self) -> None:
        """Show the screen last used, or ask whose office this is."""
        self._read_office()
        if self.office is None:
            self.stage.show_place(Place(START.name))
            return
        wanted = self.desk.preferences.value.view
        known = any(screen.name == wanted for screen in SCREENS)
        self.go(wanted if known else FIRST_VIEW)
        # After the first painting, so that it does not wait for what stands in the sidebar.
        QTimer.singleShot(0, self._count_waiting)

    def go(self, name: str) -> None:
        """Show a screen."""
        self.show_place(Place(name))

    def show_place(self, place: Place) -> None:
        """Show a place; before the office is set there is only the start screen."""
        if self.office is not None:
            self.stage.show_place(place)

    def show_everything(self) -> None:
        """Open the palette."""
        self.palette_box.begin(self._commands(), initials)

    def show_find(self) -> None:
        """Open the search on the current screen."""
        if self.stage.view is not None:
            self.findbar.begin(self.stage.view)

    def _commands(self) -> list[Command]:
        words = self.desk.words
        view = self.stage.view
        undo, redo = self.header.undo, self.header.redo
        return [
            *(view.commands() if view else ()),
            *screen_commands(self.desk, self.go),
            *(
                Command(button.accessibleName(), button.click, key, in_every_language(msgid))
                for button, key, msgid in (
                    (undo, "Ctrl+Z", N_("Undo")),
                    (redo, "Ctrl+Shift+Z", N_("Redo")),
                )
                if button.isEnabled()
            ),
            Command(words.tr("Find on this screen"), self.show_find, "Ctrl+F"),
            *setting_commands(self.desk),
            *self.finder.things(),
        ]

    def _more_found(self) -> None:
        if self.palette_box.isVisible():
            self.palette_box.replace(self._commands(), initials)

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.findbar)
        column.addWidget(self.stage, 1)
        column.addWidget(self.status)
        central = QWidget()
        central.setProperty("role", "window")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(central)
        return central

    def _bind(self) -> None:
        texts = self.texts
        texts.bind(self.setWindowTitle, N_("China–Russia consultations"))
        texts.name(self.sidebar, N_("Screens"))
        texts.bind(self.header.search.say, N_("Find everything"))
        self._speak()

    def _connect(self) -> None:
        desk = self.desk
        desk.told.connect(self._tell)
        desk.wanted.connect(self.show_place)
        desk.changed.connect(self._read_office)
        desk.changed.connect(self._count_waiting)
        desk.changed.connect(self._say_saved)
        desk.language.changed.connect(self._speak)
        desk.theme.changed.connect(self.sidebar.update)
        self.header.wanted.connect(self.show_place)
        self.header.search.clicked.connect(self.show_everything)
        self.sidebar.chosen.connect(self.go)
        self.stage.shown.connect(self._on_shown)
        self.stage.heading_changed.connect(self._show_heading)
        self.finder.ready.connect(self._more_found)
        self.findbar.closed.connect(self.stage.setFocus)
        self.status.languages.chosen.connect(desk.choose_language)
        keys = Keys(self)
        keys.add(QKeySequence.StandardKey.Undo, self.undoing.undo)
        keys.add("Ctrl+Shift+Z", self.undoing.redo)
        keys.add("Ctrl+K", self.show_everything)
        keys.add(QKeySequence.StandardKey.Find, self.show_find)
        for screen in SCREENS:
            for letter in dict.fromkeys((screen.key, screen.cyrillic)):
                if letter:
                    keys.add_letter(letter, partial(self.go, screen.name))

    # --- following --------------------------------------------------------------------------

    def _read_office(self) -> None:
        had = self.office
        self.office = self.desk.read(offices.show)
        self._name_office()
        self.sidebar.setVisible(self.office is not None)
        self.header.show_everywhere(shown=self.office is not None)
        if had is None and self.office is not None and self.stage.current == START.name:
            QTimer.singleShot(0, lambda: self.go(FIRST_VIEW))

    def _name_office(self) -> None:
        office, language = self.office, self.desk.language.language
        if office is None:
            self.sidebar.office.setText("")
            return
        names = (office.name_zh, office.name_ru)
        first, second = names if language is Language.ZH else names[::-1]
        self.sidebar.office.setText(first or second)

    def _on_shown(self, name: str) -> None:
        view = self.stage.view
        if view is None:
            return
        self.header.show_tools(view)
        self.findbar.end()
        self._show_heading()
        place = _SIDEBAR.get(name)
        if place is not None:
            self.sidebar.mark(place)
            self.desk.preferences.update(view=place)

    def _show_heading(self) -> None:
        if self.stage.view is not None:
            self.header.show_heading(self.stage.view.heading())

    def _tell(self, note: Note) -> None:
        self.status.show_note(note, self.desk.words)

    def _speak(self) -> None:
        self.texts.speak()
        words = self.desk.words
        self.sidebar.program.setText(words.trc("program", "Consultations"))
        self._say_screens()
        self.status.languages.mark(self.desk.language.language)
        self.status.speak(words)
        self._name_office()

    def _say_saved(self) -> None:
        """Every change is stored the moment it is made; say when the last one was."""
        time = clock(self.desk.now().astimezone())
        self.status.state.setText(self.desk.words.tr("Saved at {time}", time=time))

    def _count_waiting(self) -> None:
        """How many things wait, beside the screens on which they are done."""
        if self.office is None:
            return
        self._waiting = self.desk.glance.waiting()
        self._say_screens()

    def _say_screens(self) -> None:
        words = self.desk.words
        for screen in SCREENS:
            name, count = words.tr(screen.title), self._waiting[screen.name]
            button = self.sidebar.button(screen.name)
            waits = words.trn("{n} thing waits", "{n} things wait", count)
            button.say(name, f"{name}, {waits}" if count else name)
            button.show_count(count)

    # --- Qt ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        saved = self.desk.preferences.value.geometry
        if not saved or not self.restoreGeometry(QByteArray.fromBase64(saved.encode())):
            self.resize(*FIRST_SIZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.palette_box.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stage.flush()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.desk.preferences.update(geometry=geometry)
        self.desk.preferences.save()
        if self.desk.tasks.busy:
            self.desk.tasks.idle.connect(self.close)
            self.desk.tasks.cancel_all()
            event.ignore()
            return
        super().closeEvent(event)
