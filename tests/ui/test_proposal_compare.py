"""Two offers compared: nothing is lost, and what is marked is what differs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.proposal_compare import (
    Mark,
    Run,
    Text,
    compare,
    compare_text,
    words_of,
)
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.views.proposal_compare import marked_html, marked_words
from tests.ui.talks import CERT, CERT_AGAIN, DALIAN, LATER, MARCH, MOSCOW, THREATS, TRAINING

EN = words_for(Language.EN)
texts = st.text(alphabet="信息通报 аб вг12.,ё", max_size=20)


def _joined(text: Text, *marks: Mark) -> str:
    return "".join(run.text for run in text if run.mark in marks)


@given(texts, texts)
def test_both_texts_are_whole_and_share_what_is_not_marked(before: str, after: str) -> None:
    left, right = compare_text(before, after)
    assert _joined(left, Mark.SAME, Mark.REMOVED) == before
    assert _joined(right, Mark.SAME, Mark.ADDED) == after
    assert _joined(left, Mark.SAME) == _joined(right, Mark.SAME)


@given(texts)
def test_a_text_compared_with_itself_has_no_marks(text: str) -> None:
    left, right = compare_text(text, text)
    assert all(run.mark is Mark.SAME for run in (*left, *right))
    assert "".join(words_of(text)) == text


def test_chinese_is_marked_by_character_and_russian_by_word() -> None:
    left, right = compare_text("信息通报机制", "技术通报机制")
    assert left[0] == Run("信息", Mark.REMOVED)
    assert right[0] == Run("技术", Mark.ADDED)
    left, _ = compare_text("О механизме оповещения", "О механизмах оповещения")
    assert Run("механизме", Mark.REMOVED) in left


def test_rows_stand_side_by_side_and_say_what_changed() -> None:
    before = Terms((LATER, MARCH), MOSCOW, (THREATS, CERT, TRAINING))
    after = Terms((MARCH,), DALIAN, (THREATS, CERT_AGAIN, TRAINING))
    rows = compare(before, after, CityBook(), EN)
    changed = [(row.component, row.number) for row in rows if row.changed]
    assert changed == [
        (Component.DATES, None),
        (Component.VENUE, None),
        (Component.TOPICS, 2),
    ]
    dates = rows[0]
    assert [line[-1].mark for line in dates.before.lines] == [Mark.REMOVED, Mark.SAME]
    assert dates.before.dates == (LATER, MARCH)


def test_a_topic_put_in_stands_alone() -> None:
    before = Terms((MARCH,), DALIAN, (THREATS, TRAINING))
    after = Terms((MARCH,), DALIAN, (THREATS, CERT, TRAINING))
    rows = compare(before, after, CityBook(), EN)
    put_in = next(row for row in rows if row.changed)
    assert not put_in.before.lines
    assert put_in.number == 2
    assert all(run.mark is Mark.ADDED for line in put_in.after.lines for run in line)


def test_one_offer_alone_is_shown_without_marks() -> None:
    rows = compare(None, Terms((MARCH,), DALIAN, (THREATS,)), CityBook(), EN)
    runs = [run for row in rows for line in row.after.lines for run in line]
    assert all(run.mark is Mark.SAME for run in runs)
    assert not any(row.changed or row.before.lines for row in rows)


def test_marks_are_told_by_more_than_colour_and_markup_is_no_markup() -> None:
    text = (Run("<b>", Mark.SAME), Run("старое", Mark.REMOVED), Run("新", Mark.ADDED))
    html = marked_html(text, LIGHT)
    assert "&lt;b&gt;" in html
    assert "line-through" in html
    assert "underline" in html
    assert marked_words(text, EN) == "<b>[taken out: старое][new: 新]"
