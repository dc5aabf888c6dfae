"""The register as the use cases see it: what is kept, the journal, and the unit of work."""

from __future__ import annotations

from datetime import date
from types import TracebackType
from typing import Protocol, Self, TypeVar

from consultations_gui.application.records import Heading, InvitationRecord, JournalEntry
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.note_wording import Correspondence
from consultations_gui.domain.office import Office
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.workdays import Decree

V = TypeVar("V")


class Repository(Protocol[V]):
    """Aggregates of one kind, each a frozen value with ``id`` and ``version``."""

    def get(self, id: str) -> V:
        """The aggregate called ``id``. Raises ``NotFoundError``."""

    def find(self, id: str) -> V | None:
        """The aggregate called ``id``, or ``None``."""

    def all(self) -> tuple[V, ...]:
        """All of them, in a stable order (regular by number, others by ID number)."""

    def add(self, value: V) -> V:
        """Store a new aggregate; returns it with the next version. Raises ``AlreadyExistsError``.

        A new value carries version 0; one that was removed and comes back
        carries its last version, so that no version is ever given twice.
        """

    def replace(self, value: V) -> V:
        """Store ``value`` over the version it carries; returns it with the next version.

        Raises ``StaleVersionError`` when the stored version is another one.
        """

    def remove(self, id: str, version: int) -> None:
        """Delete it.

        Raises ``StaleVersionError``, ``NotFoundError``, or ``InUseError`` when
        something else refers to it.
        """


class Consultations(Repository[Consultation], Protocol):
    """All consultations."""

    def between(self, start: date, end: date) -> tuple[Consultation, ...]:
        """Those with any meeting day from ``start`` to ``end``, both included, by start."""

    def next_from(self, day: date, limit: int = 1) -> tuple[Consultation, ...]:
        """The nearest live, not yet held ones that end on or after ``day``, by start."""

    def with_status(self, *statuses: Status) -> tuple[Consultation, ...]:
        """Those in one of ``statuses``, in the order of :meth:`all`."""

    def count(self) -> int:
        """How many there are."""

    def highest_number(self) -> int:
        """The highest number of a regular round, cancelled ones too; 0 while there is none."""

    def rounds(self, upto: int | None, limit: int) -> tuple[Consultation, ...]:
        """The last part of the ledger: what a walk of it meets from some round on.

        The ``limit`` regular rounds with the highest numbers, and every other
        meeting that stands in the ledger's order behind the round before
        them. With ``upto``, the first round with that number or a higher one
        is the last, and meetings that stand behind it may be left out; where
        there is none, nothing is.
        """

    def alike(self) -> tuple[tuple[Consultation, int], ...]:
        """One of each sort of meeting, as far as turns to host go, and how many there are of it.

        Two are of one sort when kind, status, host, country, being online,
        and the recorded turn with its consents are the same.
        """


class Single(Protocol[V]):
    """An aggregate there is one of (office, wishes, facts, correspondence)."""

    def get(self) -> V | None:
        """The value, or ``None`` while nothing was stored."""

    def put(self, value: V) -> V:
        """Store over the version ``value`` carries; returns the next version.

        While nothing is stored any version will do, 0 for a new one. Raises
        ``StaleVersionError`` when the stored version is another one.
        """

    def clear(self, version: int) -> None:
        """Back to nothing stored. Raises ``StaleVersionError``."""


class Journal(Protocol):
    """The append-only chain of changes."""

    def append(self, entry: JournalEntry) -> None:
        """Add the next entry; the caller has continued the chain from :meth:`last`."""

    def last(self) -> JournalEntry | None:
        """The newest entry."""

    def entries(
        self,
        *,
        kind: str | None = None,
        subject: str | None = None,
        after: int = 0,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> tuple[JournalEntry, ...]:
        """Entries with ``seq`` > ``after``, all or those about one kind or aggregate ID."""

    def entry(self, seq: int) -> JournalEntry:
        """The entry numbered ``seq``. Raises ``NotFoundError``."""

    def headings(self, actor: str, *, before: int | None = None, limit: int) -> tuple[Heading, ...]:
        """The newest ``limit`` headings of ``actor``'s entries, those numbered below ``before``.

        Newest first, and quick however long the entries are.
        """


class UnitOfWork(Protocol):
    """One transaction over the register: all of it is stored, or nothing."""

    consultations: Consultations
    agendas: Repository[Agenda]
    proposals: Repository[Proposal]
    decrees: Repository[Decree]
    office: Single[Office]
    wishes: Single[Wishes]
    facts: Single[AgreementFacts]
    correspondence: Single[Correspondence]
    journal: Journal
    invitations: Invitations

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back unless :meth:`commit` was called."""

    def for_writing(self) -> None:
        """Keep every other writer out from here on, before reading what will be written over.

        Raises ``RegisterBusyError`` when another one does not let go in time.
        """

    def commit(self) -> None:
        """Store everything durably."""

    def next_number(self, letter: str) -> int:
        """The next free number for IDs that start with ``letter``; never given twice."""


class Invitations(Protocol):
    """What was sent to whom, append-only."""

    def add(self, record: InvitationRecord) -> None:
        """Remember that an invitation was written or sent."""

    def of(self, consultation: str) -> tuple[InvitationRecord, ...]:
        """What was sent for one consultation, oldest first."""

    def all(self) -> tuple[InvitationRecord, ...]:
        """Everything that was sent, oldest first."""
