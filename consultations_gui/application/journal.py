"""The journal: every change, who made it, when, what was before and after.

History, undo, audit and conflict messages all read it. The parts live in
modules of their own; use cases take them from here.
"""

from consultations_gui.application.audit import (
    Happening,
    HistoryLine,
    Verification,
    history,
    verify,
)
from consultations_gui.application.changes import Change, change, changed_fields
from consultations_gui.application.undo import (
    NOT_UNDOABLE,
    Step,
    redo,
    redoable,
    undo,
    undoable,
)

__all__ = [
    "NOT_UNDOABLE",
    "Change",
    "Happening",
    "HistoryLine",
    "Step",
    "Verification",
    "change",
    "changed_fields",
    "history",
    "redo",
    "redoable",
    "undo",
    "undoable",
    "verify",
]
