"""Dates and months as each language writes them on paper and on the screen.

Babel formats (CLDR), with patterns of ours where its own differ from what the
papers need: its full Chinese date lacks the brackets, its full Russian one
puts the weekday first. Babel is loaded with the first date, not before.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.i18n.language import Language

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"
_YEAR_RU = f"{NBSP}'г.'"

_LONG = {
    Language.ZH: "y年M月d日",
    Language.RU: f"d MMMM y{_YEAR_RU}",
    Language.EN: "d MMMM y",
}
_WITH_WEEKDAY = {
    Language.ZH: "y年M月d日（EEEE）",
    Language.RU: f"d MMMM y{_YEAR_RU}, EEEE",
    Language.EN: "EEEE, d MMMM y",
}
_DAY_MONTH = {Language.ZH: "M月d日", Language.RU: "d MMMM", Language.EN: "d MMMM"}
_MONTH = {
    Language.ZH: "y年M月",
    Language.RU: f"LLLL y{_YEAR_RU}",
    Language.EN: "LLLL y",
}
_SHORT = {Language.ZH: "y-MM-dd", Language.RU: "dd.MM.y", Language.EN: "d MMM y"}


@cache
def babel_locale(language: Language) -> Locale:
    """Babel's locale of ``language``; English is the British one (dates and lists alike)."""
    from babel import Locale  # noqa: PLC0415  # not before it is needed

    return Locale.parse("en_GB" if language is Language.EN else language.value)


@lru_cache(maxsize=4096)
def _format(day: date, pattern: str, language: Language) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(day, pattern, locale=babel_locale(language))


def long_date(day: date, language: Language) -> str:
    """2026年11月23日 · 23 ноября 2026 г. · 23 November 2026."""
    return _format(day, _LONG[language], language)


def full_date(day: date, language: Language) -> str:
    """The long date with its weekday.

    2026年11月23日（星期一） · 23 ноября 2026 г., понедельник · Monday, 23 November 2026.
    """
    return _format(day, _WITH_WEEKDAY[language], language)


def short_date(day: date, language: Language) -> str:
    """For tables: 2026-11-23 · 23.11.2026 · 23 Nov 2026."""
    return _format(day, _SHORT[language], language)


def day_month(day: date, language: Language) -> str:
    """A day of a year that is known: 11月23日 · 23 ноября · 23 November."""
    return _format(day, _DAY_MONTH[language], language)


def month_of_year(day: date, language: Language) -> str:
    """The month ``day`` lies in: 2027年4月 · апрель 2027 г. · April 2027."""
    return _format(day, _MONTH[language], language)


def date_range(start: date, end: date, language: Language) -> str:
    """From ``start`` to ``end``, what both share said once.

    2027年4月14日至15日 · 14–15 апреля 2027 г. · 14–15 April 2027; across
    months and years each end says what it must. One day is just that day.
    """
    if start == end:
        return long_date(start, language)
    if language is Language.ZH:
        return f"{long_date(start, language)}至{_rest_of_range_zh(start, end)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{long_date(end, language)}"
    # Between words a Russian range takes the em dash, an English one the spaced en dash.
    dash = f"{NBSP}— " if language is Language.RU else f"{NBSP}– "
    first = day_month if start.year == end.year else long_date
    return f"{first(start, language)}{dash}{long_date(end, language)}"


def _rest_of_range_zh(start: date, end: date) -> str:
    if start.year != end.year:
        return long_date(end, Language.ZH)
    return f"{end.day}日" if start.month == end.month else day_month(end, Language.ZH)


def dates_text(dates: Dates, language: Language) -> str:
    """The days of a meeting, or its month where only that is known."""
    if dates.precision is Precision.MONTH:
        return month_of_year(dates.start, language)
    return date_range(dates.start, dates.end, language)


def month_name(month: int, language: Language) -> str:
    """The name of month 1–12 standing alone: 十一月 · ноябрь · November."""
    return _format(date(2024, month, 1), "LLLL", language)


def month_short(month: int, language: Language) -> str:
    """Month 1–12 for a narrow heading: 11月 · нояб. · Nov."""
    return _format(date(2024, month, 1), "LLL", language)


def weekday_name(day: date, language: Language) -> str:
    """星期一 · понедельник · Monday."""
    return _format(day, "cccc", language)


def weekdays_short(language: Language) -> tuple[str, ...]:
    """The seven short names, Monday first: 一…日 · пн…вс · Mon…Sun."""
    pattern = "ccccc" if language is Language.ZH else "ccc"
    # 1 January 2024 was a Monday.
    return tuple(_format(date(2024, 1, day), pattern, language) for day in range(1, 8))
