"""What waits, a day's kind and the first screen, in words of each language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from consultations_gui.application import consultations
from consultations_gui.application.consultations import NewConsultation
from consultations_gui.application.overview import Invited, Overview, overview
from consultations_gui.application.waiting import WaitingItem, WaitingKind
from consultations_gui.domain.consultation import Dates, Kind, Status
from consultations_gui.domain.parties import CityBook, Lang, Side, Venue
from consultations_gui.domain.planner import RoundCost
from consultations_gui.domain.proposal import Event, EventKind, Terms, Topic
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.workdays import Day, DayKind
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.daywords import cell_text, cost_rows, day_kind
from consultations_gui.ui.holidaynames import KNOWN, holiday_text
from consultations_gui.ui.models import proposal_texts
from consultations_gui.ui.models.rows import Column, RowsModel
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.phrases import listed, sentences
from consultations_gui.ui.views.today_text import today_text
from consultations_gui.ui.waitingwords import SCREEN_OF, waiting_counts, waiting_text
from consultations_gui.ui.widgets.labels import Tone
from tests.application.fakes import make_context

DAY = date(2026, 12, 1)
ITEM = WaitingItem(WaitingKind.ANSWER, Side.CN, "P2", offer=3)
LATIN = re.compile(r"[a-z]{3}")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(WaitingKind))
@pytest.mark.parametrize("lang", list(Lang))
def test_everything_that_waits_has_words(language: Language, kind: WaitingKind, lang: Lang) -> None:
    words = words_for(language)
    for count in (1, 2, 5):
        item = replace(
            ITEM, kind=kind, id="CN-2027", due=DAY, count=count, lang=lang, country=Side.CN
        )
        text = waiting_text(item, words, ours=True)
        said = f"{text.title} {text.note}"
        assert text.title
        assert "{" not in said
        if language is not Language.EN:
            assert not LATIN.search(said), said


@pytest.mark.parametrize(
    ("venue", "zh", "ru"),
    [
        (Venue("RU", "Kazan", "Кремль"), "俄罗斯喀山，Кремль", "Казань, Россия, Кремль"),
        (Venue("CN"), "中国", "Китай"),
        (Venue("UZ", "Samarkand"), "乌兹别克斯坦Samarkand", "Samarkand, Узбекистан"),
        (Venue(site="1 Room", online=True), "线上，1 Room", "по видеосвязи, 1 Room"),
        (Venue(), "", ""),
    ],
)
def test_a_venue_is_named_in_each_languages_order(venue: Venue, zh: str, ru: str) -> None:
    shown = [
        proposal_texts.venue_text(venue, CityBook(), words_for(language))
        for language in (Language.ZH, Language.RU)
    ]
    assert shown == [zh, ru]


def test_a_chip_says_how_urgent_it_is() -> None:
    words = words_for(Language.EN)
    late = replace(ITEM, overdue=2, days=9)
    ours = waiting_text(late, words, ours=True)
    assert (ours.chip, ours.tone) == ("overdue: 2 days", Tone.WARNING)
    # Silence of the other side is told as silence and nothing more.
    theirs = waiting_text(late, words, ours=False)
    assert (theirs.chip, theirs.tone) == ("no reply, 2 days", Tone.PLAIN)
    silent = waiting_text(replace(ITEM, days=21), words, ours=False)
    assert (silent.chip, silent.tone) == ("no reply yet, 21 days", Tone.PLAIN)
    ours = waiting_text(replace(ITEM, days=1), words, ours=True)
    assert (ours.chip, ours.tone) == ("1 day", Tone.WARNING)
    theirs = waiting_text(replace(ITEM, kind=WaitingKind.APPROVAL, days=3), words, ours=False)
    assert (theirs.chip, theirs.tone) == ("3 days", Tone.PLAIN)
    assert waiting_text(ITEM, words, ours=True).chip == ""
    assert waiting_text(ITEM, words, ours=False).chip == "no reply yet"


@pytest.mark.parametrize("language", list(Language))
def test_what_came_today_is_counted_in_no_days(language: Language) -> None:
    made = Event(EventKind.TRANSMITTED, Side.CN, 1, datetime(2026, 11, 23, 8, tzinfo=UTC))
    terms = Terms((Dates(DAY, DAY),), Venue("CN", "Dalian"), (Topic("一", "А"),))
    standing, words = fold((replace(made, terms=terms),)), words_for(language)
    for own in Side:
        for day, counted in ((date(2026, 11, 23), False), (date(2026, 11, 25), True)):
            said = proposal_texts.waiting_text(standing, own, day, words)
            assert said
            assert any(letter.isdigit() for letter in said) is counted


def test_a_wished_date_that_is_near_says_how_near() -> None:
    words = words_for(Language.EN)
    near = replace(ITEM, days=9, due=DAY, days_left=3)
    ours = waiting_text(near, words, ours=True)
    assert (ours.chip, ours.tone) == ("3 days left", Tone.WARNING)
    assert ours.note == "reply wished by 1 December 2026"
    theirs = waiting_text(near, words, ours=False)
    assert (theirs.chip, theirs.note) == ("no reply yet, 9 days", f"{ours.note} · 3 days left")
    assert waiting_text(replace(near, days_left=0), words, ours=True).chip == "due today"
    assert waiting_text(replace(near, days_left=1), words_for(Language.RU), ours=True).chip == (
        "остался 1 день"
    )


def test_a_consent_says_why_it_is_asked_for() -> None:
    reason = Reason.of(RotationReason.TURN_OPEN, id="R2")
    item = replace(ITEM, kind=WaitingKind.CONSENT, id="R2", reason=reason)
    for language, word in (
        (Language.ZH, "第三国"),
        (Language.RU, "третьей"),
        (Language.EN, "third"),
    ):
        assert word in waiting_text(item, words_for(language), ours=True).note


def test_russian_counts_days_rightly() -> None:
    words = words_for(Language.RU)
    chips = [waiting_text(replace(ITEM, days=n), words, ours=True).chip for n in (1, 2, 5, 21)]
    assert chips == ["1 день", "2 дня", "5 дней", "21 день"]


def test_everything_that_waits_has_its_screen() -> None:
    assert set(SCREEN_OF) == set(WaitingKind)
    items = [replace(ITEM, kind=kind) for kind in WaitingKind]
    counts = waiting_counts(items)
    assert sum(counts.values()) == len(items)
    assert counts["consultations"] > 1


# --- the first screen ------------------------------------------------------------------------


def seen(start: date | None, status: Status = Status.CONFIRMED, city: str = "Kazan") -> Overview:
    ctx = make_context("Li")
    if start is not None:
        new = NewConsultation(
            kind=Kind.REGULAR,
            dates=Dates(start, start),
            venue=Venue("RU", city) if city else Venue(online=True),
            status=status,
        )
        consultations.add(ctx, new)
    return overview(ctx)


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (date(2026, 11, 23), "The meeting begins today."),
        (date(2026, 11, 24), "In 1 day: 0 days on which both countries work."),
        (date(2026, 12, 3), "In 10 days: 7 days on which both countries work."),
    ],
)
def test_how_far_the_next_meeting_is(start: date, said: str) -> None:
    text = today_text(seen(start), CityBook(), words_for(Language.EN))
    assert text.next is not None
    assert text.next.why == said


def test_common_days_past_the_calendars_are_left_out() -> None:
    found = seen(date(2026, 12, 3))
    assert found.next_meeting is not None
    ahead = replace(found.next_meeting, common_working_days=None)
    text = today_text(replace(found, next_meeting=ahead), CityBook(), words_for(Language.EN))
    assert text.next is not None
    assert text.next.why == "In 10 days."


def test_a_meeting_under_way_and_one_without_a_host() -> None:
    found = seen(date(2026, 11, 24), city="")
    assert found.next_meeting is not None
    under_way = replace(found, next_meeting=replace(found.next_meeting, days_until=-1))
    text = today_text(under_way, CityBook(), words_for(Language.EN))
    assert text.next is not None
    assert text.next.why == "The meeting is under way."
    assert text.next.date.endswith("online")


def test_nothing_ahead_and_nobody_to_invite() -> None:
    text = today_text(seen(None), CityBook(), words_for(Language.ZH))
    assert text.next is None
    assert text.turn.turns[-1][1] == "下一轮"
    found = seen(date(2026, 12, 24))
    words = words_for(Language.EN)
    bare = today_text(found, CityBook(), words).next
    assert bare is not None
    assert bare.invited == "Nobody with an e-mail address is in the delegations yet."
    assert bare.meters == ()
    unknown = today_text(replace(found, sent=None), CityBook(), words).next
    assert unknown is not None
    assert unknown.invited == ""
    sent = Invited("R1", (), (), unreachable=2)
    assert today_text(replace(found, sent=sent), CityBook(), words).next is not None


# --- days ------------------------------------------------------------------------------------


def test_a_day_is_told_with_everything_about_it() -> None:
    cn = Day(DAY, DayKind.OFF, holiday="Mid-Autumn Festival; National Day")
    ru = Day(DAY, DayKind.WORK, short=True, confirmed=True)
    english = cell_text(DayCell(cn, ru), words_for(Language.EN))
    assert "China: day off (Mid-Autumn Festival · National Day), provisional" in english
    assert "Russia: working day, one hour shorter" in english
    assert "中秋节 · 国庆节" in day_kind(Side.CN, cn, words_for(Language.ZH))


@pytest.mark.parametrize("language", [Language.ZH, Language.RU])
def test_every_known_holiday_has_a_name(language: Language) -> None:
    words = words_for(language)
    for name in KNOWN:
        assert not LATIN.search(holiday_text(name, words)), name
    assert holiday_text("A new holiday", words) == "A new holiday"


def test_a_cost_is_taken_apart() -> None:
    rows = cost_rows(RoundCost(gap=7, travel=5), words_for(Language.EN))
    assert rows[0] == ("Distance from the wished gap", 7)
    assert rows[-1] == ("All points together", 12)


def test_parts_are_put_together_as_each_language_does() -> None:
    chinese, russian = words_for(Language.ZH), words_for(Language.RU)
    assert listed(("甲", "", "乙"), chinese) == "甲，乙"
    assert listed(("а", "б"), russian) == "а, б"
    assert sentences(("甲。", "乙。"), chinese) == "甲。乙。"
    assert sentences(("А.", "Б."), russian) == "А. Б."


# --- plain tables ----------------------------------------------------------------------------


def test_a_table_of_rows_is_in_order(qtmodeltester: ModelTester) -> None:
    words = words_for(Language.EN)
    columns = (
        Column[str]("Country", lambda row, _words: row),
        Column[str]("Note", lambda row, _words: row.upper()),
    )
    model = RowsModel(columns, words)
    model.show_rows(("one", "two"), words)
    qtmodeltester.check(model)
    index = model.index(1, 1)
    assert index.data() == "TWO"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Note: TWO"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.row(9) is None
    assert model.rowCount(index) == model.columnCount(index) == 0
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Note"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_rows(("one", "two"), words)
    assert resets == []
    model.show_rows(("one", "two"), words_for(Language.ZH))
    assert model.headerData(0, Qt.Orientation.Horizontal) == "国家"
