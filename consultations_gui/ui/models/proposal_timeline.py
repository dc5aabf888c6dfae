"""The chain of a proposal as a timeline: every recorded step, also those that were not applied."""

from __future__ import annotations

from consultations_gui.application.proposals import ProposalView
from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import (
    Event,
    EventKind,
    Offer,
    Standing,
    event_day,
)
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.models.proposal_entries import Entry, Ink, Line
from consultations_gui.ui.models.proposal_texts import (
    DOT,
    answer_text,
    note_text,
    terms_text,
)

DRAFT = "draft"
TITLES: dict[EventKind, str] = {
    EventKind.ANSWERED: N_("Answer to offer {number}"),
    EventKind.WITHDRAWN: N_("Offer {number} withdrawn"),
    EventKind.LAPSED: N_("Closed without a reply to offer {number}"),
    EventKind.DECIDED: N_("Decided which answer to offer {number} stands"),
    EventKind.CONVENED: N_("Consultation convened"),
}


def offer_key(number: int) -> str:
    """The key of the entry that shows an offer."""
    return f"offer-{number}"


def offer_of(key: str) -> int | None:
    """The offer an entry shows, or ``None`` for a step that made none."""
    name, _, number = key.partition("-")
    return int(number) if name == "offer" else None


def timeline(view: ProposalView, cities: CityBook, words: Words) -> tuple[Entry, ...]:
    """Every step in the order of its day; a draft alone while nothing was transmitted."""
    standing = view.standing
    if not standing.offers:
        return (_draft(standing, cities, words),)
    steps = [event for event in view.proposal.events if event.kind is not EventKind.DRAFTED]
    steps.sort(key=lambda event: event.at)
    return tuple(
        _entry(event, number, standing, cities, words) for number, event in enumerate(steps)
    )


def _draft(standing: Standing, cities: CityBook, words: Words) -> Entry:
    side = standing.proposed_by
    text = terms_text(standing.draft, cities, words) if standing.draft else ""
    lines = (Line(text), Line(words.tr("not transmitted yet"), Ink.WARNING))
    return Entry(DRAFT, words.tr("Draft"), side, lines, spoken=label(side, words))


def _entry(event: Event, number: int, standing: Standing, cities: CityBook, words: Words) -> Entry:
    made = next((offer for offer in standing.offers if offer.made == event), None)
    title = _title(event, made, words)
    lines = [Line(text) for text in _lines(event, made, cities, words) if text]
    lines += [Line(text, Ink.WARNING) for text in _warnings(event, standing, words)]
    return Entry(
        key=offer_key(made.number) if made else f"step-{number}",
        title=DOT.join((title, short_date(event_day(event), words.language))),
        side=event.by,
        lines=tuple(lines),
        spoken=label(event.by, words),
    )


def _title(event: Event, made: Offer | None, words: Words) -> str:
    if made is not None:
        return words.tr("Offer {number}", number=made.number)
    msgid = TITLES.get(event.kind)
    if msgid is None:
        return words.tr("Offer {number}", number=event.offer)
    return words.tr(msgid, number=event.offer)


def _lines(event: Event, made: Offer | None, cities: CityBook, words: Words) -> tuple[str, ...]:
    answer = answer_text(event.answer, words) if event.answer else ""
    # A counter is told by what it changes; the whole terms only where an offer stands alone.
    terms = terms_text(made.terms, cities, words) if made and not answer else ""
    return answer, terms, event.reason, event.consultation, note_text(event.channel, words)


def _warnings(event: Event, standing: Standing, words: Words) -> list[str]:
    told = [label(flag.reason, words) for flag in standing.flagged if flag.event == event]
    if event in standing.repeated:
        told.append(words.tr("confirms what was on record already"))
    if event in standing.conflict:
        told.append(words.tr("one of several different answers: a person decides"))
    return told
