from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desk import LANGUAGES, Desk

OFFER: dict[str, Any] = {
    "dates": [{"start": "2031-03-04", "days": 2}, {"start": "2031-03-11", "days": 1}],
    "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
    "topics": [{"zh": "通报新威胁", "ru": "О новых угрозах", "minutes": 45}],
}
TITLES = ("--title-zh", "关于磋商的提议", "--title-ru", "Предложение о консультациях")


def document(tmp_path: Path, content: Any) -> str:
    path = tmp_path / "document.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.fixture
def transmitted(desk: Desk, tmp_path: Path) -> Desk:
    desk.do("proposal", "new", *TITLES, "--from-json", document(tmp_path, OFFER))
    reply = str(date.today() + timedelta(days=20))  # noqa: DTZ011 (as the office's computer)
    note = ("--note", "№ 12", "--note-date", "2026-11-20", "--reply-by", reply)
    desk.do("proposal", "transmit", "p1", *note)
    return desk


def test_a_draft_from_a_document_and_from_flags_is_the_same(desk: Desk, tmp_path: Path) -> None:
    first = desk.ask("proposal", "new", *TITLES, "--from-json", document(tmp_path, OFFER))
    assert (first["id"], first["state"], first["proposed_by"]) == ("P1", "draft", "CN")
    flags = ("--date", "2031-03-04+2", "--date", "2031-03-11", "--city", "大连")
    topic = ("--topic", "通报新威胁|О новых угрозах|45")
    second = desk.ask("proposal", "new", *TITLES, *flags, *topic)
    assert second["draft"] == first["draft"] == OFFER
    assert second["offers"] == []
    assert [one["id"] for one in desk.ask("proposal", "list")["proposals"]] == ["P1", "P2"]


def test_offer_counter_and_acceptance_are_convened(transmitted: Desk, tmp_path: Path) -> None:
    desk = transmitted
    shown = desk.ask("proposal", "show", "P1")
    assert set(shown) >= {
        *("id", "state", "proposed_by", "waiting_for", "components", "offers"),
        *("agreed_hash", "consultation"),
    }
    assert (shown["state"], shown["waiting_for"]) == ("transmitted", "RU")
    assert shown["components"] == {"dates": "open", "venue": "open", "topics": "open"}
    offer = shown["offers"][0]
    assert set(offer) == {"number", "by", "dates", "venue", "topics", "content_hash"}
    assert {name: offer[name] for name in OFFER} == OFFER
    assert (shown["agreed_hash"], shown["consultation"]) == (None, None)

    answer = {
        "dates": {"accept": 1},
        "venue": {"counter": {"country": "RU", "city": "喀山"}},
        "topics": "accept",
    }
    by = ("--by", "ru", "--note", "№ 7", "--received", "2026-11-22")
    paper = document(tmp_path, answer)
    countered = desk.ask("proposal", "answer", "P1", "--from-json", paper, *by)
    assert (countered["state"], countered["waiting_for"]) == ("countered", "CN")
    assert countered["components"] == {"dates": "open", "venue": "open", "topics": "open"} | {
        name: countered["components"][name] for name in ("dates", "topics")
    }
    second = countered["offers"][1]
    assert (second["number"], second["by"], second["venue"]["city"]) == (2, "RU", "Kazan")
    assert second["dates"] == OFFER["dates"][:1]

    rulings = ("--dates", "accept", "--venue", "accept", "--topics", "accept")
    agreed = desk.ask("proposal", "answer", "P1", *rulings)
    assert (agreed["state"], agreed["waiting_for"]) == ("agreed", None)
    assert set(agreed["components"].values()) == {"agreed"}
    assert agreed["agreed_hash"] == second["content_hash"]

    made = desk.ask("proposal", "convene", "P1")
    assert (made["id"], made["consultation"], made["proposal"]) == ("X1", "X1", "P1")
    assert (made["start"], made["end"]) == ("2031-03-04", "2031-03-05")
    assert (made["venue"]["city"], made["host"], made["status"]) == ("Kazan", "RU", "confirmed")
    convened = desk.ask("proposal", "show", "P1")
    assert (convened["state"], convened["consultation"]) == ("convened", "X1")
    items = desk.ask("agenda", "show", "X1")["items"]
    assert [(item["zh"], item["ru"], item["minutes"]) for item in items] == [
        ("通报新威胁", "О новых угрозах", 45)
    ]
    assert desk.ask("ledger")["next"]["number"] == 1
    desk.do("undo")
    assert desk.ask("proposal", "show", "P1")["state"] == "agreed"
    assert "X1" not in desk.do("consultation", "list")


