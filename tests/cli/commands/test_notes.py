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


# --- the wording -------------------------------------------------------------------------------

OWN = "{sender}向{addressee}致意，并谨提议举行{meeting}。\n顺致崇高敬意。\n"


def text_file(folder: Path, text: str = OWN) -> str:
    path = folder / "offer.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_wordings_are_listed_and_shown_with_their_placeholders(desk: Desk) -> None:
    found = desk.ask("proposal", "wording", "list")["wordings"]
    assert len(found) == 28
    assert {one["own"] for one in found} == {False}
    shown = desk.ask("proposal", "wording", "show", "round-offer", "--lang", "ru")["wordings"]
    (one,) = shown
    assert (one["lang"], one["about_round"], one["kind"]) == ("ru", True, "offer")
    assert set(one["needed"]) <= set(one["placeholders"])
    for lang, word in zip(LANGUAGES, ("占位符", "Строка", "placeholder"), strict=True):
        told = desk.do("proposal", "wording", "show", "offer", lang=lang)
        assert "{addressee}" in told
        assert word in told
        assert "offer" in desk.do("proposal", "wording", "list", lang=lang)


def test_an_own_wording_goes_into_the_note_and_back_again(desk: Desk, tmp_path: Path) -> None:
    (view,) = desk.ask("proposal", "wording", "set", "offer", "--lang", "zh", text_file(tmp_path))[
        "wordings"
    ]
    assert view["own"]
    named = (
        "--sender",
        "中华人民共和国外交部",
        "--addressee",
        "俄罗斯联邦外交部",
        "--place",
        "北京",
    )
    names = desk.ask("proposal", "wording", "names", "--lang", "zh", *named)["names"]
    assert names["zh"]["place"] == "北京"
    assert names["ru"]["place"] == ""
    desk.do(*NEW)
    desk.do("proposal", "note", "P1", "--lang", "zh", "--out", str(tmp_path))
    page = pages((tmp_path / "P1-note-1-zh.pdf").read_bytes())[0]
    text = "".join(page.split())
    assert "中华人民共和国外交部向俄罗斯联邦外交部致意，并谨提议举行" in text
    assert "用语由程序拟就" not in text
    assert "草案" in text
    (back,) = desk.ask("proposal", "wording", "reset", "offer", "--lang", "zh")["wordings"]
    assert not back["own"]
    assert "俄罗斯联邦外交部" in desk.do("proposal", "wording", "names")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_wording_is_refused_by_name(desk: Desk, tmp_path: Path, lang: str) -> None:
    line = ("proposal", "wording", "set")
    path = text_file(tmp_path, OWN + "{city}")
    assert "city" in desk.refused(*line, "offer", "--lang", "zh", path, lang=lang)
    missing = desk.refused(*line, "accept", "--lang", "zh", text_file(tmp_path), lang=lang)
    assert "ref_number" in missing
    unknown = desk.refused(*line, "offers", "--lang", "zh", text_file(tmp_path), lang=lang)
    assert "round-offer" in unknown
    gone = str(tmp_path / "none.txt")
    assert gone in desk.refused(*line, "offer", "--lang", "ru", gone, lang=lang)
    assert "--lang" in desk.refused(*line, "offer", text_file(tmp_path), lang=lang)
    misplaced = desk.refused("proposal", "wording", "--lang", "zh", "list", lang=lang)
    assert "names" in misplaced
