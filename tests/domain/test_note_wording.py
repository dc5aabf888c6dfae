"""Templates of notes: their placeholders, what is refused, how they are filled in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain.errors import (
    MissingPlaceholderError,
    StrayBraceError,
    UnknownPlaceholderError,
    UnknownWordingError,
    WordingEmptyError,
    WordingRefusedError,
)
from consultations_gui.domain.note_wording import (
    TEMPLATES,
    Correspondence,
    Names,
    Template,
    Wording,
    filled,
    needed,
    placeholders,
    require_wording,
    template,
)
from consultations_gui.domain.notes import Matter, NoteKind
from consultations_gui.domain.parties import Lang

OFFER = Template(NoteKind.OFFER, Matter.SESSION)
ROUND_MIXED = Template(NoteKind.MIXED, Matter.ROUND)


def plain(wanted: Template) -> str:
    return " ".join(f"{{{name}}}" for name in needed(wanted))


def test_every_template_has_a_name_of_its_own() -> None:
    assert template("offer") == OFFER
    assert template("round-mixed") == ROUND_MIXED
    assert len({one.name for one in TEMPLATES}) == len(TEMPLATES) == 14
    assert all(template(one.name) == one for one in TEMPLATES)
    with pytest.raises(UnknownWordingError) as error:
        template("offers")
    assert error.value.names[:2] == ("offer", "counter")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("wanted", TEMPLATES, ids=lambda one: one.name)
def test_what_must_be_there_may_be_there(wanted: Template, lang: Lang) -> None:
    allowed = placeholders(wanted, lang)
    assert set(needed(wanted)) <= set(allowed)
    assert len(set(allowed)) == len(allowed)
    require_wording(wanted, lang, plain(wanted))
    require_wording(wanted, lang, " ".join(f"{{{name}}}" for name in allowed))


def test_only_russian_has_cases_and_only_a_round_can_change() -> None:
    assert "our_side_gen" in placeholders(OFFER, Lang.RU)
    assert "our_side_gen" not in placeholders(OFFER, Lang.ZH)
    assert "change" in needed(ROUND_MIXED)
    assert "change" not in placeholders(OFFER, Lang.ZH)
    assert "ref_number" not in placeholders(OFFER, Lang.ZH)


def test_unknown_placeholders_are_refused_by_name_all_at_once() -> None:
    with pytest.raises(UnknownPlaceholderError) as error:
        require_wording(OFFER, Lang.ZH, plain(OFFER) + "{city}{our_side_gen}{city}{}")
    assert error.value.names == ("city", "our_side_gen", "")
    assert error.value.allowed == placeholders(OFFER, Lang.ZH)


def test_missing_placeholders_are_refused_by_name_all_at_once() -> None:
    with pytest.raises(MissingPlaceholderError) as error:
        require_wording(ROUND_MIXED, Lang.RU, "{sender} {addressee} {accepted} {ref_date}")
    assert error.value.names == ("meeting", "change", "ref_number", "declined")


@pytest.mark.parametrize("stray", ["{", "}", "{{sender}}", "{sender", "sender}"])
def test_a_brace_without_its_partner_is_shown_with_what_stands_around_it(stray: str) -> None:
    with pytest.raises(StrayBraceError) as error:
        require_wording(OFFER, Lang.RU, f"{plain(OFFER)}\nпредлагает {stray}\nпровести")
    assert "{" in error.value.names[0] or "}" in error.value.names[0]


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(WordingEmptyError):
        require_wording(OFFER, Lang.ZH, text)


@given(st.text(alphabet=st.sampled_from("{} \nабв中方sender_"), max_size=60))
def test_what_is_taken_can_be_filled_in_and_leaves_no_brace(extra: str) -> None:
    text = f"{plain(OFFER)}\n{extra}"
    try:
        require_wording(OFFER, Lang.RU, text)
    except WordingRefusedError:
        return
    values = dict.fromkeys(placeholders(OFFER, Lang.RU), "x")
    assert not re.search("[{}]", "".join(filled(text, values)))


def test_a_line_that_has_nothing_to_say_is_left_out_and_a_value_is_taken_as_it_is() -> None:
    text = "  {our_side} принимает {accepted}.\n\nотвечает на {ref_number}.\n{reply_by}."
    values = {"our_side": "сторона", "accepted": "", "ref_number": "{x}", "reply_by": "завтра"}
    assert filled(text, values) == ("Отвечает на {x}.", "Завтра.")


def test_an_offices_own_wording_stands_until_it_is_taken_back() -> None:
    first = Wording("offer", Lang.ZH, "甲")
    own = Correspondence().with_wording(Wording("offer", Lang.RU, "А")).with_wording(first)
    assert [w.text for w in own.wordings] == ["А", "甲"]
    newer = own.with_wording(Wording("offer", Lang.ZH, "乙"))
    found = newer.wording("offer", Lang.ZH)
    assert found is not None
    assert found.text == "乙"
    assert newer.wording("decline", Lang.ZH) is None
    assert newer.without("offer", Lang.ZH).wordings == (Wording("offer", Lang.RU, "А"),)


def test_each_language_has_its_own_names() -> None:
    names = {lang: Names(sender=lang) for lang in Lang}
    both = Correspondence()
    for lang in Lang:
        both = both.with_names(lang, names[lang])
    assert {lang: both.names(lang) for lang in Lang} == names
