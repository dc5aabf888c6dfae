"""Calendars and planning; papers and invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.errors.base import DomainError

# --- calendars, rotation and planning ---------------------------------------------------------


@dataclass(eq=False)
class InvalidHorizonError(DomainError):
    """A plan covers one year or more, all of them within the years calendars are kept for.

    Those are the years from ``least`` to ``most``.
    """

    first_year: int
    years: int
    least: int
    most: int


@dataclass(eq=False)
class NoCalendarError(DomainError):
    """``year`` is none that working calendars are kept for: those from ``least`` to ``most``."""

    year: int
    least: int
    most: int


@dataclass(eq=False)
class YearOutsideError(DomainError):
    """A sheet is asked for a year that no calendar is kept for."""

    year: int
    first: int
    last: int


@dataclass(eq=False)
class InvalidWishError(DomainError):
    """A number among the planner's settings lies outside what makes sense.

    ``field`` is the setting's name (``days``, ``gap``, ``weights.season`` …).
    """

    field: str
    value: int
    least: int
    most: int


@dataclass(eq=False)
class InvalidMonthDayError(DomainError):
    """A preferred window begins or ends on a month-day that no year has."""

    month: int
    day: int


@dataclass(eq=False)
class UnknownPinError(DomainError):
    """A round is asked for, or fixed by a pin, that the plan does not place.

    ``stands``: its dates are kept, as those of a held or confirmed round are; else the plan
    knows no round of that ``number``. ``placed`` are the numbers of the rounds that it places.
    """

    number: int
    placed: tuple[int, ...] = ()
    stands: bool = False


@dataclass(eq=False)
class NoPlanError(DomainError):
    """No plan meets the hard conditions.

    ``failing_year`` is the least year up to which there is none. ``relax`` is
    the one condition that would mend it alone, the cheapest plan first:
    ``notice``, ``CN days``, ``RU days``, ``CN blackouts``, ``RU blackouts`` or
    ``pin R3`` (the pinned round's ID); empty when none does. ``remedies`` are
    all that would mend it alone, that one first.
    """

    failing_year: int
    relax: str = ""
    remedies: tuple[str, ...] = ()


@dataclass(eq=False)
class PlannedLaterError(NoPlanError):
    """No plan, since round ``number`` would come before round ``id``, which stays in ``year``.

    Order is by number, and that year lies after those asked for.
    """

    id: str = ""
    number: int = 0
    year: int = 0


@dataclass(eq=False)
class PlanOutdatedError(DomainError):
    """A round of the plan was held, confirmed or cancelled since the plan was made."""

    id: str


@dataclass(eq=False)
class RoundOrderError(DomainError):
    """Round ``id`` would not start after the last day of ``other``, the one numbered before it."""

    id: str
    other: str


@dataclass(eq=False)
class NumberSkippedError(DomainError):
    """New round ``id`` would leave out ``missing``; numbers run on without a gap."""

    id: str
    missing: str


@dataclass(eq=False)
class DecreeDayOutsideError(DomainError):
    """A decree names a day more than one year away from the year it is for."""

    id: str
    day: date


@dataclass(eq=False)
class DecreeConflictError(DomainError):
    """A decree calls one day both free and worked, or free for two reasons."""

    id: str
    day: date


@dataclass(eq=False)
class MakeUpOnWeekdayError(DomainError):
    """A make-up day is a Saturday or Sunday that is worked; this one is a weekday."""

    id: str
    day: date


@dataclass(eq=False)
class DayOffOnWeekendError(DomainError):
    """A moved day off is a weekday; this one is a Saturday or Sunday."""

    id: str
    day: date


@dataclass(eq=False)
class CalendarUnreadableError(DomainError):
    """A file that busy times cannot be read from (RFC 5545).

    ``cause`` is not_a_calendar, damaged, too_large or too_often (it repeats by
    the hour or faster, or thousands of times).
    """

    path: str
    cause: str


# --- papers -----------------------------------------------------------------------------------


@dataclass(eq=False)
class MissingGlyphError(DomainError):
    """A character that no font of the papers' preference lists has on this machine.

    ``package`` is the Debian package whose fonts would have it, empty where
    none is known and the character has to be replaced.
    """

    char: str
    package: str = ""


@dataclass(eq=False)
class PaperIncompleteError(DomainError):
    """A final paper was asked for although texts it prints are missing or stale.

    Each entry is as in :class:`TextsNotInStepError`, of the printed languages only.
    """

    id: str
    missing: tuple[tuple[int, str, str], ...]
    stale: tuple[tuple[int, str, str], ...]


# --- invitations ------------------------------------------------------------------------------


@dataclass(eq=False)
class InvitationRefusedError(DomainError):
    """An invitation that cannot be issued as things stand.

    ``cause``: no_dates, month_only, cancelled (a REQUEST for what is called
    off), not_cancelled (a CANCEL for what stands), no_organizer (the office
    has no e-mail address) or no_people (nobody has one).
    """

    id: str
    cause: str
