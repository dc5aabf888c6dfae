"""Two offers compared: nothing is lost, and what is marked is what differs."""

from __future__ import annotations

from consultations_gui.domain.parties import CityBook
from consultations_gui.domain.proposal import Component, Terms
from consultations_gui.domain.proposal_compare import Mark, Run
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.proposal_compare import compare
from consultations_gui.ui.theme.tokens import LIGHT
from consultations_gui.ui.views.proposal_compare import marked_html, marked_words
from tests.ui.talks import CERT, CERT_AGAIN, DALIAN, LATER, MARCH, MOSCOW, THREATS, TRAINING

EN = words_for(Language.EN)


def test_rows_stand_side_by_side_and_say_what_changed() -> None:
    before = Terms((LATER, MARCH), MOSCOW, (THREATS, CERT, TRAINING))
    after = Terms((MARCH,), DALIAN, (THREATS, CERT_AGAIN, TRAINING))
    rows = compare(before, after, CityBook(), EN)
    changed = [(row.component, row.numbers) for row in rows if row.changed]
    assert changed == [
        (Component.DATES, (None, None)),
        (Component.VENUE, (None, None)),
        (Component.TOPICS, (2, 2)),
    ]
    dates = rows[0]
    assert [line[-1].mark for line in dates.before.lines] == [Mark.REMOVED, Mark.SAME]
    assert dates.before.dates == (LATER, MARCH)


def test_options_that_change_places_are_marked_by_their_numbers() -> None:
    rows = compare(Terms((LATER, MARCH), DALIAN, (THREATS,)), Terms((MARCH, LATER)), CityBook(), EN)
    assert rows[0].changed
    assert [line[0] for line in rows[0].after.lines] == [
        Run("1) ", Mark.ADDED),
        Run("2) ", Mark.ADDED),
    ]
    assert all(line[1].mark is Mark.SAME for line in rows[0].before.lines)


def test_a_topic_put_in_stands_alone() -> None:
    before = Terms((MARCH,), DALIAN, (THREATS, TRAINING))
    after = Terms((MARCH,), DALIAN, (THREATS, CERT, TRAINING))
    rows = compare(before, after, CityBook(), EN)
    put_in = next(row for row in rows if row.changed)
    assert not put_in.before.lines
    assert put_in.numbers == (None, 2)
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
