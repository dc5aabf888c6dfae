"""Two people at one agenda: merged where that loses nothing, refused where it would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consultations_gui.application import agendas, journal
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual, TextState
from consultations_gui.domain.errors import (
    StaleVersionError,
)
from consultations_gui.domain.parties import Lang, Side
from tests.application.agenda_kit import add, item, with_round
from tests.application.fakes import Store, make_context


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def li(store: Store) -> Context:
    return with_round(make_context("Li", store=store))


@pytest.fixture
def wang(li: Context, store: Store) -> Context:
    return make_context("Wang", store=store)


# --- texts, by two people --------------------------------------------------------------------


def test_the_autosaves_of_one_sitting_are_one_edit_and_one_step(li: Context) -> None:
    a = add(li, "议题", "")
    for text in ("В", "Воп", "Вопрос"):
        agendas.edit_text(li, "R1", a.uid, Lang.RU, text, a.text, group="s1")
    assert item(li, a.uid).text.complete
    journal.undo(li)
    assert item(li, a.uid).text == a.text


def test_a_sitting_in_another_row_in_between_does_not_matter(li: Context) -> None:
    a, b = add(li), add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "甲", a.text, group="s1")
    agendas.edit_text(li, "R1", b.uid, Lang.ZH, "乙", b.text, group="s1")
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "甲甲", a.text, group="s1")
    assert item(li, a.uid).text.zh == "甲甲"


def test_two_people_may_write_the_two_texts(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.RU, "Иначе", a.text, group="w")
    view = agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="l")
    row = view.row(a.uid)
    assert (row.item.text.zh, row.item.text.ru) == ("新", "Иначе")
    assert row.ru_state is TextState.STALE


def test_nobody_types_over_a_text_that_someone_else_changed(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="l")
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", item(wang, a.uid).text, group="w")
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新的", a.text, group="l")
    assert raised.value.actor == "Wang"
    assert raised.value.use_case == "agenda.item.text"
    assert raised.value.fields == ("zh",)
    assert item(li, a.uid).text.zh == "改"


def test_someone_elses_session_of_the_same_name_is_not_ones_own(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", a.text, group="s1")
    with pytest.raises(StaleVersionError):
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text, group="s1")


def test_without_a_session_every_edit_must_have_seen_the_one_before(li: Context) -> None:
    a = add(li)
    agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    with pytest.raises(StaleVersionError):
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新的", a.text)


def test_the_one_who_changed_a_text_long_ago_is_found(li: Context, wang: Context) -> None:
    a, b = add(li), add(li)
    agendas.edit_text(wang, "R1", a.uid, Lang.ZH, "改", a.text)
    for number in range(120):
        agendas.set_item(li, "R1", replace(b, minutes=number))
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    assert raised.value.actor == "Wang"


def test_the_one_who_made_the_row_is_named_too(li: Context, wang: Context) -> None:
    a = add(wang)
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", Bilingual())
    assert (raised.value.actor, raised.value.use_case) == ("Wang", "agenda.item.add")


def test_a_text_the_journal_does_not_know_is_not_typed_over(li: Context) -> None:
    with li.work() as uow:
        uow.agendas.add(Agenda("R1", items=(AgendaItem("a", 1, Bilingual("议题")),)))
        uow.commit()
    with pytest.raises(StaleVersionError) as raised:
        agendas.edit_text(li, "R1", "a", Lang.ZH, "新", Bilingual())
    assert (raised.value.actor, raised.value.fields) == ("", ("zh",))


def test_a_person_finds_both_texts_in_step(li: Context) -> None:
    a = add(li)
    stale = agendas.edit_text(li, "R1", a.uid, Lang.ZH, "新", a.text)
    assert stale.readiness.stale
    assert not agendas.confirm_text(li, "R1", a.uid).readiness.stale


# --- other fields, by two people -------------------------------------------------------------


def test_a_row_keeps_its_texts_level_and_approvals_when_fields_are_set(li: Context) -> None:
    a = add(li)
    agendas.approve(li, "R1", Side.CN, a.uid)
    stored = item(li, a.uid)
    view = agendas.set_item(
        li, "R1", replace(a, level=3, text=Bilingual(), lead=Side.RU, tags=("3.8",), day=2)
    )
    expected = replace(stored, lead=Side.RU, tags=("3.8",), day=2)
    assert view.row(a.uid).item == expected


def test_two_people_set_two_fields_of_one_row(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    agendas.set_item(li, "R1", replace(a, lead=Side.CN), base=a)
    assert (item(li, a.uid).minutes, item(li, a.uid).lead) == (20, Side.CN)


def test_the_same_field_set_alike_is_no_clash(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    assert agendas.set_item(li, "R1", replace(a, minutes=20), base=a).minutes == 20


def test_the_same_field_set_otherwise_is_refused(li: Context, wang: Context) -> None:
    a = add(li)
    agendas.set_item(wang, "R1", replace(a, minutes=20), base=a)
    with pytest.raises(StaleVersionError) as raised:
        agendas.set_item(li, "R1", replace(a, minutes=30), base=a)
    assert (raised.value.actor, raised.value.fields) == ("Wang", ("minutes",))
    assert item(li, a.uid).minutes == 20
