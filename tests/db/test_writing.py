"""Writing: several at once, no room left, texts that cannot be stored."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    CannotWriteError,
    DomainError,
    InvalidTextError,
    RegisterBusyError,
    RegisterUnreadableError,
    StaleVersionError,
)
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.workdays import Decree
from db import Register, engine, faults, open_register
from tests.db.conftest import over
from tests.db.test_repositories import AT, MAY, meeting, proposal

ROOT = Path(__file__).parents[2]


def add(ctx: Context, *ids: str) -> None:
    with journal.change(ctx, "consultation.add") as change:
        for id in ids:
            change.add(meeting(id))


def count(ctx: Context) -> int:
    with ctx.work() as uow:
        return uow.consultations.count()


# --- several at once ---------------------------------------------------------------------------


def test_reading_neither_waits_nor_is_waited_for(register: Register) -> None:
    ctx = over(register)
    add(ctx, "R1")
    with ctx.work() as reader:
        assert reader.consultations.count() == 1
        with ctx.work() as writer:
            writer.for_writing()
            writer.consultations.add(meeting("R2"))
            with ctx.work() as another:
                assert another.consultations.count() == 1
            writer.commit()
        assert reader.consultations.count() == 1, "a reader sees one state throughout"
    assert count(ctx) == 2


def test_a_writer_waits_for_another_and_reads_what_it_left(register: Register) -> None:
    ctx = over(register)
    add(ctx, "R1")
    began = threading.Event()

    def second() -> None:
        began.set()
        with ctx.work() as uow:
            uow.for_writing()
            stored = uow.consultations.get("R1")
            uow.consultations.replace(replace(stored, reason=stored.reason + "b"))
            uow.commit()

    thread = threading.Thread(target=second)
    with ctx.work() as uow:
        uow.for_writing()
        thread.start()
        began.wait()
        stored = uow.consultations.get("R1")
        uow.consultations.replace(replace(stored, reason="a"))
        uow.commit()
    thread.join()
    with ctx.work() as uow:
        assert uow.consultations.get("R1").reason == "ab"


def test_a_writer_that_waits_in_vain(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with open_register(path) as register:
        ctx = over(register)
        with ctx.work() as uow:
            uow.for_writing()
            with pytest.raises(RegisterBusyError) as busy:
                add(ctx, "R1")
        assert busy.value.path == str(path)
        add(ctx, "R1")
        assert count(ctx) == 1


def test_writing_after_reading_reads_anew(register: Register) -> None:
    """A unit that did not say it would write is not let write over what it has not seen."""
    ctx = over(register)
    add(ctx, "R1")
    with ctx.work() as late:
        stored = late.consultations.get("R1")
        with journal.change(ctx, "consultation.edit") as change:
            change.replace(stored, replace(stored, reason="first"))
        with pytest.raises(StaleVersionError):
            late.consultations.replace(replace(stored, reason="second"))
        assert late.consultations.get("R1").reason == "first"


def test_a_unit_can_go_on_after_its_commit(register: Register) -> None:
    ctx = over(register)
    with ctx.work() as uow:
        uow.commit()
        uow.consultations.add(meeting("R1"))
        uow.commit()
        uow.consultations.add(meeting("R2"))
    assert count(ctx) == 1


def test_tasks_in_threads(register: Register) -> None:
    """Each has its own connection; the journal is one chain all the same."""
    faults: list[BaseException] = []

    def work(worker: int) -> None:
        try:
            ctx = over(register, f"worker {worker}")
            for n in range(10):
                add(ctx, f"X{worker * 100 + n}")
                with ctx.work() as uow:
                    uow.consultations.all()
                journal.history(ctx, limit=3)
        except BaseException as fault:  # noqa: BLE001 (told to the test below)
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    ctx = over(register)
    assert count(ctx) == 40
    assert journal.verify(ctx) == journal.Verification(40)


# --- no room -----------------------------------------------------------------------------------


def test_a_full_disk_keeps_nothing_of_a_change(path: Path) -> None:
    """SQLite is told how many pages there are; more than that is a full disk to it."""
    with open_register(path) as register:
        ctx = over(register)
        add(ctx, "R1")

    def fill(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with open_register(path) as register:
        event.listen(register._engine, "connect", fill)
        ctx = over(register)
        with pytest.raises(CannotWriteError) as refused:
            add(ctx, *(f"X{n}" for n in range(1, 500)))
        assert (refused.value.path, refused.value.cause) == (str(path), "disk_full")
        assert count(ctx) == 1
        assert journal.verify(ctx) == journal.Verification(1)
    with open_register(path) as register:
        ctx = over(register)
        add(ctx, "R2")
        assert journal.verify(ctx) == journal.Verification(2)


UNTIL_FULL = """
import resource, signal, sys
from consultations_gui.application import journal
from consultations_gui.domain.errors import CannotWriteError
from db import open_register
from tests.db.conftest import over
from tests.db.test_repositories import meeting

