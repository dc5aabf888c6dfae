"""Packets in the window: what goes out is shown first, what comes in is looked at first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from consultations_gui.application import (
    agendas,
    consultations,
    journal,
    office_keys,
    offices,
    packets,
    proposals,
)
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.domain.consultation import Kind
from consultations_gui.domain.keys import active, fingerprint
from consultations_gui.domain.packet import PacketStatus
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, ProposalState, Ruling, Terms, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.keys import ExportKeyDialog, RevokeKeyDialog, TrustKeyDialog
from consultations_gui.ui.dialogs.write_packet import WritePacketDialog
from consultations_gui.ui.places import Place
from consultations_gui.ui.views.packet import PacketView
from consultations_gui.ui.views.settings import SettingsView
from consultations_gui.ui.views.settings_pages.keys import KeysPage
from consultations_gui.ui.widgets import choosing
from tests.application.two_offices import Bench, bench
from tests.domain.negotiation import KAZAN, TERMS, TO_KAZAN
from tests.gui.talks.conftest import Office, Open
from tests.gui.test_year import in_dialog
from tests.ui.names import unnamed
from tests.ui.room import squeezed
from tests.ui.talks import DALIAN, MARCH, THREATS


@pytest.fixture
def office(open_office: Open) -> Office:
    return open_office()


@pytest.fixture
def other(tmp_path: Path) -> Bench:
    """The Chinese office, which trusts nobody yet."""
    return bench(Side.CN, tmp_path)


def acquaint(office: Office, other: Bench, folder: Path) -> None:
    office_keys.export(other.ctx, folder / "cn.key")
    office_keys.trust(office.ctx, folder / "cn.key")
    office_keys.export(office.ctx, folder / "ru.key")
    office_keys.trust(other.ctx, folder / "ru.key")


def shown(office: Office) -> PacketView:
    view = office.window.stage.view
    assert isinstance(view, PacketView)
    office.bot.waitUntil(lambda: not office.desk.tasks.busy)
    office.bot.waitUntil(lambda: view.reading is not None or view.card.reason.isVisible())
    return view


def read(office: Office, path: Path) -> PacketView:
    office.window.show_place(Place("packet", str(path)))
    return shown(office)


def writing(office: Office, id: str) -> WritePacketDialog:
    view = office.one(id)
    (button,) = [b for b in (view.acts.primary, *view.acts.buttons) if b.text() == "Write packet…"]
    office.click(button)
    dialogs = office.window.findChildren(WritePacketDialog)
    dialogs[-1].activateWindow()
    QApplication.processEvents()
    return dialogs[-1]


def lines(dialog: WritePacketDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


# --- writing -----------------------------------------------------------------------------------


def test_what_goes_out_is_shown_first_and_then_saved(office: Office, tmp_path: Path) -> None:
    dialog = writing(office, "P2")
    assert lines(dialog)[0] == "Offer 1 · Russian side · 2 Oct 2026"
    assert lines(dialog)[-1] == "Calendar file with 1 date option"
    assert not list(tmp_path.glob("*.consult"))
    wrong, note = tmp_path / "note.txt", tmp_path / "note.pdf"
    wrong.write_text("no paper")
    note.write_bytes(b"%PDF-1.7")
    office.type(dialog.paper.line, str(wrong))
    office.click(dialog.add)
    assert "is not a PDF" in dialog._paper.error
    dialog.paper.line.clear()
    office.type(dialog.paper.line, str(note))
    office.bot.keyClick(dialog.paper.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert lines(dialog)[-1] == "Paper: note.pdf"
    office.click(dialog.remove)
    assert lines(dialog)[-1] != "Paper: note.pdf"
    office.type(dialog.paper.line, str(note))
    office.click(dialog.add)
    dialog.folder.line.clear()
    assert not dialog.accept_button.isEnabled()
    office.type(dialog.folder.line, str(tmp_path / "out"))
    office.click(dialog.accept_button)
    office.bot.waitUntil(lambda: not office.desk.tasks.busy)
    path = tmp_path / "out" / "P2-RU-1.consult"
    assert office.last == "Packet 1 written: P2-RU-1.consult"
    offer = office.told[-1].offer
    assert offer is not None
    assert offer.msgid == "Open folder"
    names = [part.name for part in packets.verify(office.ctx, path).packet.manifest.parts]
    assert names == ["proposal.json", "offer.ics", "papers/1.pdf"]


def test_our_note_goes_with_it_unless_it_is_taken_out(office: Office, tmp_path: Path) -> None:
    accepted = Answer(Ruling(Verdict.ACCEPT, 1), ACCEPT, ACCEPT)
    proposals.answer(office.ctx, "P2", accepted, Side.RU)
    office.desk.changed.emit()
    dialog = writing(office, "P2")
    assert lines(dialog)[-1] == "Paper: draft of our note"
    office.bot.keyClick(dialog.note, Qt.Key.Key_Space)
    assert lines(dialog)[-1] == "Calendar file with 1 date option"
    office.bot.keyClick(dialog.note, Qt.Key.Key_Space)
    dialog.folder.put(tmp_path)
    office.click(dialog.accept_button)
    office.bot.waitUntil(lambda: "Packet 1 written" in office.last)
    path = tmp_path / "P2-RU-1.consult"
    names = [part.name for part in packets.verify(office.ctx, path).packet.manifest.parts]
    assert names[-1] == "papers/1.pdf"


def test_what_cannot_be_written_is_told_and_the_form_stays(office: Office, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    dialog = writing(office, "P2")
    dialog.folder.put(tmp_path / "file" / "deep")
    office.click(dialog.accept_button)
    office.bot.waitUntil(dialog.wrong.isVisible)
    assert dialog.isVisible()
    assert proposals.show(office.ctx, "P2").proposal.post.sent == 0
    office.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_restricted_items_keep_a_packet_here_by_name(office: Office, tmp_path: Path) -> None:
    about = consultations.add(office.ctx, NewConsultation(Kind.REGULAR, MARCH, DALIAN, Side.CN)).id
    item = agendas.add_item(
        office.ctx, about, after=None, level=1, zh=THREATS.zh, ru=THREATS.ru
    ).agenda.items[0]
    marked = replace(item, marking=Marking.RESTRICTED, originator=Side.CN)
    agendas.set_item(office.ctx, about, marked)
    made = proposals.new(office.ctx, "题", "Тема", Terms((MARCH,), DALIAN, (THREATS,)), about)
    proposals.transmit(office.ctx, made.proposal.id)
    office.desk.changed.emit()
    dialog = writing(office, made.proposal.id)
    assert not dialog.accept_button.isEnabled()
    assert dialog.kept.item(0).text() == f"{about} · {THREATS.zh} · {THREATS.ru}"
    agendas.grant(office.ctx, about, item.uid, "№ 5")
    dialog.reject()
    assert writing(office, made.proposal.id).accept_button.isEnabled()


# --- reading -----------------------------------------------------------------------------------


def keys_page(office: Office) -> KeysPage:
    settings = office.window.stage.view
    assert isinstance(settings, SettingsView)
    page = settings.page
    assert isinstance(page, KeysPage)
    return page


def trust_by_hand(office: Office, other: Bench, folder: Path, packet: Path) -> None:
    """Compare the fingerprint and trust the key, from the packet's page on."""
    digits = fingerprint(office_keys.own(other.ctx).public)
    office_keys.export(other.ctx, folder / "cn.key")
    office.click(shown(office).card.keys)
    page = keys_page(office)

    def trust(dialog: object) -> None:
        assert isinstance(dialog, TrustKeyDialog)
        dialog.file.line.setText(str(packet))
        assert "not a key" in dialog.wrong.text()
        dialog.file.line.setText(str(folder / "cn.key"))
        assert not dialog.wrong.isVisible()
        assert dialog.fingerprint.digits == digits
        assert not dialog.accept_button.isEnabled()
        office.bot.keyClick(dialog.compared, Qt.Key.Key_Space)
        office.click(dialog.accept_button)

    in_dialog(trust)
    office.click(page.trust)
    assert office.last == "The other office's key is trusted now."
    assert page.theirs.digits == digits


