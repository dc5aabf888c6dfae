"""The settings and the start screen: typed, stored, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from consultations_gui.application import consultations, offices, planning
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.ports import Context
from consultations_gui.desktop.settings import Motion, PaperMode, Theme
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.errors import EndBeforeStartError, InvalidDateError
from consultations_gui.domain.office import Office
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import DayKind, Origin
from consultations_gui.i18n.language import Language
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.city import CityDialog
from consultations_gui.ui.dialogs.decree import DecreeDialog, read_days, write_days
from consultations_gui.ui.dialogs.import_blackouts import ImportBlackoutsDialog
from consultations_gui.ui.dialogs.import_decrees import ImportDecreesDialog
from consultations_gui.ui.dialogs.periods import BlackoutDialog, SeasonDialog
from consultations_gui.ui.main_window import MainWindow
from consultations_gui.ui.places import Place
from consultations_gui.ui.views.settings import SettingsView
from consultations_gui.ui.views.settings_pages.calendars import CalendarsPage
from consultations_gui.ui.views.settings_pages.journal import JournalPage
from consultations_gui.ui.views.settings_pages.look import LookPage
from consultations_gui.ui.views.settings_pages.office import OfficePage
from consultations_gui.ui.views.settings_pages.wishes import WishesPage
from consultations_gui.ui.views.start import StartView
from consultations_gui.ui.widgets.fields import Labelled
from tests.gui.test_window import write
from tests.gui.test_year import in_dialog

Settings = Callable[[str], object]


@pytest.fixture
def settings(office: Context, window: MainWindow) -> Callable[[str], object]:
    """Opens a page of the settings."""

    def page(name: str) -> object:
        window.show_place(Place("settings", part=name))
        view = window.stage.view
        assert isinstance(view, SettingsView)
        return view.page

    return page


def known(ctx: Context) -> Office:
    office = offices.show(ctx)
    assert office is not None
    return office


def test_the_office_is_stored_as_it_is_typed(
    settings: Settings, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    page = settings("office")
    assert isinstance(page, OfficePage)
    page.name_ru.setFocus()
    page.name_ru.selectAll()
    write(page.name_ru, "Новый секретариат")
    window.go("today")
    assert known(ctx).name_ru == "Новый секретариат"
    assert window.sidebar.office.text() == "Новый секретариат"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(ctx).name_ru == "Секретариат КНР"


def test_a_wrong_address_is_told_beside_its_field_and_stays(
    settings: Settings, qtbot: QtBot, ctx: Context
) -> None:
    page = settings("office")
    assert isinstance(page, OfficePage)
    page.email.setFocus()
    page.email.selectAll()
    qtbot.keyClicks(page.email, "nobody")
    page.flush()
    assert page.email_field.error
    assert page.email.text() == "nobody"
    assert known(ctx).email == "office@example.org"


def test_the_first_host_and_the_side_are_chosen(
    settings: Settings, qtbot: QtBot, ctx: Context
) -> None:
    page = settings("office")
    assert isinstance(page, OfficePage)
    qtbot.keyClick(page.first_host, Qt.Key.Key_Down)
    page.first_host.activated.emit(page.first_host.currentIndex())
    assert known(ctx).first_host is Side.RU
    qtbot.mouseClick(page.sides.button(Side.RU), Qt.MouseButton.LeftButton)
    assert known(ctx).side is Side.RU


def test_a_city_needs_a_zone_that_exists(settings: Settings, qtbot: QtBot, ctx: Context) -> None:
    page = settings("office")
    assert isinstance(page, OfficePage)

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, CityDialog)
        for field, text in (
            (dialog.zh, "奥伦堡"),
            (dialog.ru, "Оренбург"),
            (dialog.key, "Orenburg"),
            (dialog.country, "ru"),
            (dialog.zone, "Asia/Nowhere"),
        ):
            field.setText(text)
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        assert "Asia/Nowhere" in dialog.wrong.text()
        assert dialog.ru.text() == "Оренбург"
        dialog.zone.setText("Asia/Yekaterinburg")
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_dialog(add)
    qtbot.mouseClick(page.add_city, Qt.MouseButton.LeftButton)
    assert [city.country for city in known(ctx).cities] == ["RU"]


def test_the_sample_is_removed_from_the_settings(
    settings: Settings, qtbot: QtBot, sample: SampleReport, window: MainWindow
) -> None:
    page = settings("office")
    assert isinstance(page, OfficePage)
    qtbot.mouseClick(page.remove_sample, Qt.MouseButton.LeftButton)
    assert window.status.text == "5 consultations of the sample were removed"


def test_look_and_language_are_the_persons_own(
    settings: Settings, qtbot: QtBot, desk: Desk
) -> None:
    page = settings("look")
    assert isinstance(page, LookPage)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(page.themes[Theme.DARK], left)
    qtbot.mouseClick(page.motions[Motion.REDUCED], left)
    qtbot.mouseClick(page.modes[PaperMode.SIMPLIFIED], left)
    qtbot.mouseClick(page.languages[Language.RU], left)
    value = desk.preferences.value
    assert (value.theme, value.motion, value.paper_mode, value.language) == (
        Theme.DARK,
        Motion.REDUCED,
        PaperMode.SIMPLIFIED,
        "ru",
    )
    assert desk.theme.tokens.dark
    assert desk.theme.reduced_motion
    assert page.languages[Language.RU].isChecked()


def test_wishes_are_stored_at_once(settings: Settings, qtbot: QtBot, ctx: Context) -> None:
    page = settings("planner")
    assert isinstance(page, WishesPage)
    page.numbers["gap"].setFocus()
    page.numbers["gap"].selectAll()
    qtbot.keyClicks(page.numbers["gap"], "120")
    qtbot.keyClick(page.numbers["gap"], Qt.Key.Key_Return)
    qtbot.keyClick(page.weights["travel"], Qt.Key.Key_Up)
    wishes = planning.wishes(ctx)
    assert wishes.gap == 120
    assert wishes.weights.travel == 6


def test_seasons_and_busy_days_come_and_go(settings: Settings, qtbot: QtBot, ctx: Context) -> None:
    page = settings("planner")
    assert isinstance(page, WishesPage)
    left = Qt.MouseButton.LeftButton

    def season(dialog: QDialog) -> None:
        assert isinstance(dialog, SeasonDialog)
        dialog.start.month.setCurrentIndex(1)
        dialog.start.day.setValue(31)
        qtbot.mouseClick(dialog.accept_button, left)
        assert dialog.wrong.isVisible()
        dialog.start.day.setValue(10)
        qtbot.mouseClick(dialog.accept_button, left)

    def busy(dialog: QDialog) -> None:
        assert isinstance(dialog, BlackoutDialog)
        qtbot.mouseClick(dialog.accept_button, left)
        assert dialog.wrong.isVisible()
        dialog.start.line.setText("9999-12-31")
        qtbot.mouseClick(dialog.accept_button, left)
        assert "from 2009 to 2098" in dialog.wrong.text()
        dialog.start.line.setText("2027-05-10")
        dialog.end.line.setText("2027-05-12")
        dialog.reason_ru.setText("Сессия")
        qtbot.mouseClick(dialog.accept_button, left)

    in_dialog(season)
    qtbot.mouseClick(page.seasons.add, left)
    in_dialog(busy)
    qtbot.mouseClick(page.blackouts.add, left)
    wishes = planning.wishes(ctx)
    assert [(s.from_month, s.from_day) for s in wishes.seasons] == [(2, 10)]
    assert wishes.blackouts[0].end == date(2027, 5, 12)
    for periods in (page.seasons, page.blackouts):
        remove = next(b for b in periods.findChildren(QPushButton) if not b.text())
        qtbot.mouseClick(remove, left)
    assert planning.wishes(ctx).seasons == ()
    assert planning.wishes(ctx).blackouts == ()


def test_a_notice_is_entered_corrected_and_taken_back(
    settings: Settings, qtbot: QtBot, ctx: Context, window: MainWindow
) -> None:
    page = settings("calendars")
    assert isinstance(page, CalendarsPage)
    left = Qt.MouseButton.LeftButton
    row = next(n for n, d in enumerate(page.model.rows) if d.id == "CN-2027")
    page.table.selectRow(row)
    assert not page.remove.isEnabled()

    def enter(dialog: QDialog) -> None:
        assert isinstance(dialog, DecreeDialog)
        dialog.number.setText("国办发明电〔2026〕9号")
        dialog.make_up.setPlainText("2027-02-31")
        qtbot.mouseClick(dialog.accept_button, left)
        assert "2027-02-31" in dialog.wrong.text()
        dialog.make_up.setPlainText("2027-02-20")
        dialog.issued.line.setText("2026-11-20")
        qtbot.mouseClick(dialog.accept_button, left)

    in_dialog(enter)
    qtbot.mouseClick(page.enter, left)
    decree = planning.confirmed(ctx, Side.CN, 2027)
    assert (decree.origin, decree.issued) == (Origin.OFFICE, date(2026, 11, 20))
    assert planning.days(ctx, date(2027, 2, 20), date(2027, 2, 20))[0][0].kind is DayKind.MAKE_UP
    assert page.remove.isEnabled()
    qtbot.mouseClick(page.remove, left)
    assert planning.decrees(ctx) == ()
    assert window.status.text == "The notice CN-2027 was taken back"


def test_a_notice_without_a_number_is_named_in_words(settings: Settings) -> None:
    page = settings("calendars")
    assert isinstance(page, CalendarsPage)
    notices = {d.id: page.model.index(n, 4).data() for n, d in enumerate(page.model.rows)}
    assert notices["CN-2026"] == "国办发明电〔2025〕7号"
    assert notices["RU-2027"] == "number not entered"
    assert notices["CN-2027"] == ""  # none known: the column before says so


def test_the_notice_starts_anew_from_the_shipped_calendar(
    settings: Settings, qtbot: QtBot, ctx: Context
) -> None:
    page = settings("calendars")
    assert isinstance(page, CalendarsPage)
    left = Qt.MouseButton.LeftButton
    page.table.selectRow(next(n for n, d in enumerate(page.model.rows) if d.id == "CN-2026"))
    assert not page.effect.isVisible()

    def wrong(dialog: QDialog) -> None:
        assert isinstance(dialog, DecreeDialog)
        assert "2026-01-04" in dialog.make_up.toPlainText()
        dialog.make_up.setPlainText("2026-02-14")
        qtbot.mouseClick(dialog.accept_button, left)

    in_dialog(wrong)
    qtbot.mouseClick(page.enter, left)
    assert page.effect.isVisible()
    lines = page.lines.text().splitlines()
    assert lines[0] == "5 days differ from the shipped calendar"
    assert "Sunday, 4 January 2026, China: make-up working day → day off" in lines

    def anew(dialog: QDialog) -> None:
        assert isinstance(dialog, DecreeDialog)
        assert dialog.make_up.toPlainText() == "2026-02-14"
        qtbot.mouseClick(dialog.shipped, left)
        assert "2026-10-10" in dialog.make_up.toPlainText()
        qtbot.mouseClick(dialog.accept_button, left)

    in_dialog(anew)
    qtbot.mouseClick(page.enter, left)
    assert page.lines.text() == "0 days differ from the shipped calendar"
    assert planning.confirmed(ctx, Side.CN, 2026).origin is Origin.OFFICE


def test_notices_are_imported_after_a_look_at_what_they_change(
    settings: Settings, qtbot: QtBot, ctx: Context, tmp_path: Path, window: MainWindow
) -> None:
    page = settings("calendars")
    assert isinstance(page, CalendarsPage)
    consultations.add(ctx, NewConsultation(dates=Dates(date(2027, 3, 4), date(2027, 3, 4))))
    good, bad = tmp_path / "notices.csv", tmp_path / "bad.csv"
    good.write_text("side,date,kind,number\nCN,2027-03-04,off,1号\n", encoding="utf-8")
    bad.write_text("side,date,kind\nCN,31.02.2027,off\n", encoding="utf-8")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDecreesDialog)
        assert not dialog.accept_button.isEnabled()
        dialog.file.put(bad)
        qtbot.waitUntil(lambda: dialog.lines.count() == 1)
        assert "Row 2" in dialog.lines.item(0).text()
        assert not dialog.accept_button.isEnabled()
        dialog.file.put(tmp_path / "none.csv")
        qtbot.waitUntil(dialog.wrong.isVisible)
        dialog.file.put(good)
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        told = [dialog.lines.item(row).text().strip() for row in range(dialog.lines.count())]
        assert told[0] == "China, 2027, 1号"
        assert "Meetings on days that differ: R1" in told
        dialog.file.put("")
        assert not dialog.accept_button.isEnabled()
        dialog.file.put(good)
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        window.desk.choose_language(Language.RU)
        assert "Будет сохранён 1 акт." in dialog.found.text()
        window.desk.choose_language(Language.EN)
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    in_dialog(choose)
    qtbot.mouseClick(page.import_table, Qt.MouseButton.LeftButton)
    assert planning.confirmed(ctx, Side.CN, 2027).number == "1号"
    assert window.status.text == "1 notice stored"


def test_days_are_read_from_a_table_and_read_again(
    settings: Settings, qtbot: QtBot, ctx: Context, tmp_path: Path, window: MainWindow
) -> None:
    page = settings("planner")
    assert isinstance(page, WishesPage)
    left = Qt.MouseButton.LeftButton
    file = tmp_path / "busy.csv"
    file.write_text("start,end,reason_zh\n2027-03-01,2027-03-12,两会\n", encoding="utf-8")
    assert not page.again.isEnabled()

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportBlackoutsDialog)
        dialog.file.put(file)
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        assert dialog.lines.item(0).text() == "+ China: 1–12 March 2027 — 两会 — busy.csv"
        dialog.side.setCurrentIndex(1)
        dialog.side.activated.emit(1)
        qtbot.waitUntil(lambda: "Russia" in dialog.lines.item(0).text())
        qtbot.mouseClick(dialog.accept_button, left)

    in_dialog(choose)
    qtbot.mouseClick(page.sources.add, left)
    (found,) = planning.wishes(ctx).blackouts
    assert (found.side, found.reason_zh, found.source) == (Side.RU, "两会", "busy.csv")
    assert window.status.text == "1 busy time read, 1 new, 0 gone"
    file.write_text("start\n2027-03-02\n2027-04-02\n", encoding="utf-8")
    qtbot.mouseClick(page.again, left)
    qtbot.waitUntil(lambda: len(planning.wishes(ctx).blackouts) == 2)
    qtbot.waitUntil(lambda: "2 new, 1 gone" in window.status.text)
    file.write_text("start\nnever\n", encoding="utf-8")
    qtbot.mouseClick(page.again, left)
    qtbot.waitUntil(lambda: "never" in window.status.text)
    assert len(planning.wishes(ctx).blackouts) == 2
    qtbot.waitUntil(page.again.isEnabled)
    remove = next(b for b in page.sources.findChildren(QPushButton) if not b.text())
    qtbot.mouseClick(remove, left)
    assert planning.wishes(ctx).blackouts == ()
    assert not page.again.isEnabled()


def test_days_of_a_notice_are_read_and_written() -> None:
    text = "2027-02-05..2027-02-07, 2027-05-01; 1.10.2027"
    days = read_days(text)
    assert days[0] == date(2027, 2, 5)
    assert len(days) == 5
    assert write_days(days) == "2027-02-05..2027-02-07\n2027-05-01\n2027-10-01"
    assert read_days(write_days(days)) == days
    assert read_days("2027年2月5日至2027年2月6日、2027-02-09") == (
        date(2027, 2, 5),
        date(2027, 2, 6),
        date(2027, 2, 9),
    )
    with pytest.raises(EndBeforeStartError):
        read_days("2027-02-07..2027-02-05")
    with pytest.raises(InvalidDateError):
        read_days("..2027-02-05")


def test_the_journal_is_listed_and_checked(
    settings: Settings, qtbot: QtBot, sample: SampleReport
) -> None:
    page = settings("journal")
    assert isinstance(page, JournalPage)
    assert page.model.rowCount() > 20
    things = {page.model.index(row, 4).data() for row in range(page.model.rowCount())}
    assert {"R1", "office"} <= things
    assert "correspondence" not in things
    metrics, header = page.table.fontMetrics(), page.table.horizontalHeader()
    for row in range(20):
        words = str(page.model.index(row, 3).data()).split()
        widest = max(metrics.horizontalAdvance(word) for word in words)
        assert widest < header.sectionSize(3), words
    qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.result.isVisible, timeout=20_000)
    assert "all of it fits" in page.result.text()


def test_search_goes_through_the_page_shown(
    settings: Settings, qtbot: QtBot, window: MainWindow
) -> None:
    settings("calendars")
    window.show_find()
    qtbot.keyClicks(window.findbar.field, "2028 Russia")
    assert window.findbar.count.text() == "1 of 1"


# --- the start screen ------------------------------------------------------------------------


@pytest.fixture
def start(window: MainWindow) -> StartView:
    view = window.stage.view
    assert isinstance(view, StartView)
    return view


def test_a_new_register_asks_whose_it_is(
    start: StartView, qtbot: QtBot, window: MainWindow, ctx: Context
) -> None:
    assert not window.sidebar.isVisible()
    assert not window.header.search.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Y)
    assert window.stage.view is start
    qtbot.mouseClick(start.begin, Qt.MouseButton.LeftButton)
    assert offices.show(ctx) is None
    qtbot.mouseClick(start.sides.button(Side.RU), Qt.MouseButton.LeftButton)
    write(start.name_zh, "俄方秘书处")
    qtbot.mouseClick(start.begin, Qt.MouseButton.LeftButton)
    beside = start.name_ru.parentWidget()
    assert isinstance(beside, Labelled)
    assert beside.error.startswith("A name is missing")
    assert start.name_ru.hasFocus()
    assert window.status.text == ""
    window.desk.choose_language(Language.ZH)
    assert beside.error.startswith("缺少名称")
    window.desk.choose_language(Language.EN)
    write(start.name_ru, "Секретариат РФ")
    qtbot.keyClicks(start.email, "not an address")
    qtbot.mouseClick(start.begin, Qt.MouseButton.LeftButton)
    assert offices.show(ctx) is None
    assert start.email.text() == "not an address"
    start.email.clear()
    qtbot.mouseClick(start.begin, Qt.MouseButton.LeftButton)
    office = offices.show(ctx)
    assert office is not None
    assert (office.side, office.name_ru) == (Side.RU, "Секретариат РФ")
    qtbot.waitUntil(lambda: window.stage.current == "today")
    assert window.sidebar.isVisible()


def test_the_first_screen_changes_its_language(
    start: StartView, qtbot: QtBot, window: MainWindow
) -> None:
    write(start.name_zh, "秘书处")
    qtbot.mouseClick(start.languages.button(Language.ZH), Qt.MouseButton.LeftButton)
    assert window.header.title.text() == "欢迎"
    assert start.begin.text() == "开始"
    assert start.name_zh.text() == "秘书处"


def test_sample_data_fills_a_new_register(
    start: StartView, qtbot: QtBot, window: MainWindow, ctx: Context
) -> None:
    qtbot.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stage.current == "today")
    assert offices.show(ctx) is not None
    QTest.qWait(1)
    assert window.stage.view is not None
