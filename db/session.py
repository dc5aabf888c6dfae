"""One transaction over one connection.

The driver's own transactions are off (on Python 3.11 it commits around DDL);
we say BEGIN ourselves. Reading begins a deferred transaction, which neither
waits for a writer nor makes one wait (write-ahead log). Writing begins an
immediate one, so that two writers queue up and the later one reads what the
earlier one left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Executable

from db.faults import told

WRITES = "register_writes"
"""Execution option of a connection that is about to begin a writing transaction."""


class Session:
    """A connection taken from the pool when first needed, and its transaction."""

    def __init__(self, engine: Engine, path: str) -> None:
        self._engine = engine
        self._path = path
        self._connection: Connection | None = None
        self._writing = False

    def rows(self, statement: Executable) -> Sequence[tuple[Any, ...]]:
        """All rows of a SELECT. Column types raise what they raise for damaged cells."""
        with told(self._path):
            return self._begun().execute(statement).all()

    def records(self, statement: Executable) -> list[dict[str, Any]]:
        """All rows of a SELECT by column name."""
        with told(self._path):
            return [dict(row) for row in self._begun().execute(statement).mappings().all()]

    def write(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]
    ) -> int:
        """Run an INSERT, UPDATE or DELETE; returns the number of rows it touched."""
        self.lock()
        with told(self._path):
            return self._begun().execute(statement, values).rowcount

    def lock(self) -> None:
        """Begin writing, if not begun yet; whatever was read before may be out of date."""
        if self._writing:
            return
        with told(self._path):
            if self._connection is not None:
                self._connection.close()
            self._connection = self._engine.connect().execution_options(**{WRITES: True})
            self._connection.begin()
        self._writing = True

    def commit(self) -> None:
        """Make everything written durable."""
        if self._connection is not None:
            with told(self._path):
                self._connection.commit()
            self.close()

    def close(self) -> None:
        """End the transaction, undoing what was not committed, and give the connection back."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            self._writing = False
            connection.close()

    def _begun(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection
