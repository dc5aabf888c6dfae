"""One consultation: when, where, who, what was sent, what was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import consultations, offices
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.invite import InviteDialog
from consultations_gui.ui.models.consultation_texts import name_text, when_text, where_text
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Find, Heading, View
from consultations_gui.ui.views.consultation_acts import ConsultationActs
from consultations_gui.ui.views.consultation_facts import FactsPage
from consultations_gui.ui.views.consultation_people import PeoplePage
from consultations_gui.ui.views.consultation_records import HistoryPage, SentPage
from consultations_gui.ui.views.consultation_trouble import TroubleCard
from consultations_gui.ui.widgets.labels import Chip, Tone
from consultations_gui.ui.widgets.marks import SideMark

TABS: dict[str, str] = {
    "meeting": N_("Meeting"),
    "people": N_("Delegations"),
    "invitations": N_("Invitations"),
    "history": N_("History"),
}
"""The pages by the part of a place, with their titles."""
_TONES = {
    Status.CONFIRMED: Tone.AGREED,
    Status.POSTPONED: Tone.WARNING,
    Status.TENTATIVE: Tone.WARNING,
}


class ConsultationView(View):
    """Pages of one consultation; the agenda is one step further."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._one: Consultation | None = None
        self._cities = CityBook()
        self._own = Side.CN
        self.dialog: InviteDialog | None = None
        self.trouble = TroubleCard(desk, self.texts)
        self.facts = FactsPage(desk, self.texts)
        self.people = PeoplePage(desk, self.texts)
        self.sent = SentPage(desk, self.texts)
        self.history = HistoryPage(desk, self.texts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.texts.name(self.tabs, N_("Consultation"))
        self.acts = ConsultationActs(desk, self)
        self._mark, self._chip = SideMark(desk.theme, Side.CN, parent=self), Chip()
        self._chip.setParent(self)
        self._mark.hide()
        self.steps, self.agenda = QPushButton(), QPushButton()
        self._build()

    def _build(self) -> None:
        pages = (self.facts, self.people, self.sent, self.history)
        for page, (name, title) in zip(pages, TABS.items(), strict=True):
            self.tabs.addTab(_scrolling(page) if name in ("meeting", "people") else page, "")
            self.texts.bind(partial(self.tabs.setTabText, self.tabs.count() - 1), title)
        menu = QMenu(self.steps)
        menu.addActions(list(self.acts.all))
        self.steps.setMenu(menu)
        self.texts.bind(self.steps.setText, N_("Steps"))
        self.agenda.setProperty("role", "primary")
        self.texts.bind(self.agenda.setText, N_("Agenda"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self.tabs, 1)
        self.agenda.clicked.connect(lambda: self.desk.go("agenda", self._id))
        self.sent.write.clicked.connect(self.invite)
        self.facts.turn.clicked.connect(self.acts.turn.trigger)
        self.texts.bind(self.facts.turn.setText, N_("Use of the turn…"))

    # --- reading and showing ----------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.id != self._id:
            self._id = place.id
            self.tabs.setCurrentIndex(0)
        if place.part in TABS:
            self.tabs.setCurrentIndex(list(TABS).index(place.part))
        self.refresh()

    def load(self) -> None:
        if not self._id:
            return
        self._one = self.desk.read(consultations.show, self._id)
        self._cities = self.desk.read(offices.city_book) or CityBook()
        office = self.desk.read(offices.show)
        self._own = office.side if office else Side.CN
        self.trouble.load(self._one)

    def present(self) -> None:
        one = self._one
        self.tabs.setVisible(one is not None)
        self.trouble.present()
        self.acts.show(one)
        for button in (self.steps, self.agenda):
            button.setEnabled(one is not None)
        if one is None:
            self._mark.hide()
            self._chip.say("", Tone.PLAIN)
            return
        words = self.desk.words
        self.facts.show_one(one, self._cities)
        self.people.show_one(one, self._own)
        self.sent.show_id(one.id)
        self.history.show_id(one.id)
        self._chip.say(label(one.status, words), _TONES.get(one.status, Tone.PLAIN))
        if self._mark.parent() is not self:  # the header has taken it
            self._mark.setVisible(one.host is not None)
        if one.host is not None:
            self._mark.show_side(one.host)
            self._mark.setAccessibleName(country_name(one.host, words))

    def heading(self) -> Heading:
        words = self.desk.words
        crumbs = (Crumb(words.tr("Consultations"), Place("consultations")),)
        if self._one is None:
            return Heading(words.tr("Consultation"), crumbs=crumbs)
        one = self._one
        where = where_text(replace(one.venue, site=""), self._cities, words)
        note = listed((when_text(one, words), where), words)
        return Heading(name_text(one, words), note, crumbs)

    def lead(self) -> Sequence[QWidget]:
        known = self._one is not None and self._one.host is not None
        return (self._mark, self._chip) if known else (self._chip,)

    def tools(self) -> Sequence[QWidget]:
        return (self.steps, self.agenda)

    def finds(self) -> Iterable[Find]:
        if self._one is None:
            return
        one = self._one
        facts = f"{one.basis} {one.cost_note} {one.reason}"
        yield Find(facts, partial(self.tabs.setCurrentIndex, 0))
        for side in Side:
            for row, delegate in enumerate(one.delegation(side).delegates):
                person = delegate.person
                names = (person.name_zh, person.name_ru, person.name_latin, person.email)
                text = " ".join((*names, person.post_zh, person.post_ru))
                yield Find(text, partial(self._reveal, side, row))

    def _reveal(self, side: Side, row: int) -> None:
        self.tabs.setCurrentIndex(list(TABS).index("people"))
        self.people.cards[side].table.choose(row)

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        acts = [Command(act.text(), act.trigger) for act in self.acts.all if act.isEnabled()]
        agenda = Command(words.tr("Agenda"), self.agenda.click)
        return (agenda, Command(words.tr("Write invitations…"), self.invite), *acts)

    def flush(self) -> None:
        self.facts.flush()
        self.people.flush()

    # --- doing ------------------------------------------------------------------------------

    def invite(self) -> None:
        """Let invitations be written."""
        self.flush()
        dialog = self.dialog = InviteDialog(self.desk, self._id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setProperty("role", "page")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
