"""The months around an offer's dates: which are shown, what stands in them, what a click finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from consultations_gui.desktop.settings import Motion, Theme
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.planner import RoundCost
from consultations_gui.domain.soundings import Sounding
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.proposal_dates import (
    Span,
    cost_text,
    lay_days,
    months_around,
    near_text,
    points_text,
)
from consultations_gui.ui.models.proposal_texts import days_text
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.widgets.month_box import MonthBox, weeks_of
from consultations_gui.ui.widgets.month_legend import MonthLegend
from tests.domain.rounds import CN, RU, days, meeting, month

ZH, RUS, EN = (words_for(language) for language in Language)
MARCH = date(2027, 3, 1)


def _pairs(first: date, last: date) -> list[tuple[Day, Day]]:
    found = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        kind = DayKind.WORK if day.weekday() < 5 else DayKind.OFF
        found.append((Day(day, kind, confirmed=True), Day(day, kind, confirmed=False)))
    return found


def test_the_months_around_are_shown_while_they_are_few() -> None:
    assert months_around([days("2027-03-15")]) == (MARCH,)
    assert months_around([days("2027-03-02", "2027-03-03")]) == (date(2027, 2, 1), MARCH)
    over = months_around([days("2026-12-28", "2027-01-20")])
    assert over == (date(2026, 12, 1), date(2027, 1, 1))
    many = [days(f"2027-{number:02}-01") for number in (1, 4, 7, 10)]
    assert months_around(many) == tuple(date(2027, number, 1) for number in (1, 4, 7, 10))
    assert months_around([]) == ()


def test_a_day_shows_the_meeting_that_stands_on_it() -> None:
    meetings = [
        meeting("R1", CN, Status.CONFIRMED, days("2027-03-02", "2027-03-03")),
        meeting("X1", RU, Status.PLANNED, days("2027-03-03", "2027-03-04")),
        meeting("R2", RU, Status.CANCELLED, days("2027-03-09")),
        meeting("R3", RU, Status.POSTPONED, days("2027-03-10")),
        meeting("R4", RU, Status.PLANNED, month(2027, 3)),
    ]
    cells = lay_days(_pairs(MARCH, date(2027, 3, 31)), meetings)
    shown = {day.day: cell.meeting.id for day, cell in cells.items() if cell.meeting}
    assert shown == {2: "R1", 3: "R1", 4: "X1"}


def test_weeks_of_a_month() -> None:
    assert weeks_of(date(2027, 2, 1)) == 4
    assert weeks_of(MARCH) == 5
    assert weeks_of(date(2027, 5, 1)) == 6


def test_a_cost_in_words_in_every_language() -> None:
    one = Sounding(
        days("2027-03-15", "2027-03-16"),
        RoundCost(travel=5, provisional=2),
        following=3,
        before=meeting("R1", CN, Status.HELD, days("2027-03-12")),
        after=meeting("R2", CN, Status.PLANNED, days("2027-03-21")),
    )
    assert points_text(one, EN) == "10 points"
    assert points_text(one, RUS) == "10 баллов"
    assert points_text(one, ZH) == "代价 10"
    assert cost_text(one, EN) == (
        "Travel on a day off: 5 · Provisional calendars: 2 · Distance to the next round: 3"
    )
    assert near_text(one, EN) == "3 days after R1 · 5 days before R2"
    assert near_text(one, RUS) == "через 3 дня после R1 · за 5 дней до R2"
    free = Sounding(one.dates, RoundCost())
    assert (cost_text(free, EN), near_text(free, EN)) == ("", "")


@pytest.fixture
def box(qtbot: QtBot) -> MonthBox:
    theme = ThemeSwitch(Theme.LIGHT, Motion.REDUCED)
    theme.start()
    held = meeting("R1", CN, Status.CONFIRMED, days("2027-03-05", "2027-03-09"))
    cells = lay_days(_pairs(date(2027, 2, 1), date(2027, 4, 30)), [held])
    spans = (
        Span(days("2027-03-30", "2027-04-02"), "1", offered=True),
        Span(days("2027-03-14", "2027-03-16"), "a", offered=False),
        Span(days("2027-05-01"), "2", offered=True),
    )
    made = MonthBox(theme, MARCH, cells, spans, date(2027, 3, 10), 5)
    made.say("March 2027", ("M",) * 7, lambda cell: f"day {cell.date}")
    qtbot.addWidget(made)
    made.show()
    return made


def _at(box: MonthBox, day: int) -> QPoint:
    return box.box_of(date(2027, 3, day)).center()


def test_a_click_on_marked_dates_says_which(box: MonthBox, qtbot: QtBot) -> None:
    for day, tag in ((15, "a"), (31, "1")):
        with qtbot.waitSignal(box.picked) as caught:
            qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=_at(box, day))
        assert caught.args == [tag]
    with qtbot.assertNotEmitted(box.picked):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=_at(box, 20))
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        qtbot.mouseClick(box, Qt.MouseButton.RightButton, pos=_at(box, 15))


def test_only_what_can_be_taken_up_has_the_hand(box: MonthBox, qtbot: QtBot) -> None:
    qtbot.mouseMove(box, _at(box, 15))
    assert box.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(box, _at(box, 30))
    assert box.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_days_stand_under_their_weekday_and_are_painted(box: MonthBox) -> None:
    assert box.box_of(date(2027, 3, 1)).x() == box.box_of(date(2027, 3, 29)).x()
    assert box.accessibleName() == "March 2027"
    picture = box.grab().toImage()
    assert picture.size() == box.sizeHint()
    accent = QColor(LIGHT.accent).name()

    def left_edge(day: int) -> set[str]:
        inside = box.box_of(date(2027, 3, day))
        rows = range(inside.top() + 6, inside.bottom() - 6)
        return {picture.pixelColor(inside.left() + 1, y).name() for y in rows}

    assert left_edge(30) == {accent}
    assert accent not in left_edge(23)


def test_the_legend_explains_what_stands_there_and_nothing_else(qtbot: QtBot) -> None:
    theme = ThemeSwitch(Theme.LIGHT, Motion.REDUCED)
    theme.start()
    legend = MonthLegend(theme)
    qtbot.addWidget(legend)
    plain = lay_days(_pairs(date(2027, 3, 15), date(2027, 3, 19)), [])
    legend.show_signs(list(plain.values()), (), EN)
    assert [sign.text for sign in legend.signs] == ["Russia: provisional"]
    held = meeting("R1", CN, Status.CONFIRMED, days("2027-03-15", "2027-03-16"))
    marked = lay_days(_pairs(date(2027, 3, 15), date(2027, 3, 21)), [held])
    first, *_, sunday = marked.values()
    off = replace(first, cn=replace(first.cn, kind=DayKind.OFF, confirmed=False))
    short = replace(first, ru=replace(first.ru, short=True))
    worked = replace(sunday, ru=replace(sunday.ru, kind=DayKind.MAKE_UP))
    spans = (
        Span(days("2027-03-30"), "1", offered=True),
        Span(days("2027-03-31"), "2", offered=True),
        Span(days("2027-03-17"), "a", offered=False),
    )
    legend.show_signs([*marked.values(), off, short, worked], spans, RUS)
    told = [sign.text for sign in legend.signs]
    assert told[:2] == ["предложенные сроки", "более удобные сроки"]
    assert told[2].startswith("Первый раунд, 15–16 марта 2027")
    assert told[3:] == [
        "Китай: выходной",
        "Китай: предварительно",
        "Россия: рабочий по переносу",
        "Россия: на час короче",
        "Россия: предварительно",
    ]
    assert legend.accessibleName() == "Условные обозначения"
    assert all(text in legend.accessibleDescription() for text in told)
    swatches = [sign.grab().toImage() for sign in (legend.signs[0], legend.signs[3])]
    colours = [
        {image.pixelColor(x, y).name() for x in range(28) for y in range(image.height())}
        for image in swatches
    ]
    assert QColor(LIGHT.accent).name() in colours[0]
    assert QColor(LIGHT.cn_ink).name() in colours[1]


def test_days_off_one_after_the_other_are_told_together() -> None:
    first = date(2027, 4, 30)
    pairs = _pairs(first, date(2027, 5, 4))
    holidays = {date(2027, 5, 3): DayKind.OFF, date(2027, 5, 4): DayKind.MOVED_OFF}
    cn = [replace(day, kind=holidays.get(day.date, day.kind)) for day, _ in pairs]
    ru = [replace(day, short=day.date == first) for day, _ in pairs]
    told = days_text(list(zip(cn, ru, strict=True)), EN)
    assert told.startswith(
        "China: 1 May to 3 May – day off and 4 May – moved day off · "
        "Russia: 30 April – shortened day and 1 May to 2 May – day off"
    )
    assert "с 1 мая по 3 мая — выходной" in days_text(list(zip(cn, ru, strict=True)), RUS)
    assert "5月1日至5月3日休息日" in days_text(list(zip(cn, ru, strict=True)), ZH)
