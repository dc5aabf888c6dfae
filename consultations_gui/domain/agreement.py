"""The agreement's own facts: notices, deadlines, competent authorities (Arts. 5 and 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from consultations_gui.domain.errors import (
    BeforeSignatureError,
    EndBeforeStartError,
    InvalidDateError,
    NameMissingError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason

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
    says whether the day a period runs from is itself its first day: the
    agreement does not say, so it is a setting, the same for all three periods.
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


class DeadlineKind(StrEnum):
    """A day that follows from the agreement's text."""

    IN_FORCE = "in_force"
    """Art. 10(1): in force on the 30th day from receipt of the last notice."""
    NOTIFY_AUTHORITIES = "notify_authorities"
    """Art. 5(1): competent authorities notified within 60 days of entry into force."""
    ENDS = "ends"
    """Art. 10(3): no longer in force 90 days after receipt of a notice of termination."""


class Working(StrEnum):
    """Codes of the reasons that show how a deadline was reckoned."""

    NOTICE_RECEIVED = "agreement.notice_received"
    """``side`` received the other's notice on ``day``."""
    NOTICE_UNKNOWN = "agreement.notice_unknown"
    """The day ``side`` received the other's notice has not been entered."""
    LAST_NOTICE = "agreement.last_notice"
    """The later of the two days, ``day``, is when the last notice was received."""
    IN_FORCE_FROM = "agreement.in_force_from"
    """The period runs from the entry into force on ``day``."""
    IN_FORCE_UNKNOWN = "agreement.in_force_unknown"
    TERMINATION_RECEIVED = "agreement.termination_received"
    """The notice of termination was received on ``day``."""
    TERMINATION_UNKNOWN = "agreement.termination_unknown"
    """No notice of termination has been entered."""
    FIRST_DAY_COUNTED = "agreement.first_day_counted"
    """``day`` is the first of the ``days`` days."""
    FIRST_DAY_NOT_COUNTED = "agreement.first_day_not_counted"
    """Counting begins the day after ``day``."""
    RESULT = "agreement.result"
    """The ``days``-th day is ``day``."""


@dataclass(frozen=True)
class Deadline:
    """One deadline with its working shown.

    ``article`` is written as in ``"10(1)"``; ``start`` is the day the period
    of ``days`` days runs from, ``day`` the result, both ``None`` while a fact
    is missing. ``working`` tells the reckoning step by step.
    """

    kind: DeadlineKind
    article: str
    days: int
    start: date | None
    day: date | None
    working: tuple[Reason, ...]

    def days_left(self, today: date) -> int | None:
        """Whole days from ``today``; negative when past, ``None`` while not known."""
        return None if self.day is None else (self.day - today).days


@dataclass(frozen=True)
class Deadlines:
    """All that can be reckoned from the facts."""

    in_force: Deadline
    notify_authorities_by: Deadline
    ends: Deadline

    def all(self) -> tuple[Deadline, ...]:
        """In the order of the articles' effect."""
        return (self.in_force, self.notify_authorities_by, self.ends)


def deadlines(facts: AgreementFacts) -> Deadlines:
    """The agreement's deadlines as far as the facts entered allow (Arts. 5(1), 10(1), 10(3))."""
    first = facts.count_first_day
    last_notice, told = _last_notice(facts)
    in_force = _reckon(DeadlineKind.IN_FORCE, "10(1)", 30, last_notice, told, first)
    entry = in_force.day
    notify = _reckon(DeadlineKind.NOTIFY_AUTHORITIES, "5(1)", 60, entry, _entry(entry), first)
    notice = facts.termination
    ends = _reckon(DeadlineKind.ENDS, "10(3)", 90, notice, _termination(notice), first)
    return Deadlines(in_force, notify, ends)


def require_facts(facts: AgreementFacts) -> None:
    """Refuse facts that cannot be.

    Raises:
        BeforeSignatureError: a notice received before the agreement was signed.
        InvalidDateError: a year so late that its deadlines lie past the calendar's end.
        NameMissingError: an authority without a name.
        EndBeforeStartError: an authority that ended before it was notified.
    """
    for day in (facts.notice_cn, facts.notice_ru, facts.termination):
        if day is None:
            continue
        if day < SIGNED:
            raise BeforeSignatureError(day=day)
        if day.year == date.max.year:
            raise InvalidDateError(text=day.isoformat())
    for authority in facts.authorities:
        if not (authority.name_zh.strip() or authority.name_ru.strip()):
            raise NameMissingError
        notified, until = authority.notified, authority.until
        if notified is not None and until is not None and until < notified:
            raise EndBeforeStartError(start=notified, end=until)


def _last_notice(facts: AgreementFacts) -> tuple[date | None, tuple[Reason, ...]]:
    notices = ((Side.CN, facts.notice_cn), (Side.RU, facts.notice_ru))
    told = tuple(_notice(side, day) for side, day in notices)
    days = [day for _, day in notices if day is not None]
    if len(days) < len(notices):
        return None, told
    last = max(days)
    return last, (*told, Reason.of(Working.LAST_NOTICE, day=last))


def _notice(side: Side, day: date | None) -> Reason:
    if day is None:
        return Reason.of(Working.NOTICE_UNKNOWN, side=side.value)
    return Reason.of(Working.NOTICE_RECEIVED, side=side.value, day=day)


def _entry(day: date | None) -> tuple[Reason, ...]:
    if day is None:
        return (Reason.of(Working.IN_FORCE_UNKNOWN),)
    return (Reason.of(Working.IN_FORCE_FROM, day=day),)


def _termination(day: date | None) -> tuple[Reason, ...]:
    if day is None:
        return (Reason.of(Working.TERMINATION_UNKNOWN),)
    return (Reason.of(Working.TERMINATION_RECEIVED, day=day),)


def _reckon(
    kind: DeadlineKind,
    article: str,
    days: int,
    start: date | None,
    told: tuple[Reason, ...],
    count_first: bool,
) -> Deadline:
    if start is None:
        return Deadline(kind, article, days, None, None, told)
    day = start + timedelta(days=days - count_first)
    code = Working.FIRST_DAY_COUNTED if count_first else Working.FIRST_DAY_NOT_COUNTED
    counting = Reason.of(code, day=start, days=days)
    result = Reason.of(Working.RESULT, days=days, day=day)
    return Deadline(kind, article, days, start, day, (*told, counting, result))
