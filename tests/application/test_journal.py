"""The journal: what each change leaves behind, stale writes, history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from consultations_gui.application import codec, journal
from consultations_gui.application.ports import Context
from consultations_gui.application.records import JournalEntry
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.errors import (
    AlreadyExistsError,
    NoHistoryError,
    StaleVersionError,
)
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.planner import Wishes
from tests.application.journaling import AT, add, context, edit, entries, meeting


@pytest.fixture
def ctx() -> Context:
    return context()


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


# --- stale writes --------------------------------------------------------------------------------


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


def test_nothing_ever_called_so_has_no_history(ctx: Context) -> None:
    assert journal.history(ctx) == ()
    with pytest.raises(NoHistoryError) as refused:
        journal.history(ctx, "R9")
    assert refused.value.id == "R9"


# --- history -------------------------------------------------------------------------------------


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
    assert journal.history(ctx, "r1") == lines
    assert lines[1] == journal.HistoryLine(
        seq=3,
        at=AT + timedelta(seconds=2),
        actor="Li",
        use_case="consultation.edit",
        kind="consultation",
        subject="R1",
        happening=journal.Happening.CHANGED,
        fields=("basis",),
        group="3",
    )
