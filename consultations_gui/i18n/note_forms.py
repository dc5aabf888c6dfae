"""Forms of words that a note verbale needs in Chinese and in Russian.

Not translations: each language has what its sentences ask for, a Russian
genitive among them. The side that writes is named first in its note, in both
texts, as in the full alternat.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from consultations_gui.domain.consultation import Consultation, Dates, Kind
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.domain.term import SHIPPED, with_term
from consultations_gui.i18n.dates import dates_text, full_date, long_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import join_list, round_title, round_title_genitive_ru

BLANK = "________"
"""A place to be filled in by hand."""
LONG_BLANK = BLANK * 3
"""The same for a name."""
_NO_DATE = {Lang.ZH: "____年__月__日", Lang.RU: "«___» ____________ 20___ г."}

AGREEMENT = {
    Lang.ZH: (
        "2015年5月8日签署的《中华人民共和国政府和俄罗斯联邦政府关于在保障国际信息安全领域合作协定》"
    ),
    Lang.RU: (
        "Соглашения между Правительством Российской Федерации и Правительством Китайской "
        "Народной Республики о сотрудничестве в области обеспечения международной "
        "информационной безопасности от 8 мая 2015 г."
    ),
}
"""The Agreement's name: in Chinese by its title, in Russian in the genitive."""

SIDES: dict[Lang, dict[Side, tuple[str, str]]] = {
    Lang.ZH: {Side.CN: ("中方", "中方"), Side.RU: ("俄方", "俄方")},
    Lang.RU: {
        Side.CN: ("китайская Сторона", "китайской Стороны"),
        Side.RU: ("российская Сторона", "российской Стороны"),
    },
}
"""A side in the nominative and in the genitive."""

_PAIRS: dict[Lang, dict[Side, str]] = {
    Lang.ZH: {Side.CN: "中俄", Side.RU: "俄中"},
    Lang.RU: {Side.CN: "китайско-российских", Side.RU: "российско-китайских"},
}
_COMPONENTS: dict[Lang, dict[Component, str]] = {
    Lang.ZH: {Component.DATES: "会期", Component.VENUE: "地点", Component.TOPICS: "议题"},
    Lang.RU: {
        Component.DATES: "сроков",
        Component.VENUE: "места проведения",
        Component.TOPICS: "перечня вопросов",
    },
}


class Moved(StrEnum):
    """What a proposal wants to change about a meeting."""

    DATES = "dates"
    VENUE = "venue"
    BOTH = "both"
    OPEN = "open"
    """Neither differs from what is on record now."""


_CHANGES: dict[Lang, dict[Moved, str]] = {
    Lang.ZH: {
        Moved.DATES: "改期",
        Moved.VENUE: "变更地点",
        Moved.BOTH: "改期并变更地点",
        Moved.OPEN: "会期和地点",
    },
    Lang.RU: {
        Moved.DATES: "о переносе сроков",
        Moved.VENUE: "об изменении места проведения",
        Moved.BOTH: "о переносе сроков и изменении места проведения",
        Moved.OPEN: "о сроках и месте проведения",
    },
}


def meeting_form(about: Consultation | None, first: Side, lang: Lang, term: str = SHIPPED) -> str:
    """The consultation spoken of, in Russian in the genitive; ``None`` is an extraordinary one.

    ``term`` is the office's Russian word for that one.

    中俄国际信息安全第三轮磋商 · третьего раунда российско-китайских консультаций по …
    """
    pair = _PAIRS[lang][first]
    extraordinary = about is None or about.kind is Kind.EXTRAORDINARY
    number = about.number if about else None
    if lang is Lang.ZH:
        which = "非例行" if extraordinary else round_title(number, Language.ZH) if number else ""
        return f"{pair}国际信息安全{which}磋商"
    which = with_term("внеочередных ", term) if extraordinary else ""
    if number:
        which = f"{round_title_genitive_ru(number)} "
    return f"{which}{pair} консультаций по международной информационной безопасности"


def moved(about: Consultation, offered: Terms) -> Moved:
    """What ``offered`` changes about the meeting as it is on record now."""
    dates = about.dates is not None and about.dates not in offered.dates
    there, here = about.venue, offered.venue
    known = there.online or there.city
    venue = bool(known) and (there.online, there.country, there.city) != (
        here.online,
        here.country,
        here.city,
    )
    if dates and venue:
        return Moved.BOTH
    return Moved.DATES if dates else Moved.VENUE if venue else Moved.OPEN


def change_form(change: Moved, lang: Lang) -> str:
    """What is to be changed, in Russian with its preposition: о переносе сроков · 改期."""
    return _CHANGES[lang][change]


def components_form(components: Sequence[Component], lang: Lang) -> str:
    """会期和地点 · сроков и места проведения (genitive); empty for none."""
    return join_list([_COMPONENTS[lang][one] for one in components], Language(lang.value))


def number_form(number: str, lang: Lang) -> str:
    """A note's number: 第S-101号 · № S-101; as entered if that holds its own word for it."""
    entered = number.strip()
    if lang is Lang.ZH:
        return entered if "号" in entered else f"第{entered or BLANK}号"
    return f"№ {entered.removeprefix('№').strip() or BLANK}"


def date_form(day: date | None, lang: Lang) -> str:
    """A note's date, or a blank."""
    return long_date(day, Language(lang.value)) if day else _NO_DATE[lang]


def options_form(options: Sequence[Dates], lang: Lang) -> str:
    """Date options within a sentence: 2027年3月2日至3日或4月6日 · 2–3 марта 2027 г. или …."""
    language = Language(lang.value)
    return join_list([dates_text(one, language) for one in options], language, alternative=True)


def option_line(option: Dates, lang: Lang) -> str:
    """A date option in a list: a single day with its weekday."""
    language = Language(lang.value)
    return full_date(option.start, language) if option.days == 1 else dates_text(option, language)
