"""The dates an offer names, weighed by the planner's measure, and better ones nearby.

A proposal's dates are judged as a plan would judge them: each option has its
cost taken apart, also where no plan would place a meeting, and then with what
speaks against it. An extraordinary consultation stands outside the
alternation (Art. 5(4)), so no gap is counted for it; a proposal about a round
(rule 10) pays for the gaps to its neighbours like any plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from consultations_gui.domain.consultation import Consultation, Dates, Kind, Status
from consultations_gui.domain.decree_effects import meeting_days
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Fact, FreeRound, PlanRequest, RoundCost, Wishes
from consultations_gui.domain.planner_ground import Ground
from consultations_gui.domain.planner_rounds import Slot, chain
from consultations_gui.domain.planner_top import Opening, openings
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.troubles import troubles
from consultations_gui.domain.workdays import FIRST_YEAR, LAST_YEAR, WorkCalendar

NEARBY = timedelta(weeks=8)
"""How far from the proposed dates better ones are looked for."""
APART = 7
"""Days between the starts of two places that are told apart."""


class SoundingReason(StrEnum):
    """What else speaks against the dates of an offer, beside a meeting's own troubles."""

    CLASH = "clash"
    """Meeting ``id`` stands on one of these days. Args: id."""
    OUT_OF_ORDER = "out_of_order"
    """The round would change places with round ``id``. Args: id."""


@dataclass(frozen=True)
class Sounding:
    """Dates weighed: the cost taken apart, what speaks against them, and their neighbours.

    ``following`` is what the gap from here costs the round after. ``before``
    and ``after`` are the nearest meetings with exact days, if any.
    """

    dates: Dates
    cost: RoundCost
    following: int = 0
    against: tuple[Reason, ...] = ()
    before: Consultation | None = None
    after: Consultation | None = None

    @property
    def total(self) -> int:
        """All that depends on these dates, in points."""
        return self.cost.total + self.following

    @property
    def good(self) -> bool:
        """A plan could place the meeting here."""
        return not self.against


@dataclass(frozen=True)
class Survey:
    """The options of an offer weighed, in their order, and cheaper places nearby, best first.

    An option is ``None`` where no calendar is kept for its year.
    """

    options: tuple[Sounding | None, ...]
    better: tuple[Sounding, ...]


def survey(
    subject: Consultation,
    options: Sequence[Dates],
    consultations: Iterable[Consultation],
    calendars: Mapping[Side, WorkCalendar],
    wishes: Wishes,
    today: date,
    count: int,
) -> Survey:
    """Weigh ``options`` for ``subject``, and find up to ``count`` cheaper places nearby.

    ``subject`` is the round the proposal is about, or the consultation it
    would make, at the venue proposed. ``calendars`` hold every year of
    :func:`years` and one more at each end.
    """
    desk = _Desk(subject, tuple(consultations), calendars, wishes, today)
    weighed = tuple(desk.weigh(option) if in_calendars(option) else None for option in options)
    found = desk.better(options, weighed, count) if options else ()
    return Survey(weighed, found)


def years(options: Sequence[Dates]) -> tuple[int, int] | None:
    """The first and the last year a survey of ``options`` looks at, or none."""
    known = [option for option in options if in_calendars(option)]
    if not known:
        return None
    first = (min(option.start for option in known) - NEARBY).year
    last = (max(option.end for option in known) + NEARBY).year
    return max(first, FIRST_YEAR), min(last, LAST_YEAR)


def in_calendars(dates: Dates) -> bool:
    """Whether calendars are kept for these dates."""
    return dates.start.year >= FIRST_YEAR and dates.end.year <= LAST_YEAR


