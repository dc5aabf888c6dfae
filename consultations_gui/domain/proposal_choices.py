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
    (rule 8), see :func:`late_messages`.
    """
    return frozenset(
        kind
        for kind in EventKind
        if transition(standing.state, kind).allowed and _may(standing, kind, by, today)
    )


def late_messages(standing: Standing, by: Side, today: date) -> tuple[tuple[EventKind, int], ...]:
    """What may still come from ``by`` although the proposal has moved on here (rules 8 and 9).

    An answer to each offer of the other side, the withdrawal of each of its
    own, by the offer's number, the newest first; what is a step of its own
    now is none of them.
    """
    own = choices(standing, by, today)
    found = []
    for offer in reversed(standing.offers):
        kind = EventKind.WITHDRAWN if offer.by is by else EventKind.ANSWERED
        in_turn = offer is standing.current and kind in own
        if transition(standing.state, kind).crossing and not in_turn:
            found.append((kind, offer.number))
    return tuple(found)


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
