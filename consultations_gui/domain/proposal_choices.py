"""Which steps a side may take now: what a screen offers and a person chooses from.

The table and the rules of ``proposal_steps`` decide; this only asks them for
every step at once, so that nothing is offered that would be refused.
"""

from __future__ import annotations

from datetime import date

from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import EventKind, Standing
from consultations_gui.domain.proposal_steps import lapse_after, transition

_AUTHORS = (EventKind.OFFERED, EventKind.WITHDRAWN)
_DRAFTERS = (EventKind.DRAFTED, EventKind.TRANSMITTED)


def choices(standing: Standing, by: Side, today: date) -> frozenset[EventKind]:
    """The steps ``by`` may take on ``today``, or may be recorded to have taken.

    Crossing and late messages are no choice: they happen and are recorded
    (rule 8).
    """
    return frozenset(
        kind
        for kind in EventKind
        if transition(standing.state, kind).allowed and _may(standing, kind, by, today)
    )


def _may(standing: Standing, kind: EventKind, by: Side, today: date) -> bool:
    """Whether the step is this side's to take, and its time has come."""
    if kind in _DRAFTERS:
        return by is standing.proposed_by
    current = standing.current
    author = current.by if current is not None else None
    if kind in _AUTHORS:
        return by is author
    if kind is EventKind.ANSWERED:
        return by is not author
    return kind is not EventKind.LAPSED or (current is not None and today > lapse_after(current))
