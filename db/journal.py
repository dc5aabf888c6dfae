"""The journal and the record of invitations as rows; both only ever grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import Select, insert, select

from consultations_gui.application.records import InvitationRecord, JournalEntry
from db.faults import readable
from db.schema import invitations, journal
from db.session import Session

_FIRST_PAGE = 2
_PAGE = 128
_FIELDS = tuple(field.name for field in fields(InvitationRecord))


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

    def groups(self, actor: str, limit: int) -> tuple[tuple[JournalEntry, ...], ...]:
        """See :meth:`ports.Journal.groups`."""
        groups: list[list[JournalEntry]] = []
        for entry in self._own(actor):
            if not groups or groups[-1][0].group != entry.group:
                if len(groups) == limit:
                    break
                groups.append([])
            groups[-1].append(entry)
        return tuple(tuple(reversed(group)) for group in groups)

    def _own(self, actor: str) -> Iterator[JournalEntry]:
        """The actor's entries, newest first; mostly the first few are all that is asked for."""
        c = journal.c
        statement = select(journal).where(c.actor == actor).order_by(c.seq.desc())
        size = _FIRST_PAGE
        page = self._read(statement.limit(size))
        while page:
            yield from page
            size = min(size * 4, _PAGE)
            page = self._read(statement.where(c.seq < page[-1].seq).limit(size))

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
