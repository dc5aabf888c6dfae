"""Bad input: a clear message in each language, exit status 2, nothing half-written."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.cramped import Came, Step, cramped
from tests.cli.desk import LANGUAGES, Desk, listing

SCRIPTS = {"zh": "CJK", "ru": "CYRILLIC", "en": "LATIN"}
TABLE = "level,zh,ru,minutes\r\n1,研究协定执行情况,Ход выполнения Соглашения,30\r\n"


def in_language(message: str, lang: str) -> bool:
    """Whether a message is written in the script of its language, and is one."""
    letters = [unicodedata.name(char, "").split()[0] for char in message if char.isalpha()]
    return SCRIPTS[lang] in letters and "Traceback" not in message and "{" not in message


def holding(tmp_path: Path, content: bytes, name: str) -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return str(path)


def offer(tmp_path: Path, start: str) -> str:
    content = {"dates": [{"start": start, "days": 2}], "venue": {}, "topics": []}
    return holding(tmp_path, json.dumps(content).encode(), "offer.json")


Line = Callable[[Path], Sequence[str]]

# What is wrong, the command line, and what the message must name.
CASES: dict[str, tuple[Line, str]] = {
    "a date that does not exist": (
        lambda _: ("consultation", "add", "--start", "2027-02-30"),
        "2027-02-30",
    ),
    "a date that does not exist, in days": (
        lambda _: ("days", "--from", "2027-06-31", "--to", "2027-07-01"),
        "2027-06-31",
    ),
    "a date that does not exist, in an offer": (
        lambda folder: ("proposal", "new", "--from-json", offer(folder, "2027-02-29")),
        "2027-02-29",
    ),
    "a country that is none": (
        lambda _: ("consultation", "add", "--start", "2027-03-02", "--country", "ZZ"),
        "ZZ",
    ),
    "an end before its start": (
        lambda _: ("consultation", "add", "--start", "2027-03-03", "--end", "2027-03-02"),
        "2027",
    ),
    "an end before its start, in days": (
        lambda _: ("days", "--from", "2027-03-03", "--to", "2027-03-02"),
        "2027",
    ),
    "an unknown city": (
        lambda _: ("consultation", "add", "--city", "Атлантида", "--country", "RU"),
        "Атлантида",
    ),
    "an unknown zone": (
        lambda _: (
            *("office", "city", "Atlantis", "--country", "RU", "--name-zh", "亚特兰蒂斯"),
            *("--name-ru", "Атлантида", "--zone", "Europe/Atlantis"),
        ),
        "Europe/Atlantis",
    ),
    "a table in GB18030": (
        lambda folder: (
            *("agenda", "import", "R1"),
            holding(folder, TABLE.encode("gb18030"), "agenda.csv"),
        ),
        "GB18030",
    ),
    "a table in Windows-1251": (
        lambda folder: (
            *("agenda", "import", "R1"),
            holding(folder, re.sub("[一-龥]", "", TABLE).encode("cp1251"), "agenda.csv"),
        ),
        "Windows-1251",
    ),
    "a table that is none": (
        lambda folder: ("agenda", "import", "R1", holding(folder, b"\x00\x01\x02", "agenda.xlsx")),
        "agenda.xlsx",
    ),
    "an offer that is no JSON": (
        lambda folder: ("proposal", "new", "--from-json", holding(folder, b"{", "offer.json")),
        "offer.json",
    ),
    "a folder below a file": (
        lambda folder: (
            *("invite", "R1", "--method", "publish", "--out"),
            str(Path(holding(folder, b"", "file")) / "out"),
        ),
        "file",
    ),
    "a sheet below a file": (
        lambda folder: (
            *("year", "2027", "--out"),
            str(Path(holding(folder, b"", "file")) / "out"),
        ),
        "file",
    ),
    "a sheet of a year without a calendar": (
        lambda folder: ("year", "2108", "--out", str(folder / "out")),
        "2108",
    ),
    "a sample below a file": (
        lambda folder: ("demo", "--out", str(Path(holding(folder, b"", "file")) / "out")),
        "file",
    ),
    "a sample in a file": (
        lambda folder: ("demo", "--out", holding(folder, b"", "file")),
        "file",
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_changes_nothing(
    desk: Desk, tmp_path: Path, case: str, lang: str
) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04", "--city", "Dalian")
    line, named = CASES[case]
    words = line(tmp_path)
    before = listing(tmp_path)
    message = desk.refused(*words, lang=lang)
    assert named in message
    assert in_language(message, lang)
    assert listing(tmp_path) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_city_is_told_how_to_add_it(desk: Desk, lang: str) -> None:
    assert "office city" in desk.refused("consultation", "add", "--city", "Atlantis", lang=lang)


# --- registers that are none -----------------------------------------------------------------


def strange_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE consultations (id TEXT)")
        connection.commit()


REGISTERS: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_text("不是登记库", encoding="utf-8"),
    "an empty file": lambda path: path.touch(),
    "another program's database": strange_database,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", REGISTERS)
def test_a_register_that_is_none_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, lang: str
) -> None:
    path = tmp_path / "register"
    REGISTERS[kind](path)
    before = listing(tmp_path)
    for words in (("ledger",), ("consultation", "add", "--start", "2031-03-04"), ("verify",)):
        done = Desk(path, capsys).type(*words, lang=lang)
        assert (done.status, done.out) == (2, "")
        assert "register" in done.err
        assert in_language(done.err, lang)
    assert listing(tmp_path) == before


# --- disks -----------------------------------------------------------------------------------


@pytest.fixture
def register(desk: Desk) -> Path:
    """A register with a round that can be printed and published."""
    desk.do("consultation", "add", "--start", "2031-03-04", "--city", "Dalian")
    desk.do("agenda", "standing", "R1")
    return desk.database


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def typed(database: Path, *words: str) -> list[Step]:
    """The command line in each of the languages."""
    return [("type", "--database", str(database), "--lang", lang, *words) for lang in LANGUAGES]


def told(came: list[Came], named: Path) -> None:
    """Each was refused in its language, naming what cannot be written."""
    for one, lang in zip(came, LANGUAGES, strict=True):
        assert one.status == 2, one
        assert str(named) in one.err
        assert in_language(one.err, lang)
    assert len({one.err for one in came}) == len(LANGUAGES)


WRITING: dict[str, tuple[str, ...]] = {
    "invite": ("invite", "R1", "--method", "publish", "--out"),
    "export": ("agenda", "export", "R1", "--copy", "cn", "--format", "docx", "--out"),
    "demo": ("demo", "--out"),
}


@pytest.mark.parametrize("command", WRITING)
def test_a_folder_that_may_not_be_written(register: Path, disk: Path, command: str) -> None:
    out = disk / "out"
    before = listing(register.parent)
    came = cramped(disk, "size=1m", ("read-only",), *typed(register, *WRITING[command], str(out)))
    told(came, out)
    assert [one.files for one in came] == [{}] * 3
    assert listing(register.parent) == before


@pytest.mark.parametrize("command", WRITING)
def test_a_disk_that_is_full(register: Path, disk: Path, command: str) -> None:
    out = disk / "out"
    before = listing(register.parent)
    came = cramped(disk, "size=1m", ("fill",), *typed(register, *WRITING[command], str(out)))
    told(came, out)
    assert [set(one.files) for one in came] == [{"filler"}] * 3
    assert listing(register.parent) == before


@pytest.mark.parametrize(("size", "lang"), [("3m", "zh"), ("5m", "ru"), ("7m", "en")])
def test_a_disk_that_fills_up_on_the_way(disk: Path, size: str, lang: str) -> None:
    """The sample's register does not fit, or only the first of its papers, or not all mails."""
    out = disk / "out"
    (came,) = cramped(disk, f"size={size}", ("type", "--lang", lang, "demo", "--out", str(out)))
    assert (came.status, came.files) == (2, {})
    assert str(out) in came.err
    assert in_language(came.err, lang)


