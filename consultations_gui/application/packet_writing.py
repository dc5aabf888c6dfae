"""Putting a packet together: events sealed, parts listed, the manifest signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from consultations_gui.application.ports import OutFile, Signer
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.packet import (
    CHAIN,
    MANIFEST,
    SIGNATURE,
    Chain,
    Manifest,
    Sealed,
    part_of,
    rank,
)
from consultations_gui.domain.packet_compare import held
from consultations_gui.domain.packet_data import chain_data, digest, manifest_data, statement
from consultations_gui.domain.proposal import Event, Proposal


def sealed(sign: Signer, key: OfficeKey, proposal: Proposal) -> tuple[Sealed, ...]:
    """Every shared event with its seal: the other office's as it came, our own made anew.

    ``sign`` signs by ``key``.
    """
    named = sorted(
        ((event.at, digest(event), event) for event in held(proposal)), key=itemgetter(0, 1)
    )
    theirs = {seal.digest: seal for seal in proposal.post.seals}

    def seal(name: str, event: Event) -> Sealed:
        known = theirs.get(name)
        if known is not None:
            return Sealed(event, known.office, known.key, known.signature)
        return Sealed(event, key.side, key.public, sign(statement(proposal.uid, event, key.side)))

    return tuple(seal(name, event) for _, name, event in named)


def packed(
    sign: Signer, manifest: Manifest, chain: Chain, files: Iterable[OutFile]
) -> tuple[OutFile, ...]:
    """All parts of the packet in their order; ``manifest`` lists none yet."""
    proposal = OutFile(CHAIN, canonical(chain_data(chain)))
    parts = sorted((proposal, *files), key=lambda part: rank(part.name))
    listed = tuple(part_of(part.name, part.content) for part in parts)
    signed = canonical(manifest_data(replace(manifest, parts=listed)))
    signature = bytes.fromhex(sign(signed))
    return (OutFile(MANIFEST, signed), OutFile(SIGNATURE, signature), *parts)
