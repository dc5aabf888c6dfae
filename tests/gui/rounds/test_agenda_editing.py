"""The agenda editor by clicks and keys, on a real register."""

from __future__ import annotations

from datetime import time
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from consultations_gui.application import agendas, journal
from consultations_gui.domain.bilingual import TextState
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.models.agenda_model import Column
from consultations_gui.ui.views.agenda import AgendaEditorView
from consultations_gui.ui.views.agenda_fields import CellText, MinutesField, OpeningField
from tests.gui.rounds.conftest import Open, Room
from tests.ui.sample import ITEMS, ROUND

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> AgendaEditorView:
    return enter(room, qtbot)


def enter(room: Room, qtbot: QtBot) -> AgendaEditorView:
    room.desk.go("agenda", ROUND)
    view = room.window.stage.view
    assert isinstance(view, AgendaEditorView)
    view.table.setFocus()
    qtbot.waitUntil(lambda: bool(view.preview.content))
    return view


def uids(room: Room) -> list[str]:
    return [item.uid for item in agendas.show(room.ctx, ROUND).agenda.items]


def texts(room: Room, lang: Lang = Lang.ZH) -> list[str]:
    return [item.text.text(lang) for item in agendas.show(room.ctx, ROUND).agenda.items]


def ends_with(room: Room, part: str) -> bool:
    return texts(room)[4].endswith(part)


def at(view: AgendaEditorView, uid: str, column: Column) -> None:
    assert view.table.point(uid, column)
    view.table.setFocus()


def field(view: AgendaEditorView) -> CellText:
    assert view.table.field is not None
    return view.table.field


def compose(widget: CellText, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)


def test_typing_in_a_cell_is_stored_and_the_other_text_told_stale(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Return)
    qtbot.keyClicks(field(editor), " 2027")
    qtbot.waitUntil(lambda: texts(room)[4].endswith("交流 2027"))
    row = agendas.show(room.ctx, ROUND).row(uid)
    assert row.ru_state is TextState.STALE
    cell = editor.model.cell(editor.model.row_of(uid), Column.RU)
    assert cell.note == "The Chinese text has changed; the Russian has not followed"
    assert field(editor).hasFocus()


