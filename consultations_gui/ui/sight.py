"""What the first screen says, as plain words, so that it can be shown before anything is read.

A *sight* is what was last on the first screen. It is kept beside the person's
settings with the hash of the journal's last entry: while that is still the
last, nothing in the register has changed and the sight is true today. It is
shown at once and read again from the register a moment later, whatever it
said. See docs/decisions/050-first-sight.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from consultations_gui.desktop.files import write_private
from consultations_gui.desktop.paths import private_dir

FORMAT = 2
"""Of the file. Another format is as good as no file."""


@dataclass(frozen=True)
class NextText:
    """The nearest meeting. ``host`` is a side's letters, or empty.

    ``meters`` are (name, done, total, read aloud).
    """

    id: str
    date: str
    host: str
    host_name: str
    name: str
    status: str
    settled: bool
    provisional: str
    why: str
    meters: tuple[tuple[str, int, int, str], ...]
    invited: str


@dataclass(frozen=True)
class TurnText:
    """Whose turn it is: (side, above, below, read aloud) for each turn, the last one the next."""

    turns: tuple[tuple[str, str, str, str], ...]
    why: str


@dataclass(frozen=True)
class RowText:
    """One thing that waits, and the place where it is done."""

    side: str
    side_name: str
    title: str
    note: str
    chip: str
    tone: str
    view: str
    id: str
    part: str


@dataclass(frozen=True)
class TodayText:
    """All of the first screen. ``day`` is the date in words, ``theirs_name`` heads their list."""

    day: str
    sample: bool
    next: NextText | None
    turn: TurnText
    ours: tuple[RowText, ...]
    theirs: tuple[RowText, ...]
    theirs_name: str

    @classmethod
    def revive(cls, data: Mapping[str, Any]) -> Self:
        """The text that :func:`dataclasses.asdict` gave ``data``, back from JSON."""
        ahead = data["next"]
        turn = data["turn"]
        return cls(
            day=data["day"],
            sample=data["sample"],
            next=NextText(**{**ahead, "meters": _tuples(ahead["meters"])}) if ahead else None,
            turn=TurnText(_tuples(turn["turns"]), turn["why"]),
            ours=tuple(RowText(**row) for row in data["ours"]),
            theirs=tuple(RowText(**row) for row in data["theirs"]),
            theirs_name=data["theirs_name"],
        )


@dataclass(frozen=True)
class Sight:
    """The first screen and what stands around it: the office's names and term, what waits where."""

    today: TodayText
    office: tuple[str, str]
    term: str
    waiting: Mapping[str, int]


class SightFile:
    """Keeps the last sight of one register. ``head`` tells the journal's last hash, if it can."""

    def __init__(self, folder: Path, register: str, head: Callable[[], str]) -> None:
        name = hashlib.sha256(register.encode()).hexdigest()[:16]
        self._path = folder / f"first-sight-{name}.json"
        self._head = head

    def head(self) -> str:
        """The journal's last hash now; empty if that cannot be told."""
        return self._head()

    def load(self, language: str, today: date) -> Sight | None:
        """The sight if nothing has changed since, it is still that day and that language."""
        try:
            data = json.loads(self._path.read_bytes())
            true = _key(data["head"], language, today)
            if not data["head"] or data["key"] != true or data["head"] != self._head():
                return None
            office = data["office"]
            names = office[0], office[1]
            today_text = TodayText.revive(data["today"])
            return Sight(today_text, names, str(data["term"]), data["waiting"])
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            # Whatever is wrong with it, the register knows better.
            return None

    def keep(self, sight: Sight, head: str, language: str, today: date) -> None:
        """Keep what was read while ``head`` was the last entry. Not keeping it harms nobody."""
        if not head:
            return
        data = {"head": head, "key": _key(head, language, today), **asdict(sight)}
        text = json.dumps(data, ensure_ascii=True)
        try:
            private_dir(self._path.parent)
            write_private(self._path, text.encode("ascii"))
        except OSError:
            return


def _key(head: str, language: str, today: date) -> list[object]:
    return [FORMAT, head, language, today.isoformat()]


def _tuples(rows: Any) -> tuple[Any, ...]:
    return tuple(tuple(row) for row in rows)
