"""Under the years: a day in words, as many as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from consultations_gui.ui.widgets.year_panel import FROM, LINES, MOST, STEP, WIDTH, DayPanel

SENTENCE = "The day is off in one of both countries, and so nobody would be there to meet. "


@pytest.fixture
def panel(qtbot: QtBot) -> DayPanel:
    made = DayPanel()
    qtbot.addWidget(made)
    made.resize(700, 100)
    made.show()
    return made


def lines(panel: DayPanel) -> int:
    return panel.why.sizeHint().height() // panel.why.fontMetrics().lineSpacing()


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (800, 400, LINES),
        (WIDTH, FROM, LINES),
        (WIDTH, FROM + STEP, LINES + 1),
        (WIDTH, 2000, MOST),
        (2 * WIDTH, 2000, max(LINES, MOST // 2)),
    ],
)
def test_a_higher_window_gives_it_more_lines(
    panel: DayPanel, width: int, height: int, expected: int
) -> None:
    panel.fit(QSize(width, height))
    assert lines(panel) == expected
    assert panel.countries.sizeHint().height() == panel.why.sizeHint().height()


def test_what_has_no_room_stays_in_the_tip_and_is_shown_where_there_is(panel: DayPanel) -> None:
    panel.say("Monday", ("China", "Russia"), "Fifth round", SENTENCE * 4)
    panel.fit(QSize(700, 400))
    panel.adjustSize()
    panel.resize(700, panel.sizeHint().height())
    panel.grab()
    assert panel.why.toolTip() == SENTENCE * 4
    panel.fit(QSize(700, 2000))
    panel.resize(700, panel.sizeHint().height())
    panel.grab()
    assert panel.why.toolTip() == ""
