"""Numbers in both styles, from one tree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.agenda import Agenda, AgendaStatus, Revision
from consultations_gui.domain.agenda_numbers import hanzi, numbers, places
from consultations_gui.domain.agenda_tree import parents
from consultations_gui.domain.parties import Lang
from tests.domain.agenda_samples import NOW, Items, agenda, outline, trees


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (90, "九十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (999, "九百九十九"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
    ],
)
def test_chinese_numerals(number: int, text: str) -> None:
    assert hanzi(number) == text


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_no_two_numbers_are_written_alike(one: int, other: int) -> None:
    assert (hanzi(one) == hanzi(other)) is (one == other)


def test_three_levels_in_both_styles() -> None:
    rows = outline("a1 b2 c3 d3 e2 -0 f2 g1 h2")
    assert numbers(rows, Lang.ZH) == (
        "一、", "（一）", "1.", "2.", "（二）", "", "（三）", "二、", "（一）",
    )  # fmt: skip
    assert numbers(rows, Lang.RU) == (
        "1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "", "1.3.", "2.", "2.1.",
    )  # fmt: skip


def test_an_agenda_without_rows_has_no_numbers() -> None:
    assert numbers(Agenda("R1"), Lang.ZH) == ()


def test_later_items_get_the_next_free_number_where_they_stand() -> None:
    a, b, c = outline("a1 b1 c1")
    rows = (replace(a, frozen=1), c, replace(b, frozen=2))
    assert numbers(rows, Lang.RU) == ("1.", "3.", "2.")
    assert numbers(rows, Lang.ZH) == ("一、", "三、", "二、")


def test_a_number_that_was_circulated_is_not_given_again() -> None:
    a, b, c = outline("a1 b1 c1")
    kept = Revision(1, NOW, AgendaStatus.CIRCULATED, (replace(a, frozen=1), replace(b, frozen=2)))
    left = Agenda("R1", items=(replace(a, frozen=1), c), revisions=(kept,))
    assert numbers(left, Lang.RU) == ("1.", "3.")
    assert numbers(left.items, Lang.RU) == ("1.", "2.")


@given(trees())
def test_without_frozen_numbers_there_are_no_gaps(rows: Items) -> None:
    families: dict[int | None, list[int]] = {}
    for parent, place in zip(parents(rows), places(rows), strict=True):
        if place is not None:
            families.setdefault(parent, []).append(place)
    for family in families.values():
        assert family == list(range(1, len(family) + 1))


@given(trees(frozen=True))
def test_frozen_numbers_stand_and_no_number_is_there_twice(rows: Items) -> None:
    own = places(rows)
    assert all(
        place == row.frozen for place, row in zip(own, rows, strict=True) if row.frozen is not None
    )
    taken = [
        (parent, place)
        for parent, place in zip(parents(rows), own, strict=True)
        if place is not None
    ]
    assert len(set(taken)) == len(taken)


@given(trees(frozen=True))
def test_both_styles_agree_in_structure(rows: Items) -> None:
    """The last part of the Russian path is the Chinese number; its depth is the level."""
    zh, ru = numbers(rows, Lang.ZH), numbers(rows, Lang.RU)
    for row, chinese, russian in zip(rows, zh, ru, strict=True):
        parts = russian.split(".")[:-1]
        assert len(parts) == row.level
        if row.is_break:
            assert chinese == ""
            continue
        last = int(parts[-1])
        assert chinese == {1: f"{hanzi(last)}、", 2: f"（{hanzi(last)}）", 3: f"{last}."}[row.level]


@given(trees(frozen=True))
def test_russian_numbers_are_unique(rows: Items) -> None:
    found = [number for number in numbers(rows, Lang.RU) if number]
    assert len(set(found)) == len(found)


def test_numbers_of_an_agenda_are_those_of_its_rows() -> None:
    one = agenda("a1 b2 c1")
    assert numbers(one, Lang.ZH) == numbers(one.items, Lang.ZH)
