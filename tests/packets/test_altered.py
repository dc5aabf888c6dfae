"""A packet changed anywhere, in any way, is refused with a reason of its own."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from consultations_gui.application import office_keys
from consultations_gui.application.packet_reading import opened
from consultations_gui.application.ports import Context, OutFile
from consultations_gui.domain.errors import PacketRefusedError
from tests.application.two_offices import Bench, pair


@dataclass(frozen=True)
class Sent:
    """A packet on its way, its writer and its reader."""

    writer: Bench
    reader: Context
    content: bytes


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    folder = tmp_path_factory.mktemp("offices")
    cn, ru = pair(folder)
    cn.draft()
    return Sent(cn, ru.ctx, cn.send("P1").read_bytes())


def changed(content: bytes, mask: int) -> Iterator[bytes]:
    for at, byte in enumerate(content):
        yield content[:at] + bytes([byte ^ mask]) + content[at + 1 :]


@pytest.mark.parametrize("mask", [0x01, 0x20, 0x80])
def test_every_byte_counts(sent: Sent, mask: int) -> None:
    opened(sent.reader, sent.content)
    for altered in changed(sent.content, mask):
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, altered)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_every_value_of_every_byte(sent: Sent) -> None:
    for mask in range(1, 256):
        for altered in changed(sent.content, mask):
            with pytest.raises(PacketRefusedError):
                opened(sent.reader, altered)


def test_a_byte_anywhere_in_a_large_packet(sent: Sent, tmp_path: Path) -> None:
    paper = tmp_path / "large.pdf"
    paper.write_bytes(b"%PDF-" + random.Random(1).randbytes(3 * 2**20))
    content = sent.writer.send("P1", paper).read_bytes()
    chance = random.Random(2)
    for _ in range(40):
        at = chance.randrange(len(content))
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])


def test_a_part_left_out_at_the_end(sent: Sent) -> None:
    for length in range(0, len(sent.content), 7):
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, sent.content[:length])


TOKENS: tuple[bytes, ...] = (
    b"null",
    b"true",
    b"[]",
    b"{}",
    b'""',
    b"0",
    b"-1",
    b"1e9",
    b"1" * 5000,
    b"[" * 40,
)
TOKENS += (b'"\\u0000"', b'"\\ud800"', b'"' + "я".encode(), b"\xff", b'"CN"', b'"2027-13-01"')
TOKENS += (b",", b":", b'"counter"', b'"9999-12-31"', b'"2026-11-23T06:00:00"', b"9007199254740993")


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Some bytes taken out, put in, doubled or replaced by something that parsers trip over."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((0, 1, 1, 2, 8, 64)))
        new = chance.choice(
            (b"", content[at:end] * 2, chance.randbytes(end - at), chance.choice(TOKENS))
        )
        content = content[:at] + new + content[end:]
    return content


def replaced(document: bytes, chance: random.Random) -> bytes:
    """A JSON document with one of its values put in the place of another, or a token."""
    pieces = document.split(b",")
    at = chance.randrange(len(pieces))
    name, colon, value = pieces[at].partition(b":")
    other = chance.choice((*TOKENS, *(piece.partition(b":")[2] for piece in pieces), value[:-1]))
    pieces[at] = name + colon + other if chance.random() < 0.9 else b""
    return b",".join(pieces)


def listed(chain: bytes) -> bytes:
    return f'"sha256":"{hashlib.sha256(chain).hexdigest()}","size":{len(chain)}'.encode()


def fuzz(sent: Sent, count: int, seed: int) -> int:
    """Read ``count`` damaged packets; returns how many were whole all the same."""
    chance = random.Random(seed)
    archive, keys = sent.reader.archive, sent.writer.ctx.keys
    public = office_keys.own(sent.writer.ctx).public
    parts = {part.name: part.content for part in archive.unpack(sent.content)}
    whole = 0
    for number in range(count):
        try:
            if number % 2:
                opened(sent.reader, mutated(sent.content, chance))
                whole += 1
                continue
            name = chance.choice(("manifest.json", "proposal.json"))
            damaged = parts | {name: replaced(parts[name], chance)}
            # The chain is listed anew, so that it is read and not only hashed.
            before, after = (listed(known["proposal.json"]) for known in (parts, damaged))
            damaged["manifest.json"] = damaged["manifest.json"].replace(before, after)
            signature = keys.sign(public, damaged["manifest.json"])
            damaged["manifest.sig"] = bytes.fromhex(signature)
            content = archive.pack([OutFile(*item) for item in damaged.items()])
            opened(sent.reader, content)
            whole += 1
        except PacketRefusedError:
            continue
    return whole


def test_a_damaged_packet_never_does_more_than_be_refused(sent: Sent) -> None:
    assert fuzz(sent, 4000, seed=3) < 400


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_thousand_damaged_packets(sent: Sent, seed: int) -> None:
    assert fuzz(sent, 20_000, seed=seed + 100) < 2000
