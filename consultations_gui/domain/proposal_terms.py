"""What an offer and an answer must hold, what follows from them, and their hash.

Article 5(4): a proposal names dates, place and topics. All three are asked
for before anything is transmitted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from consultations_gui.domain.canonical import JsonValue, sha256
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.consultation_rules import require_years
from consultations_gui.domain.errors import (
    CounterMissingError,
    CounterUnchangedError,
    DateOptionNotExactError,
    DeclineWithCounterError,
    DomainError,
    DuplicateDateOptionError,
    OfferIncompleteError,
    OfferPassedError,
    OptionNeededError,
    OptionUnknownError,
    ReplyWishError,
    RulingMalformedError,
    TooManyDateOptionsError,
    TopicMinutesError,
)
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.proposal import (
    Answer,
    Component,
    Ruling,
    Terms,
    Topic,
    Verdict,
)

MAX_DATE_OPTIONS = 5
_DAY_MINUTES = 24 * 60


def dates_data(dates: Dates) -> dict[str, JsonValue]:
    """One date option as the packet and the terminal write it: first day and number of days."""
    return {"start": dates.start.isoformat(), "days": dates.days}


def venue_data(venue: Venue) -> dict[str, JsonValue]:
    """A venue as the packet and the terminal write it."""
    return {
        "country": venue.country,
        "city": venue.city,
        "site": venue.site,
        "online": venue.online,
    }


def topic_data(topic: Topic) -> dict[str, JsonValue]:
    """A topic as the packet and the terminal write it."""
    return {"zh": topic.zh, "ru": topic.ru, "minutes": topic.minutes}


def terms_data(terms: Terms) -> dict[str, JsonValue]:
    """An offer's content and nothing else: no ids, notes or times (rule 3)."""
    return {
        "dates": [dates_data(d) for d in terms.dates],
        "venue": venue_data(terms.venue),
        "topics": [topic_data(t) for t in terms.topics],
    }


def content_hash(terms: Terms) -> str:
    """SHA-256 of the terms' canonical JSON (RFC 8785), lower-case hexadecimal.

    Of terms with the one date that was chosen this is the ``agreed_hash``.
    """
    return sha256(terms_data(terms))


def missing(terms: Terms) -> tuple[str, ...]:
    """What ``terms`` lack before they can be an offer (Art. 5(4)), as paths, in reading order."""
    return (
        *(() if terms.dates else ("dates",)),
        *_missing_venue(terms.venue),
        *_missing_topics(terms.topics),
    )


def require_complete(terms: Terms) -> None:
    """Refuse terms that cannot be transmitted.

    Raises:
        OfferIncompleteError: names all that is missing at once.
        TooManyDateOptionsError: more than five date options.
        DateOptionNotExactError: an option that names only a month.
        DuplicateDateOptionError: the same option twice.
        TopicMinutesError: a topic of no or negative length, or longer than a day.
    """
    gaps = missing(terms)
    if gaps:
        raise OfferIncompleteError(missing=gaps)
    _require_dates(terms.dates)
    _require_minutes(terms.topics)


def require_options(dates: tuple[Dates, ...]) -> None:
    """Refuse date options that no offer could hold, be it only a draft.

    Raises:
        TooManyDateOptionsError: more than five. DuplicateDateOptionError: one twice.
    """
    if len(dates) > MAX_DATE_OPTIONS:
        raise TooManyDateOptionsError(count=len(dates), limit=MAX_DATE_OPTIONS)
    for number, option in enumerate(dates, 1):
        if option in dates[: number - 1]:
            raise DuplicateDateOptionError(option=number)


def require_draft(terms: Terms) -> None:
    """Refuse what no offer could hold, though a draft may still be incomplete.

    Raises:
        TooManyDateOptionsError, DuplicateDateOptionError: see :func:`require_options`.
        DatesOutsideError: an option in a year no meeting could be convened in.
    """
    require_options(terms.dates)
    for option in terms.dates:
        require_years(option)


def require_timely(terms: Terms, out: date, reply_by: date | None) -> None:
    """Refuse an offer that goes out on ``out`` when nothing could come of it.

    Raises:
        DatesOutsideError: a date option in a year no meeting could be convened in.
        OfferPassedError: all its date options have passed by then.
        ReplyWishError: the reply is wished before ``out`` or after the last option's end.
    """
    for option in terms.dates:
        require_years(option)
    last = max((option.end for option in terms.dates), default=out)
    if last < out:
        raise OfferPassedError(last=last)
    if reply_by is not None and not out <= reply_by <= last:
        raise ReplyWishError(day=reply_by, first=out, last=last)


def _missing_venue(venue: Venue) -> tuple[str, ...]:
    if venue.online:
        return ()
    fields = (("venue.country", venue.country), ("venue.city", venue.city))
    return tuple(path for path, text in fields if not text.strip())


def _missing_topics(topics: tuple[Topic, ...]) -> tuple[str, ...]:
    if not topics:
        return ("topics",)
    return tuple(
        f"topics.{number}.{lang}"
        for number, topic in enumerate(topics, 1)
        for lang, text in (("zh", topic.zh), ("ru", topic.ru))
        if not text.strip()
    )


def _require_dates(dates: tuple[Dates, ...]) -> None:
    require_options(dates)
    for number, option in enumerate(dates, 1):
        if option.precision is not Precision.DAY:
            raise DateOptionNotExactError(option=number)


def _require_minutes(topics: tuple[Topic, ...]) -> None:
    for number, topic in enumerate(topics, 1):
        if topic.minutes is not None and not 0 < topic.minutes <= _DAY_MINUTES:
            raise TopicMinutesError(topic=number, minutes=topic.minutes)


