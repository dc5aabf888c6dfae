"""A city the program does not ship: its names and its time zone."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from consultations_gui.application import offices
from consultations_gui.domain.parties import City
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.widgets.fields import Labelled


class CityDialog(FormDialog):
    """Adds a city to the office's own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Add a city"), N_("Add"), parent)
        self.key, self.zh, self.ru = QLineEdit(), QLineEdit(), QLineEdit()
        self.country, self.zone = QLineEdit(), QLineEdit()
        self.country.setMaxLength(2)
        self.country.setPlaceholderText("RU")
        self.zone.setPlaceholderText("Asia/Vladivostok")
        completer = QCompleter(sorted(available_timezones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        for field, text in (
            (self.zh, N_("Name in Chinese")),
            (self.ru, N_("Name in Russian")),
            (self.key, N_("Name in English")),
            (self.country, N_("Country code (two letters, ISO 3166)")),
            (self.zone, N_("Time zone (IANA name)")),
        ):
            labelled = Labelled(field)
            self.texts.bind(labelled.set_caption, text)
            self.form.addWidget(labelled)

    def finish(self) -> None:
        city = City(
            key=self.key.text().strip(),
            country=self.country.text().strip().upper(),
            zh=self.zh.text().strip(),
            ru=self.ru.text().strip(),
            zone=self.zone.text().strip(),
        )
        self.do(offices.add_city, city)
