"""Two revisions compared item by item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import agenda_edits as edits
from consultations_gui.domain.agenda import Agenda, AgendaStatus, Revision
from consultations_gui.domain.agenda_compare import ItemChange, compare
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Lang, Side
from tests.domain.agenda_samples import LATER, NOW, Items, outline, trees


def revision(rows: Items, number: int = 1) -> Revision:
    return Revision(number, NOW, AgendaStatus.CIRCULATED, rows)


def between(before: str | Items, after: str | Items) -> dict[str, ItemChange]:
    old = outline(before) if isinstance(before, str) else before
    new = outline(after) if isinstance(after, str) else after
    return {change.uid: change for change in compare(revision(old), revision(new, 2))}


def said(changes: dict[str, ItemChange]) -> dict[str, str]:
    return {
        uid: "added"
        if change.added
        else "removed"
        if change.removed
        else "moved"
        if change.moved
        else "changed"
        for uid, change in changes.items()
        if change.changed
    }


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        ("a1 b1", "a1 b1", {}),
        ("", "a1", {"a": "added"}),
        ("a1 b1", "b1", {"a": "removed"}),
        ("a1 b1 c1", "c1 a1 b1", {"c": "moved"}),
        ("a1 b1 c1", "b1 c1 a1", {"a": "moved"}),
        ("a1 b2 c2 d1 e2", "d1 e2 a1 b2 c2", {"d": "moved"}),
        ("a1 b2 c1", "a1 c1 b2", {"b": "moved"}),
        ("a1 b1", "a1 b2", {"b": "moved"}),
        ("a1 x1 b1", "a1 b1 y1", {"x": "removed", "y": "added"}),
        ("a1 b2 -0 c2", "a1 b2 c2 -0", {"-": "moved"}),
        ("a1 -0 b1", "-0 a1 b1", {"-": "moved"}),
        ("a1 -0 b1", "a1 x1 -0 b1", {"x": "added"}),
    ],
)
def test_what_became_of_the_rows(before: str, after: str, result: dict[str, str]) -> None:
    assert said(between(before, after)) == result


def test_a_number_that_shifted_is_shown_but_is_no_change() -> None:
    change = between("a1 b1", "b1")["b"]
    assert not change.changed
    assert change.before is not None
    assert change.after is not None
    assert (change.before.number_zh, change.after.number_zh) == ("二、", "一、")
    assert (change.before.number_ru, change.after.number_ru) == ("2.", "1.")


def test_each_text_and_each_other_field_is_told_apart() -> None:
    a, b, c = outline("a1 b1 c1")
    new = (
        replace(a, text=a.text.edit(Lang.ZH, "新", LATER)),
        replace(b, text=b.text.edit(Lang.RU, "Новый", LATER), lead=Side.RU, day=2),
        c,
    )
    found = between((a, b, c), new)
    assert (found["a"].zh, found["a"].ru, found["a"].details) == (True, False, ())
    assert (found["b"].zh, found["b"].ru, found["b"].details) == (False, True, ("lead", "day"))
    assert not found["c"].changed


def test_a_row_can_be_moved_and_changed() -> None:
    a, b, c = outline("a1 b1 c1")
    found = between((a, b, c), (replace(c, minutes=5), a, b))
    assert found["c"].moved
    assert found["c"].details == ("minutes",)
    assert not found["a"].changed


def test_removed_rows_are_listed_where_they_stood() -> None:
    assert list(between("a1 b1 c1 d1", "a1 d1 e1")) == ["a", "b", "c", "d", "e"]
    assert list(between("a1 b1", "c1")) == ["a", "b", "c"]


def test_a_revision_is_compared_with_the_agenda_as_it_stands() -> None:
    """A new item has the number it will have, past those ever circulated."""
    a, b = (replace(row, frozen=n) for n, row in enumerate(outline("a1 b1"), 1))
    kept = revision((a, b))
    now = Agenda("R1", items=(a, *outline("c1")), revisions=(kept,))
    found = {change.uid: change for change in compare(kept, now)}
    assert found["b"].removed
    assert found["c"].after is not None
    assert found["c"].after.number_ru == "3."


@given(trees())
def test_nothing_differs_from_itself(rows: Items) -> None:
    assert not any(change.changed for change in compare(revision(rows), revision(rows, 2)))


@given(st.data(), trees(min_size=1))
def test_one_move_is_told_as_one_move(data: st.DataObject, rows: Items) -> None:
    uid = data.draw(st.sampled_from([row.uid for row in rows if not row.is_break] or [""]))
    if not uid:
        return
    up, down = edits.room(rows, uid)
    steps = data.draw(st.sampled_from([max(-1, -up), min(1, down)]))
    found = compare(revision(rows), revision(edits.move(rows, uid, steps), 2))
    assert sum(change.moved for change in found) <= 1


@given(trees(), trees())
def test_going_back_swaps_added_and_removed(one: Items, other: Items) -> None:
    there = {c.uid: c for c in compare(revision(one), revision(other))}
    back = {c.uid: c for c in compare(revision(other), revision(one))}
    assert there.keys() == back.keys()
    assert {u for u, c in there.items() if c.added} == {u for u, c in back.items() if c.removed}
    assert [u for u in there if not there[u].removed] == [row.uid for row in other]


@given(st.data(), trees(min_size=1))
def test_a_row_under_another_parent_has_moved(data: st.DataObject, rows: Items) -> None:
    uid = data.draw(st.sampled_from([row.uid for row in rows]))
    try:
        deeper = edits.indent(rows, uid, 1)
    except DomainError:
        return
    moved = {change.uid for change in compare(revision(rows), revision(deeper)) if change.moved}
    assert uid in moved
    assert all(row.is_break for row in rows if row.uid in moved - {uid})
