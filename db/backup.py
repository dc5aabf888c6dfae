"""A copy of a register as it stands, also while others write."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db.faults import told
from db.files import create_private


def back_up(path: Path, revision: str, now: datetime) -> Path:
    """Copy the register ``path`` to a new file beside it, for the owner alone; returns that.

    ``register.db`` at revision 0001 becomes ``register.db.0001-20261123T060000Z.bak``
    (``now`` in UTC). Uses SQLite's backup, which takes in what still stands in
    the log. Raises ``CannotWriteError``, ``RegisterUnreadableError``; then
    there is no copy.
    """
    copy = _free_name(path, f"{revision}-{now:%Y%m%dT%H%M%SZ}")
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
    return copy


def _free_name(path: Path, stamp: str) -> Path:
    names = (f"{path.name}.{stamp}{again}.bak" for again in _again())
    return next(copy for name in names if not (copy := path.with_name(name)).exists())


def _again() -> itertools.chain[str]:
    return itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
