"""The office's Russian word for extraordinary consultations."""

import json
from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLE, COLUMN = "office", "extraordinary_ru"
BEFORE = "внеочередные"
"""What every text said before the word could be chosen."""


def upgrade() -> None:
    with op.batch_alter_table(TABLE, recreate=_anew()) as batch:
        batch.add_column(sa.Column(COLUMN, sa.Text(), nullable=False, server_default=BEFORE))
    if not op.get_context().as_sql:
        _recover()


def downgrade() -> None:
    with op.batch_alter_table(TABLE, recreate=_anew()) as batch:
        batch.drop_column(COLUMN)


def _anew() -> Literal["always", "never"]:
    """SQLite gets the table anew, so that its text is the one the schema would give."""
    return "never" if op.get_context().dialect.supports_alter else "always"


def _recover() -> None:
    """What a way down and up again has lost still stands in the journal."""
    connection = op.get_bind()
    latest = sa.text("SELECT after FROM journal WHERE kind = :kind ORDER BY seq DESC LIMIT 1")
    row = connection.execute(latest, {"kind": TABLE}).first()
    value = json.loads(row[0]).get(COLUMN) if row is not None and row[0] is not None else None
    if value:
        office = sa.table(TABLE, sa.column(COLUMN))
        connection.execute(sa.update(office).values({COLUMN: value}))
