"""The office's term in everything that is shipped in Russian: in no message is it spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from consultations_gui.desktop.paths import resource
from consultations_gui.domain.consultation import Kind
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.term import SHIPPED, with_term
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.note_forms import meeting_form
from consultations_gui.i18n.words import Words, source_files, words_for
from tests.architecture.source import ROOT
from tests.documents.samples import consultation

OTHER = "дополнительные"
STEM = re.compile("внеочередн", re.IGNORECASE)
BEFORE = re.compile(r"(?:(?P<before>\b[а-яё]{1,3})\s+)?(?P<form>внеочередн\w*)", re.IGNORECASE)
EXACT = {f"внеочередн{ending}" for ending in ("ые", "ых", "ым", "ыми")}
"""Forms that every adjective on a hard stem has alike. «-ой» is not among them: of «внеочередной»
it is the masculine nominative too."""
CODE = (ROOT / "consultations_gui", ROOT / "db")
SPELT_OUT = {
    "consultations_gui/domain/term.py": "the shipped term, which all else is made from",
    "consultations_gui/i18n/note_forms.py": "goes through with_term",
    "consultations_gui/ui/views/settings_pages/office.py": "goes through with_term",
    "db/migrations/versions/v0005_term.py": "what every office said until then",
}


def messages() -> Iterator[tuple[str, str | None, str, str]]:
    """Area, context, English and Russian of every message that holds the term."""
    for file in source_files(Language.RU, resource("locale")):
        with file.open("rb") as content:
            for message in read_po(content, locale="ru"):
                text = message.string
                if STEM.search(str(text)):
                    # None has a plural yet; one that has needs «-ой» or «-ая», and a test by trn.
                    assert isinstance(message.id, str)
                    assert isinstance(text, str)
                    yield file.stem, message.context, message.id, text


def said(words: Words, context: str | None, msgid: str) -> str:
    return words.trc(context, msgid) if context else words.tr(msgid)


def shipped_texts() -> Iterator[tuple[Path, str]]:
    """Everything that is shipped beside the code and holds Russian words."""
    for file in sorted(resource().rglob("*")):
        if file.suffix in {".po", ".txt", ".json", ".typ", ".csv"}:
            yield file, file.read_text(encoding="utf-8")


def test_the_term_is_in_every_area() -> None:
    assert {area for area, *_ in messages()} == {"cli", "domain", "papers", "ui"}


@pytest.mark.parametrize(("area", "context", "msgid", "text"), list(messages()))
def test_a_message_says_the_offices_term(
    area: str, context: str | None, msgid: str, text: str
) -> None:
    """In Russian alone, and form by form; with the shipped term nothing changes."""
    assert said(words_for(Language.RU), context, msgid) == text
    now = said(words_for(Language.RU, OTHER), context, msgid)
    assert now == with_term(text, OTHER) != text
    assert not STEM.search(now)
    for language in (Language.ZH, Language.EN):
        assert words_for(language, OTHER) is words_for(language)


def test_shipped_forms_are_those_that_are_exact() -> None:
    found = [(file, hit) for file, text in shipped_texts() for hit in BEFORE.finditer(text)]
    assert len(found) >= len(list(messages()))
    for file, hit in found:
        assert hit["form"].lower() in EXACT, f"{file.name}: {hit[0]}"
        # «во внеочередных», «со внеочередными» would need another preposition than other words.
        assert (hit["before"] or "о").lower() not in {"во", "со", "ко"}, f"{file.name}: {hit[0]}"


def test_no_text_of_the_code_passes_by_the_term() -> None:
    found = {
        file.relative_to(ROOT).as_posix()
        for folder in CODE
        for file in folder.rglob("*.py")
        if STEM.search(file.read_text(encoding="utf-8"))
    }
    assert found == set(SPELT_OUT)


def test_words_without_the_offices_term_are_asked_for_knowingly() -> None:
    """Every other caller of ``words_for`` hands the term in."""
    bare = re.compile(r"\bwords_for\((?:[^(),]|\([^()]*\))*\)")
    found = {
        file.relative_to(ROOT).as_posix()
        for file in [ROOT / "main.py", *(ROOT / "consultations_gui").rglob("*.py")]
        if bare.search(file.read_text(encoding="utf-8"))
    }
    assert found == {
        "main.py",  # a fault of ours, told where no register can be asked
        "consultations_gui/documents/word_styles.py",  # names of styles
        "consultations_gui/ui/language.py",  # before any register is known
        "consultations_gui/ui/models/proposal_list.py",  # names of places
    }


def test_what_a_person_typed_stays_as_it_is() -> None:
    words = words_for(Language.RU, OTHER)
    typed = "О внеочередных консультациях"
    assert typed in words.tr("Cancelled: {title}", title=typed)


def test_a_note_speaks_of_the_meeting_in_the_offices_term() -> None:
    extraordinary = consultation(kind=Kind.EXTRAORDINARY, number=None)
    for about in (None, extraordinary):
        assert meeting_form(about, Side.RU, Lang.RU, OTHER).startswith(
            "дополнительных российско-китайских консультаций "
        )
        was = meeting_form(about, Side.RU, Lang.RU)
        assert was == meeting_form(about, Side.RU, Lang.RU, SHIPPED)
        assert was.startswith("внеочередных ")
        assert meeting_form(about, Side.RU, Lang.ZH, OTHER) == meeting_form(about, Side.RU, Lang.ZH)
