"""The office's own key and the other office's."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consultations_gui.application import journal, office_keys, offices
from consultations_gui.application.packet_files import read_file
from consultations_gui.domain.errors import (
    CannotReadError,
    KeyAlreadyTrustedError,
    KeyFileError,
    KeyMissingError,
    KeyRevokedError,
    OfficeNotSetError,
    UndoConflictError,
)
from consultations_gui.domain.keys import fingerprint, known
from consultations_gui.domain.parties import Side
from tests.application.fakes import make_context
from tests.application.two_offices import Bench, bench


@pytest.fixture
def cn(tmp_path: Path) -> Bench:
    return bench(Side.CN, tmp_path)


@pytest.fixture
def ru(tmp_path: Path) -> Bench:
    return bench(Side.RU, tmp_path)


def exported(desk: Bench) -> Path:
    path = desk.folder / f"{desk.side}.key"
    office_keys.export(desk.ctx, path)
    return path


def test_the_key_is_made_once(cn: Bench) -> None:
    key = office_keys.own(cn.ctx)
    assert (key.side, key.revoked) == (Side.CN, None)
    assert office_keys.own(cn.ctx) == key
    assert cn.store.journal[-1].actor == office_keys.PROGRAM
    with pytest.raises(UndoConflictError):
        journal.undo(cn.ctx)
    with pytest.raises(OfficeNotSetError):
        office_keys.own(make_context())


def test_a_fingerprint_is_the_same_in_every_language_and_tells_keys_apart() -> None:
    told = [fingerprint(f"{n:064x}") for n in range(300)]
    assert len(set(told)) == 300
    assert told[0] == "22022 37096 31479 19918 10382 90276 65309 30981"
    assert all(group.isdigit() and len(group) == 5 for one in told for group in one.split(" "))


def test_the_other_offices_key_is_trusted_once(cn: Bench, ru: Bench) -> None:
    assert office_keys.counterpart(cn.ctx) is None
    path = exported(ru)
    key = office_keys.trust(cn.ctx, path)
    assert office_keys.counterpart(cn.ctx) == key
    assert key.public == office_keys.own(ru.ctx).public
    before = cn.store.snapshot()
    assert office_keys.trust(cn.ctx, path) == key
    assert cn.store == before
    office_keys.revoke(ru.ctx, Side.RU)
    with pytest.raises(KeyAlreadyTrustedError):
        office_keys.trust(cn.ctx, exported(ru))


def test_a_key_is_looked_at_before_it_is_trusted(cn: Bench, ru: Bench) -> None:
    path = exported(ru)
    before = cn.store.snapshot()
    seen = office_keys.look(cn.ctx, path)
    assert (seen.side, seen.public) == (Side.RU, office_keys.own(ru.ctx).public)
    assert cn.store == before
    assert office_keys.trust(cn.ctx, path).public == seen.public
    assert office_keys.look(cn.ctx, path) == office_keys.counterpart(cn.ctx)


def test_a_revoked_key_stays_revoked(cn: Bench, ru: Bench) -> None:
    path = exported(ru)
    office_keys.trust(cn.ctx, path)
    revoked = office_keys.revoke(cn.ctx, Side.RU)
    assert revoked.revoked is not None
    with pytest.raises(KeyRevokedError):
        office_keys.trust(cn.ctx, path)
    with pytest.raises(KeyMissingError):
        office_keys.revoke(cn.ctx, Side.RU)


def test_our_own_key_is_ended_and_made_anew(cn: Bench) -> None:
    first = office_keys.own(cn.ctx)
    office_keys.revoke(cn.ctx, Side.CN)
    second = office_keys.own(cn.ctx)
    assert second.public != first.public
    office = offices.show(cn.ctx)
    assert office is not None
    ended = known(office.keys, Side.CN, first.public)
    assert ended is not None
    assert replace(ended, revoked=None) == first


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"agreement": "urn:other"}, "agreement"),
        ({"public_key": "ab" * 32}, "altered"),
        ({"public_key": "AB" * 32}, "unreadable"),
        ({"side": "US"}, "unreadable"),
        ({"side": "CN"}, "own"),
        ({"format": "consultations.key/2"}, "unreadable"),
        ({"more": 1}, "unreadable"),
    ],
)
def test_a_file_that_is_no_key(cn: Bench, ru: Bench, change: dict[str, Any], cause: str) -> None:
    path = exported(ru)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | change), encoding="utf-8")
    with pytest.raises(KeyFileError) as raised:
        office_keys.trust(cn.ctx, path)
    assert raised.value.cause == cause


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 4000, b" " * 9000])
def test_a_file_that_is_no_document(cn: Bench, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(KeyFileError):
        office_keys.trust(cn.ctx, path)


def test_a_file_is_never_read_further_than_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    assert read_file(path, 3) == b"0123"
    for failure, cause in ((PermissionError, "denied"), (OSError, "other")):

        def refuse(*_: object, failure: type[OSError] = failure) -> None:
            raise failure

        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", refuse)
            with pytest.raises(CannotReadError) as raised:
                read_file(path, 3)
        assert raised.value.cause == cause
    with pytest.raises(CannotReadError):
        read_file(Path("/dev/zero"), 3)
