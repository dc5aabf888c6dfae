"""``plan``, ``days`` and ``ledger``: dates and turns."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from consultations_gui.application import ledger as ledgers
from consultations_gui.application import planning
from consultations_gui.application.planning import PlanQuery
from consultations_gui.cli import arguments, shapes
from consultations_gui.cli.commands import ledger_import
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.plans import (
    definition_shape,
    moved_shape,
    moved_text,
    opening_lines,
    opening_shape,
    plan_lines,
    plan_shape,
    plans_lines,
)
from consultations_gui.cli.text import (
    dates_text,
    day_text,
    host_text,
    listed,
)
from consultations_gui.domain.errors import NoPlanError, NotFoundError, UsageError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan
from consultations_gui.domain.planner_top import best_openings
from consultations_gui.domain.rotation import Ledger, remarkable
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.wording import explain, label
from consultations_gui.i18n.wording_plan import definition
from consultations_gui.i18n.words import N_

PLACES = 10
"""Places of one round that are given unless another number is asked for."""


def register(group: Group) -> None:
    """Add ``plan``, ``days`` and ``ledger``."""
    plan = group.command(
        "plan", N_("propose the best dates for the years ahead"), _plan, reads=True, blank=True
    )
    plan.number("--from", N_("first year"), required=True, dest="first_year")
    plan.number("--years", N_("number of years"), required=True)
    plan.number("--rounds", N_("rounds a year"))
    plan.number("--days", N_("meeting days of a round"))
    plan.number("--gap", N_("wished days from one start to the next"))
    plan.number("--notice", N_("days needed before a start"))
    pins = N_("fix a round's start, e.g. R3=2027-04-12 (may be given several times)")
    plan.option("--pin", pins, action="append", default=[], metavar="ID=DATE")
    plan.option("--on", N_("reckon as if today were this date"), metavar="DATE")
    about = N_("rounds planned for days to come in other years stay there")
    plan.option("--keep", about, action="store_true")
    plan.number("--top", N_("how many of the best plans, or places, to give"), least=1)
    about = N_("say what a plan is and costs, with the values in force")
    plan.option("--explain", about, action="store_true")
    about = N_("the best places of this round alone, every other staying where it is")
    either = plan.add_mutually_exclusive_group()
    either.add_argument("--round", help=plan.words.tr(about), metavar="ID")
    either.add_argument("--commit", help=plan.words.tr(N_("store the plan")), action="store_true")
    only = N_("with --commit: store this round alone (may be given several times)")
    plan.option("--only", only, action="append", default=[], metavar="ID")
    about = N_("what each day is in both countries")
    days = group.command("days", about, _days, reads=True, blank=True)
    days.option("--from", N_("first day"), required=True, dest="start", metavar="DATE")
    days.option("--to", N_("last day"), required=True, dest="end", metavar="DATE")
    about = N_("who hosted, whose turn is next, and why")
    book = group.command("ledger", about, _ledger, reads=True, blank=True)
    ledger_import.register(Group(book, dest="ledger_command", required=False))


def _plan(terminal: Terminal, args: argparse.Namespace) -> int:
    query = PlanQuery(
        first_year=args.first_year,
        years=args.years,
        rounds=args.rounds,
        days=args.days,
        gap=args.gap,
        notice=args.notice,
        pins=_pins(terminal, args.pin),
        today=arguments.day(args.on) if args.on else None,
        keep=args.keep,
    )
    ctx = terminal.ctx
    if args.only and not args.commit:
        raise UsageError(message=terminal.words.tr("--only needs --commit."), usage="")
    plans = _proposed(terminal, query, args.top or 1)
    document = _document(terminal, plans, args)
    lines = list(plans_lines(terminal, plans) if args.top else plan_lines(terminal, plans[0]))
    if args.round:
        windows = planning.windows(ctx, query, _round(terminal, args.round), plans[0])
        found = best_openings(windows, args.top or PLACES)
        document = {"openings": [opening_shape(terminal, one) for one in found]}
        lines = list(opening_lines(terminal, found))
    if args.explain:
        asked = planning.problem(ctx, query)
        document["definition"] = definition_shape(terminal, asked)
        lines = [*definition(asked, terminal.words), "", *lines]
    if not args.round:
        only = [_round(terminal, text) for text in args.only]
        moved = planning.moves(ctx, plans[0], only) if args.commit else ()
        stored = planning.commit(ctx, plans[0], only) if args.commit else ()
        document["committed"] = [one.id for one in stored]
        document["moved"] = [moved_shape(one) for one in moved]
        lines += [moved_text(terminal, one) for one in moved]
        if not args.commit:
            lines += _taken_away(terminal, query, plans[0])
        if stored:
            words = terminal.words
            lines.append(words.trn("{n} round stored", "{n} rounds stored", len(stored)))
    return terminal.answer(document, lines)


def _pins(terminal: Terminal, texts: list[str]) -> tuple[tuple[int, date], ...]:
    """The starts to be fixed; a round is fixed to one."""
    pins: dict[int, date] = {}
    for number, start in map(arguments.pin, texts):
        if pins.setdefault(number, start) != start:
            text = terminal.words.tr(
                "Two different starts are fixed for {id}. Keep one.", id=f"R{number}"
            )
            raise UsageError(message=text, usage="")
    return tuple(pins.items())


def _round(terminal: Terminal, text: str) -> int:
    """The number of the round meant: R3."""
    try:
        return arguments.round_number(text)
    except NotFoundError:
        about = terminal.words.tr(
            "A plan places regular rounds alone, written as R3; “{text}” is none. Dates for any "
            "other meeting are found with places.",
            text=text,
        )
        raise UsageError(message=about, usage="") from None


def _taken_away(terminal: Terminal, query: PlanQuery, plan: Plan) -> Iterator[str]:
    """The rounds of other years that storing the plan would move, and how to leave them there."""
    years = range(query.first_year, query.first_year + query.years)
    for one in planning.moves(terminal.ctx, plan):
        if one.before is not None and one.before.start.year not in years:
            yield terminal.words.tr(
                "! {id} is planned for {year}; with --keep it stays there.",
                id=one.id,
                year=one.before.start.year,
            )


def _document(
    terminal: Terminal, plans: tuple[Plan, ...], args: argparse.Namespace
) -> dict[str, Any]:
    """One plan as it is, several under ``plans``."""
    if args.top:
        return {"plans": [plan_shape(terminal, plan) for plan in plans]}
    return plan_shape(terminal, plans[0])


def _proposed(terminal: Terminal, query: PlanQuery, count: int) -> tuple[Plan, ...]:
    """The best plans; a program is also told on stdout why there is none."""
    try:
        return planning.propose_top(terminal.ctx, query, count)
    except NoPlanError as error:
        relax = error.relax or None
        terminal.answer({"failing_year": error.failing_year, "relax": relax}, ())
        raise


def _days(terminal: Terminal, args: argparse.Namespace) -> int:
    pairs = planning.days(terminal.ctx, arguments.day(args.start), arguments.day(args.end))
    document = {
        "days": [{"date": cn.date.isoformat(), "CN": _day(cn), "RU": _day(ru)} for cn, ru in pairs]
    }
    rows = (
        (day_text(terminal, cn.date), _day_words(terminal, cn), _day_words(terminal, ru))
        for cn, ru in pairs
    )
    words = terminal.words
    head = ("", label(Side.CN, words), label(Side.RU, words))
    return terminal.answer(document, table((head, *rows)))


def _day(day: Day) -> dict[str, Any]:
    return {
        "working": day.working,
        "kind": str(day.kind),
        "short": day.short,
        "confirmed": day.confirmed,
    }


def _day_words(terminal: Terminal, day: Day) -> str:
    words = terminal.words
    parts = [label(day.kind, words)]
    if day.short:
        parts.append(words.tr("one hour shorter"))
    if not day.confirmed:
        parts.append(words.tr("provisional"))
    return listed(terminal, parts)


def _ledger(terminal: Terminal, args: argparse.Namespace) -> int:
    found = ledgers.ledger(terminal.ctx)
    words = terminal.words
    document = {
        "entries": [shapes.ledger_entry(entry, words) for entry in found.entries],
        "next": shapes.next_host(found.next, words),
        "upcoming": shapes.next_host(found.upcoming, words) if found.upcoming else None,
        "balance": shapes.by_side(found.balance),
        "ahead": shapes.by_side(found.ahead),
        "warnings": shapes.reasons(found.warnings, words),
    }
    return terminal.answer(document, _ledger_lines(terminal, found))


def _ledger_lines(terminal: Terminal, found: Ledger) -> Iterator[str]:
    words = terminal.words
    rows = table(
        (
            entry.id,
            host_text(terminal, entry.receiver or entry.host),
            dates_text(terminal, entry.dates),
            label(entry.status, words),
        )
        for entry in found.entries
    )
    for entry, row in zip(found.entries, rows, strict=True):
        yield row
        for reason in remarkable(entry)[:1]:
            yield f"    {explain(reason, words)}"
    side, id = label(found.next.side, words), f"R{found.next.number}"
    yield words.tr("Next host: {side} ({id})", side=side, id=id)
    for reason in found.next.reasons:
        yield f"  {explain(reason, words)}"
    cn, ru = found.balance
    yield words.tr("Turns used: China {cn}, Russia {ru}", cn=cn, ru=ru)
    for warning in found.warnings:
        yield f"! {explain(warning, words)}"
