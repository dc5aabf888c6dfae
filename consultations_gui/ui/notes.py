"""What the window tells quietly: a line that can speak every language again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.i18n.words import Words


class Weight(StrEnum):
    """How much a note matters."""

    INFO = "info"
    ERROR = "error"


@dataclass(frozen=True)
class Offer:
    """One thing the person can do about a note; ``msgid`` labels it."""

    msgid: str
    act: Callable[[], object]


@dataclass(frozen=True)
class Note:
    """A line for the status line: ``say`` words it in the language in use."""

    say: Callable[[Words], str]
    weight: Weight = Weight.INFO
    offer: Offer | None = None
