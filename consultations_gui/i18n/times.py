"""Times of day, in one city or in several, and lengths of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from consultations_gui.domain.parties import CAPITALS, KNOWN_CITIES, City, Side
from consultations_gui.i18n.cities_ru import dative
from consultations_gui.i18n.dates import NBSP, babel_locale, day_month
from consultations_gui.i18n.language import Language

_BY_KEY = {city.key: city for city in KNOWN_CITIES}
_CAPITALS: dict[Side, City] = {side: _BY_KEY[key] for side, key in CAPITALS.items()}

_HOURS = {Language.ZH: "{}小时", Language.RU: "{}\u00a0ч", Language.EN: "{}\u00a0h"}
_MINUTES = {Language.ZH: "{}分钟", Language.RU: "{}\u00a0мин", Language.EN: "{}\u00a0min"}


def clock(moment: time | datetime) -> str:
    """09:30, the same in the three languages, as ``moment`` has it."""
    return f"{moment:%H:%M}"


def clock_range(start: time | datetime, end: time | datetime, language: Language) -> str:
    """09:00—10:30 in Chinese (GB/T 15834, one-em dash), 09:00–10:30 otherwise."""
    return f"{clock(start)}{'—' if language is Language.ZH else '–'}{clock(end)}"


def city_name(city: City, language: Language) -> str:
    """The city's name in ``language``; its key is the English one."""
    return {Language.ZH: city.zh, Language.RU: city.ru, Language.EN: city.key}[language]


def land_name(code: str, language: Language) -> str:
    """A country by its ISO 3166-1 alpha-2 code, as CLDR names it; the code where there is none."""
    return str(babel_locale(language).territories.get(code, code))


def clock_places(city: City | None, host: Side | None = None) -> tuple[City, ...]:
    """The cities whose time a meeting in ``city`` shows: its own, then both capitals.

    Online (``city`` is ``None``) the host's capital comes first, or Beijing.
    """
    first = host or Side.CN
    if city is not None and city.country in Side.__members__:
        first = Side(city.country)
    capitals = (_CAPITALS[first], _CAPITALS[first.other])
    if city is None or city.key == capitals[0].key:
        return capitals
    return (city, *capitals)


def clocks(moment: datetime, places: Sequence[City], language: Language) -> str:
    """One moment (aware) in several cities, each clock time said once.

    喀山时间09:00 = 北京时间14:00 · 09:00 по Казани = 14:00 по Пекину ·
    09:00 Kazan = 14:00 Beijing. A city whose clock shows the same as one
    before it is left out; another date than the first city's is added.
    """
    parts: list[str] = []
    seen: set[datetime] = set()
    first: date | None = None
    for city in places:
        local = moment.astimezone(ZoneInfo(city.zone))
        wall = local.replace(tzinfo=None)
        if wall in seen:
            continue
        seen.add(wall)
        first = first or local.date()
        parts.append(_clock_in(local, city, language, with_date=local.date() != first))
    return f"{NBSP}= ".join(parts)


def _clock_in(local: datetime, city: City, language: Language, *, with_date: bool) -> str:
    shown, name = clock(local), city_name(city, language)
    day = day_month(local.date(), language) if with_date else ""
    if language is Language.ZH:
        return f"{name}时间{day}{shown}"
    if language is Language.EN:
        place = name
    else:
        by = dative(name)
        place = f"по{NBSP}{by}" if by else f"({name})"
    return f"{shown} {place}{f' ({day})' if day else ''}"


def duration(minutes: int, language: Language) -> str:
    """A length of time: 1小时30分钟 · 1 ч 30 мин · 1 h 30 min. ``minutes`` is not negative."""
    hours, rest = divmod(minutes, 60)
    parts = [_HOURS[language].format(hours)] * bool(hours)
    if rest or not hours:
        parts.append(_MINUTES[language].format(rest))
    return ("" if language is Language.ZH else " ").join(parts)
