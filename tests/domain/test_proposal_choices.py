"""What is offered can be done, and what is not offered is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, EventKind, Proposal, ProposalState
from consultations_gui.domain.proposal_choices import choices, late_messages
from consultations_gui.domain.proposal_terms import DECLINE
from tests.domain.negotiation import (
    ACCEPTED,
    DECLINED,
    TERMS,
    TO_KAZAN,
    act,
    answered,
    in_state,
    standing,
)

EARLY, LATE = date(2026, 11, 24), date(2028, 1, 1)


def _attempts(by: Side, today: date) -> dict[EventKind, Callable[[Proposal], Proposal]]:
    deed = act(by, 9)
    return {
        EventKind.TRANSMITTED: lambda p: steps.transmit(p, deed),
        EventKind.ANSWERED: lambda p: steps.answer(p, deed, Answer(DECLINE, DECLINE, DECLINE)),
        EventKind.OFFERED: lambda p: steps.offer_anew(p, deed, TERMS),
        EventKind.WITHDRAWN: lambda p: steps.withdraw(p, deed),
        EventKind.LAPSED: lambda p: steps.lapse(p, deed, "无答复", today),
        EventKind.DECIDED: lambda p: _decide(p, by),
        EventKind.CONVENED: lambda p: steps.convene(p, deed, "X1"),
    }


def _decide(proposal: Proposal, by: Side) -> Proposal:
    answers = [e.answer for e in standing(proposal).conflict if e.answer is not None]
    return steps.decide(proposal, act(by, 9), answers[0] if answers else ACCEPTED)


def _refused(attempt: Callable[[Proposal], Proposal], proposal: Proposal) -> bool:
    try:
        attempt(proposal)
    except DomainError:
        return True
    return False


@pytest.mark.parametrize("today", [EARLY, LATE])
@pytest.mark.parametrize("by", Side)
@pytest.mark.parametrize("state", ProposalState)
def test_the_choices_are_exactly_what_is_not_refused(
    state: ProposalState, by: Side, today: date
) -> None:
    proposal = in_state(state)
    possible = {kind for kind, step in _attempts(by, today).items() if not _refused(step, proposal)}
    assert choices(standing(proposal), by, today) - {EventKind.DRAFTED} == possible


@pytest.mark.parametrize("by", Side)
@pytest.mark.parametrize("state", ProposalState)
def test_a_draft_is_written_anew_by_its_side_only(state: ProposalState, by: Side) -> None:
    offered = EventKind.DRAFTED in choices(standing(in_state(state)), by, EARLY)
    assert offered is (state is ProposalState.DRAFT and by is Side.CN)


def test_nobody_answers_twice_or_for_the_other() -> None:
    declined = standing(in_state(ProposalState.DECLINED))
    assert DECLINED.dates == DECLINE
    assert not any(choices(declined, side, LATE) for side in Side)


@pytest.mark.parametrize("today", [EARLY, LATE])
@pytest.mark.parametrize("by", Side)
@pytest.mark.parametrize("state", ProposalState)
def test_every_late_message_can_be_recorded_and_none_is_a_step_in_turn(
    state: ProposalState, by: Side, today: date
) -> None:
    proposal = in_state(state)
    own = choices(standing(proposal), by, today)
    current = standing(proposal).current
    for kind, number in late_messages(standing(proposal), by, today):
        late = act(by, 9, offer=number, crossing=True)
        if kind is EventKind.ANSWERED:
            after = steps.answer(proposal, late, DECLINED)
        else:
            after = steps.withdraw(proposal, late)
        assert len(after.events) == len(proposal.events) + 1
        assert current is not None
        assert not (kind in own and number == current.number)


def test_late_messages_are_named_by_their_offers_the_newest_first() -> None:
    withdrawn = steps.withdraw(answered(TO_KAZAN), act(Side.RU, 3))
    answer, take_back = EventKind.ANSWERED, EventKind.WITHDRAWN
    ours = late_messages(standing(withdrawn), Side.CN, EARLY)
    assert ours == ((answer, 2), (take_back, 1))
    assert late_messages(standing(withdrawn), Side.RU, EARLY) == ((take_back, 2), (answer, 1))
    countered = standing(answered(TO_KAZAN))
    assert late_messages(countered, Side.CN, EARLY) == ((take_back, 1),)
    assert late_messages(standing(in_state(ProposalState.DRAFT)), Side.RU, EARLY) == ()
