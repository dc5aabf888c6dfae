"""The JSON documents of things that several commands answer with.

Keys are English snake_case, dates ISO 8601, moments with their offset, sides
``"CN"`` and ``"RU"``. A reason is told three ways: its code and arguments for
programs, its words for people, in the language of the run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from consultations_gui.cli.output import plain
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import LedgerEntry, NextHost
from consultations_gui.domain.workdays import Day
from consultations_gui.i18n.wording import error_text, explain
from consultations_gui.i18n.words import Words

_SIGNS = re.compile("(?<!^)(?=[A-Z])")
"""Where the words of a class name begin."""


def reasons(given: Iterable[Reason], words: Words) -> list[dict[str, Any]]:
    """Reasons: ``[{code, args, text}]``."""
    return [
        {"code": one.code, "args": plain(dict(one.args)), "text": explain(one, words)}
        for one in given
    ]


def problems(errors: Iterable[DomainError], words: Words) -> list[dict[str, Any]]:
    """What is wrong without standing in the way: ``[{code, args, text}]``, as reasons are."""
    return [
        {
            "code": _SIGNS.sub("_", type(one).__name__.removesuffix("Error")).lower(),
            "args": plain(one),
            "text": error_text(one, words),
        }
        for one in errors
    ]


def days(dates: Dates | None) -> dict[str, Any]:
    """A meeting's days: ``start``, ``end``, ``precision``, all ``null`` while they are open."""
    if dates is None:
        return {"start": None, "end": None, "precision": None}
    return {
        "start": dates.start.isoformat(),
        "end": dates.end.isoformat(),
        "precision": str(dates.precision),
    }


def by_side(pair: tuple[int, int]) -> dict[str, int]:
    """Two counts: ``{CN, RU}``."""
    return dict(zip((str(side) for side in Side), pair, strict=True))


def consultation(one: Consultation) -> dict[str, Any]:
    """A consultation, its days on top and not in an object of their own."""
    shown: dict[str, Any] = plain(one)
    del shown["dates"], shown["footing"]
    shown["former"] = [days(dates) for dates in one.former]
    return shown | days(one.dates)


def day_kind(day: Day) -> dict[str, Any]:
    """What a day is, in a comparison: ``{kind, short}``."""
    return {"kind": str(day.kind), "short": day.short}


def next_host(host: NextHost, words: Words) -> dict[str, Any]:
    """Whose turn a round is: ``{side, number, reasons}``."""
    return {
        "side": str(host.side),
        "number": host.number,
        "reasons": reasons(host.reasons, words),
    }


def ledger_entry(entry: LedgerEntry, words: Words) -> dict[str, Any]:
    """One meeting in the ledger: ``host`` receives it, ``place`` is the Party it is held in."""
    shown: dict[str, Any] = plain(entry)
    del shown["dates"]
    shown["place"] = shown["host"]
    shown["host"] = shown.pop("receiver")
    told = {
        "reasons": reasons(entry.reasons, words),
        "warnings": reasons(entry.warnings, words),
    }
    return shown | days(entry.dates) | told
