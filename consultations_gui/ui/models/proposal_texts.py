"""Words for what a proposal holds: venues, notes, counts, days, whose step it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from consultations_gui.domain.parties import City, CityBook, Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    Proposal,
    Ruling,
    Standing,
    Terms,
    Topic,
    Verdict,
)
from consultations_gui.domain.proposal_terms import rulings
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.i18n.dates import dates_text, day_month, short_date
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.numbers import join_list
from consultations_gui.i18n.phrases import listed, named
from consultations_gui.i18n.times import city_name, duration, land_name
from consultations_gui.i18n.wording import country_name, label
from consultations_gui.i18n.words import N_, Words

VERDICTS: dict[Verdict, str] = {
    Verdict.COUNTER: N_("Counter-proposal: {list}"),
    Verdict.ACCEPT: N_("Accepted: {list}"),
    Verdict.DECLINE: N_("Declined: {list}"),
}
WITH: dict[Side, str] = {
    Side.CN: N_("with the Chinese side"),
    Side.RU: N_("with the Russian side"),
}
DOT = " · "


def titles(proposal: Proposal, words: Words) -> tuple[str, str]:
    """Both titles, the one in the screen's language first; English puts the Russian one first."""
    pair = (proposal.title_zh, proposal.title_ru)
    first, second = pair if words.language is Language.ZH else pair[::-1]
    return (first, second) if first else (second, "")


def place_name(city: City | None, key: str, words: Words) -> str:
    """A city by its name in the language in use; one that is not in the book as it was typed."""
    return key if city is None else city_name(city, words.language)


def country_text(code: str, words: Words) -> str:
    """A country in words."""
    if code in Side.__members__:
        return country_name(Side(code), words)
    return land_name(code, words.language)


def venue_text(venue: Venue, cities: CityBook, words: Words) -> str:
    """Country, city and site; or that the meeting is online; empty while nothing is named.

    Chinese goes from the wide to the narrow, 俄罗斯喀山; the others name the city first.
    """
    if venue.online:
        return listed((words.tr("online"), venue.site), words)
    city = place_name(cities.find(venue.city), venue.city, words) if venue.city else ""
    land = country_text(venue.country, words) if venue.country else ""
    place = (f"{land}{city}",) if words.language is Language.ZH else (city, land)
    return listed((*place, venue.site), words)


def options_text(terms: Terms, words: Words) -> str:
    """The date options in words, as alternatives."""
    options = [dates_text(option, words.language) for option in terms.dates]
    return join_list(options, words.language, alternative=True) if options else ""


def topics_count(topics: Sequence[Topic], words: Words) -> str:
    """How many topics there are, and how long they take where all lengths are known."""
    text = words.trn("{n} topic", "{n} topics", len(topics))
    lengths = [topic.minutes for topic in topics if topic.minutes]
    if topics and len(lengths) == len(topics):
        text += f"{DOT}{duration(sum(lengths), words.language)}"
    return text


def component_text(component: Component, terms: Terms, cities: CityBook, words: Words) -> str:
    """What the terms say of one component, in a line; empty while they say nothing."""
    if component is Component.DATES:
        return options_text(terms, words)
    if component is Component.VENUE:
        return venue_text(terms.venue, cities, words)
    return topics_count(terms.topics, words) if terms.topics else ""


def _our_answer(standing: Standing, today: date, overdue: int, days: int, words: Words) -> str:
    current = standing.current
    asked = current is not None and standing.waiting_for is current.by.other
    if standing.reply_by is None or not asked:
        if not days:
            return words.tr("waits for us")
        return words.trn("waits for us, {n} day", "waits for us, {n} days", days)
    left = (standing.reply_by - today).days
    if overdue:
        return words.trn(
            "our answer was wished {n} day ago", "our answer was wished {n} days ago", overdue
        )
    if not left:
        return words.tr("our answer is wished today")
    return words.trn("our answer wished in {n} day", "our answer wished in {n} days", left)


def terms_text(terms: Terms, cities: CityBook, words: Words) -> str:
    """An offer in a line: how many date options, where, how many topics."""
    parts = (
        words.trn("{n} date option", "{n} date options", len(terms.dates)) if terms.dates else "",
        venue_text(terms.venue, cities, words),
        words.trn("{n} topic", "{n} topics", len(terms.topics)) if terms.topics else "",
    )
    return DOT.join(part for part in parts if part)


def answer_text(answer: Answer, words: Words) -> str:
    """An answer in a line: what is countered, accepted, declined."""
    given = rulings(answer)
    return DOT.join(
        words.tr(msgid, list=join_list(_named(given, verdict, words), words.language))
        for verdict, msgid in VERDICTS.items()
        if any(ruling.verdict is verdict for _, ruling in given)
    )


