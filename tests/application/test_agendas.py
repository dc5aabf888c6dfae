"""Agendas through their use cases: one journaled step each, and nobody overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context, TableRow
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.consultation import (
    Dates,
    Precision,
)
from consultations_gui.domain.errors import (
    AgendaDayError,
    AgendaEmptyError,
    ApprovalMissingError,
    ItemCannotMoveError,
    LevelJumpError,
    MinutesMismatchError,
    NotFoundError,
    StandingItemsPresentError,
    TableErrors,
    TextsNotInStepError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.standing import BREAK, STANDING
from tests.application.agenda_kit import add, steps, with_round
from tests.application.fakes import FakeTables, Store, make_context


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def li(store: Store) -> Context:
    return with_round(make_context("Li", store=store))


@pytest.fixture
def wang(li: Context, store: Store) -> Context:
    return make_context("Wang", store=store)


# --- seeing ----------------------------------------------------------------------------------


def test_an_agenda_nobody_touched_is_empty_and_not_stored(li: Context) -> None:
    view = agendas.show(li, "R1")
    assert view.agenda == Agenda("R1", symbol="IIS/2027/1/AG/1")
    assert view.rows == ()
    assert view.consultation.id == "R1"
    with li.work() as uow:
        assert uow.agendas.find("R1") is None


def test_an_agenda_belongs_to_a_consultation(li: Context) -> None:
    with pytest.raises(NotFoundError):
        agendas.show(li, "R2")
    with pytest.raises(NotFoundError):
        agendas.add_item(li, "R2", zh="议题")


def test_the_view_shows_all_that_follows(li: Context) -> None:
    a = add(li, minutes=30)
    add(li, "", "", level=0, minutes=15)
    b = add(li, "", "Вопрос", level=2, minutes=20)
    agendas.set_item(li, "R1", replace(b, marking=Marking.RESTRICTED, originator=Side.RU))
    agendas.set_day(li, "R1", b.uid, 3)
    view = agendas.show(li, "R1")
    assert [row.number_zh for row in view.rows] == ["一、", "", "（一）"]
    assert view.minutes == 20
    assert [(total.day, total.minutes, total.breaks) for total in view.days] == [
        (1, 0, 15),
        (3, 20, 0),
    ]
    assert [type(problem) for problem in view.problems] == [MinutesMismatchError, AgendaDayError]
    assert view.withheld == (b.uid,)
    assert view.readiness.missing[0].uid == b.uid
    assert view.row(a.uid).slot is not None
    with pytest.raises(NotFoundError):
        view.row("x")


@pytest.mark.parametrize(
    "dates", [None, Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)]
)
def test_a_day_is_too_late_only_where_the_days_are_known(dates: Dates | None) -> None:
    ctx = with_round(make_context(), dates)
    assert agendas.add_item(ctx, "R1", zh="议题", day=31).problems == ()


# --- rows ------------------------------------------------------------------------------------


def test_a_new_row_has_its_texts_dated_and_is_told(li: Context) -> None:
    row = add(li, "议题", "", minutes=30)
    assert row.text.zh_at is not None
    assert row.text.ru_at is None
    assert (row.level, row.minutes, row.day) == (1, 30, 1)


def test_a_new_row_is_on_the_day_of_the_row_before(li: Context) -> None:
    a = add(li, day=2)
    b = add(li)
    c = add(li, day=3)
    assert b.day == 2
    assert add(li, after=a.uid).day == 2
    assert add(li).day == c.day


def test_a_break_has_a_name(li: Context) -> None:
    assert (add(li, "", "", level=0).text.zh, add(li, "茶歇", "", level=0).text.zh) == (
        BREAK[0],
        "茶歇",
    )


def test_a_row_that_does_not_fit_leaves_no_trace(li: Context) -> None:
    with pytest.raises(LevelJumpError):
        add(li, level=2)
    assert steps(li) == []


def test_rows_move_change_level_and_go(li: Context) -> None:
    a, b, c = (add(li, name) for name in "甲乙丙")
    agendas.move(li, "R1", c.uid, -2)
    agendas.indent(li, "R1", b.uid, 1)
    view = agendas.place(li, "R1", c.uid, b.uid, 2)
    assert [(row.item.uid, row.item.level) for row in view.rows] == [
        (a.uid, 1),
        (b.uid, 2),
        (c.uid, 2),
    ]
    assert view.touched == (c.uid,)
    left = agendas.remove(li, "R1", a.uid)
    assert left.rows == ()
    assert left.touched == ()
    assert steps(li)[:4] == [
        "agenda.item.remove",
        "agenda.item.move",
        "agenda.item.indent",
        "agenda.item.move",
    ]


def test_a_row_steps_over_the_days_of_the_meeting(li: Context) -> None:
    a, b = add(li), add(li)
    agendas.shift(li, "R1", a.uid, 1)
    view = agendas.shift(li, "R1", a.uid, 1)
    assert [(row.item.uid, row.item.day) for row in view.rows] == [(b.uid, 1), (a.uid, 2)]
    with pytest.raises(ItemCannotMoveError):
        agendas.shift(li, "R1", a.uid, 1)


@pytest.mark.parametrize(
    "dates", [None, Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)]
)
def test_days_not_known_are_those_in_use(dates: Dates | None) -> None:
    ctx = with_round(make_context(), dates)
    a, b = add(ctx), add(ctx, day=2)
    view = agendas.shift(ctx, "R1", a.uid, 1)
    assert [(row.item.uid, row.item.day) for row in view.rows] == [(a.uid, 2), (b.uid, 2)]


def test_every_step_can_be_taken_back(li: Context) -> None:
    a = add(li)
    add(li)
    before = agendas.show(li, "R1").agenda.items
    agendas.remove(li, "R1", a.uid)
    journal.undo(li)
    assert agendas.show(li, "R1").agenda.items == before


def test_what_changes_nothing_leaves_no_trace(li: Context) -> None:
    a = add(li)
    agendas.move(li, "R1", a.uid, 0)
    agendas.confirm_text(li, "R1", a.uid)
    agendas.set_item(li, "R1", a)
    assert steps(li) == ["agenda.item.add"]


def test_the_standing_items_come_once(li: Context) -> None:
    add(li, STANDING[1][0], "", day=2)
    view = agendas.add_standing(li, "R1")
    assert len(view.rows) == 4
    assert view.touched == tuple(row.item.uid for row in view.rows[1:])
    assert {row.item.day for row in view.rows} == {2}
    assert all(row.item.text.complete for row in view.rows[1:])
    with pytest.raises(StandingItemsPresentError):
        agendas.add_standing(li, "R1")


def test_an_empty_agenda_takes_all_standing_items(li: Context) -> None:
    assert [row.item.text.zh for row in agendas.add_standing(li, "R1").rows] == [
        zh for zh, _ in STANDING
    ]


def test_opening_times_and_symbol(li: Context) -> None:
    agendas.set_opening(li, "R1", 2, time(9, 30))
    view = agendas.set_symbol(li, "R1", " IIS/2026/2/AG/3 ")
    assert view.agenda.opens == (time(9, 0), time(9, 30))
    assert view.agenda.symbol == "IIS/2026/2/AG/3"


# --- between the sides -----------------------------------------------------------------------


def test_the_whole_way(li: Context) -> None:
    a = add(li, minutes=30)
    assert agendas.circulate(li, "R1").agenda.status is AgendaStatus.CIRCULATED
    agendas.approve(li, "R1", Side.CN, a.uid)
    with pytest.raises(ApprovalMissingError):
        agendas.agree(li, "R1")
    agendas.approve(li, "R1", Side.CN)
    assert agendas.approve(li, "R1", Side.RU).readiness.approved
    agendas.agree(li, "R1")
    final = agendas.finalise(li, "R1")
    assert final.agenda.status is AgendaStatus.FINAL
    assert final.agenda.revised is not None
    with pytest.raises(WrongAgendaStatusError):
        add(li)
    agendas.reopen(li, "R1")
    add(li)
    assert steps(li)[1:8] == [
        "agenda.reopen",
        "agenda.finalise",
        "agenda.agree",
        "agenda.approve",
        "agenda.approve",
        "agenda.item.approve",
        "agenda.circulate",
    ]


def test_nothing_is_not_circulated(li: Context) -> None:
    with pytest.raises(AgendaEmptyError):
        agendas.circulate(li, "R1")


def test_final_needs_both_texts(li: Context) -> None:
    add(li, "议题", "")
    agendas.circulate(li, "R1")
    for side in Side:
        agendas.approve(li, "R1", side)
    agendas.agree(li, "R1")
    with pytest.raises(TextsNotInStepError) as raised:
        agendas.finalise(li, "R1")
    assert raised.value.missing == ((1, "1.", "ru"),)


def test_editing_what_was_agreed_is_seen(li: Context) -> None:
    a = add(li)
    agendas.circulate(li, "R1")
    for side in Side:
        agendas.approve(li, "R1", side)
    agendas.agree(li, "R1")
    view = agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    assert view.agenda.status is AgendaStatus.CIRCULATED
    assert (view.cn, view.ru) == ("withdrawn", "withdrawn")
    assert view.row(a.uid).cn == "withdrawn"


def test_revisions_are_compared(li: Context) -> None:
    a = add(li)
    agendas.circulate(li, "R1")
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    agendas.circulate(li, "R1")
    b = add(li)
    (between,) = agendas.compare(li, "R1", 1, 2)
    assert (between.uid, between.zh, between.ru) == (a.uid, True, False)
    assert [change.uid for change in agendas.compare(li, "R1", 2) if change.added] == [b.uid]


@pytest.mark.parametrize(("id", "first"), [("R2", 1), ("R1", 1)])
def test_what_is_not_there_cannot_be_compared(li: Context, id: str, first: int) -> None:
    with pytest.raises(NotFoundError):
        agendas.compare(li, id, first)


def test_permissions_are_put_on_record_and_taken_off(li: Context) -> None:
    a = add(li)
    agendas.set_item(li, "R1", replace(a, marking=Marking.RESTRICTED, originator=Side.RU))
    assert agendas.show(li, "R1").withheld == (a.uid,)
    assert agendas.grant(li, "R1", a.uid, "№ 12 от 3.11.2026").withheld == ()
    assert agendas.revoke(li, "R1", a.uid).withheld == (a.uid,)


# --- tables ----------------------------------------------------------------------------------


def rows(*cells: str) -> tuple[TableRow, ...]:
    names = ("level", "zh", "ru", "minutes", "lead")
    return tuple(
        TableRow(at, tuple(zip(names, line.split("|"), strict=True)))
        for at, line in enumerate(cells, 2)
    )


def test_a_table_is_added_at_the_end_in_one_step(store: Store) -> None:
    table = rows("1|议题|Вопрос|50|CN", "2|甲|А|20|", "0|||10|", "2|乙|Б|30|俄方")
    ctx = with_round(make_context(store=store, tables=FakeTables(table)))
    add(ctx, day=2)
    view = agendas.import_table(ctx, "R1", Path("agenda.csv")).view
    assert [row.number_ru for row in view.rows] == ["1.", "2.", "2.1.", "", "2.2."]
    assert view.touched == tuple(row.item.uid for row in view.rows[1:])
    assert view.rows[4].item.lead is Side.RU
    assert view.rows[3].item.text.zh == BREAK[0]
    journal.undo(ctx)
    assert len(agendas.show(ctx, "R1").rows) == 1


def test_nothing_of_a_bad_table_is_taken(store: Store) -> None:
    table = rows("1|议题|Вопрос|50|CN", "3|甲|А|20|")
    ctx = with_round(make_context(store=store, tables=FakeTables(table)))
    with pytest.raises(TableErrors):
        agendas.import_table(ctx, "R1", Path("agenda.csv"))
    assert agendas.show(ctx, "R1").rows == ()
    assert steps(ctx) == []
