from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.desk import LANGUAGES, Desk

PLAN = ("plan", "--on", "2030-06-01")
"""A plan as of a day that stays where it is."""


def every_day(start: str, end: str) -> list[date]:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def day(desk: Desk, when: date) -> Any:
    return desk.ask("days", "--from", str(when), "--to", str(when))["days"][0]


# --- plan ------------------------------------------------------------------------------------


def test_five_years_in_an_empty_register(blank: Desk) -> None:
    plan = blank.ask("plan", "--from", "2027", "--years", "5", "--on", "2026-11-23")
    rounds = plan["rounds"]
    years = [date.fromisoformat(one["start"]).year for one in rounds]
    assert years == [year for year in range(2027, 2032) for _ in range(2)]
    assert [one["number"] for one in rounds] == list(range(1, 11))
    assert [one["host"] for one in rounds] == ["CN", "RU"] * 5
    days = blank.ask("days", "--from", "2027-01-01", "--to", "2031-12-31")["days"]
    known = {one["date"]: one for one in days}
    for one in rounds:
        meeting = every_day(one["start"], one["end"])
        assert len(meeting) == 2
        for when in meeting:
            both = known[str(when)]
            assert both["CN"]["working"]
            assert both["RU"]["working"]
        unknown = [side for side in ("CN", "RU") if not known[one["start"]][side]["confirmed"]]
        assert one["provisional"] == unknown
    # No notice on the years from 2028 on can have been published yet; China's 2027 neither.
    assert rounds[0]["provisional"] == ["CN"]
    assert all(one["provisional"] == ["CN", "RU"] for one in rounds[2:])


def test_the_document_of_a_plan(blank: Desk) -> None:
    plan = blank.ask("plan", "--from", "2031", "--years", "2", "--on", "2030-12-01")
    assert set(plan) == {"total_cost", "rounds", "committed", "moved"}
    for one in plan["rounds"]:
        assert set(one) == {
            *("number", "host", "city", "start", "end", "fact", "cost", "provisional", "reasons"),
        }
        assert set(one["cost"]) == {"gap", "season", "travel", "short", "provisional"}
        assert one["city"] == {"CN": "Beijing", "RU": "Moscow"}[one["host"]]
        assert not one["fact"]
        assert all(set(reason) == {"code", "args", "text"} for reason in one["reasons"])
    assert plan["total_cost"] == sum(sum(one["cost"].values()) for one in plan["rounds"])
    assert plan["committed"] == []
    assert blank.ask("consultation", "list")["consultations"] == []


def test_a_plan_is_stored_and_taken_back_as_one_step(desk: Desk) -> None:
    plan = desk.ask(*PLAN, "--from", "2031", "--years", "2", "--commit")
    assert plan["committed"] == ["R1", "R2", "R3", "R4"]
    stored = desk.ask("consultation", "list")["consultations"]
    starts = [one["start"] for one in plan["rounds"]]
    assert [one["start"] for one in stored] == starts
    again = desk.ask(*PLAN, "--from", "2031", "--years", "2", "--commit")
    assert (again["committed"], again["total_cost"]) == ([], plan["total_cost"])
    desk.do("consultation", "confirm", "R1")
    fact = desk.ask(*PLAN, "--from", "2031", "--years", "2")["rounds"][0]
    assert (fact["fact"], fact["city"], fact["start"]) == (True, "Beijing", starts[0])
    desk.do("undo")
    desk.do("undo")
    assert desk.ask("consultation", "list")["consultations"] == []
    assert "4 rounds stored" in desk.do(*PLAN, "--from", "2031", "--years", "2", "--commit")


def test_what_is_asked_of_a_plan(blank: Desk) -> None:
    words = ("--from", "2031", "--years", "1", "--rounds", "3", "--days", "3", "--gap", "120")
    pinned = ("--pin", "R2=2031-06-17", "--notice", "0", "--on", "2030-12-20")
    rounds = blank.ask("plan", *words, *pinned)["rounds"]
    assert [len(every_day(one["start"], one["end"])) for one in rounds] == [3, 3, 3]
    assert rounds[1]["start"] == "2031-06-17"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("中方", "推算", "代价合计")),
        ("ru", ("Китайская Сторона", "предварительн", "Сумма штрафных баллов")),
        ("en", ("Chinese side", "provisional", "Total cost")),
    ],
)
def test_a_plan_gives_its_reasons_in_words(blank: Desk, lang: str, words: tuple[str, ...]) -> None:
    text = blank.do(*PLAN, "--from", "2031", "--years", "1", lang=lang)
    for word in words:
        assert word in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_there_is_no_plan_both_readers_are_told_why(blank: Desk, lang: str) -> None:
    impossible = (*PLAN, "--from", "2031", "--years", "1", "--pin", "R1=2031-01-01")
    assert "2031" in blank.refused(*impossible, lang=lang)
    done = blank.type(*impossible, "--json", lang=lang)
    assert done.status == 2
    assert done.out == '{\n  "failing_year": 2031,\n  "relax": "pin R1"\n}\n'
    assert "2031" in done.err


