"""The words of a year sheet in one language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consultations_gui.application.ports import YearSheetOrder
from consultations_gui.documents.compose import MARKINGS
from consultations_gui.documents.rows import for_paper, printable
from consultations_gui.documents.year_content import (
    Entry,
    Heads,
    Sample,
    SampleKind,
    SignKind,
    YearText,
)
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import CityBook, Lang, Side, Venue
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Decree
from consultations_gui.i18n.dates import (
    dates_text,
    long_date,
    month_name,
    month_short,
    weekdays_short,
)
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.wording import country_name
from consultations_gui.i18n.words import C_, N_, Words, words_for

_SIGNS = {
    (Side.CN, SignKind.OFF): C_("year sheet", "day off in China"),
    (Side.CN, SignKind.MOVED): C_("year sheet", "moved day off in China"),
    (Side.CN, SignKind.MAKE_UP): C_("year sheet", "make-up working day in China"),
    (Side.RU, SignKind.OFF): C_("year sheet", "day off in Russia"),
    (Side.RU, SignKind.MOVED): C_("year sheet", "moved day off in Russia"),
    (Side.RU, SignKind.MAKE_UP): C_("year sheet", "make-up working day in Russia"),
    (Side.RU, SignKind.SHORT): C_("year sheet", "one hour shorter in Russia"),
}
_PROVISIONAL = {
    Side.CN: C_("year sheet", "provisional calendar of China"),
    Side.RU: C_("year sheet", "provisional calendar of Russia"),
}
_HOST = {
    Side.CN: C_("year sheet", "China hosts"),
    Side.RU: C_("year sheet", "Russia hosts"),
}
_DATES = {
    True: C_("year sheet", "dates agreed, or held"),
    False: C_("year sheet", "dates not agreed yet"),
}
_STATUS = {
    Status.PLANNED: C_("year sheet", "planned, dates not agreed"),
    Status.TENTATIVE: C_("year sheet", "on offer, dates not agreed"),
    Status.CONFIRMED: C_("year sheet", "dates agreed"),
    Status.HELD: C_("year sheet", "held"),
    Status.POSTPONED: C_("year sheet", "postponed, dates not agreed"),
    Status.CANCELLED: C_("year sheet", "cancelled"),
}
_KINDS = {
    Kind.REGULAR: C_("column of a paper", "Regular"),
    Kind.UNNUMBERED: C_("column of a paper", "Without number"),
    Kind.EXTRAORDINARY: C_("column of a paper", "Extraordinary"),
}
# What a country's calendar rests on: number and date known, either of them, or neither.
_FULL, _NUMBER, _DATE, _BARE, _OPEN = range(5)
_BASES: dict[Side, tuple[str, ...]] = {
    Side.CN: (
        N_("China's calendar: {number} of {date}"),
        N_("China's calendar: {number}"),
        N_("China's calendar: official notice of {date}"),
        N_("China's calendar: official notice for {year}, number not on record"),
        N_("China's calendar of {year} is provisional: no official notice of it is known yet"),
    ),
    Side.RU: (
        N_("Russia's calendar: {number} of {date}"),
        N_("Russia's calendar: {number}"),
        N_("Russia's calendar: official notice of {date}"),
        N_("Russia's calendar: official notice for {year}, number not on record"),
        N_("Russia's calendar of {year} is provisional: no official notice of it is known yet"),
    ),
}
_BARE_NUMBER = re.compile(r"(?:№\s*)?(\d+)")
"""How a Russian decree is mostly cited: «№ 1466»."""


def year_text(
    order: YearSheetOrder, lang: Lang, legend: Sequence[Sample], meetings: Sequence[Consultation]
) -> YearText:
    """Everything worded on the sheet, in ``lang``; each text names its own side first."""
    words = words_of(lang, order.term)
    own_first = sorted(order.calendars, key=lambda decree: decree.side is not lang.side)
    return YearText(
        lang=lang,
        title=title(order.year, words),
        as_of=_set(words.tr("As of {date}", date=long_date(order.today, words.language)), words),
        marking=words.tr(MARKINGS[order.marking]),
        months=tuple(_month(number, words.language) for number in range(1, 13)),
        weekdays=weekdays_short(words.language),
        legend=tuple(sample_text(sample, words) for sample in legend),
        notes=tuple(basis(decree, words) for decree in own_first),
        heading=words.tr("Consultations of {year}", year=order.year),
        heads=_heads(words),
        entries=tuple(_entry(one, order.cities, words) for one in meetings),
        empty=words.tr("No consultations are entered for {year}.", year=order.year),
    )


def words_of(lang: Lang, term: str = SHIPPED) -> Words:
    """The words of a text's language, with the office's ``term`` (``domain.term``)."""
    return words_for(Language(lang.value), term)


def title(year: int, words: Words) -> str:
    """The sheet's title, which names the text's own side first."""
    pair = (
        words.trc("in a title, first named first", "China–Russia")
        if words.language is Language.ZH
        else words.trc("in a title, first named first", "Russia–China")
    )
    text = words.tr(
        "Calendar of {pair} consultations on international information security, {year}",
        pair=pair,
        year=year,
    )
    return _set(text, words)


def sample_text(sample: Sample, words: Words) -> str:
    """What an entry of the legend means."""
    side = sample.side
    if sample.kind is SampleKind.REST:
        text = C_("year sheet", "weekend in both countries")
    elif sample.kind is SampleKind.MONTH:
        text = C_("year sheet", "in this month, day not known")
    elif sample.kind is SampleKind.DATES or side is None:
        text = _DATES[sample.agreed]
    elif sample.sign is not None:
        text = _SIGNS[side, sample.sign.kind]
    else:
        text = (_HOST if sample.kind is SampleKind.HOST else _PROVISIONAL)[side]
    return _set(words.trc(*text), words)


def basis(decree: Decree, words: Words) -> str:
    """What one country's calendar rests on: its notice as far as known, or that there is none."""
    number = cited(decree, words)
    if not decree.confirmed:
        form = _OPEN
    elif number:
        form = _FULL if decree.issued else _NUMBER
    else:
        form = _DATE if decree.issued else _BARE
    issued = long_date(decree.issued, words.language) if decree.issued else ""
    text = words.tr(_BASES[decree.side][form], number=number, date=issued, year=decree.year)
    return _set(text, words)


