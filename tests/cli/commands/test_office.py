from __future__ import annotations

import pytest

from tests.cli.desk import LANGUAGES, Desk

CITY = ("--country", "ru", "--name-zh", "托木斯克", "--name-ru", "Томск", "--zone", "Asia/Tomsk")


def test_an_office_is_set_once(blank: Desk) -> None:
    assert "office init" in blank.refused("office", "show")
    blank.init("RU")
    office = blank.ask("office", "show")
    assert office["side"] == "RU"
    assert office["first_host"] == "CN"
    assert office["name_ru"] == "Секретариат консультаций"
    names = ("--name-zh", "秘书处", "--name-ru", "Секретариат")
    blank.refused("office", "init", "--side", "cn", *names)
    assert blank.ask("office", "show") == office


def test_who_hosts_first_is_a_setting(blank: Desk) -> None:
    names = ("--name-zh", "秘书处", "--name-ru", "Секретариат")
    blank.do("office", "init", "--side", "cn", *names, "--first-host", "ru")
    assert blank.ask("ledger")["next"]["side"] == "RU"
    assert (
        blank.ask("plan", "--from", "2031", "--years", "1", "--on", "2030-06-01")["rounds"][0][
            "host"
        ]
        == "RU"
    )


def test_a_city_is_added_with_its_zone(desk: Desk) -> None:
    assert desk.ask("office", "city", "Tomsk", *CITY)["cities"] == [
        {
            "key": "Tomsk",
            "country": "RU",
            "zh": "托木斯克",
            "ru": "Томск",
            "zone": "Asia/Tomsk",
        }
    ]
    assert "Tomsk · 托木斯克 · Томск · Asia/Tomsk" in desk.do("office", "show")
    made = desk.ask("consultation", "add", "--city", "Томск", "--start", "2031-03-04")
    assert (made["venue"]["city"], made["venue"]["country"]) == ("Tomsk", "RU")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_zone_that_is_none_is_refused(desk: Desk, lang: str) -> None:
    for zone in ("Asia/Tomsk2", "Europe", "../etc/passwd", "UTC+7", ""):
        assert zone in desk.refused("office", "city", "Tomsk", *CITY[:-1], zone, lang=lang)
    desk.refused("office", "init", "--side", "CN", "--name-zh", "", "--name-ru", "", lang=lang)
