"""What a paper says, before anything is known of fonts, pages or file formats.

Both writers, PDF and DOCX, set these values and decide nothing: numbers,
times, words and the order of mention are settled here. All values are frozen
and hold finished text in the language of their sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consultations_gui.domain.parties import Lang


class Form(StrEnum):
    """How a paper is laid out."""

    COPY = "copy"
    """Whole texts, one after the other: a side's copy, or a single text."""
    WORKING = "working"
    """Two columns, row by row in step."""
    NOTE = "note"
    """A note verbale with its annex (``note_content``)."""


class RowKind(StrEnum):
    """What a row of the agenda is."""

    DAY = "day"
    """The heading of a meeting day, where there are several."""
    ITEM = "item"
    BREAK = "break"


@dataclass(frozen=True)
class Row:
    """One line of the agenda in one language.

    ``level`` is 1–3 for items and 0 otherwise. ``start`` and ``end`` are
    HH:MM local to the venue, empty where not known; ``time`` is both as this
    language writes them. ``gap`` stands between number and text. ``mark``
    says that the text is missing, stale or withheld. ``keep`` asks that the
    row stay with the one after it: an item with its first sub-item.
    """

    kind: RowKind
    text: str
    level: int = 0
    number: str = ""
    gap: str = ""
    start: str = ""
    time: str = ""
    mark: str = ""
    keep: bool = False


@dataclass(frozen=True)
class Signature:
    """One place to sign: whose, and the name if the head of delegation is known."""

    label: str
    name: str = ""


@dataclass(frozen=True)
class Heads:
    """Column headings of a working copy."""

    time: str
    item: str


@dataclass(frozen=True)
class Sheet:
    """One complete text. ``title`` is in lines; ``symbol`` carries the language suffix.

    ``marking`` is the marking of Art. 6 for every page's head, empty for an
    open paper. ``signatures`` stand from left to right. ``caveat`` says under
    the date that a calendar it was chosen by is not published yet.
    """

    lang: Lang
    title: tuple[str, ...]
    date: str
    place: str
    symbol: str
    marking: str
    heads: Heads
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    signatures: tuple[Signature, ...]
    caveat: str = ""


@dataclass(frozen=True)
class Mark:
    """A word of the draft mark in its language."""

    lang: Lang
    text: str


@dataclass(frozen=True)
class Paper:
    """A whole paper: its sheets in order, and what describes the file.

    ``draft`` is the draft mark, empty once both sides agreed. ``stamp`` is
    the aware UTC time of the revision, the only date the file carries.
    """

    form: Form
    title: str
    keywords: tuple[str, ...]
    symbol: str
    draft: tuple[Mark, ...]
    sheets: tuple[Sheet, ...]
    stamp: datetime
