"""Made-up years for the year sheet's tests: real notices, meetings of every sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from consultations_gui.application.ports import SheetSize, SheetText, YearSheetOrder
from consultations_gui.documents.year_content import Bar, YearSheet, YearText
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Precision, Status
from consultations_gui.domain.parties import CityBook, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role
from consultations_gui.domain.workdays import Decree, Move, Origin, build_year

TODAY = date(2026, 11, 23)


def days(year: int, *dates: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(f"{year}-{day}") for day in dates)


CN_2026 = Decree(
    Side.CN,
    2026,
    off=days(
        2026,
        *("01-01", "02-16", "02-17", "02-18", "02-19", "02-20", "04-06", "05-01", "05-04"),
        *("06-19", "09-25", "10-01", "10-02", "10-05"),
    ),
    moved_off=days(2026, "01-02", "02-23", "05-05", "10-06", "10-07"),
    make_up=days(2026, "01-04", "02-14", "02-28", "05-09", "09-20", "10-10"),
    number="国办发明电〔2025〕7号",
    issued=date(2025, 11, 4),
    origin=Origin.LIBRARY,
)
RU_2026 = Decree(
    Side.RU,
    2026,
    off=days(
        2026,
        *("01-01", "01-02", "01-05", "01-06", "01-07", "01-08", "02-23", "03-09", "05-01"),
        *("05-11", "06-12", "11-04"),
    ),
    moved_off=days(2026, "01-09", "12-31"),
    number="№ 1466",
    issued=date(2025, 9, 24),
    origin=Origin.LIBRARY,
)
CN_2027 = Decree(
    Side.CN, 2027, off=days(2027, "01-01", "02-05", "10-01"), origin=Origin.EXTRAPOLATED
)
RU_2027 = Decree(
    Side.RU,
    2027,
    off=days(2027, "01-01", "01-04", "02-23", "03-08", "11-04"),
    moved_off=days(2027, "02-22", "11-05"),
    make_up=days(2027, "02-20"),
    moves=(Move(date(2027, 2, 20), date(2027, 2, 22)),),
    origin=Origin.LIBRARY,
)


def meeting(id: str, start: str, end: str = "", **changes: object) -> Consultation:
    """A confirmed meeting from ``start``, a month or a day, by default in Kazan."""
    month = len(start) == 7
    first = date.fromisoformat(f"{start}-01" if month else start)
    last = date.fromisoformat(end) if end else first.replace(day=28) if month else first
    kind = {one.letter: one for one in Kind}[id[0]]
    plain = Consultation(
        uid=f"uid-{id}",
        id=id,
        kind=kind,
        number=int(id[1:]) if kind is Kind.REGULAR else None,
        status=Status.CONFIRMED,
        host=Side.RU,
        dates=Dates(first, last, Precision.MONTH if month else Precision.DAY),
        venue=Venue("RU", "Kazan"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # names are checked by replace


BEIJING, DALIAN = Venue("CN", "Beijing"), Venue("CN", "Dalian")
NIZHNY, VLADIVOSTOK = Venue("RU", "Nizhny Novgorod"), Venue("RU", "Vladivostok")


def all_sorts() -> tuple[Consultation, ...]:
    """A year of 2027 with meetings of every kind, status, precision and sort of venue."""
    cn: dict[str, Any] = {"host": Side.CN}
    return (
        meeting("R2", "2026-12-30", "2027-01-02", **cn, venue=BEIJING, status=Status.HELD),
        meeting("U1", "2027-02", venue=Venue("RU"), status=Status.HELD),
        meeting("R3", "2027-04-14", "2027-04-15"),
        meeting("X1", "2027-04-15", "2027-04-16", **cn, venue=DALIAN, status=Status.TENTATIVE),
        meeting("X2", "2027-05", **cn, venue=Venue(), status=Status.PLANNED),
        meeting("X3", "2027-07-13", host=None, venue=Venue(online=True), status=Status.PLANNED),
        meeting("X4", "2027-08-31", "2027-09-02", venue=NIZHNY, status=Status.POSTPONED),
        meeting("X5", "2027-09-13", "2027-09-14", venue=VLADIVOSTOK, status=Status.CANCELLED),
        meeting("R4", "2027-10-28", "2027-11-02", **cn, venue=BEIJING, status=Status.PLANNED),
    )


def crowded(count: int = 24) -> tuple[Consultation, ...]:
    """So many meetings of 2027 that their list goes on over the page, in the longest-named city."""
    return tuple(
        meeting(f"X{n}", f"2027-{1 + n // 2:02}-{5 + 14 * (n % 2):02}", venue=VLADIVOSTOK)
        for n in range(count)
    )


def secretive(one: Consultation) -> Consultation:
    """``one`` with everything that is no business of a sheet on a wall filled in."""
    person = Person("p", name_zh="密名", name_ru="Тайное Имя")
    return replace(
        one,
        venue=replace(one.venue, site="保密楼301室 / Комната 301"),
        basis="照会第77号",
        cost_note="费用说明",
        reason="推迟原因",
        delegations=(Delegation(Side.CN, (Delegate(person, Role.HEAD),)), Delegation(Side.RU)),
    )


SECRETS = ("密名", "Тайное", "301", "保密", "77", "费用", "原因")


def order(
    text: SheetText = SheetText.BOTH,
    size: SheetSize = SheetSize.A4,
    meetings: tuple[Consultation, ...] | None = None,
    calendars: tuple[Decree, Decree] = (CN_2027, RU_2027),
) -> YearSheetOrder:
    """A sheet of the calendars' year; 2027 has :func:`all_sorts` of meetings."""
    year = calendars[0].year
    if meetings is None:
        meetings = all_sorts() if year == 2027 else ()
    return YearSheetOrder(
        year=year,
        days=tuple(zip(*(build_year(one) for one in calendars), strict=True)),
        meetings=meetings,
        calendars=calendars,
        cities=CityBook(),
        size=size,
        text=text,
        today=TODAY,
    )


