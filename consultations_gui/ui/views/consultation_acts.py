"""What can be done to a consultation: the same actions in the list and on its own screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from consultations_gui.application import consultations
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.consultation_rules import TRANSITIONS, Action
from consultations_gui.i18n.wording import label
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.consultation_steps import (
    CancelDialog,
    HeldDialog,
    PostponeDialog,
    TurnDialog,
)
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.offers import undo_offer

_Dialog = Callable[[Desk, Consultation, QWidget | None], QDialog]

AT_ONCE: dict[Action, Callable[[Context, str], Consultation]] = {
    Action.TENTATIVE: consultations.tentative,
    Action.CONFIRM: consultations.confirm,
}
ASKED: dict[Action, _Dialog] = {
    Action.HOLD: HeldDialog,
    Action.POSTPONE: PostponeDialog,
    Action.CANCEL: CancelDialog,
}
ORDER = (Action.CONFIRM, Action.TENTATIVE, Action.HOLD, Action.POSTPONE, Action.CANCEL)


class ConsultationActs(QObject):
    """Actions on the consultation of :meth:`show`; possible is what its status allows."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._one: Consultation | None = None
        self.dialog: QDialog | None = None
        self.actions = {action: QAction(parent) for action in ORDER}
        self.turn = QAction(parent)
        for action, button in self.actions.items():
            button.triggered.connect(self._doing(action))
        self.turn.triggered.connect(lambda: self._ask(TurnDialog))

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of a consultation's life."""
        return (*self.actions.values(), self.turn)

    def show(self, one: Consultation | None) -> None:
        """Act on ``one`` from now on, in the language in use."""
        self._one = one
        words = self._desk.words
        for action, button in self.actions.items():
            text = label(action, words)
            _say(button, f"{text}…" if action in ASKED else text)
            button.setEnabled(one is not None and one.status in TRANSITIONS[action])
        _say(self.turn, words.tr("Use of the turn…"))
        self.turn.setEnabled(one is not None)

    def _doing(self, action: Action) -> Callable[[], None]:
        if action in ASKED:
            return lambda: self._ask(ASKED[action])
        return lambda: self._do(AT_ONCE[action])

    def _do(self, use_case: Callable[[Context, str], Consultation]) -> None:
        if self._one is None:
            return
        done = self._desk.run(use_case, self._one.id)
        if done.value is not None:
            tell_status(self._desk, done.value)

    def _ask(self, make: _Dialog) -> None:
        one = self._one
        if one is None:
            return
        dialog = self.dialog = make(self._desk, one, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._told(one.id))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _told(self, id: str) -> None:
        one = self._desk.read(consultations.show, id)
        if one is not None:
            tell_status(self._desk, one)

    def _closed(self) -> None:
        self.dialog = None


def _say(action: QAction, text: str) -> None:
    action.setText(text)
    action.setIconText(text)  # or a button would leave the dots out


def tell_status(desk: Desk, one: Consultation) -> None:
    """Say how a consultation stands now, and offer to take the step back."""
    desk.tell(
        lambda words: words.tr(
            "{consultation}: {status}",
            consultation=name_text(one, words),
            status=label(one.status, words),
        ),
        undo_offer(desk),
    )
