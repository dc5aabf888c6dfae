from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.parties import KNOWN_CITIES, City, CityBook, Side
from consultations_gui.i18n import dates, numbers, times
from consultations_gui.i18n.cities_ru import dative
from consultations_gui.i18n.language import Language

ZH, RU, EN = Language
DAY = date(2026, 11, 23)


def shown(text: str) -> str:
    """No-break spaces made visible."""
    return text.replace("\u00a0", "~")


def test_dates_are_written_as_the_papers_ask() -> None:
    assert dates.full_date(DAY, ZH) == "2026年11月23日（星期一）"
    assert shown(dates.full_date(DAY, RU)) == "23 ноября 2026~г., понедельник"
    assert dates.full_date(DAY, EN) == "Monday, 23 November 2026"
    assert shown(dates.long_date(DAY, RU)) == "23 ноября 2026~г."
    assert [dates.short_date(DAY, language) for language in Language] == [
        "2026-11-23",
        "23.11.2026",
        "23 Nov 2026",
    ]
    assert [dates.day_month(DAY, language) for language in Language] == [
        "11月23日",
        "23 ноября",
        "23 November",
    ]
    assert [shown(dates.month_of_year(DAY, language)) for language in Language] == [
        "2026年11月",
        "ноябрь 2026~г.",
        "November 2026",
    ]


START = date(2027, 4, 14)


@pytest.mark.parametrize(
    ("end", "zh", "ru", "en"),
    [
        (START, "2027年4月14日", "14 апреля 2027~г.", "14 April 2027"),
        (date(2027, 4, 15), "2027年4月14日至15日", "14–15 апреля 2027~г.", "14–15 April 2027"),
        (
            date(2027, 5, 2),
            "2027年4月14日至5月2日",
            "14 апреля~— 2 мая 2027~г.",
            "14 April~– 2 May 2027",
        ),
        (
            date(2028, 4, 15),
            "2027年4月14日至2028年4月15日",
            "14 апреля 2027~г.~— 15 апреля 2028~г.",
            "14 April 2027~– 15 April 2028",
        ),
    ],
)
def test_a_range_says_once_what_both_ends_share(end: date, zh: str, ru: str, en: str) -> None:
    found = [shown(dates.date_range(START, end, language)) for language in Language]
    assert found == [zh, ru, en]


def test_a_month_is_all_that_is_shown_when_only_a_month_is_known() -> None:
    month = Dates(date(2013, 1, 1), date(2013, 1, 31), Precision.MONTH)
    assert [shown(dates.dates_text(month, language)) for language in Language] == [
        "2013年1月",
        "январь 2013~г.",
        "January 2013",
    ]
    days = Dates(START, date(2027, 4, 15))
    assert dates.dates_text(days, ZH) == "2027年4月14日至15日"


def test_names_of_months_and_days() -> None:
    assert [dates.month_name(11, language) for language in Language] == [
        "十一月",
        "ноябрь",
        "November",
    ]
    assert [dates.month_short(11, language) for language in Language] == ["11月", "нояб.", "Nov"]
    assert [dates.weekday_name(DAY, language) for language in Language] == [
        "星期一",
        "понедельник",
        "Monday",
    ]
    assert dates.weekdays_short(ZH) == ("一", "二", "三", "四", "五", "六", "日")
    assert dates.weekdays_short(RU) == ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
    assert dates.weekdays_short(EN)[0] == "Mon"


def test_clock_times_have_a_colon_in_all_languages() -> None:
    assert times.clock(time(9, 5)) == "09:05"
    assert times.clock_range(time(9), time(10, 30), ZH) == "09:00—10:30"
    assert times.clock_range(time(9), time(10, 30), RU) == "09:00–10:30"


CITIES = CityBook()
SIX_UTC = datetime(2027, 4, 14, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("city", "zh", "ru", "en"),
    [
        (
            "Kazan",
            "喀山时间09:00~= 北京时间14:00",
            "09:00 по~Казани~= 14:00 по~Пекину",
            "09:00 Kazan~= 14:00 Beijing",
        ),
        (
            "Beijing",
            "北京时间14:00~= 莫斯科时间09:00",
            "14:00 по~Пекину~= 09:00 по~Москве",
            "14:00 Beijing~= 09:00 Moscow",
        ),
        (
            "Vladivostok",
            "符拉迪沃斯托克时间16:00~= 莫斯科时间09:00~= 北京时间14:00",
            "16:00 по~Владивостоку~= 09:00 по~Москве~= 14:00 по~Пекину",
            "16:00 Vladivostok~= 09:00 Moscow~= 14:00 Beijing",
        ),
    ],
)
def test_a_meeting_shows_the_host_citys_and_both_capitals_time(
    city: str, zh: str, ru: str, en: str
) -> None:
    places = times.clock_places(CITIES.find(city))
    found = [shown(times.clocks(SIX_UTC, places, language)) for language in Language]
    assert found == [zh, ru, en]


def test_another_date_in_the_other_capital_is_said() -> None:
    late = datetime(2027, 4, 14, 20, tzinfo=UTC)
    places = times.clock_places(None, Side.RU)
    assert [shown(times.clocks(late, places, language)) for language in Language] == [
        "莫斯科时间23:00~= 北京时间4月15日04:00",
        "23:00 по~Москве~= 04:00 по~Пекину (15 апреля)",
        "23:00 Moscow~= 04:00 Beijing (15 April)",
    ]


