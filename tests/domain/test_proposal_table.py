"""Every state × every event: allowed, kept as a crossing message, or refused with its reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from consultations_gui.domain import errors
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import EventKind, Proposal, ProposalState
from consultations_gui.domain.proposal_steps import TRANSITIONS, Act
from tests.domain.negotiation import ACCEPTED, DECLINED, TERMS, act, in_state, standing

S, E = ProposalState, EventKind

ALLOWED = {
    (S.DRAFT, E.DRAFTED): S.DRAFT,
    (S.DRAFT, E.TRANSMITTED): S.TRANSMITTED,
    (S.TRANSMITTED, E.ANSWERED): S.DECLINED,
    (S.TRANSMITTED, E.WITHDRAWN): S.WITHDRAWN,
    (S.TRANSMITTED, E.LAPSED): S.LAPSED,
    (S.COUNTERED, E.ANSWERED): S.DECLINED,
    (S.COUNTERED, E.WITHDRAWN): S.WITHDRAWN,
    (S.COUNTERED, E.LAPSED): S.LAPSED,
    (S.PARTLY_DECLINED, E.OFFERED): S.TRANSMITTED,
    (S.PARTLY_DECLINED, E.WITHDRAWN): S.WITHDRAWN,
    (S.PARTLY_DECLINED, E.LAPSED): S.LAPSED,
    (S.CONFLICTING, E.DECIDED): S.AGREED,
    (S.AGREED, E.CONVENED): S.CONVENED,
}
"""What may be done, and where it leads when the answer declines all or accepts all."""

CROSSING = {
    (S.PARTLY_DECLINED, E.ANSWERED): S.CONFLICTING,
    (S.CONFLICTING, E.ANSWERED): S.CONFLICTING,
    (S.CONFLICTING, E.WITHDRAWN): S.CONFLICTING,
    (S.CONFLICTING, E.LAPSED): S.CONFLICTING,
    (S.AGREED, E.ANSWERED): S.CONFLICTING,
    (S.AGREED, E.WITHDRAWN): S.AGREED,
    (S.AGREED, E.LAPSED): S.AGREED,
    (S.DECLINED, E.ANSWERED): S.DECLINED,
    (S.DECLINED, E.WITHDRAWN): S.WITHDRAWN,
    (S.DECLINED, E.LAPSED): S.LAPSED,
    (S.WITHDRAWN, E.ANSWERED): S.WITHDRAWN,
    (S.WITHDRAWN, E.WITHDRAWN): S.WITHDRAWN,
    (S.WITHDRAWN, E.LAPSED): S.WITHDRAWN,
    (S.LAPSED, E.ANSWERED): S.LAPSED,
    (S.LAPSED, E.WITHDRAWN): S.WITHDRAWN,
    (S.LAPSED, E.LAPSED): S.LAPSED,
    (S.CONVENED, E.ANSWERED): S.CONFLICTING,
    (S.CONVENED, E.WITHDRAWN): S.CONVENED,
    (S.CONVENED, E.LAPSED): S.CONVENED,
}
"""What is only kept when it crossed: full acceptance > withdrawal, lapse > counter, decline."""

REFUSED = {
    **{(S.DRAFT, kind): errors.NotTransmittedError for kind in list(E)[2:]},
    **{
        (state, kind): errors.AlreadyTransmittedError
        for state in list(S)[1:]
        for kind in (E.DRAFTED, E.TRANSMITTED)
    },
    **{
        (state, E.DECIDED): errors.NothingToDecideError
        for state in list(S)[1:]
        if state is not S.CONFLICTING
    },
    **{
        (state, E.CONVENED): errors.NotAgreedError
        for state in (S.TRANSMITTED, S.COUNTERED, S.PARTLY_DECLINED)
    },
    **{
        (state, kind): errors.ProposalClosedError
        for state in (S.DECLINED, S.WITHDRAWN, S.LAPSED)
        for kind in (E.ANSWERED, E.OFFERED, E.WITHDRAWN, E.LAPSED)
    },
    **{(state, E.CONVENED): errors.NotAgreedError for state in (S.DECLINED, S.WITHDRAWN, S.LAPSED)},
    **{
        (S.CONFLICTING, kind): errors.AnswersConflictError
        for kind in (E.ANSWERED, E.OFFERED, E.WITHDRAWN, E.LAPSED, E.CONVENED)
    },
    **{
        (S.AGREED, kind): errors.ProposalSettledError for kind in (E.OFFERED, E.WITHDRAWN, E.LAPSED)
    },
    **{
        (S.CONVENED, kind): errors.AlreadyConvenedError
        for kind in (E.ANSWERED, E.OFFERED, E.WITHDRAWN, E.LAPSED, E.CONVENED)
    },
    (S.TRANSMITTED, E.OFFERED): errors.OfferUnansweredError,
    (S.COUNTERED, E.OFFERED): errors.OfferUnansweredError,
    (S.PARTLY_DECLINED, E.ANSWERED): errors.AlreadyAnsweredError,
    (S.AGREED, E.ANSWERED): errors.AlreadyAnsweredError,
    (S.DECLINED, E.ANSWERED): errors.AlreadyAnsweredError,
}
"""Every refusal, by its own type."""

LATE = date(2030, 1, 1)
STEPS: dict[EventKind, Callable[[Proposal, Act], Proposal]] = {
    E.DRAFTED: lambda p, a: steps.draft(p, a, TERMS),
    E.TRANSMITTED: steps.transmit,
    E.ANSWERED: lambda p, a: steps.answer(p, a, DECLINED),
    E.OFFERED: lambda p, a: steps.offer_anew(p, a, TERMS),
    E.WITHDRAWN: steps.withdraw,
    E.LAPSED: lambda p, a: steps.lapse(p, a, "к сроку ответа нет", LATE),
    E.DECIDED: lambda p, a: steps.decide(p, a, ACCEPTED),
    E.CONVENED: lambda p, a: steps.convene(p, a, "X1"),
}


def acting(proposal: Proposal, kind: EventKind, *, crossing: bool = False) -> Act:
    """The act by the side whose turn such an event is."""
    current = standing(proposal).current
    author = current.by if current else Side.CN
    by = author.other if kind in (E.ANSWERED, E.LAPSED) else author
    return act(by, 9, crossing=crossing)


def test_the_three_lists_here_name_every_state_and_event() -> None:
    everything = set(product(S, E))
    assert set(ALLOWED) | set(REFUSED) == everything
    assert not set(ALLOWED) & set(REFUSED)
    assert set(CROSSING) <= set(REFUSED)
    assert {(state, kind) for state, row in TRANSITIONS.items() for kind in row} == everything


@pytest.mark.parametrize(("state", "kind"), list(product(S, E)))
def test_a_step_of_its_own(state: ProposalState, kind: EventKind) -> None:
    proposal = in_state(state)
    if (state, kind) in ALLOWED:
        after = STEPS[kind](proposal, acting(proposal, kind))
        assert standing(after).state is ALLOWED[state, kind]
        return
    with pytest.raises(errors.ProposalStateError) as refused:
        STEPS[kind](proposal, acting(proposal, kind))
    assert type(refused.value) is REFUSED[state, kind]
    assert (refused.value.id, refused.value.state) == ("P1", state.value)


@pytest.mark.parametrize(("state", "kind"), sorted(CROSSING))
def test_a_message_that_crossed_is_kept(state: ProposalState, kind: EventKind) -> None:
    proposal = in_state(state)
    after = STEPS[kind](proposal, acting(proposal, kind, crossing=True))
    assert after.events[:-1] == proposal.events
    assert standing(after).state is CROSSING[state, kind]


@pytest.mark.parametrize(("state", "kind"), sorted(set(REFUSED) - set(CROSSING)))
def test_what_cannot_cross_is_refused_all_the_same(state: ProposalState, kind: EventKind) -> None:
    proposal = in_state(state)
    with pytest.raises(REFUSED[state, kind]):
        STEPS[kind](proposal, acting(proposal, kind, crossing=True))
