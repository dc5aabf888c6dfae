"""How a consultation is called and described in lists and headings."""

from __future__ import annotations

from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.i18n.dates import dates_text
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import Words
from consultations_gui.ui.phrases import listed


def name_text(one: Consultation, words: Words) -> str:
    """Third round; or the kind and the ID of one that has no number."""
    if one.kind is Kind.REGULAR and one.number is not None:
        title = round_title(one.number, words.language)
        return title[:1].upper() + title[1:]
    return f"{label(one.kind, words)} {one.id}"


def when_text(one: Consultation, words: Words) -> str:
    """Its days or month, or that there is no date yet."""
    return dates_text(one.dates, words.language) if one.dates else words.tr("no date yet")


def where_text(venue: Venue, cities: CityBook, words: Words) -> str:
    """City and site; the country alone while there is no city; online."""
    if venue.online:
        return words.tr("online")
    city = cities.find(venue.city) if venue.city else None
    name = city_name(city, words.language) if city else venue.city
    if not name:
        known = venue.country in Side.__members__
        name = country_name(Side(venue.country), words) if known else venue.country
    return listed((name or words.tr("no venue yet"), venue.site), words)
