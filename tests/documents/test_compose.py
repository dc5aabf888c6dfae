"""What a paper says: order of mention, titles, dates, marks, what is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application.ports import Alternat, Copy
from consultations_gui.documents.compose import compose, first_side, printed_languages
from consultations_gui.documents.content import Form, Paper, RowKind, Sheet
from consultations_gui.documents.rows import for_paper, printable
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Dates, Kind, Precision, Status
from consultations_gui.domain.errors import PaperIncompleteError, UnknownCityZoneError
from consultations_gui.domain.parties import City, CityBook, Lang, Side, Venue
from consultations_gui.domain.people import Delegation
from consultations_gui.domain.protection import Marking, Permission
from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.language import Language
from tests.documents.samples import agenda, consultation, item, order

NBSP = "\u00a0"


def sheet(paper: Paper, lang: Lang) -> Sheet:
    return next(one for one in paper.sheets if one.lang is lang)


def texts(paper: Paper, lang: Lang) -> list[str]:
    return [row.mark + row.text for row in sheet(paper, lang).rows]


# --- which texts, in which order --------------------------------------------------------------


@pytest.mark.parametrize(
    ("copy", "langs", "form"),
    [
        (Copy.CN, [Lang.ZH, Lang.RU], Form.COPY),
        (Copy.RU, [Lang.RU, Lang.ZH], Form.COPY),
        (Copy.WORKING, [Lang.ZH, Lang.RU], Form.WORKING),
        (Copy.ZH_ONLY, [Lang.ZH], Form.COPY),
        (Copy.RU_ONLY, [Lang.RU], Form.COPY),
    ],
)
def test_a_paper_holds_its_texts_own_first(copy: Copy, langs: list[Lang], form: Form) -> None:
    paper = compose(order(copy))
    assert [one.lang for one in paper.sheets] == langs == list(printed_languages(copy))
    assert paper.form is form


@pytest.mark.parametrize(
    ("copy", "alternat", "zh", "ru"),
    [
        (Copy.CN, Alternat.FULL, "中俄", "китайско-российских"),
        (Copy.RU, Alternat.FULL, "俄中", "российско-китайских"),
        (Copy.CN, Alternat.SIMPLIFIED, "中俄", "российско-китайских"),
        (Copy.RU, Alternat.SIMPLIFIED, "中俄", "российско-китайских"),
        (Copy.WORKING, Alternat.FULL, "中俄", "российско-китайских"),
    ],
)
def test_the_alternat_rules_the_titles(copy: Copy, alternat: Alternat, zh: str, ru: str) -> None:
    paper = compose(order(copy, alternat=alternat))
    assert sheet(paper, Lang.ZH).title == (f"{zh}国际信息安全第三轮磋商", "议程")
    assert sheet(paper, Lang.RU).title == (
        "Повестка дня",
        f"третьего раунда {ru} консультаций",
        "по международной информационной безопасности",
    )


@pytest.mark.parametrize(
    ("copy", "alternat", "zh", "ru"),
    [
        (Copy.CN, Alternat.FULL, Side.CN, Side.CN),
        (Copy.RU, Alternat.FULL, Side.RU, Side.RU),
        (Copy.CN, Alternat.SIMPLIFIED, Side.CN, Side.RU),
        (Copy.RU, Alternat.SIMPLIFIED, Side.CN, Side.RU),
    ],
)
def test_the_alternat_rules_who_signs_on_the_left(
    copy: Copy, alternat: Alternat, zh: Side, ru: Side
) -> None:
    paper = compose(order(copy, alternat=alternat))
    labels = {
        (Lang.ZH, Side.CN): ("中方代表团团长", "王喆"),
        (Lang.ZH, Side.RU): ("俄方代表团团长", "费奥多尔·叶若夫"),
        (Lang.RU, Side.CN): ("Глава китайской делегации", "Ван Чжэ"),
        (Lang.RU, Side.RU): ("Глава российской делегации", f"Ф.{NBSP}М.{NBSP}Ежёв"),
    }
    for lang, left in ((Lang.ZH, zh), (Lang.RU, ru)):
        assert first_side(copy, alternat, lang) is left
        found = [(entry.label, entry.name) for entry in sheet(paper, lang).signatures]
        assert found == [labels[lang, left], labels[lang, left.other]]


def test_a_head_not_named_yet_leaves_the_line_free_and_a_working_copy_has_none() -> None:
    empty = consultation(delegations=(Delegation(Side.CN), Delegation(Side.RU)))
    assert [s.name for s in compose(order(meeting=empty)).sheets[0].signatures] == ["", ""]
    assert all(not one.signatures for one in compose(order(Copy.WORKING)).sheets)


def test_in_a_third_place_the_capitals_follow_the_alternat() -> None:
    far = consultation(venue=Venue("RU", "Vladivostok"))
    chinese = compose(order(Copy.CN, meeting=far))
    assert sheet(chinese, Lang.ZH).notes == (
        "时间均为符拉迪沃斯托克时间（UTC+10）；北京时间为上述时间减2小时，莫斯科时间为上述时间减7小时。",
    )
    assert "пекинское время" in sheet(chinese, Lang.RU).notes[0].split(";")[1].split(",")[0]
    russian = compose(order(Copy.RU, meeting=far))
    assert sheet(russian, Lang.RU).notes[0].replace(NBSP, " ") == (
        "Время местное (г. Владивосток, UTC+10); московское время — минус 7 часов, "
        "пекинское — минус 2 часа."
    )
    assert "；莫斯科时间" in sheet(russian, Lang.ZH).notes[0]


# --- titles, date, place ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "number", "zh", "ru"),
    [
        (Kind.EXTRAORDINARY, None, "中俄国际信息安全非例行磋商议程", "внеочередных китайско-"),
        (Kind.UNNUMBERED, None, "中俄国际信息安全磋商议程", "китайско-российских консульт"),
        (Kind.REGULAR, None, "中俄国际信息安全磋商议程", "китайско-российских консульт"),
        (Kind.REGULAR, 22, "中俄国际信息安全第二十二轮磋商议程", "двадцать второго раунда"),
    ],
)
def test_titles_of_every_kind(kind: Kind, number: int | None, zh: str, ru: str) -> None:
    paper = compose(order(meeting=consultation(kind=kind, number=number)))
    assert paper.title == "".join(sheet(paper, Lang.ZH).title) == zh
    assert sheet(paper, Lang.RU).title[1].startswith(ru)


def test_the_title_says_the_offices_term() -> None:
    plain = order(meeting=consultation(kind=Kind.EXTRAORDINARY, number=None))
    own = compose(replace(plain, term="дополнительные"))
    assert sheet(own, Lang.RU).title[1].startswith("дополнительных китайско-")
    assert compose(replace(plain, term=SHIPPED)) == compose(plain)
    assert sheet(own, Lang.ZH) == sheet(compose(plain), Lang.ZH)


def test_the_title_of_a_working_copy_is_in_both_languages() -> None:
    assert compose(order(Copy.WORKING)).title == (
        "中俄国际信息安全第三轮磋商议程 / Повестка дня третьего раунда "
        "российско-китайских консультаций по международной информационной безопасности"
    )


@pytest.mark.parametrize(
    ("dates", "status", "zh", "ru"),
    [
        (
            Dates(date(2026, 11, 23), date(2026, 11, 23)),
            Status.CONFIRMED,
            "2026年11月23日（星期一）",
            "23 ноября 2026 г., понедельник",
        ),
        (
            Dates(date(2027, 4, 14), date(2027, 4, 16)),
            Status.HELD,
            "2027年4月14日至16日",
            "14–16 апреля 2027 г.",
        ),
        (
            Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH),
            Status.PLANNED,
            "2027年4月（暂定）",
            "апрель 2027 г. (предварительно)",
        ),
        (None, Status.POSTPONED, "日期待商定", "дата подлежит согласованию"),
    ],
)
def test_dates(dates: Dates | None, status: Status, zh: str, ru: str) -> None:
    paper = compose(order(meeting=consultation(dates=dates, status=status)))
    assert sheet(paper, Lang.ZH).date == zh
    assert sheet(paper, Lang.RU).date.replace(NBSP, " ") == ru


@pytest.mark.parametrize(
    ("venue", "zh", "ru"),
    [
        (Venue("RU", "Kazan"), "喀山", "г. Казань"),
        (Venue(online=True), "视频方式举行", "в режиме видеоконференции"),
        (Venue("CN"), "", ""),
    ],
)
def test_places(venue: Venue, zh: str, ru: str) -> None:
    paper = compose(order(meeting=consultation(venue=venue)))
    assert sheet(paper, Lang.ZH).place == zh
    assert sheet(paper, Lang.RU).place.replace(NBSP, " ") == ru


def test_a_city_of_the_offices_own_is_used_and_an_unknown_one_refused() -> None:
    tver = City("Tver", "RU", "特维尔", "Тверь", "Europe/Moscow")
    away = order(meeting=consultation(venue=Venue("RU", "Tver")))
    known = compose(replace(away, cities=CityBook((tver,))))
    assert sheet(known, Lang.ZH).place == "特维尔"
    with pytest.raises(UnknownCityZoneError) as caught:
        compose(away)
    assert caught.value.city == "Tver"


def test_an_unknown_city_is_printed_as_typed_while_nothing_has_a_time() -> None:
    untimed = agenda(items=(item("a", 1, "议题", "О вопросе", None),))
    paper = compose(order(meeting=consultation(venue=Venue("RU", "Tver")), items=untimed))
    assert sheet(paper, Lang.ZH).place == "Tver"
    assert sheet(paper, Lang.ZH).notes == ()


# --- rows -------------------------------------------------------------------------------------


def test_rows_have_numbers_times_and_breaks_in_step() -> None:
    paper = compose(order())
    zh, ru = sheet(paper, Lang.ZH).rows, sheet(paper, Lang.RU).rows
    assert [row.number for row in zh] == [
        *("一、", "（一）", "（二）", "二、", "三、", "", "四、", "五、"),
    ]
    assert [row.number for row in ru] == ["1.", "1.1.", "1.2.", "2.", "3.", "", "4.", "5."]
    assert [row.time for row in zh][:2] == ["09:00—09:40", "09:00—09:20"]
    assert ru[0].time == "09:00–09:40"
    assert [row.kind for row in zh] == [row.kind for row in ru]
    assert [row.keep for row in zh] == [True] + [False] * 7
    assert zh[5].kind is RowKind.BREAK


def test_an_agenda_without_any_length_prints_no_times() -> None:
    untimed = agenda(items=(item("a", 1, "甲", "А", None), item("b", 1, "乙", "Б", None)))
    paper = compose(order(items=untimed))
    assert all(row.time == row.start == "" for one in paper.sheets for row in one.rows)
    assert all(one.notes == () for one in paper.sheets)


def test_a_row_without_length_shows_when_it_begins_and_one_past_midnight_nothing() -> None:
    rows = (
        item("a", 1, "甲", "А", 60),
        item("b", 1, "乙", "Б", None),
        item("c", 1, "丙", "В", 23 * 60),
    )
    found = sheet(compose(order(items=agenda(items=rows))), Lang.ZH).rows
    assert [row.time for row in found] == ["09:00—10:00", "10:00", ""]


def test_days_have_headings_with_their_dates() -> None:
    rows = tuple(
        replace(item(f"d{day}", 1, f"议题{day}", f"О вопросе {day}", 30), day=day)
        for day in (1, 2, 3)
    )
    two_days = consultation(dates=Dates(date(2027, 4, 14), date(2027, 4, 15)))
    paper = compose(order(meeting=two_days, items=agenda(items=rows, opens=(time(9), time(10)))))
    assert texts(paper, Lang.ZH) == [
        *(
            "2027年4月14日（星期三）",
            "议题1",
            "2027年4月15日（星期四）",
            "议题2",
            "第三天",
            "议题3",
        ),
    ]
    assert [row.text.replace(NBSP, " ") for row in sheet(paper, Lang.RU).rows][4] == "День 3"
    assert [row.start for row in sheet(paper, Lang.ZH).rows][1::2] == ["09:00", "10:00", "10:00"]


def test_days_before_the_date_is_known_are_counted() -> None:
    rows = tuple(replace(item(f"d{day}", 1, "甲", "А", 30), day=day) for day in (1, 2, 120))
    paper = compose(order(meeting=consultation(dates=None), items=agenda(items=rows)))
    assert texts(paper, Lang.ZH)[::2] == ["第一天", "第二天", "第120天"]
    assert texts(paper, Lang.RU)[::2] == ["День 1", "День 2", "День 120"]
    assert sheet(paper, Lang.ZH).notes == ()


def test_an_item_is_not_kept_with_a_sub_item_of_the_next_day() -> None:
    rows = (item("a", 1, "甲", "А", None), replace(item("b", 2, "乙", "Б", 24 * 60), day=2))
    found = sheet(compose(order(items=agenda(items=rows))), Lang.ZH).rows
    assert [(row.kind, row.keep) for row in found] == [
        (RowKind.DAY, False),
        (RowKind.ITEM, False),
        (RowKind.DAY, False),
        (RowKind.ITEM, False),
    ]


def test_times_of_a_month_use_its_zone_and_a_date_not_known_has_no_note() -> None:
    month = Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)
    paper = compose(order(meeting=consultation(dates=month)))
    assert sheet(paper, Lang.ZH).notes == (
        "时间均为喀山时间（同莫斯科时间）；北京时间为上述时间加5小时。",
    )
    assert not any(row.kind is RowKind.DAY for row in sheet(paper, Lang.ZH).rows)


# --- missing, stale, withheld, marked ---------------------------------------------------------


def test_missing_and_stale_texts_are_not_papered_over() -> None:
    rows = (
        item("a", 1, "", "О вопросе", 10),
        item("b", 1, "议题", " ", 10),
        replace(item("c", 1, "", "", 10), text=Bilingual("甲", "О первом", lagging=Lang.RU)),
        replace(item("d", 1, "", "", 10), text=Bilingual("乙", "О втором", lagging=Lang.ZH)),
    )
    draft = compose(
        order(items=agenda(items=rows, status=AgendaStatus.DRAFT), final=False),
    )
    assert texts(draft, Lang.ZH) == ["【缺中文文本】", "议题", "甲", "【中文文本待更新】乙"]
    assert [text.replace(NBSP, " ") for text in texts(draft, Lang.RU)] == [
        "О вопросе",
        "[нет русского текста]",
        "[русский текст требует обновления]О первом",
        "О втором",
    ]


def test_a_final_paper_is_refused_with_the_list_of_what_is_missing() -> None:
    rows = (
        item("a", 1, "", "О вопросе", 10),
        item("b", 2, "议题", "", 10),
        replace(item("c", 0, "", "", 10), text=Bilingual("茶歇", "Перерыв", lagging=Lang.RU)),
    )
    unfit = agenda(items=rows)
    with pytest.raises(PaperIncompleteError) as caught:
        compose(order(items=unfit))
    assert caught.value.id == "R3"
    assert caught.value.missing == ((1, "1.", "zh"), (2, "1.1.", "ru"))
    assert caught.value.stale == ((3, "", "ru"),)
    with pytest.raises(PaperIncompleteError) as caught:
        compose(order(Copy.ZH_ONLY, items=unfit))
    assert (caught.value.missing, caught.value.stale) == (((1, "1.", "zh"),), ())


@pytest.mark.parametrize(
    ("status", "final", "draft"),
    [
        (AgendaStatus.DRAFT, False, True),
        (AgendaStatus.CIRCULATED, False, True),
        (AgendaStatus.AGREED, True, False),
        (AgendaStatus.FINAL, True, False),
        # Nobody gets a clean copy of what the sides have not agreed by asking for one.
        (AgendaStatus.CIRCULATED, True, True),
    ],
)
def test_the_draft_mark_stays_until_both_sides_agreed(
    status: AgendaStatus, final: bool, draft: bool
) -> None:
    for copy, marks in (
        (Copy.CN, ["草案", "ПРОЕКТ"]),
        (Copy.RU, ["ПРОЕКТ", "草案"]),
        (Copy.RU_ONLY, ["ПРОЕКТ", "草案"]),
    ):
        paper = compose(order(copy, items=agenda(status=status), final=final))
        assert [mark.text for mark in paper.draft] == (marks if draft else [])


def restricted(*permissions: Permission) -> Agenda:
    rows = (
        item("a", 1, "公开", "Об открытом", 10),
        replace(item("b", 1, "限制", "Об ограниченном", 10), marking=Marking.RESTRICTED),
        item("c", 2, "下级", "О подпункте", 10),
    )
    owned = tuple(replace(row, originator=Side.CN) for row in rows)
    return agenda(items=owned, permissions=permissions)


def test_what_has_no_permission_on_record_is_withheld_with_all_under_it() -> None:
    paper = compose(order(items=restricted()))
    assert texts(paper, Lang.ZH) == ["公开", *["【依协定第六条不予载明】"] * 2]
    assert "ограниченном" not in str(paper)
    assert "подпункте" not in str(paper)
    assert [one.marking for one in paper.sheets] == ["", ""]
    assert [row.number for row in sheet(paper, Lang.RU).rows] == ["1.", "2.", "2.1."]


def test_with_permission_it_is_printed_and_the_paper_marked() -> None:
    paper = compose(order(items=restricted(Permission("b", Side.CN, "普通照会第7号"))))
    assert texts(paper, Lang.ZH) == ["公开", "限制", "下级"]
    assert [one.marking for one in paper.sheets] == [
        "限制接触（协定第六条）",
        "Доступ ограничен (статья 6 Соглашения)",
    ]
    assert "限制接触（协定第六条）" in paper.keywords


def test_the_strictest_marking_printed_marks_the_paper() -> None:
    rows = tuple(
        replace(item(str(i), 1, "甲", "А", 5), marking=marking)
        for i, marking in enumerate((Marking.PARTIES, Marking.OPEN))
    )
    paper = compose(order(items=agenda(items=rows)))
    assert [one.marking for one in paper.sheets] == ["仅供双方使用", "Только для Сторон"]


def test_the_symbol_carries_the_language_and_may_be_missing() -> None:
    paper = compose(order())
    assert [one.symbol for one in paper.sheets] == ["IIS/2027/1/AG/7-zh", "IIS/2027/1/AG/7-ru"]
    assert paper.symbol == "IIS/2027/1/AG/7"
    bare = compose(order(items=agenda(symbol="")))
    assert (bare.symbol, bare.keywords) == ("", ())
    assert [one.symbol for one in bare.sheets] == ["", ""]


def test_an_empty_agenda_is_a_paper_too() -> None:
    paper = compose(order(items=Agenda("R3"), final=False))
    assert all(one.rows == () and one.notes == () for one in paper.sheets)


# --- texts for print --------------------------------------------------------------------------


def test_texts_are_set_for_print_and_what_was_typed_stays() -> None:
    typed = Bilingual('研究"信息安全"(第2项)', 'Об "угрозах" - и о № 5')
    rows = (replace(item("a", 1, "", "", 5), text=typed),)
    paper = compose(order(items=agenda(items=rows)))
    assert texts(paper, Lang.ZH) == ["研究“信息安全”（第2项）"]
    assert texts(paper, Lang.RU) == [f"Об «угрозах»{NBSP}— и{NBSP}о{NBSP}№{NBSP}5"]


def test_signs_that_cannot_be_printed_are_left_out() -> None:
    assert printable(" a\tb\x00\u202ec\ufeff\u00ad\nd ") == "a bc\nd"
    assert for_paper("镕喆堃淼龑", Language.ZH) == "镕喆堃淼龑"


@given(st.text())
def test_printable_is_stable_and_clean(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert not any(sign < " " and sign != "\n" for sign in once)


# --- a calendar not published yet ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "chinese", "russian"),
    [
        ((Side.CN,), "中方2027年", "в Китае на 2027 год"),
        ((Side.RU,), "俄方2027年", "в России на 2027 год"),
        ((Side.CN, Side.RU), "双方2027年", "ни в Китае, ни в России"),
    ],
)
@pytest.mark.parametrize("final", [True, False])
def test_a_date_chosen_by_an_unpublished_calendar_says_so_in_both_texts(
    sides: tuple[Side, ...], chinese: str, russian: str, final: bool
) -> None:
    paper = compose(order(Copy.WORKING, provisional=sides, final=final))
    zh, ru = paper.sheets
    assert chinese in zh.caveat
    assert russian in ru.caveat.replace("\u00a0", " ")


def test_a_meeting_over_new_year_names_both_years() -> None:
    over = consultation(dates=Dates(date(2027, 12, 31), date(2028, 1, 1)))
    (sheet,) = compose(order(Copy.ZH_ONLY, meeting=over, provisional=(Side.CN,))).sheets
    assert "2027–2028年" in sheet.caveat


def test_nothing_is_said_of_published_calendars_or_without_dates() -> None:
    open_ = consultation(dates=None, status=Status.TENTATIVE)
    for asked in (order(), order(meeting=open_, provisional=(Side.CN,))):
        assert {sheet.caveat for sheet in compose(asked).sheets} == {""}


def test_the_weekday_and_the_doubt_share_their_brackets() -> None:
    planned = consultation(status=Status.TENTATIVE)
    zh, ru = compose(order(Copy.WORKING, meeting=planned)).sheets
    assert zh.date.endswith("，暂定）")
    assert "）（" not in zh.date
    assert ru.date.endswith("(предварительно)")
