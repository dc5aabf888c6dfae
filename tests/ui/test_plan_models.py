"""The tables of the plan view keep Qt's rules, tick, and are spoken."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.planner import Plan, PlannedRound, RoundCost
from consultations_gui.domain.planner_top import Opening
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.plan_rows import (
    NOTE,
    PLACE_COLUMNS,
    PLAN_COLUMNS,
    ROUND,
    TIMELINE,
    Of,
    PlaceRow,
    PlansModel,
    RoundsModel,
    differing,
    plan_rows,
    round_rows,
)
from consultations_gui.ui.models.rows import RowsModel

EN = words_for(Language.EN)
SAID = Qt.ItemDataRole.AccessibleTextRole
TICK = Qt.ItemDataRole.CheckStateRole
ACROSS = Qt.Orientation.Horizontal


def planned(
    number: int, day: date, host: Side | None = Side.CN, *, fact: bool = False
) -> PlannedRound:
    cost = RoundCost(gap=number, provisional=2)
    provisional = (Side.CN,) if day.year > 2026 else ()
    return PlannedRound(number, host, "Beijing" if host else "", day, day, fact, cost, provisional)


HELD = planned(1, date(2026, 3, 3), fact=True)
FIRST = Plan((HELD, planned(2, date(2027, 3, 2), Side.RU), planned(3, date(2027, 9, 7), None)))
SECOND = Plan((HELD, planned(2, date(2027, 3, 9), Side.RU), planned(3, date(2027, 9, 7), None)))


@pytest.fixture
def rounds(qapp: object) -> RoundsModel:
    model = RoundsModel(EN)
    model.show_rows(round_rows(SECOND, FIRST, [3], CityBook()), EN)
    return model


def test_plans_are_compared_with_the_one_chosen() -> None:
    assert differing(FIRST, SECOND) == ("R2",)
    assert [row.differs for row in plan_rows((FIRST, SECOND), 1, ())] == [("R2",), ()]
    assert plan_rows((), 0, ()) == ()


def test_the_plans_keep_qts_rules(qapp: object, qtmodeltester: Any) -> None:
    model = PlansModel(PLAN_COLUMNS, EN)
    model.show_rows(plan_rows((FIRST, SECOND), 0, (2,)), EN)
    qtmodeltester.check(model)
    assert model.index(0, TIMELINE).data() == ""
    assert model.index(1, TIMELINE).data(SAID) == (
        "Rounds over the years: R1 China 3 March 2026, R2 Russia 9 March 2027 and R3 no host "
        "7 September 2027, differs from the chosen plan in: R2"
    )
    assert model.headerData(TIMELINE, ACROSS) == ""
    assert model.headerData(TIMELINE, ACROSS, SAID) == "Rounds over the years"
    assert [model.index(0, of).data() for of in Of] == ["6", "0", "0", "0", "6", "12"]


def test_the_rounds_keep_qts_rules_and_say_what_differs(
    rounds: RoundsModel, qtmodeltester: Any
) -> None:
    qtmodeltester.check(rounds)
    assert rounds.index(0, NOTE).data() == "stands already"
    assert rounds.index(1, 1).data() == "9 March 2027\nplan 1: 2 March 2027"
    assert rounds.index(2, NOTE).data() == "pinned, provisional: China"
    assert rounds.index(2, ROUND).data(SAID) == "Round: R3, open"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert rounds.index(0, Of.TOTAL).data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert rounds.headerData(Of.TOTAL, ACROSS, Qt.ItemDataRole.TextAlignmentRole) == right


def test_rounds_are_ticked_but_for_those_that_stand(rounds: RoundsModel) -> None:
    told: list[tuple[int, ...]] = []
    rounds.ticked.connect(lambda: told.append(rounds.chosen))
    assert rounds.chosen == (2, 3)
    assert rounds.index(0, ROUND).data(TICK) is None
    rounds.toggle(0)
    rounds.toggle(9)
    assert rounds.setData(rounds.index(1, ROUND), Qt.CheckState.Unchecked, TICK)
    assert Qt.CheckState(rounds.index(1, ROUND).data(TICK)) is Qt.CheckState.Unchecked
    assert not rounds.setData(rounds.index(1, ROUND), "text")
    assert not rounds.setData(rounds.index(1, NOTE), Qt.CheckState.Checked, TICK)
    assert told == [(3,)]
    rounds.tick_all()
    assert rounds.chosen == (2, 3)


def test_places_say_what_they_cost_more(qapp: object, qtmodeltester: Any) -> None:
    model: RowsModel[PlaceRow] = RowsModel(PLACE_COLUMNS, EN)
    model.show_rows([PlaceRow(Opening(planned(2, date(2027, 3, 2)), 3), 4)], EN)
    qtmodeltester.check(model)
    assert model.index(0, 1).data() == "7 (+3)"
