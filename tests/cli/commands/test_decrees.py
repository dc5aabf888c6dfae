from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk

ADD = ("decree", "add", "--side", "CN", "--year", "2031")
CSV = """side,date,kind,number
CN,2031-03-04,off,国办发明电〔2030〕1号
RU,2031-03-06,moved_off,№ 7
"""


def test_a_notice_entered_shown_corrected_and_taken_back(desk: Desk) -> None:
    assert "No notices" in desk.do("decree", "list")
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2")
    days = ("--off", "2031-01-01", "--moved-off", "2031-03-01..2031-03-04")
    more = ("--make-up", "2031-03-08", "--number", "1号", "--issued", "2030-11-04")
    (made,) = desk.ask(*ADD, *days, *more)["decrees"]
    assert (made["id"], made["number"], made["issued"]) == ("CN-2031", "1号", "2030-11-04")
    assert made["moved_off"] == ["2031-03-03", "2031-03-04"]
    assert made["meetings"] == ["R1"]
    differing = {one["date"]: one for one in made["differences"]}
    assert differing["2031-03-08"]["office"] == {"kind": "make_up", "short": False}
    assert differing["2031-03-04"]["library"]["kind"] == "work"
    listed = desk.do("decree", "list", lang="zh")
    assert "CN-2031" in listed
    assert "R1" in listed
    assert desk.refused(*ADD, "--off", "2031-01-01")
    (again,) = desk.ask(*ADD, "--replace", "--off", "2031-03-05", "--short", "2031-03-07")[
        "decrees"
    ]
    assert (again["off"], again["make_up"], again["short"]) == (["2031-03-05"], [], ["2031-03-07"])
    assert "one hour shorter" in desk.do("decree", "list")
    assert "No notices" in desk.do("decree", "remove", "cn-2031")
    assert desk.refused("decree", "remove", "CN-2031")
    desk.do("undo")
    assert len(desk.ask("decree", "list")["decrees"]) == 1


def test_the_shipped_calendar_as_a_starting_point(desk: Desk) -> None:
    words = ("decree", "add", "--side", "CN", "--year", "2026", "--from-library")
    (made,) = desk.ask(*words)["decrees"]
    assert (made["origin"], made["number"]) == ("office", "国办发明电〔2025〕7号")
    assert made["make_up"] == [
        *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
    ]
    assert made["differences"] == []
    corrected = ("--replace", "--make-up", "2026-01-04", "--number", "更正")
    (again,) = desk.ask(*words, *corrected)["decrees"]
    assert (again["number"], again["make_up"]) == ("更正", ["2026-01-04"])
    assert again["moved_off"] == made["moved_off"]
    assert [one["date"] for one in again["differences"]] == made["make_up"][1:]
    assert desk.refused("decree", "add", "--side", "RU", "--year", "1999", "--from-library")


def test_notices_from_a_table(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notices.csv"
    file.write_text(CSV, encoding="utf-8")
    seen = desk.ask("decree", "import", str(file), "--dry-run")
    assert [one["id"] for one in seen["decrees"]] == ["CN-2031", "RU-2031"]
    assert desk.ask("decree", "list")["decrees"] == []
    desk.do("decree", "import", str(file))
    stored = desk.ask("decree", "list")["decrees"]
    assert [(one["id"], one["origin"]) for one in stored] == [
        ("CN-2031", "office"),
        ("RU-2031", "office"),
    ]
    shown = desk.ask("days", "--from", "2031-03-04", "--to", "2031-03-04")["days"][0]
    assert (shown["CN"]["working"], shown["CN"]["confirmed"]) == (False, True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_entered(desk: Desk, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "notices.csv"
    file.write_text("side,date,kind\nFR,2031-03-04,off\nCN,31.02.2031,off\n", encoding="utf-8")
    told = desk.refused("decree", "import", str(file), lang=lang)
    assert "FR" in told
    assert "31.02.2031" in told
    assert desk.refused("decree", "import", str(tmp_path / "none.csv"), lang=lang)
    for words in (
        ("--make-up", "2031-03-04"),
        ("--moved-off", "2031-03-08"),
        ("--off", "2031-02-30"),
        ("--off", "2031-03-04", "--moved-off", "2031-03-04"),
    ):
        assert desk.refused(*ADD, *words, lang=lang)
    assert desk.refused("decree", "add", "--side", "RU", "--year", "1999", lang=lang)
