"""Delegations edited in place, and invitations to the people in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, offices
from consultations_gui.application.ports import Method
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.people import Delegation, Role
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs import export
from consultations_gui.ui.models.delegation import Column
from consultations_gui.ui.views.consultation import ConsultationView
from consultations_gui.ui.views.consultation_people import DelegationCard
from consultations_gui.ui.views.consultation_table import PeopleDelegate
from tests.gui.rounds.conftest import Open, Room
from tests.ui.sample import ROUND

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(room: Room) -> ConsultationView:
    return show(room)


@pytest.fixture
def card(view: ConsultationView) -> DelegationCard:
    return view.people.cards[Side.CN]


def show(room: Room, part: str = "people") -> ConsultationView:
    room.desk.go("consultation", ROUND, part)
    view = room.window.stage.view
    assert isinstance(view, ConsultationView)
    return view


def people(room: Room, side: Side = Side.CN) -> list[str]:
    stored = consultations.show(room.ctx, ROUND).delegation(side)
    return [d.person.name_zh for d in stored.delegates]


def line(card: DelegationCard) -> QLineEdit:
    found = card.table.indexWidget(card.table.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def test_the_offices_own_side_stands_first(open_room: Open, qtbot: QtBot) -> None:
    room = open_room(Side.RU)
    view = show(room)
    cards = view.people.cards
    qtbot.waitUntil(lambda: cards[Side.RU].y() < cards[Side.CN].y())
    assert cards[Side.RU].heading.text() == "Russian side: 2 people"


def test_a_cell_is_edited_by_keyboard(room: Room, card: DelegationCard, qtbot: QtBot) -> None:
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(1, Column.POST_ZH))
    qtbot.keyClick(card.table, Key.Key_Return)
    line(card).setText("副司长")
    line(card).setModified(True)
    qtbot.keyClick(line(card), Key.Key_Tab)
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[1].person.post_zh == "副司长"
    assert card.table.currentIndex().column() == Column.POST_RU
    qtbot.keyClicks(line(card), "X")
    qtbot.keyClick(line(card), Key.Key_Escape)
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[1].person.post_ru.endswith("X")


def test_roles_and_languages_are_chosen(room: Room, card: DelegationCard, qtbot: QtBot) -> None:
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(1, Column.ROLE))
    qtbot.keyClick(card.table, Key.Key_F2)
    box = card.table.viewport().findChild(QComboBox)
    assert box is not None
    assert box.currentText() == "member"
    box.setCurrentIndex(list(Role).index(Role.DEPUTY))
    box.activated.emit(box.currentIndex())
    assert consultations.show(room.ctx, ROUND).delegation(Side.CN).delegates[1].role is Role.DEPUTY
    card.table.setCurrentIndex(card.model.index(1, Column.ROLE))
    card.model.setData(card.model.index(1, Column.ROLE), Role.HEAD.value)
    assert "head" in card.wrong.text().lower()
    assert card.give_up.isVisible()
    qtbot.mouseClick(card.give_up, LEFT)
    assert not card.wrong.isVisible()


def test_rows_by_keyboard(room: Room, card: DelegationCard, qtbot: QtBot) -> None:
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(2, Column.NAME_ZH))
    qtbot.keyClick(card.table, Key.Key_Up, ALT)
    assert people(room) == ["王建国", "陈淼", "李喆"]
    assert card.table.row == 1
    qtbot.keyClick(card.table, Key.Key_Down, ALT)
    assert people(room) == ["王建国", "李喆", "陈淼"]
    qtbot.keyClick(card.table, Key.Key_Delete)
    assert people(room) == ["王建国", "李喆"]
    assert room.last == "Removed: 陈淼 / Чэнь Мяо"
    room.take_offer()
    assert people(room) == ["王建国", "李喆", "陈淼"]
    qtbot.keyClick(card.table, Key.Key_Insert)
    assert card.table.currentIndex().column() == Column.NAME_ZH
    line(card).setText("龑")
    qtbot.keyClick(line(card), Key.Key_Return)
    qtbot.waitUntil(lambda: people(room)[-1] == "龑")
    assert card.heading.text() == "Chinese side: 4 people"


def test_a_wrong_address_is_told_and_nothing_is_thrown_away(
    room: Room, card: DelegationCard, qtbot: QtBot
) -> None:
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(1, Column.EMAIL))
    qtbot.keyClick(card.table, Key.Key_Return)
    line(card).selectAll()
    qtbot.keyClicks(line(card), "li at example")
    qtbot.keyClick(line(card), Key.Key_Escape)
    assert card.wrong.text().startswith("Row 2: ")
    assert "stays here" in card.wrong.text()
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[1].person.email == "li@example.cn"
    room.desk.language.choose(Language.RU)
    assert card.wrong.text().startswith("Строка 2: ")
    room.desk.go("today")
    show(room)
    assert card.model.rows[1].person.email == "li at example"
    card.model.setData(card.model.index(1, Column.EMAIL), "li@example.org")
    room.desk.changed.emit()
    assert not card.wrong.isVisible()
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[1].person.email == "li@example.org"


def test_what_is_being_typed_is_stored_when_one_leaves(
    room: Room, card: DelegationCard, qtbot: QtBot
) -> None:
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(0, Column.LATIN))
    qtbot.keyClick(card.table, Key.Key_Return)
    line(card).selectAll()
    qtbot.keyClicks(line(card), "WANG")
    room.desk.go("today")
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[0].person.name_latin == "WANG"


def test_buttons_and_the_dialog_do_the_same(room: Room, card: DelegationCard, qtbot: QtBot) -> None:
    assert not card.buttons["edit"].isEnabled()
    card.table.setCurrentIndex(card.model.index(1, Column.NAME_ZH))
    qtbot.mouseClick(card.buttons["edit"], LEFT)
    dialog = card.dialog
    assert dialog is not None
    dialog.lines[Column.EMAIL].setText("nonsense")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert "nonsense" in dialog.labelled[Column.EMAIL].error
    assert dialog.isVisible()
    dialog.lines[Column.EMAIL].setText("")
    for column in (Column.NAME_ZH, Column.NAME_RU, Column.LATIN):
        dialog.lines[column].setText("")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert dialog.labelled[Column.NAME_ZH].error
    room.desk.language.choose(Language.ZH)
    assert dialog.role.itemText(0) == "团长"
    dialog.lines[Column.NAME_ZH].setText("李明")
    dialog.language.setCurrentIndex(list(Lang).index(Lang.RU))
    qtbot.mouseClick(dialog.accept_button, LEFT)
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN).delegates[1].person
    assert (stored.name_zh, stored.email, stored.language) == ("李明", "", Lang.RU)
    card.table.choose(1)
    qtbot.mouseClick(card.buttons["up"], LEFT)
    qtbot.mouseClick(card.buttons["down"], LEFT)
    qtbot.mouseClick(card.buttons["remove"], LEFT)
    assert people(room) == ["王建国", "陈淼"]
    qtbot.mouseClick(card.buttons["add"], LEFT)
    assert len(card.model.rows) == 3


def test_two_people_on_one_delegation(room: Room, card: DelegationCard, qtbot: QtBot) -> None:
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    theirs = Delegation(Side.CN, stored.delegates[:1])
    consultations.set_delegation(room.colleague(), ROUND, theirs)
    card.model.setData(card.model.index(1, Column.POST_ZH), "副处长")
    assert people(room) == ["王建国"]
    assert "Wang" in card.wrong.text()
    assert card.model.rows[1].person.post_zh == "副处长"
    qtbot.mouseClick(card.insist, LEFT)
    assert people(room) == ["王建国", "李喆", "陈淼"]
    assert not card.insist.isVisible()


def test_the_other_side_changed_meanwhile_is_no_conflict(room: Room, card: DelegationCard) -> None:
    other = room.colleague()
    consultations.set_delegation(other, ROUND, Delegation(Side.RU))
    consultations.edit(other, replace(consultations.show(other, ROUND), basis="theirs"))
    card.model.setData(card.model.index(1, Column.POST_ZH), "副处长")
    assert card.model.error is None
    assert people(room, Side.RU) == []


def test_people_are_found_in_both_texts(room: Room, view: ConsultationView) -> None:
    view.tabs.setCurrentIndex(0)
    room.window.show_find()
    room.window.findbar.field.setText("семенова")
    assert view.tabs.currentIndex() == 1
    assert view.people.cards[Side.RU].table.row == 1
    room.window.findbar.field.setText("118")
    assert view.tabs.currentIndex() == 0


# --- invitations --------------------------------------------------------------------------------


def test_who_gets_what_is_seen_before_it_is_written(
    room: Room,
    view: ConsultationView,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    show(room, "invitations")
    assert view.sent.empty.isVisible()
    qtbot.mouseClick(view.sent.write, LEFT)
    dialog = view.dialog
    assert dialog is not None
    assert dialog.method is Method.REQUEST
    assert dialog.rows.rowCount() == 6
    first, second = ([dialog.rows.index(r, c).data() for c in range(1, 4)] for r in (0, 1))
    assert first == ["for everybody", "both", "Invitation"]
    assert second == ["wang@example.cn", "Chinese", "Invitation"]
    room.desk.language.choose(Language.ZH)
    assert dialog.rows.index(0, 1).data() == "供所有人"
    dialog.folder.put(tmp_path / "out")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert len(list((tmp_path / "out").iterdir())) == 6
    opened: list[Path] = []
    monkeypatch.setattr(export, "open_path", opened.append)
    room.take_offer()
    assert opened == [tmp_path / "out"]
    assert view.sent.rows.rowCount() == 6
    assert view.sent.rows.index(5, 2).data() == "供所有人"


def test_what_cannot_be_issued_says_why(room: Room, view: ConsultationView, qtbot: QtBot) -> None:
    view.invite()
    dialog = view.dialog
    assert dialog is not None
    dialog.methods[Method.CANCEL].click()
    assert dialog.rows.rowCount() == 0
    assert not dialog.accept_button.isEnabled()
    assert "Postpone or cancel" in dialog.wrong.text()
    room.desk.language.choose(Language.RU)
    assert dialog.wrong.isVisible()
    dialog.methods[Method.PUBLISH].click()
    assert dialog.rows.rowCount() == 1
    assert not dialog.wrong.isVisible()
    dialog.folder.put("")
    assert not dialog.accept_button.isEnabled()
    dialog.finish()


def test_a_folder_that_cannot_be_written_keeps_the_dialog(
    room: Room, view: ConsultationView, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    view.invite()
    dialog = view.dialog
    assert dialog is not None
    dialog.folder.put(tmp_path / "file" / "out")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert dialog.isVisible()
    assert "not a folder" in dialog.wrong.text()
    assert view.sent.rows.rowCount() == 0
    assert offices.show(room.ctx) is not None


@pytest.mark.parametrize("language", Language)
def test_every_heading_is_whole_on_a_usual_screen(
    room: Room, card: DelegationCard, qtbot: QtBot, language: Language
) -> None:
    room.window.resize(1280, 800)
    room.desk.choose_language(language)
    header, bar = card.table.horizontalHeader(), card.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: header.length() == card.table.viewport().width())
    assert not bar.isVisible()
    for column in Column:
        text = str(card.model.headerData(column, Qt.Orientation.Horizontal))
        words = max(header.fontMetrics().horizontalAdvance(part) for part in text.split("\n"))
        assert words + 16 <= header.sectionSize(column), text


def test_an_address_is_broken_and_never_cut(room: Room, card: DelegationCard) -> None:
    address = "somebody.with.a.long.name@secretariat.example.org"
    card.model.setData(card.model.index(1, Column.EMAIL), address)
    index = card.model.index(1, Column.EMAIL)
    option = QStyleOptionViewItem()
    delegate = card.table.itemDelegate()
    assert isinstance(delegate, PeopleDelegate)
    delegate.initStyleOption(option, index)
    assert option.text.split("\u200b") == ["somebody.with.a.long.name@", "secretariat.example.org"]
    assert index.data() == address
    stored = consultations.show(room.ctx, ROUND).delegation(Side.CN)
    assert stored.delegates[1].person.email == address
