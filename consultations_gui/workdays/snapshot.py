"""What the library said when the program was built, kept beside it.

Importing ``holidays`` and its countries costs a tenth of a second, more than
all else that the first screen needs. The tables of one library version never
change, so they are stored in ``snapshot.json`` and used while that very
version is installed; with any other version the library itself is asked.

``python -m consultations_gui.workdays.snapshot`` writes the file anew after
an update of the library; a test tells when that was forgotten.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import FIRST_YEAR, Decree, Move, Origin
from consultations_gui.workdays import library

PLACE = Path(__file__).with_name("snapshot.json")
YEARS = range(FIRST_YEAR - 1, 2062)
"""The years the year planner can show, and one neighbour at each end."""


@dataclass(frozen=True)
class Snapshot:
    """Tables of one version of the library, by :attr:`Decree.id`."""

    version: str
    tables: dict[str, Any]

    def read(self, side: Side, year: int) -> Decree | None:
        """The country-year, or ``None`` outside :data:`YEARS`."""
        row = self.tables.get(f"{side.value}-{year}")
        return None if row is None else _decree(side, year, row)


def load(place: Path = PLACE) -> Snapshot:
    """The stored tables."""
    content = json.loads(place.read_text(encoding="utf-8"))
    return Snapshot(content["version"], content["tables"])


def write(place: Path = PLACE) -> None:
    """Store what the installed library says of :data:`YEARS`."""
    tables = {
        decree.id: _row(decree)
        for side in Side
        for decree in (library.read(side, year) for year in YEARS)
    }
    lines = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(row, ensure_ascii=False, separators=(',', ':'))}"
        for key, row in tables.items()
    )
    text = f'{{"version": {json.dumps(library.installed())},\n"tables": {{\n{lines}\n}}}}\n'
    place.write_text(text, encoding="utf-8")


def _row(decree: Decree) -> dict[str, Any]:
    """The decree as JSON: month-days (``0131``) of its year, names by their days."""
    names: dict[str, list[str]] = {}
    for day, name in decree.names:
        names.setdefault(name, []).append(_mmdd(day))
    return {
        "off": [_mmdd(day) for day in decree.off],
        "moved_off": [_mmdd(day) for day in decree.moved_off],
        "make_up": [_mmdd(day) for day in decree.make_up],
        "moves": [[_mmdd(move.make_up), _mmdd(move.day_off)] for move in decree.moves],
        "names": names,
        "known": decree.confirmed,
    }


def _decree(side: Side, year: int, row: dict[str, Any]) -> Decree:
    def days(key: str) -> tuple[date, ...]:
        return tuple(_date(year, text) for text in row[key])

    names = [(_date(year, text), name) for name, texts in row["names"].items() for text in texts]
    return library.with_notice(
        Decree(
            side,
            year,
            off=days("off"),
            moved_off=days("moved_off"),
            make_up=days("make_up"),
            moves=tuple(Move(_date(year, a), _date(year, b)) for a, b in row["moves"]),
            origin=Origin.LIBRARY if row["known"] else Origin.EXTRAPOLATED,
            names=tuple(sorted(names)),
        )
    )


def _mmdd(day: date) -> str:
    return f"{day:%m%d}"


def _date(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


if __name__ == "__main__":
    write()