ADD = ("consultation", "add", "--start", "2031-09-02")


def test_a_register_on_a_read_only_disk(register: Path, disk: Path) -> None:
    there = disk / register.name
    steps: list[Step] = [("copy", str(register)), ("read-only",)]
    came = cramped(disk, "size=4m", *steps, *typed(there, *ADD))
    told(came, there)
    assert [one.files for one in came] == [listing(register.parent)] * 3
    told(cramped(disk, "size=4m", ("read-only",), *typed(there, *ADD)), there)


def test_a_register_on_a_full_disk_is_whole_when_there_is_room_again(
    register: Path, disk: Path
) -> None:
    there = disk / register.name
    verify = ("type", "--database", str(there), "verify")
    full: list[Step] = [("copy", str(register)), ("fill",)]
    *came, sound = cramped(disk, "size=4m", *full, *typed(there, *ADD), ("free",), verify)
    told(came, there)
    content = listing(register.parent)[register.name]
    assert {one.files[register.name] for one in came} == {content}
    assert (sound.status, sound.files) == (0, {register.name: content})


def test_a_new_register_on_a_full_disk_is_not_begun(disk: Path) -> None:
    there = disk / "register.db"
    came = cramped(disk, "size=1m", ("fill",), *typed(there, *ADD))
    told(came, there)
    assert [set(one.files) for one in came] == [{"filler"}] * 3


