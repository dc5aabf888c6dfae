"""Under the years: what the day under the mouse, or the one the keys are on, is and means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from consultations_gui.ui.widgets.elided import ElidedLabel
from consultations_gui.ui.widgets.elidedlines import ElidedLines
from consultations_gui.ui.widgets.labels import Role

LINES, MOST = 4, 8
"""How many lines there are for both countries, and for the reasons beside them."""
WIDTH = 1000
"""In a screen of this width the longest texts need the most lines, in a wider one fewer."""
FROM, STEP = 720, 60
"""From which height of the screen on there is one line more, and for how much more another."""
NEW_LINE = "\u2028"
"""Begins a line within a text that is laid out as one paragraph."""


class DayPanel(QWidget):
    """The day and both countries at the left, a round there at the right; always as high.

    High enough for what there usually is to say, in a higher window for all there can be: it must
    not grow while the mouse goes over the years, or they would move under it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(Role.STRONG)
        self.countries = ElidedLines(LINES, Role.SMALL)
        self.place = ElidedLabel(Role.STRONG)
        self.why = ElidedLines(LINES, Role.SMALL)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 5, 20, 6)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.place, 0, 1)
        grid.addWidget(self.countries, 1, 0)
        grid.addWidget(self.why, 1, 1)
        grid.setColumnStretch(0, 6)
        grid.setColumnStretch(1, 7)

    def fit(self, screen: QSize) -> None:
        """Take the lines that a screen of this size can spare, no more than its texts need."""
        needed = MOST * WIDTH // max(screen.width(), WIDTH)
        spare = LINES + (screen.height() - FROM) // STEP
        lines = max(min(spare, needed), LINES)
        self.countries.set_lines(lines)
        self.why.set_lines(lines)

    def say(self, title: str, countries: Sequence[str], place: str, why: str) -> None:
        """Show a day in words."""
        self.title.setText(title)
        self.countries.setText(NEW_LINE.join(text for text in countries if text))
        self.place.setText(place)
        self.why.setText(why)

    @property
    def text(self) -> str:
        """All it says."""
        parts = (self.title, self.countries, self.place, self.why)
        return "\n".join(part.text() for part in parts if part.text()).replace(NEW_LINE, "\n")
