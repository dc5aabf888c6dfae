"""Choosing a file or a folder: Qt's own dialog speaks the language in use, and gives the path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.widgets.choosing import choose_file, choose_folder

ENGLISH = re.compile(r"[A-Za-z]{3}")


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[QWidget]:
    (tmp_path / "P1.consult").write_bytes(b"PK")
    (tmp_path / "deep").mkdir()
    widget = QWidget()
    qtbot.addWidget(widget)
    yield widget
    LanguageSwitch(Language.EN).start()


def when_open(act: Callable[[QFileDialog], object]) -> None:
    """Act in the dialog as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


@pytest.mark.parametrize("language", [Language.ZH, Language.RU])
def test_nothing_in_it_is_english(home: QWidget, tmp_path: Path, language: Language) -> None:
    speech = LanguageSwitch(language)
    speech.start()
    found: list[str] = []

    def read(dialog: QFileDialog) -> None:
        for part in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton):
            if part.isVisibleTo(dialog):
                found.extend((part.text(), part.toolTip()))
        (files,) = dialog.findChildren(QTreeView)
        header, model = files.header(), files.model()
        found.extend(
            str(model.headerData(column, Qt.Orientation.Horizontal))
            for column in range(header.count())
            if not header.isSectionHidden(column)
        )
        dialog.reject()

    when_open(read)
    words = words_for(language)
    assert choose_file(home, "题", str(tmp_path), "包", ("*.consult",), words) == ""
    when_open(read)
    assert choose_folder(home, "题", str(tmp_path), words) == ""
    assert len(found) > 20
    assert [text for text in found if ENGLISH.search(text)] == []


def test_what_is_typed_is_chosen(home: QWidget, tmp_path: Path) -> None:
    words = words_for(Language.EN)

    def take(name: str) -> Callable[[QFileDialog], None]:
        def act(dialog: QFileDialog) -> None:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(line, QLineEdit)
            line.setText(name)
            (box,) = dialog.findChildren(QDialogButtonBox)
            assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "Look in:"
            next(button for button in box.buttons() if button.isEnabled()).click()

        return act

    when_open(take("P1.consult"))
    chosen = choose_file(home, "t", str(tmp_path), "Packets", ("*.consult",), words)
    assert Path(chosen) == tmp_path / "P1.consult"
    when_open(take(str(tmp_path / "deep")))
    missing = str(tmp_path / "not" / "there" / "yet")
    assert Path(choose_folder(home, "t", missing, words)) == tmp_path / "deep"


def test_where_there_is_nothing_yet_it_begins_above(home: QWidget, tmp_path: Path) -> None:
    begun: list[str] = []

    def look(dialog: QFileDialog) -> None:
        begun.append(dialog.directory().path())
        dialog.reject()

    when_open(look)
    missing = str(tmp_path / "not" / "there")
    assert choose_folder(home, "t", missing, words_for(Language.EN)) == ""
    assert [Path(path) for path in begun] == [tmp_path]
