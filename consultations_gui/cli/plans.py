"""Plans, and the places of one round, as lines for a person and documents for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from consultations_gui.application.planning import Moved
from consultations_gui.cli import shapes
from consultations_gui.cli.output import Terminal, plain, table
from consultations_gui.cli.text import city_text, dates_text, host_text, listed, period_text
from consultations_gui.domain.planner import Plan, PlannedRound, PlanRequest
from consultations_gui.domain.planner_top import Opening
from consultations_gui.i18n.wording import explain
from consultations_gui.i18n.wording_plan import definition


def plan_shape(terminal: Terminal, plan: Plan) -> dict[str, Any]:
    """A plan: ``{total_cost, rounds}``."""
    return {
        "total_cost": plan.total_cost,
        "rounds": [round_shape(terminal, entry) for entry in plan.rounds],
    }


def round_shape(terminal: Terminal, entry: PlannedRound) -> dict[str, Any]:
    """A round of a plan, its city ``null`` while it is open."""
    shown: dict[str, Any] = plain(entry)
    shown["city"] = entry.city or None
    shown["reasons"] = shapes.reasons(entry.reasons, terminal.words)
    return shown


def plan_lines(terminal: Terminal, plan: Plan) -> Iterator[str]:
    """Each round with its reasons, and what all of it costs."""
    for entry in plan.rounds:
        yield f"{entry.id}  {_when_and_where(terminal, entry)}"
        for reason in entry.reasons:
            yield f"      {explain(reason, terminal.words)}"
    yield terminal.words.tr("Total cost: {cost}", cost=plan.total_cost)


def plans_lines(terminal: Terminal, plans: Sequence[Plan]) -> Iterator[str]:
    """Several plans; of those behind the first only what is not as in it."""
    first, *others = plans
    yield terminal.words.tr("Plan {number}", number=1)
    yield from plan_lines(terminal, first)
    for number, plan in enumerate(others, 2):
        yield ""
        yield terminal.words.tr("Plan {number}", number=number)
        for entry, before in zip(plan.rounds, first.rounds, strict=True):
            if entry.start != before.start:
                yield f"{entry.id}  {_when_and_where(terminal, entry)}"
        yield terminal.words.tr("Total cost: {cost}", cost=plan.total_cost)


def moved_shape(one: Moved) -> dict[str, Any]:
    """A round the plan moved: ``{id, before, after}``."""
    return {"id": one.id, "before": shapes.days(one.before), "after": shapes.days(one.after)}


def moved_text(terminal: Terminal, one: Moved) -> str:
    """A round the plan moved, from where to where."""
    before, after = dates_text(terminal, one.before), dates_text(terminal, one.after)
    return terminal.words.tr(
        "{id} moved: {before} → {after}", id=one.id, before=before, after=after
    )


def _when_and_where(terminal: Terminal, entry: PlannedRound) -> str:
    city = city_text(terminal, entry.city)
    place = listed(terminal, (host_text(terminal, entry.host), city))
    return f"{period_text(terminal, entry.start, entry.end)}  {place}"


def opening_shape(terminal: Terminal, one: Opening) -> dict[str, Any]:
    """A place of one round: the round there, ``following`` and ``total``."""
    shown = round_shape(terminal, one.planned)
    return {**shown, "following": one.following, "total": one.total}


def opening_lines(terminal: Terminal, found: Sequence[Opening]) -> Iterator[str]:
    """The places of one round with what each costs, taken apart."""
    words = terminal.words
    head = (
        "",
        words.tr("total"),
        words.trc("cost of a plan", "gap"),
        words.trc("cost of a plan", "gap after it"),
        words.trc("cost of a plan", "season"),
        words.trc("cost of a plan", "travel"),
        words.trc("cost of a plan", "short days"),
        words.trc("cost of a plan", "provisional days"),
    )
    rows = (
        (
            period_text(terminal, one.start, one.end),
            *(
                str(points)
                for points in (
                    one.total,
                    one.cost.gap,
                    one.following,
                    one.cost.season,
                    one.cost.travel,
                    one.cost.short,
                    one.cost.provisional,
                )
            ),
        )
        for one in found
    )
    yield from table((head, *rows))


def definition_shape(terminal: Terminal, asked: PlanRequest) -> dict[str, Any]:
    """The definition in force: its values for programs, its words for people."""
    return {
        "first_year": asked.first_year,
        "last_year": asked.last_year,
        "today": asked.today,
        "next_number": asked.next_number,
        "next_host": asked.next_host,
        "wishes": plain(asked.wishes),
        "pins": {f"R{number}": day for number, day in asked.pins},
        "text": definition(asked, terminal.words),
    }
