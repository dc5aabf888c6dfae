"""The band over the years: a line for each country, the signs of meetings, zoom, good dates."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from consultations_gui.domain.consultation import Status
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets import year_signs as signs
from consultations_gui.ui.widgets.year_geometry import ZOOMS
from consultations_gui.ui.widgets.year_signs import Sign, Swatch

COUNTRIES = {Side.CN: N_("China"), Side.RU: N_("Russia")}


class YearBand(QWidget):
    """``layers_changed`` follows a country shown or hidden, ``zoom_wanted(by)`` a zoom button.

    ``choice`` is the line under the countries.
    """

    layers_changed = Signal()
    zoom_wanted = Signal(int)

    def __init__(self, theme: ThemeSwitch, texts: Texts, choice: QWidget) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self.setProperty("role", "band")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layer = {side: QCheckBox() for side in Side}
        self.closer, self.wider = QPushButton(), QPushButton()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 5, 20, 5)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        for row, side in enumerate(Side):
            self._country(row, side)
        self._meetings()
        self._zoom()
        self._grid.addWidget(choice, 2, 0, 1, 8)

    @property
    def layers(self) -> frozenset[Side]:
        """The countries whose days are to be shown."""
        return frozenset(side for side in Side if self.layer[side].isChecked())

    def show_layers(self, layers: frozenset[Side]) -> None:
        """Show these countries' days and no others."""
        for side, box in self.layer.items():
            box.setChecked(side in layers)

    def show_zoom(self, zoom: int) -> None:
        """Which zoom is in use: its button has no further to go at an end."""
        self.wider.setEnabled(zoom > 0)
        self.closer.setEnabled(zoom < len(ZOOMS) - 1)

    def _country(self, row: int, side: Side) -> None:
        box = self.layer[side]
        box.setChecked(True)
        self._texts.bind(box.setText, COUNTRIES[side])
        box.toggled.connect(self.layers_changed)
        self._grid.addWidget(box, row, 0)
        shown = [
            (signs.day_off(side), N_("day off")),
            (signs.worked_weekend(side), N_("worked weekend")),
            (signs.provisional(side), N_("provisional")),
        ]
        if side is Side.RU:
            shown.append((signs.short_day(), N_("one hour shorter")))
        for column, (cell, text) in enumerate(shown, 1):
            self._sign(row, column, cell, text)

    def _meetings(self) -> None:
        agreed = signs.meeting_day(Side.CN, Status.CONFIRMED)
        open_yet = signs.meeting_day(Side.RU, Status.PLANNED)
        self._sign(0, 5, agreed, N_("dates agreed"))
        self._sign(1, 5, open_yet, N_("dates not agreed"))

    def _sign(self, row: int, column: int, cell: DayCell, text: str) -> None:
        sign = Sign(Swatch(self._theme, cell))
        self._texts.bind(sign.say, text)
        self._grid.addWidget(sign, row, column, Qt.AlignmentFlag.AlignLeft)

    def _zoom(self) -> None:
        for line, (button, sign, text, by) in enumerate(
            (
                (self.closer, "+", N_("Fewer months, with more of each day"), 1),
                (self.wider, "−", N_("More months"), -1),
            )
        ):
            button.setText(sign)
            button.setProperty("role", "step")
            self._texts.name(button, text)
            self._texts.bind(button.setToolTip, text)
            button.clicked.connect(lambda _on=False, by=by: self.zoom_wanted.emit(by))
            self._grid.addWidget(button, line, 7, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(6, 1)
        self.show_zoom(0)
