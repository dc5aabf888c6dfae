"""What can be done about a proposal now: the domain says what, this says it in buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from consultations_gui.application import packets, proposals
from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.notes import note_steps
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import EventKind, ProposalState
from consultations_gui.domain.proposal_choices import choices
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.answer import AnswerDialog
from consultations_gui.ui.dialogs.close_proposal import CloseDialog, Ending
from consultations_gui.ui.dialogs.holding import Aside, HoldingSheet
from consultations_gui.ui.dialogs.note import NoteDialog
from consultations_gui.ui.dialogs.offer import OfferDialog
from consultations_gui.ui.dialogs.transmit import TransmitDialog
from consultations_gui.ui.dialogs.write_packet import WritePacketDialog
from consultations_gui.ui.notes import Offer as Chance
from consultations_gui.ui.view import Command
from consultations_gui.ui.views.proposal_late import LateButton
from consultations_gui.ui.widgets.flow import FlowLayout


@dataclass(frozen=True)
class Act:
    """One thing to do: the message ID of its button and what it does."""

    msgid: str
    do: Callable[[], object]


OURS: dict[EventKind, str] = {
    EventKind.ANSWERED: N_("Answer…"),
    EventKind.TRANSMITTED: N_("Transmit…"),
    EventKind.OFFERED: N_("New offer…"),
    EventKind.CONVENED: N_("Convene"),
    EventKind.DRAFTED: N_("Edit the draft…"),
    EventKind.WITHDRAWN: N_("Withdraw…"),
    EventKind.LAPSED: N_("Close without a reply…"),
}
"""Our own steps; the first that is allowed is the one to take next."""
ENDINGS = (EventKind.WITHDRAWN, EventKind.LAPSED)
"""Steps that end a proposal: never what the eye or the key falls on first."""
THEIRS: dict[EventKind, str] = {
    EventKind.ANSWERED: N_("Record their answer…"),
    EventKind.TRANSMITTED: N_("Record as transmitted…"),
    EventKind.OFFERED: N_("Record their new offer…"),
    EventKind.DRAFTED: N_("Edit the draft…"),
    EventKind.WITHDRAWN: N_("Record their withdrawal…"),
}
"""The other side's steps, which come on paper and are recorded here (rule 9)."""


IN_HEADER = (N_("Note verbale…"), N_("Write packet…"))
"""What stands beside the first step in the window's header where there is room."""


