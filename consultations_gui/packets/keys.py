"""The office's Ed25519 keys (RFC 8032): made and used here, kept where only the person can look.

The private half lies in the system's keyring under the public one's name, or,
where no keyring works, in a 0600 file beside the register.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from consultations_gui.application.ports import Signer
from consultations_gui.desktop.files import write_private
from consultations_gui.domain.errors import CannotWriteError, KeyLostError
from consultations_gui.domain.keys import fingerprint

SERVICE = "consultations"


class Vault(Protocol):
    """A place for secrets, as the library keyring offers it."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of this name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


def system_vault() -> Vault | None:
    """The system's keyring, or ``None`` where there is none that works."""
    import keyring  # noqa: PLC0415 (loads every backend; few runs need a key)

    vault = keyring.get_keyring()
    return vault if vault.priority > 0 else None


class OfficeKeys:
    """See :class:`ports.Keys`. ``register`` is the register's file."""

    def __init__(self, register: Path, vault: Callable[[], Vault | None] = system_vault) -> None:
        self._register = register
        self._find_vault = vault

    def make(self) -> str:
        """See :meth:`ports.Keys.make`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )

        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes_raw().hex()
        self._keep(public, key.private_bytes_raw().hex())
        return public

    def signer(self, public: str) -> Signer:
        """See :meth:`ports.Keys.signer`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )

        try:
            key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self._private(public)))
        except ValueError:
            raise KeyLostError(fingerprint=fingerprint(public)) from None
        if key.public_key().public_bytes_raw().hex() != public:
            raise KeyLostError(fingerprint=fingerprint(public))
        return lambda message: key.sign(message).hex()

    def verify(self, public: str, message: bytes, signature: str) -> bool:
        """See :meth:`ports.Keys.verify`."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PublicKey,
        )

        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
            key.verify(bytes.fromhex(signature), message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def forget(self, public: str) -> None:
        """See :meth:`ports.Keys.forget`."""
        vault = self._vault()
        if vault is not None:
            with suppress(Exception):  # a locked keyring keeps what can sign nothing of worth
                vault.delete_password(SERVICE, public)
        self._file(public).unlink(missing_ok=True)

    def _vault(self) -> Vault | None:
        try:
            return self._find_vault()
        except Exception:  # noqa: BLE001  # whatever a desktop's keyring fails with, there is the file
            return None

    def _keep(self, public: str, private: str) -> None:
        vault = self._vault()
        if vault is not None and _kept(vault, public, private):
            return
        path = self._file(public)
        try:
            write_private(path, f"{private}\n".encode())
        except OSError as error:
            raise CannotWriteError(path=str(path), cause="other") from error

    def _private(self, public: str) -> str:
        """The private half; not hexadecimal where it is lost."""
        with suppress(OSError, UnicodeDecodeError):
            return self._file(public).read_text(encoding="ascii").strip()
        vault = self._vault()
        if vault is None:
            return "-"
        try:
            return vault.get_password(SERVICE, public) or "-"
        except Exception:  # noqa: BLE001  # a keyring that stays locked
            return "-"

    def _file(self, public: str) -> Path:
        return self._register.with_name(f"{self._register.name}.{public[:16]}.key")


def _kept(vault: Vault, public: str, private: str) -> bool:
    """Whether the keyring took the secret and gives it back."""
    try:
        vault.set_password(SERVICE, public, private)
        return vault.get_password(SERVICE, public) == private
    except Exception:  # noqa: BLE001  # no service, locked, refused: the file will do
        return False
