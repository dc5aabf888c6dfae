"""Every day of the years whose official notices are published, against their text."""

from datetime import date, timedelta

import pytest

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind, build_year
from consultations_gui.workdays.adapter import LibraryWorkdays

WORKDAYS = LibraryWorkdays()

# 国务院办公厅关于…年部分节假日安排的通知: days free (first–last) and weekend days worked.
CHINA = {
    2024: (
        "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007",
        "0204 0218 0407 0428 0511 0914 0929 1012",
    ),
    2025: (
        "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
        "0126 0208 0427 0928 1011",
    ),
    2026: (
        "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
        "0104 0214 0228 0509 0920 1010",
    ),
}

# Labour Code Art. 112 with the Government's orders: weekdays free, weekend days worked, short days.
RUSSIA = {
    2024: (
        "0101-0108 0223 0308 0429-0501 0509-0510 0612 1104 1230-1231",
        "0427 1102 1228",
        "0222 0307 0508 0611 1102",
    ),
    2025: (
        "0101-0108 0501-0502 0508-0509 0612-0613 1103-1104 1231",
        "1101",
        "0307 0430 0611 1101",
    ),
    2026: (
        "0101-0109 0223 0309 0501 0511 0612 1104 1231",
        "",
        "0430 0508 0611 1103",
    ),
    2027: (
        "0101-0108 0222-0223 0308 0503 0510 0614 1104-1105 1231",
        "0220",
        "0220 0430 0611 1103",
    ),
}

# What the notices moved: weekdays free although no holiday falls on them or falls back on them.
MOVED = {
    (Side.CN, 2024): "0215 0216 0405 0502 0503 0916 1004 1007",
    (Side.CN, 2025): "0203 0204 0505 1007 1008",
    (Side.CN, 2026): "0102 0220 0223 0505 1006 1007",
    (Side.RU, 2024): "0429 0430 0510 1230 1231",
    (Side.RU, 2025): "0502 0508 0613 1103 1231",
    (Side.RU, 2026): "0109 1231",
    (Side.RU, 2027): "0222 1105 1231",
}


def days(year: int, text: str) -> set[date]:
    found: set[date] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        day = date(year, int(first[:2]), int(first[2:]))
        end = date(year, int((last or first)[:2]), int((last or first)[2:]))
        while day <= end:
            found.add(day)
            day += timedelta(days=1)
    return found


def expected_working(year: int, free: str, worked: str) -> set[date]:
    every = {date(year, 1, 1) + timedelta(days=n) for n in range(366)}
    weekdays = {day for day in every if day.year == year and day.weekday() < 5}
    return weekdays - days(year, free) | days(year, worked)


@pytest.mark.parametrize("year", CHINA)
def test_china_as_published(year: int) -> None:
    free, worked = CHINA[year]
    made = build_year(WORKDAYS.table(Side.CN, year))
    assert {day.date for day in made if day.working} == expected_working(year, free, worked)
    assert {day.date for day in made if day.kind is DayKind.MAKE_UP} == days(year, worked)
    assert not any(day.short for day in made)
    assert all(day.confirmed for day in made)


@pytest.mark.parametrize("year", RUSSIA)
def test_russia_as_published(year: int) -> None:
    free, worked, short = RUSSIA[year]
    made = build_year(WORKDAYS.table(Side.RU, year))
    assert {day.date for day in made if day.working} == expected_working(year, free, worked)
    assert {day.date for day in made if day.kind is DayKind.MAKE_UP} == days(year, worked)
    assert {day.date for day in made if day.short} == days(year, short)
    assert all(day.confirmed for day in made)


@pytest.mark.parametrize(("side", "year"), MOVED)
def test_moved_days_off(side: Side, year: int) -> None:
    made = build_year(WORKDAYS.table(side, year))
    moved = {day.date for day in made if day.kind is DayKind.MOVED_OFF}
    assert moved == days(year, MOVED[side, year])


def test_each_day_stands_once_in_its_place() -> None:
    for side in Side:
        for year in range(2009, 2061):
            made = build_year(WORKDAYS.table(side, year))
            assert made[0].date == date(year, 1, 1)
            assert made[-1].date == date(year, 12, 31)
            assert len(made) == (date(year + 1, 1, 1) - date(year, 1, 1)).days


def test_names_of_holidays() -> None:
    china = {day.date: day.holiday for day in build_year(WORKDAYS.table(Side.CN, 2026))}
    assert china[date(2026, 2, 17)] == "Chinese New Year (Spring Festival)"
    assert china[date(2026, 4, 6)] == "Tomb-Sweeping Day"
    assert china[date(2026, 1, 2)] == ""
    russia = {day.date: day.holiday for day in build_year(WORKDAYS.table(Side.RU, 2026))}
    assert russia[date(2026, 6, 12)] == "Russia Day"
    assert russia[date(2026, 1, 9)] == ""
