"""The office's Russian term: which words can be one, and its forms in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.errors import TermRefusedError
from consultations_gui.domain.term import LONGEST, SHIPPED, require_term, tidy, with_term

OTHER = "дополнительные"
ENDINGS = ("ые", "ых", "ым", "ыми", "ая", "ую", "ой", "ою", "ое", "ого", "ому", "ом")

stems = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяё", min_size=1, max_size=LONGEST - 3)
terms = st.builds(lambda stem, last: f"{stem}{last}ые", stems, st.sampled_from("бвдзлмнпрстф"))


@pytest.mark.parametrize(
    "term",
    [
        SHIPPED,
        OTHER,
        "внеплановые",
        "экстренные",
        "незапланированные",
        "вне-очередные",
        "особые",
        "новые",
    ],
)
def test_an_adjective_on_a_hard_stem_can_be_a_term(term: str) -> None:
    require_term(term)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ые",
        "ные",
        "дополнительный",
        "дополнительных",
        "последние",  # soft: последних, but последняя
        "технические",  # к: технических, but техническая
        "свежие",
        "куцые",  # куцего
        "extraordinary",
        "非例行",
        "внеочередные дополнительные",
        "Дополнительные",
        "-дополнительные",
        "допол1нительные",
        "д" * (LONGEST - 2) + "ные",
        "дополнительные\n",
    ],
)
def test_a_word_whose_forms_cannot_be_made_is_refused(text: str) -> None:
    with pytest.raises(TermRefusedError) as refused:
        require_term(text)
    assert (refused.value.text, refused.value.longest) == (text, LONGEST)
    assert with_term("Внеочередные консультации", text) == "Внеочередные консультации"


def test_what_is_typed_is_tidied() -> None:
    assert tidy("  Дополнительные\n") == OTHER
    assert tidy("ВНЕОЧЕРЕДНЫЕ") == SHIPPED


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_form_is_the_other_words_same_form(ending: str) -> None:
    was, now = f"внеочередн{ending}", f"дополнительн{ending}"
    assert with_term(was, OTHER) == now
    assert with_term(was.capitalize(), OTHER) == now.capitalize()
    assert with_term(was.upper(), OTHER) == now.upper()
    assert with_term(f"({was}, {was})", OTHER) == f"({now}, {now})"


@pytest.mark.parametrize(
    ("text", "term", "wanted"),
    [
        ("О внеочередных консультациях", OTHER, "О дополнительных консультациях"),
        ("О внеочередных консультациях", "экстренные", "Об экстренных консультациях"),
        ("речь о\u00a0внеочередных", "особые", "речь об\u00a0особых"),
        ("О ВНЕОЧЕРЕДНЫХ", "иные", "ОБ ИНЫХ"),
        ("о внеочередных", "единые", "о единых"),
        ("о внеочередных", "явные", "о явных"),
        ("Об внеочередных", OTHER, "О дополнительных"),
        ("кино внеочередных", "особые", "кино особых"),
        ("внеочередных\nконсультаций", "вне-плановые", "вне-плановых\nконсультаций"),
        ("Внеочередных", "вне-плановые", "Вне-плановых"),
    ],
)
def test_a_form_in_its_sentence(text: str, term: str, wanted: str) -> None:
    assert with_term(text, term) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "очередные консультации",
        "внеочередник",
        "внеочередность",
        "невнеочередные",
        "вне нумерации и очерёдности",
        "внеочереден",
    ],
)
def test_words_of_the_same_stem_stay(text: str) -> None:
    assert with_term(text, OTHER) == text


@given(st.text())
def test_the_shipped_term_changes_nothing(text: str) -> None:
    assert with_term(text, SHIPPED) is text


@given(st.lists(st.sampled_from([*ENDINGS]), max_size=5), terms)
def test_there_and_back_again(endings: list[str], term: str) -> None:
    text = " и ".join(f"внеочередн{ending}" for ending in endings)
    require_term(term)
    assert with_term(text, term) == " и ".join(term[:-2] + ending for ending in endings)


@given(st.text("внеочрдыха О об,"), terms)
def test_only_forms_of_the_word_are_touched(text: str, term: str) -> None:
    if "внеочередн" not in text.lower():
        assert with_term(text, term) == text
