"""Adding, moving, indenting, removing rows: the shape always holds, others keep their place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import agenda_edits as edits
from consultations_gui.domain.agenda_numbers import numbers, places
from consultations_gui.domain.agenda_tree import parents, require_shape
from consultations_gui.domain.errors import (
    AgendaDayError,
    AlreadyExistsError,
    DomainError,
    InvalidMinutesError,
    ItemCannotMoveError,
    LevelJumpError,
    LevelOutOfRangeError,
    NotFoundError,
    OriginatorMissingError,
    UnknownTagError,
)
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking
from tests.domain.agenda_samples import Items, drawn, item, outline, trees

# --- adding, changing, removing --------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "level", "result"),
    [
        (None, 1, "a1 b2 -0 c2 d1 x1"),
        (None, 2, "a1 b2 -0 c2 d1 x2"),
        ("a", 1, "a1 b2 -0 c2 x1 d1"),
        ("a", 2, "a1 x2 b2 -0 c2 d1"),
        ("a", 0, "a1 x0 b2 -0 c2 d1"),
        ("b", 3, "a1 b2 x3 -0 c2 d1"),
        ("b", 1, "a1 b2 -0 c2 x1 d1"),
        ("-", 2, "a1 b2 -0 x2 c2 d1"),
        ("-", 1, "a1 b2 -0 c2 x1 d1"),
        ("d", 1, "a1 b2 -0 c2 d1 x1"),
    ],
)
def test_a_new_row_takes_nobodys_children(after: str | None, level: int, result: str) -> None:
    assert drawn(edits.add(outline("a1 b2 -0 c2 d1"), item("x", level), after)) == result


def test_a_new_row_cannot_jump_a_level() -> None:
    with pytest.raises(LevelJumpError):
        edits.add(outline("a1"), item("x", 3), "a")
    with pytest.raises(LevelJumpError):
        edits.add((), item("x", 2), None)


def test_a_new_row_needs_a_uid_of_its_own_and_a_row_to_stand_behind() -> None:
    with pytest.raises(AlreadyExistsError):
        edits.add(outline("a1"), item("a"), None)
    with pytest.raises(NotFoundError):
        edits.add(outline("a1"), item("x"), "y")


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_minutes_are_those_of_a_day(minutes: int) -> None:
    with pytest.raises(InvalidMinutesError):
        edits.add((), item("x", 1, minutes), None)


def test_a_tag_must_be_one_of_the_agreements_or_an_own_direction() -> None:
    tagged = replace(item("a"), tags=("2.6", "3.15", "Квантовая связь"))
    assert edits.change(outline("a1"), tagged) == (tagged,)
    with pytest.raises(UnknownTagError) as raised:
        edits.change(outline("a1"), replace(tagged, tags=("3.16",)))
    assert raised.value.tag == "3.16"


def test_restricted_information_comes_from_somebody() -> None:
    marked = replace(item("a"), marking=Marking.RESTRICTED)
    with pytest.raises(OriginatorMissingError):
        edits.change(outline("a1"), marked)
    kept = replace(marked, originator=Side.RU)
    assert edits.change(outline("a1"), kept) == (kept,)


def test_a_change_keeps_level_number_and_place() -> None:
    rows = (replace(item("a"), frozen=7), item("b"))
    changed = edits.change(rows, replace(item("a", 3, 20, day=2), frozen=1))
    assert changed == (replace(item("a", 1, 20, day=2), frozen=7), item("b"))


def test_a_change_names_a_row_that_is_there_and_a_day_that_can_be() -> None:
    with pytest.raises(NotFoundError):
        edits.change(outline("a1"), item("b"))
    with pytest.raises(AgendaDayError):
        edits.change(outline("a1"), item("a", day=0))


@pytest.mark.parametrize(
    ("uid", "result"),
    [
        ("a", "+0 d1"),
        ("b", "a1 -0 c2 +0 d1"),
        ("c", "a1 b2 -0 +0 d1"),
        ("-", "a1 b2 c2 +0 d1"),
        ("d", "a1 b2 -0 c2 +0"),
    ],
)
def test_a_row_goes_with_its_subtree(uid: str, result: str) -> None:
    assert drawn(edits.remove(outline("a1 b2 -0 c2 +0 d1"), uid)) == result


def test_a_row_changes_its_day_with_its_subtree() -> None:
    rows = edits.set_day(outline("a1 b2 -0 c2 +0 d1"), "a", 2)
    assert [row.day for row in rows] == [2, 2, 2, 2, 1, 1]
    with pytest.raises(AgendaDayError):
        edits.set_day(rows, "d", 0)


# --- moving ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uid", "steps", "result"),
    [
        ("a", 1, "-0 a1 b2 c2 d1 e2"),
        ("a", 2, "-0 d1 e2 a1 b2 c2"),
        ("d", -1, "a1 b2 c2 d1 e2 -0"),
        ("d", -2, "d1 e2 a1 b2 c2 -0"),
        ("b", 1, "a1 c2 b2 -0 d1 e2"),
        ("b", 2, "a1 c2 -0 b2 d1 e2"),
        ("-", -1, "a1 b2 -0 c2 d1 e2"),
        ("-", -3, "-0 a1 b2 c2 d1 e2"),
        ("-", 2, "a1 b2 c2 d1 e2 -0"),
        ("a", 0, "a1 b2 c2 -0 d1 e2"),
    ],
)
def test_a_row_moves_among_its_siblings(uid: str, steps: int, result: str) -> None:
    assert drawn(edits.move(outline("a1 b2 c2 -0 d1 e2"), uid, steps)) == result


@pytest.mark.parametrize(("uid", "up", "down"), [("a", 0, 2), ("c", 1, 1), ("e", 0, 0)])
def test_how_far_a_row_can_move(uid: str, up: int, down: int) -> None:
    rows = outline("a1 b2 c2 -0 d1 e2")
    assert edits.room(rows, uid) == (up, down)
    for steps in (-up - 1, down + 1):
        with pytest.raises(ItemCannotMoveError) as raised:
            edits.move(rows, uid, steps)
        assert raised.value.steps == steps


def two_days(text: str, second: str) -> Items:
    return (*outline(text), *(replace(row, day=2) for row in outline(second)))


@pytest.mark.parametrize(
    ("uid", "by", "order", "days"),
    [
        ("a", 1, "d1 a1 b2 c2 e1 f1", "111122"),
        ("d", 1, "a1 b2 c2 d1 e1 f1", "111222"),
        ("e", -1, "a1 b2 c2 d1 e1 f1", "111112"),
        ("f", -1, "a1 b2 c2 d1 f1 e1", "111122"),
        ("b", 1, "a1 c2 b2 d1 e1 f1", "111122"),
        ("f", 1, "a1 b2 c2 d1 e1 f1", "111123"),
    ],
)
def test_a_row_steps_over_to_the_next_day(uid: str, by: int, order: str, days: str) -> None:
    rows = edits.shift(two_days("a1 b2 c2 d1", "e1 f1"), uid, by, 3)
    assert drawn(rows) == order
    assert "".join(str(row.day) for row in rows) == days


@pytest.mark.parametrize(("uid", "by"), [("a", -1), ("f", 1), ("b", -1), ("c", 1)])
def test_there_is_no_day_before_the_first_and_after_the_last(uid: str, by: int) -> None:
    with pytest.raises(ItemCannotMoveError):
        edits.shift(two_days("a1 b2 c2 d1", "e1 f1"), uid, by, 2)


@given(st.data(), trees(min_size=1))
def test_a_step_there_and_back_is_as_if_nothing_had_been(data: st.DataObject, rows: Items) -> None:
    uid, by = some_row(data, rows), data.draw(st.sampled_from([-1, 1]))
    try:
        stepped = edits.shift(rows, uid, by, 2)
    except DomainError:
        return
    assert edits.shift(stepped, uid, -by, 2) == rows


@pytest.mark.parametrize(
    ("uid", "after", "level", "result"),
    [
        ("c", None, None, "c1 d2 a1 b2"),
        ("c", "a", None, "a1 b2 c1 d2"),
        ("c", "a", 2, "a1 c2 d3 b2"),
        ("c", "b", 2, "a1 b2 c2 d3"),
        ("b", None, 1, "b1 a1 c1 d2"),
        ("b", "d", None, "a1 c1 d2 b2"),
        ("b", "d", 3, "a1 c1 d2 b3"),
        ("a", "d", None, "c1 d2 a1 b2"),
    ],
)
def test_a_row_is_placed_anywhere_it_fits(
    uid: str, after: str | None, level: int | None, result: str
) -> None:
    assert drawn(edits.place(outline("a1 b2 c1 d2"), uid, after, level)) == result


def test_a_break_is_placed_right_behind_a_row() -> None:
    assert drawn(edits.place(outline("a1 b2 -0"), "-", "a")) == "a1 -0 b2"


@pytest.mark.parametrize(
    ("uid", "after", "level", "error"),
    [
        ("a", "b", None, ItemCannotMoveError),
        ("a", "a", None, ItemCannotMoveError),
        ("b", None, None, LevelJumpError),
        ("c", "b", 3, LevelOutOfRangeError),
        ("a", None, 0, LevelOutOfRangeError),
        ("-", None, 1, LevelOutOfRangeError),
        ("x", None, None, NotFoundError),
        ("a", "x", None, NotFoundError),
    ],
)
def test_where_a_row_cannot_be_placed(
    uid: str, after: str | None, level: int | None, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        edits.place(outline("a1 b2 c1 d2 -0"), uid, after, level)


# --- levels ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uid", "by", "result"),
    [
        ("d", 1, "a1 b2 c2 -0 d2 e3"),
        ("c", 1, "a1 b2 c3 -0 d1 e2"),
        ("b", -1, "a1 c2 b1 -0 d1 e2"),
        ("c", -1, "a1 b2 c1 -0 d1 e2"),
        ("e", -1, "a1 b2 c2 -0 d1 e1"),
    ],
)
def test_a_row_goes_deeper_or_shallower(uid: str, by: int, result: str) -> None:
    assert drawn(edits.indent(outline("a1 b2 c2 -0 d1 e2"), uid, by)) == result


@pytest.mark.parametrize(
    ("text", "uid", "by", "error"),
    [
        ("a1", "a", -1, LevelOutOfRangeError),
        ("a1", "a", 1, LevelJumpError),
        ("a1 b2", "b", 1, LevelJumpError),
        ("a1 b1 c2 d3", "b", 1, LevelOutOfRangeError),
        ("a1 -0", "-", 1, LevelOutOfRangeError),
        ("a1 -0", "-", -1, LevelOutOfRangeError),
        ("a1", "b", 1, NotFoundError),
    ],
)
def test_where_a_row_cannot_go(text: str, uid: str, by: int, error: type[DomainError]) -> None:
    with pytest.raises(error):
        edits.indent(outline(text), uid, by)


def frozen(text: str) -> Items:
    """An outline as it was circulated."""
    rows = outline(text)
    return tuple(replace(row, frozen=place) for row, place in zip(rows, places(rows), strict=True))


def test_a_new_parent_costs_the_frozen_number() -> None:
    rows = edits.indent(frozen("a1 b2 c1 d2 e1"), "c", 1)
    assert drawn(rows) == "a1 b2 c2 d3 e1"
    assert [row.frozen for row in rows] == [1, 1, None, 1, 3]
    assert numbers(rows, Lang.RU) == ("1.", "1.1.", "1.2.", "1.2.1.", "3.")


def test_a_new_order_does_not_change_frozen_numbers() -> None:
    rows = edits.move(frozen("a1 b1 c1"), "c", -2)
    assert numbers(rows, Lang.ZH) == ("三、", "一、", "二、")


# --- whatever the agenda ---------------------------------------------------------------------


def some_row(data: st.DataObject, rows: Items) -> str:
    return data.draw(st.sampled_from([row.uid for row in rows]))


def edited(data: st.DataObject, rows: Items) -> tuple[Items, str]:
    """The rows after one drawn edit, as they were if it is refused, and the row it was about."""
    try:
        return attempted(data, rows)
    except DomainError:
        return rows, ""


def attempted(data: st.DataObject, rows: Items) -> tuple[Items, str]:
    uid = some_row(data, rows)
    others = [None, *(row.uid for row in rows)]
    kind = data.draw(st.sampled_from(["add", "move", "place", "in", "out", "remove", "day"]))
    if kind == "add":
        level, after = data.draw(st.integers(0, 3)), data.draw(st.sampled_from(others))
        return edits.add(rows, item("new", level), after), "new"
    if kind == "move":
        up, down = edits.room(rows, uid)
        return edits.move(rows, uid, data.draw(st.integers(-up, down))), uid
    if kind == "place":
        after = data.draw(st.sampled_from(others))
        return edits.place(rows, uid, after, data.draw(st.none() | st.integers(0, 3))), uid
    if kind == "remove":
        return edits.remove(rows, uid), uid
    if kind == "day":
        return edits.set_day(rows, uid, data.draw(st.integers(1, 3))), uid
    return edits.indent(rows, uid, 1 if kind == "in" else -1), uid


def parent_uids(rows: Items) -> dict[str, str | None]:
    above = parents(rows)
    return {
        row.uid: None if parent is None else rows[parent].uid
        for row, parent in zip(rows, above, strict=True)
    }


@given(st.data(), trees(min_size=1, frozen=True))
def test_every_edit_keeps_the_shape_and_everybody_elses_parent(
    data: st.DataObject, rows: Items
) -> None:
    after, uid = edited(data, rows)
    require_shape(after)
    old, new = parent_uids(rows), parent_uids(after)
    assert {u: p for u, p in new.items() if u != uid} == {
        u: p for u, p in old.items() if u != uid and u in new
    }


@given(st.data(), trees(min_size=1, frozen=True))
def test_frozen_numbers_never_change(data: st.DataObject, rows: Items) -> None:
    """But for the row that itself came under another parent, which gives its number up."""
    after, _ = edited(data, rows)
    old, new = parent_uids(rows), parent_uids(after)
    before = {row.uid: row.frozen for row in rows}
    for row, place in zip(after, places(after), strict=True):
        if row.uid not in before:
            continue
        if old[row.uid] != new[row.uid]:
            assert row.frozen is None
        else:
            assert row.frozen == before[row.uid]
            assert row.frozen is None or place == row.frozen


@given(st.data(), trees(min_size=1))
def test_moving_loses_no_row_and_no_minute(data: st.DataObject, rows: Items) -> None:
    after, _ = edited(data, rows)
    if len(after) != len(rows):
        return
    assert sorted(row.uid for row in after) == sorted(row.uid for row in rows)
    assert sum(row.minutes or 0 for row in after) == sum(row.minutes or 0 for row in rows)
    assert {row.uid: row.text for row in after} == {row.uid: row.text for row in rows}


@given(st.data(), trees(min_size=1, frozen=True))
def test_moving_there_and_back_is_as_if_nothing_had_been(data: st.DataObject, rows: Items) -> None:
    uid = some_row(data, rows)
    up, down = edits.room(rows, uid)
    steps = data.draw(st.integers(-up, down))
    assert edits.move(edits.move(rows, uid, steps), uid, -steps) == rows


@given(st.data(), trees(min_size=1))
def test_deeper_and_shallower_again_is_as_if_nothing_had_been(
    data: st.DataObject, rows: Items
) -> None:
    uid = some_row(data, rows)
    try:
        deeper = edits.indent(rows, uid, 1)
    except DomainError:
        return
    assert edits.indent(deeper, uid, -1) == rows


@given(st.data(), trees(), st.integers(0, 3))
def test_adding_and_removing_is_as_if_nothing_had_been(
    data: st.DataObject, rows: Items, level: int
) -> None:
    after = data.draw(st.sampled_from([None, *(row.uid for row in rows)]))
    try:
        added = edits.add(rows, item("new", level), after)
    except DomainError:
        return
    assert edits.remove(added, "new") == rows
