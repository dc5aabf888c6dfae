"""The packet's archive: a ZIP in one form only, so that one content is one sequence of bytes.

Stored members, fixed order, the date of 1 January 1980, the UTF-8 flag, no
extra fields and no comments (PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16).
The reader takes the members out by the central directory, writes the archive
again and refuses any difference.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from consultations_gui.application.ports import OutFile
from consultations_gui.domain.errors import (
    PacketAlteredError,
    PacketCompressedError,
    PacketCrowdedError,
    PacketUnreadableError,
)
from consultations_gui.domain.packet import MAX_PARTS, rank, require_file, require_parts

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

_VERSION, _FLAGS, _STORED, _TIME, _DATE = 20, 0x0800, 0, 0, 0x0021
_WHOLE = "archive"


class ZipArchive:
    """See :class:`ports.Archive`."""

    def pack(self, parts: Sequence[OutFile]) -> bytes:
        """The archive of ``parts``, whatever their order.

        Raises the errors of ``packet.require_parts`` and ``require_file``:
        what is written can be read.
        """
        require_parts((part.name, len(part.content)) for part in parts)
        packed = b"".join(_pieces(parts))
        require_file(len(packed))
        return packed

    def unpack(self, content: bytes) -> tuple[OutFile, ...]:
        """The parts of an archive that :meth:`pack` wrote, in its order.

        Raises:
            PacketUnreadableError, PacketAlteredError, PacketCompressedError,
            PacketCrowdedError, and the errors of ``packet.require_parts`` and
            ``require_file``.
        """
        require_file(len(content))
        members = tuple(_members(content))
        require_parts((name, size) for name, size, _ in members)
        parts = tuple(
            OutFile(name, _cut(content, start, name, size)) for name, size, start in members
        )
        _require_same(content, _pieces(parts))
        return parts


def _pieces(parts: Sequence[OutFile]) -> Iterator[bytes]:
    """The archive piece by piece; a part's content is one of them, and is not copied."""
    directory, place = bytearray(), 0
    for part in sorted(parts, key=lambda part: rank(part.name)):
        name, size, check = part.name.encode(), len(part.content), crc32(part.content)
        common = (_FLAGS, _STORED, _TIME, _DATE, check, size, size, len(name), 0)
        directory += _CENTRAL.pack(_CENTRAL_MARK, _VERSION, _VERSION, *common, 0, 0, 0, 0, place)
        directory += name
        yield _LOCAL.pack(_LOCAL_MARK, _VERSION, *common) + name
        yield part.content
        place += _LOCAL.size + len(name) + size
    yield bytes(directory)
    yield _END.pack(_END_MARK, 0, 0, len(parts), len(parts), len(directory), place, 0)


def _require_same(content: bytes, pieces: Iterable[bytes]) -> None:
    """Refuse ``content`` unless it is these pieces, one after the other, and nothing more."""
    place = 0
    for piece in pieces:
        if not content.startswith(piece, place):
            raise PacketAlteredError(place=_WHOLE)
        place += len(piece)
    if place != len(content):
        raise PacketAlteredError(place=_WHOLE)


def _members(content: bytes) -> list[tuple[str, int, int]]:
    """Name, declared size and place of each member, by the central directory."""
    if not content.startswith(_LOCAL_MARK) or len(content) < _END.size:
        raise PacketUnreadableError
    mark, _, _, _, count, _, at, _ = _END.unpack_from(content, len(content) - _END.size)
    if mark != _END_MARK:
        raise PacketUnreadableError
    if count > MAX_PARTS:
        raise PacketCrowdedError(what="parts", count=count, limit=MAX_PARTS)
    members = []
    for _ in range(count):
        member, at = _member(content, at)
        members.append(member)
    return members


def _member(content: bytes, at: int) -> tuple[tuple[str, int, int], int]:
    """One entry of the central directory, and where the next one starts."""
    if at + _CENTRAL.size > len(content):
        raise PacketUnreadableError
    fields = _CENTRAL.unpack_from(content, at)
    mark, flags, method, size = fields[0], fields[3], fields[4], fields[9]
    length, extra, comment, start = fields[10], fields[11], fields[12], fields[16]
    if mark != _CENTRAL_MARK:
        raise PacketUnreadableError
    first = at + _CENTRAL.size
    try:
        name = content[first : first + length].decode()
    except UnicodeDecodeError as error:
        raise PacketAlteredError(place=_WHOLE) from error
    rank(name)
    if method != _STORED or flags & 1:
        raise PacketCompressedError(name=name)
    return (name, size, start), first + length + extra + comment


def _cut(content: bytes, start: int, name: str, size: int) -> bytes:
    first = start + _LOCAL.size + len(name.encode())
    return content[first : first + size]
