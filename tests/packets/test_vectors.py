"""The published test vectors, and the schema that another program would write by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from consultations_gui.application.packet_reading import opened
from consultations_gui.cli.commands.packets import reason_code
from consultations_gui.domain.errors import PacketRefusedError
from consultations_gui.domain.packet_data import chain_json, manifest_json
from consultations_gui.packets.archive import ZipArchive
from tests.application.fakes import make_context
from tests.application.two_offices import pair
from tests.packets.vectors import FOLDER, KEYS, packets, refused, vectors

SCHEMA = Path(__file__).parents[2] / "docs" / "packet.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_what_is_written_is_what_was_published() -> None:
    known = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert known == set(vectors())
    for name, content in vectors().items():
        assert (FOLDER / name).read_bytes() == content, name


@pytest.mark.parametrize("name", packets())
def test_the_packets_are_whole_and_follow_the_schema(
    name: str, validator: Draft202012Validator
) -> None:
    content = (FOLDER / name).read_bytes()
    packet = opened(make_context(keys=KEYS), content).packet
    validator.validate(json.loads(manifest_json(packet.manifest)))
    validator.validate(json.loads(chain_json(packet.chain)))


@pytest.mark.parametrize(("name", "reason"), [(name, said[0]) for name, said in refused().items()])
def test_the_others_are_refused_for_the_published_reason(name: str, reason: str) -> None:
    with pytest.raises(PacketRefusedError) as raised:
        opened(make_context(keys=KEYS), (FOLDER / name).read_bytes())
    assert reason_code(raised.value) == reason


def test_keys_and_statements_follow_the_schema(validator: Draft202012Validator) -> None:
    known = json.loads((FOLDER / "known.json").read_bytes())
    validator.validate(json.loads((FOLDER / "cn.key").read_bytes()))
    validator.validate(json.loads(known["statement"]))
    assert KEYS.verify(
        known["public_keys"]["RU"], known["statement"].encode(), known["statement_signature"]
    )


def test_what_the_program_sends_follows_the_schema(
    tmp_path: Path, validator: Draft202012Validator
) -> None:
    cn, _ = pair(tmp_path)
    cn.draft()
    parts = {p.name: p.content for p in ZipArchive().unpack(cn.send("P1").read_bytes())}
    for name in ("manifest.json", "proposal.json"):
        validator.validate(json.loads(parts[name]))


@pytest.mark.parametrize("name", ["sequence", "sender", "parts"])
def test_the_schema_asks_for_everything(name: str, validator: Draft202012Validator) -> None:
    content = (FOLDER / "offer.consult").read_bytes()
    packet = opened(make_context(keys=KEYS), content).packet
    plain = json.loads(manifest_json(packet.manifest))
    del plain[name]
    assert not validator.is_valid(plain)
