"""A register in memory that behaves as the one in a file does; tests hold both to the same."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from consultations_gui.application import codec, ports
from consultations_gui.application.records import Heading, InvitationRecord, JournalEntry
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    InUseError,
    NotFoundError,
    StaleVersionError,
)
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.workdays import Decree

V = TypeVar("V", Agenda, Consultation, Decree, Proposal)
S = TypeVar("S", AgreementFacts, Correspondence, Office, Wishes)


@dataclass
class Store:
    """What a register holds. Rows are frozen values, so a shallow copy is a snapshot."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    journal: list[JournalEntry] = field(default_factory=list)
    sent: list[InvitationRecord] = field(default_factory=list)

    def snapshot(self) -> Store:
        rows = {kind: copy(values) for kind, values in self.rows.items()}
        return Store(rows, copy(self.counters), copy(self.journal), copy(self.sent))

    def restore(self, other: Store) -> None:
        self.rows, self.counters = other.rows, other.counters
        self.journal, self.sent = other.journal, other.sent


def _order(value: Any) -> tuple[object, ...]:
    if isinstance(value, Consultation) and value.kind is Kind.REGULAR:
        return (0, "R", value.number or 0)
    letters = value.id.rstrip("0123456789")
    digits = value.id[len(letters) :]
    return (1, letters, int(digits) if digits else 0)


def _references(value: Any) -> list[tuple[str, str]]:
    """(kind, ID) of what a value refers to; an empty ID is no reference."""
    if isinstance(value, Agenda):
        return [("consultation", value.id)]
    if isinstance(value, Consultation):
        return [("proposal", value.proposal)]
    if isinstance(value, Proposal):
        return [("consultation", id) for id in (value.about, *_convened(value))]
    return []


def _convened(proposal: Proposal) -> list[str]:
    return [event.consultation for event in proposal.events]


def _speaks_of(consultation: str, proposal: Proposal) -> bool:
    return consultation in (proposal.about, *_convened(proposal))


class FakeRepository(Generic[V]):
    def __init__(self, store: Store, kind: str) -> None:
        self._store = store
        self._kind = kind
        self._rows: dict[str, V] = store.rows.setdefault(kind, {})

    def get(self, id: str) -> V:
        value = self.find(id)
        if value is None:
            raise NotFoundError(kind=self._kind, id=id)
        return value

    def find(self, id: str) -> V | None:
        return self._rows.get(id)

    def all(self) -> tuple[V, ...]:
        return tuple(sorted(self._rows.values(), key=_order))

    def add(self, value: V) -> V:
        if value.id in self._rows:
            raise AlreadyExistsError(kind=self._kind, id=value.id)
        return self._keep(value)

    def replace(self, value: V) -> V:
        self._require(value.id, value.version)
        return self._keep(value)

    def remove(self, id: str, version: int) -> None:
        self._require(id, version)
        if self._used(id):
            raise InUseError(kind=self._kind, id=id)
        del self._rows[id]

    def _keep(self, value: V) -> V:
        codec.to_json(value)  # refuses what the real register would refuse
        for kind, id in _references(value):
            if id and id not in self._store.rows.get(kind, {}):
                raise NotFoundError(kind=kind, id=id)
        stored = replace(value, version=value.version + 1)
        self._rows[value.id] = stored
        return stored

    def _require(self, id: str, version: int) -> None:
        if self.get(id).version != version:
            raise StaleVersionError(kind=self._kind, id=id)

    def _used(self, id: str) -> bool:
        rows = self._store.rows
        if self._kind == "proposal":
            return any(c.proposal == id for c in rows.get("consultation", {}).values())
        if self._kind == "consultation":
            return (
                id in rows.get("agenda", {})
                or any(r.consultation == id for r in self._store.sent)
                or any(_speaks_of(id, p) for p in rows.get("proposal", {}).values())
            )
        return False


class FakeConsultations(FakeRepository[Consultation]):
    def between(self, start: date, end: date) -> tuple[Consultation, ...]:
        return self._by_start(lambda c: self._last(c) >= start and self._first(c) <= end)

    def next_from(self, day: date, limit: int = 1) -> tuple[Consultation, ...]:
        gone = (Status.HELD, Status.CANCELLED)
        return self._by_start(lambda c: c.status not in gone and self._last(c) >= day)[:limit]

    def with_status(self, *statuses: Status) -> tuple[Consultation, ...]:
        return tuple(c for c in self.all() if c.status in statuses)

    def count(self) -> int:
        return len(self._rows)

    def highest_number(self) -> int:
        return max((c.number or 0 for c in self._rows.values()), default=0)

    def rounds(self, upto: int | None, limit: int) -> tuple[Consultation, ...]:
        regular = [c for c in self.all() if c.kind is Kind.REGULAR]
        last = next((c.number for c in regular if upto and (c.number or 0) >= upto), None)
        wanted = [c for c in regular if last is None or (c.number or 0) <= last]
        before, chosen = wanted[:-limit], wanted[-limit:]
        since = max((c.dates.planning_day for c in before if c.dates), default=date.min)
        others = (c for c in self.all() if c.kind is not Kind.REGULAR)
        return (
            *chosen,
            *(c for c in others if c.dates is None or c.dates.planning_day >= since),
        )

    def alike(self) -> tuple[tuple[Consultation, int], ...]:
        sorts: dict[tuple[object, ...], list[Consultation]] = {}
        for c in self.all():
            turn = replace(c.turn, basis="")
            key = (c.kind, c.status, c.host, c.venue.country, c.venue.online, turn)
            sorts.setdefault(key, []).append(c)
        return tuple((same[0], len(same)) for same in sorts.values())

    @staticmethod
    def _first(c: Consultation) -> date:
        return c.dates.start if c.dates else date.max

    @staticmethod
    def _last(c: Consultation) -> date:
        return c.dates.end if c.dates else date.min

    def _by_start(self, wanted: Callable[[Consultation], bool]) -> tuple[Consultation, ...]:
        found = [c for c in self.all() if c.dates and wanted(c)]
        return tuple(sorted(found, key=self._first))


