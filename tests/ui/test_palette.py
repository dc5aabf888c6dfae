"""What Ctrl+K finds and in which order; pinyin initials."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from consultations_gui.domain.parties import KNOWN_CITIES
from consultations_gui.ui.pinyin import initials
from consultations_gui.ui.view import Command
from consultations_gui.ui.widgets.findbar import folded
from consultations_gui.ui.widgets.palette import CommandModel

COMMANDS = [
    Command("年历", lambda: None, "Y", "年历 Год Year"),
    Command("第三轮 · 2027年4月14日至15日 · 喀山", lambda: None, "R3", "третий раунд Казань Kazan"),
    Command("撤销：移动第3项", lambda: None, "Ctrl+Z", "撤销 Отменить Undo"),
    Command("第四轮 · 2027年10月 · 上海", lambda: None, "R4", "четвёртый раунд Шанхай"),
]


@pytest.fixture
def model() -> CommandModel:
    made = CommandModel()
    made.fill(COMMANDS, initials)
    return made


def _found(model: CommandModel, text: str) -> list[str]:
    model.search(text)
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("кАЗань", "R3"),
        ("kazan", "R3"),
        ("喀山", "R3"),
        ("ks", "R3"),
        ("r4", "R4"),
        ("четвертый", "R4"),
        ("undo", "Ctrl+Z"),
        ("cx", "Ctrl+Z"),
        ("раунд казань", "R3"),
    ],
)
def test_finds_in_every_language_and_by_initials(
    model: CommandModel, typed: str, hint: str
) -> None:
    assert _found(model, typed)[0].endswith(hint)


def test_all_words_must_fit(model: CommandModel) -> None:
    assert _found(model, "kazan undo") == []
    assert len(_found(model, "")) == len(COMMANDS)


def test_the_best_fit_comes_first(model: CommandModel) -> None:
    model.fill(
        [Command("Later", lambda: None, words="year"), Command("Year", lambda: None)], initials
    )
    assert _found(model, "year")[0] == "Year"


def test_the_model_is_in_order(model: CommandModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.search("раунд")
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.command(7) is None


@pytest.mark.parametrize(
    ("text", "letters"),
    [("磋商", "cs"), ("普通照会", "ptzh"), ("撤销", "cx"), ("Round 3", ""), ("议程 A", "yc")],
)
def test_initials(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_every_known_chinese_city_has_its_initials() -> None:
    for city in KNOWN_CITIES:
        assert len(initials(city.zh)) == len(city.zh), city.zh


def test_searching_needs_no_case_and_no_dots() -> None:
    assert folded("Ёлка ＡＢ") == "елка ab"
