"""Changing the rows of an agenda: pure functions from rows to rows.

An item moves with its subtree. No edit gives another item a new parent, so
numbers change only by the order of siblings. An item that itself comes under
another parent gives up the number that was frozen for it; that number is not
used again (see ``agenda_numbers``).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from consultations_gui.domain.agenda import BREAK_LEVEL, AgendaItem
from consultations_gui.domain.agenda_tree import (
    Items,
    parents,
    position,
    require_shape,
    subtree_end,
)
from consultations_gui.domain.agreement_tags import require_tag
from consultations_gui.domain.errors import (
    InvalidMinutesError,
    ItemCannotMoveError,
    LevelOutOfRangeError,
    OriginatorMissingError,
)
from consultations_gui.domain.protection import Marking

MAX_MINUTES = 24 * 60


def require_valid(item: AgendaItem) -> None:
    """Check what a row says of itself.

    Raises:
        InvalidMinutesError: minutes are negative or more than a day has.
        UnknownTagError: a tag that looks like an article's but is none of Arts. 2 and 3.
        OriginatorMissingError: restricted without an originator (Art. 6).
    """
    if item.minutes is not None and not 0 <= item.minutes <= MAX_MINUTES:
        raise InvalidMinutesError(uid=item.uid, minutes=item.minutes)
    for tag in item.tags:
        require_tag(tag)
    if item.marking is Marking.RESTRICTED and item.originator is None:
        raise OriginatorMissingError(uid=item.uid)


def add(items: Items, item: AgendaItem, after: str | None) -> Items:
    """Put a new row behind the row ``after`` (at the end if ``None``).

    A row that is not deeper than ``after`` stands behind the whole subtree,
    a deeper one becomes its first child.

    Raises:
        NotFoundError: there is no row ``after``.
        LevelJumpError, LevelOutOfRangeError, AgendaDayError, AlreadyExistsError:
            see ``agenda_tree.require_shape``.
        InvalidMinutesError, UnknownTagError, OriginatorMissingError: see :func:`require_valid`.
    """
    require_valid(item)
    start = len(items) if after is None else position(items, after) + 1
    index = _behind_deeper(items, start, item.level)
    result = (*items[:index], item, *items[index:])
    require_shape(result)
    return result


def change(items: Items, item: AgendaItem) -> Items:
    """Put ``item`` in the place of the row with its uid; level and order stay.

    Raises:
        NotFoundError: there is no such row.
        InvalidMinutesError, UnknownTagError, OriginatorMissingError: see :func:`require_valid`.
        AgendaDayError: the day is not 1 to 31.
    """
    require_valid(item)
    index = position(items, item.uid)
    kept = replace(item, level=items[index].level, frozen=items[index].frozen)
    result = (*items[:index], kept, *items[index + 1 :])
    require_shape(result)
    return result


def remove(items: Items, uid: str) -> Items:
    """Take a row out, with its subtree. Raises :class:`NotFoundError`."""
    index = position(items, uid)
    return items[:index] + items[subtree_end(items, index) :]


def set_day(items: Items, uid: str, day: int) -> Items:
    """Put a row with its subtree on meeting day ``day`` (from 1).

    Raises:
        NotFoundError: there is no such row.
        AgendaDayError: ``day`` is not 1 to 31.
    """
    index = position(items, uid)
    end = subtree_end(items, index)
    result = (
        *items[:index],
        *(replace(item, day=day) for item in items[index:end]),
        *items[end:],
    )
    require_shape(result)
    return result


def room(items: Items, uid: str) -> tuple[int, int]:
    """How many steps a row can move up and down among its siblings.

    A break counts as a step; a break itself moves row by row. Raises
    :class:`NotFoundError`.
    """
    starts = _blocks(items, position(items, uid))
    at = starts.index(position(items, uid))
    return at, len(starts) - 2 - at


def move(items: Items, uid: str, steps: int) -> Items:
    """Move a row with its subtree ``steps`` places up (negative) or down among its siblings.

    Raises:
        NotFoundError: there is no such row.
        ItemCannotMoveError: there is no such place.
    """
    up, down = room(items, uid)
    if not -up <= steps <= down:
        raise ItemCannotMoveError(uid=uid, steps=steps)
    starts = _blocks(items, position(items, uid))
    blocks = [items[a:b] for a, b in pairwise(starts)]
    blocks.insert(up + steps, blocks.pop(up))
    moved = tuple(item for block in blocks for item in block)
    return items[: starts[0]] + moved + items[starts[-1] :]


def shift(items: Items, uid: str, by: int, days: int) -> Items:
    """Move a row with its subtree one step up (``by`` = -1) or down (1), over the days too.

    A top-level row or a break at the edge of its meeting day comes to the
    next of ``days`` days first and keeps its place in the order.

    Raises:
        NotFoundError: there is no such row.
        ItemCannotMoveError: there is no such place.
    """
    index = position(items, uid)
    item = items[index]
    beside = items[index - 1 : index] if by < 0 else items[subtree_end(items, index) :][:1]
    within = item.level > 1 or (beside and beside[0].day == item.day)
    if within or not 1 <= item.day + by <= days:
        return move(items, uid, by)
    return set_day(items, uid, item.day + by)


def place(items: Items, uid: str, after: str | None, level: int | None = None) -> Items:
    """Move a row with its subtree behind the row ``after`` (to the top if ``None``).

    ``level`` is its new level, else it keeps its own; its subtree shifts with
    it. As with :func:`add`, nobody else's parent changes.

    Raises:
        NotFoundError: there is no such row.
        ItemCannotMoveError: ``after`` is the row itself or stands inside its subtree.
        LevelJumpError, LevelOutOfRangeError: it cannot stand so deep there; a
            break cannot become an item nor an item a break.
    """
    index = position(items, uid)
    end = subtree_end(items, index)
    block, rest = items[index:end], items[:index] + items[end:]
    if after in {item.uid for item in block}:
        raise ItemCannotMoveError(uid=uid, steps=0)
    wanted = block[0].level if level is None else level
    if block[0].is_break is not (wanted == BREAK_LEVEL):
        raise LevelOutOfRangeError(row=index + 1, uid=uid, level=wanted)
    shifted = _shifted(block, wanted - block[0].level)
    start = 0 if after is None else position(rest, after) + 1
    at = _behind_deeper(rest, start, wanted)
    return _settled(items, (*rest[:at], *shifted, *rest[at:]))


def indent(items: Items, uid: str, by: int) -> Items:
    """Make a row with its subtree one level deeper (``by`` = 1) or shallower (``by`` = -1).

    Deeper, it becomes the last child of the sibling before it; shallower, it
    stands behind the subtree of the parent it had.

    Raises:
        NotFoundError: there is no such row.
        LevelJumpError: there is no sibling before it to stand under.
        LevelOutOfRangeError: it or a descendant would leave levels 1 to 3, or it is a break.
    """
    index = position(items, uid)
    item = items[index]
    level = item.level + by
    if item.is_break or level == BREAK_LEVEL:
        raise LevelOutOfRangeError(row=index + 1, uid=uid, level=level)
    end = subtree_end(items, index)
    block, rest = _shifted(items[index:end], by), items[:index] + items[end:]
    parent = parents(items)[index]
    at = index if by > 0 or parent is None else subtree_end(items, parent) - len(block)
    return _settled(items, (*rest[:at], *block, *rest[at:]))


def _blocks(items: Items, index: int) -> list[int]:
    """Where each movable block around ``index`` starts, and where the last one ends."""
    if items[index].is_break:
        return list(range(len(items) + 1))
    level, parent = items[index].level, parents(items)[index]
    at = 0 if parent is None else parent + 1
    starts = []
    while at < len(items) and (items[at].is_break or items[at].level >= level):
        starts.append(at)
        at = subtree_end(items, at)
    return [*starts, at]


def _behind_deeper(items: Items, start: int, level: int) -> int:
    """The first index from ``start`` where a row of ``level`` takes nobody's child away."""
    index = start
    if level == BREAK_LEVEL:
        return index
    for at in range(start, len(items)):
        if items[at].is_break:
            continue
        if items[at].level <= level:
            break
        index = at + 1
    return index


def _shifted(block: Items, by: int) -> Items:
    return tuple(row if row.is_break else replace(row, level=row.level + by) for row in block)


def _settled(before: Items, after: Items) -> Items:
    """``after``, checked, without the frozen number of an item that changed its parent."""
    require_shape(after)
    old, new = _parent_of(before), _parent_of(after)
    return tuple(
        replace(item, frozen=None) if old[item.uid] != new[item.uid] else item for item in after
    )


def _parent_of(items: Items) -> dict[str, str | None]:
    return {
        item.uid: None if parent is None else items[parent].uid
        for item, parent in zip(items, parents(items), strict=True)
    }
