"""Rows over the meeting days: moving from one to the next, and the time a day has left."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import agenda_edits as edits
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_timing import day_totals
from consultations_gui.domain.agenda_tree import parents, require_shape
from consultations_gui.domain.errors import ItemCannotMoveError
from tests.domain.agenda_samples import Items, item, trees


def on(day: int, *uids: str) -> Items:
    return tuple(item(uid, day=day) for uid in uids)


def days(items: Items) -> str:
    return " ".join(f"{row.uid}{row.day}" for row in items)


def test_within_a_day_a_row_moves_among_its_siblings() -> None:
    assert days(edits.shift(on(1, "a", "b"), "a", 1, 2)) == "b1 a1"
    assert days(edits.shift(on(1, "a", "b"), "b", -1, 2)) == "b1 a1"


def test_at_the_edge_of_its_day_a_row_comes_to_the_next_day_first() -> None:
    items = (*on(1, "a", "b"), *on(2, "c"))
    down = edits.shift(items, "b", 1, 2)
    assert days(down) == "a1 b2 c2"
    assert days(edits.shift(down, "b", 1, 2)) == "a1 c2 b2"
    assert days(edits.shift(down, "b", -1, 2)) == "a1 b1 c2"
    assert days(edits.shift(items, "c", -1, 2)) == "a1 b1 c1"


def test_a_day_without_rows_is_reached_too() -> None:
    assert days(edits.shift(on(1, "a"), "a", 1, 3)) == "a2"
    assert days(edits.shift(on(2, "a"), "a", 1, 3)) == "a3"


def test_past_the_last_day_there_is_no_place() -> None:
    with pytest.raises(ItemCannotMoveError):
        edits.shift(on(2, "a"), "a", 1, 2)
    with pytest.raises(ItemCannotMoveError):
        edits.shift(on(1, "a"), "a", -1, 2)


def test_a_sub_item_stays_with_its_parent() -> None:
    items = (item("a"), item("b", level=2))
    with pytest.raises(ItemCannotMoveError):
        edits.shift(items, "b", 1, 2)


@given(trees(), st.data())
def test_no_step_changes_the_tree(items: Items, data: st.DataObject) -> None:
    if not items:
        return
    uid = data.draw(st.sampled_from([row.uid for row in items]))
    by = data.draw(st.sampled_from([-1, 1]))
    try:
        after = edits.shift(items, uid, by, 3)
    except ItemCannotMoveError:
        return
    require_shape(after)
    assert sorted(row.uid for row in after) == sorted(row.uid for row in items)
    before_parents = {
        row.uid: None if up is None else items[up].uid
        for row, up in zip(items, parents(items), strict=True)
    }
    assert before_parents == {
        row.uid: None if up is None else after[up].uid
        for row, up in zip(after, parents(after), strict=True)
    }


@pytest.mark.parametrize(("opens", "free"), [(time(9, 0), 480), (time(17, 30), -30)])
def test_what_a_day_has_left_until_it_usually_closes(opens: time, free: int) -> None:
    agenda = replace(Agenda("R1"), opens=(opens,), items=(item("a", minutes=60),))
    assert day_totals(agenda)[0].free == free
