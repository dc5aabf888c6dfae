"""``troubles`` and ``places``: dates that no longer do, and where a meeting could go instead."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from consultations_gui.application import troubles
from consultations_gui.application.footings import CalendarUpdate
from consultations_gui.application.mendings import Mending
from consultations_gui.cli import shapes
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.cli.plans import opening_lines, opening_shape
from consultations_gui.cli.text import dates_text
from consultations_gui.i18n.wording import explain, label
from consultations_gui.i18n.wording_days import change_text
from consultations_gui.i18n.words import N_

PLACES = 10


def register(group: Group) -> None:
    """Add ``troubles`` and ``places``."""
    about = N_("meetings whose dates no longer do, and repairs")
    bad = group.command("troubles", about, _troubles, reads=True)
    bad.number("--top", N_("how many of the nearest places to give for each"), least=1, default=3)
    inside = Group(bad, dest="troubles_command", required=False)
    note = inside.command("note", N_("take note of what an update of the calendars changed"), _note)
    about = N_("consultations, e.g. R3 or X1; all of them without any")
    note.option("ids", about, nargs="*", type=str.upper, metavar="ID")
    about = N_("the places nearest to a meeting's dates")
    other = group.command("places", about, _places, reads=True)
    other.option("id", N_("consultation, e.g. R3 or X1"), type=str.upper)
    other.number("--top", N_("how many places to give"), least=1, default=PLACES)


def _troubles(terminal: Terminal, args: argparse.Namespace) -> int:
    found, updated = troubles.mendings(terminal.ctx, args.top), troubles.updates(terminal.ctx)
    document = {
        "troubles": [
            shapes.days(one.trouble.consultation.dates)
            | {
                "id": one.trouble.consultation.id,
                "status": str(one.trouble.consultation.status),
                "reasons": shapes.reasons(one.trouble.reasons, terminal.words),
                "repairs": [opening_shape(terminal, at) for at in one.repairs],
            }
            for one in found
        ],
        "updates": [_update_shape(one) for one in updated],
    }
    lines = [line for one in found for line in _lines(terminal, one)]
    lines += [line for one in updated for line in _update_lines(terminal, one)]
    return terminal.answer(document, lines or [terminal.words.tr("All dates still do.")])


def _update_shape(one: CalendarUpdate) -> dict[str, Any]:
    """A meeting whose days an update changed: what they were planned by, and each such day."""
    return shapes.days(one.consultation.dates) | {
        "id": one.consultation.id,
        "status": str(one.consultation.status),
        "planned_by": one.planned_by,
        "source": one.source,
        "changes": [
            {
                "date": change.date.isoformat(),
                "side": str(change.side),
                "before": shapes.day_kind(change.before),
                "after": shapes.day_kind(change.after),
            }
            for change in one.changes
        ],
    }


def _update_lines(terminal: Terminal, one: CalendarUpdate) -> Iterator[str]:
    meeting, words = one.consultation, terminal.words
    yield f"{meeting.id}  {dates_text(terminal, meeting.dates)}  {label(meeting.status, words)}"
    text = words.tr("An update of the calendars changed its days:")
    yield f"  ! {text} {one.planned_by} → {one.source}"
    for change in one.changes:
        yield f"    {change_text(change.side, change.before, change.after, words)}"
    told = words.tr("Taken note of? “troubles note {id}” says so.", id=meeting.id)
    yield f"    {told}"


def _note(terminal: Terminal, args: argparse.Namespace) -> int:
    ids = args.ids or [one.consultation.id for one in troubles.updates(terminal.ctx)]
    noted = troubles.take_note(terminal.ctx, *ids)
    document = {"noted": [one.id for one in noted]}
    text = terminal.words.trn("{n} meeting noted", "{n} meetings noted", len(noted))
    return terminal.answer(document, [text])


def _lines(terminal: Terminal, one: Mending) -> Iterator[str]:
    meeting, words = one.trouble.consultation, terminal.words
    yield f"{meeting.id}  {dates_text(terminal, meeting.dates)}  {label(meeting.status, words)}"
    for reason in one.trouble.reasons:
        yield f"  ! {explain(reason, words)}"
    if one.repairs:
        yield from (f"    {line}" for line in opening_lines(terminal, one.repairs))
    else:
        text = words.tr("No other place this year or the next.")
        yield f"    {text}"


def _places(terminal: Terminal, args: argparse.Namespace) -> int:
    found = troubles.places(terminal.ctx, args.id, args.top)
    document = {"openings": [opening_shape(terminal, one) for one in found]}
    none = [terminal.words.tr("No other place this year or the next.")]
    return terminal.answer(document, opening_lines(terminal, found) if found else none)
