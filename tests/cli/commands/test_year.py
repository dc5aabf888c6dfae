from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk, listing
from tests.documents.reading import pages


@pytest.fixture
def dated(desk: Desk) -> Desk:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--city", "喀山")
    return desk


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("zh", ("第一轮", "喀山")),
        ("ru", ("Первый раунд", "Казань")),
        ("both", ("第一轮", "Казань")),
    ],
)
def test_a_sheet_is_written(
    dated: Desk, tmp_path: Path, paper: str, text: str, said: tuple[str, ...]
) -> None:
    out = tmp_path / "new" / "out"
    words = ("year", "2031", "--paper", paper, "--text", text, "--out", str(out))
    (written,) = dated.ask(*words)["files"]
    assert Path(written).name == f"year-2031-{paper}-{text}.pdf"
    told = "".join(pages(Path(written).read_bytes()))
    assert all(word in told for word in said)
    before = listing(out)
    assert dated.do(*words).strip() == written
    assert listing(out) == before, "the same bytes all day"


def test_both_texts_on_a4_unless_said_otherwise(dated: Desk, tmp_path: Path) -> None:
    (written,) = dated.ask("year", "2031", "--out", str(tmp_path / "out"))["files"]
    assert Path(written).name == "year-2031-a4-both.pdf"
    assert "仅供双方使用" not in pages(Path(written).read_bytes())[0]
    dated.do("year", "2031", "--out", str(tmp_path / "out"), "--marking", "parties")
    assert "仅供双方使用" in pages(Path(written).read_bytes())[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1999",), "2009"),
        (("2099",), "2098"),
        (("soon",), "soon"),
        (("2031", "--paper", "a5"), "a5"),
        (("2031", "--text", "en"), "en"),
        (("2031", "--marking", "restricted"), "restricted"),
    ],
)
def test_bad_input(
    desk: Desk, tmp_path: Path, lang: str, words: tuple[str, ...], said: str
) -> None:
    assert said in desk.refused("year", *words, "--out", str(tmp_path / "out"), lang=lang)
    assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_written(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "file" in desk.refused("year", "2031", "--out", str(tmp_path / "file"))
    assert (tmp_path / "file").read_text() == ""
