"""Putting a packet together: events sealed, parts listed, the manifest signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from consultations_gui.application.ports import OutFile, Signer
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.packet import (
    CHAIN,
    MANIFEST,
    SIGNATURE,
    Chain,
    Manifest,
    Sealed,
    digest_of,
    part_of,
    rank,
)
from consultations_gui.domain.packet_compare import held
from consultations_gui.domain.packet_data import chain_json, event_json, manifest_json, statement
from consultations_gui.domain.proposal import Event, Proposal


def sealed(sign: Signer, key: OfficeKey, proposal: Proposal) -> tuple[Sealed, ...]:
    """Every shared event with its seal: the other office's as it came, our own made anew.

    ``sign`` signs by ``key``.
    """
    theirs = {seal.digest: seal for seal in proposal.post.seals}

    def seal(event: Event) -> Sealed:
        said = event_json(event)
        known = theirs.get(digest_of(said))
        if known is not None:
            return Sealed(event, said, known.office, known.key, known.signature)
        signature = sign(statement(proposal.uid, said, key.side))
        return Sealed(event, said, key.side, key.public, signature)

    return tuple(sorted(map(seal, held(proposal)), key=lambda one: (one.event.at, one.digest)))


def packed(
    sign: Signer, manifest: Manifest, chain: Chain, files: Iterable[OutFile]
) -> tuple[OutFile, ...]:
    """All parts of the packet in their order; ``manifest`` lists none yet."""
    proposal = OutFile(CHAIN, chain_json(chain))
    parts = sorted((proposal, *files), key=lambda part: rank(part.name))
    listed = tuple(part_of(part.name, part.content) for part in parts)
    signed = manifest_json(replace(manifest, parts=listed))
    signature = bytes.fromhex(sign(signed))
    return (OutFile(MANIFEST, signed), OutFile(SIGNATURE, signature), *parts)