def test_accepts_and_declines_mixed_ask_for_a_new_offer(transmitted: Desk) -> None:
    desk = transmitted
    mixed = ("--dates", "accept=2", "--venue", "decline", "--topics", "accept", "--by", "RU")
    partly = desk.ask("proposal", "answer", "P1", *mixed)
    assert (partly["state"], partly["waiting_for"]) == ("partly_declined", "CN")
    assert partly["components"]["venue"] == "declined"
    anew = ("--date", "2031-03-11", "--city", "Сочи", "--topic", "通报新威胁|О новых угрозах|45")
    again = desk.ask("proposal", "offer", "P1", *anew, "--note", "№ 13")
    assert (again["state"], again["waiting_for"]) == ("transmitted", "RU")
    assert again["offers"][1]["venue"]["city"] == "Sochi"


def test_a_proposal_ends_by_withdrawal_or_decline(transmitted: Desk) -> None:
    desk = transmitted
    assert desk.ask("proposal", "withdraw", "P1", "--reason", "—")["state"] == "withdrawn"
    flags = ("--date", "2031-03-04", "--online", "--topic", "一|А")
    desk.do("proposal", "new", *TITLES, *flags)
    desk.do("proposal", "transmit", "P2")
    rulings = ("--dates", "decline", "--venue", "decline", "--topics", "decline", "--by", "RU")
    assert desk.ask("proposal", "answer", "P2", *rulings)["state"] == "declined"


def test_no_reply_is_closed_by_a_person_and_not_too_early(transmitted: Desk) -> None:
    desk = transmitted
    desk.refused("proposal", "lapse", "P1", "--reason", "нет ответа")
    flags = ("--date", "2020-03-04", "--city", "Dalian", "--topic", "一|А")
    desk.do("proposal", "new", *TITLES, *flags)
    desk.do("proposal", "transmit", "P2", "--note-date", "2020-01-10", "--reply-by", "2020-02-01")
    lapsed = desk.ask("proposal", "lapse", "P2", "--reason", "нет ответа")
    assert lapsed["state"] == "lapsed"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_that_comes_too_late_is_told_how_it_is_recorded(
    transmitted: Desk, lang: str
) -> None:
    yes = ("--dates", "accept=1", "--venue", "accept", "--topics", "accept", "--by", "RU")
    transmitted.do("proposal", "withdraw", "P1")
    assert "--crossing" in transmitted.refused("proposal", "answer", "P1", *yes, lang=lang)
    transmitted.do("proposal", "answer", "P1", *yes, "--crossing")
    assert "--crossing" in transmitted.refused("proposal", "withdraw", "P1", lang=lang)


def test_titles_left_open_leave_no_trace(desk: Desk) -> None:
    flags = ("--date", "2031-04-08+2", "--city", "Kazan", "--topic", "一|А")
    for titles, first in (((), "P1"), (("--title-ru", "О встрече"), "P2  О встрече")):
        said = desk.do("proposal", "new", *titles, *flags)
        assert said.splitlines()[0] == first


