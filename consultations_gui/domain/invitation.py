"""What an invitation says of a meeting, and when which invitation may be issued (RFC 5546)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_timing import CLOSES, opening, slots
from consultations_gui.domain.consultation import Consultation, Dates, Precision, Status
from consultations_gui.domain.errors import InvitationRefusedError
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.people import Person


class Certainty(StrEnum):
    """STATUS of the event (RFC 5545, 3.8.1.11), in capitals as programs expect it."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Occasion:
    """When a meeting takes place: one event from the first opening to the last closing.

    ``start`` and ``end`` are local to ``zone`` (an IANA name) and carry no
    zone themselves. An all-day occasion has dates, and ``end`` is the last
    meeting day itself. Where the last day's items are still open, it closes
    at the usual hour.
    """

    start: datetime | date
    end: datetime | date
    zone: str
    certainty: Certainty

    @property
    def all_day(self) -> bool:
        """No times are set: the days alone are known."""
        return not isinstance(self.start, datetime)


def occasion(
    consultation: Consultation, agenda: Agenda, zone: str, *, cancelling: bool
) -> Occasion:
    """What the invitation of ``consultation`` says of its time.

    Raises:
        InvitationRefusedError: nothing is fixed that could be invited to, or
            the status does not go with inviting or cancelling.
    """
    dates = _dates(consultation, cancelling=cancelling)
    start, end = _hours(agenda, dates)
    return Occasion(start, end, zone, _certainty(consultation, cancelling=cancelling))


def _dates(consultation: Consultation, *, cancelling: bool) -> Dates:
    called_off = consultation.status is Status.CANCELLED or (
        consultation.status is Status.POSTPONED and consultation.dates is None
    )
    if cancelling and not called_off:
        raise InvitationRefusedError(id=consultation.id, cause="not_cancelled")
    if not cancelling and consultation.status is Status.CANCELLED:
        raise InvitationRefusedError(id=consultation.id, cause="cancelled")
    dates = consultation.dates
    if dates is None and cancelling and consultation.former:
        dates = consultation.former[-1]
    if dates is None:
        raise InvitationRefusedError(id=consultation.id, cause="no_dates")
    if dates.precision is Precision.MONTH:
        raise InvitationRefusedError(id=consultation.id, cause="month_only")
    return dates


def _hours(agenda: Agenda, dates: Dates) -> tuple[datetime | date, datetime | date]:
    known = [slot for slot in slots(agenda) if slot is not None]
    if not known:
        return dates.start, dates.end
    closing = max((slot.end for slot in known if slot.day == dates.days), default=CLOSES)
    return (
        datetime.combine(dates.start, opening(agenda, 1)),
        datetime.combine(dates.end, closing),
    )


def _certainty(consultation: Consultation, *, cancelling: bool) -> Certainty:
    if cancelling:
        return Certainty.CANCELLED
    fixed = consultation.status in (Status.CONFIRMED, Status.HELD)
    return Certainty.CONFIRMED if fixed else Certainty.TENTATIVE


def essentials(consultation: Consultation, when: Occasion) -> str:
    """What must not change without a higher SEQUENCE: start, end, zone, status, place."""
    venue = consultation.venue
    return "|".join(
        (
            when.start.isoformat(),
            when.end.isoformat(),
            when.zone,
            when.certainty.value,
            venue.country,
            venue.city,
            venue.site,
            "online" if venue.online else "",
        )
    )


def invited(consultation: Consultation) -> tuple[Person, ...]:
    """Whom the office invites: everyone with an address, in protocol order.

    Calendar programs know people by their address, so those who share one (a
    secretariat's mailbox) are invited together: once, under all their names,
    in the language of the first of them.
    """
    sharing: dict[str, list[Person]] = {}
    for delegation in consultation.delegations:
        for delegate in delegation.delegates:
            if delegate.person.email:
                key = delegate.person.email.casefold()
                sharing.setdefault(key, []).append(delegate.person)
    return tuple(_together(people) for people in sharing.values())


def _together(people: list[Person]) -> Person:
    """One person to invite for all who share the first one's address."""
    first = people[0]
    if all(person == first for person in people):
        return first

    def joined(name: Callable[[Person], str]) -> str:
        return ", ".join(dict.fromkeys(name(person) for person in people))

    return replace(
        first,
        name_zh=joined(lambda person: person.name(Lang.ZH)),
        name_ru=joined(lambda person: person.name(Lang.RU)),
        name_latin=joined(lambda person: person.name_latin or person.name(person.language)),
    )


def day_after(when: Occasion) -> date:
    """The day after an all-day occasion, which DTEND names (RFC 5545, 3.8.2.2)."""
    end = when.end.date() if isinstance(when.end, datetime) else when.end
    return end + timedelta(days=1)