def words_of(sheet: YearSheet) -> Iterator[str]:
    """Everything a sheet prints on its pages between head and foot, in order."""
    for text in sheet.texts:
        yield from (text.title, text.as_of)
    for index, month in enumerate(sheet.months):
        yield in_texts(text.months[index] for text in sheet.texts)
        yield from (word for bar in month.undated for word in said_of(bar))
        for at in range(7):
            yield from (text.weekdays[at] for text in sheet.texts)
        for box in (box for week in month.weeks for box in week if box is not None):
            yield box.number
            yield from (sign.letter for sign in (*box.cn, *box.ru))
            yield from (word for bar in box.bars for word in said_of(bar))
    for sample, *words in zip(sheet.legend, *(text.legend for text in sheet.texts), strict=True):
        yield sample.sign.letter if sample.sign else sample.letter
        yield in_texts(words)
    for text in sheet.texts:
        yield from text.notes
    yield in_texts(text.heading for text in sheet.texts)
    yield from table_of(sheet, sheet.texts)


def table_of(sheet: YearSheet, texts: tuple[YearText, ...]) -> Iterator[str]:
    """The list of meetings, or what stands in its place."""
    if not sheet.bars:
        yield in_texts(text.empty for text in texts)
        return
    yield from heads_of(sheet)
    for bar, *entries in zip(sheet.bars, *(text.entries for text in texts), strict=True):
        yield from (bar.name, bar.letter)
        for entry in entries:
            yield from (entry.name, entry.dates, entry.place, entry.host, entry.status)


def heads_of(sheet: YearSheet) -> Iterator[str]:
    """The headings of the list's columns."""
    yield from (text.heads.id for text in sheet.texts)
    for text in sheet.texts:
        heads = text.heads
        yield from (heads.name, heads.dates, heads.place, heads.host, heads.status)


def said_of(bar: Bar) -> tuple[str, str]:
    """Host and ID, as a bar shows them."""
    return (bar.letter, bar.name)


def in_texts(words: Iterable[str]) -> str:
    """One thing as both texts say it, on one line."""
    return " · ".join(words)
