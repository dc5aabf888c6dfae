"""The date options of an offer, in order of preference, each with what both calendars say."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

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
from consultations_gui.ui.dialogs.offer_weighing import BetterDates, Weighing
from consultations_gui.ui.dialogs.ordered import OrderedRow, OrderedRows
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_dates import weighed_lines
from consultations_gui.ui.models.proposal_texts import DOT, days_text
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.labels import Role, set_state

LONGEST = 31


class DateRow(OrderedRow):
    """One option: its first day and how many days."""

    def __init__(self, desk: Desk, texts: Texts, weighing: Weighing) -> None:
        first, days = DateField(desk.theme, texts), QSpinBox()
        super().__init__(desk.theme, ((first, 1), (days, 0)), start=first.line)
        # The row leads to the line itself; a proxy left behind would catch Tab out of turn.
        first.setFocusProxy(None)  # type: ignore[arg-type]  # Qt allows it, the stub does not
        self._desk, self._weighing = desk, weighing
        self.first, self.days = first, days
        self.days.setRange(1, LONGEST)
        self.days.setMinimumWidth(120)
        self.days.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.fields.addStretch(1)
        self.first.line.textChanged.connect(lambda _text: self.show_days())
        self.first.settled.connect(self._check)
        self.days.valueChanged.connect(lambda _days: self.show_days())

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
        if error:
            self._tell(error_text(error, self._desk.words), Role.ERROR)
            return
        found = self._weighing.of(self.value())
        self._tell(self._days_text(), Role.SMALL if found is None or found.good else Role.WARNING)

    @property
    def typed(self) -> Dates | None:
        """The option as far as it can be read."""
        try:
            return self.value()
        except InvalidDateError:
            return None

    def show_days(self) -> None:
        """Say below what both calendars say of the option as it stands, and what it costs."""
        if self.typed is None and not self.empty:
            # Still being typed: what is wrong is said when the person leaves the field.
            self.say("")
        else:
            self.refuse(None)
        self.changed.emit()

    def show_cost(self) -> None:
        """Say it again now that the option was weighed; what is wrong with it stays said."""
        if self.typed is not None and not self.first.line.property("state"):
            self.refuse(None)

    def _tell(self, text: str, role: Role) -> None:
        self.first.line.setAccessibleDescription(text)
        self.say(text, role)

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
        told = DOT.join((dates_text(dates, words.language), days_text(days, words)))
        return "\n".join((told, *weighed_lines(self._weighing.of(dates), words)))


class DatesEditor(QWidget):
    """One to five options; the first is the one preferred most.

    What each costs, and better dates nearby, come from ``weighing``, which
    whoever shows the editor asks when it has ``changed``.
    """

    def __init__(self, desk: Desk, texts: Texts, weighing: Weighing) -> None:
        super().__init__()
        self._desk, self._weighing = desk, weighing
        self.options = OrderedRows(lambda: DateRow(desk, texts, weighing), MAX_DATE_OPTIONS)
        self.better = BetterDates(desk, texts)
        self.better.taken.connect(self.prefer)
        weighing.weighed.connect(self._show_costs)
        self.changed = self.options.changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options)
        column.addWidget(self.better)
        self.changed.connect(self.present)

    def show_dates(self, dates: tuple[Dates, ...]) -> None:
        """Begin with these options, or with one empty row."""
        for option in dates:
            self.options.append().show_dates(option)
        if not dates:
            self.options.append()

    @property
    def typed(self) -> tuple[Dates, ...]:
        """The options that can be read as they stand."""
        return tuple(row.typed for row in self.options.rows if row.typed is not None)

    def prefer(self, dates: Dates) -> None:
        """Put ``dates`` before all others; where there are too many the last one gives way."""
        row = next((row for row in self.options.rows if row.empty), None)
        if row is None:
            if self.options.full:
                self.options.take_out(self.options.rows[-1])
            row = self.options.append()
        self.options.move_row(row, -self.options.rows.index(row))
        row.show_dates(dates)
        row.start.setFocus(Qt.FocusReason.OtherFocusReason)

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
        return filled[option - 1].start

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
        self._show_better()

    def _show_costs(self) -> None:
        for row in self.options.rows:
            row.show_cost()
        self._show_better()

    def _show_better(self) -> None:
        self.better.show_dates(self._weighing.better)
        for one, next_one in pairwise((self.options.back, *self.better.buttons)):
            QWidget.setTabOrder(one, next_one)
