"""A reader of packets by the page in docs alone: nothing of this program, only public libraries."""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FOLDER = Path(__file__).parents[1] / "golden" / "packets"
AGREEMENT = "urn:consultations:cn-ru:iis:2015-05-08"
ORDER = ["manifest.json", "manifest.sig", "proposal.json", "offer.ics"]


class RefusedError(Exception):
    """No packet."""


def wanted(holds: bool, why: str) -> None:
    if not holds:
        raise RefusedError(why)


def verified(key: str, message: bytes, signature: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, message)
    except InvalidSignature as error:
        raise RefusedError("signature") from error


def rank(name: str) -> tuple[int, int]:
    paper = re.fullmatch(r"papers/([1-9][0-9]?)\.pdf", name, re.ASCII)
    wanted(name in ORDER or paper is not None, "name")
    return (ORDER.index(name), 0) if paper is None else (len(ORDER), int(paper[1]))


def written(parts: dict[str, bytes]) -> bytes:
    """The archive by the table on the page, field by field (APPNOTE 4.3.7, 4.3.12, 4.3.16)."""
    local, central = b"", b""
    for name in sorted(parts, key=rank):
        raw, content = name.encode(), parts[name]
        fields = (0x0800, 0, 0, 0x0021, zlib.crc32(content), len(content), len(content), len(raw))
        place = len(local)
        local += b"PK\x03\x04" + struct.pack("<5H3L2H", 20, *fields, 0) + raw + content
        central += b"PK\x01\x02" + struct.pack("<6H3L5H2L", 20, 20, *fields, 0, 0, 0, 0, 0, place)
        central += raw
    count = len(parts)
    end = struct.pack("<4H2LH", 0, 0, count, count, len(central), len(local), 0)
    return local + central + b"PK\x05\x06" + end


NAMES = {
    "manifest": "agreement format key parts proposal received sender sequence written",
    "chain": "about events format title_ru title_zh uid",
    "sealed": "event key office signature",
    "event": "answer at by kind note note_date offer offer_hash reason received reply_by terms",
    "key": "agreement fingerprint format public_key side",
}


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(value, dict | list) else 0


def named(value: Any, kind: str) -> Any:
    """An object with just the members the page names."""
    wanted(isinstance(value, dict) and sorted(value) == NAMES[kind].split(), kind)
    return value


def document(content: bytes, kind: str) -> Any:
    value = json.loads(content)
    wanted(depth(value) <= 16, "deep")
    wanted(rfc8785.dumps(value) == content, "canonical")
    return named(value, kind)


def read(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Manifest and chain of a packet. Raises ``RefusedError``."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            wanted(len(names) == len(set(names)) <= 24, "names")
            wanted(all(i.compress_type == zipfile.ZIP_STORED for i in archive.infolist()), "method")
            parts = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise RefusedError("archive") from error
    wanted(set(ORDER[:3]) <= set(parts), "parts")
    wanted(written(parts) == content, "altered")
    manifest = document(parts["manifest.json"], "manifest")
    wanted(manifest["format"] == "consultations.packet/1", "format")
    wanted(manifest["agreement"] == AGREEMENT, "agreement")
    verified(manifest["key"], parts["manifest.json"], parts["manifest.sig"])
    listed = [
        {"name": n, "size": len(parts[n]), "sha256": hashlib.sha256(parts[n]).hexdigest()}
        for n in sorted(parts, key=rank)[2:]
    ]
    wanted(manifest["parts"] == listed, "parts")
    chain = document(parts["proposal.json"], "chain")
    wanted(chain["uid"] == manifest["proposal"], "uid")
    for one in chain["events"]:
        named(named(one, "sealed")["event"], "event")
        said = {
            "format": "consultations.event/1",
            "agreement": AGREEMENT,
            "proposal": chain["uid"],
            "office": one["office"],
            "event": one["event"],
        }
        verified(one["key"], rfc8785.dumps(said), bytes.fromhex(one["signature"]))
    return manifest, chain


def fingerprint(key: str) -> str:
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(key)).digest(), "big")
    digits = f"{number % 10**40:040}"
    return " ".join(digits[at : at + 5] for at in range(0, 40, 5))


@pytest.fixture(scope="module")
def known() -> dict[str, Any]:
    value: dict[str, Any] = json.loads((FOLDER / "known.json").read_text(encoding="utf-8"))
    return value


def test_the_packets_are_read_and_say_what_was_published(known: dict[str, Any]) -> None:
    for name, said in known["packets"].items():
        manifest, chain = read((FOLDER / name).read_bytes())
        assert manifest["sender"] == said["sender"]
        assert manifest["key"] == known["public_keys"][said["sender"]]
        assert (manifest["sequence"], manifest["received"]) == (said["sequence"], said["received"])
        assert [part["name"] for part in manifest["parts"]] == said["parts"]
        assert [one["event"]["kind"] for one in chain["events"]] == said["kinds"]
        assert chain["about"] == said["about"]


def test_offers_are_hashed_as_the_page_says(known: dict[str, Any]) -> None:
    _, chain = read((FOLDER / "agreed.consult").read_bytes())
    first, counter, last = (one["event"] for one in chain["events"])
    terms = first["terms"]
    hashes = [hashlib.sha256(rfc8785.dumps(terms)).hexdigest()]
    assert counter["offer_hash"] == hashes[0]
    option = counter["answer"]["dates"]["accept"]
    terms = terms | {
        "dates": [terms["dates"][option - 1]],
        "venue": counter["answer"]["venue"]["counter"],
    }
    hashes.append(hashlib.sha256(rfc8785.dumps(terms)).hexdigest())
    assert last["offer_hash"] == hashes[1]
    assert hashes == known["offer_hashes"]
    assert hashes[1] == known["agreed_hash"]


def test_what_is_to_be_refused_is_refused(known: dict[str, Any]) -> None:
    assert len(known["refused"]) >= 8
    for name in known["refused"]:
        with pytest.raises(RefusedError):
            read((FOLDER / name).read_bytes())


def test_the_key_file_and_its_fingerprint(known: dict[str, Any]) -> None:
    content = (FOLDER / "cn.key").read_bytes()
    assert content.endswith(b"}\n")
    key = document(content[:-1], "key")
    assert key["fingerprint"] == fingerprint(key["public_key"]) == known["fingerprints"]["CN"]
    assert key["public_key"] == known["public_keys"]["CN"]


def test_a_changed_byte_is_refused_by_the_other_reader_too() -> None:
    content = (FOLDER / "counter.consult").read_bytes()
    for at in range(0, len(content), 11):
        with pytest.raises((RefusedError, UnicodeDecodeError)):
            read(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