def test_a_proposal_about_a_round_changes_that_round(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    flags = ("--date", "2031-04-08+2", "--city", "Kazan", "--topic", "一|А", "--about", "r1")
    made = desk.ask("proposal", "new", *TITLES, *flags)
    assert made["about"] == "R1"
    desk.do("proposal", "transmit", "P1")
    rulings = ("--dates", "accept", "--venue", "accept", "--topics", "accept", "--by", "RU")
    desk.do("proposal", "answer", "P1", *rulings)
    moved = desk.ask("proposal", "convene", "P1")
    assert (moved["id"], moved["start"], moved["host"]) == ("R1", "2031-04-08", "RU")
    desk.refused("proposal", "new", *TITLES, "--about", "R9")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("第1号方案", "大连", "等待：俄方")),
        ("ru", ("Вариант № 1", "Далянь", "Ожидается ответ")),
        ("en", ("Offer 1, Chinese side", "Dalian", "Waiting for")),
    ],
)
def test_a_proposal_in_words(transmitted: Desk, lang: str, words: tuple[str, ...]) -> None:
    text = transmitted.do("proposal", "show", "P1", lang=lang)
    for word in words:
        assert word in text
    assert "P1" in transmitted.do("proposal", "list", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_an_offer_lacks_and_what_an_answer_must_be(
    desk: Desk, tmp_path: Path, lang: str
) -> None:
    assert "proposal new" in desk.do("proposal", "list", lang=lang)
    desk.do("proposal", "new", *TITLES, "--date", "2031-03-04")
    for words in (
        ("transmit", "P1"),
        ("transmit", "P9"),
        ("convene", "P1"),
        ("answer", "P1", "--dates", "accept", "--venue", "accept", "--topics", "accept"),
        ("answer", "P1", "--dates", "accept"),
        ("answer", "P1", "--from-json", document(tmp_path, {"dates": "accept"})),
        ("new", "--from-json", document(tmp_path, [])),
        ("new", "--from-json", str(tmp_path / "none.json")),
        ("new", "--topic", "только по-русски"),
        ("new", "--date", "2031-02-30"),
    ):
        assert desk.refused("proposal", *words, lang=lang).strip()


def test_a_proposal_needs_an_office(blank: Desk) -> None:
    assert "office init" in blank.refused("proposal", "new", *TITLES)


@pytest.fixture
def countered(transmitted: Desk, tmp_path: Path) -> Desk:
    """Offer 2 by the Russian side: another venue, topic 1 reworded, one put in."""
    topics = [
        {"zh": "通报最新威胁", "ru": "О новейших угрозах", "minutes": 60},
        {"zh": "人员培训", "ru": "О подготовке кадров", "minutes": 30},
    ]
    answer = {
        "dates": {"accept": 2},
        "venue": {"counter": {"country": "RU", "city": "Kazan"}},
        "topics": {"counter": topics},
    }
    by = ("--by", "RU", "--note", "№ 7", "--note-date", "2026-11-21", "--received", "2026-11-22")
    paper = document(tmp_path, answer)
    transmitted.do("proposal", "answer", "P1", "--from-json", paper, *by)
    return transmitted


def test_the_document_holds_answers_notes_and_channels(countered: Desk, tmp_path: Path) -> None:
    desk = countered
    shown = desk.ask("proposal", "show", "P1")
    (answer,) = shown["answers"]
    assert (answer["offer"], answer["by"], answer["dates"]) == (1, "RU", {"accept": 2})
    assert answer["venue"]["counter"]["city"] == "Kazan"
    assert answer["topics"]["counter"][1]["minutes"] == 30
    channel = {name: answer[name] for name in ("note", "note_date", "received")}
    assert channel == {"note": "№ 7", "note_date": "2026-11-21", "received": "2026-11-22"}
    assert (bool(answer["recorded_by"]), answer["flags"]) == (True, [])
    assert [step["kind"] for step in shown["events"]] == ["transmitted", "answered"]
    assert shown["events"][0]["note"] == "№ 12"
    # What an answer is shown as can be typed again.
    paper = document(tmp_path, {name: answer[name] for name in ("dates", "venue", "topics")})
    again = desk.ask("proposal", "answer", "P1", "--from-json", paper, "--by", "RU", *LATE, "1")
    assert (again["state"], again["answers"][1]["flags"]) == ("countered", ["repeated"])


LATE = ("--crossing", "--offer")


def test_late_and_differing_answers_are_kept_flagged_and_decided(countered: Desk) -> None:
    desk = countered
    yes = ("--dates", "accept=1", "--venue", "accept", "--topics", "accept")
    torn = desk.ask("proposal", "answer", "P1", *yes, "--by", "RU", *LATE, "1")
    assert torn["state"] == "conflicting"
    assert [one["flags"] for one in torn["answers"]] == [["undecided"], ["undecided"]]
    assert "a person decides" in desk.do("proposal", "show", "P1")
    desk.refused("proposal", "decide", "P1", "--dates", "decline", *yes[2:])
    agreed = desk.ask("proposal", "decide", "P1", *yes, "--reason", "подтверждено")
    assert (agreed["state"], agreed["answers"][0]["flags"]) == ("agreed", ["conflicting"])
    told = desk.do("proposal", "show", "P1", lang="ru")
    assert "подтверждено" in told
    # A withdrawal that crossed with the acceptance is kept and beaten by it (rule 8).
    late = desk.ask("proposal", "withdraw", "P1", "--crossing")
    assert (late["state"], late["events"][-1]["flags"]) == ("agreed", ["crossed"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_second_paper_answer_says_how_to_decide(countered: Desk, lang: str) -> None:
    desk = countered
    yes = ("--dates", "accept=1", "--venue", "accept", "--topics", "accept")
    told = desk.do("proposal", "answer", "P1", *yes, "--by", "RU", lang=lang)
    for number in (1, 2):
        assert f"proposal decide P1 --answer {number}\n" in told
    assert "undo" in told
    counter = told.split("2031")  # the dates of the counter no offer holds any more
    assert len(counter) > 2
    again = desk.refused("proposal", "answer", "P1", *yes, "--by", "RU", lang=lang)
    assert "--crossing" not in again
    assert "--answer N" in desk.refused("proposal", "convene", "P1", lang=lang)
    desk.refused("proposal", "decide", "P1", "--answer", "3", lang=lang)
    decided = desk.ask("proposal", "decide", "P1", "--answer", "2")
    assert (decided["state"], decided["answers"][0]["flags"]) == ("agreed", ["conflicting"])
    desk.refused("proposal", "decide", "P1", "--answer", "1", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chain_is_told_step_by_step(countered: Desk, lang: str) -> None:
    text = countered.do("proposal", "show", "P1", lang=lang)
    steps = {
        "zh": (
            "第1号方案（中方）",
            "对第1号方案的答复（俄方）",
            "第2号方案（俄方）",
            "№ 7",
            "收到",
        ),
        "ru": ("Вариант № 1", "Ответ на вариант № 1", "Вариант № 2", "№ 7", "получена"),
        "en": ("Offer 1, Chinese", "Answer to offer 1", "Offer 2, Russian", "№ 7", "received"),
    }[lang]
    places = [text.index(step) for step in steps[:3]]
    assert places == sorted(places)
    assert all(step in text for step in steps)


def test_two_offers_are_compared_item_by_item_and_word_by_word(countered: Desk) -> None:
    desk = countered
    compared = desk.ask("proposal", "compare", "P1", "1", "2")
    assert compared["changed"] == ["dates", "venue", "topics"]
    assert (compared["before"]["by"], compared["after"]["number"]) == ("CN", 2)
    assert [one["in_both"] for one in compared["dates"]["before"]] == [False, True]
    assert compared["venue"]["fields"] == ["country", "city"]
    first, second = compared["topics"]["items"]
    assert (first["before"], first["after"], first["minutes"]["after"]) == (1, 1, 60)
    assert first["zh"] == [
        {"text": "通报", "mark": "same"},
        {"text": "最", "mark": "added"},
        {"text": "新威胁", "mark": "same"},
    ]
    assert (second["before"], second["after"]) == (None, 2)

    text = desk.do("proposal", "compare", "p1", "1", "2", lang="ru")
    assert "О [-новых-]{+новейших+} угрозах" in text
    assert "[-Далянь-]{+Казань+}" in text
    assert "+ 2. {+人员培训+}" in text
    back = desk.do("proposal", "compare", "P1", "2", "1", lang="zh")
    assert "- 2. [-人员培训-]" in back
    same = desk.ask("proposal", "compare", "P1", "2", "2")
    assert same["changed"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_offers_that_there_are_can_be_compared(countered: Desk, lang: str) -> None:
    for words in (("P1", "1", "3"), ("P1", "0", "1"), ("P1", "1"), ("P9", "1", "2")):
        assert countered.refused("proposal", "compare", *words, lang=lang).strip()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "代价"), ("ru", "балл"), ("en", "points")],
)
def test_its_dates_are_weighed(transmitted: Desk, lang: str, words: str) -> None:
    desk = transmitted
    found = desk.ask("proposal", "dates", "p1")
    assert [one["start"] for one in found["options"]] == ["2031-03-04", "2031-03-11"]
    first = found["options"][0]
    assert first["total"] == sum(first["cost"].values()) + first["following"]
    assert all(one["total"] < first["total"] for one in found["better"])
    assert words in desk.do("proposal", "dates", "P1", lang=lang)
    desk.do("proposal", "new", *TITLES, "--date", "2031-03-08+2")
    weekend = desk.ask("proposal", "dates", "P2")
    assert [reason["code"] for reason in weekend["options"][0]["against"]] == ["days_off"] * 2
    assert weekend["better"]
    assert "!" in desk.do("proposal", "dates", "P2", lang=lang)
    desk.do("proposal", "new", *TITLES)
    assert desk.ask("proposal", "dates", "P3") == {"id": "P3", "options": [], "better": []}
    assert desk.do("proposal", "dates", "P3", lang=lang).strip()
    desk.refused("proposal", "dates", "P9", lang=lang)


def test_the_list_says_how_long_who_is_waited_for(transmitted: Desk) -> None:
    days = (date.today() - date(2026, 11, 20)).days  # noqa: DTZ011 (as the office's computer)
    assert f"Russian side, waiting {days} day" in transmitted.do("proposal", "list")


def test_a_draft_is_written_on_and_taken_out(desk: Desk) -> None:
    desk.do("proposal", "new", *TITLES, "--date", "2031-03-04", "--by", "RU")
    edited = desk.ask("proposal", "edit", "P1", "--city", "Kazan", "--title-zh", "新题目")
    assert edited["draft"]["dates"] == [{"start": "2031-03-04", "days": 1}]
    assert edited["draft"]["venue"]["city"] == "Kazan"
    assert (edited["title_zh"], edited["title_ru"]) == ("新题目", TITLES[3])
    assert edited["proposed_by"] == "RU"
    assert desk.ask("proposal", "discard", "P1") == {"id": "P1"}
    assert desk.ask("proposal", "list") == {"proposals": []}
    desk.do("undo")
    assert desk.ask("proposal", "show", "P1")["state"] == "draft"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_shape_is_told_by_the_name_of_its_key(
    transmitted: Desk, tmp_path: Path, lang: str
) -> None:
    good = {"dates": {"accept": 1}, "venue": "accept", "topics": "accept"}
    for wrong, key in (
        ({**good, "venue": {"counter": {"town": "Kazan"}}}, "$.venue.counter.town"),
        ({**good, "dates": {"counter": [{"start": "2031-02-30"}]}}, "$.dates.counter[0].start"),
        ({**good, "dates": {"accept": "1"}}, "$.dates.accept"),
        ({**good, "topics": {"counter": [{"zh": "一", "minutes": "45"}]}}, "minutes"),
        ({**good, "topics": "maybe"}, "$.topics"),
        ({"dates": {"accept": 1}, "venue": "accept"}, "$.topics"),
    ):
        paper = document(tmp_path, wrong)
        said = transmitted.refused("proposal", "answer", "P1", "--from-json", paper, lang=lang)
        assert key in said
    lacking = document(tmp_path, {"dates": [{"start": "2031-03-04", "days": 400}]})
    said = transmitted.refused("proposal", "new", "--from-json", lacking, lang=lang)
    assert "$.dates[0].days" in said
    # A venue may leave out its site and that it is not online.
    countered = {**good, "venue": {"counter": {"country": "RU", "city": "Kazan"}}}
    paper = document(tmp_path, countered)
    transmitted.do("proposal", "answer", "P1", "--from-json", paper, "--by", "RU", lang=lang)


def test_steps_of_the_other_side_come_with_their_notes(transmitted: Desk) -> None:
    desk = transmitted
    mixed = ("--dates", "accept=1", "--venue", "decline", "--topics", "accept", "--by", "RU")
    desk.do("proposal", "answer", "P1", *mixed)
    anew = ("--date", "2031-03-11", "--city", "Сочи", "--topic", "一|А")
    again = desk.ask("proposal", "offer", "P1", *anew, "--by", "CN", "--reply-by", "2031-02-01")
    assert again["reply_by"] == "2031-02-01"
    note = ("--note", "№ 14", "--note-date", "2026-11-25")
    gone = desk.ask("proposal", "withdraw", "P1", "--by", "CN", "--reason", "—", *note)
    assert (gone["state"], gone["events"][-1]["note"]) == ("withdrawn", "№ 14")
