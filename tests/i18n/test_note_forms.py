"""Forms of words for notes: what each language's sentences ask for."""

from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.domain.consultation import Dates, Kind
from consultations_gui.domain.parties import Lang, Side, Venue
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.i18n import note_forms as forms
from tests.documents.samples import consultation


def test_the_meeting_names_the_writing_side_first() -> None:
    third = consultation()
    unnumbered = consultation(kind=Kind.UNNUMBERED, number=None)
    security = "по международной информационной безопасности"
    assert forms.meeting_form(None, Side.CN, Lang.ZH) == "中俄国际信息安全非例行磋商"
    assert forms.meeting_form(third, Side.RU, Lang.ZH) == "俄中国际信息安全第三轮磋商"
    assert forms.meeting_form(unnumbered, Side.CN, Lang.ZH) == "中俄国际信息安全磋商"
    assert (
        forms.meeting_form(None, Side.RU, Lang.RU)
        == f"внеочередных российско-китайских консультаций {security}"
    )
    assert (
        forms.meeting_form(third, Side.CN, Lang.RU)
        == f"третьего раунда китайско-российских консультаций {security}"
    )
    assert (
        forms.meeting_form(unnumbered, Side.RU, Lang.RU)
        == f"российско-китайских консультаций {security}"
    )


DAY, OTHER = Dates(date(2027, 3, 2), date(2027, 3, 2)), Dates(date(2027, 4, 6), date(2027, 4, 6))
KAZAN, MOSCOW = Venue("RU", "Kazan", "Кремль"), Venue("RU", "Moscow")


@pytest.mark.parametrize(
    ("dates", "venue", "found"),
    [
        ((OTHER,), KAZAN, forms.Moved.DATES),
        ((OTHER, DAY), MOSCOW, forms.Moved.VENUE),
        ((OTHER,), Venue(online=True), forms.Moved.BOTH),
        ((DAY,), Venue("RU", "Kazan", "Университет"), forms.Moved.OPEN),
    ],
)
def test_what_is_to_change(dates: tuple[Dates, ...], venue: Venue, found: forms.Moved) -> None:
    about = consultation(dates=DAY, venue=KAZAN)
    assert forms.moved(about, Terms(dates, venue)) is found
    blank = consultation(dates=None, venue=Venue())
    assert forms.moved(blank, Terms(dates, venue)) is forms.Moved.OPEN
    for lang in Lang:
        assert forms.change_form(found, lang)


@pytest.mark.parametrize(
    ("entered", "zh", "ru"),
    [
        ("S-101", "第S-101号", "№ S-101"),
        (" № 208/дн ", "第№ 208/дн号", "№ 208/дн"),
        ("（2027）部欧字第12号", "（2027）部欧字第12号", "№ （2027）部欧字第12号"),
        ("", "第________号", "№ ________"),
    ],
)
def test_numbers_are_printed_as_entered(entered: str, zh: str, ru: str) -> None:
    assert forms.number_form(entered, Lang.ZH) == zh
    assert forms.number_form(entered, Lang.RU) == ru


def test_components_stand_in_a_list_and_options_between_or() -> None:
    both = (Component.DATES, Component.VENUE)
    assert forms.components_form(both, Lang.ZH) == "会期和地点"
    assert forms.components_form(both, Lang.RU) == "сроков и места проведения"
    assert forms.components_form((), Lang.RU) == ""
    days = forms.options_form((DAY, OTHER), Lang.RU).replace("\u00a0", " ")
    assert days == "2 марта 2027 г. или 6 апреля 2027 г."
    assert forms.options_form((DAY, OTHER), Lang.ZH) == "2027年3月2日或2027年4月6日"


def test_dates_not_known_are_blanks() -> None:
    for lang in Lang:
        assert "___" in forms.date_form(None, lang)
        assert "2027" in forms.date_form(DAY.start, lang)
    assert forms.option_line(DAY, Lang.ZH) == "2027年3月2日（星期二）"
