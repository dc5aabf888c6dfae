"""Numbers, ordinals of rounds and lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consultations_gui.i18n.dates import NBSP, babel_locale
from consultations_gui.i18n.language import Language

if TYPE_CHECKING:
    from decimal import Decimal

_DIGITS_ZH = "〇一二三四五六七八九"

_UNITS_RU = ("", "перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят")
_TEENS_RU = (
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
)
_ROUND_TENS_RU = {20: "двадцат", 30: "тридцат"}
_ON_O = (2, 6, 7, 8)
"""Ordinals stressed on the ending: второй, шестой, седьмой, восьмой."""
LAST_IN_WORDS = 30
"""Russian and English ordinals above this are written in figures."""

_EN = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)


def number(value: float | Decimal, language: Language) -> str:
    """A number with the language's separators: 1,234.5 · 1 234,5 (no-break space)."""
    from babel.numbers import format_decimal  # noqa: PLC0415  # not before it is needed

    return format_decimal(value, locale=babel_locale(language))


def join_list(items: Sequence[str], language: Language, *, alternative: bool = False) -> str:
    """a、b和c · a, b и c · a, b and c; or 或 · или · or for alternatives."""
    from babel.lists import format_list  # noqa: PLC0415  # not before it is needed

    locale = babel_locale(language)
    if alternative:
        return format_list(list(items), style="or", locale=locale)
    return format_list(list(items), locale=locale)


def numeral_zh(value: int) -> str:
    """The Chinese numeral of 0–99: 〇, 一, 十, 二十一.

    Raises:
        ValueError: another number, which is written in figures.
    """
    if not 0 <= value <= 99:
        raise ValueError(value)
    tens, units = divmod(value, 10)
    if not tens:
        return _DIGITS_ZH[units]
    ten = "十" if tens == 1 else f"{_DIGITS_ZH[tens]}十"
    return ten + (_DIGITS_ZH[units] if units else "")


def round_title(number_: int, language: Language) -> str:
    """The round's name: 第三轮 · третий раунд · third round; large numbers in figures."""
    if language is Language.ZH:
        return f"第{numeral_zh(number_) if number_ <= 99 else number_}轮"
    if language is Language.RU:
        return f"{_ordinal_ru(number_)} раунд"
    return f"{_ordinal_en(number_)} round"


def round_title_genitive_ru(number_: int) -> str:
    """For titles: «третьего раунда», «21-го раунда» above thirty."""
    return f"{_ordinal_ru(number_, genitive=True)} раунда"


def round_short(number_: int, language: Language) -> str:
    """The round's name in figures: 第3轮 · 3-й раунд · round 3."""
    if language is Language.ZH:
        return f"第{number_}轮"
    return f"{number_}-й{NBSP}раунд" if language is Language.RU else f"round {number_}"


def _ordinal_ru(value: int, *, genitive: bool = False) -> str:
    if not 1 <= value <= LAST_IN_WORDS:
        return f"{value}-го" if genitive else f"{value}-й"
    if value in _ROUND_TENS_RU:
        return _ROUND_TENS_RU[value] + ("ого" if genitive else "ый")
    if 10 <= value < 20:
        return _TEENS_RU[value - 10] + ("ого" if genitive else "ый")
    unit = value % 10
    stem = _UNITS_RU[unit]
    if unit == 3:
        ending = "ьего" if genitive else "ий"
    elif unit in _ON_O:
        ending = "ого" if genitive else "ой"
    else:
        ending = "ого" if genitive else "ый"
    return ("двадцать " if value > 20 else "") + stem + ending


def _ordinal_en(value: int) -> str:
    if 1 <= value <= 20:
        return _EN[value]
    if value <= 29:
        return f"twenty-{_EN[value - 20]}"
    if value == LAST_IN_WORDS:
        return "thirtieth"
    suffix = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"
