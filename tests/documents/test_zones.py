"""Both capitals' time, reckoned with real zones on the very day."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from consultations_gui.documents.zones import Place, time_notes, utc_offset
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for

BOOK = CityBook()
DAY = ((date(2027, 4, 14), time(9)),)


def notes(
    city: str,
    zone: str = "",
    openings: tuple[tuple[date, time], ...] = DAY,
    language: Language = Language.ZH,
    first: Side = Side.CN,
) -> tuple[str, ...]:
    found = BOOK.find(city)
    zone = zone or (found.zone if found else "")
    shown = time_notes(Place(found, zone), openings, words_for(language), city, first)
    return tuple(note.replace("\u00a0", " ") for note in shown)


def test_in_a_capital() -> None:
    assert notes("Beijing") == ("时间均为北京时间；莫斯科时间为上述时间减5小时。",)
    assert notes("Moscow", language=Language.RU) == (
        "Время московское; пекинское время — плюс 5 часов.",
    )


def test_in_a_city_that_keeps_its_capitals_time() -> None:
    assert notes("Urumqi") == ("时间均为Urumqi时间（同北京时间）；莫斯科时间为上述时间减5小时。",)
    assert notes("Kazan", language=Language.RU) == (
        "Время местное (Kazan), совпадает с московским; пекинское время — плюс 5 часов.",
    )


def test_moscow_kept_another_time_in_2013() -> None:
    then = ((date(2013, 8, 14), time(9)),)
    assert notes("Moscow", openings=then) == ("时间均为莫斯科时间；北京时间为上述时间加4小时。",)


@pytest.mark.parametrize(
    ("day", "offset", "cn", "ru"),
    [
        (date(2027, 1, 14), "UTC+1", "плюс 7 часов", "плюс 2 часа"),
        (date(2027, 7, 14), "UTC+2", "плюс 6 часов", "плюс 1 час"),
    ],
)
def test_a_third_country_with_summer_time(day: date, offset: str, cn: str, ru: str) -> None:
    assert notes("г. Женева", "Europe/Zurich", ((day, time(9)),), Language.RU) == (
        f"Время местное (г. Женева, {offset}); пекинское время — {cn}, московское — {ru}.",
    )


def test_clocks_that_change_between_two_days_are_told_day_by_day() -> None:
    days = ((date(2027, 3, 26), time(9)), (date(2027, 3, 29), time(9)))
    found = notes("日内瓦", "Europe/Zurich", days)
    assert [note.split("：")[0] for note in found] == ["2027年3月26日", "2027年3月29日"]
    assert "UTC+1）" in found[0]
    assert "UTC+2）" in found[1]


def test_half_hours() -> None:
    assert notes("德里", "Asia/Kolkata") == (
        "时间均为德里时间（UTC+5:30）；北京时间为上述时间加2小时30分钟，莫斯科时间为上述时间减2小时30分钟。",
    )


def test_online_without_a_city_it_is_the_hosts_capital() -> None:
    place = Place(None, "Europe/Moscow")
    assert time_notes(place, DAY, words_for(Language.ZH), "视频方式", Side.CN) == (
        "时间均为莫斯科时间；北京时间为上述时间加5小时。",
    )


def test_no_day_no_note() -> None:
    assert notes("Beijing", openings=()) == ()


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Etc/UTC", "UTC"),
        ("America/St_Johns", "UTC−2:30"),
        ("Asia/Vladivostok", "UTC+10"),
        ("Etc/GMT+3", "UTC−3"),
    ],
)
def test_offsets(zone: str, shown: str) -> None:
    assert utc_offset(datetime(2027, 7, 1, tzinfo=ZoneInfo(zone))) == shown
