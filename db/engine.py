"""The engine: how every connection to a register is set up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from db.session import WRITES

BUSY_SECONDS = 5
"""How long a writer waits for another one before giving up."""


def make_engine(path: Path) -> Engine:
    """An engine over the SQLite file ``path``; connections are pooled between threads."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # The driver's own transactions off: Session says BEGIN.
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
