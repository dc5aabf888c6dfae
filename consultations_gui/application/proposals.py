"""Proposals: offers and answers from the first draft to a convened consultation (Art. 5(4))."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from consultations_gui.application import offices
from consultations_gui.application.convening import convened
from consultations_gui.application.journal import Change, change
from consultations_gui.application.places import drafted, settled
from consultations_gui.application.ports import Context
from consultations_gui.domain import proposal_steps as steps
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import UnknownOfferError
from consultations_gui.domain.parties import CityBook, Side
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Offer,
    Proposal,
    ProposalState,
    Standing,
    Terms,
)
from consultations_gui.domain.proposal_compare import TermsChange, compare_terms
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.proposal_steps import NO_CHANNEL, Act
from consultations_gui.domain.proposal_terms import counters, require_draft, require_timely

LETTER = "P"
Step = Callable[[Proposal, Act, CityBook], Proposal]


@dataclass(frozen=True)
class ProposalView:
    """A proposal and how it stands."""

    proposal: Proposal
    standing: Standing


@dataclass(frozen=True)
class OfferPair:
    """Two offers of the proposal ``id``, and how ``after`` differs from ``before``."""

    id: str
    before: Offer
    after: Offer
    change: TermsChange


def list_all(ctx: Context, *states: ProposalState) -> tuple[ProposalView, ...]:
    """All proposals by ID, or those in one of ``states``."""
    with ctx.work() as uow:
        views = tuple(view_of(proposal) for proposal in uow.proposals.all())
    return tuple(view for view in views if not states or view.standing.state in states)


def show(ctx: Context, id: str) -> ProposalView:
    """The proposal called ``id``. Raises ``NotFoundError``."""
    with ctx.work() as uow:
        return view_of(uow.proposals.get(id))


def compare(ctx: Context, id: str, before: int, after: int) -> OfferPair:
    """Two offers of a proposal, by number, and how the second differs from the first.

    Raises ``NotFoundError``, ``UnknownOfferError``.
    """
    standing = show(ctx, id).standing
    first, second = (_numbered(standing, id, number) for number in (before, after))
    return OfferPair(id, first, second, compare_terms(first.terms, second.terms))


def _numbered(standing: Standing, id: str, number: int) -> Offer:
    found = standing.offer(number)
    if found is None:
        raise UnknownOfferError(id=id, offer=number)
    return found


def view_of(proposal: Proposal) -> ProposalView:
    """A proposal with its standing."""
    return ProposalView(proposal, fold(proposal.events))


def new(
    ctx: Context,
    title_zh: str,
    title_ru: str,
    terms: Terms,
    about: str = "",
    by: Side | None = None,
) -> ProposalView:
    """Draft a proposal of ours, or begin to record one of the other side (``by``).

    ``about`` names the round whose postponement or venue it concerns (rule
    10). A draft may be incomplete.

    Raises:
        OfficeNotSetError; NotFoundError: there is no consultation ``about``.
        TooManyDateOptionsError, DuplicateDateOptionError, DatesOutsideError;
        UnknownCountryError: no ISO 3166-1 alpha-2 code.
    """
    require_draft(terms)
    with change(ctx, "proposal.new") as step:
        uow = step.uow
        side = by or offices.own(uow).side
        if about:
            uow.consultations.get(about)
        blank = Proposal(
            uid=str(uuid4()),
            id=f"{LETTER}{uow.next_number(LETTER)}",
            title_zh=title_zh,
            title_ru=title_ru,
            events=(),
            about=about,
        )
        act = Act(side, step.now, Channel(recorded_by=ctx.actor))
        draft = steps.draft(blank, act, _named(offices.book(uow), terms))
        return view_of(step.add(draft))


def edit_draft(
    ctx: Context,
    id: str,
    terms: Terms,
    title_zh: str,
    title_ru: str,
    group: str | None = None,
) -> ProposalView:
    """Write the draft anew.

    Raises ``NotFoundError``, ``AlreadyTransmittedError``, and of ``terms`` what
    :func:`new` raises.
    """
    require_draft(terms)
    with change(ctx, "proposal.draft", group) as step:
        before = step.uow.proposals.get(id)
        first = before.events[0]
        act = Act(first.by, first.at, first.channel)
        after = steps.draft(before, act, _named(offices.book(step.uow), terms))
        return view_of(step.replace(before, replace(after, title_zh=title_zh, title_ru=title_ru)))


def discard(ctx: Context, id: str) -> None:
    """Take out a draft that was never transmitted.

    Raises ``NotFoundError``, ``AlreadyTransmittedError``.
    """
    with change(ctx, "proposal.discard") as step:
        proposal = step.uow.proposals.get(id)
        steps.require_draft(proposal)
        step.remove(proposal)


def transmit(
    ctx: Context, id: str, channel: Channel = NO_CHANNEL, reply_by: date | None = None
) -> ProposalView:
    """Transmit the draft as offer 1; from then on it is withdrawn, never undone.

    Raises:
        OfferIncompleteError and the other errors of ``proposal_terms.require_complete``.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        DatesOutsideError, OfferPassedError, ReplyWishError: see ``proposal_terms.require_timely``.
        AlreadyTransmittedError, NotFoundError.
    """
    today = ctx.clock.today()

    def rule(proposal: Proposal, act: Act, book: CityBook) -> Proposal:
        standing = fold(proposal.events)
        own = replace(act, by=standing.proposed_by)
        drafted = steps.draft(proposal, own, _settled(book, standing.draft or Terms()))
        return _timely(steps.transmit(drafted, own, reply_by), own, today)

    return _step(ctx, "proposal.transmit", id, rule, channel)


def answer(
    ctx: Context,
    id: str,
    given: Answer,
    by: Side | None = None,
    channel: Channel = NO_CHANNEL,
    reply_by: date | None = None,
    offer: int | None = None,
    crossing: bool = False,
) -> ProposalView:
    """Answer an offer, or record the other side's answer on paper (``by``; rule 9).

    ``crossing`` records an answer that crossed with another message or came
    late, to the offer numbered ``offer`` if that is not the current one
    (rule 8). ``reply_by`` is the reply date wished for a counter. A second,
    different answer of the other side to one offer makes a conflict (rule 9).

    Raises:
        AnswerOnRecordError: the other side's very answer was recorded before.
        OwnOfferError, UnknownOfferError, a ``ProposalStateError``, and what
        ``proposal_terms.require_answer`` raises.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        DatesOutsideError, OfferPassedError, ReplyWishError: a counter that comes to nothing.
    """
    today = ctx.clock.today()

    def rule(proposal: Proposal, act: Act, book: CityBook) -> Proposal:
        venue = given.venue.venue
        place = given.venue if venue is None else replace(given.venue, venue=settled(book, venue))
        numbered = replace(act, offer=offer, crossing=crossing)
        after = steps.answer(proposal, numbered, replace(given, venue=place), reply_by)
        return _timely(after, numbered, today) if counters(given) else after

    return _step(ctx, "proposal.answer", id, rule, channel, by)


def offer(
    ctx: Context,
    id: str,
    terms: Terms,
    channel: Channel = NO_CHANNEL,
    reply_by: date | None = None,
    by: Side | None = None,
) -> ProposalView:
    """Make a new offer after accepts and declines mixed (rule 5).

    Raises:
        NotAuthorError, a ``ProposalStateError``, and what
        ``proposal_terms.require_complete`` raises.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        DatesOutsideError, OfferPassedError, ReplyWishError: see ``proposal_terms.require_timely``.
    """
    today = ctx.clock.today()

    def rule(proposal: Proposal, act: Act, book: CityBook) -> Proposal:
        after = steps.offer_anew(proposal, act, _settled(book, terms), reply_by)
        return _timely(after, act, today)

    return _step(ctx, "proposal.offer", id, rule, channel, by)


def withdraw(
    ctx: Context,
    id: str,
    reason: str = "",
    channel: Channel = NO_CHANNEL,
    by: Side | None = None,
    offer: int | None = None,
    crossing: bool = False,
) -> ProposalView:
    """Withdraw the current offer; the proposal ends (rule 7). ``crossing`` as in :func:`answer`.

    Raises ``NotAuthorError`` and a ``ProposalStateError``.
    """
    return _step(
        ctx,
        "proposal.withdraw",
        id,
        lambda p, act, _: steps.withdraw(p, _crossing(act, offer, crossing), reason),
        channel,
        by,
    )


def lapse(
    ctx: Context,
    id: str,
    reason: str,
    by: Side | None = None,
    channel: Channel = NO_CHANNEL,
    offer: int | None = None,
    crossing: bool = False,
) -> ProposalView:
    """Record that no reply came (rule 7). ``crossing`` as in :func:`answer`.

    Raises ``LapseTooEarlyError``, ``ReasonMissingError`` and a ``ProposalStateError``.
    """
    today = ctx.clock.today()
    return _step(
        ctx,
        "proposal.lapse",
        id,
        lambda p, act, _: steps.lapse(p, _crossing(act, offer, crossing), reason, today),
        channel,
        by,
    )


def decide(
    ctx: Context, id: str, given: Answer, reason: str = "", channel: Channel = NO_CHANNEL
) -> ProposalView:
    """Decide which of two conflicting answers stands (rule 9).

    Raises ``NothingToDecideError``, ``NotAmongAnswersError``.
    """
    return _step(
        ctx,
        "proposal.decide",
        id,
        lambda p, act, _: steps.decide(p, act, given, reason),
        channel,
    )


def convene(ctx: Context, id: str) -> Consultation:
    """Make the consultation that was agreed, its agenda filled from the topics.

    A proposal about a round changes that round instead (rule 10). All of it
    is one step for undo.

    Raises:
        NotAgreedError, AlreadyConvenedError, AnswersConflictError.
        WrongStatusError: the round was held or cancelled meanwhile.
        WrongAgendaStatusError: the round's agenda is final; reopen it first.
    """
    with change(ctx, "proposal.convene") as step:
        proposal = step.uow.proposals.get(id)
        made = convened(step, proposal, steps.require_agreed(proposal))
        side = offices.own(step.uow).side
        act = Act(side, step.now, Channel(recorded_by=ctx.actor))
        step.replace(proposal, steps.convene(proposal, act, made.id))
        return made


def _step(
    ctx: Context,
    use_case: str,
    id: str,
    rule: Step,
    channel: Channel,
    by: Side | None = None,
) -> ProposalView:
    """Run one step on the stored proposal, by our side unless ``by`` says otherwise.

    Raises what ``proposal_steps.require_received`` raises, and what ``rule`` does.
    """
    with change(ctx, use_case) as step:
        proposal = step.uow.proposals.get(id)
        act = _act(ctx, step, channel, by)
        after = rule(proposal, act, offices.book(step.uow))
        return view_of(step.replace(proposal, after))


def _act(ctx: Context, step: Change, channel: Channel, by: Side | None) -> Act:
    steps.require_received(channel, ctx.clock.today())
    own = offices.own(step.uow).side
    side = by or own
    recorded = replace(channel, recorded_by=channel.recorded_by or ctx.actor)
    return Act(side, step.now, recorded, paper=side is not own)


def _crossing(act: Act, offer: int | None, crossing: bool) -> Act:
    return replace(act, offer=offer, crossing=crossing)


def _timely(proposal: Proposal, act: Act, today: date) -> Proposal:
    """``proposal``, whose current offer ``act`` has just made, unless nothing can come of it.

    What is recorded later than it went out is measured by its note's day, so
    that the past can be entered. A message that crossed is kept as it is.
    """
    current = fold(proposal.events).current
    if current is not None and not act.crossing:
        out = act.channel.note_date or act.channel.received or today
        require_timely(current.terms, out, current.made.reply_by)
    return proposal


def _named(book: CityBook, terms: Terms) -> Terms:
    return replace(terms, venue=drafted(book, terms.venue))


def _settled(book: CityBook, terms: Terms) -> Terms:
    return replace(terms, venue=settled(book, terms.venue))
