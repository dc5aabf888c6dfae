"""``office key`` and ``packet`` at two desks that share nothing but files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.desk import LANGUAGES, Desk, digest, listing
from tests.registers import Shelf

TERMS: dict[str, Any] = {
    "dates": [{"start": "2027-03-02", "days": 2}, {"start": "2027-04-06", "days": 1}],
    "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
    "topics": [{"zh": "网络安全", "ru": "О кибербезопасности", "minutes": 45}],
}
COUNTER = json.dumps({"country": "RU", "city": "Kazan"})


@pytest.fixture
def cn(desk: Desk) -> Desk:
    return desk


@pytest.fixture
def ru(shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    (tmp_path / "ru").mkdir()
    other = Desk(shelf.empty(tmp_path / "ru" / "register.db"), capsys)
    other.init("RU")
    return other


def acquaint(cn: Desk, ru: Desk, folder: Path) -> None:
    for giver, taker, name in ((cn, ru, "cn.key"), (ru, cn, "ru.key")):
        giver.do("office", "key", "export", "--out", str(folder / name))
        taker.do("office", "key", "trust", str(folder / name))


def offered(desk: Desk, folder: Path) -> str:
    offer = folder / "offer.json"
    offer.write_text(json.dumps(TERMS), encoding="utf-8")
    titles = ("--title-zh", "非例行磋商", "--title-ru", "О внеочередных консультациях")
    made = desk.ask("proposal", "new", "--from-json", str(offer), *titles)
    desk.do("proposal", "transmit", made["id"])
    packet = folder / "offer.consult"
    desk.do("packet", "write", made["id"], "--out", str(packet))
    return str(packet)


def taken(desk: Desk, packet: str) -> dict[str, Any]:
    """Look at a packet, then accept it."""
    seen = desk.ask("packet", "read", packet)
    assert (seen["status"], seen["signature"], seen["reason"]) == ("new", "good", None)
    done: dict[str, Any] = desk.ask("packet", "read", packet, "--accept")
    assert done["accepted"]
    return done


def answered(desk: Desk, dates: str, venue: str, topics: str) -> dict[str, Any]:
    components = ("--dates", dates, "--venue", venue, "--topics", topics)
    done: dict[str, Any] = desk.ask("proposal", "answer", "P1", *components)
    return done


class Post:
    """Carries one packet after the other between two desks, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0

    def carry(self, sender: Desk, reader: Desk) -> str:
        self.count += 1
        packet = str(self.folder / f"{self.count}.consult")
        sender.do("packet", "write", "P1", "--out", packet)
        taken(reader, packet)
        ours, theirs = (desk.ask("proposal", "show", "P1") for desk in (sender, reader))
        for name in ("state", "components", "offers", "agreed_hash", "waiting_for"):
            assert ours[name] == theirs[name], name
        return packet


def opening(cn: Desk, ru: Desk, folder: Path) -> tuple[str, list[Any]]:
    """The offer arrives. Returns its packet and both ledgers as they stood before."""
    acquaint(cn, ru, folder)
    for desk in (cn, ru):
        day = ("--start", "2026-06-02", "--end", "2026-06-03", "--city", "Beijing")
        desk.do("consultation", "add", *day)
    ledgers = [desk.ask("ledger") for desk in (cn, ru)]
    first = offered(cn, folder)
    seen = ru.ask("packet", "read", first)
    assert (seen["proposal"], seen["sender"], seen["sequence"]) == (None, "CN", 1)
    assert seen["comparison"]["together"]["state"] == "transmitted"
    assert taken(ru, first)["proposal"] == "P1"
    return first, ledgers


