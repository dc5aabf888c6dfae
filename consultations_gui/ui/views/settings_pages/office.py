"""The office: whose it is, what it is called, from where it writes, and its own cities."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from consultations_gui.application import offices
from consultations_gui.domain.errors import DomainError, InvalidEmailError, TermRefusedError
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from consultations_gui.domain.term import LONGEST, with_term
from consultations_gui.i18n.wording import country_name, error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.city import CityDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.samples import remove_sample
from consultations_gui.ui.views.settings_pages.page import Page
from consultations_gui.ui.widgets.fields import Labelled, TextField
from consultations_gui.ui.widgets.labels import Card, Role, label
from consultations_gui.ui.widgets.sidechoice import SideChoice

FORMS = "Внеочередные консультации · внеочередных консультаций · о\u00a0внеочередных консультациях"
"""Where a person sees whether the term's forms are right."""


class OfficePage(Page):
    """Names, address and term are stored while they are typed."""

    title = N_("Office")

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._office: Office | None = None
        self.sides = SideChoice(desk)
        self.name_zh, self.name_ru, self.email = TextField(), TextField(), TextField()
        self.first_host = QComboBox()
        self.email_field = Labelled(self.email)
        self.term = TextField()
        self.term_field = Labelled(self.term)
        self._office_card()
        self._term_card()
        self._cities_card()
        self._sample_card()
        self.name_zh.settled.connect(lambda text, group: self._store(group, name_zh=text))
        self.name_ru.settled.connect(lambda text, group: self._store(group, name_ru=text))
        self.email.settled.connect(lambda text, group: self._store(group, email=text.strip()))
        self.term.settled.connect(self._store_term)
        for side in Side:
            button = self.sides.button(side)
            button.clicked.connect(lambda _on=False, side=side: self._store("", side=side))
        self.first_host.activated.connect(self._on_first_host)

    def load(self) -> None:
        self._office = self.desk.read(offices.show)

    def present(self) -> None:
        office, words = self._office, self.desk.words
        with QSignalBlocker(self.first_host):
            self.first_host.clear()
            for side in Side:
                self.first_host.addItem(country_name(side, words), side)
        for side in Side:
            self.sides.button(side).setText(country_name(side, words))
        if office is None:
            return
        self.sides.button(office.side).setChecked(True)
        self.name_zh.show_text(office.name_zh)
        self.name_ru.show_text(office.name_ru)
        if not self.email_field.error:
            self.email.show_text(office.email)
        if not self.term_field.error:
            self.term.show_text(office.extraordinary_ru)
        self.term_field.set_hint(with_term(FORMS, office.extraordinary_ru))
        self.first_host.setCurrentIndex(list(Side).index(office.first_host))
        rows = [f"{city.zh} · {city.ru} · {city.key} — {city.zone}" for city in office.cities]
        self._cities.setText("\n".join(rows) or words.tr("None"))

    def flush(self) -> None:
        for field in (self.name_zh, self.name_ru, self.email, self.term):
            field.flush()

    def _office_card(self) -> None:
        card = Card()
        card.body.setSpacing(14)
        self.texts.bind(card.set_heading, N_("The office that keeps this register"))
        for field, text in (
            (Labelled(self.sides), N_("Country")),
            (Labelled(self.name_zh), N_("Name of the secretariat in Chinese")),
            (Labelled(self.name_ru), N_("Name of the secretariat in Russian")),
            (self.email_field, N_("E-mail address invitations are sent from")),
            (Labelled(self.first_host), N_("Country that hosts the very first round")),
        ):
            self.texts.bind(field.set_caption, text)
            card.body.addWidget(field)
        self.body.addWidget(card)

    def _term_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Russian term for extraordinary consultations"))
        about = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            about.setText,
            N_(
                "Russian sources differ on this word. It stands in every form on the screen, in "
                "papers, notes and invitations. Texts that have been typed stay as they are."
            ),
        )
        self.term.setMaximumWidth(self.term.fontMetrics().horizontalAdvance("ш") * (LONGEST + 2))
        self.texts.bind(self.term_field.set_caption, N_("Adjective in the plural, nominative"))
        card.body.addWidget(about)
        card.body.addWidget(self.term_field)
        self.body.addWidget(card)

    def _cities_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Cities added by the office"))
        about = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            about.setText,
            N_("A city needs its time zone, so that times are never guessed."),
        )
        self._cities = label(wrap=True)
        self.add_city = QPushButton()
        self.add_city.setIcon(self.desk.theme.icon("plus"))
        self.texts.bind(self.add_city.setText, N_("Add a city"))
        self.add_city.clicked.connect(lambda: CityDialog(self.desk, self).exec())
        card.body.addWidget(about)
        card.body.addWidget(self._cities)
        card.body.addWidget(self.add_city, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)

    def _sample_card(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("Sample data"))
        about = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            about.setText,
            N_("Takes out the consultations, agendas and proposals of the sample, nothing else."),
        )
        self.remove_sample = QPushButton()
        self.texts.bind(self.remove_sample.setText, N_("Remove the sample data"))
        self.remove_sample.clicked.connect(lambda: remove_sample(self.desk))
        card.body.addWidget(about)
        card.body.addWidget(self.remove_sample, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)

    def _on_first_host(self, number: int) -> None:
        self._store("", first_host=list(Side)[number])

    def _store(self, group: str, **changes: object) -> None:
        if self._office is None:
            return
        wanted = replace(self._office, **changes)  # type: ignore[arg-type]  # fields of Office
        self.email_field.show_error("")
        done = self.desk.attempt(self._refused, offices.edit, wanted, group=group or None)
        if done.value is not None:
            self._office = done.value

    def _store_term(self, text: str, group: str) -> None:
        self.term_field.show_error("")
        self.desk.attempt(self._refused, offices.set_term, text, group=group)

    def _refused(self, error: DomainError) -> None:
        if isinstance(error, InvalidEmailError):
            self.email_field.show_error(error_text(error, self.desk.words))
        elif isinstance(error, TermRefusedError):
            self.term_field.show_error(error_text(error, self.desk.words))
        else:
            self.desk.fail(error)
