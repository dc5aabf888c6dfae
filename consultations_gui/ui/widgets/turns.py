"""The last turns and the next one in a line: whose it was, whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.domain.rotation import LedgerEntry, NextHost
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import Words
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.marks import SideMark

MARK_HEIGHT = 28
"""Room for the ring, also around marks without one, so that all stand level."""


class TurnLine(QWidget):
    """A mark for each turn used, with the year and the ID below; the next one is ringed."""

    def __init__(self, theme: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, spacing=2)

    def show_turns(self, recent: tuple[LedgerEntry, ...], after: NextHost, words: Words) -> None:
        """Show the turns used, oldest first, and the next."""
        clear(self._flow)
        for entry in recent:
            if entry.turn is not None:
                year = str(entry.dates.start.year) if entry.dates else ""
                self._flow.addWidget(self._turn(entry.turn, year, entry.id, words, ring=False))
        number = f"R{after.number}"
        self._flow.addWidget(self._turn(after.side, words.tr("next"), number, words, ring=True))

    def _turn(self, side: Side, above: str, below: str, words: Words, *, ring: bool) -> QWidget:
        turn = QWidget()
        turn.setAccessibleName(f"{below} {above}: {country_name(side, words)}")
        column = QVBoxLayout(turn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        centre = Qt.AlignmentFlag.AlignHCenter
        mark = SideMark(self._theme, side, ring=ring)
        mark.setFixedHeight(MARK_HEIGHT)
        mark.setAccessibleName(country_name(side, words))
        column.addWidget(mark, 0, centre)
        column.addWidget(label(above, Role.STRONG if ring else Role.SMALL), 0, centre)
        column.addWidget(label(below, Role.SMALL), 0, centre)
        turn.setMinimumWidth(46)
        return turn
