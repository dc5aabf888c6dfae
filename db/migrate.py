"""Bringing a register's schema to a revision. The only importer of Alembic.

Everything happens in one writing transaction: either the whole way or not at all.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from db.faults import told
from db.revisions import HEAD
from db.session import WRITES

_MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> Config:
    """Alembic's settings; there is no ini file, for the register is chosen at run time."""
    config = Config()
    # Alembic reads % in options as ConfigParser does.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(engine: Engine, path: str, revision: str = HEAD) -> None:
    """Migrate up to ``revision``. Raises ``CannotWriteError``, ``RegisterBusyError``."""
    with told(path), engine.connect() as connection:
        _run(connection, upgrade_to=revision)


def downgrade(engine: Engine, path: str, revision: str) -> None:
    """Migrate down to ``revision`` (``"base"``: to nothing). Raises as :func:`upgrade`."""
    with told(path), engine.connect() as connection:
        _run(connection, downgrade_to=revision)


def _run(connection: Connection, *, upgrade_to: str = "", downgrade_to: str = "") -> None:
    # Tables that are made anew would be missed by the rows that refer to them; SQLite
    # lets this be switched only outside a transaction.
    _foreign_keys(connection, on=False)
    try:
        connection = connection.execution_options(**{WRITES: True})
        with connection.begin():
            config = configuration()
            config.attributes["connection"] = connection
            if upgrade_to:
                command.upgrade(config, upgrade_to)
            else:
                command.downgrade(config, downgrade_to)
            _require_whole(connection)
    finally:
        _foreign_keys(connection, on=True)


def _require_whole(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise AssertionError("a migration left rows that refer to nothing")


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {on}")
    cursor.close()
