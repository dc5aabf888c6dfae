"""Chooses one of the two sides."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.widgets.marks import SideMark


class SideChoice(QWidget):
    """Two radio buttons, one a side, each with the side's mark."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[Side, QRadioButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for side in Side:
            button = QRadioButton()
            group.addButton(button)
            self._buttons[side] = button
            row.addWidget(SideMark(desk.theme, side))
            row.addWidget(button)
            row.addSpacing(16)
        row.addStretch(1)

    def button(self, side: Side) -> QRadioButton:
        """The button of one side."""
        return self._buttons[side]

    @property
    def side(self) -> Side | None:
        """The side chosen, if any."""
        return next((side for side, button in self._buttons.items() if button.isChecked()), None)
