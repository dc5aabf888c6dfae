"""Packets between two offices: what is written, what is read, what is taken over."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consultations_gui.application import (
    agendas,
    consultations,
    journal,
    office_keys,
    offices,
    packets,
    proposals,
)
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import OutFile
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DomainError,
    KeyRevokedError,
    KeyUnknownError,
    NotTransmittedError,
    NotUndoableError,
    OfficeNotSetError,
    PacketAlteredError,
    PacketChangedError,
    PacketContradictsError,
    PacketMalformedError,
    PacketNumberTwiceError,
    PacketOtherAgreementError,
    PacketRoundUnknownError,
    PacketSignatureError,
    PaperNotPdfError,
    PermissionMissingError,
    RoundNotSharedError,
)
from consultations_gui.domain.packet import About, Chain, Manifest, PacketStatus, Signature
from consultations_gui.domain.parties import City, Side, Venue
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
from consultations_gui.domain.protection import Marking
from consultations_gui.packets.keys import OfficeKeys
from tests.application.fakes import FakeVault, make_context
from tests.application.two_offices import Bench, acquaint, bench, pair, shared_events, view
from tests.domain.negotiation import (
    ACCEPTED,
    DECLINED,
    KAZAN,
    MAY,
    PARTLY,
    SECOND,
    TERMS,
    THREATS,
    TO_KAZAN,
    TO_MAY,
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


def test_parts_papers_and_the_calendar_file(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    note = tmp_path / "нота 17.pdf"
    note.write_bytes(b"%PDF-1.7 note")
    path = tmp_path / "one.consult"
    written = packets.write(cn.ctx, "P1", path, [note])
    assert written.parts == (
        "manifest.json",
        "manifest.sig",
        "proposal.json",
        "offer.ics",
        "papers/1.pdf",
        "papers/2.pdf",
    )
    assert (written.path, written.sequence) == (path, 1)
    made = packets.extract(ru.ctx, path, tmp_path / "out")
    assert [file.name for file in made] == ["offer.ics", "1.pdf", "2.pdf"]
    assert made[1].read_bytes() == b"1 offer pdf"
    assert made[2].read_bytes() == b"%PDF-1.7 note"
    assert made[0].read_text().splitlines()[1:] == ["2027-03-02", "2027-04-06"]
    note.write_bytes(b"not a paper")
    with pytest.raises(PaperNotPdfError):
        packets.write(cn.ctx, "P1", path, [note])


def test_our_note_goes_with_a_step_of_ours(tmp_path: Path) -> None:
    """It is the current offer's paper, or the one that answers it; never an older one."""
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    assert packets.planned(ru.ctx, "P1").note is None
    path = tmp_path / "a.consult"
    assert "papers/1.pdf" not in packets.write(ru.ctx, "P1", path).parts
    proposals.answer(ru.ctx, "P1", TO_KAZAN)
    due = packets.planned(ru.ctx, "P1").note
    assert due is not None
    assert due.event == ru.show().proposal.events[-1]
    assert "papers/1.pdf" in packets.write(ru.ctx, "P1", path).parts
    assert "papers/1.pdf" not in packets.write(ru.ctx, "P1", path, note=False).parts
    cn.take(path)
    assert packets.planned(cn.ctx, "P1").note is None


@pytest.mark.parametrize(
    ("answer", "days"),
    [(SECOND, ["2027-04-06"]), (DECLINED, None), (PARTLY, ["2027-03-02", "2027-04-06"])],
)
def test_the_calendar_file_holds_what_is_on_offer(
    tmp_path: Path, answer: Answer, days: list[str] | None
) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    proposals.answer(cn.ctx, "P1", answer, Side.RU)
    made = packets.extract(ru.ctx, cn.send("P1"), tmp_path / "out")
    assert [file.read_text().splitlines()[1:] for file in made] == ([days] if days else [])


