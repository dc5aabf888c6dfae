"""One proposal: its chain, where each component stands, the offers compared, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import ProposalState
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.proposal_list import terms_of
from consultations_gui.ui.models.proposal_texts import titles, waiting_text
from consultations_gui.ui.models.proposal_timeline import offer_of, timeline
from consultations_gui.ui.places import Place
from consultations_gui.ui.view import Command, Crumb, Find, Heading, View
from consultations_gui.ui.views.proposal_acts import ActBar
from consultations_gui.ui.views.proposal_compare import ComparePane
from consultations_gui.ui.views.proposal_conflict import ConflictCard
from consultations_gui.ui.views.proposal_dates import DatesPane
from consultations_gui.ui.views.proposal_paint import EntryList
from consultations_gui.ui.views.proposal_strip import ComponentStrip
from consultations_gui.ui.widgets.labels import Chip, Role, Tone, label
from consultations_gui.ui.widgets.page import ListedPage, fill

TIMELINE_WIDTH, MARGIN = 270, 12
SETTLED = (
    ProposalState.AGREED,
    ProposalState.CONVENED,
    ProposalState.DECLINED,
    ProposalState.WITHDRAWN,
    ProposalState.LAPSED,
)
"""Where nobody can propose other dates any more."""
ROOMY, WIDE = 1000, 1300
"""From which width on the header has room for the papers' buttons, and for the title too."""


