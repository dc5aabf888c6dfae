"""What is asked of a register before it is opened, without SQLAlchemy, which takes its time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from consultations_gui.domain.term import SHIPPED
from db.revisions import HEAD


def head_of(path: Path) -> str:
    """The hash of the last entry of the journal in the register at ``path``.

    Empty when it cannot be told: no such file, no register, an empty journal,
    a register that has to be upgraded first. Nothing is written or created.
    """
    return _asked(path, "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1") or ""


def term_of(path: Path) -> str:
    """The office's Russian word for extraordinary consultations in the register at ``path``.

    The shipped one when it cannot be told, as for :func:`head_of`.
    """
    return _asked(path, "SELECT extraordinary_ru FROM office") or SHIPPED


def _asked(path: Path, question: str) -> str | None:
    """The first cell of the first row, if there is one and the schema is the one of today.

    Nothing is left beside the file: a log that is there belongs to somebody who
    has it open, and where there is none, SQLite need not make one for us.
    """
    try:
        file = path.expanduser().resolve()
        open_elsewhere = file.with_name(f"{file.name}-wal").exists()
        uri = f"{file.as_uri()}?mode=ro{'' if open_elsewhere else '&immutable=1'}"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            row = connection.execute(question).fetchone() if revision == HEAD else None
    except (sqlite3.Error, OSError, TypeError, ValueError, RuntimeError):
        return None
    return str(row[0]) if row is not None else None
