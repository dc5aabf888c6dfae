"""What README and docs/terminal.md say can be typed, can be typed."""

from __future__ import annotations

import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.cli.desk import Desk

TABLE = "level,zh,ru,minutes,lead\n1,信息交流,Обмен информацией,45,CN\n"


def typed_in(text: str) -> list[list[str]]:
    """The command lines of a shell example, without the program's name."""
    lines = text.replace("\\\n", " ").splitlines()
    words = (shlex.split(line, comments=True) for line in lines)
    return [line[1:] for line in words if line and line[0] == "consultations"]


def test_the_readme_can_be_typed_from_top_to_bottom(
    blank: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = (
        part for part in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "init" in part
    )
    (tmp_path / "items.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = typed_in(example)
    assert len(lines) >= 7
    coming = str(datetime.now().astimezone().year + 1)
    for words in lines:
        blank.do(*(word.replace("2027", coming) for word in words))
    assert list((tmp_path / "papers").glob("*.pdf"))
    assert list((tmp_path / "invitations").glob("*.eml"))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("`status`", ("status",)),
        ("`plan`", ("plan", "--from", "2031", "--years", "1", "--on", "2030-06-01")),
        ("`days`", ("days", "--from", "2031-03-03", "--to", "2031-03-04")),
        ("`ledger`", ("ledger",)),
        ("`consultation …`", ("consultation", "show", "R1")),
        ("`proposal …`", ("proposal", "show", "P1")),
        ("`agenda show`", ("agenda", "show", "R1")),
        ("`office …`", ("office", "show")),
        ("`history`", ("history",)),
        ("`undo`", ("undo",)),
        ("`verify`", ("verify",)),
    ],
)
def test_the_documents_hold_what_is_written_of_them(
    desk: Desk, row: str, words: tuple[str, ...]
) -> None:
    desk.do("consultation", "add", "--start", "2021-03-04", "--status", "held")
    desk.do("agenda", "standing", "R1")
    offer = ("--date", "2031-05-20", "--online", "--topic", "一|А")
    desk.do("proposal", "new", "--title-zh", "提议", "--title-ru", "Предложение", *offer)
    desk.do("proposal", "transmit", "P1")
    desk.do("consultation", "add", "--start", "2031-09-02")
    text = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")
    (line,) = (line for line in text.splitlines() if line.startswith(f"| {row}"))
    told = line.split("|")[2]
    documents = [desk.ask(*words)]
    seen: set[str] = set()
    while documents:
        document = documents.pop()
        if isinstance(document, dict):
            seen |= set(document)
            documents += document.values()
        elif isinstance(document, list):
            documents += document
    shapes = " ".join(re.findall(r"`([^`]*)`", told))
    kinds = {"work", "off", "moved_off", "make_up", "failing_year", "relax"}
    wanted = set(re.findall(r"[a-zA-Z_]+", shapes)) - kinds
    assert wanted - seen == set()
