from __future__ import annotations

import pytest

from consultations_gui.cli.commands.settings import NAMES
from consultations_gui.domain.term import with_term
from tests.cli.desk import LANGUAGES, Desk


def test_the_settings_as_they_come(blank: Desk) -> None:
    found = blank.ask("settings", "get")
    assert list(found) == list(NAMES)
    assert (found["rounds"], found["gap"], found["weights.travel"]) == (2, 182, 5)
    assert (found["seasons.CN"], found["seasons.RU"]) == ([], [])
    assert blank.ask("settings", "get", "notice") == {"notice": 30}


def test_a_setting_changed_is_what_plans_are_made_with(blank: Desk) -> None:
    assert blank.ask("settings", "set", "gap", "150") == {"gap": 150}
    assert blank.ask("settings", "set", "weights.season", "7") == {"weights.season": 7}
    windows = "09-01..10-31, 12-15..1-20"
    assert blank.ask("settings", "set", "seasons.RU", windows) == {
        "seasons.RU": ["09-01..10-31", "12-15..01-20"]
    }
    blank.do("settings", "set", "seasons.CN", "05-10..05-20")
    explained = blank.ask(
        "plan", "--from", "2031", "--years", "1", "--on", "2030-06-01", "--explain"
    )
    wishes = explained["definition"]["wishes"]
    assert (wishes["gap"], wishes["weights"]["season"], len(wishes["seasons"])) == (150, 7, 3)
    text = blank.do("settings", "get", lang="ru")
    assert "1 сентября" in text.replace("\u00a0", " ")
    assert blank.ask("settings", "set", "seasons.RU", "none") == {"seasons.RU": []}
    assert blank.ask("settings", "get", "seasons.CN") == {"seasons.CN": ["05-10..05-20"]}
    blank.do("undo")
    assert len(blank.ask("settings", "get", "seasons.RU")["seasons.RU"]) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rounds", "0"),
        ("gap", "many"),
        ("weights.travel", "10001"),
        ("seasons.CN", "02-30..03-10"),
        ("seasons.CN", "spring"),
        ("novelty", "1"),
        ("term.extraordinary", ""),
        ("term.extraordinary", "последние"),
        ("term.extraordinary", "extraordinary"),
    ],
)
def test_what_cannot_be_set(blank: Desk, lang: str, name: str, value: str) -> None:
    assert blank.refused("settings", "set", name, value, lang=lang).strip()


def test_the_term_of_the_office(desk: Desk) -> None:
    assert desk.ask("settings", "get", "term.extraordinary") == {
        "term.extraordinary": "внеочередные"
    }
    assert desk.ask("settings", "set", "term.extraordinary", "Дополнительные") == {
        "term.extraordinary": "дополнительные"
    }
    assert "дополнительные" in desk.do("settings", "get", lang="zh")
    assert "office.term" in {one["use_case"] for one in desk.ask("history")["entries"]}
    desk.do("undo")
    assert desk.ask("settings", "get")["term.extraordinary"] == "внеочередные"
    desk.do("redo")
    assert desk.ask("office", "show")["extraordinary_ru"] == "дополнительные"
    assert "дополнительные" in desk.do("office", "show", lang="ru")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_term_must_be_is_told(desk: Desk, lang: str) -> None:
    message = desk.refused("settings", "set", "term.extraordinary", "последние", lang=lang)
    assert "последние" in message
    assert "дополнительные" in message
    assert "18" in message


def test_without_an_office_there_is_no_term_to_set(blank: Desk) -> None:
    assert blank.refused("settings", "set", "term.extraordinary", "дополнительные").strip()


def test_russian_help_and_answers_say_the_offices_term(desk: Desk) -> None:
    helps = [("--help",), ("consultation", "add", "--help"), ("consultation", "list", "--help")]
    desk.do("consultation", "add", "--kind", "extraordinary")
    before = [desk.do(*words, lang="ru") for words in (*helps, ("ledger",))]
    assert any("внеочередные" in text for text in before)
    desk.do("settings", "set", "term.extraordinary", "дополнительные")
    after = [desk.do(*words, lang="ru") for words in (*helps, ("ledger",))]
    assert before != after
    for was, now in zip(before, after, strict=True):
        assert " ".join(now.split()) == " ".join(with_term(was, "дополнительные").split())
        assert "внеочередн" not in now.lower()
