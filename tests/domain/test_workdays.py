"""Calendars made from decrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.errors import (
    DayOffOnWeekendError,
    DecreeConflictError,
    DecreeDayOutsideError,
    MakeUpOnWeekdayError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import (
    CONFIRMED,
    MOVED,
    SHORT,
    WORKING,
    DayKind,
    Decree,
    Move,
    Origin,
    WorkCalendar,
    build_year,
    differences,
    year_marks,
)

SATURDAY, MONDAY, TUESDAY = date(2027, 5, 8), date(2027, 5, 10), date(2027, 5, 11)


def test_decree_id() -> None:
    assert Decree(Side.CN, 2027).id == "CN-2027"


@pytest.mark.parametrize(
    ("origin", "confirmed"),
    [(Origin.OFFICE, True), (Origin.LIBRARY, True), (Origin.EXTRAPOLATED, False)],
)
def test_what_confirms_a_year(origin: Origin, confirmed: bool) -> None:
    decree = Decree(Side.CN, 2027, origin=origin)
    assert decree.confirmed is confirmed
    assert {day.confirmed for day in build_year(decree)} == {confirmed}


def test_kinds() -> None:
    decree = Decree(
        Side.CN, 2027, off=(MONDAY,), moved_off=(TUESDAY,), make_up=(SATURDAY,),
        names=((MONDAY, "Labor Day"),),
    )  # fmt: skip
    calendar = WorkCalendar(Side.CN, [decree])
    kinds = [calendar.day(SATURDAY + timedelta(days=n)).kind for n in range(5)]
    assert kinds == [
        DayKind.MAKE_UP,
        DayKind.OFF,
        DayKind.OFF,
        DayKind.MOVED_OFF,
        DayKind.WORK,
    ]
    assert [kind.working for kind in kinds] == [True, False, False, False, True]
    assert calendar.day(SATURDAY).working
    assert calendar.day(MONDAY).holiday == "Labor Day"
    assert calendar.day(TUESDAY).holiday == ""


def test_short_days_by_article_95() -> None:
    """The eves of 1 May and 12 June 2028 are Sundays."""
    holidays = tuple(date(2028, 1, day) for day in range(3, 8))
    short = {day.date for day in build_year(Decree(Side.RU, 2028, off=holidays)) if day.short}
    assert short == {date(2028, 2, 22), date(2028, 3, 7), date(2028, 5, 8), date(2028, 11, 3)}


def test_the_last_day_of_the_year_is_the_eve_of_a_holiday() -> None:
    assert build_year(Decree(Side.RU, 2029))[-1].short


def test_a_make_up_day_is_short_when_the_day_it_is_worked_for_would_be() -> None:
    saturday, monday = date(2027, 2, 20), date(2027, 2, 22)
    plain = Decree(Side.RU, 2027, moved_off=(monday,), make_up=(saturday,))
    assert not WorkCalendar(Side.RU, [plain]).day(saturday).short
    known = Decree(
        Side.RU, 2027, moved_off=(monday,), make_up=(saturday,), moves=(Move(saturday, monday),)
    )
    calendar = WorkCalendar(Side.RU, [known])
    assert calendar.day(saturday).short
    assert not calendar.day(monday).short


def test_the_notice_s_own_short_days_win() -> None:
    named = Decree(Side.RU, 2028, short=(date(2028, 6, 9), date(2028, 7, 1), date(2029, 1, 9)))
    assert [day.date for day in build_year(named) if day.short] == [date(2028, 6, 9)]
    assert not any(day.short for day in build_year(Decree(Side.RU, 2028, short=())))


def test_china_has_no_short_days() -> None:
    assert not any(day.short for day in build_year(Decree(Side.CN, 2028)))


def test_a_notice_reaches_into_the_neighbouring_years() -> None:
    """The notice of 2012 had 31 December 2011, a Saturday, worked."""
    sat, friday = date(2011, 12, 31), date(2013, 1, 4)
    notice = Decree(
        Side.CN, 2012, off=(friday,), make_up=(sat,), names=((friday, "New Year's Day"),)
    )
    calendar = WorkCalendar(Side.CN, [Decree(Side.CN, 2011), notice, Decree(Side.CN, 2014)])
    assert calendar.day(sat).kind is DayKind.MAKE_UP
    assert calendar.day(friday).kind is DayKind.OFF
    assert calendar.day(friday).holiday == "New Year's Day"
    assert calendar.marks(2011, 2011)[-1] == CONFIRMED | WORKING | MOVED
    own = Decree(Side.CN, 2011, off=(sat,))
    assert WorkCalendar(Side.CN, [own, notice]).day(sat).kind is DayKind.OFF


def test_a_year_without_decree_is_provisional_with_plain_weekends() -> None:
    calendar = WorkCalendar(Side.RU, [])
    assert calendar.decree(2030).origin is Origin.EXTRAPOLATED
    assert not calendar.day(date(2030, 5, 1)).confirmed
    assert calendar.day(date(2030, 5, 1)).kind is DayKind.WORK
    assert calendar.day(date(2030, 5, 4)).kind is DayKind.OFF


def test_marks_join_years() -> None:
    calendar = WorkCalendar(Side.RU, [Decree(Side.RU, 2028), Decree(Side.RU, 2029)])
    marks = calendar.marks(2028, 2029)
    assert len(marks) == 366 + 365
    assert marks[-1] == CONFIRMED | WORKING | SHORT


def test_differences_between_the_office_s_decree_and_the_shipped_one() -> None:
    shipped = Decree(Side.CN, 2027, off=(MONDAY,), origin=Origin.EXTRAPOLATED)
    own = Decree(Side.CN, 2027, off=(MONDAY,), moved_off=(TUESDAY,), make_up=(SATURDAY,))
    assert differences(shipped, shipped) == ()
    found = differences(own, shipped)
    assert [(d.date, d.office.kind, d.library.kind) for d in found] == [
        (SATURDAY, DayKind.MAKE_UP, DayKind.OFF),
        (TUESDAY, DayKind.MOVED_OFF, DayKind.WORK),
    ]


@pytest.mark.parametrize(
    ("decree", "error"),
    [
        (Decree(Side.CN, 2027, off=(date(2029, 1, 1),)), DecreeDayOutsideError),
        (Decree(Side.CN, 2027, make_up=(MONDAY,)), MakeUpOnWeekdayError),
        (Decree(Side.CN, 2027, moved_off=(SATURDAY,)), DayOffOnWeekendError),
        (Decree(Side.CN, 2027, off=(MONDAY,), moved_off=(MONDAY,)), DecreeConflictError),
        (Decree(Side.CN, 2027, off=(SATURDAY,), make_up=(SATURDAY,)), DecreeConflictError),
        (Decree(Side.RU, 2027, off=(MONDAY,), short=(MONDAY,)), DecreeConflictError),
    ],
)
def test_unsound_decrees(decree: Decree, error: type[Exception]) -> None:
    with pytest.raises(error):
        decree.require_sound()


def test_sound_decrees() -> None:
    Decree(Side.CN, 2027).require_sound()
    Decree(
        Side.RU, 2027, off=(MONDAY,), moved_off=(TUESDAY,), make_up=(SATURDAY,), short=(SATURDAY,)
    ).require_sound()


YEARS = st.integers(2009, 2060)
OFFSETS = st.sets(st.integers(-20, 380), max_size=12)


@given(YEARS, st.sampled_from(Side), OFFSETS, OFFSETS, OFFSETS)
def test_marks_say_what_the_decree_says(
    year: int, side: Side, off: set[int], moved: set[int], worked: set[int]
) -> None:
    first = date(year, 1, 1)

    def dates(offsets: set[int], weekend: bool) -> tuple[date, ...]:
        days = (first + timedelta(days=n) for n in sorted(offsets))
        return tuple(day for day in days if (day.weekday() >= 5) is weekend)

    decree = Decree(
        side, year, off=dates(off - moved, False), moved_off=dates(moved, False),
        make_up=dates(worked, True),
    )  # fmt: skip
    decree.require_sound()
    marks = year_marks(decree)
    for offset, mark in enumerate(marks):
        day = first + timedelta(days=offset)
        free = day in decree.off or day in decree.moved_off
        working = day in decree.make_up or (day.weekday() < 5 and not free)
        assert bool(mark & WORKING) is working
        assert bool(mark & MOVED) is (day in decree.make_up or day in decree.moved_off)
        assert not (mark & SHORT and not working)
    for made, mark in zip(build_year(decree), marks, strict=True):
        assert made.working is bool(mark & WORKING)
