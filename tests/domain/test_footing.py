"""What a meeting's dates were chosen by, kept, and compared with what is shipped later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.footing import REACH, Footing, changes, footing, span
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import DayKind, Decree, Origin, WorkCalendar
from tests.domain.rounds import CN, ONLINE, RU, days, meeting, month

AS_THEY_COME = Wishes()
GUESSED = Decree(CN, 2027, origin=Origin.EXTRAPOLATED)
R3 = meeting("R3", RU, Status.PLANNED, days("2027-10-07", "2027-10-08"))
"""Thursday and Friday in Moscow; the Chinese side travels on Wednesday and Saturday."""


def shipped(*decrees: Decree) -> dict[Side, WorkCalendar]:
    return {side: WorkCalendar(side, [d for d in decrees if d.side is side]) for side in Side}


def stood(one: Consultation, *decrees: Decree) -> Consultation:
    return replace(one, footing=footing(one, shipped(*decrees), "holidays 1"))


def notice(
    off: tuple[date, ...] = (), moved_off: tuple[date, ...] = (), make_up: tuple[date, ...] = ()
) -> Decree:
    return Decree(CN, 2027, off, moved_off, make_up, origin=Origin.LIBRARY)


def test_what_is_kept_says_each_day_of_both_countries() -> None:
    one = stood(R3, notice(moved_off=(date(2027, 10, 7),), make_up=(date(2027, 10, 9),)))
    kept = Footing.read(one.footing)
    assert kept is not None
    assert (kept.first, kept.source) == (date(2027, 10, 7) - REACH, "holidays 1")
    assert len(kept.cn) == len(kept.ru) == 2 + 2 * REACH.days
    assert (kept.mark(CN, date(2027, 10, 7)), kept.mark(RU, date(2027, 10, 7))) == (10, 1)
    assert (kept.mark(CN, date(2027, 10, 9)), kept.mark(RU, date(2027, 10, 9))) == (11, 0)
    assert kept.mark(CN, kept.first - timedelta(days=1)) is None
    assert kept.mark(CN, kept.first + timedelta(days=len(kept.cn))) is None


@given(
    st.dates(date(2009, 1, 1), date(2098, 12, 1)),
    st.text("0123456789abcdef", min_size=1, max_size=60),
    st.text(max_size=20).filter(lambda text: "\n" not in text),
)
def test_what_is_written_is_read(first: date, digits: str, source: str) -> None:
    kept = Footing(first, digits, digits[::-1], source)
    assert Footing.read(kept.write()) == kept


def test_nothing_is_kept_for_what_stands_on_no_days() -> None:
    for one in (
        replace(R3, dates=None),
        replace(R3, dates=month(2027, 10)),
        replace(R3, status=Status.HELD),
        replace(R3, status=Status.CANCELLED),
        replace(R3, dates=days("2008-10-07")),
        replace(R3, dates=days("2099-10-07")),
    ):
        assert span(one) is None
        assert footing(one, shipped(), "x") == ""
    assert Footing.read("") is None
    assert changes(R3, shipped(), (), AS_THEY_COME) == ()
    over = replace(stood(R3), status=Status.HELD)
    assert changes(over, shipped(notice(off=(date(2027, 10, 7),))), (), AS_THEY_COME) == ()


def test_the_same_days_are_no_change_be_they_confirmed_by_now() -> None:
    one = stood(R3, GUESSED)
    assert changes(one, shipped(notice()), (), AS_THEY_COME) == ()


def test_a_meeting_day_that_a_later_table_sees_otherwise() -> None:
    one = stood(R3, GUESSED)
    later = shipped(notice(moved_off=(date(2027, 10, 7),)))
    (found,) = changes(one, later, (), AS_THEY_COME)
    assert (found.side, found.date) == (CN, date(2027, 10, 7))
    assert (found.before.kind, found.after.kind) == (DayKind.WORK, DayKind.MOVED_OFF)
    assert (found.before.confirmed, found.after.confirmed) == (False, True)
    assert changes(one, later, {(CN, 2027)}, AS_THEY_COME) == ()
    assert len(changes(one, later, {(RU, 2027), (CN, 2026)}, AS_THEY_COME)) == 1


@pytest.mark.parametrize(
    ("host", "day", "told"),
    [
        (RU, date(2027, 10, 6), True),
        (RU, date(2027, 10, 5), False),
        (CN, date(2027, 10, 6), False),
        (None, date(2027, 10, 6), False),
    ],
)
def test_travel_days_count_for_the_visiting_side_alone(
    host: Side | None, day: date, told: bool
) -> None:
    one = stood(replace(R3, host=host, venue=R3.venue if host else ONLINE), GUESSED)
    found = changes(one, shipped(notice(off=(day,))), (), AS_THEY_COME)
    assert [change.date for change in found] == ([day] if told else [])


def test_more_travel_days_than_when_it_was_planned_are_looked_at_too() -> None:
    one = stood(R3, GUESSED)
    later = shipped(notice(off=(date(2027, 9, 23), date(2027, 10, 22))))
    found = changes(one, later, (), Wishes(travel_before=14, travel_after=14))
    assert [change.date for change in found] == [date(2027, 9, 23), date(2027, 10, 22)]


def test_an_hour_less_is_a_change() -> None:
    one = stood(meeting("R4", CN, Status.CONFIRMED, days("2027-11-03")))
    eve = Decree(RU, 2027, short=(date(2027, 11, 3),))
    bare = Decree(RU, 2027, short=())
    (found,) = changes(stood(one, bare), shipped(eve), (), AS_THEY_COME)
    assert (found.side, found.before.short, found.after.short) == (RU, False, True)


def test_days_past_what_is_kept_are_left_out() -> None:
    one = replace(R3, footing=Footing(date(2027, 10, 8), "1", "1", "x").write())
    later = shipped(notice(off=(date(2027, 10, 7), date(2027, 10, 8))))
    assert [change.date for change in changes(one, later, (), AS_THEY_COME)] == [date(2027, 10, 8)]
