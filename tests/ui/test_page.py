from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from consultations_gui.ui.widgets.page import Page


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
