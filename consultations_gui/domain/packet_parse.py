"""Reading the documents of a packet strictly: what they say is what would be written again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import (
    PacketMalformedError,
    PacketNewerError,
    PacketOtherAgreementError,
    PacketTooDeepError,
)
from consultations_gui.domain.keys import AGREEMENT
from consultations_gui.domain.packet import (
    CHAIN,
    CHAIN_FORMAT,
    MANIFEST,
    MAX_DEPTH,
    PACKET_FORMAT,
    SHARED,
    About,
    Chain,
    Manifest,
    Part,
    Sealed,
    require_events,
)
from consultations_gui.domain.packet_data import chain_json, event_json, manifest_json
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Component,
    Event,
    EventKind,
    Ruling,
    Terms,
    Topic,
    Verdict,
)

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_BUT_BRACKETS_AND_QUOTES = bytes(set(range(256)) - set(b'[]{}"'))
_HEX = re.compile(r"[0-9a-f]+", re.ASCII)
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_UNFIT = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_LONGEST = 366
_HIGHEST = 2**31 - 1
_HIGHEST_OFFER = 10_000


def _document(content: bytes, name: str) -> Any:
    plain = content.replace(rb"\\", b"")
    _require_shallow(plain, name)
    # No register, paper or terminal could take U+0000 or half a surrogate pair.
    if _UNFIT.search(plain):
        raise PacketMalformedError(place=name)
    try:
        return json.loads(content.decode())
    except ValueError as error:
        raise PacketMalformedError(place=name) from error


def _require_shallow(plain: bytes, name: str) -> None:
    # Every other piece between quotes that are none of a text's own stands outside the texts.
    pieces = plain.replace(rb"\"", b"").translate(None, _BUT_BRACKETS_AND_QUOTES).split(b'"')
    depth = 0
    for bracket in b"".join(pieces[::2]):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            raise PacketTooDeepError(name=name, limit=MAX_DEPTH)


def manifest(content: bytes) -> Manifest:
    """The manifest that ``manifest.json`` holds.

    Raises:
        PacketNewerError, PacketOtherAgreementError.
        PacketTooDeepError: nested deeper than ``MAX_DEPTH``.
        PacketMalformedError: no JSON, not in canonical form (RFC 8785), or no manifest.
    """
    at = "manifest"
    value = _document(content, MANIFEST)
    _require_format(value, PACKET_FORMAT, at)
    if value.get("agreement") != AGREEMENT:
        raise PacketOtherAgreementError(agreement=_text(value.get("agreement"), at))
    read = _checked(
        at,
        lambda: Manifest(
            proposal=_uid(value["proposal"], f"{at}.proposal"),
            sender=_member(Side, value["sender"], f"{at}.sender"),
            key=_hex(value["key"], 64, f"{at}.key"),
            sequence=_number(value["sequence"], 1, _HIGHEST, f"{at}.sequence"),
            received=_number(value["received"], 0, _HIGHEST, f"{at}.received"),
            written=_moment(value["written"], f"{at}.written"),
            parts=_list(value["parts"], f"{at}.parts", _part),
        ),
    )
    return _same(read, manifest_json(read), content, MANIFEST)


def chain(content: bytes) -> Chain:
    """The chain that ``proposal.json`` holds.

    Raises:
        PacketNewerError, PacketCrowdedError.
        PacketTooDeepError: nested deeper than ``MAX_DEPTH``.
        PacketMalformedError: no JSON, not in canonical form (RFC 8785), or no chain.
    """
    at = "proposal"
    value = _document(content, CHAIN)
    _require_format(value, CHAIN_FORMAT, at)
    events = value.get("events")
    require_events(len(events) if isinstance(events, list) else 0)
    read = _checked(
        at,
        lambda: Chain(
            uid=_uid(value["uid"], f"{at}.uid"),
            title_zh=_text(value["title_zh"], f"{at}.title_zh"),
            title_ru=_text(value["title_ru"], f"{at}.title_ru"),
            about=_about(value["about"], f"{at}.about"),
            events=_list(events, f"{at}.events", _sealed),
        ),
    )
    return _same(read, chain_json(read), content, CHAIN)


def _require_format(value: Any, known: str, at: str) -> None:
    if not isinstance(value, dict):
        raise PacketMalformedError(place=at)
    if value.get("format") != known:
        raise PacketNewerError(format=_text(value.get("format"), f"{at}.format"))


def _checked(at: str, read: Callable[[], T]) -> T:
    """``read()``, where a missing member is malformed as well."""
    try:
        return read()
    except KeyError as error:
        raise PacketMalformedError(place=f"{at}.{error.args[0]}") from error


def _same(read: T, again: bytes, content: bytes, name: str) -> T:
    """Refuse what would not be written the same again: members too many, other spellings."""
    if again != content:
        raise PacketMalformedError(place=name)
    return read


def _part(value: Any, at: str) -> Part:
    entry = _object(value, at)
    return Part(
        name=_text(entry["name"], f"{at}.name"),
        size=_number(entry["size"], 0, _HIGHEST, f"{at}.size"),
        sha256=_hex(entry["sha256"], 64, f"{at}.sha256"),
    )


def _about(value: Any, at: str) -> About:
    if value is None:
        return About()
    entry = _object(value, at)
    if "round" in entry:
        return About(round=_number(entry["round"], 1, _HIGHEST, at))
    return About(proposal=_uid(entry["proposal"], at))


def _sealed(value: Any, at: str) -> Sealed:
    entry = _object(value, at)
    event = _event(entry["event"], f"{at}.event")
    return Sealed(
        event=event,
        said=event_json(event),
        office=_member(Side, entry["office"], f"{at}.office"),
        key=_hex(entry["key"], 64, f"{at}.key"),
        signature=_hex(entry["signature"], 128, f"{at}.signature"),
    )


def _event(value: Any, at: str) -> Event:
    entry = _object(value, at)
    kind = _member(EventKind, entry["kind"], f"{at}.kind")
    if kind not in SHARED:
        raise PacketMalformedError(place=f"{at}.kind")
    offer_hash = _text(entry["offer_hash"], f"{at}.offer_hash")
    return Event(
        kind=kind,
        by=_member(Side, entry["by"], f"{at}.by"),
        offer=_number(entry["offer"], 1, _HIGHEST_OFFER, f"{at}.offer"),
        at=_moment(entry["at"], f"{at}.at"),
        offer_hash=_hex(offer_hash, 64, f"{at}.offer_hash") if offer_hash else "",
        channel=Channel(
            note=_text(entry["note"], f"{at}.note"),
            note_date=_maybe(entry["note_date"], f"{at}.note_date", _day),
            received=_maybe(entry["received"], f"{at}.received", _day),
        ),
        terms=_maybe(entry["terms"], f"{at}.terms", _terms),
        answer=_maybe(entry["answer"], f"{at}.answer", _answer),
        reply_by=_maybe(entry["reply_by"], f"{at}.reply_by", _day),
        reason=_text(entry["reason"], f"{at}.reason"),
    )


def _terms(value: Any, at: str) -> Terms:
    entry = _object(value, at)
    return Terms(
        dates=_list(entry["dates"], f"{at}.dates", _dates),
        venue=_venue(entry["venue"], f"{at}.venue"),
        topics=_list(entry["topics"], f"{at}.topics", _topic),
    )


def _answer(value: Any, at: str) -> Answer:
    entry = _object(value, at)
    return Answer(**{c.value: _ruling(c, entry[c.value], f"{at}.{c.value}") for c in Component})


def _ruling(component: Component, value: Any, at: str) -> Ruling:
    if isinstance(value, str):
        verdict = _member(Verdict, value, at)
        if verdict is Verdict.COUNTER:
            raise PacketMalformedError(place=at)
        return Ruling(verdict)
    entry = _object(value, at)
    if component is Component.DATES and "accept" in entry:
        return Ruling(Verdict.ACCEPT, option=_number(entry["accept"], 1, _HIGHEST_OFFER, at))
    return _counter(component, entry["counter"], at)


def _counter(component: Component, value: Any, at: str) -> Ruling:
    if component is Component.DATES:
        return Ruling(Verdict.COUNTER, dates=_list(value, at, _dates))
    if component is Component.VENUE:
        return Ruling(Verdict.COUNTER, venue=_venue(value, at))
    return Ruling(Verdict.COUNTER, topics=_list(value, at, _topic))


def _dates(value: Any, at: str) -> Dates:
    entry = _object(value, at)
    start = _day(entry["start"], f"{at}.start")
    days = _number(entry["days"], 1, _LONGEST, f"{at}.days")
    try:
        return Dates(start, start + timedelta(days=days - 1))
    except OverflowError as error:
        raise PacketMalformedError(place=at) from error


def _venue(value: Any, at: str) -> Venue:
    entry = _object(value, at)
    if not isinstance(entry["online"], bool):
        raise PacketMalformedError(place=f"{at}.online")
    return Venue(
        country=_text(entry["country"], f"{at}.country"),
        city=_text(entry["city"], f"{at}.city"),
        site=_text(entry["site"], f"{at}.site"),
        online=entry["online"],
    )


def _topic(value: Any, at: str) -> Topic:
    entry = _object(value, at)
    minutes = entry["minutes"]
    return Topic(
        zh=_text(entry["zh"], f"{at}.zh"),
        ru=_text(entry["ru"], f"{at}.ru"),
        minutes=None if minutes is None else _number(minutes, 1, _HIGHEST, f"{at}.minutes"),
    )


def _object(value: Any, at: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise PacketMalformedError(place=at)
    return value


def _list(value: Any, at: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise PacketMalformedError(place=at)
    return tuple(read(entry, f"{at}[{i}]") for i, entry in enumerate(value))


def _maybe(value: Any, at: str, read: Callable[[Any, str], T]) -> T | None:
    return None if value is None else read(value, at)


def _text(value: Any, at: str) -> str:
    if not isinstance(value, str):
        raise PacketMalformedError(place=at)
    return value


def _number(value: Any, least: int, most: int, at: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise PacketMalformedError(place=at)
    return value


def _hex(value: Any, length: int, at: str) -> str:
    text = _text(value, at)
    if len(text) != length or not _HEX.fullmatch(text):
        raise PacketMalformedError(place=at)
    return text


def _uid(value: Any, at: str) -> str:
    text = _text(value, at)
    if not _UID.fullmatch(text):
        raise PacketMalformedError(place=at)
    return text


def _member(choices: type[E], value: Any, at: str) -> E:
    try:
        return choices(value)
    except ValueError as error:
        raise PacketMalformedError(place=at) from error


def _day(value: Any, at: str) -> date:
    try:
        return date.fromisoformat(_text(value, at))
    except ValueError as error:
        raise PacketMalformedError(place=at) from error


def _moment(value: Any, at: str) -> datetime:
    try:
        read = datetime.fromisoformat(_text(value, at))
        offset = read.utcoffset()
    except (ValueError, OverflowError) as error:
        raise PacketMalformedError(place=at) from error
    if offset is None or offset:
        raise PacketMalformedError(place=at)
    return read
