"""What a note verbale says, before anything is known of fonts, pages or file formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from consultations_gui.documents.content import Form, Mark
from consultations_gui.domain.parties import Lang


@dataclass(frozen=True)
class Entry:
    """One date option, the venue or one topic. ``mark`` says that its text is missing or withheld.

    ``gap`` stands between number and text, ``after`` behind the text: a topic's length.
    """

    number: str
    gap: str
    text: str
    mark: str = ""
    after: str = ""


@dataclass(frozen=True)
class Part:
    """Dates, venue or topics: a heading with what is said of them, and the entries."""

    number: str
    gap: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Annex:
    """The annex. ``label`` names the note it belongs to, ``caveat`` a calendar not published."""

    label: str
    title: str
    parts: tuple[Part, ...]
    caveat: str = ""


@dataclass(frozen=True)
class Letter:
    """The whole note in one language.

    ``caution`` says that the wording is the program's and nobody's yet, empty
    for an office's own. ``addressee`` stands where each language puts it:
    above a Chinese text, below a Russian one. ``closing`` are the lines at
    the end: who writes, from where and when. ``seal`` marks where it is set.
    """

    lang: Lang
    title: str
    caution: str
    number: str
    addressee: str
    paragraphs: tuple[str, ...]
    closing: tuple[str, ...]
    seal: str
    marking: str
    annex: Annex | None


@dataclass(frozen=True)
class Note:
    """A note with its letters in order, and what describes the file; ``draft`` is its mark."""

    title: str
    keywords: tuple[str, ...]
    draft: tuple[Mark, ...]
    letters: tuple[Letter, ...]
    stamp: datetime

    @property
    def form(self) -> Form:
        """How it is laid out."""
        return Form.NOTE
