"""The journal: what each change leaves behind, undo, redo, and what tampering does to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from consultations_gui.application import audit, chain, codec, journal, ports
from consultations_gui.application.ports import Context
from consultations_gui.application.records import InvitationRecord, JournalEntry
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    DamagedRecordError,
    InUseError,
    NothingToRedoError,
    NothingToUndoError,
    NotUndoableError,
    StaleVersionError,
    UndoConflictError,
)
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Event, EventKind, Proposal
from tests.application.fakes import FakeClock, FakeRepository, Store, make_context

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def meeting(id: str = "R1", **given: Any) -> Consultation:
    value = Consultation(
        uid=f"uid-{id}",
        id=id,
        kind=Kind.REGULAR,
        number=int(id[1:]),
        status=Status.PLANNED,
        host=Side.CN,
        dates=None,
        venue=Venue("CN", "Beijing"),
    )
    return replace(value, **given)


def add(ctx: Context, value: Any, use_case: str = "consultation.add") -> Any:
    with journal.change(ctx, use_case) as change:
        return change.add(value)


def edit(ctx: Context, id: str = "R1", group: str | None = None, **given: Any) -> Consultation:
    with journal.change(ctx, "consultation.edit", group) as change:
        before = change.uow.consultations.get(id)
        return change.replace(before, replace(before, **given))


def stored(ctx: Context, id: str = "R1") -> Consultation:
    with ctx.work() as uow:
        return uow.consultations.get(id)


def entries(ctx: Context) -> tuple[JournalEntry, ...]:
    with ctx.work() as uow:
        return uow.journal.entries()


@pytest.fixture
def ctx() -> Context:
    return make_context("Li", clock=FakeClock(AT))


# --- what a change leaves ----------------------------------------------------------------------


def test_a_change_is_stored_and_journaled(ctx: Context) -> None:
    first = add(ctx, meeting())
    second = edit(ctx, basis="note 17")
    assert (first.version, second.version) == (1, 2)
    added, edited = entries(ctx)
    assert added == JournalEntry(
        seq=1,
        at=AT,
        actor="Li",
        use_case="consultation.add",
        kind="consultation",
        subject="R1",
        before=None,
        after=codec.to_json(first),
        group="1",
        hash=added.hash,
    )
    assert (edited.before, edited.after) == (added.after, codec.to_json(second))
    assert (edited.seq, edited.group, edited.previous) == (2, "2", added.hash)
    assert edited.at == AT + timedelta(seconds=1)


def test_nothing_is_left_of_a_failed_change(ctx: Context) -> None:
    def fail() -> None:
        with journal.change(ctx, "consultation.add") as change:
            change.add(meeting())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert entries(ctx) == ()


def test_a_change_that_changes_nothing_leaves_nothing(ctx: Context) -> None:
    value = add(ctx, meeting())
    assert edit(ctx) == value
    assert len(entries(ctx)) == 1


def test_one_step_has_one_time_and_one_group(ctx: Context) -> None:
    add(ctx, meeting())
    with journal.change(ctx, "agenda.start") as change:
        agenda = change.add(Agenda("R1"))
        change.replace(agenda, replace(agenda, symbol="IIS/2026/1"))
        assert change.now == AT + timedelta(seconds=1)
    assert [(e.group, e.at) for e in entries(ctx)[1:]] == [("2", AT + timedelta(seconds=1))] * 2


def test_put_and_remove_and_singles(ctx: Context) -> None:
    with journal.change(ctx, "office.init") as change:
        office = change.put(None, Office(Side.CN, "甲", "А"))
        office = change.put(office, replace(office, email="a@example.org"))
        change.remove(office)
        assert change.uow.office.get() is None
    assert [(e.kind, e.subject) for e in entries(ctx)] == [("office", "office")] * 3
    assert [audit_line.happening for audit_line in journal.history(ctx)] == [
        journal.Happening.REMOVED,
        journal.Happening.CHANGED,
        journal.Happening.ADDED,
    ]


def test_a_version_is_never_given_twice(ctx: Context) -> None:
    with journal.change(ctx, "test") as change:
        wishes = change.add(Wishes())
        wishes = change.replace(wishes, replace(wishes, gap=100))
        change.remove(wishes)
        assert change.add(Wishes()).version == 3


@pytest.mark.parametrize("value", [meeting(), Wishes()])
def test_what_exists_is_not_added(ctx: Context, value: Any) -> None:
    add(ctx, value)
    with pytest.raises(AlreadyExistsError):
        add(ctx, value)


# --- stale writes ------------------------------------------------------------------------------


def test_a_stale_write_says_who_changed_what(ctx: Context) -> None:
    wang = replace(ctx, actor="Wang")
    read = add(ctx, meeting())
    edit(wang, basis="note 17", venue=Venue("CN", "Shanghai"))
    with pytest.raises(StaleVersionError) as stale, journal.change(ctx, "test") as change:
        change.replace(read, replace(read, reason="mine"))
    error = stale.value
    assert (error.kind, error.id) == ("consultation", "R1")
    assert (error.actor, error.use_case) == ("Wang", "consultation.edit")
    assert error.at == "2026-11-23T06:00:01+00:00"
    assert error.fields == ("basis", "venue")


def test_a_stale_removal_and_a_thing_that_is_gone(ctx: Context) -> None:
    first = add(ctx, Office(Side.CN, "甲", "А"), "office.init")
    with journal.change(ctx, "office.edit") as change:
        change.replace(first, replace(first, email="b@example.org"))
    with pytest.raises(StaleVersionError) as stale, journal.change(ctx, "test") as change:
        change.remove(first)
    assert stale.value.fields == ("email",)
    journal.undo(ctx)
    journal.undo(ctx)
    with pytest.raises(StaleVersionError) as stale, journal.change(ctx, "test") as change:
        change.put(None, first)
    assert stale.value.fields == ()


def test_a_stale_write_of_what_the_journal_never_saw(ctx: Context) -> None:
    with ctx.work() as uow:
        uow.consultations.add(meeting())
        uow.commit()
    with pytest.raises(StaleVersionError) as stale, journal.change(ctx, "test") as change:
        change.replace(meeting(version=7), meeting(version=7, reason="x"))
    assert stale.value.actor == ""


# --- history -----------------------------------------------------------------------------------


def test_history(ctx: Context) -> None:
    add(ctx, meeting())
    add(ctx, meeting("R2"))
    edit(ctx, basis="note 17", sequence=1)
    journal.undo(ctx)
    lines = journal.history(ctx, "R1")
    assert [(line.seq, line.fields, line.undoes) for line in lines] == [
        (4, ("basis",), "3"),
        (3, ("basis",), ""),
        (1, (), ""),
    ]
    assert [line.seq for line in journal.history(ctx, limit=2)] == [4, 3]
    assert lines[1] == journal.HistoryLine(
        seq=3,
        at=AT + timedelta(seconds=2),
        actor="Li",
        use_case="consultation.edit",
        kind="consultation",
        subject="R1",
        happening=journal.Happening.CHANGED,
        fields=("basis",),
    )


# --- undo and redo -----------------------------------------------------------------------------


def test_undo_and_redo(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, basis="one")
    edit(ctx, basis="two")
    step = journal.undoable(ctx)
    assert step == journal.Step("consultation.edit", "R1", "consultation", ("basis",), step.at)  # type: ignore[union-attr]  # it is there
    assert journal.undo(ctx) == step
    assert stored(ctx).basis == "one"
    journal.undo(ctx)
    assert stored(ctx).basis == ""
    assert journal.redo(ctx).use_case == "consultation.edit"
    assert stored(ctx).basis == "one"
    journal.redo(ctx)
    assert stored(ctx).basis == "two"
    with pytest.raises(NothingToRedoError):
        journal.redo(ctx)
    assert stored(ctx).version == 7
    assert journal.verify(ctx) == journal.Verification(7)


def test_all_the_way_down_and_up_again(ctx: Context) -> None:
    add(ctx, meeting())
    for n in range(12):
        edit(ctx, basis=str(n))
    for _ in range(13):
        journal.undo(ctx)
    assert journal.undoable(ctx) is None
    with ctx.work() as uow:
        assert uow.consultations.all() == ()
    for n in ["", *range(12)]:
        journal.redo(ctx)
        assert stored(ctx).basis == str(n)
    assert journal.redoable(ctx) is None
    assert journal.verify(ctx).sound


def test_redone_steps_are_undone_like_others(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, basis="one")
    edit(ctx, basis="two")
    for _ in range(3):
        journal.undo(ctx)
        journal.undo(ctx)
        journal.redo(ctx)
        assert stored(ctx).basis == "one"
        journal.undo(ctx)
        assert stored(ctx).basis == ""
        journal.redo(ctx)
        journal.redo(ctx)
        assert stored(ctx).basis == "two"


def test_a_new_change_ends_redoing(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, basis="one")
    journal.undo(ctx)
    assert journal.redoable(ctx) is not None
    edit(ctx, basis="other")
    assert journal.redoable(ctx) is None
    with pytest.raises(NothingToRedoError):
        journal.redo(ctx)
    journal.undo(ctx)
    assert stored(ctx).basis == ""


def test_nothing_to_undo(ctx: Context) -> None:
    assert journal.undoable(ctx) is None
    with pytest.raises(NothingToUndoError):
        journal.undo(ctx)
    add(ctx, meeting())
    with pytest.raises(NothingToUndoError):
        journal.undo(replace(ctx, actor="Wang"))
    assert journal.redoable(replace(ctx, actor="Wang")) is None


def test_a_removal_is_undone(ctx: Context) -> None:
    value = add(ctx, meeting())
    with journal.change(ctx, "test") as change:
        change.remove(value)
    journal.undo(ctx)
    assert stored(ctx) == replace(value, version=2)
    journal.redo(ctx)
    journal.undo(ctx)
    assert stored(ctx) == replace(value, version=3)


def test_one_sitting_is_one_step(ctx: Context) -> None:
    add(ctx, meeting())
    for text in ("П", "Пе", "Пек"):
        edit(ctx, group="field-1", basis=text)
    edit(ctx, group="field-2", reason="x")
    assert [e.group for e in entries(ctx)] == ["1", *["2:field-1"] * 3, "5:field-2"]
    assert journal.undo(ctx).fields == ("reason",)
    assert journal.undo(ctx).fields == ("basis",)
    assert stored(ctx).basis == ""
    assert len(entries(ctx)) == 7, "three autosaves are taken back in one entry"
    assert journal.redo(ctx).fields == ("basis",)
    assert stored(ctx).basis == "Пек"


def test_a_sitting_goes_on_although_someone_else_works_elsewhere(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, group="field", basis="a")
    add(replace(ctx, actor="Wang"), meeting("R2"))
    edit(ctx, group="field", basis="ab")
    journal.undo(ctx)
    assert stored(ctx).basis == ""


def test_a_sitting_ends_with_an_undo_or_another_step(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, group="field", basis="a")
    journal.undo(ctx)
    edit(ctx, group="field", basis="b")
    edit(ctx, reason="x")
    edit(ctx, group="field", basis="c")
    assert [e.group for e in entries(ctx)] == ["1", "2:field", "3", "4:field", "5", "6:field"]
    journal.undo(ctx)
    assert stored(ctx).basis == "b"
    journal.undo(ctx)
    journal.undo(ctx)
    assert stored(ctx).basis == ""


def test_several_things_go_back_in_order(ctx: Context) -> None:
    with journal.change(ctx, "proposal.convene") as change:
        drafted = Event(EventKind.DRAFTED, Side.CN, 0, AT)
        proposal = change.add(Proposal("uuid", "P1", "题", "Тема", (drafted,)))
        made = change.add(meeting(proposal="P1"))
        done = Event(EventKind.CONVENED, Side.CN, 1, AT, consultation="R1")
        proposal = change.replace(proposal, replace(proposal, events=(drafted, done)))
        change.add(Agenda("R1"))
        change.replace(made, replace(made, basis="P1"))
    step = journal.undo(ctx)
    assert (step.kind, step.subject, step.fields) == ("proposal", "P1", ("basis", "events"))
    with ctx.work() as uow:
        for kept in (uow.proposals, uow.consultations, uow.agendas):
            assert kept.all() == ()
    journal.redo(ctx)
    assert stored(ctx).basis == "P1"
    with ctx.work() as uow:
        assert len(uow.proposals.get("P1").events) == 2
        assert uow.agendas.find("R1") is not None
    assert journal.verify(ctx).sound


def test_what_came_and_went_in_one_step(ctx: Context) -> None:
    with journal.change(ctx, "test") as change:
        change.remove(change.add(Wishes()))
        change.add(Wishes(gap=90))
    journal.undo(ctx)
    assert journal.undoable(ctx) is None
    journal.redo(ctx)
    journal.undo(ctx)
    with pytest.raises(NothingToUndoError):
        journal.undo(ctx)
    with ctx.work() as uow:
        assert uow.wishes.get() is None
    assert journal.verify(ctx).sound


def test_sequence_never_falls(ctx: Context) -> None:
    """A sent invitation may carry the higher number (RFC 5546, 2.1.4)."""
    add(ctx, meeting())
    edit(ctx, venue=Venue("CN", "Shanghai"), sequence=1)
    edit(ctx, basis="note")
    journal.undo(ctx)
    assert stored(ctx).sequence == 1, "nothing an invitation shows has changed"
    journal.undo(ctx)
    assert (stored(ctx).venue.city, stored(ctx).sequence) == ("Beijing", 2)
    journal.redo(ctx)
    assert (stored(ctx).venue.city, stored(ctx).sequence) == ("Shanghai", 3)
    journal.redo(ctx)
    assert stored(ctx).sequence == 3


# --- conflicts ---------------------------------------------------------------------------------


def test_undo_where_someone_touched_the_same_thing(ctx: Context) -> None:
    wang = replace(ctx, actor="Wang")
    add(ctx, meeting())
    edit(ctx, basis="mine")
    edit(wang, reason="theirs")
    with pytest.raises(UndoConflictError) as conflict:
        journal.undo(ctx)
    error = conflict.value
    assert (error.kind, error.subject) == ("consultation", "R1")
    assert (error.actor, error.use_case) == ("Wang", "consultation.edit")
    assert error.at == "2026-11-23T06:00:02+00:00"
    assert stored(ctx).basis == "mine"


def test_the_conflict_names_the_other_not_ones_own_later_steps(ctx: Context) -> None:
    wang = replace(ctx, actor="Wang")
    add(ctx, meeting())
    edit(ctx, basis="mine")
    edit(wang, reason="theirs")
    edit(ctx, cost_note="mine again")
    journal.undo(ctx)
    with pytest.raises(UndoConflictError) as conflict:
        journal.undo(ctx)
    assert conflict.value.actor == "Wang"


def test_what_someone_took_back_themselves_is_no_conflict(ctx: Context) -> None:
    wang = replace(ctx, actor="Wang")
    add(ctx, meeting())
    edit(ctx, basis="mine")
    edit(wang, reason="theirs")
    journal.undo(wang)
    journal.undo(ctx)
    assert stored(ctx).basis == ""
    with pytest.raises(UndoConflictError):
        journal.redo(wang)


def test_someone_removed_it(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, basis="mine")
    with journal.change(replace(ctx, actor="Wang"), "test") as change:
        change.remove(stored(ctx))
    with pytest.raises(UndoConflictError):
        journal.undo(ctx)


def test_a_thing_changed_past_the_journal_is_a_conflict(ctx: Context) -> None:
    add(ctx, meeting())
    value = edit(ctx, basis="mine")
    with ctx.work() as uow:
        uow.consultations.replace(replace(value, reason="nobody's"))
        uow.commit()
    with pytest.raises(UndoConflictError) as conflict:
        journal.undo(ctx)
    assert conflict.value.actor == "Li", "the last who is known to have touched it"


def test_a_thing_in_use_is_not_unmade(ctx: Context) -> None:
    add(ctx, meeting())
    add(replace(ctx, actor="Wang"), Agenda("R1"), "agenda.start")
    with pytest.raises(InUseError) as refused:
        journal.undo(ctx)
    assert (refused.value.kind, refused.value.id) == ("consultation", "R1")
    assert stored(ctx).version == 1


def test_what_left_the_house_is_not_undone(ctx: Context) -> None:
    add(ctx, meeting())
    edit(ctx, basis="note")
    with journal.change(ctx, "invitation.write") as change:
        change.sent(InvitationRecord("R1", "request", "a@example.org", 0, AT))
    assert journal.undoable(ctx) is None
    with pytest.raises(NotUndoableError) as refused:
        journal.undo(ctx)
    assert refused.value.use_case == "invitation.write"
    edit(ctx, basis="later")
    journal.undo(ctx)
    assert stored(ctx).basis == "note"
    assert journal.verify(ctx) == journal.Verification(5)


def test_a_transmitted_proposal_is_not_untransmitted(ctx: Context) -> None:
    add(ctx, Proposal("uuid", "P1", "题", "Тема", ()), "proposal.transmit")
    with pytest.raises(NotUndoableError):
        journal.undo(ctx)


# --- the chain ---------------------------------------------------------------------------------


def test_the_bytes_that_are_hashed(ctx: Context) -> None:
    with journal.change(replace(ctx, actor="Иванов"), "office.init") as change:
        change.add(Office(Side.RU, "秘书处", "Секретариат"))
    (entry,) = entries(ctx)
    after = (
        '{\\"cities\\":[],\\"email\\":\\"\\",\\"first_host\\":\\"CN\\",'
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


# --- what cannot be read -----------------------------------------------------------------------


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

    monkeypatch.setattr("tests.application.fakes.FakeInvitations.all", broken)
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
