"""An approval counts for the content it was given for, and for nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given

from consultations_gui.domain.agenda import Agenda, AgendaItem, AgendaStatus, Approval
from consultations_gui.domain.agenda_approval import (
    ApprovalState,
    approval_state,
    approve_item,
    approve_whole,
    approved,
    content_hash,
)
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import (
    AgendaEmptyError,
    BreakNotApprovedError,
    NotFoundError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.protection import Marking
from tests.domain.agenda_samples import LATER, NOW, Items, agenda, item, trees

ITEM = AgendaItem("a", 1, Bilingual("信息交流", "Обмен информацией"), 30, Side.CN)


def test_the_hash_is_that_of_canonical_json() -> None:
    """Anybody can recompute it, whatever program they have."""
    text = (
        '{"lead":"CN","marking":"open","minutes":30,"originator":null,'
        '"ru":"Обмен информацией","speakers":"","tags":[],"zh":"信息交流"}'
    )
    assert content_hash(ITEM) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"text": Bilingual("信息交流", "Обмен")},
        {"text": Bilingual("交流", "Обмен информацией")},
        {"minutes": 31},
        {"minutes": None},
        {"lead": Side.RU},
        {"speakers": "李"},
        {"tags": ("3.8",)},
        {"marking": Marking.PARTIES},
        {"originator": Side.CN},
    ],
)
def test_what_an_approval_of_an_item_speaks_of(change: dict[str, object]) -> None:
    assert content_hash(replace(ITEM, **change)) != content_hash(ITEM)  # type: ignore[arg-type]  # drawn fields


@pytest.mark.parametrize(
    "change",
    [
        {"uid": "b"},
        {"level": 2},
        {"day": 2},
        {"frozen": 4},
        {"approvals": (Approval(Side.CN, "x", NOW),)},
        {"text": Bilingual("信息交流", "Обмен информацией", NOW, LATER)},
    ],
)
def test_what_it_does_not_speak_of(change: dict[str, object]) -> None:
    assert content_hash(replace(ITEM, **change)) == content_hash(ITEM)  # type: ignore[arg-type]  # drawn fields


def test_the_whole_is_order_levels_days_and_opening_times_too() -> None:
    one = agenda("a1 b2 c1")
    a, b, c = one.items
    others = [
        replace(one, items=(c, a, b)),
        replace(one, items=(a, replace(b, level=1), c)),
        replace(one, items=(a, b, replace(c, day=2))),
        replace(one, items=(a, b)),
        replace(one, opens=(time(10, 0),)),
    ]
    assert len({content_hash(other) for other in (one, *others)}) == 6
    assert content_hash(replace(one, symbol="IIS/1", version=9)) == content_hash(one)


def test_half_of_a_surrogate_pair_can_be_hashed() -> None:
    assert content_hash(replace(ITEM, speakers="\ud800")) != content_hash(ITEM)


def test_one_side_approves_one_item() -> None:
    one = approve_item(agenda("a1 b1"), "a", Side.CN, NOW)
    a, b = one.items
    assert approved(a, Side.CN)
    assert not approved(a, Side.RU)
    assert not approved(b, Side.CN)
    assert a.approvals == (Approval(Side.CN, content_hash(a), NOW),)


def test_approving_twice_is_approving_once() -> None:
    once = approve_whole(agenda("a1 b2"), Side.RU, NOW)
    assert approve_whole(once, Side.RU, LATER) == once
    assert approve_item(once, "b", Side.RU, LATER) == once


def test_editing_withdraws_the_approval_and_shows_it() -> None:
    one = approve_whole(agenda("a1 b1"), Side.CN, NOW)
    a, b = one.items
    changed = replace(one, items=(replace(a, minutes=5), b))
    assert approval_state(changed.items[0], Side.CN) is ApprovalState.WITHDRAWN
    assert approval_state(changed.items[0], Side.RU) is ApprovalState.NONE
    assert approval_state(changed.items[1], Side.CN) is ApprovalState.APPROVED
    assert approval_state(changed, Side.CN) is ApprovalState.WITHDRAWN
    assert changed.items[0].approvals == a.approvals


def test_the_same_content_come_back_is_approved_still() -> None:
    one = approve_whole(agenda("a1"), Side.CN, NOW)
    (a,) = one.items
    changed = replace(one, items=(replace(a, minutes=5),))
    back = replace(changed, items=(replace(changed.items[0], minutes=None),))
    assert approved(back, Side.CN)


def test_a_new_approval_stands_beside_the_old_one() -> None:
    one = approve_whole(agenda("a1"), Side.CN, NOW)
    changed = replace(one, items=(replace(one.items[0], minutes=5),))
    again = approve_whole(changed, Side.CN, LATER)
    assert approved(again, Side.CN)
    assert [mark.at for mark in again.items[0].approvals] == [NOW, LATER]
    assert [mark.at for mark in again.approvals] == [NOW, LATER]


def test_a_break_has_nothing_to_approve() -> None:
    with pytest.raises(BreakNotApprovedError):
        approve_item(agenda("a1 -0"), "-", Side.CN, NOW)
    whole = approve_whole(agenda("a1 -0"), Side.CN, NOW)
    assert whole.items[1].approvals == ()


@pytest.mark.parametrize("text", ["", "-0"])
def test_nothing_cannot_be_approved(text: str) -> None:
    with pytest.raises(AgendaEmptyError):
        approve_whole(agenda(text), Side.CN, NOW)


def test_what_is_not_there_cannot_be_approved() -> None:
    with pytest.raises(NotFoundError):
        approve_item(agenda("a1"), "b", Side.CN, NOW)


def test_a_final_agenda_takes_no_approvals() -> None:
    final = replace(agenda("a1"), status=AgendaStatus.FINAL)
    with pytest.raises(WrongAgendaStatusError):
        approve_whole(final, Side.CN, NOW)
    with pytest.raises(WrongAgendaStatusError):
        approve_item(final, "a", Side.CN, NOW)


@given(trees())
def test_approving_the_whole_approves_each_item(rows: Items) -> None:
    rows = (*rows, item("last"))
    whole = approve_whole(Agenda("R1", items=rows), Side.RU, NOW)
    assert approved(whole, Side.RU)
    assert all(approved(row, Side.RU) is not row.is_break for row in whole.items)
