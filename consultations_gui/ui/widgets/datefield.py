"""A date to type or to pick; what was typed stays, also when it is no date."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.switch import ThemeSwitch

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})")


def read_date(text: str) -> date | None:
    """A date as people of both sides write it: 2027-04-14, 2027年4月14日, 14.04.2027.

    An empty text is no date. Raises :class:`InvalidDateError` for one that
    cannot be read or does not exist.
    """
    typed = text.strip()
    if not typed:
        return None
    year_first, day_first = _YEAR_FIRST.fullmatch(typed), _DAY_FIRST.fullmatch(typed)
    try:
        if year_first:
            return date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    except ValueError as error:
        raise InvalidDateError(text=typed) from error
    raise InvalidDateError(text=typed)


class DateField(QWidget):
    """A line for a date with a calendar behind a button. ``settled`` follows a finished entry."""

    settled = Signal()

    def __init__(self, theme: ThemeSwitch, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText("YYYY-MM-DD")
        self.line.editingFinished.connect(self.settled)
        self.pick = QPushButton()
        self.pick.setIcon(theme.icon("calendar", "muted"))
        self.pick.setProperty("role", "quiet")
        texts.name(self.pick, N_("Choose a date"))
        texts.bind(self.pick.setToolTip, N_("Choose a date"))
        self.pick.clicked.connect(self._open)
        self.calendar: QCalendarWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_date(self, day: date | None) -> None:
        """Show a stored date, unless the person is in the field or has to mend it."""
        if not self.line.hasFocus() and self._readable():
            self.reset(day)

    def reset(self, day: date | None) -> None:
        """Show a date whatever stands there: another thing is being edited now."""
        self.line.setText(day.isoformat() if day else "")

    def put(self, day: date | None) -> None:
        """Fill in a date as if the person had chosen it."""
        self.reset(day)
        self.settled.emit()

    def value(self) -> date | None:
        """The date typed, or none. Raises :class:`InvalidDateError`."""
        return read_date(self.line.text())

    def _readable(self) -> bool:
        try:
            self.value()
        except InvalidDateError:
            return False
        return True

    def _open(self) -> None:
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self.accessibleName())
        day = self.value() if self._readable() else None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        popup = QWidget(self, Qt.WindowType.Popup)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)
        calendar.activated.connect(self._chosen)
        calendar.clicked.connect(self._chosen)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()
        self.calendar = calendar

    def _chosen(self, day: QDate) -> None:
        self.put(date(day.year(), day.month(), day.day()))
        if self.calendar is not None:
            self.calendar.window().close()
            self.calendar = None
        self.line.setFocus()
