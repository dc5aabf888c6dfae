"""What an office keeps of the packets that went to and came from the other one."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.parties import Side


@dataclass(frozen=True)
class Seal:
    """The other office's signature under an event, kept to be passed on as it came.

    ``digest`` is the SHA-256 of the event's canonical JSON, ``key`` and
    ``signature`` are Ed25519 in hexadecimal (RFC 8032). Our own events carry
    none: they are signed anew with each packet.
    """

    digest: str
    office: Side
    key: str
    signature: str


@dataclass(frozen=True)
class Post:
    """The packets about one proposal.

    ``sent`` is the sequence number of the last packet written here,
    ``received`` that of the newest accepted from the other office (0 for
    none), ``newest`` that file's SHA-256.
    """

    sent: int = 0
    received: int = 0
    newest: str = ""
    seals: tuple[Seal, ...] = ()

    def seal(self, digest: str) -> Seal | None:
        """The other office's seal on the event with this digest."""
        return next((seal for seal in self.seals if seal.digest == digest), None)


NO_POST = Post()
"""No packet was written or accepted yet."""
