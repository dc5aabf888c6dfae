"""All proposals: what waits for us, what waits for the other side, drafts, what is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import consultations, offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import NOWHERE, CityBook, Side
from consultations_gui.domain.proposal import Terms
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.holding import Aside
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.models.proposal_list import (
    GROUPS,
    Group,
    Seen,
    entries,
    group_of,
    matching,
    search_text,
)
from consultations_gui.ui.places import NEW, Place
from consultations_gui.ui.view import Command, Find, Heading, View
from consultations_gui.ui.views.packet import choose_packet
from consultations_gui.ui.views.proposal_paint import EntryList
from consultations_gui.ui.widgets.labels import EmptyState


class ProposalsView(View):
    """The list with its filter; Enter opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._views: tuple[ProposalView, ...] = ()
        self._seen: Seen | None = None
        self._group: Group | None = None
        self.aside = Aside(desk)
        self.add = QPushButton()
        self.add.setProperty("role", "primary")
        self.texts.bind(self.add.setText, N_("New proposal"))
        self.add.clicked.connect(lambda _on: self.begin())
        self.read_packet = QPushButton()
        self.texts.bind(self.read_packet.setText, N_("Read packet…"))
        self.read_packet.clicked.connect(lambda _on: choose_packet(desk, self.window()))
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.texts.bind(self.filter.setPlaceholderText, N_("Filter in both texts"))
        self.texts.name(self.filter, N_("Filter in both texts"))
        self.filter.textChanged.connect(lambda _text: self.present())
        self.groups: dict[Group | None, QPushButton] = {}
        self.list = EntryList(desk.theme)
        self.texts.name(self.list, N_("Proposals"))
        self.list.opened.connect(lambda key: desk.go("proposal", key))
        self.empty = EmptyState()
        self.empty.step.clicked.connect(self._next_step)
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        band = QWidget()
        row = QHBoxLayout(band)
        row.setContentsMargins(20, 12, 20, 4)
        row.setSpacing(6)
        row.addWidget(self.filter, 100)  # all that is left, up to its width
        choice = QButtonGroup(self)
        for group in (None, *Group):
            button = QPushButton()
            button.setCheckable(True)
            button.setChecked(group is None)
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _on=False, group=group: self._choose(group))
            choice.addButton(button)
            self.groups[group] = button
            row.addWidget(button)
        row.addStretch(1)
        place = QWidget()
        inner = QVBoxLayout(place)
        inner.setContentsMargins(20, 0, 20, 0)
        inner.addWidget(self.empty)
        self._stack.addWidget(self.list)
        self._stack.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(band)
        lists = QHBoxLayout()
        lists.setContentsMargins(12, 0, 12, 0)
        lists.addWidget(self._stack)
        column.addLayout(lists, 1)

    # --- the screen -------------------------------------------------------------------------

    def load(self) -> None:
        desk = self.desk
        office = desk.read(offices.show)
        cities = desk.read(offices.city_book) or CityBook()
        own = office.side if office else Side.CN
        self._seen = Seen(own, desk.ctx.clock.today(), cities)
        self._views = desk.read(proposals.list_all) or ()

    def present(self) -> None:
        if self._seen is None:
            return
        words, seen = self.desk.words, self._seen
        for group, button in self.groups.items():
            button.setText(self._group_text(group))
        found = matching(self._views, self.filter.text(), self._group, seen)
        self.list.show_entries(entries(found, seen, words))
        self._stack.setCurrentIndex(0 if found else 1)
        if not self._views:
            self.empty.say(
                words.tr(
                    "No proposal has been recorded yet. Either side may propose an extraordinary "
                    "consultation at any time, naming dates, place and topics (Art. 5(4))."
                ),
                words.tr("New proposal"),
            )
        elif not found:
            self.empty.say(words.tr("No proposal fits the filter."), words.tr("Show all"))

    def heading(self) -> Heading:
        return Heading(self.desk.words.tr("Proposals"))

    def tools(self) -> Sequence[QWidget]:
        return (self.read_packet, self.add)

    def open(self, place: Place) -> None:
        # The window is showing this very place; the next one follows when it has done so.
        if place.part == NEW:
            QTimer.singleShot(0, lambda: self.begin(place.dates, place.id))
        else:
            QTimer.singleShot(0, lambda: self.desk.go("proposal", place.id))

    def finds(self) -> Iterable[Find]:
        cities = self._seen.cities if self._seen else CityBook()
        shown = {view.proposal.id: view for view in self._views}
        for entry in self.list.entries.entries:
            if entry.key in shown:
                text = search_text(shown[entry.key], cities)
                yield Find(text, lambda key=entry.key: self.list.point(key))  # type: ignore[misc]  # the key is bound now

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        return (
            Command(words.tr("New proposal"), self.begin),
            Command(words.tr("Read packet…"), self.read_packet.click),
        )

    # --- acts -------------------------------------------------------------------------------

    def begin(self, dates: Dates | None = None, about: str = "") -> None:
        """Open the form of a new proposal, with a first date option and the round it concerns.

        What is proposed for a round is to be at its venue, unless another one is chosen.
        """
        concerned = self.desk.read(consultations.show, about) if about else None
        venue = concerned.venue if concerned else NOWHERE
        terms = Terms(dates=(dates,) if dates else (), venue=venue)
        dialog = OfferDialog.for_new(self.desk, terms, about, self)
        dialog.saved.connect(lambda id: self.desk.go("proposal", id))
        self.aside.show(dialog)

    def _choose(self, group: Group | None) -> None:
        self._group = group
        self.present()

    def _next_step(self) -> None:
        if not self._views:
            self.begin()
            return
        self.groups[None].setChecked(True)
        self._group = None
        self.filter.clear()
        self.present()
        self.filter.setFocus()

    def _group_text(self, group: Group | None) -> str:
        words = self.desk.words
        if group is None or self._seen is None:
            return words.tr("All")
        own = self._seen.own
        number = sum(group_of(view, own) is group for view in self._views)
        text = words.tr(GROUPS[group])
        return f"{text} {number}" if number else text
