"""The content of a year sheet: what stands on which day, and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application.ports import SheetText
from consultations_gui.documents.year import compose_year
from consultations_gui.documents.year_content import (
    Bar,
    DayBox,
    SampleKind,
    SignKind,
    YearSheet,
)
from consultations_gui.documents.year_days import LETTERS, months
from consultations_gui.documents.year_words import basis, place_of, words_of
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import City, CityBook, Lang, Side, Venue
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.workdays import Decree, Origin, build_year
from tests.documents import year_samples
from tests.documents.year_samples import (
    CN_2026,
    CN_2027,
    RU_2026,
    RU_2027,
    SECRETS,
    all_sorts,
    meeting,
    order,
    secretive,
)

ZH, RU = words_of(Lang.ZH), words_of(Lang.RU)


def sheet_2026(*meetings: Consultation) -> YearSheet:
    return compose_year(order(calendars=(CN_2026, RU_2026), meetings=meetings))


def boxes(sheet: YearSheet) -> Iterator[tuple[int, DayBox]]:
    for month, one in enumerate(sheet.months, 1):
        for week in one.weeks:
            yield from ((month, box) for box in week if box is not None)


def day(sheet: YearSheet, month: int, number: int) -> DayBox:
    return next(box for at, box in boxes(sheet) if (at, box.number) == (month, str(number)))


def marked(sheet: YearSheet, side: Side, kind: SignKind) -> set[tuple[int, int]]:
    return {
        (month, int(box.number))
        for month, box in boxes(sheet)
        if any(sign.kind is kind for sign in (box.cn if side is Side.CN else box.ru))
    }


def letters(box: DayBox) -> tuple[str, str]:
    return "".join(one.letter for one in box.cn), "".join(one.letter for one in box.ru)


# --- days --------------------------------------------------------------------------------------


def test_every_day_stands_once_under_its_weekday() -> None:
    for sheet in (compose_year(order()), sheet_2026()):
        year = int(sheet.keywords[0])
        found = [int(box.number) for _month, box in boxes(sheet)]
        first = date(year, 1, 1)
        assert found == [(first + timedelta(days=n)).day for n in range(365)]
        for month, one in enumerate(sheet.months, 1):
            for week in one.weeks:
                assert len(week) == 7
                for weekday, box in enumerate(week):
                    if box is not None:
                        assert date(year, month, int(box.number)).weekday() == weekday


def test_the_notices_of_2026_are_told_by_sign_and_letter() -> None:
    sheet = sheet_2026()
    worked = {(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)}
    assert marked(sheet, Side.CN, SignKind.MAKE_UP) == worked
    assert marked(sheet, Side.CN, SignKind.MOVED) == {(1, 2), (2, 23), (5, 5), (10, 6), (10, 7)}
    assert marked(sheet, Side.RU, SignKind.MOVED) == {(1, 9), (12, 31)}
    assert marked(sheet, Side.RU, SignKind.SHORT) == {(4, 30), (5, 8), (6, 11), (11, 3)}
    assert letters(day(sheet, 1, 1)) == ("休", "В")
    assert letters(day(sheet, 1, 2)) == ("调", "В")
    assert letters(day(sheet, 1, 4)) == ("班", "В"), "a Sunday only Russia has free"
    assert letters(day(sheet, 4, 30)) == ("", "−1")
    assert letters(day(sheet, 6, 15)) == ("", "")
    assert not any(box.rest for month, box in boxes(sheet) if (month, int(box.number)) in worked)
    assert day(sheet, 1, 3).rest
    assert sheet.provisional == ()


def test_a_short_make_up_day_has_both_letters() -> None:
    assert letters(day(compose_year(order()), 2, 20)) == ("休", "Р−1")


def test_no_two_signs_share_a_letter_within_a_country() -> None:
    for side in Side:
        own = [letter for (of, _kind), letter in LETTERS.items() if of is side]
        assert len(set(own)) == len(own)


@given(
    offs=st.sets(st.dates(date(2027, 1, 1), date(2027, 12, 31)), max_size=20),
    side=st.sampled_from(Side),
)
def test_what_a_sheet_shows_is_what_the_calendars_say(offs: set[date], side: Side) -> None:
    weekdays = tuple(one for one in offs if one.weekday() < 5)
    weekends = tuple(one for one in offs if one.weekday() >= 5)
    decree = Decree(side, 2027, off=weekdays, make_up=weekends)
    own, other = build_year(decree), build_year(Decree(side.other, 2027))
    pairs = list(zip(own, other, strict=True))
    if side is Side.RU:
        pairs = [(cn, ru) for ru, cn in pairs]
    for month, one in enumerate(months(2027, pairs, ()), 1):
        for box in (box for week in one.weeks for box in week if box):
            this = date(2027, month, int(box.number))
            signs = box.cn if side is Side.CN else box.ru
            kinds = {sign.kind for sign in signs}
            assert (SignKind.OFF in kinds) == (this in weekdays)
            assert (SignKind.MAKE_UP in kinds) == (this in weekends)
            assert box.rest == (this.weekday() >= 5 and this not in weekends)


# --- meetings ----------------------------------------------------------------------------------


def bars(sheet: YearSheet, name: str) -> list[tuple[int, int, Bar]]:
    """The days a meeting covers, from the day that names it on."""
    found = [(month, int(box.number), bar) for month, box in boxes(sheet) for bar in box.bars]
    start = next(at for at, (_m, _d, bar) in enumerate(found) if bar.name == name)
    length = next(n for n, (_m, _d, bar) in enumerate(found[start:], 1) if bar.closes)
    return found[start : start + length]


def test_a_bar_opens_closes_and_is_named_once() -> None:
    covered = bars(compose_year(order()), "R4")
    assert [(month, number) for month, number, _bar in covered] == [
        *((10, number) for number in (28, 29, 30, 31)),
        (11, 1),
        (11, 2),
    ]
    assert [bar.opens for *_at, bar in covered] == [True, *[False] * 5]
    assert [bar.closes for *_at, bar in covered] == [*[False] * 5, True]
    assert [bar.name for *_at, bar in covered] == ["R4", *[""] * 5]
    assert [bar.letter for *_at, bar in covered] == ["中", *[""] * 5]
    assert not any(bar.agreed for *_at, bar in covered)


def test_a_meeting_from_the_year_before_is_named_on_the_first_of_january() -> None:
    (first, second) = bars(compose_year(order()), "R2")
    assert (first[:2], first[2].opens, first[2].agreed) == ((1, 1), False, True)
    assert (second[:2], second[2].closes, second[2].name) == ((1, 2), True, "")


def test_two_meetings_on_one_day_are_both_there() -> None:
    both = day(compose_year(order()), 4, 15).bars
    assert [bar.host for bar in both] == [Side.RU, Side.CN]
    assert [bar.agreed for bar in both] == [True, False]


def test_a_month_alone_takes_no_day() -> None:
    sheet = compose_year(order())
    assert [[bar.name for bar in one.undated] for one in sheet.months] == [
        *([], ["U1"], [], [], ["X2"]),
        *([] for _ in range(7)),
    ]
    named = {bar.name for _month, box in boxes(sheet) for bar in box.bars}
    assert named == {"", "R2", "R3", "X1", "X3", "X4", "R4"}


def test_a_month_of_another_year_is_not_this_ones() -> None:
    found = months(2027, order().days, (meeting("R1", "2028-02"),))
    assert not any(one.undated for one in found)


def test_cancelled_meetings_are_listed_and_take_no_place() -> None:
    sheet = compose_year(order())
    assert "X5" in [bar.name for bar in sheet.bars]
    assert not day(sheet, 9, 13).bars


def test_a_meeting_without_dates_is_left_out() -> None:
    gone = replace(all_sorts()[0], dates=None)
    assert compose_year(order(meetings=(gone,))).bars == ()


# --- words -------------------------------------------------------------------------------------


def test_each_text_names_its_own_side_first() -> None:
    zh, ru = compose_year(order()).texts
    assert (zh.lang, ru.lang) == (Lang.ZH, Lang.RU)
    assert "中俄" in zh.title
    assert "российско-китайских" in ru.title
    assert (zh.notes[0][:2], zh.notes[1][:3]) == ("中国", "俄罗斯")
    assert ["России" in note for note in ru.notes] == [True, False]


@pytest.mark.parametrize(("text", "first"), [(SheetText.ZH, Side.CN), (SheetText.RU, Side.RU)])
def test_a_single_text_has_its_own_sides_signs_first(text: SheetText, first: Side) -> None:
    sheet = compose_year(order(text))
    assert [one.lang.side for one in sheet.texts] == [first]
    sides = [one.side for one in sheet.legend if one.kind is SampleKind.SIGN]
    assert sides == sorted(sides, key=lambda side: side is not first)
    assert len(sides) == len(LETTERS)


def test_the_list_says_number_dates_place_host_and_status() -> None:
    zh, ru = compose_year(order()).texts
    rows = [
        f"{one.name} | {one.dates} | {one.place} | {one.host} | {one.status}".replace("\u00a0", " ")
        for text in (zh, ru)
        for one in text.entries
    ]
    assert rows[:9] == [
        "第二轮 | 2026年12月30日至2027年1月2日 | 北京 | 中国 | 已举行",
        "未编号磋商 | 2027年2月 | 俄罗斯 | 俄罗斯 | 已举行",
        "第三轮 | 2027年4月14日至15日 | 喀山 | 俄罗斯 | 已商定",
        "非例行磋商 | 2027年4月15日至16日 | 大连 | 中国 | 暂定，未商定",
        "非例行磋商 | 2027年5月 | 地点待商定 | 中国 | 计划中，未商定",
        "非例行磋商 | 2027年7月13日 | 视频方式举行 | — | 计划中，未商定",
        "非例行磋商 | 2027年8月31日至9月2日 | 下诺夫哥罗德 | 俄罗斯 | 已推迟，未商定",
        "非例行磋商 | 2027年9月13日至14日 | 符拉迪沃斯托克 | 俄罗斯 | 已取消",
        "第四轮 | 2027年10月28日至11月2日 | 北京 | 中国 | 计划中，未商定",
    ]
    assert rows[9:12] == [
        "Второй раунд | 30 декабря 2026 г. — 2 января 2027 г. | Пекин | Китай | состоялось",
        "Без номера | февраль 2027 г. | Россия | Россия | состоялось",
        "Третий раунд | 14–15 апреля 2027 г. | Казань | Россия | согласовано",
    ]
    assert rows[15].split(" | ")[2] == "Нижний Новгород"


def test_a_regular_round_without_number_is_called_by_its_kind() -> None:
    one = replace(meeting("R1", "2027-03-02"), number=None)
    assert one.kind is Kind.REGULAR
    zh, ru = compose_year(order(meetings=(one,))).texts
    assert (zh.entries[0].name, ru.entries[0].name) == ("例行磋商", "Очередные")


@pytest.mark.parametrize(
    ("venue", "zh", "ru"),
    [
        (Venue("KZ", "Astana"), "阿斯塔纳", "Астана"),
        (Venue("KZ", "Almaty"), "Almaty", "Almaty"),
        (Venue("KZ"), "KZ", "KZ"),
        (Venue("CN"), "中国", "Китай"),
    ],
)
def test_places(venue: Venue, zh: str, ru: str) -> None:
    book = CityBook((City("Astana", "KZ", "阿斯塔纳", "Астана", "Asia/Almaty"),))
    assert (place_of(venue, book, ZH), place_of(venue, book, RU)) == (zh, ru)


@pytest.mark.parametrize(
    ("decree", "zh", "ru"),
    [
        (
            CN_2026,
            "中国日历依据：国办发明电〔2025〕7号（2025年11月4日）",
            "Календарь Китая: 国办发明电〔2025〕7号 от 4 ноября 2025 г.",
        ),
        (
            RU_2026,
            "俄罗斯日历依据：俄罗斯联邦政府第1466号决定（2025年9月24日）",
            (
                "Календарь России: постановление Правительства Российской Федерации № 1466 "
                "от 24 сентября 2025 г."
            ),
        ),
        (
            replace(RU_2026, number="Указ № 5", issued=None),
            "俄罗斯日历依据：Указ № 5",
            "Календарь России: Указ № 5",
        ),
        (
            replace(CN_2026, number=""),
            "中国日历依据：2025年11月4日发布的官方通知",
            "Календарь Китая: официальное уведомление от 4 ноября 2025 г.",
        ),
        (
            RU_2027,
            "俄罗斯日历依据：2027年官方文件（文号未登记）",
            "Календарь России: официальный акт на 2027 год (номер не внесён)",
        ),
        (
            CN_2027,
            "中国2027年日历为推算：官方通知尚未公布",
            (
                "Календарь Китая на 2027 год предварительный: официальное уведомление ещё не "
                "опубликовано"
            ),
        ),
    ],
)
def test_what_a_calendar_rests_on(decree: Decree, zh: str, ru: str) -> None:
    assert basis(decree, ZH) == zh
    assert basis(decree, RU).replace("\u00a0", " ") == ru


def test_what_is_provisional_is_said_for_each_country() -> None:
    open_ru = replace(RU_2027, origin=Origin.EXTRAPOLATED)
    for calendars, sides in (
        ((CN_2026, RU_2026), ()),
        ((CN_2027, RU_2027), (Side.CN,)),
        ((CN_2027, open_ru), (Side.CN, Side.RU)),
        ((replace(CN_2027, origin=Origin.OFFICE), open_ru), (Side.RU,)),
    ):
        sheet = compose_year(order(calendars=calendars))
        hatched = [one.side for one in sheet.legend if one.kind is SampleKind.PROVISIONAL]
        assert (sheet.provisional, tuple(hatched)) == (sides, sides)
        for text in sheet.texts:
            told = [
                any(word in note for word in ("推算", "предварительный")) for note in text.notes
            ]
            assert sum(told) == len(sides)


def test_a_year_without_meetings_says_so() -> None:
    sheet = sheet_2026()
    assert sheet.bars == ()
    assert [text.empty.replace("\u00a0", " ") for text in sheet.texts] == [
        "2026年尚未列入磋商。",
        "Консультации на 2026 год не внесены.",
    ]


def test_nothing_but_when_where_and_how_far_agreed_is_on_a_sheet() -> None:
    secret = tuple(secretive(one) for one in all_sorts())
    sheet = compose_year(order(meetings=secret))
    assert sheet == compose_year(order())
    told = " ".join(year_samples.words_of(sheet))
    assert not [word for word in SECRETS if word in told]


@pytest.mark.parametrize(
    ("marking", "zh", "ru"),
    [(Marking.OPEN, "", ""), (Marking.PARTIES, "仅供双方使用", "Только для Сторон")],
)
def test_the_marking_of_article_6(marking: Marking, zh: str, ru: str) -> None:
    sheet = compose_year(replace(order(), marking=marking))
    assert [text.marking for text in sheet.texts] == [zh, ru]
    assert (zh in sheet.keywords) is bool(zh)


def test_a_sheet_is_dated_by_its_day_and_by_nothing_else() -> None:
    sheet = compose_year(order())
    assert sheet.stamp == datetime(2026, 11, 23, tzinfo=UTC)
    assert [text.as_of.replace("\u00a0", " ") for text in sheet.texts] == [
        "截至2026年11月23日",
        "По состоянию на 23 ноября 2026 г.",
    ]


def test_every_status_has_words_and_a_frame() -> None:
    for status in Status:
        one = meeting("R1", "2027-03-02", status=status)
        assert isinstance(one.dates, Dates)
        sheet = compose_year(order(meetings=(one,)))
        assert sheet.bars[0].agreed is (status in (Status.CONFIRMED, Status.HELD))
        assert all(text.entries[0].status for text in sheet.texts)


def test_a_year_says_the_offices_term() -> None:
    plain = compose_year(order())
    own = compose_year(replace(order(), term="дополнительные"))
    names = [[entry.name for entry in text.entries] for text in own.texts]
    assert names[0] == [entry.name for entry in plain.texts[0].entries]
    assert names[1] == [
        "Дополнительные" if entry.name == "Внеочередные" else entry.name
        for entry in plain.texts[1].entries
    ]
    assert names[1].count("Дополнительные") == 5
