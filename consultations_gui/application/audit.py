"""Reading the journal: what happened, and whether it can still be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import zip_longest

from consultations_gui.application import chain, codec
from consultations_gui.application.changes import changed_fields
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.records import JournalEntry
from consultations_gui.application.shelves import KEPT, shelf, subject_of
from consultations_gui.domain.errors import DamagedRecordError, NoHistoryError

_PAGE = 500


class Happening(StrEnum):
    """What an entry did to its thing."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class HistoryLine:
    """One entry as a person reads it; ``at`` is UTC, ``fields`` names what changed.

    Entries of one step share a ``group``. ``undoes`` is set on entries that
    took a step back, ``redoes`` on those that repeated one.
    """

    seq: int
    at: datetime
    actor: str
    use_case: str
    kind: str
    subject: str
    happening: Happening
    fields: tuple[str, ...] = ()
    undoes: str = ""
    redoes: str = ""
    group: str = ""


@dataclass(frozen=True)
class Verification:
    """What :func:`verify` found: the entries read and the first that does not fit, if any."""

    count: int
    first_bad: int | None = None

    @property
    def sound(self) -> bool:
        """Everything fits."""
        return self.first_bad is None


def history(
    ctx: Context, subject: str | None = None, limit: int | None = None
) -> tuple[HistoryLine, ...]:
    """The newest ``limit`` entries (all by default), newest first; of one ID if it is given.

    IDs are taken in either case. Raises :class:`NoHistoryError` for an ID that nothing is or
    was called.
    """
    with ctx.work() as uow:
        read = partial(uow.journal.entries, limit=limit, newest_first=True)
        entries = read(subject=subject)
        if subject is not None and not entries:
            entries = read(subject=subject.upper())
            if not entries:
                raise NoHistoryError(id=subject)
    return tuple(_line(entry) for entry in entries)


def _line(entry: JournalEntry) -> HistoryLine:
    if entry.before is None:
        happening = Happening.ADDED
    elif entry.after is None:
        happening = Happening.REMOVED
    else:
        happening = Happening.CHANGED
    return HistoryLine(
        seq=entry.seq,
        at=entry.at,
        actor=entry.actor,
        use_case=entry.use_case,
        kind=entry.kind,
        subject=entry.subject,
        happening=happening,
        fields=changed_fields(entry.before, entry.after),
        undoes=entry.undoes,
        redoes=entry.redoes,
        group=entry.group,
    )


def verify(ctx: Context) -> Verification:
    """Recompute the chain and compare its end with what is stored.

    ``first_bad`` is the first entry whose number, hash or link does not fit,
    whose *before* is not what the entry before it about the same thing left,
    or, if the chain holds, whose *after* is the last word on a thing that is
    stored otherwise now. What is stored though no entry speaks of it counts
    as an entry missing at the end.
    """
    ends: dict[tuple[str, str], JournalEntry] = {}
    sent: list[JournalEntry] = []
    last: JournalEntry | None = None
    with ctx.work() as uow:
        try:
            for entry in _entries(uow):
                thing = (entry.kind, entry.subject)
                if not chain.fits(entry, last) or not _continues(entry, ends.get(thing)):
                    return Verification(_count(last), entry.seq)
                if entry.kind in KEPT:
                    ends[thing] = entry
                else:
                    sent.append(entry)
                last = entry
        except DamagedRecordError:
            return Verification(_count(last), _count(last) + 1)
        beyond = _count(last) + 1
        astray = [*_astray_values(uow, ends, beyond), *_astray_sent(uow, sent, beyond)]
    return Verification(_count(last), min(astray, default=None))


def _count(last: JournalEntry | None) -> int:
    return last.seq if last else 0


def _entries(uow: UnitOfWork) -> Iterator[JournalEntry]:
    after = 0
    while page := _page(uow, after):
        yield from page
        after = page[-1].seq


def _page(uow: UnitOfWork, after: int) -> tuple[JournalEntry, ...]:
    try:
        return uow.journal.entries(after=after, limit=_PAGE)
    except DamagedRecordError:
        # Singly, so that everything before the damaged entry is still judged.
        return uow.journal.entries(after=after, limit=1)


def _continues(entry: JournalEntry, end: JournalEntry | None) -> bool:
    return _same(entry.kind, entry.before, end.after if end else None)


def _same(kind: str, one: str | None, other: str | None) -> bool:
    """Whether two texts hold the same value, if need be as the program reads it today."""
    if one == other:
        return True
    if one is None or other is None:
        return False
    try:
        return bool(codec.from_json(kind, one) == codec.from_json(kind, other))
    except DamagedRecordError:
        return False


def _astray_values(
    uow: UnitOfWork, ends: dict[tuple[str, str], JournalEntry], beyond: int
) -> Iterator[int]:
    """The last entry about each aggregate that is stored otherwise, ``beyond`` for strangers."""
    for kind in KEPT:
        subjects = {subject: end for (k, subject), end in ends.items() if k == kind}
        stored = _stored(uow, kind, tuple(subjects))
        for subject, end in subjects.items():
            if not _same(kind, end.after, stored.pop(subject, None)):
                yield end.seq
        if stored:
            yield beyond


def _stored(uow: UnitOfWork, kind: str, subjects: tuple[str, ...]) -> dict[str, str]:
    """What is stored of ``kind`` as JSON by ID; something that is no JSON for a damaged one."""
    try:
        return {subject_of(kind, v): codec.to_json(v) for v in shelf(uow, kind).all()}
    except DamagedRecordError:
        return {"": "damaged", **{subject: _state(uow, kind, subject) for subject in subjects}}


def _state(uow: UnitOfWork, kind: str, subject: str) -> str:
    try:
        return codec.to_json(shelf(uow, kind).find(subject))
    except DamagedRecordError:
        return "damaged"


def _astray_sent(uow: UnitOfWork, sent: list[JournalEntry], beyond: int) -> Iterator[int]:
    try:
        records = [codec.to_json(record) for record in uow.invitations.all()]
    except DamagedRecordError:
        records = []
        yield beyond
    for entry, record in zip_longest(sent, records):
        if entry is None or entry.after != record:
            yield entry.seq if entry else beyond
