"""The tables of a register. The migrations make exactly these; a test compares them.

What is asked for stands in columns; what is only ever read whole (lists of
days, the terms of an offer, a past revision) stands as canonical JSON text.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from consultations_gui.domain.agenda import AgendaItem, AgendaStatus
from consultations_gui.domain.agreement import Authority
from consultations_gui.domain.consultation import Dates, Kind, Precision, Status, TurnUse
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.note_wording import Names, Wording
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.people import Role
from consultations_gui.domain.planner import Blackout, BusySource, Season, Weights
from consultations_gui.domain.post import Post
from consultations_gui.domain.proposal import Answer, EventKind, Terms
from consultations_gui.domain.protection import Marking, Permission
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Move, Origin
from db.types import Choice, Json, Reference, Sides, UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _one_of(column: str, members: type[StrEnum]) -> CheckConstraint:
    values = ", ".join(f"'{member.value}'" for member in members)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def _at_least(column: str, least: int) -> CheckConstraint:
    return CheckConstraint(f"{column} >= {least}", name=column)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=True, name=name), nullable=False)


counters = Table(
    "counters",
    metadata,
    Column("letter", Text, primary_key=True),
    _number("last"),
    _at_least("last", 1),
)

office = Table(
    "office",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("side", Choice(Side), nullable=False),
    _text("name_zh"),
    _text("name_ru"),
    _text("email"),
    Column("first_host", Choice(Side), nullable=False),
    Column("keys", Json(tuple[OfficeKey, ...]), nullable=False),
    _number("version"),
    Column("extraordinary_ru", Text, nullable=False, server_default=SHIPPED),
    CheckConstraint("place = 1", name="place"),
    _one_of("side", Side),
    _one_of("first_host", Side),
    _at_least("version", 1),
)

cities = Table(
    "cities",
    metadata,
    Column("place", ForeignKey(office.c.place, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("key"),
    _text("country"),
    _text("zh"),
    _text("ru"),
    _text("zone"),
)

wishes = Table(
    "wishes",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    _number("rounds"),
    _number("days"),
    _number("gap"),
    _number("notice"),
    _number("travel_before"),
    _number("travel_after"),
    Column("weights", Json(Weights), nullable=False),
    Column("seasons", Json(tuple[Season, ...]), nullable=False),
    Column("blackouts", Json(tuple[Blackout, ...]), nullable=False),
    _number("version"),
    Column("sources", Json(tuple[BusySource, ...]), nullable=False, server_default="[]"),
    CheckConstraint("place = 1", name="place"),
    _at_least("version", 1),
)

facts = Table(
    "facts",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("notice_cn", Date),
    Column("notice_ru", Date),
    _flag("count_first_day"),
    Column("termination", Date),
    Column("authorities", Json(tuple[Authority, ...]), nullable=False),
    _text("annex_zh"),
    _text("annex_ru"),
    _number("version"),
    CheckConstraint("place = 1", name="place"),
    _at_least("version", 1),
)

correspondence = Table(
    "correspondence",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("names_zh", Json(Names), nullable=False),
    Column("names_ru", Json(Names), nullable=False),
    Column("wordings", Json(tuple[Wording, ...]), nullable=False),
    _number("version"),
    CheckConstraint("place = 1", name="place"),
    _at_least("version", 1),
)

decrees = Table(
    "decrees",
    metadata,
    Column("id", Text, primary_key=True),
    Column("side", Choice(Side), nullable=False),
    _number("year"),
    Column("off", Json(tuple[date, ...]), nullable=False),
    Column("moved_off", Json(tuple[date, ...]), nullable=False),
    Column("make_up", Json(tuple[date, ...]), nullable=False),
    Column("short", Json(tuple[date, ...])),
    Column("moves", Json(tuple[Move, ...]), nullable=False),
    _text("number"),
    Column("issued", Date),
    _text("source"),
    Column("origin", Choice(Origin), nullable=False),
    Column("names", Json(tuple[tuple[date, str], ...]), nullable=False),
    _number("version"),
    UniqueConstraint("side", "year"),
    _one_of("side", Side),
    _one_of("origin", Origin),
    _at_least("version", 1),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    _text("title_zh"),
    _text("title_ru"),
    # Proposals and consultations refer to each other: one key is added last.
    Column("about", Reference, ForeignKey("consultations.id", use_alter=True)),
    Column("post", Json(Post), nullable=False),
    _number("version"),
    _at_least("version", 1),
)

consultations = Table(
    "consultations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("kind", Choice(Kind), nullable=False),
    Column("number", Integer),
    Column("status", Choice(Status), nullable=False),
    Column("host", Choice(Side)),
    Column("start_on", Date),
    Column("end_on", Date),
    Column("precision", Choice(Precision)),
    _text("country"),
    _text("city"),
    _text("site"),
    _flag("online"),
    Column("turn_use", Choice(TurnUse), nullable=False),
    _text("turn_basis"),
    _flag("turn_consent_cn"),
    _flag("turn_consent_ru"),
    _text("basis"),
    _text("cost_note"),
    Column("sides", Sides, nullable=False),
    Column("former", Json(tuple[Dates, ...]), nullable=False),
    _text("reason"),
    Column("proposal", Reference, ForeignKey(proposals.c.id)),
    _number("sequence"),
    _number("version"),
    Column("footing", Text, nullable=False, server_default=""),
    _one_of("kind", Kind),
    _one_of("status", Status),
    _one_of("host", Side),
    _one_of("precision", Precision),
    _one_of("turn_use", TurnUse),
    _at_least("number", 1),
    _at_least("sequence", 0),
    _at_least("version", 1),
    CheckConstraint("start_on <= end_on", name="dates_in_order"),
    CheckConstraint(
        "(start_on IS NULL) = (end_on IS NULL) AND (start_on IS NULL) = (precision IS NULL)",
        name="dates_whole",
    ),
)

delegates = Table(
    "delegates",
    metadata,
    Column("consultation", ForeignKey(consultations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("delegation", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("uid"),
    _text("name_zh"),
    _text("name_ru"),
    _text("name_latin"),
    _text("post_zh"),
    _text("post_ru"),
    _text("email"),
    Column("language", Choice(Lang), nullable=False),
    Column("role", Choice(Role), nullable=False),
    _one_of("language", Lang),
    _one_of("role", Role),
)

proposal_events = Table(
    "proposal_events",
    metadata,
    Column("proposal", ForeignKey(proposals.c.id, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Choice(EventKind), nullable=False),
    Column("by_side", Choice(Side), nullable=False),
    _number("offer"),
    Column("at", UtcDateTime, nullable=False),
    _text("note"),
    Column("note_date", Date),
    Column("received", Date),
    _text("recorded_by"),
    Column("terms", Json(Terms)),
    Column("answer", Json(Answer)),
    Column("reply_by", Date),
    _text("reason"),
    Column("consultation", Reference, ForeignKey(consultations.c.id)),
    _text("offer_hash"),
    _one_of("kind", EventKind),
    _one_of("by_side", Side),
    _at_least("offer", 0),
)

agendas = Table(
    "agendas",
    metadata,
    Column("id", ForeignKey(consultations.c.id), primary_key=True),
    _text("symbol"),
    Column("opens", Json(tuple[time, ...]), nullable=False),
    Column("status", Choice(AgendaStatus), nullable=False),
    Column("permissions", Json(tuple[Permission, ...]), nullable=False),
    Column("revised", UtcDateTime),
    _number("version"),
    _one_of("status", AgendaStatus),
    _at_least("version", 1),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("agenda", ForeignKey(agendas.c.id, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("uid"),
    _number("level"),
    _text("zh"),
    _text("ru"),
    Column("zh_at", UtcDateTime),
    Column("ru_at", UtcDateTime),
    Column("lagging", Choice(Lang)),
    Column("minutes", Integer),
    Column("lead", Choice(Side)),
    _text("speakers"),
    Column("tags", Json(tuple[str, ...]), nullable=False),
    Column("marking", Choice(Marking), nullable=False),
    Column("originator", Choice(Side)),
    _number("day"),
    Column("frozen", Integer),
    _at_least("position", 1),
    CheckConstraint("level BETWEEN 0 AND 3", name="level"),
    _one_of("lagging", Lang),
    _one_of("lead", Side),
    _one_of("marking", Marking),
    _one_of("originator", Side),
    _at_least("minutes", 0),
    _at_least("day", 1),
)

# ``item`` is the item's position, or 0 for an approval of the agenda as a whole.
approvals = Table(
    "approvals",
    metadata,
    Column("agenda", ForeignKey(agendas.c.id, ondelete="CASCADE"), primary_key=True),
    Column("item", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("side", Choice(Side), nullable=False),
    _text("content"),
    Column("at", UtcDateTime, nullable=False),
    _at_least("item", 0),
    _one_of("side", Side),
)

agenda_revisions = Table(
    "agenda_revisions",
    metadata,
    Column("agenda", ForeignKey(agendas.c.id, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _number("number"),
    Column("at", UtcDateTime, nullable=False),
    Column("status", Choice(AgendaStatus), nullable=False),
    Column("items", Json(tuple[AgendaItem, ...]), nullable=False),
    _one_of("status", AgendaStatus),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("consultation", ForeignKey(consultations.c.id), nullable=False),
    _text("method"),
    _text("recipient"),
    _number("sequence"),
    Column("at", UtcDateTime, nullable=False),
    _text("language"),
    _text("essentials"),
    _at_least("sequence", 0),
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    _text("actor"),
    _text("use_case"),
    _text("kind"),
    _text("subject"),
    _text("group_id"),
    _text("undoes"),
    _text("redoes"),
    _text("previous"),
    _text("hash"),
    # The long ones last: SQLite passes over what stands behind the columns asked for.
    Column("before", Text),
    Column("after", Text),
    _at_least("seq", 1),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something"),
)

# Asked for by every screen.
Index(None, consultations.c.start_on, consultations.c.end_on)
Index(None, consultations.c.status)
# Looked up whenever what they refer to is removed.
Index(None, consultations.c.proposal)
Index(None, proposals.c.about)
Index(None, proposal_events.c.consultation)
Index(None, invitations.c.consultation)

Index(None, journal.c.subject, journal.c.seq)
Index(None, journal.c.actor, journal.c.seq)
