"""``proposal note``: files in the language asked for, messages in the screen's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk
from tests.documents.reading import pages

NEW = (
    *("proposal", "new", "--title-zh", "关于磋商的提议", "--title-ru", "Предложение"),
    *("--date", "2031-03-04+2", "--date", "2031-03-11", "--city", "大连"),
    *("--topic", "通报新威胁|О новых угрозах|45"),
)
KAZAN = '{"country": "RU", "city": "Kazan"}'


@pytest.fixture
def talks(desk: Desk) -> Desk:
    """Offered by us, countered on paper, agreed by us."""
    desk.do(*NEW)
    desk.do("proposal", "transmit", "P1", "--note", "S-12", "--note-date", "2026-11-20")
    counter = ("--dates", "accept=1", "--venue", f"counter={KAZAN}", "--topics", "accept")
    noted = ("--note", "208/дн", "--note-date", "2026-12-01")
    desk.do("proposal", "answer", "P1", "--by", "RU", *counter, *noted)
    accepted = [word for name in ("dates", "venue", "topics") for word in (f"--{name}", "accept")]
    desk.do("proposal", "answer", "P1", *accepted)
    return desk


@pytest.mark.parametrize(("texts", "count"), [("zh", 2), ("ru", 2), ("both", 4)])
def test_the_note_is_in_the_languages_named_behind_the_command(
    talks: Desk, tmp_path: Path, texts: str, count: int
) -> None:
    out = str(tmp_path / "notes")
    files = talks.ask("proposal", "note", "p1", "--lang", texts, "--format", "pdf", "--out", out)
    (path,) = files["files"]
    assert path == str(tmp_path / "notes" / f"P1-note-3-{texts}.pdf")
    found = pages(Path(path).read_bytes())
    assert len(found) == count
    said = "".join("".join(found).split())
    assert ("顺致崇高敬意" in said) == (texts != "ru")
    assert "208/дн" in said
    assert ("ОТВЕТНАЯНОТА" in said) == (texts != "zh")


def test_a_step_and_the_word_format_can_be_asked_for(talks: Desk, tmp_path: Path) -> None:
    where = ("--out", str(tmp_path))
    said = talks.do("proposal", "note", "P1", "--step", "1", "--format", "docx", *where)
    assert said.strip() == str(tmp_path / "P1-note-1-both.docx")
    assert (tmp_path / "P1-note-1-both.docx").read_bytes()[:2] == b"PK"


def test_a_draft_has_its_note_before_it_is_transmitted(desk: Desk, tmp_path: Path) -> None:
    desk.do(*NEW)
    desk.do("proposal", "note", "P1", "--lang", "zh", "--out", str(tmp_path))
    first, *_ = pages((tmp_path / "P1-note-1-zh.pdf").read_bytes())
    assert "第________号" in first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_messages_are_in_the_screens_language_whatever_the_notes_is(
    talks: Desk, tmp_path: Path, lang: str
) -> None:
    where = ("--lang", "zh", "--out", str(tmp_path / "notes"))
    theirs = talks.refused("proposal", "note", "P1", "--step", "2", *where, lang=lang)
    assert {"zh": "对方", "ru": "другой Стороной", "en": "other side"}[lang] in theirs
    assert "1" in theirs
    unknown = talks.refused("proposal", "note", "P1", "--step", "9", *where, lang=lang)
    assert "9" in unknown
    english = talks.refused("proposal", "note", "P1", "--lang", "en", "--out", "x", lang=lang)
    assert "both" in english
    assert not (tmp_path / "notes").exists()


def test_without_an_office_or_a_proposal_nothing_is_written(blank: Desk, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "notes"))
    assert "office" in blank.refused("proposal", "note", "P1", *out).lower()
    blank.init()
    assert "P1" in blank.refused("proposal", "note", "P1", *out)
    assert not (tmp_path / "notes").exists()
