"""Past rounds taken into the register from a table or a calendar, after a look at them.

Another mechanism's history may stand in the same file: it gets a ledger of
its own, under its own name, and never enters the register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from consultations_gui.application import offices
from consultations_gui.application.journal import change
from consultations_gui.application.ledger import first_host
from consultations_gui.application.ledger_table import Past, meetings_from, rows_from
from consultations_gui.application.ports import Context, TableRow, UnitOfWork
from consultations_gui.domain import rotation
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.parties import CAPITAL_ZONES, Side

FIRST = date(1990, 1, 1)
"""No calendar of meetings is read further back."""
CALENDARS = (".ics", ".ical")


@dataclass(frozen=True)
class Entry:
    """One row of the file.

    ``duplicate`` is the ID of the meeting that is there already, in the
    register or further up in the file, empty for a new one; ``differs`` names
    the fields in which the two do not agree.
    """

    row: int
    consultation: Consultation
    duplicate: str = ""
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherLedger:
    """The ledger of another mechanism, which is none of this agreement's."""

    mechanism: str
    ledger: rotation.Ledger


@dataclass(frozen=True)
class LedgerIntake:
    """What a file of past rounds holds.

    ``ledger`` is this register's with the new meetings in it.
    """

    entries: tuple[Entry, ...]
    others: tuple[OtherLedger, ...]
    ledger: rotation.Ledger

    @property
    def new(self) -> tuple[Consultation, ...]:
        """The meetings that are not there yet."""
        return tuple(one.consultation for one in self.entries if not one.duplicate)


def preview(ctx: Context, path: Path) -> LedgerIntake:
    """What the table (CSV, XLSX) or calendar (.ics) would bring; nothing is stored.

    Raises:
        CannotReadError, TableEncodingError, TableUnreadableError, CalendarUnreadableError:
            the file cannot be read.
        TableErrors: cells that cannot be taken, by row and column.
    """
    with ctx.work() as uow:
        return _intake(ctx, uow, _rows(ctx, uow, path))


def take_in(ctx: Context, path: Path) -> LedgerIntake:
    """Store the new meetings of the file, as one step; what is there already stays as it is.

    Raises: as :func:`preview`.
    """
    with change(ctx, "consultation.import") as step:
        intake = _intake(ctx, step.uow, _rows(ctx, step.uow, path))
        for one in intake.new:
            step.add(one)
    return intake


def _rows(ctx: Context, uow: UnitOfWork, path: Path) -> tuple[TableRow, ...]:
    if path.suffix.lower() not in CALENDARS:
        return ctx.tables.read(path)
    zone = ZoneInfo(CAPITAL_ZONES[Side.CN])
    return rows_from(ctx.busy.read(path, FIRST, ctx.clock.today(), zone), offices.book(uow))


def _intake(ctx: Context, uow: UnitOfWork, table: tuple[TableRow, ...]) -> LedgerIntake:
    past = meetings_from(table, offices.book(uow), ctx.clock.today(), offices.term_in(uow))
    known = list(uow.consultations.all())
    entries: list[Entry] = []
    for one in past:
        if not one.mechanism:
            entry = _entry(one, known, uow)
            entries.append(entry)
            if not entry.duplicate:
                known.append(entry.consultation)
    return LedgerIntake(
        entries=tuple(entries),
        others=tuple(_others(past, first_host(uow))),
        ledger=rotation.ledger(known, first_host(uow)),
    )


def _entry(one: Past, known: Iterable[Consultation], uow: UnitOfWork) -> Entry:
    made = _meeting(one, f"{one.kind.letter}{one.number}" if one.number else "")
    for other in known:
        if _same(made, other):
            names = ("kind", "number", "status", "host", "dates", "venue")
            differs = tuple(n for n in names if getattr(made, n) != getattr(other, n))
            return Entry(one.row, replace(made, id=other.id), other.id, differs)
    if made.id:
        return Entry(one.row, made)
    return Entry(one.row, replace(made, id=f"{one.kind.letter}{uow.next_number(one.kind.letter)}"))


def _meeting(one: Past, id: str) -> Consultation:
    return Consultation(
        uid=str(uuid4()),
        id=id,
        kind=one.kind,
        number=one.number,
        status=one.status,
        host=one.host,
        dates=one.dates,
        venue=one.venue,
        basis=one.basis,
    )


def _same(made: Consultation, other: Consultation) -> bool:
    """Whether both are one meeting: the same number, or days that overlap."""
    if made.number is not None and made.number == other.number:
        return True
    both_numbered = made.number is not None and other.number is not None
    return not both_numbered and _overlap(made.dates, other.dates)


def _overlap(one: Dates | None, other: Dates | None) -> bool:
    if one is None or other is None:
        return False
    return one.start <= other.end and other.start <= one.end


def _others(past: Iterable[Past], first: Side) -> Iterable[OtherLedger]:
    """The ledgers of the other mechanisms named, each by itself; those without number counted."""
    by_name: dict[str, list[Consultation]] = {}
    for one in past:
        if one.mechanism:
            listed = by_name.setdefault(one.mechanism, [])
            unnumbered = sum(other.number is None for other in listed) + 1
            id = f"{one.kind.letter}{one.number or unnumbered}"
            if one.number is None or all(other.id != id for other in listed):
                listed.append(_meeting(one, id))
    for name, listed in by_name.items():
        earliest = min(listed, key=lambda one: one.dates.start if one.dates else date.max)
        # “Two a year” is this agreement's (Art. 5(4)), not theirs.
        yield OtherLedger(name, rotation.ledger(listed, earliest.host or first, usual=None))
