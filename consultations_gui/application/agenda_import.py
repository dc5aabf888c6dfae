"""Taking an agenda over from a table: behind the rows that are there, or in their place."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from consultations_gui.application import agenda_table, journal
from consultations_gui.application.agenda_view import AgendaView, change_agenda, show
from consultations_gui.application.ports import Context, TableRow
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_merge import Fate, Merged, appended, replaced
from consultations_gui.domain.errors import AgendaRowsPresentError


@dataclass(frozen=True)
class Imported:
    """The agenda after a table was taken over, and what became of each row."""

    view: AgendaView
    merged: Merged


def preview_table(ctx: Context, id: str, path: Path, *, replace: bool = False) -> Merged:
    """What :func:`import_table` would make of the agenda now; nothing is stored.

    Raises what :func:`import_table` raises for the table.
    """
    table = ctx.tables.read(path)
    return _merged(show(ctx, id).agenda, table, _uids(table), ctx.clock.now(), replace=replace)


def import_table(ctx: Context, id: str, path: Path, *, replace: bool = False) -> Imported:
    """Take over the rows of a UTF-8 CSV or XLSX table, as one step; all of them or none.

    They go to the end of the agenda. With ``replace`` the agenda has the rows
    of the table and no others then; see ``agenda_merge.replaced`` for what a
    row that stood there keeps. The view's ``touched`` names the rows that are
    new or changed.

    Raises:
        TableErrors: every cell that cannot be taken, by row and column.
        TableEncodingError, TableUnreadableError, CannotReadError: not a table
            that can be read.
        AgendaRowsPresentError: nothing new would go to the end.
        NotFoundError, WrongAgendaStatusError: no such consultation; its agenda is final.
    """
    table = ctx.tables.read(path)
    uids = _uids(table)
    done: list[Merged] = []

    def rule(step: journal.Change, agenda: Agenda) -> Agenda:
        done.append(_merged(agenda, table, uids, step.now, replace=replace))
        return dataclasses.replace(agenda, items=done[0].items)

    view = change_agenda(ctx, id, "agenda.replace" if replace else "agenda.import", rule)
    touched = (*done[0].of(Fate.ADDED), *done[0].of(Fate.CHANGED))
    named = {item.uid for item in touched}
    in_order = tuple(item.uid for item in view.agenda.items if item.uid in named)
    return Imported(dataclasses.replace(view, touched=in_order), done[0])


def _merged(
    agenda: Agenda,
    table: tuple[TableRow, ...],
    uids: tuple[str, ...],
    at: datetime,
    *,
    replace: bool,
) -> Merged:
    rows = agenda_table.items_from(table, at, _dealer(uids))
    fields = agenda_table.fields_of(table)
    if replace:
        return replaced(agenda.items, rows, fields, at)
    merged = appended(agenda.items, rows, fields)
    new = [item for item in merged.of(Fate.ADDED) if not item.is_break]
    if new and len(merged.repeated) == len(new):
        raise AgendaRowsPresentError(id=agenda.id)
    return merged


def _uids(table: tuple[TableRow, ...]) -> tuple[str, ...]:
    return tuple(uuid4().hex for _ in table)


def _dealer(uids: tuple[str, ...]) -> Callable[[], str]:
    waiting = iter(uids)
    return lambda: next(waiting)
