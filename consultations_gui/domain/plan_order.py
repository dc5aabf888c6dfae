"""What taking over part of a plan must not break: rounds stand by number, none is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise

from consultations_gui.domain.consultation import Consultation, Dates, Precision
from consultations_gui.domain.errors import NumberSkippedError, RoundOrderError
from consultations_gui.domain.rotation_walk import numbered


def require_order(rounds: Iterable[Consultation], placed: Collection[str]) -> None:
    """Refuse rounds of which one in ``placed`` starts before the one numbered before it is over.

    As in a plan, a round known by its month only counts as its 15th; cancelled
    rounds and those without dates do not bind.

    Raises:
        RoundOrderError: the first pair that is out of order.
    """
    dated = (
        (number, one.id, one.dates)
        for one in rounds
        if one.live and one.dates and (number := numbered(one))
    )
    spans = sorted(dated, key=lambda span: span[:2])
    for (_, before, earlier), (_, after, later) in pairwise(spans):
        touched = before in placed or after in placed
        if touched and later.planning_day <= _over(earlier):
            raise RoundOrderError(id=after, other=before)


def require_no_gap(known: Iterable[Consultation], new: Collection[int]) -> None:
    """Refuse new numbers that do not follow on the highest one in use.

    Raises:
        NumberSkippedError: the lowest number that would be left out.
    """
    highest = max((numbered(one) or 0 for one in known), default=0)
    for number in sorted(new):
        if number != highest + 1:
            raise NumberSkippedError(id=f"R{number}", missing=f"R{highest + 1}")
        highest = number


def _over(dates: Dates) -> date:
    """The last day to reckon with."""
    return dates.end if dates.precision is Precision.DAY else dates.planning_day
