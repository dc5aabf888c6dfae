"""Proposals and their events as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Table, select

from consultations_gui.domain.proposal import Channel, Event, Proposal
from db.aggregates import Aggregates, Values, by_id
from db.faults import readable
from db.schema import proposal_events, proposals


class SqlProposals(Aggregates[Proposal]):
    """Proposals by their short ID."""

    kind = "proposal"
    table = proposals
    owned = (proposal_events,)

    def _load(self, where: ColumnElement[bool] | None) -> tuple[Proposal, ...]:
        events = select(proposal_events).order_by(*proposal_events.primary_key.columns)
        heads = select(proposals).order_by(*by_id(proposals))
        if where is not None:
            events = events.join(proposals, proposals.c.id == proposal_events.c.proposal)
            events, heads = events.where(where), heads.where(where)
        with readable(self.kind):
            chains: dict[str, list[Event]] = defaultdict(list)
            for row in self._session.records(events):
                chains[row["proposal"]].append(_event(row))
            return tuple(
                Proposal(**row, events=tuple(chains[row["id"]]))
                for row in self._session.records(heads)
            )

    def _row(self, value: Proposal) -> Values:
        return {column.name: getattr(value, column.name) for column in proposals.columns}

    def _owned_rows(self, value: Proposal) -> Iterable[tuple[Table, Sequence[Values]]]:
        yield (
            proposal_events,
            [_event_row(value.id, position, event) for position, event in enumerate(value.events)],
        )


_CHANNEL = ("note", "note_date", "received", "recorded_by")
_EVENT = (
    "kind",
    "offer",
    "at",
    "offer_hash",
    "terms",
    "answer",
    "reply_by",
    "reason",
    "consultation",
)


def _event(row: Values) -> Event:
    return Event(
        **{name: row[name] for name in _EVENT},
        by=row["by_side"],
        channel=Channel(**{name: row[name] for name in _CHANNEL}),
    )


def _event_row(proposal: str, position: int, event: Event) -> Values:
    return {
        "proposal": proposal,
        "position": position,
        **{name: getattr(event, name) for name in _EVENT},
        "by_side": event.by,
        **{name: getattr(event.channel, name) for name in _CHANNEL},
    }
