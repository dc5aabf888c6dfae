"""Two offers compared item by item, and their texts word by word.

Only for reading: what counts as changed for an answer is decided in
``proposal_terms``. Chinese is compared by character, everything else by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from consultations_gui.domain.proposal import Component, Terms, Topic

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKENS = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+|\s+|.", re.DOTALL)
_ALIKE = 0.4
"""From this share of common words on two topics are one that was reworded."""


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
class TopicChange:
    """What became of one topic; ``before`` or ``after`` is ``None`` if it is not in that offer.

    The numbers count an offer's topics from 1. ``zh`` and ``ru`` hold both
    wordings in one line of runs.
    """

    before: Topic | None
    after: Topic | None
    number_before: int | None
    number_after: int | None
    zh: Text
    ru: Text

    @property
    def changed(self) -> bool:
        """It was put in, taken out, reworded, or given another length."""
        return self.before != self.after


@dataclass(frozen=True)
class TermsChange:
    """Which components of an offer differ from another's, and its topics one by one."""

    changed: tuple[Component, ...]
    topics: tuple[TopicChange, ...]


def compare_terms(before: Terms, after: Terms) -> TermsChange:
    """How ``after`` differs from ``before``."""
    differs = {
        Component.DATES: before.dates != after.dates,
        Component.VENUE: before.venue != after.venue,
        Component.TOPICS: before.topics != after.topics,
    }
    return TermsChange(
        changed=tuple(component for component, changed in differs.items() if changed),
        topics=tuple(_topics(before.topics, after.topics)),
    )


def words_of(text: str) -> list[str]:
    """``text`` cut into what is compared: Chinese characters, words, spaces, signs."""
    return _TOKENS.findall(text)


def compare_text(before: str, after: str) -> Text:
    """Both texts in one line of runs: what was taken out stands before what was put in for it."""
    old, new = words_of(before), words_of(after)
    runs: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("".join(old[a:b])))
            continue
        if a < b:
            runs.append(Run("".join(old[a:b]), Mark.REMOVED))
        if c < d:
            runs.append(Run("".join(new[c:d]), Mark.ADDED))
    return tuple(runs)


def side_by_side(text: Text) -> tuple[Text, Text]:
    """The earlier and the later text apart, each with its own marks."""
    before = tuple(run for run in text if run.mark is not Mark.ADDED)
    return before, tuple(run for run in text if run.mark is not Mark.REMOVED)


def _topics(old: Sequence[Topic], new: Sequence[Topic]) -> Iterator[TopicChange]:
    for before, after in _pairs(old, new):
        first = old[before] if before is not None else None
        second = new[after] if after is not None else None
        one, other = first or Topic(), second or Topic()
        yield TopicChange(
            before=first,
            after=second,
            number_before=None if before is None else before + 1,
            number_after=None if after is None else after + 1,
            zh=compare_text(one.zh, other.zh),
            ru=compare_text(one.ru, other.ru),
        )


_Pair = tuple[int | None, int | None]


def _pairs(old: Sequence[Topic], new: Sequence[Topic]) -> Iterator[_Pair]:
    """Topics that belong together in the order of both: the same ones, and reworded ones."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            for one, other in _reworded(old[a:b], new[c:d]):
                yield (
                    None if one is None else a + one,
                    None if other is None else c + other,
                )


def _reworded(old: Sequence[Topic], new: Sequence[Topic]) -> list[_Pair]:
    """The pairing that keeps both orders and has most in common; the unlike stand alone."""
    best: dict[tuple[int, int], float] = {}
    for one in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            best[one, other] = max(
                best.get((one + 1, other), 0.0),
                best.get((one, other + 1), 0.0),
                _likeness(old[one], new[other]) + best.get((one + 1, other + 1), 0.0),
            )
    pairs: list[_Pair] = []
    one = other = 0
    while one < len(old) and other < len(new):
        if best[one, other] == best.get((one + 1, other), 0.0):
            pairs.append((one, None))
            one += 1
        elif best[one, other] == best.get((one, other + 1), 0.0):
            pairs.append((None, other))
            other += 1
        else:
            pairs.append((one, other))
            one, other = one + 1, other + 1
    return [
        *pairs,
        *((left, None) for left in range(one, len(old))),
        *((None, left) for left in range(other, len(new))),
    ]


def _likeness(old: Topic, new: Topic) -> float:
    """From 0 to 1: how much of the wording two topics share, in the language where it is more."""
    shares = [
        SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()
        for one, other in ((old.zh, new.zh), (old.ru, new.ru))
        if one and other
    ]
    most = max(shares, default=0.0)
    return most if most >= _ALIKE else 0.0
