"""Every control has a name in the language in use, and the keys reach it visibly."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from consultations_gui.application.demo import SampleReport
from consultations_gui.application.demo_packets import SamplePackets
from consultations_gui.desktop.crash import CrashReport
from consultations_gui.desktop.paths import log_dir
from consultations_gui.domain.errors import RegisterNewerError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.city import CityDialog
from consultations_gui.ui.dialogs.crash import CrashDialog
from consultations_gui.ui.dialogs.decree import DecreeDialog
from consultations_gui.ui.dialogs.import_ledger import ImportLedgerDialog
from consultations_gui.ui.dialogs.periods import BlackoutDialog, SeasonDialog
from consultations_gui.ui.dialogs.refused import RefusedDialog
from consultations_gui.ui.dialogs.year_sheet import YearSheetDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.screens import SCREENS
from consultations_gui.ui.screenshots import shots

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QTabWidget,
    QProgressBar,
)
INNER = (QComboBox, QAbstractSpinBox, QLineEdit, QTabWidget)
"""Parts inside these are Qt's own and speak through their owner."""


def controls(top: QWidget) -> Iterator[QWidget]:
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisibleTo(top):
            continue
        if isinstance(widget, QHeaderView):
            continue  # its sections are the table's
        owner = widget.parentWidget()
        if isinstance(owner, INNER) or widget.objectName().startswith("qt_"):
            continue
        yield widget


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def nameless(top: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in controls(top)
        if not spoken(widget).strip()
    ]


PLACES = [
    *(Place(screen.name) for screen in SCREENS),
    *(
        Place("settings", part=part)
        for part in ("keys", "look", "planner", "calendars", "notes", "journal")
    ),
]


@pytest.mark.usefixtures("office")
class TestScreens:
    @pytest.mark.parametrize("place", PLACES, ids=lambda p: f"{p.view}{p.part}")
    def test_every_control_has_a_name_in_each_language(
        self, window: MainWindow, desk: Desk, sample: SampleReport, place: Place
    ) -> None:
        desk.changed.emit()
        window.show_place(place)
        for language in Language:
            desk.choose_language(language)
            QApplication.processEvents()
            assert nameless(window) == [], language

    def test_every_picture_shows_a_place_with_names(
        self,
        window: MainWindow,
        desk: Desk,
        qtbot: QtBot,
        sample: SampleReport,
        packets: SamplePackets,
    ) -> None:
        desk.changed.emit()
        for shot in shots(sample, packets, 2027):
            window.show_place(shot.place)
            qtbot.waitUntil(lambda: not desk.tasks.busy)
            assert nameless(window) == [], shot.name

    @pytest.mark.parametrize("language", [Language.ZH, Language.RU])
    def test_names_are_in_the_language_in_use(
        self, window: MainWindow, desk: Desk, sample: SampleReport, language: Language
    ) -> None:
        """What is said in English, word for word, is a name somebody forgot."""
        desk.changed.emit()
        for name in ("today", "year", "settings"):
            window.go(name)
            desk.choose_language(Language.EN)
            english = {spoken(w) for w in controls(window)}
            desk.choose_language(language)
            same = {spoken(w) for w in controls(window)} & english
            assert {s for s in same if re.search(r"[a-z]{4}", s)} <= {"English"}, name

    def test_tab_reaches_every_control_and_comes_round(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.go("today")
        window.sidebar.button("today").setFocus()
        seen: list[QWidget] = []
        for _ in range(60):
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused in seen:
                break
            seen.append(focused)
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert window.header.search in seen
        assert window.header.undo in seen or not window.header.undo.isEnabled()
        assert window.status.languages.button(Language.ZH) in seen
        assert QApplication.focusWidget() is seen[0]


def dialogs(desk: Desk, window: MainWindow) -> list[QDialog]:
    return [
        CityDialog(desk, window),
        DecreeDialog(desk, Decree(Side.CN, 2027), window),
        SeasonDialog(desk, window),
        BlackoutDialog(desk, window),
        YearSheetDialog(desk, 2027, window),
        ImportLedgerDialog(desk, window),
        CrashDialog(CrashReport("E", "E"), desk.words, lambda _r: log_dir(), window),
        RefusedDialog(RegisterNewerError(path="x", revision="9"), desk.language, window),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_dialogs_name_their_controls(
    window: MainWindow, desk: Desk, language: Language, qtbot: QtBot
) -> None:
    desk.choose_language(language)
    for dialog in dialogs(desk, window):
        qtbot.addWidget(dialog)
        assert nameless(dialog) == [], type(dialog).__name__
        assert dialog.windowTitle()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)