# --- answers ---------------------------------------------------------------------------------


def rulings(answer: Answer) -> tuple[tuple[Component, Ruling], ...]:
    """The answer's three rulings with the component each is about."""
    return (
        (Component.DATES, answer.dates),
        (Component.VENUE, answer.venue),
        (Component.TOPICS, answer.topics),
    )


def verdicts(answer: Answer) -> frozenset[Verdict]:
    """The verdicts the answer gives."""
    return frozenset(ruling.verdict for _, ruling in rulings(answer))


def accepts_all(answer: Answer) -> bool:
    """All three components accepted (rule 3)."""
    return verdicts(answer) == {Verdict.ACCEPT}


def declines_all(answer: Answer) -> bool:
    """All three components declined (rule 5)."""
    return verdicts(answer) == {Verdict.DECLINE}


def counters(answer: Answer) -> bool:
    """At least one component countered (rule 4)."""
    return Verdict.COUNTER in verdicts(answer)


def normalised(answer: Answer) -> Answer:
    """The answer with a bare acceptance of the dates written as option 1, its only meaning."""
    if answer.dates.verdict is Verdict.ACCEPT and answer.dates.option is None:
        return replace(answer, dates=replace(answer.dates, option=1))
    return answer


def require_answer(answer: Answer, terms: Terms) -> None:
    """Refuse an answer that is not one to an offer of ``terms`` (rule 2).

    Raises:
        DeclineWithCounterError: it declines one component and counters another.
        OptionNeededError: dates accepted, but which of several is not said.
        OptionUnknownError: an option that was not offered.
        CounterMissingError: a counter without its content.
        CounterUnchangedError: a counter with the content that was offered.
        RulingMalformedError: a ruling with content its verdict has no place for.
        OfferIncompleteError: a counter that is not complete, and the other
            errors of :func:`require_complete`.
    """
    for component, ruling in rulings(answer):
        _require_shape(component, ruling)
    if {Verdict.DECLINE, Verdict.COUNTER} <= verdicts(answer):
        raise DeclineWithCounterError
    _require_option(answer.dates, len(terms.dates))
    for component, ruling in rulings(answer):
        if ruling.verdict is Verdict.COUNTER and _unchanged(component, ruling, terms):
            raise CounterUnchangedError(component=component.value)
    if counters(answer):
        require_complete(countered(terms, answer))


def answer_fits(answer: Answer, terms: Terms) -> bool:
    """Whether ``answer`` is one to an offer of ``terms``."""
    return _holds(lambda: require_answer(answer, terms))


def complete(terms: Terms) -> bool:
    """Whether ``terms`` can be transmitted."""
    return _holds(lambda: require_complete(terms))


def _holds(rule: Callable[[], None]) -> bool:
    try:
        rule()
    except DomainError:
        return False
    return True


def _require_shape(component: Component, ruling: Ruling) -> None:
    given = {
        Component.DATES: bool(ruling.dates),
        Component.VENUE: ruling.venue is not None,
        Component.TOPICS: bool(ruling.topics),
    }
    content = given.pop(component)
    wants = ruling.verdict is Verdict.COUNTER
    takes_option = component is Component.DATES and ruling.verdict is Verdict.ACCEPT
    if any(given.values()) or (content and not wants):
        raise RulingMalformedError(component=component.value)
    if ruling.option is not None and not takes_option:
        raise RulingMalformedError(component=component.value)
    if wants and not content:
        raise CounterMissingError(component=component.value)


def _require_option(ruling: Ruling, options: int) -> None:
    if ruling.verdict is not Verdict.ACCEPT:
        return
    if ruling.option is None:
        if options > 1:
            raise OptionNeededError(options=options)
    elif not 1 <= ruling.option <= options:
        raise OptionUnknownError(option=ruling.option, options=options)


def _unchanged(component: Component, ruling: Ruling, terms: Terms) -> bool:
    """A counter that only says yes: the offered content, or one of the offered dates."""
    if component is Component.DATES:
        one_of_them = len(ruling.dates) == 1 and ruling.dates[0] in terms.dates
        return one_of_them or ruling.dates == terms.dates
    if component is Component.VENUE:
        return ruling.venue == terms.venue
    return ruling.topics == terms.topics


def chosen_dates(answer: Answer, terms: Terms) -> tuple[Dates, ...]:
    """The one accepted date option of ``terms``, or none when the dates are not accepted."""
    if answer.dates.verdict is not Verdict.ACCEPT:
        return ()
    return (terms.dates[(answer.dates.option or 1) - 1],)


def countered(terms: Terms, answer: Answer) -> Terms:
    """The terms of the offer a counter makes (rule 4).

    Accepted components are copied, the dates cut down to the accepted option;
    countered ones are replaced. With all three accepted these are the agreed
    terms (rule 3).
    """
    return Terms(
        dates=chosen_dates(answer, terms) or answer.dates.dates,
        venue=terms.venue if answer.venue.venue is None else answer.venue.venue,
        topics=answer.topics.topics or terms.topics,
    )


def carried(before: Terms, answer: Answer, after: Terms) -> tuple[Component, ...]:
    """The components ``answer`` to ``before`` accepted and ``after`` still holds unchanged."""
    kept = {
        Component.DATES: chosen_dates(answer, before) == after.dates,
        Component.VENUE: before.venue == after.venue,
        Component.TOPICS: before.topics == after.topics,
    }
    return tuple(
        component
        for component, ruling in rulings(answer)
        if ruling.verdict is Verdict.ACCEPT and kept[component]
    )


ACCEPT = Ruling(Verdict.ACCEPT)
"""Accept a component; for dates: the only option there is."""
DECLINE = Ruling(Verdict.DECLINE)
"""Decline a component."""
