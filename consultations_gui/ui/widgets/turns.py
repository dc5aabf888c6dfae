"""The last turns and the next one in a line: whose it was, whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultations_gui.domain.parties import Side
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

    def show_turns(self, turns: tuple[tuple[str, str, str, str], ...]) -> None:
        """Show (side, above, below, country) for each turn, oldest first, the next one last."""
        clear(self._flow)
        for number, (side, above, below, country) in enumerate(turns, 1):
            last = number == len(turns)
            self._flow.addWidget(self._turn(Side(side), above, below, country, ring=last))

    def _turn(self, side: Side, above: str, below: str, country: str, *, ring: bool) -> QWidget:
        turn = QWidget()
        turn.setAccessibleName(f"{below} {above} · {country}")
        column = QVBoxLayout(turn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        centre = Qt.AlignmentFlag.AlignHCenter
        mark = SideMark(self._theme, side, ring=ring)
        mark.setFixedHeight(MARK_HEIGHT)
        mark.setAccessibleName(country)
        column.addWidget(mark, 0, centre)
        column.addWidget(label(above, Role.STRONG if ring else Role.SMALL), 0, centre)
        column.addWidget(label(below, Role.SMALL), 0, centre)
        turn.setMinimumWidth(46)
        return turn
