"""Reasons: why the program answers as it does, as values that any language can word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Reason:
    """One reason: a code (what is meant) and its named arguments (what it speaks of).

    Codes are the string values of the enums next to the rules that give them;
    the words for each code stand in ``i18n``. Arguments are sides, IDs, whole
    numbers, dates, and what the office itself has entered in a language; never words of ours.
    """

    code: str
    args: tuple[tuple[str, str | int | date], ...] = ()

    @classmethod
    def of(cls, code: str, **args: str | int | date) -> Reason:
        """Build a reason from keyword arguments."""
        return cls(str(code), tuple(args.items()))

    def arg(self, name: str) -> str | int | date:
        """The argument called ``name``. Raises :class:`KeyError` if there is none."""
        return dict(self.args)[name]
