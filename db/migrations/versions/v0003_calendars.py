"""What a meeting's dates were chosen by, and the calendars that blackouts are read from."""

import json
from typing import Literal

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COLUMNS = (
    ("consultations", "footing", "", "consultation"),
    ("wishes", "sources", "[]", "wishes"),
)
"""Table, column, what rows hold that were there before, and the table's kind in the journal."""


def upgrade() -> None:
    for table, column, before, kind in COLUMNS:
        with op.batch_alter_table(table, recreate=_anew()) as batch:
            batch.add_column(sa.Column(column, sa.Text(), nullable=False, server_default=before))
        if not op.get_context().as_sql:
            _recover(table, column, kind)


def downgrade() -> None:
    for table, column, _before, _kind in COLUMNS:
        with op.batch_alter_table(table, recreate=_anew()) as batch:
            batch.drop_column(column)


def _anew() -> Literal["always", "never"]:
    """SQLite gets the table anew, so that its text is the one the schema would give."""
    return "never" if op.get_context().dialect.supports_alter else "always"


def _recover(table: str, column: str, kind: str) -> None:
    """What a way down and up again has lost still stands in the journal."""
    connection = op.get_bind()
    latest = sa.text(
        "SELECT subject, after FROM journal AS last WHERE kind = :kind AND after IS NOT NULL AND "
        "seq = (SELECT max(seq) FROM journal WHERE kind = :kind AND subject = last.subject)"
    )
    rows = sa.table(table, sa.column("id"), sa.column(column))
    for subject, after in connection.execute(latest, {"kind": kind}).all():
        value = json.loads(after).get(column)
        if value:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            row = sa.true() if kind == table else rows.c.id == subject
            connection.execute(sa.update(rows).where(row).values({column: text}))