def test_the_zone_rules_of_the_day_are_used_not_todays() -> None:
    """Moscow was at UTC+4 until 26 October 2014."""
    places = times.clock_places(CITIES.find("Moscow"))
    moment = datetime(2014, 6, 6, 6, tzinfo=UTC)
    assert times.clocks(moment, places, EN) == "10:00 Moscow\u00a0= 14:00 Beijing"


def test_where_an_online_or_foreign_meeting_counts_its_time() -> None:
    beijing_first = times.clock_places(None)
    assert [city.key for city in beijing_first] == ["Beijing", "Moscow"]
    astana = City("Astana", "KZ", "阿斯塔纳", "Астана", "Asia/Almaty")
    places = times.clock_places(astana, Side.RU)
    assert [city.key for city in places] == ["Astana", "Moscow", "Beijing"]
    assert shown(times.clocks(SIX_UTC, places, RU)) == (
        "11:00 (Астана)~= 09:00 по~Москве~= 14:00 по~Пекину"
    )


def test_every_shipped_city_has_its_dative() -> None:
    assert [city.ru for city in KNOWN_CITIES if dative(city.ru) is None] == []
    assert dative("Нижний Новгород") == "Нижнему Новгороду"
    assert dative("Минск") == "Минску"
    assert [dative(name) for name in ("Ростов-на-Дону", "Великий Новгород", "Дубна", "")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("minutes", "zh", "ru", "en"),
    [
        (0, "0分钟", "0~мин", "0~min"),
        (45, "45分钟", "45~мин", "45~min"),
        (60, "1小时", "1~ч", "1~h"),
        (90, "1小时30分钟", "1~ч 30~мин", "1~h 30~min"),
    ],
)
def test_lengths_of_time(minutes: int, zh: str, ru: str, en: str) -> None:
    found = [shown(times.duration(minutes, language)) for language in Language]
    assert found == [zh, ru, en]


def test_numbers_and_lists() -> None:
    assert [shown(numbers.number(Decimal("12345.5"), language)) for language in Language] == [
        "12,345.5",
        "12~345,5",
        "12,345.5",
    ]
    names = ["a", "b", "c"]
    assert [numbers.join_list(names, language) for language in Language] == [
        "a、b和c",
        "a, b и c",
        "a, b and c",
    ]
    assert [numbers.join_list(names[:2], lang, alternative=True) for lang in Language] == [
        "a或b",
        "a или b",
        "a or b",
    ]
    assert numbers.join_list([], RU) == ""
    assert numbers.join_list(["a"], RU) == "a"


@pytest.mark.parametrize(
    ("number", "zh", "ru", "en"),
    [
        (1, "第一轮", "первый раунд", "first round"),
        (3, "第三轮", "третий раунд", "third round"),
        (6, "第六轮", "шестой раунд", "sixth round"),
        (10, "第十轮", "десятый раунд", "tenth round"),
        (12, "第十二轮", "двенадцатый раунд", "twelfth round"),
        (20, "第二十轮", "двадцатый раунд", "twentieth round"),
        (23, "第二十三轮", "двадцать третий раунд", "twenty-third round"),
        (28, "第二十八轮", "двадцать восьмой раунд", "twenty-eighth round"),
        (30, "第三十轮", "тридцатый раунд", "thirtieth round"),
        (31, "第三十一轮", "31-й раунд", "31st round"),
        (99, "第九十九轮", "99-й раунд", "99th round"),
        (100, "第100轮", "100-й раунд", "100th round"),
        (111, "第111轮", "111-й раунд", "111th round"),
    ],
)
def test_rounds_are_named_by_ordinals(number: int, zh: str, ru: str, en: str) -> None:
    assert [numbers.round_title(number, language) for language in Language] == [zh, ru, en]


def test_titles_take_the_genitive() -> None:
    found = [numbers.round_title_genitive_ru(number) for number in (1, 3, 6, 14, 20, 22, 30, 31)]
    assert found == [
        "первого раунда",
        "третьего раунда",
        "шестого раунда",
        "четырнадцатого раунда",
        "двадцатого раунда",
        "двадцать второго раунда",
        "тридцатого раунда",
        "31-го раунда",
    ]


def test_rounds_in_figures() -> None:
    assert [shown(numbers.round_short(3, language)) for language in Language] == [
        "第3轮",
        "3-й~раунд",
        "round 3",
    ]


@pytest.mark.parametrize("value", [-1, 100])
def test_a_chinese_numeral_has_its_bounds(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        numbers.numeral_zh(value)


@given(st.integers(0, 99))
def test_chinese_numerals_can_be_read_back(value: int) -> None:
    digits = {letter: place for place, letter in enumerate("〇一二三四五六七八九")}
    text = numbers.numeral_zh(value)
    tens, ten, units = text.rpartition("十")
    read = 10 * digits.get(tens, 1) * bool(ten) + digits.get(units, 0)
    assert read == value


@given(st.dates(date(1949, 10, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_a_range_never_loses_an_end(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    for language in Language:
        text = dates.date_range(start, end, language)
        assert str(start.day) in text
        assert str(end.day) in text
        assert str(end.year) in text
        assert text.count("202") <= 2
