"""A table in the place of an agenda: rows that stay keep what only the agenda knows of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.agenda_approval import approve_item, approved
from consultations_gui.domain.agenda_merge import Fate, Merged, appended, replaced
from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.errors import LevelJumpError
from consultations_gui.domain.parties import Lang, Side
from tests.domain.agenda_samples import LATER, NOW, Items, item, outline, trees

BOTH = frozenset({"minutes", "lead"})


def row(uid: str, zh: str, ru: str, level: int = 1, minutes: int | None = None) -> AgendaItem:
    text = Bilingual(zh, ru, LATER if zh else None, LATER if ru else None)
    return AgendaItem(f"new-{uid}", level, text, minutes)


def table_of(items: Items) -> Items:
    """The rows a table written from ``items`` would give."""
    return tuple(
        AgendaItem(f"new-{i.uid}", i.level, replace(i.text, zh_at=LATER, ru_at=LATER), i.minutes)
        for i in items
    )


def named(merged: Merged) -> list[tuple[str, str]]:
    return [(i.uid, str(f)) for i, f in zip(merged.items, merged.fates, strict=True)]


@given(trees(frozen=True))
def test_the_same_table_changes_nothing(items: Items) -> None:
    merged = replaced(items, table_of(items), BOTH, LATER)
    assert merged.items == items
    assert set(merged.fates) <= {Fate.KEPT}
    assert merged.removed == ()


@given(trees(), trees())
def test_what_the_table_says_stands_there_then(before: Items, after: Items) -> None:
    rows = table_of(after)
    merged = replaced(before, rows, BOTH, LATER)
    told = [(i.level, i.text.zh, i.text.ru, i.minutes) for i in merged.items]
    assert told == [(i.level, i.text.zh, i.text.ru, i.minutes) for i in rows]
    stay = {i.uid for i in merged.items} & {i.uid for i in before}
    assert {i.uid for i in merged.removed} == {i.uid for i in before} - stay
    assert len({i.uid for i in merged.items}) == len(rows)


@given(trees(), st.data())
def test_the_order_of_a_table_is_no_change_of_its_rows(items: Items, data: st.DataObject) -> None:
    tops = tuple(i for i in items if i.level == 1)
    order = tuple(data.draw(st.permutations(tops)))
    merged = replaced(tops, table_of(order), BOTH, LATER)
    assert [i.uid for i in merged.items] == [i.uid for i in order]
    assert set(merged.fates) <= {Fate.KEPT}


def test_an_approval_stays_where_the_content_does() -> None:
    agenda = Agenda("R1", items=outline("a1:30 b1:20"))
    for uid in ("a", "b"):
        agenda = approve_item(agenda, uid, Side.CN, NOW)
    rich = (replace(agenda.items[0], speakers="Чэнь"), agenda.items[1])
    rows = (
        row("1", "议题a", "О вопросе a", minutes=30),
        row("2", "议题b", "О вопросе b", minutes=25),
    )
    merged = replaced(rich, rows, BOTH, LATER)
    assert named(merged) == [("a", "kept"), ("b", "changed")]
    assert merged.items[0] == rich[0]
    assert merged.items[1].minutes == 25
    assert approved(agenda.items[1], Side.CN)
    assert not approved(merged.items[1], Side.CN)


def test_one_text_that_is_the_same_is_enough_to_know_a_row() -> None:
    before = outline("a1 b1 c1")
    rows = (row("1", "议题b", "Другое"), row("2", "别的", "О вопросе a"), row("3", "新", "Новое"))
    merged = replaced(before, rows, BOTH, LATER)
    assert named(merged) == [("b", "changed"), ("a", "changed"), ("new-3", "added")]
    assert [i.uid for i in merged.of(Fate.REMOVED)] == ["c"]
    assert [i.uid for i in merged.of(Fate.CHANGED)] == ["b", "a"]
    changed = merged.items[0].text
    assert (changed.zh_at, changed.ru_at) == (NOW, LATER)
    assert changed.state(Lang.ZH) is TextState.IN_STEP


def test_a_text_that_goes_has_no_time() -> None:
    merged = replaced(outline("a1"), (row("1", "议题a", ""),), BOTH, LATER)
    assert named(merged) == [("a", "changed")]
    assert merged.items[0].text == Bilingual("议题a", "", NOW, None)
    merged = replaced(outline("a1"), (row("1", "", "О вопросе a"),), BOTH, LATER)
    assert merged.items[0].text == Bilingual("", "О вопросе a", None, NOW)


def test_a_stale_text_stays_stale_and_empty_texts_are_nobodys() -> None:
    stale = replace(item("a"), text=item("a").text.edit(Lang.ZH, "改", LATER))
    nothing = replace(item("n"), text=Bilingual())
    rows = (row("1", "改", "О вопросе a"), row("2", "", ""))
    merged = replaced((stale, nothing), rows, BOTH, LATER)
    assert merged.items[0].text == stale.text
    assert [i.uid for i in merged.items] == ["a", "n"]
    half = replaced((nothing,), (row("1", "", "Только"),), BOTH, LATER)
    assert named(half) == [("new-1", "added")]


def test_repeated_breaks_are_matched_in_their_order_and_are_no_items() -> None:
    pause = Bilingual("休息", "Перерыв", NOW, NOW)
    first = AgendaItem("p1", 0, pause, 10)
    before = (item("a"), first, item("b"), replace(first, uid="p2"))
    rows = (
        row("1", "休息", "Перерыв", level=0, minutes=10),
        row("2", "休息", "Перерыв", level=1, minutes=10),
        row("3", "休息", "Перерыв", level=0, minutes=15),
    )
    merged = replaced(before, rows, BOTH, LATER)
    assert named(merged) == [("p1", "kept"), ("new-2", "added"), ("p2", "changed")]


def test_columns_a_table_has_not_are_left_as_they_are() -> None:
    before = (replace(item("a", minutes=45), lead=Side.RU),)
    rows = (row("1", "议题a", "О вопросе a"),)
    assert replaced(before, rows, frozenset({"level"}), LATER).items == before
    (bare,) = replaced(before, rows, BOTH, LATER).items
    assert (bare.minutes, bare.lead) == (None, None)


def test_rows_stay_on_their_days_and_new_ones_join_the_row_before() -> None:
    before = (item("a", day=1), item("b", day=2))
    rows = (
        row("0", "先", "Сначала"),
        *table_of(before)[:1],
        row("1", "中", "Между"),
        *table_of(before)[1:],
        row("2", "后", "После"),
    )
    days = [i.day for i in replaced(before, rows, BOTH, LATER).items]
    assert days == [1, 1, 1, 2, 2]
    assert [i.day for i in replaced((), rows[:1], BOTH, LATER).items] == [1]


def test_a_frozen_number_goes_with_the_parent_it_was_given_under() -> None:
    before = tuple(replace(i, frozen=n) for n, i in enumerate(outline("a1 b2 c1"), 1))
    rows = table_of(before)
    moved = (rows[0], rows[2], replace(rows[1], level=2))
    frozen = [i.frozen for i in replaced(before, moved, BOTH, LATER).items]
    assert frozen == [1, 3, None]


def test_rows_behind_those_that_are_there() -> None:
    before = (item("a"), item("b", day=2))
    merged = appended(before, (row("1", "新", "Новое"), row("2", "议题a", "О вопросе a")), BOTH)
    assert named(merged)[2:] == [("new-1", "added"), ("new-2", "added")]
    assert [i.day for i in merged.items] == [1, 2, 2, 2]
    assert merged.repeated == ("new-2",)
    assert [i.uid for i in merged.of(Fate.KEPT)] == ["a", "b"]
    assert [i.day for i in appended((), (row("1", "新", "Новое"),), BOTH).items] == [1]


def test_a_table_with_days_says_on_which_each_row_is() -> None:
    before = (item("a", day=1), item("b", day=2), item("c", day=2))
    rows = (
        *table_of(before)[:1],
        replace(row("1", "新", "Новое"), day=2),
        *(replace(i, day=day) for i, day in zip(table_of(before)[1:], (2, 3), strict=True)),
    )
    merged = replaced(before, rows, {*BOTH, "day"}, LATER)
    assert [i.day for i in merged.items] == [1, 2, 2, 3]
    assert named(merged) == [("a", "kept"), ("new-1", "added"), ("b", "kept"), ("c", "changed")]
    behind = appended(before, (replace(row("1", "新", "Новое"), day=3),), {"day"})
    assert [i.day for i in behind.items] == [1, 2, 2, 3]


def test_a_shape_that_cannot_be_is_refused() -> None:
    with pytest.raises(LevelJumpError):
        replaced((), (row("1", "新", "Новое", level=2),), BOTH, LATER)
    with pytest.raises(LevelJumpError):
        appended((), (row("1", "新", "Новое", level=2),), BOTH)
