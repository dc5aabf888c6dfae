"""An order for a note verbale becomes its content: placeholders filled, the annex listed.

A note is always printed as a draft (草案 / ПРОЕКТ): the original goes out on a
ministry's own letterhead, with its seal. What is not on record, a number or a
date, stays a blank to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from consultations_gui.application.ports import NoteOrder, NoteWording
from consultations_gui.documents.compose import MARKINGS, caveat_text, draft_mark
from consultations_gui.documents.note_content import Annex, Entry, Letter, Note, Part
from consultations_gui.documents.rows import MARKS, WITHHELD, for_paper
from consultations_gui.domain.agenda_numbers import hanzi
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.note_wording import filled
from consultations_gui.domain.notes import NoteKind
from consultations_gui.domain.parties import Lang, Venue
from consultations_gui.domain.proposal import Channel, Component, Terms, Verdict
from consultations_gui.domain.proposal_terms import rulings
from consultations_gui.i18n import note_forms as forms
from consultations_gui.i18n.dates import NBSP, long_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.times import city_name, duration, land_name
from consultations_gui.i18n.wording_say import one_stop
from consultations_gui.i18n.words import C_, N_, Words, words_for

_NOTE, _REPLY = N_("Note verbale"), N_("Reply note")
_CAUTION = N_("Draft. The wording is the program's own and has to be approved before it is used.")
_ANNEX = N_("Annex to the note {number} of {date}")
_TITLES: dict[NoteKind, tuple[str, str]] = {
    NoteKind.OFFER: (N_("Proposal to hold {meeting}"), N_("Proposal {change} {meeting}")),
    NoteKind.RENEWED: (N_("New proposal to hold {meeting}"), N_("New proposal {change} {meeting}")),
    NoteKind.COUNTER: (
        N_("Counter-proposal to hold {meeting}"),
        N_("Counter-proposal {change} {meeting}"),
    ),
    NoteKind.ACCEPT: (N_("Agreed terms of {meeting}"), N_("Agreed terms of {meeting}")),
    NoteKind.MIXED: (
        N_("Answer to the proposal to hold {meeting}"),
        N_("Answer to the proposal {change} {meeting}"),
    ),
}
"""Titles of the annex: of an extraordinary consultation, and of a proposal about a round."""
_HEADINGS = {
    Component.DATES: N_("Dates of the meeting"),
    Component.VENUE: N_("Place of the meeting"),
    Component.TOPICS: N_("Topics of the meeting"),
}
_VERDICTS = {
    Verdict.ACCEPT: C_("an answer's part", "accepted"),
    Verdict.COUNTER: C_("an answer's part", "counter-proposal"),
    Verdict.DECLINE: C_("an answer's part", "not accepted"),
}

_RULED = {
    "accepted": Verdict.ACCEPT,
    "countered": Verdict.COUNTER,
    "declined": Verdict.DECLINE,
}
"""Placeholders that name the components an answer says this of."""


def compose_note(order: NoteOrder) -> Note:
    """The content of the note ordered."""
    letters = tuple(_Writer(order, wording).letter() for wording in order.wordings)
    first = order.wordings[0].lang
    draft = tuple(draft_mark(lang) for lang in (first, first.other))
    number = order.step.event.channel.note.strip()
    titles = (
        f"{one.title} {forms.number_form(number, one.lang)}" if number else one.title
        for one in letters
    )
    marks = (*(mark.text for mark in draft), *(one.marking for one in letters if one.marking))
    return Note(
        title=" / ".join(titles),
        keywords=marks,
        draft=draft,
        letters=letters,
        stamp=order.stamp,
    )


class _Writer:
    """Writes the note in one language."""

    def __init__(self, order: NoteOrder, wording: NoteWording) -> None:
        self._order, self._wording = order, wording
        self._lang: Lang = wording.lang
        self._words: Words = words_for(Language(wording.lang.value), order.term)

    def letter(self) -> Letter:
        order, words, lang = self._order, self._words, self._lang
        step, names = order.step, self._wording.names
        channel = step.event.channel
        values = self._values()
        paragraphs = filled(self._wording.text, values)
        place = names.place.strip()
        day = forms.date_form(channel.note_date, lang)
        if lang is Lang.ZH:
            closing = [values["sender"], f"{day}于{place}" if place else day]
        else:
            closing = [f"{place}, {day}" if place else day]
        return Letter(
            lang=lang,
            title=words.tr(_REPLY if step.kind.replies else _NOTE),
            caution=words.tr(_CAUTION) if self._wording.shipped else "",
            number=self._set(forms.number_form(channel.note, lang)),
            addressee=self._set(values["addressee"] + ("：" if lang is Lang.ZH else "")),
            paragraphs=tuple(self._set(one_stop(one)) for one in paragraphs),
            closing=tuple(self._set(one) for one in closing),
            seal=words.trc("place of the seal on a note", "Seal"),
            marking=words.tr(MARKINGS[order.marking]),
            annex=self._annex(step.terms, values) if step.terms else None,
        )

    def _set(self, text: str) -> str:
        return for_paper(text, self._words.language)

    def _values(self) -> Mapping[str, str]:
        """What each placeholder stands for; empty where there is nothing to say."""
        order, lang, names = self._order, self._lang, self._wording.names
        step, side = order.step, order.step.event.by
        (ours, ours_gen), (theirs, theirs_gen) = (
            forms.SIDES[lang][one] for one in (side, side.other)
        )
        addressee = names.addressee.strip() or forms.LONG_BLANK
        earlier = step.refers_to.channel if step.refers_to else Channel()
        reply_by = step.event.reply_by
        change = forms.moved(order.about, step.offered) if order.about else forms.Moved.OPEN
        return {
            "sender": names.sender.strip() or forms.LONG_BLANK,
            "addressee": addressee,
            "short": names.short.strip() or addressee,
            "our_side": ours,
            "our_side_gen": ours_gen,
            "their_side": theirs,
            "their_side_gen": theirs_gen,
            "agreement": forms.AGREEMENT[lang],
            "meeting": forms.meeting_form(order.about, side, lang, order.term),
            "change": forms.change_form(change, lang),
            "ref_number": forms.number_form(earlier.note, lang),
            "ref_date": forms.date_form(earlier.note_date, lang),
            "reply_by": long_date(reply_by, self._words.language) if reply_by else "",
            "dates": forms.options_form(step.terms.dates, lang) if step.terms else "",
            "venue": self._venue(step.terms.venue) if step.terms else "",
            **{name: self._ruled(verdict) for name, verdict in _RULED.items()},
        }

    def _ruled(self, verdict: Verdict) -> str:
        answer = self._order.step.answer
        if answer is None:
            return ""
        named = [component for component, ruling in rulings(answer) if ruling.verdict is verdict]
        return forms.components_form(named, self._lang)

    def _venue(self, venue: Venue) -> str:
        """Country, city and site as papers name them."""
        words = self._words
        if venue.online:
            return words.trc("place of a meeting in a note", "by video link")
        land = land_name(venue.country, words.language)
        city = self._order.cities.find(venue.city)
        name = city_name(city, words.language) if city else venue.city
        place = words.trc("place of a meeting", "{city}", city=name) if name else ""
        if self._lang is Lang.ZH:
            return "，".join(part for part in (f"{land}{place}", venue.site) if part)
        return ", ".join(part for part in (place, land, venue.site) if part)

    def _annex(self, terms: Terms, values: Mapping[str, str]) -> Annex:
        step, words = self._order.step, self._words
        title = _TITLES[step.kind][1 if self._order.about else 0]
        channel = step.event.channel
        label = words.tr(
            _ANNEX,
            number=forms.number_form(channel.note, self._lang),
            date=forms.date_form(channel.note_date, self._lang),
        )
        years = [day.year for option in terms.dates for day in (option.start, option.end)]
        provisional = self._order.provisional
        return Annex(
            label=self._set(label),
            title=self._set(words.tr(title, **values)),
            parts=tuple(self._parts(terms)),
            caveat=caveat_text(provisional, min(years), max(years), words) if provisional else "",
        )

    def _parts(self, terms: Terms) -> Iterator[Part]:
        russian = self._lang is Lang.RU
        entries = {
            Component.DATES: [(forms.option_line(one, self._lang), "", "") for one in terms.dates],
            Component.VENUE: [(self._venue(terms.venue), "", "")],
            Component.TOPICS: list(self._topics(terms)),
        }
        for place, component in enumerate(Component, 1):
            yield Part(
                number=f"{place}." if russian else f"{hanzi(place)}、",
                gap=NBSP if russian else "",
                heading=self._heading(component, len(entries[component])),
                entries=tuple(self._numbered(place, entries[component])),
            )

    def _numbered(self, part: int, entries: Sequence[tuple[str, str, str]]) -> Iterator[Entry]:
        russian = self._lang is Lang.RU
        for place, (text, mark, after) in enumerate(entries, 1):
            number = f"{part}.{place}." if russian else f"（{hanzi(place)}）"
            if len(entries) == 1:
                number = ""
            gap = NBSP if russian and number else ""
            yield Entry(number, gap, self._set(text), mark, after)

    def _heading(self, component: Component, count: int) -> str:
        words, step = self._words, self._order.step
        said = dict(rulings(step.answer))[component].verdict if step.answer else None
        remarks = [words.trc(*_VERDICTS[said])] if said else []
        ours = said in (None, Verdict.COUNTER)
        if component is Component.DATES and count > 1 and ours:
            remarks.append(words.tr("in order of preference"))
        heading = words.tr(_HEADINGS[component])
        if not remarks:
            return heading
        comma = "，" if self._lang is Lang.ZH else ", "
        return words.tr("{heading} ({remarks})", heading=heading, remarks=comma.join(remarks))

    def _topics(self, terms: Terms) -> Iterator[tuple[str, str, str]]:
        words = self._words
        for number, topic in enumerate(terms.topics, 1):
            length = duration(topic.minutes, words.language) if topic.minutes else ""
            after = words.tr("({length})", length=length) if length else ""
            after = f" {after}" if after and self._lang is Lang.RU else after
            text = topic.zh if self._lang is Lang.ZH else topic.ru
            if number in self._order.withheld:
                yield "", words.tr(WITHHELD), after
            elif not text.strip():
                yield "", words.tr(MARKS[TextState.MISSING]), after
            else:
                yield text, "", after
