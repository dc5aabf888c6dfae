"""A flat list of rows read as a tree."""

from __future__ import annotations

import pytest

from consultations_gui.domain.agenda import MAX_DAYS
from consultations_gui.domain.agenda_tree import parents, position, require_shape, subtree_end
from consultations_gui.domain.errors import (
    AgendaDayError,
    AlreadyExistsError,
    LevelJumpError,
    LevelOutOfRangeError,
    NotFoundError,
)
from tests.domain.agenda_samples import item, outline


def test_breaks_are_nobodys_children_and_part_no_family() -> None:
    assert parents(outline("a1 -0 b2 c3 +0 d3 e1")) == (None, None, 0, 2, None, 2, None)


@pytest.mark.parametrize(("index", "end"), [(0, 5), (1, 2), (2, 4), (3, 4), (4, 5), (5, 6), (6, 7)])
def test_a_subtree_holds_the_breaks_between_but_not_behind(index: int, end: int) -> None:
    assert subtree_end(outline("a1 -0 b2 c3 d2 +0 e1"), index) == end


@pytest.mark.parametrize(
    ("text", "row", "above"), [("a2", 1, 0), ("a1 b3", 2, 1), ("a1 -0 b3", 3, 1)]
)
def test_a_level_is_not_jumped_over(text: str, row: int, above: int) -> None:
    with pytest.raises(LevelJumpError) as raised:
        require_shape(outline(text))
    assert (raised.value.row, raised.value.above) == (row, above)


@pytest.mark.parametrize("level", [-1, 4])
def test_there_are_three_levels_and_the_break(level: int) -> None:
    with pytest.raises(LevelOutOfRangeError):
        require_shape((*outline("a1 b2 c3"), item("d", level)))


@pytest.mark.parametrize("day", [0, MAX_DAYS + 1])
def test_days_are_counted_from_one(day: int) -> None:
    with pytest.raises(AgendaDayError):
        require_shape((item("a", day=day),))


def test_no_row_stands_twice() -> None:
    with pytest.raises(AlreadyExistsError):
        require_shape(outline("a1 a1"))


def test_a_row_that_is_not_there() -> None:
    with pytest.raises(NotFoundError):
        position(outline("a1"), "b")
