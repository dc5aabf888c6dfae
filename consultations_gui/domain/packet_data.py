"""The documents of a packet as plain JSON data; what is signed is their canonical form.

Who recorded a step (an account's name) stays in the office's own register.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from consultations_gui.domain.canonical import JsonValue, canonical, sha256
from consultations_gui.domain.keys import AGREEMENT
from consultations_gui.domain.packet import (
    CHAIN_FORMAT,
    EVENT_FORMAT,
    PACKET_FORMAT,
    About,
    Chain,
    Manifest,
    Sealed,
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


def manifest_data(manifest: Manifest) -> Data:
    """``manifest.json``."""
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


def chain_data(chain: Chain) -> Data:
    """``proposal.json``."""
    return {
        "format": CHAIN_FORMAT,
        "uid": chain.uid,
        "title_zh": chain.title_zh,
        "title_ru": chain.title_ru,
        "about": about_data(chain.about),
        "events": [_sealed_data(sealed) for sealed in chain.events],
    }


def about_data(about: About) -> Data | None:
    """What a proposal is about; ``None`` for an extraordinary consultation proposed anew."""
    if about.round is not None:
        return {"round": about.round}
    return {"proposal": about.proposal} if about.proposal else None


def _sealed_data(sealed: Sealed) -> Data:
    return {
        "event": event_data(sealed.event),
        "office": sealed.office.value,
        "key": sealed.key,
        "signature": sealed.signature,
    }


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


def statement(uid: str, event: Event, office: Side) -> bytes:
    """What an office signs under an event it recorded: canonical JSON (RFC 8785).

    It names the agreement and the proposal, so that no signature can be
    carried over to another one.
    """
    return canonical(
        {
            "format": EVENT_FORMAT,
            "agreement": AGREEMENT,
            "proposal": uid,
            "office": office.value,
            "event": event_data(event),
        }
    )


def digest(event: Event) -> str:
    """What tells an event from any other: the SHA-256 of its canonical JSON."""
    return sha256(event_data(event))


def travelling(event: Event) -> Event:
    """The event as the other office sees it."""
    return replace(event, channel=replace(event.channel, recorded_by=""))


def moment(at: datetime) -> str:
    """ISO 8601 in UTC, six digits of a second where they are not zero."""
    return at.astimezone(UTC).isoformat()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
