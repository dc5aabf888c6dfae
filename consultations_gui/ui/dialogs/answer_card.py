"""One component of an answer: accept, counter or decline what is on offer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from consultations_gui.application import planning
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Offer, Ruling, Verdict
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.dialogs.offer_topics import TopicsEditor
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.dialogs.offer_weighing import Weighing
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_compare import CAPTIONS
from consultations_gui.ui.models.proposal_dates import weighed_lines
from consultations_gui.ui.models.proposal_texts import days_text, topics_count, venue_text
from consultations_gui.ui.widgets.labels import Card, Chip, Role, Tone, label, set_role

_ACCEPT: dict[Component, str] = {
    Component.DATES: N_("Accept {text}"),
    Component.VENUE: N_("Accept {text}"),
    Component.TOPICS: N_("Accept all: {text}"),
}
_COUNTER: dict[Component, str] = {
    Component.DATES: N_("Propose other dates"),
    Component.VENUE: N_("Propose another venue"),
    Component.TOPICS: N_("Propose other topics"),
}
_DECLINE: dict[Component, str] = {
    Component.DATES: N_("Decline the dates, without a counter-proposal"),
    Component.VENUE: N_("Decline the venue, without a counter-proposal"),
    Component.TOPICS: N_("Decline the topics, without a counter-proposal"),
}


@dataclass(frozen=True)
class _Choice:
    button: QRadioButton
    below: QLabel
    verdict: Verdict
    option: int | None = None


class RulingCard(Card):
    """The choices for one component; a counter begins from the offer's own values.

    With ``other`` the dates are countered already, by those. What dates cost
    comes from ``weighing``.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        texts: Texts,
        component: Component,
        offer: Offer,
        cities: CityBook,
        weighing: Weighing,
        other: Dates | None = None,
    ) -> None:
        super().__init__()
        self._desk, self.component, self._offer, self._cities = desk, component, offer, cities
        self._weighing = weighing
        self._editor = _editor(desk, texts, component, offer, weighing, other)
        self.told = label(role=Role.ERROR, wrap=True)
        self.told.hide()
        self._carried = Chip(tone=Tone.AGREED)
        self.choices: list[_Choice] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _button: self._choose())
        texts.bind(self.set_heading, CAPTIONS[component])
        self.body.addWidget(self._carried)
        self.body.addWidget(self.told)
        options = range(1, len(offer.terms.dates) + 1) if component is Component.DATES else (None,)
        for option in options:
            self._add(Verdict.ACCEPT, option)
        self._add(Verdict.COUNTER)
        under = QVBoxLayout()
        under.setContentsMargins(26, 0, 0, 0)
        under.addWidget(self._editor)
        self.body.addLayout(under)
        self._add(Verdict.DECLINE)
        self._editor.hide()
        self._editor.changed.connect(self.changed)
        weighing.weighed.connect(self._say)
        if other is not None and component is Component.DATES:
            self.button(Verdict.COUNTER).setChecked(True)
            self._choose()

    def button(self, verdict: Verdict, option: int | None = None) -> QRadioButton:
        """The button of one choice; ``option`` counts date options from 1."""
        return next(c.button for c in self.choices if (c.verdict, c.option) == (verdict, option))

    @property
    def editor(self) -> DatesEditor | VenueEditor | TopicsEditor:
        """Where a counter is written."""
        return self._editor

    @property
    def verdict(self) -> Verdict | None:
        """What was chosen, if anything."""
        return next((c.verdict for c in self.choices if c.button.isChecked()), None)

    def ruling(self) -> Ruling | None:
        """The ruling chosen. Raises :class:`InvalidDateError`, told beside its field."""
        chosen = next((c for c in self.choices if c.button.isChecked()), None)
        if chosen is None:
            return None
        if chosen.verdict is not Verdict.COUNTER:
            return Ruling(chosen.verdict, chosen.option)
        editor = self._editor
        if isinstance(editor, DatesEditor):
            return Ruling(Verdict.COUNTER, dates=editor.value())
        if isinstance(editor, VenueEditor):
            return Ruling(Verdict.COUNTER, venue=editor.value())
        return Ruling(Verdict.COUNTER, topics=editor.value())

    def refuse(self, error: DomainError | None) -> QWidget:
        """Tell what is wrong with this component; gives the field to mend it in."""
        self._tell(error_text(error, self._desk.words) if error else "")
        number = getattr(error, "option", None) or getattr(error, "topic", None)
        editor = self._editor
        if error is None or isinstance(editor, VenueEditor) or not isinstance(number, int):
            return self.start
        return editor.refuse(number, error) or self.start

    def ask(self) -> QWidget:
        """Say that a choice is needed here; gives the first one."""
        self._tell(self._desk.words.tr("An answer names all three: choose here too."))
        return self.start

    def present(self) -> None:
        """Say everything in the language in use."""
        self._say()
        if isinstance(self._editor, DatesEditor):
            self._editor.retranslate()
        else:
            self._editor.present()

    def _say(self) -> None:
        words = self._desk.words
        carried = self.component in self._offer.carried
        self._carried.say(
            words.tr("accepted before, still to be named") if carried else "", Tone.AGREED
        )
        for choice in self.choices:
            text, below = self._texts(choice, words)
            choice.button.setText(text)
            choice.button.setAccessibleDescription(below)
            choice.below.setText(below)
            choice.below.setVisible(bool(below))
            found = self._weighing.of(self._dates_of(choice))
            set_role(choice.below, Role.SMALL if found is None or found.good else Role.WARNING)

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    @property
    def start(self) -> QWidget:
        """Where the keys begin: what was chosen, else the first choice."""
        return self._group.checkedButton() or self.choices[0].button

    def _add(self, verdict: Verdict, option: int | None = None) -> None:
        button, below = QRadioButton(), label(role=Role.SMALL, wrap=True)
        below.setContentsMargins(26, 0, 0, 0)
        self._group.addButton(button)
        self.choices.append(_Choice(button, below, verdict, option))
        self.body.addWidget(button)
        self.body.addWidget(below)

    def _choose(self) -> None:
        self._tell("")
        self._editor.setVisible(self.verdict is Verdict.COUNTER)
        self.changed.emit()

    def _dates_of(self, choice: _Choice) -> Dates | None:
        return self._offer.terms.dates[choice.option - 1] if choice.option is not None else None

    def _texts(self, choice: _Choice, words: Words) -> tuple[str, str]:
        if choice.verdict is Verdict.COUNTER:
            return words.tr(_COUNTER[self.component]), ""
        if choice.verdict is Verdict.DECLINE:
            return words.tr(_DECLINE[self.component]), ""
        terms, dates = self._offer.terms, self._dates_of(choice)
        if dates is not None:
            days = self._desk.read(planning.days, dates.start, dates.end) or ()
            text = dates_text(dates, words.language)
            weighed = weighed_lines(self._weighing.of(dates), words)
            below = "\n".join((days_text(days, words), *weighed))
        elif self.component is Component.VENUE:
            text, below = venue_text(terms.venue, self._cities, words), ""
        else:
            text = topics_count(terms.topics, words)
            below = "\n".join(
                f"{number}. {topic.zh}\n     {topic.ru}"
                for number, topic in enumerate(terms.topics, 1)
            )
        return words.tr(_ACCEPT[self.component], text=text), below


def _editor(
    desk: Desk,
    texts: Texts,
    component: Component,
    offer: Offer,
    weighing: Weighing,
    other: Dates | None,
) -> DatesEditor | VenueEditor | TopicsEditor:
    """The editor of a component, filled with what is on offer, or with ``other`` dates."""
    if component is Component.DATES:
        dates = DatesEditor(desk, texts, weighing)
        dates.show_dates((other,) if other else offer.terms.dates)
        return dates
    if component is Component.VENUE:
        venue = VenueEditor(desk, texts)
        venue.show_venue(offer.terms.venue)
        return venue
    topics = TopicsEditor(desk)
    topics.show_topics(offer.terms.topics)
    return topics
