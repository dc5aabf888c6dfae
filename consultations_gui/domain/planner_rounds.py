"""Which rounds a plan has: facts and free rounds in one chain by number, each with its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import UnknownPinError
from consultations_gui.domain.parties import CAPITALS, Side
from consultations_gui.domain.planner import Fact, FreeRound, PlanRequest
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation_reasons import RotationReason

LONGEST = 60
"""No run of common working days is this long; a longer round has no place either."""


@dataclass(frozen=True)
class Slot:
    """One round of the chain.

    ``year`` is the calendar year it starts in, ``days`` its length; a fact
    carries ``fact``. ``counted`` tells that it starts in the horizon and so
    pays for its gap.
    """

    number: int
    host: Side | None
    year: int
    days: int
    city: str
    counted: bool = True
    fact: Fact | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def visitors(self) -> Side | None:
        """The side that travels; ``None`` if neither hosts."""
        return self.host.other if self.host else None


def chain(request: PlanRequest) -> tuple[Slot, ...]:
    """Every round the plan is about, by number.

    Each year gets the free rounds its facts leave room for; the first free
    rounds by number go to the first year. A fact outside the horizon stays
    only where it is the neighbour of a round inside: the first gap starts
    from it, and order binds it.
    """
    slots = sorted((*_facts(request), *_free(request)), key=lambda slot: slot.number)
    inside = [index for index, slot in enumerate(slots) if slot.counted]
    return tuple(slots[max(0, inside[0] - 1) : inside[-1] + 2])


def require_pins(request: PlanRequest) -> None:
    """Raise :class:`UnknownPinError` for a pin on a round that is not free in the plan."""
    free = {slot.number for slot in chain(request) if slot.fact is None}
    for number, _ in request.pins:
        if number not in free:
            raise not_placed(request, number)


def not_placed(request: PlanRequest, number: int) -> UnknownPinError:
    """Why round ``number`` cannot be asked for: it is not free in the plan."""
    free = tuple(slot.number for slot in chain(request) if slot.fact is None)
    stands = any(fact.number == number for fact in request.facts)
    return UnknownPinError(number=number, placed=free, stands=stands)


def _facts(request: PlanRequest) -> Iterator[Slot]:
    for fact in request.facts:
        yield Slot(
            fact.number,
            fact.host,
            fact.start.year,
            (fact.end - fact.start).days + 1,
            fact.city,
            counted=request.covers(fact.start),
            fact=fact,
            reasons=fact.reasons,
        )


def _free(request: PlanRequest) -> Iterator[Slot]:
    """The free rounds with their years: those recorded by number, then new ones."""
    facts = Counter(fact.start.year for fact in request.facts)
    rounds = _numbered(request)
    for year in range(request.first_year, request.last_year + 1):
        for _ in range(request.wishes.rounds - facts[year]):
            one = next(rounds)
            days = min(one.days or request.wishes.days, LONGEST)
            yield Slot(one.number, one.host, year, days, one.city, reasons=one.reasons)


def _numbered(request: PlanRequest) -> Iterator[FreeRound]:
    """Free rounds without end: the recorded ones by number, then new ones alternating onward."""
    yield from sorted(request.free, key=lambda one: one.number)
    number, host, reasons = request.next_number, request.next_host, request.next_reasons
    while True:
        yield FreeRound(number, host, city=CAPITALS[host], reasons=reasons)
        follows = {"id": f"R{number}", "used": host, "side": host.other, "status": Status.PLANNED}
        reasons = (Reason.of(RotationReason.ALTERNATES, **follows),)
        number, host = number + 1, host.other
