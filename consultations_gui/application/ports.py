"""What the use cases need from the outside, as Protocols. Adapters implement, ``main`` wires."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar
from zoneinfo import ZoneInfo

from consultations_gui.application.records import Heading, InvitationRecord, JournalEntry
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agreement import AgreementFacts
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.invitation import Occasion
from consultations_gui.domain.note_wording import Correspondence, Names
from consultations_gui.domain.notes import NoteStep
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import CityBook, Lang, Side
from consultations_gui.domain.people import Person
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Day, Decree

V = TypeVar("V")


class Clock(Protocol):
    """The time now."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def today(self) -> date:
        """Today's date where the office sits."""


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


class Workdays(Protocol):
    """Both countries' calendars as far as shipped data knows them."""

    def table(self, side: Side, year: int) -> Decree:
        """The country-year from shipped data; ``origin`` says if a notice is behind it."""


class Copy(StrEnum):
    """Which paper of an agenda is meant."""

    CN = "cn"
    """Chinese copy: both complete texts, the Chinese side's first."""
    RU = "ru"
    """Russian copy: both complete texts, the Russian side's first."""
    WORKING = "working"
    """Two columns, row by row in step."""
    ZH_ONLY = "zh-only"
    RU_ONLY = "ru-only"


class Format(StrEnum):
    """File format of a paper; the value is the file name's ending."""

    PDF = "pdf"
    DOCX = "docx"


class Alternat(StrEnum):
    """Order of mention in the two copies."""

    FULL = "full"
    """Each copy names its own side first in both texts."""
    SIMPLIFIED = "simplified"
    """The Chinese text names China first, the Russian text Russia, in both copies."""


@dataclass(frozen=True)
class PaperOrder:
    """What a paper is made from. ``stamp`` is the revision's aware UTC time (same bytes).

    ``provisional`` are the sides whose calendar of the meeting's year is not published yet,
    ``term`` is the office's Russian word for extraordinary consultations.
    """

    consultation: Consultation
    agenda: Agenda
    copy: Copy
    format: Format
    alternat: Alternat
    cities: CityBook
    stamp: datetime
    final: bool = False
    provisional: tuple[Side, ...] = ()
    term: str = SHIPPED


class NoteTexts(StrEnum):
    """Which texts of a note are meant."""

    ZH = "zh"
    RU = "ru"
    BOTH = "both"
    """Both, each on pages of its own, that of the side that writes first."""


@dataclass(frozen=True)
class NoteWording:
    """The text of a note in one language, its placeholders not yet filled in.

    ``shipped`` says that it is the program's own, which no office has approved.
    """

    lang: Lang
    text: str
    names: Names
    shipped: bool = True


@dataclass(frozen=True)
class NoteOrder:
    """What a note verbale is made from; ``wordings`` are its texts in their order.

    ``about`` is the meeting the proposal wants to change, if it is about one.
    ``withheld`` are the topics of the annex, from 1, that may not be printed
    (Art. 6), ``marking`` the strictest marking of the others. ``stamp`` is the
    step's aware UTC time (same bytes), ``provisional`` and ``term`` as in :class:`PaperOrder`.
    """

    step: NoteStep
    wordings: tuple[NoteWording, ...]
    about: Consultation | None
    format: Format
    cities: CityBook
    stamp: datetime
    marking: Marking = Marking.OPEN
    withheld: frozenset[int] = frozenset()
    provisional: tuple[Side, ...] = ()
    term: str = SHIPPED


class SheetSize(StrEnum):
    """The page of a year sheet, lying (ISO 216)."""

    A4 = "a4"
    A3 = "a3"


class SheetText(StrEnum):
    """Which texts a year sheet holds."""

    ZH = "zh"
    RU = "ru"
    BOTH = "both"
    """Both texts, side by side on one sheet."""


@dataclass(frozen=True)
class YearSheetOrder:
    """What a year sheet is made from.

    ``days`` is each day of the year in China and in Russia, ``meetings`` those
    with a day in it, ``calendars`` the decrees in force, China's first.
    ``today`` is the day whose knowledge it shows; it also dates the file, so
    that what is known on one day gives the same bytes all day. ``marking`` is
    Art. 6's, for the head of each page, ``term`` as in :class:`PaperOrder`.
    """

    year: int
    days: tuple[tuple[Day, Day], ...]
    meetings: tuple[Consultation, ...]
    calendars: tuple[Decree, Decree]
    cities: CityBook
    size: SheetSize
    text: SheetText
    today: date
    marking: Marking = Marking.OPEN
    term: str = SHIPPED


