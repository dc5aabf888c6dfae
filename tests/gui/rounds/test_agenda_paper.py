"""The paper beside the editor, printing it, exporting it, and importing a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel
from pytestqt.qtbot import QtBot

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Alternat, Copy, TableRow
from consultations_gui.desktop import folders
from consultations_gui.desktop.settings import PaperMode
from consultations_gui.desktop.tasks import TaskCancelledError
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs import export
from consultations_gui.ui.dialogs.export import ExportDialog
from consultations_gui.ui.dialogs.import_agenda import ImportDialog
from consultations_gui.ui.printing import prepare, print_pdf
from consultations_gui.ui.views.agenda import AgendaEditorView
from consultations_gui.ui.widgets import choosing
from tests.gui.rounds.conftest import Room
from tests.gui.rounds.test_agenda_editing import enter, uids
from tests.ui.pdfs import small_pdf
from tests.ui.sample import ITEMS, ROUND

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> AgendaEditorView:
    return enter(room, qtbot)


def click(qtbot: QtBot, widget: object) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


# --- preview ------------------------------------------------------------------------------------


def test_the_paper_follows_the_agenda(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    assert editor.preview.page.text() == "1 / 2"
    before = len(room.press.orders)
    with qtbot.waitSignal(editor.preview.ready):
        editor.work.set_minutes(uids(room)[4], 50)
    assert room.press.orders[-1].agenda == agendas.show(room.ctx, ROUND).agenda
    assert len(room.press.orders) == before + 1


def test_copies_and_alternat_are_chosen(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    preview = editor.preview
    assert not preview.mode.isVisible()
    with qtbot.waitSignal(preview.ready):
        click(qtbot, preview.copies[Copy.RU])
    assert (room.press.orders[-1].copy, room.press.orders[-1].alternat) == (Copy.RU, Alternat.FULL)
    with qtbot.waitSignal(preview.ready):
        preview.mode.setCurrentIndex(1)
        preview.mode.activated.emit(1)
    assert room.press.orders[-1].alternat is Alternat.SIMPLIFIED
    assert room.desk.preferences.value.paper_mode is PaperMode.SIMPLIFIED


def test_the_papers_language_does_not_follow_the_screen(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.preview.ready):
        room.desk.language.choose(Language.ZH)
    last, before = room.press.orders[-1], room.press.orders[-2]
    assert replace(last, cities=before.cities) == before
    assert editor.preview.copies[Copy.WORKING].text() == "对照稿"
    assert editor.preview.zoom.itemText(0) == "适合页宽"


def test_an_overtaken_paper_is_dropped(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    shown: list[bytes] = []
    editor.preview.ready.connect(shown.append)
    click(qtbot, editor.preview.copies[Copy.CN])
    click(qtbot, editor.preview.copies[Copy.RU])
    qtbot.waitUntil(lambda: bool(shown) and not room.desk.tasks.busy)
    assert len(shown) == 1
    assert room.press.orders[-1].copy is Copy.RU


def test_a_paper_that_cannot_be_set_says_why(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.press.error = MissingGlyphError("龑", "fonts-noto-cjk")
    editor.work.set_minutes(uids(room)[4], 51)
    qtbot.waitUntil(editor.preview.told.isVisible)
    assert "fonts-noto-cjk" in editor.preview.told.text()
    room.desk.language.choose(Language.RU)
    assert "Установите" in editor.preview.told.text()
    room.press.error = None
    with qtbot.waitSignal(editor.preview.ready):
        editor.work.set_minutes(uids(room)[4], 52)
    assert not editor.preview.told.isVisible()


def test_pages_are_turned_and_enlarged(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    buttons = {b.accessibleName(): b for b in editor.preview.findChildren(QAbstractButton)}
    for at in (2, 1, 0):
        editor.preview.zoom.setCurrentIndex(at)
        editor.preview.zoom.activated.emit(at)
    buttons["Next page"].click()
    qtbot.waitUntil(lambda: editor.preview.page.text() == "2 / 2")
    buttons["Previous page"].click()
    qtbot.waitUntil(lambda: editor.preview.page.text() == "1 / 2")


def test_the_paper_can_be_put_away(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    click(qtbot, editor.bar.paper)
    assert not editor.preview.isVisible()
    orders = len(room.press.orders)
    editor.work.set_minutes(uids(room)[4], 53)
    qtbot.wait(60)
    assert len(room.press.orders) == orders
    with qtbot.waitSignal(editor.preview.ready):
        click(qtbot, editor.bar.paper)


def test_a_narrow_window_puts_both_texts_first(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.window.resize(1024, 700)
    qtbot.waitUntil(lambda: not editor.preview.isVisible())
    room.window.resize(1280, 800)
    qtbot.waitUntil(editor.preview.isVisible)


# --- printing -----------------------------------------------------------------------------------


def test_what_is_printed_is_the_paper(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(target))
    content = small_pdf(3)
    prepare(printer, content)
    told: list[tuple[int, int]] = []
    print_pdf(printer, content, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    document = QPdfDocument()
    document.load(str(target))
    assert document.pageCount() == 3
    assert document.pagePointSize(0).toSize().toTuple() == (595, 842)
    document.close()


def test_some_pages_are_printed_if_so_chosen(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "some.pdf"))
    content = small_pdf(3)
    prepare(printer, content)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    told: list[tuple[int, int]] = []
    print_pdf(printer, content, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_smaller_sheet_holds_all_of_the_page(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    target = tmp_path / "small.pdf"
    printer.setOutputFileName(str(target))
    size = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    print_pdf(printer, small_pdf(1), lambda done, total: None)
    assert target.read_bytes().startswith(b"%PDF")


def test_printing_can_be_stopped(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "stopped.pdf"))

    def stop(done: int, total: int) -> None:
        raise TaskCancelledError

    with pytest.raises(TaskCancelledError):
        print_pdf(printer, small_pdf(2), stop)


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_ctrl_p_asks_for_the_printer(
    room: Room,
    editor: AgendaEditorView,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: QDialog.DialogCode,
) -> None:
    target = tmp_path / "out.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return answer.value

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    qtbot.keyClick(editor.table, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not room.desk.tasks.busy)
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not room.desk.tasks.busy)
    assert target.exists() is (answer is QDialog.DialogCode.Accepted)
    assert (room.last == "Sent to the printer") is target.exists()


# --- export -------------------------------------------------------------------------------------


def names(dialog: ExportDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_an_export_shows_first_exactly_what_it_writes(
    room: Room,
    editor: AgendaEditorView,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qtbot.keyClick(editor.table, Qt.Key.Key_E, CTRL)
    dialog = editor.findChild(ExportDialog)
    assert dialog is not None
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "IIS-2027-1-AG-7-zh.pdf").write_bytes(b"old")
    dialog.folder.put(folder)
    assert names(dialog) == [
        "IIS-2027-1-AG-7-zh.pdf (the file that is there now is replaced)",
        "IIS-2027-1-AG-7-zh.docx",
        "IIS-2027-1-AG-7-ru.pdf",
        "IIS-2027-1-AG-7-ru.docx",
        "IIS-2027-1-AG-7-working.pdf",
        "IIS-2027-1-AG-7-working.docx",
    ]
    for box in (*dialog.copies.values(), *dialog.formats.values()):
        box.setChecked(False)
    assert not dialog.accept_button.isEnabled()
    for box in (dialog.copies[Copy.RU], *dialog.formats.values()):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    room.desk.language.choose(Language.ZH)
    shown = names(dialog)
    click(qtbot, dialog.accept_button)
    qtbot.waitUntil(lambda: "2" in room.last)
    assert sorted(p.name for p in folder.iterdir()) == sorted([*shown, "IIS-2027-1-AG-7-zh.pdf"])
    assert room.desk.preferences.value.export_folder == str(folder)
    opened: list[Path] = []
    monkeypatch.setattr(export, "open_path", opened.append)
    room.take_offer()
    assert opened == [folder]


def test_a_folder_that_cannot_be_written_is_told(
    room: Room, editor: AgendaEditorView, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    click(qtbot, editor.preview.export)
    dialog = editor.findChild(ExportDialog)
    assert dialog is not None
    dialog.folder.put(tmp_path / "file" / "out")
    click(qtbot, dialog.accept_button)
    qtbot.waitUntil(lambda: "not a folder" in room.last)


def test_withheld_items_are_told_before_writing(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    dialog = ExportDialog(room.desk, ROUND, withheld=2, parent=editor)
    dialog.show()
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("2 restricted items stay out") for text in told)
    dialog.folder.line.clear()
    dialog.present()
    assert not dialog.accept_button.isEnabled()
    dialog.finish()


# --- import -------------------------------------------------------------------------------------


DAY, CHANGE = 5, 6
"""Columns of the preview."""


def table(*rows: tuple[str, ...]) -> tuple[TableRow, ...]:
    heads = ("level", "zh", "ru", "minutes", "day")[: len(rows[0])]
    return tuple(
        TableRow(at, tuple(zip(heads, row, strict=True))) for at, row in enumerate(rows, 2)
    )


def begin(editor: AgendaEditorView) -> ImportDialog:
    editor.bar.imported.trigger()
    dialog = editor.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def test_a_dialog_is_as_wide_as_what_it_holds(room: Room, editor: AgendaEditorView) -> None:
    dialog = begin(editor)
    assert dialog.width() > dialog.screen().size().width() * 2 / 3
    right = dialog.table.mapTo(dialog, dialog.table.rect().bottomRight()).x()
    assert right < dialog.width()


def test_rows_are_seen_before_they_are_added(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.tables.rows = table(("1", "其他事项", "О прочем", "30"), ("0", "", "", "15"))
    dialog = begin(editor)
    assert not dialog.accept_button.isEnabled()
    dialog.file.put("agenda.csv")
    assert dialog.found.text() == "2 rows will be added."
    assert dialog.rows.index(0, 2).data() == "О прочем"
    assert dialog.rows.index(1, 1).data() == "休息"
    room.desk.language.choose(Language.RU)
    assert dialog.found.text() == "Будут добавлены 2 строки."
    click(qtbot, dialog.accept_button)
    items = agendas.show(room.ctx, ROUND).agenda.items
    assert len(items) == len(ITEMS) + 2
    assert items[-2].text.zh == "其他事项"


def test_the_day_of_each_row_is_seen_and_taken_over(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.tables.rows = table(("1", "甲", "А", "30", "1"), ("1", "乙", "Б", "30", "two"))
    dialog = begin(editor)
    dialog.file.put("agenda.csv")
    assert dialog.problems.item(0).text().startswith("Row 3, column “day”: “two” is not a meeting")
    room.tables.rows = table(("1", "甲", "А", "30", "1"), ("1", "乙", "Б", "30", "2"))
    dialog.file.settled.emit()
    click(qtbot, dialog.instead)
    assert [dialog.rows.index(at, DAY).data() for at in range(2)] == ["1", "2"]
    click(qtbot, dialog.accept_button)
    assert [item.day for item in agendas.show(room.ctx, ROUND).agenda.items] == [1, 2]


def test_a_table_may_take_the_place_of_the_rows_that_are_there(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    before = agendas.show(room.ctx, ROUND).agenda.items
    kept = before[0]
    room.tables.rows = table(
        (str(kept.level), kept.text.zh, kept.text.ru, str(kept.minutes or "")),
        ("1", "其他事项", "О прочем", "30"),
    )
    dialog = begin(editor)
    dialog.file.put("agenda.csv")
    assert dialog.behind.isChecked()
    assert dialog.found.text() == "2 rows will be added. On the agenda twice then: 1."
    assert [dialog.rows.index(at, CHANGE).data() for at in range(2)] == ["new", "new"]
    click(qtbot, dialog.instead)
    assert dialog.found.text().endswith(f"new: 1, removed: {len(before) - 1}.")
    told = [dialog.rows.index(at, CHANGE).data() for at in range(dialog.rows.rowCount())]
    assert told[1:] == ["new", *["removed"] * (len(before) - 1)]
    room.desk.language.choose(Language.ZH)
    assert dialog.rows.index(1, CHANGE).data() == "新增"
    assert agendas.show(room.ctx, ROUND).agenda.items == before
    click(qtbot, dialog.accept_button)
    after = agendas.show(room.ctx, ROUND).agenda.items
    assert [item.text.zh for item in after] == [kept.text.zh, "其他事项"]
    assert after[0].uid == kept.uid
    room.desk.run(journal.undo)
    assert agendas.show(room.ctx, ROUND).agenda.items == before


def test_a_table_all_of_which_is_there_is_not_added_again(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    first = agendas.show(room.ctx, ROUND).agenda.items[0]
    room.tables.rows = table(("1", first.text.zh, first.text.ru, ""))
    dialog = begin(editor)
    dialog.file.put("agenda.csv")
    assert "double" in dialog.wrong.text()
    assert not dialog.accept_button.isEnabled()
    click(qtbot, dialog.instead)
    assert not dialog.wrong.isVisible()
    assert dialog.accept_button.isEnabled()


def test_errors_are_listed_by_row_and_column_and_nothing_is_taken(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.tables.rows = table(("1", "", "", "30"), ("9", "甲", "А", "many"))
    dialog = begin(editor)
    dialog.file.put("agenda.csv")
    listed = [dialog.problems.item(at).text() for at in range(dialog.problems.count())]
    assert len(listed) == 3
    assert listed[0].startswith("Row 2, column “zh”")
    assert listed[1].startswith("Row 3, column “level”")
    assert not dialog.accept_button.isEnabled()
    assert len(agendas.show(room.ctx, ROUND).agenda.items) == len(ITEMS)
    room.tables.rows = table(("1", "甲", "А", "30"))
    dialog.file.settled.emit()
    assert not dialog.problems.isVisible()
    assert dialog.accept_button.isEnabled()


def test_what_is_no_table_is_told_in_the_dialog(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.tables.rows = ()
    dialog = begin(editor)
    dialog.file.put("empty.csv")
    assert "empty.csv is empty" in dialog.wrong.text()
    room.desk.language.choose(Language.ZH)
    assert "empty.csv" in dialog.wrong.text()
    assert "is empty" not in dialog.wrong.text()


def test_a_file_is_chosen_with_the_systems_chooser(
    room: Room, editor: AgendaEditorView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.tables.rows = table(("1", "甲", "А", "30"))
    answers = iter(["", "chosen.csv", "/somewhere"])
    monkeypatch.setattr(choosing, "chosen", lambda _dialog: next(answers))
    dialog = begin(editor)
    click(qtbot, dialog.file.browse)
    assert dialog.file.line.text() == ""
    click(qtbot, dialog.file.browse)
    assert dialog.file.path == Path("chosen.csv")
    export_dialog = ExportDialog(room.desk, ROUND, parent=editor)
    click(qtbot, export_dialog.folder.browse)
    assert export_dialog.folder.path == Path("/somewhere")
    assert folders.open_path(Path("/no/such/folder")) is False
