"""A proposal and its chain of steps, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from consultations_gui.application.proposals import ProposalView
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.cli.text import dates_text, day_text, named, titles, venue_text
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.packet_data import answer_data
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Event,
    EventKind,
    Offer,
    Standing,
    Terms,
    Topic,
)
from consultations_gui.domain.proposal_terms import rulings, terms_data
from consultations_gui.i18n.dates import short_date
from consultations_gui.i18n.times import duration
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_

REPEATED, UNDECIDED = "repeated", "undecided"
"""Flags of an event beside the fold's own: on record already; one of several to decide between."""

_TITLES: dict[EventKind, str] = {
    EventKind.TRANSMITTED: N_("Offer {number}"),
    EventKind.OFFERED: N_("Offer {number}"),
    EventKind.ANSWERED: N_("Answer to offer {number}"),
    EventKind.WITHDRAWN: N_("Offer {number} withdrawn"),
    EventKind.LAPSED: N_("Closed without a reply to offer {number}"),
    EventKind.DECIDED: N_("Decided which answer to offer {number} stands"),
    EventKind.CONVENED: N_("Consultation convened"),
}


def document(view: ProposalView, today: date) -> dict[str, Any]:
    """A proposal as the JSON document shows it."""
    proposal, standing = view.proposal, view.standing
    chain = _steps(view)
    return {
        "id": proposal.id,
        "uid": proposal.uid,
        "title_zh": proposal.title_zh,
        "title_ru": proposal.title_ru,
        "about": proposal.about or None,
        "state": str(standing.state),
        "proposed_by": str(standing.proposed_by),
        "waiting_for": plain(standing.waiting_for),
        "days_waiting": standing.days_waiting(today),
        "reply_by": plain(standing.reply_by),
        "days_overdue": standing.days_overdue(today),
        "components": {str(name): str(state) for name, state in standing.components},
        "draft": terms_data(standing.draft) if standing.draft else None,
        "offers": [_offer(offer) for offer in standing.offers],
        "answers": [
            _step(event, standing) | answer_data(event.answer)
            for event in chain
            if event.kind is EventKind.ANSWERED and event.answer is not None
        ],
        "events": [_step(event, standing) | _rest(event) for event in chain],
        "agreed_hash": standing.agreed_hash or None,
        "consultation": standing.consultation or None,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "number": offer.number,
        "by": str(offer.by),
        **terms_data(offer.terms),
        "content_hash": offer.content_hash,
    }


def _steps(view: ProposalView) -> tuple[Event, ...]:
    """Every step of the chain by the time it was recorded; drafts are no part of it."""
    steps = (event for event in view.proposal.events if event.kind is not EventKind.DRAFTED)
    return tuple(sorted(steps, key=lambda event: event.at))


def _step(event: Event, standing: Standing) -> dict[str, Any]:
    """What every step has: who spoke of which offer, how it came, what became of it."""
    return {
        "offer": event.offer,
        "by": str(event.by),
        "at": plain(event.at),
        **plain(event.channel),
        "reply_by": plain(event.reply_by),
        "flags": list(flags(event, standing)),
    }


def _rest(event: Event) -> dict[str, Any]:
    return {
        "kind": str(event.kind),
        "reason": event.reason or None,
        "consultation": event.consultation or None,
    }


def flags(event: Event, standing: Standing) -> Iterator[str]:
    """Why a step was kept but not applied, that it only confirms one, or waits for a decision."""
    for flag in standing.flagged:
        if flag.event == event:
            yield str(flag.reason)
    if event in standing.repeated:
        yield REPEATED
    if event in standing.conflict:
        yield UNDECIDED


# --- for people --------------------------------------------------------------------------------


def lines(terminal: Terminal, view: ProposalView, today: date) -> Iterator[str]:
    """How a proposal stands, and its chain step by step."""
    words, standing = terminal.words, view.standing
    yield f"{view.proposal.id}  {titles(view.proposal.title_zh, view.proposal.title_ru)}".rstrip()
    if view.proposal.about:
        yield words.tr("concerns {id}", id=view.proposal.about)
    yield words.tr("State: {state}", state=label(standing.state, words))
    if standing.waiting_for:
        yield words.tr("Waiting for: {side}", side=label(standing.waiting_for, words))
    if standing.reply_by:
        yield words.tr("Reply wished by {day}", day=day_text(terminal, standing.reply_by))
    overdue = standing.days_overdue(today)
    if overdue:
        yield words.trn("no reply, {n} day", "no reply, {n} days", overdue)
    for name, state in standing.components:
        yield "  " + named(terminal, label(name, words), label(state, words))
    if standing.draft:
        yield words.tr("Draft, {side}", side=label(standing.proposed_by, words))
        yield from _terms_lines(terminal, standing.draft)
    for event in _steps(view):
        yield from _step_lines(terminal, event, standing)
    if standing.conflict:
        yield words.tr(
            "One side answered one offer in different ways. Ask it, then say which one stands."
        )
        for number, _event in enumerate(standing.conflict, 1):
            yield f"  consultations proposal decide {view.proposal.id} --answer {number}"
        yield words.tr("A record made by mistake is taken back with “undo”.")


