"""Indexes for what screens ask of a full register, and for foreign keys."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INDEXES = (
    ("ix_consultations_start_on_end_on", "consultations", ("start_on", "end_on")),
    ("ix_consultations_status", "consultations", ("status",)),
    ("ix_consultations_proposal", "consultations", ("proposal",)),
    ("ix_proposals_about", "proposals", ("about",)),
    ("ix_proposal_events_consultation", "proposal_events", ("consultation",)),
    ("ix_invitations_consultation", "invitations", ("consultation",)),
)


def upgrade() -> None:
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, list(columns))


def downgrade() -> None:
    for name, table, _ in reversed(INDEXES):
        op.drop_index(op.f(name), table)
