"""The public keys of the two offices, and how one is compared by telephone.

An office signs with an Ed25519 key pair (RFC 8032). Here are only public
halves, as 64 digits of lower-case hexadecimal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from consultations_gui.domain.canonical import JsonValue
from consultations_gui.domain.errors import KeyFileError
from consultations_gui.domain.parties import Side

AGREEMENT = "urn:consultations:cn-ru:iis:2015-05-08"
"""Names the agreement (signed in Moscow on 8 May 2015) in everything that is signed."""

KEY_FORMAT = "consultations.key/1"
GROUPS, GROUP_DIGITS = 8, 5


@dataclass(frozen=True)
class OfficeKey:
    """A public key: whose it is, since when it is known here and until when it counted.

    ``since`` and ``revoked`` are aware UTC; ``revoked`` is ``None`` while the key counts.
    """

    side: Side
    public: str
    since: datetime
    revoked: datetime | None = None


def fingerprint(public: str) -> str:
    """Eight groups of five digits, to be read out in any language (some 132 bits).

    They are the last forty decimal digits of the SHA-256 of the key's 32
    bytes, read as one number, most significant byte first.
    """
    digest = hashlib.sha256(bytes.fromhex(public)).digest()
    count = GROUPS * GROUP_DIGITS
    digits = str(int.from_bytes(digest, "big") % 10**count).zfill(count)
    return " ".join(digits[i : i + GROUP_DIGITS] for i in range(0, count, GROUP_DIGITS))


def active(keys: Iterable[OfficeKey], side: Side) -> OfficeKey | None:
    """The one key of ``side`` that counts now."""
    return next((key for key in keys if key.side is side and key.revoked is None), None)


def known(keys: Iterable[OfficeKey], side: Side, public: str) -> OfficeKey | None:
    """The key of ``side`` with this public half, revoked or not."""
    return next((key for key in keys if key.side is side and key.public == public), None)


def is_public(text: object) -> bool:
    """Whether ``text`` is a public key as it is written here."""
    return isinstance(text, str) and len(text) == 64 and set(text) <= set("0123456789abcdef")


def key_data(key: OfficeKey) -> dict[str, JsonValue]:
    """The file by which an office hands its public key to the other one."""
    return {
        "format": KEY_FORMAT,
        "agreement": AGREEMENT,
        "side": key.side.value,
        "public_key": key.public,
        "fingerprint": fingerprint(key.public),
    }


def read_key(data: object, ours: Side) -> str:
    """The public key that a key file hands to the office of ``ours``.

    Raises:
        KeyFileError: it is no key file, its fingerprint does not fit, it is
            for another agreement or of this office's own side.
    """
    names = {"format", "agreement", "side", "public_key", "fingerprint"}
    if not isinstance(data, dict) or data.keys() != names or data["format"] != KEY_FORMAT:
        raise KeyFileError(cause="unreadable")
    if not is_public(data["public_key"]) or data["side"] not in tuple(Side):
        raise KeyFileError(cause="unreadable")
    if data["agreement"] != AGREEMENT:
        raise KeyFileError(cause="agreement")
    if data["fingerprint"] != fingerprint(data["public_key"]):
        raise KeyFileError(cause="altered")
    if data["side"] == ours.value:
        raise KeyFileError(cause="own")
    return str(data["public_key"])
