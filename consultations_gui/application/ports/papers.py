"""The press: agendas, notes and year sheets as they are ordered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.note_wording import Names
from consultations_gui.domain.notes import NoteStep
from consultations_gui.domain.parties import CityBook, Lang, Side
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Day, Decree


class Copy(StrEnum):
    """Which paper of an agenda is meant."""

    CN = "cn"
    """Chinese copy: both complete texts, the Chinese side's first."""
    RU = "ru"
    """Russian copy: both complete texts, the Russian side's first."""
    WORKING = "working"
    """Two columns, row by row in step."""
    ZH_ONLY = "zh-only"
    RU_ONLY = "ru-only"


class Format(StrEnum):
    """File format of a paper; the value is the file name's ending."""

    PDF = "pdf"
    DOCX = "docx"


class Alternat(StrEnum):
    """Order of mention in the two copies."""

    FULL = "full"
    """Each copy names its own side first in both texts."""
    SIMPLIFIED = "simplified"
    """The Chinese text names China first, the Russian text Russia, in both copies."""


@dataclass(frozen=True)
class PaperOrder:
    """What a paper is made from. ``stamp`` is the revision's aware UTC time (same bytes).

    ``provisional`` are the sides whose calendar of the meeting's year is not published yet,
    ``term`` is the office's Russian word for extraordinary consultations.
    """

    consultation: Consultation
    agenda: Agenda
    copy: Copy
    format: Format
    alternat: Alternat
    cities: CityBook
    stamp: datetime
    final: bool = False
    provisional: tuple[Side, ...] = ()
    term: str = SHIPPED


class NoteTexts(StrEnum):
    """Which texts of a note are meant."""

    ZH = "zh"
    RU = "ru"
    BOTH = "both"
    """Both, each on pages of its own, that of the side that writes first."""


@dataclass(frozen=True)
class NoteWording:
    """The text of a note in one language, its placeholders not yet filled in.

    ``shipped`` says that it is the program's own, which no office has approved.
    """

    lang: Lang
    text: str
    names: Names
    shipped: bool = True


@dataclass(frozen=True)
class NoteOrder:
    """What a note verbale is made from; ``wordings`` are its texts in their order.

    ``about`` is the meeting the proposal wants to change, if it is about one.
    ``withheld`` are the topics of the annex, from 1, that may not be printed
    (Art. 6), ``marking`` the strictest marking of the others. ``stamp`` is the
    step's aware UTC time (same bytes), ``provisional`` and ``term`` as in :class:`PaperOrder`.
    """

    step: NoteStep
    wordings: tuple[NoteWording, ...]
    about: Consultation | None
    format: Format
    cities: CityBook
    stamp: datetime
    marking: Marking = Marking.OPEN
    withheld: frozenset[int] = frozenset()
    provisional: tuple[Side, ...] = ()
    term: str = SHIPPED


class SheetSize(StrEnum):
    """The page of a year sheet, lying (ISO 216)."""

    A4 = "a4"
    A3 = "a3"


class SheetText(StrEnum):
    """Which texts a year sheet holds."""

    ZH = "zh"
    RU = "ru"
    BOTH = "both"
    """Both texts, side by side on one sheet."""


@dataclass(frozen=True)
class YearSheetOrder:
    """What a year sheet is made from.

    ``days`` is each day of the year in China and in Russia, ``meetings`` those
    with a day in it, ``calendars`` the decrees in force, China's first.
    ``today`` is the day whose knowledge it shows; it also dates the file, so
    that what is known on one day gives the same bytes all day. ``marking`` is
    Art. 6's, for the head of each page, ``term`` as in :class:`PaperOrder`.
    """

    year: int
    days: tuple[tuple[Day, Day], ...]
    meetings: tuple[Consultation, ...]
    calendars: tuple[Decree, Decree]
    cities: CityBook
    size: SheetSize
    text: SheetText
    today: date
    marking: Marking = Marking.OPEN
    term: str = SHIPPED


class PaperPress(Protocol):
    """Sets papers."""

    def press(self, order: PaperOrder) -> bytes:
        """An agenda as a file's bytes, the same for the same order.

        Raises ``MissingGlyphError`` (a character no installed font has) and
        ``PaperIncompleteError`` (a final paper with missing or stale texts).
        """

    def press_note(self, order: NoteOrder) -> bytes:
        """A note's bytes in either format, the same for the same order.

        Raises ``MissingGlyphError``.
        """

    def press_year(self, order: YearSheetOrder) -> bytes:
        """A year on one sheet as PDF, the same bytes for the same order.

        Raises ``MissingGlyphError``.
        """
