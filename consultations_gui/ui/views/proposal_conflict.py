"""Two different answers by one side to one offer: a person decides which stands (rule 9)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Answer, Event, event_day
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.proposal_texts import DOT, answer_text, counter_lines, note_text
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.labels import Card, Role, label


class ConflictCard(Card):
    """The answers one below the other, each with a button; hidden while there is no conflict."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        texts.bind(self.set_heading, N_("Different answers are on record"))
        told = label(role=Role.WARNING, wrap=True)
        texts.bind(
            told.setText,
            N_("One side answered one offer in different ways. Ask it, then say which one stands."),
        )
        self.body.addWidget(told)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.buttons: list[QPushButton] = []

    def show_conflict(self, view: ProposalView, cities: CityBook) -> None:
        """Show the answers to decide between, in the language in use."""
        clear(self._list)
        self.buttons = []
        for event in view.standing.conflict:
            if event.answer is not None:
                self._list.addWidget(self._row(view.proposal.id, event, event.answer, cities))
        self.setVisible(bool(view.standing.conflict))

    def _row(self, id: str, event: Event, answer: Answer, cities: CityBook) -> QWidget:
        words = self._desk.words
        text = answer_text(answer, words)
        day = short_date(event_day(event), words.language)
        note = DOT.join(part for part in (day, note_text(event.channel, words)) if part)
        button = QPushButton(words.tr("This answer stands"))
        button.setAccessibleName(words.tr("This answer stands: {text}", text=text))
        button.clicked.connect(lambda: self._desk.run(proposals.decide, id, answer))
        self.buttons.append(button)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(label(text, Role.STRONG, wrap=True))
        for told in counter_lines(answer, cities, words):
            said.addWidget(label(told, wrap=True))
        said.addWidget(label(note, Role.SMALL, wrap=True))
        line.addLayout(said, 1)
        line.addWidget(button)
        return row
