"""What SQLite says when it cannot, in the domain's words."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from sqlalchemy.exc import IntegrityError, StatementError

from consultations_gui.domain.errors import (
    CannotWriteError,
    DamagedRecordError,
    DomainError,
    InvalidTextError,
    RegisterBusyError,
    RegisterUnreadableError,
)

_ROOM = 64 * 1024

_CAUSES = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.ENOTDIR: "not_a_folder",
}


def cannot_write(path: str, error: OSError) -> CannotWriteError:
    """The system's refusal to write ``path``."""
    return CannotWriteError(path=path, cause=_CAUSES.get(error.errno or 0, "other"))


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what SQLite, with or without SQLAlchemy around it, says of ``path`` into domain errors.

    Raises:
        RegisterBusyError: another program is writing.
        CannotWriteError: no space, or no permission, or the disk failed.
        RegisterUnreadableError: the file is damaged or is not a database.
    """
    try:
        yield
    except (StatementError, sqlite3.Error) as error:
        fault = _fault(path, getattr(error, "orig", error))
        if fault is None:
            raise
        raise fault from error
    except UnicodeEncodeError as error:
        raise InvalidTextError(character=f"U+{ord(error.object[error.start]):04X}") from error


def _fault(path: str, error: BaseException | None) -> DomainError | None:
    if isinstance(error, DomainError):  # a column type's own refusal
        return error
    if isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode"):
        # The driver's own complaint: a text that is not UTF-8.
        return DamagedRecordError(kind="text")
    # Extended codes ("SQLITE_IOERR_WRITE") keep the primary one in the low byte.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            fault: DomainError | None = RegisterBusyError(path=path)
        case sqlite3.SQLITE_FULL:
            fault = CannotWriteError(path=path, cause="disk_full")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            fault = CannotWriteError(path=path, cause="read_only")
        case sqlite3.SQLITE_IOERR:
            cause = "disk_full" if _no_space(path) else "other"
            fault = CannotWriteError(path=path, cause=cause)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            fault = RegisterUnreadableError(path=path)
        case _:
            fault = None
    return fault


def _no_space(path: str) -> bool:
    """Where SQLite only says that writing failed: is there room for one more page?"""
    try:
        return shutil.disk_usage(Path(path).parent).free < _ROOM
    except OSError:
        return False


class Breach(Enum):
    """Which constraint a write ran against."""

    REFERENCE = "reference"
    DUPLICATE = "duplicate"


def breach(error: IntegrityError) -> Breach | None:
    """What ``error`` is about; ``None`` for a CHECK, which is a fault of ours."""
    code = getattr(error.orig, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return Breach.REFERENCE
    if code in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY):
        return Breach.DUPLICATE
    return None


@contextmanager
def readable(kind: str, id: str = "") -> Iterator[None]:
    """Raise :class:`DamagedRecordError` where rows cannot be made a value of ``kind``.

    The program never writes such rows: someone edited the file, or a disk failed.
    """
    try:
        yield
    except (RegisterBusyError, CannotWriteError, RegisterUnreadableError):
        raise
    except (ValueError, TypeError, LookupError, DomainError) as error:
        raise DamagedRecordError(kind=kind, id=id) from error
