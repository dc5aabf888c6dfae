"""First and last day of a meeting, or a month while only that is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.fields import Labelled

_MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?")


class DatesField(QWidget):
    """Two dates and a tick for "only the month". ``settled`` follows a finished entry.

    An empty last day is the first; nothing at all is no dates.
    """

    settled = Signal()

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = DateField(desk.theme, texts)
        self.end = DateField(desk.theme, texts)
        self.month = QCheckBox()
        self.first, self.last = Labelled(self.start), Labelled(self.end)
        texts.bind(self.first.set_caption, N_("First day"))
        texts.bind(self.last.set_caption, N_("Last day"))
        texts.bind(self.month.setText, N_("Only the month is known"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first, 1)
        row.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.month)
        self.month.toggled.connect(self._on_month)
        self.month.clicked.connect(self.settled)
        self.start.settled.connect(self.settled)
        self.end.settled.connect(self.settled)

    def show_dates(self, dates: Dates | None) -> None:
        """Show stored dates, unless the person is typing others."""
        if self.start.line.hasFocus() or self.end.line.hasFocus():
            return
        known = dates is not None and dates.precision is Precision.MONTH
        self.month.setChecked(known)
        self.start.reset(dates.start if dates and not known else None)
        self.end.reset(dates.end if dates and not known else None)
        if dates is not None and known:
            self.start.line.setText(f"{dates.start:%Y-%m}")

    def value(self) -> Dates | None:
        """What was typed.

        Raises:
            InvalidDateError: a date or a month that cannot be read or does not exist.
            EndBeforeStartError: the last day lies before the first.
        """
        if self.month.isChecked():
            return self._month()
        start, end = self.start.value(), self.end.value()
        if start is None and end is not None:
            raise InvalidDateError(text=self.start.line.text())
        return Dates(start, end or start) if start is not None else None

    def _month(self) -> Dates | None:
        text = self.start.line.text().strip()
        if not text:
            return None
        found = _MONTH.fullmatch(text)
        try:
            day = date(int(found[1]), int(found[2]), 1) if found else self.start.value()
        except ValueError as error:
            raise InvalidDateError(text=text) from error
        if day is None:
            return None
        first = day.replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return Dates(first, last, Precision.MONTH)

    def _on_month(self, month: bool) -> None:
        self.last.setVisible(not month)
        self.start.line.setPlaceholderText("YYYY-MM" if month else "YYYY-MM-DD")
