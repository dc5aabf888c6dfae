"""Whose turn it is to host, and why: the ledger of rounds.

Regular consultations are held "usually twice a year, alternately" in China
and Russia (Art. 5(4)); both are soft, so what departs from them is allowed
and told, never refused. The agreement says no more; the rules below are this
program's, and the first host is a setting:

- the next host is the side that did not host the last round whose turn counted;
- a round uses the turn of the side in whose country it is held, unless both
  sides' consent to something else is on record;
- a postponed round keeps its number, host and place; a cancelled one uses no
  turn and its number is not given again;
- online or in a third country a round uses a turn only by a record of both
  sides; an extraordinary one stands outside unless recorded otherwise;
- a meeting without number stands in the order by its date.

Nothing is ever computed from a round's number alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.reasons import Reason
from consultations_gui.domain.rotation_reasons import RotationReason
from consultations_gui.domain.rotation_walk import (
    LedgerEntry,
    NextHost,
    Walk,
    explained,
    numbered,
    remarkable,
)

__all__ = [
    "USUAL_ROUNDS",
    "Ledger",
    "LedgerEntry",
    "NextHost",
    "RotationReason",
    "explained",
    "host_for",
    "in_order",
    "ledger",
    "remarkable",
]

USUAL_ROUNDS = 2
"""Regular consultations in a usual year (Art. 5(4): 通常每年两次)."""

FIRST_USUAL_YEAR = 2016
"""The first whole year after the agreement was signed (8 May 2015): none before has a usual."""


@dataclass(frozen=True)
class Ledger:
    """Every meeting in order, and what follows from them.

    ``next`` is the host of the next round to be given a number; ``upcoming``
    that of the first regular round recorded but not held yet. ``balance``
    counts the turns used by meetings held, ``ahead`` those of meetings still
    to be held, each as (China, Russia).
    """

    entries: tuple[LedgerEntry, ...]
    next: NextHost
    upcoming: NextHost | None
    balance: tuple[int, int]
    ahead: tuple[int, int]
    warnings: tuple[Reason, ...]

    def recent(self, count: int) -> tuple[LedgerEntry, ...]:
        """The last ``count`` entries that used a turn, in order."""
        counted = [entry for entry in self.entries if entry.turn is not None]
        return tuple(counted[-count:]) if count else ()


def ledger(
    consultations: Iterable[Consultation], first_host: Side, usual: int | None = USUAL_ROUNDS
) -> Ledger:
    """The ledger of ``consultations``, given in any order.

    ``first_host`` hosts the very first round; ``usual`` is how many rounds a
    year are not remarked upon, ``None`` where nothing is agreed about that.
    """
    walk = Walk(first_host)
    entries = tuple(walk.enter(one, ahead) for one, ahead in _with_next_number(consultations))
    return Ledger(
        entries=entries,
        next=NextHost(walk.due, walk.number + 1, walk.why()),
        upcoming=walk.upcoming,
        balance=_balance(entry for entry in entries if entry.status is Status.HELD),
        ahead=_balance(entry for entry in entries if entry.status is not Status.HELD),
        warnings=(
            *(warning for entry in entries for warning in entry.warnings),
            *(_year_warnings(entries, usual) if usual is not None else ()),
        ),
    )


def host_for(consultations: Iterable[Consultation], first_host: Side, number: int) -> NextHost:
    """Whose turn regular round ``number`` is.

    A round in the register answers for itself; one past the last follows by
    alternating onward; one missing in between, or cancelled, by the rounds
    before it.
    """
    walk = Walk(first_host)
    for one, ahead in _with_next_number(consultations):
        found = numbered(one)
        if found is not None and found >= number:
            if found == number and one.live:
                due = walk.due
                entry = walk.enter(one, ahead)
                return NextHost(entry.turn or one.host or due, number, explained(entry))
            break
        walk.enter(one, ahead)
    further = max(0, number - walk.number - 1)
    return NextHost(walk.due if further % 2 == 0 else walk.due.other, number, walk.why())


def in_order(consultations: Iterable[Consultation]) -> Iterator[Consultation]:
    """Regular rounds by number; each other meeting before the first round that starts after it.

    The other meetings of one day stand by their IDs, those without a date last.
    """
    rounds: list[tuple[int, Consultation]] = []
    others: list[tuple[date, Consultation]] = []
    for one in consultations:
        number = numbered(one)
        if number is not None:
            rounds.append((number, one))
        else:
            others.append((one.dates.planning_day if one.dates else date.max, one))
    rounds.sort(key=lambda pair: pair[0])
    others.sort(key=lambda pair: (pair[0], len(pair[1].id), pair[1].id))
    placed = 0
    for _, one in rounds:
        if one.dates is not None:
            while placed < len(others) and others[placed][0] < one.dates.planning_day:
                yield others[placed][1]
                placed += 1
        yield one
    for _, one in others[placed:]:
        yield one


def _with_next_number(
    consultations: Iterable[Consultation],
) -> Iterator[tuple[Consultation, int | None]]:
    """The meetings in order, each with the number of the first regular round after it."""
    ordered = tuple(in_order(consultations))
    ahead: list[int | None] = []
    following: int | None = None
    for one in reversed(ordered):
        ahead.append(following)
        following = numbered(one) or following
    return zip(ordered, reversed(ahead), strict=True)


def _balance(entries: Iterable[LedgerEntry]) -> tuple[int, int]:
    turns = [entry.turn for entry in entries]
    return turns.count(Side.CN), turns.count(Side.RU)


def _year_warnings(entries: tuple[LedgerEntry, ...], usual: int) -> Iterator[Reason]:
    """Years with more rounds than usual, or fewer between the first and the last year.

    Years on end with fewer are told as one.
    """
    counts: dict[int, int] = {}
    for entry in entries:
        counted = entry.kind is not Kind.EXTRAORDINARY and entry.status is not Status.CANCELLED
        if counted and entry.dates is not None:
            year = entry.dates.planning_day.year
            counts[year] = counts.get(year, 0) + 1
    ends = (min(counts, default=0), max(counts, default=0))
    thin: list[int] = []
    for year in range(max(ends[0], FIRST_USUAL_YEAR), ends[1] + 1):
        count = counts.get(year, 0)
        if count < usual and year not in ends:
            thin.append(year)
            continue
        if thin:  # the last year is never thin, so none is left over
            yield _fewer(thin, sum(counts.get(one, 0) for one in thin), usual)
            thin = []
        if count > usual:
            yield Reason.of(RotationReason.MORE_IN_YEAR, year=year, count=count, usual=usual)


def _fewer(years: list[int], count: int, usual: int) -> Reason:
    """One year, or several on end, with fewer rounds than usual: ``count`` in all."""
    if len(years) == 1:
        code = RotationReason.FEWER_IN_YEAR
        return Reason.of(code, year=years[0], count=count, usual=usual)
    span = {"first": years[0], "last": years[-1]}
    return Reason.of(RotationReason.FEWER_IN_YEARS, **span, count=count, usual=usual)
