"""Tables taken over: behind the rows that are there, or in their place; always one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context, TableRow
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.agenda_merge import Fate
from consultations_gui.domain.errors import (
    AgendaRowsPresentError,
    NotFoundError,
    TableErrors,
    TableProblem,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Side
from tests.application.agenda_kit import TWO_DAYS, add, steps, with_round
from tests.application.fakes import FakeTables, Store, make_context

FILE = Path("agenda.csv")
FIRST = ("1|信息交流|Обмен информацией|30|CN", "0|||10|", "1|共同措施|О мерах|40|RU")
SECOND = ("1|共同措施|О мерах|40|RU", "1|信息交流|Обмен информацией|45|CN", "1|其他|О прочем|10|")


def rows(*cells: str) -> tuple[TableRow, ...]:
    names = ("level", "zh", "ru", "minutes", "lead")
    return tuple(
        TableRow(at, tuple(zip(names, line.split("|"), strict=True)))
        for at, line in enumerate(cells, 2)
    )


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def tables() -> FakeTables:
    return FakeTables(rows(*FIRST))


@pytest.fixture
def ctx(store: Store, tables: FakeTables) -> Context:
    return with_round(make_context(store=store, tables=tables))


def test_a_second_table_takes_the_place_in_one_step(ctx: Context, tables: FakeTables) -> None:
    first = agendas.import_table(ctx, "R1", FILE).view
    uids = [row.item.uid for row in first.rows]
    agendas.approve(ctx, "R1", Side.CN)
    tables.rows = rows(*SECOND)
    seen = agendas.preview_table(ctx, "R1", FILE, replace=True)
    done = agendas.import_table(ctx, "R1", FILE, replace=True)
    assert seen.fates == done.merged.fates == (Fate.KEPT, Fate.CHANGED, Fate.ADDED)
    assert [item.uid for item in done.merged.removed] == [uids[1]]
    assert [row.item.uid for row in done.view.rows[:2]] == [uids[2], uids[0]]
    assert [row.approved_cn for row in done.view.rows] == [True, False, False]
    assert done.view.touched == (uids[0], done.view.rows[2].item.uid)
    assert steps(ctx)[0] == "agenda.replace"
    journal.undo(ctx)
    assert [row.item.uid for row in agendas.show(ctx, "R1").rows] == uids


def test_the_same_table_again_changes_nothing(ctx: Context) -> None:
    first = agendas.import_table(ctx, "R1", FILE).view
    again = agendas.import_table(ctx, "R1", FILE, replace=True)
    assert again.view.agenda == first.agenda
    assert again.view.touched == ()
    assert steps(ctx) == ["agenda.import"]


def test_nothing_is_doubled_by_adding_the_table_again(ctx: Context, tables: FakeTables) -> None:
    agendas.import_table(ctx, "R1", FILE)
    for attempt in (agendas.preview_table, agendas.import_table):
        with pytest.raises(AgendaRowsPresentError):
            attempt(ctx, "R1", FILE)
    tables.rows = rows(*SECOND)
    assert len(agendas.import_table(ctx, "R1", FILE).merged.repeated) == 2
    assert len(agendas.show(ctx, "R1").rows) == 6
    tables.rows = rows("0|||10|")
    assert agendas.import_table(ctx, "R1", FILE).merged.repeated == ()


def test_what_cannot_be_taken_leaves_no_trace(ctx: Context, tables: FakeTables) -> None:
    tables.rows = rows("3|甲|А|20|")
    for instead in (False, True):
        with pytest.raises(TableErrors):
            agendas.import_table(ctx, "R1", FILE, replace=instead)
    with pytest.raises(NotFoundError):
        agendas.preview_table(ctx, "R9", FILE)
    assert steps(ctx) == []


def test_a_final_agenda_is_not_replaced(ctx: Context) -> None:
    add(ctx)
    for side in Side:
        agendas.approve(ctx, "R1", side)
    agendas.circulate(ctx, "R1")
    agendas.agree(ctx, "R1")
    assert agendas.finalise(ctx, "R1").agenda.status is AgendaStatus.FINAL
    with pytest.raises(WrongAgendaStatusError):
        agendas.import_table(ctx, "R1", FILE, replace=True)


def test_a_first_row_of_content_is_no_row_of_headings(ctx: Context, tables: FakeTables) -> None:
    headless = zip(("1", "信息交流", "Обмен"), ("2", "甲", "А"), strict=True)
    tables.rows = (TableRow(2, tuple(headless)),)
    with pytest.raises(TableErrors) as raised:
        agendas.import_table(ctx, "R1", FILE)
    (error,) = raised.value.errors
    assert (error.row, error.column, error.problem) == (1, "", TableProblem.NO_HEADINGS)
    assert error.wanted == "level, zh, ru, minutes, lead, day"


def test_an_agenda_has_a_symbol_from_its_first_row_on(ctx: Context) -> None:
    assert agendas.show(ctx, "R1").agenda.symbol == "IIS/2027/1/AG/1"
    assert agendas.add_standing(ctx, "R1").agenda.symbol == "IIS/2027/1/AG/1"
    assert agendas.set_symbol(ctx, "R1", "").agenda.symbol == ""
    assert agendas.show(ctx, "R1").agenda.symbol == ""


def test_what_is_circulated_has_a_symbol(store: Store) -> None:
    open_ = with_round(make_context(store=store), dates=None)
    add(open_)
    assert agendas.show(open_, "R1").agenda.symbol == ""
    assert agendas.circulate(open_, "R1").agenda.symbol == ""
    with journal.change(open_, "consultation.edit") as step:
        one = step.uow.consultations.get("R1")
        step.replace(one, replace(one, dates=TWO_DAYS))
    assert agendas.circulate(open_, "R1").agenda.symbol == "IIS/2027/1/AG/1"
