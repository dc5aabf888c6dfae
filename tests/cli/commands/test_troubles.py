from __future__ import annotations

import pytest

from tests.cli.desk import LANGUAGES, Desk


def test_dates_that_no_longer_do_and_the_nearest_repairs(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2")
    assert desk.ask("troubles") == {"troubles": [], "updates": []}
    assert "still do" in desk.do("troubles")
    desk.do("decree", "add", "--side", "CN", "--year", "2031", "--off", "2031-03-05")
    (found,) = desk.ask("troubles", "--top", "2")["troubles"]
    assert (found["id"], found["start"]) == ("R1", "2031-03-04")
    assert [reason["code"] for reason in found["reasons"]] == ["days_off"]
    assert len(found["repairs"]) == 2
    assert desk.ask("places", "r1", "--top", "2")["openings"] == found["repairs"]
    assert [one["start"] for one in desk.ask("consultation", "list")["consultations"]] == [
        "2031-03-04"
    ]
    assert desk.refused("places", "R9")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", ("会期中有", "中方")), ("ru", ("выходной", "Китайская Сторона")), ("en", ("day off",))],
)
def test_troubles_in_words(desk: Desk, lang: str, words: tuple[str, ...]) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2")
    desk.do("decree", "add", "--side", "CN", "--year", "2031", "--off", "2031-03-05")
    text = desk.do("troubles", lang=lang)
    for word in words:
        assert word in text
    assert "2031" in desk.do("places", "R1", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_no_other_place(desk: Desk, lang: str) -> None:
    desk.do("consultation", "add", "--start", "2031-03", lang=lang)
    assert desk.ask("places", "R1") == {"openings": []}
    assert desk.do("places", "R1", lang=lang).strip()
