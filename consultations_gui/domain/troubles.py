"""When a notice, a blackout or the time left makes recorded dates bad, and the nearest repairs.

Nothing moves by itself: a trouble says what is wrong with the dates of a
meeting still to come, a repair where it could go instead while every other
round stays where it is. Both follow the planner's hard conditions, see
:mod:`consultations_gui.domain.planner`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.decree_effects import meeting_days, travel_days
from consultations_gui.domain.footing import WATCHED
from consultations_gui.domain.parties import Side
from consultations_gui.domain.placing import neighbours
from consultations_gui.domain.planner import Fact, FreeRound, PlanRequest, Wishes
from consultations_gui.domain.planner_top import Opening, openings
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.workdays import LAST_YEAR, WorkCalendar

__all__ = ["WATCHED", "Trouble", "TroubleReason", "repairs", "troubles"]


class TroubleReason(StrEnum):
    """What is wrong with the dates of a meeting."""

    DAYS_OFF = "days_off"
    """``days`` meeting days are off for ``side``, ``day`` the first. Args: side, days, day."""
    BLACKOUT = "blackout"
    """``side`` cannot meet on ``days`` of them, ``day`` the first. Args: side, days, day."""
    TRAVEL_BLACKOUT = "travel_blackout"
    """``side`` cannot travel on ``days`` of its travel days. Args: side, days, day."""
    TOO_SOON = "too_soon"
    """It is not confirmed and starts in ``days``, ``wished`` are needed. Args: days, wished."""


@dataclass(frozen=True)
class Trouble:
    """A meeting whose dates no plan would give it any more, and why."""

    consultation: Consultation
    reasons: tuple[Reason, ...]


def troubles(
    consultations: Iterable[Consultation],
    calendars: Mapping[Side, WorkCalendar],
    wishes: Wishes,
    today: date,
) -> tuple[Trouble, ...]:
    """The meetings still to come whose dates are bad, in the order given.

    A date known by its month only is not looked at, nor is one that is over.
    """
    found = []
    for one in consultations:
        days = meeting_days(one)
        if one.status in WATCHED and days and days[-1] >= today:
            reasons = tuple(_reasons(one, days, calendars, wishes, today))
            if reasons:
                found.append(Trouble(one, reasons))
    return tuple(found)


def _reasons(
    one: Consultation,
    days: Sequence[date],
    calendars: Mapping[Side, WorkCalendar],
    wishes: Wishes,
    today: date,
) -> Iterator[Reason]:
    for side in Side:
        off = [day for day in days if not calendars[side].day(day).working]
        yield from _on(TroubleReason.DAYS_OFF, side, off)
    for side in Side:
        yield from _on(TroubleReason.BLACKOUT, side, _dark(days, side, wishes))
    if one.host is not None:
        visitors = one.host.other
        travel = _dark(travel_days(one, wishes), visitors, wishes)
        yield from _on(TroubleReason.TRAVEL_BLACKOUT, visitors, travel)
    left = (days[0] - today).days
    if one.status is not Status.CONFIRMED and left < wishes.notice:
        yield Reason.of(TroubleReason.TOO_SOON, days=max(left, 0), wished=wishes.notice)


def _on(code: TroubleReason, side: Side, days: Sequence[date]) -> Iterator[Reason]:
    if days:
        yield Reason.of(code, side=side, days=len(days), day=days[0])


def _dark(days: Iterable[date], side: Side, wishes: Wishes) -> list[date]:
    """Those days that lie in a blackout of ``side``."""
    own = [one for one in wishes.blackouts if one.side is side]
    return [day for day in days if any(one.start <= day <= one.end for one in own)]


def repairs(
    one: Consultation,
    consultations: Iterable[Consultation],
    calendars: Mapping[Side, WorkCalendar],
    wishes: Wishes,
    today: date,
    count: int,
) -> tuple[Opening, ...]:
    """The ``count`` places nearest to where the meeting stands now, the cheaper of equals first.

    Every other round stays. A place is sought in the meeting's own year and,
    where there is none, in the next. ``calendars`` hold the year before, both
    years and the one after. Empty for a meeting without exact dates.
    """
    days = meeting_days(one)
    if not days:
        return ()
    for year in range(days[0].year, min(days[0].year + 1, LAST_YEAR) + 1):
        places = openings(
            _request(one, consultations, wishes, today, year), calendars, one.number or 1, {}
        )
        if places:
            ranked = sorted(
                places, key=lambda at: (abs((at.start - days[0]).days), at.total, at.start)
            )
            return tuple(ranked[:count])
    return ()


def _request(
    one: Consultation,
    consultations: Iterable[Consultation],
    wishes: Wishes,
    today: date,
    year: int,
) -> PlanRequest:
    """A plan of one year in which this meeting alone is free, and every other round a fact."""
    facts: tuple[Fact, ...] = ()
    if one.kind is Kind.REGULAR and one.number is not None:
        near = neighbours(one.number, consultations)
        facts = tuple(fact for fact in near if fact is not None)
    else:  # no distance to keep from rounds it does not stand among
        wishes = replace(wishes, weights=replace(wishes.weights, gap=0))
    taken = sum(fact.start.year == year for fact in facts)
    return PlanRequest(
        first_year=year,
        years=1,
        today=today,
        next_number=1,
        next_host=one.host or Side.CN,
        wishes=replace(wishes, rounds=taken + 1),
        facts=facts,
        free=(FreeRound(one.number or 1, one.host, len(meeting_days(one)), one.venue.city),),
    )
