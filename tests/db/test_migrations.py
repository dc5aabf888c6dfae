"""The migrations: they make what ``db.schema`` says, up and down and with data."""

from __future__ import annotations

import io
import re
import resource
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlalchemy.schema import CreateTable

from consultations_gui.application import journal
from consultations_gui.application.records import InvitationRecord
from consultations_gui.application.shelves import KEPT, shelf
from consultations_gui.domain.agenda import Agenda, AgendaItem, AgendaStatus, Approval, Revision
from consultations_gui.domain.agreement import AgreementFacts, Authority
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import CannotWriteError
from consultations_gui.domain.note_wording import Correspondence, Names, Wording
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City, Lang, Side
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.planner import BusySource, Wishes
from consultations_gui.domain.proposal import Event, EventKind, Proposal, Terms
from consultations_gui.domain.workdays import Decree
from db import migrate, open_register
from db.backup import back_up
from db.engine import make_engine
from db.migrations.versions import v0001_register
from db.revisions import HEAD, REVISIONS
from db.schema import metadata
from tests.db.conftest import over
from tests.db.test_repositories import AT, MAY, meeting

NOW = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)


def tables(path: Path) -> dict[str, list[str]]:
    """Each table's and index's columns and constraints as text, in any order.

    SQLite quotes the name of a table that a migration has made anew.
    """
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        bare = [(name, re.sub(r'^(CREATE TABLE) "(\w+)"', r"\1 \2", sql)) for name, sql in rows]
    return {name: sorted(re.split(r",?\s*\n\s*", sql)) for name, sql in bare}


def move(path: Path, to: str) -> None:
    engine = make_engine(path)
    if to == "base" or REVISIONS.index(to) < REVISIONS.index(stands(path)):
        migrate.downgrade(engine, str(path), to)
    else:
        migrate.upgrade(engine, str(path), to)
    engine.dispose()


def stands(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else "base"


def test_the_revisions_are_the_migrations() -> None:
    scripts = ScriptDirectory.from_config(migrate.configuration())
    walked = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(walked)) == REVISIONS
    assert scripts.get_current_head() == HEAD


def test_migrated_is_what_the_schema_says(path: Path, tmp_path: Path) -> None:
    """The texts are compared too: Alembic's comparison does not see CHECK constraints."""
    model = tmp_path / "model.db"
    engine = create_engine(f"sqlite:///{model}")
    metadata.create_all(engine)
    engine.dispose()
    migrated = tables(path)
    del migrated["alembic_version"]
    assert migrated == tables(model)


