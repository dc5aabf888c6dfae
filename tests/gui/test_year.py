"""The year: what a day says and what begins there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import blackouts, consultations
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.rounds import MoveDialog, NewRoundDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.models.consultation_texts import name_text
from consultations_gui.ui.places import NEW, Place
from consultations_gui.ui.views.plan import PlanView
from consultations_gui.ui.views.year import YearView

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def year(window: MainWindow, qtbot: QtBot) -> YearView:
    qtbot.keyClick(window, Qt.Key.Key_Y)
    view = window.stage.view
    assert isinstance(view, YearView)
    return view


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    desk.wanted.disconnect()
    asked: list[Place] = []
    desk.wanted.connect(asked.append)
    return asked


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Do something in the next modal dialog, once it is open."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, wait)

    QTimer.singleShot(0, wait)


def ask(year: YearView, qtbot: QtBot, day: date) -> str:
    year.go_to(day)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Return)
    assert year.card.isVisible()
    return " | ".join(label.text() for label in year.card.findChildren(QLabel))


def deed(year: YearView, text: str) -> QPushButton:
    return next(b for b in year.card.findChildren(QPushButton) if b.text() == text)


def test_how_the_years_were_looked_at_is_kept(desk: Desk, year: YearView, qtbot: QtBot) -> None:
    qtbot.mouseClick(year.band.layer[Side.RU], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.mouseClick(year.band.closer, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(year.band.closer, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(year.guide.choice.shown, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    later = YearView(desk)
    qtbot.addWidget(later)
    assert later.band.layers == frozenset({Side.CN})
    assert (later.calendar.zoom, later.band.wider.isEnabled()) == (2, True)
    assert later.guide.choice.shown.isChecked()


def test_what_is_shaded_for_a_carried_round_only_is_not_kept(
    desk: Desk, year: YearView, qtbot: QtBot, sample: SampleReport
) -> None:
    planned = next(
        one
        for one in consultations.list_all(desk.ctx)
        if one.status is Status.PLANNED and one.dates
    )
    assert planned.dates is not None
    year.go_to(planned.dates.start)
    qtbot.keyClick(year.calendar, Qt.Key.Key_M)
    assert year.guide.choice.shown.isChecked()
    assert not desk.preferences.value.year_shades
    qtbot.keyClick(year.calendar, Qt.Key.Key_Escape)
    assert not year.guide.choice.shown.isChecked()


def test_keys_go_from_day_to_day_and_are_told(year: YearView, qtbot: QtBot) -> None:
    assert year.calendar.day == date(2026, 11, 23)
    qtbot.keyClick(year.calendar, Qt.Key.Key_Right)
    told = year.guide.panel.text
    assert told.startswith("Tuesday, 24 November 2026\nChina: working day · 国办发明电〔2025〕7号")
    assert "Russia: working day · № 1466 of 24 September 2025" in told


def test_years_are_walked_by_buttons(window: MainWindow, year: YearView, qtbot: QtBot) -> None:
    qtbot.mouseClick(year.forth, Qt.MouseButton.LeftButton)
    assert window.header.title.text() == "Year 2027"
    qtbot.mouseClick(year.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(year.back, Qt.MouseButton.LeftButton)
    assert window.header.title.text() == "Year 2025"
    qtbot.mouseClick(year.now, Qt.MouseButton.LeftButton)
    assert window.header.title.text() == "Year 2026"
    assert year.calendar.day == date(2026, 11, 23)


def test_a_day_off_is_told_with_its_holiday(year: YearView, qtbot: QtBot) -> None:
    said = ask(year, qtbot, date(2026, 10, 1))
    assert "China: day off (National Day)" in said
    assert "Russia: working day" in said
    assert not [b for b in year.card.findChildren(QPushButton) if b.text()]
    qtbot.keyClick(year.card, Qt.Key.Key_Escape)
    assert not year.card.isVisible()
    assert year.calendar.hasFocus()


def test_a_free_day_begins_a_round(
    year: YearView, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    said = ask(year, qtbot, date(2027, 4, 14))
    assert "Wednesday, 14 April 2027" in said

    def plan(dialog: QDialog) -> None:
        assert isinstance(dialog, NewRoundDialog)
        dialog.end.line.setText("2027-04-13")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert dialog.wrong.isVisible()
        dialog.end.line.setText("2027-04-16")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_dialog(plan)
    qtbot.mouseClick(deed(year, "New round from this day…"), Qt.MouseButton.LeftButton)
    made = consultations.show(ctx, "R1")
    assert made.dates == Dates(date(2027, 4, 14), date(2027, 4, 16))
    assert made.venue.city == "Beijing"
    assert window.status.text == "First round was planned"


def test_a_free_day_begins_a_proposal(year: YearView, qtbot: QtBot, places: list[Place]) -> None:
    ask(year, qtbot, date(2027, 4, 14))
    text = "Propose an extraordinary consultation…"
    qtbot.mouseClick(deed(year, text), Qt.MouseButton.LeftButton)
    dates = Dates(date(2027, 4, 14), date(2027, 4, 15))
    assert places == [Place("proposals", "", NEW, dates)]


def test_an_agreed_round_is_moved_by_a_proposal_only(
    year: YearView,
    qtbot: QtBot,
    sample: SampleReport,
    desk: Desk,
    places: list[Place],
    ctx: Context,
) -> None:
    desk.changed.emit()
    said = ask(year, qtbot, date(2027, 1, 12))
    assert "confirmed" in said
    assert "First round · Beijing" in said
    assert "Move…" not in [b.text() for b in year.card.findChildren(QPushButton)]
    qtbot.mouseClick(deed(year, "Propose other dates…"), Qt.MouseButton.LeftButton)
    assert places == [Place("proposals", "R1", NEW, Dates(date(2027, 1, 19), date(2027, 1, 20)))]
    assert consultations.show(ctx, "R1").dates == Dates(date(2027, 1, 12), date(2027, 1, 13))


def test_a_planned_round_is_moved_at_once(
    year: YearView, qtbot: QtBot, sample: SampleReport, desk: Desk, ctx: Context
) -> None:
    desk.changed.emit()
    planned = next(c for c in consultations.list_all(ctx) if c.status is Status.PLANNED)
    assert planned.dates is not None
    ask(year, qtbot, planned.dates.start)

    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        dialog.start.line.setText("2027-08-03")
        dialog.end.line.setText("2027-08-04")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_dialog(move)
    qtbot.mouseClick(deed(year, "Move…"), Qt.MouseButton.LeftButton)
    moved = consultations.show(ctx, planned.id)
    assert moved.dates == Dates(date(2027, 8, 3), date(2027, 8, 4))


def test_opening_a_meeting_from_its_day(
    year: YearView, qtbot: QtBot, sample: SampleReport, desk: Desk, places: list[Place]
) -> None:
    desk.changed.emit()
    ask(year, qtbot, date(2027, 1, 13))
    qtbot.mouseClick(deed(year, "Open"), Qt.MouseButton.LeftButton)
    assert places == [Place("consultation", "R1")]


def spoken(year: YearView, day: date) -> str:
    return str(year.model.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole))


def known(year: YearView, qtbot: QtBot, day: date) -> None:
    """Wait until it is known what the day would be for the round dates are looked for."""
    qtbot.waitUntil(lambda: year.guide.places.get(day.year) is not None, timeout=20_000)


def test_good_dates_are_shaded_told_and_spoken(year: YearView, qtbot: QtBot, desk: Desk) -> None:
    day = date(2027, 4, 14)
    year.go_to(day)
    known(year, qtbot, day)
    assert year.model.shades(2027) == {}
    qtbot.mouseClick(year.guide.choice.shown, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    shade = year.model.shades(2027)[day]
    assert "First round on 14–15 April 2027: 2 points" in year.guide.panel.text
    assert shade.total == 2, "two days of a provisional year"
    assert spoken(year, day).endswith(
        "First round on 14–15 April 2027: 2 points. No round stands before it, so there is no "
        "distance to keep. The calendar for 2027 is provisional, no official notice yet: "
        "Chinese side"
    )
    said = ask(year, qtbot, day)
    assert "All points together | 2" in said
    assert "Provisional calendars | 2" in said
    qtbot.mouseClick(year.guide.choice.shown, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert year.model.shades(2027) == {}


def test_a_barred_day_says_why(year: YearView, qtbot: QtBot, ctx: Context, desk: Desk) -> None:
    dark = Blackout(Side.RU, date(2027, 6, 21), date(2027, 6, 30), "论坛", "Форум")
    blackouts.add(ctx, dark)
    desk.changed.emit()
    for day, why in (
        (date(2026, 12, 2), "30 days of notice are needed, so it can start on 23 December 2026"),
        (date(2027, 6, 23), "Russian side cannot meet from 21 June 2027 to 30 June 2027: "),
        (date(2027, 4, 2), "1 meeting day is a day off, from 3 April 2027: Chinese side."),
    ):
        year.go_to(day)
        known(year, qtbot, day)
        assert "First round cannot start here" in year.guide.panel.text
        assert why in year.guide.panel.why.text()
        assert day not in set(year.model.shades(day.year))
    assert "论坛" in spoken(year, date(2027, 6, 23))


def test_the_mouse_over_a_day_explains_it_without_going_there(year: YearView, qtbot: QtBot) -> None:
    here = year.calendar.day
    where = year.calendar.box_of(date(2026, 10, 1)).center()
    qtbot.mouseMove(year.calendar.viewport(), where)
    assert "China: day off (National Day)" in year.guide.panel.text
    assert year.calendar.day == here
    qtbot.mouseMove(year.calendar.viewport(), QPoint(1, 1))
    assert year.guide.panel.text.startswith("Monday, 23 November 2026")


def test_dates_are_looked_for_a_round_that_is_not_agreed(
    year: YearView, qtbot: QtBot, sample: SampleReport, desk: Desk, ctx: Context
) -> None:
    desk.changed.emit()
    planned = next(c for c in consultations.list_all(ctx) if c.status is Status.PLANNED)
    assert planned.dates is not None
    ask(year, qtbot, planned.dates.start)
    qtbot.mouseClick(deed(year, "Show good dates for it"), Qt.MouseButton.LeftButton)
    choice = year.guide.choice
    assert choice.shown.isChecked()
    qtbot.waitUntil(lambda: choice.rounds.currentData() == planned.id, timeout=20_000)
    shown = planned.dates.start.year
    qtbot.waitUntil(lambda: bool(year.model.shades(shown)), timeout=20_000)
    # Where it stands now it is told with what it costs there.
    assert name_text(planned, desk.words) in year.guide.panel.place.text()
    choice.rounds.setFocus()
    qtbot.keyClick(choice.rounds, Qt.Key.Key_Home)
    assert year.guide.places.chosen == ""


def test_a_country_can_be_left_out(year: YearView, qtbot: QtBot) -> None:
    box = year.band.layer[Side.CN]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert year.band.layers == {Side.RU}
    year.go_to(date(2026, 10, 1))
    assert "China: day off" in year.guide.panel.text, "it is still told"


def test_buttons_zoom_to_one_month(year: YearView, qtbot: QtBot) -> None:
    for _ in range(6):
        qtbot.mouseClick(year.band.closer, Qt.MouseButton.LeftButton)
    assert year.calendar.zoom == 4
    assert not year.band.closer.isEnabled()
    qtbot.mouseClick(year.band.wider, Qt.MouseButton.LeftButton)
    assert year.calendar.zoom == 3
    assert year.band.closer.isEnabled()


def test_the_heading_follows_the_year_in_sight(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    bar = year.calendar.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert window.header.title.text() == "Year 2060"
    qtbot.waitUntil(lambda: 2060 in year.reader.books, timeout=20_000)
    assert "calendar provisional: China, Russia" in window.header.note.text()
    bar.setValue(0)
    assert window.header.title.text() == "Year 2009"
    qtbot.waitUntil(lambda: 2009 in year.reader.books, timeout=20_000)
    assert window.header.note.text() == ""


def test_a_change_is_seen_in_every_year_in_sight(
    year: YearView, qtbot: QtBot, ctx: Context, desk: Desk
) -> None:
    year.go_to(date(2027, 1, 4))
    bar = year.calendar.verticalScrollBar()
    bar.setValue(bar.value() + 300)
    assert year.calendar.sight == (2027, 2028)
    qtbot.waitUntil(lambda: 2028 in year.reader.books, timeout=20_000)
    new = consultations.NewConsultation(dates=Dates(date(2028, 2, 8), date(2028, 2, 9)))
    assert desk.run(consultations.add, new).ok

    def came() -> bool:
        cell = year.model.cell_of(date(2028, 2, 8))
        return cell is not None and cell.meeting is not None

    qtbot.waitUntil(came, timeout=20_000)


def test_the_plan_of_the_year_shown_is_opened(
    year: YearView, qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(year.forth, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(year.forth, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(year.plan, Qt.MouseButton.LeftButton)
    view = window.stage.view
    assert isinstance(view, PlanView)
    assert view.controls.first.value == 2028
    qtbot.waitUntil(lambda: view.work.settled, timeout=20_000)


def test_meetings_are_found_on_the_sheet(
    window: MainWindow, year: YearView, qtbot: QtBot, sample: SampleReport, desk: Desk
) -> None:
    desk.changed.emit()
    year.go_to(date(2027, 6, 1))
    window.show_find()
    qtbot.keyClicks(window.findbar.field, "first round")
    assert window.findbar.count.text() == "1 of 1"
    assert year.calendar.day == date(2027, 1, 12)
