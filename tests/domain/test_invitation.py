"""What an invitation says of time and status, and when none may be issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
)
from consultations_gui.domain.errors import InvitationRefusedError
from consultations_gui.domain.invitation import (
    Certainty,
    day_after,
    essentials,
    invited,
    occasion,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person

TWO_DAYS = Dates(date(2027, 4, 14), date(2027, 4, 15))
ROUND = Consultation(
    uid="u",
    id="R3",
    kind=Kind.REGULAR,
    number=3,
    status=Status.CONFIRMED,
    host=Side.RU,
    dates=TWO_DAYS,
    venue=Venue("RU", "Kazan"),
)
EMPTY = Agenda(id="R3")
ZONE = "Europe/Moscow"


def item(uid: str, day: int, minutes: int | None) -> AgendaItem:
    return AgendaItem(uid, 1, Bilingual("议题", "Вопрос"), minutes=minutes, day=day)


def test_from_the_first_opening_to_the_last_closing() -> None:
    agenda = Agenda(
        "R3", opens=(time(9, 30), time(10, 0)), items=(item("a", 1, 60), item("b", 2, 90))
    )
    when = occasion(ROUND, agenda, ZONE, cancelling=False)
    assert (when.start.isoformat(), when.end.isoformat()) == (
        "2027-04-14T09:30:00",
        "2027-04-15T11:30:00",
    )
    assert not when.all_day
    assert day_after(when) == date(2027, 4, 16)


def test_a_last_day_without_items_closes_at_the_usual_hour() -> None:
    agenda = Agenda("R3", items=(item("a", 1, 60),))
    end = occasion(ROUND, agenda, ZONE, cancelling=False).end
    assert end.isoformat() == "2027-04-15T18:00:00"


def test_without_times_the_days_are_whole() -> None:
    when = occasion(ROUND, EMPTY, ZONE, cancelling=False)
    assert (when.start, when.end, when.all_day) == (TWO_DAYS.start, TWO_DAYS.end, True)
    assert day_after(when) == date(2027, 4, 16)


@pytest.mark.parametrize(
    ("status", "certainty"),
    [
        (Status.PLANNED, Certainty.TENTATIVE),
        (Status.TENTATIVE, Certainty.TENTATIVE),
        (Status.POSTPONED, Certainty.TENTATIVE),
        (Status.CONFIRMED, Certainty.CONFIRMED),
        (Status.HELD, Certainty.CONFIRMED),
    ],
)
def test_how_certain_it_is(status: Status, certainty: Certainty) -> None:
    found = occasion(replace(ROUND, status=status), EMPTY, ZONE, cancelling=False)
    assert found.certainty is certainty


def test_cancelling_what_is_called_off() -> None:
    cancelled = replace(ROUND, status=Status.CANCELLED)
    assert occasion(cancelled, EMPTY, ZONE, cancelling=True).certainty is Certainty.CANCELLED


def test_a_postponed_round_without_new_dates_is_cancelled_on_its_old_ones() -> None:
    open_ended = replace(ROUND, status=Status.POSTPONED, dates=None, former=(TWO_DAYS,))
    assert occasion(open_ended, EMPTY, ZONE, cancelling=True).start == TWO_DAYS.start


@pytest.mark.parametrize(
    ("changes", "cancelling", "cause"),
    [
        ({"status": Status.CANCELLED}, False, "cancelled"),
        ({}, True, "not_cancelled"),
        ({"dates": None}, False, "no_dates"),
        ({"dates": None, "status": Status.CANCELLED}, True, "no_dates"),
        ({"status": Status.POSTPONED}, True, "not_cancelled"),
        (
            {"dates": Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)},
            False,
            "month_only",
        ),
    ],
)
def test_refused(changes: dict[str, object], cancelling: bool, cause: str) -> None:
    with pytest.raises(InvitationRefusedError) as caught:
        occasion(replace(ROUND, **changes), EMPTY, ZONE, cancelling=cancelling)  # type: ignore[arg-type]  # any field
    assert caught.value.cause == cause


def test_essentials_tell_what_a_higher_sequence_is_for() -> None:
    when = occasion(ROUND, EMPTY, ZONE, cancelling=False)
    told = essentials(ROUND, when)
    assert told == essentials(replace(ROUND, basis="note 5"), when)
    assert told != essentials(replace(ROUND, venue=Venue(online=True)), when)
    assert told != essentials(ROUND, replace(when, certainty=Certainty.TENTATIVE))


def test_everyone_with_an_address_once() -> None:
    li, wang = Person("1", name_zh="李明", email="Li@a.example"), Person("2", email="")
    delegations = (
        Delegation(Side.CN, (Delegate(li), Delegate(wang))),
        Delegation(Side.RU, (Delegate(li),)),
    )
    assert invited(replace(ROUND, delegations=delegations)) == (li,)


def test_people_who_share_an_address_are_invited_together() -> None:
    li = Person("1", name_zh="李明", name_latin="Li Ming", email="Office@a.example")
    wang = Person("2", name_zh="王芳", name_ru="Ван Фан", email="office@A.example")
    zhao = Person("3", name_zh="赵强", email="zhao@a.example")
    delegation = Delegation(Side.CN, (Delegate(li), Delegate(zhao), Delegate(wang)))
    both, alone = invited(replace(ROUND, delegations=(delegation,)))
    assert (both.uid, both.email, both.language) == ("1", "Office@a.example", li.language)
    assert both.name_zh == "李明, 王芳"
    assert both.name_ru == "Li Ming, Ван Фан"
    assert both.name_latin == "Li Ming, 王芳"
    assert alone == zhao
