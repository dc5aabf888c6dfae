"""How an error or a reason becomes a sentence: a message, and how each of its values is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Component, ProposalState
from consultations_gui.i18n.dates import long_date
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.wording_labels import label
from consultations_gui.i18n.wording_steps import (
    field_text,
    moment_text,
    thing_text,
    use_case_text,
)
from consultations_gui.i18n.words import Words

Shown = Callable[[Any, Words], str]
"""How one value is shown to a person."""

Sentence = Callable[[Mapping[str, Any], Words], str]
"""How the named values of an error or a reason become a sentence."""


def side_text(value: str, words: Words) -> str:
    """A side, given as ``"CN"`` or ``"RU"``."""
    return label(Side(value), words)


def sides_text(values: tuple[str, ...], words: Words) -> str:
    """Several sides in a list."""
    return join_list([side_text(value, words) for value in values], words.language)


def fields_text(values: tuple[str, ...], words: Words) -> str:
    """Several fields in a list."""
    return join_list([field_text(value, words) for value in values], words.language)


def one_of(choices: type[StrEnum]) -> Shown:
    """Shows the value of a member of ``choices``."""
    return lambda value, words: label(choices(value), words)


SHOWN: dict[str, Shown] = {
    "at": moment_text,
    "component": one_of(Component),
    "field": field_text,
    "fields": fields_text,
    "host": side_text,
    "kind": thing_text,
    "side": side_text,
    "sides": sides_text,
    "state": one_of(ProposalState),
    "use_case": use_case_text,
}
"""How a value is shown by its name, where a sentence does not say otherwise."""


def shown(name: str, value: Any, words: Words) -> Any:
    """A value as a person reads it: dates in full, known names in words, the rest as it is."""
    if name in SHOWN:
        return SHOWN[name](value, words)
    if isinstance(value, date):
        return long_date(value, words.language)
    return value


def _ready(values: Mapping[str, Any], words: Words, special: Mapping[str, Shown]) -> dict[str, Any]:
    return {
        name: special[name](value, words) if name in special else shown(name, value, words)
        for name, value in values.items()
    }


_TWO_STOPS = re.compile(r"(?<=\bг)\.\.(?=\s|$)")


def one_stop(text: str) -> str:
    """A sentence that ends with a Russian year keeps one full stop: «8 мая 2015 г.»."""
    return _TWO_STOPS.sub(".", text)


def say(msgid: str, **special: Shown) -> Sentence:
    """A sentence of one message; ``special`` shows the values named differently."""

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        return one_stop(words.tr(msgid, **_ready(values, words, special)))

    return sentence


def count(name: str, forms: tuple[str, str], **special: Shown) -> Sentence:
    """A sentence with a plural, by the number called ``name``."""

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        return one_stop(words.trn(*forms, values[name], **_ready(values, words, special)))

    return sentence


def choose(name: str, by: Mapping[Any, str], otherwise: str, **special: Shown) -> Sentence:
    """A sentence whose message depends on the value called ``name``."""
    sentences = {value: say(msgid, **special) for value, msgid in by.items()}
    default = say(otherwise, **special)

    def sentence(values: Mapping[str, Any], words: Words) -> str:
        return sentences.get(values[name], default)(values, words)

    return sentence
