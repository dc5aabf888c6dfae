"""Packets of the sample: another office, with a register of its own, answers a proposal of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from consultations_gui.application import office_keys, offices, packets, proposals, sample_data
from consultations_gui.application.demo import windows
from consultations_gui.application.ports import Context
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Answer, Channel, Ruling, Terms, Verdict
from consultations_gui.domain.proposal_terms import ACCEPT
from consultations_gui.domain.term import with_term

LEAD_TIME = 150
"""Days from today to the first date offered: further on than the sample's other proposal."""
SAID = (16, 3)
"""Days ago on which offer and counter were noted."""


@dataclass(frozen=True)
class SamplePackets:
    """The other office's answer as a packet, and the same under a key nobody here trusts yet."""

    proposal: str
    answer: Path
    stranger: Path


def exchange(ctx: Context, other: Context, folder: Path) -> SamplePackets:
    """Offer something to an ``other`` office in a fresh register; returns what it sends back.

    Both come to trust each other's key, and the packets lie in ``folder``.

    Raises:
        OfficeNotSetError: there is no office here; OfficeAlreadySetError: there is one there.
    """
    with ctx.work() as uow:
        side = offices.own(uow).side
    offices.init(other, side.other, *sample_data.office_names(side.other))
    _acquaint(ctx, other, folder)
    id = _offer(ctx, side)
    packets.write(ctx, id, folder / f"{id}-{side}-1.consult")
    packets.accept(other, folder / f"{id}-{side}-1.consult")
    (theirs,) = (view.proposal.id for view in proposals.list_all(other))
    _counter(other, theirs, side.other)
    answer, stranger = (folder / f"{theirs}-{side.other}-{n}.consult" for n in (1, 2))
    packets.write(other, theirs, answer)
    office_keys.revoke(other, side.other)
    packets.write(other, theirs, stranger)
    return SamplePackets(id, answer, stranger)


def forget(*offices_: Context) -> None:
    """Take the keys that registers made for the occasion out of the person's keyring."""
    for ctx in offices_:
        office = offices.show(ctx)
        for key in office.keys if office is not None else ():
            ctx.keys.forget(key.public)


def _acquaint(ctx: Context, other: Context, folder: Path) -> None:
    for giver, taker in ((ctx, other), (other, ctx)):
        path = folder / "public.key.json"
        office_keys.export(giver, path)
        office_keys.trust(taker, path)


def _offer(ctx: Context, side: Side) -> str:
    talk = sample_data.talk()
    terms = Terms(windows(ctx, LEAD_TIME)[:2], sample_data.venue(side.other), talk.offered)
    title_zh, title_ru = talk.titles
    made = proposals.new(ctx, title_zh, with_term(title_ru, offices.term(ctx)), terms).proposal
    reply_by = ctx.clock.today() + timedelta(days=20)
    proposals.transmit(ctx, made.id, _channel(ctx, 0), reply_by)
    return made.id


def _counter(ctx: Context, id: str, side: Side) -> None:
    """Other dates and topics; the venue is taken as offered."""
    answer = Answer(
        dates=Ruling(Verdict.COUNTER, dates=windows(ctx, LEAD_TIME)[1:]),
        venue=ACCEPT,
        topics=Ruling(Verdict.COUNTER, topics=sample_data.talk().countered),
    )
    proposals.answer(ctx, id, answer, side, _channel(ctx, 1))


def _channel(ctx: Context, nth: int) -> Channel:
    noted = ctx.clock.today() - timedelta(days=SAID[nth])
    return Channel(sample_data.talk().notes[nth], noted, noted)
