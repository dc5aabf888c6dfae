"""The register's first tables.

Written out in full on purpose: a migration says what was made then, whatever
``db.schema`` says by now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "counters",
    "office",
    "wishes",
    "facts",
    "decrees",
    "proposals",
    "journal",
    "cities",
    "consultations",
    "delegates",
    "proposal_events",
    "agendas",
    "invitations",
    "agenda_items",
    "approvals",
    "agenda_revisions",
)
"""Those that are referred to stand before those that refer to them."""


def upgrade() -> None:
    _counters()
    _office()
    _wishes()
    _facts()
    _decrees()
    _proposals()
    _journal()
    _cities()
    _consultations()
    _delegates()
    _proposal_events()
    _agendas()
    _invitations()
    _agenda_items()
    _approvals()
    _agenda_revisions()
    if op.get_context().dialect.supports_alter:
        # Elsewhere than on SQLite this key waits for the table it refers to.
        op.create_foreign_key(
            op.f("fk_proposals_about"), "proposals", "consultations", ["about"], ["id"]
        )


def downgrade() -> None:
    if op.get_context().dialect.supports_alter:
        op.drop_constraint(op.f("fk_proposals_about"), "proposals", type_="foreignkey")
    for table in reversed(TABLES):
        op.drop_table(table)


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("letter", name=op.f("pk_counters")),
        sa.CheckConstraint("last >= 1", name=op.f("ck_counters_last")),
    )


def _office() -> None:
    op.create_table(
        "office",
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("first_host", sa.Text(), nullable=False),
        sa.Column("keys", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_office")),
        sa.CheckConstraint("place = 1", name=op.f("ck_office_place")),
        sa.CheckConstraint("side IN ('CN', 'RU')", name=op.f("ck_office_side")),
        sa.CheckConstraint("first_host IN ('CN', 'RU')", name=op.f("ck_office_first_host")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_office_version")),
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("gap", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Integer(), nullable=False),
        sa.Column("travel_before", sa.Integer(), nullable=False),
        sa.Column("travel_after", sa.Integer(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("seasons", sa.Text(), nullable=False),
        sa.Column("blackouts", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_wishes")),
        sa.CheckConstraint("place = 1", name=op.f("ck_wishes_place")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_wishes_version")),
    )


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("notice_cn", sa.Date()),
        sa.Column("notice_ru", sa.Date()),
        sa.Column(
            "count_first_day",
            sa.Boolean(create_constraint=True, name=op.f("ck_facts_count_first_day")),
            nullable=False,
        ),
        sa.Column("termination", sa.Date()),
        sa.Column("authorities", sa.Text(), nullable=False),
        sa.Column("annex_zh", sa.Text(), nullable=False),
        sa.Column("annex_ru", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_facts")),
        sa.CheckConstraint("place = 1", name=op.f("ck_facts_place")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_facts_version")),
    )


def _decrees() -> None:
    op.create_table(
        "decrees",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("off", sa.Text(), nullable=False),
        sa.Column("moved_off", sa.Text(), nullable=False),
        sa.Column("make_up", sa.Text(), nullable=False),
        sa.Column("short", sa.Text()),
        sa.Column("moves", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("issued", sa.Date()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decrees")),
        sa.UniqueConstraint("side", "year", name=op.f("uq_decrees_side_year")),
        sa.CheckConstraint("side IN ('CN', 'RU')", name=op.f("ck_decrees_side")),
        sa.CheckConstraint(
            "origin IN ('office', 'library', 'extrapolated')", name=op.f("ck_decrees_origin")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_decrees_version")),
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("title_zh", sa.Text(), nullable=False),
        sa.Column("title_ru", sa.Text(), nullable=False),
        sa.Column("about", sa.Text()),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_proposals_version")),
        sa.UniqueConstraint("uid", name=op.f("uq_proposals_uid")),
        sa.ForeignKeyConstraint(
            ["about"], ["consultations.id"], name=op.f("fk_proposals_about"), use_alter=True
        ),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("use_case", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=False),
        sa.Column("redoes", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_journal_seq")),
        sa.CheckConstraint(
            "before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_journal_something")
        ),
    )
    op.create_index(op.f("ix_journal_actor_seq"), "journal", ["actor", "seq"])
    op.create_index(op.f("ix_journal_subject_seq"), "journal", ["subject", "seq"])


def _cities() -> None:
    op.create_table(
        "cities",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("zh", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", "position", name=op.f("pk_cities")),
        sa.ForeignKeyConstraint(
            ["place"], ["office.place"], name=op.f("fk_cities_place"), ondelete="CASCADE"
        ),
    )


def _consultations() -> None:
    op.create_table(
        "consultations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("host", sa.Text()),
        sa.Column("start_on", sa.Date()),
        sa.Column("end_on", sa.Date()),
        sa.Column("precision", sa.Text()),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column(
            "online",
            sa.Boolean(create_constraint=True, name=op.f("ck_consultations_online")),
            nullable=False,
        ),
        sa.Column("turn_use", sa.Text(), nullable=False),
        sa.Column("turn_basis", sa.Text(), nullable=False),
        sa.Column(
            "turn_consent_cn",
            sa.Boolean(create_constraint=True, name=op.f("ck_consultations_turn_consent_cn")),
            nullable=False,
        ),
        sa.Column(
            "turn_consent_ru",
            sa.Boolean(create_constraint=True, name=op.f("ck_consultations_turn_consent_ru")),
            nullable=False,
        ),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("cost_note", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("former", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposal", sa.Text()),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultations")),
        sa.CheckConstraint(
            "kind IN ('regular', 'unnumbered', 'extraordinary')", name=op.f("ck_consultations_kind")
        ),
        sa.CheckConstraint(
            "status IN ('planned', 'tentative', 'confirmed', 'held', 'postponed', 'cancelled')",
            name=op.f("ck_consultations_status"),
        ),
        sa.CheckConstraint("host IN ('CN', 'RU')", name=op.f("ck_consultations_host")),
        sa.CheckConstraint(
            "precision IN ('day', 'month')", name=op.f("ck_consultations_precision")
        ),
        sa.CheckConstraint(
            "turn_use IN ('auto', 'CN', 'RU', 'none')", name=op.f("ck_consultations_turn_use")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_consultations_number")),
        sa.CheckConstraint("sequence >= 0", name=op.f("ck_consultations_sequence")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_consultations_version")),
        sa.CheckConstraint("start_on <= end_on", name=op.f("ck_consultations_dates_in_order")),
        sa.CheckConstraint(
            "(start_on IS NULL) = (end_on IS NULL) AND (start_on IS NULL) = (precision IS NULL)",
            name=op.f("ck_consultations_dates_whole"),
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_consultations_uid")),
        sa.ForeignKeyConstraint(
            ["proposal"], ["proposals.id"], name=op.f("fk_consultations_proposal")
        ),
    )


def _delegates() -> None:
    op.create_table(
        "delegates",
        sa.Column("consultation", sa.Text(), nullable=False),
        sa.Column("delegation", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_ru", sa.Text(), nullable=False),
        sa.Column("name_latin", sa.Text(), nullable=False),
        sa.Column("post_zh", sa.Text(), nullable=False),
        sa.Column("post_ru", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "consultation", "delegation", "position", name=op.f("pk_delegates")
        ),
        sa.CheckConstraint("language IN ('zh', 'ru')", name=op.f("ck_delegates_language")),
        sa.CheckConstraint(
            "role IN ('head', 'deputy', 'member', 'expert', 'interpreter', 'secretary')",
            name=op.f("ck_delegates_role"),
        ),
        sa.ForeignKeyConstraint(
            ["consultation"],
            ["consultations.id"],
            name=op.f("fk_delegates_consultation"),
            ondelete="CASCADE",
        ),
    )


def _proposal_events() -> None:
    op.create_table(
        "proposal_events",
        sa.Column("proposal", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by_side", sa.Text(), nullable=False),
        sa.Column("offer", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("note_date", sa.Date()),
        sa.Column("received", sa.Date()),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text()),
        sa.Column("answer", sa.Text()),
        sa.Column("reply_by", sa.Date()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("consultation", sa.Text()),
        sa.Column("offer_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("proposal", "position", name=op.f("pk_proposal_events")),
        sa.CheckConstraint(
            "kind IN ('drafted', 'transmitted', 'answered', 'offered', 'withdrawn', 'lapsed', "
            "'decided', 'convened')",
            name=op.f("ck_proposal_events_kind"),
        ),
        sa.CheckConstraint("by_side IN ('CN', 'RU')", name=op.f("ck_proposal_events_by_side")),
        sa.CheckConstraint("offer >= 0", name=op.f("ck_proposal_events_offer")),
        sa.ForeignKeyConstraint(
            ["proposal"],
            ["proposals.id"],
            name=op.f("fk_proposal_events_proposal"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["consultation"], ["consultations.id"], name=op.f("fk_proposal_events_consultation")
        ),
    )


def _agendas() -> None:
    op.create_table(
        "agendas",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=False),
        sa.Column("opens", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("permissions", sa.Text(), nullable=False),
        sa.Column("revised", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendas")),
        sa.CheckConstraint(
            "status IN ('draft', 'circulated', 'agreed', 'final')", name=op.f("ck_agendas_status")
        ),
        sa.CheckConstraint("version >= 1", name=op.f("ck_agendas_version")),
        sa.ForeignKeyConstraint(["id"], ["consultations.id"], name=op.f("fk_agendas_id")),
    )


def _invitations() -> None:
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("essentials", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.CheckConstraint("sequence >= 0", name=op.f("ck_invitations_sequence")),
        sa.ForeignKeyConstraint(
            ["consultation"], ["consultations.id"], name=op.f("fk_invitations_consultation")
        ),
    )


def _agenda_items() -> None:
    op.create_table(
        "agenda_items",
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("zh", sa.Text(), nullable=False),
        sa.Column("ru", sa.Text(), nullable=False),
        sa.Column("zh_at", sa.DateTime(timezone=True)),
        sa.Column("ru_at", sa.DateTime(timezone=True)),
        sa.Column("lagging", sa.Text()),
        sa.Column("minutes", sa.Integer()),
        sa.Column("lead", sa.Text()),
        sa.Column("speakers", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("originator", sa.Text()),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("frozen", sa.Integer()),
        sa.PrimaryKeyConstraint("agenda", "position", name=op.f("pk_agenda_items")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_agenda_items_position")),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name=op.f("ck_agenda_items_level")),
        sa.CheckConstraint("lagging IN ('zh', 'ru')", name=op.f("ck_agenda_items_lagging")),
        sa.CheckConstraint("lead IN ('CN', 'RU')", name=op.f("ck_agenda_items_lead")),
        sa.CheckConstraint(
            "marking IN ('open', 'parties', 'restricted')", name=op.f("ck_agenda_items_marking")
        ),
        sa.CheckConstraint("originator IN ('CN', 'RU')", name=op.f("ck_agenda_items_originator")),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_agenda_items_minutes")),
        sa.CheckConstraint("day >= 1", name=op.f("ck_agenda_items_day")),
        sa.ForeignKeyConstraint(
            ["agenda"], ["agendas.id"], name=op.f("fk_agenda_items_agenda"), ondelete="CASCADE"
        ),
    )


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("agenda", "item", "position", name=op.f("pk_approvals")),
        sa.CheckConstraint("item >= 0", name=op.f("ck_approvals_item")),
        sa.CheckConstraint("side IN ('CN', 'RU')", name=op.f("ck_approvals_side")),
        sa.ForeignKeyConstraint(
            ["agenda"], ["agendas.id"], name=op.f("fk_approvals_agenda"), ondelete="CASCADE"
        ),
    )


def _agenda_revisions() -> None:
    op.create_table(
        "agenda_revisions",
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agenda", "position", name=op.f("pk_agenda_revisions")),
        sa.CheckConstraint(
            "status IN ('draft', 'circulated', 'agreed', 'final')",
            name=op.f("ck_agenda_revisions_status"),
        ),
        sa.ForeignKeyConstraint(
            ["agenda"], ["agendas.id"], name=op.f("fk_agenda_revisions_agenda"), ondelete="CASCADE"
        ),
    )
