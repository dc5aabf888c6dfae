"""Cells as offices write them, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.application.ports import TableRow
from consultations_gui.application.sheets import Sheet, read_dates
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import TableErrors, TableProblem

DAY = Dates(date(2027, 3, 2), date(2027, 3, 2))
MONTH = Dates(date(2027, 2, 1), date(2027, 2, 28), Precision.MONTH)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        *((t, DAY) for t in ("2027-03-02", "2027/3/2", "2027.3.2", "2027年3月2日", "02.03.2027")),
        (" 2027-03-02 00:00:00 ", DAY),
        *((t, MONTH) for t in ("2027-02", "2027年2月", "02.2027", "2.2027", "2027/2")),
        *((t, None) for t in ("", "2027", "2027-13-01", "31.02.2027", "2 March", "12/31/2027")),
    ],
)
def test_days_and_months(text: str, dates: Dates | None) -> None:
    assert read_dates(text) == dates


def test_a_cell_that_is_wrong_is_told_by_its_heading() -> None:
    sheet = Sheet({"side": "国别", "day": "日期", "kind": "类型"})
    row = TableRow(4, (("国别", "法国"), ("日期", "2027年3月"), ("类型", " Moved_Off ")))
    assert sheet.side(row, "side") is None
    assert sheet.day(row, "day") is None
    assert sheet.day(row, "end") is None
    assert sheet.choice(row, "kind", {"moved off": "m"}) == "m"
    assert sheet.choice(row, "kind", {"off": "o", "free": "o", "short": "s"}) == ""
    sheet.require(row, "kind", "number")
    with pytest.raises(TableErrors) as raised:
        sheet.require_sound()
    assert [(e.row, e.column, e.problem, e.value, e.wanted) for e in raised.value.errors] == [
        (4, "国别", TableProblem.SIDE_UNKNOWN, "法国", ""),
        (4, "日期", TableProblem.DAY_UNKNOWN, "2027年3月", ""),
        (4, "类型", TableProblem.CHOICE_UNKNOWN, "Moved_Off", "o, s"),
        (4, "number", TableProblem.CELL_EMPTY, "", ""),
    ]
