from __future__ import annotations

import contextlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import main
from consultations_gui.application import consultations, demo
from consultations_gui.application.ports import Context
from consultations_gui.cli.commands.sample import REGISTER
from tests.cli.desk import LANGUAGES, Desk, listing
from tests.documents.reading import pages
from tests.invitations.reading import by_libical, by_vobject, calendar_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """The sample in a folder of its own, and what was said to be written."""
    folder = tmp_path_factory.mktemp("sample") / "out"
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main.main(["demo", "--out", str(folder), "--json"]) == 0
    return folder, [Path(name) for name in json.loads(out.getvalue())["files"]]


@pytest.fixture
def sample(made: tuple[Path, list[Path]], capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk on the sample's register."""
    return Desk(made[0] / REGISTER, capsys)


def every(desk: Desk) -> list[Any]:
    listed: list[Any] = desk.ask("consultation", "list")["consultations"]
    return listed


def test_it_says_all_that_it_wrote(made: tuple[Path, list[Path]]) -> None:
    folder, written = made
    assert written[0] == folder / REGISTER
    assert set(listing(folder)) == {str(path.relative_to(folder)) for path in written}
    assert len(set(written)) == len(written)


def test_each_consultation_has_its_papers_and_its_invitation(
    made: tuple[Path, list[Path]], sample: Desk
) -> None:
    folder, _ = made
    for one in every(sample):
        files = sorted((folder / one["id"]).iterdir())
        kinds = [path.suffix for path in files]
        assert [kinds.count(kind) for kind in (".pdf", ".docx", ".ics")] == [3, 3, 1]
        addresses = {
            delegate["person"]["email"]
            for party in one["delegations"]
            for delegate in party["delegates"]
        }
        assert kinds.count(".eml") == len(addresses - {""}) >= 4
        for path in files:
            if path.suffix == ".pdf":
                assert path.read_bytes().startswith(b"%PDF-1.7")
            if path.suffix == ".docx":
                assert zipfile.ZipFile(path).testzip() is None


def test_our_notes_about_the_proposal_are_there_in_both_languages(
    made: tuple[Path, list[Path]],
) -> None:
    found = sorted(path.name for path in (made[0] / "P1").iterdir())
    assert found == [f"P1-note-{n}-both.{kind}" for n in (1, 3) for kind in ("docx", "pdf")]
    texts = pages((made[0] / "P1" / "P1-note-3-both.pdf").read_bytes())
    assert "俄方磋商秘书处（示例）" in texts[0]
    assert "Секретариату консультаций российской Стороны" in " ".join(texts[2].split())
    assert "____" not in "".join(texts)


def test_every_calendar_file_is_read_alike(made: tuple[Path, list[Path]], sample: Desk) -> None:
    by_id = {one["id"]: one for one in every(sample)}
    for path in made[1]:
        if path.suffix not in (".ics", ".eml"):
            continue
        content = path.read_bytes()
        ics = calendar_of(content) if path.suffix == ".eml" else content
        found = by_vobject(ics)
        assert found == by_libical(ics)
        assert found.uid == by_id[path.parent.name]["uid"]
        assert found.attendees
        assert b"METHOD:REQUEST" in ics


def test_the_sample_is_two_years_and_a_negotiated_consultation(sample: Desk) -> None:
    found = every(sample)
    assert [one["kind"] for one in found] == ["regular"] * 4 + ["extraordinary"]
    assert [one["host"] for one in found[:4]] == ["CN", "RU", "CN", "RU"]
    (proposal,) = sample.ask("proposal", "list")["proposals"]
    assert (proposal["state"], proposal["consultation"]) == ("convened", "X1")
    assert len(proposal["offers"]) > 1
    for one in found:
        agenda = sample.ask("agenda", "show", one["id"])
        assert agenda["readiness"]["missing"] == agenda["readiness"]["stale"] == []
        assert agenda["items"]
    assert sample.ask("verify")["first_bad"] is None
    assert sample.ask("status")["next_meeting"]["id"] in ("R1", "X1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_made_once_in_a_folder(
    made: tuple[Path, list[Path]], sample: Desk, lang: str
) -> None:
    before = listing(made[0])
    message = sample.refused("demo", "--out", str(made[0]), lang=lang)
    assert REGISTER in message
    assert listing(made[0]) == before


def test_it_lies_beside_what_was_there(blank: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "R1").mkdir(parents=True)
    (out / "R1" / "note.txt").write_text("mine", encoding="utf-8")
    said = blank.do("demo", "--out", str(out)).splitlines()
    assert (out / "R1" / "note.txt").read_text(encoding="utf-8") == "mine"
    assert len(said) == len(listing(out)) - 1
    assert blank.ask("consultation", "list")["consultations"] == []


def test_a_failure_on_the_way_leaves_what_was_there(
    blank: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    (out / "R1").mkdir(parents=True)
    (out / "R2").mkdir()
    (out / "R1" / "note.txt").write_text("mine", encoding="utf-8")
    invite = "consultations_gui.application.invitations.write"

    def broken(_: Context, id: str, *__: object) -> tuple[Path, ...]:
        if id == "R3":
            raise ZeroDivisionError
        return ()

    monkeypatch.setattr(invite, broken)
    assert blank.type("demo", "--out", str(out)).status == 1
    assert set(listing(out)) == {"R1/note.txt"}
    assert {path.name for path in out.iterdir()} == {"R1", "R2"}
    assert blank.type("demo", "--out", str(tmp_path / "new" / "out")).status == 1
    assert not (tmp_path / "new").exists()


def test_what_is_cancelled_gets_a_cancellation(
    blank: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = demo.build_sample

    def with_a_cancelled_round(ctx: Context) -> demo.SampleReport:
        report = build(ctx)
        consultations.cancel(ctx, report.rounds[-1])
        return report

    monkeypatch.setattr(demo, "build_sample", with_a_cancelled_round)
    out = tmp_path / "out"
    blank.do("demo", "--out", str(out))
    methods = {
        path.parent.name: re.findall(rb"METHOD:(\w+)", path.read_bytes())
        for path in out.rglob("*.ics")
    }
    assert methods == {id: [b"REQUEST"] for id in ("R1", "R2", "R3", "X1")} | {"R4": [b"CANCEL"]}
