"""The test vectors: two offices with the keys of RFC 8032, and what they send each other.

``python -m tests.packets.vectors`` writes them anew, when the format changes.
"""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from consultations_gui.application import offices, packet_options
from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import OutFile
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.keys import OfficeKey, fingerprint, key_data
from consultations_gui.domain.packet import About, Chain, Manifest, part_of
from consultations_gui.domain.packet_data import digest, event_json, statement
from consultations_gui.domain.parties import Side
from consultations_gui.domain.post import Post, Seal
from consultations_gui.domain.proposal import Answer, Proposal, Ruling, Verdict
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.invitations.inviter import Inviter
from consultations_gui.packets.archive import ZipArchive
from consultations_gui.packets.keys import SERVICE, OfficeKeys
from tests.application.fakes import FakeVault, make_context
from tests.domain.negotiation import KAZAN, SECOND, TERMS, act

FOLDER = Path(__file__).parents[1] / "golden" / "packets"
UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
OTHER = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
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
NEW = About()
PAPER = OutFile("papers/1.pdf", b"%PDF-1.7\n% a note\n")
Parts = dict[str, bytes]


def offered(uid: str = UID) -> Proposal:
    blank = Proposal(uid, "P1", "关于非例行磋商", "О внеочередных консультациях", ())
    return steps.transmit(steps.draft(blank, act(Side.CN), TERMS), act(Side.CN, 1))


def sealed_by(side: Side, proposal: Proposal) -> Seal:
    """The seal of ``side`` under the newest step."""
    event = proposal.events[-1]
    signature = KEYS.signer(PUBLIC[side])(statement(proposal.uid, event_json(event), side))
    return Seal(digest(event), side, PUBLIC[side], signature)


def countered() -> Proposal:
    """As the Russian office holds it: China's step under China's seal."""
    before = offered()
    venue = Ruling(Verdict.COUNTER, venue=KAZAN)
    answered = steps.answer(before, act(Side.RU, 2), Answer(SECOND.dates, venue, ACCEPT))
    return replace(answered, post=Post(received=1, seals=(sealed_by(Side.CN, before),)))


def agreed() -> Proposal:
    """As the Chinese office holds it in the end: Russia's step under Russia's seal."""
    before = countered()
    answered = steps.answer(before, act(Side.CN, 3), Answer(ACCEPT, ACCEPT, ACCEPT))
    return replace(answered, post=Post(sent=1, received=1, seals=(sealed_by(Side.RU, before),)))


def calendar(proposal: Proposal, side: Side) -> tuple[OutFile, ...]:
    """The calendar file as the program writes it."""
    ctx = replace(make_context(keys=KEYS), inviter=Inviter())
    offices.init(ctx, side, "秘书处", "Секретариат", "office@example.org")
    with ctx.work() as uow:
        return packet_options.calendar(ctx, uow, proposal, fold(proposal.events), WHEN)


def packet(proposal: Proposal, sender: Side, *papers: OutFile, about: About = NEW) -> bytes:
    key, post = OfficeKey(sender, PUBLIC[sender], WHEN), proposal.post
    manifest = Manifest(proposal.uid, sender, key.public, post.sent + 1, post.received, WHEN, ())
    sign = KEYS.signer(key.public)
    events = sealed(sign, key, proposal)
    chain = Chain(proposal.uid, proposal.title_zh, proposal.title_ru, about, events)
    files = (*calendar(proposal, sender), *papers)
    return ZipArchive().pack(packed(sign, manifest, chain, files))


def packets() -> dict[str, bytes]:
    """Those a reader takes."""
    return {
        "offer.consult": packet(offered(), Side.CN, PAPER),
        "counter.consult": packet(countered(), Side.RU),
        "agreed.consult": packet(agreed(), Side.CN),
        "round.consult": packet(offered(OTHER), Side.CN, about=About(round=3)),
    }


# --- what a reader refuses ---------------------------------------------------------------------


def packed_again(parts: Parts) -> bytes:
    return ZipArchive().pack([OutFile(*part) for part in parts.items()])


def signed(known: Parts, **changes: Any) -> bytes:
    """The manifest with other members, signed by its sender all the same."""
    manifest = canonical(json.loads(known["manifest.json"]) | changes)
    signature = bytes.fromhex(KEYS.signer(PUBLIC[Side.CN])(manifest))
    return packed_again(known | {"manifest.json": manifest, "manifest.sig": signature})


