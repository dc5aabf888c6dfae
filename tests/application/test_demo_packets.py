"""The sample's packets: a counter-proposal under a key that is trusted, and under one not."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultations_gui.application import demo, demo_packets, offices, packets, proposals
from consultations_gui.application.ports import Context
from consultations_gui.domain.errors import KeyLostError, KeyUnknownError, OfficeNotSetError
from consultations_gui.domain.keys import active
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Component, ComponentState, ProposalState
from consultations_gui.workdays.adapter import LibraryWorkdays
from tests.application.fakes import FakeClock, Store, make_context


def office(store: Store | None = None) -> Context:
    return make_context(store=store, clock=FakeClock(), workdays=LibraryWorkdays())


@pytest.mark.parametrize("side", list(Side))
def test_an_answer_comes_back_and_can_be_taken_in(tmp_path: Path, side: Side) -> None:
    ctx, other = office(), office()
    offices.init(ctx, side, "秘书处", "Секретариат")
    demo.build_sample(ctx)
    made = demo_packets.exchange(ctx, other, tmp_path)
    reading = packets.read(ctx, made.answer)
    assert (reading.status, reading.signature) == (PacketStatus.NEW, Signature.GOOD)
    stranger = packets.read(ctx, made.stranger)
    assert (stranger.status, stranger.signature) == (PacketStatus.NEW, Signature.UNKNOWN)
    assert isinstance(stranger.reason, KeyUnknownError)
    packets.accept(ctx, made.answer)
    standing = proposals.show(ctx, made.proposal).standing
    assert (standing.state, standing.waiting_for) == (ProposalState.COUNTERED, side)
    assert standing.component(Component.VENUE) is ComponentState.AGREED
    first, second = (offer.terms for offer in standing.offers)
    assert first.venue == second.venue
    assert set(first.dates) & set(second.dates)
    assert first.topics[1] == second.topics[1]


def test_the_keys_made_for_it_can_be_forgotten(tmp_path: Path) -> None:
    ctx, other = office(), office()
    offices.init(ctx, Side.CN, "秘书处", "Секретариат")
    demo_packets.exchange(ctx, other, tmp_path)
    held = offices.show(ctx)
    assert held is not None
    key = active(held.keys, Side.CN)
    assert key is not None
    assert ctx.keys.signer(key.public)(b"x")
    demo_packets.forget(ctx, other, office())
    with pytest.raises(KeyLostError):
        ctx.keys.signer(key.public)


def test_without_an_office_there_is_nobody_to_offer_anything(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotSetError):
        demo_packets.exchange(office(), office(), tmp_path)
