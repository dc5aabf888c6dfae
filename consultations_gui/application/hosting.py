"""Hosts changed by agreement of both sides: recorded with its basis, each as one step."""

from __future__ import annotations

from consultations_gui.application import offices
from consultations_gui.application.journal import change
from consultations_gui.application.ledger import first_host
from consultations_gui.application.places import settled
from consultations_gui.application.ports import Context
from consultations_gui.domain import hosting, rotation
from consultations_gui.domain.consultation import Consultation, TurnRecord
from consultations_gui.domain.parties import Venue
from consultations_gui.domain.rotation import Ledger


def host_out_of_turn(ctx: Context, id: str, venue: Venue, record: TurnRecord) -> Consultation:
    """Hold round ``id`` at ``venue`` though another side is due, as both sides agreed.

    Raises:
        NotFoundError: no such meeting.
        UnknownCityZoneError, CityElsewhereError: see ``places.settled``.
        WrongStatusError, VenueIncompleteError, ConsentMissingError, BasisMissingError:
            see ``hosting.out_of_turn``.
    """
    with change(ctx, "consultation.venue") as step:
        before = step.uow.consultations.get(id)
        where = settled(offices.book(step.uow), venue)
        return step.replace(before, hosting.out_of_turn(before, where, record))


def swap_hosts(
    ctx: Context, first: str, second: str, record: TurnRecord, *, keep_order: bool = False
) -> tuple[Consultation, Consultation]:
    """Let two rounds exchange hosts and venues, as both sides agreed.

    Raises:
        NotFoundError: no such meeting.
        WrongStatusError, NothingToSwapError, ConsentMissingError, BasisMissingError:
            see ``hosting.swapped``.
    """
    with change(ctx, "consultation.swap") as step:
        rounds = step.uow.consultations
        pair = rounds.get(first), rounds.get(second)
        one, other = hosting.swapped(*pair, record, keep_order=keep_order)
        return step.replace(pair[0], one), step.replace(pair[1], other)


def after_swap(
    ctx: Context, first: str, second: str, record: TurnRecord, *, keep_order: bool
) -> Ledger:
    """The ledger as it would be after :func:`swap_hosts`; nothing is stored.

    Raises: as :func:`swap_hosts`.
    """
    with ctx.work() as uow:
        rounds = uow.consultations
        changed = hosting.swapped(
            rounds.get(first), rounds.get(second), record, keep_order=keep_order
        )
        kept = (one for one in rounds.all() if one.id not in (first, second))
        return rotation.ledger((*kept, *changed), first_host(uow))
