"""Agendas through their use cases: one journaled step each, and nobody overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context, TableRow
from consultations_gui.domain.agenda import Agenda, AgendaItem, AgendaStatus
from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
)
from consultations_gui.domain.errors import (
    AgendaDayError,
    AgendaEmptyError,
    ApprovalMissingError,
    ItemCannotMoveError,
    LevelJumpError,
    MinutesMismatchError,
    NotFoundError,
    StaleVersionError,
    StandingItemsPresentError,
    TableErrors,
    TableUnreadableError,
    TextsNotInStepError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import NOWHERE, Lang, Side
from consultations_gui.domain.protection import Marking
from consultations_gui.domain.standing import BREAK, STANDING
from tests.application.fakes import FakeTables, Store, make_context

TWO_DAYS = Dates(date(2027, 4, 6), date(2027, 4, 7))


def with_round(ctx: Context, dates: Dates | None = TWO_DAYS) -> Context:
    """``ctx`` with round R1 in its register."""
    with journal.change(ctx, "consultation.add") as step:
        step.add(
            Consultation(
                uid="u1",
                id="R1",
                kind=Kind.REGULAR,
                number=1,
                status=Status.PLANNED,
                host=Side.CN,
                dates=dates,
                venue=NOWHERE,
            )
        )
    return ctx


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def li(store: Store) -> Context:
    return with_round(make_context("Li", store=store))


@pytest.fixture
def wang(li: Context, store: Store) -> Context:
    return make_context("Wang", store=store)


def add(ctx: Context, zh: str = "议题", ru: str = "Вопрос", **more: object) -> AgendaItem:
    view = agendas.add_item(ctx, "R1", zh=zh, ru=ru, **more)  # type: ignore[arg-type]  # passed on
    return view.row(view.touched[0]).item


def item(ctx: Context, uid: str) -> AgendaItem:
    return agendas.show(ctx, "R1").row(uid).item


def steps(ctx: Context) -> list[str]:
    return [line.use_case for line in journal.history(ctx, "R1") if line.kind == "agenda"]


# --- seeing ----------------------------------------------------------------------------------


def test_an_agenda_nobody_touched_is_empty_and_not_stored(li: Context) -> None:
    view = agendas.show(li, "R1")
    assert view.agenda == Agenda("R1")
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


# --- texts, by two people --------------------------------------------------------------------


def test_the_autosaves_of_one_sitting_are_one_edit_and_one_step(li: Context) -> None:
    a = add(li, "议题", "")
    for text in ("В", "Воп", "Вопрос"):
        agendas.edit_text(li, "R1", a.uid, Lang.RU, text, a.text, group="s1")
    assert item(li, a.uid).text.complete
    journal.undo(li)
    assert item(li, a.uid).text == a.text


def test_a_sitting_in_another_row_in_between_does_not_matter(li: Context) -> None:
    a, b = add(li), add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "甲", a.text, group="s1")
    agendas.edit_text(li, "R1", b.uid, Lang.ZH, "乙", b.text, group="s1")
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "甲甲", a.text, group="s1")
    assert item(li, a.uid).text.zh == "甲甲"


def test_two_people_may_write_the_two_texts(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.RU, "Иначе", a.text, group="w")
    view = agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="l")
    row = view.row(a.uid)
    assert (row.item.text.zh, row.item.text.ru) == ("新", "Иначе")
    assert row.ru_state is TextState.STALE


def test_nobody_types_over_a_text_that_someone_else_changed(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="l")
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", item(wang, a.uid).text, group="w")
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新的", a.text, group="l")
    assert raised.value.actor == "Wang"
    assert raised.value.use_case == "agenda.item.text"
    assert raised.value.fields == ("zh",)
    assert item(li, a.uid).text.zh == "改"


def test_someone_elses_session_of_the_same_name_is_not_ones_own(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", a.text, group="s1")
    with pytest.raises(StaleVersionError):
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="s1")


def test_without_a_session_every_edit_must_have_seen_the_one_before(li: Context) -> None:
    a = add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    with pytest.raises(StaleVersionError):
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新的", a.text)


def test_the_one_who_changed_a_text_long_ago_is_found(li: Context, wang: Context) -> None:
    a, b = add(li), add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", a.text)
    for number in range(120):
        agendas.set_item(li, "R1", replace(b, minutes=number))
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    assert raised.value.actor == "Wang"


def test_the_one_who_made_the_row_is_named_too(li: Context, wang: Context) -> None:
    a = add(wang)
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", Bilingual())
    assert (raised.value.actor, raised.value.use_case) == ("Wang", "agenda.item.add")


def test_a_text_the_journal_does_not_know_is_not_typed_over(li: Context) -> None:
    with li.work() as uow:
        uow.agendas.add(Agenda("R1", items=(AgendaItem("a", 1, Bilingual("议题")),)))
        uow.commit()
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", "a", Lang.ZH, "新", Bilingual())
    assert (raised.value.actor, raised.value.fields) == ("", ("zh",))


def test_a_person_finds_both_texts_in_step(li: Context) -> None:
    a = add(li)
    stale = agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    assert stale.readiness.stale
    assert not agendas.confirm_text(li, "R1", a.uid).readiness.stale


# --- other fields, by two people -------------------------------------------------------------


def test_a_row_keeps_its_texts_level_and_approvals_when_fields_are_set(li: Context) -> None:
    a = add(li)
    agendas.approve(li, "R1", Side.CN, a.uid)
    stored = item(li, a.uid)
    view = agendas.set_item(
        li, "R1", replace(a, level=3, text=Bilingual(), lead=Side.RU, tags=("3.8",), day=2)
    )
    expected = replace(stored, lead=Side.RU, tags=("3.8",), day=2)
    assert view.row(a.uid).item == expected


def test_two_people_set_two_fields_of_one_row(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    agendas.set_item(li, "R1", replace(a, lead=Side.CN), base=a)
    assert (item(li, a.uid).minutes, item(li, a.uid).lead) == (20, Side.CN)


def test_the_same_field_set_alike_is_no_clash(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    assert agendas.set_item(li, "R1", replace(a, minutes=20), base=a).minutes == 20


def test_the_same_field_set_otherwise_is_refused(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    with pytest.raises(StaleVersionError) as raised:
        agendas.set_item(li, "R1", replace(a, minutes=30), base=a)
    assert (raised.value.actor, raised.value.fields) == ("Wang", ("minutes",))
    assert item(li, a.uid).minutes == 20


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
    view = agendas.import_table(ctx, "R1", Path("agenda.csv"))
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


def test_a_table_without_rows_is_no_agenda(li: Context) -> None:
    with pytest.raises(TableUnreadableError) as raised:
        agendas.import_table(li, "R1", Path("agenda.csv"))
    assert raised.value.cause == "empty"
