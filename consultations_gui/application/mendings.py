"""Meetings whose dates are bad, each with the places nearest to them that would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from consultations_gui.application.ports import UnitOfWork
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.planner_top import Opening
from consultations_gui.domain.troubles import Trouble, repairs, troubles
from consultations_gui.domain.workdays import WorkCalendar

NEAR = 3
"""Years around bad dates in which the rounds before and after them are looked for."""


@dataclass(frozen=True)
class Mending:
    """A meeting whose dates are bad, and the places nearest to them that would do."""

    trouble: Trouble
    repairs: tuple[Opening, ...]


def mended(
    uow: UnitOfWork,
    meetings: Sequence[Consultation],
    calendars: Mapping[Side, WorkCalendar],
    today: date,
    count: int,
) -> Iterator[Mending]:
    """Those of ``meetings`` whose dates are bad, each with its ``count`` nearest places.

    ``calendars`` hold their years, the year before and two years after.
    """
    wishes = uow.wishes.get() or Wishes()
    found = troubles(meetings, calendars, wishes, today)
    starts = [one.consultation.dates.start for one in found if one.consultation.dates is not None]
    if not starts:
        return
    first, last = min(starts).year - NEAR, max(starts).year + NEAR
    others = uow.consultations.between(date(first, 1, 1), date(last, 12, 31))
    for trouble in found:
        one = trouble.consultation
        yield Mending(trouble, repairs(one, others, calendars, wishes, today, count))
