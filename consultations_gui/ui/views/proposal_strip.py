"""The three components of a proposal, and where each stands, as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import Component, ComponentState, Standing
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_compare import CAPTIONS
from consultations_gui.ui.models.proposal_list import terms_of
from consultations_gui.ui.models.proposal_texts import component_text, with_whom
from consultations_gui.ui.widgets.labels import Card, Chip, Role, Tone, label

NARROWEST, GAP, INSIDE = 420, 12, 17
"""The least width of the strip, the gap between its cards, and a card's own margin and frame."""
_TONES = {
    ComponentState.AGREED: Tone.AGREED,
    ComponentState.DECLINED: Tone.PLAIN,
    ComponentState.OPEN: Tone.WARNING,
}


def state_text(standing: Standing, component: Component, own: Side, words: Words) -> str:
    """How a component stands, and with whom while it is open."""
    state = standing.component(component)
    text = named(state, words)
    if state is not ComponentState.OPEN or standing.waiting_for is None:
        return text
    whose = with_whom(standing.waiting_for, own, words)
    return words.tr("{state} – {whose}", state=text, whose=whose)


class ComponentStrip(QWidget):
    """Three cards side by side; where there is little room a state goes on in a second line."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._texts = {component: label(role=Role.STRONG, wrap=True) for component in Component}
        self.chips = {component: Chip() for component in Component}
        self.calendar = QPushButton()
        self.calendar.setProperty("role", "textlink")
        texts.bind(self.calendar.setText, N_("Calendar and cost"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for component in Component:
            card = Card()
            card.heading.setProperty("role", Role.MUTED.value)
            texts.bind(card.set_heading, CAPTIONS[component])
            card.body.setSpacing(4)
            card.body.addWidget(self._texts[component])
            chip = QVBoxLayout()
            chip.addWidget(self.chips[component])
            card.body.addLayout(chip)
            if component is Component.DATES:
                card.body.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
            card.body.addStretch(1)
            row.addWidget(card, 1)

    def show_standing(self, view: ProposalView, own: Side, cities: CityBook) -> None:
        """Show how ``view`` stands, in the language in use."""
        words, standing = self._desk.words, view.standing
        terms = terms_of(view)
        for component in Component:
            text = component_text(component, terms, cities, words)
            self._texts[component].setText(text or words.tr("nothing named yet"))
            state = standing.component(component)
            self.chips[component].say(state_text(standing, component, own, words), _TONES[state])
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Break a state into lines only where its card is too narrow for it."""
        room = (self.width() - 2 * GAP) // len(Component) - 2 * INSIDE
        for chip in self.chips.values():
            chip.setWordWrap(False)
            broken = chip.sizeHint().width() > room
            chip.setWordWrap(broken)
            policy = chip.sizePolicy()
            policy.setVerticalPolicy(
                QSizePolicy.Policy.Minimum if broken else QSizePolicy.Policy.Fixed
            )
            chip.setSizePolicy(policy)
