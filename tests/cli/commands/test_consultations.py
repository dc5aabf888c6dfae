from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desk import LANGUAGES, Desk


def add(desk: Desk, *words: str) -> Any:
    return desk.ask("consultation", "add", *words)


def test_rounds_take_numbers_hosts_and_capitals_from_the_rotation(desk: Desk) -> None:
    first = add(desk, "--start", "2031-03-04", "--days", "2")
    assert first["id"] == "R1"
    assert (first["host"], first["venue"]["city"]) == ("CN", "Beijing")
    assert (first["start"], first["end"], first["precision"]) == (
        "2031-03-04",
        "2031-03-05",
        "day",
    )
    second = add(desk, "--start", "2031-09-02", "--end", "2031-09-03", "--basis", "照会1号")
    assert (second["id"], second["host"], second["venue"]["city"]) == ("R2", "RU", "Moscow")
    assert second["basis"] == "照会1号"
    far = add(desk, "--number", "9")
    assert (far["id"], far["start"], far["precision"]) == ("R9", None, None)
    listed = desk.ask("consultation", "list")["consultations"]
    assert [one["id"] for one in listed] == ["R1", "R2", "R9"]


@pytest.mark.parametrize(
    ("named", "city", "host"),
    [
        ("Dalian", "Dalian", "CN"),
        ("大连", "Dalian", "CN"),
        ("Далянь", "Dalian", "CN"),
        ("喀山", "Kazan", "RU"),
        ("казань", "Kazan", "RU"),
    ],
)
def test_a_city_can_be_named_in_any_of_the_languages(
    desk: Desk, named: str, city: str, host: str
) -> None:
    made = add(desk, "--kind", "extraordinary", "--city", named, "--start", "2031-05-13")
    assert (made["id"], made["kind"]) == ("X1", "extraordinary")
    assert (made["venue"]["city"], made["venue"]["country"], made["host"]) == (city, host, host)


def test_meetings_without_number_of_which_only_the_month_is_public(desk: Desk) -> None:
    made = add(
        desk, "--kind", "unnumbered", "--start", "2023-02", "--city", "Moscow", "--status", "held"
    )
    assert (made["id"], made["precision"]) == ("U1", "month")
    assert (made["start"], made["end"]) == ("2023-02-01", "2023-02-28")
    text = desk.do("consultation", "show", "u1")
    assert "February 2023" in text
    assert "Only the month is known." in text


def test_online_and_third_countries(desk: Desk) -> None:
    online = add(desk, "--online", "--start", "2031-03-04")
    assert online["venue"] == {"country": "", "city": "", "site": "", "online": True}
    assert "Online" in desk.do("consultation", "show", "R1")
    geneva = ("--country", "ch", "--name-zh", "日内瓦", "--name-ru", "Женева")
    desk.do("office", "city", "Geneva", *geneva, "--zone", "Europe/Zurich")
    away = add(desk, "--city", "日内瓦", "--start", "2031-09-02")
    assert (away["venue"]["city"], away["venue"]["country"]) == ("Geneva", "CH")


