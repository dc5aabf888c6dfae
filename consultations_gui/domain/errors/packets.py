"""Packets between the two offices, and the keys they are signed with."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.errors.base import DomainError


@dataclass(eq=False)
class PacketRefusedError(DomainError):
    """A packet that is not taken for one; nothing was read out of it. Base of those below."""


@dataclass(eq=False)
class PacketUnreadableError(PacketRefusedError):
    """The file is no archive, or ends before it is whole."""


@dataclass(eq=False)
class PacketAlteredError(PacketRefusedError):
    """The archive is not what an office writes, or a part is not what the manifest says.

    ``place`` is the part's name, or ``archive``.
    """

    place: str


@dataclass(eq=False)
class PacketSignatureError(PacketRefusedError):
    """A signature does not belong to what it stands under.

    ``place`` is the part signed; ``event`` counts the events of the chain
    from 1 and is 0 for the manifest.
    """

    place: str
    event: int = 0


@dataclass(eq=False)
class PacketTooLargeError(PacketRefusedError):
    """A part is, or says it is, larger than ``limit`` bytes; ``name`` is empty for the file."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class PacketCompressedError(PacketRefusedError):
    """A part is compressed or encrypted, and so might unpack into any size."""

    name: str


@dataclass(eq=False)
class PacketPathError(PacketRefusedError):
    """A part's name leads out of the archive."""

    name: str


@dataclass(eq=False)
class PacketNameTwiceError(PacketRefusedError):
    """Two parts have one name."""

    name: str


@dataclass(eq=False)
class PacketCrowdedError(PacketRefusedError):
    """More of something than a packet holds. ``what`` is parts or events."""

    what: str
    count: int
    limit: int


@dataclass(eq=False)
class PacketStrangePartError(PacketRefusedError):
    """A part that no packet has."""

    name: str


@dataclass(eq=False)
class PacketTooDeepError(PacketRefusedError):
    """JSON nested deeper than ``limit``."""

    name: str
    limit: int


@dataclass(eq=False)
class PacketMalformedError(PacketRefusedError):
    """Something is missing or is not what the format says. ``place`` is a path in the document."""

    place: str


@dataclass(eq=False)
class PacketNewerError(PacketRefusedError):
    """The packet is of a format this program does not know."""

    format: str


@dataclass(eq=False)
class PacketOtherAgreementError(PacketRefusedError):
    """The packet belongs to another agreement."""

    agreement: str


@dataclass(eq=False)
class PacketNumberTwiceError(PacketRefusedError):
    """Two different packets of one sender carry the same sequence number."""

    sequence: int


@dataclass(eq=False)
class PacketContradictsError(PacketRefusedError):
    """The packet says of a proposal that is on record that it concerns another round."""

    id: str


@dataclass(eq=False)
class PacketRoundUnknownError(PacketRefusedError):
    """The proposal is about a meeting that this register does not have."""

    round: str


@dataclass(eq=False)
class RoundNotSharedError(DomainError):
    """The proposal ``id`` is about a meeting that the other register has no name for."""

    id: str
    round: str


@dataclass(eq=False)
class PacketChangedError(DomainError):
    """The file is another packet than the one a person looked at and decided about."""

    path: str


@dataclass(eq=False)
class KeyUnknownError(DomainError):
    """What a key signed is not accepted until that key is trusted."""

    side: str
    fingerprint: str


@dataclass(eq=False)
class KeyRevokedError(DomainError):
    """What a revoked key signed is not accepted."""

    side: str
    fingerprint: str


@dataclass(eq=False)
class KeyLostError(DomainError):
    """The private half of the office's key is not where it was kept."""

    fingerprint: str


@dataclass(eq=False)
class KeyMissingError(DomainError):
    """There is no key of this side that could be revoked."""

    side: str


@dataclass(eq=False)
class KeyAlreadyTrustedError(DomainError):
    """Another key of this side is trusted; it is revoked first."""

    side: str
    fingerprint: str


@dataclass(eq=False)
class KeyFileError(DomainError):
    """The file is no key that could be trusted.

    ``cause``: unreadable (no key file), altered (the fingerprint does not
    fit), agreement (a key for another agreement) or own (this office's side).
    """

    cause: str


@dataclass(eq=False)
class PaperNotPdfError(DomainError):
    """A file that is to travel as a paper is no PDF."""

    path: str
