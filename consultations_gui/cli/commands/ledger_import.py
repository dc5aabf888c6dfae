"""``ledger import``: past rounds from a table or a calendar, looked at before they are stored."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from consultations_gui.application import ledger_import
from consultations_gui.application.ledger_import import Entry, LedgerIntake, OtherLedger
from consultations_gui.cli import shapes
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import city_text, dates_text, host_text, listed
from consultations_gui.domain.rotation import Ledger
from consultations_gui.i18n.wording import explain, field_text, label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add ``ledger import``."""
    read = group.command("import", N_("import past rounds from CSV, XLSX or .ics"), _import)
    columns = N_(
        "a calendar, or a table with the columns date (a day or a month), end, number, host, "
        "country, city, kind, status, basis, mechanism"
    )
    read.option("file", columns)
    read.option("--dry-run", N_("show what would change and store nothing"), action="store_true")


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    use = ledger_import.preview if args.dry_run else ledger_import.take_in
    intake = use(terminal.ctx, Path(args.file))
    document = {
        "entries": [_shape(one) for one in intake.entries],
        "new": [one.id for one in intake.new],
        "stored": not args.dry_run,
        "others": [_other(terminal, one) for one in intake.others],
        "warnings": shapes.reasons(intake.ledger.warnings, terminal.words),
    }
    return terminal.answer(document, _lines(terminal, intake, args.dry_run))


def _shape(one: Entry) -> dict[str, Any]:
    return {
        **shapes.consultation(one.consultation),
        "row": one.row,
        "duplicate": one.duplicate or None,
        "differs": list(one.differs),
    }


def _other(terminal: Terminal, one: OtherLedger) -> dict[str, Any]:
    words = terminal.words
    return {
        "mechanism": one.mechanism,
        "entries": [shapes.ledger_entry(entry, words) for entry in one.ledger.entries],
        "balance": shapes.by_side(one.ledger.balance),
        "warnings": shapes.reasons(one.ledger.warnings, words),
    }


def _lines(terminal: Terminal, intake: LedgerIntake, dry: bool) -> Iterator[str]:
    words = terminal.words
    yield from table(_row(terminal, one) for one in intake.entries)
    count = len(intake.new)
    if dry:
        yield words.trn("{n} round would be stored", "{n} rounds would be stored", count)
    else:
        yield words.trn("{n} round stored", "{n} rounds stored", count)
    for other in intake.others:
        yield ""
        yield words.tr(
            "Another mechanism, not this agreement's; nothing of it is stored: {name}",
            name=other.mechanism,
        )
        yield from _other_lines(terminal, other.ledger)


def _row(terminal: Terminal, one: Entry) -> tuple[str, ...]:
    words, meeting = terminal.words, one.consultation
    said = words.tr("new")
    if one.duplicate:
        differs = listed(terminal, (field_text(name, words) for name in one.differs))
        there = words.tr("already there as {id}", id=one.duplicate)
        other = words.tr("differs in: {fields}", fields=differs) if differs else ""
        said = listed(terminal, (there, other))
    return (
        meeting.id,
        host_text(terminal, meeting.host),
        city_text(terminal, meeting.venue.city),
        dates_text(terminal, meeting.dates),
        label(meeting.status, words),
        said,
    )


def _other_lines(terminal: Terminal, ledger: Ledger) -> Iterator[str]:
    words = terminal.words
    for entry in ledger.entries:
        parts = (host_text(terminal, entry.host), city_text(terminal, entry.venue.city))
        yield f"  {entry.id}  {dates_text(terminal, entry.dates)}  {listed(terminal, parts)}"
        for reason in entry.reasons:
            yield f"      {explain(reason, words)}"
    for warning in ledger.warnings:
        yield f"  ! {explain(warning, words)}"
