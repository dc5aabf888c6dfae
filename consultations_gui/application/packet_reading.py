"""What a packet is: whole, by whom, and what it would change here. Nothing is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from consultations_gui.application import offices
from consultations_gui.application.packet_meetings import find, local
from consultations_gui.application.ports import Context, OutFile, UnitOfWork
from consultations_gui.domain import packet_parse
from consultations_gui.domain.errors import (
    DomainError,
    KeyRevokedError,
    KeyUnknownError,
    PacketAlteredError,
    PacketContradictsError,
    PacketMalformedError,
    PacketNewerError,
    PacketNumberTwiceError,
    PacketOtherAgreementError,
    PacketRefusedError,
    PacketSignatureError,
)
from consultations_gui.domain.packet import (
    CHAIN,
    MANIFEST,
    SIGNATURE,
    Chain,
    Manifest,
    Packet,
    PacketStatus,
    Signature,
    part_of,
)
from consultations_gui.domain.packet_compare import Comparison, compare, gap, held, status
from consultations_gui.domain.packet_data import digest, statement
from consultations_gui.domain.packet_trust import require_trusted
from consultations_gui.domain.post import NO_POST
from consultations_gui.domain.proposal import Proposal

_UNTOLD = (PacketNewerError, PacketOtherAgreementError)
"""Refusals that say nothing about the signature."""


@dataclass(frozen=True)
class Opened:
    """A packet that is whole and whose signatures hold, with the files that came with it."""

    packet: Packet
    files: tuple[OutFile, ...]


@dataclass(frozen=True)
class Reading:
    """What a packet is to this register.

    ``reason`` says why it is refused or, for a new one, why it cannot be
    accepted yet. ``proposal`` is the one on record, ``gap`` counts the other
    office's packets that never arrived.
    """

    status: PacketStatus
    signature: Signature
    reason: DomainError | None = None
    packet: Packet | None = None
    proposal: Proposal | None = None
    comparison: Comparison | None = None
    gap: int = 0


def opened(ctx: Context, content: bytes) -> Opened:
    """The packet in a file's bytes.

    Raises:
        PacketRefusedError: it is not whole, was altered, is none, or belongs elsewhere.
    """
    parts = {part.name: part.content for part in ctx.archive.unpack(content)}
    signed, signature, chain = (_part(parts, name) for name in (MANIFEST, SIGNATURE, CHAIN))
    manifest = packet_parse.manifest(signed)
    if not ctx.keys.verify(manifest.key, signed, signature.hex()):
        raise PacketSignatureError(place=MANIFEST)
    _require_listed(manifest, parts)
    read = packet_parse.chain(chain)
    if read.uid != manifest.proposal:
        raise PacketMalformedError(place=CHAIN)
    _require_sealed(ctx, read)
    return Opened(
        Packet(manifest, read, hashlib.sha256(content).hexdigest()),
        tuple(OutFile(p.name, parts[p.name]) for p in manifest.parts if p.name != CHAIN),
    )


def _part(parts: dict[str, bytes], name: str) -> bytes:
    try:
        return parts[name]
    except KeyError:
        raise PacketMalformedError(place=name) from None


def _require_listed(manifest: Manifest, parts: dict[str, bytes]) -> None:
    """The manifest lists every part beside itself, in the archive's order."""
    there = [part_of(*item) for item in parts.items() if item[0] not in (MANIFEST, SIGNATURE)]
    listed = list(manifest.parts)
    for found, said in zip(there, listed, strict=False):
        if found != said:
            raise PacketAlteredError(place=found.name)
    if len(there) != len(listed):
        raise PacketAlteredError(place=MANIFEST)


def _require_sealed(ctx: Context, chain: Chain) -> None:
    # Signatures one after the other, without other work between: they take most of the time.
    statements = [statement(chain.uid, one.said, one.office) for one in chain.events]
    for number, (one, said) in enumerate(zip(chain.events, statements, strict=True), 1):
        if not ctx.keys.verify(one.key, said, one.signature):
            raise PacketSignatureError(place=CHAIN, event=number)


def weighed(uow: UnitOfWork, packet: Packet) -> Reading:
    """What an opened packet is to this register.

    Raises:
        PacketRefusedError: it has no place here. OfficeNotSetError.
    """
    office = offices.own(uow)
    proposal = find(uow, packet.manifest.proposal)
    about = local(uow, packet.chain.about)
    if proposal is not None and proposal.about != about:
        raise PacketContradictsError(id=proposal.id)
    comparison = compare(proposal, packet, office.side)
    post = proposal.post if proposal else NO_POST
    what = status(post, packet, office.side, brings=bool(comparison.fresh))
    if what is PacketStatus.REFUSED:
        raise PacketNumberTwiceError(sequence=packet.manifest.sequence)
    reason: DomainError | None = None
    try:
        require_trusted(office.keys, packet, {digest(event) for event in held(proposal)})
    except (KeyUnknownError, KeyRevokedError) as error:
        reason = error
    return Reading(
        status=what,
        signature=Signature.UNKNOWN if reason else Signature.GOOD,
        reason=reason,
        packet=packet,
        proposal=proposal,
        comparison=comparison,
        gap=gap(post, packet.manifest, office.side),
    )


def examine(ctx: Context, uow: UnitOfWork, content: bytes) -> Reading:
    """What a file's bytes are to this register; a refusal is told, not raised.

    Raises ``OfficeNotSetError``.
    """
    offices.own(uow)
    try:
        packet = opened(ctx, content).packet
    except PacketRefusedError as error:
        signature = Signature.UNKNOWN if isinstance(error, _UNTOLD) else Signature.BAD
        return Reading(PacketStatus.REFUSED, signature, error)
    try:
        return weighed(uow, packet)
    except PacketRefusedError as error:
        return Reading(PacketStatus.REFUSED, Signature.UNKNOWN, error, packet)
