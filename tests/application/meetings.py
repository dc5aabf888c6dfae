"""Registers that hold meetings, written as an import writes them."""

from __future__ import annotations

from consultations_gui.application.journal import change
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.application.fakes import make_context


def record(ctx: Context, *meetings: Consultation) -> None:
    with change(ctx, "ledger.import") as step:
        for one in meetings:
            step.add(one)


def register(*meetings: Consultation) -> Context:
    """A register without an office, with the calendars of the program itself."""
    ctx = make_context(workdays=LibraryWorkdays())
    record(ctx, *meetings)
    return ctx
