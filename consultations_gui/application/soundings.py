"""What an offer's dates would cost, and better ones nearby: asked before anything is answered."""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.application import proposals
from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.proposal import Terms
from consultations_gui.domain.soundings import Survey, survey, years

MOST = 3
"""As many better places as are told."""


def sound(ctx: Context, terms: Terms, about: str = "") -> Survey:
    """The date options of ``terms`` weighed, with up to :data:`MOST` cheaper places nearby.

    ``about`` names the round a proposal concerns (rule 10) or the meeting it
    has become, else the terms are those of a new extraordinary consultation.
    Nothing is stored.

    Raises:
        NotFoundError: no meeting is called ``about``.
    """
    span = years(terms.dates)
    with ctx.work() as uow:
        subject = _subject(uow, terms, about)
        if span is None:
            return Survey((None,) * len(terms.dates), ())
        calendars = work_calendars(ctx, uow, *span)
        wishes = uow.wishes.get() or Wishes()
        every = uow.consultations.all()
    today = ctx.clock.today()
    return survey(subject, terms.dates, every, calendars, wishes, today, MOST)


def of_proposal(ctx: Context, id: str) -> Survey:
    """The dates a proposal is about now, weighed for the meeting it would make or change.

    Raises:
        NotFoundError: no proposal is called ``id``.
    """
    view = proposals.show(ctx, id)
    return sound(ctx, view.standing.terms, view.proposal.about or view.standing.consultation)


def _subject(uow: UnitOfWork, terms: Terms, about: str) -> Consultation:
    """The meeting as it would be: the round at the place proposed, or a new consultation."""
    host = terms.venue.side
    if about:
        held = uow.consultations.get(about)
        return replace(held, host=host or held.host, venue=terms.venue)
    kind = Kind.EXTRAORDINARY
    return Consultation("", "", kind, None, Status.TENTATIVE, host, None, terms.venue)
