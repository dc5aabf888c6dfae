"""What an offer's dates cost, and better ones nearby, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consultations_gui.cli import shapes
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.cli.text import dates_text
from consultations_gui.domain.proposal_terms import dates_data
from consultations_gui.domain.soundings import Sounding, Survey
from consultations_gui.i18n.wording import explain


def document(terminal: Terminal, id: str, found: Survey) -> dict[str, Any]:
    """Each option by its number, ``null`` where no calendar is kept; then the better ones."""
    options = [_shape(terminal, one) if one else None for one in found.options]
    return {"id": id, "options": options, "better": [_shape(terminal, o) for o in found.better]}


def _shape(terminal: Terminal, one: Sounding) -> dict[str, Any]:
    return {
        **dates_data(one.dates),
        "total": one.total,
        "cost": plain(one.cost),
        "following": one.following,
        "against": shapes.reasons(one.against, terminal.words),
        "before": one.before.id if one.before else None,
        "after": one.after.id if one.after else None,
    }


def lines(terminal: Terminal, found: Survey) -> Iterator[str]:
    """The same for a person."""
    words = terminal.words
    if not found.options:
        yield words.tr("It names no dates yet.")
        return
    for number, option in enumerate(found.options, 1):
        if option is not None:
            yield from _lines(terminal, f"{number})", option)
    yield words.tr("Better dates nearby") if found.better else words.tr("None suit better nearby.")
    for one in found.better:
        yield from _lines(terminal, " ·", one)


def _lines(terminal: Terminal, head: str, one: Sounding) -> Iterator[str]:
    points = terminal.words.trn("{n} point", "{n} points", one.total)
    yield f"{head} {dates_text(terminal, one.dates)}  {points}"
    yield from (f"   ! {explain(reason, terminal.words)}" for reason in one.against)
