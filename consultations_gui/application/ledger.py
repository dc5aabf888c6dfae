"""The ledger of rounds over the whole register. Whose turn it is alone: see ``turns``."""

from __future__ import annotations

from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain import rotation
from consultations_gui.domain.parties import Side

OPENING_SIDE = Side.CN
"""Who hosts the very first round while no office is set; the office's setting wins."""


def ledger(ctx: Context) -> rotation.Ledger:
    """Every meeting in order, whose turn is next and why, the balance, and what to look at."""
    with ctx.work() as uow:
        return rotation.ledger(uow.consultations.all(), first_host(uow))


def first_host(uow: UnitOfWork) -> Side:
    """The side that hosts the very first regular round."""
    office = uow.office.get()
    return office.first_host if office else OPENING_SIDE
