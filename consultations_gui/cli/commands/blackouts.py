"""``blackout``: days on which a side can neither meet nor travel."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from consultations_gui.application import blackouts
from consultations_gui.application.blackouts import Intake
from consultations_gui.cli import arguments
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import named, period_text
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout
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
    read = blackout.command("import", N_("read busy times from calendar files (.ics)"), _import)
    read.option("path", N_("a calendar file, or a folder of them; read again to refresh"))
    read.side("--side", N_("the side whose calendar it is"), required=True)
    about = N_("only whole days; a meeting of an hour does not block its day")
    read.option("--all-day-only", about, action="store_true")
    read.option("--dry-run", N_("show what would change and store nothing"), action="store_true")
    blackout.command("list", N_("all such days, numbered"), _list, reads=True)
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


def _told(terminal: Terminal, listed: tuple[Blackout, ...]) -> int:
    shown = [{"number": n, **_shape(one)} for n, one in enumerate(listed, 1)]
    rows = [(str(n), *_row(terminal, one)) for n, one in enumerate(listed, 1)]
    lines = table(rows) or [terminal.words.tr("No days without meetings entered.")]
    return terminal.answer({"blackouts": shown}, lines)


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    use = blackouts.preview if args.dry_run else blackouts.take_in
    side, path = Side(args.side), Path(args.path)
    intake = use(terminal.ctx, side, path, all_day_only=args.all_day_only)
    document = {
        "found": len(intake.found),
        "added": [_shape(one) for one in intake.added],
        "gone": [_shape(one) for one in intake.gone],
        "refused": [
            {"path": str(one.path), "text": error_text(one.error, terminal.words)}
            for one in intake.refused
        ],
    }
    return terminal.answer(document, _intake_lines(terminal, intake))


def _intake_lines(terminal: Terminal, intake: Intake) -> Iterator[str]:
    words = terminal.words
    counted = words.trn("{n} busy time read", "{n} busy times read", len(intake.found))
    yield counted
    yield from _marked(terminal, "+", intake.added)
    yield from _marked(terminal, "−", intake.gone)
    for one in intake.refused:
        yield named(terminal, str(one.path), error_text(one.error, words))


def _marked(terminal: Terminal, mark: str, listed: Iterable[Blackout]) -> list[str]:
    return table((mark, *_row(terminal, one)) for one in listed)


def _shape(one: Blackout) -> dict[str, Any]:
    shown: dict[str, Any] = plain(one)
    return shown


def _row(terminal: Terminal, one: Blackout) -> tuple[str, ...]:
    reasons = " · ".join(dict.fromkeys(part for part in (one.reason_zh, one.reason_ru) if part))
    days = period_text(terminal, one.start, one.end)
    return label(one.side, terminal.words), days, reasons, one.source
