"""A draft becomes offer 1: by which note, and until when a reply is wished."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from consultations_gui.application import offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.channel import ChannelEditor
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.models.proposal_compare import CAPTIONS
from consultations_gui.ui.models.proposal_texts import component_text
from consultations_gui.ui.widgets.labels import Card, Role, label


class TransmitDialog(HoldingSheet):
    """Shows once more what goes out; what is missing is told and nothing is sent."""

    def __init__(self, desk: Desk, view: ProposalView, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Transmit the offer"), N_("Record as transmitted"), parent)
        self._view = view
        self._cities = desk.read(offices.city_book) or CityBook()
        card = Card()
        self.texts.bind(card.set_heading, N_("What the offer holds"))
        self._held = {component: label(wrap=True) for component in Component}
        for told in self._held.values():
            card.body.addWidget(told)
        sent = Card()
        self.texts.bind(sent.set_heading, N_("How it is transmitted"))
        self.channel = ChannelEditor(desk, self.texts, reply=True)
        sent.body.addWidget(self.channel)
        warning = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            warning.setText,
            N_(
                "The program sends nothing itself: it records what goes through diplomatic "
                "channels. An offer once transmitted is withdrawn, never undone."
            ),
        )
        sent.body.addWidget(warning)
        self.content.addWidget(card)
        self.content.addWidget(sent)
        self.resize(680, 540)
        self.present()

    @property
    def touched(self) -> bool:
        return self.channel.touched

    def present(self) -> None:
        words, terms = self.desk.words, self._view.standing.draft or Terms()
        for component, told in self._held.items():
            text = component_text(component, terms, self._cities, words)
            caption = words.tr(CAPTIONS[component])
            shown = text or words.tr("nothing named yet")
            told.setText(words.tr("{caption}: {text}", caption=caption, text=shown))

    def finish(self) -> bool:
        unreadable = self.channel.wrong()
        if unreadable is not None:
            self.point(unreadable)
            return False
        return self.desk.attempt(
            self.refuse,
            proposals.transmit,
            self._view.proposal.id,
            self.channel.value(),
            self.channel.reply_by.date.value(),
        ).ok
