"""What happens when two people edit one agenda row: merged field by field, or refused.

A field that only one of them changed is taken from that one. A field that
both changed differently is refused with the other's name and time; nobody's
words are overwritten unseen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.records import JournalEntry
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import StaleVersionError
from consultations_gui.domain.parties import Lang

FIELDS = ("minutes", "lead", "speakers", "tags", "marking", "originator", "day")
"""Fields of a row that are set as a whole; texts, level and approvals have ways of their own."""

_PAGE = 50


def merged(
    uow: UnitOfWork, agenda: str, stored: AgendaItem, item: AgendaItem, base: AgendaItem
) -> AgendaItem:
    """``stored`` with every field of :data:`FIELDS` in which ``item`` differs from ``base``.

    Raises:
        StaleVersionError: someone set one of them otherwise since ``base`` was read.
    """
    mine: dict[str, Any] = {
        name: getattr(item, name) for name in FIELDS if getattr(item, name) != getattr(base, name)
    }
    for name, value in mine.items():
        if getattr(stored, name) not in (getattr(base, name), value):
            raise _clash(_last_change(uow, agenda, stored.uid, name), agenda, name)
    return replace(stored, **mine)


def require_text_seen(
    ctx: Context,
    uow: UnitOfWork,
    agenda: str,
    stored: AgendaItem,
    base: Bilingual,
    lang: Lang,
    group: str | None,
) -> None:
    """Refuse to type over a text in ``lang`` that was changed elsewhere since ``base``.

    What this sitting itself (the actor's edit session ``group``) saved before
    is no such change.

    Raises:
        StaleVersionError: says who changed the text and when.
    """
    if stored.text.text(lang) == base.text(lang):
        return
    entry = _last_change(uow, agenda, stored.uid, "text", str(lang))
    own = entry is not None and entry.actor == ctx.actor
    if not (own and entry and group and entry.group.partition(":")[2] == group):
        raise _clash(entry, agenda, str(lang))


def _last_change(uow: UnitOfWork, agenda: str, uid: str, *path: str) -> JournalEntry | None:
    """The newest entry that changed this field of this row."""
    return next(
        (
            entry
            for entry in _newest_first(uow, agenda)
            if _value(entry.before, uid, path) != _value(entry.after, uid, path)
        ),
        None,
    )


def _newest_first(uow: UnitOfWork, agenda: str) -> Iterator[JournalEntry]:
    seen, limit = 0, _PAGE
    while True:
        entries = uow.journal.entries(kind="agenda", subject=agenda, limit=limit, newest_first=True)
        yield from entries[seen:]
        if len(entries) < limit:
            return
        seen, limit = limit, limit * 2


def _value(state: str | None, uid: str, path: tuple[str, ...]) -> object:
    """What a journaled state of the agenda holds at ``path`` of one row; ``None`` if nothing."""
    if state is None:
        return None
    found: Any = next((row for row in json.loads(state)["items"] if row["uid"] == uid), None)
    for name in path:
        found = None if found is None else found[name]
    return found


def _clash(entry: JournalEntry | None, agenda: str, name: str) -> StaleVersionError:
    if entry is None:
        return StaleVersionError(kind="agenda", id=agenda, fields=(name,))
    return StaleVersionError(
        kind="agenda",
        id=agenda,
        actor=entry.actor,
        use_case=entry.use_case,
        at=entry.at.isoformat(),
        fields=(name,),
    )
