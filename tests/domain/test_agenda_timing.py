"""Lengths add up, and times follow from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given

from consultations_gui.domain.agenda import MAX_DAYS, Agenda
from consultations_gui.domain.agenda_timing import (
    DayTotal,
    Slot,
    day_totals,
    lengths,
    mismatches,
    opening,
    slots,
    timing,
    timing_problems,
    total_minutes,
    with_opening,
)
from consultations_gui.domain.agenda_tree import parents
from consultations_gui.domain.errors import (
    AgendaDayError,
    DayPastMidnightError,
    MinutesMismatchError,
)
from tests.domain.agenda_samples import Items, agenda, item, outline, trees


def spans(one: Agenda) -> list[str]:
    return [
        f"{slot.day} {slot.start:%H:%M}-{slot.end:%H:%M}" if slot else "?" for slot in slots(one)
    ]


def test_rows_follow_each_other_from_the_opening_time() -> None:
    one = replace(agenda("a1:30 -0:15 b1:45"), opens=(time(9, 30),))
    assert spans(one) == ["1 09:30-10:00", "1 10:00-10:15", "1 10:15-11:00"]
    assert timing(one)[0] == Slot(1, time(9, 30), time(10, 0))


def test_a_parent_spans_its_children_and_the_breaks_between_them() -> None:
    one = agenda("a1 b2:20 -0:10 c2 d3:15 e3:15 f1:30")
    assert spans(one) == [
        "1 09:00-10:00",
        "1 09:00-09:20",
        "1 09:20-09:30",
        "1 09:30-10:00",
        "1 09:30-09:45",
        "1 09:45-10:00",
        "1 10:00-10:30",
    ]
    assert lengths(one.items) == (50, 20, 10, 30, 15, 15, 30)
    assert total_minutes(one.items) == 80


def test_each_day_has_its_own_clock() -> None:
    rows = (item("a", 1, 60), item("b", 1, 30, day=2), item("c", 1, 15), item("d", 1, 5, day=3))
    one = Agenda("R1", items=rows, opens=(time(9, 0), time(10, 0)))
    assert spans(one) == ["1 09:00-10:00", "2 10:00-10:30", "1 10:00-10:15", "3 10:00-10:05"]


def test_a_parent_over_two_days_stands_on_the_first_childs() -> None:
    rows = (item("a", 1, day=2), item("b", 2, 60), item("c", 2, 30, day=2), item("d", 2, 10))
    assert spans(Agenda("R1", items=rows)) == [
        "1 09:00-10:10",
        "1 09:00-10:00",
        "2 09:00-09:30",
        "1 10:00-10:10",
    ]


def test_children_without_lengths_share_their_parents_slot() -> None:
    one = agenda("a1:60 b2 c3 d1:10")
    assert spans(one) == ["1 09:00-10:00", "1 09:00-10:00", "1 09:00-10:00", "1 10:00-10:10"]
    assert lengths(one.items) == (60, None, None, 10)
    assert mismatches(one.items) == ()
    assert total_minutes(one.items) == 70


def test_a_row_without_length_takes_no_time() -> None:
    assert spans(agenda("a1 -0 b1:10")) == ["1 09:00-09:00", "1 09:00-09:00", "1 09:00-09:10"]


def test_an_entry_that_differs_from_the_sum_is_an_error() -> None:
    one = agenda("x1:10 a1:45 b2:20 c2:30")
    (wrong,) = mismatches(one.items)
    assert (wrong.row, wrong.uid, wrong.given, wrong.sum) == (2, "a", 45, 50)
    with pytest.raises(MinutesMismatchError) as raised:
        timing(one)
    assert vars(raised.value) == vars(wrong)
    assert spans(one)[1] == "1 09:10-10:00"


def test_every_level_is_compared_with_its_own_children() -> None:
    found = mismatches(outline("a1:99 b2:40 c3:30 d2:10"))
    assert [(wrong.uid, wrong.sum) for wrong in found] == [("a", 40), ("b", 30)]


def test_an_entry_equal_to_the_sum_is_fine() -> None:
    assert mismatches(outline("a1:50 b2:20 c2:30")) == ()


@pytest.mark.parametrize(("minutes", "fits"), [(59, True), (60, False), (61, False), (900, False)])
def test_a_day_ends_before_midnight(minutes: int, fits: bool) -> None:
    one = Agenda("R1", opens=(time(23, 0),), items=(item("a", 1, minutes), item("b")))
    assert (slots(one)[0] is not None) is fits
    if fits:
        assert timing(one)[0].end == time(23, 59)
        return
    assert slots(one) == (None, None)
    with pytest.raises(DayPastMidnightError) as raised:
        timing(one)
    assert raised.value.day == 1
    assert day_totals(one) == (DayTotal(1, time(23, 0), None, minutes, 0),)


def test_all_that_is_wrong_is_told_at_once() -> None:
    rows = (*outline("a1:5 b2:900 c1:700"), item("d", 1, 1000, day=2))
    found = timing_problems(Agenda("R1", items=rows))
    assert [type(problem) for problem in found] == [
        MinutesMismatchError,
        DayPastMidnightError,
        DayPastMidnightError,
    ]


def test_days_are_summed_up_without_their_breaks() -> None:
    rows = (*outline("a1 b2:30 -0:15 c2:30 d1:20 e2"), item("f", 1, 45, day=3))
    one = Agenda("R1", items=rows)
    assert day_totals(one) == (
        DayTotal(1, time(9, 0), time(10, 35), 80, 15),
        DayTotal(3, time(9, 0), time(9, 45), 45, 0),
    )


def test_a_day_has_free_minutes_up_to_its_usual_close() -> None:
    (total,) = day_totals(agenda("a1:500 -0:30 b1:9"))
    assert total.free == 1
    assert replace(total, minutes=511).free == -1


def test_a_day_without_opening_time_opens_like_the_last_that_has_one() -> None:
    one = Agenda("R1", opens=(time(9, 0), time(10, 0)))
    assert [opening(one, day) for day in (1, 2, 3)] == [time(9, 0), time(10, 0), time(10, 0)]


def test_setting_an_opening_time_leaves_the_other_days_alone() -> None:
    one = with_opening(Agenda("R1", opens=(time(9, 0), time(10, 0))), 4, time(14, 30, 59))
    assert one.opens == (time(9, 0), time(10, 0), time(10, 0), time(14, 30))
    assert with_opening(one, 1, time(8, 0)).opens[0] == time(8, 0)


@pytest.mark.parametrize("day", [0, -1, MAX_DAYS + 1])
def test_there_is_no_such_day(day: int) -> None:
    with pytest.raises(AgendaDayError):
        with_opening(Agenda("R1"), day, time(9, 0))


@given(trees())
def test_a_parents_minutes_are_the_sum_of_its_childrens(rows: Items) -> None:
    found, above = lengths(rows), parents(rows)
    for at in range(len(rows)):
        children = [found[c] for c, parent in enumerate(above) if parent == at]
        timed = [length for length in children if length is not None]
        assert found[at] == (sum(timed) if timed else rows[at].minutes)


@given(trees())
def test_a_day_takes_exactly_its_work_and_breaks(rows: Items) -> None:
    """No minute is lost or counted twice, whatever the shape."""
    one = Agenda("R1", opens=(time(0, 0),), items=rows)
    breaks = sum(row.minutes or 0 for row in rows if row.is_break)
    for total in day_totals(one):
        assert total.minutes == total_minutes(rows)
        assert total.breaks == breaks
        assert total.end is not None
        end = total.end.hour * 60 + total.end.minute
        assert end == total.minutes + total.breaks
        assert max(slot.end for slot in timing_or_slots(one)) == total.end


def timing_or_slots(one: Agenda) -> list[Slot]:
    return [slot for slot in slots(one) if slot is not None]


@given(trees(min_size=1))
def test_rows_never_run_backwards(rows: Items) -> None:
    found = timing_or_slots(Agenda("R1", opens=(time(0, 0),), items=rows))
    assert len(found) == len(rows)
    for slot in found:
        assert slot.start <= slot.end
