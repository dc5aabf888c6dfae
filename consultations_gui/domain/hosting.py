"""Who hosts, changed by agreement: a venue out of turn, and two rounds that exchange hosts.

Both are allowed whatever the order says, with both sides' recorded consent.
A round then counts for the side that actually hosts it, unless recorded
otherwise; what follows in the order is the ledger's to say.
"""

from __future__ import annotations

from dataclasses import replace

from consultations_gui.domain.consultation import Consultation, TurnRecord, TurnUse
from consultations_gui.domain.consultation_rules import Action, next_status, revised
from consultations_gui.domain.errors import (
    BasisMissingError,
    ConsentMissingError,
    NothingToSwapError,
)
from consultations_gui.domain.parties import Side, Venue
from consultations_gui.domain.rotation_walk import place


def out_of_turn(one: Consultation, venue: Venue, record: TurnRecord) -> Consultation:
    """``one`` is held at ``venue``, whoever's turn it is, as ``record`` says.

    The Party in whose country the venue lies receives; elsewhere and online
    the host stays who it was.

    Raises:
        WrongStatusError: it was held or cancelled.
        VenueIncompleteError: no city and not online.
        ConsentMissingError, BasisMissingError: see :func:`require_agreed`.
    """
    next_status(one, Action.RELOCATE)
    venue.require_complete()
    require_agreed(one, record)
    return revised(one, replace(one, venue=venue, host=venue.side or one.host, turn=record))


def swapped(
    first: Consultation, second: Consultation, record: TurnRecord, *, keep_order: bool
) -> tuple[Consultation, Consultation]:
    """The two rounds with hosts and venues exchanged.

    Each counts for the side that hosts it now; with ``keep_order`` each still
    uses the turn it had, so that what comes after them stays as it was.
    ``record`` brings basis and consents; its use of the turn is not looked at.

    Raises:
        WrongStatusError: one of them was held or cancelled.
        NothingToSwapError: the same round twice, one without a host country,
            or both with the same.
        ConsentMissingError, BasisMissingError: see :func:`require_agreed`.
    """
    for one in (first, second):
        next_status(one, Action.RELOCATE)
    places = place(first), place(second)
    if None in places or places[0] is places[1]:
        raise NothingToSwapError(id=first.id, other=second.id)
    require_agreed(first, record)
    return (
        _hosted_as(first, second, record, places[0] if keep_order else None),
        _hosted_as(second, first, record, places[1] if keep_order else None),
    )


def require_agreed(one: Consultation, record: TurnRecord) -> None:
    """Refuse a record that not both sides have consented to, or that rests on nothing.

    Raises:
        ConsentMissingError: the consent of a side is not on record.
        BasisMissingError: no note, protocol or decision is named.
    """
    given = {Side.CN: record.consent_cn, Side.RU: record.consent_ru}
    missing = tuple(side.value for side in Side if not given[side])
    if missing:
        raise ConsentMissingError(id=one.id, sides=missing)
    if not record.basis.strip():
        raise BasisMissingError(id=one.id)


def _hosted_as(
    one: Consultation, other: Consultation, record: TurnRecord, turn: Side | None
) -> Consultation:
    """``one`` where ``other`` was to be, on the turn of ``turn`` (``None``: of its new host)."""
    use = TurnUse(turn.value) if turn else TurnUse.AUTO
    after = replace(one, host=other.host, venue=other.venue, turn=replace(record, use=use))
    return revised(one, after)