def convened(desk: Desk, ledger: Any) -> str:
    """Convene what was agreed; returns its hash. The ledger stands as it stood."""
    shown = desk.ask("proposal", "show", "P1")
    assert [one["by"] for one in shown["offers"]] == ["CN", "RU", "RU", "CN"]
    made = desk.ask("proposal", "convene", "P1")
    assert (made["kind"], made["number"], made["id"]) == ("extraordinary", None, "X1")
    assert (made["start"], made["venue"]["city"]) == ("2027-05-25", "Moscow")
    after = desk.ask("ledger")
    assert (after["balance"], after["next"]) == (ledger["balance"], ledger["next"])
    assert desk.ask("consultation", "add", "--start", "2027-09-07", "--days", "2")["number"] == 2
    agenda = desk.ask("agenda", "show", "X1")
    assert [item["ru"] for item in agenda["items"]] == ["О кибербезопасности", "Разное"]
    assert desk.ask("verify")["first_bad"] is None
    return str(desk.ask("proposal", "show", "P1")["agreed_hash"])


def test_two_desks_agree_by_packets_alone(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    """Offer, counter of dates and venue, partial acceptance, new offer, counter, agreement."""
    first, ledgers = opening(cn, ru, tmp_path)
    post = Post(tmp_path)
    dates = json.dumps([{"start": "2027-05-18", "days": 2}, {"start": "2027-05-25", "days": 2}])
    answered(ru, f"counter={dates}", f"counter={COUNTER}", "accept")
    post.carry(ru, cn)
    assert answered(cn, "accept=2", "decline", "accept")["state"] == "partly_declined"
    post.carry(cn, ru)
    offer = tmp_path / "anew.json"
    moscow = {"country": "RU", "city": "Moscow", "site": "", "online": False}
    chosen = [{"start": "2027-05-25", "days": 2}]
    offer.write_text(json.dumps(TERMS | {"dates": chosen, "venue": moscow}), encoding="utf-8")
    ru.do("proposal", "offer", "P1", "--from-json", str(offer))
    post.carry(ru, cn)
    topics = json.dumps([*TERMS["topics"], {"zh": "其他", "ru": "Разное", "minutes": 15}])
    shown = answered(cn, "accept", "accept", f"counter={topics}")
    assert shown["components"] == {"dates": "agreed", "venue": "agreed", "topics": "open"}
    post.carry(cn, ru)
    assert answered(ru, "accept", "accept", "accept")["state"] == "agreed"
    last = post.carry(ru, cn)

    hashes = {convened(*each) for each in zip((cn, ru), ledgers, strict=True)}
    assert len(hashes) == 1
    assert not hashes & {"", "None"}
    assert cn.ask("packet", "read", last)["status"] == "known"
    assert ru.ask("packet", "read", first)["status"] == "superseded"
    again = ru.ask("packet", "read", first, "--accept")
    assert (again["status"], again["accepted"]) == ("superseded", False)


def test_the_office_shows_its_key(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    shown = cn.ask("office", "show")
    groups = shown["fingerprint"].split(" ")
    assert [len(group) for group in groups] == [5] * 8
    assert (len(shown["public_key"]), shown["counterpart"]) == (64, None)
    assert cn.ask("office", "show") == shown
    (key,) = cn.database.parent.glob("*.key")
    assert key.stat().st_mode & 0o777 == 0o600
    acquaint(cn, ru, tmp_path)
    assert cn.ask("office", "show")["counterpart"]["side"] == "RU"
    for lang in LANGUAGES:
        assert shown["fingerprint"] in cn.do("office", "show", lang=lang)


def test_keys_are_trusted_once_and_revoked_for_good(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    acquaint(cn, ru, tmp_path)
    cn.do("office", "key", "trust", str(tmp_path / "ru.key"))
    assert "own side" in cn.refused("office", "key", "trust", str(tmp_path / "cn.key"))
    revoked = cn.ask("office", "key", "revoke", "counterpart")
    assert revoked["revoked"]
    assert "revoked" in cn.refused("office", "key", "trust", str(tmp_path / "ru.key"))
    cn.refused("office", "key", "revoke", "counterpart")
    before = cn.ask("office", "show")["public_key"]
    cn.do("office", "key", "revoke", "own")
    assert cn.ask("office", "show")["public_key"] != before
    cn.refused("office", "key", "revoke", "nobody")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_key_is_shown_and_not_accepted(
    cn: Desk, ru: Desk, tmp_path: Path, lang: str
) -> None:
    packet = offered(cn, tmp_path)
    ru.ask("office", "show")
    seen = ru.ask("packet", "read", packet)
    assert (seen["status"], seen["signature"], seen["reason"]) == ("new", "unknown", "key_unknown")
    assert seen["fingerprint"] in ru.do("packet", "read", packet, lang=lang)
    assert seen["fingerprint"] in ru.refused("packet", "read", packet, "--accept", lang=lang)
    before = digest(ru.database)
    told = ru.type("packet", "read", packet, "--accept", "--json")
    assert (told.status, json.loads(told.out)["status"]) == (2, "refused")
    assert digest(ru.database) == before


def test_an_altered_packet_is_refused_in_every_way(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    acquaint(cn, ru, tmp_path)
    packet = Path(offered(cn, tmp_path))
    whole = packet.read_bytes()
    packet.write_bytes(whole[:200] + bytes([whole[200] ^ 1]) + whole[201:])
    before = listing(ru.database.parent)
    for words in (("read",), ("read", "--accept"), ("read", "--out", str(tmp_path / "out"))):
        ru.refused("packet", words[0], str(packet), *words[1:])
        told = ru.type("packet", words[0], str(packet), *words[1:], "--json")
        shown = json.loads(told.out)
        assert (told.status, shown["status"], shown["signature"]) == (2, "refused", "bad")
        assert shown["reason"] == "altered"
    ru.refused("packet", "verify", str(packet))
    assert listing(ru.database.parent) == before
    assert not (tmp_path / "out").exists()


def test_what_came_with_a_packet_is_taken_out(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    offered(cn, tmp_path)
    note = tmp_path / "note.pdf"
    note.write_bytes(b"%PDF-1.7")
    packet = str(tmp_path / "two.consult")
    written = cn.ask("packet", "write", "P1", "--out", packet, "--paper", str(note))
    assert (written["sequence"], written["parts"][-1]) == (2, "papers/2.pdf")
    shown = ru.ask("packet", "read", packet, "--out", str(tmp_path / "out"))
    assert shown["gap"] == 1
    assert sorted(listing(tmp_path / "out")) == ["1.pdf", "2.pdf", "offer.ics"]
    assert (tmp_path / "out" / "2.pdf").read_bytes() == b"%PDF-1.7"
    ours = PdfReader(tmp_path / "out" / "1.pdf")
    told = "".join(page.extract_text() for page in ours.pages)
    assert "网络安全" in told
    assert "О кибербезопасности" in told
    lean = cn.ask("packet", "write", "P1", "--out", str(tmp_path / "l.consult"), "--without-note")
    assert lean["parts"][-1] == "offer.ics"
    events = (tmp_path / "out" / "offer.ics").read_text(encoding="utf-8")
    assert events.count("BEGIN:VEVENT") == events.count("\nSTATUS:TENTATIVE") == 2
    assert "METHOD:PUBLISH" in events
    assert "1 packet before it" in ru.do("packet", "read", packet)
    verified = ru.ask("packet", "verify", packet)
    assert (verified["signature"], verified["sender"]) == ("good", "CN")
    assert verified["fingerprint"] in ru.do("packet", "verify", packet)


def test_what_is_new_and_what_is_missing_is_told(cn: Desk, ru: Desk, tmp_path: Path) -> None:
    acquaint(cn, ru, tmp_path)
    ru.do("packet", "read", offered(cn, tmp_path), "--accept")
    every = ("--dates", "accept=2", "--venue", "accept", "--topics", "accept")
    cn.do("proposal", "answer", "P1", *every, "--by", "RU")
    ru.do("proposal", "answer", "P1", *every)
    packet = str(tmp_path / "paper.consult")
    cn.do("packet", "write", "P1", "--out", packet)
    shown = ru.do("packet", "read", packet)
    assert "recorded for us" in shown
    assert "  − answered" in shown
    assert "Here: agreed" in shown
