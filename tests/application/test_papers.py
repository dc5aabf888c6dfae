"""Papers as use cases: names, previews, exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application import papers
from consultations_gui.application.ports import Alternat, Context, Copy, Format, PaperOrder
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.errors import CannotWriteError, MissingGlyphError, NotFoundError
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import City, Side, Venue
from consultations_gui.domain.term import SHIPPED
from consultations_gui.domain.workdays import Decree, Origin
from tests.application.fakes import FakePress, make_context

REVISED = datetime(2027, 3, 2, 8, 30, tzinfo=UTC)
TVER = City("Tver", "RU", "特维尔", "Тверь", "Europe/Moscow")
OFFICE = Office(Side.RU, "办公室", "Секретариат", cities=(TVER,), extraordinary_ru="дополнительные")


def meeting() -> Consultation:
    return Consultation(
        uid="u",
        id="R3",
        kind=Kind.REGULAR,
        number=3,
        status=Status.CONFIRMED,
        host=Side.RU,
        dates=Dates(date(2027, 4, 14), date(2027, 4, 14)),
        venue=Venue("RU", "Tver"),
    )


def context(press: FakePress, agenda: Agenda | None, *, office: bool = True) -> Context:
    ctx = make_context(press=press)
    with ctx.work() as uow:
        uow.consultations.add(meeting())
        if agenda:
            uow.agendas.add(agenda)
        if office:
            uow.office.put(OFFICE)
        uow.commit()
    return ctx


@pytest.mark.parametrize(
    ("symbol", "copy", "format_", "name"),
    [
        ("IIS/2027/1/AG/3", Copy.CN, Format.PDF, "IIS-2027-1-AG-3-zh.pdf"),
        ("IIS/2027/1/AG/3", Copy.RU, Format.DOCX, "IIS-2027-1-AG-3-ru.docx"),
        ("IIS/2027/1/AG/3", Copy.WORKING, Format.PDF, "IIS-2027-1-AG-3-working.pdf"),
        ("IIS/2027/1/AG/3", Copy.ZH_ONLY, Format.PDF, "IIS-2027-1-AG-3-zh-only.pdf"),
        ("", Copy.CN, Format.PDF, "R3-agenda-cn.pdf"),
        ("", Copy.RU_ONLY, Format.DOCX, "R3-agenda-ru-only.docx"),
        ("../..", Copy.CN, Format.PDF, "R3-agenda-cn.pdf"),
        ("文件 7号", Copy.CN, Format.PDF, "文件-7号-zh.pdf"),
    ],
)
def test_file_names(symbol: str, copy: Copy, format_: Format, name: str) -> None:
    assert papers.paper_name(meeting(), Agenda("R3", symbol=symbol), copy, format_) == name


@given(st.text(), st.sampled_from(Copy), st.sampled_from(Format))
def test_a_name_is_always_a_plain_file_name(symbol: str, copy: Copy, format_: Format) -> None:
    name = papers.paper_name(meeting(), Agenda("R3", symbol=symbol), copy, format_)
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith((".", "-"))
    assert len(name) <= papers.LONGEST_SYMBOL + 20
    assert name.endswith(f".{format_}")


@given(st.text())
def test_names_of_one_agenda_never_meet(symbol: str) -> None:
    agenda = Agenda("R3", symbol=symbol)
    names = {
        papers.paper_name(meeting(), agenda, copy, format_) for copy in Copy for format_ in Format
    }
    assert len(names) == len(Copy) * len(Format)


def test_a_preview_is_the_pdf_an_export_would_write(press: FakePress) -> None:
    agenda = Agenda("R3", symbol="S/1", revised=REVISED)
    ctx = context(press, agenda)
    assert papers.preview(ctx, "R3", Copy.RU, Alternat.SIMPLIFIED) == b"R3 ru pdf"
    (asked,) = press.orders
    assert asked == PaperOrder(
        consultation=replace(meeting(), version=1),
        agenda=replace(agenda, version=1),
        copy=Copy.RU,
        format=Format.PDF,
        alternat=Alternat.SIMPLIFIED,
        cities=asked.cities,
        stamp=REVISED,
        final=False,
        provisional=(Side.CN, Side.RU),
        term="дополнительные",
    )
    assert asked.cities.find("Tver") == TVER


@pytest.mark.parametrize("status", list(AgendaStatus))
def test_what_both_sides_agreed_is_printed_as_final(press: FakePress, status: AgendaStatus) -> None:
    papers.preview(context(press, Agenda("R3", status=status)), "R3", Copy.CN)
    agreed = status in (AgendaStatus.AGREED, AgendaStatus.FINAL)
    assert press.orders[0].final is agreed
    assert press.orders[0].alternat is Alternat.FULL


def test_a_meeting_without_agenda_or_office_has_an_empty_paper_of_today(press: FakePress) -> None:
    ctx = context(press, None, office=False)
    papers.preview(ctx, "R3", Copy.CN)
    assert press.orders[0].agenda == Agenda("R3", symbol="IIS/2027/3/AG/1")
    assert press.orders[0].stamp == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    assert press.orders[0].cities.find("Tver") is None
    assert press.orders[0].term == SHIPPED


def test_what_is_planned_is_what_is_written(press: FakePress, tmp_path: Path) -> None:
    ctx = context(press, Agenda("R3", symbol="S/1", revised=REVISED))
    copies, formats = (Copy.CN, Copy.WORKING), (Format.PDF, Format.DOCX)
    names = papers.planned(ctx, "R3", copies, formats)
    assert names == ("S-1-zh.pdf", "S-1-zh.docx", "S-1-working.pdf", "S-1-working.docx")
    assert press.orders == [], "planning sets nothing"
    written = papers.export(ctx, "R3", copies, formats, Alternat.FULL, tmp_path)
    assert [path.name for path in written] == list(names)
    assert (tmp_path / "S-1-working.docx").read_bytes() == b"R3 working docx"


def test_unknown_meetings_are_told(press: FakePress, tmp_path: Path) -> None:
    ctx = context(press, None)
    with pytest.raises(NotFoundError):
        papers.planned(ctx, "R9", (Copy.CN,), (Format.PDF,))
    with pytest.raises(NotFoundError):
        papers.preview(ctx, "R9", Copy.CN)
    with pytest.raises(NotFoundError):
        papers.export(ctx, "R9", (Copy.CN,), (Format.PDF,), Alternat.FULL, tmp_path)


class PickyPress(FakePress):
    """Has no glyph for the last paper asked of it."""

    def press(self, order: PaperOrder) -> bytes:
        if order.copy is Copy.WORKING:
            raise MissingGlyphError(char="ก")
        return super().press(order)


def test_a_paper_that_cannot_be_set_leaves_the_folder_empty(tmp_path: Path) -> None:
    ctx = context(PickyPress(), Agenda("R3"))
    with pytest.raises(MissingGlyphError):
        papers.export(
            ctx, "R3", (Copy.CN, Copy.WORKING), (Format.PDF,), Alternat.FULL, tmp_path / "out"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(press: FakePress, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(CannotWriteError):
        papers.export(
            context(press, None), "R3", (Copy.CN,), (Format.PDF,), Alternat.FULL, tmp_path / "out"
        )


def notice(side: Side, year: int) -> Decree:
    return Decree(side=side, year=year, origin=Origin.OFFICE)


@pytest.mark.parametrize(
    ("first", "last", "known", "sides"),
    [
        (date(2027, 4, 14), date(2027, 4, 14), (), (Side.CN, Side.RU)),
        (date(2027, 4, 14), date(2027, 4, 14), ((Side.RU, 2027),), (Side.CN,)),
        (date(2027, 4, 14), date(2027, 4, 14), ((Side.CN, 2027), (Side.RU, 2027)), ()),
        (date(2027, 12, 31), date(2028, 1, 1), ((Side.CN, 2027), (Side.CN, 2028)), (Side.RU,)),
        (date(2027, 12, 31), date(2028, 1, 1), ((Side.CN, 2027), (Side.RU, 2027)), tuple(Side)),
        (date(2099, 1, 5), date(2099, 1, 5), (), (Side.CN, Side.RU)),
        (date(2008, 12, 31), date(2009, 1, 1), (), (Side.CN, Side.RU)),
    ],
)
def test_a_paper_knows_whose_calendar_is_not_published_yet(
    press: FakePress,
    first: date,
    last: date,
    known: tuple[tuple[Side, int], ...],
    sides: tuple[Side, ...],
) -> None:
    ctx = context(press, None)
    with ctx.work() as uow:
        uow.consultations.replace(replace(uow.consultations.get("R3"), dates=Dates(first, last)))
        for side, year in known:
            uow.decrees.add(notice(side, year))
        uow.commit()
    papers.preview(ctx, "R3", Copy.CN)
    assert press.orders[0].provisional == sides


@pytest.mark.parametrize("change", [{"dates": None}, {"status": Status.HELD}])
def test_no_calendar_matters_without_dates_or_once_a_meeting_was_held(
    press: FakePress, change: dict[str, Any]
) -> None:
    ctx = context(press, None)
    with ctx.work() as uow:
        uow.consultations.replace(replace(uow.consultations.get("R3"), **change))
        uow.commit()
    papers.preview(ctx, "R3", Copy.CN)
    assert press.orders[0].provisional == ()
