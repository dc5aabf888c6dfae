"""The ledger: what it says, what is recorded to it, and past rounds read from files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations
from consultations_gui.application import ledger as ledgers
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates, Kind, Status, TurnUse
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.consultation_steps import TurnDialog
from consultations_gui.ui.dialogs.hosting import OutOfTurnDialog, SwapDialog
from consultations_gui.ui.dialogs.import_ledger import ImportLedgerDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.models.ledger_rows import Of
from consultations_gui.ui.views.ledger import IMPORT, LedgerView

pytestmark = pytest.mark.usefixtures("office")

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PAST = """\
date,end,number,host,city,basis
2017-05,,1,CN,Beijing,外交部照会第12号
2017-11-14,2017-11-15,2,RU,Moscow,протокол № 1
2019-03-05,,5,CN,Dalian,
2019-10-08,,,RU,Sochi,
"""


def add(ctx: Context, month: int, venue: Venue = Venue()) -> None:  # noqa: B008  # frozen
    dates = Dates(date(2027, month, 6), date(2027, month, 7))
    consultations.add(ctx, consultations.NewConsultation(dates=dates, venue=venue))


def show(window: MainWindow, qtbot: QtBot) -> LedgerView:
    window.desk.changed.emit()
    window.go("ledger")
    view = window.stage.view
    assert isinstance(view, LedgerView)
    qtbot.waitUntil(view.isVisible)
    return view


@pytest.fixture
def ledger(window: MainWindow, ctx: Context, qtbot: QtBot) -> LedgerView:
    """Two rounds planned: R1 in Beijing, R2 in Moscow."""
    add(ctx, 4)
    add(ctx, 10)
    return show(window, qtbot)


def cell(view: LedgerView, row: int, column: Of) -> str:
    return str(view.model.index(row, column).data())


def said(view: LedgerView) -> str:
    return " | ".join(label.text() for label in view.head.findChildren(QLabel))


def test_rows_are_as_high_as_their_texts(ledger: LedgerView, ctx: Context, qtbot: QtBot) -> None:
    low = ledger.table.rowHeight(0)
    long = replace(consultations.show(ctx, "R1"), basis="a note verbale, " * 20)
    consultations.edit(ctx, long)
    ledger.desk.changed.emit()
    qtbot.waitUntil(lambda: ledger.table.rowHeight(0) > 3 * low)
    # Its own text may break anew, as a wide column takes some of the others' room.
    assert ledger.table.rowHeight(1) < 2 * low


def test_it_is_reached_from_the_list_today_and_the_palette(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("consultations")
    listed = window.stage.view
    assert listed is not None
    button = next(b for b in listed.tools() if b.property("text") == "Ledger")
    qtbot.mouseClick(button, LEFT)
    assert window.stage.current == "ledger"
    window.go("today")
    today = window.stage.view
    assert today is not None
    qtbot.mouseClick(today.turn.ledger, LEFT)  # type: ignore[attr-defined]  # Today's card
    assert window.stage.current == "ledger"
    window.go("year")
    window.activateWindow()  # no window manager does it here
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    window.palette_box.field.insert("台账")
    qtbot.keyClick(window.palette_box.field, Qt.Key.Key_Return)
    assert window.stage.current == "ledger"


def test_an_empty_ledger_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    view = show(window, qtbot)
    assert not view.table.isVisible()
    qtbot.mouseClick(view.empty.step, LEFT)
    assert isinstance(view.dialog, ImportLedgerDialog)
    view.dialog.reject()
    assert view.dialog is None


def test_each_entry_and_whose_turn_is_next_with_the_reasons(
    ledger: LedgerView, window: MainWindow, qtbot: QtBot
) -> None:
    assert [cell(ledger, 0, of) for of in Of] == [
        "R1",
        "6–7 April 2027",
        "China",
        "Beijing",
        "planned",
        "China",
        "",
        "No round has used a turn yet. First host by the settings: Chinese side.",
    ]
    turn = "Third round: China hosts. As planned, R2 will use the turn of: Russian side."
    assert turn in said(ledger)
    assert "The next to be held, as recorded: first round, China." in said(ledger)
    assert said(ledger).count("0 used, 1 ahead") == 2
    assert ledger.why.text().startswith("As planned, R1 will use the turn of: Chinese side.")
    qtbot.keyClick(ledger.table, Qt.Key.Key_Up)
    assert ledger.why.text().startswith("No round has used a turn yet.")
    window.desk.choose_language(Language.ZH)
    assert "第三轮：由中国主办。" in said(ledger)
    assert cell(ledger, 0, Of.TURN) == "中国"
    qtbot.keyClick(ledger.table, Qt.Key.Key_Return)
    assert window.stage.current == "consultation"


def test_a_venue_out_of_turn_is_recorded_with_both_consents_only(
    ledger: LedgerView, ctx: Context, qtbot: QtBot, window: MainWindow
) -> None:
    ledger.table.choose(0)
    qtbot.mouseClick(ledger.venue, LEFT)
    dialog = ledger.dialog
    assert isinstance(dialog, OutOfTurnDialog)
    dialog.venue.country.setCurrentIndex(dialog.venue.country.findData("RU"))
    dialog.venue.city.setCurrentIndex(dialog.venue.city.findData("Kazan"))
    dialog.basis.setText("нота № 7")
    qtbot.mouseClick(dialog.consent_ru, LEFT)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert "Not on record yet: Chinese side" in dialog.wrong.text()
    qtbot.mouseClick(dialog.consent_cn, LEFT)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert cell(ledger, 0, Of.BASIS) == "нота № 7"
    assert "out of turn with both sides' consent" in cell(ledger, 0, Of.WHY)
    assert window.status.text == "Recorded for First round"
    qtbot.mouseClick(window.status.offer, LEFT)
    assert consultations.show(ctx, "R1").host is Side.CN


def test_two_rounds_exchange_hosts_and_the_outcome_is_told_before(
    ledger: LedgerView, ctx: Context, qtbot: QtBot
) -> None:
    ledger.table.choose(0)
    qtbot.mouseClick(ledger.swap, LEFT)
    dialog = ledger.dialog
    assert isinstance(dialog, SwapDialog)
    assert dialog.other.currentText() == "Second round, Russia, 6–7 October 2027"
    assert dialog.outcome.text() == "Then next: third round, Russia."
    qtbot.keyClick(dialog.order, Qt.Key.Key_Down)
    assert dialog.outcome.text() == "Then next: third round, China."
    dialog.basis.setText("会谈纪要")
    qtbot.mouseClick(dialog.consent_cn, LEFT)
    qtbot.mouseClick(dialog.consent_ru, LEFT)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert [one.host for one in consultations.list_all(ctx)] == [Side.RU, Side.CN]
    assert [cell(ledger, row, Of.TURN) for row in (0, 1)] == ["China", "Russia"]


def test_without_a_partner_nothing_can_be_exchanged(
    window: MainWindow, ctx: Context, qtbot: QtBot
) -> None:
    add(ctx, 4)
    view = show(window, qtbot)
    qtbot.mouseClick(view.swap, LEFT)
    dialog = view.dialog
    assert isinstance(dialog, SwapDialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.outcome.text() == "No round still to come is hosted by the other side."
    dialog.reject()


def test_an_online_meeting_s_turn_is_chosen(
    ledger: LedgerView, ctx: Context, window: MainWindow, qtbot: QtBot
) -> None:
    add(ctx, 11, Venue(online=True))
    window.desk.changed.emit()
    ledger.table.choose(2)
    assert cell(ledger, 2, Of.TURN) == "not chosen yet"
    qtbot.mouseClick(ledger.turn, LEFT)
    dialog = ledger.dialog
    assert isinstance(dialog, TurnDialog)
    dialog.use.setCurrentIndex(dialog.use.findData(TurnUse.NONE.value))
    qtbot.mouseClick(dialog.consent_cn, LEFT)
    qtbot.mouseClick(dialog.consent_ru, LEFT)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert cell(ledger, 2, Of.TURN) == "none"
    assert "Both sides agreed that R3 uses no turn." in said(ledger)


def test_what_is_over_keeps_its_host(ledger: LedgerView, ctx: Context, window: MainWindow) -> None:
    past = Dates(date(2026, 3, 3), date(2026, 3, 3))
    new = consultations.NewConsultation(Kind.UNNUMBERED, past, host=Side.CN, status=Status.HELD)
    consultations.add(ctx, new)
    window.desk.changed.emit()
    ledger.table.choose(0)
    assert cell(ledger, 0, Of.ID) == "U1"
    assert "Meetings without number: U1." in said(ledger)
    assert ledger.turn.isEnabled()
    assert not ledger.venue.isEnabled()
    assert not ledger.swap.isEnabled()


def test_entries_are_found_in_both_languages(ledger: LedgerView, window: MainWindow) -> None:
    for text in ("莫斯科", "Москва"):
        ledger.table.choose(0)
        window.show_find()
        window.findbar.field.setText(text)
        assert ledger.table.row == 1
        window.findbar.end()


# --- import -------------------------------------------------------------------------------------


@pytest.fixture
def importing(window: MainWindow, qtbot: QtBot) -> ImportLedgerDialog:
    window.desk.go("ledger", part=IMPORT)
    view = window.stage.view
    assert isinstance(view, LedgerView)
    qtbot.waitUntil(lambda: view.dialog is not None)
    assert isinstance(view.dialog, ImportLedgerDialog)
    return view.dialog


def type_path(dialog: ImportLedgerDialog, path: Path, qtbot: QtBot) -> None:
    dialog.file.line.clear()
    qtbot.keyClicks(dialog.file.line, str(path))
    qtbot.keyClick(dialog.file.line, Qt.Key.Key_Return)  # reads it, and stores nothing
    qtbot.waitUntil(lambda: not dialog.desk.tasks.busy, timeout=20_000)


def test_every_row_is_seen_before_anything_is_written(
    importing: ImportLedgerDialog, tmp_path: Path, ctx: Context, qtbot: QtBot, window: MainWindow
) -> None:
    assert not importing.accept_button.isEnabled()
    path = tmp_path / "past.csv"
    path.write_text(PAST, encoding="utf-8")
    type_path(importing, path, qtbot)
    assert [importing.rows.index(row, 1).data() for row in range(4)] == ["R1", "R2", "R5", "U1"]
    assert importing.rows.index(0, 2).data() == "May 2017"
    assert {importing.rows.index(row, 6).data() for row in range(4)} == {"new"}
    assert ledgers.ledger(ctx).entries == ()
    with qtbot.waitSignal(importing.accepted, timeout=20_000):
        qtbot.mouseClick(importing.accept_button, LEFT)
        assert not importing.accept_button.isEnabled(), "they are being stored"
        importing.reject()
        assert importing.isVisible()
    assert len(ledgers.ledger(ctx).entries) == 4
    view = window.stage.view
    assert isinstance(view, LedgerView)
    assert "Numbers missing here: 3–4." in said(view)
    assert window.status.text == "4 rounds stored"
    qtbot.mouseClick(window.status.offer, LEFT)
    assert ledgers.ledger(ctx).entries == ()
    assert window.status.text == "Undone: import past rounds (R1)"


def test_a_file_that_is_gone_when_it_is_to_be_stored_is_told(
    importing: ImportLedgerDialog, tmp_path: Path, ctx: Context, qtbot: QtBot
) -> None:
    path = tmp_path / "past.csv"
    path.write_text(PAST, encoding="utf-8")
    type_path(importing, path, qtbot)
    path.unlink()
    qtbot.mouseClick(importing.accept_button, LEFT)
    qtbot.waitUntil(lambda: not importing.desk.tasks.busy, timeout=20_000)
    assert "past.csv" in importing.wrong.text()
    assert not importing.wrong.isHidden()
    assert ledgers.ledger(ctx).entries == ()
    path.write_text(PAST, encoding="utf-8")
    type_path(importing, path, qtbot)
    with qtbot.waitSignal(importing.accepted, timeout=20_000):
        qtbot.mouseClick(importing.accept_button, LEFT)
    assert len(ledgers.ledger(ctx).entries) == 4


def test_duplicates_say_what_differs_and_what_is_on_record(
    importing: ImportLedgerDialog, tmp_path: Path, ctx: Context, qtbot: QtBot
) -> None:
    past = Dates(date(2017, 5, 8), date(2017, 5, 9))
    new = consultations.NewConsultation(dates=past, status=Status.HELD)
    consultations.add(ctx, new)
    path = tmp_path / "past.csv"
    path.write_text(PAST.replace("1,CN,Beijing", "1,CN,Shanghai"), encoding="utf-8")
    type_path(importing, path, qtbot)
    assert importing.rows.index(0, 6).data() == (
        "already there as R1, differs in: dates, venue, on record: 8–9 May 2017, Beijing"
    )
    assert importing.found.text().startswith("New: 3. Already there: 1.")


def test_errors_name_row_and_column_and_stay(
    importing: ImportLedgerDialog, tmp_path: Path, qtbot: QtBot, desk: Desk
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("date,number,host\nMay,x,FR\n", encoding="utf-8")
    type_path(importing, path, qtbot)
    said = [importing.problems.item(at).text() for at in range(importing.problems.count())]
    assert [text.split(":")[0] for text in said] == [
        "Row 2, column “date”",
        "Row 2, column “number”",
        "Row 2, column “host”",
    ]
    assert not importing.accept_button.isEnabled()
    desk.choose_language(Language.ZH)
    assert importing.problems.item(0).text().startswith("第2行“date”列：")
    type_path(importing, tmp_path / "nowhere.csv", qtbot)
    assert "nowhere.csv" in importing.wrong.text()
    assert importing.isVisible()


def test_a_dialog_closed_before_its_file_is_read_is_left_alone(
    importing: ImportLedgerDialog, tmp_path: Path, qtbot: QtBot, desk: Desk
) -> None:
    path = tmp_path / "past.csv"
    path.write_text(PAST, encoding="utf-8")
    for name in (path, tmp_path / "nowhere.csv"):
        importing.file.put(name)
    importing.reject()
    qtbot.waitUntil(lambda: not desk.tasks.busy, timeout=20_000)


def test_a_calendar_is_read_too(
    importing: ImportLedgerDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    event = "UID:1\nDTSTAMP:20180301T000000Z\nDTSTART;VALUE=DATE:20180306"
    body = f"BEGIN:VEVENT\n{event}\nSUMMARY:第3轮磋商\nLOCATION:大连\nEND:VEVENT"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}\nEND:VCALENDAR\n"
    path = tmp_path / "past.ics"
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    type_path(importing, path, qtbot)
    row = [str(importing.rows.index(0, column).data()) for column in (1, 2, 4, 6)]
    assert row == ["R3", "6 March 2018", "Dalian", "new"]


def test_the_sister_mechanism_is_shown_apart_and_never_stored(
    importing: ImportLedgerDialog, qtbot: QtBot, ctx: Context, desk: Desk
) -> None:
    qtbot.mouseClick(importing.sample, LEFT)
    qtbot.waitUntil(lambda: bool(importing.others), timeout=20_000)
    assert importing.rows.rowCount() == 0
    (table,) = importing.others
    numbers = [table.model().index(row, 0).data() for row in range(9)]
    assert numbers == ["4", "8", "9", "10", "no number", "no number", "18", "19", "20"]
    head, summary, *_ = (one.text() for one in importing.apart.findChildren(QLabel))
    assert head.startswith("Another mechanism, not this agreement's; nothing of it is stored:")
    assert summary == (
        "Turns used so far: China 5, Russia 4. From R18 on, even and odd numbers have changed "
        "hosts, compared with R10."
    )
    assert not importing.accept_button.isEnabled()
    assert ledgers.ledger(ctx).entries == ()
    desk.choose_language(Language.RU)
    assert "не по этому Соглашению" in importing.apart.findChildren(QLabel)[-2].text()
