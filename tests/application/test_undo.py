"""Undo and redo: whose, in which order, across what, and when not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.application.records import InvitationRecord
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.errors import (
    InUseError,
    NothingToRedoError,
    NothingToUndoError,
    NotUndoableError,
    UndoConflictError,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Event, EventKind, Proposal
from tests.application.journaling import AT, add, context, edit, entries, meeting, stored


@pytest.fixture
def ctx() -> Context:
    return context()


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


# --- conflicts -----------------------------------------------------------------------------------


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
