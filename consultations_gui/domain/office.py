"""The office that keeps a register: whose secretariat it is, and its planning settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from consultations_gui.domain.errors import (
    BeijingTimeError,
    BothNamesError,
    UnknownZoneError,
)
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.parties import CAPITAL_ZONES, City, Side, require_country
from consultations_gui.domain.people import require_email
from consultations_gui.domain.term import SHIPPED, require_term

_LOCAL_IN_CHINA = ("Asia/Urumqi", "Asia/Kashgar")
"""Zones two hours behind Beijing: a custom of Xinjiang that no official paper follows."""


@dataclass(frozen=True)
class Office:
    """One side's secretariat.

    ``email`` is the ORGANIZER of its invitations. ``first_host`` is the side
    that hosts the very first regular round. ``cities`` are the office's own
    additions to the shipped ones. ``keys`` are the public keys of both
    offices, its own and those it trusts or trusted. ``extraordinary_ru`` is its
    Russian word for extraordinary consultations, see ``domain.term``.
    """

    side: Side
    name_zh: str
    name_ru: str
    email: str = ""
    first_host: Side = Side.CN
    cities: tuple[City, ...] = ()
    keys: tuple[OfficeKey, ...] = ()
    extraordinary_ru: str = SHIPPED
    version: int = 0

    def with_city(self, city: City) -> Office:
        """The office with ``city`` among its own; one with the same key is replaced."""
        key = city.key.casefold()
        others = tuple(c for c in self.cities if c.key.casefold() != key)
        return replace(self, cities=(*others, city))


def require_office(office: Office) -> None:
    """Refuse an office that could not sign an invitation.

    Raises:
        BothNamesError: no name in one of the two languages, which both papers need.
        InvalidEmailError: the ORGANIZER address is none.
        TermRefusedError: its Russian term has no forms we could make.
        UnknownZoneError: a city's zone is not in the IANA database; and the
            other errors of :func:`require_city`.
    """
    if not (office.name_zh.strip() and office.name_ru.strip()):
        raise BothNamesError
    require_email(office.email)
    require_term(office.extraordinary_ru)
    for city in office.cities:
        require_city(city)


def require_city(city: City) -> None:
    """Refuse a city without a name, or with a zone the IANA database does not have.

    Raises:
        BothNamesError, UnknownZoneError; UnknownCountryError: no ISO 3166-1
            alpha-2 code; BeijingTimeError: a zone other than Asia/Shanghai in China.
    """
    if not (city.key.strip() and city.zh.strip() and city.ru.strip()):
        raise BothNamesError
    require_country(city.country)
    beijing = CAPITAL_ZONES[Side.CN]
    if city.zone in _LOCAL_IN_CHINA or (city.country == Side.CN and city.zone != beijing):
        raise BeijingTimeError(zone=city.zone)
    try:
        ZoneInfo(city.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        # A path outside the database is a ValueError, a folder inside it an OSError.
        raise UnknownZoneError(zone=city.zone) from error
