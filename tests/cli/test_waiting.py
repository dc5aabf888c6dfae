from __future__ import annotations

from datetime import date

import pytest

from consultations_gui.application.waiting import WaitingItem, WaitingKind
from consultations_gui.cli.waiting import TEXTS, waiting_text
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for

ITEMS = {
    kind: WaitingItem(
        kind,
        Side.CN,
        "CN-2027" if kind is WaitingKind.DECREE else "R3",
        count=2,
        offer=2,
        lang=Lang.RU,
        country=Side.RU,
    )
    for kind in WaitingKind
}


def test_every_kind_has_words() -> None:
    assert set(TEXTS) == set(WaitingKind)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", WaitingKind)
def test_a_line_is_whole_in_every_language(kind: WaitingKind, language: Language) -> None:
    line = waiting_text(ITEMS[kind], words_for(language))
    assert "{" not in line
    if language is not Language.EN:
        assert line != waiting_text(ITEMS[kind], words_for(Language.EN))
    if "{id}" in str(TEXTS[kind]):
        assert line.startswith("R3")


def test_the_year_of_a_notice_and_the_country() -> None:
    line = waiting_text(ITEMS[WaitingKind.DECREE], words_for(Language.EN))
    assert line == "Russia: enter the official notice on days off for 2027"


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, "R3: в повестке дня недостаёт 1 текста (русский)"),
        (2, "R3: в повестке дня недостаёт 2 текстов (русский)"),
        (21, "R3: в повестке дня недостаёт 21 текста (русский)"),
    ],
)
def test_what_is_counted_has_its_plural(count: int, line: str) -> None:
    item = WaitingItem(WaitingKind.TEXTS_MISSING, Side.CN, "R3", count=count, lang=Lang.RU)
    assert waiting_text(item, words_for(Language.RU)).casefold() == line.casefold()


def test_when_it_is_due_and_how_long_it_has_waited() -> None:
    words = words_for(Language.EN)
    due = date(2027, 3, 2)
    answer = WaitingItem(WaitingKind.ANSWER, Side.RU, "P2", 9, due, overdue=1, offer=1)
    assert waiting_text(answer, words) == ("P2: answer offer 1 · by 2 March 2027 · no reply, 1 day")
    waiting = WaitingItem(WaitingKind.ANSWER, Side.RU, "P2", 9, due, offer=1)
    assert waiting_text(waiting, words) == ("P2: answer offer 1 · by 2 March 2027 · waiting 9 days")
    late = WaitingItem(WaitingKind.AUTHORITIES, Side.RU, "facts", due=due, overdue=3)
    assert waiting_text(late, words).endswith("· by 2 March 2027 · 3 days late")


def test_a_wished_date_that_is_near_says_how_near() -> None:
    words = words_for(Language.EN)
    near = WaitingItem(WaitingKind.ANSWER, Side.RU, "P2", 9, date(2027, 3, 2), offer=1, days_left=3)
    assert waiting_text(near, words).endswith("· by 2 March 2027 · 3 days left")
    today = WaitingItem(WaitingKind.ANSWER, Side.RU, "P2", 9, date(2027, 3, 2), days_left=0)
    assert waiting_text(today, words).endswith("· due today")
