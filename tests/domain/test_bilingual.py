"""Which of two equal texts lags behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.parties import Lang

T0 = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
T1, T2, T3 = (T0 + timedelta(minutes=n) for n in (1, 2, 3))
BOTH = Bilingual("议题", "Вопрос", T0, T0)


def states(pair: Bilingual) -> tuple[TextState, TextState]:
    return pair.state(Lang.ZH), pair.state(Lang.RU)


def test_an_empty_pair_misses_both() -> None:
    assert states(Bilingual()) == (TextState.MISSING, TextState.MISSING)
    assert not Bilingual().complete


def test_blanks_are_no_text() -> None:
    assert Bilingual("议题", " \n").state(Lang.RU) is TextState.MISSING


@pytest.mark.parametrize("lang", Lang)
def test_the_first_text_leaves_the_other_missing(lang: Lang) -> None:
    pair = Bilingual().edit(lang, "текст", T1)
    assert pair.state(lang) is TextState.IN_STEP
    assert pair.state(lang.other) is TextState.MISSING
    assert pair.edited_at(lang) == T1
    assert pair.edited_at(lang.other) is None


@pytest.mark.parametrize("lang", Lang)
def test_editing_one_of_two_makes_the_other_stale(lang: Lang) -> None:
    pair = BOTH.edit(lang, "new", T1)
    assert pair.state(lang) is TextState.IN_STEP
    assert pair.state(lang.other) is TextState.STALE
    assert pair.text(lang) == "new"
    assert pair.text(lang.other) == BOTH.text(lang.other)


@pytest.mark.parametrize("lang", Lang)
def test_the_stale_text_catches_up_when_it_is_edited(lang: Lang) -> None:
    assert BOTH.edit(lang, "new", T1).edit(lang.other, "neu", T2).complete


def test_filling_in_the_missing_text_brings_both_in_step() -> None:
    assert Bilingual("议题", "", T0).edit(Lang.RU, "Вопрос", T1).complete


def test_more_edits_of_the_newer_text_keep_the_other_stale() -> None:
    pair = BOTH.edit(Lang.ZH, "新", T1).edit(Lang.ZH, "更新", T2)
    assert states(pair) == (TextState.IN_STEP, TextState.STALE)


def test_the_same_text_is_no_edit() -> None:
    assert BOTH.edit(Lang.ZH, BOTH.zh, T1) is BOTH


def test_taking_a_text_out_leaves_nothing_stale() -> None:
    pair = BOTH.edit(Lang.ZH, "", T1)
    assert states(pair) == (TextState.MISSING, TextState.IN_STEP)


@pytest.mark.parametrize("lang", Lang)
def test_a_person_may_find_both_in_step(lang: Lang) -> None:
    pair = BOTH.edit(lang, "new", T1).confirm(T2)
    assert pair.complete
    assert pair.edited_at(lang.other) == T2
    assert pair.confirm(T3) is pair


def test_a_sitting_counts_as_one_edit() -> None:
    """Autosaves of a translation never make the original stale."""
    base = Bilingual("议题", "", T0)
    stored = base
    for at, text in ((T1, "В"), (T2, "Воп"), (T3, "Вопрос")):
        stored = stored.edit_since(base, Lang.RU, text, at)
        assert stored.complete
    assert stored == Bilingual("议题", "Вопрос", T0, T3)


def test_typing_back_what_was_there_undoes_the_edit() -> None:
    stored = BOTH.edit_since(BOTH, Lang.ZH, "新", T1)
    assert stored.edit_since(BOTH, Lang.ZH, "议题", T2) == BOTH


def test_nothing_new_typed_changes_nothing() -> None:
    assert BOTH.edit_since(BOTH, Lang.ZH, BOTH.zh, T1) is BOTH


@pytest.mark.parametrize("lang", Lang)
def test_two_people_editing_both_texts_leave_them_out_of_step(lang: Lang) -> None:
    other = lang.other
    stored = BOTH.edit(other, "theirs", T1).edit_since(BOTH, lang, "mine", T2)
    assert stored.text(other) == "theirs"
    assert stored.text(lang) == "mine"
    assert (stored.edited_at(other), stored.edited_at(lang)) == (T1, T2)
    assert stored.lagging is other


@pytest.mark.parametrize("lang", Lang)
def test_a_translation_of_an_outdated_text_lags(lang: Lang) -> None:
    """The original changed under the translator's hands."""
    base = BOTH.edit(lang.other, "original", T0)
    stored = base.edit(lang.other, "original, bettered", T1)
    stored = stored.edit_since(base, lang, "translation", T2)
    assert stored.text(lang.other) == "original, bettered"
    assert stored.lagging is lang


def test_two_first_texts_at_once_are_to_be_compared() -> None:
    stored = Bilingual().edit(Lang.RU, "Вопрос", T1).edit_since(Bilingual(), Lang.ZH, "议题", T2)
    assert states(stored) == (TextState.IN_STEP, TextState.STALE)


def test_typing_back_leaves_the_others_edit_alone() -> None:
    mine = BOTH.edit_since(BOTH, Lang.ZH, "新", T1)
    theirs = mine.edit(Lang.RU, "Иначе", T2)
    assert theirs.edit_since(BOTH, Lang.ZH, BOTH.zh, T3) == BOTH.edit(Lang.RU, "Иначе", T2)


def test_a_text_the_other_took_out_is_missing_not_stale() -> None:
    stored = BOTH.edit(Lang.RU, "", T1).edit_since(BOTH, Lang.ZH, "新", T2)
    assert states(stored) == (TextState.IN_STEP, TextState.MISSING)
    assert stored.lagging is None


def test_a_confirmation_in_between_keeps_its_time() -> None:
    base = BOTH.edit(Lang.ZH, "新", T0)
    stored = base.confirm(T1).edit_since(base, Lang.ZH, "更新", T2)
    assert stored.ru_at == T1
    assert stored.lagging is Lang.RU


texts = st.sampled_from(["", " ", "a", "b", "议题"])


@given(st.lists(st.tuples(st.sampled_from(Lang), texts, st.booleans()), max_size=8))
def test_a_lagging_text_is_there_and_so_is_the_other(
    edits: list[tuple[Lang, str, bool]],
) -> None:
    base = pair = Bilingual()
    for step, (lang, text, fresh) in enumerate(edits):
        base = pair if fresh else base
        pair = pair.edit_since(base, lang, text, T0 + timedelta(minutes=step))
        assert pair.text(lang) == text
        if pair.lagging:
            assert pair.zh.strip()
            assert pair.ru.strip()
            assert pair.state(pair.lagging) is TextState.STALE
            assert pair.state(pair.lagging.other) is TextState.IN_STEP
