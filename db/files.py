"""The register's file: what it must look like before SQLite may touch it, and who may read it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from consultations_gui.domain.errors import (
    CannotReadError,
    CannotWriteError,
    RegisterUnreadableError,
)
from db.faults import cannot_write
from db.revisions import APPLICATION_ID

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_HEADER = 100
_MAGIC = b"SQLite format 3\0"


def companions(path: Path) -> tuple[Path, Path]:
    """SQLite's write-ahead log and its index beside ``path``."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def require_register(path: Path) -> None:
    """Look at the file's header alone and refuse what is not a register; nothing is touched.

    Raises:
        RegisterUnreadableError: a folder, a text, another program's database, or a
            file that was cut off.
        CannotReadError: the file may not be read.
        CannotWriteError: the file or its folder may not be written.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
            size = os.fstat(file.fileno()).st_size
    except PermissionError as error:
        raise CannotReadError(path=str(path), cause="denied") from error
    except OSError as error:
        raise RegisterUnreadableError(path=str(path)) from error
    # Layout of the header: SQLite file format, section 1.3.
    ours = header.startswith(_MAGIC) and _number(header, 68) == APPLICATION_ID
    if not ours or (_cut_off(header, size) and not _has_log(path)):
        raise RegisterUnreadableError(path=str(path))
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise CannotWriteError(path=str(path), cause="read_only")


def _number(header: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(header[at : at + length], "big")


def _cut_off(header: bytes, size: int) -> bool:
    page = _number(header, 16, 2)
    return size < (page if page > 1 else 65536) * _number(header, 28)


def _has_log(path: Path) -> bool:
    """Pages may still stand in the log after a crash; the file alone is then too short."""
    with suppress(OSError):
        return companions(path)[0].stat().st_size > 0
    return False


def make_private(path: Path) -> None:
    """Take reading and writing from everyone but the owner, also for the log's files."""
    for file in (path, *companions(path)):
        with suppress(FileNotFoundError, PermissionError):
            file.chmod(PRIVATE_FILE)


@contextmanager
def folder_for(path: Path) -> Iterator[None]:
    """Make the folders above ``path``, for the owner alone; gone again if the work fails.

    Raises ``CannotWriteError``.
    """
    made: list[Path] = []
    try:
        for folder in [p for p in reversed(path.parents) if not p.exists()]:
            _make_folder(folder)
            made.append(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):  # somebody else's file is in it by now
                folder.rmdir()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=PRIVATE_FOLDER)
    except OSError as error:
        raise cannot_write(str(folder), error) from error


def create_private(path: Path) -> None:
    """Make the empty file ``path`` for the owner alone. Raises ``CannotWriteError``."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    except OSError as error:
        raise cannot_write(str(path), error) from error


@contextmanager
def appearing_whole(path: Path) -> Iterator[Path]:
    """A draft beside ``path`` that takes its place at a clean exit, or is gone at any other.

    If ``path`` has come into being meanwhile, that file stays. Raises
    ``CannotWriteError``.
    """
    try:
        descriptor, name = mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        raise cannot_write(str(path), error) from error
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
        _put_in_place(draft, path)
    finally:
        for file in (draft, *companions(draft)):
            file.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links: the rename is as whole, only not exclusive.
        try:
            draft.rename(path)
        except OSError as error:
            raise cannot_write(str(path), error) from error
