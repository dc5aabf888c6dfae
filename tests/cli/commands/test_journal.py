from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.cli.desk import LANGUAGES, Desk


def test_every_change_is_told_newest_first(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    desk.do("consultation", "cancel", "R1", "--reason", "—")
    entries = desk.ask("history")["entries"]
    assert [entry["use_case"] for entry in entries] == [
        "consultation.cancel",
        "consultation.add",
        "office.init",
    ]
    newest = entries[0]
    assert newest["subject"] == "R1"
    assert set(newest["fields"]) >= {"status", "reason"}
    assert datetime.fromisoformat(newest["at"]).utcoffset() == datetime.now(UTC).utcoffset()
    assert [entry["seq"] for entry in desk.ask("history", "R1")["entries"]] == [3, 2]
    assert [entry["seq"] for entry in desk.ask("history", "--limit", "1")["entries"]] == [3]
    assert desk.ask("history", "r1") == desk.ask("history", "R1")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "取消磋商"),
        ("ru", "отмена консультаций"),
        ("en", "cancel the consultation"),
    ],
)
def test_history_speaks_the_language_chosen(desk: Desk, lang: str, words: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    desk.do("consultation", "cancel", "R1")
    line = desk.do("history", "R1", "--limit", "1", lang=lang)
    assert words in line
    assert "UTC" in line


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "R99没有历史记录"),
        ("ru", "У R99 нет истории"),
        ("en", "R99 has no history"),
    ],
)
def test_an_id_that_never_was_has_no_history(desk: Desk, lang: str, told: str) -> None:
    assert told in desk.refused("history", "R99", lang=lang)


def test_what_was_taken_back_keeps_its_history(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    desk.do("undo")
    desk.refused("consultation", "show", "R1")
    entries = desk.ask("history", "R1")["entries"]
    assert [entry["happening"] for entry in entries] == ["removed", "added"]


def test_changes_are_taken_back_and_repeated_across_runs(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    desk.do("consultation", "cancel", "R1")
    assert desk.ask("undo")["use_case"] == "consultation.cancel"
    assert desk.ask("consultation", "show", "R1")["status"] == "planned"
    assert "R1" in desk.do("undo")
    assert desk.ask("consultation", "list")["consultations"] == []
    assert desk.ask("redo")["use_case"] == "consultation.add"
    assert "R1" in desk.do("redo")
    assert desk.ask("consultation", "show", "R1")["status"] == "cancelled"
    assert desk.ask("verify") == {"count": 7, "first_bad": None}


@pytest.mark.parametrize(
    ("lang", "back", "again"),
    [
        ("zh", "撤销：取消磋商", "重做：取消磋商"),
        ("ru", "отменено: отмена консультаций", "возвращено: отмена консультаций"),
        ("en", "taken back: cancel the consultation", "done again: cancel the consultation"),
    ],
)
def test_history_tells_a_change_from_its_undo_and_redo(
    desk: Desk, lang: str, back: str, again: str
) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    desk.do("consultation", "cancel", "R1")
    desk.do("undo")
    desk.do("redo")
    redone, undone, done, *_ = desk.do("history", "R1", lang=lang).splitlines()
    assert again in redone
    assert back in undone
    assert back not in done
    assert again not in done


def test_what_one_step_did_is_one_line_with_its_count(desk: Desk) -> None:
    desk.do("plan", "--from", "2031", "--years", "2", "--commit")
    desk.do("undo")
    made = [entry for entry in desk.ask("history")["entries"] if entry["use_case"] == "plan.commit"]
    rounds = sum(entry["happening"] == "added" for entry in made)
    assert rounds > 1
    assert len({entry["group"] for entry in made}) == 2
    undone, done, _ = desk.do("history").splitlines()
    assert f"taken back: take the plan over ×{len(made) - rounds}" in undone
    assert f"take the plan over ×{rounds}" in done
    assert f"R1…R{rounds}" in done


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_to_take_back_or_repeat(blank: Desk, lang: str) -> None:
    blank.refused("undo", lang=lang)
    blank.refused("redo", lang=lang)
    blank.init()
    blank.refused("redo", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_journal_that_was_tampered_with_is_told(desk: Desk, lang: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    assert desk.do("verify", lang=lang).startswith(("2 ", "共2", "2"))
    with closing(sqlite3.connect(desk.database)) as register:
        register.execute("UPDATE journal SET actor = 'nobody' WHERE seq = 1")
        register.commit()
    assert "1" in desk.refused("verify", lang=lang)
    told = desk.type("verify", "--json", lang=lang)
    assert (told.status, json.loads(told.out)) == (2, {"count": 0, "first_bad": 1})
    assert told.err == desk.refused("verify", lang=lang)
