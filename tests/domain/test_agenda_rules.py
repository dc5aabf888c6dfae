"""Rows as people see them, and how far an agenda is."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_approval import approve_item, approve_whole
from consultations_gui.domain.agenda_rules import (
    ApprovalState,
    Slot,
    TextGap,
    problems,
    readiness,
    rows,
)
from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.errors import AgendaDayError, MinutesMismatchError
from consultations_gui.domain.parties import Lang, Side
from tests.domain.agenda_samples import LATER, NOW, agenda, item


def sample() -> Agenda:
    """Four rows: one in step, a break without Russian, one stale in Chinese, one without texts."""
    a, b, c, d = agenda("a1 -0:10 b2:20 c2").items
    return Agenda(
        "R1",
        items=(
            a,
            replace(b, text=Bilingual("休息", "", NOW)),
            replace(c, text=c.text.edit(Lang.RU, "Иначе", LATER)),
            replace(d, text=Bilingual()),
        ),
    )


def test_a_row_has_all_that_follows_from_its_place() -> None:
    one = approve_item(sample(), "b", Side.RU, NOW)
    found = rows(one)
    assert [row.number_zh for row in found] == ["一、", "", "（一）", "（二）"]
    assert [row.number_ru for row in found] == ["1.", "", "1.1.", "1.2."]
    assert [row.minutes for row in found] == [20, 10, 20, None]
    assert found[2].slot == Slot(1, time(9, 10), time(9, 30))
    assert [row.zh_state for row in found] == [
        TextState.IN_STEP,
        TextState.IN_STEP,
        TextState.STALE,
        TextState.MISSING,
    ]
    assert found[1].ru_state is TextState.MISSING
    assert (found[2].approved_cn, found[2].approved_ru) == (False, True)
    assert found[0].cn is ApprovalState.NONE


def test_readiness_names_what_is_missing_and_stale() -> None:
    found = readiness(approve_item(sample(), "a", Side.CN, NOW))
    assert (found.texts, found.zh, found.ru) == (4, 2, 2)
    assert (found.items, found.approved_cn, found.approved_ru) == (3, 1, 0)
    assert found.missing == (
        TextGap("-", 2, "", "", Lang.RU),
        TextGap("c", 4, "（二）", "1.2.", Lang.ZH),
        TextGap("c", 4, "（二）", "1.2.", Lang.RU),
    )
    assert found.stale == (TextGap("b", 3, "（一）", "1.1.", Lang.ZH),)
    assert not found.texts_ready
    assert not found.approved


def test_missing_alone_or_stale_alone_is_not_ready() -> None:
    a, b, c, _ = sample().items
    assert not readiness(Agenda("R1", items=(a, b))).texts_ready
    assert not readiness(Agenda("R1", items=(a, c))).texts_ready
    assert readiness(Agenda("R1", items=(a,))).texts_ready


def test_an_empty_agenda_is_not_ready() -> None:
    assert not readiness(Agenda("R1")).texts_ready


def test_both_sides_approve_the_whole() -> None:
    one = approve_whole(agenda("a1 b1"), Side.CN, NOW)
    assert (readiness(one).whole_cn, readiness(one).whole_ru) == (True, False)
    assert not readiness(one).approved
    assert readiness(approve_whole(one, Side.RU, NOW)).approved


def test_a_row_on_a_day_after_the_last_is_a_problem() -> None:
    rows_ = (*agenda("a1:5 b2:10").items, item("c", day=3))
    one = Agenda("R1", items=rows_)
    assert [type(problem) for problem in problems(one)] == [MinutesMismatchError]
    found = problems(one, days=2)
    assert isinstance(found[1], AgendaDayError)
    assert (found[1].uid, found[1].day, found[1].days) == ("c", 3, 2)
    assert len(problems(one, days=3)) == 1
