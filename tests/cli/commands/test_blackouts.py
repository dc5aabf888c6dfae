from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk

ADD = ("blackout", "add", "--side", "CN")
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//t//
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20310301
DTEND;VALUE=DATE:20310313
SUMMARY:两会
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20310401T010000Z
DTEND:20310401T020000Z
END:VEVENT
END:VCALENDAR
"""


def test_entered_listed_and_taken_back(blank: Desk) -> None:
    assert "No days" in blank.do("blackout", "list")
    reasons = ("--reason-zh", "春节", "--reason-ru", "Праздник весны")
    (made,) = blank.ask(*ADD, "--dates", "2031-02-01+14", *reasons)["blackouts"]
    assert (made["number"], made["start"], made["end"]) == (1, "2031-02-01", "2031-02-14")
    blank.do(*ADD, "--dates", "2031-05-02")
    text = blank.do("blackout", "list", lang="ru")
    assert "Праздник весны" in text
    assert "Китайская Сторона" in text
    pinned = ("plan", "--from", "2031", "--years", "1", "--on", "2030-06-01")
    assert "CN blackouts" in blank.type(*pinned, "--pin", "R1=2031-02-05", "--json").out
    (left,) = blank.ask("blackout", "remove", "1")["blackouts"]
    assert left["start"] == "2031-05-02"
    blank.do("undo")
    assert len(blank.ask("blackout", "list")["blackouts"]) == 2


def test_calendars_read_and_refreshed(blank: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "calendars"
    folder.mkdir()
    (folder / "a.ics").write_text(ICS, encoding="utf-8")
    (folder / "b.ics").write_text("nothing", encoding="utf-8")
    words = ("blackout", "import", str(folder), "--side", "CN")
    seen = blank.ask(*words, "--dry-run")
    assert (seen["found"], len(seen["added"]), len(seen["refused"])) == (2, 2, 1)
    assert blank.ask("blackout", "list")["blackouts"] == []
    text = blank.do(*words, lang="zh")
    assert "两会" in text
    assert "b.ics" in text
    assert len(blank.ask("blackout", "list")["blackouts"]) == 2
    again = blank.ask(*words, "--all-day-only")
    assert (again["found"], again["added"], len(again["gone"])) == (1, [], 1)
    assert len(blank.ask("blackout", "list")["blackouts"]) == 1


def test_a_table_read_refreshed_and_forgotten(blank: Desk, tmp_path: Path) -> None:
    file = tmp_path / "busy.csv"
    file.write_text(
        "start;end;reason_zh;reason_ru\n2031-03-01;2031-03-12;两会;Сессия ВСНП\n", encoding="utf-8"
    )
    words = ("blackout", "import", str(file), "--side", "CN")
    assert len(blank.ask(*words, "--dry-run")["added"]) == 1
    assert "两会" in blank.do(*words)
    listed = blank.ask("blackout", "list")
    assert listed["blackouts"][0]["reason_ru"] == "Сессия ВСНП"
    assert listed["sources"] == [
        {"name": "busy.csv", "side": "CN", "path": str(file), "all_day_only": False}
    ]
    assert str(file) in blank.do("blackout", "list", lang="ru")
    file.write_text("start,end\n2031-03-02,2031-03-03\n", encoding="utf-8")
    (read,) = blank.ask("blackout", "refresh")["sources"]
    assert (read["name"], read["found"], len(read["added"]), len(read["gone"])) == (
        *("busy.csv", 1, 1, 1),
    )
    file.write_text("start,end\n2031-03-02,2031-03-01\n", encoding="utf-8")
    for lang in LANGUAGES:
        assert str(file) in blank.do("blackout", "refresh", "busy.csv", lang=lang)
    (failed,) = blank.ask("blackout", "refresh")["sources"]
    assert "2031-03-01" in failed["refused"][0]["text"]
    assert len(blank.ask("blackout", "list")["blackouts"]) == 1
    assert "No days" in blank.do("blackout", "forget", "busy.csv", "--side", "CN")
    assert "Nothing was read" in blank.do("blackout", "refresh")
    assert blank.refused("blackout", "refresh", "busy.csv")
    assert blank.refused("blackout", "forget", "busy.csv", "--side", "CN")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_with_mistakes_is_refused_whole(blank: Desk, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "busy.csv"
    file.write_text("start,end\n2031-03-02,2031-03-01\n31.02.2031,\n", encoding="utf-8")
    told = blank.refused("blackout", "import", str(file), "--side", "CN", lang=lang)
    assert "2031-03-01" in told
    assert "31.02.2031" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_entered(blank: Desk, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "b.ics"
    file.write_text("nothing", encoding="utf-8")
    for words in (
        (*ADD, "--dates", "2031-02-30"),
        (*ADD, "--dates", "2031-02-10..2031-02-01"),
        ("blackout", "remove", "1"),
        ("blackout", "import", str(file), "--side", "RU"),
        ("blackout", "import", str(tmp_path / "none.ics"), "--side", "RU"),
    ):
        assert blank.refused(*words, lang=lang).strip()
