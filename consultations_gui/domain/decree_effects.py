"""What a notice changes: the days that are other than before, and the meetings on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from consultations_gui.domain.consultation import Consultation, Precision, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import Decree, differences


def changed_days(new: Decree, old: Decree) -> frozenset[date]:
    """The days that two decrees of one country-year see differently.

    Days of the neighbouring years count where only one of the two names them.
    """
    inside = {one.date for one in differences(new, old)}
    outside = set(_outside(new)) ^ set(_outside(old))
    return frozenset(inside | {day for day, _ in outside})


def on_days(
    consultations: Iterable[Consultation], side: Side, days: frozenset[date], wishes: Wishes
) -> tuple[Consultation, ...]:
    """The meetings still to come that meet on one of ``days``, or for which ``side`` travels then.

    A date known by its month only stands on no day.
    """
    return tuple(one for one in consultations if days.intersection(_busy_days(one, side, wishes)))


def meeting_days(one: Consultation) -> tuple[date, ...]:
    """The days it meets; none while they are open or only their month is known."""
    if one.dates is None or one.dates.precision is not Precision.DAY:
        return ()
    return _run(one.dates.start, one.dates.days)


def travel_days(one: Consultation, wishes: Wishes) -> tuple[date, ...]:
    """The days straight before and after on which the visiting side travels; none without host."""
    if one.host is None or not meeting_days(one) or one.dates is None:
        return ()
    before = _run(one.dates.start - timedelta(days=wishes.travel_before), wishes.travel_before)
    return before + _run(one.dates.end + timedelta(days=1), wishes.travel_after)


def _busy_days(one: Consultation, side: Side, wishes: Wishes) -> Iterator[date]:
    if one.status in (Status.HELD, Status.CANCELLED):
        return
    yield from meeting_days(one)
    if one.host is side.other:
        yield from travel_days(one, wishes)


def _run(first: date, days: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(days))


def _outside(decree: Decree) -> Iterator[tuple[date, str]]:
    """What the decree says of days outside its own year."""
    for kind, days in (
        ("off", decree.off),
        ("moved_off", decree.moved_off),
        ("make_up", decree.make_up),
    ):
        for day in days:
            if day.year != decree.year:
                yield day, kind
