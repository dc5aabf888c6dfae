"""Consultations: adding them, their life, their people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import uuid4

from consultations_gui.application import offices
from consultations_gui.application.journal import change
from consultations_gui.application.ledger import first_host
from consultations_gui.application.places import settled
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.turns import turn_of
from consultations_gui.domain import consultation_rules as rules
from consultations_gui.domain.consultation import (
    Consultation,
    Dates,
    Kind,
    Status,
    TurnRecord,
)
from consultations_gui.domain.errors import NumberTakenError
from consultations_gui.domain.parties import CAPITALS, NOWHERE, Side, Venue
from consultations_gui.domain.people import TEXTS, Delegation
from consultations_gui.domain.texts import lined, one_line

Rule = Callable[[Consultation], Consultation]


@dataclass(frozen=True)
class NewConsultation:
    """A consultation to be added.

    Without ``number`` a regular round takes the next after the highest used;
    without ``host`` it is the venue's country, and else, for a regular
    round, whoever's turn it is. Without ``venue`` a regular round is planned
    in the host's capital.
    """

    kind: Kind = Kind.REGULAR
    dates: Dates | None = None
    venue: Venue = NOWHERE
    host: Side | None = None
    number: int | None = None
    status: Status = Status.PLANNED
    basis: str = ""


def list_all(ctx: Context, *statuses: Status) -> tuple[Consultation, ...]:
    """All consultations, or those in one of ``statuses``: regular by number, then the others."""
    with ctx.work() as uow:
        if statuses:
            return uow.consultations.with_status(*statuses)
        return uow.consultations.all()


def show(ctx: Context, id: str) -> Consultation:
    """The consultation called ``id``. Raises ``NotFoundError``."""
    with ctx.work() as uow:
        return uow.consultations.get(id)


def venue_named(
    ctx: Context, city: str, country: str = "", site: str = "", online: bool = False
) -> Venue:
    """The venue of a city named in any of the three languages.

    Raises:
        UnknownCityZoneError: the city is not in the book.
        CityElsewhereError: it is known to lie in another country.
    """
    with ctx.work() as uow:
        return settled(offices.book(uow), Venue(country, city, site, online))


def add(ctx: Context, new: NewConsultation) -> Consultation:
    """Add a consultation; ``R3`` is regular round 3, ``U1`` and ``X1`` are counted.

    Raises:
        InvalidNumberError: a number below 1, or one for another kind.
        NumberTakenError: the number is in use, be it by a cancelled round.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        DatesMissingError, VenueIncompleteError: the status needs them.
        MeetingAheadError: it is to be held, and is not over.
    """
    rules.require_number(new.kind, new.number)
    new = lined(new, "basis")
    with change(ctx, "consultation.add") as step:
        uow = step.uow
        number = _number(uow, new)
        venue = settled(offices.book(uow), new.venue)
        host = new.host or venue.side or _due(uow, new.kind, number)
        made = Consultation(
            uid=str(uuid4()),
            id=f"{new.kind.letter}{number or uow.next_number(new.kind.letter)}",
            kind=new.kind,
            number=number,
            status=new.status,
            host=host,
            dates=new.dates,
            venue=Venue(host, CAPITALS[host]) if host and number and venue == NOWHERE else venue,
            basis=new.basis,
        )
        rules.require_status(made)
        rules.require_over(made, ctx.clock.today())
        return step.add(made)


def edit(ctx: Context, consultation: Consultation, group: str | None = None) -> Consultation:
    """Store a consultation with what was edited in it.

    Raises:
        FixedFieldError, WrongStatusError, TwoHeadsError, NameMissingError,
        InvalidEmailError: see ``consultation_rules.edit``.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        MeetingAheadError: a meeting that was held is moved into the future.
        StaleVersionError: someone else changed it meanwhile.
    """
    with change(ctx, "consultation.edit", group) as step:
        before = step.uow.consultations.get(consultation.id)
        if before.version != consultation.version:
            return step.restore(before, consultation)  # tells who changed what
        after = lined(consultation, "basis")
        if after.venue != before.venue:
            after = replace(after, venue=settled(offices.book(step.uow), after.venue))
        after = rules.edit(before, after)
        if after.dates != before.dates:
            rules.require_over(after, ctx.clock.today())
        return step.replace(before, after)


def tentative(ctx: Context, id: str) -> Consultation:
    """Its dates are on offer. Raises ``WrongStatusError``, ``DatesMissingError``."""
    return _apply(ctx, "consultation.tentative", id, rules.tentative)


def confirm(ctx: Context, id: str) -> Consultation:
    """Both sides have confirmed it.

    Raises ``WrongStatusError``, ``DatesMissingError``, ``VenueIncompleteError``.
    """
    return _apply(ctx, "consultation.confirm", id, rules.confirm)


def postpone(ctx: Context, id: str, dates: Dates | None, reason: str = "") -> Consultation:
    """Postpone it to ``dates`` or until further notice; number, host and place stay.

    Raises ``WrongStatusError``, ``DatesUnchangedError``, ``PostponedToPastError``.
    """
    reason = one_line(reason)
    today = ctx.clock.today()

    def rule(before: Consultation) -> Consultation:
        return rules.postpone(before, today, dates, reason)

    return _apply(ctx, "consultation.postpone", id, rule)


def cancel(ctx: Context, id: str, reason: str = "") -> Consultation:
    """Cancel it; its turn carries to the next round. Raises ``WrongStatusError``."""
    return _apply(ctx, "consultation.cancel", id, lambda c: rules.cancel(c, one_line(reason)))


def held(ctx: Context, id: str, dates: Dates | None = None) -> Consultation:
    """Record that it took place, on ``dates`` if they were others than planned.

    Raises ``WrongStatusError``, ``DatesMissingError``, ``MeetingAheadError``.
    """
    today = ctx.clock.today()
    return _apply(ctx, "consultation.held", id, lambda c: rules.hold(c, today, dates))


def record_turn(ctx: Context, id: str, turn: TurnRecord) -> Consultation:
    """Record whose turn it uses and which sides have consented to that."""
    return _apply(ctx, "consultation.turn", id, lambda c: rules.record_turn(c, turn))


def set_delegation(
    ctx: Context,
    id: str,
    delegation: Delegation,
    group: str | None = None,
    base: Delegation | None = None,
) -> Consultation:
    """Set one side's delegation. ``base`` is what it was when it was read.

    Raises ``TwoHeadsError``, ``NameMissingError``, ``InvalidEmailError``;
    ``StaleVersionError`` if someone else changed this delegation since ``base``.
    """
    delegation = _lined(delegation)

    def rule(before: Consultation) -> Consultation:
        kept = tuple(d for d in before.delegations if d.side is not delegation.side)
        both = tuple(sorted((*kept, delegation), key=lambda d: list(Side).index(d.side)))
        after = rules.edit(before, replace(before, delegations=both))
        stored = before.delegation(delegation.side)
        if base is not None and stored not in (base, delegation):
            return replace(after, version=before.version - 1)  # an outdated state, told as such
        return after

    return _apply(ctx, "consultation.delegation", id, rule, group)


def _apply(
    ctx: Context, use_case: str, id: str, rule: Rule, group: str | None = None
) -> Consultation:
    with change(ctx, use_case, group) as step:
        before = step.uow.consultations.get(id)
        return step.replace(before, rule(before))


def _lined(delegation: Delegation) -> Delegation:
    people = (replace(d, person=lined(d.person, *TEXTS)) for d in delegation.delegates)
    return replace(delegation, delegates=tuple(people))


def _number(uow: UnitOfWork, new: NewConsultation) -> int | None:
    if new.kind is not Kind.REGULAR:
        return None
    number = new.number or uow.consultations.highest_number() + 1
    if uow.consultations.find(f"{Kind.REGULAR.letter}{number}") is not None:
        raise NumberTakenError(number=number)
    return number


def _due(uow: UnitOfWork, kind: Kind, number: int | None) -> Side | None:
    """Whose turn it is; only regular rounds take turns by themselves."""
    if kind is not Kind.REGULAR:
        return None
    return turn_of(uow, first_host(uow), number).next.side
