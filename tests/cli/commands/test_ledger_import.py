from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk

CSV = """date,end,number,host,city,mechanism
2016-05,,1,CN,Beijing,
2016-10-05,2016-10-06,2,RU,Казань,
2014-06-06,,10,CN,Beijing,Sister
2023-09-19,,18,RU,Moscow,Sister
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rounds.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_past_rounds_are_looked_at_then_stored(desk: Desk, file: Path) -> None:
    seen = desk.ask("ledger", "import", str(file), "--dry-run")
    assert set(seen) == {"entries", "new", "stored", "others", "warnings"}
    assert (seen["new"], seen["stored"]) == (["R1", "R2"], False)
    assert desk.ask("ledger")["entries"] == []
    done = desk.ask("ledger", "import", str(file))
    assert (done["new"], done["stored"]) == (["R1", "R2"], True)
    assert done["entries"][0]["precision"] == "month"
    assert [one["id"] for one in desk.ask("ledger")["entries"]] == ["R1", "R2"]
    again = desk.ask("ledger", "import", str(file))
    assert [one["duplicate"] for one in again["entries"]] == ["R1", "R2"]
    desk.do("undo")
    assert desk.ask("ledger")["entries"] == []


def test_another_mechanism_is_shown_as_such(desk: Desk, file: Path) -> None:
    (other,) = desk.ask("ledger", "import", str(file), "--dry-run")["others"]
    assert (other["mechanism"], [one["id"] for one in other["entries"]]) == (
        "Sister",
        ["R10", "R18"],
    )
    codes = [reason["code"] for one in other["entries"] for reason in one["reasons"]]
    assert "parity_flip" in codes


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("将保存2轮", "非本协定项下", "新增")),
        ("ru", ("будет сохранено 2 раунда", "не по этому Соглашению", "новое")),
        ("en", ("2 rounds would be stored", "not this agreement's", "new")),
    ],
)
def test_a_preview_in_words(desk: Desk, file: Path, lang: str, words: tuple[str, ...]) -> None:
    text = desk.do("ledger", "import", str(file), "--dry-run", lang=lang)
    for word in words:
        assert word in text
    desk.do("consultation", "add", "--start", "2016-05-03", "--status", "held")
    assert "R1" in desk.do("ledger", "import", str(file), lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_that_cannot_be_taken(desk: Desk, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "rounds.csv"
    path.write_text("date,city\n2016-05,Atlantis\nsoon,\n", encoding="utf-8")
    told = desk.refused("ledger", "import", str(path), lang=lang)
    assert "Atlantis" in told
    assert "soon" in told
    assert desk.refused("ledger", "import", str(tmp_path / "none.ics"), lang=lang)
