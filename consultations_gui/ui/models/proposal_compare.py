"""Two offers side by side: what was taken out, what was put in, word by word.

Only for reading: what counts as changed for an answer is the domain's
business (``proposal_terms``). Chinese is compared by character, everything
else by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Terms, Topic
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.times import duration
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.proposal_texts import venue_text

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKENS = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+|\s+|.", re.DOTALL)

CAPTIONS: dict[Component, str] = {
    Component.DATES: N_("Dates"),
    Component.VENUE: N_("Venue"),
    Component.TOPICS: N_("Topics"),
}


class Mark(StrEnum):
    """How a run of text stands against the other offer."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """A run of text and its mark."""

    text: str
    mark: Mark = Mark.SAME


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Cell:
    """One offer's part of a row, in lines; ``dates`` are the options its lines show, if any."""

    lines: tuple[Text, ...] = ()
    dates: tuple[Dates, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of the comparison; ``number`` counts topics."""

    component: Component
    before: Cell
    after: Cell
    changed: bool
    number: int | None = None


def words_of(text: str) -> list[str]:
    """``text`` cut into what is compared: Chinese characters, words, spaces, signs."""
    return _TOKENS.findall(text)


def compare_text(before: str, after: str) -> tuple[Text, Text]:
    """Both texts in runs: what the first has too much, what the second has new."""
    old, new = words_of(before), words_of(after)
    left: list[Run] = []
    right: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        _put(left, "".join(old[a:b]), Mark.SAME if same else Mark.REMOVED)
        _put(right, "".join(new[c:d]), Mark.SAME if same else Mark.ADDED)
    return tuple(left), tuple(right)


def _put(runs: list[Run], text: str, mark: Mark) -> None:
    if text:
        runs.append(Run(text, mark))


def compare(before: Terms | None, after: Terms, cities: CityBook, words: Words) -> tuple[Row, ...]:
    """All rows in the order of an offer; without ``before`` nothing is marked."""
    alone = before is None
    old = after if before is None else before
    dates = Row(
        Component.DATES,
        _dates(old.dates, after.dates, Mark.REMOVED, words),
        _dates(after.dates, old.dates, Mark.ADDED, words),
        old.dates != after.dates,
    )
    left, right = compare_text(
        venue_text(old.venue, cities, words), venue_text(after.venue, cities, words)
    )
    venue = Row(Component.VENUE, _cell(left), _cell(right), old.venue != after.venue)
    rows = (dates, venue, *_topics(old.topics, after.topics, words))
    return (
        tuple(Row(r.component, Cell(), r.after, False, r.number) for r in rows) if alone else rows
    )


def _dates(own: Sequence[Dates], other: Sequence[Dates], mark: Mark, words: Words) -> Cell:
    lines = tuple(
        (
            Run(f"{number}) " if len(own) > 1 else ""),
            Run(dates_text(option, words.language), Mark.SAME if option in other else mark),
        )
        for number, option in enumerate(own, 1)
    )
    return Cell(lines, tuple(own))


def _topics(old: tuple[Topic, ...], new: tuple[Topic, ...], words: Words) -> Iterator[Row]:
    for before, after in _pairs(old, new):
        first = old[before] if before is not None else None
        second = new[after] if after is not None else None
        number = (after if after is not None else before or 0) + 1
        left, right = _topic(first, second, words)
        yield Row(Component.TOPICS, left, right, first != second, number)


def _pairs(old: Sequence[Topic], new: Sequence[Topic]) -> Iterator[tuple[int | None, int | None]]:
    """Topics that belong together: the same ones, and those changed in the same place."""
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for step in range(max(b - a, d - c)):
            yield (a + step if a + step < b else None), (c + step if c + step < d else None)


def _topic(first: Topic | None, second: Topic | None, words: Words) -> tuple[Cell, Cell]:
    pairs = [
        compare_text(old, new)
        for old, new in zip(_topic_texts(first, words), _topic_texts(second, words), strict=True)
    ]
    return _cell(*(old for old, _ in pairs)), _cell(*(new for _, new in pairs))


def _cell(*lines: Text) -> Cell:
    return Cell(tuple(line for line in lines if line))


def _topic_texts(topic: Topic | None, words: Words) -> tuple[str, str, str]:
    if topic is None:
        return "", "", ""
    minutes = duration(topic.minutes, words.language) if topic.minutes else ""
    return topic.zh, topic.ru, minutes
