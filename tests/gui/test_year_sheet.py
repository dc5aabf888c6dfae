"""The year as a sheet: seen, printed and written by clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from consultations_gui.application import year_sheets
from consultations_gui.application.ports import Context, SheetSize, SheetText
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.year_sheet import YearSheetDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.views.year import YearView
from tests.documents.reading import pages

pytestmark = pytest.mark.usefixtures("sample")

LONG = 30_000
"""Setting the first sheet starts the press, on a machine with other things to do."""


@pytest.fixture
def year(window: MainWindow, qtbot: QtBot) -> YearView:
    qtbot.keyClick(window, Qt.Key.Key_Y)
    view = window.stage.view
    assert isinstance(view, YearView)
    qtbot.mouseClick(view.forth, Qt.MouseButton.LeftButton)
    return view


@pytest.fixture
def dialog(year: YearView, qtbot: QtBot) -> YearSheetDialog:
    """The dialog as a click opens it, with the sheet of 2027 shown."""
    qtbot.mouseClick(year.print_button, Qt.MouseButton.LeftButton)
    found = year.findChild(YearSheetDialog)
    assert isinstance(found, YearSheetDialog)
    shown(found, qtbot)
    return found


def shown(dialog: YearSheetDialog, qtbot: QtBot) -> str:
    """The text of the sheet, once it is there."""
    qtbot.waitUntil(lambda: bool(dialog.preview.content), timeout=LONG)
    return "".join(pages(dialog.preview.content))


def choose(box: QComboBox, qtbot: QtBot, value: str) -> None:
    """Choose by keys, as a person does."""
    while box.currentData() != value:
        at = box.currentIndex()
        key = Qt.Key.Key_Down if box.findData(value) > at else Qt.Key.Key_Up
        qtbot.keyClick(box, key)
        assert box.currentIndex() != at


def test_the_sheet_is_the_very_file_an_export_writes(
    dialog: YearSheetDialog, ctx: Context, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.wish == SheetWish(2027)
    text = shown(dialog, qtbot)
    assert "2027年中俄国际信息安全磋商年历" in text
    assert "Первый раунд" in text
    folder = tmp_path / "out"
    dialog.folder.put(folder)
    assert dialog.file.text() == "year-2027-a4-both.pdf"
    content = dialog.preview.content
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    target = folder / "year-2027-a4-both.pdf"
    qtbot.waitUntil(lambda: "1 file written" in window.status.text, timeout=LONG)
    assert target.read_bytes() == content == year_sheets.preview(ctx, SheetWish(2027))


def test_paper_texts_and_marking_are_chosen_by_keys(dialog: YearSheetDialog, qtbot: QtBot) -> None:
    choose(dialog.size_choice, qtbot, SheetSize.A3)
    choose(dialog.text_choice, qtbot, SheetText.RU)
    qtbot.keyClick(dialog.parties, Qt.Key.Key_Space)
    assert dialog.wish == SheetWish(2027, SheetSize.A3, SheetText.RU, Marking.PARTIES)
    assert not dialog.accept_button.isEnabled(), "another sheet is being set"
    text = shown(dialog, qtbot)
    assert "Только для Сторон" in text
    assert "磋商" not in text
    assert dialog.file.text() == "year-2027-a3-ru.pdf"
    assert dialog.accept_button.isEnabled()
    assert dialog.print_button.isEnabled()


def test_the_sheet_can_be_read_closely(dialog: YearSheetDialog, qtbot: QtBot) -> None:
    pane = dialog.preview.currentWidget()
    assert isinstance(pane, QPdfView)
    assert pane.zoomMode() is QPdfView.ZoomMode.FitInView
    choose(dialog.zoom, qtbot, "2.0")
    assert (pane.zoomMode(), pane.zoomFactor()) == (QPdfView.ZoomMode.Custom, 2.0)
    choose(dialog.text_choice, qtbot, SheetText.ZH)
    shown(dialog, qtbot)
    assert pane.zoomFactor() == 2.0, "the next sheet is shown the same way"
    choose(dialog.zoom, qtbot, "width")
    assert pane.zoomMode() is QPdfView.ZoomMode.FitToWidth


def test_a_file_that_is_there_is_told(
    dialog: YearSheetDialog, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "year-2027-a4-both.pdf").write_bytes(b"old")
    dialog.folder.put(tmp_path)
    assert dialog.file.text().startswith("year-2027-a4-both.pdf (")
    desk.choose_language(Language.RU)
    assert dialog.windowTitle() == "Печать года"
    assert dialog.size_choice.itemText(0) == "A4, альбомная"
    assert "磋商年历" in shown(dialog, qtbot), "the paper does not follow the screen"
    dialog.folder.put("")
    assert not dialog.accept_button.isEnabled()
    assert dialog.finish() is False


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_ctrl_p_prints_what_is_shown(
    year: YearView,
    window: MainWindow,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: QDialog.DialogCode,
) -> None:
    target = tmp_path / "printed.pdf"
    lying = []

    def choose_file(asked: QPrintDialog) -> int:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(target))
        lying.append(asked.printer().pageLayout().orientation().name)
        return answer.value

    monkeypatch.setattr(QPrintDialog, "exec", choose_file)
    qtbot.keyClick(year.calendar, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = year.findChild(YearSheetDialog)
    assert isinstance(dialog, YearSheetDialog)
    shown(dialog, qtbot)
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=LONG)
    assert lying == ["Landscape"]
    assert target.exists() is (answer is QDialog.DialogCode.Accepted)
    assert (window.status.text == "Sent to the printer") is target.exists()
    if target.exists():
        (page,) = PdfReader(target).pages
        assert page.mediabox.width > page.mediabox.height


def test_the_palette_finds_it(window: MainWindow, year: YearView, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.palette_box.field, "print year")
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: year.findChild(YearSheetDialog) is not None)


def test_what_cannot_be_set_is_said_in_its_place(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(_ctx: Context, _wish: SheetWish) -> bytes:
        raise MissingGlyphError(char="龑", package="fonts-noto-cjk")

    monkeypatch.setattr(year_sheets, "preview", bare)
    dialog = YearSheetDialog(desk, 2027, window)
    dialog.open()
    qtbot.waitUntil(lambda: "fonts-noto-cjk" in dialog.preview.told, timeout=LONG)
    assert not dialog.print_button.isEnabled()
    assert not dialog.accept_button.isEnabled()
    desk.choose_language(Language.ZH)
    assert "龑" in dialog.preview.told
    assert "请" in dialog.preview.told


def test_closing_while_it_is_being_set_asks_for_nothing_more(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = YearSheetDialog(desk, 2027, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.text_choice.setCurrentIndex(1)
    dialog.text_choice.activated.emit(1)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=LONG)
    QApplication.processEvents()
