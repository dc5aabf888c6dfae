"""The documents of a packet: written canonically, read strictly, refused for a reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import given

from consultations_gui.domain import packet_parse
from consultations_gui.domain.errors import (
    PacketCrowdedError,
    PacketMalformedError,
    PacketNewerError,
    PacketOtherAgreementError,
    PacketRefusedError,
    PacketTooDeepError,
)
from consultations_gui.domain.packet import (
    MAX_EVENTS,
    About,
    Chain,
    Manifest,
    Sealed,
    part_of,
)
from consultations_gui.domain.packet_data import (
    chain_json,
    event_json,
    manifest_json,
    statement,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, Channel, Component, Event, Ruling, Verdict
from tests.domain.negotiation import (
    OTHER_TOPICS,
    PARTLY,
    START,
    TO_MAY,
    answered,
    rulings,
    sent,
)

UID = "0f8fad5b-d9cb-469f-a165-70867728950e"
NEW = About()
KEY, SIGNED = "ab" * 32, "cd" * 64


def chain(*events: Event, about: About = NEW) -> Chain:
    sealed = tuple(Sealed(event, event_json(event), event.by, KEY, SIGNED) for event in events)
    return Chain(UID, "题", "Тема", about, sealed)


def manifest() -> Manifest:
    return Manifest(UID, Side.RU, KEY, 3, 2, START, (part_of("proposal.json", b"{}"),))


def through(value: Chain) -> Chain:
    """Written and read again."""
    return packet_parse.chain(chain_json(value))


def written(plain: Any) -> bytes:
    """As canonical JSON is written, fractions and half surrogate pairs as well."""
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode(errors="backslashreplace")


FIRST = sent(reply_by=date(2027, 1, 9)).events[1]
EVENTS = (
    FIRST,
    replace(FIRST, channel=Channel("№ 17", date(2026, 11, 1), date(2026, 11, 5))),
    *(answered(answer).events[-1] for answer in (PARTLY, TO_MAY, OTHER_TOPICS)),
    replace(answered(PARTLY).events[-1], reason="因故 / по причине"),
)


def test_what_is_written_is_read_again() -> None:
    for about in (About(), About(round=3), About(proposal=UID)):
        assert through(chain(*EVENTS, about=about)) == chain(*EVENTS, about=about)
    assert packet_parse.manifest(manifest_json(manifest())) == manifest()


@given(
    dates=rulings(Component.DATES), venue=rulings(Component.VENUE), topics=rulings(Component.TOPICS)
)
def test_any_answer_is_read_again(dates: Ruling, venue: Ruling, topics: Ruling) -> None:
    event = replace(EVENTS[-1], answer=Answer(dates, venue, topics))
    try:
        read = through(chain(event))
    except PacketMalformedError:
        # A counter without content, or an option where there is none, is no answer at all.
        assert Verdict.COUNTER in (venue.verdict, topics.verdict, dates.verdict)
        return
    assert read.events[0].event == event


def test_a_signature_is_bound_to_agreement_proposal_office_and_content() -> None:
    said = {
        statement(uid, event_json(event), office)
        for uid in (UID, UID.replace("0", "1"))
        for event in EVENTS[:3]
        for office in Side
    }
    assert len(said) == 12
    assert all(b"urn:consultations:cn-ru:iis:2015-05-08" in one for one in said)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b"NaN",
        b"1.5",
        b"1e3",
        b"9007199254740993",
        b"1" * 5000,
        b' {"a":1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'"\\u0041"',
        b'"\\ud800"',
    ],
)
def test_only_canonical_json_is_a_document(content: bytes) -> None:
    for read in (packet_parse.chain, packet_parse.manifest):
        with pytest.raises(PacketMalformedError):
            read(content)


@pytest.mark.parametrize(
    "other",
    [
        lambda text: text.replace(b":", b": "),
        lambda text: text.replace(b'"kind"', b'"\\u006bind"'),
        lambda text: text.replace("题".encode(), b"\\u9898"),
        lambda text: text.replace(b'"offer":1', b'"offer":1,"offer":1'),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text + b"\n",
        lambda text: b"{" + text.removeprefix(b'{"about":null,')[:-1] + b',"about":null}',
    ],
)
def test_a_chain_spelled_otherwise_is_refused(other: Callable[[bytes], bytes]) -> None:
    content = chain_json(chain(FIRST))
    assert other(content) != content
    with pytest.raises(PacketMalformedError):
        packet_parse.chain(other(content))


def test_the_documents_are_canonical_json() -> None:
    for event in EVENTS:
        said = event_json(event)
        assert said == rfc8785.dumps(json.loads(said))
        assert statement(UID, said, Side.CN) == rfc8785.dumps(
            {
                "format": "consultations.event/1",
                "agreement": "urn:consultations:cn-ru:iis:2015-05-08",
                "proposal": UID,
                "office": "CN",
                "event": json.loads(said),
            }
        )
    for about in (About(), About(round=3), About(proposal=UID)):
        value = replace(chain(*EVENTS, about=about), title_zh="“题”\n", title_ru='"Тема" \\ ё')
        content = chain_json(value)
        assert content == rfc8785.dumps(json.loads(content))
        assert [entry["event"] for entry in json.loads(content)["events"]] == [
            json.loads(event_json(event)) for event in EVENTS
        ]
    assert manifest_json(manifest()) == rfc8785.dumps(json.loads(manifest_json(manifest())))


def test_deep_json_is_refused_before_it_is_read() -> None:
    for content in (b"[" * 1_000_000, b'{"a":' * 20 + b"1" + b"}" * 20):
        with pytest.raises(PacketTooDeepError):
            packet_parse.chain(content)
    brackets = replace(chain(FIRST), title_zh="[" * 100, title_ru='"{' * 100)
    assert through(brackets) == brackets


def test_other_formats_and_agreements_are_told_apart() -> None:
    plain = json.loads(manifest_json(manifest()))
    with pytest.raises(PacketNewerError):
        packet_parse.manifest(written(plain | {"format": "consultations.packet/2"}))
    with pytest.raises(PacketOtherAgreementError):
        packet_parse.manifest(written(plain | {"agreement": "urn:other"}))
    nothings: tuple[Any, ...] = ([], None, 7, *(plain | {"format": f} for f in (None, "\ud800")))
    for nothing in nothings:
        with pytest.raises(PacketMalformedError):
            packet_parse.manifest(written(nothing))


def test_a_chain_has_an_end() -> None:
    plain = json.loads(chain_json(chain(FIRST)))
    plain["events"] *= MAX_EVENTS + 1
    with pytest.raises(PacketCrowdedError):
        packet_parse.chain(written(plain))


def event(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        plain["events"][0]["event"][name] = value

    return change


def terms(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        plain["events"][0]["event"]["terms"][name] = value

    return change


def top(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        plain[name] = value

    return change


def seal(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(plain: dict[str, Any]) -> None:
        plain["events"][0][name] = value

    return change


CAIRO = {"country": "EG", "city": "Cairo", "site": "", "online": False}
TALK = {"zh": "", "ru": "", "minutes": None}
WRONG = [
    top("uid", UID.upper()),
    top("uid", None),
    top("title_zh", 7),
    top("title_ru", "a\0b"),
    top("title_ru", "a\ud800"),
    top("about", {"round": 0}),
    top("about", {"round": True}),
    top("about", {"proposal": UID, "round": 1}),
    top("about", {}),
    top("about", "R3"),
    top("events", {}),
    top("events", [7]),
    top("more", 1),
    seal("office", "US"),
    seal("key", KEY.upper()),
    seal("key", KEY[2:]),
    seal("signature", None),
    event("kind", "drafted"),
    event("kind", "convened"),
    event("kind", "shouted"),
    event("by", None),
    event("offer", 0),
    event("offer", "1"),
    event("offer_hash", "x"),
    event("at", "2026-11-23T06:00:00"),
    event("at", "2026-11-23T06:00:00Z"),
    event("at", "2026-11-23T09:00:00+03:00"),
    event("at", "yesterday"),
    event("note_date", "2026-13-01"),
    event("received", 20261123),
    event("reply_by", "20261123"),
    event("reason", None),
    event("more", None),
    event("terms", []),
    event("answer", {"dates": "accept", "venue": "accept"}),
    event("answer", {"dates": "counter", "venue": "accept", "topics": "accept"}),
    event("answer", {"dates": {}, "venue": "accept", "topics": "accept"}),
    event("answer", {"dates": 7, "venue": "accept", "topics": "accept"}),
    event("answer", {"dates": {"accept": 0}, "venue": "accept", "topics": "accept"}),
    event("answer", {"dates": "accept", "venue": {"counter": None}, "topics": "accept"}),
    terms("dates", [{"start": "2027-03-02", "days": 0}]),
    terms("dates", [{"start": "2027-03-02", "days": 367}]),
    terms("dates", [{"start": "9999-12-31", "days": 2}]),
    terms("dates", [{"start": "2027-03-02"}]),
    terms("venue", CAIRO | {"online": 0}),
    terms("venue", CAIRO | {"city": None}),
    terms("venue", CAIRO | {"more": 1}),
    terms("topics", [TALK | {"minutes": 0}]),
    terms("topics", [TALK | {"minutes": 1.5}]),
    terms("topics", "all"),
]


@pytest.mark.parametrize("change", WRONG)
def test_what_the_format_does_not_say_is_refused(change: Callable[[dict[str, Any]], None]) -> None:
    plain = json.loads(chain_json(chain(FIRST)))
    packet_parse.chain(written(plain))
    change(plain)
    with pytest.raises(PacketMalformedError):
        packet_parse.chain(written(plain))


@pytest.mark.parametrize("name", ["proposal", "sender", "key", "sequence", "written", "parts"])
def test_a_manifest_is_whole(name: str) -> None:
    plain = json.loads(manifest_json(manifest()))
    for changed in (plain | {name: None}, {k: v for k, v in plain.items() if k != name}):
        with pytest.raises(PacketRefusedError):
            packet_parse.manifest(written(changed))


def test_a_moment_is_written_in_utc() -> None:
    moscow = timezone(timedelta(hours=3))
    there = replace(FIRST, at=datetime(2026, 11, 23, 10, 0, tzinfo=moscow))
    assert through(chain(there)).events[0].event.at == datetime(2026, 11, 23, 10, tzinfo=moscow)
