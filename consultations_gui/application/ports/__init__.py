"""What the use cases need from the outside, as Protocols. Adapters implement, ``main`` wires."""

from __future__ import annotations

from consultations_gui.application.ports.context import (
    Clock,
    Context,
    Workdays,
)
from consultations_gui.application.ports.files import (
    Busy,
    BusyReader,
    OutFile,
    TableReader,
    TableRow,
)
from consultations_gui.application.ports.invitations import (
    InvitationOrder,
    Inviter,
    Method,
)
from consultations_gui.application.ports.packets import (
    Archive,
    Keys,
    Signer,
)
from consultations_gui.application.ports.papers import (
    Alternat,
    Copy,
    Format,
    NoteOrder,
    NoteTexts,
    NoteWording,
    PaperOrder,
    PaperPress,
    SheetSize,
    SheetText,
    YearSheetOrder,
)
from consultations_gui.application.ports.register import (
    Consultations,
    Invitations,
    Journal,
    Repository,
    Single,
    UnitOfWork,
)

__all__ = [
    "Alternat",
    "Archive",
    "Busy",
    "BusyReader",
    "Clock",
    "Consultations",
    "Context",
    "Copy",
    "Format",
    "InvitationOrder",
    "Invitations",
    "Inviter",
    "Journal",
    "Keys",
    "Method",
    "NoteOrder",
    "NoteTexts",
    "NoteWording",
    "OutFile",
    "PaperOrder",
    "PaperPress",
    "Repository",
    "SheetSize",
    "SheetText",
    "Signer",
    "Single",
    "TableReader",
    "TableRow",
    "UnitOfWork",
    "Workdays",
    "YearSheetOrder",
]
