"""The chain of entries, and what tampering does to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from consultations_gui.application import audit, chain, codec, journal, ports
from consultations_gui.application.ports import Context
from consultations_gui.application.records import InvitationRecord, JournalEntry
from consultations_gui.domain.errors import (
    DamagedRecordError,
)
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from tests.application.fakes import FakeRepository, Store
from tests.application.journaling import AT, add, context, edit, entries, meeting


@pytest.fixture
def ctx() -> Context:
    return context()


def test_the_bytes_that_are_hashed(ctx: Context) -> None:
    with journal.change(replace(ctx, actor="Иванов"), "office.init") as change:
        change.add(Office(Side.RU, "秘书处", "Секретариат"))
    (entry,) = entries(ctx)
    after = (
        '{\\"cities\\":[],\\"email\\":\\"\\",\\"extraordinary_ru\\":\\"внеочередные\\",'
        '\\"first_host\\":\\"CN\\",\\"keys\\":[],'
        '\\"name_ru\\":\\"Секретариат\\",\\"name_zh\\":\\"秘书处\\",\\"side\\":\\"RU\\",'
        '\\"version\\":1}'
    )
    text = (
        f'{{"actor":"Иванов","after":"{after}","at":"2026-11-23T06:00:00+00:00","before":null,'
        '"group":"1","kind":"office","previous":"","redoes":"","seq":1,"subject":"office",'
        '"undoes":"","use_case":"office.init"}'
    )
    assert entry.hash == hashlib.sha256(text.encode()).hexdigest()


def test_an_empty_journal_is_sound(ctx: Context) -> None:
    verification = journal.verify(ctx)
    assert verification == journal.Verification(0)
    assert verification.sound


def _store(ctx: Context) -> Store:
    unit: Any = ctx.work()
    found: Store = unit._store
    return found


Tamper = Callable[[Store], None]


def _alter(seq: int, **given: Any) -> Tamper:
    def tamper(store: Store) -> None:
        store.journal[seq - 1] = replace(store.journal[seq - 1], **given)

    return tamper


def _delete(seq: int) -> Tamper:
    def tamper(store: Store) -> None:
        del store.journal[seq - 1]

    return tamper


def _swap(store: Store) -> None:
    second, third = store.journal[1:3]
    store.journal[1:3] = [replace(third, seq=2), replace(second, seq=3)]


def _rewrite(seq: int, **given: Any) -> Tamper:
    """Alter an entry and make the chain from there on anew."""

    def tamper(store: Store) -> None:
        last = store.journal[seq - 2] if seq > 1 else None
        for place in range(seq - 1, len(store.journal)):
            entry = store.journal[place]
            if entry.seq == seq:
                entry = replace(entry, **given)
            last = store.journal[place] = chain.sealed(entry, last)

    return tamper


def _change_row(store: Store) -> None:
    rows = store.rows["consultation"]
    rows["R1"] = replace(rows["R1"], basis="by hand")


def _remove_row(store: Store) -> None:
    del store.rows["consultation"]["R2"]


def _add_row(store: Store) -> None:
    store.rows["consultation"]["R9"] = meeting("R9", version=1)


def _drop_sent(store: Store) -> None:
    store.sent.clear()


def _more_sent(store: Store) -> None:
    store.sent.append(InvitationRecord("R1", "cancel", "", 1, AT))


def _other_sent(store: Store) -> None:
    store.sent[0] = replace(store.sent[0], recipient="b@example.org")


@pytest.mark.parametrize(
    ("tamper", "first_bad"),
    [
        (_alter(2, after='{"basis":"other"}'), 2),
        (_alter(2, actor="Wang"), 2),
        (_alter(3, at=AT - timedelta(days=1)), 3),
        (_alter(3, use_case="harmless"), 3),
        (_alter(2, hash="0" * 64), 2),
        (_alter(3, previous="0" * 64), 3),
        (_delete(1), 2),
        (_delete(3), 4),
        (_delete(6), 6),
        (_swap, 2),
        (_rewrite(1, after="{}"), 3),
        (_rewrite(1, after="gibberish"), 3),
        (_rewrite(1, after=None, before="{}"), 1),
        (_rewrite(6, subject="R7"), 6),
        (_change_row, 4),
        (_remove_row, 2),
        (_add_row, 7),
        (_drop_sent, 5),
        (_more_sent, 7),
        (_other_sent, 5),
    ],
)
def test_tampering_is_found(ctx: Context, tamper: Tamper, first_bad: int) -> None:
    add(ctx, meeting())
    add(ctx, meeting("R2"))
    edit(ctx, basis="one")
    edit(ctx, basis="two")
    with journal.change(ctx, "invitation.write") as change:
        change.sent(InvitationRecord("R1", "request", "a@example.org", 0, AT))
    add(ctx, Wishes())
    assert journal.verify(ctx) == journal.Verification(6)
    tamper(_store(ctx))
    verification = journal.verify(ctx)
    assert verification.first_bad == first_bad
    assert not verification.sound


def test_a_thing_that_lost_all_its_entries(ctx: Context) -> None:
    add(ctx, meeting())
    _delete(1)(_store(ctx))
    assert journal.verify(ctx) == journal.Verification(0, first_bad=1)


def test_entries_of_an_older_program_still_fit(ctx: Context) -> None:
    """It did not know some field yet; the value is the same with that field's default."""
    add(ctx, meeting())
    (entry,) = entries(ctx)
    known = json.loads(entry.after or "")
    del known["cost_note"]
    _rewrite(1, after=codec.dump(known))(_store(ctx))
    assert journal.verify(ctx).sound
    edit(ctx, basis="by the newer program")
    assert journal.verify(ctx).sound