@dataclass(frozen=True)
class _Desk:
    """All a survey reckons with."""

    subject: Consultation
    consultations: tuple[Consultation, ...]
    calendars: Mapping[Side, WorkCalendar]
    wishes: Wishes
    today: date

    def weigh(self, option: Dates) -> Sounding:
        """One option, be a meeting possible then or not."""
        request = self._request(option.start.year, option.days)
        slots = chain(request)
        ground = Ground(request, self.calendars)
        at = next(i for i, slot in enumerate(slots) if slot.fact is None)
        start = ground.offset(option.start)
        gap = following = 0
        if at:
            gap = self._missed(slots[at - 1], slots[at], option)
        if at + 1 < len(slots) and slots[at + 1].counted:
            following = request.wishes.weights.gap * self._missed(slots[at], slots[at + 1], option)
        cost = ground.weigh(slots[at], start).cost(request.wishes, gap)
        return self._sounding(option, cost, following, tuple(self._against(option)))

    def better(
        self, options: Sequence[Dates], weighed: Sequence[Sounding | None], count: int
    ) -> tuple[Sounding, ...]:
        """Places nearby that cost less than every option that would do."""
        limit = min((one.total for one in weighed if one and one.good), default=None)
        days = options[0].days
        places = [
            place
            for place in self._places(options, days)
            if (limit is None or place.total < limit) and self._free(place)
        ]
        first = options[0].start
        places.sort(key=lambda one: (one.total, abs((one.start - first).days), one.start))
        chosen: list[Opening] = []
        for place in places:
            if all(abs((place.start - one.start).days) >= APART for one in chosen):
                chosen.append(place)
            if len(chosen) == count:
                break
        return tuple(
            self._sounding(Dates(one.start, one.end), one.cost, one.following) for one in chosen
        )

    def _places(self, options: Sequence[Dates], days: int) -> Iterator[Opening]:
        span = years(options)
        if span is None:
            return
        first = min(option.start for option in options) - NEARBY
        last = max(option.end for option in options) + NEARBY
        for year in range(span[0], span[1] + 1):
            request = self._request(year, days)
            number = self.subject.number or 1
            for place in openings(request, self.calendars, number, {}):
                if first <= place.start and place.end <= last:
                    yield place

    def _free(self, place: Opening) -> bool:
        return not self._clashes(Dates(place.start, place.end))

    def _sounding(
        self, dates: Dates, cost: RoundCost, following: int, against: tuple[Reason, ...] = ()
    ) -> Sounding:
        dated = [(one.dates, one) for one in self._others if one.dates is not None]
        before = [one for when, one in dated if when.end < dates.start]
        after = [one for when, one in dated if when.start > dates.end]
        return Sounding(
            dates,
            cost,
            following,
            against,
            before=max(before, key=_end, default=None),
            after=min(after, key=_start, default=None),
        )

    def _against(self, option: Dates) -> Iterator[Reason]:
        asked = replace(self.subject, dates=option, status=Status.TENTATIVE)
        for trouble in troubles((asked,), self.calendars, self.wishes, self.today):
            yield from trouble.reasons
        for one in self._clashes(option):
            yield Reason.of(SoundingReason.CLASH, id=one.id)
        before, after = self._neighbours
        if before is not None and option.start <= before.end:
            yield Reason.of(SoundingReason.OUT_OF_ORDER, id=f"R{before.number}")
        if after is not None and option.end >= after.start:
            yield Reason.of(SoundingReason.OUT_OF_ORDER, id=f"R{after.number}")

    def _clashes(self, dates: Dates) -> tuple[Consultation, ...]:
        return tuple(
            one
            for one in self._others
            if one.dates and one.dates.start <= dates.end and one.dates.end >= dates.start
        )

    @cached_property
    def _others(self) -> tuple[Consultation, ...]:
        """Every other meeting that stands on exact days."""
        return tuple(
            one
            for one in self.consultations
            if one.live and one.uid != self.subject.uid and meeting_days(one)
        )

    @cached_property
    def _neighbours(self) -> tuple[Fact | None, Fact | None]:
        """The regular rounds before and after by number that have exact days."""
        number = self.subject.number
        if self.subject.kind is not Kind.REGULAR or number is None:
            return None, None
        facts = [
            Fact(one.number, one.host, one.dates.start, one.dates.end, one.venue.city)
            for one in self._others
            if one.kind is Kind.REGULAR and one.number and one.dates
        ]
        before = [fact for fact in facts if fact.number < number]
        after = [fact for fact in facts if fact.number > number]
        return (
            max(before, key=lambda fact: fact.number, default=None),
            min(after, key=lambda fact: fact.number, default=None),
        )

    def _request(self, year: int, days: int) -> PlanRequest:
        """A plan of one year in which this meeting alone is free."""
        facts = tuple(fact for fact in self._neighbours if fact is not None)
        wishes = self.wishes
        if self.subject.kind is not Kind.REGULAR:
            wishes = replace(wishes, weights=replace(wishes.weights, gap=0))
        taken = sum(fact.start.year == year for fact in facts)
        subject = self.subject
        return PlanRequest(
            first_year=year,
            years=1,
            today=self.today,
            next_number=1,
            next_host=subject.host or Side.CN,
            wishes=replace(wishes, rounds=taken + 1),
            facts=facts,
            free=(FreeRound(subject.number or 1, subject.host, days, subject.venue.city),),
        )

    def _missed(self, before: Slot, after: Slot, option: Dates) -> int:
        """Days by which the distance between two rounds of the chain misses the wished one."""
        first = before.fact.start if before.fact else option.start
        second = after.fact.start if after.fact else option.start
        return abs((second - first).days - self.wishes.gap)


def _start(one: Consultation) -> date:
    return meeting_days(one)[0]


def _end(one: Consultation) -> date:
    return meeting_days(one)[-1]
