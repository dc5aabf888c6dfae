"""The journal's last hash, read without SQLAlchemy, so that a start need not wait for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.revisions import HEAD


def head_of(path: Path) -> str:
    """The hash of the last entry of the journal in the register at ``path``.

    Empty when it cannot be told: no such file, no register, an empty journal,
    a register that has to be upgraded first. Nothing is written or created.
    """
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            last = "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1"
            row = connection.execute(last).fetchone()
    except (sqlite3.Error, OSError, TypeError, ValueError):
        return ""
    return str(row[0]) if row is not None and revision == HEAD else ""
