"""One year of a secretariat from the terminal alone, as two offices would type it."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.cli.desk import Desk
from tests.invitations.reading import by_vobject

ACCEPT = ("--dates", "accept", "--venue", "accept", "--topics", "accept")


def test_the_whole_life(blank: Desk, tmp_path: Path) -> None:
    blank.init("RU")
    year = datetime.now().astimezone().year + 2
    planned = blank.ask("plan", "--from", str(year), "--years", "2", "--commit")
    assert planned["committed"] == ["R1", "R2", "R3", "R4"]

    people(blank)
    start = first_round_goes_out(blank, tmp_path)
    moved_round_is_invited_again(blank, tmp_path, start)
    second_round_is_cancelled(blank)
    extraordinary_consultation_is_negotiated(blank, tmp_path, year)

    blank.do("consultation", "held", "R1", "--start", "2020-03-03")
    ledger = blank.ask("ledger")
    assert ledger["balance"] == {"CN": 1, "RU": 0}
    turns = {entry["id"]: entry["turn"] for entry in ledger["entries"]}
    assert turns == {"R1": "CN", "R2": None, "R3": "CN", "R4": "RU", "X1": None}
    the_past_can_be_told_and_taken_back(blank)


def people(desk: Desk) -> None:
    for side, role, name in (("ru", "head", "Фёдор Алёшин"), ("cn", "head", "王喆")):
        address = f"{side}@mid.example"
        named = ("--name-ru", name, "--email", address, "--role", role)
        desk.do("consultation", "delegate", "R1", "--side", side, *named)
    agenda = desk.ask("agenda", "standing", "R1")
    assert len(agenda["items"]) == 4


def first_round_goes_out(desk: Desk, tmp_path: Path) -> date:
    desk.do("consultation", "tentative", "R1")
    desk.do("consultation", "confirm", "R1")
    desk.do("agenda", "circulate", "R1")
    out = ("--out", str(tmp_path / "papers"))
    for copy in ("cn", "ru", "working"):
        for kind in ("pdf", "docx"):
            desk.do("agenda", "export", "R1", "--copy", copy, "--format", kind, *out)
    assert len(list((tmp_path / "papers").iterdir())) == 6
    desk.do("invite", "R1", "--out", str(tmp_path / "first"))
    return date.fromisoformat(desk.ask("consultation", "show", "R1")["start"])


def moved_round_is_invited_again(desk: Desk, tmp_path: Path, start: date) -> None:
    later = start + timedelta(days=14)
    desk.do("consultation", "postpone", "R1", "--start", str(later), "--days", "2")
    outstanding = desk.ask("status")["sent"]["outstanding"]
    assert len(outstanding) == 2
    desk.do("invite", "R1", "--out", str(tmp_path / "second"))
    before, after = (
        by_vobject((tmp_path / name / "R1-request.ics").read_bytes())
        for name in ("first", "second")
    )
    assert before.uid == after.uid
    assert isinstance(before.start, datetime)
    assert isinstance(after.start, datetime)
    assert (after.start - before.start).days == 14
    assert desk.ask("status")["sent"]["outstanding"] == []


def second_round_is_cancelled(desk: Desk) -> None:
    desk.do("consultation", "cancel", "R2", "--reason", "по договорённости Сторон")
    turn = desk.ask("ledger")
    assert turn["next"]["number"] == 5


def extraordinary_consultation_is_negotiated(desk: Desk, tmp_path: Path, year: int) -> None:
    offer = tmp_path / "offer.json"
    content = {
        "dates": [{"start": f"{year}-05-19", "days": 2}, {"start": f"{year}-05-26", "days": 2}],
        "venue": {"country": "RU", "city": "Казань"},
        "topics": [{"zh": "通报新威胁", "ru": "О новых угрозах", "minutes": 60}],
    }
    offer.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    titles = ("--title-zh", "提议", "--title-ru", "Предложение")
    desk.do("proposal", "new", *titles, "--from-json", str(offer))
    desk.do("proposal", "transmit", "P1", "--note", "№ 1")
    counter = ("--dates", "accept=2", "--topics", "accept", "--by", "CN")
    elsewhere = ("--venue", 'counter={"country": "CN", "city": "大连"}')
    desk.do("proposal", "answer", "P1", *counter, *elsewhere)
    agreed = desk.ask("proposal", "answer", "P1", *ACCEPT)
    assert agreed["state"] == "agreed"
    made = desk.ask("proposal", "convene", "P1")
    assert (made["id"], made["start"], made["host"]) == ("X1", f"{year}-05-26", "CN")


def the_past_can_be_told_and_taken_back(desk: Desk) -> None:
    told = desk.ask("history")["entries"]
    assert [entry["seq"] for entry in told] == list(range(len(told), 0, -1))
    status = partial(desk.ask, "consultation", "show")
    desk.do("undo")
    assert status("R1")["status"] == "postponed"
    desk.do("redo")
    assert status("R1")["status"] == "held"
    assert desk.ask("verify")["first_bad"] is None
