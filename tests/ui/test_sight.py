"""The last sight of the first screen: shown only while it is true."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from consultations_gui.ui.sight import NextText, RowText, Sight, SightFile, TodayText, TurnText

DAY = date(2026, 11, 23)
TEXT = TodayText(
    day="2026年11月23日",
    sample=False,
    next=NextText(
        id="R3",
        date="2027年4月14日至15日，喀山",
        host="RU",
        host_name="俄罗斯",
        name="第三轮",
        status="已确认",
        settled=True,
        provisional="",
        why="142 天后。",
        meters=(("中文文本", 6, 8, "中文文本：6/8"),),
        invited="已邀请 14 人",
    ),
    turn=TurnText((("CN", "2026", "R2", "中国"), ("RU", "下一轮", "R3", "俄罗斯")), "轮到俄罗斯。"),
    ours=(RowText("CN", "中国", "P2", "", "12 天", "warning", "proposals", "P2", ""),),
    theirs=(),
    theirs_name="等待俄方",
)
SIGHT = Sight(TEXT, ("中方秘书处", "Секретариат КНР"), "дополнительные", {"proposals": 1})


class Head:
    """A journal whose last hash can be set."""

    def __init__(self) -> None:
        self.now = "abc"

    def __call__(self) -> str:
        return self.now


@pytest.fixture
def head() -> Head:
    return Head()


@pytest.fixture
def file(tmp_path: Path, head: Head) -> SightFile:
    return SightFile(tmp_path / "cache", "/register.db", head)


def only(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_what_is_kept_comes_back(file: SightFile) -> None:
    file.keep(SIGHT, "abc", "zh", DAY)
    assert file.load("zh", DAY) == SIGHT


def test_a_first_screen_without_a_meeting_comes_back_too(file: SightFile) -> None:
    bare = TodayText(
        "d", sample=True, next=None, turn=TurnText((), ""), ours=(), theirs=(), theirs_name=""
    )
    file.keep(Sight(bare, ("", ""), "внеочередные", {}), "abc", "zh", DAY)
    found = file.load("zh", DAY)
    assert found is not None
    assert found.today == bare


def test_it_is_shown_only_while_nothing_has_changed(file: SightFile, head: Head) -> None:
    file.keep(SIGHT, "abc", "zh", DAY)
    assert file.load("ru", DAY) is None
    assert file.load("zh", date(2026, 11, 24)) is None
    head.now = "def"
    assert file.load("zh", DAY) is None
    head.now = ""
    assert file.load("zh", DAY) is None


def test_without_a_head_nothing_is_kept(file: SightFile, tmp_path: Path) -> None:
    file.keep(SIGHT, "", "zh", DAY)
    assert not (tmp_path / "cache").exists()
    assert file.load("zh", DAY) is None


def test_each_register_has_its_own(tmp_path: Path, file: SightFile, head: Head) -> None:
    file.keep(SIGHT, "abc", "zh", DAY)
    assert SightFile(tmp_path / "cache", "/other.db", head).load("zh", DAY) is None


def test_it_is_for_its_owner_alone(file: SightFile, tmp_path: Path) -> None:
    file.keep(SIGHT, "abc", "zh", DAY)
    assert only(tmp_path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "missing", "extra", "numbers"])
def test_a_damaged_file_is_as_good_as_none(file: SightFile, tmp_path: Path, damage: str) -> None:
    file.keep(SIGHT, "abc", "zh", DAY)
    data = json.loads(only(tmp_path).read_text("ascii"))
    if damage == "missing":
        del data["today"]["turn"]
    elif damage == "extra":
        data["today"]["next"]["colour"] = "red"
    elif damage == "numbers":
        data["today"] = 7
    only(tmp_path).write_text(damage if len(damage) < 5 else json.dumps(data), encoding="ascii")
    assert file.load("zh", DAY) is None


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path, head: Head) -> None:
    (tmp_path / "cache").write_text("a file", encoding="ascii")
    SightFile(tmp_path / "cache", "/r.db", head).keep(SIGHT, "abc", "zh", DAY)
