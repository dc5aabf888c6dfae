"""Two states of an agenda compared item by item, in both texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from consultations_gui.domain.agenda import Agenda, AgendaItem, Revision
from consultations_gui.domain.agenda_numbers import numbers
from consultations_gui.domain.agenda_tree import parents
from consultations_gui.domain.parties import Lang

_DETAILS = ("minutes", "lead", "speakers", "tags", "marking", "originator", "day")


@dataclass(frozen=True)
class Numbered:
    """A row as it stood, with its number then in both styles."""

    item: AgendaItem
    number_zh: str
    number_ru: str


@dataclass(frozen=True)
class ItemChange:
    """What became of one row; ``before`` or ``after`` is ``None`` if it was not there.

    ``moved`` means another parent or another place among its siblings, not a
    number that changed because others came or went. ``details`` names the
    other fields that differ (``"minutes"``, ``"lead"``, …).
    """

    uid: str
    before: Numbered | None
    after: Numbered | None
    moved: bool = False
    zh: bool = False
    ru: bool = False
    details: tuple[str, ...] = ()

    @property
    def added(self) -> bool:
        """The row is new."""
        return self.before is None

    @property
    def removed(self) -> bool:
        """The row is gone."""
        return self.after is None

    @property
    def changed(self) -> bool:
        """Anything at all is different, a new number of an unmoved row apart."""
        return any((self.added, self.removed, self.moved, self.zh, self.ru, self.details))


def compare(before: Revision | Agenda, after: Revision | Agenda) -> tuple[ItemChange, ...]:
    """Every row of both, in the order of ``after``; removed ones where they stood."""
    old, new = _numbered(before), _numbered(after)
    moved = _moved(before.items, after.items)
    return tuple(
        _change(uid, old.get(uid), new.get(uid), moved=uid in moved)
        for uid in _merged(tuple(old), tuple(new))
    )


def _numbered(state: Revision | Agenda) -> dict[str, Numbered]:
    source = state if isinstance(state, Agenda) else state.items
    columns = zip(state.items, numbers(source, Lang.ZH), numbers(source, Lang.RU), strict=True)
    return {item.uid: Numbered(item, zh, ru) for item, zh, ru in columns}


def _change(uid: str, old: Numbered | None, new: Numbered | None, *, moved: bool) -> ItemChange:
    if old is None or new is None:
        return ItemChange(uid, old, new)
    was, now = old.item, new.item
    return ItemChange(
        uid,
        old,
        new,
        moved=moved,
        zh=was.text.zh != now.text.zh,
        ru=was.text.ru != now.text.ru,
        details=tuple(name for name in _DETAILS if getattr(was, name) != getattr(now, name)),
    )


def _merged(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """All of ``new`` in its order, each of the others behind the row it stood behind."""
    order, known, behind = list(new), set(new), -1
    for uid in old:
        if uid in known:
            behind = order.index(uid)
            continue
        behind += 1
        order.insert(behind, uid)
    return order


def _moved(before: Sequence[AgendaItem], after: Sequence[AgendaItem]) -> set[str]:
    """Rows with another parent, and as few others as explain the new order of siblings."""
    old, new = _families(before), _families(after)
    place = {item.uid: at for at, item in enumerate(before)}
    moved = {uid for uid, parent in new.items() if uid in old and old[uid] != parent}
    for family in dict.fromkeys(new.values()):
        stayed = [u for u, p in new.items() if p == family and u in old and u not in moved]
        kept = _longest_rising([place[uid] for uid in stayed])
        moved.update(uid for at, uid in enumerate(stayed) if at not in kept)
    return moved


def _families(items: Sequence[AgendaItem]) -> dict[str, str]:
    """Whose child each row is; a break belongs with the item that follows it."""
    above = parents(items)
    found: dict[str, str] = {}
    follows = ""
    for index in reversed(range(len(items))):
        if not items[index].is_break:
            parent = above[index]
            follows = "" if parent is None else items[parent].uid
        found[items[index].uid] = follows
    return dict(reversed(found.items()))


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Indexes of a longest rising subsequence."""
    tails: list[int] = []
    chain: list[int] = []
    back: list[int] = []
    for index, value in enumerate(places):
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
        chain[at : at + 1] = [index]
        back.append(chain[at - 1] if at else -1)
    kept: set[int] = set()
    index = chain[-1] if chain else -1
    while index >= 0:
        kept.add(index)
        index = back[index]
    return kept
