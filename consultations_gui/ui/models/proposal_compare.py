"""Two offers side by side: what was taken out, what was put in, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Terms, Topic
from consultations_gui.domain.proposal_compare import (
    Mark,
    Run,
    Text,
    TopicChange,
    compare_terms,
    compare_text,
    side_by_side,
)
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.times import duration
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.proposal_texts import venue_text

CAPTIONS: dict[Component, str] = {
    Component.DATES: N_("Dates"),
    Component.VENUE: N_("Venue"),
    Component.TOPICS: N_("Topics"),
}


@dataclass(frozen=True)
class Cell:
    """One offer's part of a row, in lines; ``dates`` are the options its lines show, if any."""

    lines: tuple[Text, ...] = ()
    dates: tuple[Dates, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of the comparison; ``numbers`` are those of a topic in either offer."""

    component: Component
    before: Cell
    after: Cell
    changed: bool
    numbers: tuple[int | None, int | None] = (None, None)


def compare(before: Terms | None, after: Terms, cities: CityBook, words: Words) -> tuple[Row, ...]:
    """All rows in the order of an offer; without ``before`` nothing is marked."""
    old = after if before is None else before
    change = compare_terms(old, after)
    dates = Row(
        Component.DATES,
        _dates(old.dates, after.dates, Mark.REMOVED, words),
        _dates(after.dates, old.dates, Mark.ADDED, words),
        Component.DATES in change.changed,
    )
    left, right = side_by_side(
        compare_text(venue_text(old.venue, cities, words), venue_text(after.venue, cities, words))
    )
    venue = Row(Component.VENUE, _cell(left), _cell(right), Component.VENUE in change.changed)
    rows = (dates, venue, *(_topic(one, words) for one in change.topics))
    if before is not None:
        return rows
    return tuple(Row(r.component, Cell(), r.after, False, r.numbers) for r in rows)


def _dates(own: Sequence[Dates], other: Sequence[Dates], mark: Mark, words: Words) -> Cell:
    """Options by preference; where the same ones change places their numbers are marked."""
    reordered = set(own) == set(other)
    lines = []
    for number, option in enumerate(own, 1):
        moved = reordered and other[number - 1] != option
        told = Run(f"{number}) ", mark if moved else Mark.SAME)
        days = Run(dates_text(option, words.language), Mark.SAME if option in other else mark)
        lines.append((told, days) if len(own) > 1 else (days,))
    return Cell(tuple(lines), tuple(own))


def _topic(change: TopicChange, words: Words) -> Row:
    lengths = compare_text(_length(change.before, words), _length(change.after, words))
    left, right = zip(*map(side_by_side, (change.zh, change.ru, lengths)), strict=True)
    numbers = (change.number_before, change.number_after)
    return Row(Component.TOPICS, _cell(*left), _cell(*right), change.changed, numbers)


def _cell(*lines: Text) -> Cell:
    return Cell(tuple(line for line in lines if line))


def _length(topic: Topic | None, words: Words) -> str:
    minutes = topic.minutes if topic is not None else None
    return duration(minutes, words.language) if minutes else ""
