"""Files that leave, and files of other programs that are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from consultations_gui.domain.parties import Lang


@dataclass(frozen=True)
class OutFile:
    """A file to be written: its name, without folder, and its bytes."""

    name: str
    content: bytes
    recipient: str = ""
    language: Lang | None = None


@dataclass(frozen=True)
class TableRow:
    """One row of an imported agenda table; ``row`` counts lines as a spreadsheet does, from 1."""

    row: int
    cells: tuple[tuple[str, str], ...]


class TableReader(Protocol):
    """Reads tables people prepare in a spreadsheet."""

    def read(self, path: Path) -> tuple[TableRow, ...]:
        """Rows of a UTF-8 CSV or XLSX file by column name; there is at least one.

        Raises ``TableEncodingError`` (not UTF-8), ``TableQuoteError`` (a quotation mark
        that is not closed) and ``TableUnreadableError``.
        """


@dataclass(frozen=True)
class Busy:
    """A time somebody is busy, in whole days local to the place asked for; ``end`` is the last.

    ``all_day`` tells that nothing of these days is free; ``location`` is as it stands there.
    """

    start: date
    end: date
    summary: str = ""
    all_day: bool = True
    location: str = ""


class BusyReader(Protocol):
    """Reads the calendars of other programs."""

    def files(self, path: Path) -> tuple[Path, ...]:
        """The calendar files that ``path`` names: itself, or those in a folder.

        Raises ``CannotReadError``.
        """

    def read(self, path: Path, first: date, last: date, zone: ZoneInfo) -> tuple[Busy, ...]:
        """The busy times of one file from ``first`` to ``last``, by day.

        Raises ``CannotReadError`` and ``CalendarUnreadableError``.
        """
