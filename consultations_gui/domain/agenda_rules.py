"""What follows from an agenda: numbers in both styles and times of day.

Numbers and times are never stored. Both numberings come from one tree, so the
Chinese and the Russian text cannot disagree on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from consultations_gui.domain import agenda_tree
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.errors import (
    DayPastMidnightError,
    DomainError,
    MinutesMismatchError,
)
from consultations_gui.domain.parties import Lang

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_DAY = 24 * 60
_TOP = ""


def hanzi(number: int) -> str:
    """A counting number in Chinese numerals, 1 to 9999: 一, 十, 十一, 二十, 一百零一."""
    out, gap = "", False
    for size, name in _UNITS:
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if gap else "") + _DIGITS[digit] + name
        gap = bool(out) and not digit
    return out.removeprefix("一") if out.startswith("一十") else out


def places(source: Agenda | Sequence[AgendaItem]) -> tuple[int | None, ...]:
    """Each item's number within its parent; ``None`` for breaks.

    A frozen number stands. Any other item gets the next number that no item
    of the same parent has or, in an agenda with revisions, ever had: a number
    that was circulated is not given to something else.
    """
    items = source.items if isinstance(source, Agenda) else source
    highest: dict[str, int] = {}
    if isinstance(source, Agenda):
        for revision in source.revisions:
            _raise_to_frozen(highest, revision.items)
    _raise_to_frozen(highest, items)
    found: list[int | None] = []
    for item, parent in zip(items, _parent_uids(items), strict=True):
        if item.is_break or item.frozen is not None:
            found.append(None if item.is_break else item.frozen)
            continue
        highest[parent] = highest.get(parent, 0) + 1
        found.append(highest[parent])
    return tuple(found)


def numbers(source: Agenda | Sequence[AgendaItem], lang: Lang) -> tuple[str, ...]:
    """The printed number of each row.

    Chinese: 一、 （一） 1. by level; Russian: 1. 1.1. 1.1.1. as a path; a break
    has the empty string.
    """
    items = source.items if isinstance(source, Agenda) else source
    own = places(source)
    above = agenda_tree.parents(items)
    paths: list[str] = []
    for index, place in enumerate(own):
        parent = above[index]
        paths.append("" if place is None else (paths[parent] if parent is not None else ""))
        paths[index] += "" if place is None else f"{place}."
    if lang is Lang.RU:
        return tuple(paths)
    return tuple(
        "" if place is None else _chinese(item.level, place)
        for item, place in zip(items, own, strict=True)
    )


def _chinese(level: int, place: int) -> str:
    if level == 1:
        return f"{hanzi(place)}、"
    return f"（{hanzi(place)}）" if level == 2 else f"{place}."


def _parent_uids(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    return tuple(
        _TOP if parent is None else items[parent].uid for parent in agenda_tree.parents(items)
    )


def _raise_to_frozen(highest: dict[str, int], items: Sequence[AgendaItem]) -> None:
    for item, parent in zip(items, _parent_uids(items), strict=True):
        if item.frozen is not None:
            highest[parent] = max(highest.get(parent, 0), item.frozen)


# --- times -----------------------------------------------------------------------------------


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
