"""Proposals as two secretariats would have them in November 2026, recorded by one of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from consultations_gui.application import proposals
from consultations_gui.application.ports import Context
from consultations_gui.domain.consultation import Dates
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.proposal import (
    Answer,
    Channel,
    Ruling,
    Terms,
    Topic,
    Verdict,
)
from consultations_gui.domain.proposal_terms import ACCEPT, DECLINE
from tests.application.fakes import FakeClock

FEBRUARY = Dates(date(2027, 2, 16), date(2027, 2, 17))
MARCH = Dates(date(2027, 3, 2), date(2027, 3, 3))
LATER = Dates(date(2027, 3, 8), date(2027, 3, 9))
MOSCOW, DALIAN = Venue("RU", "Moscow"), Venue("CN", "Dalian")
CERT = Topic(
    "计算机应急响应机构信息通报机制",
    "О механизме оповещения между группами реагирования на компьютерные инциденты",
    45,
)
CERT_AGAIN = Topic(
    "计算机应急响应机构技术交流与通报机制",
    "О механизме технического обмена и оповещения между группами реагирования на "
    "компьютерные инциденты",
    60,
)
THREATS = Topic("交流新的威胁情况", "Обмен данными о новых угрозах", 45)
INFRASTRUCTURE = Topic(
    "关键信息基础设施安全", "О безопасности критической информационной инфраструктуры", 60
)
TRAINING = Topic("人员培训", "О подготовке кадров", 30)
TOPICS = (THREATS, INFRASTRUCTURE, CERT, TRAINING)


def counter(**content: object) -> Ruling:
    return Ruling(Verdict.COUNTER, **content)  # type: ignore[arg-type]  # fields by name


def accept(option: int) -> Ruling:
    return Ruling(Verdict.ACCEPT, option=option)


def fill(ctx: Context, clock: FakeClock) -> None:
    """P2 of four offers, one that waits for the other side, a draft, an agreed one, a declined."""
    _declined(ctx, clock)
    _four_offers(ctx, clock)
    _unanswered(ctx, clock)
    _agreed(ctx, clock)
    proposals.new(
        ctx,
        "关于软件供应链安全的非例行磋商",
        "",
        Terms((), Venue(), (Topic("软件供应链安全", "", None),)),
        by=Side.CN,
    )
    clock.moment = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def _at(clock: FakeClock, month: int, day: int, hour: int = 8) -> None:
    clock.moment = datetime(2026, month, day, hour, 0, tzinfo=UTC)


def _note(number: str, month: int, day: int, received: int | None = None) -> Channel:
    got = date(2026, month, received) if received else None
    return Channel(number, date(2026, month, day), got)


def _declined(ctx: Context, clock: FakeClock) -> None:
    _at(clock, 9, 1)
    made = proposals.new(
        ctx,
        "关于选举信息系统安全的非例行磋商",
        "Внеочередные консультации о безопасности избирательных систем",
        Terms((Dates(date(2026, 12, 1), date(2026, 12, 1)),), Venue(online=True), (THREATS,)),
        by=Side.RU,
    )
    proposals.transmit(ctx, made.proposal.id, _note("1980", 9, 1))
    _at(clock, 9, 15)
    answer = Answer(DECLINE, DECLINE, DECLINE)
    proposals.answer(ctx, made.proposal.id, answer, Side.CN, _note("97", 9, 15))


def _four_offers(ctx: Context, clock: FakeClock) -> None:
    _at(clock, 10, 2)
    terms = Terms((FEBRUARY, MARCH, LATER), MOSCOW, TOPICS)
    made = proposals.new(
        ctx,
        "关于事件响应的非例行磋商",
        "Внеочередные консультации по реагированию на инциденты",
        terms,
        by=Side.RU,
    )
    id = made.proposal.id
    _at(clock, 10, 6)
    proposals.transmit(ctx, id, _note("2013", 10, 2, 6), date(2026, 10, 30))
    _at(clock, 10, 22)
    answer = Answer(counter(dates=(FEBRUARY, MARCH)), counter(venue=DALIAN), ACCEPT)
    proposals.answer(ctx, id, answer, Side.CN, _note("112", 10, 20, 22), date(2026, 11, 10))
    _at(clock, 10, 30)
    answer = Answer(counter(dates=(MARCH, LATER)), ACCEPT, ACCEPT)
    proposals.answer(ctx, id, answer, Side.RU, _note("2029", 10, 28, 30), date(2026, 11, 15))
    _at(clock, 11, 11)
    topics = (THREATS, INFRASTRUCTURE, CERT_AGAIN, TRAINING)
    answer = Answer(accept(1), ACCEPT, counter(topics=topics))
    proposals.answer(ctx, id, answer, Side.CN, _note("118", 11, 9, 11), date(2026, 11, 26))


def _unanswered(ctx: Context, clock: FakeClock) -> None:
    _at(clock, 11, 2)
    made = proposals.new(
        ctx,
        "关于人工智能滥用的非例行磋商",
        "Внеочередные консультации о злоупотреблении искусственным интеллектом",
        Terms((LATER, MARCH), Venue("CN", "Shanghai"), (THREATS, TRAINING)),
        by=Side.CN,
    )
    proposals.transmit(ctx, made.proposal.id, _note("115", 11, 2), date(2026, 11, 16))


def _agreed(ctx: Context, clock: FakeClock) -> None:
    _at(clock, 11, 3)
    made = proposals.new(
        ctx,
        "关于威胁通报的非例行磋商",
        "Внеочередные консультации об оповещении об угрозах",
        Terms((MARCH,), Venue(online=True), (THREATS,)),
        by=Side.RU,
    )
    proposals.transmit(ctx, made.proposal.id, _note("2041", 11, 3))
    _at(clock, 11, 12)
    answer = Answer(accept(1), ACCEPT, ACCEPT)
    proposals.answer(ctx, made.proposal.id, answer, Side.CN, _note("120", 11, 12))
