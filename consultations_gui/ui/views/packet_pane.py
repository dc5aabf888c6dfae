"""The offer we hold and the one a packet brings, side by side, word by word."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from consultations_gui.application.packets import Reading
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Offer, Terms
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.packet_texts import newest_offers
from consultations_gui.ui.views.proposal_compare import ComparePane
from consultations_gui.ui.widgets.labels import Role, label


class PacketPane(ComparePane):
    """The comparison of two offers, which are not chosen but given."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__(desk, texts)
        self._pair: tuple[Offer | None, Offer | None] = (None, None)
        self.heads: tuple[QLabel, QLabel] = (label(role=Role.HEADING), label(role=Role.HEADING))
        for column, head in enumerate(self.heads):
            head.setContentsMargins(14, 10, 14, 8)
            self._grid.addWidget(head, 0, column)

    def show_packet(self, reading: Reading | None, cities: CityBook) -> None:
        """Compare what ``reading`` says we hold with what it brings; hidden where it has none."""
        found = reading.comparison if reading else None
        self._pair = newest_offers(found) if found else (None, None)
        self._cities = cities
        self.setVisible(self._pair[1] is not None)
        self.present()

    def present(self) -> None:
        super().present()
        words = self._desk.words
        ours, theirs = self._pair
        alone = ours is None
        self._alone.setVisible(alone)
        for head in self.heads:
            head.setVisible(not alone)
        if theirs is None:
            return
        name = words.tr("Offer {number}", number=theirs.number)
        side = named(theirs.by, words)
        self._alone.setText(words.tr("{offer}, {side}", offer=name, side=side))
        msgids = (N_("On record here: offer {number}"), N_("With the packet: offer {number}"))
        for head, msgid, offer in zip(self.heads, msgids, self._pair, strict=True):
            head.setText(words.tr(msgid, number=offer.number) if offer else "")

    def _terms(self) -> tuple[Terms | None, Terms | None]:
        ours, theirs = self._pair
        return (ours.terms if ours else None), (theirs.terms if theirs else None)

    def _fill(self) -> None:
        """There is nothing to choose from."""
