"""The life of a consultation: every status × every action, and the sequence invited people see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations_gui.domain import consultation_rules as rules
from consultations_gui.domain import errors
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Precision,
    Status,
    TurnRecord,
)
from consultations_gui.domain.consultation_rules import Action
from consultations_gui.domain.hosting import out_of_turn
from consultations_gui.domain.parties import NOWHERE, Side, Venue
from consultations_gui.domain.people import Delegate, Delegation, Person, Role

SPRING = Dates(date(2027, 4, 20), date(2027, 4, 21))
TODAY = date(2027, 3, 1)
OVER = date(2027, 10, 20)
AUTUMN = Dates(date(2027, 10, 19), date(2027, 10, 20))
BEIJING = Venue("CN", "Beijing")
AGREED = TurnRecord(basis="第3号照会", consent_cn=True, consent_ru=True)
S, A = Status, Action


def consultation(status: Status = S.PLANNED, **changes: Any) -> Consultation:
    made = Consultation("u", "R3", Kind.REGULAR, 3, status, Side.CN, SPRING, BEIJING, sequence=4)
    return replace(made, **changes)


RESULTS = {
    A.TENTATIVE: {S.PLANNED: S.TENTATIVE, S.POSTPONED: S.TENTATIVE},
    A.CONFIRM: {S.PLANNED: S.CONFIRMED, S.TENTATIVE: S.CONFIRMED, S.POSTPONED: S.CONFIRMED},
    A.HOLD: dict.fromkeys((S.PLANNED, S.TENTATIVE, S.CONFIRMED, S.POSTPONED), S.HELD),
    A.POSTPONE: dict.fromkeys((S.PLANNED, S.TENTATIVE, S.CONFIRMED, S.POSTPONED), S.POSTPONED),
    A.CANCEL: dict.fromkeys((S.PLANNED, S.TENTATIVE, S.CONFIRMED, S.POSTPONED), S.CANCELLED),
    A.MOVE: {s: s for s in (S.PLANNED, S.TENTATIVE, S.POSTPONED, S.HELD)},
    A.RELOCATE: {s: s for s in (S.PLANNED, S.TENTATIVE, S.CONFIRMED, S.POSTPONED)},
    A.EDIT: {s: s for s in S},
}
STEPS: dict[Action, Callable[[Consultation], Consultation]] = {
    A.TENTATIVE: rules.tentative,
    A.CONFIRM: rules.confirm,
    A.HOLD: lambda c: rules.hold(c, OVER),
    A.POSTPONE: lambda c: rules.postpone(c, TODAY, AUTUMN),
    A.CANCEL: rules.cancel,
    A.MOVE: lambda c: rules.edit(c, replace(c, dates=AUTUMN)),
    A.RELOCATE: lambda c: out_of_turn(c, Venue("RU", "Kazan"), AGREED),
    A.EDIT: lambda c: rules.edit(c, replace(c, cost_note="各自负担")),
}


@pytest.mark.parametrize(("status", "action"), list(product(S, A)))
def test_every_status_and_action(status: Status, action: Action) -> None:
    before = consultation(status)
    if status in RESULTS[action]:
        assert STEPS[action](before).status is RESULTS[action][status]
        return
    with pytest.raises(errors.WrongStatusError) as refused:
        STEPS[action](before)
    assert (refused.value.id, refused.value.status) == ("R3", status.value)
    assert refused.value.action == action.value


class TestSequence:
    """RFC 5546 §2.1.4 and DOMAIN.md: it rises when start, end, status or venue change."""

    @given(st.sampled_from(S), st.sampled_from(S), st.booleans(), st.booleans(), st.booleans())
    def test_rises_by_one_or_not_at_all(
        self, old: Status, new: Status, dates: bool, venue: bool, words: bool
    ) -> None:
        before = consultation(old)
        after = replace(
            before,
            status=new,
            dates=AUTUMN if dates else before.dates,
            venue=Venue("RU", "Moscow") if venue else before.venue,
            basis="note" if words else "",
            sequence=99,
        )
        told = old is not new or dates or venue
        assert rules.revised(before, after).sequence == 4 + told

    def test_editing_words_leaves_it(self) -> None:
        after = rules.edit(consultation(), consultation(cost_note="各自负担", reason="…"))
        assert after.sequence == 4

    def test_each_step_raises_it_once(self) -> None:
        confirmed = rules.confirm(consultation())
        assert confirmed.sequence == 5
        assert rules.hold(confirmed, OVER, AUTUMN).sequence == 6
        assert rules.postpone(confirmed, TODAY, AUTUMN).sequence == 6
        assert rules.cancel(confirmed).sequence == 6


class TestPostpone:
    def test_keeps_number_host_place_and_the_old_dates(self) -> None:
        before = consultation(S.CONFIRMED)
        after = rules.postpone(before, TODAY, AUTUMN, "双方商定")
        assert (after.number, after.host, after.venue) == (3, Side.CN, BEIJING)
        assert (after.dates, after.former, after.reason) == (AUTUMN, (SPRING,), "双方商定")

    def test_until_further_notice_and_again(self) -> None:
        open_ended = rules.postpone(consultation(S.CONFIRMED), TODAY, None)
        assert (open_ended.dates, open_ended.former) == (None, (SPRING,))
        again = rules.postpone(open_ended, TODAY, AUTUMN)
        assert (again.dates, again.former) == (AUTUMN, (SPRING,))
        once_more = rules.postpone(open_ended, TODAY, None)
        assert once_more.former == (SPRING,)

    def test_not_to_the_same_dates(self) -> None:
        with pytest.raises(errors.DatesUnchangedError):
            rules.postpone(consultation(), TODAY, SPRING)

    def test_not_into_the_past(self) -> None:
        assert rules.postpone(consultation(), AUTUMN.end, AUTUMN).dates == AUTUMN
        with pytest.raises(errors.PostponedToPastError) as refused:
            rules.postpone(consultation(), AUTUMN.end + timedelta(days=1), AUTUMN)
        assert (refused.value.id, refused.value.end) == ("R3", AUTUMN.end)


class TestNeeds:
    def test_to_be_over_before_it_was_held(self) -> None:
        assert rules.hold(consultation(), SPRING.end).status is S.HELD
        with pytest.raises(errors.MeetingAheadError) as refused:
            rules.hold(consultation(), SPRING.start)
        assert (refused.value.id, refused.value.end) == ("R3", SPRING.end)

    def test_a_month_is_enough_once_it_has_begun(self) -> None:
        april = Dates(date(2027, 4, 1), date(2027, 4, 30), Precision.MONTH)
        assert rules.hold(consultation(), april.start, april).dates == april
        with pytest.raises(errors.MeetingAheadError):
            rules.hold(consultation(), date(2027, 3, 31), april)

    @pytest.mark.parametrize("step", [STEPS[A.TENTATIVE], STEPS[A.CONFIRM], STEPS[A.HOLD]])
    def test_dates(self, step: Callable[[Consultation], Consultation]) -> None:
        with pytest.raises(errors.DatesMissingError) as refused:
            step(consultation(dates=None))
        assert refused.value.id == "R3"

    def test_a_place_to_be_confirmed(self) -> None:
        with pytest.raises(errors.VenueIncompleteError):
            rules.confirm(consultation(venue=NOWHERE))

    def test_held_on_other_days_than_planned(self) -> None:
        assert rules.hold(consultation(), OVER, AUTUMN).dates == AUTUMN
        assert rules.hold(consultation(dates=None), OVER, AUTUMN).dates == AUTUMN

    def test_a_reason_to_cancel_is_kept(self) -> None:
        assert rules.cancel(consultation(), "改期无望").reason == "改期无望"


class TestEdit:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("uid", "v"),
            ("id", "R4"),
            ("kind", Kind.UNNUMBERED),
            ("number", 4),
            ("status", S.HELD),
            ("former", (AUTUMN,)),
            ("sequence", 5),
            ("proposal", "P1"),
        ],
    )
    def test_what_is_fixed(self, field: str, value: Any) -> None:
        with pytest.raises(errors.FixedFieldError) as refused:
            rules.edit(consultation(), consultation(**{field: value}))
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("delegates", "error"),
        [
            ((Delegate(Person("1", "王喆", email="wang@例子.example")),), errors.InvalidEmailError),
            ((Delegate(Person("1")),), errors.NameMissingError),
            (
                (
                    Delegate(Person("1", "王喆"), Role.HEAD),
                    Delegate(Person("2", name_ru="Семён Фёдоров"), Role.HEAD),
                ),
                errors.TwoHeadsError,
            ),
        ],
    )
    def test_delegations_are_looked_at(
        self, delegates: tuple[Delegate, ...], error: type[errors.DomainError]
    ) -> None:
        after = consultation(delegations=(Delegation(Side.CN, delegates), Delegation(Side.RU)))
        with pytest.raises(error):
            rules.edit(consultation(), after)

    def test_a_good_delegation_is_kept_as_supplied(self) -> None:
        head = Delegate(Person("1", "谢尔盖·谢苗诺夫", "Сергей Семёнов", email="s@mid.example"))
        after = consultation(delegations=(Delegation(Side.CN), Delegation(Side.RU, (head,))))
        assert rules.edit(consultation(), after).delegation(Side.RU).delegates == (head,)


class TestSettle:
    TURN = TurnRecord(basis="P2", consent_cn=True, consent_ru=True)

    def test_new_dates_agreed(self) -> None:
        after = rules.settle(consultation(S.CONFIRMED), AUTUMN, BEIJING, self.TURN)
        assert (after.status, after.dates, after.former) == (S.CONFIRMED, AUTUMN, (SPRING,))
        assert (after.host, after.turn, after.sequence) == (Side.CN, TurnRecord(), 5)

    def test_a_venue_out_of_turn_makes_its_country_the_host(self) -> None:
        moscow = Venue("RU", "Moscow")
        after = rules.settle(consultation(), SPRING, moscow, self.TURN)
        assert (after.host, after.venue, after.turn) == (Side.RU, moscow, self.TURN)
        assert after.former == ()

    def test_online_keeps_the_host(self) -> None:
        after = rules.settle(consultation(dates=None), SPRING, Venue(online=True), self.TURN)
        assert (after.host, after.former) == (Side.CN, ())

    @pytest.mark.parametrize("status", [S.HELD, S.CANCELLED])
    def test_not_when_it_is_over(self, status: Status) -> None:
        with pytest.raises(errors.WrongStatusError):
            rules.settle(consultation(status), AUTUMN, BEIJING, self.TURN)


def test_turns_are_recorded() -> None:
    turn = TurnRecord(consent_ru=True)
    assert rules.record_turn(consultation(), turn).turn == turn


@pytest.mark.parametrize(
    ("kind", "number"), [(Kind.REGULAR, 0), (Kind.REGULAR, -1), (Kind.EXTRAORDINARY, 1)]
)
def test_numbers_count_from_1_and_for_regular_rounds_only(kind: Kind, number: int) -> None:
    with pytest.raises(errors.InvalidNumberError):
        rules.require_number(kind, number)
    rules.require_number(kind, None)
    rules.require_number(Kind.REGULAR, 1)
