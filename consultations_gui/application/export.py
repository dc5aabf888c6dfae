"""Writing the files of an export: all of them or none.

The files are first written whole beside their place, in a hidden folder of
the target folder, so that a full disk or a lost drive shows before anything
is replaced; then each is moved to its name. If a move fails, what was moved
is taken back. Papers and invitations are both written this way.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from consultations_gui.application.ports import OutFile
from consultations_gui.domain.errors import CannotWriteError

NEW, FORMER = "new", "former"
"""Folders of the staging folder: files to be put in place, files they replace."""

_CAUSES = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.ENOTDIR: "not_a_folder",
    errno.EEXIST: "not_a_folder",
}


def write_all(files: Sequence[OutFile], folder: Path) -> tuple[Path, ...]:
    """Write ``files`` into ``folder``; returns their paths in the same order.

    The folder is made if it is not there. A file of the same name is replaced
    in one step. On any failure the folder holds what it held before.

    Raises:
        CannotWriteError: the folder cannot be written, is not a folder, the
            disk is full, or something that is not a file has a file's name.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        with _worded(folder):
            folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as stage:
            for file in files:
                with _worded(folder / file.name):
                    _write(stage / NEW / file.name, file.content)
            return _move_all([file.name for file in files], stage, folder)
    except CannotWriteError:
        for made in missing:
            with contextlib.suppress(OSError):
                made.rmdir()
        raise


@contextlib.contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Let a failure of the system be told as a typed error about ``path``."""
    try:
        yield
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, "other")
        raise CannotWriteError(path=str(path), cause=cause) from error


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    with _worded(folder):
        stage = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        with _worded(folder):
            (stage / NEW).mkdir()
            (stage / FORMER).mkdir()
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move_all(names: Sequence[str], stage: Path, folder: Path) -> tuple[Path, ...]:
    """Move each staged file to its name, keeping what stood there until all are in place."""
    moved: list[str] = []
    try:
        for name in names:
            target = folder / name
            with _worded(target):
                if target.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
                if target.exists():
                    # A link, not a move: at no moment is the name without a file.
                    _keep(target, stage / FORMER / name)
                moved.append(name)
                (stage / NEW / name).replace(target)
    except CannotWriteError:
        for name in moved:
            _take_back(stage / FORMER / name, folder / name)
        raise
    return tuple(folder / name for name in names)


def _keep(target: Path, former: Path) -> None:
    try:
        os.link(target, former)
    except OSError:
        # File systems without hard links (FAT on a memory stick).
        shutil.copy2(target, former)


def _take_back(former: Path, target: Path) -> None:
    with contextlib.suppress(OSError):
        if former.exists():
            former.replace(target)
        else:
            target.unlink(missing_ok=True)
