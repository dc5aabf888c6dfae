"""Tables read by column, in three languages; everything wrong told at once."""

from __future__ import annotations

from itertools import count

import pytest

from consultations_gui.application.agenda_table import items_from
from consultations_gui.application.ports import TableRow
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.errors import TableErrors, TableProblem
from consultations_gui.domain.parties import Side
from consultations_gui.domain.standing import BREAK
from tests.domain.agenda_samples import NOW

ENGLISH = ("level", "zh", "ru", "minutes", "lead")


def table(*lines: str, headings: tuple[str, ...] = ENGLISH, first: int = 2) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(at, tuple(zip(headings, line.split("|"), strict=True)))
        for at, line in enumerate(lines, first)
    )


def taken(rows: tuple[TableRow, ...]) -> tuple[AgendaItem, ...]:
    numbers = count(1)
    return items_from(rows, NOW, lambda: f"i{next(numbers)}")


def refused(rows: tuple[TableRow, ...]) -> list[tuple[int, str, TableProblem, str, str]]:
    with pytest.raises(TableErrors) as raised:
        taken(rows)
    return [(e.row, e.column, e.problem, e.value, e.wanted) for e in raised.value.errors]


@pytest.mark.parametrize(
    "headings",
    [
        ENGLISH,
        ("LEVEL", "Chinese", "Russian", "Min", "Lead"),
        ("层级", "中文", "俄文", "分钟", "牵头"),
        ("层级", "中文", "俄文", "分钟", "主导方"),
        ("级别", "中文文本", "俄文文本", "时长（分钟）", "牵头方"),
        ("уровень", "китайский", "русский", "минуты", "ведущая"),
        (" Уровень ", "Китайский  текст", "Русский текст", "Мин.", "Ведущая Сторона"),
    ],
)
def test_headings_in_three_languages(headings: tuple[str, ...]) -> None:
    (row,) = taken(table("1| 信息交流 |Обмен информацией|30|CN", headings=headings))
    assert (row.uid, row.level, row.minutes, row.lead) == ("i1", 1, 30, Side.CN)
    assert (row.text.zh, row.text.ru) == ("信息交流", "Обмен информацией")
    assert row.text.complete
    assert (row.text.zh_at, row.text.ru_at) == (NOW, NOW)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("CN", Side.CN),
        ("cn", Side.CN),
        ("中方", Side.CN),
        ("КИТАЙ", Side.CN),
        ("Китайская  Сторона", Side.CN),
        ("RU", Side.RU),
        ("俄方", Side.RU),
        ("俄罗斯", Side.RU),
        ("Россия", Side.RU),
        ("РФ", Side.RU),
        ("", None),
    ],
)
def test_the_leading_side_in_three_languages(text: str, side: Side | None) -> None:
    assert taken(table(f"1|议题|Вопрос||{text}"))[0].lead is side


def test_only_what_is_given_is_dated() -> None:
    zh, ru = taken(table("1|议题|||", "1||Вопрос||"))
    assert (zh.text.zh_at, zh.text.ru_at) == (NOW, None)
    assert (ru.text.zh_at, ru.text.ru_at) == (None, NOW)
    assert zh.minutes is None


def test_length_and_lead_may_be_left_out() -> None:
    (row,) = taken(table("1|议题|Вопрос", headings=ENGLISH[:3]))
    assert (row.minutes, row.lead) == (None, None)


def test_a_break_may_have_a_name_or_none() -> None:
    rows = taken(table("1|议题|Вопрос||", "0|||15|", "0|茶歇||15|"))
    assert (rows[1].text.zh, rows[1].text.ru) == BREAK
    assert (rows[2].text.zh, rows[2].text.ru) == ("茶歇", "")


def test_a_break_does_not_part_levels() -> None:
    rows = taken(table("1|甲|А||", "0||||", "2|乙|Б||", "3|丙|В||", "1|丁|Г||"))
    assert [row.level for row in rows] == [1, 0, 2, 3, 1]


def test_full_width_digits_are_digits() -> None:
    (row,) = taken(table("１|议题|Вопрос|３０|"))
    assert (row.level, row.minutes) == (1, 30)


def test_all_that_is_wrong_is_told_at_once_by_row_and_column() -> None:
    headings = ("层级", "中文", "俄文", "分钟", "牵头")
    found = refused(
        table(
            "1|议题|Вопрос|полчаса|法方",
            "3|||1441|",
            "x|议题|Вопрос|-5|",
            "4|议题|Вопрос|99999999999999999999|",
            headings=headings,
            first=5,
        )
    )
    assert found == [
        (5, "分钟", TableProblem.MINUTES_NOT_A_NUMBER, "полчаса", ""),
        (5, "牵头", TableProblem.SIDE_UNKNOWN, "法方", ""),
        (6, "层级", TableProblem.LEVEL_JUMP, "3", "2"),
        (6, "中文", TableProblem.TEXT_MISSING, "", ""),
        (6, "分钟", TableProblem.MINUTES_OUT_OF_RANGE, "1441", ""),
        (7, "层级", TableProblem.LEVEL_UNKNOWN, "x", ""),
        (7, "分钟", TableProblem.MINUTES_OUT_OF_RANGE, "-5", ""),
        (8, "层级", TableProblem.LEVEL_UNKNOWN, "4", ""),
        (8, "分钟", TableProblem.MINUTES_OUT_OF_RANGE, "99999999999999999999", ""),
    ]


@pytest.mark.parametrize("column", ["level", "minutes", "day"])
def test_a_number_beyond_all_bounds_is_told_like_any_other(column: str) -> None:
    cells = {"level": "1", "zh": "议题", "ru": "Вопрос", column: "9" * 5000}
    found = refused((TableRow(2, tuple(cells.items())),))
    assert [error[:2] for error in found] == [(2, column)]


