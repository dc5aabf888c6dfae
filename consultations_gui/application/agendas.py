"""The agenda of a consultation: seeing it, changing it, bringing it to an end.

The parts live in modules of their own; faces take them from here.
"""

from consultations_gui.application.agenda_import import Imported, import_table, preview_table
from consultations_gui.application.agenda_items import (
    add_item,
    add_standing,
    confirm_text,
    edit_text,
    indent,
    move,
    place,
    remove,
    set_day,
    set_item,
    set_opening,
    set_symbol,
    shift,
)
from consultations_gui.application.agenda_rounds import (
    agree,
    approve,
    circulate,
    compare,
    finalise,
    grant,
    reopen,
    revoke,
)
from consultations_gui.application.agenda_view import AgendaView, show

__all__ = [
    "AgendaView",
    "Imported",
    "add_item",
    "add_standing",
    "agree",
    "approve",
    "circulate",
    "compare",
    "confirm_text",
    "edit_text",
    "finalise",
    "grant",
    "import_table",
    "indent",
    "move",
    "place",
    "preview_table",
    "remove",
    "reopen",
    "revoke",
    "set_day",
    "set_item",
    "set_opening",
    "set_symbol",
    "shift",
    "show",
]
