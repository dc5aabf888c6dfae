"""Draft, circulated, agreed, final: what each step needs and what it leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from consultations_gui.domain import agenda_edits
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.agenda_approval import approve_whole
from consultations_gui.domain.agenda_life import (
    agree,
    amended,
    circulate,
    finalise,
    reopen,
    revision,
)
from consultations_gui.domain.agenda_numbers import numbers
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.errors import (
    AgendaEmptyError,
    ApprovalMissingError,
    DayPastMidnightError,
    DomainError,
    MinutesMismatchError,
    NotFoundError,
    TextsNotInStepError,
    WrongAgendaStatusError,
)
from consultations_gui.domain.parties import Lang, Side
from tests.domain.agenda_samples import LATER, NOW, agenda, item

Step = Callable[[Agenda, datetime], Agenda]


def both_approve(one: Agenda) -> Agenda:
    return approve_whole(approve_whole(one, Side.CN, NOW), Side.RU, NOW)


def agreed_agenda(text: str = "a1:30 -0:10 b1") -> Agenda:
    return agree(both_approve(circulate(agenda(text), NOW)), NOW)


def test_circulating_freezes_the_numbers_and_keeps_a_revision() -> None:
    one = circulate(agenda("a1 b2 -0 c2 d1"), NOW)
    assert one.status is AgendaStatus.CIRCULATED
    assert [row.frozen for row in one.items] == [1, 1, None, 2, 2]
    (kept,) = one.revisions
    assert (kept.number, kept.at, kept.status) == (1, NOW, AgendaStatus.CIRCULATED)
    assert kept.items == one.items
    assert one.revised == NOW


def test_circulating_again_numbers_what_came_later() -> None:
    one = circulate(agenda("a1 b1"), NOW)
    one = replace(one, items=agenda_edits.add(one.items, item("x"), "a"))
    again = circulate(one, LATER)
    assert numbers(again, Lang.RU) == ("1.", "3.", "2.")
    assert [row.frozen for row in again.items] == [1, 3, 2]
    assert [kept.number for kept in again.revisions] == [1, 2]
    assert again.revisions[0] == one.revisions[0]


def test_the_number_of_a_removed_item_stays_free() -> None:
    one = circulate(agenda("a1 b1"), NOW)
    one = replace(one, items=agenda_edits.remove(one.items, "b"))
    one = replace(one, items=agenda_edits.add(one.items, item("x"), None))
    assert [row.frozen for row in circulate(one, LATER).items] == [1, 3]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", AgendaEmptyError),
        ("-0", AgendaEmptyError),
        ("a1:10 b2:20", MinutesMismatchError),
        ("a1:900", DayPastMidnightError),
    ],
)
def test_what_cannot_be_circulated(text: str, error: type[DomainError]) -> None:
    with pytest.raises(error):
        circulate(agenda(text), NOW)


def test_an_agreed_agenda_is_kept_too() -> None:
    one = agreed_agenda()
    assert one.status is AgendaStatus.AGREED
    assert [kept.status for kept in one.revisions] == [
        AgendaStatus.CIRCULATED,
        AgendaStatus.AGREED,
    ]


@pytest.mark.parametrize(("approving", "waiting"), [((), ("CN", "RU")), (("CN",), ("RU",))])
def test_both_sides_must_have_approved_the_whole(
    approving: tuple[str, ...], waiting: tuple[str, ...]
) -> None:
    one = circulate(agenda("a1"), NOW)
    for side in approving:
        one = approve_whole(one, Side(side), NOW)
    with pytest.raises(ApprovalMissingError) as raised:
        agree(one, NOW)
    assert raised.value.sides == waiting


def test_an_edit_after_the_approval_is_not_agreed_on() -> None:
    one = both_approve(circulate(agenda("a1 b1"), NOW))
    with pytest.raises(ApprovalMissingError):
        agree(replace(one, items=agenda_edits.move(one.items, "b", -1)), NOW)


def test_an_agreed_agenda_with_both_texts_in_step_becomes_final() -> None:
    final = finalise(agreed_agenda(), LATER)
    assert final.status is AgendaStatus.FINAL
    assert final.revised == LATER


def test_texts_missing_or_stale_are_named() -> None:
    a, b, c = agenda("a1 -0 b2").items
    rows = (
        replace(a, text=Bilingual("议题", "", NOW)),
        replace(b, text=Bilingual("", "Перерыв", None, NOW)),
        replace(c, text=c.text.edit(Lang.RU, "Иначе", LATER)),
    )
    one = agree(both_approve(circulate(Agenda("R1", items=rows), NOW)), NOW)
    with pytest.raises(TextsNotInStepError) as raised:
        finalise(one, NOW)
    assert raised.value.missing == ((1, "1.", "ru"), (2, "", "zh"))
    assert raised.value.stale == ((3, "1.1.", "zh"),)


def test_final_needs_the_approvals_that_it_was_agreed_with() -> None:
    one = agreed_agenda()
    with pytest.raises(ApprovalMissingError):
        finalise(replace(one, approvals=()), NOW)


@pytest.mark.parametrize("status", AgendaStatus)
@pytest.mark.parametrize(
    ("step", "action", "allowed"),
    [
        (circulate, "circulate", {AgendaStatus.DRAFT, AgendaStatus.CIRCULATED}),
        (agree, "agree", {AgendaStatus.CIRCULATED}),
        (finalise, "finalise", {AgendaStatus.AGREED}),
        (reopen, "reopen", {AgendaStatus.AGREED, AgendaStatus.FINAL}),
    ],
)
def test_every_step_has_its_place(
    step: Step, action: str, allowed: set[AgendaStatus], status: AgendaStatus
) -> None:
    one = replace(both_approve(agenda("a1")), status=status)
    if status in allowed:
        assert step(one, LATER).revised == LATER
        return
    with pytest.raises(WrongAgendaStatusError) as raised:
        step(one, NOW)
    assert (raised.value.status, raised.value.action) == (str(status), action)


def test_reopening_goes_back_to_circulated() -> None:
    assert reopen(finalise(agreed_agenda(), NOW), LATER).status is AgendaStatus.CIRCULATED


# --- edits -----------------------------------------------------------------------------------


def shorter(one: Agenda) -> Agenda:
    return replace(one, items=agenda_edits.remove(one.items, "b"))


def test_an_edit_is_dated() -> None:
    one = agenda("a1 b1")
    assert amended(one, shorter(one), LATER).revised == LATER
    assert amended(one, one, LATER) is one


def test_editing_an_agreed_agenda_takes_the_agreement_back() -> None:
    one = agreed_agenda()
    assert amended(one, shorter(one), LATER).status is AgendaStatus.CIRCULATED


def test_what_is_not_content_leaves_the_agreement() -> None:
    one = agreed_agenda()
    changed = amended(one, replace(one, symbol="IIS/2026/2/AG/3"), LATER)
    assert changed.status is AgendaStatus.AGREED
    assert changed.revised == LATER


def test_a_final_agenda_is_not_edited() -> None:
    final = finalise(agreed_agenda(), NOW)
    with pytest.raises(WrongAgendaStatusError) as raised:
        amended(final, shorter(final), LATER)
    assert raised.value.action == "edit"
    assert amended(final, replace(final, symbol="IIS"), LATER).symbol == "IIS"


def test_revisions_are_found_by_number() -> None:
    one = agreed_agenda()
    assert revision(one, 2) == one.revisions[1]
    with pytest.raises(NotFoundError):
        revision(one, 3)
