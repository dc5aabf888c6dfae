from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.application.ports import Context
from consultations_gui.cli import output
from consultations_gui.cli.output import Terminal, plain, table, width, wrap
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from tests.cli.desk import Desk
from tests.i18n.punctuation import narrow

# --- columns ---------------------------------------------------------------------------------


def test_hanzi_take_two_columns_and_combining_marks_none() -> None:
    assert width("北京") == 4
    assert width("Пекин") == 5
    assert width("Кремль") == 6
    assert width("е\u0301") == 1
    assert width("（一）") == 6
    assert width("") == 0


cells = st.text(st.sampled_from("ab 北京Пекин，"), max_size=6)


def behind(line: str, columns: int) -> str:
    """What stands behind the first ``columns`` of a line."""
    while line and columns > 0:
        columns -= width(line[0])
        line = line[1:]
    return line


@given(st.lists(st.tuples(cells, cells, cells), max_size=6))
def test_columns_begin_at_the_same_place_in_every_row(rows: list[tuple[str, str, str]]) -> None:
    lines = table(rows)
    assert len(lines) == len(rows)
    first, second = (max((width(row[i]) for row in rows), default=0) for i in (0, 1))
    for line, row in zip(lines, rows, strict=True):
        assert line == line.rstrip()
        assert line.startswith(row[0].rstrip())
        assert behind(line, first + 2).startswith(row[1].rstrip())
        assert behind(line, first + second + 4) == row[2].rstrip()


@given(st.text(st.sampled_from("ab 北京，。（）Пек-“”"), max_size=60), st.integers(4, 40))
def test_wrapping_loses_nothing_but_spaces_at_the_breaks(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line == line.strip(" ")
        assert line


def test_chinese_breaks_between_hanzi_but_not_before_a_mark() -> None:
    lines = wrap("规划两国代表团磋商，跟踪提议，编制双语议程。", 20)
    assert lines == ["规划两国代表团磋商，", "跟踪提议，编制双语议", "程。"]
    assert wrap("磋商，磋商。磋商！", 5) == ["磋", "商，", "磋", "商。", "磋", "商！"]


def test_other_languages_break_at_spaces() -> None:
    assert wrap("повестка дня в обоих текстах", 12) == ["повестка дня", "в обоих", "текстах"]
    assert wrap("внешнеполитический", 5) == ["внешнеполитический"]


# --- documents -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    side: Side
    venue: Venue
    days: tuple[date, ...]
    at: datetime
    opens: time
    file: Path
    nothing: None = None


def test_values_become_plain_json() -> None:
    sample = Sample(
        side=Side.CN,
        venue=Venue("CN", "Dalian"),
        days=(date(2027, 3, 2),),
        at=datetime(2027, 3, 2, 1, 0, tzinfo=UTC),
        opens=time(9, 0),
        file=Path("a") / "b",
    )
    assert plain(sample) == {
        "side": "CN",
        "venue": {"country": "CN", "city": "Dalian", "site": "", "online": False},
        "days": ["2027-03-02"],
        "at": "2027-03-02T01:00:00+00:00",
        "opens": "09:00:00",
        "file": str(Path("a") / "b"),
        "nothing": None,
    }
    assert plain({Side.RU: frozenset({1})}) == {"RU": [1]}


def no_register(database: str | None) -> Context:
    raise AssertionError(database)


def terminal(*, as_json: bool) -> Terminal:
    return Terminal(words_for(Language.EN), no_register, as_json)


def test_one_document_or_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal(as_json=True).answer({"город": "北京"}, ("never",)) == 0
    assert json.loads(capsys.readouterr().out) == {"город": "北京"}
    terminal(as_json=False).answer({}, ("one", "two"))
    assert capsys.readouterr().out == "one\ntwo\n"


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def written(given: io.TextIOWrapper) -> bytes:
    given.flush()
    assert isinstance(given.buffer, io.BytesIO)
    return given.buffer.getvalue()


def test_text_keeps_the_terminals_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = stream("cp1251"), stream("cp1251")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    output.ready(as_json=False)
    terminal(as_json=False).answer({}, ("Пекин 北",))
    sys.stderr.write("中")
    assert written(out) == "Пекин ".encode("cp1251") + b"\\u5317\n"
    assert written(err) == b"\\u4e2d"


def test_json_is_utf_8_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = stream("cp1251")
    monkeypatch.setattr(sys, "stdout", out)
    output.ready(as_json=True)
    # A file name that is not UTF-8 comes from the system as half a surrogate pair.
    terminal(as_json=True).answer({"城市": "北京", "file": "a\udcff"}, ())
    assert json.loads(written(out).decode("utf-8")) == {"城市": "北京", "file": "a\udcff"}


def test_a_stream_that_is_no_file_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    output.ready(as_json=True)
    output.emit("北京")
    assert out.getvalue() == "北京"


def test_what_the_terminal_says_in_chinese_has_chinese_marks(desk: Desk) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--days", "2", "--city", "喀山")
    desk.do("consultation", "add", "--start", "2031-09-04", "--site", "会议中心")
    person = ("--name-zh", "王喆", "--name-ru", "Ван Чжэ", "--role", "head")
    desk.do("consultation", "delegate", "R1", "--side", "CN", *person)
    desk.do("agenda", "standing", "R1")
    offer = ("--date", "2031-05-20", "--online", "--topic", "一|А|45")
    desk.do("proposal", "new", "--title-zh", "提议", "--title-ru", "Предложение", *offer)
    desk.do("proposal", "transmit", "P1")
    for words in (
        ("status",),
        ("ledger",),
        ("consultation", "list"),
        ("consultation", "show", "R1"),
        ("agenda", "show", "R1"),
        ("proposal", "list"),
        ("proposal", "show", "P1"),
        ("plan", "--from", "2032", "--years", "1", "--on", "2030-06-01"),
        ("days", "--from", "2031-02-01", "--to", "2031-02-20"),
        ("history",),
        ("office", "show"),
        ("settings",),
        ("troubles",),
        ("verify",),
        ("--help",),
        ("agenda", "import", "--help"),
        ("undo",),
    ):
        done = desk.type(*words, lang="zh")
        lines = (line.removeprefix("! ") for line in (done.out + done.err).splitlines())
        assert (words, [part for line in lines for part in narrow(line)]) == (words, [])
