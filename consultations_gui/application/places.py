"""Venues as people name them, made into venues as the register keeps them."""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.domain.errors import CityElsewhereError, UnknownCityZoneError
from consultations_gui.domain.parties import CityBook, Venue, require_country
from consultations_gui.domain.texts import lined


def known_as(book: CityBook, venue: Venue) -> Venue:
    """``venue`` with its city under the book's key, however it was named; others as they are."""
    venue = lined(venue, "site")
    city = book.find(venue.city) if venue.city.strip() else None
    if city is None:
        return replace(venue, city=venue.city.strip(), country=venue.country.strip())
    return replace(venue, city=city.key, country=venue.country.strip() or city.country)


def drafted(book: CityBook, venue: Venue) -> Venue:
    """``venue`` for a draft: its city may still be unknown or open, its country may be open.

    Raises:
        UnknownCountryError: a country that is not named by its ISO 3166-1 code.
    """
    named = known_as(book, venue)
    if named.country:
        require_country(named.country)
    return named


def settled(book: CityBook, venue: Venue) -> Venue:
    """``venue`` ready to be relied on: its city is in the book and lies where it says.

    Raises:
        UnknownCityZoneError: the city is not in the book, so its time zone would be a guess.
        CityElsewhereError: the city is known to lie in another country.
        UnknownCountryError: a country that is not named by its ISO 3166-1 code.
    """
    named = drafted(book, venue)
    if not named.city:
        return named
    city = book.find(named.city)
    if city is None:
        raise UnknownCityZoneError(city=named.city)
    if named.country != city.country:
        raise CityElsewhereError(city=city.key, country=named.country, known=city.country)
    return named