path, limit = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_register(path) as register:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for n in range(1, 10_000):
            with journal.change(over(register), "consultation.add") as change:
                change.add(meeting(f"X{n}"))
            print(n, flush=True)
    except CannotWriteError as error:
        print(error.cause)
"""


@pytest.mark.parametrize("more", [0, 1, 4096, 50_000, 100_001])
def test_no_room_for_the_log(path: Path, more: int) -> None:
    """The system refuses to write beyond a size, wherever in a page that falls."""
    said = subprocess.run(
        [sys.executable, "-c", UNTIL_FULL, str(path), str(50_000 + more)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert said[-1] in ("disk_full", "other")
    with open_register(path) as register:
        ctx = over(register)
        assert count(ctx) == len(said) - 1
        assert journal.verify(ctx) == journal.Verification(len(said) - 1)
        add(ctx, "R1")


def test_no_room_for_a_new_register(tmp_path: Path) -> None:
    path = tmp_path / "new" / "register.db"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(CannotWriteError):
            open_register(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


# --- what cannot be stored ---------------------------------------------------------------------


@pytest.mark.parametrize("text", ["\ud800", "\0", "\u202e", "\x1b"])
def test_texts_no_file_can_hold(register: Register, text: str) -> None:
    ctx = over(register)
    for value in (meeting(basis=text), Decree(Side.CN, 2027, names=((MAY, text),))):
        with pytest.raises(InvalidTextError), journal.change(ctx, "consultation.add") as change:
            change.add(value)
    assert count(ctx) == 0


def test_a_moment_without_zone_is_a_fault_of_ours(register: Register) -> None:
    naive = AT.replace(tzinfo=None)
    item = AgendaItem("i", 1, Bilingual().edit(Lang.ZH, "议题", naive))
    add(over(register), "R1")
    with register.unit_of_work() as uow, pytest.raises(Exception, match="time zone"):
        uow.agendas.add(Agenda("R1", items=(item,)))


def test_a_value_the_schema_forbids_is_a_fault_of_ours(register: Register) -> None:
    with register.unit_of_work() as uow:
        with pytest.raises(IntegrityError, match="ck_consultations_sequence"):
            uow.consultations.add(meeting(sequence=-1))
        uow.consultations.add(meeting())
        with pytest.raises(IntegrityError, match="ck_consultations_number"):
            uow.consultations.replace(meeting(number=0, version=1))


def test_a_uuid_is_used_once(register: Register) -> None:
    with register.unit_of_work() as uow:
        uow.proposals.add(proposal())
        with pytest.raises(AlreadyExistsError):
            uow.proposals.add(proposal(id="P2"))


# --- what SQLite says --------------------------------------------------------------------------


def _error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said so")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, RegisterBusyError),
        (sqlite3.SQLITE_LOCKED, RegisterBusyError),
        (sqlite3.SQLITE_FULL, CannotWriteError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, CannotWriteError),
        (sqlite3.SQLITE_CANTOPEN, CannotWriteError),
        (sqlite3.SQLITE_IOERR_WRITE, CannotWriteError),
        (sqlite3.SQLITE_CORRUPT, RegisterUnreadableError),
        (sqlite3.SQLITE_NOTADB, RegisterUnreadableError),
    ],
)
def test_words_of_sqlite(code: int, fault: type[DomainError]) -> None:
    with pytest.raises(fault), faults.told("register.db"):
        raise _error(code)


def test_other_words_of_sqlite_are_faults_of_ours() -> None:
    with pytest.raises(sqlite3.OperationalError), faults.told("register.db"):
        raise _error(sqlite3.SQLITE_ERROR)


def test_what_the_register_cannot_do_is_not_damage() -> None:
    with pytest.raises(RegisterBusyError), faults.readable("consultation"):
        raise RegisterBusyError(path="register.db")


def test_a_failed_write_with_no_room_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "_ROOM", 1 << 60)
    with pytest.raises(CannotWriteError) as full, faults.told(str(tmp_path / "register.db")):
        raise _error(sqlite3.SQLITE_IOERR_WRITE)
    assert full.value.cause == "disk_full"
    with pytest.raises(CannotWriteError) as gone, faults.told("/no/such/folder/register.db"):
        raise _error(sqlite3.SQLITE_IOERR_WRITE)
    assert gone.value.cause == "other"


def test_nothing_is_left_open(path: Path) -> None:
    with open_register(path) as register:
        ctx = over(register)
        add(ctx, "R1")
        with ctx.work() as uow:
            assert uow.consultations.with_status(Status.PLANNED)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
