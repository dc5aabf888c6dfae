"""Packets between two offices: what is written, what is read, what is taken over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application import (
    journal,
    office_keys,
    packets,
    proposals,
)
from consultations_gui.domain.consultation import Kind, Status
from consultations_gui.domain.errors import (
    CannotWriteError,
    KeyRevokedError,
    KeyUnknownError,
    NotTransmittedError,
    NotUndoableError,
    OfficeNotSetError,
    PacketChangedError,
    PacketNumberTwiceError,
)
from consultations_gui.domain.packet import PacketStatus, Signature
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    ComponentState,
    EventKind,
    ProposalState,
    Ruling,
    Verdict,
)
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.packets.keys import OfficeKeys
from tests.application.fakes import FakeVault, make_context
from tests.application.two_offices import acquaint, bench, pair, shared_events, view
from tests.domain.negotiation import (
    ACCEPTED,
    DECLINED,
    KAZAN,
    MAY,
    SECOND,
    TERMS,
    TO_KAZAN,
)


def test_a_whole_negotiation_by_packets_alone(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    taken = ru.take(cn.send("P1"))
    assert (taken.status, taken.signature, taken.gap) == (PacketStatus.NEW, Signature.GOOD, 0)
    assert taken.proposal is not None
    assert (taken.proposal.id, taken.proposal.title_zh) == ("P1", "网络安全非例行磋商")

    counter = Ruling(Verdict.COUNTER, dates=(MAY,))
    proposals.answer(ru.ctx, "P1", Answer(counter, Ruling(Verdict.COUNTER, venue=KAZAN), ACCEPT))
    cn.take(ru.send("P1"))
    assert cn.show().standing.state is ProposalState.COUNTERED
    assert cn.show().standing.component(Component.TOPICS) is ComponentState.AGREED

    partly = Answer(ACCEPT, Ruling(Verdict.COUNTER, venue=Venue("RU", "Moscow")), ACCEPT)
    proposals.answer(cn.ctx, "P1", partly)
    ru.take(cn.send("P1"))
    proposals.answer(ru.ctx, "P1", Answer(ACCEPT, Ruling(Verdict.DECLINE), ACCEPT))
    cn.take(ru.send("P1"))
    assert cn.show().standing.state is ProposalState.PARTLY_DECLINED
    current = cn.show().standing.current
    assert current is not None
    proposals.offer(cn.ctx, "P1", replace(current.terms, venue=KAZAN))
    ru.take(cn.send("P1"))
    proposals.answer(ru.ctx, "P1", Answer(ACCEPT, ACCEPT, ACCEPT))
    cn.take(ru.send("P1"))

    ours, theirs = cn.show().standing, ru.show().standing
    assert ours.state is theirs.state is ProposalState.AGREED
    assert ours.agreed_hash == theirs.agreed_hash != ""
    made = [proposals.convene(side.ctx, "P1") for side in (cn, ru)]
    for one in made:
        assert (one.kind, one.number, one.status) == (Kind.EXTRAORDINARY, None, Status.CONFIRMED)
        assert (one.dates, one.venue) == (MAY, KAZAN)
    assert ru.take(cn.send("P1")).status is PacketStatus.NEW
    assert view(cn.show().proposal) == view(ru.show().proposal)
    assert journal.verify(ru.ctx).sound


def test_reading_writes_nothing_and_says_what_would_change(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    proposals.answer(ru.ctx, "P1", TO_KAZAN)
    path = ru.send("P1")
    before = cn.store.snapshot()
    reading = cn.read(path)
    assert cn.store == before
    comparison = reading.comparison
    assert comparison is not None
    assert comparison.ours is not None
    assert comparison.ours.state is ProposalState.TRANSMITTED
    assert comparison.theirs.state is comparison.together.state is ProposalState.COUNTERED
    assert [event.kind for event in comparison.fresh] == [EventKind.ANSWERED]
    assert (comparison.missing, comparison.recorded_for_us) == ((), ())


def test_older_and_repeated_packets_change_nothing(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    first, second = cn.send("P1"), cn.send("P1")
    assert ru.read(second).gap == 1
    ru.take(second)
    before = ru.store.snapshot()
    assert ru.take(first).status is PacketStatus.SUPERSEDED
    assert ru.take(second).status is PacketStatus.KNOWN
    assert ru.store == before


def test_two_packets_under_one_number_are_refused(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    before = cn.store.snapshot()
    ru.take(cn.send("P1"))
    cn.store.restore(before)
    other = cn.send("P1")
    reading = ru.read(other)
    assert (reading.status, reading.signature) == (PacketStatus.REFUSED, Signature.UNKNOWN)
    assert isinstance(reading.reason, PacketNumberTwiceError)
    with pytest.raises(PacketNumberTwiceError):
        ru.take(other)


def test_a_register_brought_back_from_a_copy_goes_on_counting(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    copy = cn.store.snapshot()
    for _ in range(3):
        ru.take(cn.send("P1"))
    proposals.answer(ru.ctx, "P1", ACCEPTED)
    cn.store.restore(copy)
    taken = cn.take(ru.send("P1"))
    assert taken.proposal is not None
    assert taken.proposal.post.sent == 3
    assert ru.take(cn.send("P1")).status is PacketStatus.NEW


def test_what_the_register_lost_comes_back_with_its_own_packet(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    copy = cn.store.snapshot()
    cn.draft()
    path = cn.send("P1")
    assert cn.take(path).status is PacketStatus.KNOWN
    cn.store.restore(copy)
    taken = cn.take(path)
    assert (taken.status, taken.gap) == (PacketStatus.NEW, 0)
    assert taken.proposal is not None
    assert (taken.proposal.post.sent, taken.proposal.post.received) == (1, 0)
    assert ru.take(cn.send("P1")).status is PacketStatus.NEW


def test_an_unknown_key_is_looked_at_but_not_accepted(tmp_path: Path) -> None:
    cn, ru = bench(Side.CN, tmp_path), bench(Side.RU, tmp_path)
    cn.draft()
    path = cn.send("P1")
    before = ru.store.snapshot()
    reading = ru.read(path)
    assert (reading.status, reading.signature) == (PacketStatus.NEW, Signature.UNKNOWN)
    assert isinstance(reading.reason, KeyUnknownError)
    with pytest.raises(KeyUnknownError):
        ru.take(path)
    assert ru.store == before
    acquaint(cn, ru)
    assert ru.take(path).status is PacketStatus.NEW


def test_a_revoked_key_is_not_accepted_and_a_new_one_goes_on(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    path = cn.send("P1")
    office_keys.revoke(ru.ctx, Side.CN)
    assert isinstance(ru.read(path).reason, KeyRevokedError)
    with pytest.raises(KeyRevokedError):
        ru.take(path)
    office_keys.revoke(cn.ctx, Side.CN)
    acquaint(cn, ru)
    assert ru.take(cn.send("P1")).signature is Signature.GOOD
    proposals.answer(ru.ctx, "P1", ACCEPTED)
    assert cn.take(ru.send("P1")).status is PacketStatus.NEW


def test_an_answer_on_paper_is_confirmed_by_the_packet(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    proposals.answer(cn.ctx, "P1", ACCEPTED, Side.RU, Channel(note="17"))
    proposals.answer(ru.ctx, "P1", ACCEPTED)
    reading = ru.read(cn.send("P1"))
    assert reading.comparison is not None
    assert [event.by for event in reading.comparison.recorded_for_us] == [Side.RU]
    assert len(reading.comparison.missing) == 1
    ru.take(cn.send("P1"))
    cn.take(ru.send("P1"))
    assert view(cn.show().proposal) == view(ru.show().proposal)
    assert cn.show().standing.state is ProposalState.AGREED
    assert len(cn.show().standing.repeated) == 1


def test_two_different_answers_are_a_conflict_on_both_sides(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    proposals.answer(cn.ctx, "P1", DECLINED, Side.RU)
    proposals.answer(ru.ctx, "P1", SECOND)
    to_ru, to_cn = cn.send("P1"), ru.send("P1")
    ru.take(to_ru)
    cn.take(to_cn)
    assert view(cn.show().proposal) == view(ru.show().proposal)
    assert cn.show().standing.state is ProposalState.CONFLICTING
    proposals.decide(ru.ctx, "P1", SECOND)
    cn.take(ru.send("P1"))
    assert cn.show().standing.agreed_hash == ru.show().standing.agreed_hash != ""


def test_who_recorded_a_step_stays_in_the_office(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    path = cn.send("P1")
    assert b"CN-clerk" not in path.read_bytes()
    ru.take(path)
    assert {event.channel.recorded_by for event in ru.show().proposal.events} == {""}
    assert shared_events(cn.show().proposal) == shared_events(ru.show().proposal)


def test_a_draft_stays_in_the_office(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    proposals.new(cn.ctx, "题", "Тема", TERMS)
    with pytest.raises(NotTransmittedError):
        cn.send("P1")


def test_what_cannot_be_written_is_not_on_record(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    cn.draft()
    before = cn.store.snapshot()
    (tmp_path / "file").touch()
    with pytest.raises(CannotWriteError):
        packets.write(cn.ctx, "P1", tmp_path / "file" / "a.consult")
    assert cn.store == before


def test_no_key_is_left_behind_by_a_packet_that_was_not_written(tmp_path: Path) -> None:
    vault = FakeVault()
    cn = bench(Side.CN, tmp_path)
    ctx = replace(cn.ctx, keys=OfficeKeys(tmp_path / "register.db", lambda: vault))
    proposals.new(ctx, "题", "Тема", TERMS)
    with pytest.raises(NotTransmittedError):
        packets.write(ctx, "P1", tmp_path / "a.consult")
    proposals.transmit(ctx, "P1")
    (tmp_path / "file").touch()
    with pytest.raises(CannotWriteError):
        packets.write(ctx, "P1", tmp_path / "file" / "a.consult")
    assert vault.secrets == {}
    made = packets.write(ctx, "P1", tmp_path / "a.consult")
    assert list(vault.secrets) == [("consultations", made.key.public)]


def test_what_went_out_or_came_in_is_not_undone(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    for side in (cn, ru):
        with pytest.raises(NotUndoableError):
            journal.undo(side.ctx)


def test_an_office_must_be_set(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    cn.draft()
    path = cn.send("P1")
    nobody = make_context()
    assert packets.verify(nobody, path).packet.manifest.sender is Side.CN
    for act in (packets.read, packets.accept):
        with pytest.raises(OfficeNotSetError):
            act(nobody, path)


def test_a_plan_needs_an_offer_and_makes_no_key(tmp_path: Path) -> None:
    cn = bench(Side.CN, tmp_path)
    proposals.new(cn.ctx, "题", "Тема", TERMS)
    with pytest.raises(NotTransmittedError):
        packets.planned(cn.ctx, "P1")
    proposals.transmit(cn.ctx, "P1")
    assert packets.planned(cn.ctx, "P1").key is None


def test_only_the_packet_that_was_looked_at_is_accepted(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    path = cn.send("P1")
    seen = ru.read(path).packet
    assert seen is not None
    path.write_bytes(cn.send("P1").read_bytes())
    with pytest.raises(PacketChangedError):
        packets.accept(ru.ctx, path, seen.digest)
    now = ru.read(path).packet
    assert now is not None
    assert packets.accept(ru.ctx, path, now.digest).status is PacketStatus.NEW
