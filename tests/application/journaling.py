"""What the tests of the journal share: a meeting, and short ways to change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from consultations_gui.application import journal
from consultations_gui.application.ports import Context
from consultations_gui.application.records import JournalEntry
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import Side, Venue
from tests.application.fakes import FakeClock, make_context

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


def context() -> Context:
    return make_context("Li", clock=FakeClock(AT))
