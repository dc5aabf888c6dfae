"""How an office writes its notes verbales: names, and its own wording."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLE = "correspondence"
VALUES = ("names_zh", "names_ru", "wordings")


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in VALUES),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_correspondence")),
        sa.CheckConstraint("place = 1", name=op.f("ck_correspondence_place")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_correspondence_version")),
    )
    if not op.get_context().as_sql:
        _recover()


def downgrade() -> None:
    op.drop_table(TABLE)


def _recover() -> None:
    """What a way down and up again has lost still stands in the journal."""
    connection = op.get_bind()
    latest = sa.text("SELECT after FROM journal WHERE kind = :kind ORDER BY seq DESC LIMIT 1")
    row = connection.execute(latest, {"kind": TABLE}).first()
    if row is None or row[0] is None:
        return
    value = json.loads(row[0])
    columns = (*VALUES, "version", "place")
    texts = {name: json.dumps(value[name], ensure_ascii=False) for name in VALUES}
    table = sa.table(TABLE, *(sa.column(name) for name in columns))
    given = {**texts, "version": value["version"], "place": 1}
    connection.execute(sa.insert(table).values(given))
