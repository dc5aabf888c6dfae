"""Where a register cannot be kept, and two programs that open the same one at once."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from consultations_gui.domain.errors import (
    CannotReadError,
    CannotWriteError,
    RegisterBusyError,
)
from db import files, migrate, open_register
from tests.db.test_register import mode, untouched

ROOT = Path(__file__).parents[2]


# --- where it cannot be ------------------------------------------------------------------------


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (tmp_path / "file" / "register.db", tmp_path / "file" / "a" / "register.db"):
        with untouched(tmp_path), pytest.raises(CannotWriteError) as refused:
            open_register(path)
        assert refused.value.cause == "not_a_folder"


def test_a_place_that_cannot_even_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "not you")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(CannotWriteError) as refused:
        open_register(tmp_path / "register.db")
    assert refused.value.cause == "read_only"


def test_a_register_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "not you")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotReadError) as refused:
        open_register(path)
    assert refused.value.cause == "denied"


def test_a_register_another_program_keeps_for_itself(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.register.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RegisterBusyError):
            open_register(path)


def test_folders_made_in_vain_go_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise CannotWriteError(path="x", cause="disk_full")

    monkeypatch.setattr(migrate, "upgrade", fail)
    with pytest.raises(CannotWriteError):
        open_register(tmp_path / "a" / "b" / "register.db")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with untouched(tmp_path), pytest.raises(CannotWriteError) as refused:
        open_register(tmp_path / "new" / ("x" * 300))
    assert refused.value.cause == "other"


AS_ANYBODY = """
import os, sys
from consultations_gui.domain.errors import DomainError
from db import open_register
if os.geteuid() == 0:  # whom no mode keeps out
    os.setgid(65534)
    os.setuid(65534)
try:
    open_register(sys.argv[1])
    print("opened")
except DomainError as error:
    print(error)
"""


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user can reach; pytest's own are for whoever runs it."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o555, None), (0o777, 0o444), (0o555, 0o666), (0o000, None)],
    ids=["new file", "file", "folder", "folder nobody may enter"],
)
def test_read_only_places(
    path: Path, public_folder: Path, folder_mode: int, file_mode: int | None
) -> None:
    target = public_folder / "register.db"
    if file_mode is not None:
        shutil.copy(path, target)
        target.chmod(file_mode)
    public_folder.chmod(folder_mode)
    said = subprocess.run(
        [sys.executable, "-c", AS_ANYBODY, str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.startswith("CannotWriteError"), said
    assert "cause='read_only'" in said
    public_folder.chmod(0o700)
    assert [p.name for p in public_folder.iterdir()] == ([target.name] if file_mode else [])


def test_a_register_on_a_read_only_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may write there, not even one whom no mode keeps out."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with untouched(path.parent), pytest.raises(CannotWriteError) as refused:
        open_register(path)
    assert refused.value.cause == "read_only"


def test_a_private_file_is_new(path: Path) -> None:
    with untouched(path.parent), pytest.raises(CannotWriteError):
        files.create_private(path)


# --- two at once -------------------------------------------------------------------------------


def _open_and_say(path: str) -> str:
    with open_register(path) as register, register.unit_of_work() as uow:
        return str(uow.consultations.count())


def test_two_programs_make_the_same_register(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with get_context("spawn").Pool(3) as pool:
        assert pool.map(_open_and_say, [str(path)] * 6, chunksize=1) == ["0"] * 6
    assert [p.name for p in tmp_path.iterdir()] == ["register.db"]


def test_a_register_that_came_into_being_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with files.appearing_whole(path) as draft:
        draft.write_text("mine", encoding="utf-8")
        path.write_text("theirs", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    new = path.with_name("new.db")
    open_register(new).close()
    assert mode(new) == 0o600

    def also_refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(Path, "rename", also_refuse)
    with untouched(path.parent), pytest.raises(CannotWriteError) as refused:
        open_register(path.with_name("newer.db"))
    assert refused.value.cause == "disk_full"


# --- what a start loads ------------------------------------------------------------------------


def test_opening_loads_neither_alembic_nor_the_mapper(path: Path) -> None:
    program = (
        "import sys; from db import open_register\n"
        f"with open_register({str(path)!r}) as register, register.unit_of_work() as uow:\n"
        "    uow.consultations.all(); uow.agendas.all(); uow.office.get(); uow.journal.last()\n"
        "print(*sorted(m for m in ('alembic', 'sqlalchemy.orm', 'cattrs') if m in sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == []
