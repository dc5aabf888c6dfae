"""Other programs' readers of iCalendar: what each makes of a file, for comparison."""

from __future__ import annotations

import ctypes
import ctypes.util
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import vobject


@dataclass(frozen=True)
class Read:
    """What a program read: UID, start and end (UTC, or whole days), attendees' addresses."""

    uid: str
    start: datetime | date
    end: datetime | date
    attendees: frozenset[str]


def message_of(mail: bytes) -> EmailMessage:
    """A mail as the standard library reads it."""
    message = message_from_bytes(mail, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def calendar_of(mail: bytes) -> bytes:
    """The text/calendar part of a mail."""
    part = next(p for p in message_of(mail).walk() if p.get_content_type() == "text/calendar")
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload


def _utc(moment: datetime | date) -> datetime | date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def by_vobject(content: bytes) -> Read:
    """What vobject reads."""
    event = vobject.readOne(content.decode()).vevent
    return Read(
        uid=event.uid.value,
        start=_utc(event.dtstart.value),
        end=_utc(event.dtend.value),
        attendees=frozenset(
            a.value.removeprefix("mailto:") for a in event.contents.get("attendee", [])
        ),
    )


def vobject_says(content: bytes) -> tuple[str, str, str]:
    """METHOD, SEQUENCE and STATUS (empty without one) as vobject reads them."""
    calendar = vobject.readOne(content.decode())
    event = calendar.vevent
    status = event.contents.get("status")
    return calendar.method.value, event.sequence.value, status[0].value if status else ""


class _Time(ctypes.Structure):
    """``struct icaltimetype`` of libical 3."""

    _fields_ = (
        ("year", ctypes.c_int),
        ("month", ctypes.c_int),
        ("day", ctypes.c_int),
        ("hour", ctypes.c_int),
        ("minute", ctypes.c_int),
        ("second", ctypes.c_int),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


def _libical() -> ctypes.CDLL:
    library = ctypes.CDLL(ctypes.util.find_library("ical") or "libical.so.3")
    for name, result, arguments in (
        ("icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
        ("icalcomponent_string_to_kind", ctypes.c_int, [ctypes.c_char_p]),
        ("icalproperty_string_to_kind", ctypes.c_int, [ctypes.c_char_p]),
        ("icalcomponent_get_first_component", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_get_uid", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icalcomponent_get_dtstart", _Time, [ctypes.c_void_p]),
        ("icalcomponent_get_dtend", _Time, [ctypes.c_void_p]),
        ("icalcomponent_get_first_property", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalcomponent_get_next_property", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
        ("icalproperty_get_attendee", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icalproperty_get_value_as_string", ctypes.c_char_p, [ctypes.c_void_p]),
        ("icaltime_as_timet_with_zone", ctypes.c_longlong, [_Time, ctypes.c_void_p]),
        ("icalcomponent_free", None, [ctypes.c_void_p]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def by_libical(content: bytes) -> Read:
    """What libical reads (the library of Evolution, GNOME Calendar and KOrganizer)."""
    library = _libical()
    root = library.icalparser_parse_string(content)
    assert root
    try:
        vevent = library.icalcomponent_string_to_kind(b"VEVENT")
        event = library.icalcomponent_get_first_component(root, vevent)
        kind = library.icalproperty_string_to_kind(b"ATTENDEE")
        attendees = set()
        found = library.icalcomponent_get_first_property(event, kind)
        while found:
            address = library.icalproperty_get_attendee(found).decode()
            attendees.add(address.removeprefix("mailto:"))
            found = library.icalcomponent_get_next_property(event, kind)
        return Read(
            uid=library.icalcomponent_get_uid(event).decode(),
            start=_moment(library, library.icalcomponent_get_dtstart(event)),
            end=_moment(library, library.icalcomponent_get_dtend(event)),
            attendees=frozenset(attendees),
        )
    finally:
        library.icalcomponent_free(root)


def libical_says(content: bytes) -> tuple[str, str, str]:
    """METHOD, SEQUENCE and STATUS (empty without one) as libical reads them."""
    library = _libical()
    root = library.icalparser_parse_string(content)
    assert root
    try:
        vevent = library.icalcomponent_string_to_kind(b"VEVENT")
        event = library.icalcomponent_get_first_component(root, vevent)
        return (
            _value(library, root, b"METHOD"),
            _value(library, event, b"SEQUENCE"),
            _value(library, event, b"STATUS"),
        )
    finally:
        library.icalcomponent_free(root)


def _value(library: ctypes.CDLL, component: int, name: bytes) -> str:
    kind = library.icalproperty_string_to_kind(name)
    found = library.icalcomponent_get_first_property(component, kind)
    return library.icalproperty_get_value_as_string(found).decode() if found else ""


def _moment(library: ctypes.CDLL, found: _Time) -> datetime | date:
    if found.is_date:
        return date(found.year, found.month, found.day)
    seconds = library.icaltime_as_timet_with_zone(found, found.zone)
    return datetime.fromtimestamp(seconds, UTC)
