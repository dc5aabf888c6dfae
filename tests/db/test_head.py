"""The journal's last hash, read without opening the register."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import db
import main
from consultations_gui.application import offices
from consultations_gui.domain.parties import Side
from consultations_gui.domain.term import SHIPPED
from db.head import head_of, term_of
from tests.architecture.source import ROOT


def test_the_head_follows_every_change(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    assert head_of(path) == ""
    adapters = main.Adapters()
    ctx = adapters.context(str(path))
    assert head_of(path) == ""
    office = offices.init(ctx, Side.CN, "中", "Р")
    first = head_of(path)
    offices.edit(ctx, office.__class__(**{**vars(office), "name_zh": "中方"}))
    second = head_of(path)
    with ctx.work() as uow:
        last = uow.journal.last()
    adapters.close()
    assert last is not None
    assert second == last.hash != first != ""


def test_nothing_is_told_of_what_is_no_register(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    assert head_of(other) == ""
    with closing(sqlite3.connect(tmp_path / "empty.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert head_of(tmp_path / "empty.db") == ""
    assert head_of(tmp_path) == ""


def test_a_register_of_another_schema_is_opened_first(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    adapters = main.Adapters()
    offices.init(adapters.context(str(path)), Side.CN, "中", "Р")
    adapters.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    assert head_of(path) == ""


def test_the_term_is_read_and_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    assert term_of(path) == SHIPPED
    adapters = main.Adapters()
    ctx = adapters.context(str(path))
    assert term_of(path) == SHIPPED  # no office yet
    offices.init(ctx, Side.CN, "中", "Р")
    assert term_of(path) == SHIPPED
    offices.set_term(ctx, "дополнительные")
    assert term_of(path) == "дополнительные"  # out of the log, while it is open elsewhere
    assert main.Adapters().term(f"sqlite:///{path}") == "дополнительные"
    adapters.close()
    before = path.read_bytes()
    assert term_of(path) == "дополнительные"
    assert head_of(path) != ""
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_register_has_no_term_yet(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    adapters = main.Adapters()
    ctx = adapters.context(str(path))
    offices.init(ctx, Side.CN, "中", "Р")
    offices.set_term(ctx, "дополнительные")
    adapters.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
    assert term_of(path) == SHIPPED


def test_reading_the_head_needs_no_sqlalchemy() -> None:
    code = "import sys, db.head; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_the_package_gives_what_it_names_and_nothing_else() -> None:
    assert db.Register is not None
    with pytest.raises(AttributeError):
        getattr(db, "nothing")  # noqa: B009  # the checker would refuse the plain way
