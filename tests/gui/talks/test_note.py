"""The note dialog, and the settings' page of names and wording: by clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from consultations_gui.application import agendas, journal, note_wordings, proposals
from consultations_gui.application.ports import Format, NoteOrder, NoteTexts
from consultations_gui.domain.errors import MissingGlyphError
from consultations_gui.domain.note_wording import TEMPLATES
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.note import NoteDialog
from consultations_gui.ui.places import Place
from consultations_gui.ui.views.settings import SettingsView
from consultations_gui.ui.views.settings_pages.notes import NotesPage
from tests.application.fakes import FakePress
from tests.gui.talks.conftest import Office, Open
from tests.ui.names import unnamed
from tests.ui.pdfs import small_pdf

LONG = 20_000


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[NoteOrder]:
    """The press sets every note as the same small PDF; what was ordered stands here."""
    asked: list[NoteOrder] = []

    def press_note(_press: FakePress, order: NoteOrder) -> bytes:
        asked.append(order)
        return small_pdf(2) if order.format is Format.PDF else b"PK"

    monkeypatch.setattr(FakePress, "press_note", press_note)
    return asked


def note(office: Office, id: str = "P2") -> NoteDialog:
    """The dialog as a click on “Note verbale…” opens it, with the note shown."""
    view = office.one(id)
    words = office.desk.words
    button = next(b for b in view.acts.buttons if b.text() == words.tr("Note verbale…"))
    office.click(button)
    dialog = office.window.findChild(NoteDialog)
    assert dialog is not None
    settle(office, dialog)
    return dialog


def settle(office: Office, dialog: NoteDialog) -> None:
    office.bot.waitUntil(lambda: bool(dialog.preview.content), timeout=LONG)


def names(dialog: NoteDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_the_newest_note_of_ours_is_shown_and_another_step_can_be_chosen(
    office: Office, orders: list[NoteOrder]
) -> None:
    dialog = note(office)
    assert [dialog.step.itemText(at) for at in range(dialog.step.count())] == [
        "1 · offer · note 2013",
        "3 · reply with a counter-proposal · note 2029",
    ]
    assert orders[-1].step.number == 3
    assert [w.lang for w in orders[-1].wordings] == ["ru", "zh"]
    office.bot.keyClick(dialog.step, Qt.Key.Key_Up)
    office.bot.waitUntil(lambda: orders[-1].step.number == 1, timeout=LONG)
    settle(office, dialog)
    office.bot.keyClick(dialog.text_choice, Qt.Key.Key_Down)
    office.bot.waitUntil(lambda: len(orders[-1].wordings) == 1, timeout=LONG)
    settle(office, dialog)
    assert dialog.query.texts is NoteTexts.ZH
    assert names(dialog) == ["P2-note-1-zh.pdf", "P2-note-1-zh.docx"]


def test_what_is_written_is_shown_first(
    office: Office, orders: list[NoteOrder], tmp_path: Path
) -> None:
    dialog = note(office)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "P2-note-3-both.pdf").write_bytes(b"old")
    dialog.folder.put(folder)
    assert names(dialog) == [
        "P2-note-3-both.pdf (the file that is there now is replaced)",
        "P2-note-3-both.docx",
    ]
    for box in dialog.formats.values():
        office.bot.keyClick(box, Qt.Key.Key_Space)
    assert names(dialog) == []
    assert not dialog.accept_button.isEnabled()
    office.bot.keyClick(dialog.formats[Format.PDF], Qt.Key.Key_Space)
    office.click(dialog.accept_button)
    office.bot.waitUntil(lambda: "1 file" in office.last, timeout=LONG)
    assert [path.name for path in folder.iterdir()] == ["P2-note-3-both.pdf"]
    assert (folder / "P2-note-3-both.pdf").read_bytes().startswith(b"%PDF")
    assert office.desk.preferences.value.export_folder == str(folder)


def test_a_draft_has_its_note_and_the_other_sides_proposal_has_none(
    office: Office, orders: list[NoteOrder]
) -> None:
    theirs = office.one("P3")
    assert "Note verbale…" not in [b.text() for b in theirs.acts.buttons if b.isVisible()]
    terms = proposals.show(office.ctx, "P1").standing.offers[0].terms
    made = proposals.new(office.ctx, "草案", "Проект", terms)
    office.desk.changed.emit()
    dialog = note(office, made.proposal.id)
    assert dialog.step.currentText() == "1 · offer"


def test_a_note_that_cannot_be_set_says_why(
    office: Office, orders: list[NoteOrder], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = note(office)

    def fail(_press: FakePress, _order: NoteOrder) -> bytes:
        raise MissingGlyphError("龑", "fonts-noto-cjk")

    monkeypatch.setattr(FakePress, "press_note", fail)
    office.bot.keyClick(dialog.step, Qt.Key.Key_Up)
    office.bot.waitUntil(lambda: "fonts-noto-cjk" in dialog.preview.told, timeout=LONG)
    assert not dialog.accept_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_ctrl_p_prints_the_very_pages(
    office: Office, orders: list[NoteOrder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    dialog = note(office)
    office.click(dialog.print_button)
    office.bot.waitUntil(lambda: office.last == "Sent to the printer", timeout=LONG)
    assert target.exists()
    dialog.reject()


@pytest.mark.parametrize("language", Language)
def test_everything_has_a_name_and_follows_the_language(
    open_office: Open, orders: list[NoteOrder], language: Language
) -> None:
    office = open_office(Language.EN)
    dialog = note(office)
    office.desk.language.choose(language)
    assert unnamed(dialog) == []
    title = {"zh": "照会草案", "ru": "Проект ноты", "en": "Draft of a note"}
    assert dialog.windowTitle() == title[language]
    dialog.reject()


def test_a_restricted_topic_is_told(office: Office, orders: list[NoteOrder]) -> None:
    made = proposals.convene(office.ctx, "P4")
    agenda = agendas.show(office.ctx, made.id).agenda
    first = agenda.items[0]
    marked = replace(first, marking=Marking.RESTRICTED, originator=Side.CN)
    agendas.set_item(office.ctx, made.id, marked)
    office.desk.changed.emit()
    dialog = note(office, "P4")
    told = [w.text() for w in dialog.findChildren(type(dialog.wrong)) if w.isVisible()]
    assert any("1 restricted topic" in text for text in told)
    assert orders[-1].withheld == frozenset({1})
    dialog.reject()


# --- the settings' page ------------------------------------------------------------------------

OWN = "{sender}向{addressee}致意，并谨提议举行{meeting}。\n顺致崇高敬意。"


def page(office: Office) -> NotesPage:
    office.window.show_place(Place("settings", part="notes"))
    view = office.window.stage.view
    assert isinstance(view, SettingsView)
    assert isinstance(view.page, NotesPage)
    return view.page


def replace_text(office: Office, shown: NotesPage, lang: Lang, text: str) -> None:
    area = shown.sides[lang].area
    area.setFocus()
    area.selectAll()
    office.type(area, text)
    area.flush()


def test_the_dialog_leads_to_the_wording(office: Office, orders: list[NoteOrder]) -> None:
    dialog = note(office)
    office.click(dialog.wording_button)
    view = office.window.stage.view
    assert isinstance(view, SettingsView)
    assert isinstance(view.page, NotesPage)


def test_a_wording_is_stored_as_it_is_typed_and_can_be_undone(office: Office) -> None:
    shown = page(office)
    zh = shown.sides[Lang.ZH]
    assert zh.whose.text() == "Shipped wording"
    assert not zh.back.isEnabled()
    assert "{addressee} * — to whom, as entered" in zh.allowed.text()
    replace_text(office, shown, Lang.ZH, OWN)
    assert note_wordings.show(office.ctx, "offer", Lang.ZH).text == OWN
    assert zh.whose.text() == "The office's own wording"
    office.bot.keyClick(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not note_wordings.show(office.ctx, "offer", Lang.ZH).own
    assert zh.area.toPlainText() == note_wordings.show(office.ctx, "offer", Lang.ZH).text


def test_a_wrong_wording_stays_in_its_field_with_the_reason(office: Office) -> None:
    shown = page(office)
    zh = shown.sides[Lang.ZH]
    replace_text(office, shown, Lang.ZH, OWN + "{city}")
    assert "city" in zh.field.error
    assert "reply_by" in zh.field.error
    assert zh.area.toPlainText() == OWN + "{city}"
    before = [line.use_case for line in journal.history(office.ctx)]
    assert "correspondence.wording.set" not in before
    office.desk.language.choose(Language.RU)
    assert "Неизвестные" in zh.field.error
    # Another note is looked at meanwhile; what was typed waits.
    office.bot.keyClick(shown.choice, Qt.Key.Key_Down)
    assert zh.field.error == ""
    assert "{countered}" in zh.area.toPlainText()
    office.bot.keyClick(shown.choice, Qt.Key.Key_Up)
    assert zh.area.toPlainText() == OWN + "{city}"
    assert zh.field.error
    office.click(zh.back)
    assert zh.field.error == ""
    assert zh.area.toPlainText() == note_wordings.show(office.ctx, "offer", Lang.ZH).text


def test_back_to_the_shipped_wording(office: Office) -> None:
    note_wordings.set_wording(office.ctx, "offer", Lang.ZH, OWN)
    office.desk.changed.emit()
    shown = page(office)
    zh = shown.sides[Lang.ZH]
    assert zh.area.toPlainText() == OWN
    office.click(zh.back)
    assert not note_wordings.show(office.ctx, "offer", Lang.ZH).own
    assert zh.whose.text() == "Shipped wording"
    replace_text(office, shown, Lang.ZH, zh.area.toPlainText())
    assert not note_wordings.show(office.ctx, "offer", Lang.ZH).own, "the same text is no own one"


def test_names_are_stored_as_they_are_typed(office: Office) -> None:
    shown = page(office)
    field = shown.names["addressee", Lang.RU]
    field.setFocus()
    office.type(field, "Министерству иностранных дел")
    office.window.go("today")
    stored = note_wordings.correspondence(office.ctx)
    assert stored.names_ru.addressee == "Министерству иностранных дел"
    assert stored.names_zh.addressee == ""


def test_every_text_is_found_and_shown(office: Office) -> None:
    shown = page(office)
    finds = shown.finds()
    assert len(finds) == 2 * len(TEMPLATES)
    finds[-1].reveal()
    assert shown.template == TEMPLATES[-1]
    assert shown.sides[Lang.RU].area.toPlainText() == finds[-1].text
    assert unnamed(shown) == []