class ActBar(QWidget):
    """The buttons. ``primary`` stands in the window's header, the others flow below the strip.

    The papers' buttons join it in the header as long as :attr:`roomy`.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._aside = desk, Aside(desk)
        self._acts: list[Act] = []
        self._own = Side.CN
        self.roomy = True
        self.header = QWidget()
        head = self._head = QHBoxLayout(self.header)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        self.primary = QPushButton()
        self.primary.setProperty("role", "primary")
        self.primary.clicked.connect(lambda _on: self._acts[0].do())
        head.addWidget(self.primary)
        self.buttons: list[QPushButton] = []
        self._flow = FlowLayout(self)
        self.late = LateButton(desk, self._aside.show)
        self._flow.addWidget(self.late)

    @property
    def aside(self) -> Aside:
        """The dialog that is open, or was left with something typed in it."""
        return self._aside

    def show_acts(self, view: ProposalView, own: Side) -> None:
        """Offer what the domain allows now, in the language in use."""
        self._own = own
        self._acts = self._possible(view, own)
        words = self._desk.words
        self.primary.setVisible(bool(self._acts))
        if self._acts:
            self.primary.setText(words.tr(self._acts[0].msgid))
        further = self._acts[1:]
        while len(self.buttons) < len(further):
            button = QPushButton()
            number = len(self.buttons) + 1
            button.clicked.connect(lambda _on=False, number=number: self._acts[number].do())
            self.buttons.append(button)
        self.late.show_messages(view, own.other)
        for number, button in enumerate(self.buttons):
            if number < len(further):
                button.setText(words.tr(further[number].msgid))
        self.place(roomy=self.roomy)

    def place(self, *, roomy: bool) -> None:
        """Put each button where it belongs: the papers' into the header while there is room."""
        self.roomy = roomy
        further = self._acts[1:]
        lifted = [roomy and act.msgid in IN_HEADER for act in further]
        for number, button in enumerate(self.buttons):
            self._flow.removeWidget(button)
            self._head.removeWidget(button)
            if number >= len(further):
                button.hide()
            elif lifted[number]:
                self._head.insertWidget(self._head.count() - 1, button)
                button.show()
            else:
                self._flow.addWidget(button)
                button.show()
        self._flow.removeWidget(self.late)  # it stands last, behind those that came
        self._flow.addWidget(self.late)
        self.setVisible(not all(lifted) or not self.late.isHidden())
        self._head.activate()
        for bar in (self, self.header):
            bar.updateGeometry()

    def taker(self, view: ProposalView, own: Side) -> Callable[[Dates], None] | None:
        """Proposes other dates by the step that is due from us, if one can carry them."""
        today, desk = self._desk.ctx.clock.today(), self._desk
        ours, theirs = (choices(view.standing, side, today) for side in (own, own.other))
        offer = view.standing.current
        sheets: dict[EventKind, Callable[[Dates], HoldingSheet]] = {
            EventKind.DRAFTED: lambda other: OfferDialog.for_draft(
                desk, view, self.window(), other
            ),
            EventKind.OFFERED: lambda other: OfferDialog.for_offer(
                desk, view, own, self.window(), other
            ),
        }
        if offer is not None:
            sheets[EventKind.ANSWERED] = lambda other: AnswerDialog(
                desk, view, offer, ours=True, other=other, parent=self.window()
            )
        drafted = {EventKind.DRAFTED} & theirs
        make = next((sheets[kind] for kind in sheets if kind in ours | drafted), None)
        return None if make is None else lambda other: self._aside.show(make(other))

    def commands(self, words: Words) -> tuple[Command, ...]:
        """The same for the palette."""
        acts = tuple(Command(words.tr(act.msgid), act.do) for act in self._acts)
        return (*acts, *self.late.commands(words))

    def _possible(self, view: ProposalView, own: Side) -> list[Act]:
        """Our steps, theirs, the papers, and last what ends the proposal.

        Where no step is due from us, handing over the packet is what comes next.
        """
        today = self._desk.ctx.clock.today()
        ours, theirs = (choices(view.standing, side, today) for side in (own, own.other))
        steps, endings = (
            [
                Act(msgid, partial(self._take, kind, view, own))
                for kind, msgid in OURS.items()
                if kind in ours and (kind in ENDINGS) is ending
            ]
            for ending in (False, True)
        )
        records = [
            Act(msgid, partial(self._take, kind, view, own.other))
            for kind, msgid in THEIRS.items()
            if kind in theirs
        ]
        if view.standing.state is ProposalState.DRAFT:
            records.append(Act(N_("Discard the draft"), partial(self._discard, view)))
        papers = self._papers(view, own)
        due = steps or (papers[-1:] if view.standing.waiting_for is not None else [])
        rest = [act for act in (*records, *papers, *endings) if act not in due]
        return [*due, *rest]

    def _papers(self, view: ProposalView, own: Side) -> list[Act]:
        found = []
        if view.standing.consultation:
            made = view.standing.consultation
            found.append(
                Act(N_("Open the consultation"), lambda: self._desk.go("consultation", made))
            )
        if any(step.event.by is own for step in note_steps(view.proposal)):
            found.append(Act(N_("Note verbale…"), partial(self._note, view)))
        if view.standing.offers:
            found.append(Act(N_("Write packet…"), partial(self._write, view)))
        return found

    def _take(self, kind: EventKind, view: ProposalView, by: Side) -> None:
        desk, parent = self._desk, self.window()
        if kind is EventKind.CONVENED:
            self._convene(view)
        elif kind is EventKind.ANSWERED and view.standing.current is not None:
            ours, offer = by is self._own, view.standing.current
            self._aside.show(AnswerDialog(desk, view, offer, ours=ours, parent=parent))
        elif kind is EventKind.TRANSMITTED:
            self._aside.show(TransmitDialog(desk, view, parent))
        elif kind is EventKind.DRAFTED:
            self._aside.show(OfferDialog.for_draft(desk, view, parent))
        elif kind is EventKind.OFFERED:
            self._aside.show(OfferDialog.for_offer(desk, view, by, parent))
        else:
            ending = Ending.WITHDRAW if kind is EventKind.WITHDRAWN else Ending.LAPSE
            self._aside.show(CloseDialog(desk, view, ending, by, parent))

    def _convene(self, view: ProposalView) -> None:
        done = self._desk.run(proposals.convene, view.proposal.id)
        if done.value is not None:
            made = done.value.id
            self._desk.tell(
                lambda words: words.tr("Convened as {id}; its agenda holds the topics.", id=made),
                Chance(N_("Open the consultation"), lambda: self._desk.go("consultation", made)),
            )

    def _note(self, view: ProposalView) -> None:
        dialog = NoteDialog(self._desk, view.proposal.id, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, view: ProposalView) -> None:
        plan = self._desk.read(packets.planned, view.proposal.id)
        if plan is not None:
            dialog = WritePacketDialog(self._desk, plan, self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _discard(self, view: ProposalView) -> None:
        id = view.proposal.id
        self._desk.go("proposals")
        if self._desk.run(proposals.discard, id).ok:
            self._desk.tell(
                lambda words: words.tr("The draft {id} was taken out; undo brings it back.", id=id)
            )
