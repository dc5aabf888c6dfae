"""The printed numbers of an agenda in both styles.

Both numberings come from one tree, so the Chinese and the Russian text cannot
disagree on them. Numbers are never stored, but for those that were circulated.
"""

from __future__ import annotations

from collections.abc import Sequence

from consultations_gui.domain import agenda_tree
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.parties import Lang

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
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
