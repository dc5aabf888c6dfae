"""Which keys a packet has to be signed with before anything in it is taken over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from consultations_gui.domain.errors import KeyRevokedError, KeyUnknownError
from consultations_gui.domain.keys import OfficeKey, fingerprint, known
from consultations_gui.domain.packet import Packet
from consultations_gui.domain.parties import Side


def require_trusted(keys: Iterable[OfficeKey], packet: Packet, on_record: Collection[str]) -> None:
    """Refuse a packet with a signature under a key that does not count.

    ``keys`` are those of both offices; ``on_record`` the digests of the events
    that are in the register already: their old signatures add nothing, so a
    key that was changed since does no harm there.

    Raises:
        KeyUnknownError, KeyRevokedError.
    """
    mine = tuple(keys)
    for side, public in _signed(packet, on_record):
        key = known(mine, side, public)
        if key is None:
            raise KeyUnknownError(side=side.value, fingerprint=fingerprint(public))
        if key.revoked is not None:
            raise KeyRevokedError(side=side.value, fingerprint=fingerprint(public))


def _signed(packet: Packet, on_record: Collection[str]) -> Iterator[tuple[Side, str]]:
    yield packet.manifest.sender, packet.manifest.key
    for sealed in packet.chain.events:
        if sealed.digest not in on_record:
            yield sealed.office, sealed.key