class FakeSingle(Generic[S]):
    def __init__(self, store: Store, kind: str) -> None:
        self._kind = kind
        self._rows: dict[str, S] = store.rows.setdefault(kind, {})

    def get(self) -> S | None:
        return self._rows.get(self._kind)

    def put(self, value: S) -> S:
        stored = self.get()
        if stored is not None and stored.version != value.version:
            raise StaleVersionError(kind=self._kind, id=self._kind)
        codec.to_json(value)
        self._rows[self._kind] = replace(value, version=value.version + 1)
        return self._rows[self._kind]

    def clear(self, version: int) -> None:
        stored = self.get()
        if stored is None or stored.version != version:
            raise StaleVersionError(kind=self._kind, id=self._kind)
        del self._rows[self._kind]


class FakeJournal:
    def __init__(self, store: Store) -> None:
        self._entries = store.journal

    def append(self, entry: JournalEntry) -> None:
        self._entries.append(entry)

    def last(self) -> JournalEntry | None:
        return self._entries[-1] if self._entries else None

    def entries(
        self,
        *,
        kind: str | None = None,
        subject: str | None = None,
        after: int = 0,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> tuple[JournalEntry, ...]:
        found = [
            e
            for e in self._entries
            if e.seq > after and kind in (None, e.kind) and subject in (None, e.subject)
        ]
        return tuple(found[::-1] if newest_first else found)[:limit]

    def entry(self, seq: int) -> JournalEntry:
        found = [entry for entry in self._entries if entry.seq == seq]
        if not found:
            raise NotFoundError(kind="journal", id=str(seq))
        return found[0]

    def headings(self, actor: str, *, before: int | None = None, limit: int) -> tuple[Heading, ...]:
        own = [e for e in self._entries if e.actor == actor and (before is None or e.seq < before)]
        return tuple(
            Heading(
                seq=e.seq,
                at=e.at,
                actor=e.actor,
                use_case=e.use_case,
                kind=e.kind,
                subject=e.subject,
                group=e.group,
                undoes=e.undoes,
                redoes=e.redoes,
                adds=e.before is None,
                removes=e.after is None,
            )
            for e in own[::-1][:limit]
        )


class FakeInvitations:
    def __init__(self, store: Store) -> None:
        self._sent = store.sent

    def add(self, record: InvitationRecord) -> None:
        self._sent.append(record)

    def of(self, consultation: str) -> tuple[InvitationRecord, ...]:
        return tuple(r for r in self._sent if r.consultation == consultation)

    def all(self) -> tuple[InvitationRecord, ...]:
        return tuple(self._sent)


class FakeUnitOfWork:
    """Works on a snapshot and puts it in place at commit."""

    consultations: ports.Consultations
    agendas: ports.Repository[Agenda]
    proposals: ports.Repository[Proposal]
    decrees: ports.Repository[Decree]
    office: ports.Single[Office]
    wishes: ports.Single[Wishes]
    facts: ports.Single[AgreementFacts]
    correspondence: ports.Single[Correspondence]
    journal: ports.Journal
    invitations: ports.Invitations

    def __init__(self, store: Store) -> None:
        self._store = store
        self._draft = Store()

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._draft = Store()

    def _begin(self) -> None:
        draft = self._draft = self._store.snapshot()
        self.consultations = FakeConsultations(draft, "consultation")
        self.agendas = FakeRepository[Agenda](draft, "agenda")
        self.proposals = FakeRepository[Proposal](draft, "proposal")
        self.decrees = FakeRepository[Decree](draft, "decree")
        self.office = FakeSingle[Office](draft, "office")
        self.wishes = FakeSingle[Wishes](draft, "wishes")
        self.facts = FakeSingle[AgreementFacts](draft, "facts")
        self.correspondence = FakeSingle[Correspondence](draft, "correspondence")
        self.journal = FakeJournal(draft)
        self.invitations = FakeInvitations(draft)

    def for_writing(self) -> None:
        """Tests of use cases run one after the other: nobody else is writing."""

    def commit(self) -> None:
        self._store.restore(self._draft.snapshot())

    def next_number(self, letter: str) -> int:
        number = self._draft.counters.get(letter, 0) + 1
        self._draft.counters[letter] = number
        return number
