"""Notes verbales: which step one is about, and the wording an office gives it."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.errors.base import DomainError


@dataclass(eq=False)
class NoNoteError(DomainError):
    """Nothing in the proposal is this side's own offer, answer or withdrawal yet."""

    id: str
    side: str


@dataclass(eq=False)
class UnknownNoteStepError(DomainError):
    """There is no step numbered ``step``; ``steps`` are the numbers that a note can be about."""

    id: str
    step: int
    steps: tuple[int, ...]


@dataclass(eq=False)
class NoteNotOursError(DomainError):
    """The step is the other side's, which writes its own note; ``steps`` are this side's."""

    id: str
    step: int
    side: str
    steps: tuple[int, ...]


@dataclass(eq=False)
class UnknownWordingError(DomainError):
    """There is no wording called ``name``; ``names`` are those there are."""

    name: str
    names: tuple[str, ...]


@dataclass(eq=False)
class WordingRefusedError(DomainError):
    """A note's wording that could not be filled in. Base of those below.

    ``names`` are the placeholders at fault, ``allowed`` those that may be used.
    """

    names: tuple[str, ...]
    allowed: tuple[str, ...]


@dataclass(eq=False)
class UnknownPlaceholderError(WordingRefusedError):
    """A placeholder that this wording cannot have: nothing would fill it."""


@dataclass(eq=False)
class MissingPlaceholderError(WordingRefusedError):
    """A placeholder without which the note would not say from whom, to whom or about what."""


@dataclass(eq=False)
class StrayBraceError(WordingRefusedError):
    """A brace that belongs to no placeholder; ``names`` holds the text around it."""


@dataclass(eq=False)
class WordingEmptyError(WordingRefusedError):
    """No text at all; ``names`` is empty."""


@dataclass(eq=False)
class WordingFileError(DomainError):
    """A file no wording can be taken from: ``cause`` is encoding (not UTF-8) or too_large."""

    path: str
    cause: str
