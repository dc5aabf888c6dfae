"""A delegation one types into: stored when it can be, kept as typed when not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from consultations_gui.domain.errors import DomainError, StaleVersionError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.people import (
    Delegate,
    Delegation,
    Person,
    Role,
    require_delegation,
)
from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import words_for
from consultations_gui.ui.models.delegation import WRONG_ROLE, Column, DelegationModel

EN, ZH = words_for(Language.EN), words_for(Language.ZH)
WANG = Delegate(Person("1", "王建国", email="wang@example.cn"), Role.HEAD)
LI = Delegate(Person("2", "李喆"))


@dataclass
class Register:
    """Stores a delegation as the register would."""

    stored: Delegation = field(default_factory=lambda: Delegation(Side.CN, (WANG, LI)))
    tries: list[Delegation] = field(default_factory=list)
    stale: bool = False

    def store(self, wanted: Delegation, base: Delegation) -> DomainError | None:
        self.tries.append(wanted)
        if self.stale and base != self.stored:
            return StaleVersionError("consultation", "R3", "Wang")
        try:
            require_delegation(wanted)
        except DomainError as error:
            return error
        self.stored = wanted
        return None


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def model(qapp: QApplication, register: Register) -> DelegationModel:
    made = DelegationModel(EN, register.store)
    made.show(register.stored, EN)
    return made


def people(register: Register) -> list[str]:
    return [delegate.person.name_zh for delegate in register.stored.delegates]


def put(model: DelegationModel, row: int, column: Column, text: str) -> None:
    assert model.setData(model.index(row, column), text)


def test_the_model_keeps_qts_rules(model: DelegationModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        (Column.NAME_ZH, "王明", "王明"),
        (Column.NAME_RU, " Ван Мин ", "Ван Мин"),
        (Column.LATIN, "Wang Ming", "Wang Ming"),
        (Column.POST_ZH, "司长", "司长"),
        (Column.POST_RU, "директор", "директор"),
        (Column.EMAIL, "ming@example.cn", "ming@example.cn"),
        (Column.ROLE, "expert", "expert"),
        (Column.LANGUAGE, "ru", "Russian"),
    ],
)
def test_each_field_is_stored(
    model: DelegationModel, register: Register, column: Column, value: str, shown: str
) -> None:
    put(model, 1, column, value)
    assert model.index(1, column).data() == shown
    assert register.stored.delegates == model.rows
    assert model.error is None


def test_a_value_that_is_the_same_is_not_stored_again(
    model: DelegationModel, register: Register
) -> None:
    put(model, 0, Column.NAME_ZH, "王建国")
    assert register.tries == []
    assert not model.setData(QModelIndex(), "x")
    assert not model.setData(model.index(0, 1), "x", Qt.ItemDataRole.DecorationRole)


def test_a_wrong_address_stays_and_is_told_at_its_cell(
    model: DelegationModel, register: Register
) -> None:
    put(model, 1, Column.EMAIL, "li at example")
    index = model.index(1, Column.EMAIL)
    assert index.data() == "li at example"
    assert "li at example" in index.data(WRONG_ROLE)
    assert index.data(WRONG_ROLE) in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, Column.EMAIL).data(WRONG_ROLE) == ""
    assert register.stored.delegates == (WANG, LI)
    put(model, 0, Column.POST_ZH, "司长")
    assert register.stored.delegates == (WANG, LI)
    model.show(register.stored, ZH)
    assert model.index(1, Column.EMAIL).data() == "li at example"
    put(model, 1, Column.EMAIL, "li@example.cn")
    assert register.stored.delegates == model.rows
    assert register.stored.delegates[0].person.post_zh == "司长"


def test_an_empty_row_waits_for_its_first_word(model: DelegationModel, register: Register) -> None:
    row = model.add()
    assert register.tries == []
    assert model.rows[row].person.language is Lang.ZH
    put(model, 0, Column.POST_ZH, "部长")
    assert len(register.stored.delegates) == 2
    model.show(register.stored, EN)
    assert len(model.rows) == 3
    put(model, row, Column.EMAIL, "new@example.cn")
    assert "name" in str(model.index(row, Column.NAME_ZH).data(WRONG_ROLE)).lower()
    put(model, row, Column.NAME_ZH, "陈淼")
    assert len(register.stored.delegates) == 3


def test_rows_are_moved_and_removed(model: DelegationModel, register: Register) -> None:
    assert model.move(0, 1) == 1
    assert people(register) == ["李喆", "王建国"]
    assert model.move(1, 1) == 1
    assert model.move(0, -1) == 0
    assert model.move(1, -1) == 0
    model.remove(1)
    assert people(register) == ["王建国"]
    assert model.add(LI) == 1
    assert people(register) == ["王建国", "李喆"]


def test_somebody_elses_change_is_shown_or_told(model: DelegationModel, register: Register) -> None:
    register.stored = Delegation(Side.CN, (LI,))
    model.show(register.stored, EN)
    assert model.rowCount() == 1
    register.stale = True
    register.stored = Delegation(Side.CN, (WANG,))
    put(model, 0, Column.POST_ZH, "处长")
    assert isinstance(model.error, StaleVersionError)
    assert model.rows[0].person.post_zh == "处长"
    model.insist(register.stored)
    assert model.rows[0] == register.stored.delegates[0]
    assert register.stored.delegates[0].person.post_zh == "处长"


def test_what_was_typed_can_be_given_up(model: DelegationModel, register: Register) -> None:
    put(model, 1, Column.EMAIL, "nonsense")
    model.give_up()
    assert model.rows == (WANG, LI)
    assert model.error is None


def test_headings_follow_the_language(model: DelegationModel, register: Register) -> None:
    across = Qt.Orientation.Horizontal
    assert model.headerData(Column.EMAIL, across) == "E-mail"
    model.show(register.stored, ZH)
    assert model.headerData(Column.NAME_ZH, across) == "中文姓名"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
