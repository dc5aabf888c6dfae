"""Lengths and times of day of an agenda: derived from its rows, never stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from consultations_gui.domain import agenda_tree
from consultations_gui.domain.agenda import MAX_DAYS, Agenda, AgendaItem
from consultations_gui.domain.errors import (
    AgendaDayError,
    DayPastMidnightError,
    DomainError,
    MinutesMismatchError,
)

_DAY = 24 * 60

CLOSES = time(18, 0)
"""When a meeting day usually closes, local to the venue; its free time is reckoned up to then."""


@dataclass(frozen=True)
class Slot:
    """When a row is taken: ``day`` counts from 1, times are local to the venue."""

    day: int
    start: time
    end: time


@dataclass(frozen=True)
class DayTotal:
    """One meeting day: its first and last minute, working minutes and breaks.

    ``end`` is ``None`` when the day runs past midnight.
    """

    day: int
    start: time
    end: time | None
    minutes: int
    breaks: int

    @property
    def free(self) -> int:
        """Minutes left up to :data:`CLOSES`; below 0 for a day that closes later."""
        return _minute(CLOSES) - _minute(self.start) - self.minutes - self.breaks


@dataclass(frozen=True)
class _Span:
    day: int
    start: int
    end: int

    def slot(self) -> Slot | None:
        end = _clock(self.end)
        return None if end is None else Slot(self.day, time(*divmod(self.start, 60)), end)


def lengths(items: Sequence[AgendaItem]) -> tuple[int | None, ...]:
    """Minutes of each row; a parent's are the sum of its children's.

    ``None`` means that no length was entered. A parent none of whose
    children has a length keeps its own entry: there is no sum to differ from.
    """
    sums = _sums(items)
    return tuple(sums.get(index, item.minutes) for index, item in enumerate(items))


def mismatches(items: Sequence[AgendaItem]) -> tuple[MinutesMismatchError, ...]:
    """Every entry of minutes at a parent that differs from its children's sum."""
    return tuple(
        MinutesMismatchError(row=index + 1, uid=item.uid, given=item.minutes, sum=total)
        for index, total in sorted(_sums(items).items())
        if (item := items[index]).minutes is not None and item.minutes != total
    )


def opening(agenda: Agenda, day: int) -> time:
    """When ``day`` (from 1) opens; a day without a time of its own opens like the last that has."""
    return agenda.opens[min(day, len(agenda.opens)) - 1]


def with_opening(agenda: Agenda, day: int, at: time) -> Agenda:
    """The agenda whose meeting day ``day`` opens at ``at``, to the minute, local to the venue.

    Days in between without a time of their own keep the one they had by
    :func:`opening`. Raises :class:`AgendaDayError` for a day no meeting has.
    """
    if not 1 <= day <= MAX_DAYS:
        raise AgendaDayError(uid="", day=day, days=MAX_DAYS)
    known = max(day, len(agenda.opens))
    opens = [opening(agenda, number) for number in range(1, known + 1)]
    opens[day - 1] = time(at.hour, at.minute)
    return replace(agenda, opens=tuple(opens))


def slots(agenda: Agenda) -> tuple[Slot | None, ...]:
    """Each row's slot; ``None`` for a row that would end at or after midnight.

    Rows of one day follow each other in the order of the list from the day's
    opening time on. Parents span their children on the day of the first;
    children without a length share the slot of a parent that has one.
    """
    return tuple(span.slot() for span in _spans(agenda))


def timing(agenda: Agenda) -> tuple[Slot, ...]:
    """Each row's slot, in the order of the rows.

    Raises:
        MinutesMismatchError: a parent's minutes differ from its children's sum.
        DayPastMidnightError: a day runs to midnight or past it.
    """
    for problem in timing_problems(agenda):
        raise problem
    return tuple(slot for slot in slots(agenda) if slot is not None)


def timing_problems(agenda: Agenda) -> tuple[DomainError, ...]:
    """What is wrong with lengths and days: every differing entry, every day past midnight."""
    late = sorted({span.day for span in _spans(agenda) if _clock(span.end) is None})
    return (*mismatches(agenda.items), *(DayPastMidnightError(day=day) for day in late))


def total_minutes(items: Sequence[AgendaItem]) -> int:
    """Working minutes of the whole agenda, without breaks."""
    tops = zip(items, agenda_tree.parents(items), lengths(items), strict=True)
    return sum(length or 0 for item, parent, length in tops if parent is None and not item.is_break)


def day_totals(agenda: Agenda) -> tuple[DayTotal, ...]:
    """Each day that has rows, in order."""
    rows = tuple(zip(agenda.items, _spans(agenda), _carriers(agenda.items), strict=True))
    found = []
    for day in sorted({span.day for _, span, _ in rows}):
        mine = [(item, span) for item, span, carries in rows if span.day == day and carries]
        worked = sum(span.end - span.start for item, span in mine if not item.is_break)
        rested = sum(span.end - span.start for item, span in mine if item.is_break)
        start = opening(agenda, day)
        found.append(DayTotal(day, start, _clock(_minute(start) + worked + rested), worked, rested))
    return tuple(found)


def _clock(minute: int) -> time | None:
    return time(*divmod(minute, 60)) if minute < _DAY else None


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _sums(items: Sequence[AgendaItem]) -> dict[int, int]:
    """Children's sum by parent's index, for parents with any timed descendant."""
    sums: dict[int, int] = {}
    above = agenda_tree.parents(items)
    for index in reversed(range(len(items))):
        length, parent = sums.get(index, items[index].minutes), above[index]
        if parent is not None and length is not None:
            sums[parent] = sums.get(parent, 0) + length
    return sums


def _carriers(items: Sequence[AgendaItem]) -> tuple[bool, ...]:
    """Which rows take time themselves: neither summed from below nor inside a timed parent."""
    sums, above = _sums(items), agenda_tree.parents(items)
    inside: list[bool] = []
    for parent in above:
        timed = parent is not None and parent not in sums and items[parent].minutes is not None
        inside.append(timed or (parent is not None and inside[parent]))
    return tuple(index not in sums and not inside[index] for index in range(len(items)))


def _spans(agenda: Agenda) -> tuple[_Span, ...]:
    items = agenda.items
    above, carries, sums = agenda_tree.parents(items), _carriers(items), _sums(items)
    clock: dict[int, int] = {}
    spans: list[_Span] = []
    for index, item in enumerate(items):
        parent = above[index]
        if parent is not None and not carries[index] and index not in sums:
            spans.append(spans[parent])
            continue
        start = clock.get(item.day, _minute(opening(agenda, item.day)))
        end = start + (item.minutes or 0 if carries[index] else 0)
        clock[item.day] = end
        spans.append(_Span(item.day, start, end))
    _stretch(spans, sums, above)
    return tuple(spans)


def _stretch(spans: list[_Span], sums: dict[int, int], above: Sequence[int | None]) -> None:
    """Make each summed parent span its children on the day of the first one."""
    for index in sorted(sums, reverse=True):
        children = [spans[child] for child, parent in enumerate(above) if parent == index]
        first = children[0]
        end = max(child.end for child in children if child.day == first.day)
        spans[index] = _Span(first.day, first.start, end)
