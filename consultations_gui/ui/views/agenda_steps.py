"""Which cell of the agenda table comes next, and where a dropped row comes to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from consultations_gui.ui.models.agenda_model import EDITABLE, AgendaModel, Column
from consultations_gui.ui.models.agenda_rows import DayEntry

Place = tuple[int, int]
"""Row and visual column of a cell."""
Visual = Callable[[int], int]
"""The visual place of a column: the office's own text stands first."""


def beside(
    model: AgendaModel, index: QModelIndex, by: int, visual: Visual, *, typed: bool = False
) -> QModelIndex | None:
    """The next (1) or previous (-1) cell in which one can do something; ``None`` past the end.

    With ``typed`` only cells that hold a text or a number count.
    """
    here = (index.row(), visual(index.column()) if index.isValid() else -1)
    stops = [
        (place, column)
        for place, column in _stops(model, visual)
        if not typed or column in EDITABLE
    ]
    if by > 0:
        found = next(((p, c) for p, c in stops if p > here), None)
    else:
        found = next(((p, c) for p, c in reversed(stops) if p < here), None)
    return None if found is None else model.index(found[0][0], found[1])


def _stops(model: AgendaModel, visual: Visual) -> list[tuple[Place, Column]]:
    columns = sorted((*EDITABLE, Column.APPROVALS), key=visual)
    return [
        ((row, visual(column)), column)
        for row, entry in enumerate(model.listed)
        for column in ((Column.NUMBER,) if isinstance(entry, DayEntry) else columns)
    ]


def above(model: AgendaModel, row: int) -> tuple[str | None, int]:
    """The item a row dropped at table row ``row`` comes behind, and the day it comes to."""
    listed = model.listed[:row]
    days = [e.day if isinstance(e, DayEntry) else e.row.item.day for e in listed]
    items = [entry.key for entry in listed if not isinstance(entry, DayEntry)]
    return (items[-1] if items else None), (days[-1] if days else 1)
