"""The iCalendar object of an invitation (RFC 5545, 5546), so that every program reads it alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Parameters, vCalAddress, vText
from icalendar.enums import CLASS, CUTYPE, PARTSTAT, ROLE, STATUS, TRANSP

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.invitation import Certainty, Occasion, day_after
from consultations_gui.domain.people import Person
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.language import Language
from consultations_gui.invitations.texts import Texts, clean

PRODID = "-//Consultations//Consultations 1//EN"
REMINDER = timedelta(days=-1)

_BUSY = {
    Certainty.TENTATIVE: "TENTATIVE",
    Certainty.CONFIRMED: "BUSY",
    Certainty.CANCELLED: "FREE",
}

if "CN" not in Parameters.always_quoted:
    # A name with non-ASCII letters is misread by several programs unless it is quoted.
    Parameters.always_quoted += ("CN",)  # type: ignore[assignment]  # typed by its length


def calendar_bytes(order: InvitationOrder) -> bytes:
    """The whole .ics file: CRLF, lines of at most 75 octets, one METHOD, one event."""
    attendees = () if order.method is Method.PUBLISH else order.people
    event = _event(order, attendees, with_status=True)
    return _calendar(order.consultation.uid, [event], order.method, [order.occasion.start.year])


def uninviting_bytes(order: InvitationOrder, person: Person) -> bytes:
    """A CANCEL to one person alone, without STATUS unless all is called off (RFC 5546, 3.2.5)."""
    event = _event(order, (person,), with_status=order.method is Method.CANCEL)
    return _calendar(order.consultation.uid, [event], Method.CANCEL, [order.occasion.start.year])


def options_bytes(uid: str, orders: Sequence[InvitationOrder]) -> bytes:
    """A PUBLISH with one event for each order (RFC 5546, 3.2.1); ``uid`` is the calendar's."""
    events = [_event(order, (), with_status=True) for order in orders]
    years = [order.occasion.start.year for order in orders]
    return _calendar(uid, events, Method.PUBLISH, years)


def _calendar(uid: str, events: list[Event], method: Method, years: list[int]) -> bytes:
    calendar = Calendar.new(
        prodid=PRODID,
        method=method.value.upper(),
        calscale="GREGORIAN",
        uid=uid,
        subcomponents=events,
    )
    # The default window of 1970-2038 writes old transitions in a form that
    # puts Moscow an hour off in ical.js and vobject.
    calendar.add_missing_timezones(date(min(years), 1, 1), date(max(years) + 1, 12, 31))
    for zone in calendar.timezones:
        zone.pop("COMMENT", None)
    content: bytes = calendar.to_ical()
    return content


def _event(order: InvitationOrder, people: tuple[Person, ...], *, with_status: bool) -> Event:
    texts, office, when = Texts(order, withdrawn=not with_status), order.office, order.occasion
    start, end = _times(when)
    organizer = None
    if office.email:
        name = f"{office.name_zh} / {office.name_ru}"
        organizer = vCalAddress.new(office.email, cn=_name(name))
    event = Event.new(
        uid=order.consultation.uid,
        summary=clean(texts.summary()),
        description=clean(texts.description()),
        location=clean(texts.location()) or None,
        start=start,
        end=end,
        stamp=order.stamp,
        created=order.created.astimezone(UTC),
        last_modified=order.stamp.astimezone(UTC),
        sequence=order.consultation.sequence,
        status=STATUS(when.certainty.value) if with_status else None,
        classification=_classification(order),
        transparency=TRANSP.OPAQUE,
        organizer=organizer,
        attendees=[_attendee(order.consultation, person) for person in people],
    )
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", vText(_BUSY[when.certainty] if with_status else "FREE"))
    html = vText(texts.html((Language.ZH, Language.RU)))
    html.params["FMTTYPE"] = "text/html"
    event.add("X-ALT-DESC", html)
    if when.certainty is not Certainty.CANCELLED and with_status:
        event.add_component(Alarm.new_display(clean(texts.summary()), REMINDER))
    return event


def _times(when: Occasion) -> tuple[date, date]:
    """DTSTART and DTEND: zone-aware, in UTC where the zone has summer time, or whole days."""
    if not (isinstance(when.start, datetime) and isinstance(when.end, datetime)):
        return when.start, day_after(when)
    zone = ZoneInfo(when.zone)
    start, end = when.start.replace(tzinfo=zone), when.end.replace(tzinfo=zone)
    if _changes(zone, when.start.year):
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end


def _changes(zone: ZoneInfo, year: int) -> bool:
    """Whether clocks change in the two years a time zone definition is written for.

    Outlook reads one yearly rule each way only, so such a zone's times go out in UTC.
    """
    first = datetime(year, 1, 1, 12, tzinfo=zone)
    offsets = {(first + timedelta(days=7 * week)).utcoffset() for week in range(2 * 53)}
    return len(offsets) > 1


def _classification(order: InvitationOrder) -> CLASS:
    open_to_all = all(item.marking is Marking.OPEN for item in order.agenda.items)
    return CLASS.PUBLIC if open_to_all else CLASS.CONFIDENTIAL


def _attendee(consultation: Consultation, person: Person) -> vCalAddress:
    host = consultation.host
    head = None if host is None else consultation.delegation(host).head
    # By the address: behind a shared one stand several people, the head perhaps among them.
    chairs = head is not None and head.email.casefold() == person.email.casefold()
    return vCalAddress.new(
        person.email,
        cn=_name(person.name(person.language)) or None,
        cutype=CUTYPE.INDIVIDUAL.value,
        role=(ROLE.CHAIR if chairs else ROLE.REQ_PARTICIPANT).value,
        partstat=PARTSTAT.NEEDS_ACTION.value,
        rsvp=True,
        language=person.language.value,
    )


def _name(text: str) -> str:
    """A display name; a straight quote cannot stand in a quoted parameter, so it becomes “ ”."""
    parts = clean(text).replace("\n", " ").split('"')
    closed = [part + ("“" if i % 2 == 0 else "”") for i, part in enumerate(parts[:-1])]
    return "".join((*closed, parts[-1]))
