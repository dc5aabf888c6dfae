"""Days without meetings from a table: start, end, reason_zh, reason_ru."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.application.blackout_table import blackouts_from
from consultations_gui.application.ports import TableRow
from consultations_gui.domain.errors import TableErrors, TableProblem
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout

CN, RU = Side.CN, Side.RU


def table(*rows: tuple[str, ...], head: str = "start end reason_zh reason_ru") -> list[TableRow]:
    names = head.split()
    return [TableRow(n, tuple(zip(names, row, strict=True))) for n, row in enumerate(rows, 2)]


def test_a_row_a_period() -> None:
    rows = table(
        ("2027-03-01", "2027-03-12", "两会", "Сессия ВСНП"),
        ("05.04.2027", "", "", "Учения"),
        ("2027年9月1日", "2027/9/2", "阅兵", ""),
        ("2027-03-01", "2027-03-12", "两会", "Сессия ВСНП"),
    )
    assert blackouts_from(rows, CN, "busy.csv") == (
        Blackout(CN, date(2027, 3, 1), date(2027, 3, 12), "两会", "Сессия ВСНП", "busy.csv"),
        Blackout(CN, date(2027, 4, 5), date(2027, 4, 5), "", "Учения", "busy.csv"),
        Blackout(CN, date(2027, 9, 1), date(2027, 9, 2), "阅兵", "", "busy.csv"),
    )


@pytest.mark.parametrize(
    "head", ["开始日期 结束日期 中文事由 俄文事由", "начало конец 事由 причина"]
)
def test_headings_in_the_offices_languages(head: str) -> None:
    (found,) = blackouts_from(table(("2027-03-01", "", "会", "Съезд"), head=head), RU, "t.xlsx")
    assert (found.side, found.reason_zh, found.reason_ru) == (RU, "会", "Съезд")


def test_all_that_is_wrong_is_told_by_row_and_column_and_nothing_taken() -> None:
    rows = table(
        ("2027-03-01", "2027-02-28", "", ""),
        ("", "2027-02-28", "", ""),
        ("31.02.2027", "", "", ""),
        ("2027-03-01", "soon", "", ""),
        ("2027-03", "", "", ""),
        ("2027-05-01", "2027-05-02", "", ""),
    )
    with pytest.raises(TableErrors) as caught:
        blackouts_from(rows, CN, "busy.csv")
    assert [(e.row, e.column, e.problem) for e in caught.value.errors] == [
        (2, "end", TableProblem.END_BEFORE_START),
        (3, "start", TableProblem.CELL_EMPTY),
        (4, "start", TableProblem.DAY_UNKNOWN),
        (5, "end", TableProblem.DAY_UNKNOWN),
        (6, "start", TableProblem.DAY_UNKNOWN),
    ]


def test_a_table_of_something_else() -> None:
    with pytest.raises(TableErrors) as caught:
        blackouts_from(table(("1", "题"), head="level zh"), CN, "agenda.csv")
    assert [error.problem for error in caught.value.errors] == [TableProblem.NO_HEADINGS]
