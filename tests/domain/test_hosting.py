"""Hosts changed by agreement: a venue out of turn, two rounds exchanged, and the order after it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import errors
from consultations_gui.domain.consultation import Status, TurnRecord, TurnUse
from consultations_gui.domain.hosting import out_of_turn, swapped
from consultations_gui.domain.parties import NOWHERE, Venue
from consultations_gui.domain.rotation import RotationReason, ledger
from tests.domain.rounds import CN, ONLINE, RU, THIRD, agreed, at, days, meeting

PLANNED = Status.PLANNED
R1 = meeting("R1", CN)
R2 = meeting("R2", RU, PLANNED, days("2027-04-12"), at(RU, "Kazan"))
R3 = meeting("R3", CN, PLANNED, days("2027-10-12"), at(CN, "Shanghai"))


def test_out_of_turn_the_venue_s_party_receives_and_the_ledger_says_so() -> None:
    moved = out_of_turn(R2, at(CN, "Dalian"), agreed())
    assert (moved.host, moved.venue, moved.turn) == (CN, at(CN, "Dalian"), agreed())
    assert moved.sequence == R2.sequence + 1
    book = ledger((R1, moved), CN)
    assert book.warnings == ()
    assert next(one.code for one in book.entries[1].reasons) == RotationReason.OUT_OF_TURN
    assert (book.entries[1].basis, book.next.side) == ("note 1", RU)


@pytest.mark.parametrize("venue", [ONLINE, THIRD])
def test_elsewhere_the_host_stays_and_the_record_says_whose_turn(venue: Venue) -> None:
    moved = out_of_turn(R2, venue, agreed(TurnUse.NONE))
    assert (moved.host, moved.venue) == (RU, venue)
    assert ledger((R1, moved), CN).next.side is RU
    assert ledger((R1, out_of_turn(R2, venue, agreed(TurnUse.RU))), CN).next.side is CN


def test_what_is_not_agreed_is_refused() -> None:
    one_side = TurnRecord(basis="note 1", consent_cn=True)
    with pytest.raises(errors.ConsentMissingError) as missing:
        out_of_turn(R2, at(CN), one_side)
    assert (missing.value.id, missing.value.sides) == ("R2", ("RU",))
    with pytest.raises(errors.ConsentMissingError) as both:
        swapped(R2, R3, TurnRecord(basis="note 1"), keep_order=False)
    assert both.value.sides == ("CN", "RU")
    with pytest.raises(errors.BasisMissingError):
        out_of_turn(R2, at(CN), replace(agreed(), basis="  "))
    with pytest.raises(errors.VenueIncompleteError):
        out_of_turn(R2, Venue("CN"), agreed())
    with pytest.raises(errors.WrongStatusError) as over:
        out_of_turn(R1, at(RU), agreed())
    assert (over.value.action, over.value.status) == ("relocate", "held")


def test_two_rounds_exchange_hosts_and_venues_whole() -> None:
    one, other = swapped(R2, R3, agreed(TurnUse.NONE), keep_order=False)
    assert (one.host, one.venue, other.host, other.venue) == (CN, R3.venue, RU, R2.venue)
    assert (one.dates, other.dates) == (R2.dates, R3.dates)
    assert one.turn == other.turn == agreed()
    assert (one.sequence, other.sequence) == (1, 1)


def test_the_order_after_a_swap_follows_the_last_host_or_stays() -> None:
    by_rule = ledger((R1, *swapped(R2, R3, agreed(), keep_order=False)), CN)
    assert [entry.turn for entry in by_rule.entries] == [CN, CN, RU]
    assert by_rule.next.side is CN
    kept = ledger((R1, *swapped(R2, R3, agreed(), keep_order=True)), CN)
    assert [entry.turn for entry in kept.entries] == [CN, RU, CN]
    assert kept.next.side is ledger((R1, R2, R3), CN).next.side is RU
    assert {one.code for one in kept.entries[1].reasons} >= {RotationReason.TURN_RECORDED}
    assert by_rule.warnings == kept.warnings == ()


def test_what_cannot_be_exchanged_is_refused() -> None:
    for one, other in (
        (R2, R2),
        (R2, meeting("R4", RU, PLANNED)),
        (R2, meeting("R5", CN, PLANNED, venue=ONLINE)),
        (meeting("R5", None, PLANNED, venue=NOWHERE), R2),
    ):
        with pytest.raises(errors.NothingToSwapError):
            swapped(one, other, agreed(), keep_order=True)
    with pytest.raises(errors.WrongStatusError):
        swapped(R2, meeting("R3", CN, Status.CANCELLED), agreed(), keep_order=False)


@given(
    st.integers(1, 6),
    st.integers(1, 6),
    st.sampled_from((CN, RU)),
)
def test_a_swap_that_keeps_the_order_changes_no_other_turn(
    at_: int, to: int, first: object
) -> None:
    hosts = (CN, RU) if first is CN else (RU, CN)
    rounds = [meeting(f"R{n}", hosts[(n + 1) % 2], PLANNED) for n in range(1, 7)]
    one, other = rounds[at_ - 1], rounds[to - 1]
    if one.host is other.host:
        return
    rest = [r for r in rounds if r not in (one, other)]
    before = ledger(rounds, hosts[0])
    after = ledger((*rest, *swapped(one, other, agreed(), keep_order=True)), hosts[0])
    assert [e.turn for e in after.entries] == [e.turn for e in before.entries]
    assert (after.next.side, after.ahead, after.warnings) == (before.next.side, before.ahead, ())
