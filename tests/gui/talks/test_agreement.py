"""The agreement's pages: reading, dates with the working shown, authorities, the annex."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from consultations_gui.application import agreements
from consultations_gui.domain.agreement import DeadlineKind
from consultations_gui.domain.parties import Side
from consultations_gui.i18n.language import Language
from consultations_gui.ui.dialogs.authority import AuthorityDialog
from consultations_gui.ui.views.agreement import AgreementView
from consultations_gui.ui.views.agreement_annex import AnnexPage
from consultations_gui.ui.views.agreement_articles import ArticlesPage
from consultations_gui.ui.views.agreement_authorities import AuthoritiesPage
from consultations_gui.ui.views.agreement_deadlines import DeadlinesPage
from tests.gui.talks.conftest import Office
from tests.ui.names import unnamed


def _articles(office: Office) -> ArticlesPage:
    page = office.agreement("articles").page
    assert isinstance(page, ArticlesPage)
    return page


def _deadlines(office: Office) -> DeadlinesPage:
    page = _page(office, 1)
    assert isinstance(page, DeadlinesPage)
    return page


def _authorities(office: Office) -> AuthoritiesPage:
    page = _page(office, 2)
    assert isinstance(page, AuthoritiesPage)
    return page


def _page(office: Office, number: int) -> object:
    view: AgreementView = office.agreement("")
    bar = view.tabs.tabBar()
    office.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
    return view.page


def _sheet(page: AuthoritiesPage) -> AuthorityDialog:
    sheet = page.aside.sheet
    assert isinstance(sheet, AuthorityDialog)
    assert sheet.isVisible()
    return sheet


def test_an_article_is_read_by_keys_and_says_what_is_authentic(office: Office) -> None:
    page = _articles(office)
    page.parts.setFocus()
    for _ in range(3):
        office.bot.keyClick(page.parts, Qt.Key.Key_Down)
    assert page.heading.text().startswith("Article 3.")
    assert "authentic" in page.working.text()
    assert "Art.\u00a03(15)" in page.tags.text()
    assert "（十五）" in page.text.text() or "(十五)" in page.text.text()
    office.desk.choose_language(Language.RU)
    assert "рабочая формулировка" in page.working.text()
    assert page.tags_note.isVisible()
    office.desk.choose_language(Language.ZH)
    assert page.heading.text() == "第三条　主要合作方向"
    assert not page.working.isVisible()


def test_ctrl_f_finds_the_chinese_text_in_any_language(office: Office) -> None:
    page = _articles(office)
    office.bot.keyClick(office.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    office.type(office.window.findbar.field, "轮流")
    assert page.parts.key == "5"


def test_dates_of_notices_are_reckoned_with_their_working(office: Office) -> None:
    page = _deadlines(office)
    card = page.cards[DeadlineKind.IN_FORCE]
    assert card.day.text() == "not known yet"
    for name, day in (("notice_cn", "2016-07-01"), ("notice_ru", "11.07.2016")):
        line = page.days[name].date.line
        office.type(line, day)
        office.bot.keyClick(line, Qt.Key.Key_Return)
    assert card.day.text() == "10 August 2016"
    assert "11 July 2016" in card.working.text()
    page.first_day.setFocus()
    office.bot.keyClick(page.first_day, Qt.Key.Key_Space)
    assert card.day.text() == "9 August 2016"
    assert agreements.facts(office.ctx).count_first_day


def test_a_notice_before_the_signature_is_refused_beside_its_field(office: Office) -> None:
    page = _deadlines(office)
    field = page.days["notice_cn"]
    for typed in ("2014-01-01", "31.02.2016"):
        field.date.line.clear()
        office.type(field.date.line, typed)
        office.bot.keyClick(field.date.line, Qt.Key.Key_Return)
        assert field.error
        assert field.date.line.text() == typed
    assert agreements.facts(office.ctx).notice_cn is None


def test_an_authority_is_added_edited_and_ended(office: Office) -> None:
    page = _authorities(office)
    office.click(page.add)
    sheet = _sheet(page)
    office.click(sheet.accept_button)
    assert sheet.wrong.isVisible()
    office.type(sheet.ru, "МИД России")
    office.type(sheet.zh, "俄罗斯外交部")
    office.type(sheet.notified.date.line, "2016-09-01")
    office.click(sheet.accept_button)
    (stored,) = agreements.facts(office.ctx).authorities
    assert (stored.side, stored.name_ru, stored.notified) == (
        Side.RU,
        "МИД России",
        date(2016, 9, 1),
    )
    QAbstractItemModelTester(page.rows)
    office.bot.keyClick(page.table, Qt.Key.Key_Return)
    sheet = _sheet(page)
    office.type(sheet.note, "по ноте № 7")
    office.click(sheet.accept_button)
    office.click(page.end)
    office.click(_sheet(page).accept_button)
    (stored,) = agreements.facts(office.ctx).authorities
    assert stored.note == "по ноте № 7"
    assert stored.until == date(2026, 11, 23)
    office.bot.keyClick(office.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert agreements.facts(office.ctx).authorities[0].until is None


def test_the_annex_is_stored_as_it_is_typed(office: Office) -> None:
    page = _page(office, 3)
    assert isinstance(page, AnnexPage)
    area = page.areas["annex_zh"]
    office.type(area, "“信息安全”")
    office.bot.waitUntil(lambda: agreements.facts(office.ctx).annex_zh == "“信息安全”")
    office.type(area, "——指")
    office.desk.choose_language(Language.RU)
    assert area.toPlainText() == "“信息安全”——指"
    office.window.go("proposals")
    assert agreements.facts(office.ctx).annex_zh == "“信息安全”——指"


def test_every_control_has_a_name(office: Office) -> None:
    for number in range(4):
        view = office.agreement("")
        _page(office, number)
        for language in Language:
            office.desk.choose_language(language)
            assert unnamed(view) == []