def _step_lines(terminal: Terminal, event: Event, standing: Standing) -> Iterator[str]:
    words = terminal.words
    yield by_side(terminal, words.tr(_TITLES[event.kind], number=event.offer), event.by)
    if event.answer is not None:
        yield from answer_lines(terminal, event.answer)
        if event in standing.conflict:
            yield from _counter_lines(terminal, event.answer)
    if event.terms is not None:
        yield from _terms_lines(terminal, event.terms)
    told = (event.reason, event.consultation, note_text(terminal, event.channel))
    yield from (f"    {text}" for text in told if text)
    yield from (f"    ! {text}" for text in _flag_texts(terminal, event, standing))
    made = next((o for o in standing.offers if o.made == event), None)
    if made is not None and event.terms is None:
        yield offer_title(terminal, made)
        yield from _terms_lines(terminal, made.terms)


def by_side(terminal: Terminal, what: str, side: Side) -> str:
    """A step and whose it is."""
    return terminal.words.tr("{offer}, {side}", offer=what, side=label(side, terminal.words))


def offer_title(terminal: Terminal, offer: Offer) -> str:
    """``Offer 2, Russian side``."""
    return by_side(terminal, terminal.words.tr("Offer {number}", number=offer.number), offer.by)


def answer_lines(terminal: Terminal, answer: Answer) -> Iterator[str]:
    """What an answer says of each component."""
    words = terminal.words
    for component, ruling in rulings(answer):
        name = label(component, words)
        if ruling.option is not None:
            name = words.tr("{component} (option {number})", component=name, number=ruling.option)
        yield f"    {named(terminal, name, label(ruling.verdict, words))}"


def note_text(terminal: Terminal, channel: Channel) -> str:
    """The note a step went by, when it was received and who recorded it."""
    words = terminal.words

    def day(value: date) -> str:
        return short_date(value, words.language)

    parts = []
    if channel.note and channel.note_date:
        of = day(channel.note_date)
        parts.append(words.tr("note {number} of {date}", number=channel.note, date=of))
    elif channel.note:
        parts.append(words.tr("note {number}", number=channel.note))
    elif channel.note_date:
        parts.append(words.tr("note of {date}", date=day(channel.note_date)))
    if channel.received:
        parts.append(words.tr("received {date}", date=day(channel.received)))
    if channel.recorded_by:
        parts.append(words.tr("recorded by {name}", name=channel.recorded_by))
    return " · ".join(parts)


def _flag_texts(terminal: Terminal, event: Event, standing: Standing) -> Iterator[str]:
    words = terminal.words
    for flag in standing.flagged:
        if flag.event == event:
            yield label(flag.reason, words)
    if event in standing.repeated:
        yield words.tr("confirms what was on record already")
    if event in standing.conflict:
        yield words.tr(
            "answer {number} of {total} that differ: a person decides",
            number=standing.conflict.index(event) + 1,
            total=len(standing.conflict),
        )


def _terms_lines(terminal: Terminal, terms: Terms) -> Iterator[str]:
    yield from _date_lines(terminal, terms.dates)
    yield f"    {venue_text(terminal, terms.venue)}"
    yield from _topic_lines(terminal, terms.topics)


def _counter_lines(terminal: Terminal, answer: Answer) -> Iterator[str]:
    """What an answer proposes instead, as no offer of the chain shows it yet."""
    yield from _date_lines(terminal, answer.dates.dates or ())
    if answer.venue.venue is not None:
        yield f"    {venue_text(terminal, answer.venue.venue)}"
    yield from _topic_lines(terminal, answer.topics.topics or ())


def _date_lines(terminal: Terminal, options: Iterable[Dates]) -> Iterator[str]:
    for number, dates in enumerate(options, start=1):
        yield f"    {number}) {dates_text(terminal, dates)}"


def _topic_lines(terminal: Terminal, topics: Iterable[Topic]) -> Iterator[str]:
    for topic in topics:
        length = duration(topic.minutes, terminal.words.language) if topic.minutes else ""
        yield "    · " + " · ".join(part for part in (f"{topic.zh} / {topic.ru}", length) if part)
