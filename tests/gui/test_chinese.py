"""What the window says in Chinese, seen and spoken, has Chinese marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from consultations_gui.application.demo import SampleReport
from consultations_gui.application.demo_packets import SamplePackets
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.screenshots import shots
from tests.gui.test_accessibility import PLACES
from tests.i18n.punctuation import narrow

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
MANY = 200


def said(top: QWidget, heard: set[QWidget]) -> Iterator[str]:
    """All words in the window; lists of other screens that were ``heard`` there are left out."""
    for widget in (top, *top.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            if widget.isVisible() or widget not in heard:
                yield from items(widget)
            heard.add(widget)


def items(view: QAbstractItemView, parent: QModelIndex | None = None) -> Iterator[str]:
    model, parent = view.model(), parent or QModelIndex()
    rows = range(model.rowCount(parent))
    if len(rows) > MANY:  # the months of all years: those about the one in sight say it all
        at = max(view.currentIndex().row(), 0)
        rows = rows[max(at - 12, 0) : at + 13]
    for row in rows:
        # A list has one column, and PySide does not let it say so.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in ROLES)


def shown(sample: SampleReport, packets: SamplePackets) -> Iterator[Place]:
    yield from PLACES
    yield from (shot.place for shot in shots(sample, packets, 2027))


@pytest.mark.usefixtures("office")
def test_no_half_width_mark_stands_beside_a_hanzi(
    window: MainWindow, desk: Desk, qtbot: QtBot, sample: SampleReport, packets: SamplePackets
) -> None:
    desk.changed.emit()
    desk.choose_language(Language.ZH)
    found: set[str] = set()
    heard: set[QWidget] = set()
    for place in shown(sample, packets):
        window.show_place(place)
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        found |= {part for text in said(window, heard) for part in narrow(text)}
    found |= {part for text in said(window, set()) for part in narrow(text)}
    assert found == set()
