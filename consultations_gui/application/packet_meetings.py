"""What ties a packet to the meetings of a register: the round it is about, and Article 6."""

from __future__ import annotations

from consultations_gui.application.ports import UnitOfWork
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.consultation import Kind
from consultations_gui.domain.errors import (
    PacketRoundUnknownError,
    PermissionMissingError,
    RoundNotSharedError,
)
from consultations_gui.domain.packet import About
from consultations_gui.domain.proposal import Proposal, Standing
from consultations_gui.domain.proposal_rules import fold
from consultations_gui.domain.protection import withheld


def shared(uow: UnitOfWork, proposal: Proposal) -> About:
    """What the proposal is about, by a name both registers know.

    Raises:
        RoundNotSharedError: a meeting without number that no proposal led to.
    """
    if not proposal.about:
        return About()
    meeting = uow.consultations.get(proposal.about)
    if meeting.number is not None:
        return About(round=meeting.number)
    if meeting.proposal:
        return About(proposal=uow.proposals.get(meeting.proposal).uid)
    raise RoundNotSharedError(id=proposal.id, round=meeting.id)


def local(uow: UnitOfWork, about: About) -> str:
    """The ID that what a packet is about has in this register; empty for nothing.

    Raises:
        PacketRoundUnknownError: this register does not have it.
    """
    if about.round is not None:
        id = f"{Kind.REGULAR.letter}{about.round}"
        if uow.consultations.find(id) is None:
            raise PacketRoundUnknownError(round=id)
        return id
    if not about.proposal:
        return ""
    begun = find(uow, about.proposal)
    convened = fold(begun.events).consultation if begun else ""
    if not convened:
        raise PacketRoundUnknownError(round=about.proposal)
    return convened


def find(uow: UnitOfWork, uid: str) -> Proposal | None:
    """The proposal with this UUID, if it is on record."""
    return next((one for one in uow.proposals.all() if one.uid == uid), None)


def withheld_topics(
    uow: UnitOfWork, proposal: Proposal, standing: Standing
) -> tuple[tuple[str, tuple[AgendaItem, ...]], ...]:
    """The items that keep the proposal here, by the ID of the agenda they stand on (Art. 6).

    Topics carry no marking of their own. The agenda of the round they are
    about, or of the meeting they led to, does.
    """
    topics = [topic for offer in standing.offers for topic in offer.terms.topics]
    texts = {text for topic in topics for text in (topic.zh, topic.ru) if text}
    found = []
    for id in (proposal.about, standing.consultation):
        agenda = uow.agendas.find(id) if id else None
        items = withheld(agenda) if agenda else ()
        named = tuple(item for item in items if {item.text.zh, item.text.ru} & texts)
        if named:
            found.append((id, named))
    return tuple(found)


def require_permitted_topics(uow: UnitOfWork, proposal: Proposal, standing: Standing) -> None:
    """Refuse to let a topic out that is restricted where it stands on an agenda (Art. 6).

    Raises ``PermissionMissingError``.
    """
    for id, items in withheld_topics(uow, proposal, standing):
        raise PermissionMissingError(id=id, uids=tuple(item.uid for item in items))
