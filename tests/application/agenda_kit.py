"""Round R1 and short ways to its agenda, for tests of agenda use cases."""

from __future__ import annotations

from datetime import date

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Status,
)
from consultations_gui.domain.parties import NOWHERE, Side

TWO_DAYS = Dates(date(2027, 4, 6), date(2027, 4, 7))


def with_round(ctx: Context, dates: Dates | None = TWO_DAYS) -> Context:
    """``ctx`` with round R1 in its register."""
    with journal.change(ctx, "consultation.add") as step:
        step.add(
            Consultation(
                uid="u1",
                id="R1",
                kind=Kind.REGULAR,
                number=1,
                status=Status.PLANNED,
                host=Side.CN,
                dates=dates,
                venue=NOWHERE,
            )
        )
    return ctx


def add(ctx: Context, zh: str = "议题", ru: str = "Вопрос", **more: object) -> AgendaItem:
    view = agendas.add_item(ctx, "R1", zh=zh, ru=ru, **more)  # type: ignore[arg-type]  # passed on
    return view.row(view.touched[0]).item


def item(ctx: Context, uid: str) -> AgendaItem:
    return agendas.show(ctx, "R1").row(uid).item


def steps(ctx: Context) -> list[str]:
    return [line.use_case for line in journal.history(ctx, "R1") if line.kind == "agenda"]
