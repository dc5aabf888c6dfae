"""Writing files all or nothing, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from consultations_gui.application.export import write_all
from consultations_gui.application.ports import OutFile
from consultations_gui.domain.errors import CannotWriteError

FILES = (OutFile("a.pdf", b"one"), OutFile("b.docx", b"two"), OutFile("c.ics", b"three"))


def content(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder``, hidden ones too: nothing may be left behind."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"<folder>"
        for path in sorted(folder.rglob("*"))
    }


def failing(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, code: int, *, after: int = 0
) -> None:
    """Let the call number ``after`` (from 0) of ``owner.name`` fail with errno ``code``."""
    real: Callable[..., object] = getattr(owner, name)
    calls = iter(range(1000))

    def call(*args: object, **kwargs: object) -> object:
        if next(calls) == after:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, call)


def test_files_are_written_in_order_and_nothing_else(tmp_path: Path) -> None:
    assert write_all(FILES, tmp_path) == tuple(tmp_path / file.name for file in FILES)
    assert content(tmp_path) == {"a.pdf": b"one", "b.docx": b"two", "c.ics": b"three"}


def test_no_files_are_no_trouble(tmp_path: Path) -> None:
    assert write_all((), tmp_path) == ()
    assert content(tmp_path) == {}


def test_folders_are_made(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "R3"
    write_all(FILES[:1], folder)
    assert content(folder) == {"a.pdf": b"one"}


def test_an_earlier_export_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write_all(FILES, tmp_path)
    assert content(tmp_path)["a.pdf"] == b"one"
    assert content(tmp_path)["notes.txt"] == b"mine"


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EPERM, "read_only"),
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EIO, "other"),
    ],
)
@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_failure_while_staging_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, cause: str, after: int
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    before = content(tmp_path)
    failing(monkeypatch, os, "fsync", code, after=after)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path)
    assert (caught.value.path, caught.value.cause) == (str(tmp_path / FILES[after].name), cause)
    assert content(tmp_path) == before


@pytest.mark.parametrize("after", [0, 1, 2])
@pytest.mark.parametrize("linked", [True, False])
def test_a_failure_while_moving_takes_back_what_was_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, linked: bool
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old a")
    (tmp_path / "c.ics").write_bytes(b"old c")
    before = content(tmp_path)
    if not linked:
        monkeypatch.setattr(os, "link", no_links)
    failing(monkeypatch, Path, "replace", errno.EIO, after=after)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path)
    assert caught.value.cause == "other"
    assert content(tmp_path) == before


def no_links(source: Path, target: Path) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_disk_without_links_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "a.pdf").write_bytes(b"old")
    write_all(FILES, tmp_path)
    assert content(tmp_path)["a.pdf"] == b"one"


def test_what_cannot_be_taken_back_does_not_hide_the_first_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, Path, "replace", errno.ENOSPC, after=1)
    failing(monkeypatch, Path, "unlink", errno.EIO)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path)
    assert caught.value.cause == "disk_full"


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_a_file_is_not_a_folder(tmp_path: Path, inside: str) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"mine")
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, place / inside if inside else place)
    assert caught.value.cause == "not_a_folder"
    assert content(tmp_path) == {"file": b"mine"}


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "b.docx").mkdir()
    (tmp_path / "b.docx" / "inner").write_bytes(b"mine")
    before = content(tmp_path)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path)
    assert caught.value.path == str(tmp_path / "b.docx")
    assert content(tmp_path) == before


def test_a_folder_that_cannot_be_made_leaves_no_half_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def mkdir(self: Path, *args: object, **kwargs: object) -> None:
        if self.name == "inner":
            real(self.parent)
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        real(self, *args, **kwargs)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path / "outer" / "inner")
    assert caught.value.cause == "read_only"
    assert content(tmp_path) == {}


def test_folders_made_for_nothing_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, os, "fsync", errno.ENOSPC)
    with pytest.raises(CannotWriteError):
        write_all(FILES, tmp_path / "outer" / "inner")
    assert content(tmp_path) == {}


def test_a_place_nobody_can_write_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # The kernel's own folder refuses even the superuser.
    with pytest.raises(CannotWriteError):
        write_all(FILES, Path("/proc/consultations"))


def test_a_staging_folder_that_cannot_be_made_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, tempfile, "mkdtemp", errno.ENOSPC)
    with pytest.raises(CannotWriteError) as caught:
        write_all(FILES, tmp_path)
    assert (caught.value.path, caught.value.cause) == (str(tmp_path), "disk_full")


@pytest.mark.skipif(
    os.name == "nt" or shutil.which("mount") is None or os.geteuid() != 0,
    reason="needs a small disk of its own",
)
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.system(f"mount -t tmpfs -o size=64k tmpfs '{disk}' 2>/dev/null") != 0:
        pytest.skip("no disk may be mounted here")
    try:
        write_all((OutFile("kept.pdf", b"kept"),), disk)
        big = (OutFile("kept.pdf", b"new"), OutFile("big.pdf", bytes(200_000)))
        with pytest.raises(CannotWriteError) as caught:
            write_all(big, disk)
        assert caught.value.cause == "disk_full"
        assert content(disk) == {"kept.pdf": b"kept"}
    finally:
        os.system(f"umount '{disk}'")
