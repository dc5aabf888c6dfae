"""Whose turn it is to host, from the part of the ledger that decides it.

The ledger of thousands of meetings need not be walked for that: who is next
follows from the last round whose turn counted and from what came after it.
So only the end of the ledger is read, and more of it where that is not enough.
The answers are those of ``rotation`` over the whole register.
"""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.application.ports import UnitOfWork
from consultations_gui.domain.consultation import Consultation, Kind, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.rotation import LedgerEntry, NextHost, host_for, ledger

WINDOW = 12
"""Rounds read at first: six years of two a year."""


@dataclass(frozen=True)
class Turn:
    """The host of one round, with reasons, and the last entries before it that used a turn."""

    next: NextHost
    recent: tuple[LedgerEntry, ...]


def turn_of(uow: UnitOfWork, first_host: Side, number: int | None = None, recent: int = 4) -> Turn:
    """Whose turn round ``number`` is (``None``: the next to be given a number), and why.

    ``recent`` is how many earlier entries that used a turn are wanted.
    """
    limit = WINDOW
    while True:
        found = uow.consultations.rounds(number, limit)
        whole = sum(one.kind is Kind.REGULAR for one in found) < limit
        turn = _turn(found, first_host, number, recent, whole=whole)
        if turn is not None:
            return turn
        limit *= 4


def balance(uow: UnitOfWork, first_host: Side) -> tuple[int, int]:
    """Turns used by meetings held, as (China, Russia)."""
    held = [pair for pair in uow.consultations.alike() if pair[0].status is Status.HELD]
    if any(_nowhere(one) for one, _ in held):
        # Nobody knows where it was held, so its turn hangs on those before it.
        return ledger(uow.consultations.all(), first_host).balance
    turns = [(ledger([one], first_host).entries[0].turn, count) for one, count in held]
    cn, ru = (sum(count for turn, count in turns if turn is side) for side in Side)
    return cn, ru


def _nowhere(one: Consultation) -> bool:
    return one.host is None and not (one.venue.country or one.venue.online)


def _turn(
    found: tuple[Consultation, ...],
    first_host: Side,
    number: int | None,
    recent: int,
    *,
    whole: bool,
) -> Turn | None:
    """The answer from these last meetings, or ``None`` if the walk must begin further back."""
    part = ledger(found, first_host)
    counted = [e for e in _before(part.entries, number) if e.turn is not None]
    if not whole:
        # Past the first round whose turn is plain from itself, nothing earlier plays a part.
        plain = next((n for n, e in enumerate(counted) if _plain(e)), len(counted))
        counted = counted[plain + 1 :]
        if len(counted) < max(recent, 1):
            return None
    host = part.next if number is None else host_for(found, first_host, number)
    return Turn(host, tuple(counted[max(len(counted) - recent, 0) :]))


def _before(entries: tuple[LedgerEntry, ...], number: int | None) -> tuple[LedgerEntry, ...]:
    """The entries that stand before round ``number``."""
    if number is None:
        return entries
    for at, entry in enumerate(entries):
        if entry.number is not None and entry.number >= number:
            return entries[:at]
    return entries


def _plain(entry: LedgerEntry) -> bool:
    """A dated round at a Party: its turn, and what follows from it, is known from itself."""
    return entry.number is not None and entry.dates is not None and entry.host is not None
