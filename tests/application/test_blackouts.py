"""Days without meetings: entered, taken back, read from calendars and refreshed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import blackouts, planning
from consultations_gui.application.blackouts import Refused
from consultations_gui.application.journal import undo
from consultations_gui.application.ports import Busy, TableRow
from consultations_gui.domain.errors import (
    CalendarUnreadableError,
    CannotReadError,
    EndBeforeStartError,
    NoCalendarError,
    NotFoundError,
    TableErrors,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout, BusySource, Wishes
from tests.application.fakes import FakeBusy, FakeTables, make_context

CN, RU = Side.CN, Side.RU
ONE, TWO, THREE = date(2027, 2, 1), date(2027, 2, 2), date(2027, 2, 3)
FOLDER = Path("calendars")
FILE = FOLDER / "a.ics"


def test_entered_and_taken_back_step_by_step() -> None:
    ctx = make_context()
    assert blackouts.blackouts(ctx) == ()
    first, second = Blackout(CN, ONE, TWO, "春节", "Праздник весны"), Blackout(RU, TWO, TWO)
    assert blackouts.add(ctx, first) == (first,)
    assert blackouts.add(ctx, second) == (first, second)
    assert planning.wishes(ctx).blackouts == (first, second)
    assert blackouts.remove(ctx, 1) == (second,)
    undo(ctx)
    assert blackouts.blackouts(ctx) == (first, second)
    for number in (0, 3):
        with pytest.raises(NotFoundError):
            blackouts.remove(ctx, number)
    with pytest.raises(NotFoundError):
        blackouts.remove(make_context(), 1)
    with pytest.raises(EndBeforeStartError):
        blackouts.add(ctx, Blackout(CN, TWO, ONE))
    for day in (date.min, date(2008, 12, 31), date(2099, 1, 1), date.max):
        with pytest.raises(NoCalendarError) as refused:
            blackouts.add(ctx, Blackout(CN, day, day))
        assert refused.value.year == day.year
    assert len(blackouts.add(ctx, Blackout(CN, date(2008, 12, 31), date(2009, 1, 1)))) == 3


def test_a_calendar_is_previewed_read_and_refreshed() -> None:
    busy = FakeBusy({FILE: (Busy(ONE, ONE, "年会 / Конференция"), Busy(TWO, THREE, "Отпуск"))})
    ctx = make_context(busy=busy)
    by_hand = Blackout(CN, ONE, ONE, "手录")
    planning.set_wishes(ctx, Wishes(blackouts=(by_hand, Blackout(RU, TWO, TWO, source="a.ics"))))
    before = blackouts.blackouts(ctx)
    seen = blackouts.preview(ctx, CN, FILE)
    assert blackouts.blackouts(ctx) == before
    assert blackouts.take_in(ctx, CN, FILE) == seen
    assert (
        seen.added
        == seen.found
        == (
            Blackout(CN, ONE, ONE, "年会", "Конференция", "a.ics"),
            Blackout(CN, TWO, THREE, "", "Отпуск", "a.ics"),
        )
    )
    assert blackouts.blackouts(ctx) == before + seen.added
    busy.known[FILE] = (Busy(TWO, THREE, "Отпуск"), Busy(THREE, THREE, "Offsite"))
    again = blackouts.take_in(ctx, CN, FILE)
    assert again.added == (Blackout(CN, THREE, THREE, "Offsite", "Offsite", "a.ics"),)
    assert again.gone == seen.found[:1]
    assert blackouts.blackouts(ctx) == (*before, seen.found[1], *again.added)
    undo(ctx)
    assert blackouts.blackouts(ctx) == before + seen.added


def test_a_folder_keeps_what_an_unreadable_file_said_before() -> None:
    other = FOLDER / "b.ics"
    busy = FakeBusy({FILE: (Busy(ONE, ONE, "一"),), other: (Busy(TWO, TWO, "二"),)})
    ctx = make_context(busy=busy)
    first = blackouts.take_in(ctx, RU, FOLDER)
    assert [one.source for one in first.found] == ["calendars/a.ics", "calendars/b.ics"]
    damaged = CalendarUnreadableError(path=str(other), cause="damaged")
    busy.known = {other: damaged}
    second = blackouts.take_in(ctx, RU, FOLDER)
    assert second.refused == (Refused(other, damaged),)
    assert second.gone == first.found[:1]
    assert blackouts.blackouts(ctx) == first.found[1:]


@pytest.mark.parametrize(
    "error",
    [
        CalendarUnreadableError(path="a", cause="damaged"),
        CannotReadError(path="a", cause="missing"),
    ],
)
def test_the_one_file_named_is_refused_whole(error: Exception) -> None:
    ctx = make_context(busy=FakeBusy({FILE: error}))
    with pytest.raises(type(error)):
        blackouts.preview(ctx, CN, FILE)
    with pytest.raises(type(error)):
        blackouts.take_in(ctx, CN, FILE)


def test_an_hour_may_leave_its_day_free() -> None:
    whole = Busy(ONE, ONE, "")
    ctx = make_context(
        busy=FakeBusy({FILE: (whole, replace(whole, start=TWO, end=TWO, all_day=False))})
    )
    assert len(blackouts.preview(ctx, CN, FILE).found) == 2
    assert len(blackouts.preview(ctx, CN, FILE, all_day_only=True).found) == 1


TABLE = Path("t") / "busy.CSV"


def rows(*starts: str) -> tuple[TableRow, ...]:
    return tuple(TableRow(n, (("start", text),)) for n, text in enumerate(starts, 2))


def test_a_table_is_read_and_refreshed_as_a_calendar_is() -> None:
    tables = FakeTables(rows("2027-02-01", "2027-02-03"))
    ctx = make_context(tables=tables)
    seen = blackouts.preview(ctx, RU, TABLE)
    assert (len(seen.added), blackouts.blackouts(ctx)) == (2, ())
    assert blackouts.take_in(ctx, RU, TABLE) == seen
    (source,) = blackouts.sources(ctx)
    assert (source.side, source.name, Path(source.path).is_absolute()) == (RU, "busy.CSV", True)
    tables.rows = rows("2027-02-03", "2027-02-02")
    (again,) = blackouts.refresh(ctx)
    assert again.intake is not None
    assert [one.start for one in again.intake.added] == [TWO]
    assert [one.start for one in again.intake.gone] == [ONE]
    assert [one.start for one in blackouts.blackouts(ctx)] == [THREE, TWO]
    undo(ctx)
    assert [one.start for one in blackouts.blackouts(ctx)] == [ONE, THREE]
    tables.rows = rows("2027-02-03", "never")
    before = blackouts.blackouts(ctx)
    (told,) = blackouts.refresh(ctx, "busy.CSV")
    assert (told.source, told.intake) == (source, None)
    assert isinstance(told.error, TableErrors)
    assert blackouts.blackouts(ctx) == before


def test_every_source_is_read_again_as_it_was_read_before() -> None:
    there = FILE.absolute()
    busy = FakeBusy({there: (Busy(ONE, ONE, "一"), Busy(TWO, TWO, "二", all_day=False))})
    ctx = make_context(busy=busy, tables=FakeTables(rows("2027-02-03")))
    assert blackouts.refresh(ctx) == ()
    assert blackouts.sources(ctx) == ()
    blackouts.take_in(ctx, RU, TABLE)
    blackouts.take_in(ctx, CN, there, all_day_only=True)
    blackouts.add(ctx, Blackout(CN, THREE, THREE, "手录"))
    assert [one.name for one in blackouts.sources(ctx)] == ["a.ics", "busy.CSV"]
    busy.known[there] = (Busy(THREE, THREE, "三"), Busy(TWO, TWO, "二", all_day=False))
    calendar, table = blackouts.refresh(ctx)
    assert calendar.intake is not None
    assert table.intake is not None
    assert [one.reason_zh for one in calendar.intake.added] == ["三"]
    assert (table.intake.added, table.intake.gone) == ((), ())
    busy.known[there] = CannotReadError(path=str(there), cause="missing")
    gone, _ = blackouts.refresh(ctx)
    assert isinstance(gone.error, CannotReadError)
    assert [one.reason_zh for one in blackouts.blackouts(ctx)] == ["", "手录", "三"]
    with pytest.raises(NotFoundError):
        blackouts.refresh(ctx, "other.ics")
    # Read another way, the same source takes its own place.
    busy.known[there] = (Busy(TWO, TWO, "二", all_day=False),)
    blackouts.take_in(ctx, CN, there)
    assert [one.all_day_only for one in blackouts.sources(ctx)] == [False, False]


def test_a_source_is_forgotten_with_all_it_said() -> None:
    ctx = make_context(tables=FakeTables(rows("2027-02-03")))
    with pytest.raises(NotFoundError):
        blackouts.forget(ctx, RU, "busy.CSV")
    blackouts.take_in(ctx, RU, TABLE)
    by_hand = Blackout(RU, ONE, ONE)
    blackouts.add(ctx, by_hand)
    with pytest.raises(NotFoundError):
        blackouts.forget(ctx, CN, "busy.CSV")
    assert blackouts.forget(ctx, RU, "busy.CSV") == (by_hand,)
    assert blackouts.sources(ctx) == ()
    undo(ctx)
    assert len(blackouts.blackouts(ctx)) == 2
    assert len(blackouts.sources(ctx)) == 1


@pytest.mark.parametrize("path", ["C:\\日历\\a.ics", "/cal/a.ics", "/cal/a.ics/", "a.ics"])
def test_a_source_is_called_by_the_last_part_of_its_path(path: str) -> None:
    assert BusySource(CN, path).name == "a.ics"


@pytest.mark.parametrize(
    ("summary", "reasons"),
    [
        ("年会 / Конференция", ("年会", "Конференция")),
        ("Конференция / 年会", ("年会", "Конференция")),
        ("年会", ("年会", "")),
        ("Конференция", ("", "Конференция")),
        ("Q1 / Q2", ("Q1 / Q2", "Q1 / Q2")),
        ("年会 / 培训", ("年会 / 培训", "")),
        ("Сочи / Адлер", ("", "Сочи / Адлер")),
        ("俄罗斯Россия", ("俄罗斯Россия", "")),
        ("", ("", "")),
    ],
)
def test_a_summary_goes_to_the_language_it_is_in(summary: str, reasons: tuple[str, str]) -> None:
    ctx = make_context(busy=FakeBusy({FILE: (Busy(ONE, ONE, summary),)}))
    (found,) = blackouts.preview(ctx, CN, FILE).found
    assert (found.reason_zh, found.reason_ru) == reasons
