"""Two offers of a proposal compared, for programs and for people.

In text what was taken out stands in ``[-…-]`` and what was put in in
``{+…+}``, as in the output of GNU wdiff.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from consultations_gui.application.proposals import OfferPair
from consultations_gui.cli.output import Terminal, plain
from consultations_gui.cli.proposals import offer_title
from consultations_gui.cli.text import dates_text, named, venue_text
from consultations_gui.domain.proposal import Component, Offer, Terms
from consultations_gui.domain.proposal_compare import Mark, Text, TopicChange, compare_text
from consultations_gui.domain.proposal_terms import dates_data, venue_data
from consultations_gui.i18n.times import duration
from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import Words

_AROUND = {Mark.SAME: ("", ""), Mark.REMOVED: ("[-", "-]"), Mark.ADDED: ("{+", "+}")}


def document(pair: OfferPair) -> dict[str, Any]:
    """Both offers component by component, each with what differs."""
    before, after, changed = pair.before.terms, pair.after.terms, pair.change.changed
    venues = venue_data(before.venue), venue_data(after.venue)
    return {
        "id": pair.id,
        "before": _heading(pair.before),
        "after": _heading(pair.after),
        "changed": [str(component) for component in changed],
        "dates": {
            "changed": Component.DATES in changed,
            "before": _options(before, after),
            "after": _options(after, before),
        },
        "venue": {
            "changed": Component.VENUE in changed,
            "before": venues[0],
            "after": venues[1],
            "fields": [name for name in venues[0] if venues[0][name] != venues[1][name]],
            "site": plain(compare_text(before.venue.site, after.venue.site)),
        },
        "topics": {
            "changed": Component.TOPICS in changed,
            "items": [_topic(one) for one in pair.change.topics],
        },
    }


def _heading(offer: Offer) -> dict[str, Any]:
    return {"number": offer.number, "by": str(offer.by), "content_hash": offer.content_hash}


def _options(own: Terms, other: Terms) -> list[dict[str, Any]]:
    return [dates_data(one) | {"in_both": one in other.dates} for one in own.dates]


def _topic(change: TopicChange) -> dict[str, Any]:
    return {
        "before": change.number_before,
        "after": change.number_after,
        "changed": change.changed,
        "zh": plain(change.zh),
        "ru": plain(change.ru),
        "minutes": {
            "before": change.before.minutes if change.before else None,
            "after": change.after.minutes if change.after else None,
        },
    }


def lines(terminal: Terminal, pair: OfferPair) -> Iterator[str]:
    """The same for a person."""
    words = terminal.words
    sides = [offer_title(terminal, offer) for offer in (pair.before, pair.after)]
    yield f"{pair.id}  {' → '.join(sides)}"
    before, after, changed = pair.before.terms, pair.after.terms, pair.change.changed
    for component in Component:
        state = words.tr("changed") if component in changed else words.tr("unchanged")
        yield named(terminal, label(component, words), state)
        if component is Component.DATES:
            yield from _dates_lines(terminal, before, after)
        elif component is Component.VENUE:
            places = venue_text(terminal, before.venue), venue_text(terminal, after.venue)
            yield f"    {_marked(compare_text(*places))}"
        else:
            for one in pair.change.topics:
                yield from _topic_lines(one, words)


def _dates_lines(terminal: Terminal, before: Terms, after: Terms) -> Iterator[str]:
    """Options by preference, first those of the later offer, then those it no longer holds."""
    for number, option in enumerate(after.dates, 1):
        text = dates_text(terminal, option)
        yield f"    {number}) {text if option in before.dates else _around(text, Mark.ADDED)}"
    for option in before.dates:
        if option not in after.dates:
            yield f"    {_around(dates_text(terminal, option), Mark.REMOVED)}"


def _topic_lines(change: TopicChange, words: Words) -> Iterator[str]:
    numbers = (change.number_before, change.number_after)
    told = [str(number) for number in numbers if number is not None]
    head = " → ".join(dict.fromkeys(told))
    sign = "" if None not in numbers else "- " if change.after is None else "+ "
    yield f"    {sign}{head}. {_marked(change.zh)}"
    yield f"        {_marked(change.ru)}"
    length = _marked(compare_text(_length(change, 0, words), _length(change, 1, words)))
    if length:
        yield f"        {length}"


def _length(change: TopicChange, column: int, words: Words) -> str:
    topic = (change.before, change.after)[column]
    minutes = topic.minutes if topic is not None else None
    return duration(minutes, words.language) if minutes else ""


def _marked(text: Text) -> str:
    return "".join(_around(run.text, run.mark) for run in text)


def _around(text: str, mark: Mark) -> str:
    opening, closing = _AROUND[mark]
    return f"{opening}{text}{closing}"
