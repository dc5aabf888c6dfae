"""What an invitation says, in Chinese and in Russian at once.

One SUMMARY ``中文 / Русский`` and one DESCRIPTION 【中文】… [Русский] …: a
second SUMMARY with LANGUAGE makes several programs refuse the file.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from html import escape
from zoneinfo import ZoneInfo

from consultations_gui.application.ports import InvitationOrder, Method
from consultations_gui.domain.agenda import BREAK_LEVEL
from consultations_gui.domain.agenda_numbers import numbers
from consultations_gui.domain.consultation import Consultation, Kind
from consultations_gui.domain.invitation import Certainty
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.protection import withheld
from consultations_gui.i18n.dates import date_range, long_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import round_title
from consultations_gui.i18n.phrases import listed
from consultations_gui.i18n.times import city_name, clock_places, clocks
from consultations_gui.i18n.words import N_, Words, words_for

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")

_ROUND = N_("{round} of the consultations on international information security")
_UNNUMBERED = N_("Consultations on international information security")
_EXTRAORDINARY = N_("Extraordinary consultations on international information security")
_CALLED_OFF = {
    Method.REQUEST: "",
    Method.PUBLISH: "",
    Method.CANCEL: N_("Cancelled: {title}"),
}


def clean(text: str) -> str:
    """``text`` as it may stand on the wire: NFC, no control characters but line feeds and tabs.

    Nor any order of direction, which can make a line read as another one than it is.
    """
    return unicodedata.normalize("NFC", _CONTROL.sub("", text.replace("\r\n", "\n")))


def title(consultation: Consultation, words: Words) -> str:
    """The meeting's name in one language."""
    if consultation.kind is Kind.EXTRAORDINARY:
        return words.tr(_EXTRAORDINARY)
    if consultation.kind is Kind.REGULAR and consultation.number is not None:
        name = round_title(consultation.number, words.language)
        text = words.tr(_ROUND, round=name)
        return text[:1].upper() + text[1:]
    return words.tr(_UNNUMBERED)


class Texts:
    """The texts of one invitation; of one ``withdrawn`` from a person while the meeting stands."""

    def __init__(self, order: InvitationOrder, *, withdrawn: bool = False) -> None:
        self._order = order
        self._withdrawn = withdrawn

    def words(self, language: Language) -> Words:
        """The words of one of the invitation's languages, with the office's term."""
        return words_for(language, self._order.office.extraordinary_ru)

    def heading(self, words: Words) -> str:
        """The title, saying so if the meeting is called off or the invitation withdrawn."""
        name = title(self._order.consultation, words)
        if self._withdrawn:
            return words.tr("Invitation withdrawn: {title}", title=name)
        called_off = _CALLED_OFF[self._order.method]
        return words.tr(called_off, title=name) if called_off else name

    def summary(self) -> str:
        """``中文 / Русский``."""
        return " / ".join(title(self._order.consultation, self.words(lang)) for lang in _BOTH)

    def location(self) -> str:
        """The place in both languages; empty while it is open."""
        places = [place for lang in _BOTH if (place := self.place(self.words(lang)))]
        return " / ".join(dict.fromkeys(places))

    def place(self, words: Words) -> str:
        """City and site, or "online", in one language."""
        venue = self._order.consultation.venue
        if venue.online:
            return words.trc("place of a meeting", "Online")
        city = self._order.cities.find(venue.city)
        name = city_name(city, words.language) if city else venue.city
        return listed((name, venue.site), words)

    def description(self) -> str:
        """The Chinese body under 【中文】, then the Russian one under [Русский]."""
        return "\n\n".join(
            "\n".join((_NAMES[lang], *self.lines(self.words(lang)))) for lang in _BOTH
        )

    def lines(self, words: Words) -> tuple[str, ...]:
        """The body in one language: what, when in both capitals, where, topics."""
        found = [self.heading(words), words.tr("When: {when}", when=self._when(words))]
        place = self.place(words)
        if place:
            found.append(words.tr("Where: {place}", place=place))
        if self._order.occasion.certainty is Certainty.TENTATIVE:
            found.append(words.tr("The dates are tentative."))
        topics = self._topics(words)
        if topics and not self._withdrawn and self._order.method is not Method.CANCEL:
            found += [words.tr("Topics:"), *topics]
        return tuple(found)

    def _when(self, words: Words) -> str:
        when = self._order.occasion
        language = words.language
        if not (isinstance(when.start, datetime) and isinstance(when.end, datetime)):
            return date_range(when.start, when.end, language)
        city = self._order.cities.find(self._order.consultation.venue.city)
        places = clock_places(city, self._order.consultation.host)
        zone = ZoneInfo(when.zone)
        parts = []
        for moment in (when.start.replace(tzinfo=zone), when.end.replace(tzinfo=zone)):
            shown = clocks(moment.astimezone(UTC), places, language)
            parts.append(listed((long_date(moment.date(), language), shown), words))
        return " — ".join(parts)

    def _topics(self, words: Words) -> list[str]:
        """Items of the first level with their numbers; restricted ones stay out (Art. 6)."""
        agenda, lang = self._order.agenda, Lang(words.language)
        hidden = {item.uid for item in withheld(agenda)}
        found = []
        for item, number in zip(agenda.items, numbers(agenda, lang), strict=True):
            text = item.text.text(lang)
            if item.level != BREAK_LEVEL + 1 or item.uid in hidden or not text:
                continue
            gap = "" if lang is Lang.ZH else " "
            found.append(f"{number}{gap}{text}")
        return found

    def html(self, languages: tuple[Language, ...]) -> str:
        """The body as HTML, each language marked as what it is."""
        parts = []
        for language in languages:
            first, *rest = self.lines(self.words(language))
            body = "".join(f"<p>{escape(clean(line))}</p>" for line in rest)
            tag = _HTML_LANG[language]
            parts.append(f'<div lang="{tag}"><h2>{escape(clean(first))}</h2>{body}</div>')
        tag = _HTML_LANG[languages[0]]
        return (
            f'<!DOCTYPE html><html lang="{tag}"><head><meta charset="utf-8">'
            f"<title>{escape(clean(self.summary()))}</title></head>"
            f"<body>{'<hr>'.join(parts)}</body></html>"
        )


_BOTH = (Language.ZH, Language.RU)
_NAMES = {Language.ZH: "【中文】", Language.RU: "[Русский]"}
_HTML_LANG = {Language.ZH: "zh-CN", Language.RU: "ru", Language.EN: "en"}
