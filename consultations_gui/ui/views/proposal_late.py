"""Messages of the other side that crossed with ours or came late: one button, a choice of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import EventKind
from consultations_gui.domain.proposal_choices import late_messages
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.answer import AnswerDialog
from consultations_gui.ui.dialogs.close_proposal import CloseDialog, Ending
from consultations_gui.ui.dialogs.holding import HoldingSheet
from consultations_gui.ui.view import Command

_NAMES: dict[EventKind, str] = {
    EventKind.ANSWERED: N_("Record their late answer to offer {number}…"),
    EventKind.WITHDRAWN: N_("Record their late withdrawal of offer {number}…"),
}
_AGAIN = N_("Record another answer of theirs to offer {number}…")


class LateButton(QPushButton):
    """Hidden while nothing can come late. ``show_sheet`` shows the form of what was chosen."""

    def __init__(self, desk: Desk, show_sheet: Callable[[HoldingSheet], None]) -> None:
        super().__init__()
        self._desk, self._show_sheet = desk, show_sheet
        self._messages: tuple[tuple[EventKind, int], ...] = ()
        self._view: ProposalView | None = None
        self._by = Side.CN
        self.setMenu(QMenu(self))

    def show_messages(self, view: ProposalView, by: Side) -> None:
        """Offer what may still come from ``by``, in the language in use."""
        words = self._desk.words
        self._view, self._by = view, by
        self._messages = late_messages(view.standing, by, self._desk.ctx.clock.today())
        self.setText(words.tr("Another message…"))
        self.menu().clear()
        for kind, number in self._messages:
            act = self.menu().addAction(words.tr(self._name(kind, number), number=number))
            act.triggered.connect(partial(self._do, kind, number))
        self.setVisible(bool(self._messages))

    def commands(self, words: Words) -> tuple[Command, ...]:
        """The same for the palette."""
        return tuple(
            Command(
                words.tr(self._name(kind, number), number=number), partial(self._do, kind, number)
            )
            for kind, number in self._messages
        )

    def _name(self, kind: EventKind, number: int) -> str:
        """Whether an answer would be a second one to that offer, or the first but late."""
        events = self._view.proposal.events if self._view is not None else ()
        answered = any(
            event.kind is EventKind.ANSWERED and event.offer == number and event.by is self._by
            for event in events
        )
        return _AGAIN if kind is EventKind.ANSWERED and answered else _NAMES[kind]

    def _do(self, kind: EventKind, number: int, _on: bool = False) -> None:
        view = self._view
        offer = view.standing.offer(number) if view is not None else None
        if view is None or offer is None:
            return
        window: QWidget = self.window()
        if kind is EventKind.ANSWERED:
            sheet: HoldingSheet = AnswerDialog(
                self._desk, view, offer, ours=False, late=True, parent=window
            )
        else:
            sheet = CloseDialog(self._desk, view, Ending.WITHDRAW, self._by, window, number)
        self._show_sheet(sheet)
