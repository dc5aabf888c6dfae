"""The four questions at a glance: what is next and whose turn; what waits; is it ready; who knows.

Asked at every start, so it puts small questions to the register and never
reads all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from consultations_gui.application.calendars import work_calendars
from consultations_gui.application.footings import calendar_updates
from consultations_gui.application.ledger import first_host
from consultations_gui.application.mendings import mended
from consultations_gui.application.ports import Context, Method, UnitOfWork
from consultations_gui.application.records import InvitationRecord
from consultations_gui.application.turns import balance, turn_of
from consultations_gui.application.waiting import (
    WaitingItem,
    WaitingKind,
    agenda_waiting,
    agreement_waiting,
    consents_waiting,
    dates_waiting,
    decrees_waiting,
    meetings_waiting,
    proposals_waiting,
    updates_waiting,
)
from consultations_gui.domain.agenda import Agenda
from consultations_gui.domain.agenda_rules import Readiness, readiness
from consultations_gui.domain.agreement import AgreementFacts, Deadlines, deadlines
from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.invitation import invited
from consultations_gui.domain.parties import Side
from consultations_gui.domain.people import Person
from consultations_gui.domain.rotation import LedgerEntry, NextHost, ledger
from consultations_gui.domain.workdays import LAST_YEAR, WORKING, WorkCalendar

AHEAD = 12
"""Meetings to come that are looked at."""
SOON = 3
"""Years to come in which the dates of meetings are looked at; no notice reaches so far."""
RECENT = 6
"""Entries of the ledger shown before the next round."""

Ahead = tuple[tuple[Consultation, Dates], ...]
PLACES = 2
"""Other dates shown with a meeting whose own no longer do; its own screen shows more."""
BACK = timedelta(days=400)
"""How far back a meeting without a word of its being held is asked about."""


@dataclass(frozen=True)
class NextMeeting:
    """The nearest meeting to come.

    ``days_until`` counts from today to its first day, ``common_working_days``
    the days in between on which both sides work (``None`` past the years that
    calendars are kept for). ``provisional`` are the sides whose calendar of
    that year no official notice stands behind.
    """

    consultation: Consultation
    days_until: int
    common_working_days: int | None
    provisional: tuple[Side, ...]


@dataclass(frozen=True)
class Invited:
    """What was sent for the next meeting, and to whom it has still to be sent.

    ``outstanding`` are people with an address who were not invited to the
    meeting as it stands now; ``unreachable`` counts those without an address.
    """

    consultation: str
    records: tuple[InvitationRecord, ...]
    outstanding: tuple[Person, ...]
    unreachable: int


@dataclass(frozen=True)
class Overview:
    """Everything the first screen shows.

    ``next_host`` is about the next regular round (the first to come, else the
    next to be given a number), ``recent`` are the turns used before it,
    ``balance`` the turns used by meetings held, as (China, Russia).
    ``ready`` and ``sent`` are about ``next_meeting``. ``count`` is the number
    of consultations in the register.
    """

    today: date
    side: Side | None
    next_meeting: NextMeeting | None
    next_host: NextHost
    recent: tuple[LedgerEntry, ...]
    balance: tuple[int, int]
    waiting_for_us: tuple[WaitingItem, ...]
    waiting_for_them: tuple[WaitingItem, ...]
    ready: Readiness | None
    sent: Invited | None
    deadlines: Deadlines
    count: int


def overview(ctx: Context) -> Overview:
    """The four questions as the register answers them today."""
    today = ctx.clock.today()
    with ctx.work() as uow:
        office = uow.office.get()
        first = first_host(uow)
        found = uow.consultations.next_from(today, AHEAD)
        ahead = tuple((one, one.dates) for one in found if one.dates is not None)
        calendars = _calendars(ctx, uow, ahead, today)
        turn = turn_of(uow, first, _next_number(ahead), RECENT)
        ready, sent = _prepared(uow, ahead)
        items: tuple[WaitingItem, ...] = ()
        if office is not None:
            items = tuple(_waiting(ctx, uow, office.side, ahead, sent, calendars))
            items += tuple(consents_waiting([one for one, _ in ahead], _turns(uow, first, ahead)))
        return Overview(
            today=today,
            side=None if office is None else office.side,
            next_meeting=_next(*ahead[0], calendars, today) if ahead else None,
            next_host=turn.next,
            recent=turn.recent,
            balance=balance(uow, first),
            waiting_for_us=_sorted(i for i in items if office and i.side is office.side),
            waiting_for_them=_sorted(i for i in items if office and i.side is not office.side),
            ready=ready,
            sent=sent,
            deadlines=deadlines(uow.facts.get() or AgreementFacts()),
            count=uow.consultations.count(),
        )


def _turns(uow: UnitOfWork, first: Side, ahead: Ahead) -> Iterator[LedgerEntry]:
    """What the ledger says of the meetings to come: each alone, then among the others."""
    for one, _ in ahead:
        yield from ledger([one], first).entries
    if ahead:
        yield from turn_of(uow, first, None, len(ahead)).recent


def _next_number(ahead: Ahead) -> int | None:
    return next((one.number for one, _ in ahead if one.kind is Kind.REGULAR), None)


def _calendars(
    ctx: Context, uow: UnitOfWork, ahead: Ahead, today: date
) -> dict[Side, WorkCalendar]:
    """Both calendars from this year to the next meeting's, and the years soon to come.

    One year more, as other dates may be sought in the year after a meeting's own.
    """
    years = [today.year + SOON + 1, *(dates.start.year for _, dates in ahead[:1])]
    return work_calendars(ctx, uow, today.year, min(max(years), LAST_YEAR))


def _next(
    one: Consultation, dates: Dates, calendars: dict[Side, WorkCalendar], today: date
) -> NextMeeting:
    start = dates.start
    known = start.year <= LAST_YEAR
    return NextMeeting(
        consultation=one,
        days_until=(start - today).days,
        common_working_days=_common_days(calendars, today, start) if known else None,
        provisional=tuple(
            side for side in Side if not (known and calendars[side].decree(start.year).confirmed)
        ),
    )


def _common_days(calendars: dict[Side, WorkCalendar], today: date, start: date) -> int:
    """Days after today and before ``start`` on which people are at work in both countries."""
    if start <= today:
        return 0
    first = date(today.year, 1, 1).toordinal()
    between = slice(today.toordinal() + 1 - first, start.toordinal() - first)
    cn, ru = (calendars[side].marks(today.year, start.year)[between] for side in Side)
    return sum(one & other & WORKING for one, other in zip(cn, ru, strict=True))


def _prepared(uow: UnitOfWork, ahead: Ahead) -> tuple[Readiness | None, Invited | None]:
    """How far the agenda and the invitations of the next meeting are."""
    if not ahead:
        return None, None
    one, _ = ahead[0]
    return readiness(_agenda(uow, one)), _invited(uow, one)


def _agenda(uow: UnitOfWork, one: Consultation) -> Agenda:
    return uow.agendas.find(one.id) or Agenda(one.id)


def _invited(uow: UnitOfWork, one: Consultation) -> Invited:
    records = uow.invitations.of(one.id)
    reached = {
        record.recipient.casefold()
        for record in records
        if record.method == Method.REQUEST and record.sequence >= one.sequence
    }
    people = [delegate.person for party in one.delegations for delegate in party.delegates]
    return Invited(
        consultation=one.id,
        records=records,
        outstanding=tuple(p for p in invited(one) if p.email.casefold() not in reached),
        unreachable=sum(not person.email for person in people),
    )


def _waiting(
    ctx: Context,
    uow: UnitOfWork,
    own: Side,
    ahead: Ahead,
    sent: Invited | None,
    calendars: dict[Side, WorkCalendar],
) -> Iterator[WaitingItem]:
    today = ctx.clock.today()
    yield from proposals_waiting(uow.proposals.all(), own, today)
    past = uow.consultations.between(today - BACK, today - timedelta(days=1))
    postponed = uow.consultations.with_status(Status.POSTPONED)
    yield from meetings_waiting(past, postponed, own, today)
    for one, dates in ahead[:1]:
        yield from agenda_waiting(_agenda(uow, one), own, dates.start)
        if sent is not None and sent.outstanding and one.status is Status.CONFIRMED:
            kind, count = WaitingKind.INVITATIONS, len(sent.outstanding)
            yield WaitingItem(kind, own, one.id, due=dates.start, count=count)
    soon = [one for one, dates in ahead if dates.end.year <= today.year + SOON]
    yield from dates_waiting(mended(uow, soon, calendars, today, PLACES), own)
    yield from updates_waiting(calendar_updates(ctx.workdays, uow, soon), own)
    years = [dates.start.year for _, dates in ahead]
    yield from decrees_waiting(years, calendars, own, today)
    yield from agreement_waiting(uow.facts.get() or AgreementFacts(), own, today)


def _sorted(items: Iterable[WaitingItem]) -> tuple[WaitingItem, ...]:
    """What is overdue first, then by the day it is due, then what has waited longest."""
    return tuple(sorted(items, key=lambda i: (-i.overdue, i.due or date.max, -i.days)))
