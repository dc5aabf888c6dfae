"""The two Parties, the cities they meet in and where a meeting takes place.

A side is written ``"CN"`` or ``"RU"`` everywhere outside the screen. Both
texts of the agreement are equally authentic, so no side and no language is
first by nature: an order, where one is needed, is always asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.domain.errors import (
    UnknownCityZoneError,
    UnknownCountryError,
    VenueIncompleteError,
)


class Side(StrEnum):
    """A Party of the agreement, as host, proposer, approver or member."""

    CN = "CN"
    RU = "RU"

    @property
    def other(self) -> Side:
        """The other Party."""
        return Side.RU if self is Side.CN else Side.CN


class Lang(StrEnum):
    """A language of the two authentic texts (the screen's languages live in ``i18n``)."""

    ZH = "zh"
    RU = "ru"

    @property
    def other(self) -> Lang:
        """The language of the other authentic text."""
        return Lang.RU if self is Lang.ZH else Lang.ZH

    @property
    def side(self) -> Side:
        """The Party whose own language this is."""
        return Side.CN if self is Lang.ZH else Side.RU


def own_language(side: Side) -> Lang:
    """The language a Party's own copy of a paper puts first."""
    return Lang.ZH if side is Side.CN else Lang.RU


CAPITAL_ZONES: dict[Side, str] = {Side.CN: "Asia/Shanghai", Side.RU: "Europe/Moscow"}
"""IANA zone of each capital. All of China is Asia/Shanghai; never a fixed offset."""


@dataclass(frozen=True)
class City:
    """A city a meeting can be held in.

    ``key`` is its English name and what a :class:`Venue` stores; ``country``
    is an ISO 3166 alpha-2 code; ``zone`` an IANA time zone name.
    """

    key: str
    country: str
    zh: str
    ru: str
    zone: str


@dataclass(frozen=True)
class Venue:
    """Where a meeting takes place: a country plus a city, or online.

    ``country`` is an ISO 3166 alpha-2 code, ``city`` a :class:`City` key (may
    be empty while unknown), ``site`` free text (building, room). An online
    meeting has no city; its times are given for both capitals.
    """

    country: str = ""
    city: str = ""
    site: str = ""
    online: bool = False

    @property
    def side(self) -> Side | None:
        """The Party in whose country the venue lies; ``None`` online or in a third country."""
        if self.online or self.country not in Side.__members__:
            return None
        return Side(self.country)

    def require_complete(self) -> None:
        """Raise :class:`VenueIncompleteError` unless a city or "online" is named (Art. 5(4))."""
        if not self.online and not (self.country and self.city):
            raise VenueIncompleteError


NOWHERE = Venue()
"""A venue not named yet."""

_COUNTRY = re.compile(r"(?!AA|Q[M-Z]|X[A-Z]|ZZ)[A-Z]{2}")
"""ISO 3166-1 alpha-2 by its form, without the codes left to users, which name no country."""


def require_country(country: str) -> None:
    """Raise :class:`UnknownCountryError` for what is no ISO 3166-1 alpha-2 code."""
    if not _COUNTRY.fullmatch(country):
        raise UnknownCountryError(country=country)


class CityBook:
    """The cities known here: the shipped list and the office's own additions.

    An addition with the key of a shipped city replaces it.
    """

    def __init__(self, additions: tuple[City, ...] = ()) -> None:
        self._cities = {city.key.casefold(): city for city in (*KNOWN_CITIES, *additions)}

    def all(self) -> tuple[City, ...]:
        """Every city, in the order shipped and then added."""
        return tuple(self._cities.values())

    def find(self, name: str) -> City | None:
        """The city whose key, Chinese or Russian name is ``name`` (case-insensitive), if known."""
        wanted = name.strip().casefold()
        found = self._cities.get(wanted)
        if found is not None:
            return found
        for city in self._cities.values():
            if wanted in (city.zh.casefold(), city.ru.casefold()):
                return city
        return None

    def zone(self, venue: Venue, host: Side | None) -> str:
        """IANA zone of the venue; the host's capital for an online meeting or an open city.

        Raises:
            UnknownCityZoneError: the city is not in the book, so its zone would be a guess.
        """
        if venue.online or not venue.city:
            return CAPITAL_ZONES[host or venue.side or Side.CN]
        city = self.find(venue.city)
        if city is None:
            raise UnknownCityZoneError(city=venue.city)
        return city.zone


def _cn(key: str, zh: str, ru: str) -> City:
    return City(key, "CN", zh, ru, "Asia/Shanghai")


def _ru(key: str, zh: str, ru: str, zone: str = "Europe/Moscow") -> City:
    return City(key, "RU", zh, ru, zone)


KNOWN_CITIES: tuple[City, ...] = (
    _cn("Beijing", "北京", "Пекин"),
    _cn("Shanghai", "上海", "Шанхай"),
    _cn("Guangzhou", "广州", "Гуанчжоу"),
    _cn("Shenzhen", "深圳", "Шэньчжэнь"),
    _cn("Dalian", "大连", "Далянь"),
    _cn("Harbin", "哈尔滨", "Харбин"),
    _cn("Tianjin", "天津", "Тяньцзинь"),
    _cn("Hangzhou", "杭州", "Ханчжоу"),
    _cn("Nanjing", "南京", "Нанкин"),
    _cn("Chengdu", "成都", "Чэнду"),
    _cn("Chongqing", "重庆", "Чунцин"),
    _cn("Wuhan", "武汉", "Ухань"),
    _cn("Xi'an", "西安", "Сиань"),
    _cn("Qingdao", "青岛", "Циндао"),
    _cn("Xiamen", "厦门", "Сямэнь"),
    _cn("Kunming", "昆明", "Куньмин"),
    _cn("Changchun", "长春", "Чанчунь"),
    _cn("Shenyang", "沈阳", "Шэньян"),
    _cn("Sanya", "三亚", "Санья"),
    _cn("Urumqi", "乌鲁木齐", "Урумчи"),
    _ru("Moscow", "莫斯科", "Москва"),
    _ru("Saint Petersburg", "圣彼得堡", "Санкт-Петербург"),
    _ru("Kazan", "喀山", "Казань"),
    _ru("Nizhny Novgorod", "下诺夫哥罗德", "Нижний Новгород"),
    _ru("Sochi", "索契", "Сочи"),
    _ru("Kaliningrad", "加里宁格勒", "Калининград", "Europe/Kaliningrad"),
    _ru("Samara", "萨马拉", "Самара", "Europe/Samara"),
    _ru("Yekaterinburg", "叶卡捷琳堡", "Екатеринбург", "Asia/Yekaterinburg"),
    _ru("Ufa", "乌法", "Уфа", "Asia/Yekaterinburg"),
    _ru("Omsk", "鄂木斯克", "Омск", "Asia/Omsk"),
    _ru("Novosibirsk", "新西伯利亚", "Новосибирск", "Asia/Novosibirsk"),
    _ru("Krasnoyarsk", "克拉斯诺亚尔斯克", "Красноярск", "Asia/Krasnoyarsk"),
    _ru("Irkutsk", "伊尔库茨克", "Иркутск", "Asia/Irkutsk"),
    _ru("Yakutsk", "雅库茨克", "Якутск", "Asia/Yakutsk"),
    _ru("Khabarovsk", "哈巴罗夫斯克", "Хабаровск", "Asia/Vladivostok"),
    _ru("Vladivostok", "符拉迪沃斯托克", "Владивосток", "Asia/Vladivostok"),
)
"""Cities shipped with the program. An office adds others with their zone."""

CAPITALS: dict[Side, str] = {Side.CN: "Beijing", Side.RU: "Moscow"}
"""City key of each capital, the venue proposed until the host names another."""
