"""The sheet of years, painted piece by piece as a window asks for it."""

from __future__ import annotations

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
    days = [date(YEAR, 1, 1) + timedelta(n) for n in range(365)]
    off = [Day(day, DayKind.OFF, short=False, confirmed=False) for day in days]
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
    """Paint what was left for later, month by month."""
    while (box := sheet.fill_one(SEEN.top(), SEEN.bottom())) is not None:
        if box.intersects(SEEN):
            lay(sheet, image, box & SEEN)


@pytest.fixture(scope="module")
def whole(model: YearModel, look: Look) -> QImage:
    """The sheet as it is when every month was painted before it is laid."""
    sheet = Sheet(model, lambda: look)
    image = QImage(SEEN.size(), QImage.Format.Format_RGB32)
    while sheet.fill_one(SEEN.top(), SEEN.bottom()) is not None:
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
        box = sheet.fill_one(SEEN.top(), SEEN.bottom())
        if box is not None:
            lay(sheet, image, box & SEEN)
        lay(sheet, image, piece & SEEN)
    fill(sheet, image)
    assert not sheet.missing(SEEN.top(), SEEN.bottom())
    assert image == whole
