"""Days copied from pictures of days look as those painted one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.parties import NOWHERE, Side
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.widgets import year_tiles
from consultations_gui.ui.widgets.year_paint import TINTS, Bar, DayPainter
from consultations_gui.ui.widgets.year_tiles import DayTiles

CELL = QSize(34, 22)
ALIKE = 40
"""Of 255: the faint edge of a sign over a meeting is mixed twice. A wrong ink is 100 off."""
MONDAY = date(2027, 3, 1)

booleans = st.booleans()
kinds = st.sampled_from(DayKind)
shades = st.none() | st.builds(Shade, st.integers(0, len(TINTS) - 1), st.integers(0, 400))


@st.composite
def weeks(draw: st.DrawFn) -> list[DayCell]:
    """A week, on some days of it a meeting."""
    begins = draw(st.integers(0, 6))
    meeting = Consultation(
        "R3", "3", draw(st.sampled_from(Kind)), 3, draw(st.sampled_from(Status)),
        draw(st.sampled_from([*Side, None])),
        Dates(MONDAY + timedelta(begins), MONDAY + timedelta(begins + draw(st.integers(0, 3)))),
        NOWHERE,
    )  # fmt: skip
    dates = meeting.dates
    made = []
    for n in range(7):
        day = MONDAY + timedelta(n)
        on = dates is not None and dates.start <= day <= dates.end
        cn = Day(day, draw(kinds), confirmed=draw(booleans))
        ru = Day(day, draw(kinds), short=draw(booleans), confirmed=draw(booleans))
        made.append(DayCell(cn, ru, meeting if on else None))
    return made


def painted(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(CELL.width() * 7 + 20, CELL.height() + 20, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def boxes(week: list[DayCell]) -> list[tuple[QRect, DayCell]]:
    return [
        (QRect(10 + n * CELL.width(), 10, CELL.width(), CELL.height()), cell)
        for n, cell in enumerate(week)
    ]


def bars(week: list[DayCell]) -> list[Bar]:
    taken = [(box, cell.meeting) for box, cell in boxes(week) if cell.meeting is not None]
    if not taken:
        return []
    return [Bar(taken[0][0].united(taken[-1][0]), taken[0][1], first=True)]


def one_by_one(days: DayPainter, week: list[DayCell], shade: Shade | None) -> QImage:
    def paint(painter: QPainter) -> None:
        for number, (box, cell) in enumerate(boxes(week)):
            days.ground(painter, box, cell, shade)
            if cell.meeting is None:
                days.number(painter, box, cell, today=number == 2)
        for bar in bars(week):
            days.bar(painter, bar)
        for number, (box, cell) in enumerate(boxes(week)):
            if cell.meeting is not None:
                days.number(painter, box, cell, today=number == 2)

    return painted(paint)


def copied(tiles: DayTiles, week: list[DayCell], shade: Shade | None) -> QImage:
    def paint(painter: QPainter) -> None:
        for number, (box, cell) in enumerate(boxes(week)):
            if cell.meeting is None:
                tiles.day(painter, box, cell, shade, today=number == 2)
            else:
                tiles.ground(painter, box, cell, shade)
        for bar in bars(week):
            tiles.bar(painter, bar)
        for number, (box, cell) in enumerate(boxes(week)):
            if cell.meeting is not None:
                tiles.number(painter, box, cell, today=number == 2)

    return painted(paint)


def apart(one: QImage, other: QImage) -> int:
    """How far the worst pixel of one picture is from the other's, in steps of a colour."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.fixture(scope="module")
def days(qapp: object) -> DayPainter:
    font = QFont()
    font.setPixelSize(13)
    return DayPainter(LIGHT, font)


@pytest.fixture(scope="module")
def tiles(days: DayPainter) -> DayTiles:
    return DayTiles(days, CELL, LIGHT.window, 1.0)


@settings(deadline=None, max_examples=60)
@given(week=weeks(), shade=shades)
def test_a_copy_looks_as_the_day_does(
    days: DayPainter, tiles: DayTiles, week: list[DayCell], shade: Shade | None
) -> None:
    assert apart(one_by_one(days, week, shade), copied(tiles, week, shade)) <= ALIKE


def test_pictures_are_not_kept_without_end(
    days: DayPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(year_tiles, "KEPT", 3)
    tiles = DayTiles(days, CELL, LIGHT.window, 1.0)
    work = [Day(MONDAY + timedelta(n), DayKind.WORK, confirmed=True) for n in range(7)]
    week = [DayCell(day, day) for day in work]
    assert apart(one_by_one(days, week, None), copied(tiles, week, None)) <= ALIKE
