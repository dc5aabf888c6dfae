"""An agenda between the sides: how far it is, and the steps one records."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from consultations_gui.application import agendas
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.views.agenda_work import AgendaWork
from consultations_gui.ui.widgets.labels import Chip, Tone

_Step = Callable[[Context, str], AgendaView]

STEPS: tuple[tuple[str, _Step, str], ...] = (
    (N_("Circulate: numbers freeze"), agendas.circulate, N_("The agenda is circulated")),
    (N_("Agreed by both sides"), agendas.agree, N_("The agenda is agreed")),
    (N_("Make final"), agendas.finalise, N_("The agenda is final")),
    (N_("Reopen for editing"), agendas.reopen, N_("The agenda is open for editing again")),
)
"""Label, use case and what is told afterwards; what is possible when is the domain's to say."""

APPROVALS: tuple[tuple[str, Side], ...] = (
    (N_("Chinese side approves the whole"), Side.CN),
    (N_("Russian side approves the whole"), Side.RU),
)


class SidesMenu(QPushButton):
    """A button with the steps between the sides."""

    def __init__(
        self, desk: Desk, work: AgendaWork, texts: Texts, before: Callable[[], object]
    ) -> None:
        super().__init__()
        self._work, self._before = work, before
        menu = QMenu(self)
        for msgid, side in APPROVALS:
            menu.addAction(self._action(texts, msgid, self._approve(side)))
        menu.addSeparator()
        for msgid, use_case, told in STEPS:
            menu.addAction(self._action(texts, msgid, self._step(use_case, told)))
        self.setMenu(menu)
        self.setIcon(desk.theme.icon("handshake"))
        texts.bind(self.setText, N_("Between the sides"))

    def _action(self, texts: Texts, msgid: str, act: Callable[[], object]) -> QAction:
        action = QAction(self)
        texts.bind(action.setText, msgid)
        action.triggered.connect(lambda: (self._before(), act()))
        return action

    def _approve(self, side: Side) -> Callable[[], object]:
        return lambda: self._work.approve(side, None)

    def _step(self, use_case: _Step, told: str) -> Callable[[], object]:
        return lambda: self._work.step(use_case, told)


class StatusChip(Chip):
    """How far the agenda is, and its latest revision."""

    def show_view(self, desk: Desk, view: AgendaView | None) -> None:
        """Show the status of ``view`` in the language in use."""
        if view is None:
            self.say("", Tone.PLAIN)
            return
        words, agenda = desk.words, view.agenda
        text = named(agenda.status, words)
        if agenda.revisions:
            number = agenda.revisions[-1].number
            text = words.tr("{status} · revision {number}", status=text, number=number)
        agreed = agenda.status in (AgendaStatus.AGREED, AgendaStatus.FINAL)
        self.say(text, Tone.AGREED if agreed else Tone.WARNING)
