from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import LANGUAGES, Desk, listing
from tests.invitations.reading import by_libical, by_vobject, calendar_of

PEOPLE = {"w@mfa.example", "f@mid.example"}


@pytest.fixture
def invited(desk: Desk) -> Desk:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--city", "喀山")
    delegate = ("consultation", "delegate", "R1")
    desk.do(*delegate, "--side", "cn", "--name-zh", "王喆", "--email", "w@mfa.example")
    desk.do(*delegate, "--side", "ru", "--name-ru", "Фёдор Алёшин", "--email", "f@mid.example")
    return desk


def test_a_request_is_read_alike_by_other_programs(invited: Desk, tmp_path: Path) -> None:
    invited.do("agenda", "standing", "R1")
    out = tmp_path / "out"
    written = [Path(name) for name in invited.ask("invite", "r1", "--out", str(out))["files"]]
    assert {path.suffix for path in written} == {".ics", ".eml"}
    assert set(listing(out)) == {path.name for path in written}
    (ics,) = (path for path in written if path.suffix == ".ics")
    found = by_vobject(ics.read_bytes())
    assert found == by_libical(ics.read_bytes())
    assert found.attendees == PEOPLE
    assert found.uid == invited.ask("consultation", "show", "R1")["uid"]
    mails = [path.read_bytes() for path in written if path.suffix == ".eml"]
    assert len(mails) == 2
    for mail in mails:
        assert by_vobject(calendar_of(mail)).uid == found.uid


def test_what_was_sent_is_on_record_and_not_undone(invited: Desk, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    invited.do("invite", "R1", "--out", out)
    sent = invited.ask("status")["sent"]
    assert {record["recipient"] for record in sent["records"]} - {""} == PEOPLE
    assert all("essentials" not in record for record in sent["records"])
    assert sent["outstanding"] == []
    invited.refused("undo")
    assert invited.ask("verify")["first_bad"] is None


def test_cancel_and_publish(invited: Desk, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out"))
    publish = invited.ask("invite", "R1", "--method", "publish", *out)["files"]
    assert [Path(name).suffix for name in publish] == [".ics"]
    assert b"METHOD:PUBLISH" in Path(publish[0]).read_bytes()
    invited.refused("invite", "R1", "--method", "cancel", *out)
    invited.do("invite", "R1", *out)
    invited.do("consultation", "cancel", "R1")
    invited.refused("invite", "R1", *out)
    cancel = invited.do("invite", "R1", "--method", "cancel", *out).splitlines()
    (ics,) = (Path(name) for name in cancel if name.endswith(".ics"))
    assert b"STATUS:CANCELLED" in ics.read_bytes()
    assert len(cancel) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_invitation_that_cannot_be_issued(desk: Desk, tmp_path: Path, lang: str) -> None:
    desk.do("consultation", "add")
    desk.do("consultation", "add", "--start", "2031-03-04")
    out = ("--out", str(tmp_path / "out"))
    for id in ("R1", "R2", "R9"):
        assert id in desk.refused("invite", id, *out, lang=lang)
    assert not (tmp_path / "out").exists()
