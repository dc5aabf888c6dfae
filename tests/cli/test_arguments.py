from __future__ import annotations

import json
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.cli import arguments
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import (
    CannotReadError,
    DatesOutsideError,
    DomainError,
    EndBeforeStartError,
    InvalidDateError,
    InvalidPeriodError,
    JsonShapeError,
    PeriodLengthError,
)
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.proposal import Answer, Ruling, Terms, Topic, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE, terms_data

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
lengths = st.integers(1, arguments.LONGEST)

# --- dates -----------------------------------------------------------------------------------


@given(days)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert arguments.day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30",
        "2027-13-01",
        "2026-02-29",
        "0000-01-01",
        "2027-2-3",
        "20270203",
        "03.02.2027",
        "2027-W05-3",
        "２０２７-０２-０３",
        "2027-02-03 ",
        "tomorrow",
        "",
    ],
)
def test_no_other_text_is_a_day(text: str) -> None:
    with pytest.raises(InvalidDateError) as refused:
        arguments.day(text)
    assert refused.value.text == text


@given(days)
def test_a_month_is_all_its_days_and_known_no_better(day: date) -> None:
    found = arguments.month(f"{day:%Y-%m}")
    assert found.precision is Precision.MONTH
    assert found.start.day == 1
    assert found.start <= day <= found.end
    assert (found.end + timedelta(days=1)).day == 1


@pytest.mark.parametrize("text", ["2027-13", "2027-1", "0000-05", "2027", "2027-04-01"])
def test_no_other_text_is_a_month(text: str) -> None:
    with pytest.raises(InvalidDateError):
        arguments.month(text)


def test_the_last_month_there_is() -> None:
    assert arguments.month("9999-12").end == date.max


@given(days, lengths)
def test_a_period_can_be_written_in_three_ways(start: date, length: int) -> None:
    end = start + timedelta(days=length - 1)
    wanted = Dates(start, end)
    assert arguments.period(f"{start}..{end}") == wanted
    assert arguments.period(f"{start}+{length}") == wanted
    assert arguments.period(str(start)) == Dates(start, start)
    assert arguments.dates(str(start), str(end), None) == wanted
    assert arguments.dates(str(start), None, length) == wanted


@pytest.mark.parametrize(
    "text",
    ["2027-03-02+x", "2027-03-02+-1", "2027-03-02+1000"],
)
def test_a_length_that_is_none_is_no_period(text: str) -> None:
    with pytest.raises(InvalidPeriodError) as refused:
        arguments.period(text)
    assert refused.value.text == text


@pytest.mark.parametrize("length", [0, 367])
def test_a_period_is_not_longer_than_a_year(length: int) -> None:
    by_text = partial(arguments.period, f"2027-03-02+{length}")
    for read in (by_text, partial(arguments.dates, "2027-03-02", None, length)):
        with pytest.raises(PeriodLengthError) as refused:
            read()
        assert (refused.value.text, refused.value.most) == (f"2027-03-02+{length}", 366)


@pytest.mark.parametrize(("start", "days"), [("9999-12-31", 2), ("9999-12-30", 3)])
def test_a_period_past_the_last_day_there_is(start: str, days: int) -> None:
    assert arguments.period(f"{start}+{days - 1}").end == date.max
    for read in (
        partial(arguments.period, f"{start}+{days}"),
        partial(arguments.dates, start, None, days),
    ):
        with pytest.raises(DatesOutsideError) as refused:
            read()
        assert refused.value.year == 9999


def test_an_end_before_the_start_is_no_period() -> None:
    with pytest.raises(EndBeforeStartError):
        arguments.period("2027-03-03..2027-03-02")
    with pytest.raises(EndBeforeStartError):
        arguments.dates("2027-03-03", "2027-03-02", None)


def test_the_dates_of_options() -> None:
    assert arguments.dates(None, None, None) is None
    assert arguments.dates("2027-03", None, None) == arguments.month("2027-03")
    assert arguments.dates("2027-03-02", None, None) == Dates(date(2027, 3, 2), date(2027, 3, 2))
    with pytest.raises(InvalidDateError):
        arguments.dates("2027-03", None, 2)


