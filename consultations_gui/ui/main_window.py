"""The window: sidebar, header, the screens, the status line, and what holds them together."""

from __future__ import annotations

from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.times import clock
from consultations_gui.i18n.words import N_
from consultations_gui.ui.actions import Keys
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dropping import PacketDrops
from consultations_gui.ui.language import Texts
from consultations_gui.ui.notes import Note
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import INNER, SCREENS, START
from consultations_gui.ui.sidewords import SideWords
from consultations_gui.ui.sight import SightFile
from consultations_gui.ui.stage import Stage
from consultations_gui.ui.starting import FIRST_VIEW, Starting
from consultations_gui.ui.widgets.header import Header
from consultations_gui.ui.widgets.sidebar import Sidebar
from consultations_gui.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from consultations_gui.ui.searching import Searching
    from consultations_gui.ui.undoing import Undoing
    from consultations_gui.ui.widgets.findbar import FindBar
    from consultations_gui.ui.widgets.palette import CommandPalette

SMALLEST = (880, 520)
"""Half of a full HD screen at 200 % scaling; every screen is made for 1024 × 700 and more."""
FIRST_SIZE = (1280, 800)
FRAME = 40
"""Pixels left for what the desktop draws around a window, its title bar above all."""
_SIDEBAR = {screen.name: screen.within or screen.name for screen in (*SCREENS, *INNER)}


