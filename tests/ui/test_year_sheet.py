"""The sheet of years, painted piece by piece as a window asks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.ui.models.year import YearModel, lay_out
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.widgets.year_geometry import YearGeometry
from consultations_gui.ui.widgets.year_month import Look
from consultations_gui.ui.widgets.year_sheet import Sheet
from consultations_gui.ui.widgets.year_view import NO_NAMES

YEAR = 2027
SEEN = QRect(0, 0, 1000, 560)


@pytest.fixture(scope="module")
def model(qapp: object) -> YearModel:
    made = YearModel(lambda cell: f"{cell.date}", range(YEAR, YEAR + 1))
    off = [replace(day, confirmed=False) for day in _days(DayKind.OFF)]
    made.show_year(YEAR, lay_out(list(zip(off, off, strict=True)), []))
    return made


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    font = QFont()
    font.setPixelSize(13)
    geometry = YearGeometry.fit(range(YEAR, YEAR + 1), SEEN.width(), SEEN.height())
    return Look(LIGHT, font, geometry, NO_NAMES, frozenset(Side), None, 1.0)


def lay(sheet: Sheet, image: QImage, piece: QRect) -> None:
    """Paint a piece of the sheet as a window does: nothing beside it is touched."""
    painter = QPainter(image)
    painter.setClipRect(piece)
    painter.fillRect(piece, LIGHT.window)
    sheet.paint(painter, piece)
    painter.end()


def fill(sheet: Sheet, image: QImage) -> None:
    """Paint what was left for later, moment by moment."""
    more = True
    while more:
        more = lay_more(sheet, image)


def lay_more(sheet: Sheet, image: QImage) -> bool:
    """Paint for a moment, and lay what that has made whole; whether there is more to do."""
    boxes, more = sheet.fill(SEEN.top(), SEEN.bottom())
    for box in boxes:
        if box.intersects(SEEN):
            lay(sheet, image, box & SEEN)
    return more


@pytest.fixture(scope="module")
def whole(model: YearModel, look: Look) -> QImage:
    """The sheet as it is when every month was painted before it is laid."""
    sheet = Sheet(model, lambda: look)
    image = QImage(SEEN.size(), QImage.Format.Format_RGB32)
    while sheet.fill(SEEN.top(), SEEN.bottom())[1]:
        pass
    lay(sheet, image, SEEN)
    return image


pieces = st.builds(
    QRect, st.integers(0, 990), st.integers(0, 550), st.integers(1, 600), st.integers(1, 400)
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(between=st.lists(pieces, max_size=4))
def test_what_was_painted_in_pieces_ends_as_the_whole(
    model: YearModel, look: Look, whole: QImage, between: list[QRect]
) -> None:
    sheet = Sheet(model, lambda: look)
    image = QImage(SEEN.size(), QImage.Format.Format_RGB32)
    lay(sheet, image, SEEN)
    for piece in between:
        lay_more(sheet, image)
        lay(sheet, image, piece & SEEN)
    fill(sheet, image)
    assert not sheet.missing(SEEN.top(), SEEN.bottom())
    assert image == whole


def test_a_year_that_changes_while_it_is_painted_is_painted_anew(look: Look) -> None:
    model = YearModel(lambda cell: f"{cell.date}", range(YEAR, YEAR + 1))
    sheet = Sheet(model, lambda: look)
    image = QImage(SEEN.size(), QImage.Format.Format_RGB32)
    lay(sheet, image, SEEN)
    assert sheet.fill(SEEN.top(), SEEN.bottom()) == ([], False), "nothing has been read"
    bare = image.copy()
    free, worked = _days(DayKind.OFF), _days(DayKind.WORK)
    model.show_year(YEAR, lay_out(list(zip(free, free, strict=True)), []))
    assert sheet.fill(SEEN.top(), SEEN.bottom())[1], "a year takes more than a moment"
    model.show_year(YEAR, lay_out(list(zip(worked, worked, strict=True)), []))
    sheet.drop_year(YEAR)
    fill(sheet, image)
    other = QImage(SEEN.size(), QImage.Format.Format_RGB32)
    whole = Sheet(model, lambda: look)
    lay(whole, other, SEEN)
    fill(whole, other)
    assert image == other != bare


def _days(kind: DayKind) -> list[Day]:
    return [Day(date(YEAR, 1, 1) + timedelta(n), kind, confirmed=True) for n in range(365)]
