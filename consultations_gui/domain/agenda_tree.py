"""The shape of an agenda: a flat list of rows with levels, read as a tree.

Breaks (level 0) are transparent: they stand between rows without being
anybody's child. An edit that moves one item never gives another item a new
parent, so nobody's number changes behind their back.
"""

from __future__ import annotations

from collections.abc import Sequence

from consultations_gui.domain.agenda import BREAK_LEVEL, MAX_DAYS, MAX_LEVEL, AgendaItem
from consultations_gui.domain.errors import (
    AgendaDayError,
    AlreadyExistsError,
    LevelJumpError,
    LevelOutOfRangeError,
    NotFoundError,
)

Items = tuple[AgendaItem, ...]


def parents(items: Sequence[AgendaItem]) -> tuple[int | None, ...]:
    """Index of each row's parent; ``None`` for top-level items and for breaks."""
    found: list[int | None] = []
    path: list[int] = []
    for index, item in enumerate(items):
        if item.is_break:
            found.append(None)
            continue
        while path and items[path[-1]].level >= item.level:
            path.pop()
        found.append(path[-1] if path else None)
        path.append(index)
    return tuple(found)


def position(items: Sequence[AgendaItem], uid: str) -> int:
    """Index of the row called ``uid``. Raises :class:`NotFoundError`."""
    for index, item in enumerate(items):
        if item.uid == uid:
            return index
    raise NotFoundError(kind="agenda_item", id=uid)


def subtree_end(items: Sequence[AgendaItem], index: int) -> int:
    """Index after the last descendant of the row at ``index``.

    A break between two descendants belongs to the subtree, one behind the
    last descendant does not.
    """
    root = items[index]
    end = index + 1
    if root.is_break:
        return end
    for at in range(index + 1, len(items)):
        if items[at].is_break:
            continue
        if items[at].level <= root.level:
            break
        end = at + 1
    return end


def require_shape(items: Sequence[AgendaItem]) -> None:
    """Check levels, days and that no row stands twice.

    Raises:
        LevelOutOfRangeError: a level is not 0 to 3.
        LevelJumpError: an item stands more than one level under the item before it.
        AgendaDayError: a day is not 1 to 31.
        AlreadyExistsError: two rows have the same uid.
    """
    above = BREAK_LEVEL
    seen: set[str] = set()
    for row, item in enumerate(items, 1):
        if item.uid in seen:
            raise AlreadyExistsError(kind="agenda_item", id=item.uid)
        seen.add(item.uid)
        if not 1 <= item.day <= MAX_DAYS:
            raise AgendaDayError(uid=item.uid, day=item.day, days=MAX_DAYS)
        if not BREAK_LEVEL <= item.level <= MAX_LEVEL:
            raise LevelOutOfRangeError(row=row, uid=item.uid, level=item.level)
        if item.is_break:
            continue
        if item.level > above + 1:
            raise LevelJumpError(row=row, uid=item.uid, level=item.level, above=above)
        above = item.level
