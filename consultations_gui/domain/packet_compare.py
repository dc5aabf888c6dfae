"""A packet beside what the register holds, and what both would give together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consultations_gui.domain.errors import PacketMalformedError, ProposalWithoutBeginningError
from consultations_gui.domain.packet import SHARED, Manifest, Packet, PacketStatus
from consultations_gui.domain.packet_data import digest
from consultations_gui.domain.parties import Side
from consultations_gui.domain.post import Post, Seal
from consultations_gui.domain.proposal import Event, Proposal, Standing
from consultations_gui.domain.proposal_rules import fold


@dataclass(frozen=True)
class Comparison:
    """What accepting a packet would change.

    ``ours`` is how the proposal stands here, if it is on record; ``theirs``
    how it stands by the packet alone, ``together`` how it would stand here.
    ``fresh`` are the events the packet brings, ``missing`` those it lacks.
    ``recorded_for_us`` are fresh ones of our own side that the other office
    recorded, from paper as it says (rule 9): a person looks at them first.
    """

    ours: Standing | None
    theirs: Standing
    together: Standing
    fresh: tuple[Event, ...]
    missing: tuple[Event, ...]
    recorded_for_us: tuple[Event, ...]


def held(proposal: Proposal | None) -> tuple[Event, ...]:
    """The events of a proposal on record that the two offices share."""
    if proposal is None:
        return ()
    return tuple(event for event in proposal.events if event.kind in SHARED)


def compare(proposal: Proposal | None, packet: Packet, side: Side) -> Comparison:
    """Set ``packet`` beside ``proposal``, as the office of ``side`` has it on record.

    Raises:
        PacketMalformedError: there is no offer in the chain, so nothing follows from it.
    """
    sealed = packet.chain.events
    on_record = {digest(event) for event in held(proposal)}
    brought = {one.digest for one in sealed}
    fresh = [one for one in sealed if one.digest not in on_record]
    return Comparison(
        ours=fold(proposal.events) if proposal else None,
        theirs=_fold_chain(tuple(one.event for one in sealed)),
        together=fold((*(proposal.events if proposal else ()), *(one.event for one in fresh))),
        fresh=tuple(one.event for one in fresh),
        missing=tuple(event for event in held(proposal) if digest(event) not in brought),
        recorded_for_us=tuple(
            one.event for one in fresh if one.event.by is side and one.office is not side
        ),
    )


def _fold_chain(events: tuple[Event, ...]) -> Standing:
    try:
        return fold(events)
    except ProposalWithoutBeginningError as error:
        raise PacketMalformedError(place="proposal.events") from error


def status(post: Post, packet: Packet, side: Side, *, brings: bool) -> PacketStatus:
    """What the packet is to the office of ``side``; ``brings`` says it holds anything fresh.

    A packet of the office's own is known, unless the register has lost what it holds.
    """
    if packet.manifest.sender is side:
        return PacketStatus.NEW if brings else PacketStatus.KNOWN
    if packet.manifest.sequence > post.received:
        return PacketStatus.NEW
    if packet.manifest.sequence < post.received:
        return PacketStatus.SUPERSEDED
    return PacketStatus.KNOWN if packet.digest == post.newest else PacketStatus.REFUSED


def gap(post: Post, manifest: Manifest, side: Side) -> int:
    """How many of the other office's packets never arrived; the chain makes up for them."""
    if manifest.sender is side:
        return 0
    return max(manifest.sequence - post.received - 1, 0)


def merged(proposal: Proposal, packet: Packet, side: Side) -> Proposal:
    """The proposal with the packet's events, and the packet kept in its post."""
    on_record = {digest(event) for event in held(proposal)}
    post = proposal.post
    unsealed = {known for known in on_record if post.seal(known) is None}
    seals = {seal.digest: seal for seal in post.seals}
    fresh: list[Event] = []
    for one in packet.chain.events:
        name = one.digest
        if name not in on_record:
            fresh.append(one.event)
        if one.office is not side and name not in unsealed:
            seals[name] = Seal(name, one.office, one.key, one.signature)
    return replace(
        proposal,
        events=(*proposal.events, *fresh),
        post=_delivered(replace(post, seals=tuple(seals.values())), packet, side),
    )


def _delivered(post: Post, packet: Packet, side: Side) -> Post:
    manifest = packet.manifest
    if manifest.sender is side:
        return replace(post, sent=max(post.sent, manifest.sequence))
    # The other office tells how far our own numbers had come, should this register be a copy.
    return replace(
        post,
        sent=max(post.sent, manifest.received),
        received=manifest.sequence,
        newest=packet.digest,
    )