def counter_lines(answer: Answer, cities: CityBook, words: Words) -> tuple[str, ...]:
    """What an answer proposes instead, a line each."""
    found = []
    if answer.dates.dates:
        found.append((Component.DATES, options_text(Terms(answer.dates.dates), words)))
    if answer.venue.venue is not None:
        found.append((Component.VENUE, venue_text(answer.venue.venue, cities, words)))
    topics = answer.topics.topics or ()
    found += [
        (Component.TOPICS, f"{number}. {topic.zh} / {topic.ru}")
        for number, topic in enumerate(topics, 1)
    ]
    return tuple(named(label(component, words), text, words) for component, text in found)


def _named(given: Iterable[tuple[Component, Ruling]], verdict: Verdict, words: Words) -> list[str]:
    return [
        _with_option(label(component, words), ruling, words)
        for component, ruling in given
        if ruling.verdict is verdict
    ]


def _with_option(name: str, ruling: Ruling, words: Words) -> str:
    if ruling.option is None:
        return name
    return words.tr("{component} (option {number})", component=name, number=ruling.option)


def note_text(channel: Channel, words: Words) -> str:
    """The note a step went by, when it was received and who recorded it."""
    parts = (
        _note(channel, words),
        words.tr("received {date}", date=_short(channel.received, words))
        if channel.received
        else "",
        words.tr("recorded by {name}", name=channel.recorded_by) if channel.recorded_by else "",
    )
    return DOT.join(part for part in parts if part)


def _note(channel: Channel, words: Words) -> str:
    dated = _short(channel.note_date, words) if channel.note_date else ""
    if channel.note and dated:
        return words.tr("note {number} of {date}", number=channel.note, date=dated)
    if channel.note:
        return words.tr("note {number}", number=channel.note)
    return words.tr("note of {date}", date=dated) if dated else ""


def _short(day: date | None, words: Words) -> str:
    return short_date(day, words.language) if day else ""


def days_text(days: Iterable[tuple[Day, Day]], words: Words) -> str:
    """What both countries' calendars say of an option's days, Chinese and Russian day by day."""
    pairs = tuple(days)
    if not pairs:
        return ""
    told = []
    for number, side in enumerate(Side):
        own = [pair[number] for pair in pairs]
        unusual = [_days(run, words) for run in _runs(own)]
        if unusual:
            told.append(_of(side, join_list(unusual, words.language), words))
    if not told:
        told.append(words.tr("working days in both countries"))
    provisional = [
        country_name(side, words)
        for number, side in enumerate(Side)
        if not all(pair[number].confirmed for pair in pairs)
    ]
    if provisional:
        sides = join_list(provisional, words.language)
        told.append(words.tr("provisional calendar: {list}", list=sides))
    return DOT.join(told)


def _of(side: Side, text: str, words: Words) -> str:
    return words.tr("{country}: {text}", country=country_name(side, words), text=text)


def _runs(days: Iterable[Day]) -> list[list[Day]]:
    """The unusual days, those one after the other that are the same together."""
    runs: list[list[Day]] = []
    for day in days:
        if day.kind is DayKind.WORK and not day.short:
            continue
        last = runs[-1][-1] if runs else None
        follows = last is not None and last.date + timedelta(days=1) == day.date
        if last is not None and follows and (last.kind, last.short) == (day.kind, day.short):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _days(run: Sequence[Day], words: Words) -> str:
    first, last = run[0], run[-1]
    kind = words.tr("shortened day") if first.short and first.kind is DayKind.WORK else None
    when = day_month(first.date, words.language)
    if len(run) > 1:
        end = day_month(last.date, words.language)
        when = words.trc("days off", "{first} to {last}", first=when, last=end)
    return words.tr("{day} – {kind}", day=when, kind=kind or label(first.kind, words))


def with_whom(side: Side, own: Side, words: Words) -> str:
    """Whose step it is, seen from this office: with us, or with the other side by name."""
    return words.tr("with us") if side is own else words.tr(WITH[side])


def waiting_text(standing: Standing, own: Side, today: date, words: Words) -> str:
    """For how long who is waited for; "no reply, N days" past the wished date and nothing more."""
    if standing.waiting_for is None:
        return ""
    overdue, days = standing.days_overdue(today), standing.days_waiting(today)
    if standing.waiting_for is own:
        return _our_answer(standing, today, overdue, days, words)
    if overdue:
        return words.trn("no reply, {n} day", "no reply, {n} days", overdue)
    if not days:
        return words.tr("no reply yet")
    return words.trn("no reply yet, {n} day", "no reply yet, {n} days", days)
