"""A packet: what one office hands to the other about a proposal, in a single file.

``docs/packet-format.md`` describes the file. Here are its values and its
limits; ``packet_data`` and ``packet_parse`` write and read the documents,
``packet_compare`` sets a packet beside what is on record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain.errors import (
    PacketCrowdedError,
    PacketNameTwiceError,
    PacketPathError,
    PacketStrangePartError,
    PacketTooLargeError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Event, EventKind

PACKET_FORMAT = "consultations.packet/1"
CHAIN_FORMAT = "consultations.chain/1"
EVENT_FORMAT = "consultations.event/1"

MANIFEST, SIGNATURE, CHAIN, OPTIONS = "manifest.json", "manifest.sig", "proposal.json", "offer.ics"
_FIXED = (MANIFEST, SIGNATURE, CHAIN, OPTIONS)
_PAPER = re.compile(r"papers/([1-9][0-9]?)\.pdf", re.ASCII)

MAX_FILE = 16 * 2**20
"""Bytes of the whole file."""
MAX_PARTS = 24
MAX_EVENTS = 500
MAX_DEPTH = 16
"""How deep the JSON documents may be nested; what is written needs seven."""
_MAX_PART = {MANIFEST: 2**16, SIGNATURE: 64, CHAIN: 4 * 2**20, OPTIONS: 2**20}
_MAX_PAPER = 12 * 2**20

SHARED = (
    EventKind.TRANSMITTED,
    EventKind.ANSWERED,
    EventKind.OFFERED,
    EventKind.WITHDRAWN,
    EventKind.LAPSED,
    EventKind.DECIDED,
)
"""Kinds that travel. A draft is the office's own; each office convenes in its own register."""


class PacketStatus(StrEnum):
    """What a packet is to the register that reads it."""

    NEW = "new"
    KNOWN = "known"
    SUPERSEDED = "superseded"
    REFUSED = "refused"


class Signature(StrEnum):
    """What the signatures of a packet are worth here."""

    GOOD = "good"
    UNKNOWN = "unknown"
    """They hold, but under a key that is not trusted or was revoked."""
    BAD = "bad"


@dataclass(frozen=True)
class Sealed:
    """An event and the office that recorded it, with that office's key and signature.

    ``said`` is the event's canonical JSON (RFC 8785): what digest and signature are over.
    """

    event: Event
    said: bytes
    office: Side
    key: str
    signature: str

    @property
    def digest(self) -> str:
        """See :func:`packet_data.digest`."""
        return digest_of(self.said)


@dataclass(frozen=True)
class About:
    """The meeting a proposal is about, by a name both registers know (rule 10).

    The ``round``'s number, or the UUID of the ``proposal`` it was convened
    from; neither for an extraordinary consultation proposed anew.
    """

    round: int | None = None
    proposal: str = ""


@dataclass(frozen=True)
class Chain:
    """A proposal as it travels: its UUID, titles, what it is about, every shared event."""

    uid: str
    title_zh: str
    title_ru: str
    about: About
    events: tuple[Sealed, ...]


@dataclass(frozen=True)
class Part:
    """A file of the packet beside the manifest: name, length in bytes, SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the sender signs.

    ``sequence`` counts the sender's packets about this proposal from 1;
    ``received`` is the newest packet of the other office he had accepted.
    ``written`` is aware UTC.
    """

    proposal: str
    sender: Side
    key: str
    sequence: int
    received: int
    written: datetime
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Packet:
    """A packet that was read: its manifest and its chain; ``digest`` is the file's SHA-256."""

    manifest: Manifest
    chain: Chain
    digest: str


def digest_of(said: bytes) -> str:
    """The digest of an event by its canonical JSON: SHA-256, lower-case hexadecimal."""
    return hashlib.sha256(said).hexdigest()


def part_of(name: str, content: bytes) -> Part:
    """The manifest's line about one part."""
    return Part(name, len(content), hashlib.sha256(content).hexdigest())


def paper_name(number: int) -> str:
    """The name of the ``number``-th paper, from 1."""
    return f"papers/{number}.pdf"


def rank(name: str) -> tuple[int, int]:
    """Where a part stands in the archive.

    Raises:
        PacketPathError: the name leads out of the archive. PacketStrangePartError.
    """
    if name in _FIXED:
        return _FIXED.index(name), 0
    paper = _PAPER.fullmatch(name)
    if paper is not None:
        return len(_FIXED), int(paper[1])
    pieces = name.replace("\\", "/").split("/")
    if ".." in pieces or pieces[0] == "" or ":" in name:
        raise PacketPathError(name=name)
    raise PacketStrangePartError(name=name)


def limit(name: str) -> int:
    """The most bytes a part may have."""
    return _MAX_PART.get(name, _MAX_PAPER)


def require_parts(parts: Iterable[tuple[str, int]]) -> None:
    """Refuse names and sizes (in bytes) that no packet has.

    Raises:
        PacketNameTwiceError, PacketPathError, PacketStrangePartError, PacketTooLargeError.
        PacketCrowdedError: more parts than :data:`MAX_PARTS`.
    """
    seen: set[str] = set()
    for name, size in parts:
        if name in seen:
            raise PacketNameTwiceError(name=name)
        seen.add(name)
        rank(name)
        if size > limit(name):
            raise PacketTooLargeError(name=name, size=size, limit=limit(name))
    if len(seen) > MAX_PARTS:
        raise PacketCrowdedError(what="parts", count=len(seen), limit=MAX_PARTS)


def require_file(size: int) -> None:
    """Refuse a file larger than :data:`MAX_FILE` bytes. Raises ``PacketTooLargeError``."""
    if size > MAX_FILE:
        raise PacketTooLargeError(name="", size=size, limit=MAX_FILE)


def require_events(count: int) -> None:
    """Refuse a chain longer than :data:`MAX_EVENTS`. Raises ``PacketCrowdedError``."""
    if count > MAX_EVENTS:
        raise PacketCrowdedError(what="events", count=count, limit=MAX_EVENTS)