def test_alembic_sees_no_difference(path: Path) -> None:
    engine = make_engine(path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_every_constraint_has_a_name() -> None:
    for table in metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, f"{table.name}: {constraint!r}"


def test_tables_are_made_after_those_they_refer_to() -> None:
    """Other databases than SQLite ask for it; one key of a circle is added last."""
    made: set[str] = set()
    for name in v0001_register.TABLES:
        made.add(name)
        for key in metadata.tables[name].foreign_keys:
            assert key.constraint is not None
            assert key.constraint.use_alter or key.column.table.name in made


def test_the_types_are_known_to_postgresql() -> None:
    dialect = pytest.importorskip("sqlalchemy.dialects.postgresql").dialect()
    for table in metadata.tables.values():
        assert "NULL" in str(CreateTable(table).compile(dialect=dialect))


def test_the_first_migration_speaks_postgresql() -> None:
    """Read without a server; there one key of a circle is added when both tables stand."""
    said = io.StringIO()
    options = {"as_sql": True, "output_buffer": said}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    with Operations.context(context):
        v0001_register.upgrade()
        v0001_register.downgrade()
    text = said.getvalue()
    added = "ALTER TABLE proposals ADD CONSTRAINT fk_proposals_about"
    assert text.index("CREATE TABLE consultations") < text.index(added)
    assert text.count("CREATE TABLE") == text.count("DROP TABLE") == len(v0001_register.TABLES)


def filled(path: Path) -> dict[str, object]:
    """Store one of everything through the journal; returns what is stored."""
    person = Person("p1", "王小明", "Ван Сяомин", email="a@example.org")
    delegation = Delegation(Side.CN, (Delegate(person, Role.HEAD),))
    items = (
        AgendaItem("i1", 1, Bilingual("议题", "Вопрос"), approvals=(Approval(Side.CN, "h", AT),)),
    )
    with open_register(path) as register:
        ctx = over(register)
        with journal.change(ctx, "everything") as change:
            change.add(Office(Side.CN, "甲", "А", cities=(City("Yining", "CN", "伊宁", "И", "Z"),)))
            calendar = BusySource(Side.CN, "/calendars/会议.ics", all_day_only=True)
            change.add(Wishes(gap=180, sources=(calendar,)))
            change.add(AgreementFacts(authorities=(Authority("a", Side.RU, "局", "Ведомство"),)))
            own = (Wording("offer", Lang.RU, "«Нота» {sender}"),)
            names = Names("外交部", place="北京")
            change.add(Correspondence(names_zh=names, wordings=own))
            change.add(Decree(Side.RU, 2027, off=(MAY,), short=()))
            round_ = change.add(meeting(start=MAY, delegations=(delegation, Delegation(Side.RU))))
            event = Event(EventKind.DRAFTED, Side.CN, 0, AT, terms=Terms())
            proposal = change.add(Proposal("uuid", "P1", "题", "Тема", (event,), about="R1"))
            change.replace(round_, replace(round_, proposal=proposal.id))
            revision = Revision(1, AT, AgendaStatus.CIRCULATED, items)
            change.add(Agenda("R1", items=items, revisions=(revision,)))
            change.sent(InvitationRecord("R1", "request", "a@example.org", 0, AT))
        return contents(path)


def contents(path: Path) -> dict[str, object]:
    with open_register(path) as register:
        ctx = over(register)
        assert journal.verify(ctx).sound
        with ctx.work() as uow:
            assert uow.consultations.get("R1").footing.startswith("2027-04-")
            stored: dict[str, object] = {kind: shelf(uow, kind).all() for kind in KEPT}
            return stored | {"sent": uow.invitations.all(), "journal": uow.journal.entries()}


@pytest.mark.parametrize("below", REVISIONS[:-1])
def test_down_and_up_again_with_data(path: Path, below: str) -> None:
    stored = filled(path)
    whole = tables(path)
    move(path, below)
    assert stands(path) == below
    assert tables(path) != whole
    move(path, HEAD)
    assert tables(path) == whole
    assert contents(path) == stored


def test_down_to_nothing(path: Path) -> None:
    filled(path)
    move(path, "base")
    assert set(tables(path)) == {"alembic_version"}


@pytest.mark.parametrize("older", REVISIONS[:-1])
def test_an_older_register_is_backed_up_and_upgraded(path: Path, older: str) -> None:
    stored = filled(path)
    move(path, older)
    path.chmod(0o644)
    with open_register(path, now=NOW) as register:
        backup = register.backup
    assert backup == path.with_name(f"register.db.{older}-20270102T030405Z.bak")
    assert backup.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_mode & 0o777 == 0o600
    assert stands(backup) == older
    assert stands(path) == HEAD
    assert contents(path) == stored
    with open_register(path) as register:
        assert register.backup is None
    assert contents(backup) == stored  # a copy is a register like any other


def test_a_second_copy_in_the_same_second(path: Path) -> None:
    move(path, REVISIONS[0])
    shown = back_up(path, "0001", NOW), back_up(path, "0001", NOW), back_up(path, "0001", NOW)
    assert [copy.name.removeprefix("register.db.0001-") for copy in shown] == [
        "20270102T030405Z.bak",
        "20270102T030405Z-2.bak",
        "20270102T030405Z-3.bak",
    ]


def test_no_room_for_the_copy(path: Path) -> None:
    filled(path)
    move(path, REVISIONS[0])
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with pytest.raises(CannotWriteError):
            open_register(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


class BrokenMigrationError(Exception):
    pass


def test_a_failed_upgrade_leaves_everything_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    move(path, REVISIONS[0])
    before = tables(path)

    def break_off(connection: Connection) -> None:
        raise BrokenMigrationError

    monkeypatch.setattr(migrate, "_require_whole", break_off)
    with pytest.raises(BrokenMigrationError):
        open_register(path, now=NOW)
    assert tables(path) == before
    assert stands(path) == REVISIONS[0]


def test_a_migration_that_loses_a_reference_is_taken_back(path: Path) -> None:
    filled(path)
    move(path, REVISIONS[0])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM consultations")  # foreign keys are off here
    with pytest.raises(AssertionError, match="refer to nothing"):
        open_register(path)
    assert stands(path) == REVISIONS[0]