class MainWindow(QMainWindow):
    """One window for one register."""

    def __init__(
        self, desk: Desk, sights: SightFile | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = Texts(desk.language)
        self._saved = ""
        self._keeping = False
        self.sidebar = Sidebar(desk.theme, SCREENS)
        self.side = SideWords(self.sidebar, desk.language)
        self.header = Header(desk.theme)
        self.stage = Stage(desk, (*SCREENS, *INNER, START))
        self.status = StatusLine(desk.tasks, self.texts, desk.language.language)
        self._build()
        self._bind()
        self._connect()
        self._restore()
        self.starting = Starting(self, sights)

    def start(self, today: date | None = None, packet: str = "") -> None:
        """Show the first screen, see :meth:`Starting.begin`; or the ``packet`` that is named."""
        self.starting.begin(today, packet)

    # --- where one is -----------------------------------------------------------------------

    def go(self, name: str) -> None:
        """Show a screen."""
        self.show_place(Place(name))

    def show_place(self, place: Place) -> None:
        """Show a place; before the office is set there is only the start screen."""
        if self.side.office is not None:
            self.stage.show_place(place)

    @cached_property
    def searching(self) -> Searching:
        """The palette and the search line."""
        from consultations_gui.ui.searching import Searching  # noqa: PLC0415  # not at the start

        steps = (self.header.undo, self.header.redo)
        return Searching(self.desk, self.texts, self.stage, self._column, self._central, steps)

    @property
    def palette_box(self) -> CommandPalette:
        """The palette over the window."""
        return self.searching.palette

    @property
    def findbar(self) -> FindBar:
        """The search line of the current screen."""
        return self.searching.findbar

    def show_everything(self) -> None:
        """Open the palette."""
        if self.side.office is not None:
            self.searching.everything()

    def show_find(self) -> None:
        """Open the search on the current screen."""
        self.searching.here()

    @cached_property
    def undoing(self) -> Undoing:
        """Undo and redo."""
        from consultations_gui.ui.undoing import Undoing  # noqa: PLC0415  # not at the start

        return Undoing(self.desk, self.header.undo, self.header.redo)

    def undo(self) -> None:
        """Take back the latest step."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.undoing.redo()

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stage, 1)
        column.addWidget(self.status)
        central = self._central = QWidget()
        central.setProperty("role", "window")
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(central)

    def _bind(self) -> None:
        texts = self.texts
        texts.bind(self.setWindowTitle, N_("China–Russia consultations"))
        texts.name(self.sidebar, N_("Screens"))
        texts.bind(self.header.search.say, N_("Find everything"))
        texts.name(self.header.undo, N_("Undo"))
        texts.name(self.header.redo, N_("Redo"))
        self._speak()

    def _connect(self) -> None:
        desk = self.desk
        desk.told.connect(self._tell)
        desk.wanted.connect(self.show_place)
        desk.changed.connect(self.read_office)
        desk.changed.connect(self.count_waiting)
        desk.changed.connect(self._on_changed)
        desk.language.changed.connect(self._speak)
        desk.theme.changed.connect(self.sidebar.update)
        self.header.wanted.connect(self.show_place)
        self.header.search.clicked.connect(self.show_everything)
        self.sidebar.chosen.connect(self.go)
        self.stage.shown.connect(self._on_shown)
        self.stage.heading_changed.connect(self._show_heading)
        self.status.languages.chosen.connect(desk.choose_language)
        PacketDrops(desk, self)
        keys = Keys(self)
        keys.add(QKeySequence.StandardKey.Undo, self.undo)
        keys.add("Ctrl+Shift+Z", self.redo)
        keys.add("Ctrl+K", self.show_everything)
        keys.add(QKeySequence.StandardKey.Find, self.show_find)
        for screen in SCREENS:
            for letter in dict.fromkeys((screen.key, screen.cyrillic)):
                if letter:
                    keys.add_letter(letter, partial(self.go, screen.name))

    # --- following --------------------------------------------------------------------------

    def read_office(self) -> None:
        """Say whose office this is, and go where that leads."""
        from consultations_gui.application import offices  # noqa: PLC0415  # after the sight

        had, office = self.side.office, self.desk.read(offices.show)
        self.desk.language.take_term(office.extraordinary_ru if office else SHIPPED)
        self.show_office((office.name_zh, office.name_ru) if office else None)
        if office is None and self.stage.current:
            self.stage.show_place(Place(START.name))
        elif had is None and self.stage.current == START.name:
            QTimer.singleShot(0, lambda: self.go(FIRST_VIEW))

    def show_office(self, names: tuple[str, str] | None) -> None:
        """Name the office in zh and ru; without one there is nowhere to go yet."""
        self.side.show_office(names)
        self.header.show_everywhere(shown=names is not None)

    def _on_shown(self, name: str) -> None:
        view = self.stage.view
        if view is None:
            return
        self.header.show_tools(view)
        if "searching" in self.__dict__:
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
        self.status.languages.mark(self.desk.language.language)
        self.status.speak(words)
        self._say_saved()
        if "undoing" in self.__dict__:
            self.undoing.speak()

    def _on_changed(self) -> None:
        """Every change is stored the moment it is made; remember when the last one was."""
        self.status.settle(self.desk.words)
        self._saved = clock(self.desk.now().astimezone())
        self._say_saved()

    def _say_saved(self) -> None:
        if self._saved:
            text = self.desk.words.tr("Saved at {time}", time=self._saved)
            self.status.state.setText(text)

    def count_waiting(self) -> None:
        """How many things wait, beside the screens on which they are done."""
        from consultations_gui.ui.waitingwords import (  # noqa: PLC0415  # after the sight
            waiting_counts,
        )

        seen = self.desk.glance.value if self.side.office is not None else None
        if seen is not None:
            self.side.show_waiting(waiting_counts(seen.waiting_for_us))

    # --- Qt ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        saved = self.desk.preferences.value.geometry
        if not saved or not self.restoreGeometry(QByteArray.fromBase64(saved.encode())):
            self.resize(*FIRST_SIZE)

    def appear(self) -> None:
        """Show it: where it was left, else as large as the screen has room for."""
        self.fit(self.screen().availableSize())
        self.show()

    def fit(self, screen: QSize) -> None:
        """Fill a screen whose free part (pixels) the first size and its frame do not fit onto."""
        width, height = FIRST_SIZE
        large = screen.width() >= width + FRAME and screen.height() >= height + FRAME
        if not large and not self.desk.preferences.value.geometry:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.starting.painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if "searching" in self.__dict__:
            self.palette_box.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._keeping:
            # A fault on the way is told, and the window stays with what was typed in it; asked
            # once more, it closes.
            event.ignore()
            self._keeping = True
            self.stage.flush()
            geometry = bytes(self.saveGeometry().toBase64().data()).decode()
            self.desk.preferences.update(geometry=geometry)
            self.desk.preferences.save()
            self._keeping = False
        if self.desk.tasks.busy:
            self.desk.tasks.idle.connect(self.close)
            self.desk.tasks.cancel_all()
            event.ignore()
            return
        super().closeEvent(event)
