"""Which step a proposal may take when: one transition table and the steps themselves.

Every step gives a new :class:`Proposal` with one event more, or raises one of
the refusals and changes nothing. A *crossing* message is one the other office
(or a note on paper) brings although the proposal has moved on here: it is
recorded wherever DOMAIN.md's rules 8 and 9 keep it, and the fold decides what
it is worth.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from consultations_gui.domain.errors import (
    AlreadyAnsweredError,
    AlreadyConvenedError,
    AlreadyTransmittedError,
    AnswerOnRecordError,
    AnswersConflictError,
    LapseTooEarlyError,
    NotAgreedError,
    NotAmongAnswersError,
    NotAuthorError,
    NothingToDecideError,
    NotTransmittedError,
    OfferUnansweredError,
    OwnOfferError,
    ProposalClosedError,
    ProposalSettledError,
    ProposalStateError,
    ReasonMissingError,
    ReceivedAheadError,
    ReceivedBeforeDatedError,
    UnknownOfferError,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Event,
    EventKind,
    Offer,
    Proposal,
    ProposalState,
    Standing,
    Terms,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_terms import (
    normalised,
    require_answer,
    require_complete,
)
from consultations_gui.domain.proposal_weighing import answer_given


@dataclass(frozen=True)
class Transition:
    """What the table says of one event in one state.

    ``allowed`` as a step of its own; ``crossing`` as a message that crossed
    or came late. Where it is not, ``refusal`` is the error raised.
    """

    allowed: bool
    crossing: bool
    refusal: type[ProposalStateError]


NO_CHANNEL = Channel()
"""Nothing known of how a step went."""


def require_received(channel: Channel, today: date) -> None:
    """Refuse a note that was received on a day to come, or before the day it is dated.

    Raises:
        ReceivedAheadError, ReceivedBeforeDatedError.
    """
    if channel.received is None:
        return
    if channel.received > today:
        raise ReceivedAheadError(day=channel.received)
    if channel.note_date is not None and channel.received < channel.note_date:
        raise ReceivedBeforeDatedError(day=channel.received, dated=channel.note_date)


_YES = Transition(allowed=True, crossing=True, refusal=ProposalStateError)


def _no(refusal: type[ProposalStateError]) -> Transition:
    return Transition(allowed=False, crossing=False, refusal=refusal)


def _late(refusal: type[ProposalStateError]) -> Transition:
    return Transition(allowed=False, crossing=True, refusal=refusal)


_UNSENT = _no(NotTransmittedError)
_SENT = _no(AlreadyTransmittedError)
_PENDING = _no(OfferUnansweredError)
_EARLY = _no(NotAgreedError)
_NONE = _no(NothingToDecideError)
_GIVEN = _late(AlreadyAnsweredError)
_SPLIT = _late(AnswersConflictError)
_SETTLED = _late(ProposalSettledError)
_CLOSED = _late(ProposalClosedError)
_DONE = _late(AlreadyConvenedError)
_RIFT = _no(AnswersConflictError)
_FIXED = _no(ProposalSettledError)
_OVER = _no(ProposalClosedError)
_MADE = _no(AlreadyConvenedError)

_S = ProposalState
# fmt: off
_TABLE: dict[ProposalState, tuple[Transition, ...]] = {
    #                    draft  sent   answer   offer     withdr.   lapse     decide   convene
    _S.DRAFT:           (_YES,  _YES,  _UNSENT, _UNSENT,  _UNSENT,  _UNSENT,  _UNSENT, _UNSENT),
    _S.TRANSMITTED:     (_SENT, _SENT, _YES,    _PENDING, _YES,     _YES,     _NONE,   _EARLY),
    _S.COUNTERED:       (_SENT, _SENT, _YES,    _PENDING, _YES,     _YES,     _NONE,   _EARLY),
    _S.PARTLY_DECLINED: (_SENT, _SENT, _GIVEN,  _YES,     _YES,     _YES,     _NONE,   _EARLY),
    _S.CONFLICTING:     (_SENT, _SENT, _SPLIT,  _RIFT,    _SPLIT,   _SPLIT,   _YES,    _RIFT),
    _S.AGREED:          (_SENT, _SENT, _GIVEN,  _FIXED,   _SETTLED, _SETTLED, _NONE,   _YES),
    _S.DECLINED:        (_SENT, _SENT, _GIVEN,  _OVER,    _CLOSED,  _CLOSED,  _NONE,   _EARLY),
    _S.WITHDRAWN:       (_SENT, _SENT, _CLOSED, _OVER,    _CLOSED,  _CLOSED,  _NONE,   _EARLY),
    _S.LAPSED:          (_SENT, _SENT, _CLOSED, _OVER,    _CLOSED,  _CLOSED,  _NONE,   _EARLY),
    _S.CONVENED:        (_SENT, _SENT, _DONE,   _MADE,    _DONE,    _DONE,    _NONE,   _MADE),
}
# fmt: on

TRANSITIONS: dict[ProposalState, dict[EventKind, Transition]] = {
    state: dict(zip(EventKind, row, strict=True)) for state, row in _TABLE.items()
}
"""Every state × every event (DOMAIN.md, Proposals). The columns stand in the order of the enum."""


@dataclass(frozen=True)
class Act:
    """Who acts, when (aware UTC) and how it came.

    ``offer`` names the offer spoken of where it is not the current one, which
    only a ``crossing`` message may do. ``paper`` says that the other side's
    office records what ``by`` did.
    """

    by: Side
    at: datetime
    channel: Channel = NO_CHANNEL
    offer: int | None = None
    crossing: bool = False
    paper: bool = False


def transition(state: ProposalState, kind: EventKind) -> Transition:
    """What the table says of an event of this kind in this state."""
    return TRANSITIONS[state][kind]


def draft(proposal: Proposal, act: Act, terms: Terms) -> Proposal:
    """A draft written (no events yet) or written anew; drafts are not part of the chain.

    Raises:
        AlreadyTransmittedError: offers are immutable once transmitted.
    """
    if proposal.events:
        require_draft(proposal)
    event = Event(EventKind.DRAFTED, act.by, 1, act.at, channel=act.channel, terms=terms)
    return replace(proposal, events=(event,))


def require_draft(proposal: Proposal) -> None:
    """Refuse to touch what was transmitted.

    Raises:
        AlreadyTransmittedError.
    """
    standing = fold(proposal.events)
    cell = transition(standing.state, EventKind.DRAFTED)
    if not cell.allowed:
        raise cell.refusal(id=proposal.id, state=standing.state.value)


def transmit(proposal: Proposal, act: Act, reply_by: date | None = None) -> Proposal:
    """The draft becomes offer 1. Only the side that drafted it can transmit it.

    Raises:
        AlreadyTransmittedError, NotAuthorError; OfferIncompleteError and the
            other errors of ``proposal_terms.require_complete``.
    """
    standing = fold(proposal.events)
    _require(proposal, standing, EventKind.TRANSMITTED, act)
    if act.by is not standing.proposed_by:
        raise NotAuthorError(id=proposal.id, offer=1, side=act.by.value)
    terms = standing.draft or Terms()
    require_complete(terms)
    event = Event(
        EventKind.TRANSMITTED,
        act.by,
        1,
        act.at,
        channel=act.channel,
        terms=terms,
        reply_by=reply_by,
    )
    return _with(proposal, event)


def answer(proposal: Proposal, act: Act, given: Answer, reply_by: date | None = None) -> Proposal:
    """The other side's answer to an offer (rule 2); a counter makes the next offer (rule 4).

    ``reply_by`` is the reply date wished for the offer a counter makes. A
    second, different answer that the other office records from paper makes a
    conflict, which a person decides (rule 9).

    Raises:
        OwnOfferError: the author answers. UnknownOfferError: no such offer.
        AnswerOnRecordError: the other office has recorded this very answer. A
            :class:`ProposalStateError` by the table, and the errors of
            ``proposal_terms.require_answer``.
    """
    act = _second(proposal, act, given)
    offer = _offer(proposal, EventKind.ANSWERED, act)
    if act.by is offer.by:
        raise OwnOfferError(id=proposal.id, offer=offer.number, side=act.by.value)
    require_answer(given, offer.terms)
    event = _about(offer, EventKind.ANSWERED, act)
    return _with(proposal, replace(event, answer=normalised(given), reply_by=reply_by))


def _second(proposal: Proposal, act: Act, given: Answer) -> Act:
    """The act as the table is to see it: a second answer on paper is no step in turn (rule 9)."""
    if not act.paper or act.crossing:
        return act
    theirs = [
        offer
        for offer in fold(proposal.events).offers
        if offer.by is not act.by and act.offer in (None, offer.number)
    ]
    heard = {answer_given(event, theirs[-1]) for event in proposal.events} if theirs else set()
    if not heard - {None}:
        return act
    number = theirs[-1].number
    if normalised(given) in heard:
        raise AnswerOnRecordError(id=proposal.id, offer=number, side=act.by.value)
    return replace(act, crossing=True, offer=number)


def offer_anew(
    proposal: Proposal, act: Act, terms: Terms, reply_by: date | None = None
) -> Proposal:
    """The author's new offer after accepts and declines mixed (rule 5).

    Raises:
        NotAuthorError: the other side offers; a :class:`ProposalStateError`
            by the table, and the errors of ``proposal_terms.require_complete``.
    """
    current = _offer(proposal, EventKind.OFFERED, act)
    _require_author(proposal, current, act)
    require_complete(terms)
    number = current.number + 1
    event = Event(EventKind.OFFERED, act.by, number, act.at, channel=act.channel, terms=terms)
    return _with(proposal, replace(event, reply_by=reply_by))


def withdraw(proposal: Proposal, act: Act, reason: str = "") -> Proposal:
    """The current offer's author withdraws; the proposal ends (rule 7).

    Raises:
        NotAuthorError, UnknownOfferError; a :class:`ProposalStateError` by the table.
    """
    offer = _offer(proposal, EventKind.WITHDRAWN, act)
    _require_author(proposal, offer, act)
    return _with(proposal, replace(_about(offer, EventKind.WITHDRAWN, act), reason=reason))


def lapse(proposal: Proposal, act: Act, reason: str, today: date) -> Proposal:
    """Either side records that no reply came (rule 7). Silence alone never does.

    Raises:
        ReasonMissingError: no reason given. LapseTooEarlyError: neither the
            wished reply date nor the last date option has passed. A
            :class:`ProposalStateError` by the table.
    """
    offer = _offer(proposal, EventKind.LAPSED, act)
    if not reason.strip():
        raise ReasonMissingError(id=proposal.id)
    after = lapse_after(offer)
    if today <= after:
        raise LapseTooEarlyError(id=proposal.id, after=after)
    return _with(proposal, replace(_about(offer, EventKind.LAPSED, act), reason=reason))


def lapse_after(offer: Offer) -> date:
    """The day after which an unanswered offer may be recorded as lapsed (rule 7)."""
    last = max(option.end for option in offer.terms.dates)
    return last if offer.made.reply_by is None else min(last, offer.made.reply_by)


def decide(proposal: Proposal, act: Act, given: Answer, reason: str = "") -> Proposal:
    """A person decides which of two conflicting answers stands (rule 9).

    Raises:
        NothingToDecideError; NotAmongAnswersError: ``given`` is none of them.
    """
    standing = fold(proposal.events)
    offer = _offer(proposal, EventKind.DECIDED, act)
    wanted = normalised(given)
    if all(e.answer is None or normalised(e.answer) != wanted for e in standing.conflict):
        raise NotAmongAnswersError(id=proposal.id)
    event = _about(offer, EventKind.DECIDED, act)
    return _with(proposal, replace(event, answer=wanted, reason=reason))


def convene(proposal: Proposal, act: Act, consultation: str) -> Proposal:
    """The agreed proposal has become ``consultation`` (an ID of this register).

    Raises:
        NotAgreedError and the other refusals of the table.
    """
    offer = _offer(proposal, EventKind.CONVENED, act)
    event = _about(offer, EventKind.CONVENED, act)
    return _with(proposal, replace(event, consultation=consultation))


def require_agreed(proposal: Proposal) -> Terms:
    """The agreed terms of a proposal that can be convened.

    Raises:
        NotAgreedError and the other refusals of the table.
    """
    standing = fold(proposal.events)
    cell = transition(standing.state, EventKind.CONVENED)
    if not cell.allowed or standing.agreed is None:
        raise cell.refusal(id=proposal.id, state=standing.state.value)
    return standing.agreed


def _require(proposal: Proposal, standing: Standing, kind: EventKind, act: Act) -> None:
    cell = transition(standing.state, kind)
    if not (cell.crossing if act.crossing else cell.allowed):
        raise cell.refusal(id=proposal.id, state=standing.state.value)


def _offer(proposal: Proposal, kind: EventKind, act: Act) -> Offer:
    """The offer the act is about, once the table allows the act."""
    standing = fold(proposal.events)
    _require(proposal, standing, kind, act)
    number = act.offer if act.offer is not None and act.crossing else len(standing.offers)
    found = standing.offer(number)
    if found is None:
        raise UnknownOfferError(id=proposal.id, offer=number)
    return found


def _require_author(proposal: Proposal, offer: Offer, act: Act) -> None:
    if act.by is not offer.by:
        raise NotAuthorError(id=proposal.id, offer=offer.number, side=act.by.value)


def _about(offer: Offer, kind: EventKind, act: Act) -> Event:
    return Event(
        kind, act.by, offer.number, act.at, offer_hash=offer.content_hash, channel=act.channel
    )


def _with(proposal: Proposal, event: Event) -> Proposal:
    return replace(proposal, events=(*proposal.events, event))
