"""Rounds carried over the years by mouse and keys: what is said on the way, and the drop."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, journal
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Venue
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.notes import Note, Weight
from consultations_gui.ui.places import NEW, Place
from consultations_gui.ui.views.year import YearView
from consultations_gui.ui.widgets.year_carry import Fit

BEFORE = Dates(date(2027, 3, 2), date(2027, 3, 3))
PLANNED = Dates(date(2027, 8, 31), date(2027, 9, 1))
AFTER = Dates(date(2028, 3, 7), date(2028, 3, 8))


@pytest.fixture
def rounds(office: Context) -> Context:
    """R1 agreed in March, R2 planned 182 days later, R3 planned in the next year."""
    for dates, venue in (
        (BEFORE, Venue("CN", "Beijing")),
        (PLANNED, Venue("RU", "Moscow")),
        (AFTER, Venue("CN", "Beijing")),
    ):
        consultations.add(office, NewConsultation(dates=dates, venue=venue))
    consultations.confirm(office, "R1")
    return office


@pytest.fixture
def year(rounds: Context, window: MainWindow, qtbot: QtBot) -> YearView:
    qtbot.keyClick(window, Qt.Key.Key_Y)
    view = window.stage.view
    assert isinstance(view, YearView)
    view.go_to(date(2027, 1, 4))
    return view


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    desk.wanted.disconnect()
    asked: list[Place] = []
    desk.wanted.connect(asked.append)
    return asked


@pytest.fixture
def notes(desk: Desk) -> list[Note]:
    told: list[Note] = []
    desk.told.connect(told.append)
    return told


def mouse(year: YearView, kind: QEvent.Type, day: date) -> None:
    """The left button over a day."""
    viewport = year.calendar.viewport()
    at = year.calendar.box_of(day).center()
    up = kind is QEvent.Type.MouseButtonRelease
    pressed = Qt.MouseButton.NoButton if up else Qt.MouseButton.LeftButton
    moved = kind is QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        button,
        pressed,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def drag(year: YearView, qtbot: QtBot, start: date, *over: date) -> None:
    """Take hold of a day and go over others; the button stays down."""
    mouse(year, QEvent.Type.MouseButtonPress, start)
    for day in over:
        mouse(year, QEvent.Type.MouseMove, day)
    settle(year, qtbot)


def settle(year: YearView, qtbot: QtBot) -> None:
    """Wait until it is known what the place under the carried round is."""

    def known() -> bool:
        carried = year.calendar.carrying
        return carried is not None and carried.fit is not Fit.UNKNOWN

    qtbot.waitUntil(known, timeout=20_000)


def said(year: YearView) -> str:
    card = year.carry.card
    return " | ".join(part.text() for part in (card.heading, card.lines) if part.isVisible())


def test_a_planned_round_is_dragged_with_its_cost_told(
    year: YearView, qtbot: QtBot, rounds: Context, window: MainWindow
) -> None:
    drag(year, qtbot, PLANNED.end, date(2027, 9, 2), date(2027, 9, 22))
    carried = year.calendar.carrying
    assert carried is not None
    assert (carried.start, carried.fit) == (date(2027, 9, 21), Fit.GOOD)
    told = said(year)
    assert "Second round on 21–22 September 2027: " in told
    assert "points more than where it stands now." in told
    assert "203 days after the start of R1 (wished: 182)." in told
    assert "R3 follows 168 days later (wished: 182)." in told
    assert year.guide.choice.shown.isChecked(), "other places are shaded meanwhile"
    assert not year.card.isVisible()
    mouse(year, QEvent.Type.MouseButtonRelease, date(2027, 9, 22))
    moved = consultations.show(rounds, "R2")
    assert moved.dates == Dates(date(2027, 9, 21), date(2027, 9, 22))
    assert window.status.text == "Second round was moved to 21–22 September 2027"
    assert not year.carry.card.isVisible()
    assert not year.guide.choice.shown.isChecked()
    cell = year.model.cell_of(date(2027, 9, 22))
    assert cell is not None
    assert cell.meeting == moved
    journal.undo(rounds)
    assert consultations.show(rounds, "R2").dates == PLANNED, "it was one step"


def test_a_click_without_dragging_only_asks(year: YearView, qtbot: QtBot) -> None:
    mouse(year, QEvent.Type.MouseButtonPress, PLANNED.start)
    mouse(year, QEvent.Type.MouseButtonRelease, PLANNED.start)
    assert year.card.isVisible()
    assert year.calendar.carrying is None


def test_an_impossible_place_says_why_and_moves_nothing(
    year: YearView, qtbot: QtBot, rounds: Context, notes: list[Note], desk: Desk
) -> None:
    saturday = date(2027, 9, 11)
    drag(year, qtbot, PLANNED.start, date(2027, 9, 10), saturday)
    carried = year.calendar.carrying
    assert carried is not None
    assert carried.fit is Fit.BARRED
    assert "Second round cannot start here" in said(year)
    assert "2 meeting days are days off, from 11 September 2027: Chinese side." in said(year)
    mouse(year, QEvent.Type.MouseButtonRelease, saturday)
    assert consultations.show(rounds, "R2").dates == PLANNED
    assert notes[-1].weight is Weight.ERROR
    assert "2 meeting days are days off" in notes[-1].say(desk.words)
    assert year.calendar.day == PLANNED.start


def test_a_round_may_not_pass_its_neighbours(year: YearView, qtbot: QtBot) -> None:
    drag(year, qtbot, PLANNED.start, date(2027, 8, 24), BEFORE.start)
    assert "R1 comes before it and lasts until 3 March 2027." in said(year)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Escape)


def test_an_agreed_round_begins_a_proposal(
    year: YearView, qtbot: QtBot, rounds: Context, places: list[Place]
) -> None:
    drag(year, qtbot, BEFORE.start, date(2027, 3, 9), date(2027, 3, 16))
    assert "These dates are agreed: dropping it begins a proposal." in said(year)
    assert year.guide.choice.rounds.currentText().startswith("R1 · "), "the shades are for it"
    mouse(year, QEvent.Type.MouseButtonRelease, date(2027, 3, 16))
    wanted = Dates(date(2027, 3, 16), date(2027, 3, 17))
    assert places == [Place("proposals", "R1", NEW, wanted)]
    assert consultations.show(rounds, "R1").dates == BEFORE


def test_escape_gives_a_dragged_round_back(year: YearView, qtbot: QtBot, rounds: Context) -> None:
    drag(year, qtbot, PLANNED.start, date(2027, 9, 7), date(2027, 9, 14))
    qtbot.keyClick(year.calendar, Qt.Key.Key_Escape)
    assert year.calendar.carrying is None
    mouse(year, QEvent.Type.MouseButtonRelease, date(2027, 9, 14))
    assert consultations.show(rounds, "R2").dates == PLANNED
    assert not year.card.isVisible()


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_M.value, "m"), (ord("Ь"), "ь")])
def test_keys_take_up_move_and_drop(
    year: YearView, qtbot: QtBot, rounds: Context, key: int, text: str
) -> None:
    """With the key M, whatever it types."""
    year.go_to(PLANNED.end)
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(year.calendar, QKeyEvent(QEvent.Type.KeyPress, key, plain, text))
    assert year.calendar.day == PLANNED.start
    qtbot.keyClick(year.calendar, Qt.Key.Key_Down)
    settle(year, qtbot)
    assert "Second round on 7–8 September 2027: 11 points" in said(year)
    spoken = year.model.index_of(date(2027, 9, 7)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Second round on 7–8 September 2027: 11 points" in spoken
    qtbot.keyClick(year.calendar, Qt.Key.Key_Return)
    moved = consultations.show(rounds, "R2").dates
    assert moved == Dates(date(2027, 9, 7), date(2027, 9, 8))
    assert year.calendar.day == date(2027, 9, 7)


def test_escape_gives_a_round_back_to_the_keys(
    year: YearView, qtbot: QtBot, rounds: Context
) -> None:
    year.go_to(PLANNED.start)
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    qtbot.keyClick(year.calendar, Qt.Key.Key_PageDown)
    settle(year, qtbot)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Escape)
    assert year.calendar.day == PLANNED.start
    assert year.calendar.carrying is None
    assert not year.carry.card.isVisible()
    qtbot.keyClick(year.calendar, Qt.Key.Key_Return)
    assert year.card.isVisible(), "Enter asks again"


def test_it_may_be_dropped_before_the_places_are_known(
    year: YearView, qtbot: QtBot, rounds: Context
) -> None:
    year.go_to(PLANNED.start)
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Down)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Return)
    wanted = Dates(date(2027, 9, 7), date(2027, 9, 8))
    qtbot.waitUntil(lambda: consultations.show(rounds, "R2").dates == wanted, timeout=20_000)


def test_put_back_where_it_was_nothing_is_recorded(
    year: YearView, qtbot: QtBot, rounds: Context
) -> None:
    last = journal.undoable(rounds)
    drag(year, qtbot, PLANNED.start, date(2027, 9, 7), PLANNED.start)
    assert "This is where it stands now." in said(year)
    mouse(year, QEvent.Type.MouseButtonRelease, PLANNED.start)
    assert journal.undoable(rounds) == last


def test_what_is_over_cannot_be_taken_up(year: YearView, qtbot: QtBot, rounds: Context) -> None:
    held = NewConsultation(dates=Dates(date(2026, 3, 3), date(2026, 3, 4)), number=9)
    made = consultations.add(rounds, held)
    consultations.confirm(rounds, made.id)
    consultations.held(rounds, made.id)
    year.desk.changed.emit()
    year.go_to(date(2026, 3, 3))
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    assert year.calendar.carrying is None
    year.go_to(date(2026, 3, 5))
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    assert year.calendar.carrying is None


def test_leaving_the_screen_gives_it_back(
    year: YearView, qtbot: QtBot, window: MainWindow, rounds: Context
) -> None:
    year.go_to(PLANNED.start)
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    window.go("today")
    assert year.calendar.carrying is None
    assert consultations.show(rounds, "R2").dates == PLANNED


def test_near_an_edge_the_sheet_creeps_on(
    year: YearView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar = year.calendar
    drag(year, qtbot, PLANNED.start, date(2027, 9, 7), date(2027, 9, 14))
    edge = calendar.viewport().mapToGlobal(QPoint(60, calendar.viewport().height() - 2))
    monkeypatch.setattr("PySide6.QtGui.QCursor.pos", lambda *_args: edge)
    before = calendar.verticalOffset()
    mouse(year, QEvent.Type.MouseMove, date(2027, 9, 15))
    qtbot.waitUntil(lambda: calendar.verticalOffset() > before + 40)

    def further_on() -> bool:
        carried = calendar.carrying
        return carried is not None and carried.start > date(2027, 9, 15)

    qtbot.waitUntil(further_on)
    calendar.give_back()


def test_the_round_chosen_is_moved_from_a_days_card(
    year: YearView, qtbot: QtBot, rounds: Context
) -> None:
    year.guide.choose("R2")
    qtbot.waitUntil(lambda: bool(year.model.shades(2027)), timeout=20_000)
    year.go_to(date(2027, 9, 7))
    qtbot.keyClick(year.calendar, Qt.Key.Key_Return)
    buttons = year.card.findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == "Move Second round here")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    moved = consultations.show(rounds, "R2").dates
    assert moved == Dates(date(2027, 9, 7), date(2027, 9, 8))
    assert not year.card.isVisible()
