"""An answer to the current offer, component by component; ours, or the other side's on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from consultations_gui.application import offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import DomainError, InvalidDateError
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import Answer, Component, Offer, Ruling, Verdict
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.answer_card import RulingCard
from consultations_gui.ui.dialogs.channel import ChannelEditor
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.dialogs.offer_dates import DatesEditor
from consultations_gui.ui.dialogs.offer_venue import VenueEditor
from consultations_gui.ui.dialogs.offer_weighing import Weighing
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.labels import Card, Role, label


class AnswerDialog(HoldingSheet):
    """All three components must be named; a counter makes the next offer.

    With ``other`` dates it begins as a counter-proposal of those. ``late``
    records a message that crossed with another or came late (rule 8).
    """

    def __init__(
        self,
        desk: Desk,
        view: ProposalView,
        offer: Offer,
        *,
        ours: bool,
        other: Dates | None = None,
        late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = N_("Answer the offer") if ours else N_("Record the other side's answer")
        super().__init__(desk, title, N_("Record the answer"), parent)
        self._id, self._offer = view.proposal.id, offer
        self.by: Side = offer.by.other
        self._touched, self._late = False, late
        self._who = label(role=Role.STRONG)
        self.content.addWidget(self._who)
        if late:
            self.content.addWidget(told_late(self.texts))
        cities = desk.read(offices.city_book) or CityBook()
        self._about = view.proposal.about or view.standing.consultation
        self._weighing = Weighing(desk, self)
        self.cards = {
            component: RulingCard(desk, self.texts, component, offer, cities, self._weighing, other)
            for component in Component
        }
        for card in self.cards.values():
            self.content.addWidget(card)
            card.changed.connect(self._touch)
        self._add_channel()
        self.channel.reply_by.setVisible(self._counters)
        self.present()
        self._weigh()
        self.cards[Component.DATES].start.setFocus()

    def _add_channel(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("By which note"))
        self.channel = ChannelEditor(self.desk, self.texts)
        card.body.addWidget(self.channel)
        told = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            told.setText,
            N_(
                "Undo takes this record back as one step while nothing has followed it; it never "
                "calls back what went out by a note."
            ),
        )
        card.body.addWidget(told)
        self.content.addWidget(card)

    @property
    def touched(self) -> bool:
        return self._touched or self.channel.touched

    def present(self) -> None:
        words = self.desk.words
        self._who.setText(
            words.tr(
                "{side} answers offer {number}",
                side=named(self.by, words),
                number=self._offer.number,
            )
        )
        touched = self._touched  # saying things again is not touching them
        for card in self.cards.values():
            card.present()
        self._touched = touched

    def finish(self) -> bool:
        for card in self.cards.values():
            card.refuse(None)
        rulings = self._rulings()
        if rulings is None:
            return False
        unreadable = self.channel.wrong()
        if unreadable is not None:
            self.point(unreadable)
            return False
        answer = Answer(
            rulings[Component.DATES], rulings[Component.VENUE], rulings[Component.TOPICS]
        )
        reply_by = self.channel.reply_by.date.value() if self._counters else None
        return self.desk.attempt(
            self._show,
            proposals.answer,
            self._id,
            answer,
            self.by,
            self.channel.value(),
            reply_by,
            self._offer.number,
            self._late,
        ).ok

    @property
    def _counters(self) -> bool:
        return any(card.verdict is Verdict.COUNTER for card in self.cards.values())

    def _rulings(self) -> dict[Component, Ruling] | None:
        """All three, or nothing: then the person was told where one is missing or unreadable."""
        found: dict[Component, Ruling] = {}
        for component, card in self.cards.items():
            try:
                ruling = card.ruling()
            except InvalidDateError as error:
                self.refuse(error)
                return None
            if ruling is None:
                self.point(card.ask())
                return None
            found[component] = ruling
        return found

    def _show(self, error: DomainError) -> None:
        """Show what was refused at its component where it is about one, else above the buttons."""
        component = _component_of(error)
        if component is None:
            self.refuse(error)
        else:
            self.point(self.cards[component].refuse(error))

    def _touch(self) -> None:
        self._touched = True
        self.channel.reply_by.setVisible(self._counters)
        self._weigh()

    def _weigh(self) -> None:
        """Find out what the dates on offer and those typed cost, at the venue as it stands."""
        dates, venue = (self.cards[part] for part in (Component.DATES, Component.VENUE))
        typed = dates.editor.typed if isinstance(dates.editor, DatesEditor) else ()
        place = self._offer.terms.venue
        if venue.verdict is Verdict.COUNTER and isinstance(venue.editor, VenueEditor):
            place = venue.editor.value()
        self._weighing.ask((*self._offer.terms.dates, *typed), place, self._about)


def told_late(texts: Texts) -> QWidget:
    """What becomes of a message that crossed or came late."""
    told = label(role=Role.MUTED, wrap=True)
    texts.bind(
        told.setText,
        N_(
            "It crossed with another message, came late, or differs from what was said before. It "
            "is kept in any case; full acceptance goes before withdrawal and lapse, these before a "
            "counter-proposal and a decline, and what speaks of a replaced offer changes nothing. "
            "Between two answers to one offer a person decides."
        ),
    )
    return told


def _component_of(error: DomainError) -> Component | None:
    """The component an error speaks of: by its name, or by what it names."""
    values = vars(error)
    if "component" in values:
        return Component(values["component"])
    if "city" in values:
        return Component.VENUE
    if "topic" in values:
        return Component.TOPICS
    if "option" in values or "options" in values:
        return Component.DATES
    missing = values.get("missing")
    return Component(missing[0].partition(".")[0]) if missing else None
