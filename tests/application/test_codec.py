"""Values as canonical JSON: there and back, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application import codec
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import DamagedRecordError, InvalidTextError
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Topic
from tests import values

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("kind", codec.KINDS)
@given(data=st.data())
def test_there_and_back(kind: str, data: st.DataObject) -> None:
    value = data.draw(values.KINDS[kind])
    assert codec.kind_of(value) == kind
    text = codec.to_json(value)
    back = codec.from_json(kind, text)
    assert back == value
    assert codec.to_json(back) == text


def test_every_kind_has_values_to_try() -> None:
    assert codec.KINDS.keys() == values.KINDS.keys()


def test_canonical_form() -> None:
    office = Office(Side.RU, "秘书处", 'Секретариат "А"\n', version=2)
    assert codec.to_json(office) == (
        '{"cities":[],"email":"","extraordinary_ru":"внеочередные","first_host":"CN","keys":[],'
        '"name_ru":"Секретариат \\"А\\"\\n",'
        '"name_zh":"秘书处","side":"RU","version":2}'
    )


def test_texts_are_not_normalised() -> None:
    parted, joined = "и\u0306", "й"
    topics = (Topic(ru=parted), Topic(ru=joined))
    assert codec.load(tuple[Topic, ...], codec.to_json(topics)) == topics


def test_moments_are_written_in_utc() -> None:
    moscow = timezone(timedelta(hours=3))
    assert codec.to_json(AT.astimezone(moscow)) == '"2026-11-23T09:30:00+00:00"'
    assert codec.load(datetime, '"2026-11-23T12:30:00+03:00"') == AT


def test_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        codec.to_json(AT.replace(tzinfo=None))
    with pytest.raises(DamagedRecordError):
        codec.load(datetime, '"2026-11-23T09:30:00"')


@pytest.mark.parametrize(
    ("text", "character"), [("а\ud800б", "U+D800"), ("a\0b", "U+0000"), ("\\\0", "U+0000")]
)
def test_what_no_file_can_hold_is_refused(text: str, character: str) -> None:
    with pytest.raises(InvalidTextError) as refused:
        codec.to_json(Venue(site=text))
    assert refused.value.character == character


@pytest.mark.parametrize(
    ("text", "character", "near"),
    [
        ("信息\u202e交流", "U+202E", "信息"),
        ("\u2066Обмен", "U+2066", ""),
        ("Обмен информацией\x08", "U+0008", "информацией"),
        ("a\x0bb", "U+000B", "a"),
        ("\\\x1f", "U+001F", "\\\\"),
        ("a\x7f", "U+007F", "a"),
        ("a\x9f", "U+009F", "a"),
    ],
)
def test_what_nobody_sees_is_told_with_what_stands_before_it(
    text: str, character: str, near: str
) -> None:
    with pytest.raises(InvalidTextError) as refused:
        codec.require_visible(codec.to_json(Venue(site=text)))
    assert refused.value.character == character
    assert refused.value.near == near


@pytest.mark.parametrize("text", ["\\u0001", "a\tb\nc\r", "\\b", "Люй\u00a0Э\u200d", "\x85", "«»"])
def test_what_is_seen_or_parts_words_is_taken(text: str) -> None:
    told = codec.to_json(Venue(site=text))
    assert codec.require_visible(told) == told


def test_a_backslash_before_u0000_is_text() -> None:
    venue = Venue(site="\\u0000")
    assert codec.load(Venue, codec.to_json(venue)) == venue


def test_fields_of_an_older_program_take_their_defaults() -> None:
    assert codec.from_json("wishes", '{"gap":200}') == Wishes(gap=200)


def test_fields_of_a_newer_program_are_passed_over() -> None:
    assert codec.from_json("wishes", '{"gap":200,"mood":"fine"}') == Wishes(gap=200)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"side":"XX","name_zh":"","name_ru":""}', '{"side":"CN"}'],
)
def test_damaged_text(text: str) -> None:
    with pytest.raises(DamagedRecordError) as damaged:
        codec.from_json("office", text)
    assert damaged.value.kind == "office"


def test_a_rule_broken_by_what_is_stored_is_damage() -> None:
    text = json.dumps({"start": "2026-05-02", "end": "2026-05-01", "precision": "day"})
    with pytest.raises(DamagedRecordError):
        codec.load(Dates, text)


def test_only_known_kinds() -> None:
    with pytest.raises(TypeError, match="Venue"):
        codec.kind_of(Venue())