class PaperPress(Protocol):
    """Sets papers."""

    def press(self, order: PaperOrder) -> bytes:
        """An agenda as a file's bytes, the same for the same order.

        Raises ``MissingGlyphError`` (a character no installed font has) and
        ``PaperIncompleteError`` (a final paper with missing or stale texts).
        """

    def press_note(self, order: NoteOrder) -> bytes:
        """A note's bytes in either format, the same for the same order.

        Raises ``MissingGlyphError``.
        """

    def press_year(self, order: YearSheetOrder) -> bytes:
        """A year on one sheet as PDF, the same bytes for the same order.

        Raises ``MissingGlyphError``.
        """


class Method(StrEnum):
    """iTIP method of an invitation (RFC 5546)."""

    REQUEST = "request"
    CANCEL = "cancel"
    PUBLISH = "publish"


@dataclass(frozen=True)
class InvitationOrder:
    """What an invitation is made from.

    ``occasion`` is when it takes place and how it stands, ``stamp`` becomes
    DTSTAMP and ``created`` CREATED (both aware UTC).
    """

    consultation: Consultation
    agenda: Agenda
    office: Office
    cities: CityBook
    method: Method
    occasion: Occasion
    people: tuple[Person, ...]
    stamp: datetime
    created: datetime


@dataclass(frozen=True)
class OutFile:
    """A file to be written: its name, without folder, and its bytes."""

    name: str
    content: bytes
    recipient: str = ""
    language: Lang | None = None


class Inviter(Protocol):
    """Makes calendar files and mails."""

    def calendar(self, order: InvitationOrder) -> OutFile:
        """The .ics file."""

    def mails(self, order: InvitationOrder) -> tuple[OutFile, ...]:
        """One .eml for each of the order's people (none for PUBLISH)."""

    def uninvitation(self, order: InvitationOrder, address: str, language: Lang) -> OutFile:
        """The mail that takes one person's invitation back (RFC 5546, 3.2.5)."""

    def options(self, uid: str, orders: Sequence[InvitationOrder]) -> OutFile:
        """One .ics with an event for each date option of an offer; ``uid`` is the calendar's."""


Signer = Callable[[bytes], str]
"""Gives the signature of a message, in hexadecimal."""


class Keys(Protocol):
    """Ed25519 keys (RFC 8032). All are hexadecimal in lower case; private halves stay inside."""

    def make(self) -> str:
        """Make a key pair of the office's own and keep it; returns the public half.

        Raises ``CannotWriteError`` where there is no place to keep it.
        """

    def signer(self, public: str) -> Signer:
        """What signs messages by the private half of ``public``, which is looked up once.

        Raises ``KeyLostError`` when it is not where it was kept.
        """

    def verify(self, public: str, message: bytes, signature: str) -> bool:
        """Whether ``signature`` is one of ``message`` under ``public``."""

    def forget(self, public: str) -> None:
        """Delete the private half of ``public``, if it is here."""


class Archive(Protocol):
    """The file of a packet as bytes; one content gives one sequence of bytes."""

    def pack(self, parts: Sequence[OutFile]) -> bytes:
        """The archive of ``parts``. Raises a ``PacketRefusedError`` for what no packet holds."""

    def unpack(self, content: bytes) -> tuple[OutFile, ...]:
        """The parts of an archive :meth:`pack` made; anything else is a ``PacketRefusedError``."""


@dataclass(frozen=True)
class TableRow:
    """One row of an imported agenda table; ``row`` counts lines as a spreadsheet does, from 1."""

    row: int
    cells: tuple[tuple[str, str], ...]


class TableReader(Protocol):
    """Reads tables people prepare in a spreadsheet."""

    def read(self, path: Path) -> tuple[TableRow, ...]:
        """Rows of a UTF-8 CSV or XLSX file by column name; there is at least one.

        Raises ``TableEncodingError`` (not UTF-8), ``TableQuoteError`` (a quotation mark
        that is not closed) and ``TableUnreadableError``.
        """


@dataclass(frozen=True)
class Busy:
    """A time somebody is busy, in whole days local to the place asked for; ``end`` is the last.

    ``all_day`` tells that nothing of these days is free; ``location`` is as it stands there.
    """

    start: date
    end: date
    summary: str = ""
    all_day: bool = True
    location: str = ""


class BusyReader(Protocol):
    """Reads the calendars of other programs."""

    def files(self, path: Path) -> tuple[Path, ...]:
        """The calendar files that ``path`` names: itself, or those in a folder.

        Raises ``CannotReadError``.
        """

    def read(self, path: Path, first: date, last: date, zone: ZoneInfo) -> tuple[Busy, ...]:
        """The busy times of one file from ``first`` to ``last``, by day.

        Raises ``CannotReadError`` and ``CalendarUnreadableError``.
        """


@dataclass(frozen=True)
class Context:
    """What every use case is given: the way to the register and to the outside.

    ``actor`` is the name the journal records. ``work`` opens a unit of work.
    """

    work: Callable[[], UnitOfWork]
    clock: Clock
    actor: str
    workdays: Workdays
    press: PaperPress
    inviter: Inviter
    tables: TableReader
    busy: BusyReader
    keys: Keys
    archive: Archive
