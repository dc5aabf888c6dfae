"""The documents of a packet as plain JSON data; what is signed is their canonical form.

Who recorded a step (an account's name) stays in the office's own register.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from consultations_gui.domain.canonical import JsonValue, canonical, canonical_known
from consultations_gui.domain.keys import AGREEMENT
from consultations_gui.domain.packet import (
    CHAIN_FORMAT,
    EVENT_FORMAT,
    PACKET_FORMAT,
    About,
    Chain,
    Manifest,
    Sealed,
    digest_of,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, Component, Event, Ruling, Verdict
from consultations_gui.domain.proposal_terms import (
    dates_data,
    rulings,
    terms_data,
    topic_data,
    venue_data,
)

Data = dict[str, JsonValue]

# Members stand in the order of their names, as RFC 8785 §3.2.3 wants them.
_CHAIN = b'{"about":%b,"events":[%b],"format":%b,"title_ru":%b,"title_zh":%b,"uid":%b}'
_SEALED = b'{"event":%b,"key":%b,"office":%b,"signature":%b}'
_STATEMENT = b'{"agreement":%b,"event":%%b,"format":%b,"office":%%b,"proposal":%%b}' % (
    canonical(AGREEMENT),
    canonical(EVENT_FORMAT),
)


def manifest_json(manifest: Manifest) -> bytes:
    """``manifest.json``."""
    return canonical(_manifest_data(manifest))


def _manifest_data(manifest: Manifest) -> Data:
    return {
        "format": PACKET_FORMAT,
        "agreement": AGREEMENT,
        "proposal": manifest.proposal,
        "sender": manifest.sender.value,
        "key": manifest.key,
        "sequence": manifest.sequence,
        "received": manifest.received,
        "written": moment(manifest.written),
        "parts": [
            {"name": part.name, "size": part.size, "sha256": part.sha256} for part in manifest.parts
        ],
    }


def chain_json(chain: Chain) -> bytes:
    """``proposal.json``: the events go in as they were said."""
    return _CHAIN % (
        canonical(_about_data(chain.about)),
        b",".join(map(_sealed_json, chain.events)),
        *map(canonical, (CHAIN_FORMAT, chain.title_ru, chain.title_zh, chain.uid)),
    )


def _sealed_json(sealed: Sealed) -> bytes:
    seal = (sealed.key, sealed.office.value, sealed.signature)
    return _SEALED % (sealed.said, *map(canonical, seal))


def _about_data(about: About) -> Data | None:
    """What a proposal is about; ``None`` for an extraordinary consultation proposed anew."""
    if about.round is not None:
        return {"round": about.round}
    return {"proposal": about.proposal} if about.proposal else None


def event_json(event: Event) -> bytes:
    """An event's canonical JSON: every field, ``null`` where its kind has nothing there."""
    return canonical_known(event_data(event))


def event_data(event: Event) -> Data:
    """An event: every field, ``None`` where its kind has nothing there."""
    return {
        "kind": event.kind.value,
        "by": event.by.value,
        "offer": event.offer,
        "offer_hash": event.offer_hash,
        "at": moment(event.at),
        "note": event.channel.note,
        "note_date": _day(event.channel.note_date),
        "received": _day(event.channel.received),
        "terms": terms_data(event.terms) if event.terms else None,
        "answer": answer_data(event.answer) if event.answer else None,
        "reply_by": _day(event.reply_by),
        "reason": event.reason,
    }


def answer_data(answer: Answer) -> Data:
    """An answer, as the terminal takes it: accept, an option, decline or a counter."""
    return {component.value: _ruling(component, ruling) for component, ruling in rulings(answer)}


def _ruling(component: Component, ruling: Ruling) -> JsonValue:
    if ruling.verdict is Verdict.COUNTER:
        return {"counter": _counter(component, ruling)}
    if ruling.verdict is Verdict.ACCEPT and ruling.option is not None:
        return {"accept": ruling.option}
    return ruling.verdict.value


def _counter(component: Component, ruling: Ruling) -> JsonValue:
    if component is Component.DATES:
        return [dates_data(option) for option in ruling.dates]
    if component is Component.TOPICS:
        return [topic_data(topic) for topic in ruling.topics]
    return None if ruling.venue is None else venue_data(ruling.venue)


def statement(uid: str, said: bytes, office: Side) -> bytes:
    """What an office signs under an event it recorded: canonical JSON (RFC 8785).

    ``said`` is the event's own (:func:`event_json`). The agreement and the
    proposal are named, so that no signature can be carried over to another one.
    """
    return _STATEMENT % (said, canonical(office.value), canonical(uid))


def digest(event: Event) -> str:
    """What tells an event from any other: the SHA-256 of its canonical JSON."""
    return digest_of(event_json(event))


def travelling(event: Event) -> Event:
    """The event as the other office sees it."""
    return replace(event, channel=replace(event.channel, recorded_by=""))


def moment(at: datetime) -> str:
    """ISO 8601 in UTC, six digits of a second where they are not zero."""
    return at.astimezone(UTC).isoformat()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
