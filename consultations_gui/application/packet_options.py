"""The calendar file of a packet: a tentative event for each date the current offer names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from consultations_gui.application import offices
from consultations_gui.application.ports import (
    Context,
    InvitationOrder,
    Method,
    OutFile,
    UnitOfWork,
)
from consultations_gui.domain.agenda import Agenda, AgendaItem
from consultations_gui.domain.bilingual import Bilingual
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.errors import UnknownCityZoneError
from consultations_gui.domain.invitation import Certainty, Occasion
from consultations_gui.domain.packet import OPTIONS
from consultations_gui.domain.proposal import Offer, Proposal, ProposalState, Standing, Terms

_ON_OFFER = (
    ProposalState.TRANSMITTED,
    ProposalState.COUNTERED,
    ProposalState.PARTLY_DECLINED,
    ProposalState.CONFLICTING,
)


def calendar(
    ctx: Context, uow: UnitOfWork, proposal: Proposal, standing: Standing, now: datetime
) -> tuple[OutFile, ...]:
    """The .ics of what is on offer or agreed; none once the proposal has ended otherwise.

    None either while the time zone of the city is not known here, for it
    would be a guess. ``now`` (aware UTC) becomes DTSTAMP.
    """
    offer = standing.current
    terms = terms_to_show(uow, standing)
    if offer is None or terms is None:
        return ()
    zone = offices.book(uow).zone(terms.venue, terms.venue.side)
    meeting = _meeting(uow, proposal, terms)
    orders = tuple(
        InvitationOrder(
            consultation=replace(meeting, uid=f"{proposal.uid}-{offer.number}-{n}", dates=dates),
            agenda=_agenda(proposal, terms),
            office=offices.own(uow),
            cities=offices.book(uow),
            method=Method.PUBLISH,
            occasion=Occasion(dates.start, dates.end, zone, Certainty.TENTATIVE),
            people=(),
            stamp=now,
            created=offer.made.at,
        )
        for n, dates in enumerate(terms.dates, 1)
    )
    return (replace(ctx.inviter.options(proposal.uid, orders), name=OPTIONS),)


def terms_to_show(uow: UnitOfWork, standing: Standing) -> Terms | None:
    """The terms whose dates :func:`calendar` holds; ``None`` where it makes no file."""
    terms = _terms(standing)
    if terms is None:
        return None
    try:
        offices.book(uow).zone(terms.venue, terms.venue.side)
    except UnknownCityZoneError:
        return None
    return terms


def _terms(standing: Standing) -> Terms | None:
    if standing.agreed is not None:
        return standing.agreed
    offer: Offer | None = standing.current if standing.state in _ON_OFFER else None
    return offer.terms if offer else None


def _meeting(uow: UnitOfWork, proposal: Proposal, terms: Terms) -> Consultation:
    """The round that is spoken of, or the extraordinary consultation there may be."""
    about = uow.consultations.get(proposal.about) if proposal.about else None
    return Consultation(
        uid=proposal.uid,
        id=proposal.about or proposal.id,
        kind=about.kind if about else Kind.EXTRAORDINARY,
        number=about.number if about else None,
        status=Status.TENTATIVE,
        host=terms.venue.side,
        dates=None,
        venue=terms.venue,
    )


def _agenda(proposal: Proposal, terms: Terms) -> Agenda:
    """The topics without their lengths: nothing is said yet of the hours."""
    return Agenda(
        id=proposal.id,
        items=tuple(
            AgendaItem(uid=str(number), level=1, text=Bilingual(topic.zh, topic.ru))
            for number, topic in enumerate(terms.topics, 1)
        ),
    )
