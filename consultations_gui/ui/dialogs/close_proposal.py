"""A proposal ends without agreement: its author withdraws, or a person records that none came."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from consultations_gui.application import proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.errors import DomainError, ReasonMissingError
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.answer import told_late
from consultations_gui.ui.dialogs.channel import ChannelEditor
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.widgets.fields import Labelled, TextArea
from consultations_gui.ui.widgets.labels import Card, Role, label


class Ending(Enum):
    """How the proposal ends: title, primary button, what it means."""

    WITHDRAW = (
        N_("Withdraw the offer"),
        N_("Record as withdrawn"),
        N_("The proposal ends. Whoever wants to go on makes a new proposal."),
    )
    LAPSE = (
        N_("Close without a reply"),
        N_("Record as closed"),
        N_(
            "No reply has come by the wished date. Silence is neither consent nor refusal: the "
            "proposal is closed because you say so, with the reason you give."
        ),
    )


class CloseDialog(HoldingSheet):
    """Asks for the reason and the note. ``by`` is the side that acts.

    ``late`` numbers the offer that a withdrawal which crossed or came late speaks of.
    """

    def __init__(
        self,
        desk: Desk,
        view: ProposalView,
        ending: Ending,
        by: Side,
        parent: QWidget | None = None,
        late: int | None = None,
    ) -> None:
        title, primary, meaning = ending.value
        super().__init__(desk, title, primary, parent)
        self._id, self._ending, self._by = view.proposal.id, ending, by
        self._late = late
        self._who = label(role=Role.STRONG)
        told = told_late(self.texts) if late is not None else self._told(meaning)
        self.reason = TextArea()
        self._reason = Labelled(self.reason)
        needed = ending is Ending.LAPSE
        self.texts.bind(
            self._reason.set_caption, N_("Reason") if needed else N_("Reason (may stay empty)")
        )
        card = Card()
        self.texts.bind(card.set_heading, N_("By which note"))
        self.channel = ChannelEditor(desk, self.texts)
        card.body.addWidget(self.channel)
        for widget in (self._who, told, self._reason, card):
            self.content.addWidget(widget)
        self.resize(620, 440)
        self.present()

    def _told(self, meaning: str) -> QWidget:
        told = label(role=Role.MUTED, wrap=True)
        self.texts.bind(told.setText, meaning)
        return told

    @property
    def touched(self) -> bool:
        return bool(self.reason.toPlainText()) or self.channel.touched

    def present(self) -> None:
        words = self.desk.words
        side = named(self._by, words)
        if self._late is None:
            self._who.setText(side)
            return
        withdrawn = words.tr("Offer {number} withdrawn", number=self._late)
        self._who.setText(words.tr("{offer}, {side}", offer=withdrawn, side=side))

    def finish(self) -> bool:
        self._wrong(None)
        unreadable = self.channel.wrong()
        if unreadable is not None:
            self.point(unreadable)
            return False
        reason, channel = self.reason.toPlainText().strip(), self.channel.value()
        if self._ending is Ending.WITHDRAW:
            return self.desk.attempt(
                self._wrong,
                proposals.withdraw,
                self._id,
                reason,
                channel,
                self._by,
                self._late,
                self._late is not None,
            ).ok
        return self.desk.attempt(
            self._wrong, proposals.lapse, self._id, reason, self._by, channel
        ).ok

    def _wrong(self, error: DomainError | None) -> None:
        missing = isinstance(error, ReasonMissingError)
        self._reason.show_error(error_text(error, self.desk.words) if error and missing else "")
        self.refuse(None if missing else error)
        if missing:
            self.point(self.reason)