def test_a_plan_is_stored_round_by_round(blank: Desk) -> None:
    plan = (*PLAN, "--from", "2031", "--years", "1")
    assert "R1" in blank.refused(*plan, "--commit", "--only", "R2", lang="en")
    blank.refused(*plan, "--only", "R1")
    stored = blank.ask(*plan, "--commit", "--only", "R1")
    assert (stored["committed"], stored["moved"]) == (["R1"], [])
    pinned = (*plan, "--pin", "R1=2031-06-17", "--commit", "--only", "R1")
    assert [one["id"] for one in blank.ask(*pinned)["moved"]] == ["R1"]
    assert blank.ask(*plan, "--commit", "--only", "R2")["committed"] == ["R2"]
    blank.refused(*plan, "--commit", "--only", "R9")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_planned(blank: Desk, lang: str) -> None:
    for words in (
        ("--from", "2031", "--years", "0"),
        ("--from", "1990", "--years", "1"),
        ("--from", "2031", "--years", "500"),
        ("--from", "2031", "--years", "1", "--days", "0"),
        ("--from", "2031", "--years", "1", "--rounds", "1000"),
        ("--from", "2031", "--years", "1", "--pin", "R9=2031-03-04"),
        ("--from", "2031", "--years", "1", "--pin", "R1"),
        ("--from", "2031", "--years", "1", "--on", "2031-02-29"),
    ):
        assert blank.refused(*PLAN, *words, lang=lang).strip()


@pytest.mark.parametrize("asked", [("--pin", "R9=2031-03-04"), ("--round", "R9")])
def test_a_round_that_is_not_placed_is_told_with_those_that_are(
    blank: Desk, asked: tuple[str, str]
) -> None:
    told = blank.refused(*PLAN, "--from", "2031", "--years", "1", *asked, lang="zh")
    assert told.strip() == "本方案中没有R9，只安排R1–R2。请选择其中一轮，或增加规划的年数。"


@pytest.mark.parametrize(
    ("lang", "told"),
    [("zh", "只安排例行轮次"), ("ru", "только очередные раунды"), ("en", "regular rounds alone")],
)
def test_a_meeting_outside_the_numbering_is_no_round_of_a_plan(
    blank: Desk, lang: str, told: str
) -> None:
    for asked in (("--round", "X1"), ("--commit", "--only", "X1")):
        refused = blank.refused(*PLAN, "--from", "2031", "--years", "1", *asked, lang=lang)
        assert told in refused
        assert "X1" in refused


def test_the_best_plans_in_order(blank: Desk) -> None:
    best = blank.ask(*PLAN, "--from", "2031", "--years", "1")
    found = blank.ask(*PLAN, "--from", "2031", "--years", "1", "--top", "4")
    assert set(found) == {"plans", "committed", "moved"}
    assert [set(plan) for plan in found["plans"]] == [{"total_cost", "rounds"}] * 4
    assert found["plans"][0] == {name: best[name] for name in ("total_cost", "rounds")}
    keys = [(p["total_cost"], [one["start"] for one in p["rounds"]]) for p in found["plans"]]
    assert keys == sorted(keys)
    text = blank.do(*PLAN, "--from", "2031", "--years", "1", "--top", "2", lang="ru")
    assert "План 1" in text
    assert text.count("Сумма штрафных баллов") == 2
    stored = blank.ask(*PLAN, "--from", "2031", "--years", "1", "--top", "2", "--commit")
    assert stored["committed"] == ["R1", "R2"]
    for words in (("--top", "0"), ("--top", "101"), ("--round", "X1"), ("--round", "R7")):
        assert blank.refused(*PLAN, "--from", "2031", "--years", "1", *words)
    assert blank.refused(*PLAN, "--from", "2031", "--years", "1", "--round", "R1", "--commit")


