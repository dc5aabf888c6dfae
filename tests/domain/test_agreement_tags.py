"""Tags to Arts. 2 and 3, and the standing items of Art. 5(4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.domain.agreement_tags import (
    DIRECTIONS,
    TAGS,
    THREATS,
    find,
    require_tag,
)
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import UnknownTagError
from consultations_gui.domain.standing import BREAK, STANDING, absent
from tests.domain.agenda_samples import outline


def test_six_threats_and_fifteen_directions() -> None:
    assert [tag.code for tag in THREATS] == ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6"]
    assert [tag.code for tag in DIRECTIONS][::7] == ["3.1", "3.8", "3.15"]
    assert (len(DIRECTIONS), len(TAGS), len({tag.code for tag in TAGS})) == (15, 21, 21)


def test_a_tag_is_found_by_its_code() -> None:
    tag = find("3.15")
    assert tag is not None
    assert (tag.article, tag.number) == (3, 15)
    assert find("Квантовая связь") is None


@pytest.mark.parametrize("code", ["2.1", "3.15", "Квантовая связь", "6G 安全"])
def test_what_can_be_a_tag(code: str) -> None:
    require_tag(code)


@pytest.mark.parametrize("code", ["", "  ", "2.0", "2.7", "3.16", "3", "3.1.1", "４.1"])
def test_what_cannot(code: str) -> None:
    with pytest.raises(UnknownTagError):
        require_tag(code)


def test_the_four_standing_items_are_there_in_both_texts() -> None:
    assert len(STANDING) == 4
    for zh, ru in (*STANDING, BREAK):
        assert zh
        assert all("\u4e00" <= letter <= "\u9fff" or letter == "、" for letter in zh)
        assert ru[0].isupper()
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in ru)


def test_a_standing_item_is_there_in_either_text() -> None:
    a, b = outline("a1 b1")
    zh, ru = STANDING[0][0], STANDING[2][1]
    rows = (replace(a, text=Bilingual(zh, "")), replace(b, text=Bilingual("", f" {ru} ")))
    assert absent(rows) == (STANDING[1], STANDING[3])
    assert absent(()) == STANDING
