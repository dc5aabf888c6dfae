"""Where a meeting is proposed to take place: a city from the book, or online."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import offices
from consultations_gui.domain.parties import City, CityBook, Side, Venue
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.city import CityDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_texts import country_text
from consultations_gui.ui.widgets.fields import Labelled


class VenueEditor(QWidget):
    """Country, city, site; "online" needs none of them but may name a site."""

    changed = Signal()

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._book = desk.read(offices.city_book) or CityBook()
        self.online = QCheckBox()
        self.country, self.city = QComboBox(), QComboBox()
        self.site = QLineEdit()
        self.new_city = QPushButton()
        self.new_city.setAutoDefault(False)
        self._typed_city = ""
        texts.bind(self.online.setText, N_("The meeting is online"))
        texts.bind(self.new_city.setText, N_("Another city…"))
        self._places = QWidget()
        self._build(texts)
        self.online.toggled.connect(self._places.setDisabled)
        self.online.toggled.connect(lambda _on: self.changed.emit())
        self.country.currentIndexChanged.connect(lambda _index: self._country_chosen())
        self.city.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.site.textChanged.connect(lambda _text: self.changed.emit())
        self.new_city.clicked.connect(self._ask_city)
        self.present()

    def _build(self, texts: Texts) -> None:
        self._places.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self._places)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, text, share in (
            (self.country, N_("Country"), 1),
            (self.city, N_("City"), 2),
        ):
            labelled = Labelled(field)
            texts.bind(labelled.set_caption, text)
            row.addWidget(labelled, share)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.new_city)
        row.addLayout(beside)
        site = Labelled(self.site)
        texts.bind(site.set_caption, N_("Building or room (may stay empty)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.online)
        column.addWidget(self._places)
        column.addWidget(site)

    def show_venue(self, venue: Venue) -> None:
        """Begin with this venue."""
        self.online.setChecked(venue.online)
        self._fill(venue.country, venue.city)
        self.site.setText(venue.site)

    def value(self) -> Venue:
        """The venue as it is chosen now; may be incomplete."""
        online = self.online.isChecked()
        country = "" if online else str(self.country.currentData() or "")
        city = "" if online else str(self.city.currentData() or "")
        return Venue(country, city, self.site.text().strip(), online)

    def present(self) -> None:
        """Name countries and cities in the language in use; what is chosen stays."""
        self._fill(str(self.country.currentData() or ""), str(self.city.currentData() or ""))

    def _fill(self, country: str, city: str) -> None:
        words = self._desk.words
        if city and self._book.find(city) is None:
            self._typed_city = city
        codes = dict.fromkeys((*Side, *(c.country for c in self._book.all()), country))
        self.country.blockSignals(True)  # Qt's own name for it
        self.country.clear()
        self.country.addItem(words.tr("not chosen"), "")
        for code in codes:
            if code:
                self.country.addItem(country_text(code, words), str(code))
        self.country.setCurrentIndex(max(self.country.findData(country), 0))
        self.country.blockSignals(False)
        self._fill_cities(country, city)

    def _fill_cities(self, country: str, chosen: str) -> None:
        words = self._desk.words
        here = [city for city in self._book.all() if city.country == country]
        named = sorted((city_name(city, words.language), city.key) for city in here)
        self.city.blockSignals(True)
        self.city.clear()
        self.city.addItem(words.tr("not chosen"), "")
        for name, key in named:
            self.city.addItem(name, key)
        if chosen and self.city.findData(chosen) < 0 and chosen == self._typed_city:
            self.city.addItem(chosen, chosen)
        self.city.setCurrentIndex(max(self.city.findData(chosen), 0))
        self.city.blockSignals(False)

    def _country_chosen(self) -> None:
        self._fill_cities(str(self.country.currentData() or ""), "")
        self.changed.emit()

    def _ask_city(self) -> None:
        dialog = CityDialog(self._desk, self)
        dialog.accepted.connect(self._city_added)
        dialog.open()

    def _city_added(self) -> None:
        known = set(self._book.all())
        self._book = self._desk.read(offices.city_book) or self._book
        new: City | None = next((city for city in self._book.all() if city not in known), None)
        if new is not None:
            self._fill(new.country, new.key)
            self.changed.emit()
            self.city.setFocus()
