"""What a meeting's dates were chosen by: the shipped calendars as they were then.

An update of the program may bring other days off for a year in which meetings
are planned already. So each meeting still to come keeps, for its own days and
those around it, what the shipped calendars of both countries said when its
dates were set. Later the two are compared, and a meeting whose own days are
others by now is told until the office has taken note of it.

Days for which the office has entered the notice itself are left out: there
the shipped calendar is not in force.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.decree_effects import meeting_days, travel_days
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import LIMITS, Wishes
from consultations_gui.domain.workdays import (
    CONFIRMED,
    FIRST_YEAR,
    LAST_YEAR,
    Day,
    WorkCalendar,
    day_marked,
)

WATCHED = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED, Status.POSTPONED)
"""Meetings whose dates can still turn out bad."""

REACH = timedelta(days=max(LIMITS["travel_before"][1], LIMITS["travel_after"][1]))
"""Days kept on both sides of the meeting, so that no setting of travel days goes beyond them."""


@dataclass(frozen=True)
class Footing:
    """The shipped calendars over some days from ``first`` on.

    ``cn`` and ``ru`` have one hexadecimal digit a day, the sum of the bits of
    :func:`~consultations_gui.domain.workdays.year_marks`; ``source`` says
    where they are from, for example ``holidays 0.99``.
    """

    first: date
    cn: str
    ru: str
    source: str

    @classmethod
    def read(cls, text: str) -> Footing | None:
        """The footing that :meth:`write` gave ``text``; ``None`` for an empty one."""
        if not text:
            return None
        first, cn, ru, source = text.split(" ", 3)
        return cls(date.fromisoformat(first), cn, ru, source)

    def write(self) -> str:
        """One line of text, as it is kept with the meeting."""
        return f"{self.first} {self.cn} {self.ru} {self.source}"

    def mark(self, side: Side, day: date) -> int | None:
        """What ``day`` was in the country of ``side``; ``None`` for a day not kept."""
        digits = self.cn if side is Side.CN else self.ru
        offset = (day - self.first).days
        return int(digits[offset], 16) if 0 <= offset < len(digits) else None


@dataclass(frozen=True)
class DayChange:
    """A day that the shipped calendar of ``side`` sees otherwise than before."""

    side: Side
    before: Day
    after: Day

    @property
    def date(self) -> date:
        """The day."""
        return self.after.date


def span(one: Consultation) -> tuple[date, date] | None:
    """The days whose calendar a meeting stands on; ``None`` where there is nothing to keep.

    That is so for a meeting that is over or cancelled, that has no exact
    dates, or whose year no calendar is kept for.
    """
    days = meeting_days(one)
    if one.status not in WATCHED or not days:
        return None
    if days[0].year < FIRST_YEAR or days[-1].year > LAST_YEAR:
        return None
    return days[0] - REACH, days[-1] + REACH


def footing(one: Consultation, shipped: Mapping[Side, WorkCalendar], source: str) -> str:
    """What ``one`` stands on, as text to be kept with it; empty where there is nothing to keep.

    ``shipped`` hold the years of :func:`span` and one year more at each end.
    """
    kept = span(one)
    if kept is None:
        return ""
    first, last = kept
    cn, ru = (_digits(shipped[side], first, last) for side in Side)
    return Footing(first, cn, ru, source).write()


def _digits(calendar: WorkCalendar, first: date, last: date) -> str:
    begin = date(first.year, 1, 1)
    marks = calendar.marks(first.year, last.year)
    return "".join(f"{mark:x}" for mark in marks[(first - begin).days : (last - begin).days + 1])


def changes(
    one: Consultation,
    shipped: Mapping[Side, WorkCalendar],
    own: Collection[tuple[Side, int]],
    wishes: Wishes,
) -> tuple[DayChange, ...]:
    """The days ``one`` meets on, or its visitors travel on, that are others than they were.

    ``own`` are the country-years whose notice the office has entered itself.
    That a year is confirmed by now is no change of its days.
    """
    then = Footing.read(one.footing)
    if then is None or span(one) is None:
        return ()
    found = _changes(one, then, shipped, wishes)
    return tuple(change for change in found if (change.side, change.date.year) not in own)


def _changes(
    one: Consultation, then: Footing, shipped: Mapping[Side, WorkCalendar], wishes: Wishes
) -> Iterator[DayChange]:
    meeting, travel = meeting_days(one), travel_days(one, wishes)
    for side in Side:
        days = (*meeting, *travel) if one.host is side.other else meeting
        for day in sorted(days):
            before, after = then.mark(side, day), shipped[side].mark(day)
            if before is not None and (before ^ after) & ~CONFIRMED:
                yield DayChange(side, day_marked(day, before), day_marked(day, after))
