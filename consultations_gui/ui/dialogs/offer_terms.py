"""Dates, venue and topics in one: what every offer must name (Art. 5(4))."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.domain.proposal_terms import missing
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.dialogs.offer_topics import TopicsEditor
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.dialogs.offer_weighing import Weighing
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.labels import Card, Role, label

HEADINGS: dict[Component, str] = {
    Component.DATES: N_("Dates, in order of preference"),
    Component.VENUE: N_("Venue"),
    Component.TOPICS: N_("Topics"),
}
_MISSING: dict[Component, str] = {
    Component.DATES: N_("Still missing: at least one date option"),
    Component.VENUE: N_("Still missing: a city, or that the meeting is online"),
    Component.TOPICS: N_("Still missing: topics in both languages"),
}


class TermsEditor(QWidget):
    """Three cards, one a component, each saying what it still lacks.

    ``about`` says which meeting the terms are for, as ``soundings.sound`` has it.
    """

    changed = Signal()

    def __init__(self, desk: Desk, texts: Texts, about: Callable[[], str]) -> None:
        super().__init__()
        self._desk, self._about = desk, about
        self._weighing = Weighing(desk, self)
        self.dates = DatesEditor(desk, texts, self._weighing)
        self.venue = VenueEditor(desk, texts)
        self.topics = TopicsEditor(desk)
        self._gaps = {component: label(role=Role.WARNING, wrap=True) for component in Component}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        editors: dict[Component, DatesEditor | VenueEditor | TopicsEditor] = {
            Component.DATES: self.dates,
            Component.VENUE: self.venue,
            Component.TOPICS: self.topics,
        }
        for component, editor in editors.items():
            card = Card()
            texts.bind(card.set_heading, HEADINGS[component])
            card.body.addWidget(self._gaps[component])
            card.body.addWidget(editor)
            column.addWidget(card)
            editor.changed.connect(self._on_changed)

    def show_terms(self, terms: Terms) -> None:
        """Begin with these terms."""
        self.dates.show_dates(terms.dates)
        self.venue.show_venue(terms.venue)
        self.topics.show_topics(terms.topics)
        self.present()

    def value(self) -> Terms:
        """The terms typed. Raises :class:`InvalidDateError`, told beside its field."""
        return Terms(self.dates.value(), self.venue.value(), self.topics.value())

    def present(self) -> None:
        """Say everything in the language in use; what was typed stays."""
        self.dates.retranslate()
        self.venue.present()
        self.topics.present()
        self._say_gaps()

    def refuse(self, error: DomainError) -> QWidget | None:
        """Tell an error beside the field it is about; gives that field, if there is one."""
        option, topic = getattr(error, "option", None), getattr(error, "topic", None)
        if isinstance(option, int):
            return self.dates.refuse(option, error)
        if isinstance(topic, int):
            return self.topics.refuse(topic, error)
        return None

    def _on_changed(self) -> None:
        self._say_gaps()
        self.weigh()
        self.changed.emit()

    def weigh(self) -> None:
        """Find out again what the dates cost."""
        self._weighing.ask(self.dates.typed, self.venue.value(), self._about())

    def _say_gaps(self) -> None:
        dated = any(not row.empty for row in self.dates.options.rows)
        terms = Terms(venue=self.venue.value(), topics=self.topics.value())
        gaps = {Component(path.partition(".")[0]) for path in missing(terms)}
        if dated:
            gaps.discard(Component.DATES)
        for component, told in self._gaps.items():
            told.setText(self._desk.words.tr(_MISSING[component]) if component in gaps else "")
            told.setVisible(component in gaps)
