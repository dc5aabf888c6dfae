"""Every placeholder of a note's wording is explained in the three languages."""

from __future__ import annotations

import re

import pytest

from consultations_gui.domain.note_wording import TEMPLATES, Template, placeholders
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.placeholders import placeholder_text
from consultations_gui.i18n.words import words_for

SCRIPT = {Language.ZH: "[\u4e00-\u9fff]", Language.RU: "[а-я]", Language.EN: "[a-z]"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("wanted", TEMPLATES, ids=lambda one: one.name)
def test_what_each_stands_for_is_told(wanted: Template, language: Language) -> None:
    words = words_for(language)
    for lang in Lang:
        told = [placeholder_text(name, lang, words) for name in placeholders(wanted, lang)]
        assert all(re.search(SCRIPT[language], text) for text in told)
        assert len(set(told)) == len(told)


def test_a_russian_text_is_told_the_case() -> None:
    words = words_for(Language.EN)
    assert placeholder_text("accepted", Lang.RU, words) == "what is accepted, genitive, or nothing"
    assert placeholder_text("accepted", Lang.ZH, words) == "what is accepted, or nothing"
