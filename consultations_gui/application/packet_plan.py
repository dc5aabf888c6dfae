"""What writing a packet would hand over, shown before it is done. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.application import offices
from consultations_gui.application.packet_meetings import shared, withheld_topics
from consultations_gui.application.packet_options import terms_to_show
from consultations_gui.application.packet_papers import note_due
from consultations_gui.application.ports import Context
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.errors import NotTransmittedError
from consultations_gui.domain.keys import OfficeKey, active
from consultations_gui.domain.notes import NoteStep
from consultations_gui.domain.packet_compare import held
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Event, Proposal, Standing, Terms
from consultations_gui.domain.proposal_rules import fold


@dataclass(frozen=True)
class PlannedPacket:
    """What a packet would hold now, and for whom.

    ``recipient`` is the other side, ``sequence`` the packet's number,
    ``events`` the steps that go with it, ``calendar`` the terms whose dates
    its calendar file holds (``None``: there is none). ``note`` is the step our
    note is about, where it goes with the packet. ``key`` is the office's
    own; ``None`` while it has to be made. ``withheld`` are restricted items,
    by the ID of their agenda, that keep it here until the originator permits.
    """

    proposal: Proposal
    standing: Standing
    sender: Side
    sequence: int
    events: tuple[Event, ...]
    calendar: Terms | None
    note: NoteStep | None
    key: OfficeKey | None
    withheld: tuple[tuple[str, tuple[AgendaItem, ...]], ...]

    @property
    def recipient(self) -> Side:
        """For whom it is."""
        return self.sender.other

    @property
    def name(self) -> str:
        """A file name that tells the packets of both offices apart."""
        return f"{self.proposal.id}-{self.sender}-{self.sequence}.consult"


def planned(ctx: Context, id: str) -> PlannedPacket:
    """What :func:`packets.write` would hand over now.

    Raises:
        NotFoundError, OfficeNotSetError; NotTransmittedError: a draft stays here.
        RoundNotSharedError: it is about a meeting the other register has no name for.
    """
    with ctx.work() as uow:
        office = offices.own(uow)
        proposal = uow.proposals.get(id)
        standing = fold(proposal.events)
        if standing.current is None:
            raise NotTransmittedError(id=id, state=standing.state.value)
        shared(uow, proposal)
        return PlannedPacket(
            proposal=proposal,
            standing=standing,
            sender=office.side,
            sequence=proposal.post.sent + 1,
            events=tuple(sorted(held(proposal), key=lambda event: event.at)),
            calendar=terms_to_show(uow, standing),
            note=note_due(proposal, office.side),
            key=active(office.keys, office.side),
            withheld=withheld_topics(uow, proposal, standing),
        )
