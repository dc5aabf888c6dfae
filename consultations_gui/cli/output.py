"""How answers leave the terminal: one JSON document for programs, aligned text for people."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from consultations_gui.application import offices
from consultations_gui.application.ports import Context
from consultations_gui.domain.parties import CityBook
from consultations_gui.i18n.words import Words


def ready(as_json: bool) -> None:
    """Let both streams hold every character, whatever the system's encoding.

    JSON is UTF-8 (RFC 8259, 8.1), half a surrogate pair in it an escape. Text
    keeps the terminal's encoding; what that lacks is shown by its code point.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if as_json and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


class CannotPrintError(Exception):
    """The standard output takes no more: closed, its reader has gone, or its disk is full."""


def emit(text: str = "") -> None:
    """Print ``text`` and let nothing wait. Raises :class:`CannotPrintError`."""
    if sys.stdout is None:  # closed before the program began, as by ``>&-``
        raise CannotPrintError
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is stuck in the buffer would be tried, and fail, once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise CannotPrintError from error


def plain(value: Any) -> Any:
    """``value`` as JSON knows it: times ISO 8601, enums by value, dataclasses as objects.

    Keys are the field names (English snake_case); paths are strings.
    """
    if isinstance(value, Enum | datetime | date | time | Path):
        return _scalar(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(entry) for entry in value]
    return value


def _scalar(value: Enum | date | time | Path) -> Any:
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value.isoformat()


def width(text: str) -> int:
    """Columns ``text`` takes in a terminal: hanzi two, combining marks none (UAX #11)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """``rows`` as lines with aligned columns, two spaces apart."""
    rows = [tuple(row) for row in rows]
    if not rows:
        return []
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(cell + " " * (widths[i] - width(cell)) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]


_CLOSING = "、。，；：？！）》”"
_BREAKS = re.compile(f" +|(?<=[\u3400-\u9fff{_CLOSING}])(?![{_CLOSING} ])")
"""Where a line may end: at a space, or behind a hanzi or closing mark that no mark follows."""


def wrap(text: str, columns: int) -> list[str]:
    """``text`` in lines of at most ``columns``, as far as its words allow."""
    lines: list[str] = []
    line = gap = ""
    for piece in re.split(f"({_BREAKS.pattern})", text.strip(" ")):
        if not piece.strip(" "):
            gap = piece
        elif line and width(line + gap + piece) > columns:
            lines.append(line)
            line, gap = piece, ""
        else:
            line, gap = line + gap + piece, ""
    return [*lines, line] if line else lines


class Terminal:
    """One run's way out: the language, the register and whether a program is reading."""

    def __init__(
        self, words: Words, context: Callable[[str | None], Context], as_json: bool
    ) -> None:
        self.words = words
        self.context = context
        self.as_json = as_json

    @cached_property
    def ctx(self) -> Context:
        """The register the command line names, opened when it is first asked for."""
        return self.context(None)

    @cached_property
    def cities(self) -> CityBook:
        """The cities known here: shipped ones and the office's own."""
        return offices.city_book(self.ctx)

    def answer(self, document: Any, lines: Iterable[str]) -> int:
        """Print the one JSON document, or the lines for a person; returns exit status 0.

        Raises :class:`CannotPrintError`.
        """
        if self.as_json:
            emit(json.dumps(plain(document), ensure_ascii=False, indent=2) + "\n")
        else:
            emit("".join(f"{line}\n" for line in lines))
        return 0
