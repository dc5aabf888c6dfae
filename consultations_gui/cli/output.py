"""How answers leave the terminal: one JSON document for programs, aligned text for people."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

from consultations_gui.application.ports import Context
from consultations_gui.i18n.words import Words


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


class Terminal:
    """One run's way out: the language, the register and whether a program is reading."""

    def __init__(
        self,
        words: Words,
        context: Callable[[str | None], Context],
        as_json: bool,
        out: TextIO | None = None,
    ) -> None:
        self.words = words
        self.context = context
        self.as_json = as_json
        self._out = out or sys.stdout

    @cached_property
    def ctx(self) -> Context:
        """The register the command line names, opened when it is first asked for."""
        return self.context(None)

    def answer(self, document: Any, lines: Iterable[str]) -> int:
        """Print the one JSON document, or the lines for a person; returns exit status 0."""
        if self.as_json:
            text = json.dumps(plain(document), ensure_ascii=False, indent=2)
            self._out.write(text + "\n")
        else:
            for line in lines:
                self._out.write(line + "\n")
        return 0
