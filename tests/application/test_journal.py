"""The journal: what each change leaves behind, undo, redo, and what tampering does to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.errors import NothingToUndoError
from consultations_gui.domain.parties import Side, Venue
from tests.application.fakes import make_context


def round_(number: int = 1, **fields: object) -> Consultation:
    value = Consultation(
        uid=f"uid-{number}",
        id=f"R{number}",
        kind=Kind.REGULAR,
        number=number,
        status=Status.PLANNED,
        host=Side.CN,
        dates=None,
        venue=Venue("CN", "Beijing"),
    )
    return replace(value, **fields)  # type: ignore[arg-type]  # fields are the test's own


def add(ctx: Context, value: Consultation) -> Consultation:
    with journal.change(ctx, "consultation.add") as change:
        return change.add(value)


def test_add_undo_redo() -> None:
    ctx = make_context()
    stored = add(ctx, round_())
    assert stored.version == 1
    step = journal.undo(ctx)
    assert (step.use_case, step.subject) == ("consultation.add", "R1")
    with ctx.work() as uow:
        assert uow.consultations.find("R1") is None
    with pytest.raises(NothingToUndoError):
        journal.undo(ctx)
    journal.redo(ctx)
    with ctx.work() as uow:
        assert uow.consultations.get("R1").version == 2
    assert journal.verify(ctx) == journal.Verification(3)
