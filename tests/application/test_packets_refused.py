"""Packets that are refused: lost, put together anew, or signed nonsense."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consultations_gui.application import (
    office_keys,
    proposals,
)
from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import OutFile
from consultations_gui.domain.errors import (
    CannotReadError,
    DomainError,
    PacketAlteredError,
    PacketMalformedError,
    PacketOtherAgreementError,
    PacketSignatureError,
)
from consultations_gui.domain.packet import About, Chain, Manifest, PacketStatus, Signature
from consultations_gui.domain.parties import Side
from tests.application.fakes import make_context
from tests.application.two_offices import Bench, pair
from tests.domain.negotiation import (
    TERMS,
    TO_MAY,
)


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
