"""The agenda's table model: true to Qt's rules, and to the agenda after whatever was done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from consultations_gui.application import agendas
from consultations_gui.application.agenda_view import view_of
from consultations_gui.application.agendas import AgendaView
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import AgendaStatus
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Dates, Precision
from consultations_gui.domain.errors import DomainError, StaleVersionError
from consultations_gui.domain.parties import CityBook, Lang, Side, Venue
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.agenda_cells import Draft
from consultations_gui.ui.models.agenda_model import CELL_ROLE, ENTRY_ROLE, AgendaModel, Column
from consultations_gui.ui.models.agenda_rows import DayEntry, ItemEntry, entries
from tests.application.fakes import make_context
from tests.ui import sample

WORDS = {language: words_for(language) for language in Language}
EN = WORDS[Language.EN]
Told = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def ctx() -> Context:
    made = make_context()
    sample.fill(made)
    return made


@pytest.fixture
def model(qapp: QApplication) -> AgendaModel:
    return AgendaModel(EN)


def shown(ctx: Context, model: AgendaModel, id: str = sample.ROUND) -> AgendaView:
    view = agendas.show(ctx, id)
    model.show(view, CityBook(), EN)
    return view


def row_of(model: AgendaModel, view: AgendaView, place: int) -> int:
    return model.row_of(view.rows[place].item.uid)


def told(model: AgendaModel, row: int, column: Column) -> str:
    return str(model.index(row, column).data(Told))


def test_the_model_keeps_qts_rules(ctx: Context, model: AgendaModel, qtmodeltester: Any) -> None:
    shown(ctx, model)
    qtmodeltester.check(model)


def test_each_day_stands_under_its_heading(ctx: Context, model: AgendaModel) -> None:
    view = shown(ctx, model)
    kinds = [(e.day if isinstance(e, DayEntry) else 0) for e in model.listed]
    assert kinds == [1, *([0] * 7), 2, 0, 0]
    assert model.entry(0) == model.index(0, 0).data(ENTRY_ROLE)
    assert model.item(0) is None
    assert model.item(99) is None
    assert model.entry(-1) is None
    assert view.rows[0] == model.index(1, 0).data(ENTRY_ROLE).row


def test_a_day_taken_up_again_and_an_empty_one_have_headings_too(ctx: Context) -> None:
    uid = agendas.show(ctx, sample.ROUND).rows[3].item.uid
    agendas.set_day(ctx, sample.ROUND, uid, 2)
    keys = [e.key for e in entries(agendas.show(ctx, sample.ROUND)) if isinstance(e, DayEntry)]
    assert keys == ["day/1", "day/2", "day/1/2", "day/2/2"]
    empty = [e for e in entries(agendas.show(ctx, "R2")) if isinstance(e, DayEntry)]
    assert [(e.key, e.date) for e in empty] == [
        ("day/1", date(2026, 10, 20)),
        ("day/2", date(2026, 10, 21)),
        ("day/3", date(2026, 10, 22)),
    ]


def test_empty_days_before_the_first_row_stand_first(ctx: Context) -> None:
    made = agendas.add_item(ctx, "R2", zh="第三天", day=3)
    listed = [e.key for e in entries(made)]
    assert listed == ["day/1", "day/2", "day/3", made.touched[0]]


def test_a_month_only_has_one_day_without_a_date(ctx: Context) -> None:
    view = agendas.show(ctx, "R4")
    month = Dates(date(2027, 10, 1), date(2027, 10, 31), Precision.MONTH)
    view = view_of(replace(view.consultation, dates=month), view.agenda)
    assert [(e.key, e.date) for e in entries(view) if isinstance(e, DayEntry)] == [("day/1", None)]


def test_every_cell_is_told_in_words(ctx: Context, model: AgendaModel) -> None:
    view = shown(ctx, model)
    stale, missing, rest = (row_of(model, view, place) for place in (3, 7, 5))
    assert told(model, stale, Column.NUMBER) == "Item 2"
    assert told(model, stale, Column.TIME) == "09:40 to 10:25"
    assert told(model, stale, Column.RU).endswith("the Russian has not followed")
    assert told(model, stale, Column.MINUTES) == "45 minutes"
    assert "approved" in told(model, stale, Column.APPROVALS)
    assert told(model, missing, Column.RU) == "Russian. No Russian text"
    assert told(model, rest, Column.NUMBER) == "Break"
    assert told(model, rest, Column.APPROVALS) == "Breaks are not approved"
    assert told(model, 0, Column.NUMBER).startswith("Day 1 · 14 April (Wednesday) · opens 09:00")
    assert told(model, 0, Column.ZH) == ""


@pytest.mark.parametrize(
    ("language", "number", "heading"), [(Language.ZH, "二", "第1天"), (Language.RU, "2", "День 1")]
)
def test_the_language_changes_without_a_reset(
    ctx: Context, model: AgendaModel, language: Language, number: str, heading: str
) -> None:
    view = shown(ctx, model)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show(view, CityBook(), WORDS[language])
    assert model.cell(row_of(model, view, 3), Column.NUMBER).text == number
    assert model.cell(0, Column.NUMBER).text.startswith(heading)
    assert model.headerData(Column.ZH, Qt.Orientation.Horizontal) == "中文"
    assert resets == []


def test_the_place_of_the_opening_is_known_or_only_the_time_is_told(
    ctx: Context, model: AgendaModel
) -> None:
    view = shown(ctx, model)
    for venue, text in (
        (Venue("RU", "Kazan"), "opens 09:00 Kazan\u00a0= 14:00 Beijing"),
        (Venue(online=True), "opens 09:00 Moscow\u00a0= 14:00 Beijing"),
        (Venue("RU", "Atlantis"), "opens 09:00 ·"),
        (Venue(), "opens 09:00 ·"),
    ):
        other = view_of(replace(view.consultation, venue=venue), view.agenda)
        model.show(other, CityBook(), EN)
        assert text in model.cell(0, Column.NUMBER).text


def test_days_that_do_not_work_out_say_so(ctx: Context, model: AgendaModel) -> None:
    view = shown(ctx, model)
    uid = view.rows[3].item.uid
    late = agendas.set_opening(ctx, sample.ROUND, 1, time(22, 0))
    model.show(late, CityBook(), EN)
    assert "midnight" in model.cell(0, Column.NUMBER).note
    assert told(model, model.row_of(view.rows[6].item.uid), Column.TIME) == (
        "The day runs past midnight"
    )
    agendas.set_opening(ctx, sample.ROUND, 1, time(16, 0))
    over = agendas.show(ctx, sample.ROUND)
    model.show(over, CityBook(), EN)
    assert "free" not in model.cell(0, Column.NUMBER).text
    far = agendas.set_day(ctx, sample.ROUND, uid, 5)
    model.show(far, CityBook(), EN)
    assert "no meeting day 5" in model.cell(model.row_of("day/5"), Column.NUMBER).note


def test_what_can_be_edited(ctx: Context, model: AgendaModel) -> None:
    view = shown(ctx, model)
    editable = Qt.ItemFlag.ItemIsEditable
    row = row_of(model, view, 0)
    found = [c for c in Column if model.index(row, c).flags() & editable]
    assert found == [Column.ZH, Column.RU, Column.MINUTES]
    assert model.index(0, 0).flags() & editable
    assert model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    assert model.index(row, Column.ZH).data(Qt.ItemDataRole.EditRole) == view.rows[0].item.text.zh
    assert model.index(row, Column.MINUTES).data(Qt.ItemDataRole.EditRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.EditRole) == time(9, 0)
    assert model.supportedDropActions() == Qt.DropAction.MoveAction
    final = replace(view, agenda=replace(view.agenda, status=AgendaStatus.FINAL))
    model.show(final, CityBook(), EN)
    assert not model.index(row, Column.ZH).flags() & editable


def test_a_text_that_could_not_be_stored_stays_and_says_why(
    ctx: Context, model: AgendaModel
) -> None:
    view = shown(ctx, model)
    item = view.rows[0].item
    error: DomainError = StaleVersionError("agenda", "R3", "Wang", "agenda.item.text")
    model.keep(item.uid, Lang.ZH, Draft("我的", item.text, error))
    cell = model.cell(model.row_of(item.uid), Column.ZH)
    assert cell.text == "我的"
    assert "Wang" in cell.note
    model.show(agendas.show(ctx, sample.ROUND), CityBook(), EN)
    assert model.cell(model.row_of(item.uid), Column.ZH).text == "我的"
    model.keep(item.uid, Lang.ZH, None)
    assert model.cell(model.row_of(item.uid), Column.ZH).text == item.text.zh


def test_nothing_shown_is_nothing_told(model: AgendaModel, qtmodeltester: Any) -> None:
    model.show(None, CityBook(), EN)
    assert model.rowCount() == 0
    assert model.index(0, 0).data() is None
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    qtmodeltester.check(model)


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "break", "remove", "up", "down", "deeper", "higher", "day", "undo"]
        ),
        st.integers(0, 40),
    ),
    max_size=12,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(OPERATIONS)
def test_the_model_follows_whatever_is_done(
    qapp: QApplication, operations: list[tuple[str, int]]
) -> None:
    ctx = make_context()
    sample.fill(ctx)
    model = AgendaModel(EN)
    view = shown(ctx, model)
    watcher = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, None
    )
    kept = {
        row.item.uid: QPersistentModelIndex(model.index(model.row_of(row.item.uid), 2))
        for row in view.rows
    }
    for name, number in operations:
        view = agendas.show(ctx, sample.ROUND)
        uids = [row.item.uid for row in view.rows]
        _do(ctx, name, uids[number % len(uids)] if uids else None)
        view = shown(ctx, model)
        listed = [e.key for e in model.listed if isinstance(e, ItemEntry)]
        assert listed == [row.item.uid for row in view.rows]
        assert tuple(model.listed) == entries(view)
        for uid, index in list(kept.items()):
            if index.isValid():
                assert index.data(ENTRY_ROLE).key == uid
            else:
                assert uid not in listed or name == "undo"
                del kept[uid]  # should undo bring the row back, it is another one to the model
        assert model.index(0, 0).data(CELL_ROLE) is not None
    del watcher


def _do(ctx: Context, name: str, uid: str | None) -> None:
    from consultations_gui.application import journal

    id = sample.ROUND
    try:
        if name == "add":
            agendas.add_item(ctx, id, after=uid)
        elif name == "break":
            agendas.add_item(ctx, id, after=uid, level=0)
        elif name == "undo":
            journal.undo(ctx)
        elif uid is None:
            return
        elif name == "remove":
            agendas.remove(ctx, id, uid)
        elif name in ("up", "down"):
            agendas.shift(ctx, id, uid, -1 if name == "up" else 1)
        elif name in ("deeper", "higher"):
            agendas.indent(ctx, id, uid, 1 if name == "deeper" else -1)
        else:
            agendas.set_day(ctx, id, uid, 2)
    except DomainError:
        return


def test_sides_marks_follow_the_approvals(ctx: Context, model: AgendaModel) -> None:
    view = shown(ctx, model)
    row = row_of(model, view, 0)
    states = dict(model.cell(row, Column.APPROVALS).marks)
    assert {side: str(state) for side, state in states.items()} == {
        Side.CN: "approved",
        Side.RU: "approved",
    }
    item = view.rows[0].item
    agendas.edit_text(
        ctx, sample.ROUND, item.uid, Lang.ZH, "改了", Bilingual(item.text.zh, item.text.ru)
    )
    shown(ctx, model)
    states = dict(model.cell(row, Column.APPROVALS).marks)
    assert str(states[Side.CN]) == "withdrawn"
