"""Chinese has marks as wide as a hanzi, in the catalogues and where parts are joined."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

import pytest

from consultations_gui.desktop.paths import resource
from consultations_gui.i18n import phrases
from consultations_gui.i18n.compile import messages_of, read_area, strings_of
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from tests.architecture.source import ROOT
from tests.i18n.punctuation import narrow

WITHIN = (", ", "; ", ": ")
JOINTS = (*WITHIN, ". ")
"""A number with a full stop (``1. ``) is no joint."""
SPEAKING = ("ui", "cli", "documents", "invitations", "i18n")
NO_CHINESE = {
    "i18n/phrases.py": "the one place",
    "i18n/check.py": "told to developers",
    "i18n/compile.py": "told to developers",
    "i18n/dates.py": "patterns of one language each",
    "i18n/wording_tags.py": "one language each",
    "documents/notes.py": "the Russian text",
    "documents/word_parts.py": "keywords of a file",
}


@pytest.mark.parametrize("area", sorted(p.stem for p in resource("locale", "zh").glob("*.po")))
def test_the_chinese_catalogues_have_wide_marks(area: str) -> None:
    path = resource("locale", "zh") / f"{area}.po"
    strings = (
        s for message in messages_of(read_area(path, Language.ZH)) for s in strings_of(message)
    )
    assert [found for string in strings for found in narrow(string)] == []


def test_the_eye_for_narrow_marks() -> None:
    assert narrow("中方,俄方") == ["中方,俄方"]
    assert narrow("状态: 同意")
    assert len(narrow("第三轮(北京)")) == 2
    assert narrow("会期：09:30，X1, R3；“Казань (центр)”。CSV (UTF-8)") == []


def joints(tree: ast.AST) -> Iterator[int]:
    """Lines where a mark of English and Russian joins values."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            joined = node.func.value
            if (
                node.func.attr == "join"
                and isinstance(joined, ast.Constant)
                and joined.value in JOINTS
            ):
                yield node.lineno
        if isinstance(node, ast.JoinedStr):
            parts = node.values
            for before, part in pairwise(parts):
                if (
                    isinstance(before, ast.FormattedValue)
                    and isinstance(part, ast.Constant)
                    and str(part.value).startswith(WITHIN)
                ):
                    yield node.lineno


@pytest.mark.parametrize("room", SPEAKING)
def test_whoever_joins_words_leaves_the_mark_to_the_language(room: str) -> None:
    """Use ``listed``, ``clauses``, ``named`` or ``spoken`` of ``i18n/phrases.py``."""
    base = ROOT / "consultations_gui"
    found = [
        f"{name}:{line}"
        for path in sorted((base / room).rglob("*.py"))
        if (name := path.relative_to(base).as_posix()) not in NO_CHINESE
        for line in joints(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ZH, ("甲，乙", "甲；乙", "甲乙", "甲。乙", "甲：乙")),
        (Language.RU, ("甲, 乙", "甲; 乙", "甲 乙", "甲. 乙", "甲: 乙")),
    ],
)
def test_each_language_joins_with_its_own_marks(language: Language, told: tuple[str, ...]) -> None:
    words, parts = words_for(language), ("甲", "", "乙")
    ways = (phrases.listed, phrases.clauses, phrases.sentences, phrases.spoken)
    made = (*(way(parts, words) for way in ways), phrases.named("甲", "乙", words))
    assert made == told
