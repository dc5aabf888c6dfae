"""What the status line offers after a step."""

from __future__ import annotations

from consultations_gui.application import journal
from consultations_gui.i18n.wording import step_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.notes import Offer


def undo_offer(desk: Desk) -> Offer:
    """Offers to take back the step just made; void once another one has followed."""
    made = desk.read(journal.undoable)

    def act() -> None:
        if made is not None and desk.read(journal.undoable) == made:
            _take_back(desk)

    return Offer(N_("Undo"), act)


def _take_back(desk: Desk) -> None:
    """Undo, and say so: what was told before is no longer so."""
    done = desk.run(journal.undo)
    if done.value is not None:
        step = done.value
        desk.tell(lambda words: words.tr("Undone: {step}", step=step_text(step, words)))
