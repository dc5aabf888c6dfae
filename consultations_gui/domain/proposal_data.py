"""Offers and answers as plain JSON data: what the terminal takes and a packet carries.

An offer: ``{"dates": [{"start": "2027-03-02", "days": 2}], "venue": {"country":
"CN", "city": "Dalian", "site": "", "online": false}, "topics": [{"zh": "…",
"ru": "…", "minutes": 45}]}``. An answer names the three components, each
``"accept"``, ``{"accept": OPTION}`` (dates only), ``"decline"`` or
``{"counter": …}`` with the component's own shape.

Reading is strict about shape and types and leaves completeness to
``proposal_terms``, so that an unfinished draft can be read too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from consultations_gui.domain.canonical import JsonValue
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import InvalidDateError, MalformedOfferError
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.proposal import Answer, Component, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.proposal_terms import (
    ACCEPT,
    DECLINE,
    dates_data,
    rulings,
    topic_data,
    venue_data,
)

_LONGEST = 366
"""Days a date option may span; more is a slip of the pen."""


def terms_from(data: JsonValue) -> Terms:
    """The offer that ``data`` writes.

    Components left out stay empty.

    Raises:
        MalformedOfferError: another shape than described above; ``path`` says where.
        InvalidDateError: a date that is not written YYYY-MM-DD or does not exist.
    """
    fields = _object(data, "", ("dates", "venue", "topics"))
    return Terms(
        dates=_dates(fields.get("dates", ()), "dates"),
        venue=_venue(fields.get("venue", {}), "venue"),
        topics=_topics(fields.get("topics", ()), "topics"),
    )


def answer_from(data: JsonValue) -> Answer:
    """The answer that ``data`` writes; all three components must be named (rule 2).

    Raises:
        MalformedOfferError: another shape, or a component not named; ``path`` says where.
        InvalidDateError: a date that is not written YYYY-MM-DD or does not exist.
    """
    fields = _object(data, "", tuple(c.value for c in Component))
    named = {c: _ruling(fields.get(c.value), c) for c in Component}
    return Answer(named[Component.DATES], named[Component.VENUE], named[Component.TOPICS])


def answer_data(answer: Answer) -> dict[str, JsonValue]:
    """The answer as :func:`answer_from` reads it."""
    return {component.value: _ruling_data(ruling) for component, ruling in rulings(answer)}


def _ruling_data(ruling: Ruling) -> JsonValue:
    if ruling.verdict is not Verdict.COUNTER:
        accepts_one = ruling.option is not None
        return {"accept": ruling.option} if accepts_one else ruling.verdict.value
    if ruling.venue is not None:
        return {"counter": venue_data(ruling.venue)}
    if ruling.topics:
        return {"counter": [topic_data(t) for t in ruling.topics]}
    return {"counter": [dates_data(d) for d in ruling.dates]}


def _ruling(data: JsonValue, component: Component) -> Ruling:
    path = component.value
    if data == Verdict.ACCEPT.value:
        return ACCEPT
    if data == Verdict.DECLINE.value:
        return DECLINE
    fields = _object(data, path, ("accept", "counter"))
    if len(fields) != 1:
        raise MalformedOfferError(path=path)
    if "accept" in fields:
        return Ruling(Verdict.ACCEPT, option=_whole(fields["accept"], f"{path}.accept"))
    return _counter(fields["counter"], component, f"{path}.counter")


def _counter(data: JsonValue, component: Component, path: str) -> Ruling:
    if component is Component.DATES:
        return Ruling(Verdict.COUNTER, dates=_dates(data, path))
    if component is Component.VENUE:
        return Ruling(Verdict.COUNTER, venue=_venue(data, path))
    return Ruling(Verdict.COUNTER, topics=_topics(data, path))


def _dates(data: JsonValue, path: str) -> tuple[Dates, ...]:
    return tuple(
        _option(part, f"{path}.{number}") for number, part in enumerate(_array(data, path), 1)
    )


def _option(data: JsonValue, path: str) -> Dates:
    fields = _object(data, path, ("start", "days"))
    text = _string(fields.get("start"), f"{path}.start")
    days = _whole(fields.get("days", 1), f"{path}.days")
    if not 1 <= days <= _LONGEST:
        raise MalformedOfferError(path=f"{path}.days")
    start = _day(text)
    try:
        return Dates(start, start + timedelta(days=days - 1))
    except OverflowError as error:
        raise InvalidDateError(text=text) from error


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidDateError(text=text) from error
    if day.isoformat() != text:
        raise InvalidDateError(text=text)
    return day


def _venue(data: JsonValue, path: str) -> Venue:
    fields = _object(data, path, ("country", "city", "site", "online"))
    online = fields.get("online", False)
    if not isinstance(online, bool):
        raise MalformedOfferError(path=f"{path}.online")
    texts = {name: _string(fields.get(name, ""), f"{path}.{name}") for name in _VENUE_TEXTS}
    return Venue(texts["country"], texts["city"], texts["site"], online)


_VENUE_TEXTS = ("country", "city", "site")


def _topics(data: JsonValue, path: str) -> tuple[Topic, ...]:
    return tuple(
        _topic(part, f"{path}.{number}") for number, part in enumerate(_array(data, path), 1)
    )


def _topic(data: JsonValue, path: str) -> Topic:
    fields = _object(data, path, ("zh", "ru", "minutes"))
    minutes = fields.get("minutes")
    return Topic(
        zh=_string(fields.get("zh", ""), f"{path}.zh"),
        ru=_string(fields.get("ru", ""), f"{path}.ru"),
        minutes=None if minutes is None else _whole(minutes, f"{path}.minutes"),
    )


def _object(data: JsonValue, path: str, known: tuple[str, ...]) -> Mapping[str, JsonValue]:
    if not isinstance(data, Mapping):
        raise MalformedOfferError(path=path)
    for key in data:
        if key not in known:
            raise MalformedOfferError(path=f"{path}.{key}".removeprefix("."))
    return data


def _array(data: JsonValue, path: str) -> Sequence[JsonValue]:
    if not isinstance(data, list | tuple):
        raise MalformedOfferError(path=path)
    return data


def _string(data: JsonValue, path: str) -> str:
    if not isinstance(data, str):
        raise MalformedOfferError(path=path)
    return data


def _whole(data: JsonValue, path: str) -> int:
    if isinstance(data, bool) or not isinstance(data, int):
        raise MalformedOfferError(path=path)
    return data