class OneProposalView(View):
    """Shows the proposal it was last asked to :meth:`open`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self._view: ProposalView | None = None
        self._own, self._cities = Side.CN, CityBook()
        self.waiting = Chip()
        self.waiting.setParent(self)  # so that it never is a window of its own
        self.chain = EntryList(desk.theme, rail=True)
        self.texts.name(self.chain, N_("Offers and answers"))
        self.chain.chosen.connect(self._on_chosen)
        self.titles = (label(role=Role.STRONG, wrap=True), label(role=Role.MUTED, wrap=True))
        self.about = QPushButton()
        self.about.setProperty("role", "textlink")
        self.about.clicked.connect(self._to_round)
        self.strip = ComponentStrip(desk, self.texts)
        self.acts = ActBar(desk, self)
        self.conflict = ConflictCard(desk, self.texts)
        self.compare = ComparePane(desk, self.texts)
        self.dates = DatesPane(desk, self.texts)
        self.strip.calendar.clicked.connect(self._to_dates)
        self._silence = label(role=Role.SMALL, wrap=True)
        self.texts.bind(
            self._silence.setText,
            N_("Silence is never consent: the chain stays open until a person closes it."),
        )
        self._build()

    def _build(self) -> None:
        left = QWidget()
        chain = QVBoxLayout(left)
        chain.setContentsMargins(8, 12, 4, 12)
        chain.addWidget(self.chain, 1)
        chain.addWidget(self._silence)
        whole = ListedPage(left, TIMELINE_WIDTH)
        self.scroller, column = whole.scroller, whole.column
        heads = QVBoxLayout()
        heads.setSpacing(2)
        for title in self.titles:
            heads.addWidget(title)
        heads.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(heads)
        for widget in (self.strip, self.acts, self.conflict, self.compare, self.dates):
            column.addWidget(widget)
        column.addStretch(1)
        fill(self, whole)

    # --- the screen -------------------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.id != self._id:
            self._id = place.id
            self.refresh()
            self.chain.point(self.chain.entries.entries[-1].key if self._view else "")

    def load(self) -> None:
        office = self.desk.read(offices.show)
        self._own = office.side if office else Side.CN
        self._cities = self.desk.read(offices.city_book) or CityBook()
        self._view = self.desk.read(proposals.show, self._id) if self._id else None
        if self._view is not None:
            became = self._view.proposal.about or self._view.standing.consultation
            self.dates.ask(terms_of(self._view), became)

    def present(self) -> None:
        view = self._view
        if view is None:
            return
        words = self.desk.words
        self._show_chain(view)
        for shown, text in zip(self.titles, titles(view.proposal, words), strict=True):
            shown.setText(text)
            shown.setVisible(bool(text))
        self._say_about(view)
        self.strip.show_standing(view, self._own, self._cities)
        self.acts.show_acts(view, self._own)
        self.conflict.show_conflict(view, self._cities)
        self.compare.show_chain(view.standing.offers, view.standing.draft, self._cities)
        settled = view.standing.state in SETTLED
        self.dates.take_with(self.acts.taker(view, self._own), settled=settled)
        self.dates.present()
        self.strip.calendar.setVisible(bool(terms_of(view).dates))
        self._show_waiting(view)

    def _show_chain(self, view: ProposalView) -> None:
        """Show every step; one that was added is the one to look at."""
        before = len(self.chain.entries.entries)
        entries = timeline(view, self._cities, self.desk.words)
        self.chain.show_entries(entries)
        if 0 < before < len(entries):
            self.chain.point(entries[-1].key)

    def heading(self) -> Heading:
        words = self.desk.words
        crumb = Crumb(words.tr("Proposals"), Place("proposals"))
        if self._view is None:
            return Heading(self._id, crumbs=(crumb,))
        title = titles(self._view.proposal, words)[0] if self._wide else ""
        return Heading(" · ".join(part for part in (self._id, title) if part), crumbs=(crumb,))

    def lead(self) -> Sequence[QWidget]:
        return (self.waiting,)

    def tools(self) -> Sequence[QWidget]:
        return (self.acts.header,)

    def finds(self) -> Iterable[Find]:
        for entry in self.chain.entries.entries:
            yield Find(entry.words, lambda key=entry.key: self.chain.point(key))  # type: ignore[misc]  # the key is bound now
        if self._view is not None:
            for topic in terms_of(self._view).topics:
                for text in (topic.zh, topic.ru):
                    yield Find(text, lambda: self.scroller.ensureWidgetVisible(self.compare))

    def commands(self) -> Sequence[Command]:
        words = self.desk.words
        dates = Command(words.tr("The dates in both calendars"), self._to_dates)
        return (*self.acts.commands(words), dates)

    def restyle(self) -> None:
        super().restyle()
        self.compare.present()
        self.dates.present()

    @property
    def _wide(self) -> bool:
        return self.width() >= WIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        if roomy != self.acts.roomy:
            self.acts.place(roomy=roomy)
        self.heading_changed.emit()

    def _show_waiting(self, view: ProposalView) -> None:
        words, standing = self.desk.words, view.standing
        text = waiting_text(standing, self._own, self.desk.ctx.clock.today(), words)
        settled = standing.state in (ProposalState.AGREED, ProposalState.CONVENED)
        warns = bool(text) or standing.state is ProposalState.CONFLICTING
        tone = Tone.AGREED if settled else Tone.WARNING if warns else Tone.PLAIN
        self.waiting.say(text or named(standing.state, words), tone)
        self._silence.setVisible(standing.waiting_for is not None)

    def _say_about(self, view: ProposalView) -> None:
        """A proposal about a round names it and says what comes of it (rule 10)."""
        about, words = view.proposal.about, self.desk.words
        if view.standing.state is ProposalState.CONVENED:
            text = words.tr("Concerns {id}, which was changed as agreed", id=about)
        else:
            text = words.tr("Concerns {id}: what is agreed changes that round", id=about)
        self.about.setText(text)
        self.about.setVisible(bool(about))

    def _to_round(self) -> None:
        if self._view is not None:
            self.desk.go("consultation", self._view.proposal.about)

    def _to_dates(self) -> None:
        """Bring the calendar to the person's eyes, and the keys to what can be taken up there."""
        self.scroller.verticalScrollBar().setValue(self.dates.y() - MARGIN)
        first = next(iter(self.dates.takers.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        number = offer_of(key)
        if number is not None:
            self.compare.compare_with_last(number)
