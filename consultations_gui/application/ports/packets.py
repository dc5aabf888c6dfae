"""What a packet between the two offices needs: keys, signatures and an archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from consultations_gui.application.ports.files import OutFile

Signer = Callable[[bytes], str]
"""Gives the signature of a message, in hexadecimal."""


class Keys(Protocol):
    """Ed25519 keys (RFC 8032). All are hexadecimal in lower case; private halves stay inside."""

    def make(self) -> str:
        """Make a key pair of the office's own and keep it; returns the public half.

        Raises ``CannotWriteError`` where there is no place to keep it.
        """

    def signer(self, public: str) -> Signer:
        """What signs messages by the private half of ``public``, which is looked up once.

        Raises ``KeyLostError`` when it is not where it was kept.
        """

    def verify(self, public: str, message: bytes, signature: str) -> bool:
        """Whether ``signature`` is one of ``message`` under ``public``."""

    def forget(self, public: str) -> None:
        """Delete the private half of ``public``, if it is here."""


class Archive(Protocol):
    """The file of a packet as bytes; one content gives one sequence of bytes."""

    def pack(self, parts: Sequence[OutFile]) -> bytes:
        """The archive of ``parts``. Raises a ``PacketRefusedError`` for what no packet holds."""

    def unpack(self, content: bytes) -> tuple[OutFile, ...]:
        """The parts of an archive :meth:`pack` made; anything else is a ``PacketRefusedError``."""
