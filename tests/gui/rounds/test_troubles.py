"""Dates that no longer do, told on the first screen and the round's own, and mended by a click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QPushButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import blackouts, calendars, consultations
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.journal import redo
from consultations_gui.domain.consultation import Dates, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout
from consultations_gui.domain.workdays import Decree, Origin
from consultations_gui.i18n.language import Language
from consultations_gui.ui.views.consultation import ConsultationView
from consultations_gui.ui.views.consultation_trouble import TroubleCard
from consultations_gui.ui.views.today import TodayView
from tests.application.fakes import FakeWorkdays
from tests.gui.rounds.conftest import Room
from tests.ui.names import unnamed

LEFT = Qt.MouseButton.LeftButton
# Tuesday and Wednesday, a year after the clock of the tests.
DAYS = Dates(date(2027, 11, 23), date(2027, 11, 24))


def planned(room: Room, status: Status = Status.PLANNED) -> str:
    new = NewConsultation(dates=DAYS, host=Side.RU, status=status)
    made = consultations.add(room.ctx, new)
    blackouts.add(room.ctx, Blackout(Side.CN, DAYS.start, DAYS.start, "出访", "Визит"))
    room.desk.changed.emit()
    return made.id


def card(room: Room, id: str) -> TroubleCard:
    room.desk.go("consultation", id)
    view = room.window.stage.view
    assert isinstance(view, ConsultationView)
    return view.trouble


def buttons(layout: QLayout) -> list[QPushButton]:
    found = [layout.itemAt(n) for n in range(layout.count())]
    return [w for item in found if item and isinstance(w := item.widget(), QPushButton)]


def test_the_first_screen_names_the_nearest_dates_and_leads_to_the_round(
    room: Room, qtbot: QtBot
) -> None:
    id = planned(room)
    room.window.go("today")
    view = room.window.stage.view
    assert isinstance(view, TodayView)
    row = next(one for one in view.ours.buttons if f"{id}: the dates" in one.accessibleName())
    assert "1 meeting day falls into a time without meetings" in row.accessibleName()
    assert "Nearest other dates: " in row.accessibleName()
    room.desk.choose_language(Language.RU)
    spoken = next(one.accessibleName() for one in view.ours.buttons if id in one.accessibleName())
    assert spoken.endswith("ноября 2027\N{NO-BREAK SPACE}г.")
    room.desk.choose_language(Language.EN)
    row = next(one for one in view.ours.buttons if f"{id}: the dates" in one.accessibleName())
    qtbot.mouseClick(row, LEFT)
    opened = room.window.stage.view
    assert isinstance(opened, ConsultationView)
    assert opened.trouble.isVisible()
    assert not unnamed(opened)


def test_a_planned_round_is_moved_as_one_step(room: Room, qtbot: QtBot) -> None:
    id = planned(room)
    told = card(room, id)
    assert told.card.heading.text() == "The dates no longer do"
    assert "23 November 2027" in told.reasons.text()
    choices = buttons(told.buttons)
    assert len(choices) == 3
    assert choices[0].text().startswith("Move to ")
    assert choices[0].toolTip().endswith("in the plan")
    assert not told.noted.isVisible()
    assert consultations.show(room.ctx, id).dates == DAYS
    qtbot.mouseClick(choices[0], LEFT)
    moved = consultations.show(room.ctx, id).dates
    assert moved is not None
    assert abs(moved.start - DAYS.start) <= timedelta(days=3)
    assert not told.isVisible()
    assert "now stands on" in room.last
    room.take_offer()
    assert consultations.show(room.ctx, id).dates == DAYS
    assert told.isVisible()
    redo(room.ctx)
    room.desk.changed.emit()
    assert not told.isVisible()


def test_for_confirmed_dates_a_proposal_begins(room: Room, qtbot: QtBot) -> None:
    id = planned(room, Status.CONFIRMED)
    choices = buttons(card(room, id).buttons)
    assert choices[0].text().startswith("Propose ")
    qtbot.mouseClick(choices[0], LEFT)
    assert room.window.stage.current == "proposals"
    assert consultations.show(room.ctx, id).dates == DAYS


def test_a_notice_that_takes_the_day_is_told_in_the_language_chosen(room: Room) -> None:
    made = consultations.add(room.ctx, NewConsultation(dates=DAYS, host=Side.RU))
    told = card(room, made.id)
    assert not told.isVisible()
    calendars.add_decree(room.ctx, Decree(Side.RU, 2027, off=(DAYS.start,)))
    room.desk.changed.emit()
    assert told.isVisible()
    assert "Russian side" in told.reasons.text()
    room.desk.choose_language(Language.ZH)
    assert told.card.heading.text() == "会期已不适宜"
    assert buttons(told.buttons)[0].text().startswith("改为")


def test_where_nothing_else_does_that_is_said(room: Room) -> None:
    id = planned(room)
    blackouts.add(room.ctx, Blackout(Side.RU, date(2026, 1, 1), date(2029, 12, 31)))
    told = card(room, id)
    assert told.nearest.text() == "No other place this year or the next."
    assert buttons(told.buttons) == []


@pytest.fixture
def update(room: Room) -> Callable[[], None]:
    """Another version of the library is installed: its China 2027 has a notice."""
    notice = Decree(
        Side.CN, 2027, make_up=(date(2027, 11, 27),), origin=Origin.LIBRARY, source="holidays 2"
    )

    def install() -> None:
        ctx = replace(room.ctx, workdays=FakeWorkdays({(Side.CN, 2027): notice}))
        room.desk.__dict__["ctx"] = ctx
        room.desk.changed.emit()

    return install


def test_an_update_of_the_calendars_is_taken_note_of(
    room: Room, qtbot: QtBot, update: Callable[[], None]
) -> None:
    days = Dates(date(2027, 11, 25), date(2027, 11, 26))
    made = consultations.add(room.ctx, NewConsultation(dates=days, host=Side.RU))
    told = card(room, made.id)
    assert not told.isVisible()
    update()
    assert told.isVisible()
    assert "Saturday, 27 November 2027, China: day off → make-up" in told.changes.text()
    assert "holidays 2" in told.changes.text()
    qtbot.mouseClick(told.noted, LEFT)
    assert not told.isVisible()
    assert room.last == "The changed days were taken note of"
    room.take_offer()
    assert told.isVisible()
