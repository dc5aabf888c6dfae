"""``decree``: official notices on days off, and what they change."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from consultations_gui.application import calendars
from consultations_gui.application.calendars import DecreeReport
from consultations_gui.cli import arguments, shapes
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.cli.text import listed, named
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.wording_days import change_text
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the ``decree`` commands."""
    decree = group.group("decree", N_("official notices on days off"))
    add = decree.command("add", N_("enter a notice"), _add)
    add.side("--side", N_("whose country's notice it is"), required=True)
    add.number("--year", N_("year the notice is for"), required=True)
    for option, about in (
        ("--off", N_("weekdays off as public holidays")),
        ("--moved-off", N_("weekdays off because the notice moved a day off there")),
        ("--make-up", N_("Saturdays and Sundays that are worked")),
        ("--short", N_("days one hour shorter, where the notice names them")),
    ):
        add.option(option, about, action="append", default=[], metavar="DATE[..DATE]")
    add.option("--number", N_("the notice's number"), default="")
    add.option("--issued", N_("date of the notice"), metavar="DATE")
    add.option("--source", N_("where it was published"), default="")
    about = N_("start from what the shipped calendar says; what is given here replaces it")
    add.option("--from-library", about, action="store_true")
    add.option("--replace", N_("take the place of the one entered before"), action="store_true")
    read = decree.command("import", N_("enter notices from a table (CSV or XLSX)"), _import)
    read.option("file", N_("table with the columns side, date, kind, year, number"))
    read.option("--dry-run", N_("show what would change and store nothing"), action="store_true")
    decree.command("list", N_("the notices entered and what they change"), _list, reads=True)
    remove = decree.command("remove", N_("take a notice back"), _remove)
    remove.option("id", N_("e.g. CN-2027"))


def _add(terminal: Terminal, args: argparse.Namespace) -> int:
    side = Side(args.side)
    base = Decree(side, args.year)
    if args.from_library:
        base = calendars.starting_point(terminal.ctx, side, args.year)
    given: dict[str, Any] = {
        "off": _weekdays(args.off),
        "moved_off": _weekdays(args.moved_off),
        "make_up": tuple(_days(args.make_up)),
        "short": tuple(_days(args.short)),
        "number": args.number,
        "issued": arguments.day(args.issued) if args.issued else None,
        "source": args.source,
    }
    decree = replace(base, **{name: value for name, value in given.items() if value})
    if args.replace:
        entered = {one.id: one.version for one in calendars.decrees(terminal.ctx)}
        decree = replace(decree, version=entered.get(decree.id, 0))
    stored = calendars.add_decree(terminal.ctx, decree)
    return _told(terminal, [r for r in calendars.reports(terminal.ctx) if r.decree == stored])


def _days(texts: Iterable[str]) -> Iterator[date]:
    """Every day of the periods typed."""
    for text in texts:
        dates = arguments.period(text)
        yield from (dates.start + timedelta(days=n) for n in range(dates.days))


def _weekdays(texts: Iterable[str]) -> tuple[date, ...]:
    """The days typed; of a period only its weekdays, as its weekend is off anyway."""
    return tuple(
        day for text in texts for day in _days([text]) if day.weekday() < 5 or str(day) == text
    )


def _import(terminal: Terminal, args: argparse.Namespace) -> int:
    use = calendars.preview_decrees if args.dry_run else calendars.import_decrees
    return _told(terminal, use(terminal.ctx, Path(args.file)))


def _list(terminal: Terminal, args: argparse.Namespace) -> int:
    return _told(terminal, calendars.reports(terminal.ctx))


def _remove(terminal: Terminal, args: argparse.Namespace) -> int:
    calendars.remove_decree(terminal.ctx, args.id.upper())
    return _told(terminal, calendars.reports(terminal.ctx))


def _told(terminal: Terminal, reports: Iterable[DecreeReport]) -> int:
    reports = tuple(reports)
    lines = [line for report in reports for line in _lines(terminal, report)]
    return terminal.answer(
        {"decrees": [_shape(report) for report in reports]},
        lines or [terminal.words.tr("No notices entered.")],
    )


def _shape(report: DecreeReport) -> dict[str, Any]:
    """A decree, where it departs from the shipped data, and the meetings on such days."""
    shown: dict[str, Any] = plain(report.decree)
    return shown | {
        "id": report.decree.id,
        "differences": [
            {
                "date": one.date.isoformat(),
                "office": shapes.day_kind(one.office),
                "library": shapes.day_kind(one.library),
            }
            for one in report.differences
        ],
        "meetings": list(report.meetings),
    }


def _lines(terminal: Terminal, report: DecreeReport) -> Iterator[str]:
    words, decree = terminal.words, report.decree
    issued = long_date(decree.issued, words.language) if decree.issued else ""
    country = country_name(decree.side, words)
    head = (country, str(decree.year), decree.number, issued, decree.source)
    yield f"{decree.id}  {listed(terminal, head)}"
    count = len(report.differences)
    differing = words.trn(
        "{n} day differs from the shipped calendar",
        "{n} days differ from the shipped calendar",
        count,
    )
    yield f"  {differing}"
    for one in report.differences:
        yield f"    {change_text(decree.side, one.library, one.office, words)}"
    if report.meetings:
        heading = words.tr("Meetings on days that differ")
        yield f"  {named(terminal, heading, listed(terminal, report.meetings))}"
