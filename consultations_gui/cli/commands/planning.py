"""``plan``, ``days`` and ``ledger``: dates and turns."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from consultations_gui.application import ledger as ledgers
from consultations_gui.application import planning
from consultations_gui.application.planning import PlanQuery
from consultations_gui.cli import arguments
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import city_text, dates_text, day_text, period_text
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan, PlannedRound
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.wording import explain, label
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add ``plan``, ``days`` and ``ledger``."""
    words = group.words
    plan = group.command("plan", N_("propose the best dates for the years ahead"), _plan)
    option(
        plan, words, "--from", about=N_("first year"), type=int, required=True, dest="first_year"
    )
    option(plan, words, "--years", about=N_("number of years"), type=int, required=True)
    option(plan, words, "--rounds", about=N_("rounds a year"), type=int)
    option(plan, words, "--days", about=N_("meeting days of a round"), type=int)
    option(plan, words, "--gap", about=N_("wished days from one start to the next"), type=int)
    option(plan, words, "--notice", about=N_("days needed before a start"), type=int)
    option(
        plan,
        words,
        "--pin",
        about=N_("fix a round's start, e.g. R3=2027-04-12 (may be given several times)"),
        action="append",
        default=[],
    )
    option(plan, words, "--on", about=N_("reckon as if today were this date"))
    option(plan, words, "--commit", about=N_("store the plan"), action="store_true")
    days = group.command("days", N_("what each day is in both countries"), _days)
    option(days, words, "--from", about=N_("first day"), required=True, dest="start")
    option(days, words, "--to", about=N_("last day"), required=True, dest="end")
    group.command("ledger", N_("who hosted, whose turn is next, and why"), _ledger)


def _plan(terminal: Terminal, args: argparse.Namespace) -> int:
    query = PlanQuery(
        first_year=args.first_year,
        years=args.years,
        rounds=args.rounds,
        days=args.days,
        gap=args.gap,
        notice=args.notice,
        pins=tuple(arguments.pin(text) for text in args.pin),
        today=arguments.day(args.on) if args.on else None,
    )
    plan = planning.propose(terminal.ctx, query)
    stored = planning.commit(terminal.ctx, plan) if args.commit else ()
    document = {
        "total_cost": plan.total_cost,
        "committed": [c.id for c in stored],
        "rounds": [_round(terminal, entry) for entry in plan.rounds],
    }
    return terminal.answer(document, _plan_lines(terminal, plan, len(stored)))


def _round(terminal: Terminal, entry: PlannedRound) -> dict[str, Any]:
    shown: dict[str, Any] = plain(entry)
    shown["city"] = entry.city or None
    shown["cost"]["total"] = entry.cost.total
    shown["reasons"] = _reasons(terminal, entry.reasons)
    return shown


def _reasons(terminal: Terminal, reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    return [
        {"code": r.code, "args": plain(dict(r.args)), "text": explain(r, terminal.words)}
        for r in reasons
    ]


def _plan_lines(terminal: Terminal, plan: Plan, stored: int) -> Iterator[str]:
    words = terminal.words
    for entry in plan.rounds:
        place = ", ".join(
            p for p in (label(entry.host, words), city_text(terminal, entry.city)) if p
        )
        yield f"R{entry.number}  {period_text(terminal, entry.start, entry.end)}  {place}"
        for reason in entry.reasons:
            yield f"      {explain(reason, words)}"
    yield words.tr("Total cost: {cost}", cost=plan.total_cost)
    if stored:
        yield words.trn("{n} round stored", "{n} rounds stored", stored)


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
    return ", ".join(parts)


def _ledger(terminal: Terminal, args: argparse.Namespace) -> int:
    found = ledgers.ledger(terminal.ctx)
    words = terminal.words
    document = plain(found)
    document["next"]["reasons"] = _reasons(terminal, found.next.reasons)
    return terminal.answer(document, _ledger_lines(terminal, found, words.tr("Next host")))


def _ledger_lines(terminal: Terminal, found: Any, heading: str) -> Iterator[str]:
    words = terminal.words
    yield from table(
        (
            entry.id,
            label(entry.host, words) if entry.host else "—",
            dates_text(terminal, entry.dates),
            label(entry.status, words),
        )
        for entry in found.entries
    )
    yield f"{heading}: {label(found.next.side, words)}"
    for reason in found.next.reasons:
        yield f"  {explain(reason, words)}"
