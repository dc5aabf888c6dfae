"""The one way to change the register: each change is stored and journaled in one go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from consultations_gui.application import chain, codec
from consultations_gui.application.footings import founded
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.records import InvitationRecord, JournalEntry
from consultations_gui.application.shelves import Aggregate, shelf, subject_of
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import StaleVersionError

A = TypeVar("A", bound=Aggregate)

BOOKKEEPING = frozenset({"version", "sequence", "revised", "footing"})
"""Fields the program keeps for itself; a person is never told that they changed."""


@contextmanager
def change(ctx: Context, use_case: str, group: str | None = None) -> Iterator[Change]:
    """Open a unit of work for one use case; store everything at a clean exit, else nothing.

    ``group`` is the caller's edit session, if it has one: changes that follow
    each other with the same session are taken back by ``undo`` in one step.
    """
    with ctx.work() as uow:
        uow.for_writing()
        yield Change(uow, ctx, use_case, session=group or "")
        uow.commit()


class Change:
    """One step in the making. Every method stores a value and writes one journal entry.

    All of them raise what the repositories raise; a ``StaleVersionError`` says
    who changed what in the meantime. None takes a text with signs nobody sees
    (``InvalidTextError``), whichever way it came: this is the one way in.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        ctx: Context,
        use_case: str,
        *,
        session: str = "",
        undoes: str = "",
        redoes: str = "",
    ) -> None:
        self.uow = uow
        self.now: datetime = ctx.clock.now().astimezone(UTC)
        self._actor = ctx.actor
        self._workdays = ctx.workdays
        self._use_case = use_case
        self._session = session
        self._undoes = undoes
        self._redoes = redoes
        self._group = ""

    def add(self, value: A) -> A:
        """Store a new aggregate; returns it as stored.

        Raises ``StaleVersionError`` for a value that was stored once and is gone now.
        """
        kind = codec.kind_of(value)
        subject = subject_of(kind, value)
        if value.version:
            raise self._stale(kind, subject)
        return self.bring(self._founded(None, value))

    def bring(self, value: A) -> A:
        """Store an aggregate under a version it never had, also one that was removed before."""
        kind = codec.kind_of(value)
        subject = subject_of(kind, value)
        stored: A = shelf(self.uow, kind).add(
            replace(value, version=self._last_version(kind, subject))
        )
        self._record(kind, subject, None, codec.to_json(stored))
        return stored

    def replace(self, before: A, after: A) -> A:
        """Store ``after`` over the version it carries; nothing happens if both are equal."""
        return before if before == after else self.restore(before, self._founded(before, after))

    def restore(self, before: A, after: A) -> A:
        """Store ``after`` over ``before`` and journal it even if they are equal."""
        kind = codec.kind_of(after)
        subject = subject_of(kind, after)
        with self._told(kind, subject):
            stored: A = shelf(self.uow, kind).replace(after)
        self._record(kind, subject, codec.to_json(before), codec.to_json(stored))
        return stored

    def put(self, before: A | None, after: A) -> A:
        """Store ``after``: a new aggregate if there was none, else over ``before``."""
        return self.add(after) if before is None else self.replace(before, after)

    def remove(self, value: Aggregate) -> None:
        """Delete ``value`` in the version it carries."""
        kind = codec.kind_of(value)
        subject = subject_of(kind, value)
        with self._told(kind, subject):
            shelf(self.uow, kind).remove(subject, value.version)
        self._record(kind, subject, codec.to_json(value), None)

    def sent(self, record: InvitationRecord) -> None:
        """Keep on record that an invitation was written or sent; this is never undone."""
        self.uow.invitations.add(record)
        self._record("invitation", record.consultation, None, codec.to_json(record))

    def _founded(self, before: A | None, after: A) -> A:
        """A meeting with new dates keeps what the shipped calendars say of them."""
        if not isinstance(after, Consultation):
            return after
        known = before if isinstance(before, Consultation) else None
        return cast("A", founded(self._workdays, known, after))

    def _record(self, kind: str, subject: str, before: str | None, after: str | None) -> None:
        if after is not None and not (self._undoes or self._redoes):
            codec.require_visible(after)  # what was stored once may come back as it was
        last = self.uow.journal.last()
        seq = last.seq + 1 if last else 1
        if not self._group:
            self._group = self._own_group(seq)
        entry = JournalEntry(
            seq=seq,
            at=self.now,
            actor=self._actor,
            use_case=self._use_case,
            kind=kind,
            subject=subject,
            before=before,
            after=after,
            group=self._group,
            undoes=self._undoes,
            redoes=self._redoes,
        )
        self.uow.journal.append(chain.sealed(entry, last))

    def _own_group(self, seq: int) -> str:
        if not self._session:
            return str(seq)
        newest = self.uow.journal.headings(self._actor, limit=1)
        if newest and newest[0].group.partition(":")[2] == self._session:
            return newest[0].group
        return f"{seq}:{self._session}"

    def _last_version(self, kind: str, subject: str) -> int:
        latest = self._latest(kind, subject)
        if latest is None or latest.before is None:
            return 0
        return int(codec.from_json(kind, latest.before).version)

    def _latest(self, kind: str, subject: str) -> JournalEntry | None:
        found = self.uow.journal.entries(kind=kind, subject=subject, limit=1, newest_first=True)
        return found[0] if found else None

    @contextmanager
    def _told(self, kind: str, subject: str) -> Iterator[None]:
        try:
            yield
        except StaleVersionError:
            raise self._stale(kind, subject) from None

    def _stale(self, kind: str, subject: str) -> StaleVersionError:
        latest = self._latest(kind, subject)
        if latest is None:
            return StaleVersionError(kind=kind, id=subject)
        return StaleVersionError(
            kind=kind,
            id=subject,
            actor=latest.actor,
            use_case=latest.use_case,
            at=latest.at.isoformat(),
            fields=changed_fields(latest.before, latest.after),
        )


def changed_fields(before: str | None, after: str | None) -> tuple[str, ...]:
    """Names of the fields that differ between two states, in alphabetical order.

    Empty where the thing came into being or went; :data:`BOOKKEEPING` is left out.
    """
    if before is None or after is None:
        return ()
    old: dict[str, Any] = json.loads(before)
    new: dict[str, Any] = json.loads(after)
    names = (old.keys() | new.keys()) - BOOKKEEPING
    return tuple(sorted(name for name in names if old.get(name) != new.get(name)))