def chained(parts: Parts, old: bytes, new: bytes) -> bytes:
    """The chain with something replaced, listed and signed by its sender all the same."""
    chain = parts["proposal.json"].replace(old, new)
    listed = [
        vars(part_of(name, chain if name == "proposal.json" else content))
        for name, content in list(parts.items())[2:]
    ]
    return signed(parts | {"proposal.json": chain}, parts=listed)


def zipped(parts: Parts, *more: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """The same parts as a general ZIP writer packs them."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name given twice is meant
        for name, content in (*parts.items(), *more):
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def of_two_gigabytes(whole: bytes) -> bytes:
    content = bytearray(whole)
    struct.pack_into("<II", content, content.rindex(b"PK\x01\x02") + 20, 2**31, 2**31)
    return bytes(content)


def refused() -> dict[str, tuple[str, bytes]]:
    """Those a reader refuses, each with the code this program gives the reason."""
    whole = packet(offered(), Side.CN, PAPER)
    parts = {part.name: part.content for part in ZipArchive().unpack(whole)}
    deep = b"[" * 40 + b"]" * 40
    outside = ("../note.pdf", b"%PDF-")
    made = {
        "altered": ("altered", whole.replace(b"a note", b"a mote")),
        "appended": ("altered", whole + whole[-22:]),
        "other-writer": ("altered", zipped(parts)),
        "unlisted": ("altered", packed_again(parts | {"papers/2.pdf": b"%PDF-"})),
        "other-agreement": (
            "other_agreement",
            signed(parts, agreement="urn:consultations:cn-ru:other:2009-06-16"),
        ),
        "newer": ("newer", signed(parts, format="consultations.packet/2")),
        "member-more": ("malformed", signed(parts, more=1)),
        "not-canonical": ("malformed", chained(parts, b'"days":2', b'"days": 2')),
        "other-proposal": ("malformed", chained(parts, UID.encode(), OTHER.encode())),
        "manifest-signature": ("signature", packed_again(parts | {"manifest.sig": bytes(64)})),
        "event-signature": ("signature", chained(parts, b'"days":2', b'"days":3')),
        "deep": ("too_deep", chained(parts, parts["proposal.json"], deep)),
        "compressed": ("compressed", zipped(parts, method=zipfile.ZIP_DEFLATED)),
        "name-twice": ("name_twice", zipped(parts, ("papers/1.pdf", b"%PDF-"))),
        "outside": ("path", zipped(parts, outside)),
        "strange": ("strange_part", zipped(parts, ("readme.txt", b""))),
        "two-gigabytes": ("too_large", of_two_gigabytes(whole)),
        "cut": ("unreadable", whole[:-1]),
    }
    return {f"refused/{name}.consult": said for name, said in made.items()}


def told(content: bytes) -> dict[str, Any]:
    """What a packet says, for another reader to be held to."""
    parts = {part.name: part.content for part in ZipArchive().unpack(content)}
    manifest, chain = (json.loads(parts[name]) for name in ("manifest.json", "proposal.json"))
    return {
        "sender": manifest["sender"],
        "sequence": manifest["sequence"],
        "received": manifest["received"],
        "parts": [part["name"] for part in manifest["parts"]],
        "about": chain["about"],
        "kinds": [one["event"]["kind"] for one in chain["events"]],
    }


def vectors() -> dict[str, bytes]:
    """Every file by its name."""
    counter, good, bad = countered(), packets(), refused()
    said = statement(UID, event_json(counter.events[-1]), Side.RU)
    standing = fold(agreed().events)
    known: dict[str, Any] = {
        "private_keys": {side.value: PRIVATE[side] for side in Side},
        "public_keys": {side.value: PUBLIC[side] for side in Side},
        "fingerprints": {side.value: fingerprint(PUBLIC[side]) for side in Side},
        "statement": said.decode(),
        "statement_signature": KEYS.signer(PUBLIC[Side.RU])(said),
        "offer_hashes": [one.content_hash for one in standing.offers],
        "agreed_hash": standing.agreed_hash,
        "packets": {name: told(content) for name, content in good.items()},
        "refused": {name: reason for name, (reason, _) in bad.items()},
    }
    return {
        **good,
        **{name: content for name, (_, content) in bad.items()},
        "cn.key": canonical(key_data(OfficeKey(Side.CN, PUBLIC[Side.CN], WHEN))) + b"\n",
        "known.json": json.dumps(known, ensure_ascii=False, indent=2).encode() + b"\n",
    }


if __name__ == "__main__":
    (FOLDER / "refused").mkdir(parents=True, exist_ok=True)
    for name, content in vectors().items():
        (FOLDER / name).write_bytes(content)