@pytest.mark.parametrize("text", ["2", "3"])
def test_a_table_begins_with_the_first_level(text: str) -> None:
    assert refused(table(f"{text}|议题|Вопрос||"))[0][2:] == (TableProblem.LEVEL_JUMP, text, "1")


def test_rows_below_a_bad_level_are_not_blamed_for_it() -> None:
    found = refused(table("1|甲|А||", "?|乙|Б||", "3|丙|В||"))
    assert [(row, problem) for row, _, problem, _, _ in found] == [(3, TableProblem.LEVEL_UNKNOWN)]


def test_a_sum_that_differs_is_told_with_the_right_one() -> None:
    found = refused(table("1|议题|Вопрос|60|", "2|甲|А|20|", "2|乙|Б|30|"))
    assert found == [(2, "minutes", TableProblem.MINUTES_MISMATCH, "60", "50")]


def test_columns_that_are_missing_are_named() -> None:
    assert refused(table("1|Вопрос", headings=("level", "ru"))) == [
        (1, "zh", TableProblem.COLUMN_MISSING, "", "")
    ]
    found = refused(table("1|Вопрос", headings=("level", "вопрос")))
    assert [(error[1], error[2]) for error in found] == [
        ("вопрос", TableProblem.COLUMN_UNKNOWN),
        ("zh", TableProblem.COLUMN_MISSING),
        ("ru", TableProblem.COLUMN_MISSING),
    ]


def test_a_first_row_that_heads_nothing_is_told_with_the_columns() -> None:
    wanted = "level, zh, ru, minutes, lead, day"
    for rows in ((), table("2|甲|А", headings=("1", "议题", "Вопрос"))):
        assert refused(rows) == [(1, "", TableProblem.NO_HEADINGS, "", wanted)]


def test_a_column_is_not_there_twice() -> None:
    found = refused(table("1|议题|Вопрос|А", headings=("level", "zh", "ru", "русский")))
    assert found == [(1, "русский", TableProblem.COLUMN_TWICE, "", "")]


@pytest.mark.parametrize("heading", ["day", "Meeting day", "会议日", "第几天", "День"])
def test_rows_name_their_meeting_day(heading: str) -> None:
    headings = ("level", "zh", "ru", heading)
    lines = ("1|甲|А|", "2|乙|Б|", "0|||1", "1|丙|В|2", "2|丁|Г|", "1|戊|Д|3", "1|己|Е|３")
    assert [item.day for item in taken(table(*lines, headings=headings))] == [1, 1, 1, 2, 2, 3, 3]


def test_a_day_that_is_none_is_told_by_its_cell() -> None:
    headings = ("level", "zh", "ru", "第几天")
    lines = ("1|甲|А|0", "1|乙|Б|2", "1|丙|В|1", "1|丁|Г|32", "1|戊|Д|14.04", "1|己|Е|²")
    assert refused(table(*lines, headings=headings)) == [
        (2, "第几天", TableProblem.MEETING_DAY_UNKNOWN, "0", "31"),
        (4, "第几天", TableProblem.MEETING_DAY_BACK, "1", "2"),
        (5, "第几天", TableProblem.MEETING_DAY_UNKNOWN, "32", "31"),
        (6, "第几天", TableProblem.MEETING_DAY_UNKNOWN, "14.04", "31"),
        (7, "第几天", TableProblem.MEETING_DAY_UNKNOWN, "²", "31"),
    ]


def test_a_strange_column_may_be_a_misspelt_one() -> None:
    headings = ("level", "zh", "ru", "minuts", "")
    found = refused(table("1|议题|Вопрос|30|", headings=headings))
    assert found == [
        (1, "minuts", TableProblem.COLUMN_UNKNOWN, "", "level, zh, ru, minutes, lead, day")
    ]


def test_a_strange_column_beside_all_of_ours_is_left_aside() -> None:
    (row,) = taken(table("1|议题|Вопрос|30|CN|см. записку", headings=(*ENGLISH, "примечание")))
    assert row.minutes == 30


def test_a_text_that_was_cut_by_its_own_comma_is_seen() -> None:
    found = refused(
        (
            TableRow(
                2,
                (
                    ("level", "1"),
                    ("zh", "议题"),
                    ("ru", "Обмен"),
                    ("minutes", ""),
                    ("lead", ""),
                    ("", "оценка"),
                ),
            ),
        )
    )
    assert found == [(2, "", TableProblem.CELL_WITHOUT_HEADING, "оценка", "")]


def test_texts_in_each_others_column_are_told_once_where_all_are() -> None:
    crossed = table("1|Обмен|信息交流|30|", "0|||10|", "1|О мерах (CERT)|共同措施|20|")
    assert refused(crossed) == [(1, "zh", TableProblem.TEXTS_CROSSED, "", "")]
    one = table("1|信息交流|Обмен|30|", "1|О мерах|共同措施|20|")
    assert refused(one) == [(3, "zh", TableProblem.TEXTS_CROSSED, "О мерах", "")]


def test_names_in_the_other_script_are_no_crossing() -> None:
    rows = table("1|访问Москва|О докладе «信息»|30|", "1|CERT|CERT|5|", "1||共同措施|5|")
    assert len(taken(rows)) == 3


def test_a_sign_nobody_sees_is_told_by_its_cell() -> None:
    rows = table("1|信息交流|О\x07бмен|30|", "1|\u202e措施|О мерах|20|")
    assert refused(rows) == [
        (2, "ru", TableProblem.SIGN_UNSEEN, "", "U+0007"),
        (3, "zh", TableProblem.SIGN_UNSEEN, "", "U+202E"),
    ]