def test_one_sitting_with_many_autosaves_is_one_undo_step(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    before = texts(room)[4]
    at(editor, uids(room)[4], Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_F2)
    for part in ("一", "二", "三"):
        compose(field(editor), "", part)
        qtbot.waitUntil(partial(ends_with, room, part))
    qtbot.keyClick(field(editor), Key.Key_Escape)
    assert editor.table.field is None
    journal.undo(room.ctx)
    assert texts(room)[4] == before


def test_what_nobody_sees_is_left_out_of_a_paste_and_told(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[4], Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_F2)
    QGuiApplication.clipboard().setText("甲\u202e乙\u2066\r\n丙\x0b丁")
    qtbot.keyClick(field(editor), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(ends_with, room, "甲乙 丙 丁"))
    assert room.last == "2 characters that are not seen were left out of what was pasted."
    told = len(room.told)
    QGuiApplication.clipboard().setText("戊")
    qtbot.keyClick(field(editor), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(partial(ends_with, room, "丁戊"))
    assert len(room.told) == told


def test_a_key_typed_on_a_cell_begins_editing_and_loses_nothing(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[4], Column.RU)
    qtbot.keyClicks(editor.table, "t")
    assert room.window.stage.current == "agenda"
    qtbot.keyClick(field(editor), Key.Key_Escape)
    assert texts(room, Lang.RU)[4].endswith("инцидентыt")


def test_an_input_method_is_never_cut_off(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    before = texts(room)[4]
    at(editor, uid, Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Return)
    qtbot.keyClicks(field(editor), "a")
    qtbot.waitUntil(lambda: texts(room)[4] == before + "a")
    compose(field(editor), "cuo'shang")
    qtbot.wait(120)
    assert texts(room)[4] == before + "a"
    qtbot.keyClick(field(editor), Key.Key_Return)
    editor.acts.actions["down"].trigger()
    room.desk.language.choose(Language.RU)
    assert field(editor).composing
    assert uids(room)[4] == uid
    compose(field(editor), "", "磋商")
    qtbot.waitUntil(lambda: texts(room)[4] == before + "a磋商")


def test_an_input_method_begins_right_on_a_cell(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    before = texts(room)[4]
    at(editor, uids(room)[4], Column.ZH)
    QCoreApplication.sendEvent(editor.table, QInputMethodEvent("cuo", []))
    assert field(editor).composing
    compose(field(editor), "", "磋商")
    qtbot.waitUntil(lambda: texts(room)[4] == before + "磋商")


def test_leaving_the_window_amid_a_composition_keeps_what_is_written(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[4], Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Return)
    qtbot.keyClicks(field(editor), "X")
    compose(field(editor), "bei")
    room.desk.go("agenda", ROUND)
    assert texts(room)[4].endswith("X")


def test_the_language_changes_under_unsaved_text(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[4], Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    typed = field(editor)
    qtbot.keyClicks(typed, "!")
    room.desk.language.choose(Language.ZH)
    assert editor.table.field is typed
    assert typed.toPlainText().endswith("!")
    assert editor.heading().title == "议程"
    room.desk.language.choose(Language.RU)
    assert editor.heading().title == "Повестка дня"
    qtbot.waitUntil(lambda: texts(room, Lang.RU)[4].endswith("!"))


def test_enter_and_tab_go_on_to_the_next_cell(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[3]
    at(editor, uid, Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Return)
    qtbot.keyClick(field(editor), Key.Key_Return)
    assert (field(editor).uid, field(editor).lang) == (uid, Lang.RU)
    qtbot.keyClick(field(editor), Key.Key_Tab)
    minutes = editor.findChild(MinutesField)
    assert minutes is not None
    minutes.selectAll()
    qtbot.keyClicks(minutes, "50")
    qtbot.keyClick(minutes, Key.Key_Tab)
    assert agendas.show(room.ctx, ROUND).row(uid).minutes == 50
    assert field(editor).uid == uids(room)[4]
    qtbot.keyClick(field(editor), Key.Key_Backtab)
    last = editor.findChild(MinutesField)
    assert last is not None
    qtbot.keyClick(last, Key.Key_Escape)
    assert editor.table.uid() == uid
    qtbot.keyClick(editor.table, Key.Key_Tab)
    assert editor.table.currentIndex().column() == Column.APPROVALS


def test_tab_behind_the_last_cell_leaves_the_table(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[-1], Column.APPROVALS)
    qtbot.keyClick(editor.table, Key.Key_Tab)
    assert not editor.table.hasFocus()


def test_the_russian_office_has_its_text_first(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(Side.RU)
    view = enter(room, qtbot)
    assert view.table.first_text() is Column.RU
    at(view, uids(room)[3], Column.RU)
    qtbot.keyClick(view.table, Key.Key_Return)
    qtbot.keyClick(field(view), Key.Key_Tab)
    assert field(view).lang is Lang.ZH


def test_insert_adds_an_item_behind_and_types_into_it(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[1], Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Insert)
    qtbot.keyClicks(field(editor), "new")
    qtbot.keyClick(field(editor), Key.Key_Escape)
    items = agendas.show(room.ctx, ROUND).agenda.items
    assert (items[2].text.zh, items[2].level) == ("new", 2)
    assert len(items) == len(ITEMS) + 1


def test_insert_on_a_days_heading_adds_to_that_day(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, "day/2", Column.NUMBER)
    qtbot.keyClick(editor.table, Key.Key_Insert)
    qtbot.keyClick(field(editor), Key.Key_Escape)
    assert agendas.show(room.ctx, ROUND).agenda.items[-1].day == 2


def test_alt_and_arrows_move_and_indent(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    first, third = uids(room)[0], uids(room)[3]
    at(editor, third, Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Up, ALT)
    assert uids(room)[0] == third
    assert editor.table.uid() == third
    qtbot.keyClick(editor.table, Key.Key_Down, ALT)
    assert uids(room)[:4:3] == [first, third]
    qtbot.keyClick(editor.table, Key.Key_Right, ALT)
    assert agendas.show(room.ctx, ROUND).row(third).item.level == 2
    qtbot.keyClick(editor.table, Key.Key_Left, ALT)
    assert agendas.show(room.ctx, ROUND).row(third).item.level == 1
    for _ in range(2):
        qtbot.keyClick(editor.table, Key.Key_Left, ALT)
    assert "no level 0" in room.last


def test_a_row_moves_on_to_the_next_day(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    uid = uids(room)[6]
    at(editor, uid, Column.ZH)
    qtbot.keyClick(editor.table, Key.Key_Down, ALT)
    assert agendas.show(room.ctx, ROUND).row(uid).item.day == 2
    assert uids(room)[6] == uid
    assert editor.model.row_of("day/2") < editor.model.row_of(uid)


def test_moving_keeps_the_field_that_is_open(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    open_field = field(editor)
    qtbot.keyClicks(open_field, "!")
    qtbot.keyClick(open_field, Key.Key_Up, ALT)
    assert uids(room)[3] == uid
    assert editor.table.field is open_field
    assert texts(room, Lang.RU)[3].endswith("!")


def drop(
    editor: AgendaEditorView, monkeypatch: pytest.MonkeyPatch, key: str, *, below: bool
) -> None:
    """Drag the current row onto the lower or upper half of another and let it go."""
    table = editor.table
    row = editor.model.row_of(key) if key else editor.model.rowCount() - 1
    table.scrollTo(editor.model.index(row, 0))
    box = table.visualRect(editor.model.index(row, Column.NUMBER))
    point = box.bottomLeft() - QPoint(-4, 3) if below else box.topLeft() + QPoint(4, 3)

    def let_go(*_args: object) -> None:
        event = QDropEvent(
            QPointF(point),
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        table.dropEvent(event)

    monkeypatch.setattr(QTableView, "startDrag", let_go)
    table.startDrag(Qt.DropAction.MoveAction)


def test_a_row_is_dragged_with_what_is_under_it(
    room: Room, editor: AgendaEditorView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = uids(room)
    at(editor, before[0], Column.ZH)
    drop(editor, monkeypatch, before[4], below=True)
    assert uids(room) == [*before[3:5], *before[:3], *before[5:]]
    assert editor.table.uid() == before[0]
    drop(editor, monkeypatch, before[3], below=False)
    assert uids(room) == before
    drop(editor, monkeypatch, before[0], below=True)
    assert uids(room) == before


def test_a_row_dragged_to_another_day_belongs_to_it(
    room: Room, editor: AgendaEditorView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = uids(room)
    at(editor, before[4], Column.ZH)
    drop(editor, monkeypatch, "day/2", below=True)
    view = agendas.show(room.ctx, ROUND)
    assert view.row(before[4]).item.day == 2
    assert uids(room)[5:7] == [before[6], before[4]]
    room.window.undoing.undo()
    assert uids(room) == before


def test_a_row_dragged_where_it_is_too_deep_stands_as_deep_as_it_can(
    room: Room, editor: AgendaEditorView, monkeypatch: pytest.MonkeyPatch
) -> None:
    sub = uids(room)[1]
    at(editor, sub, Column.ZH)
    drop(editor, monkeypatch, "day/1", below=True)
    assert uids(room)[0] == sub
    assert agendas.show(room.ctx, ROUND).row(sub).item.level == 1


def test_a_row_is_not_dropped_into_itself(
    room: Room, editor: AgendaEditorView, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = uids(room)
    at(editor, before[0], Column.ZH)
    drop(editor, monkeypatch, before[1], below=True)
    assert uids(room) == before
    assert room.last
    event = QDropEvent(
        QPointF(4, 40),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor.table.dropEvent(event)
    assert not event.isAccepted()


def test_delete_needs_no_question_and_offers_undo(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    before = uids(room)
    at(editor, before[0], Column.NUMBER)
    qtbot.keyClick(editor.table, Key.Key_Delete)
    assert uids(room) == before[3:]
    assert room.last == "Removed: О ходе выполнения Соглашения"
    room.take_offer()
    assert uids(room) == before


def test_an_offer_to_undo_is_void_after_another_change(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[5], Column.NUMBER)
    qtbot.keyClick(editor.table, Key.Key_Delete)
    agendas.set_symbol(room.ctx, ROUND, "A/1")
    room.take_offer()
    assert agendas.show(room.ctx, ROUND).agenda.symbol == "A/1"


def test_delete_in_a_field_takes_a_letter_only(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    before = uids(room)
    at(editor, before[0], Column.RU)
    qtbot.keyClick(editor.table, Key.Key_Return)
    qtbot.keyClick(field(editor), Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field(editor), Key.Key_Delete)
    qtbot.keyClick(field(editor), Key.Key_Escape)
    assert uids(room) == before
    assert texts(room, Lang.RU)[0] == " ходе выполнения Соглашения"


def test_a_missing_text_is_told_and_found(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    assert editor.strip.gap.text() == "To settle: 1 text missing, 1 text not in step"
    at(editor, uids(room)[0], Column.ZH)
    qtbot.mouseClick(editor.strip.gap, Qt.MouseButton.LeftButton)
    assert (editor.table.uid(), editor.table.currentIndex().column()) == (
        uids(room)[3],
        Column.RU,
    )
    qtbot.keyClick(editor.table, Key.Key_F8)
    assert editor.table.uid() == uids(room)[7]
    told = editor.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Russian. No Russian text"
    qtbot.keyClick(editor.table, Key.Key_F8)
    assert editor.table.uid() == uids(room)[3]


def test_texts_are_confirmed_to_be_in_step(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[3]
    at(editor, uid, Column.RU)
    qtbot.mouseClick(editor.bar.details, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.details.settle.in_step, Qt.MouseButton.LeftButton)
    assert agendas.show(room.ctx, ROUND).row(uid).item.text.complete
    assert not editor.details.settle.isVisible()


def test_a_click_on_a_mark_records_an_approval(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.APPROVALS)
    box = editor.table.visualRect(editor.table.currentIndex())
    qtbot.mouseClick(
        editor.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=box.topLeft() + QPoint(8 + 22 + 9, 18),
    )
    row = agendas.show(room.ctx, ROUND).row(uid)
    assert (row.approved_cn, row.approved_ru) == (False, True)
    assert room.last == "Approval recorded: Russian side"
    room.take_offer()
    assert not agendas.show(room.ctx, ROUND).row(uid).approved_ru


@pytest.mark.qt_log_ignore(r"This plugin does not support (raise|grabbing)")
def test_approvals_by_keyboard(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    uid = uids(room)[4]
    at(editor, uid, Column.APPROVALS)
    qtbot.keyClick(editor.table, Key.Key_Space)
    menu = editor.acts.menu
    assert menu is not None
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    assert agendas.show(room.ctx, ROUND).row(uid).approved_cn


def test_a_days_opening_is_edited_in_its_heading(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, "day/1", Column.NUMBER)
    qtbot.keyClick(editor.table, Key.Key_Return)
    opening = editor.findChild(OpeningField)
    assert opening is not None
    qtbot.keyClicks(opening, "10")
    qtbot.keyClick(opening, Key.Key_Return)
    assert agendas.show(room.ctx, ROUND).agenda.opens[0] == time(10, 0)
    heading = editor.model.cell(0, Column.NUMBER).text
    assert heading.startswith("Day 1 · 14 April (Wednesday) · opens 10:00 Kazan")
    assert "15:00 Beijing" in heading


def test_a_length_that_differs_from_its_sum_says_so(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    at(editor, uids(room)[0], Column.MINUTES)
    qtbot.keyClicks(editor.table, "3")
    minutes = editor.findChild(MinutesField)
    assert isinstance(minutes, QLineEdit)
    qtbot.keyClicks(minutes, "0")
    qtbot.keyClick(minutes, Key.Key_Escape)
    cell = editor.model.cell(editor.model.row_of(uids(room)[0]), Column.MINUTES)
    assert (cell.text, cell.note) == ("30", "below: 40")


def test_an_empty_agenda_offers_the_standing_items(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    room.desk.go("agenda", "R4")
    step = editor.empty.findChild(QPushButton)
    assert step is not None
    assert step.isVisible()
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert len(agendas.show(room.ctx, "R4").rows) == 4
    assert editor.table.isVisible()


def test_the_status_goes_its_way_between_the_sides(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    actions = {action.text(): action for action in editor.sides.menu().actions()}
    actions["Agreed by both sides"].trigger()
    assert "Circulate it first" in room.last
    actions["Circulate: numbers freeze"].trigger()
    chip = editor.lead()[0]
    assert chip.property("chip") == "warning"
    for side in ("Chinese", "Russian"):
        actions[f"{side} side approves the whole"].trigger()
    actions["Agreed by both sides"].trigger()
    assert room.last == "The agenda is agreed"
    actions["Make final"].trigger()
    assert "cannot be made final" in room.last


def test_both_texts_are_found(room: Room, editor: AgendaEditorView, qtbot: QtBot) -> None:
    room.window.show_find()
    room.window.findbar.field.setText("договоренностей")
    assert editor.table.uid() == uids(room)[2]
    room.window.findbar.field.setText("共同评估")
    assert editor.table.uid() == uids(room)[6]


def test_every_control_has_an_accessible_name(room: Room, editor: AgendaEditorView) -> None:
    from tests.ui.names import unnamed

    editor.bar.details.setChecked(True)
    assert unnamed(editor) == []


def test_undo_behind_a_text_is_the_windows_though_the_next_field_is_open(
    room: Room, editor: AgendaEditorView, qtbot: QtBot
) -> None:
    uid = uids(room)[0]
    at(editor, uid, Column.MINUTES)
    qtbot.keyClicks(editor.table, "3")
    minutes = editor.findChild(MinutesField)
    assert minutes is not None
    undo = QKeyEvent(
        QEvent.Type.ShortcutOverride, Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z"
    )
    undo.ignore()
    QApplication.sendEvent(minutes, undo)
    assert undo.isAccepted()  # the digit just typed is taken back here
    minutes.undo()
    undo.ignore()
    QApplication.sendEvent(minutes, undo)
    assert not undo.isAccepted()
