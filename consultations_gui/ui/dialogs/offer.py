"""A new proposal, a draft of one, or a new offer after a partial decline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from consultations_gui.application import consultations, offices, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.errors import DomainError, InvalidDateError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.proposal_terms import MAX_DATE_OPTIONS
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk, Outcome
from consultations_gui.ui.dialogs.channel import ChannelEditor
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.dialogs.offer_terms import TermsEditor
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Card, Role, label

Save = Callable[["OfferDialog", Terms], Outcome[ProposalView]]
_AHEAD = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED, Status.POSTPONED)


class OfferDialog(HoldingSheet):
    """Writes terms down. ``saved(id)`` follows when the register has taken them."""

    saved = Signal(str)

    def __init__(
        self, desk: Desk, title: str, primary: str, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, primary, parent)
        self._save = save
        self._touched = False
        self.title_zh, self.title_ru = QLineEdit(), QLineEdit()
        self.side, self.about = QComboBox(), QComboBox()
        self.channel: ChannelEditor | None = None
        self._subject = ""
        self.terms = TermsEditor(desk, self.texts, self._meeting)

    # --- the three occasions ----------------------------------------------------------------

    @classmethod
    def for_new(
        cls, desk: Desk, terms: Terms, about: str = "", parent: QWidget | None = None
    ) -> OfferDialog:
        """A new proposal, about a round if one is named; it may be incomplete as yet."""
        made = cls(desk, N_("New proposal"), N_("Save the draft"), _save_new, parent)
        made._add_titles()
        made._add_beginning(about)
        made._begin(terms)
        return made

    @classmethod
    def for_draft(
        cls,
        desk: Desk,
        view: ProposalView,
        parent: QWidget | None = None,
        other: Dates | None = None,
    ) -> OfferDialog:
        """A draft written on; ``other`` dates come before those it has."""
        id = view.proposal.id

        def save(dialog: OfferDialog, terms: Terms) -> Outcome[ProposalView]:
            zh, ru = dialog.titles
            return desk.attempt(dialog.show_wrong, proposals.edit_draft, id, terms, zh, ru)

        made = cls(desk, N_("Edit the draft"), N_("Save the draft"), save, parent)
        made._add_titles()
        made._subject = _subject(view)
        made.title_zh.setText(view.proposal.title_zh)
        made.title_ru.setText(view.proposal.title_ru)
        made._begin(_preferring(other, view.standing.draft or Terms()))
        return made

    @classmethod
    def for_offer(
        cls,
        desk: Desk,
        view: ProposalView,
        by: Side,
        parent: QWidget | None = None,
        other: Dates | None = None,
    ) -> OfferDialog:
        """A new offer by ``by`` after accepts and declines mixed; begins from the last one.

        ``other`` dates come before those it had.
        """
        id = view.proposal.id

        def save(dialog: OfferDialog, terms: Terms) -> Outcome[ProposalView]:
            channel = dialog.sent
            reply_by = channel.reply_by.date.value()
            return desk.attempt(
                dialog.show_wrong, proposals.offer, id, terms, channel.value(), reply_by, by
            )

        made = cls(desk, N_("New offer"), N_("Make the offer"), save, parent)
        made._subject = _subject(view)
        current = view.standing.current
        made._begin(_preferring(other, current.terms if current else Terms()))
        made._add_channel()
        return made

    def _begin(self, terms: Terms) -> None:
        self.content.addWidget(self.terms)
        self.terms.show_terms(terms)
        self.present()
        self.terms.changed.connect(self._touch)
        for field in (self.title_zh, self.title_ru):
            field.textEdited.connect(lambda _text: self._touch())

    def _add_titles(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, text in (
            (self.title_zh, N_("Title in Chinese")),
            (self.title_ru, N_("Title in Russian")),
        ):
            labelled = Labelled(field)
            self.texts.bind(labelled.set_caption, text)
            row.addWidget(labelled, 1)
        self.content.addLayout(row)

    def _add_beginning(self, about: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, text in ((self.side, N_("Proposed by")), (self.about, N_("What it concerns"))):
            labelled = Labelled(field)
            self.texts.bind(labelled.set_caption, text)
            row.addWidget(labelled, 1)
        self.content.addLayout(row)
        office = self.desk.read(offices.show)
        own = office.side if office else Side.CN
        for side in (own, own.other):
            self.side.addItem("", side)
        self.about.addItem("", "")
        for one in self.desk.read(consultations.list_all, *_AHEAD) or ():
            if one.kind is Kind.REGULAR:
                self.about.addItem("", one)
                if one.id == about:
                    self.about.setCurrentIndex(self.about.count() - 1)
        self.about.currentIndexChanged.connect(lambda _index: self.terms.weigh())

    def _add_channel(self) -> None:
        card = Card()
        self.texts.bind(card.set_heading, N_("How it is transmitted"))
        self.channel = ChannelEditor(self.desk, self.texts, reply=True)
        card.body.addWidget(self.channel)
        told = label(role=Role.SMALL, wrap=True)
        self.texts.bind(told.setText, N_("An offer once made is withdrawn, never undone."))
        card.body.addWidget(told)
        self.content.addWidget(card)

    # --- the sheet --------------------------------------------------------------------------

    @property
    def touched(self) -> bool:
        return self._touched

    @property
    def titles(self) -> tuple[str, str]:
        """Both titles as typed."""
        return self.title_zh.text().strip(), self.title_ru.text().strip()

    @property
    def sent(self) -> ChannelEditor:
        """How the offer goes; only a new offer has it."""
        if self.channel is None:
            raise TypeError("a draft has no channel yet")
        return self.channel

    def present(self) -> None:
        words = self.desk.words
        self.terms.present()
        for index in range(self.side.count()):
            self.side.setItemText(index, named(Side(self.side.itemData(index)), words))
        for index in range(self.about.count()):
            one = self.about.itemData(index)
            if not one:
                text = words.tr("an extraordinary consultation")
            else:
                when = dates_text(one.dates, words.language) if one.dates else ""
                text = " · ".join(
                    part for part in (words.tr("round {id}", id=one.id), when) if part
                )
            self.about.setItemText(index, text)

    def finish(self) -> bool:
        try:
            terms = self.terms.value()
        except InvalidDateError as error:
            self.refuse(error)
            return False
        unreadable = self.channel.wrong() if self.channel else None
        if unreadable is not None:
            self.point(unreadable)
            return False
        done = self._save(self, terms)
        if done.value is not None:
            self.saved.emit(done.value.proposal.id)
        return done.ok

    def show_wrong(self, error: DomainError) -> None:
        """Show what the register refused, beside its field where it is about one."""
        self.refuse(error)
        field = self.terms.refuse(error)
        if field is not None:
            self.point(field)

    def _touch(self) -> None:
        self._touched = True

    def _meeting(self) -> str:
        """The round the proposal concerns, or the meeting it has become."""
        chosen = self.about.currentData()
        return chosen.id if chosen else self._subject


def _subject(view: ProposalView) -> str:
    return view.proposal.about or view.standing.consultation


def _preferring(other: Dates | None, terms: Terms) -> Terms:
    """``terms`` with ``other`` as the option preferred most; the last gives way if need be."""
    if other is None:
        return terms
    return replace(terms, dates=(other, *terms.dates)[:MAX_DATE_OPTIONS])


def _save_new(dialog: OfferDialog, terms: Terms) -> Outcome[ProposalView]:
    one = dialog.about.currentData()
    zh, ru = dialog.titles
    return dialog.desk.attempt(
        dialog.show_wrong,
        proposals.new,
        zh,
        ru,
        terms,
        one.id if one else "",
        Side(dialog.side.currentData()),
    )
