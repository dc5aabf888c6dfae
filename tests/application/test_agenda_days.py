"""Rows brought to other meeting days, and tables looked at before they are taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context, TableRow
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import (
    ItemCannotMoveError,
    TableErrors,
)
from tests.application.agenda_kit import TWO_DAYS, add, item, steps, with_round
from tests.application.fakes import FakeTables, Store, make_context


@pytest.fixture
def ctx() -> Context:
    return with_round(make_context("Li"))


def test_a_row_goes_on_to_the_next_meeting_day(ctx: Context) -> None:
    first, second = add(ctx), add(ctx)
    moved = agendas.shift(ctx, "R1", second.uid, 1)
    assert moved.touched == (second.uid,)
    assert [row.item.day for row in moved.rows] == [1, 2]
    with pytest.raises(ItemCannotMoveError):
        agendas.shift(ctx, "R1", second.uid, 1)
    agendas.shift(ctx, "R1", first.uid, 1)
    assert steps(ctx)[:2] == ["agenda.item.move"] * 2
    journal.undo(ctx)
    assert item(ctx, first.uid).day == 1


@pytest.mark.parametrize("dates", [None, Dates(TWO_DAYS.start, TWO_DAYS.end, Precision.MONTH)])
def test_without_exact_dates_the_days_in_use_are_the_days(dates: Dates | None) -> None:
    ctx = with_round(make_context("Li", store=Store()), dates)
    only = add(ctx)
    with pytest.raises(ItemCannotMoveError):
        agendas.shift(ctx, "R1", only.uid, 1)
    add(ctx, day=2)
    assert agendas.shift(ctx, "R1", only.uid, 1).row(only.uid).item.day == 2


def test_a_row_is_placed_on_another_day_in_one_step(ctx: Context) -> None:
    first, second = add(ctx), add(ctx, day=2)
    agendas.place(ctx, "R1", first.uid, second.uid, day=2)
    assert [(row.item.uid, row.item.day) for row in agendas.show(ctx, "R1").rows] == [
        (second.uid, 2),
        (first.uid, 2),
    ]
    journal.undo(ctx)
    assert item(ctx, first.uid).day == 1
    assert agendas.show(ctx, "R1").rows[0].item.uid == first.uid


def test_a_table_is_looked_at_without_leaving_a_trace() -> None:
    rows = (TableRow(2, (("level", "1"), ("zh", "议题"), ("ru", "Вопрос"), ("minutes", "30"))),)
    ctx = with_round(make_context("Li", tables=FakeTables(rows)))
    seen = agendas.preview_table(ctx, "R1", Path("agenda.csv"))
    assert [(row.text.zh, row.minutes) for row in seen.items] == [("议题", 30)]
    assert agendas.show(ctx, "R1").rows == ()
    assert steps(ctx) == []


def test_a_table_that_is_wrong_is_told_as_an_import_would() -> None:
    wrong = (TableRow(2, (("level", "7"), ("zh", "议题"), ("ru", "Вопрос"))),)
    with pytest.raises(TableErrors):
        agendas.preview_table(
            with_round(make_context(tables=FakeTables(wrong))), "R1", Path("agenda.csv")
        )