def test_the_best_places_of_one_round(blank: Desk) -> None:
    plan = blank.ask(*PLAN, "--from", "2031", "--years", "1")
    found = blank.ask(*PLAN, "--from", "2031", "--years", "1", "--round", "R2")
    assert set(found) == {"openings"}
    places = found["openings"]
    assert len(places) == 10
    assert (places[0]["number"], places[0]["start"]) == (2, plan["rounds"][1]["start"])
    keys = [(one["total"], one["start"]) for one in places]
    assert keys == sorted(keys)
    for one in places:
        assert one["total"] == sum(one["cost"].values()) + one["following"]
    lines = blank.do(
        *PLAN, "--from", "2031", "--years", "1", "--round", "r2", "--top", "3"
    ).splitlines()
    assert len(lines) == 4
    assert "total" in lines[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_definition_with_the_values_in_force(blank: Desk, lang: str) -> None:
    words = (*PLAN, "--from", "2031", "--years", "1", "--gap", "177", "--explain")
    text = blank.do(*words, "--pin", "R2=2031-06-17", lang=lang)
    assert "177" in text
    assert "R2" in text
    found = blank.ask(*words)["definition"]
    assert (found["wishes"]["gap"], found["today"]) == (177, "2030-06-01")
    assert found["wishes"]["weights"]["travel"] == 5
    assert len(found["text"]) == 15


def test_free_rounds_fill_the_years_asked_for_by_number(blank: Desk) -> None:
    """By the letter of the definition; with --keep those planned for other years stay."""
    blank.do("consultation", "add", "--start", "2031-01-14", "--days", "2")
    blank.do("consultation", "add", "--start", "2031-03-11", "--days", "2")
    asked = ("--from", "2032", "--years", "1")
    taken = blank.ask(*PLAN, *asked)
    assert [one["number"] for one in taken["rounds"]] == [1, 2]
    assert (taken["moved"], taken["committed"]) == ([], [])
    kept = blank.ask(*PLAN, *asked, "--keep")
    assert [one["number"] for one in kept["rounds"]] == [3, 4]
    for lang, words in (("zh", "保持不动"), ("ru", "--keep"), ("en", "R1 is planned for 2031")):
        assert words in blank.do(*PLAN, *asked, lang=lang)
        assert words not in blank.do(*PLAN, *asked, "--keep", lang=lang)
    assert len(blank.ask(*PLAN, *asked, "--commit")["moved"]) == 2
    assert "R1 is planned for 2032" in blank.do(*PLAN, "--from", "2031", "--years", "1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_round_fixed_in_a_later_year_leaves_no_plan(blank: Desk, lang: str) -> None:
    blank.do("consultation", "add", "--start", "2033-01-11", "--days", "2", "--status", "confirmed")
    asked = (*PLAN, "--from", "2031", "--years", "2")
    done = blank.type(*asked, "--json", lang=lang)
    assert (done.status, done.out) == (2, '{\n  "failing_year": 2031,\n  "relax": null\n}\n')
    assert "R1" in done.err
    assert "2033" in blank.refused(*asked, lang=lang)


def test_a_plan_tells_what_it_moves(blank: Desk) -> None:
    blank.ask("consultation", "add", "--start", "2027-02-01", "--days", "2")
    plan = blank.ask("plan", "--from", "2027", "--years", "1", "--on", "2026-11-23", "--commit")
    (moved,) = plan["moved"]
    start = plan["rounds"][0]["start"]
    assert (moved["id"], moved["before"]["start"]) == ("R1", "2027-02-01")
    assert moved["after"]["start"] == start
    blank.ask("consultation", "postpone", "R1", "--start", "2027-02-01")
    text = blank.do("plan", "--from", "2027", "--years", "1", "--on", "2026-11-23", "--commit")
    assert "R1 moved: 1 February 2027 → " in text


def test_the_notices_of_2026_and_2027_are_planned_with(blank: Desk) -> None:
    words = ("plan", "--from", "2026", "--years", "2", "--on", "2026-01-10")
    rounds = blank.ask(*words)["rounds"]
    assert [one["provisional"] for one in rounds] == [[], [], ["CN"], ["CN"]]
    days = blank.ask("days", "--from", "2026-01-01", "--to", "2027-12-31")["days"]
    made_up = [one["date"] for one in days if one["CN"]["kind"] == "make_up"]
    assert made_up == [
        *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
    ]
    assert [one["date"] for one in days if one["RU"]["kind"] == "make_up"] == ["2027-02-20"]
    assert {one["date"] for one in days if one["RU"]["short"]} == {
        *("2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03"),
        *("2027-02-20", "2027-04-30", "2027-06-11", "2027-11-03"),
    }
    # Thursday and Friday in Moscow: the Chinese side sets out on the last day of its holiday,
    # and comes home on Saturday, 10 October, which is worked.
    pinned = blank.ask(*words, "--pin", "R2=2026-10-08")["rounds"][1]
    assert (pinned["host"], pinned["cost"]["travel"]) == ("RU", 5)
    # In Beijing before 1 May: the second day is short in Russia; home on a holiday.
    spring = blank.ask(*words, "--pin", "R1=2026-04-29")["rounds"][0]
    assert (spring["cost"]["short"], spring["cost"]["travel"]) == (2, 5)
    # 31 December is off in Russia by the year's order alone.
    (winter, _) = blank.ask(*words, "--rounds", "1", "--pin", "R1=2026-12-29")["rounds"]
    assert (winter["host"], winter["cost"]["travel"]) == ("CN", 5)


# --- days ------------------------------------------------------------------------------------


def test_what_each_day_is(blank: Desk) -> None:
    found = blank.ask("days", "--from", "2026-02-13", "--to", "2026-02-24")
    assert set(found) == {"days"}
    days = {one["date"]: one for one in found["days"]}
    assert list(days) == [str(when) for when in every_day("2026-02-13", "2026-02-24")]
    ordinary = {"working": True, "kind": "work", "short": False, "confirmed": True}
    assert days["2026-02-13"] == {"date": "2026-02-13", "CN": ordinary, "RU": ordinary}
    assert days["2026-02-14"]["CN"] == ordinary | {"kind": "make_up"}
    assert days["2026-02-14"]["RU"] == ordinary | {"working": False, "kind": "off"}
    assert days["2026-02-20"]["CN"]["kind"] in ("off", "moved_off")
    assert days["2026-02-23"]["RU"] == ordinary | {"working": False, "kind": "off"}


def test_short_and_moved_days(blank: Desk) -> None:
    make_up = day(blank, date(2024, 4, 27))["RU"]
    assert (make_up["kind"], make_up["working"]) == ("make_up", True)
    assert day(blank, date(2024, 4, 29))["RU"]["kind"] == "moved_off"
    assert day(blank, date(2024, 5, 8))["RU"]["short"]
    text = blank.do("days", "--from", "2027-02-20", "--to", "2027-02-20")
    assert "make-up working day, one hour shorter" in text
    assert "day off, provisional" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_that_cannot_be_told(blank: Desk, lang: str) -> None:
    for start, end in (
        ("2027-03-02", "2027-03-01"),
        ("2027-02-30", "2027-03-01"),
        ("2027-03-01", "1.4.2027"),
        ("1999-01-01", "1999-01-02"),
    ):
        assert blank.refused("days", "--from", start, "--to", end, lang=lang).strip()


# --- ledger ----------------------------------------------------------------------------------


def test_the_ledger_says_whose_turn_it_is_and_why(desk: Desk) -> None:
    empty = desk.ask("ledger")
    assert empty["next"]["side"] == "CN"
    assert empty["next"]["number"] == 1
    assert empty["balance"] == {"CN": 0, "RU": 0}
    assert "China 0, Russia 0" in desk.do("ledger")
    desk.do("consultation", "add", "--start", "2025-03-04", "--status", "held")
    desk.do("consultation", "add", "--start", "2031-09-02", "--city", "Шанхай")
    found = desk.ask("ledger")
    assert set(found) == {"entries", "next", "upcoming", "balance", "ahead", "warnings"}
    assert [(e["id"], e["turn"], e["due"]) for e in found["entries"]] == [
        ("R1", "CN", "CN"),
        ("R2", "CN", "RU"),
    ]
    assert found["entries"][0]["start"] == "2025-03-04"
    assert (found["balance"], found["ahead"]) == ({"CN": 1, "RU": 0}, {"CN": 1, "RU": 0})
    assert found["next"]["side"] == "RU"
    assert found["next"]["reasons"][0]["code"]
    assert found["upcoming"]["number"] == 2
    assert found["warnings"]
    assert (found["entries"][1]["host"], found["entries"][1]["place"]) == ("CN", "CN")
    lines = desk.do("ledger").splitlines()
    assert lines[2].startswith("    R1 and R2 run on the turn of the same side")
    assert lines[3].startswith("Next host")
    text = desk.do("ledger", lang="ru")
    assert "Следующая принимающая Сторона: Российская Сторона (R3)" in text
    assert "! " in text
