"""Agendas, their items, approvals and revisions as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from consultations_gui.domain.agenda import Agenda, AgendaItem, Approval, Revision
from consultations_gui.domain.bilingual import Bilingual
from db.aggregates import Aggregates, Values, by_id
from db.faults import readable
from db.schema import agenda_items, agenda_revisions, agendas, approvals

_WHOLE = 0
"""The place in ``approvals.item`` of approvals of the agenda as a whole."""

_Approvals = dict[tuple[str, int], list[Approval]]


class SqlAgendas(Aggregates[Agenda]):
    """Agendas by the ID of their consultation."""

    kind = "agenda"
    table = agendas
    owned = (agenda_items, approvals, agenda_revisions)

    def _load(self, where: ColumnElement[bool] | None) -> tuple[Agenda, ...]:
        with readable(self.kind):
            given: _Approvals = defaultdict(list)
            for row in self._owned(approvals, where):
                approval = Approval(**{name: row[name] for name in _APPROVAL})
                given[row["agenda"], row["item"]].append(approval)
            items: dict[str, list[AgendaItem]] = defaultdict(list)
            for row in self._owned(agenda_items, where):
                items[row["agenda"]].append(_item(row, given[row["agenda"], row["position"]]))
            revisions: dict[str, list[Revision]] = defaultdict(list)
            for row in self._owned(agenda_revisions, where):
                revision = Revision(**{name: row[name] for name in _REVISION})
                revisions[row["agenda"]].append(revision)
            statement = select(agendas).order_by(*by_id(agendas))
            return tuple(
                Agenda(
                    **row,
                    items=tuple(items[row["id"]]),
                    approvals=tuple(given[row["id"], _WHOLE]),
                    revisions=tuple(revisions[row["id"]]),
                )
                for row in self._session.records(
                    statement if where is None else statement.where(where)
                )
            )

    def _owned(self, table: Table, where: ColumnElement[bool] | None) -> list[dict[str, Any]]:
        statement = select(table).order_by(*table.primary_key.columns)
        if where is not None:
            statement = statement.join(agendas, agendas.c.id == table.c.agenda).where(where)
        return self._session.records(statement)

    def _row(self, value: Agenda) -> Values:
        return {column.name: getattr(value, column.name) for column in agendas.columns}

    def _owned_rows(self, value: Agenda) -> Iterable[tuple[Table, Sequence[Values]]]:
        placed = [(position, item) for position, item in enumerate(value.items, 1)]
        yield agenda_items, [_item_row(value.id, position, item) for position, item in placed]
        given = [(_WHOLE, value.approvals), *((place, item.approvals) for place, item in placed)]
        yield (
            approvals,
            [
                {"agenda": value.id, "item": item, "position": position}
                | {name: getattr(approval, name) for name in _APPROVAL}
                for item, several in given
                for position, approval in enumerate(several)
            ],
        )
        yield (
            agenda_revisions,
            [
                {"agenda": value.id, "position": position}
                | {name: getattr(revision, name) for name in _REVISION}
                for position, revision in enumerate(value.revisions)
            ],
        )


_APPROVAL = ("side", "content", "at")
_REVISION = ("number", "at", "status", "items")
_TEXT = ("zh", "ru", "zh_at", "ru_at", "lagging")
_ITEM = (
    "uid",
    "level",
    "minutes",
    "lead",
    "speakers",
    "tags",
    "marking",
    "originator",
    "day",
    "frozen",
)


def _item(row: Values, given: Sequence[Approval]) -> AgendaItem:
    return AgendaItem(
        **{name: row[name] for name in _ITEM},
        text=Bilingual(**{name: row[name] for name in _TEXT}),
        approvals=tuple(given),
    )


def _item_row(agenda: str, position: int, item: AgendaItem) -> Values:
    return {
        "agenda": agenda,
        "position": position,
        **{name: getattr(item.text, name) for name in _TEXT},
        **{name: getattr(item, name) for name in _ITEM},
    }
