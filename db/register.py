"""Opening a register: make it, know it, bring it up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from unicodedata import category

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from consultations_gui.domain.errors import (
    CannotReadError,
    RegisterNewerError,
    RegisterUnreadableError,
    UnsupportedDatabaseError,
)
from db.backup import back_up
from db.engine import BUSY_SECONDS, make_engine
from db.faults import cannot_write, told
from db.files import appearing_whole, folder_for, make_private, require_register
from db.revisions import APPLICATION_ID, HEAD, REVISIONS
from db.unit_of_work import SqlUnitOfWork


class Register:
    """An open register. Close it when done, or use it in a ``with`` statement."""

    def __init__(self, engine: Engine, path: Path, backup: Path | None) -> None:
        self._engine = engine
        self.path = path
        self.backup = backup
        """The copy made because this register had to be upgraded, if so."""

    def unit_of_work(self) -> SqlUnitOfWork:
        """A new unit of work; it takes a connection only when it is used. Any thread may ask."""
        return SqlUnitOfWork(self._engine, str(self.path))

    def close(self) -> None:
        """Let go of the file; SQLite then folds its log into it."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


def open_register(
    target: str | Path, *, now: datetime | None = None, create: bool = True
) -> Register:
    """Open the register ``target``, a path or an ``sqlite:///`` URL.

    One that is not there is made, unless ``create`` is false.
    A new one appears whole or not at all. An older one is copied beside
    itself (the name carries ``now``, by default the present, in UTC) and then
    upgraded. The file is for its owner alone (mode 0600), a folder made for
    it too (0700).

    Raises:
        RegisterUnreadableError: the file is not a register, or is damaged; or no file can be
            meant, for the name holds control characters or is SQLite's word for its memory.
        RegisterNewerError: it was written by a newer program.
        CannotReadError, CannotWriteError: the file or its folder may not be used.
        RegisterBusyError: another program is upgrading it and did not finish in time.
        UnsupportedDatabaseError: a URL of another kind of database.
    """
    path = _path(target)
    if not _exists(path):
        if not create:
            raise CannotReadError(path=str(path), cause="missing")
        _create(path)
    require_register(path)
    make_private(path)
    revision = _revision(path)
    backup = None
    if revision != HEAD:
        if revision not in REVISIONS:
            raise RegisterNewerError(path=str(path), revision=revision)
        backup = back_up(path, revision, now or datetime.now(UTC))
        _upgrade(path)
    return Register(make_engine(path), path, backup)


def _path(target: str | Path) -> Path:
    if isinstance(target, str) and "://" in target:
        target = _file_of(target)
    if str(target) == ":memory:" or any(category(sign) == "Cc" for sign in str(target)):
        raise RegisterUnreadableError(path=_shown(str(target)))
    try:
        return Path(target).expanduser().resolve()
    except RuntimeError as error:  # links in a circle
        raise RegisterUnreadableError(path=str(target)) from error


def _shown(path: str) -> str:
    """``path`` with its control characters as code points."""
    return "".join(f"<U+{ord(sign):04X}>" if category(sign) == "Cc" else sign for sign in path)


def _file_of(url: str) -> str:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        raise UnsupportedDatabaseError(scheme=url.partition(":")[0]) from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise UnsupportedDatabaseError(scheme=parsed.drivername)
    return parsed.database


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise cannot_write(str(path), error) from error


def _create(path: Path) -> None:
    with folder_for(path), appearing_whole(path) as draft:
        with told(str(path)), closing(sqlite3.connect(draft)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _upgrade(draft)


def _upgrade(path: Path) -> None:
    from db import migrate  # noqa: PLC0415 (Alembic costs a start-up 0.1 s; this is rare)

    engine = make_engine(path)
    try:
        migrate.upgrade(engine, str(path))
    finally:
        engine.dispose()


def _revision(path: Path) -> str:
    """The schema's revision, without Alembic."""
    with told(str(path)), closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        try:
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such table
                raise RegisterUnreadableError(path=str(path)) from error
            raise
    if len(rows) != 1:
        raise RegisterUnreadableError(path=str(path))
    return str(rows[0][0])
