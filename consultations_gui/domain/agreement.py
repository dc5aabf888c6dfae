"""The agreement's own facts: notices, deadlines, competent authorities (Arts. 5 and 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.parties import Side

SIGNED = date(2015, 5, 8)
"""Signed in Moscow; the only date the agreement itself gives."""


@dataclass(frozen=True)
class Authority:
    """A competent authority as notified by a side (Art. 5(1)), from a date to a date."""

    uid: str
    side: Side
    name_zh: str
    name_ru: str
    notified: date | None = None
    note: str = ""
    until: date | None = None


@dataclass(frozen=True)
class AgreementFacts:
    """What the office knows of the agreement's life. Nothing here is shipped: a user enters it.

    ``notice_cn``/``notice_ru`` are the days each side *received* the other's
    notice that its procedures were complete (Art. 10(1)); ``count_first_day``
    says whether the day of receipt is itself the first of the thirty days.
    ``termination`` is the day a notice of termination was received.
    """

    notice_cn: date | None = None
    notice_ru: date | None = None
    count_first_day: bool = False
    termination: date | None = None
    authorities: tuple[Authority, ...] = ()
    annex_zh: str = ""
    annex_ru: str = ""
    version: int = 0
