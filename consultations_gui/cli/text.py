"""Values as a person reads them in the terminal, in the language chosen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from consultations_gui.cli.output import Terminal
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.people import Person
from consultations_gui.i18n import dates as formats
from consultations_gui.i18n import phrases
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name, label


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


def listed(terminal: Terminal, parts: Iterable[str]) -> str:
    """Parts side by side, with the language's own comma; empty ones left out."""
    return phrases.listed(parts, terminal.words)


def titles(zh: str, ru: str) -> str:
    """Both titles side by side; one that was left open is left out."""
    return " / ".join(title for title in (zh, ru) if title)


def named(terminal: Terminal, name: str, value: str) -> str:
    """A name and its value, with the language's own colon."""
    return phrases.named(name, value, terminal.words)


def host_text(terminal: Terminal, host: Side | None) -> str:
    """The side that hosts, or that none does."""
    return label(host, terminal.words) if host else "—"


def person_text(terminal: Terminal, person: Person) -> str:
    """A person's name in the script of the run's language, as far as it was supplied."""
    if terminal.words.language is Language.EN:
        return person.name_latin or person.name(person.language)
    return person.name(Lang(terminal.words.language.value))


def moment(terminal: Terminal, at: datetime) -> str:
    """A moment in UTC, said so, as journals are compared between offices."""
    shown = at.astimezone(UTC)
    return f"{formats.short_date(shown.date(), terminal.words.language)} {shown:%H:%M:%S} UTC"


def city_text(terminal: Terminal, city: str) -> str:
    """A city's name in the language chosen; as stored when it is in no list."""
    found = terminal.cities.find(city) if city else None
    return city_name(found, terminal.words.language) if found else city


def venue_text(terminal: Terminal, venue: Venue) -> str:
    """City (or only the country) and site, or online, or that it is open."""
    if venue.online:
        return terminal.words.trc("place of a meeting", "Online")
    place = city_text(terminal, venue.city)
    if not place:
        place = country_name(venue.side, terminal.words) if venue.side else venue.country
    return listed(terminal, (place, venue.site)) or terminal.words.trc("place of a meeting", "open")
