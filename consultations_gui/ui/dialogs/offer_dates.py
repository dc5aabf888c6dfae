"""The date options of an offer, in order of preference, each with what both calendars say."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from consultations_gui.application import planning
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import DomainError, InvalidDateError
from consultations_gui.domain.proposal_terms import MAX_DATE_OPTIONS
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.wording import error_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.ordered import OrderedRow, OrderedRows
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_texts import DOT, days_text
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.labels import Role, set_state

LONGEST = 31


class DateRow(OrderedRow):
    """One option: its first day and how many days."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._told = ""
        self.first = DateField(desk.theme, texts)
        self.days = QSpinBox()
        self.days.setRange(1, LONGEST)
        self.days.setMinimumWidth(120)
        self.days.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.fields.addWidget(self.first, 1)
        self.fields.addWidget(self.days)
        self.fields.addStretch(1)
        self.first.line.textChanged.connect(lambda _text: self.show_days())
        self.first.settled.connect(self._check)
        self.days.valueChanged.connect(lambda _days: self.show_days())

    def start(self) -> QWidget:
        return self.first.line

    @property
    def empty(self) -> bool:
        """Nothing was typed into it."""
        return not self.first.line.text().strip()

    def value(self) -> Dates | None:
        """The option typed, or none. Raises :class:`InvalidDateError`."""
        first = self.first.value()
        if first is None:
            return None
        try:
            return Dates(first, first + timedelta(days=self.days.value() - 1))
        except OverflowError as error:
            raise InvalidDateError(text=self.first.line.text().strip()) from error

    def show_dates(self, dates: Dates) -> None:
        """Fill in an option."""
        self.days.setValue(dates.days)
        self.first.reset(dates.start)

    def refuse(self, error: DomainError | None) -> None:
        """Say below what is wrong with this option."""
        set_state(self.first.line, "error" if error else "")
        text = error_text(error, self._desk.words) if error else self._days_text()
        self.first.line.setAccessibleDescription(text)
        self.say(text, Role.ERROR if error else Role.SMALL)

    def show_days(self) -> None:
        """Say below what both calendars say of the option as it stands."""
        try:
            self.value()
        except InvalidDateError:
            # Still being typed: what is wrong is said when the person leaves the field.
            self.say("")
        else:
            self.refuse(None)
        self.changed.emit()

    def _check(self) -> None:
        try:
            self.value()
        except InvalidDateError as error:
            self.refuse(error)

    def _days_text(self) -> str:
        dates = self.value()
        if dates is None or not FIRST_YEAR <= dates.start.year <= dates.end.year <= LAST_YEAR:
            return ""
        words = self._desk.words
        days = self._desk.read(planning.days, dates.start, dates.end) or ()
        return DOT.join((dates_text(dates, words.language), days_text(days, words)))


class DatesEditor(QWidget):
    """One to five options; the first is the one preferred most."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self.options = OrderedRows(lambda: DateRow(desk, texts), MAX_DATE_OPTIONS)
        self.changed = self.options.changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options)
        self.changed.connect(self.present)

    def show_dates(self, dates: tuple[Dates, ...]) -> None:
        """Begin with these options, or with one empty row."""
        for option in dates:
            self.options.append().show_dates(option)
        if not dates:
            self.options.append()

    def value(self) -> tuple[Dates, ...]:
        """The options in their order. Raises :class:`InvalidDateError`, told beside its field."""
        found = []
        for row in self.options.rows:
            try:
                option = row.value()
            except InvalidDateError as error:
                row.refuse(error)
                raise
            if option is not None:
                found.append(option)
        return tuple(found)

    def refuse(self, option: int, error: DomainError) -> QWidget | None:
        """Tell an error beside the option it is about, counted from 1; gives its field."""
        filled = [row for row in self.options.rows if not row.empty]
        if not 1 <= option <= len(filled):
            return None
        filled[option - 1].refuse(error)
        return filled[option - 1].start()

    def present(self) -> None:
        """Name everything in the language in use."""
        words = self._desk.words
        self.options.present(words, words.tr("Add a date option"))
        for row in self.options.rows:
            first = words.tr("First day of option {number}", number=row.number)
            row.first.setAccessibleName(first)
            row.days.setAccessibleName(words.tr("Days of option {number}", number=row.number))
            row.days.setPrefix(words.tr("days: "))

    def retranslate(self) -> None:
        """Say also what the calendars say again."""
        self.present()
        for row in self.options.rows:
            if not row.first.line.property("state"):
                row.show_days()