def test_no_calendar_file_for_a_city_without_a_known_zone(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    office = offices.show(cn.ctx)
    assert office is not None
    offices.add_city(cn.ctx, _city("Yining"))
    cn.draft(replace(TERMS, venue=Venue("CN", "Yining")))
    ru.take(cn.send("P1"))
    assert "offer.ics" not in packets.write(ru.ctx, "P1", tmp_path / "b.consult").parts


def _city(key: str) -> City:
    return City(key, "CN", "伊宁", "Инин", "Asia/Shanghai")


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


def test_what_would_be_written_is_told_first(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    plan = packets.planned(cn.ctx, "P1")
    assert (plan.recipient, plan.sequence, plan.name) == (Side.RU, 1, "P1-CN-1.consult")
    assert [event.kind for event in plan.events] == [EventKind.TRANSMITTED]
    assert plan.calendar == TERMS
    assert plan.key == office_keys.own(cn.ctx)
    assert cn.show().proposal.post.sent == 0
    ru.take(cn.send("P1"))
    offices.add_city(cn.ctx, _city("Yining"))
    cn.draft(replace(TERMS, venue=Venue("CN", "Yining")))
    ru.take(cn.send("P2"))
    assert packets.planned(ru.ctx, "P2").calendar is None
    proposals.answer(ru.ctx, "P1", DECLINED)
    assert packets.planned(ru.ctx, "P1").calendar is None


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


# --- the meeting it is about -------------------------------------------------------------------

AUTUMN = Dates(date(2027, 9, 7), date(2027, 9, 8))


def _round(side: Bench, dates: Dates = AUTUMN, kind: Kind = Kind.REGULAR) -> str:
    return consultations.add(
        side.ctx, NewConsultation(kind, dates, Venue("CN", "Beijing"), Side.CN)
    ).id


def test_a_round_is_named_by_its_number(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft(about=_round(cn))
    path = cn.send("P1")
    assert isinstance(ru.read(path).reason, PacketRoundUnknownError)
    assert _round(ru) == "R1"
    taken = ru.take(path)
    assert taken.proposal is not None
    assert taken.proposal.about == "R1"
    assert packets.extract(ru.ctx, path, tmp_path / "out")


def test_a_meeting_that_was_agreed_is_named_by_its_proposal(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    proposals.answer(cn.ctx, "P1", ACCEPTED, Side.RU)
    ru.take(cn.send("P1"))
    about = proposals.convene(cn.ctx, "P1").id
    cn.draft(replace(TERMS, dates=(MAY,)), about=about)
    path = cn.send("P2")
    assert isinstance(ru.read(path).reason, PacketRoundUnknownError)
    made = proposals.convene(ru.ctx, "P1")
    taken = ru.take(path)
    assert taken.proposal is not None
    assert taken.proposal.about == made.id
    lonely = bench(Side.RU, tmp_path)
    assert isinstance(lonely.read(path).reason, PacketRoundUnknownError)


def test_a_meeting_without_number_has_no_shared_name(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    cn.draft(about=_round(cn, kind=Kind.UNNUMBERED))
    with pytest.raises(RoundNotSharedError):
        cn.send("P1")


def test_a_proposal_does_not_change_what_it_is_about(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    about = _round(cn)
    cn.draft()
    ru.take(cn.send("P1"))
    with cn.ctx.work() as uow:
        uow.proposals.replace(replace(uow.proposals.get("P1"), about=about))
        uow.commit()
    _round(ru)
    assert isinstance(ru.read(cn.send("P1")).reason, PacketContradictsError)


# --- protected information (Art. 6) ------------------------------------------------------------


def test_a_restricted_topic_leaves_with_a_permission_only(tmp_path: Path) -> None:
    cn, _ = pair(tmp_path)
    about = _round(cn)
    cn.draft(about=about)
    item = agendas.add_item(cn.ctx, about, after=None, level=1, zh=THREATS.zh, ru="Иначе").agenda
    first = item.items[0]
    assert cn.send("P1").exists()
    marked = replace(first, marking=Marking.RESTRICTED, originator=Side.RU)
    agendas.set_item(cn.ctx, about, marked)
    with pytest.raises(PermissionMissingError):
        cn.send("P1")
    ((agenda, items),) = packets.planned(cn.ctx, "P1").withheld
    assert (agenda, [item.uid for item in items]) == (about, [first.uid])
    agendas.grant(cn.ctx, about, first.uid, "№ 5")
    assert cn.send("P1").exists()


# --- refusals ----------------------------------------------------------------------------------


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _, ru = pair(tmp_path)
    for path, cause in ((tmp_path / "none", "missing"), (tmp_path, "other")):
        with pytest.raises(CannotReadError) as raised:
            ru.read(path)
        assert raised.value.cause == cause


def _tampered(path: Path, change: dict[str, bytes | None]) -> Path:
    """The packet with parts replaced, added or taken out, packed canonically again."""
    archive = make_context().archive
    parts = {part.name: part.content for part in archive.unpack(path.read_bytes())}
    for name, content in change.items():
        parts.pop(name, None)
        if content is not None:
            parts[name] = content
    path.write_bytes(archive.pack([OutFile(*item) for item in parts.items()]))
    return path


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"manifest.json": None}, PacketMalformedError),
        ({"manifest.json": b"[" * 20}, DomainError),
        ({"manifest.sig": bytes(64)}, PacketSignatureError),
        ({"manifest.sig": b""}, PacketSignatureError),
        ({"proposal.json": b"{}"}, PacketAlteredError),
        ({"offer.ics": None}, PacketAlteredError),
        ({"papers/1.pdf": b"%PDF-"}, PacketAlteredError),
    ],
)
def test_a_packet_put_together_anew_is_refused(
    tmp_path: Path, change: dict[str, bytes | None], error: type[DomainError]
) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    path = _tampered(cn.send("P1"), change)
    before = ru.store.snapshot()
    reading = ru.read(path)
    assert (reading.status, reading.signature) == (PacketStatus.REFUSED, Signature.BAD)
    assert isinstance(reading.reason, error)
    with pytest.raises(error):
        ru.take(path)
    assert ru.store == before


def _listed(chain: bytes) -> tuple[bytes, ...]:
    line = f'"sha256":"{hashlib.sha256(chain).hexdigest()}","size":{len(chain)}'
    return (line.encode(),)


def _resigned(cn: Bench, path: Path, old: bytes, new: bytes) -> Path:
    """The packet with its manifest or chain changed and signed again by the same office."""
    archive, key = cn.ctx.archive, office_keys.own(cn.ctx)
    parts = {part.name: part.content for part in archive.unpack(path.read_bytes())}
    chain = parts["proposal.json"]
    parts["manifest.json"] = parts["manifest.json"].replace(old, new)
    parts["proposal.json"] = chain.replace(old, new)
    for before, after in zip(_listed(chain), _listed(parts["proposal.json"]), strict=True):
        parts["manifest.json"] = parts["manifest.json"].replace(before, after)
    signature = cn.ctx.keys.signer(key.public)(parts["manifest.json"])
    parts["manifest.sig"] = bytes.fromhex(signature)
    path.write_bytes(archive.pack([OutFile(*item) for item in parts.items()]))
    return path


@pytest.mark.parametrize(
    ("old", "new", "error", "signature"),
    [
        (b":iis:2015", b":iis:2009", PacketOtherAgreementError, Signature.UNKNOWN),
        (b'"offer":1', b'"offer":2', PacketSignatureError, Signature.BAD),
        (b'"sequence":1', b'"sequence":0', PacketMalformedError, Signature.BAD),
    ],
)
def test_a_sender_who_signs_nonsense_is_refused(
    tmp_path: Path, old: bytes, new: bytes, error: type[DomainError], signature: Signature
) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    reading = ru.read(_resigned(cn, cn.send("P1"), old, new))
    assert (type(reading.reason), reading.signature) == (error, signature)


def test_a_chain_of_another_proposal_is_refused(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    uid = cn.show().proposal.uid
    path = cn.send("P1")
    chain_uid = f'"title_zh":"{cn.show().proposal.title_zh}","uid":"{uid}"'.encode()
    other = chain_uid.replace(uid.encode(), f"{'0' * 8}{uid[8:]}".encode())
    assert isinstance(ru.read(_resigned(cn, path, chain_uid, other)).reason, PacketMalformedError)


def test_a_chain_without_an_offer_is_refused(tmp_path: Path) -> None:
    cn, ru = pair(tmp_path)
    cn.draft()
    ru.take(cn.send("P1"))
    proposals.answer(ru.ctx, "P1", TO_MAY)
    with ru.ctx.work() as uow:
        proposal = uow.proposals.get("P1")
        first = replace(proposal.events[0], terms=replace(TERMS, topics=()))
        uow.proposals.replace(replace(proposal, events=(first, *proposal.events[1:])))
        uow.commit()
    path = tmp_path / "hollow.consult"
    with ru.ctx.work() as uow:
        hollow = uow.proposals.get("P1")
    key = office_keys.own(ru.ctx)
    sign = ru.ctx.keys.signer(key.public)
    parts = packed(
        sign,
        Manifest(hollow.uid, Side.RU, key.public, 1, 1, datetime.now(UTC), ()),
        Chain(
            hollow.uid,
            "",
            "",
            About(),
            sealed(sign, key, hollow),
        ),
        (),
    )
    path.write_bytes(ru.ctx.archive.pack(parts))
    assert isinstance(cn.read(path).reason, PacketMalformedError)