BLANK = [
    ("plan", "--from", "2031", "--years", "1"),
    ("days", "--from", "2031-03-01", "--to", "2031-03-02"),
    ("ledger",),
    ("settings", "get"),
    ("status",),
]
READING = [
    ("decree", "list"),
    ("consultation", "list"),
    ("consultation", "show", "R1"),
    ("proposal", "list"),
    ("proposal", "show", "P1"),
    ("agenda", "show", "R1"),
    ("agenda", "export", "R1", "--copy", "cn", "--out", "."),
    ("office", "show"),
    ("history",),
    ("undo",),
    ("redo",),
    ("verify",),
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_from_a_mistyped_register_makes_none(blank: Desk, words: Sequence[str]) -> None:
    blank.database.unlink()
    assert "register.db" in blank.refused(*words)
    assert not blank.database.exists()


@pytest.mark.parametrize("words", BLANK, ids=" ".join)
def test_what_an_empty_register_answers_needs_none(blank: Desk, words: Sequence[str]) -> None:
    answer = blank.ask(*words)
    blank.database.unlink()
    done = blank.type(*words, "--json")
    assert (done.status, json.loads(done.out)) == (0, answer)
    assert "register.db is not there" in done.err
    assert listing(blank.database.parent) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_folder_that_is_not_there_is_told_and_left_out(blank: Desk, lang: str) -> None:
    blank.database = blank.database.parent / "none" / "register.db"
    message = blank.refused("plan", "--from", "2031", "--years", "1", lang=lang)
    assert in_language(message, lang)
    assert not blank.database.parent.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_round_is_fixed_to_one_start(blank: Desk, lang: str) -> None:
    words = ("plan", "--from", "2031", "--years", "1", "--pin", "R1=2031-03-04", "--pin")
    assert in_language(blank.refused(*words, "R1=2031-03-05", lang=lang), lang)
    blank.do(*words, "R1=2031-03-04", lang=lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_register_that_is_not_there_is_told_and_writing_makes_it(blank: Desk, lang: str) -> None:
    blank.database.unlink()
    assert in_language(blank.refused("verify", lang=lang), lang)
    blank.do("plan", "--from", "2031", "--years", "1", "--commit", lang=lang)
    assert blank.database.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [":memory:", "a\x1b[2Jb.db"])
def test_a_register_no_file_can_be_is_told(
    blank: Desk, lang: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = blank.database.parent
    monkeypatch.chdir(folder)
    before = listing(folder)
    message = blank.refused("undo", "--database", name, lang=lang)
    assert in_language(message, lang)
    assert "\x1b" not in message
    assert listing(folder) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_signs_nobody_sees_are_refused_with_where_they_stand(
    desk: Desk, tmp_path: Path, lang: str
) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    table = tmp_path / "agenda.csv"
    table.write_text("level,zh,ru\n1,信息\u202e交流,Обмен\n", encoding="utf-8")
    person = ("consultation", "delegate", "R1", "--side", "CN", "--name-zh", "李\x1b[31m喆")
    for words, near, code in (
        (("agenda", "import", "R1", str(table)), "zh", "U+202E"),  # the cell
        (person, "李", "U+001B"),
    ):
        message = desk.refused(*words, lang=lang)
        assert near in message
        assert code in message
        assert code[2:] not in (f"{ord(sign):04X}" for sign in message)
    assert desk.ask("agenda", "show", "R1")["items"] == []


def test_breaks_in_a_cell_or_a_name_become_spaces(desk: Desk, tmp_path: Path) -> None:
    desk.do("consultation", "add", "--start", "2031-03-04")
    table = tmp_path / "agenda.csv"
    table.write_text('level,zh,ru\n1,"信息\n交流","Обмен\r\nинформацией"\n', encoding="utf-8")
    (row,) = desk.ask("agenda", "import", "R1", str(table))["items"]
    assert (row["zh"], row["ru"]) == ("信息 交流", "Обмен информацией")
    names = ("--name-ru", "Иванов\tИван\n", "--post-ru", "советник\nотдела")
    made = desk.ask("consultation", "delegate", "R1", "--side", "RU", *names)
    person = made["delegations"][1]["delegates"][0]["person"]
    assert (person["name_ru"], person["post_ru"]) == ("Иванов Иван", "советник отдела")


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--database", ("--database", "", "status")),
        ("--out", ("agenda", "export", "R1", "--copy", "cn", "--out", " ")),
    ],
)
@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "为空"), ("ru", "значение пусто"), ("en", "it is empty")]
)
def test_the_empty_value_of_an_unset_variable_names_nothing(
    desk: Desk, option: str, words: Sequence[str], lang: str, told: str
) -> None:
    first, *_ = desk.refused(*words, lang=lang).splitlines()
    assert option in first
    assert told in first
