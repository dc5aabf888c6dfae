"""Hosts changed by agreement, stored as one step each."""

from __future__ import annotations

import pytest

from consultations_gui.application import hosting
from consultations_gui.application.journal import change, undo, undoable
from consultations_gui.application.ledger import ledger
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Status, TurnRecord
from consultations_gui.domain.errors import ConsentMissingError, NotFoundError, UnknownCityZoneError
from consultations_gui.domain.parties import Side, Venue
from tests.application.fakes import make_context
from tests.domain.rounds import CN, RU, agreed, days, meeting


@pytest.fixture
def ctx() -> Context:
    made = make_context()
    with change(made, "consultation.import") as step:
        step.add(meeting("R1", CN, Status.PLANNED, days("2027-04-12")))
        step.add(meeting("R2", RU, Status.PLANNED, days("2027-10-12")))
    return made


def hosts(ctx: Context) -> list[Side | None]:
    return [entry.host for entry in ledger(ctx).entries]


def test_a_venue_out_of_turn_is_stored_with_its_basis(ctx: Context) -> None:
    made = hosting.host_out_of_turn(ctx, "R1", Venue(city="Казань"), agreed())
    assert (made.venue, made.host) == (Venue("RU", "Kazan"), RU)
    assert ledger(ctx).entries[0].basis == "note 1"
    assert undoable(ctx) is not None
    undo(ctx)
    assert hosts(ctx) == [CN, RU]


def test_a_swap_is_one_step(ctx: Context) -> None:
    seen = hosting.after_swap(ctx, "R1", "R2", agreed(), keep_order=False)
    assert hosts(ctx) == [CN, RU]
    hosting.swap_hosts(ctx, "R1", "R2", agreed())
    assert hosts(ctx) == [RU, CN]
    assert ledger(ctx) == seen
    undo(ctx)
    assert hosts(ctx) == [CN, RU]


def test_what_is_refused_changes_nothing(ctx: Context) -> None:
    with pytest.raises(ConsentMissingError):
        hosting.swap_hosts(ctx, "R1", "R2", TurnRecord(), keep_order=True)
    with pytest.raises(NotFoundError):
        hosting.after_swap(ctx, "R1", "R9", agreed(), keep_order=True)
    with pytest.raises(UnknownCityZoneError):
        hosting.host_out_of_turn(ctx, "R1", Venue("KZ", "Nowhere"), agreed())
    assert hosts(ctx) == [CN, RU]
