from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk


def today() -> date:
    return datetime.now().astimezone().date()


@pytest.fixture
def busy(desk: Desk, tmp_path: Path) -> Desk:
    """A round in forty days, half invited; a proposal that is waited on."""
    start = today() + timedelta(days=40)
    desk.do("consultation", "add", "--start", str(start), "--days", "2", "--city", "Далянь")
    desk.do("consultation", "confirm", "R1")
    desk.do("agenda", "standing", "R1")
    delegate = ("consultation", "delegate", "R1", "--side", "cn")
    desk.do(*delegate, "--name-zh", "王喆", "--name-latin", "Wang Zhe", "--email", "w@m.example")
    desk.do("invite", "R1", "--out", str(tmp_path / "out"))
    desk.do(*delegate, "--name-zh", "李堃", "--name-latin", "Li Kun", "--email", "l@m.example")
    desk.do(*delegate, "--name-zh", "陈淼")
    offer = ("--date", str(start + timedelta(days=90)), "--online", "--topic", "一|А")
    desk.do("proposal", "new", "--title-zh", "提议", "--title-ru", "Предложение", *offer)
    desk.do("proposal", "transmit", "P1", "--reply-by", str(today() + timedelta(days=9)))
    desk.do("proposal", "new", "--title-zh", "草案", "--title-ru", "Проект", *offer)
    return desk


def test_the_four_questions_for_a_program(busy: Desk) -> None:
    found = busy.ask("status")
    assert found["today"] == str(today())
    assert (found["side"], found["consultations"]) == ("CN", 1)
    meeting = found["next_meeting"]
    assert (meeting["id"], meeting["days_until"]) == ("R1", 40)
    assert 0 < meeting["common_working_days"] < 40
    assert set(meeting["provisional"]) <= {"CN", "RU"}
    host = found["next_host"]
    assert (host["side"], host["number"]) == ("CN", 1)
    assert [set(reason) for reason in host["reasons"]] == [{"code", "args", "text"}]
    assert found["balance"] == {"CN": 0, "RU": 0}
    ours = {(item["kind"], item["id"]) for item in found["waiting_for_us"]}
    assert {("draft", "P2"), ("invitations", "R1")} <= ours
    (answer,) = (item for item in found["waiting_for_them"] if item["kind"] == "answer")
    assert (answer["id"], answer["side"], answer["offer"]) == ("P1", "RU", 1)
    assert answer["text"].startswith("P1: answer offer 1")
    assert (found["agenda"]["texts"], found["agenda"]["items"]) == (4, 4)
    sent = found["sent"]
    assert [person["name_zh"] for person in sent["outstanding"]] == ["李堃"]
    assert sent["unreachable"] == 1
    moment = datetime.fromisoformat(sent["records"][0]["at"])
    assert moment.utcoffset() is not None
    assert [one["article"] for one in found["deadlines"]] == ["10(1)", "5(1)", "10(3)"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "zh",
            ("下次磋商：R1", "大连", "40天后", "轮到主办：中方", "待对方办理", "尚待邀请：李堃"),
        ),
        ("ru", ("Далянь", "через 40 дней", "За другой Стороной", "Ещё не приглашены")),
        ("en", ("Next: R1", "Dalian", "in 40 days", "Waiting for us", "Li Kun")),
    ],
)
def test_the_four_questions_for_a_person(busy: Desk, lang: str, words: tuple[str, ...]) -> None:
    text = busy.do("status", lang=lang)
    for word in words:
        assert word in text


def test_an_empty_register_says_what_to_do_next(blank: Desk) -> None:
    for lang in LANGUAGES:
        text = blank.do("status", lang=lang)
        assert "office init" in text
        assert "plan --from" in text
    found = blank.ask("status")
    assert found["side"] is None
    assert found["next_meeting"] is found["agenda"] is found["sent"] is None
    blank.init()
    assert "Nothing waits for anybody." in blank.do("status")


def test_a_meeting_that_has_begun_is_not_counted_down(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", str(today()))
    text = desk.do("status")
    assert "Next: R1" in text
    assert " days" not in text.splitlines()[1]
    assert "The agenda is empty." in text
    assert "No invitations have been sent." in text
