"""Busy times out of calendar files other programs wrote (RFC 5545), as whole days.

Recurrence, its exceptions and moved instances (RRULE, RDATE, EXDATE,
RECURRENCE-ID) are worked out by the library ``recurring-ical-events``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import recurring_ical_events  # type: ignore[import-untyped]  # it ships no types
from icalendar import Calendar, Component, Event

from consultations_gui.application.ports import Busy
from consultations_gui.domain.errors import CalendarUnreadableError, CannotReadError
from consultations_gui.domain.texts import visible

MAX_BYTES = 16 * 1024 * 1024
MAX_PERIODS = 5000
"""A calendar that is busier than this is no list of times without meetings."""

_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_FREE = {"FREE", "WORKINGELSEWHERE"}


class BusyCalendars:
    """The :class:`~consultations_gui.application.ports.BusyReader` for iCalendar files."""

    def files(self, path: Path) -> tuple[Path, ...]:
        """The file itself, or the .ics files straight in a folder, by name.

        Raises ``CannotReadError``.
        """
        try:
            if not path.is_dir():
                return (path,)
            found = (one for one in path.iterdir() if one.suffix.lower() in (".ics", ".ical"))
            return tuple(sorted(one for one in found if one.is_file()))
        except OSError:
            raise CannotReadError(path=str(path), cause="denied") from None

    def read(self, path: Path, first: date, last: date, zone: ZoneInfo) -> tuple[Busy, ...]:
        """What keeps people busy on any day from ``first`` to ``last``, by day.

        Left out are events that are cancelled or do not block time
        (TRANSP:TRANSPARENT, Outlook's "free"). A time without zone is local to ``zone``.

        Raises:
            CannotReadError: the file is missing or may not be read.
            CalendarUnreadableError: it is no calendar, see its causes.
        """
        content = _content(path)
        try:
            calendars = Calendar.from_ical(content, multiple=True)
            known = [one for one in calendars if one.name == "VCALENDAR"]
            found = {one for each in known for one in _busy(each, path, first, last, zone)}
        except CalendarUnreadableError:
            raise
        except Exception:  # noqa: BLE001  # a strange file makes the libraries raise nearly anything
            raise CalendarUnreadableError(path=str(path), cause="damaged") from None
        if not calendars or known != calendars:
            raise CalendarUnreadableError(path=str(path), cause="not_a_calendar")
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.summary)))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CannotReadError(path=str(path), cause="missing") from None
    except PermissionError:
        raise CannotReadError(path=str(path), cause="denied") from None
    except OSError:
        raise CannotReadError(path=str(path), cause="other") from None
    if len(content) > MAX_BYTES:
        raise CalendarUnreadableError(path=str(path), cause="too_large")
    if b"BEGIN:VCALENDAR" not in content.upper():
        raise CalendarUnreadableError(path=str(path), cause="not_a_calendar")
    return content


def _busy(
    calendar: Component, path: Path, first: date, last: date, zone: ZoneInfo
) -> Iterator[Busy]:
    if _text(calendar, "METHOD").upper() == "CANCEL":
        return
    if any(_too_often(event) for event in calendar.walk("VEVENT")):
        raise CalendarUnreadableError(path=str(path), cause="too_often")
    for event in _events(calendar, path, first, last):
        if _blocks(event):
            summary, location = _text(event, "SUMMARY"), _text(event, "LOCATION")
            for busy in _within(first, last, _days(event.start, event.end, zone)):
                yield replace(busy, summary=summary, location=location)
    for part in calendar.walk("VFREEBUSY"):
        for start, end in _freebusy(part):
            yield from _within(first, last, _days(start, end, zone))


def _too_often(event: Component) -> bool:
    rules = event.get("RRULE", [])
    return any(
        _TOO_OFTEN.intersection(str(freq).upper() for freq in rule.get("FREQ", []))
        for rule in (rules if isinstance(rules, list) else [rules])
    )


def _events(calendar: Component, path: Path, first: date, last: date) -> Iterator[Event]:
    """Every event and instance of one; those around New Year may come twice."""
    # A reply about one instance may carry no start; it keeps nobody busy, but ends the query.
    calendar.subcomponents = [
        part for part in calendar.subcomponents if part.name != "VEVENT" or "DTSTART" in part
    ]
    query = recurring_ical_events.of(calendar)
    count = 0
    for year in range(first.year, last.year + 1):
        # A day more at each end: the library reckons in each event's own zone, not in ours.
        start = max(first, date(year, 1, 1)) - timedelta(days=1)
        end = min(last, date(year, 12, 31)) + timedelta(days=2)
        events = query.between(start, end)
        count += len(events)
        if count > MAX_PERIODS:
            raise CalendarUnreadableError(path=str(path), cause="too_often")
        yield from events


def _freebusy(part: Component) -> Iterator[tuple[date, date]]:
    """The periods of a published free/busy list; those of type FREE are left out."""
    entries = part.get("FREEBUSY", [])
    for entry in entries if isinstance(entries, list) else [entries]:
        if str(entry.params.get("FBTYPE", "BUSY")).upper() != "FREE":
            for period in getattr(entry, "dts", [entry]):
                yield period.start, period.end


def _text(component: Component, name: str) -> str:
    value = component.get(name, "")
    return " ".join(visible(str(value[0] if isinstance(value, list) else value)).split())


def _blocks(event: Event) -> bool:
    return (
        _text(event, "STATUS").upper() != "CANCELLED"
        and _text(event, "TRANSP").upper() != "TRANSPARENT"
        and _text(event, "X-MICROSOFT-CDO-BUSYSTATUS").upper() not in _FREE
    )


def _within(first: date, last: date, busy: Busy) -> Iterator[Busy]:
    """The busy days, if any of them lies from ``first`` to ``last``."""
    if busy.end >= first and busy.start <= last:
        yield busy


def _days(start: date, end: date, zone: ZoneInfo) -> Busy:
    """The days from ``start`` to ``end``, which is not busy any more itself."""
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        last = end - timedelta(days=1)
        return Busy(start, max(start, last), all_day=True)
    begins, ends = _local(start, zone), _local(end, zone)
    whole = begins.time() == time() and ends.time() == time() and ends > begins
    last = ends.date() - timedelta(days=1) if ends.time() == time() else ends.date()
    return Busy(begins.date(), max(begins.date(), last), all_day=whole)


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment in ``zone``; one without a zone of its own is taken as local there."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
