"""How long a packet takes against its bare parts: a ZIP of the same bytes and the same signatures.

``python -m benchmarks.packets`` writes and reads a proposal of some length
with a paper, and does by hand what cannot be left out: every SHA-256, every
Ed25519 signature, and ``zipfile``.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from consultations_gui.application.packet_reading import opened
from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import OutFile
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.packet import About, Chain, Manifest
from consultations_gui.domain.packet_data import event_json, statement
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Proposal
from consultations_gui.packets.archive import ZipArchive
from consultations_gui.packets.keys import SERVICE, OfficeKeys
from tests.application.fakes import FakeVault, make_context
from tests.domain.negotiation import sent

UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
STEPS, RUNS = 20, 60
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PRIVATE = Ed25519PrivateKey.generate()
SECRET = PRIVATE.private_bytes_raw()
PUBLIC = PRIVATE.public_key().public_bytes_raw().hex()
KEYS = OfficeKeys(
    Path("nowhere", "register.db"),
    lambda: FakeVault({(SERVICE, PUBLIC): SECRET.hex()}),
)
CONTEXT = make_context(keys=KEYS)
ARCHIVE = ZipArchive()


def negotiation() -> Proposal:
    """A proposal with :data:`STEPS` events."""
    proposal = replace(sent(), uid=UID)
    event = proposal.events[1]
    events = tuple(replace(event, at=event.at + timedelta(hours=n)) for n in range(STEPS))
    return replace(proposal, events=events)


PROPOSAL = negotiation()
SAID = [statement(UID, event_json(event), Side.CN) for event in PROPOSAL.events]
SIGNED = [PRIVATE.sign(said) for said in SAID]


class Case:
    """A packet with a paper of ``size`` bytes, and the same bytes by hand."""

    def __init__(self, size: int) -> None:
        self.paper = OutFile("papers/1.pdf", b"%PDF-1.7\n" + bytes(size))
        self.content = self.write()
        self.parts = {part.name: part.content for part in ARCHIVE.unpack(self.content)}
        self.bare = self.bare_write()

    def write(self) -> bytes:
        """A packet as the program writes it, without the register and the disk."""
        key = OfficeKey(Side.CN, PUBLIC, NOW)
        sign = KEYS.signer(PUBLIC)
        chain = Chain(UID, "题", "Тема", About(), sealed(sign, key, PROPOSAL))
        manifest = Manifest(UID, Side.CN, PUBLIC, 1, 0, NOW, ())
        return ARCHIVE.pack(packed(sign, manifest, chain, (self.paper,)))

    def read(self) -> None:
        """The packet as the program verifies it."""
        opened(CONTEXT, self.content)

    def bare_write(self) -> bytes:
        """The same bytes hashed, signed and zipped, and nothing else."""
        key = Ed25519PrivateKey.from_private_bytes(SECRET)
        for said in SAID:
            key.sign(said)
        for name in ("proposal.json", "papers/1.pdf"):
            hashlib.sha256(self.parts[name]).hexdigest()
        key.sign(self.parts["manifest.json"])
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        return file.getvalue()

    def bare_read(self) -> None:
        """The same bytes unzipped (``zipfile`` checks CRC-32), hashed and verified."""
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(PUBLIC))
        with zipfile.ZipFile(io.BytesIO(self.bare)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        public.verify(parts["manifest.sig"], parts["manifest.json"])
        for name in ("proposal.json", "papers/1.pdf"):
            hashlib.sha256(parts[name]).hexdigest()
        hashlib.sha256(self.bare).hexdigest()
        for said, signature in zip(SAID, SIGNED, strict=True):
            public.verify(signature, said)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of the processor's time that one run takes, whatever else is running."""
    started = process_time()
    act()
    return (process_time() - started) * 1000


def main() -> None:
    """Print both, run in turn, and how they compare where other programs disturbed them least."""
    for name, size in (("8 MB", 8 * 2**20), ("200 kB", 200_000)):
        case = Case(size)
        pairs = (("write", case.write, case.bare_write), ("read", case.read, case.bare_read))
        for act, ours, bare in pairs:
            times = [(timed(ours), timed(bare)) for _ in range(RUNS)]
            here, there = (min(one) for one in zip(*times, strict=True))
            print(f"{name:7} {act:6} {here:6.1f} ms   bare {there:6.1f} ms   x {here / there:.2f}")


if __name__ == "__main__":
    main()
