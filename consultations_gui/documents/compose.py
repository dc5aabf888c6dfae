"""An agenda becomes the content of a paper.

The alternat is decided here. In the *full* alternat each side's copy names
that side first in both of its texts; in the *simplified* one the Chinese text
always names China first and the Russian text Russia. These are treaty rules,
offered for agendas by analogy (Chinese foreign ministry circular
外办发[1994]7号). A working copy or a single text is nobody's copy and follows
its language.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from consultations_gui.application.ports import Alternat, Copy, PaperOrder
from consultations_gui.documents.content import Form, Heads, Mark, Paper, Sheet, Signature
from consultations_gui.documents.rows import for_paper, meeting_day, printable, printable_rows
from consultations_gui.documents.zones import Place, time_notes
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.agenda_rules import AgendaRow, TextGap, readiness, rows
from consultations_gui.domain.agenda_timing import opening
from consultations_gui.domain.consultation import Consultation, Kind, Precision, Status
from consultations_gui.domain.errors import PaperIncompleteError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking, withheld
from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.dates import dates_text, full_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import round_title, round_title_genitive_ru
from consultations_gui.i18n.times import city_name
from consultations_gui.i18n.words import N_, Words, words_for

_ROUND = N_("Agenda\nof the {round} of {pair} consultations\non international information security")
_UNNUMBERED = N_("Agenda\nof {pair} consultations\non international information security")
_EXTRAORDINARY = N_(
    "Agenda\nof extraordinary {pair} consultations\non international information security"
)
_HEADS = {
    Side.CN: N_("Head of the Chinese delegation"),
    Side.RU: N_("Head of the Russian delegation"),
}
MARKINGS = {
    Marking.OPEN: "",
    Marking.PARTIES: N_("For the Parties only"),
    Marking.RESTRICTED: N_("Access limited (Article 6 of the Agreement)"),
}
"""What stands in the head of every page (Art. 6)."""
_CAVEATS = {
    (Side.CN,): N_(
        "China has not published its working days of {year} yet; the dates stand subject to them."
    ),
    (Side.RU,): N_(
        "Russia has not published its working days of {year} yet; the dates stand subject to them."
    ),
    (Side.CN, Side.RU): N_(
        "Neither side has published its working days of {year} yet; the dates stand subject to "
        "them."
    ),
}
_OPEN_DATE = (Status.PLANNED, Status.TENTATIVE)


def compose(order: PaperOrder) -> Paper:
    """The content of the paper ordered.

    Raises:
        PaperIncompleteError: it is final, and texts it prints are missing or stale.
        UnknownCityZoneError: the city's zone is not known, so its times would be a guess.
    """
    langs = printed_languages(order.copy)
    final = order.final and order.agenda.status in (AgendaStatus.AGREED, AgendaStatus.FINAL)
    if order.final:
        _require_complete(order, langs)
    composer = _Composer(order)
    sheets = tuple(composer.sheet(lang) for lang in langs)
    draft = () if final else tuple(draft_mark(lang) for lang in (langs[0], langs[0].other))
    titles = [
        ("" if sheet.lang is Lang.ZH else " ").join(sheet.title)
        for sheet in (sheets if order.copy is Copy.WORKING else sheets[:1])
    ]
    symbol = printable(order.agenda.symbol)
    about = (symbol, *(sheet.marking for sheet in sheets), *(m.text for m in draft))
    return Paper(
        form=Form.WORKING if order.copy is Copy.WORKING else Form.COPY,
        title=" / ".join(titles),
        keywords=tuple(word for word in about if word),
        symbol=symbol,
        draft=draft,
        sheets=sheets,
        stamp=order.stamp,
    )


def printed_languages(copy: Copy) -> tuple[Lang, ...]:
    """The texts a paper holds, in its order."""
    return {
        Copy.CN: (Lang.ZH, Lang.RU),
        Copy.RU: (Lang.RU, Lang.ZH),
        Copy.WORKING: (Lang.ZH, Lang.RU),
        Copy.ZH_ONLY: (Lang.ZH,),
        Copy.RU_ONLY: (Lang.RU,),
    }[copy]


def first_side(copy: Copy, alternat: Alternat, lang: Lang) -> Side:
    """The side that the text in ``lang`` mentions first and that signs it on the left."""
    if alternat is Alternat.FULL and copy in (Copy.CN, Copy.RU):
        return Side.CN if copy is Copy.CN else Side.RU
    return lang.side


def _words(lang: Lang, term: str = SHIPPED) -> Words:
    return words_for(Language(lang.value), term)


def draft_mark(lang: Lang) -> Mark:
    """A word of the mark of a paper that is not settled yet."""
    return Mark(lang, _words(lang).trc("mark on a paper not agreed yet", "DRAFT"))


def _require_complete(order: PaperOrder, langs: Sequence[Lang]) -> None:
    found = readiness(order.agenda)
    missing, stale = _printed(found.missing, langs), _printed(found.stale, langs)
    if missing or stale:
        raise PaperIncompleteError(id=order.agenda.id, missing=missing, stale=stale)


def _printed(gaps: Sequence[TextGap], langs: Sequence[Lang]) -> tuple[tuple[int, str, str], ...]:
    return tuple((gap.row, gap.number_ru, str(gap.lang)) for gap in gaps if gap.lang in langs)


class _Composer:
    """Makes the sheets of one order; what both sheets share is found once."""

    def __init__(self, order: PaperOrder) -> None:
        self._order = order
        self._rows: tuple[AgendaRow, ...] = rows(order.agenda)
        self._withheld = frozenset(item.uid for item in withheld(order.agenda))
        venue = order.consultation.venue
        self._symbol = printable(order.agenda.symbol)
        self._city = None if venue.online else order.cities.find(venue.city)

    def sheet(self, lang: Lang) -> Sheet:
        order, words = self._order, _words(lang, self._order.term)
        consultation = order.consultation
        first = first_side(order.copy, order.alternat, lang)
        return Sheet(
            lang=lang,
            title=_title(consultation, first, words),
            date=_date(consultation, words),
            place=self._place(words),
            symbol=f"{self._symbol}-{lang}" if self._symbol else "",
            marking=words.tr(MARKINGS[self._marking()]),
            heads=Heads(
                words.trc("column of a paper", "Time"), words.trc("column of a paper", "Items")
            ),
            rows=printable_rows(self._rows, consultation.dates, words, self._withheld),
            notes=self._notes(words, first),
            signatures=self._signatures(words, first),
            caveat=_caveat(order, words),
        )

    def _marking(self) -> Marking:
        """The strictest marking of what is printed: what is withheld is not on the paper."""
        printed = [row.item.marking for row in self._rows if row.item.uid not in self._withheld]
        return max(printed, key=list(Marking).index, default=Marking.OPEN)

    def _place(self, words: Words) -> str:
        venue = self._order.consultation.venue
        if venue.online:
            return words.trc("place of a meeting", "by video link")
        name = venue.city
        if self._city is not None:
            name = city_name(self._city, words.language)
        return words.trc("place of a meeting", "{city}", city=printable(name)) if name else ""

    def _notes(self, words: Words, first: Side) -> tuple[str, ...]:
        consultation, agenda = self._order.consultation, self._order.agenda
        if all(row.minutes is None for row in self._rows):
            return ()
        zone = self._order.cities.zone(consultation.venue, consultation.host)
        days = sorted({row.slot.day for row in self._rows if row.slot})
        openings = [(self._date_of(day), opening(agenda, day)) for day in days]
        known = tuple((day, at) for day, at in openings if day is not None)
        place = Place(self._city, zone)
        return time_notes(place, known, words, self._place(words), first)

    def _date_of(self, day: int) -> date | None:
        dates = self._order.consultation.dates
        if dates is not None and dates.precision is Precision.MONTH:
            return dates.start
        return meeting_day(dates, day)

    def _signatures(self, words: Words, first: Side) -> tuple[Signature, ...]:
        if self._order.copy is Copy.WORKING:
            return ()
        return tuple(
            Signature(words.tr(_HEADS[side]), self._head(side, words))
            for side in (first, first.other)
        )

    def _head(self, side: Side, words: Words) -> str:
        head = self._order.consultation.delegation(side).head
        lang = Lang(words.language)
        return for_paper(head.name(lang), words.language) if head else ""


def _title(consultation: Consultation, first: Side, words: Words) -> tuple[str, ...]:
    pair = (
        words.trc("in a title, first named first", "China–Russia")
        if first is Side.CN
        else words.trc("in a title, first named first", "Russia–China")
    )
    number = consultation.number
    if consultation.kind is Kind.EXTRAORDINARY:
        title = words.tr(_EXTRAORDINARY, pair=pair)
    elif consultation.kind is Kind.REGULAR and number is not None:
        russian = words.language is Language.RU
        name = round_title_genitive_ru(number) if russian else round_title(number, words.language)
        title = words.tr(_ROUND, round=name, pair=pair)
    else:
        title = words.tr(_UNNUMBERED, pair=pair)
    return tuple(title.split("\n"))


def _date(consultation: Consultation, words: Words) -> str:
    dates = consultation.dates
    if dates is None:
        return words.trc("date of a meeting", "to be agreed")
    one_day = dates.precision is Precision.DAY and dates.days == 1
    shown = full_date(dates.start, words.language) if one_day else dates_text(dates, words.language)
    if consultation.status in _OPEN_DATE:
        tentative = words.trc("date of a meeting", "{date} (tentative)", date=shown)
        return tentative.replace("）（", "，")  # the weekday and this share one pair of brackets
    return shown


def _caveat(order: PaperOrder, words: Words) -> str:
    dates = order.consultation.dates
    if dates is None or not order.provisional:
        return ""
    return caveat_text(order.provisional, dates.start.year, dates.end.year, words)


def caveat_text(provisional: tuple[Side, ...], first: int, last: int, words: Words) -> str:
    """That the calendars of ``provisional`` are not published for the years of the dates."""
    text = words.tr(_CAVEATS[provisional], year=first if first == last else f"{first}–{last}")
    return for_paper(text, words.language)