def test_an_unknown_key_is_looked_at_trusted_and_then_accepted(
    office: Office, other: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.draft()
    path = other.send("P1")
    monkeypatch.setattr(choosing, "chosen", lambda _dialog: str(path))
    office.click(office.list().read_packet)
    view = shown(office)
    assert view.card.whence.text().startswith("From the Chinese side, packet 1 of ")
    assert view.card.status.text() == "Packet: new"
    assert view.card.signature.text() == "Signature: holds, but the key is not trusted"
    digits = fingerprint(office_keys.own(other.ctx).public)
    assert digits in view.card.reason.text()
    before = len(journal.history(office.ctx))
    office.click(view.accept)
    office.bot.waitUntil(lambda: not office.desk.tasks.busy)
    assert digits in office.last
    assert len(journal.history(office.ctx)) == before
    assert len(proposals.list_all(office.ctx)) == 5

    trust_by_hand(office, other, tmp_path, path)

    view = read(office, path)
    assert view.card.signature.text() == "Signature: good"
    before = len(journal.history(office.ctx))
    office.bot.keyClick(view.accept, Qt.Key.Key_Space)
    office.bot.waitUntil(lambda: office.window.stage.current == "proposal")
    assert office.last == "The packet was accepted; P6 holds it."
    entries = journal.history(office.ctx)
    assert len(entries) == before + 1
    assert proposals.show(office.ctx, "P6").standing.state is ProposalState.TRANSMITTED


def test_a_counter_is_shown_word_by_word_beside_what_is_held(
    office: Office, other: Bench, tmp_path: Path
) -> None:
    acquaint(office, other, tmp_path)
    path = tmp_path / "P2-RU-1.consult"
    packets.write(office.ctx, "P2", path)
    packets.accept(other.ctx, path)
    proposals.answer(office.ctx, "P2", Answer(Ruling(Verdict.ACCEPT, 1), ACCEPT, ACCEPT), Side.RU)
    venue = Ruling(Verdict.COUNTER, venue=KAZAN)
    proposals.answer(other.ctx, "P1", Answer(Ruling(Verdict.ACCEPT, 1), venue, ACCEPT), Side.RU)
    other.send("P1")
    view = read(office, other.send("P1"))
    assert view.card.gap.text().startswith("1 packet before it never arrived")
    assert "Newest step: Answer to offer 4" in view.card.subject.text()
    assert "1 step of our own was recorded by the other office" in view.outcome.warning.text()
    entries = view.steps.entries.entries
    told = [line.text for entry in entries for line in entry.lines]
    assert told.count("+ comes with it") == told.count("− not in it") == 1
    QAbstractItemModelTester(view.steps.entries)
    heads = [head.text() for head in view.compare.heads]
    assert heads[0] == "On record here: offer 4"
    office.desk.choose_language(Language.RU)
    assert view.compare.heads[0].text() == "В нашем реестре: вариант № 4"
    assert unnamed(view) == []


def test_in_a_low_window_it_scrolls_and_nothing_is_squeezed(
    office: Office, other: Bench, tmp_path: Path
) -> None:
    acquaint(office, other, tmp_path)
    other.draft(replace(TERMS, topics=tuple(replace(THREATS, minutes=n) for n in range(1, 9))))
    office.desk.choose_language(Language.RU)
    office.window.resize(1024, 700)
    view = read(office, other.send("P1"))
    page, seen = view.scroller.page, view.scroller.viewport()
    office.bot.waitUntil(lambda: page.height() > seen.height())
    assert squeezed(page) == []
    assert page.width() == seen.width()
    # Nor is there anything below the last line but the margin.
    office.bot.waitUntil(lambda: page.height() - view.compare.geometry().bottom() < 40)


def test_old_repeated_and_altered_packets_say_so_and_offer_nothing(
    office: Office, other: Bench, tmp_path: Path
) -> None:
    acquaint(office, other, tmp_path)
    other.draft()
    first, second = other.send("P1"), other.send("P1")
    packets.accept(office.ctx, second)
    for path, status in ((first, "superseded by a later one"), (second, "known already")):
        view = read(office, path)
        assert view.card.status.text() == f"Packet: {status}"
        assert not view.accept.isVisible()
        assert "−" not in view.compare.heads[0].text()
    altered = bytearray(first.read_bytes())
    altered[900] ^= 1
    first.write_bytes(altered)
    view = read(office, first)
    assert view.card.status.text() == "Packet: refused"
    assert "was altered on its way" in view.card.reason.text()
    assert not view.accept.isVisible()
    assert not view.compare.isVisible()
    first.unlink()
    view = read(office, first)
    assert view.reading is None
    assert str(first) in view.card.reason.text()
    assert not view.card.status.isVisible()


def test_the_file_that_was_looked_at_is_the_one_accepted(
    office: Office, other: Bench, tmp_path: Path
) -> None:
    acquaint(office, other, tmp_path)
    other.draft()
    path = other.send("P1")
    view = read(office, path)
    path.write_bytes(other.send("P1").read_bytes())
    office.click(view.accept)
    office.bot.waitUntil(lambda: bool(office.last))
    assert "is not the packet any more" in office.last
    assert len(proposals.list_all(office.ctx)) == 5


def test_its_files_are_saved_where_the_person_says(
    office: Office, other: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acquaint(office, other, tmp_path)
    other.draft()
    view = read(office, other.send("P1"))
    folder = tmp_path / "files"
    monkeypatch.setattr(choosing, "chosen", lambda _dialog: str(folder))
    office.click(view.card.save)
    office.bot.waitUntil(lambda: "1 file written" in office.last)
    assert [path.name for path in folder.iterdir()] == ["offer.ics"]


def test_a_packet_dropped_on_the_window_is_read(office: Office, other: Bench) -> None:
    other.draft()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other.send("P1")))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPointF(300, 300).toPoint(), copy, data, buttons, keys)
    QApplication.sendEvent(office.window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(office.window, QDropEvent(QPointF(300, 300), copy, data, buttons, keys))
    view = shown(office)
    assert view.reading is not None
    assert view.reading.status is PacketStatus.NEW
    office.window.go("today")
    data.setUrls([QUrl.fromLocalFile(__file__)])
    QApplication.sendEvent(office.window, QDropEvent(QPointF(300, 300), copy, data, buttons, keys))
    assert office.window.stage.current == "today"


def test_the_window_may_open_with_a_packet(office: Office, other: Bench) -> None:
    other.draft()
    office.window.start(packet=str(other.send("P1")))
    assert shown(office).reading is not None


@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name(
    open_office: Open, other: Bench, tmp_path: Path, language: Language
) -> None:
    office = open_office(language)
    acquaint(office, other, tmp_path)
    other.draft()
    path = other.send("P1")
    packets.accept(office.ctx, path)
    proposals.answer(other.ctx, "P1", TO_KAZAN, Side.RU)
    assert unnamed(read(office, other.send("P1"))) == []
    dialogs = (
        TrustKeyDialog(office.desk, office.window),
        ExportKeyDialog(office.desk, office.window),
        RevokeKeyDialog(office.desk, Side.RU, own=True, parent=office.window),
        WritePacketDialog(office.desk, packets.planned(office.ctx, "P2"), office.window),
    )
    for dialog in dialogs:
        assert unnamed(dialog) == []


# --- keys --------------------------------------------------------------------------------------


def test_our_key_is_made_read_out_saved_and_ended(office: Office, tmp_path: Path) -> None:
    office.window.show_place(Place("settings", part="keys"))
    page = keys_page(office)
    assert not page.own.isVisible()
    office.click(page.make)
    made = office_keys.own(office.ctx)
    assert page.own.digits == fingerprint(made.public)
    assert page.own.accessibleName() == f"Fingerprint: {fingerprint(made.public)}"

    def save(dialog: object) -> None:
        assert isinstance(dialog, ExportKeyDialog)
        dialog.folder.put(tmp_path)
        office.click(dialog.accept_button)

    in_dialog(save)
    office.click(page.export)
    assert (tmp_path / "consultations-RU.key").exists()

    def leave(dialog: object) -> None:
        assert isinstance(dialog, RevokeKeyDialog)
        office.bot.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(leave)  # Enter does no harm: the button that is meant has to be chosen
    office.click(page.revoke_own)
    assert office_keys.own(office.ctx) == made

    def end(dialog: object) -> None:
        assert isinstance(dialog, RevokeKeyDialog)
        assert not dialog.accept_button.isDefault()
        office.click(dialog.accept_button)

    in_dialog(end)
    office.click(page.revoke_own)
    known = offices.show(office.ctx)
    assert known is not None
    assert active(known.keys, Side.RU) is None
    assert page.make.isVisible()
    assert page.model.rowCount() == 1
    QAbstractItemModelTester(page.model)


def test_the_other_offices_key_is_ended(office: Office, other: Bench, tmp_path: Path) -> None:
    acquaint(office, other, tmp_path)
    office.window.show_place(Place("settings", part="keys"))
    page = keys_page(office)

    def end(dialog: object) -> None:
        assert isinstance(dialog, RevokeKeyDialog)
        office.click(dialog.accept_button)

    in_dialog(end)
    office.click(page.revoke_theirs)
    assert office.last == "The key was revoked."
    assert page.trust.isVisible()
    assert office_keys.counterpart(office.ctx) is None
