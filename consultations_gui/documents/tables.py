"""Tables from a spreadsheet: UTF-8 CSV with any of three delimiters, and XLSX.

What a file is, its first bytes tell, not its name: offices rename files.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from itertools import islice, zip_longest
from pathlib import Path

from consultations_gui.application.ports import TableRow
from consultations_gui.domain.errors import (
    CannotReadError,
    TableEncodingError,
    TableQuoteError,
    TableUnreadableError,
)

MAX_BYTES = 16 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_ROWS = 5000
"""An agenda has tens of rows; a file far beyond is something else."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = (";", ",", "\t")
_EXCEL_HINT = re.compile(r"\A\s*sep=[;,\t](?=\r?\n)")
"""A first line by which Excel is told the delimiter."""
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_RUSSIAN = re.compile("(?<![А-яЁё])[А-ЯЁ]?[а-яё]+(?![А-яЁё])")
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffefА-яЁё]")
# What zipfile, the XML parser and openpyxl raise on files that are not what they claim.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
)


class Tables:
    """The :class:`~consultations_gui.application.ports.TableReader` for CSV and XLSX files."""

    def read(self, path: Path) -> tuple[TableRow, ...]:
        """Rows below the headings, by heading, both without spaces around; blank rows left out.

        The headings are the first row that is not blank; a cell beyond the last
        one has the heading "". ``row`` counts as a spreadsheet does, from 1,
        blank rows and headings included.

        Raises:
            CannotReadError: the file is missing or may not be read.
            TableEncodingError: text that is not UTF-8.
            TableQuoteError: a quotation mark in CSV that is not closed where a cell ends.
            TableUnreadableError: it is no table, see its causes.
        """
        content = _bytes(path)
        if content.startswith(_ZIP):
            rows = _xlsx_rows(path, content)
        elif content.startswith(_OLE):
            raise TableUnreadableError(path=str(path), cause="old_format")
        else:
            rows = _csv_rows(path, content)
        if len(rows) > MAX_ROWS:
            raise TableUnreadableError(path=str(path), cause="too_large")
        return _by_heading(path, rows)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CannotReadError(path=str(path), cause="missing") from None
    except PermissionError:
        raise CannotReadError(path=str(path), cause="denied") from None
    except OSError:
        raise CannotReadError(path=str(path), cause="other") from None
    if len(content) > MAX_BYTES:
        raise TableUnreadableError(path=str(path), cause="too_large")
    if not content.strip():
        raise TableUnreadableError(path=str(path), cause="empty")
    return content


def _by_heading(path: Path, rows: Sequence[Sequence[str]]) -> tuple[TableRow, ...]:
    numbered = [(at, [cell.strip() for cell in row]) for at, row in enumerate(rows, 1)]
    filled = [(at, row) for at, row in numbered if any(row)]
    if len(filled) < 2:
        raise TableUnreadableError(path=str(path), cause="no_rows" if filled else "empty")
    headings = filled[0][1]
    return tuple(
        TableRow(at, tuple(zip_longest(headings, row, fillvalue=""))) for at, row in filled[1:]
    )


# --- CSV -------------------------------------------------------------------------------------


def _csv_rows(path: Path, content: bytes) -> list[list[str]]:
    if content.startswith(_UTF16):
        raise TableEncodingError(path=str(path), row=1, likely="UTF-16")
    if b"\0" in content:
        raise TableUnreadableError(path=str(path), cause="not_a_table")
    # Surrogates stand for the bytes that are not UTF-8, so that the table is
    # cut into rows first and the bad row has the number a spreadsheet shows.
    text = content.decode("utf-8-sig", "surrogateescape")
    foreign = _NOT_UTF8.search(text) is not None
    text = _EXCEL_HINT.sub("", text)
    lines = io.StringIO(text, newline="")
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(lines, delimiter=_delimiter(text), strict=not foreign))
    except csv.Error:
        # It refuses cells in quotation marks that do not end where one may, and cells of more
        # than 131,072 characters, which mostly began with a stray mark too.
        if '"' not in text:
            raise TableUnreadableError(path=str(path), cause="too_large") from None
        raise TableQuoteError(path=str(path), row=len(rows) + 1) from None
    if foreign:
        at = next(at for at, row in enumerate(rows, 1) if _NOT_UTF8.search("".join(row)))
        raise TableEncodingError(path=str(path), row=at, likely=_likely(content))
    return rows


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first line that is not blank into most cells."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader([line], delimiter=mark))))


def _likely(content: bytes) -> str:
    """The encoding of ``content``, if it reads as words in one of the two offices are used to.

    Read in the wrong one, Chinese turns into capitals and signs amid words;
    Russian turns into hanzi, so Russian is tried first.
    """
    if _share(content, "cp1251", _RUSSIAN) >= 0.5:
        return "Windows-1251"
    return "GB18030" if _share(content, "gb18030", _CHINESE) >= 0.5 else ""


def _share(content: bytes, encoding: str, words: re.Pattern[str]) -> float:
    """How much of what is not ASCII belongs to ``words`` when read in ``encoding``."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    foreign = sum(not character.isascii() for character in text)
    return sum(len(word) for word in words.findall(text)) / foreign


# --- XLSX ------------------------------------------------------------------------------------


def _xlsx_rows(path: Path, content: bytes) -> list[list[str]]:
    # Loaded when a workbook is at hand: nobody else should wait for it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise TableUnreadableError(path=str(path), cause="too_large")
        with warnings.catch_warnings():
            # Of features openpyxl does not keep when it writes; nothing is written here.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some programs write wrong ones
            rows = islice(sheet.iter_rows(values_only=True), MAX_ROWS + 1)
            return [[_text(value) for value in row] for row in rows]
    except _DAMAGE:
        raise TableUnreadableError(path=str(path), cause="damaged") from None


def _text(value: object) -> str:
    """A cell as a person sees it; whole numbers without the ".0" that spreadsheets keep."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
