"""Values as a person reads them in the terminal, in the language chosen."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from consultations_gui.application import offices
from consultations_gui.application.ports import Context
from consultations_gui.cli.output import Terminal
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import CityBook, Venue
from consultations_gui.i18n import dates as formats
from consultations_gui.i18n.times import city_name


def day_text(terminal: Terminal, day: date) -> str:
    """A day with its weekday."""
    return formats.full_date(day, terminal.words.language)


def period_text(terminal: Terminal, start: date, end: date) -> str:
    """From a day to a day."""
    return formats.date_range(start, end, terminal.words.language)


def dates_text(terminal: Terminal, dates: Dates | None) -> str:
    """A meeting's days, or its month, or that they are open."""
    if dates is None:
        return terminal.words.trc("dates of a meeting", "open")
    return formats.dates_text(dates, terminal.words.language)


def moment(terminal: Terminal, at: datetime) -> str:
    """A moment in UTC, said so, as journals are compared between offices."""
    shown = at.astimezone(UTC)
    return f"{formats.short_date(shown.date(), terminal.words.language)} {shown:%H:%M:%S} UTC"


@cache
def _book(ctx: Context) -> CityBook:
    return offices.city_book(ctx)


def city_book(terminal: Terminal) -> CityBook:
    """The cities the office knows."""
    return _book(terminal.ctx)


def city_text(terminal: Terminal, city: str) -> str:
    """A city's name in the language chosen; as stored when it is in no list."""
    found = city_book(terminal).find(city) if city else None
    return city_name(found, terminal.words.language) if found else city


def venue_text(terminal: Terminal, venue: Venue) -> str:
    """City and site, or online, or that it is open."""
    if venue.online:
        return terminal.words.trc("place of a meeting", "Online")
    parts = [part for part in (city_text(terminal, venue.city), venue.site) if part]
    return ", ".join(parts) or terminal.words.trc("place of a meeting", "open")
