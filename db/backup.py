"""A copy of a register as it stands, also while others write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db.faults import told
from db.files import create_private


def backup_name(path: Path, revision: str, now: datetime) -> Path:
    """``register.db`` at revision 0001 → ``register.db.0001-20261123T060000Z.bak``, in UTC."""
    return path.with_name(f"{path.name}.{revision}-{now:%Y%m%dT%H%M%SZ}.bak")


def back_up(path: Path, copy: Path) -> None:
    """Copy the register ``path`` to the new file ``copy``, for the owner alone.

    Uses SQLite's backup, which takes in what still stands in the log. Raises
    ``CannotWriteError``, ``RegisterUnreadableError``; then there is no ``copy``.
    """
    create_private(copy)
    try:
        with told(str(copy)), closing(sqlite3.connect(copy)) as target:
            with closing(sqlite3.connect(path)) as source:
                source.backup(target)
            # A copy is one file: no log of its own beside it.
            target.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
