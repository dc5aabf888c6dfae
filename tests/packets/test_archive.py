"""The archive: one content, one sequence of bytes, and nothing else is taken for a packet."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application.ports import OutFile
from consultations_gui.domain.errors import (
    PacketAlteredError,
    PacketCompressedError,
    PacketCrowdedError,
    PacketNameTwiceError,
    PacketPathError,
    PacketRefusedError,
    PacketStrangePartError,
    PacketTooLargeError,
    PacketUnreadableError,
)
from consultations_gui.domain.packet import MAX_FILE
from consultations_gui.packets.archive import ZipArchive

DEFLATED = zipfile.ZIP_DEFLATED
ARCHIVE = ZipArchive()
PARTS = (
    OutFile("manifest.json", b"{}"),
    OutFile("manifest.sig", b"s" * 64),
    OutFile("proposal.json", b"[]"),
    OutFile("papers/1.pdf", b"%PDF-1"),
    OutFile("papers/10.pdf", b"%PDF-10"),
)
PACKED = ARCHIVE.pack(PARTS)


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """What other programs write."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def test_any_order_gives_the_same_bytes_and_comes_back_in_one() -> None:
    assert ARCHIVE.pack(PARTS[::-1]) == PACKED
    assert ARCHIVE.unpack(PACKED) == PARTS


def test_other_programs_can_open_it() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [part.name for part in PARTS]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", PacketUnreadableError),
        (b"PK\x03\x04", PacketUnreadableError),
        (b"%PDF-1.7 " * 10, PacketUnreadableError),
        (PACKED[:-1], PacketUnreadableError),
        (PACKED[:-22] + b"\0" * 22, PacketUnreadableError),
        (PACKED + b"\0", PacketUnreadableError),
        (PACKED + PACKED[-22:], PacketAlteredError),
        (zipped(("manifest.json", b"{}")), PacketAlteredError),
        (
            zipped(("manifest.json", b"0" * 9000), method=zipfile.ZIP_DEFLATED),
            PacketCompressedError,
        ),
        (zipped(("../../etc/passwd", b"")), PacketPathError),
        (zipped(("/etc/passwd", b"")), PacketPathError),
        (zipped(("papers\\..\\1.pdf", b"")), PacketPathError),
        (zipped(("C:evil", b"")), PacketPathError),
        (zipped(("papers/01.pdf", b"")), PacketStrangePartError),
        (zipped(("readme.txt", b"")), PacketStrangePartError),
        (zipped(*((f"papers/{n}.pdf", b"") for n in range(1, 30))), PacketCrowdedError),
        (zipped(("manifest.json", b" " * 70_000)), PacketTooLargeError),
        (zipped(("manifest.sig", b" " * 65)), PacketTooLargeError),
    ],
)
def test_what_is_no_packet_is_refused_each_for_its_reason(
    content: bytes, error: type[PacketRefusedError]
) -> None:
    with pytest.raises(error):
        ARCHIVE.unpack(content)


def test_two_members_of_one_name() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = zipped(("manifest.json", b"1"), ("manifest.json", b"2"))
    with pytest.raises(PacketNameTwiceError):
        ARCHIVE.unpack(content)


def test_a_member_that_says_it_is_two_gigabytes() -> None:
    entry = PACKED.rindex(b"PK\x01\x02", 0, PACKED.index(b"papers/1.pdf", 300) + 1)
    huge = bytearray(PACKED)
    struct.pack_into("<I", huge, entry + 24, 2**31)
    with pytest.raises(PacketTooLargeError) as raised:
        ARCHIVE.unpack(bytes(huge))
    assert raised.value.size == 2**31


def test_a_name_that_is_no_utf_8() -> None:
    at = PACKED.rindex(b"proposal.json")
    with pytest.raises(PacketAlteredError):
        ARCHIVE.unpack(PACKED[:at] + b"\xff" + PACKED[at + 1 :])


def test_a_file_that_is_too_large() -> None:
    with pytest.raises(PacketTooLargeError):
        ARCHIVE.unpack(bytes(MAX_FILE + 1))
    papers = [OutFile(f"papers/{n}.pdf", bytes(9 * 2**20)) for n in (1, 2)]
    with pytest.raises(PacketTooLargeError):
        ARCHIVE.pack(papers)


def test_more_papers_than_a_packet_holds() -> None:
    with pytest.raises(PacketCrowdedError):
        ARCHIVE.pack([OutFile(f"papers/{n}.pdf", b"") for n in range(1, 30)])


def test_a_directory_that_points_nowhere() -> None:
    for at in (0, len(PACKED) - 10, 2**32 - 1):
        astray = bytearray(PACKED)
        struct.pack_into("<I", astray, len(PACKED) - 6, at)
        with pytest.raises(PacketUnreadableError):
            ARCHIVE.unpack(bytes(astray))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_are_an_archive(content: bytes) -> None:
    for candidate in (content, b"PK\x03\x04" + content + PACKED[-22:]):
        try:
            parts = ARCHIVE.unpack(candidate)
        except PacketRefusedError:
            continue
        assert ARCHIVE.pack(parts) == candidate
