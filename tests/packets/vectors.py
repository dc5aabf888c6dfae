"""The test vectors: two offices with the keys of RFC 8032, and what they send each other.

``python -m tests.packets.vectors`` writes them anew, when the format changes.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import OutFile
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.keys import OfficeKey, fingerprint, key_data
from consultations_gui.domain.packet import About, Chain, Manifest
from consultations_gui.domain.packet_data import digest, statement
from consultations_gui.domain.parties import Side
from consultations_gui.domain.post import Post, Seal
from consultations_gui.domain.proposal import Answer, Proposal, Ruling, Verdict
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.packets.archive import ZipArchive
from consultations_gui.packets.keys import SERVICE, OfficeKeys
from tests.application.fakes import FakeVault
from tests.domain.negotiation import KAZAN, SECOND, TERMS, act

FOLDER = Path(__file__).parents[1] / "golden" / "packets"
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PRIVATE = {
    Side.CN: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    Side.RU: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
}
"""RFC 8032, 7.1, tests 1 and 2."""
PUBLIC = {
    Side.CN: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    Side.RU: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
}
VAULT = FakeVault({(SERVICE, PUBLIC[side]): PRIVATE[side] for side in Side})
KEYS = OfficeKeys(Path("nowhere", "register.db"), lambda: VAULT)
PAPER = OutFile("papers/1.pdf", b"%PDF-1.7\n% a note\n")


def offered() -> Proposal:
    blank = Proposal(UID, "P1", "关于非例行磋商", "О внеочередных консультациях", ())
    return steps.transmit(steps.draft(blank, act(Side.CN), TERMS), act(Side.CN, 1))


def countered() -> Proposal:
    """As the Russian office holds it: China's step under China's seal."""
    before = offered()
    event = before.events[1]
    signature = KEYS.signer(PUBLIC[Side.CN])(statement(UID, event, Side.CN))
    seal = Seal(digest(event), Side.CN, PUBLIC[Side.CN], signature)
    venue = Ruling(Verdict.COUNTER, venue=KAZAN)
    answered = steps.answer(before, act(Side.RU, 2), Answer(SECOND.dates, venue, ACCEPT))
    return replace(answered, post=Post(received=1, seals=(seal,)))


def packet(proposal: Proposal, sender: Side, *papers: OutFile) -> bytes:
    key = OfficeKey(sender, PUBLIC[sender], WHEN)
    manifest = Manifest(UID, sender, key.public, 1, proposal.post.received, WHEN, ())
    sign = KEYS.signer(key.public)
    chain = Chain(UID, proposal.title_zh, proposal.title_ru, About(), sealed(sign, key, proposal))
    return ZipArchive().pack(packed(sign, manifest, chain, papers))


def vectors() -> dict[str, bytes]:
    """Every file by its name."""
    offer, counter = offered(), countered()
    event = counter.events[-1]
    standing = fold(counter.events)
    known: dict[str, Any] = {
        "private_keys": {side.value: PRIVATE[side] for side in Side},
        "public_keys": {side.value: PUBLIC[side] for side in Side},
        "fingerprints": {side.value: fingerprint(PUBLIC[side]) for side in Side},
        "statement": statement(UID, event, Side.RU).decode(),
        "statement_signature": KEYS.signer(PUBLIC[Side.RU])(statement(UID, event, Side.RU)),
        "offer_hashes": [one.content_hash for one in standing.offers],
        "state": standing.state.value,
    }
    whole = packet(offer, Side.CN, PAPER)
    return {
        "offer.consult": whole,
        "counter.consult": packet(counter, Side.RU),
        "altered.consult": whole.replace(b"a note", b"a mote"),
        "cn.key": canonical(key_data(OfficeKey(Side.CN, PUBLIC[Side.CN], WHEN))) + b"\n",
        "known.json": json.dumps(known, ensure_ascii=False, indent=2).encode() + b"\n",
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in vectors().items():
        (FOLDER / name).write_bytes(content)
