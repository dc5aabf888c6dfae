"""The first screen: the four questions, each row leading to where it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import NEW, Place
from consultations_gui.ui.views.today import TodayView
from consultations_gui.ui.widgets.turns import TurnLine

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def today(window: MainWindow) -> TodayView:
    view = window.stage.view
    assert isinstance(view, TodayView)
    return view


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    """Where the window is asked to go; it stays where it is."""
    desk.wanted.disconnect()
    asked: list[Place] = []
    desk.wanted.connect(asked.append)
    return asked


def words(view: TodayView) -> str:
    return " | ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_an_empty_register_offers_the_next_step(
    today: TodayView, qtbot: QtBot, places: list[Place]
) -> None:
    assert today.next.empty.isVisible()
    assert "Nothing is waiting." in words(today)
    assert "China hosts." in words(today)
    qtbot.mouseClick(today.next.empty.step, Qt.MouseButton.LeftButton)
    assert places == [Place("plan")]


def test_header_has_the_date_and_both_capitals(window: MainWindow, today: TodayView) -> None:
    assert window.header.title.text() == "Monday, 23 November 2026"
    assert window.header.note.text() == "Beijing 16:20 · Moscow 11:20"


@pytest.fixture
def filled(today: TodayView, sample: SampleReport, desk: Desk) -> TodayView:
    desk.changed.emit()
    return today


def test_the_four_questions_are_answered(filled: TodayView, sample: SampleReport) -> None:
    said = words(filled)
    assert "12–13 January 2027" in said
    assert "Beijing" in said
    assert "First round" in said
    assert "confirmed" in said
    assert "calendar provisional: China" in said
    assert "In 50 days" in said
    assert "20/20" in said
    assert "Nobody has been invited yet, still to invite: 10" in said
    assert "R1: approve the agenda" in said
    assert filled.next.findChild(TurnLine) is None
    assert filled.turn.findChild(TurnLine) is not None


def test_meters_are_read_aloud_with_their_numbers(filled: TodayView) -> None:
    names = [w.accessibleName() for w in filled.next.meters()]
    assert names == [
        "Chinese text: 20 of 20",
        "Russian text: 20 of 20",
        "Approved by China: 17 of 17",
        "Approved by Russia: 0 of 17",
    ]


def test_rows_lead_to_where_it_is_done(
    filled: TodayView, qtbot: QtBot, places: list[Place]
) -> None:
    for row in filled.ours.buttons:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    for row in filled.theirs.buttons:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert Place("consultation", "R1") in places
    assert Place("settings", part="calendars") in places
    assert Place("agenda", "R1") in places


def test_buttons_lead_to_the_meeting(filled: TodayView, qtbot: QtBot, places: list[Place]) -> None:
    qtbot.mouseClick(filled.next.agenda, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(filled.next.meeting, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(filled.propose, Qt.MouseButton.LeftButton)
    assert places == [
        Place("agenda", "R1"),
        Place("consultation", "R1"),
        Place("proposals", part=NEW),
    ]


def test_things_that_wait_are_counted_in_the_sidebar(window: MainWindow, filled: TodayView) -> None:
    button = window.sidebar.button("settings")
    assert button.accessibleName() == "Settings, 1 thing waits"
    assert window.sidebar.button("today").accessibleName() == "Today"


def test_sample_data_is_marked_and_removable(
    filled: TodayView, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    assert filled.sample.isVisible()
    qtbot.mouseClick(filled.sample.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert consultations.list_all(ctx) == ()
    assert not filled.sample.isVisible()
    assert "removed" in window.status.text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.ZH, ("2027年1月12日至13日，北京", "第一轮", "50天后", "由中国主办。")),
        (Language.RU, ("12–13 января 2027", "Первый раунд", "Через 50 дней", "Принимает Китай.")),
    ],
)
def test_every_language_says_it_its_own_way(
    filled: TodayView, desk: Desk, language: Language, expected: tuple[str, ...]
) -> None:
    desk.choose_language(language)
    said = words(filled).replace("\u00a0", " ")
    for part in expected:
        assert part in said


def test_bars_stand_below_each_other_where_there_is_little_room(
    window: MainWindow, filled: TodayView, qtbot: QtBot
) -> None:
    first, second = filled.next.meters()[:2]
    for width, abreast in ((1600, True), (1024, False), (1600, True)):
        window.resize(width, 800)
        qtbot.waitUntil(lambda abreast=abreast: (first.y() == second.y()) is abreast)  # type: ignore[misc]  # bound now
