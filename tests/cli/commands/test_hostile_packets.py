"""Whatever a file says of itself at the terminal: refused in words of its own, nothing written."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from consultations_gui.application import office_keys
from consultations_gui.application.ports import OutFile
from consultations_gui.domain.canonical import canonical
from consultations_gui.domain.parties import Side
from consultations_gui.packets.archive import ZipArchive
from tests.application.two_offices import Bench, bench
from tests.cli.desk import LANGUAGES, Desk, listing

Parts = dict[str, bytes]


@pytest.fixture
def sender(tmp_path: Path) -> Bench:
    """An office that signs whatever it likes."""
    (tmp_path / "cn").mkdir()
    made = bench(Side.CN, tmp_path / "cn")
    made.draft()
    return made


def parts_of(sender: Bench) -> Parts:
    return {p.name: p.content for p in ZipArchive().unpack(sender.send("P1").read_bytes())}


def zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """The same in another form, as zip programs write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def signed(sender: Bench, **changes: Any) -> bytes:
    """A packet whose manifest says something else, signed by its sender all the same."""
    parts = parts_of(sender)
    manifest = json.loads(parts["manifest.json"]) | changes
    parts["manifest.json"] = canonical(manifest)
    sign = sender.ctx.keys.signer(office_keys.own(sender.ctx).public)
    parts["manifest.sig"] = bytes.fromhex(sign(parts["manifest.json"]))
    return ZipArchive().pack([OutFile(*part) for part in parts.items()])


def another_agreement(sender: Bench) -> bytes:
    return signed(sender, agreement="urn:consultations:cn-ru:other:2009-06-16")


def a_newer_format(sender: Bench) -> bytes:
    return signed(sender, format="consultations.packet/2")


def one_bit(sender: Bench) -> bytes:
    content = bytearray(sender.send("P1").read_bytes())
    content[len(content) // 2] ^= 1
    return bytes(content)


def a_bomb(sender: Bench) -> bytes:
    members = [*parts_of(sender).items(), ("papers/1.pdf", bytes(8 * 2**20))]
    return zipped(members, zipfile.ZIP_DEFLATED)


def a_path_outside(sender: Bench) -> bytes:
    return zipped([*parts_of(sender).items(), ("../../evil.pdf", b"%PDF-")])


def a_name_twice(sender: Bench) -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return zipped([*parts_of(sender).items(), ("offer.ics", b"")])


def two_gigabytes(sender: Bench) -> bytes:
    content = bytearray(sender.send("P1").read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<II", content, entry + 20, 2**31, 2**31)
    return bytes(content)


def deep_json(sender: Bench) -> bytes:
    parts = parts_of(sender) | {"manifest.json": b"[" * 30_000 + b"]" * 30_000}
    return ZipArchive().pack([OutFile(*part) for part in parts.items()])


def a_strange_part(sender: Bench) -> bytes:
    return zipped([*parts_of(sender).items(), ("readme.txt", b"")])


def too_many_parts(sender: Bench) -> bytes:
    return zipped([(f"papers/{n}.pdf", b"") for n in range(1, 40)])


def a_wrong_signature(sender: Bench) -> bytes:
    parts = parts_of(sender) | {"manifest.sig": bytes(64)}
    return ZipArchive().pack([OutFile(*part) for part in parts.items()])


def no_packet(_: Bench) -> bytes:
    return b"%PDF-1.7"


HOSTILE: dict[str, Callable[[Bench], bytes]] = {
    "other_agreement": another_agreement,
    "newer": a_newer_format,
    "altered": one_bit,
    "compressed": a_bomb,
    "path": a_path_outside,
    "name_twice": a_name_twice,
    "too_large": two_gigabytes,
    "too_deep": deep_json,
    "strange_part": a_strange_part,
    "crowded": too_many_parts,
    "signature": a_wrong_signature,
    "unreadable": no_packet,
}


def test_each_is_refused_in_its_own_words_and_writes_nothing(
    sender: Bench, desk: Desk, tmp_path: Path
) -> None:
    desk.ask("office", "show")
    packet, out = tmp_path / "hostile.consult", tmp_path / "out"
    told: dict[str, set[str]] = {lang: set() for lang in LANGUAGES}
    for reason, make in HOSTILE.items():
        packet.write_bytes(make(sender))
        before = listing(desk.database.parent)
        for words in (("read",), ("read", "--accept"), ("read", "--out", str(out))):
            done = desk.type("packet", words[0], str(packet), *words[1:], "--json")
            shown = json.loads(done.out)
            assert (done.status, shown["status"], shown["reason"]) == (2, "refused", reason)
            assert shown["signature"] != "good"
        for lang in LANGUAGES:
            told[lang].add(desk.refused("packet", "read", str(packet), "--accept", lang=lang))
            assert desk.refused("packet", "verify", str(packet), lang=lang)
        assert listing(desk.database.parent) == before
        assert not out.exists()
    assert {lang: len(messages) for lang, messages in told.items()} == dict.fromkeys(
        LANGUAGES, len(HOSTILE)
    )
