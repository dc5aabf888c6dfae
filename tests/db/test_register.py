"""Opening a register: what is made, what is refused, and that nothing refused is touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from consultations_gui.application import journal
from consultations_gui.domain.errors import (
    CannotReadError,
    DamagedRecordError,
    RegisterNewerError,
    RegisterUnreadableError,
    UnsupportedDatabaseError,
)
from db import files, open_register
from db.engine import make_engine
from db.revisions import APPLICATION_ID
from tests.db.conftest import over
from tests.db.test_repositories import meeting

ROOT = Path(__file__).parents[2]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def add_round(path: Path) -> None:
    with (
        open_register(path) as register,
        journal.change(over(register), "consultation.add") as change,
    ):
        change.add(meeting())


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_a_new_register_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "office" / "register.db"
    with open_register(path) as register:
        with journal.change(over(register), "consultation.add") as change:
            change.add(meeting())
        made = sorted(p.name for p in path.parent.iterdir())
        assert made == ["register.db", "register.db-shm", "register.db-wal"]
        assert {mode(p) for p in path.parent.iterdir()} == {0o600}
    assert [p.name for p in path.parent.iterdir()] == ["register.db"]
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_register(tmp_path / "register.db").close()
    assert mode(tmp_path) == 0o755


def test_a_register_others_could_read_is_made_private(path: Path) -> None:
    path.chmod(0o644)
    open_register(path).close()
    assert mode(path) == 0o600


def test_what_was_stored_is_there_again(path: Path) -> None:
    add_round(path)
    with open_register(path) as register, register.unit_of_work() as uow:
        assert uow.consultations.get("R1").version == 1


def test_how_connections_are_set_up(path: Path) -> None:
    engine = make_engine(path)
    with engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        driver = connection.connection.driver_connection
        assert driver is not None
        assert driver.isolation_level is None, "the driver begins transactions of its own"
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    engine.dispose()
    assert asked == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_ways_to_say_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for target in ("a.db", "sqlite:///a.db", f"sqlite:///{tmp_path}/a.db", "~/a.db", Path("a.db")):
        with open_register(target) as register:
            assert register.path == tmp_path / "a.db"


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("postgresql+psycopg://office:secret@host/register", "postgresql+psycopg"),
        ("sqlite://", "sqlite"),
        ("://", ""),
        ("mysql://host:port/x", "mysql"),
    ],
)
def test_other_databases_are_refused(target: str, scheme: str) -> None:
    with pytest.raises(UnsupportedDatabaseError) as refused:
        open_register(target)
    assert refused.value.scheme == scheme
    assert "secret" not in str(refused.value)


# --- what is not a register --------------------------------------------------------------------


def other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut(path: Path, size: int) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:size])


def without_revision(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


SPOILERS: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("议程;Повестка\n" * 100, encoding="utf-8"),
    "empty": lambda path: path.write_bytes(b""),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 16),
    "other program": other_program,
    "cut in half": lambda path: cut(path, path.stat().st_size // 2),
    "cut to the header": lambda path: cut(path, 100),
    "cut in the header": lambda path: cut(path, 50),
    "last page gone": lambda path: cut(path, path.stat().st_size - 1),
    "folder": folder,
    "no revision": lambda path: without_revision(path, "DELETE FROM alembic_version"),
    "no revisions": lambda path: without_revision(path, "DROP TABLE alembic_version"),
}


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Nothing in ``folder`` is changed, made or left behind."""

    def state() -> dict[str, object]:
        return {
            p.name: (p.read_bytes() if p.is_file() else None, p.stat().st_mtime_ns, mode(p))
            for p in folder.iterdir()
        }

    before = state()
    yield
    assert state() == before


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_what_is_no_register_is_refused_and_left_alone(path: Path, spoiler: str) -> None:
    SPOILERS[spoiler](path)
    path.chmod(0o700 if path.is_dir() else 0o600)
    with untouched(path.parent), pytest.raises(RegisterUnreadableError) as refused:
        open_register(path)
    assert refused.value.path == str(path)


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(RegisterUnreadableError):
        open_register(tmp_path / "a")


@pytest.mark.parametrize(
    "name", ["a\0b", "a\nb.db", "a\x1b[2Jb.db", ":memory:", "sqlite:///:memory:"]
)
def test_a_name_no_file_can_have(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RegisterUnreadableError) as refused:
        open_register(name)
    assert refused.value.path.isprintable()
    assert list(tmp_path.iterdir()) == []


def test_a_register_that_is_not_there_is_made_only_where_that_is_wished(path: Path) -> None:
    fresh = path.with_name("typo.db")
    with pytest.raises(CannotReadError) as refused:
        open_register(fresh, create=False)
    assert (refused.value.path, refused.value.cause) == (str(fresh), "missing")
    assert not fresh.exists()
    open_register(fresh).close()
    open_register(fresh, create=False).close()


def test_a_link_to_a_register_is_followed(path: Path) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    with open_register(link) as register:
        assert register.path == path


def test_a_newer_register_is_refused_and_left_alone(path: Path) -> None:
    without_revision(path, "UPDATE alembic_version SET version_num = '9999'")
    with untouched(path.parent), pytest.raises(RegisterNewerError) as refused:
        open_register(path)
    assert (refused.value.path, refused.value.revision) == (str(path), "9999")


def test_a_crash_while_the_log_is_folded_in_is_no_damage(path: Path) -> None:
    """The header then counts pages that still stand in the log alone."""
    copy = path.with_name("copy.db")
    size = path.stat().st_size
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        letters = [(f"{n:0500}",) for n in range(100)]
        connection.executemany("INSERT INTO counters VALUES (?, 1)", letters)
        connection.commit()
        log = files.companions(path)[0].read_bytes()
    copy.write_bytes(path.read_bytes()[:size])
    with pytest.raises(RegisterUnreadableError):
        open_register(copy)
    files.companions(copy)[0].write_bytes(log)
    with open_register(copy) as register, register.unit_of_work() as uow:
        assert uow.next_number(letters[-1][0]) == 2


def test_damage_inside_is_told_when_it_is_met(path: Path) -> None:
    add_round(path)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(RegisterUnreadableError):
        open_register(path)


@pytest.mark.parametrize(
    "damage",
    [
        "status = 'dreaming'",
        "start_on = '2027-02-30', end_on = '2027-03-01', precision = 'day'",
        "start_on = '2027-05-02', end_on = '2027-05-01', precision = 'day'",
        "former = 'gibberish'",
        "sides = 'CN,US'",
        "basis = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_edited_by_hand_is_told(path: Path, damage: str) -> None:
    add_round(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE consultations SET {damage}")
    with (
        open_register(path) as register,
        register.unit_of_work() as uow,
        pytest.raises(DamagedRecordError) as damaged,
    ):
        uow.consultations.get("R1")
    assert damaged.value.kind == "consultation"