@given(st.integers(0, 999_999), days)
def test_a_pin_names_a_round_and_its_start(number: int, start: date) -> None:
    assert arguments.pin(f"R{number}={start}") == (number, start)
    assert arguments.pin(f"r{number}={start}") == (number, start)


@pytest.mark.parametrize("text", ["X1=2027-04-12", "R=2027-04-12", "3=2027-04-12", "R3", ""])
def test_no_other_text_is_a_pin(text: str) -> None:
    with pytest.raises((InvalidPeriodError, InvalidDateError)):
        arguments.pin(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_by_name(text: str) -> None:
    for read in (arguments.day, arguments.month, arguments.period, arguments.pin):
        try:
            read(text)
        except DomainError:
            continue
    try:
        arguments.topic_flag(text)
        arguments.ruling_flag("dates", text)
    except DomainError:
        pass


# --- JSON ------------------------------------------------------------------------------------

short = st.text(st.characters(codec="utf-8"), max_size=8)
option_values = st.builds(
    lambda start, length: Dates(start, start + timedelta(days=length - 1)), days, lengths
)
venues = st.builds(Venue, short, short, short, st.booleans())
topics = st.builds(Topic, short, short, st.none() | st.integers(1, 600))
offers = st.builds(
    Terms,
    st.lists(option_values, max_size=3).map(tuple),
    venues,
    st.lists(topics, max_size=3).map(tuple),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | short,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(short, inner, max_size=3),
    max_leaves=8,
)


@given(offers)
def test_an_offer_is_read_as_it_is_written(terms: Terms) -> None:
    assert arguments.terms(json.loads(json.dumps(terms_data(terms)))) == terms


def test_an_offer_may_leave_out_what_is_open() -> None:
    assert arguments.terms({}) == Terms()
    assert arguments.terms({"topics": [{"zh": "议题"}]}).topics == (Topic("议题"),)


@pytest.mark.parametrize(
    ("value", "place", "expected"),
    [
        ([], "$", "object"),
        ({"when": []}, "$.when", "known"),
        ({"dates": {}}, "$.dates", "list"),
        ({"dates": ["2027-03-02"]}, "$.dates[0]", "object"),
        ({"dates": [{"start": 20270302}]}, "$.dates[0].start", "day"),
        ({"dates": [{"days": 2}]}, "$.dates[0].start", "day"),
        ({"dates": [{"start": "2027-02-30"}]}, "$.dates[0].start", "real_day"),
        ({"dates": [{"start": "2027-03-02", "days": 0}]}, "$.dates[0].days", "days"),
        ({"dates": [{"start": "2027-03-02", "days": 367}]}, "$.dates[0].days", "days"),
        ({"dates": [{"start": "2027-03-02", "days": "2"}]}, "$.dates[0].days", "number"),
        ({"dates": [{"start": "2027-03-02", "days": True}]}, "$.dates[0].days", "number"),
        ({"dates": [{"start": "2027-03-02", "end": "x"}]}, "$.dates[0].end", "known"),
        ({"venue": "Dalian"}, "$.venue", "object"),
        ({"venue": {"online": "yes"}}, "$.venue.online", "yes_no"),
        ({"venue": {"city": None}}, "$.venue.city", "text"),
        ({"topics": [{"zh": "一", "ru": 1}]}, "$.topics[0].ru", "text"),
        ({"topics": [{}, {"minutes": 0}]}, "$.topics[1].minutes", "number"),
        ({"topics": [{"minutes": 1.5}]}, "$.topics[0].minutes", "number"),
    ],
)
def test_an_offer_of_another_shape_is_told_where(value: Any, place: str, expected: str) -> None:
    with pytest.raises(JsonShapeError) as refused:
        arguments.terms(value)
    assert (refused.value.place, refused.value.expected) == (place, expected)


def test_an_answer_names_the_three_components() -> None:
    given = {
        "dates": {"accept": 1},
        "venue": {"counter": {"country": "RU", "city": "Kazan"}},
        "topics": "accept",
    }
    assert arguments.answer(given) == Answer(
        dates=Ruling(Verdict.ACCEPT, option=1),
        venue=Ruling(Verdict.COUNTER, venue=Venue("RU", "Kazan")),
        topics=ACCEPT,
    )
    for missing in given:
        with pytest.raises(JsonShapeError) as refused:
            arguments.answer({name: ruling for name, ruling in given.items() if name != missing})
        assert refused.value.place == f"$.{missing}"


@pytest.mark.parametrize(
    ("component", "value", "wanted"),
    [
        ("dates", "accept", ACCEPT),
        ("venue", "decline", DECLINE),
        (
            "dates",
            {"counter": [{"start": "2027-03-02", "days": 2}]},
            Ruling(Verdict.COUNTER, dates=(Dates(date(2027, 3, 2), date(2027, 3, 3)),)),
        ),
        (
            "topics",
            {"counter": [{"zh": "一", "ru": "А"}]},
            Ruling(Verdict.COUNTER, topics=(Topic("一", "А"),)),
        ),
    ],
)
def test_a_ruling(component: str, value: Any, wanted: Ruling) -> None:
    assert arguments.ruling(component, value) == wanted


@pytest.mark.parametrize(
    ("component", "value", "place"),
    [
        ("dates", "maybe", "$.dates"),
        ("dates", {"accept": "1"}, "$.dates.accept"),
        ("venue", {"accept": 1}, "$.venue"),
        ("venue", {"counter": {}, "accept": 1}, "$.venue"),
        ("topics", {"counter": {}}, "$.topics.counter"),
        ("topics", [], "$.topics"),
    ],
)
def test_no_other_value_is_a_ruling(component: str, value: Any, place: str) -> None:
    with pytest.raises(JsonShapeError) as refused:
        arguments.ruling(component, value)
    assert refused.value.place == place


@given(anything)
def test_whatever_a_document_holds_is_read_or_refused_by_name(value: Any) -> None:
    for read in (arguments.terms, arguments.answer):
        try:
            read(value)
        except DomainError:
            continue
    for component in ("dates", "venue", "topics"):
        try:
            arguments.ruling(component, value)
        except DomainError:
            continue


def test_rulings_as_flags() -> None:
    assert arguments.ruling_flag("venue", "accept") == ACCEPT
    assert arguments.ruling_flag("dates", "accept=2") == Ruling(Verdict.ACCEPT, option=2)
    counter = 'counter={"country": "RU", "city": "Kazan"}'
    assert arguments.ruling_flag("venue", counter).venue == Venue("RU", "Kazan")
    for text, expected in (("counter=Kazan", "json"), ("accept=two", "number"), ("yes", "ruling")):
        with pytest.raises(JsonShapeError) as refused:
            arguments.ruling_flag("dates", text)
        assert refused.value.expected == expected


def test_topics_as_flags() -> None:
    assert arguments.topic_flag("信息交流 | Обмен информацией | 45") == Topic(
        "信息交流", "Обмен информацией", 45
    )
    assert arguments.topic_flag("信息交流|Обмен информацией").minutes is None
    for text in ("信息交流", "一|А|час", "一|А|45|more", "一|А|"):
        with pytest.raises(JsonShapeError):
            arguments.topic_flag(text)


# --- files -----------------------------------------------------------------------------------


def test_a_document_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "offer.json"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text('{"venue": {"city": "大连"}}', encoding=encoding)
        assert arguments.read_json(str(path)) == {"venue": {"city": "大连"}}


@pytest.mark.parametrize(
    "content", [b"{", b"\xb4\xf3\xc1\xac", b"[" * 100_000, b"", b'{"a": 1} more']
)
def test_a_file_that_is_no_json_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "offer.json"
    path.write_bytes(content)
    with pytest.raises(JsonShapeError) as refused:
        arguments.read_json(str(path))
    assert (refused.value.place, refused.value.expected) == (str(path), "json")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for path, cause in (
        (tmp_path / "no", "missing"),
        (file / "below", "missing"),
        (tmp_path, "other"),
    ):
        with pytest.raises(CannotReadError) as refused:
            arguments.read_json(str(path))
        assert (refused.value.path, refused.value.cause) == (str(path), cause)


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text('{"dates": "accept", "dates": "decline"}', encoding="utf-8")
    for read in (
        lambda: arguments.read_json(str(answer)),
        lambda: arguments.ruling_flag("venue", 'counter={"dates": 1, "dates": 2}'),
    ):
        with pytest.raises(JsonShapeError) as refused:
            read()
        assert (refused.value.place, refused.value.expected) == ("dates", "once")
