"""``blackout``: days on which a side can neither meet nor travel."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from consultations_gui.application import blackouts
from consultations_gui.application.blackouts import Intake, Reread
from consultations_gui.cli import arguments
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import listed, named, period_text
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, BusySource
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``blackout`` commands."""
    blackout = group.group("blackout", N_("days on which a side can neither meet nor travel"))
    add = blackout.command("add", N_("enter such days"), _add)
    add.side("--side", N_("the side that cannot meet"), required=True)
    dates = N_("the days: 2027-02-01..2027-02-14, 2027-02-01+14 or one day")
    add.option("--dates", dates, required=True, metavar="DATES")
    add.option("--reason-zh", N_("reason in Chinese"), default="")
    add.option("--reason-ru", N_("reason in Russian"), default="")
    about = N_("read such days from calendar files (.ics) or from a table (CSV or XLSX)")
    read = blackout.command("import", about, _import)
    about = N_("a calendar file, a folder of them, or a table: start, end, reason_zh, reason_ru")
    read.option("path", about)
    read.side("--side", N_("the side whose calendar it is"), required=True)
    about = N_("only whole days; a meeting of an hour does not block its day")
    read.option("--all-day-only", about, action="store_true")
    read.option("--dry-run", N_("show what would change and store nothing"), action="store_true")
    again = blackout.command("refresh", N_("read them again from where they were read"), _refresh)
    about = N_("name of the file or folder; all of them without it")
    again.option("name", about, nargs="?", default="")
    blackout.command("list", N_("all such days, numbered"), _list, reads=True)
    forget = blackout.command("forget", N_("take back all that one file or folder said"), _forget)
    forget.option("name", N_("name of the file or folder, as in the list"))
    forget.side("--side", N_("the side whose calendar it is"), required=True)
    remove = blackout.command("remove", N_("take one back"), _remove)
    remove.number("number", N_("its number in the list"))


def _add(terminal: Terminal, args: argparse.Namespace) -> int:
    dates = arguments.period(args.dates)
    reasons = (args.reason_zh, args.reason_ru)
    added = Blackout(Side(args.side), dates.start, dates.end, *reasons)
    return _told(terminal, blackouts.add(terminal.ctx, added))


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    return _told(terminal, blackouts.blackouts(terminal.ctx))


def _remove(terminal: Terminal, args: argparse.Namespace) -> int:
    return _told(terminal, blackouts.remove(terminal.ctx, args.number))


def _told(terminal: Terminal, every: tuple[Blackout, ...]) -> int:
    shown = [{"number": n, **_shape(one)} for n, one in enumerate(every, 1)]
    rows = [(str(n), *_row(terminal, one)) for n, one in enumerate(every, 1)]
    lines = table(rows) or [terminal.words.tr("No days without meetings entered.")]
    read = blackouts.sources(terminal.ctx)
    lines += [_source_text(terminal, one) for one in read]
    return terminal.answer({"blackouts": shown, "sources": [_source(one) for one in read]}, lines)


def _source(one: BusySource) -> dict[str, Any]:
    """Where blackouts were read from."""
    shown: dict[str, Any] = plain(one)
    return {"name": one.name, **shown}


def _source_text(terminal: Terminal, one: BusySource) -> str:
    """Whose calendar was read, from where, and how."""
    words = terminal.words
    whole = words.tr("only whole days") if one.all_day_only else ""
    told = listed(terminal, (label(one.side, words), one.path, whole))
    return named(terminal, words.tr("Read from"), told)


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    use = blackouts.preview if args.dry_run else blackouts.take_in
    side, path = Side(args.side), Path(args.path)
    intake = use(terminal.ctx, side, path, all_day_only=args.all_day_only)
    return terminal.answer(_intake_shape(terminal, intake), _intake_lines(terminal, intake))


def _refresh(terminal: Terminal, args: argparse.Namespace) -> int:
    found = blackouts.refresh(terminal.ctx, args.name)
    lines = [line for one in found for line in _reread_lines(terminal, one)]
    none = [terminal.words.tr("Nothing was read from a file yet.")]
    document = {"sources": [_reread_shape(terminal, one) for one in found]}
    return terminal.answer(document, lines or none)


def _forget(terminal: Terminal, args: argparse.Namespace) -> int:
    return _told(terminal, blackouts.forget(terminal.ctx, Side(args.side), args.name))


def _reread_shape(terminal: Terminal, one: Reread) -> dict[str, Any]:
    """A source that was read again: as in ``import``, or why it could not be."""
    shown = _source(one.source)
    if one.intake is not None:
        return shown | _intake_shape(terminal, one.intake)
    text = error_text(one.error, terminal.words) if one.error else ""
    refused = [{"path": one.source.path, "text": text}]
    return shown | {"found": 0, "added": [], "gone": [], "refused": refused}


def _reread_lines(terminal: Terminal, one: Reread) -> Iterator[str]:
    yield _source_text(terminal, one.source)
    if one.intake is not None:
        yield from (f"  {line}" for line in _intake_lines(terminal, one.intake))
    if one.error is not None:
        yield from (f"  {line}" for line in error_text(one.error, terminal.words).splitlines())


def _intake_shape(terminal: Terminal, intake: Intake) -> dict[str, Any]:
    return {
        "found": len(intake.found),
        "added": [_shape(one) for one in intake.added],
        "gone": [_shape(one) for one in intake.gone],
        "refused": [
            {"path": str(one.path), "text": error_text(one.error, terminal.words)}
            for one in intake.refused
        ],
    }


def _intake_lines(terminal: Terminal, intake: Intake) -> Iterator[str]:
    words = terminal.words
    counted = words.trn("{n} busy time read", "{n} busy times read", len(intake.found))
    yield counted
    yield from _marked(terminal, "+", intake.added)
    yield from _marked(terminal, "−", intake.gone)
    for one in intake.refused:
        yield named(terminal, str(one.path), error_text(one.error, words))


def _marked(terminal: Terminal, mark: str, some: Iterable[Blackout]) -> list[str]:
    return table((mark, *_row(terminal, one)) for one in some)


def _shape(one: Blackout) -> dict[str, Any]:
    shown: dict[str, Any] = plain(one)
    return shown


def _row(terminal: Terminal, one: Blackout) -> tuple[str, ...]:
    reasons = " · ".join(dict.fromkeys(part for part in (one.reason_zh, one.reason_ru) if part))
    days = period_text(terminal, one.start, one.end)
    return label(one.side, terminal.words), days, reasons, one.source
