"""Two offers compared: nothing is lost, and what is marked is what differs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.proposal import Component, Topic
from consultations_gui.domain.proposal_compare import (
    Mark,
    Run,
    Text,
    TopicChange,
    compare_terms,
    compare_text,
    side_by_side,
    words_of,
)
from tests.domain.negotiation import KAZAN, MARCH, OFFERS, TALKS, TERMS, THREATS

REWORDED = replace(THREATS, ru="Обмен оценками и данными о новых угрозах", minutes=60)
TRAINING = Topic("人员培训", "О подготовке кадров", 30)
texts = st.text(alphabet="信息通报 аб вг12.,ё", max_size=20)
topics = st.lists(
    st.builds(Topic, texts, texts, st.none() | st.sampled_from([30, 45])), max_size=5
).map(tuple)


def _joined(text: Text, *marks: Mark) -> str:
    return "".join(run.text for run in text if run.mark in marks)


def _paired(changes: tuple[TopicChange, ...]) -> list[tuple[int | None, int | None]]:
    return [(one.number_before, one.number_after) for one in changes]


@given(texts, texts)
def test_both_texts_are_whole_and_share_what_is_not_marked(before: str, after: str) -> None:
    text = compare_text(before, after)
    assert _joined(text, Mark.SAME, Mark.REMOVED) == before
    assert _joined(text, Mark.SAME, Mark.ADDED) == after
    left, right = side_by_side(text)
    assert _joined(left, *Mark) == before
    assert _joined(right, *Mark) == after


@given(texts)
def test_a_text_compared_with_itself_has_no_marks(text: str) -> None:
    assert all(run.mark is Mark.SAME for run in compare_text(text, text))
    assert "".join(words_of(text)) == text


def test_chinese_is_marked_by_character_and_russian_by_word() -> None:
    assert compare_text("信息通报机制", "技术通报机制")[:3] == (
        Run("信息", Mark.REMOVED),
        Run("技术", Mark.ADDED),
        Run("通报机制"),
    )
    text = compare_text("О механизме оповещения", "О механизмах оповещения")
    assert Run("механизме", Mark.REMOVED) in text
    assert Run("механизмах", Mark.ADDED) in text


@given(topics, topics)
def test_every_topic_of_both_offers_stands_there_once_and_in_its_order(
    before: tuple[Topic, ...], after: tuple[Topic, ...]
) -> None:
    changes = compare_terms(replace(TERMS, topics=before), replace(TERMS, topics=after)).topics
    assert tuple(one.before for one in changes if one.before is not None) == before
    assert tuple(one.after for one in changes if one.after is not None) == after
    firsts = [one.number_before for one in changes if one.number_before]
    seconds = [one.number_after for one in changes if one.number_after]
    assert firsts == list(range(1, len(before) + 1))
    assert seconds == list(range(1, len(after) + 1))
    assert not any(one.before is None and one.after is None for one in changes)


@given(OFFERS, OFFERS)
def test_what_is_changed_is_what_differs(before, after) -> None:  # type: ignore[no-untyped-def]  # strategies
    change = compare_terms(before, after)
    assert (Component.DATES in change.changed) == (before.dates != after.dates)
    assert (Component.VENUE in change.changed) == (before.venue != after.venue)
    assert (Component.TOPICS in change.changed) == any(one.changed for one in change.topics)


def test_a_reworded_topic_is_found_again_beside_one_put_in_before_it() -> None:
    before = replace(TERMS, topics=(THREATS, TRAINING))
    after = replace(TERMS, topics=(TALKS, REWORDED, TRAINING))
    change = compare_terms(before, after)
    assert _paired(change.topics) == [(None, 1), (1, 2), (2, 3)]
    assert [one.changed for one in change.topics] == [True, True, False]
    assert Run(" оценками и", Mark.ADDED) in change.topics[1].ru
    assert all(run.mark is Mark.SAME for run in change.topics[1].zh)
    assert change.changed == (Component.TOPICS,)


def test_topics_that_have_nothing_in_common_are_not_one() -> None:
    change = compare_terms(replace(TERMS, topics=(THREATS,)), replace(TERMS, topics=(TRAINING,)))
    assert _paired(change.topics) == [(1, None), (None, 1)]
    gone = compare_terms(replace(TERMS, topics=(THREATS, TALKS)), TERMS)
    assert _paired(gone.topics) == [(1, 1), (2, None)]


def test_all_three_components_may_differ() -> None:
    after = replace(TERMS, dates=(MARCH,), venue=KAZAN, topics=(REWORDED,))
    assert compare_terms(TERMS, after).changed == tuple(Component)
    assert compare_terms(TERMS, TERMS).changed == ()
