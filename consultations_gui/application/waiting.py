"""What waits for whom: every open end in the register as one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consultations_gui.application.footings import CalendarUpdate
from consultations_gui.application.mendings import Mending
from consultations_gui.domain.agenda import Agenda, AgendaStatus
from consultations_gui.domain.agenda_rules import Readiness, TextGap, readiness
from consultations_gui.domain.agreement import AgreementFacts, deadlines
from consultations_gui.domain.consultation import Consultation, Dates, Status, TurnUse
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.proposal import (
    Proposal,
    ProposalState,
    Standing,
    event_day,
)
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation import LedgerEntry
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.workdays import WorkCalendar

UNRECORDED = (Status.PLANNED, Status.TENTATIVE, Status.CONFIRMED)


NEAR = 14
"""Days before the wished date of a reply from which on it is said how many are left."""


class WaitingKind(StrEnum):
    """What has to be done."""

    ANSWER = "answer"
    """Answer an offer."""
    NEW_OFFER = "new_offer"
    """Make a new offer, or withdraw, after accepts and declines mixed."""
    DRAFT = "draft"
    """Finish and transmit a draft."""
    DECISION = "decision"
    """Decide between two conflicting answers."""
    CONVENE = "convene"
    """Convene what was agreed."""
    CONSENT = "consent"
    """Consent to the turn a meeting uses, where the order alone does not say; ``reason`` why."""
    RECORD = "record"
    """Record whether a meeting whose days are over was held."""
    TROUBLE = "trouble"
    """Find other dates for a meeting whose dates no longer do; ``count`` reasons speak for it."""
    CALENDAR = "calendar"
    """Take note of days that an update changed under a meeting; ``count`` of them."""
    NEW_DATES = "new_dates"
    """Find dates for a postponed meeting."""
    AGENDA_EMPTY = "agenda_empty"
    """Begin the agenda of the next meeting."""
    TEXTS_MISSING = "texts_missing"
    TEXTS_STALE = "texts_stale"
    APPROVAL = "approval"
    """Approve a circulated agenda."""
    INVITATIONS = "invitations"
    """Invite, or invite again after a change."""
    DECREE = "decree"
    """Enter the official notice on days off of a year that has meetings."""
    AUTHORITIES = "authorities"
    """Notify the competent authorities (Art. 5(1))."""
    ENDING = "ending"
    """The agreement ends (Art. 10(3))."""


@dataclass(frozen=True)
class WaitingItem:
    """One thing that waits for ``side``.

    ``id`` is what it is about (a consultation, a proposal, a decree as
    ``CN-2027``, or ``facts``). ``days`` is how long it has waited, ``due``
    the day it should be done by, ``overdue`` the days past it, ``days_left``
    the days to it where an offer's wished date is :data:`NEAR`. ``count``
    counts texts, people, meetings, reasons or days, ``offer`` numbers the
    offer, ``lang`` names the text's language, ``country`` the calendar's
    country. ``reason`` says why, ``places`` are the nearest other dates.
    """

    kind: WaitingKind
    side: Side
    id: str
    days: int = 0
    due: date | None = None
    overdue: int = 0
    days_left: int | None = None
    count: int = 0
    offer: int | None = None
    lang: Lang | None = None
    country: Side | None = None
    reason: Reason | None = None
    places: tuple[Dates, ...] = ()


_UNSETTLED = (RotationReason.TURN_OPEN, RotationReason.SAME_SIDE_TWICE)
"""What the ledger warns of that both sides' consent would settle."""
_OURS = {
    ProposalState.CONFLICTING: WaitingKind.DECISION,
    ProposalState.AGREED: WaitingKind.CONVENE,
}


def proposals_waiting(
    proposals: Iterable[Proposal], own: Side, today: date
) -> Iterator[WaitingItem]:
    """Answers, new offers, drafts, decisions and convenings that are due."""
    for proposal in proposals:
        standing = fold(proposal.events)
        if standing.waiting_for is not None:
            yield _due_from(standing.waiting_for, proposal, standing, today)
        elif standing.state is ProposalState.DRAFT:
            days = (today - event_day(proposal.events[0])).days
            yield WaitingItem(WaitingKind.DRAFT, own, proposal.id, max(days, 0))
        elif standing.state in _OURS:
            days = (today - event_day(proposal.events[-1])).days
            kind = _OURS[standing.state]
            yield WaitingItem(kind, own, proposal.id, max(days, 0), offer=len(standing.offers))


def _due_from(side: Side, proposal: Proposal, standing: Standing, today: date) -> WaitingItem:
    partly = standing.state is ProposalState.PARTLY_DECLINED
    return WaitingItem(
        kind=WaitingKind.NEW_OFFER if partly else WaitingKind.ANSWER,
        side=side,
        id=proposal.id,
        days=standing.days_waiting(today),
        due=None if partly else standing.reply_by,
        days_left=None if partly else _days_left(standing.reply_by, today),
        overdue=standing.days_overdue(today),
        offer=len(standing.offers),
    )


def _days_left(due: date | None, today: date) -> int | None:
    """Days to a wished date that is near and not past."""
    left = (due - today).days if due is not None else -1
    return left if 0 <= left <= NEAR else None


