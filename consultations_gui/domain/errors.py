"""Every rule that can be broken has its own type here.

An error carries the values that its message needs and no human words: those
are found by class in ``i18n`` and worded in the reader's language. Each class
says which rule it guards and where that rule comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(eq=False)
class DomainError(Exception):
    """A rule of the domain was broken; nothing has been changed."""

    def __str__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"


# --- input -----------------------------------------------------------------------------------


@dataclass(eq=False)
class InvalidDateError(DomainError):
    """A date that is not written YYYY-MM-DD or does not exist in the calendar."""

    text: str


@dataclass(eq=False)
class InvalidTimeError(DomainError):
    """A time of day that is not written HH:MM or does not exist."""

    text: str


@dataclass(eq=False)
class EndBeforeStartError(DomainError):
    """A period whose last day lies before its first."""

    start: date
    end: date


@dataclass(eq=False)
class UnknownCityZoneError(DomainError):
    """A city whose time zone is not known; the office must add the city with its zone."""

    city: str


@dataclass(eq=False)
class UnknownZoneError(DomainError):
    """A time zone name that the IANA database does not have."""

    zone: str


@dataclass(eq=False)
class VenueIncompleteError(DomainError):
    """A venue needs a country and a city, or "online"."""


@dataclass(eq=False)
class InvalidEmailError(DomainError):
    """An e-mail address that calendar programs would not accept (ASCII addr-spec, RFC 5322)."""

    address: str


# --- the register ----------------------------------------------------------------------------


@dataclass(eq=False)
class NotFoundError(DomainError):
    """No aggregate of this kind has this ID."""

    kind: str
    id: str


@dataclass(eq=False)
class AlreadyExistsError(DomainError):
    """The ID is already in use."""

    kind: str
    id: str


@dataclass(eq=False)
class OfficeNotSetError(DomainError):
    """The register does not know yet which side's office keeps it."""


@dataclass(eq=False)
class StaleVersionError(DomainError):
    """Someone else changed the aggregate since it was read; says who changed what and when."""

    kind: str
    id: str
    actor: str = ""
    use_case: str = ""
    at: str = ""
    fields: tuple[str, ...] = ()


@dataclass(eq=False)
class RegisterUnreadableError(DomainError):
    """The file named is not a register of this program, or is damaged."""

    path: str


@dataclass(eq=False)
class RegisterNewerError(DomainError):
    """The register was written by a newer program and is left untouched."""

    path: str
    revision: str


@dataclass(eq=False)
class CannotWriteError(DomainError):
    """A file or folder cannot be written.

    ``cause`` is read_only, disk_full, not_a_folder or other.
    """

    path: str
    cause: str


@dataclass(eq=False)
class CannotReadError(DomainError):
    """A file cannot be opened: ``cause`` is missing, denied or other."""

    path: str
    cause: str
