"""The sample: two planned years, one negotiated extraordinary consultation, full agendas.

Everything goes through the use cases a person would use, so that the sample
also shows that the main job runs from end to end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from consultations_gui.application import (
    agendas,
    consultations,
    offices,
    planning,
    proposals,
    sample_data,
)
from consultations_gui.application.journal import change
from consultations_gui.application.planning import PlanQuery
from consultations_gui.application.ports import Context
from consultations_gui.application.sample_data import MARK, SampleRow
from consultations_gui.domain.consultation import Consultation, Dates
from consultations_gui.domain.errors import RegisterNotFreshError
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, Channel, Ruling, Terms, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.domain.term import with_term

YEARS = 2
LEAD_TIME = 75
"""Days from today to the first date offered for the extraordinary consultation."""
SAID = (35, 21, 9)
"""Days ago on which offer, counter and acceptance were noted."""


@dataclass(frozen=True)
class SampleReport:
    """What the sample consists of: IDs in this register."""

    side: Side
    rounds: tuple[str, ...]
    extraordinary: str
    proposal: str


def build_sample(ctx: Context) -> SampleReport:
    """Fill a fresh register with the sample; an office that is set already is kept.

    Raises:
        RegisterNotFreshError: there are consultations or proposals in it.
        NoPlanError: no two years can be planned from today.
    """
    side = _fresh_office(ctx)
    rounds = _plan(ctx)
    proposal = _negotiate(ctx, side)
    extraordinary = proposals.convene(ctx, proposal)
    _people(ctx, extraordinary)
    for nth, one in enumerate(rounds, 1):
        _people(ctx, one)
        _rows(ctx, one, sample_data.round_rows(nth))
    _around_the_topics(ctx, extraordinary)
    _settle(ctx, side, rounds, extraordinary)
    ids = tuple(one.id for one in rounds)
    return SampleReport(side, ids, extraordinary.id, proposal)


def remove_sample(ctx: Context) -> int:
    """Take the sample's consultations, agendas and proposals out; returns how many consultations.

    Raises:
        InUseError: invitations to one were written, and what was sent stays on record.
    """
    with change(ctx, "sample.remove") as step:
        uow = step.uow
        marked = [one for one in uow.consultations.all() if one.basis == MARK]
        for one in marked:
            agenda = uow.agendas.find(one.id)
            if agenda is not None:
                step.remove(agenda)
        # A proposal and what it became name each other; the link goes first.
        freed = [step.replace(one, replace(one, proposal="")) for one in marked]
        for id in {one.proposal for one in marked if one.proposal}:
            step.remove(uow.proposals.get(id))
        for one in freed:
            step.remove(one)
    return len(marked)


def _fresh_office(ctx: Context) -> Side:
    with ctx.work() as uow:
        if uow.consultations.count() or uow.proposals.all():
            raise RegisterNotFreshError
    office = offices.show(ctx)
    if office is None:
        office = offices.init(ctx, Side.CN, *sample_data.office_names(Side.CN))
    return office.side


def _plan(ctx: Context) -> tuple[Consultation, ...]:
    """Two years of rounds, from the next year on."""
    query = PlanQuery(first_year=ctx.clock.today().year + 1, years=YEARS)
    made = planning.commit(ctx, planning.propose(ctx, query))
    return tuple(_marked(ctx, one) for one in made)


def _negotiate(ctx: Context, side: Side) -> str:
    """Offered by us, countered by the other side, accepted by us; returns the proposal's ID."""
    first, second, other = windows(ctx)
    terms = Terms((first, second), sample_data.venue(side), sample_data.topics())
    offer, counter, acceptance = _channels(ctx)
    title_zh, title_ru = sample_data.titles()
    made = proposals.new(ctx, title_zh, with_term(title_ru, offices.term(ctx)), terms).proposal
    reply_by = ctx.clock.today() + timedelta(days=20)
    proposals.transmit(ctx, made.id, offer, reply_by)
    countered = Answer(
        dates=Ruling(Verdict.COUNTER, dates=(other,)),
        venue=Ruling(Verdict.COUNTER, venue=sample_data.venue(side.other)),
        topics=ACCEPT,
    )
    proposals.answer(ctx, made.id, countered, side.other, counter)
    proposals.answer(ctx, made.id, Answer(ACCEPT, ACCEPT, ACCEPT), side, acceptance)
    return made.id


def windows(ctx: Context, lead: int = LEAD_TIME) -> tuple[Dates, Dates, Dates]:
    """Three pairs of days on which both countries work, ``lead`` days from today, a week apart."""
    start = ctx.clock.today() + timedelta(days=lead)
    days = planning.days(ctx, start, start + timedelta(days=90))
    pairs = (
        Dates(cn.date, cn_next.date)
        for (cn, ru), (cn_next, ru_next) in pairwise(days)
        if cn.working and ru.working and cn_next.working and ru_next.working
    )
    first = next(pairs)
    second = next(pair for pair in pairs if (pair.start - first.start).days >= 7)
    third = next(pair for pair in pairs if (pair.start - second.start).days >= 7)
    return first, second, third


def _channels(ctx: Context) -> tuple[Channel, Channel, Channel]:
    today = ctx.clock.today()
    offer, counter, acceptance = (
        Channel(note, today - timedelta(days=ago), today - timedelta(days=ago - 2))
        for note, ago in zip(sample_data.notes(), SAID, strict=True)
    )
    return offer, counter, acceptance


def _marked(ctx: Context, one: Consultation) -> Consultation:
    return consultations.edit(ctx, replace(one, basis=MARK))


def _people(ctx: Context, one: Consultation) -> None:
    _marked(ctx, consultations.show(ctx, one.id))
    for side in Side:
        consultations.set_delegation(ctx, one.id, sample_data.delegation(side))


def _rows(ctx: Context, one: Consultation, rows: tuple[SampleRow, ...]) -> str:
    """Put the rows at the end of the agenda; returns the last one's uid."""
    uid, term = "", offices.term(ctx)
    for row in rows:
        ru = with_term(row.ru, term)
        view = agendas.add_item(
            ctx, one.id, level=row.level, zh=row.zh, ru=ru, minutes=row.minutes, day=row.day
        )
        uid = view.touched[0]
        lead = row.leading(one.host)
        if lead or row.tags:
            agendas.set_item(ctx, one.id, replace(view.row(uid).item, lead=lead, tags=row.tags))
    return uid


def _around_the_topics(ctx: Context, one: Consultation) -> None:
    """The agenda made from the topics gets their tags and days, an opening, breaks and an end."""
    items = agendas.show(ctx, one.id).agenda.items
    placed = zip(items, sample_data.topic_tags(), sample_data.topic_days(), strict=True)
    for item, tags, day in placed:
        agendas.set_item(ctx, one.id, replace(item, tags=tags, day=day))
    agendas.place(ctx, one.id, _rows(ctx, one, sample_data.opening_rows()), None)
    agendas.place(ctx, one.id, _rows(ctx, one, sample_data.pause_rows()), items[0].uid)
    _rows(ctx, one, sample_data.closing_rows())


def _settle(
    ctx: Context, side: Side, rounds: tuple[Consultation, ...], extraordinary: Consultation
) -> None:
    """The nearest meetings are further on: confirmed, circulated, approved by us."""
    first, second = rounds[:2]
    consultations.confirm(ctx, first.id)
    consultations.tentative(ctx, second.id)
    for one in (extraordinary, first):
        agendas.circulate(ctx, one.id)
        agendas.approve(ctx, one.id, side)
