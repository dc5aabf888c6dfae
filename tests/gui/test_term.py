"""The office's term in the window: typed, followed at once everywhere, undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import main
from consultations_gui.application import demo, demo_packets, offices
from consultations_gui.application.ports import Context
from consultations_gui.domain.term import SHIPPED
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.new_consultation import NewConsultationDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.screenshots import shots
from consultations_gui.ui.views.settings import SettingsView
from consultations_gui.ui.views.settings_pages.office import FORMS, OfficePage
from tests.gui.conftest import NOW
from tests.gui.test_window import write

OTHER = "дополнительные"
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
MOST_ROWS = 40
"""Of a table; the years of a calendar go on and on."""
STEM = re.compile("внеочередн", re.IGNORECASE)


def said(root: QWidget) -> Iterator[str]:
    """All texts of ``root`` and what is in it: labels, tips, names, cells, choices, actions."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells(widget.model())
    yield from (action.text() for action in root.findChildren(QAction))


def cells(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), MOST_ROWS)):
        # Of a list model Qt hides how many columns it has: one.
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for column in range(columns):
            index = model.index(row, column, above)
            yield from (str(index.data(role) or "") for role in ROLES)
            yield from cells(model, index)


def spelt(root: QWidget) -> set[str]:
    return {text for text in said(root) if STEM.search(text)}


@pytest.fixture
def russian(office: Context, window: MainWindow) -> MainWindow:
    window.desk.choose_language(Language.RU)
    return window


def office_page(window: MainWindow) -> OfficePage:
    window.show_place(Place("settings", part="office"))
    view = window.stage.view
    assert isinstance(view, SettingsView)
    assert isinstance(view.page, OfficePage)
    return view.page


def typed(page: OfficePage, text: str) -> None:
    page.term.setFocus()
    page.term.selectAll()
    write(page.term, text)
    page.flush()


def test_the_term_is_followed_at_once_and_undone_in_one_step(
    russian: MainWindow, qtbot: QtBot, ctx: Context
) -> None:
    page = office_page(russian)
    assert page.term.text() == SHIPPED
    assert page.term_field.caption.text().startswith("Прилагательное")
    dialog = NewConsultationDialog(russian.desk)
    qtbot.addWidget(dialog)
    assert spelt(dialog)
    typed(page, " Дополнительные")
    assert offices.term(ctx) == OTHER
    assert page.term.text() == OTHER
    assert FORMS not in set(said(page))
    assert any("о\u00a0дополнительных консультациях" in text for text in said(page))
    after = NewConsultationDialog(russian.desk)
    qtbot.addWidget(after)
    assert not spelt(after)
    assert any("ополнительные консультации" in text for text in said(after))
    qtbot.keyClick(russian, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert offices.term(ctx) == SHIPPED == page.term.text()
    assert russian.desk.words.tr("Extraordinary consultation") == "Внеочередные консультации"
    assert FORMS in set(said(page))


def test_what_is_no_term_is_told_beside_the_field_and_stays(
    russian: MainWindow, ctx: Context
) -> None:
    page = office_page(russian)
    typed(page, "последние")
    assert "«последние»" in page.term_field.error
    assert page.term.text() == "последние"
    assert offices.term(ctx) == SHIPPED
    page.name_ru.setFocus()
    page.name_ru.selectAll()
    write(page.name_ru, "Другое имя")
    page.flush()
    assert page.term.text() == "последние"
    typed(page, OTHER)
    assert page.term_field.error == ""
    assert offices.term(ctx) == OTHER


def test_the_window_follows_what_is_set_elsewhere(russian: MainWindow, ctx: Context) -> None:
    russian.go("consultations")
    heard: list[str] = []
    russian.desk.language.changed.connect(lambda: heard.append(russian.desk.words.term))
    offices.set_term(ctx, OTHER)
    russian.desk.changed.emit()
    russian.desk.changed.emit()
    assert heard == [OTHER]


def test_other_languages_do_not_wait_for_a_word_they_lack(window: MainWindow, ctx: Context) -> None:
    offices.init(ctx, *("CN", "中", "Р"))  # type: ignore[arg-type]  # a StrEnum's value
    window.desk.changed.emit()
    heard: list[str] = []
    window.desk.language.changed.connect(lambda: heard.append("again"))
    offices.set_term(ctx, OTHER)
    window.desk.changed.emit()
    assert heard == []
    assert window.desk.language.words_of(Language.RU).term == OTHER


def test_no_screen_spells_out_another_term(
    russian: MainWindow, qtbot: QtBot, ctx: Context, tmp_path: Path
) -> None:
    offices.set_term(ctx, OTHER)
    sample = demo.build_sample(ctx)
    met: set[str] = set()
    other = main.Adapters()
    packets = demo_packets.exchange(ctx, other.context(str(tmp_path / "other.db")), tmp_path)
    other.close()
    russian.desk.changed.emit()
    for shot in shots(sample, packets, NOW.year + 1):
        russian.show_place(shot.place)
        qtbot.waitUntil(lambda: not russian.desk.tasks.busy, timeout=20_000)
        assert russian.stage.view is not None
        texts = [*said(russian.stage.view), *said(russian.header), *said(russian.sidebar)]
        assert [text for text in texts if STEM.search(text)] == [], shot.name
        if any("ополнительн" in text for text in texts):
            met.add(shot.name)
    assert {"consultations", "ledger", "proposal", "settings"} <= met


def test_the_palette_finds_by_the_offices_term(
    russian: MainWindow, qtbot: QtBot, ctx: Context
) -> None:
    offices.set_term(ctx, OTHER)
    demo.build_sample(ctx)
    russian.desk.changed.emit()
    finder = russian.searching._finder
    with qtbot.waitSignal(finder.ready):
        finder.things()
    texts = [f"{one.text} {one.words}" for one in finder.things()]
    assert any("ополнительные консультации" in text for text in texts)
    assert not any(STEM.search(text) for text in texts)