def consents_waiting(
    ahead: Iterable[Consultation], entries: Iterable[LedgerEntry]
) -> Iterator[WaitingItem]:
    """Consents not on record, for meetings to come that do not simply follow the order.

    ``entries`` are those of the ledger, as far as they are known.
    """
    reasons = {
        reason.arg("id"): reason
        for entry in entries
        for reason in entry.warnings
        if reason.code in _UNSETTLED
    }
    for one in ahead:
        begun = one.turn.use is not TurnUse.AUTO or one.turn.consent_cn or one.turn.consent_ru
        reason = reasons.get(one.id)
        given = {Side.CN: one.turn.consent_cn, Side.RU: one.turn.consent_ru}
        for side in Side:
            if (begun or reason is not None) and not given[side]:
                due = one.dates.start if one.dates else None
                yield WaitingItem(WaitingKind.CONSENT, side, one.id, due=due, reason=reason)


def meetings_waiting(
    past: Iterable[Consultation], postponed: Iterable[Consultation], own: Side, today: date
) -> Iterator[WaitingItem]:
    """Meetings whose days are over without a word, and postponed ones without new dates."""
    for one in past:
        if one.status in UNRECORDED and one.dates is not None and one.dates.end < today:
            days = (today - one.dates.end).days
            yield WaitingItem(WaitingKind.RECORD, own, one.id, days)
    for one in postponed:
        if one.dates is None:
            yield WaitingItem(WaitingKind.NEW_DATES, own, one.id)


def dates_waiting(found: Iterable[Mending], own: Side) -> Iterator[WaitingItem]:
    """Meetings still to come that a notice, a blackout or the time left speaks against.

    Each with the places nearest to its dates that would do.
    """
    for one in found:
        trouble, dates = one.trouble, one.trouble.consultation.dates
        yield WaitingItem(
            WaitingKind.TROUBLE,
            own,
            trouble.consultation.id,
            due=dates.start if dates else None,
            count=len(trouble.reasons),
            reason=trouble.reasons[0],
            places=tuple(Dates(at.start, at.end) for at in one.repairs),
        )


def updates_waiting(found: Iterable[CalendarUpdate], own: Side) -> Iterator[WaitingItem]:
    """Meetings still to come whose days an update of the shipped calendars changed."""
    for one in found:
        dates = one.consultation.dates
        yield WaitingItem(
            WaitingKind.CALENDAR,
            own,
            one.consultation.id,
            due=dates.start if dates else None,
            count=len(one.changes),
        )


def agenda_waiting(agenda: Agenda, own: Side, start: date) -> Iterator[WaitingItem]:
    """What the agenda of a meeting that begins on ``start`` still lacks."""
    found = readiness(agenda)
    if not found.items:
        yield WaitingItem(WaitingKind.AGENDA_EMPTY, own, agenda.id, due=start)
        return
    yield from _texts(WaitingKind.TEXTS_MISSING, found.missing, agenda.id, own, start)
    yield from _texts(WaitingKind.TEXTS_STALE, found.stale, agenda.id, own, start)
    if agenda.status is AgendaStatus.CIRCULATED:
        yield from _approvals(found, agenda.id, start)


def _texts(
    kind: WaitingKind, gaps: tuple[TextGap, ...], id: str, own: Side, start: date
) -> Iterator[WaitingItem]:
    for lang in Lang:
        count = sum(gap.lang is lang for gap in gaps)
        if count:
            yield WaitingItem(kind, own, id, due=start, count=count, lang=lang)


def _approvals(found: Readiness, id: str, start: date) -> Iterator[WaitingItem]:
    for side, given in ((Side.CN, found.whole_cn), (Side.RU, found.whole_ru)):
        if not given:
            yield WaitingItem(WaitingKind.APPROVAL, side, id, due=start)


def decrees_waiting(
    years: list[int], calendars: dict[Side, WorkCalendar], own: Side, today: date
) -> Iterator[WaitingItem]:
    """Notices not entered for this year or the next; ``years`` are those meetings begin in.

    Later years have no notice yet: China published 2026 in November 2025,
    Russia in September 2025.
    """
    for year in (today.year, today.year + 1):
        for side in Side:
            if year in years and not calendars[side].decree(year).confirmed:
                yield WaitingItem(
                    kind=WaitingKind.DECREE,
                    side=own,
                    id=f"{side}-{year}",
                    count=years.count(year),
                    country=side,
                )


def agreement_waiting(facts: AgreementFacts, own: Side, today: date) -> Iterator[WaitingItem]:
    """Deadlines of the agreement as far as the facts entered tell them."""
    found = deadlines(facts)
    due = found.notify_authorities_by.day
    for side in Side:
        if due is not None and not any(a.side is side for a in facts.authorities):
            overdue = max((today - due).days, 0)
            kind = WaitingKind.AUTHORITIES
            yield WaitingItem(kind, side, "facts", due=due, overdue=overdue)
    if found.ends.day is not None:
        yield WaitingItem(WaitingKind.ENDING, own, "facts", due=found.ends.day)
