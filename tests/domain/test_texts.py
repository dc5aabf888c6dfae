"""Signs nobody sees, and breaks in what is one line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.parties import Venue
from consultations_gui.domain.texts import lined, one_line, unseen, visible


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("Обмен\r\nинформацией", "Обмен информацией"),
        ("信息\t交流", "信息 交流"),
        ("а \n\n б", "а б"),
        ("мягкий\x0bперенос", "мягкий перенос"),
        ("\n\u2028а\u2029б\x85", "а б"),
        ("  два  пробела ", "  два  пробела "),
        ("А.\u00a0Б.", "А.\u00a0Б."),
        ("", ""),
        ("\n", ""),
    ],
)
def test_breaks_become_one_space(pasted: str, line: str) -> None:
    assert one_line(pasted) == line


@given(st.text())
def test_a_line_stays_what_it_is(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert not {"\n", "\t", "\r"} & set(line)
    assert "".join(line.split()) == "".join(text.split())


@given(st.text(st.characters()))
def test_only_what_nobody_sees_goes(text: str) -> None:
    gone = [sign for sign in text if sign not in visible(text)]
    assert all(
        unicodedata.category(sign) in ("Cc", "Cs", "Cn")
        or sign in "\u202a\u202b\u202c\u202d\u202e"
        or "\u2066" <= sign <= "\u2069"
        for sign in gone
    )
    assert visible(visible(text)) == visible(text)


def test_signs_that_turn_a_line_round_go_and_joiners_stay() -> None:
    assert visible("甲\u202e乙\u2066丙\u2069\x00丁\x9b") == "甲乙丙丁"
    assert visible("а\u00adб\u200dв\n\t\x85") == "а\u00adб\u200dв\n\t\x85"


def test_the_texts_named_of_a_value_are_lined() -> None:
    venue = lined(Venue(country="CN", city="A\nB", site="зал\n2"), "site")
    assert venue == Venue(country="CN", city="A\nB", site="зал 2")


def test_the_first_sign_nobody_sees_is_named() -> None:
    assert unseen("обмен\u202e и\x07") == "U+202E"
    assert unseen("обмен\tи\nанализ") == ""
