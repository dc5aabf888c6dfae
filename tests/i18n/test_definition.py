"""The definition of a plan says every value in force, in each language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import (
    Blackout,
    FreeRound,
    PlanRequest,
    Season,
    Weights,
    Wishes,
)
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.wording_plan import definition
from consultations_gui.i18n.words import words_for

DAY = date(2027, 5, 3)
ASKED = PlanRequest(
    first_year=2027,
    years=3,
    today=date(2026, 11, 23),
    next_number=7,
    next_host=Side.RU,
    wishes=Wishes(
        rounds=2,
        days=5,
        gap=171,
        notice=38,
        travel_before=13,
        travel_after=14,
        weights=Weights(61, 62, 63, 64, 65),
        seasons=(Season(Side.CN, 9, 16, 10, 17),),
        blackouts=(Blackout(Side.RU, DAY, DAY), Blackout(Side.RU, DAY, DAY)),
    ),
    pins=((8, date(2028, 4, 19)),),
)
EXPECTED = {
    Language.ZH: (
        "2027–2029",
        "R7",
        "俄方",
        "12月31日",
        "9月16日至10月17日",
        "R8",
        "2028年4月19日",
    ),
    Language.RU: ("2027–2029", "R7", "Российская", "31 декабря", "16 сентября — 17 октября", "R8"),
    Language.EN: ("2027–2029", "R7", "Russian side", "31 December", "16 September to 17 October"),
}


@pytest.mark.parametrize("language", Language)
def test_every_value_in_force_is_said(language: Language) -> None:
    lines = definition(ASKED, words_for(language))
    text = "\n".join(lines)
    for words in EXPECTED[language]:
        assert words in text.replace("\u00a0", " ")
    numbers = {int(one) for one in re.findall(r"\d+", text)}
    assert {2, 5, 171, 38, 13, 14, 61, 62, 63, 64, 65} <= numbers
    assert len(lines) == 16
    assert not re.search(r"[{}]|\.\.", text)


@pytest.mark.parametrize(
    ("language", "none"), [("zh", "未设"), ("ru", "не заданы"), ("en", "none")]
)
def test_without_windows_that_is_said_too(language: str, none: str) -> None:
    bare = PlanRequest(2027, 1, date(2026, 11, 23), 1, Side.CN)
    lines = definition(bare, words_for(Language(language)))
    assert len(lines) == 15
    assert sum(line.count(none) for line in lines[:-1]) >= 2


@pytest.mark.parametrize("language", Language)
def test_which_rounds_fill_the_years_is_said(language: Language) -> None:
    words = words_for(language)
    taken, kept = definition(ASKED, words), definition(replace(ASKED, keep=True), words)
    assert [one != other for one, other in zip(taken, kept, strict=True)].count(True) == 1


@pytest.mark.parametrize("language", Language)
def test_rounds_with_a_length_of_their_own_are_named(language: Language) -> None:
    free = (FreeRound(4, Side.CN, 3), FreeRound(5, Side.RU, 5), FreeRound(6, Side.CN))
    words = words_for(language)
    plain, told = definition(ASKED, words), definition(replace(ASKED, free=free), words)
    (line,) = (other for one, other in zip(plain, told, strict=True) if one != other)
    assert "R4 (3)" in line
    assert "R5" not in line
    assert "R6" not in line
