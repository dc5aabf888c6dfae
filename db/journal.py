"""The journal and the record of invitations as rows; both only ever grow."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Select, insert, select

from consultations_gui.application.records import Heading, InvitationRecord, JournalEntry
from consultations_gui.domain.errors import NotFoundError
from db.faults import readable
from db.schema import invitations, journal
from db.session import Session

_FIELDS = tuple(field.name for field in fields(InvitationRecord))

_HEADINGS = select(
    journal.c.seq,
    journal.c.at,
    journal.c.actor,
    journal.c.use_case,
    journal.c.kind,
    journal.c.subject,
    journal.c.group_id,
    journal.c.undoes,
    journal.c.redoes,
    journal.c.before.is_(None),
    journal.c.after.is_(None),
)


class SqlJournal:
    """See :class:`ports.Journal`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, entry: JournalEntry) -> None:
        """See :meth:`ports.Journal.append`."""
        row = {**vars(entry), "group_id": entry.group}
        del row["group"]
        self._session.write(insert(journal), row)

    def last(self) -> JournalEntry | None:
        """See :meth:`ports.Journal.last`."""
        found = self.entries(limit=1, newest_first=True)
        return found[0] if found else None

    def entries(
        self,
        *,
        kind: str | None = None,
        subject: str | None = None,
        after: int = 0,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> tuple[JournalEntry, ...]:
        """See :meth:`ports.Journal.entries`."""
        c = journal.c
        statement = select(journal).order_by(c.seq.desc() if newest_first else c.seq)
        if after:
            statement = statement.where(c.seq > after)
        if kind is not None:
            statement = statement.where(c.kind == kind)
        if subject is not None:
            statement = statement.where(c.subject == subject)
        return self._read(statement if limit is None else statement.limit(limit))

    def entry(self, seq: int) -> JournalEntry:
        """See :meth:`ports.Journal.entry`."""
        found = self._read(select(journal).where(journal.c.seq == seq))
        if not found:
            raise NotFoundError(kind="journal", id=str(seq))
        return found[0]

    def headings(self, actor: str, *, before: int | None = None, limit: int) -> tuple[Heading, ...]:
        """See :meth:`ports.Journal.headings`."""
        c = journal.c
        statement = _HEADINGS.where(c.actor == actor).order_by(c.seq.desc()).limit(limit)
        if before is not None:
            statement = statement.where(c.seq < before)
        with readable("journal"):
            return tuple(Heading(*row) for row in self._session.rows(statement))

    def _read(self, statement: Select[Any]) -> tuple[JournalEntry, ...]:
        with readable("journal"):
            rows = self._session.records(statement)
            return tuple(JournalEntry(group=row.pop("group_id"), **row) for row in rows)


class SqlInvitations:
    """See :class:`ports.Invitations`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, record: InvitationRecord) -> None:
        """See :meth:`ports.Invitations.add`."""
        self._session.write(insert(invitations), vars(record))

    def of(self, consultation: str) -> tuple[InvitationRecord, ...]:
        """See :meth:`ports.Invitations.of`."""
        return self._read(select(invitations).where(invitations.c.consultation == consultation))

    def all(self) -> tuple[InvitationRecord, ...]:
        """See :meth:`ports.Invitations.all`."""
        return self._read(select(invitations))

    def _read(self, statement: Select[Any]) -> tuple[InvitationRecord, ...]:
        with readable("invitation"):
            rows = self._session.records(statement.order_by(invitations.c.id))
            return tuple(InvitationRecord(**{name: row[name] for name in _FIELDS}) for row in rows)
