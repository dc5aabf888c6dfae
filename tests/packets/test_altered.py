"""A packet changed anywhere, in any way, is refused with a reason of its own."""

from __future__ import annotations

import hashlib
import io
import random
import resource
import struct
import sys
import tracemalloc
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from consultations_gui.application import office_keys, packets
from consultations_gui.application.packet_reading import opened
from consultations_gui.application.ports import Context, OutFile
from consultations_gui.domain.errors import PacketRefusedError
from consultations_gui.domain.packet import MAX_FILE
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
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, altered_somewhere(content, chance))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_thousands_of_bytes_in_a_large_packet(sent: Sent, tmp_path: Path) -> None:
    paper = tmp_path / "large.pdf"
    paper.write_bytes(b"%PDF-" + random.Random(4).randbytes(10 * 2**20))
    content = sent.writer.send("P1", paper).read_bytes()
    chance = random.Random(5)
    for _ in range(3000):
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, altered_somewhere(content, chance))


def altered_somewhere(content: bytes, chance: random.Random) -> bytes:
    at, mask = chance.randrange(len(content)), chance.randrange(1, 256)
    return content[:at] + bytes([content[at] ^ mask]) + content[at + 1 :]


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


NAMES: tuple[str, ...] = (
    "manifest.json",
    "manifest.sig",
    "proposal.json",
    "offer.ics",
    "papers/1.pdf",
    "../out",
)
NAMES += (
    "/tmp/out",
    "papers/../../out",
    "C:\\out",
    "papers/2.pdf/",
    "",
    "MANIFEST.JSON",
    "я" * 300,
)
NUMBERS = (0, 1, 2**16, 2**31 - 1, 2**31, 2**32 - 1)


def crafted(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """A ZIP another program might write to do harm: names, sizes and methods of all kinds."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names given twice are meant
        for name in [*parts, *chance.choices(NAMES, k=2)]:
            info = zipfile.ZipInfo(chance.choice(NAMES) if chance.random() < 0.2 else name)
            info.extra = chance.choice((b"", b"", b"", b"\x01\x00\x08\x00" + bytes(8)))
            method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            bomb = bytes(200_000) if chance.random() < 0.02 else parts.get(name, b"")
            archive.writestr(info, bomb, method)
    content = bytearray(file.getvalue())
    for _ in range(chance.randint(0, 2)):  # a field of the directory says something else
        at = content.rfind(b"PK\x01\x02", 0, chance.randrange(len(content))) + chance.randrange(46)
        content[at : at + 4] = struct.pack("<I", chance.choice(NUMBERS))
    return bytes(content)


@dataclass(frozen=True)
class Box:
    """A folder with the packet and the folder that what came with it is taken out into."""

    folder: Path

    @property
    def packet(self) -> Path:
        return self.folder / "deep" / "packet.consult"

    @property
    def target(self) -> Path:
        return self.folder / "deep" / "target"

    def read(self, ctx: Context, content: bytes) -> None:
        """Read a packet as a person does, and take its files out."""
        self.packet.write_bytes(content)
        packets.extract(ctx, self.packet, self.target)

    def strangers(self) -> list[Path]:
        """Files that stand where none was asked for."""
        return [
            path
            for path in self.folder.rglob("*")
            if path.is_file() and path != self.packet and path.parent != self.target
        ]


def box(folder: Path) -> Box:
    made = Box(folder)
    made.target.mkdir(parents=True)
    return made


def peak() -> int:
    """The most bytes the process ever held."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def resigned(sent: Sent, parts: dict[str, bytes], chance: random.Random) -> bytes:
    """A packet with a damaged document, which its sender has signed all the same."""
    sign = sent.writer.ctx.keys.signer(office_keys.own(sent.writer.ctx).public)
    name = chance.choice(("manifest.json", "proposal.json"))
    damaged = parts | {name: replaced(parts[name], chance)}
    # The chain is listed anew, so that it is read and not only hashed.
    before, after = (listed(known["proposal.json"]) for known in (parts, damaged))
    damaged["manifest.json"] = damaged["manifest.json"].replace(before, after)
    damaged["manifest.sig"] = bytes.fromhex(sign(damaged["manifest.json"]))
    return sent.reader.archive.pack([OutFile(*item) for item in damaged.items()])


def fuzz(sent: Sent, into: Box, count: int, seed: int) -> tuple[int, Counter[str]]:
    """Read ``count`` damaged packets; how many were whole all the same, and why others were not."""
    chance = random.Random(seed)
    parts = {part.name: part.content for part in sent.reader.archive.unpack(sent.content)}
    makers: tuple[Callable[[], bytes], ...] = (
        lambda: mutated(sent.content, chance),
        lambda: resigned(sent, parts, chance),
        lambda: crafted(parts, chance),
    )
    whole, reasons = 0, Counter[str]()
    for number in range(count):
        try:
            into.read(sent.reader, makers[number % 3]())
            whole += 1
        except PacketRefusedError as error:
            reasons[type(error).__name__] += 1
    return whole, reasons


def test_a_damaged_packet_never_does_more_than_be_refused(sent: Sent, tmp_path: Path) -> None:
    into = box(tmp_path)
    whole, reasons = fuzz(sent, into, 3000, seed=3)
    assert whole < 300
    assert len(reasons) >= 10, reasons
    assert into.strangers() == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(10))
def test_two_hundred_thousand_damaged_packets(sent: Sent, seed: int, tmp_path: Path) -> None:
    into, before = box(tmp_path), peak()
    whole, reasons = fuzz(sent, into, 20_000, seed=seed + 100)
    print(f"whole {whole}, refused {dict(reasons)}, grown by {(peak() - before) // 1024} KiB")
    assert whole < 2000
    assert into.strangers() == []
    assert peak() - before < 4 * MAX_FILE


def test_no_file_takes_much_more_memory_than_its_own_size(sent: Sent) -> None:
    """Whatever it says of itself: sizes that are declared are never believed."""
    size = MAX_FILE // 4
    filler = bytes(size)
    archive = sent.reader.archive
    parts = {part.name: part.content for part in archive.unpack(sent.content)}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(1, 20):  # some 240 MiB in 240 KiB
            bomb.writestr(f"papers/{number}.pdf", bytes(12 * 2**20))
    hostile = (
        file.getvalue(),
        b"PK\x03\x04" + filler,
        sent.content[:-22] + filler + sent.content[-22:],
        archive.pack([*map(OutFile, parts, parts.values()), OutFile("papers/1.pdf", filler)]),
        archive.pack([OutFile("proposal.json", b"[" * (4 * 2**20))]),
    )
    for content in hostile:
        tracemalloc.start()
        with pytest.raises(PacketRefusedError):
            opened(sent.reader, content)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 3 * len(content) + 2**20
