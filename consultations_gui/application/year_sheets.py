"""A year on one sheet to hang on the wall: seeing it, and writing it into a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from consultations_gui.application import offices
from consultations_gui.application.export import write_all
from consultations_gui.application.ports import (
    Context,
    OutFile,
    SheetSize,
    SheetText,
    YearSheetOrder,
)
from consultations_gui.application.yearbook import yearbook
from consultations_gui.domain.errors import YearOutsideError
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR

MARKINGS = (Marking.OPEN, Marking.PARTIES)
"""How a sheet may be marked; nothing on it is restricted (Art. 6)."""


@dataclass(frozen=True)
class SheetWish:
    """Which year, on which page, in which texts, and how the sheet is marked (Art. 6)."""

    year: int
    size: SheetSize = SheetSize.A4
    text: SheetText = SheetText.BOTH
    marking: Marking = Marking.OPEN


def sheet_name(wish: SheetWish) -> str:
    """The file name, without folder: ``year-2027-a4-both.pdf``."""
    return f"year-{wish.year}-{wish.size}-{wish.text}.pdf"


def preview(ctx: Context, wish: SheetWish) -> bytes:
    """The sheet as PDF, as an export would write it today.

    It shows when and where the consultations of the year take place and how
    far their dates are agreed, and nothing of what is discussed: no topic, no
    name, no note and no reason is on it (Art. 6).

    Raises:
        YearOutsideError: a year that no calendar is kept for.
        MissingGlyphError: a character that no installed font has.
    """
    if not FIRST_YEAR <= wish.year <= LAST_YEAR:
        raise YearOutsideError(year=wish.year, first=FIRST_YEAR, last=LAST_YEAR)
    book = yearbook(ctx, wish.year)
    return ctx.press.press_year(
        YearSheetOrder(
            year=book.year,
            days=book.days,
            meetings=book.meetings,
            calendars=book.calendars,
            cities=offices.city_book(ctx),
            size=wish.size,
            text=wish.text,
            today=ctx.clock.today(),
            marking=wish.marking,
            term=offices.term(ctx),
        )
    )


def export(ctx: Context, wish: SheetWish, folder: Path) -> tuple[Path, ...]:
    """Write the sheet into ``folder``; returns its path.

    Raises:
        CannotWriteError: the folder cannot be written or the disk is full.
        YearOutsideError, MissingGlyphError: as for :func:`preview`; then
            nothing is written.
    """
    return write_all([OutFile(sheet_name(wish), preview(ctx, wish))], folder)