def cited(decree: Decree, words: Words) -> str:
    """The notice's number as this language cites it; an office may have entered it in words."""
    number = printable(decree.number)
    plain = _BARE_NUMBER.fullmatch(number)
    if plain is None or decree.side is Side.CN:
        return number
    return words.tr("decree No. {number} of the Government of Russia", number=plain[1])


def name_of(one: Consultation, words: Words) -> str:
    """Third round; or the kind of one that has no number."""
    if one.kind is Kind.REGULAR and one.number is not None:
        name = round_title(one.number, words.language)
        return name[:1].upper() + name[1:]
    return words.trc(*_KINDS[one.kind])


def place_of(venue: Venue, cities: CityBook, words: Words) -> str:
    """The city, or the country while it is open. Buildings and rooms are nobody else's business."""
    if venue.online:
        return words.trc("place of a meeting", "by video link")
    if venue.city:
        city = cities.find(venue.city)
        return for_paper(city_name(city, words.language) if city else venue.city, words.language)
    if venue.side is not None:
        return country_name(venue.side, words)
    return printable(venue.country) or words.trc("place of a meeting", "to be agreed")


def _entry(one: Consultation, cities: CityBook, words: Words) -> Entry:
    return Entry(
        name=name_of(one, words),
        dates=dates_text(one.dates, words.language) if one.dates else "",
        place=place_of(one.venue, cities, words),
        host=country_name(one.host, words) if one.host else "—",
        status=_set(words.trc(*_STATUS[one.status]), words),
    )


def _heads(words: Words) -> Heads:
    return Heads(
        id=words.trc("column of a paper", "ID"),
        name=words.trc("column of a paper", "Consultations"),
        dates=words.trc("column of a paper", "Dates"),
        place=words.trc("column of a paper", "Place"),
        host=words.trc("column of a paper", "Host"),
        status=words.trc("column of a paper", "Status"),
    )


def _month(number: int, language: Language) -> str:
    # 1月 stands better over figures than 一月.
    name = month_short if language is Language.ZH else month_name
    return name(number, language).capitalize()


def _set(text: str, words: Words) -> str:
    return for_paper(text, words.language)
