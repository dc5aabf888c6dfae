"""An agenda table in the place of the rows that stand there: who stays who.

A table knows texts and levels, and perhaps lengths and leads; whatever else a
row holds (speakers, tags, marking, approvals, its frozen number) only the
agenda knows. So a row of the table that is a row of the agenda takes that
row's place and keeps all this; an approval counts on where the content is
still the one that was approved.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.agenda_approval import content_hash
from consultations_gui.domain.agenda_edits import require_valid
from consultations_gui.domain.agenda_tree import Items, parents, require_shape
from consultations_gui.domain.bilingual import Bilingual


class Fate(StrEnum):
    """What taking a table over does to a row."""

    KEPT = "kept"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Merged:
    """The rows as the agenda has them then, and what becomes of each.

    ``fates`` go with ``items``: kept, changed or added. ``removed`` are the
    rows that go, in their order. ``repeated`` are the uids of added rows whose
    two texts stood on the agenda already.
    """

    items: Items
    fates: tuple[Fate, ...]
    removed: Items = ()
    repeated: tuple[str, ...] = ()

    def of(self, fate: Fate) -> Items:
        """The rows with this fate."""
        if fate is Fate.REMOVED:
            return self.removed
        pairs = zip(self.items, self.fates, strict=True)
        return tuple(item for item, own in pairs if own is fate)


_Key = Callable[[AgendaItem], object]
_WORDINGS: tuple[_Key, ...] = (
    lambda item: (item.text.zh, item.text.ru),
    lambda item: item.text.zh,
    lambda item: item.text.ru,
)
"""How a row is known again: by both texts, else by the one of them that is still the same."""


def appended(before: Items, rows: Items, fields: Collection[str]) -> Merged:
    """``rows`` behind all that stand there, on the last one's day.

    With ``day`` among the ``fields`` that the table has, each row is on its own day.

    Raises what ``agenda_edits.add`` raises.
    """
    there = {(item.text.zh, item.text.ru) for item in before if not item.is_break}
    day = before[-1].day if before else 1
    added = rows if "day" in fields else tuple(replace(row, day=day) for row in rows)
    items = (*before, *added)
    _require(items, added)
    repeated = (row.uid for row in added if (row.text.zh, row.text.ru) in there)
    fates = (Fate.KEPT,) * len(before) + (Fate.ADDED,) * len(added)
    return Merged(items, fates, repeated=tuple(repeated))


def replaced(before: Items, rows: Items, fields: Collection[str], at: datetime) -> Merged:
    """``rows`` in the place of those that stand there.

    ``fields`` says which of ``minutes``, ``lead`` and ``day`` the table has; of
    those it has not, a row keeps its own. ``at`` (aware, UTC) is when a text that
    differs counts as edited; the table shows both texts side by side, so a
    pair of which it changes one is in step. A row that is new is put on the
    day of the row before it, where the table names no days.

    Raises what ``agenda_edits.add`` raises.
    """
    partners = _partners(before, rows)
    items: list[AgendaItem] = []
    day = before[0].day if before else 1
    for row in rows:
        old = partners.get(row.uid)
        own = row if "day" in fields else replace(row, day=day if old is None else old.day)
        taken = own if old is None else _taken(old, own, fields, at)
        items.append(taken)
        day = taken.day
    result = _with_numbers(before, tuple(items))
    _require(result, result)
    olds = {item.uid: item for item in before}
    stay = {item.uid for item in result}
    return Merged(
        items=result,
        fates=tuple(_fate(olds.get(item.uid), item) for item in result),
        removed=tuple(item for item in before if item.uid not in stay),
    )


def _partners(before: Items, rows: Items) -> dict[str, AgendaItem]:
    """By the uid of a table's row, the row of the agenda that it is; each is found once."""
    found: dict[str, AgendaItem] = {}
    for wording in _WORDINGS:
        taken = {item.uid for item in found.values()}
        free: dict[object, deque[AgendaItem]] = defaultdict(deque)
        for item in before:
            if item.uid not in taken:
                free[item.is_break, wording(item)].append(item)
        for row in rows:
            waiting = free.get((row.is_break, wording(row)))
            if row.uid not in found and wording(row) and waiting:
                found[row.uid] = waiting.popleft()
    return found


def _taken(old: AgendaItem, row: AgendaItem, fields: Collection[str], at: datetime) -> AgendaItem:
    return replace(
        old,
        level=row.level,
        text=_text(old.text, row.text, at),
        minutes=row.minutes if "minutes" in fields else old.minutes,
        lead=row.lead if "lead" in fields else old.lead,
        day=row.day,
    )


def _text(old: Bilingual, new: Bilingual, at: datetime) -> Bilingual:
    if (old.zh, old.ru) == (new.zh, new.ru):
        return old
    zh_at = old.zh_at if new.zh == old.zh else at
    ru_at = old.ru_at if new.ru == old.ru else at
    return Bilingual(new.zh, new.ru, zh_at if new.zh else None, ru_at if new.ru else None)


def _with_numbers(before: Items, after: Items) -> Items:
    """``after``, without the frozen number of an item that came under another parent."""
    old, new = _parent_of(before), _parent_of(after)
    return tuple(
        replace(item, frozen=None) if old.get(item.uid) != new[item.uid] else item for item in after
    )


def _parent_of(items: Items) -> dict[str, str | None]:
    return {
        item.uid: None if parent is None else items[parent].uid
        for item, parent in zip(items, parents(items), strict=True)
    }


def _fate(old: AgendaItem | None, new: AgendaItem) -> Fate:
    if old is None:
        return Fate.ADDED
    same_place = (old.level, old.day) == (new.level, new.day)
    same = same_place and content_hash(old) == content_hash(new)
    return Fate.KEPT if same else Fate.CHANGED


def _require(items: Items, rows: Sequence[AgendaItem]) -> None:
    for row in rows:
        require_valid(row)
    require_shape(items)
