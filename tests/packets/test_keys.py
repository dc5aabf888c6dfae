"""Key pairs: kept in the keyring if one works, else in a file for the owner's eyes only."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultations_gui.domain.errors import CannotWriteError, KeyLostError
from consultations_gui.packets import keys
from consultations_gui.packets.keys import OfficeKeys
from tests.application.fakes import FakeVault


class LockedVault(FakeVault):
    """A keyring that fails at everything, as one does on a machine without a session."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("locked")

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("locked")


class ForgetfulVault(FakeVault):
    """A keyring that takes a secret and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


def broken() -> None:
    raise RuntimeError("no bus")


def files(folder: Path) -> list[Path]:
    return list(folder.glob("*.key"))


def test_a_keyring_that_works_keeps_the_key(tmp_path: Path) -> None:
    vault = FakeVault()
    own = OfficeKeys(tmp_path / "register.db", lambda: vault)
    public = own.make()
    assert files(tmp_path) == []
    signature = own.signer(public)(b"said")
    assert own.verify(public, b"said", signature)
    assert not own.verify(public, b"Said", signature)
    own.forget(public)
    with pytest.raises(KeyLostError):
        own.signer(public)(b"said")


@pytest.mark.parametrize(
    "vault", [lambda: None, broken, LockedVault, ForgetfulVault], ids=lambda made: made.__name__
)
def test_without_one_there_is_a_file(tmp_path: Path, vault: type[FakeVault]) -> None:
    own = OfficeKeys(tmp_path / "register.db", vault)
    public = own.make()
    (file,) = files(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    again = OfficeKeys(tmp_path / "register.db", vault)
    assert again.verify(public, b"said", again.signer(public)(b"said"))
    again.forget(public)
    assert files(tmp_path) == []
    with pytest.raises(KeyLostError):
        again.signer(public)(b"said")


def test_a_key_file_that_was_changed_signs_nothing(tmp_path: Path) -> None:
    own = OfficeKeys(tmp_path / "register.db", lambda: None)
    public = own.make()
    (file,) = files(tmp_path)
    for content in (b"", b"\xff", b"00", OfficeKeys(tmp_path / "b", lambda: None).make().encode()):
        file.write_bytes(content)
        with pytest.raises(KeyLostError):
            own.signer(public)(b"said")


def test_no_place_for_the_key(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        OfficeKeys(tmp_path / "none" / "register.db", lambda: None).make()


def test_what_is_no_key_or_signature_verifies_nothing(tmp_path: Path) -> None:
    own = OfficeKeys(tmp_path / "register.db", lambda: None)
    public = own.make()
    for key, signature in ((public, ""), (public, "00" * 64), ("00", "00" * 64), ("x", "y")):
        assert not own.verify(key, b"said", signature)


def test_it_is_the_signature_of_rfc_8032(tmp_path: Path) -> None:
    """Section 7.1, test 2."""
    secret = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
    public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    vault = FakeVault({(keys.SERVICE, public): secret})
    signature = OfficeKeys(tmp_path / "register.db", lambda: vault).signer(public)(b"\x72")
    assert signature.startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")


class Ranked(FakeVault):
    priority = 5.0


def test_the_system_keyring_counts_if_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Ranked()
    monkeypatch.setattr("keyring.get_keyring", lambda: found)
    assert keys.system_vault() is found
    monkeypatch.setattr(Ranked, "priority", 0)
    assert keys.system_vault() is None
