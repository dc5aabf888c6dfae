"""Official notices from a table, and what they change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consultations_gui.application import calendars
from consultations_gui.application.decree_table import decrees_from
from consultations_gui.application.journal import change, undo
from consultations_gui.application.ports import TableRow
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import TableErrors, TableProblem
from consultations_gui.domain.workdays import Decree, Move
from tests.application.fakes import FakeTables, make_context
from tests.domain.rounds import CN, RU, days, meeting

HEAD = ("side", "date", "kind", "year", "for", "number", "issued", "source")
FILE = Path("notices.csv")


def table(*lines: str, head: tuple[str, ...] = HEAD) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(at, tuple(zip(head, (*line.split("|"), *[""] * 8), strict=False)))
        for at, line in enumerate(lines, 2)
    )


def refused(*lines: str) -> list[tuple[int, str, TableProblem]]:
    with pytest.raises(TableErrors) as raised:
        decrees_from(table(*lines))
    return [(e.row, e.column, e.problem) for e in raised.value.errors]


def test_a_table_of_two_notices() -> None:
    made = decrees_from(
        table(
            "CN|2027-02-08|off|||国办发明电〔2026〕5号|2026-11-10|gov.cn",
            "中方|2027年2月11日|调休放假",
            "cn|2027/2/6|make_up||2027-02-11",
            "Россия|20.02.2027|make up||22.02.2027|№ 1",
            "ru|20.02.2027|short",
            "ru|22.02.2027|перенос",
            "ru|31.12.2026|moved_off|2027",
        )
    )
    assert made == (
        Decree(
            CN, 2027,
            off=(date(2027, 2, 8),),
            moved_off=(date(2027, 2, 11),),
            make_up=(date(2027, 2, 6),),
            moves=(Move(date(2027, 2, 6), date(2027, 2, 11)),),
            number="国办发明电〔2026〕5号",
            issued=date(2026, 11, 10),
            source="gov.cn",
        ),
        Decree(
            RU, 2027,
            moved_off=(date(2026, 12, 31), date(2027, 2, 22)),
            make_up=(date(2027, 2, 20),),
            short=(date(2027, 2, 20),),
            moves=(Move(date(2027, 2, 20), date(2027, 2, 22)),),
            number="№ 1",
        ),
    )  # fmt: skip
    for decree in made:
        decree.require_sound()


def test_every_cell_that_cannot_be_taken() -> None:
    assert refused(
        "FR|2027-02-08|off",
        "CN|8 Feb|off",
        "CN|2027-02-08|free",
        "CN|2027-02-08|off|27",
        "CN|1999-02-08|off",
        "||",
        "CN|2025-02-07|off|2027",
        "CN|2027-02-09|off",
        "CN|2027-02-09|moved_off",
        "CN|2027-02-09|short",
        "CN|2027-02-10|make_up",
        "CN|2027-02-13|moved_off",
        "CN|2027-02-20|make_up||nothing",
        "CN|2027-02-20|make_up",
    ) == [
        (2, "side", TableProblem.SIDE_UNKNOWN),
        (3, "date", TableProblem.DAY_UNKNOWN),
        (4, "kind", TableProblem.CHOICE_UNKNOWN),
        (5, "year", TableProblem.YEAR_UNKNOWN),
        (6, "date", TableProblem.YEAR_UNKNOWN),
        (7, "side", TableProblem.CELL_EMPTY),
        (7, "date", TableProblem.CELL_EMPTY),
        (7, "kind", TableProblem.CELL_EMPTY),
        (8, "date", TableProblem.DAY_OUTSIDE),
        (10, "date", TableProblem.DAY_TWICE),
        (11, "date", TableProblem.DAY_TWICE),
        (12, "date", TableProblem.MAKE_UP_ON_WEEKDAY),
        (13, "date", TableProblem.DAY_OFF_ON_WEEKEND),
        (14, "for", TableProblem.DAY_UNKNOWN),
        (15, "date", TableProblem.DAY_TWICE),
    ]


def test_a_table_without_its_columns() -> None:
    with pytest.raises(TableErrors) as raised:
        decrees_from(table("CN|2027-02-08", head=("side", "date")))
    assert [(e.column, e.problem) for e in raised.value.errors] == [
        ("kind", TableProblem.COLUMN_MISSING)
    ]


def test_a_preview_stores_nothing_and_an_import_is_one_step() -> None:
    tables = FakeTables(table("CN|2027-03-02|off", "RU|2027-03-05|off"))
    ctx = make_context(tables=tables)
    with change(ctx, "ledger.import") as step:
        step.add(meeting("R3", CN, Status.CONFIRMED, days("2027-03-02", "2027-03-03")))
        step.add(meeting("R4", CN, Status.PLANNED, days("2027-03-04")))
        step.add(meeting("R5", CN, Status.HELD, days("2027-03-02")))
    previewed = calendars.preview_decrees(ctx, FILE)
    assert calendars.decrees(ctx) == ()
    stored = calendars.import_decrees(ctx, FILE)
    assert [r.decree for r in stored] == list(calendars.decrees(ctx))
    assert calendars.reports(ctx) == stored
    assert [(r.changed, r.meetings) for r in previewed] == [(r.changed, r.meetings) for r in stored]
    chinese, russian = stored
    assert chinese.changed == (date(2027, 3, 2),)
    assert [one.date for one in chinese.differences] == [date(2027, 3, 2)]
    assert chinese.meetings == ("R3",)
    assert russian.meetings == ("R4",)
    tables.rows = table("CN|2027-03-09|off")
    calendars.import_decrees(ctx, FILE)
    assert [one.off for one in calendars.decrees(ctx)] == [
        (date(2027, 3, 9),),
        (date(2027, 3, 5),),
    ]
    undo(ctx)
    undo(ctx)
    assert calendars.decrees(ctx) == ()
