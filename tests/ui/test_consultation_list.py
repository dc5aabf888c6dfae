"""The list of consultations: sorted, filtered, and asking for agendas only when seen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultations_gui.application import agendas, consultations
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import NOWHERE, CityBook, Side, Venue
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.consultation_list import ROW_ROLE, Column, ConsultationsModel
from consultations_gui.ui.models.consultation_texts import where_text
from tests.application.fakes import make_context
from tests.ui import sample

EN, RU = words_for(Language.EN), words_for(Language.RU)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def ctx() -> Context:
    made = make_context()
    sample.fill(made)
    return made


@pytest.fixture
def model(qapp: QApplication, ctx: Context) -> ConsultationsModel:
    made = ConsultationsModel(EN)
    made.show(consultations.list_all(ctx), CityBook(), EN)
    return made


def ids(model: ConsultationsModel) -> list[str]:
    return [one.id for one in model.rows]


def test_the_model_keeps_qts_rules(model: ConsultationsModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("column", "order", "first"),
    [
        (Column.ID, UP, ["R1", "R2", "R3", "R4", "X1"]),
        (Column.WHEN, UP, ["R1", "R2", "R3", "X1", "R4"]),
        (Column.WHEN, DOWN, ["R4", "X1", "R3", "R2", "R1"]),
        (Column.HOST, UP, ["R2", "X1", "R4", "R1", "R3"]),
        (Column.STATUS, UP, ["X1", "R4", "R3", "R1", "R2"]),
        (Column.WHERE, UP, ["R4", "R2", "R3", "R1", "X1"]),
        (Column.AGENDA, UP, ["R1", "R2", "R3", "X1", "R4"]),
    ],
)
def test_it_sorts_by_every_column(
    model: ConsultationsModel, column: Column, order: Qt.SortOrder, first: list[str]
) -> None:
    model.sort(column, order)
    assert ids(model) == first


def test_it_filters(model: ConsultationsModel) -> None:
    model.keep(lambda one: one.kind is Kind.EXTRAORDINARY)
    assert ids(model) == ["X1"]
    assert model.row_of("R1") == -1
    model.keep(lambda one: one.status is Status.HELD)
    assert ids(model) == ["R1", "R2"]


def test_agendas_are_asked_for_when_seen_and_once(
    ctx: Context, model: ConsultationsModel, qtbot: QtBot
) -> None:
    row = model.row_of(sample.ROUND)
    index = model.index(row, Column.AGENDA)
    with qtbot.waitSignal(model.agendas_wanted) as asked:
        assert index.data() == "…"
        assert index.data() == "…"
    assert asked.args == [(sample.ROUND,)]
    model.know({sample.ROUND: agendas.show(ctx, sample.ROUND)})
    assert index.data() == "draft, zh\u00a09/9, ru\u00a07/9"
    model.know({"R1": agendas.show(ctx, "R1")})
    assert model.index(model.row_of("R1"), Column.AGENDA).data() == "no agenda yet"
    with qtbot.waitSignal(model.agendas_wanted):
        model.show(consultations.list_all(ctx), CityBook(), EN)
        assert index.data() == "…"


def test_every_cell_is_told_with_its_heading(model: ConsultationsModel) -> None:
    row = model.row_of(sample.ROUND)
    told = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in Column
        if column is not Column.AGENDA
    ]
    assert told == [
        "ID: R3",
        "Host: Russian side",
        "Consultation: Third round",
        "Dates: 14–15 April 2027",
        "Venue: Kazan, ул. Баумана, 1",
        "Status: confirmed",
    ]
    assert model.index(row, 0).data(ROW_ROLE).id == sample.ROUND


def test_headings_follow_the_language(ctx: Context, model: ConsultationsModel) -> None:
    across = Qt.Orientation.Horizontal
    model.show(consultations.list_all(ctx), CityBook(), RU)
    assert model.headerData(Column.WHEN, across) == "Сроки"
    assert model.headerData(Column.HOST, across) == "Принимает"
    assert model.headerData(Column.HOST, across, Qt.ItemDataRole.AccessibleTextRole)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_what_is_not_known_is_told_so(qapp: QApplication) -> None:
    bare = Consultation("u", "X9", Kind.EXTRAORDINARY, None, Status.PLANNED, None, None, NOWHERE)
    model = ConsultationsModel(EN)
    model.show((bare,), CityBook(), EN)
    said = [model.index(0, c).data() for c in (Column.HOST, Column.NAME, Column.WHEN, Column.WHERE)]
    assert said == ["no host", "Extraordinary consultations X9", "no date yet", "no venue yet"]


@pytest.mark.parametrize(
    ("venue", "text"),
    [
        (Venue(online=True), "online"),
        (Venue("RU"), "Russia"),
        (Venue("KZ"), "KZ"),
        (Venue("RU", "Kazan", "hall 3"), "Kazan, hall 3"),
        (Venue("RU", "Elsewhere"), "Elsewhere"),
    ],
)
def test_places_in_words(venue: Venue, text: str) -> None:
    assert where_text(venue, CityBook(), EN) == text


def test_ten_thousand_are_shown_at_once(qapp: QApplication) -> None:
    many = tuple(
        Consultation(
            f"u{n}", f"R{n}", Kind.REGULAR, n, Status.HELD, Side.CN,
            Dates(date(2015, 1, 1).replace(year=2015 + n % 80), date(2099, 1, 1)), NOWHERE,
        )
        for n in range(1, 10_001)
    )  # fmt: skip
    model = ConsultationsModel(EN)
    model.show(many, CityBook(), EN)
    assert model.rowCount() == 10_000
