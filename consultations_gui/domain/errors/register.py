"""Input from outside, the register, the terminal and the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.errors.base import DomainError

# --- input ------------------------------------------------------------------------------------


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
class BeijingTimeError(DomainError):
    """A city of China with another time zone than Asia/Shanghai, which all of China keeps."""

    zone: str


@dataclass(eq=False)
class UnknownCountryError(DomainError):
    """A country that is not written as an ISO 3166-1 alpha-2 code.

    Codes left to users (AA, QM to QZ, XA to XZ, ZZ) name no country.
    """

    country: str


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


@dataclass(eq=False)
class TermRefusedError(DomainError):
    """A Russian term whose forms cannot be made: no adjective on a hard stem, or too long.

    ``longest`` is how many letters it may have.
    """

    text: str
    longest: int


# --- the register -----------------------------------------------------------------------------


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


# --- what is typed at the terminal ------------------------------------------------------------


@dataclass(eq=False)
class NoHistoryError(DomainError):
    """The journal has no entry about ``id``: nothing called so is there, or ever was."""

    id: str


@dataclass(eq=False)
class InvalidPeriodError(DomainError):
    """A period or pin that is not written as the help says."""

    text: str


@dataclass(eq=False)
class PeriodLengthError(DomainError):
    """A period, written as ``text``, of no days or of more than ``most``."""

    text: str
    most: int


@dataclass(eq=False)
class JsonShapeError(DomainError):
    """A JSON document of another shape than asked for.

    ``place`` is a JSONPath-like place, ``expected`` one of json, object, list,
    text, number, day, real_day (a text that names none), days (how many), yes_no,
    known (no such key), once (a key repeated), ruling, topic. ``given`` is what
    stands there, where that helps.
    """

    place: str
    expected: str
    given: str = ""


@dataclass(eq=False)
class UsageError(DomainError):
    """A command line that is not one: what is wrong with it and how it is written."""

    message: str
    usage: str


@dataclass(eq=False)
class JournalBrokenError(DomainError):
    """The journal's chain does not hold; ``seq`` is the first entry that does not fit."""

    seq: int


# --- the journal and undo ---------------------------------------------------------------------


@dataclass(eq=False)
class InvalidTextError(DomainError):
    """A text with a sign nobody sees or no file can hold: see ``domain.texts``.

    ``character`` is its code point, ``U+202E``; ``near`` what stands before
    it, so that it can be found.
    """

    character: str
    near: str = ""


@dataclass(eq=False)
class DamagedRecordError(DomainError):
    """What the register holds cannot be read as a value: the file was damaged or edited by hand.

    ``kind`` and ``id`` say what it was meant to be, as far as that is known.
    """

    kind: str
    id: str = ""


@dataclass(eq=False)
class InUseError(DomainError):
    """An aggregate that another one refers to cannot be removed."""

    kind: str
    id: str


@dataclass(eq=False)
class OfficeAlreadySetError(DomainError):
    """The register has an office already, by these names; it is edited, never set anew."""

    name_zh: str
    name_ru: str


@dataclass(eq=False)
class RegisterBusyError(DomainError):
    """Another program holds the register for writing and did not let go in time."""

    path: str


@dataclass(eq=False)
class UnsupportedDatabaseError(DomainError):
    """A database URL of a kind this program cannot keep a register in.

    ``scheme`` is all that is repeated of it: the rest may hold a password.
    """

    scheme: str


@dataclass(eq=False)
class NothingToUndoError(DomainError):
    """The user has no change of their own left to take back."""


@dataclass(eq=False)
class NothingToRedoError(DomainError):
    """Nothing was undone since the user's last change."""


@dataclass(eq=False)
class NotUndoableError(DomainError):
    """The latest step went outside (a note was transmitted, an invitation written)."""

    use_case: str


@dataclass(eq=False)
class UndoConflictError(DomainError):
    """Someone touched the same thing since; undoing would silently take back their change.

    ``kind`` and ``subject`` name the thing; the rest says who changed it last,
    by what, and when (ISO 8601, UTC).
    """

    kind: str
    subject: str
    actor: str
    use_case: str
    at: str


@dataclass(eq=False)
class FolderNotFreshError(DomainError):
    """The sample wants a folder that holds no register yet; ``path`` is what is in the way."""

    path: str
