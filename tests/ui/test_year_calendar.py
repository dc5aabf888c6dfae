"""The year as a table of days, where each stands, and the keys that move among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from consultations_gui.domain.consultation import Consultation, Dates, Kind, Precision, Status
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.ui.models.year import CELL_ROLE, Shade, YearModel, lay_out
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.widgets.year_calendar import YearCalendar
from consultations_gui.ui.widgets.year_geometry import TITLE, WEEKDAYS, ZOOMS, YearGeometry
from consultations_gui.ui.widgets.year_paint import TINTS
from consultations_gui.ui.widgets.year_view import NO_NAMES

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


YEARS = range(YEAR - 1, YEAR + 3)


@pytest.fixture
def model() -> YearModel:
    made = YearModel(lambda cell: f"day {cell.date}", YEARS)
    meeting = _meeting(date(YEAR, 4, 14), date(YEAR, 4, 15))
    made.show_year(YEAR, lay_out(_year(), [meeting]))
    return made


def test_each_day_stands_in_its_month(model: YearModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    assert model.rowCount() == 12 * len(YEARS)
    index = model.index_of(date(YEAR, 4, 14))
    assert (index.row(), index.column()) == (15, 13)
    assert index.data() == "14"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "day 2027-04-14"
    cell = index.data(CELL_ROLE)
    assert cell.meeting is not None
    assert cell.common
    assert not model.index_of(date(YEAR + 3, 1, 1)).isValid()


def test_a_year_not_read_yet_has_its_numbers_only(model: YearModel) -> None:
    index = model.index_of(date(YEAR + 1, 2, 29))
    assert index.data() == "29"
    assert index.data(CELL_ROLE) is None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2028-02-29"
    assert model.month(YEAR + 1, 2) is None
    model.show_year(YEAR + 1, lay_out(_year(YEAR + 1), []))
    assert index.data(CELL_ROLE).date == date(YEAR + 1, 2, 29)
    assert len(model.month(YEAR + 1, 2) or ()) == 29


def test_only_the_year_that_came_is_told_of(model: YearModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_shades(YEAR, {date(YEAR, 5, 3): Shade(0, 7)})
    first, last = changed.args[:2]
    assert (first.row(), last.row()) == (12, 23)
    model.show_year(1999, ())
    assert model.shades(1999) == {}
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_shades(YEAR, {date(YEAR, 5, 3): Shade(0, 7)})
    with qtbot.waitSignal(model.dataChanged):
        model.clear_shades()
    assert model.shades(YEAR) == {}


def test_places_a_month_lacks_hold_nothing(model: YearModel) -> None:
    index = model.index(13, 28)
    assert index.data() is None
    assert index.flags() == Qt.ItemFlag.NoItemFlags
    assert model.cell(QModelIndex()) is None
    assert model.rowCount(index) == model.columnCount(index) == 0


def test_only_days_of_live_meetings_are_taken() -> None:
    start, end = date(YEAR, 4, 14), date(YEAR, 4, 15)
    at = (start - date(YEAR, 1, 1)).days
    assert lay_out(_year(), [_meeting(start, end)])[at + 1].meeting is not None
    gone = _meeting(start, end, Status.CANCELLED)
    assert lay_out(_year(), [gone])[at].meeting is None
    postponed = _meeting(start, end, Status.POSTPONED)  # to these days
    assert lay_out(_year(), [postponed])[at].meeting == postponed
    month = _meeting(date(YEAR, 4, 1), date(YEAR, 4, 30), precision=Precision.MONTH)
    cell = lay_out(_year(), [month])[at]
    assert cell.meeting is None
    assert cell.day(Side.CN) is cell.cn


GEOMETRIES = (st.integers(300, 2400), st.integers(200, 1600), st.integers(0, len(ZOOMS) - 1))


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), *GEOMETRIES)
def test_every_day_is_found_where_it_is_painted(
    day: date, width: int, height: int, zoom: int
) -> None:
    geometry = YearGeometry.fit(range(2020, 2036), width, height, zoom)
    box = geometry.cell_box(day)
    assert geometry.day_at(box.center().x(), box.center().y()) == day
    assert geometry.month_box(day.year, day.month).contains(box)
    assert box.bottom() < geometry.height
    assert geometry.year_at(box.center().y()) == day.year
    assert (day.year, day.month) in set(geometry.months_between(box.top(), box.top()))


@pytest.mark.parametrize("size", [(1064, 568), (828, 464)])
def test_twelve_months_stand_on_one_screen_and_one_month_too(size: tuple[int, int]) -> None:
    assert YearGeometry.fit(YEARS, *size).year_height <= size[1]
    one = YearGeometry.fit(YEARS, *size, zoom=len(ZOOMS) - 1)
    assert one.columns == 1
    assert one.month_height <= size[1]
    assert one.month_width > size[0] * 0.8


def test_there_is_no_day_outside_the_months() -> None:
    geometry = YearGeometry.fit(YEARS, 1084, 680)
    assert geometry.columns == 4
    assert geometry.day_at(1, 1) is None
    month = geometry.month_box(YEAR, 4)
    assert geometry.day_at(month.x() + 2, month.y() + 2) is None
    assert geometry.day_at(month.x() + 2, month.y() + TITLE + WEEKDAYS + 2) is None  # March's


@pytest.fixture
def calendar(qtbot: QtBot, theme: ThemeSwitch, model: YearModel) -> YearCalendar:
    made = YearCalendar(theme, model)
    qtbot.addWidget(made)
    made.resize(1084, 680)
    made.show()
    made.setFocus()
    qtbot.waitExposed(made)
    made.go_to(date(YEAR, 1, 1))
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


CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_PageDown, date(YEAR + 1, 3, 31)),
        (Qt.Key.Key_PageUp, date(YEAR - 1, 3, 31)),
        (Qt.Key.Key_Home, date(YEARS[0], 1, 1)),
        (Qt.Key.Key_End, date(YEARS[-1], 12, 31)),
    ],
)
def test_with_control_keys_move_by_years_and_to_the_ends(
    qtbot: QtBot, calendar: YearCalendar, key: Qt.Key, expected: date
) -> None:
    calendar.go_to(date(YEAR, 3, 31))
    qtbot.keyClick(calendar, key, CTRL)
    assert calendar.day == expected
    assert calendar.viewport().rect().contains(calendar.box_of(expected))


def test_keys_go_on_in_the_next_year_and_stop_at_the_ends(
    qtbot: QtBot, calendar: YearCalendar
) -> None:
    calendar.go_to(date(YEAR, 12, 31))
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.day == date(YEAR + 1, 1, 1)
    calendar.go_to(date(YEARS[-1], 12, 31))
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_PageDown)
    assert calendar.day == date(YEARS[-1], 12, 31)


def test_control_and_plus_zoom_to_one_month_and_back(qtbot: QtBot, calendar: YearCalendar) -> None:
    day = date(YEAR, 8, 19)
    calendar.go_to(day)
    for zoom in range(1, len(ZOOMS)):
        qtbot.keyClick(calendar, Qt.Key.Key_Plus, CTRL)
        assert calendar.zoom == zoom
        assert calendar.viewport().rect().contains(calendar.box_of(day))
    qtbot.keyClick(calendar, Qt.Key.Key_Plus, CTRL)
    assert calendar.zoom == len(ZOOMS) - 1
    assert calendar.box_of(day).width() > 100
    qtbot.keyClick(calendar, Qt.Key.Key_Minus, CTRL)
    assert calendar.zoom == len(ZOOMS) - 2
    qtbot.keyClick(calendar, Qt.Key.Key_0, CTRL)
    assert calendar.zoom == 0


def wheel(calendar: YearCalendar, turned: int, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    viewport = calendar.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_glides_and_with_control_zooms_where_it_points(
    qtbot: QtBot, calendar: YearCalendar
) -> None:
    calendar.go_to(date(YEAR, 1, 1))
    before = calendar.verticalOffset()
    at = calendar.box_of(date(YEAR, 7, 14)).center()
    wheel(calendar, -120, at, Qt.KeyboardModifier.NoModifier)
    wheel(calendar, -120, at, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: calendar.verticalOffset() == before + 192)
    wheel(calendar, 120, calendar.box_of(date(YEAR, 7, 14)).center(), CTRL)
    assert calendar.zoom == 1
    assert calendar.viewport().rect().contains(calendar.box_of(date(YEAR, 7, 14)))


def test_scrolling_tells_which_years_are_in_sight(qtbot: QtBot, calendar: YearCalendar) -> None:
    calendar.show_year(YEARS[0])
    assert calendar.year == YEARS[0]
    with qtbot.waitSignals([calendar.sighted, calendar.year_changed]):
        calendar.verticalScrollBar().setValue(calendar.verticalScrollBar().maximum())
    assert calendar.year == YEARS[-1]
    assert calendar.sight[1] == YEARS[-1]


def test_a_day_under_the_mouse_is_told(qtbot: QtBot, calendar: YearCalendar) -> None:
    calendar.show_year(YEAR)
    where = calendar.box_of(date(YEAR, 3, 10)).center()
    with qtbot.waitSignal(calendar.hovered) as hovered:
        qtbot.mouseMove(calendar.viewport(), where)
    assert hovered.args == [date(YEAR, 3, 10)]
    with qtbot.waitSignal(calendar.hovered) as hovered:
        qtbot.mouseMove(calendar.viewport(), QPoint(1, 1))
    assert hovered.args == [None]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_enter_asks_about_the_day(qtbot: QtBot, calendar: YearCalendar, key: Qt.Key) -> None:
    calendar.go_to(date(YEAR, 4, 14))
    with qtbot.waitSignal(calendar.asked) as asked:
        qtbot.keyClick(calendar, key)
    assert asked.args == [date(YEAR, 4, 14)]


def test_a_click_asks_about_the_day(qtbot: QtBot, calendar: YearCalendar) -> None:
    calendar.show_year(YEAR)
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


def _fill(calendar: YearCalendar) -> None:
    """Wait until what was left for later by a painting is there."""
    calendar.viewport().repaint()
    for _ in range(200):
        if calendar.filled:
            return
        QTest.qWait(2)
    raise AssertionError("it is never filled")


def _painted(calendar: YearCalendar, day: date) -> set[str]:
    calendar.go_to(day)
    calendar.go_to(day + timedelta(days=1))  # without the frame of the focus
    _fill(calendar)
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
    assert LIGHT.line in _painted(calendar, plain)
    calendar.show_layers(frozenset({Side.RU}))
    assert LIGHT.line not in _painted(calendar, plain), "only China's year is provisional"


def test_a_country_can_be_left_out(calendar: YearCalendar, model: YearModel) -> None:
    days = _year()
    off = date(YEAR, 6, 9)
    days[(off - date(YEAR, 1, 1)).days] = (_day(off, DayKind.OFF), _day(off, DayKind.OFF))
    model.show_year(YEAR, lay_out(days, []))
    assert {LIGHT.cn_ink, LIGHT.ru_ink} <= _painted(calendar, off)
    calendar.show_layers(frozenset({Side.CN}))
    assert LIGHT.cn_ink in _painted(calendar, off)
    assert LIGHT.ru_ink not in _painted(calendar, off)


def test_cheaper_days_have_more_strokes(calendar: YearCalendar, model: YearModel) -> None:
    first = date(YEAR, 5, 10)
    days = [first + timedelta(days=n) for n in range(len(TINTS))]
    model.show_shades(YEAR, {day: Shade(n, 10 * n) for n, day in enumerate(days)})
    calendar.go_to(date(YEAR, 5, 1))
    _fill(calendar)

    def inked(day: date) -> int:
        image = calendar.viewport().grab(calendar.box_of(day)).toImage()
        inks = (
            QColor(image.pixel(x, y)).name().upper()
            for x in range(image.width())
            for y in range(image.height())
        )
        return sum(ink == LIGHT.agreed for ink in inks)

    strokes = [inked(day) for day in days]
    assert strokes == sorted(strokes, reverse=True)
    assert len(set(strokes)) == len(TINTS)
    assert strokes[-1] > 0


def test_a_month_close_by_says_more(calendar: YearCalendar, model: YearModel) -> None:
    days = _year()
    off = date(YEAR, 6, 9)
    holiday = Day(off, DayKind.OFF, confirmed=True, holiday="Dragon Boat Festival")
    days[(off - date(YEAR, 1, 1)).days] = (holiday, _day(off))
    model.show_year(YEAR, lay_out(days, [_meeting(date(YEAR, 6, 15), date(YEAR, 6, 16))]))
    said: list[str] = []

    def told(text: str) -> str:
        said.append(text)
        return text

    names = replace(
        NO_NAMES,
        holidays=lambda cell: [(Side.CN, told(cell.cn.holiday))] if cell.cn.holiday else [],
        title=lambda meeting: told(meeting.id),
    )
    calendar.say(names)
    calendar.go_to(off)
    _fill(calendar)
    assert said == [], "there is no room"
    calendar.set_zoom(len(ZOOMS) - 1)
    _fill(calendar)
    assert set(said) == {"Dragon Boat Festival", "R3"}
    assert LIGHT.cn_ink in _painted(calendar, off)
