"""The window's header: where one is, what can be undone, the way to everything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from consultations_gui.ui.places import Place
from consultations_gui.ui.theme.fonts import MARK_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.view import Crumb, Heading, View
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.elided import ElidedLabel
from consultations_gui.ui.widgets.labels import Role, label

HEIGHT = 52
SMALL, NARROWEST, WIDEST = 44, 172, 250
"""Widths of the search button: its icon alone, with words, at most."""


ROUND_WORDS = 60
"""What the search takes besides its words and the key: icon, borders, gaps."""


class SearchButton(QPushButton):
    """Looks like a search field and opens the palette, with the key that does it too."""

    def __init__(self, theme: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIcon(theme.icon("search", "muted"))
        self.setMaximumWidth(WIDEST)
        self._words = ""
        self._small = False
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addStretch(1)
        self._cap = QLabel("Ctrl K")
        self._cap.setProperty("chip", "plain")
        self._cap.setFont(sized(self.font(), MARK_PX))
        self._cap.setFixedHeight(18)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._cap)
        self.make_small(small=False)

    def say(self, text: str) -> None:
        """The words shown where there is room, and read aloud always."""
        self._words = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.make_small(small=self._small)

    def make_small(self, *, small: bool) -> None:
        """Show the icon alone, or the words and the key."""
        self._small = small
        self._cap.setVisible(not small)
        self.setText("" if small else self._words)
        words = self.fontMetrics().horizontalAdvance(self._words) + ROUND_WORDS
        words += self._cap.sizeHint().width()
        self.setMinimumWidth(SMALL if small else max(NARROWEST, words))


class Header(QWidget):
    """One header for all screens; each screen's own tools come and go with it."""

    wanted = Signal(object)

    def __init__(self, theme: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEIGHT)
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(0)
        self._back: list[tuple[QPushButton, Crumb]] = []
        self.title = ElidedLabel(Role.TITLE)
        self.note = label(role=Role.MUTED)
        self._lead, self._tools = QHBoxLayout(), QHBoxLayout()
        self._lead.setSpacing(8)
        self._tools.setSpacing(8)
        self.undo = self._round_button(theme, "undo-2")
        self.redo = self._round_button(theme, "redo-2")
        self.search = SearchButton(theme)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        row.addLayout(self._crumbs)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addLayout(self._lead)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.search, 1)
        row.addLayout(self._tools)
        self._shown: list[QWidget] = []
        self._owner: View | None = None

    def show_everywhere(self, *, shown: bool) -> None:
        """Show undo, redo and search, which need a register with an office."""
        for widget in (self.undo, self.redo, self.search):
            widget.setVisible(shown)

    def show_heading(self, heading: Heading) -> None:
        """Show where one is."""
        clear(self._crumbs)
        self._back = [(self._crumb_button(crumb), crumb) for crumb in heading.crumbs]
        for button, _ in self._back:
            self._crumbs.addWidget(button)
            button.show()  # or it would not count yet when the row is fitted
        self.title.setText(heading.title)
        self.note.setText(heading.note)
        self._fit()

    def show_tools(self, view: View) -> None:
        """Show a screen's own widgets instead of the last one's."""
        for widget in self._shown:
            widget.hide()
            # Back to its own screen, which is hidden now: on another one it would turn up again.
            widget.setParent(self._owner)
        self._owner = view
        lead, tools = list(view.lead()), list(view.tools())
        for layout, widgets in ((self._lead, lead), (self._tools, tools)):
            for widget in widgets:
                _whole(widget)
                layout.addWidget(widget)
                widget.show()
        self._shown = [*lead, *tools]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the whole title, words go: note, search, the way back.

        The sidebar shows the first screen of the way back too, and an ID says which
        meeting is meant as well as its name.
        """
        for part in (self._crumbs, self._lead, self._tools):
            part.invalidate()  # another language has other widths
        for button, crumb in self._back:
            button.setText(f"{crumb.text} ›")
            button.show()
        self.search.make_small(small=False)
        self.note.setVisible(bool(self.note.text()))
        if self._needed() > self.width():
            self.note.hide()
        if self._needed() > self.width():
            self.search.make_small(small=True)
        if self._back and self._needed() > self.width():
            self._back[0][0].hide()
        if self._needed() > self.width():
            for button, crumb in self._back:
                button.setText(f"{crumb.short or crumb.text} ›")
        self._row.invalidate()

    def _needed(self) -> int:
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _crumb_button(self, crumb: Crumb) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "link")
        button.setAccessibleName(crumb.text)
        _whole(button)
        place: Place = crumb.place
        button.clicked.connect(lambda: self.wanted.emit(place))
        return button

    @staticmethod
    def _round_button(theme: ThemeSwitch, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "quiet")
        button.setIcon(theme.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button


def _whole(widget: QWidget) -> None:
    """Never squeeze a button below the width its words need."""
    widget.setSizePolicy(QSizePolicy.Policy.Minimum, widget.sizePolicy().verticalPolicy())
