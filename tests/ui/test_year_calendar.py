"""The year as a table of days, where each stands, and the keys that move among them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from consultations_gui.domain.consultation import Consultation, Dates, Kind, Precision, Status
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.ui.models.year import CELL_ROLE, DayCell, YearModel, lay_out
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.widgets.year_calendar import YearCalendar
from consultations_gui.ui.widgets.year_geometry import YearGeometry

YEAR = 2027


def _day(day: date, kind: DayKind | None = None, *, short: bool = False) -> Day:
    usual = DayKind.WORK if day.weekday() < 5 else DayKind.OFF
    return Day(day, kind or usual, short=short, confirmed=True)


def _year(year: int = YEAR) -> list[tuple[Day, Day]]:
    first = date(year, 1, 1)
    count = (date(year + 1, 1, 1) - first).days
    return [(_day(first + timedelta(n)), _day(first + timedelta(n))) for n in range(count)]


def _meeting(
    start: date, end: date, status: Status = Status.CONFIRMED, **more: object
) -> Consultation:
    dates = Dates(start, end, **more)  # type: ignore[arg-type]  # precision only
    return Consultation("u", "R3", Kind.REGULAR, 3, status, Side.RU, dates, Venue("RU", "Kazan"))


@pytest.fixture
def model() -> YearModel:
    made = YearModel(lambda cell: f"day {cell.date}")
    meeting = _meeting(date(YEAR, 4, 14), date(YEAR, 4, 15))
    made.show_year(YEAR, lay_out(_year(), [meeting], [(date(YEAR, 5, 3), date(YEAR, 5, 4))]))
    return made


def test_each_day_stands_in_its_month(model: YearModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    index = model.index_of(date(YEAR, 4, 14))
    assert (index.row(), index.column()) == (3, 13)
    assert index.data() == "14"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "day 2027-04-14"
    cell = index.data(CELL_ROLE)
    assert cell.meeting is not None
    assert cell.common
    assert not model.index_of(date(YEAR + 1, 1, 1)).isValid()


def test_places_a_month_lacks_hold_nothing(model: YearModel) -> None:
    index = model.index(1, 28)
    assert index.data() is None
    assert index.flags() == Qt.ItemFlag.NoItemFlags
    assert model.cell(QModelIndex()) is None
    assert model.rowCount(index) == model.columnCount(index) == 0


def test_only_days_of_live_meetings_are_taken() -> None:
    start, end = date(YEAR, 4, 14), date(YEAR, 4, 15)
    for gone in (Status.CANCELLED, Status.POSTPONED):
        assert lay_out(_year(), [_meeting(start, end, gone)])[start].meeting is None
    month = _meeting(date(YEAR, 4, 1), date(YEAR, 4, 30), precision=Precision.MONTH)
    assert lay_out(_year(), [month])[start].meeting is None
    cells = lay_out(_year(), [], [(start, end)])
    assert cells[end].best
    assert not cells[end + timedelta(days=1)].best
    assert cells[start].day(Side.CN) is cells[start].cn


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(300, 2400), st.integers(200, 1600)
)
def test_every_day_is_found_where_it_is_painted(day: date, width: int, height: int) -> None:
    geometry = YearGeometry.fit(day.year, width, height)
    box = geometry.cell_box(day)
    assert geometry.day_at(box.center().x(), box.center().y()) == day
    assert geometry.month_box(day.month).contains(box)
    assert box.bottom() < geometry.height


def test_there_is_no_day_outside_the_months() -> None:
    geometry = YearGeometry.fit(YEAR, 1084, 680)
    assert geometry.columns == 4
    assert geometry.day_at(1, 1) is None
    month = geometry.month_box(4)
    assert geometry.day_at(month.x() + 2, month.y() + 2) is None
    assert geometry.day_at(month.x() + 2, month.y() + 44) is None  # March's Monday


@pytest.fixture
def calendar(qtbot: QtBot, theme: ThemeSwitch, model: YearModel) -> YearCalendar:
    made = YearCalendar(theme, model)
    qtbot.addWidget(made)
    made.resize(1084, 680)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, date(YEAR, 4, 1)),
        (Qt.Key.Key_Left, date(YEAR, 3, 30)),
        (Qt.Key.Key_Down, date(YEAR, 4, 7)),
        (Qt.Key.Key_Up, date(YEAR, 3, 24)),
        (Qt.Key.Key_PageDown, date(YEAR, 4, 30)),
        (Qt.Key.Key_PageUp, date(YEAR, 2, 28)),
        (Qt.Key.Key_Home, date(YEAR, 1, 1)),
        (Qt.Key.Key_End, date(YEAR, 12, 31)),
    ],
)
def test_keys_move_day_by_day(
    qtbot: QtBot, calendar: YearCalendar, key: Qt.Key, expected: date
) -> None:
    calendar.go_to(date(YEAR, 3, 31))
    qtbot.keyClick(calendar, key)
    assert calendar.day == expected


def test_keys_stop_at_the_years_ends(qtbot: QtBot, calendar: YearCalendar) -> None:
    calendar.go_to(date(YEAR, 12, 31))
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_PageDown)
    assert calendar.day == date(YEAR, 12, 31)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_enter_asks_about_the_day(qtbot: QtBot, calendar: YearCalendar, key: Qt.Key) -> None:
    calendar.go_to(date(YEAR, 4, 14))
    with qtbot.waitSignal(calendar.asked) as asked:
        qtbot.keyClick(calendar, key)
    assert asked.args == [date(YEAR, 4, 14)]


def test_a_click_asks_about_the_day(qtbot: QtBot, calendar: YearCalendar) -> None:
    where = calendar.box_of(date(YEAR, 10, 20)).center()
    with qtbot.waitSignal(calendar.asked) as asked:
        qtbot.mouseClick(calendar.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [date(YEAR, 10, 20)]
    assert calendar.day == date(YEAR, 10, 20)


def test_a_low_window_scrolls_to_the_day(qtbot: QtBot, calendar: YearCalendar) -> None:
    calendar.resize(600, 300)
    calendar.go_to(date(YEAR, 12, 31))
    assert calendar.viewport().rect().contains(calendar.box_of(date(YEAR, 12, 31)))
    calendar.go_to(date(YEAR, 1, 1))
    assert calendar.viewport().rect().contains(calendar.box_of(date(YEAR, 1, 1)))


def _painted(calendar: YearCalendar, day: date) -> set[str]:
    box = calendar.box_of(day)
    image: QImage = calendar.viewport().grab(box).toImage()
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_off_days_are_painted_by_side(
    qtbot: QtBot, calendar: YearCalendar, model: YearModel
) -> None:
    days = _year()
    cn_off, ru_off = date(YEAR, 6, 9), date(YEAR, 6, 14)
    days[(cn_off - date(YEAR, 1, 1)).days] = (_day(cn_off, DayKind.OFF), _day(cn_off))
    days[(ru_off - date(YEAR, 1, 1)).days] = (_day(ru_off), _day(ru_off, DayKind.MOVED_OFF))
    model.show_year(YEAR, lay_out(days, []))
    assert {LIGHT.cn_ink, LIGHT.cn_ground} <= _painted(calendar, cn_off)
    assert LIGHT.ru_ink not in _painted(calendar, cn_off)
    assert {LIGHT.ru_ink, LIGHT.ru_ground} <= _painted(calendar, ru_off)


def test_provisional_days_are_hatched(calendar: YearCalendar, model: YearModel) -> None:
    plain = date(YEAR, 7, 7)
    assert LIGHT.line not in _painted(calendar, plain)
    days = [(Day(cn.date, cn.kind), ru) for cn, ru in _year()]
    model.show_year(YEAR, lay_out(days, []))
    hatched: list[DayCell] = [model.index_of(plain).data(CELL_ROLE)]
    assert not hatched[0].cn.confirmed
    assert len(_painted(calendar, plain)) > 3
