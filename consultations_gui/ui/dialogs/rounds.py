"""Dialogs of the year: a new round on a day, and other dates for one that is not agreed yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from consultations_gui.application import consultations
from consultations_gui.domain.consultation import Consultation, Dates, Kind
from consultations_gui.domain.errors import InvalidDateError
from consultations_gui.domain.parties import CAPITALS, CityBook, Side, Venue
from consultations_gui.domain.rotation import NextHost
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name, explain
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.phrases import sentences
from consultations_gui.ui.widgets.datefield import DateField
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label


class CityBox(QComboBox):
    """The cities of one country, its capital first chosen."""

    def __init__(self, desk: Desk, cities: CityBook, country: str) -> None:
        super().__init__()
        for city in cities.all():
            if city.country == country:
                self.addItem(city_name(city, desk.words.language), city.key)
        capital = CAPITALS[Side(country)] if country in Side.__members__ else ""
        self.setCurrentIndex(max(self.findData(capital), 0))

    @property
    def city(self) -> str:
        """Key of the city chosen."""
        return str(self.currentData() or "")


class _DatesDialog(FormDialog):
    """Two dates, first and last day."""

    def __init__(self, desk: Desk, title: str, accept: str, dates: Dates, parent: QWidget) -> None:
        super().__init__(desk, title, accept, parent)
        self.start = DateField(desk.theme, self.texts)
        self.end = DateField(desk.theme, self.texts)
        self.start.reset(dates.start)
        self.end.reset(dates.end)

    def dates(self) -> Dates:
        """What was typed. Raises :class:`InvalidDateError`, :class:`EndBeforeStartError`."""
        start, end = self.start.value(), self.end.value()
        if start is None:
            raise InvalidDateError(text=self.start.line.text())
        return Dates(start, end or start)

    def add(self, field: QWidget, text: str) -> None:
        """Add a field under its label."""
        labelled = Labelled(field)
        self.texts.bind(labelled.set_caption, text)
        self.form.addWidget(labelled)


class NewRoundDialog(_DatesDialog):
    """A regular round on given days, with the host whose turn it is, and why."""

    def __init__(
        self, desk: Desk, start: date, days: int, turn: NextHost, cities: CityBook, parent: QWidget
    ) -> None:
        dates = Dates(start, start + timedelta(days=days - 1))
        super().__init__(desk, N_("A new round"), N_("Plan the round"), dates, parent)
        self._turn = turn
        self.made: Consultation | None = None
        self._host = label(role=Role.STRONG)
        self._why = label(role=Role.MUTED, wrap=True)
        self.city = CityBox(desk, cities, turn.side.value)
        self.form.addWidget(self._host)
        self.form.addWidget(self._why)
        self.add(self.start, N_("First day"))
        self.add(self.end, N_("Last day"))
        self.add(self.city, N_("City"))
        self._say_host()

    def finish(self) -> None:
        venue = Venue(self._turn.side.value, self.city.city)
        new = consultations.NewConsultation(kind=Kind.REGULAR, dates=self.dates(), venue=venue)
        self.made = self.do(consultations.add, new)

    def retranslate(self) -> None:
        super().retranslate()
        self._say_host()

    def _say_host(self) -> None:
        words = self.desk.words
        country = country_name(self._turn.side, words)
        self._host.setText(words.tr("Host: {country}", country=country))
        reasons = (explain(reason, words) for reason in self._turn.reasons)
        self._why.setText(sentences(reasons, words))


class MoveDialog(_DatesDialog):
    """Other dates for a round that only this office has planned so far."""

    def __init__(self, desk: Desk, meeting: Consultation, dates: Dates, parent: QWidget) -> None:
        super().__init__(desk, N_("Other dates"), N_("Move the round"), dates, parent)
        self._meeting = meeting
        self._name = label(name_text(meeting, desk.words), Role.STRONG)
        self.form.addWidget(self._name)
        self.add(self.start, N_("First day"))
        self.add(self.end, N_("Last day"))

    def finish(self) -> None:
        self.do(consultations.edit, replace(self._meeting, dates=self.dates()))

    def retranslate(self) -> None:
        super().retranslate()
        self._name.setText(name_text(self._meeting, self.desk.words))