def test_more_entries_than_a_page(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "_PAGE", 3)
    for n in range(1, 8):
        add(ctx, meeting(f"R{n}"))
    assert journal.verify(ctx) == journal.Verification(7)


# --- what cannot be read -------------------------------------------------------------------------


def _damage(monkeypatch: pytest.MonkeyPatch, ids: set[str]) -> None:
    find, every = FakeRepository.find, FakeRepository.all

    def broken_find(self: Any, id: str) -> Any:
        if id in ids:
            raise DamagedRecordError(kind="consultation", id=id)
        return find(self, id)

    def broken_all(self: Any) -> Any:
        if self._kind == "consultation":
            raise DamagedRecordError(kind="consultation")
        return every(self)

    monkeypatch.setattr(FakeRepository, "find", broken_find)
    monkeypatch.setattr(FakeRepository, "all", broken_all)


def test_a_damaged_row_is_named(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(1, 4):
        add(ctx, meeting(f"R{n}"))
    _damage(monkeypatch, {"R2"})
    assert journal.verify(ctx) == journal.Verification(3, first_bad=2)


def test_a_damaged_row_nobody_knows(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ctx, meeting())
    _damage(monkeypatch, set())
    assert journal.verify(ctx) == journal.Verification(1, first_bad=2)


def test_a_damaged_record_of_an_invitation(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ctx, meeting())

    def broken(self: object) -> object:
        raise DamagedRecordError(kind="invitation")

    monkeypatch.setattr("tests.application.fake_register.FakeInvitations.all", broken)
    assert journal.verify(ctx) == journal.Verification(1, first_bad=2)


class DamagedJournal:
    """A journal whose entry ``bad`` cannot be read."""

    def __init__(self, journal: ports.Journal, bad: int) -> None:
        self._journal = journal
        self._bad = bad

    def entries(self, *, after: int, limit: int) -> tuple[JournalEntry, ...]:
        found = self._journal.entries(after=after, limit=limit)
        if any(entry.seq == self._bad for entry in found):
            raise DamagedRecordError(kind="journal")
        return found


@pytest.mark.parametrize(("tamper", "first_bad"), [(None, 4), (_alter(2, actor="Wang"), 2)])
def test_a_damaged_entry_is_named(ctx: Context, tamper: Tamper | None, first_bad: int) -> None:
    for n in range(1, 6):
        add(ctx, meeting(f"R{n}"))
    if tamper:
        tamper(_store(ctx))

    def work() -> ports.UnitOfWork:
        unit: Any = ctx.work()
        unit._begin()
        unit._begin = lambda: None
        unit.journal = DamagedJournal(unit.journal, 4)
        opened: ports.UnitOfWork = unit
        return opened

    assert journal.verify(replace(ctx, work=work)) == journal.Verification(first_bad - 1, first_bad)
