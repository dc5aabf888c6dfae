"""The life of a consultation: one transition table, and what each step does to it.

Every step gives a new value or raises a refusal. Start, end, status and venue
are what invited people must be told of again: where one of them changes, the
iCalendar sequence rises (RFC 5546 §2.1.4).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
)
from consultations_gui.domain.errors import (
    DatesMissingError,
    DatesOutsideError,
    DatesUnchangedError,
    FixedFieldError,
    InvalidNumberError,
    MeetingAheadError,
    PostponedToPastError,
    WrongStatusError,
)
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.people import require_delegation
from consultations_gui.domain.workdays import LAST_YEAR

EARLIEST_YEAR = 1950
"""The first year a meeting may be dated in: the two countries have had relations since 1949."""


class Action(StrEnum):
    """What can be done to a consultation."""

    TENTATIVE = "tentative"
    """Its dates are on offer to the other side."""
    CONFIRM = "confirm"
    HOLD = "hold"
    """It has taken place."""
    POSTPONE = "postpone"
    CANCEL = "cancel"
    MOVE = "move"
    """Set or correct its dates outside a postponement."""
    RELOCATE = "relocate"
    """Change which side hosts it, as both sides agreed."""
    EDIT = "edit"
    """Change anything else."""


_WAITING = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED, Status.POSTPONED)

TRANSITIONS: dict[Action, dict[Status, Status]] = {
    Action.TENTATIVE: dict.fromkeys((Status.PLANNED, Status.POSTPONED), Status.TENTATIVE),
    Action.CONFIRM: dict.fromkeys(
        (Status.PLANNED, Status.TENTATIVE, Status.POSTPONED), Status.CONFIRMED
    ),
    Action.HOLD: dict.fromkeys(_WAITING, Status.HELD),
    Action.POSTPONE: dict.fromkeys(_WAITING, Status.POSTPONED),
    Action.CANCEL: dict.fromkeys(_WAITING, Status.CANCELLED),
    # Confirmed dates have been agreed: they are postponed in the open, never moved silently.
    Action.MOVE: {s: s for s in (*_WAITING, Status.HELD) if s is not Status.CONFIRMED},
    Action.RELOCATE: {s: s for s in _WAITING},
    Action.EDIT: {s: s for s in Status},
}
"""What each action makes of each status; a status that is not there is refused."""


def next_status(consultation: Consultation, action: Action) -> Status:
    """The status ``action`` leads to.

    Raises:
        WrongStatusError: the action has no place in the present status.
    """
    status = TRANSITIONS[action].get(consultation.status)
    if status is None:
        raise WrongStatusError(
            id=consultation.id, status=consultation.status.value, action=action.value
        )
    return status


def revised(before: Consultation, after: Consultation) -> Consultation:
    """``after`` with the sequence it must carry (RFC 5546 §2.1.4).

    One higher than before where dates, status or venue differ, the same
    otherwise.
    """
    told = [(c.dates, c.status, c.venue) for c in (before, after)]
    return replace(after, sequence=before.sequence + (told[0] != told[1]))


def tentative(consultation: Consultation) -> Consultation:
    """Its dates are on offer.

    Raises:
        WrongStatusError, DatesMissingError.
    """
    return _step(consultation, Action.TENTATIVE, dated=True)


def confirm(consultation: Consultation) -> Consultation:
    """Both sides have confirmed dates and venue.

    Raises:
        WrongStatusError, DatesMissingError; VenueIncompleteError (Art. 5(4)
            asks for the place too).
    """
    confirmed = _step(consultation, Action.CONFIRM, dated=True)
    confirmed.venue.require_complete()
    return confirmed


def hold(consultation: Consultation, today: date, dates: Dates | None = None) -> Consultation:
    """It has taken place by ``today``, on ``dates`` if they were others than planned.

    Raises:
        WrongStatusError, DatesMissingError; MeetingAheadError: see :func:`require_over`.
    """
    next_status(consultation, Action.HOLD)
    require_years(dates)
    actual = replace(consultation, dates=dates or consultation.dates)
    held = revised(consultation, _step(actual, Action.HOLD, dated=True))
    require_over(held, today)
    return held


def require_over(consultation: Consultation, today: date) -> None:
    """Refuse one recorded as held whose last day comes after ``today``.

    Where only the month is known, it is enough that the month has begun.

    Raises:
        MeetingAheadError.
    """
    dates = consultation.dates
    if consultation.status is not Status.HELD or dates is None:
        return
    last = dates.start if dates.precision is Precision.MONTH else dates.end
    if last > today:
        raise MeetingAheadError(id=consultation.id, end=dates.end)


def postpone(
    consultation: Consultation, today: date, dates: Dates | None, reason: str = ""
) -> Consultation:
    """Postponed on ``today`` to ``dates``, or until further notice.

    Number, host and place in the order stay; the old dates are kept in
    ``former``.

    Raises:
        WrongStatusError; DatesUnchangedError: those are its dates already;
        PostponedToPastError: the last of them lies before ``today``.
    """
    status = next_status(consultation, Action.POSTPONE)
    if dates is not None and dates == consultation.dates:
        raise DatesUnchangedError(id=consultation.id)
    require_years(dates)
    if dates is not None and dates.end < today:
        raise PostponedToPastError(id=consultation.id, end=dates.end)
    old = () if consultation.dates is None else (consultation.dates,)
    after = replace(
        consultation,
        status=status,
        dates=dates,
        former=(*consultation.former, *old),
        reason=reason,
    )
    return revised(consultation, after)


def cancel(consultation: Consultation, reason: str = "") -> Consultation:
    """Cancelled. Its number is not used again and its turn goes to the next round.

    Raises:
        WrongStatusError.
    """
    return replace(_step(consultation, Action.CANCEL), reason=reason)


def edit(before: Consultation, after: Consultation) -> Consultation:
    """``before`` with the fields of ``after`` that an edit may change.

    Raises:
        FixedFieldError: a field made once (uid, id, kind, number) or changed
            by a step of its own (status, former, sequence) differs.
        WrongStatusError: dates moved that are confirmed or were given up.
        InvalidEmailError, TwoHeadsError, NameMissingError: see ``people``.
    """
    for name in ("uid", "id", "kind", "number", "status", "former", "sequence", "proposal"):
        if getattr(before, name) != getattr(after, name):
            raise FixedFieldError(id=before.id, field=name)
    if before.dates != after.dates:
        next_status(before, Action.MOVE)
        require_years(after.dates)
    for delegation in after.delegations:
        require_delegation(delegation)
    return revised(before, after)


def record_turn(consultation: Consultation, turn: TurnRecord) -> Consultation:
    """Whose turn the meeting uses, as both sides agreed, with their consents on record."""
    return replace(consultation, turn=turn)


def settle(
    consultation: Consultation, dates: Dates, venue: Venue, turn: TurnRecord
) -> Consultation:
    """A round changed as both sides agreed in a proposal about it (rule 10).

    Its old dates, if they change, are kept in ``former``; it is confirmed.
    A venue in the other Party's country makes that Party the host, out of
    turn, with the consents in ``turn`` on record.

    Raises:
        WrongStatusError: it was held or cancelled in the meantime.
    """
    next_status(consultation, Action.POSTPONE)
    require_years(dates)
    moved = consultation.dates is not None and consultation.dates != dates
    old = (consultation.dates,) if moved and consultation.dates else ()
    host = venue.side or consultation.host
    changed = replace(
        consultation,
        status=Status.CONFIRMED,
        dates=dates,
        venue=venue,
        host=host,
        turn=consultation.turn if host is consultation.host else turn,
        former=(*consultation.former, *old),
    )
    return revised(consultation, changed)


def require_status(consultation: Consultation) -> None:
    """Refuse a new consultation that lacks what its status says of it.

    Raises:
        DatesMissingError: tentative, confirmed or held without dates.
        VenueIncompleteError: confirmed without a place.
    """
    require_years(consultation.dates)
    dated = (Status.TENTATIVE, Status.CONFIRMED, Status.HELD)
    if consultation.status in dated and consultation.dates is None:
        raise DatesMissingError(id=consultation.id, action=consultation.status.value)
    if consultation.status is Status.CONFIRMED:
        consultation.venue.require_complete()


def require_years(dates: Dates | None) -> None:
    """Refuse dates in a year that no meeting can lie in, or no calendar reaches.

    Raises:
        DatesOutsideError.
    """
    if dates is None:
        return
    for day in (dates.start, dates.end):
        if not EARLIEST_YEAR <= day.year <= LAST_YEAR:
            raise DatesOutsideError(year=day.year, least=EARLIEST_YEAR, most=LAST_YEAR)


def require_number(kind: Kind, number: int | None) -> None:
    """Refuse a number below 1, or one for a consultation that stands outside the numbering.

    Raises:
        InvalidNumberError.
    """
    if number is not None and (number < 1 or kind is not Kind.REGULAR):
        raise InvalidNumberError(number=number)


def _step(consultation: Consultation, action: Action, *, dated: bool = False) -> Consultation:
    status = next_status(consultation, action)
    if dated and consultation.dates is None:
        raise DatesMissingError(id=consultation.id, action=action.value)
    return revised(consultation, replace(consultation, status=status))
