"""Dialogs for a preferred season and for days on which a side is not available."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, Season
from consultations_gui.i18n.dates import month_name
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.spins import number_box


class SideBox(QComboBox):
    """Chooses a country by name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        for side in Side:
            self.addItem(country_name(side, desk.words), side)

    @property
    def side(self) -> Side:
        """The side chosen."""
        return Side(self.currentData())


class _MonthDay(QWidget):
    """A day of any year: its month and number."""

    def __init__(self, desk: Desk, month: int, day: int) -> None:
        super().__init__()
        self.month, self.day = QComboBox(), number_box(1, 31)
        for number in range(1, 13):
            self.month.addItem(month_name(number, desk.words.language), number)
        self.month.setCurrentIndex(month - 1)
        self.month.setAccessibleName(desk.words.tr("Month"))
        self.day.setValue(day)
        self.day.setAccessibleName(desk.words.tr("Day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.day)
        row.addWidget(self.month, 1)

    def value(self) -> tuple[int, int]:
        """Month and day as chosen; the domain says whether a year has it."""
        return self.month.currentIndex() + 1, self.day.value()


class SeasonDialog(FormDialog):
    """A window of the year a side prefers; it may go over New Year."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("A preferred season"), N_("Add"), parent)
        self.side = SideBox(desk)
        self.start, self.end = _MonthDay(desk, 3, 1), _MonthDay(desk, 6, 30)
        self.season: Season | None = None
        for field, text in (
            (self.side, N_("Country")),
            (self.start, N_("From")),
            (self.end, N_("To")),
        ):
            labelled = Labelled(field)
            self.texts.bind(labelled.set_caption, text)
            self.form.addWidget(labelled)

    def finish(self) -> None:
        season = Season(self.side.side, *self.start.value(), *self.end.value())
        season.require_sound()
        self.season = season

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget) -> Season | None:
        """The season the person named, or ``None``."""
        dialog = cls(desk, parent)
        dialog.exec()
        return dialog.season


class BlackoutDialog(FormDialog):
    """Days on which a side can neither meet nor travel, with the reason in both languages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Days when a side is not available"), N_("Add"), parent)
        self.side = SideBox(desk)
        self.start = DateField(desk.theme, self.texts)
        self.end = DateField(desk.theme, self.texts)
        self.reason_zh, self.reason_ru = QLineEdit(), QLineEdit()
        self.blackout: Blackout | None = None
        for field, text in (
            (self.side, N_("Country")),
            (self.start, N_("From")),
            (self.end, N_("To")),
            (self.reason_zh, N_("Reason in Chinese")),
            (self.reason_ru, N_("Reason in Russian")),
        ):
            labelled = Labelled(field)
            self.texts.bind(labelled.set_caption, text)
            self.form.addWidget(labelled)

    def finish(self) -> None:
        start, end = self.start.value(), self.end.value()
        if start is None:
            raise InvalidDateError(text="")
        reasons = (self.reason_zh.text().strip(), self.reason_ru.text().strip())
        blackout = Blackout(self.side.side, start, end or start, *reasons)
        blackout.require_reached()
        self.blackout = blackout

    @classmethod
    def ask(cls, desk: Desk, parent: QWidget) -> Blackout | None:
        """The days the person named, or ``None``."""
        dialog = cls(desk, parent)
        dialog.exec()
        return dialog.blackout
