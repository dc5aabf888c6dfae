"""Year sheets as use cases: names, previews, exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import consultations, offices, year_sheets
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import SheetSize, SheetText, YearSheetOrder
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.application.yearbook import yearbook
from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.domain.errors import CannotWriteError, MissingGlyphError, YearOutsideError
from consultations_gui.domain.parties import City, Side
from consultations_gui.domain.protection import Marking
from tests.application.fakes import FakePress, make_context

TVER = City("Tver", "RU", "特维尔", "Тверь", "Europe/Moscow")


def test_the_order_is_the_year_as_the_office_knows_it() -> None:
    press = FakePress()
    ctx = make_context(press=press)
    offices.init(ctx, Side.RU, "办公室", "Секретариат")
    offices.add_city(ctx, TVER)
    offices.set_term(ctx, "дополнительные")
    new = NewConsultation(kind=Kind.REGULAR, dates=Dates(date(2027, 3, 2), date(2027, 3, 3)))
    consultations.add(ctx, new)
    wish = SheetWish(2027, SheetSize.A3, SheetText.RU, Marking.PARTIES)
    assert year_sheets.preview(ctx, wish) == b"2027 a3 ru parties"
    book = yearbook(ctx, 2027)
    (asked,) = press.sheets
    assert asked == YearSheetOrder(
        year=2027,
        days=book.days,
        meetings=book.meetings,
        calendars=book.calendars,
        cities=asked.cities,
        size=SheetSize.A3,
        text=SheetText.RU,
        today=date(2026, 11, 23),
        marking=Marking.PARTIES,
        term="дополнительные",
    )
    assert [one.id for one in asked.meetings] == ["R1"]
    assert asked.cities.find("Тверь") == TVER


def test_what_is_written_is_what_was_seen(tmp_path: Path) -> None:
    ctx = make_context()
    wish = SheetWish(2027)
    (path,) = year_sheets.export(ctx, wish, tmp_path / "new" / "folder")
    assert path.name == year_sheets.sheet_name(wish) == "year-2027-a4-both.pdf"
    assert path.read_bytes() == year_sheets.preview(ctx, wish)


def test_sheets_of_one_year_have_names_of_their_own() -> None:
    wishes = [SheetWish(2027, size, text) for size in SheetSize for text in SheetText]
    assert len({year_sheets.sheet_name(wish) for wish in wishes}) == len(wishes)


@pytest.mark.parametrize("year", [2008, 2099, -1, 0, 10**9])
def test_a_year_nobody_keeps_a_calendar_for(year: int, tmp_path: Path) -> None:
    with pytest.raises(YearOutsideError) as caught:
        year_sheets.export(make_context(), SheetWish(year), tmp_path / "out")
    assert (caught.value.first, caught.value.last) == (2009, 2098)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("year", [2009, 2098])
def test_the_first_and_the_last_year(year: int) -> None:
    assert year_sheets.preview(make_context(), SheetWish(year))


def test_nothing_is_written_where_a_letter_is_missing(tmp_path: Path) -> None:
    class Bare(FakePress):
        def press_year(self, order: YearSheetOrder) -> bytes:
            raise MissingGlyphError(char=str(order.year)[0], package="")

    with pytest.raises(MissingGlyphError):
        year_sheets.export(make_context(press=Bare()), SheetWish(2027), tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteError):
        year_sheets.export(make_context(), SheetWish(2027), tmp_path / "file")


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    ctx = make_context()
    wish = SheetWish(2027)
    (first,) = year_sheets.export(ctx, wish, tmp_path)
    marked = replace(wish, marking=Marking.PARTIES)
    assert year_sheets.export(ctx, marked, tmp_path) == (first,)
    assert first.read_bytes() == b"2027 a4 both parties"
