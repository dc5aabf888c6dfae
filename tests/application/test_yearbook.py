"""One year on one sheet."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.application import consultations
from consultations_gui.application.calendars import add_decree
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.yearbook import turn_at, yearbook
from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.domain.errors import NoCalendarError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree
from tests.application.fakes import make_context


def test_a_year_has_every_day_in_both_countries_and_its_meetings() -> None:
    ctx = make_context("Li")
    for start, end in (
        (date(2027, 12, 30), date(2028, 1, 2)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2029, 1, 1), date(2029, 1, 2)),
    ):
        new = NewConsultation(kind=Kind.REGULAR, dates=Dates(start, end))
        consultations.add(ctx, new)
    book = yearbook(ctx, 2028)
    assert book.year == 2028
    assert len(book.days) == 366
    assert all(cn.date == ru.date for cn, ru in book.days)
    assert [one.id for one in book.meetings] == ["R1", "R2"]
    assert [decree.side for decree in book.calendars] == [Side.CN, Side.RU]
    assert {decree.year for decree in book.calendars} == {2028}


def test_a_year_nobody_keeps_a_calendar_for() -> None:
    with pytest.raises(NoCalendarError):
        yearbook(make_context("Li"), 1999)


def test_whose_turn_a_round_is() -> None:
    ctx = make_context("Li")
    assert turn_at(ctx).side is Side.CN
    consultations.add(ctx, NewConsultation(kind=Kind.REGULAR))
    consultations.add(ctx, NewConsultation(kind=Kind.REGULAR))
    assert (turn_at(ctx).number, turn_at(ctx).side) == (3, Side.CN)
    second = turn_at(ctx, 2)
    assert (second.number, second.side) == (2, Side.RU)
    assert second.reasons


def test_a_day_is_what_its_own_years_notice_says_or_a_neighbours_that_names_it() -> None:
    ctx = make_context("Li")
    eve = date(2027, 12, 31)
    notice = Decree(Side.CN, 2028, off=(eve, date(2028, 1, 3)), number="国办发明电〔2027〕1号")
    add_decree(ctx, notice)
    book = yearbook(ctx, 2027)
    assert book.source(Side.CN, eve).number == notice.number
    assert book.source(Side.CN, date(2027, 12, 30)).year == 2027
    assert book.source(Side.RU, eve).side is Side.RU
    assert yearbook(ctx, 2028).source(Side.CN, date(2028, 1, 3)).number == notice.number