def test_a_life(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04")
    status = partial(desk.ask, "consultation")
    assert status("tentative", "R1")["status"] == "tentative"
    assert status("confirm", "R1")["status"] == "confirmed"
    moved = status("postpone", "R1", "--start", "2031-04-08", "--days", "2", "--reason", "вылет")
    assert (moved["status"], moved["start"], moved["end"]) == (
        "postponed",
        "2031-04-08",
        "2031-04-09",
    )
    assert moved["former"] == [{"start": "2031-03-04", "end": "2031-03-04", "precision": "day"}]
    assert moved["reason"] == "вылет"
    assert moved["sequence"] == 3
    opened = status("postpone", "R1")
    assert (opened["start"], opened["host"]) == (None, "CN")
    assert "Dates   open" in desk.do("consultation", "show", "R1")
    held = status("held", "R1", "--start", "2021-04-08")
    assert (held["status"], held["start"]) == ("held", "2021-04-08")
    assert "R1" in desk.refused("consultation", "cancel", "R1")
    add(desk, "--start", "2031-09-02")
    assert status("cancel", "R2", "--reason", "—")["status"] == "cancelled"
    only = desk.ask("consultation", "list", "--status", "held", "--status", "planned")
    assert [one["id"] for one in only["consultations"]] == ["R1"]


def test_a_venue_is_set_whole_or_only_its_site(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04")
    venue = partial(desk.ask, "consultation", "venue", "R1")
    assert venue("--city", "大连", "--site", "A厅")["venue"]["site"] == "A厅"
    assert venue("--site", "B厅")["venue"] == {
        "country": "CN",
        "city": "Dalian",
        "site": "B厅",
        "online": False,
    }
    assert venue("--country", "cn")["venue"]["city"] == ""
    assert "China" in desk.do("consultation", "show", "R1")
    assert venue("--online")["venue"]["online"]
    desk.refused("consultation", "venue", "R1")
    desk.refused("consultation", "venue", "R1", "--city", "Kazan", "--country", "CN")


def test_turns_are_recorded_with_the_consent_of_both(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04", "--online")
    words = ("--uses", "CN", "--basis", "протокол", "--consent-cn", "--consent-ru")
    assert desk.ask("consultation", "turn", "R1", *words)["turn"] == {
        "use": "CN",
        "basis": "протокол",
        "consent_cn": True,
        "consent_ru": True,
    }
    assert desk.ask("ledger")["next"]["side"] == "RU"


CONSENTS = ("--basis", "нота № 7", "--consent-cn", "--consent-ru")


def test_a_round_is_held_out_of_turn_by_consent_of_both(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04")
    desk.refused("consultation", "out-of-turn", "R1", "--city", "Kazan", "--consent-cn")
    moved = desk.ask("consultation", "out-of-turn", "r1", "--city", "Казань", *CONSENTS)
    assert (moved["host"], moved["venue"]["city"], moved["turn"]["use"]) == ("RU", "Kazan", "auto")
    (entry,) = desk.ask("ledger")["entries"]
    assert [one["code"] for one in entry["reasons"]] == ["out_of_turn"]
    assert entry["basis"] == "нота № 7"
    lines = desk.do("consultation", "show", "R1", lang="ru").splitlines()
    assert any(line.startswith("R1: вне очереди, с согласия обеих Сторон") for line in lines)
    assert "Основание по очереди: нота № 7" in lines


def test_what_the_ledger_warns_of_is_told_where_it_is_entered(desk: Desk) -> None:
    add(desk, "--start", "2025-03-04", "--city", "Beijing")
    again = add(desk, "--start", "2025-09-09", "--city", "Beijing")
    assert [one["code"] for one in again["warnings"]] == ["same_side_twice"]


def test_two_rounds_exchange_hosts_as_one_step(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04", "--city", "大连")
    add(desk, "--start", "2031-09-09", "--city", "Сочи")
    desk.refused("consultation", "swap", "R1", "R1", *CONSENTS)
    done = desk.ask("consultation", "swap", "r1", "r2", "--keep-order", *CONSENTS)
    assert [(one["id"], one["host"], one["turn"]["use"]) for one in done["consultations"]] == [
        ("R1", "RU", "CN"),
        ("R2", "CN", "RU"),
    ]
    assert desk.ask("ledger")["next"]["side"] == "CN"
    desk.do("undo")
    assert [one["host"] for one in desk.ask("ledger")["entries"]] == ["CN", "RU"]


def test_people_are_added_to_their_delegation_in_order(desk: Desk) -> None:
    add(desk, "--start", "2031-03-04")
    delegate = partial(desk.ask, "consultation", "delegate", "R1")
    delegate("--side", "ru", "--role", "head", "--name-ru", "Фёдор Алёшин", "--name-zh", "阿廖申")
    delegate("--side", "cn", "--name-zh", "王喆", "--email", "w@mfa.example", "--language", "ru")
    found = delegate("--side", "ru", "--name-latin", "A. Kovalyov", "--post-ru", "советник")
    sides = {party["side"]: party["delegates"] for party in found["delegations"]}
    assert [one["person"]["name_ru"] for one in sides["RU"]] == ["Фёдор Алёшин", ""]
    assert [one["role"] for one in sides["RU"]] == ["head", "member"]
    assert [one["person"]["language"] for one in (*sides["CN"], *sides["RU"])] == ["ru"] * 3
    text = desk.do("consultation", "show", "R1", lang="ru")
    assert "阿廖申 / Фёдор Алёшин" in text
    assert "w@mfa.example" in text
    desk.refused("consultation", "delegate", "R1", "--side", "ru", "--role", "head")
    desk.refused("consultation", "delegate", "R1", "--side", "cn")
    bad = ("--name-zh", "王喆", "--email", "王@外交部.中国")
    desk.refused("consultation", "delegate", "R1", "--side", "cn", *bad)


def test_a_person_is_taken_out_and_the_next_invitation_tells_them(
    desk: Desk, tmp_path: Path
) -> None:
    add(desk, "--start", "2031-03-04", "--status", "tentative")
    delegate = partial(desk.ask, "consultation", "delegate", "R1", "--side", "RU")
    delegate("--name-ru", "Пётр Ёлкин", "--email", "Petr@mfa.example")
    delegate("--name-ru", "Пётр Ёлкин", "--email", "elkin@mfa.example")
    delegate("--name-ru", "Анна Ковалёва", "--email", "a@mfa.example")
    desk.ask("invite", "R1", "--out", str(tmp_path / "first"))
    assert "“Пётр Ёлкин”" in desk.refused("consultation", "dismiss", "R1", "Пётр Ёлкин")
    left = desk.ask("consultation", "dismiss", "R1", "petr@MFA.example")
    addresses = [
        one["person"]["email"] for party in left["delegations"] for one in party["delegates"]
    ]
    assert addresses == ["elkin@mfa.example", "a@mfa.example"]
    told = desk.ask("invite", "R1", "--out", str(tmp_path / "then"))["files"]
    assert [name for name in told if "cancel" in name and "petr" in name.casefold()]
    desk.ask("consultation", "dismiss", "R1", "Пётр Ёлкин")
    for nobody in ("Пётр Ёлкин", ""):
        desk.refused("consultation", "dismiss", "R1", nobody)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_list_says_what_to_do_next(blank: Desk, lang: str) -> None:
    text = blank.do("consultation", "list", lang=lang)
    assert "consultation add" in text
    assert "plan --commit" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_there_or_not_allowed(desk: Desk, lang: str) -> None:
    for words in (
        ("show", "R7"),
        ("confirm", "X1"),
        ("add", "--end", "2031-03-04"),
        ("add", "--days", "2"),
        ("add", "--start", "2031-03-04", "--end", "2031-03-05", "--days", "2"),
        ("add", "--start", "2031-02-30"),
        ("add", "--number", "0"),
        ("add", "--status", "confirmed"),
        ("add", "--kind", "extraordinary", "--number", "1"),
    ):
        assert desk.refused("consultation", *words, lang=lang).strip()


def test_what_is_wrong_with_the_dates_is_told_and_blocks_nothing(desk: Desk) -> None:
    text = desk.do("consultation", "add", "--start", "2031-03-09")
    assert "! 1 meeting day is a day off, from 9 March 2031: Chinese side." in text
    made = desk.ask("consultation", "add", "--kind", "unnumbered", "--host", "RU")
    (told,) = made["warnings"]
    assert (told["code"], told["args"]) == ("unnumbered_turn", {"id": "U1", "side": "RU"})
    shown = desk.ask("consultation", "postpone", "R1", "--start", "2031-03-11")
    assert [one["code"] for one in shown["warnings"]] == ["provisional", "provisional"]
    assert desk.ask("consultation", "show", "R1")["warnings"] == shown["warnings"]
    assert "from 1950 to 2098" in desk.refused("consultation", "add", "--start", "9999-01-04")


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "是月份"), ("ru", "это месяц"), ("en", "is a month")]
)
@pytest.mark.parametrize("more", [("--days", "2"), ("--end", "2027-03-04")])
def test_a_month_takes_neither_length_nor_end(
    desk: Desk, lang: str, told: str, more: tuple[str, str]
) -> None:
    message = desk.refused("consultation", "add", "--start", "2027-03", *more, lang=lang)
    assert told in message
    assert "2027-03-02" in message
    desk.do("consultation", "add", "--start", "2027-03")
    assert told in desk.refused(
        "consultation", "held", "R1", "--start", "2027-03", *more, lang=lang
    )


@pytest.mark.parametrize(
    ("lang", "before"), [("zh", "2031年3月4日"), ("ru", "4 марта 2031"), ("en", "4")]
)
def test_what_moved_or_ended_a_meeting_is_told(desk: Desk, lang: str, before: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--basis", "S-12")
    moved = ("consultation", "postpone", "R1", "--start", "2031-04-08", "--reason", "日程冲突")
    desk.do(*moved)
    desk.do("consultation", "cancel", "R1", "--reason", "双方商定")
    told = desk.do("consultation", "show", "R1", lang=lang)
    assert before in told
    assert "双方商定" in told
    assert "S-12" in told
