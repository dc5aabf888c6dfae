from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from consultations_gui.ui.widgets.page import ListedPage, Page
from tests.ui.room import squeezed


@pytest.mark.parametrize("seen", [True, False])
def test_a_page_grows_with_what_is_put_into_it(qtbot: QtBot, seen: bool) -> None:
    page, area = Page(), QScrollArea()
    column = QVBoxLayout(page)
    words = QLabel("one")
    words.setWordWrap(True)
    column.addWidget(words)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(300, 120)
    area.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, not seen)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(lambda: 0 < page.height() <= 120)
    words.setText("so many words that they take a number of lines " * 12)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert page.height() > 120
    words.setText("one")
    qtbot.waitUntil(lambda: page.height() <= 120)


def test_beside_a_list_the_page_takes_the_room_and_scrolls(qtbot: QtBot) -> None:
    side = QListWidget()
    whole = ListedPage(side, 200)
    lines = [QLabel("so many words that they take a number of lines " * 3) for _ in range(12)]
    for line in lines:
        line.setWordWrap(True)
        whole.column.addWidget(line)
    whole.resize(700, 160)
    qtbot.addWidget(whole)
    whole.show()
    bar = whole.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert squeezed(whole.scroller.page) == []
    before = side.width()
    whole.resize(1100, 160)
    qtbot.waitUntil(lambda: whole.scroller.width() > 700)
    assert side.width() == before
