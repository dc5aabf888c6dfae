"""Packets: what is handed to the other office and what it hands to us (Art. 5(4)).

Writing gives the whole chain of a proposal, each event signed by the office
that recorded it. Reading says what a packet is and what it would change, and
writes nothing; accepting is a decision of its own, kept in the journal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consultations_gui.application import office_keys, offices, packet_meetings, packet_options
from consultations_gui.application.export import write_all
from consultations_gui.application.journal import Change, change
from consultations_gui.application.packet_files import read_file
from consultations_gui.application.packet_papers import note as our_note
from consultations_gui.application.packet_papers import require_papers
from consultations_gui.application.packet_plan import PlannedPacket, planned
from consultations_gui.application.packet_reading import Opened, Reading, examine, opened, weighed
from consultations_gui.application.packet_writing import packed, sealed
from consultations_gui.application.ports import Context, OutFile
from consultations_gui.application.proposals import LETTER
from consultations_gui.domain.errors import NotTransmittedError, PacketChangedError
from consultations_gui.domain.keys import OfficeKey
from consultations_gui.domain.packet import (
    MAX_FILE,
    Chain,
    Manifest,
    Packet,
    PacketStatus,
    require_events,
)
from consultations_gui.domain.packet_compare import held, merged
from consultations_gui.domain.proposal import Proposal
from consultations_gui.domain.proposal_rules import fold

__all__ = [
    "Opened",
    "PlannedPacket",
    "Reading",
    "Written",
    "accept",
    "extract",
    "planned",
    "read",
    "require_papers",
    "verify",
    "write",
]


@dataclass(frozen=True)
class Written:
    """A packet that was written: where, its number, the key it is signed with, its parts."""

    path: Path
    sequence: int
    key: OfficeKey
    parts: tuple[str, ...]


def write(
    ctx: Context, id: str, path: Path, papers: Sequence[Path] = (), *, note: bool = True
) -> Written:
    """Write everything on record of a proposal as a packet for the other office.

    The draft of our ``note`` about the newest step goes with it, if that is
    ours, and so do ``papers``, PDF files. That a packet went out is never undone.

    Raises:
        NotFoundError, OfficeNotSetError; NotTransmittedError: a draft stays here.
        PermissionMissingError: a topic is restricted on its agenda and may not leave (Art. 6).
        RoundNotSharedError: it is about a meeting the other register has no name for.
        PaperNotPdfError, CannotReadError, CannotWriteError, KeyLostError,
        MissingGlyphError; a ``PacketRefusedError`` for more than a packet holds.
    """
    ours = our_note(ctx, id) if note else ()
    files = (*ours, *require_papers(papers, len(ours) + 1))
    with change(ctx, "proposal.packet.write") as step:
        offices.own(step.uow)
        proposal = step.uow.proposals.get(id)
        standing = fold(proposal.events)
        if standing.current is None:
            raise NotTransmittedError(id=id, state=standing.state.value)
        packet_meetings.require_permitted_topics(step.uow, proposal, standing)
        sequence = proposal.post.sent + 1
        step.replace(proposal, replace(proposal, post=replace(proposal.post, sent=sequence)))
        calendar = packet_options.calendar(ctx, step.uow, proposal, standing, step.now)
        with office_keys.at_hand(ctx, step) as key:
            parts = _parts(ctx, step, key, proposal, (*calendar, *files))
            write_all([OutFile(path.name, ctx.archive.pack(parts))], path.parent)
    return Written(path, sequence, key, tuple(part.name for part in parts))


def _parts(
    ctx: Context, step: Change, key: OfficeKey, proposal: Proposal, files: tuple[OutFile, ...]
) -> tuple[OutFile, ...]:
    require_events(len(held(proposal)))
    sign = ctx.keys.signer(key.public)
    chain = Chain(
        uid=proposal.uid,
        title_zh=proposal.title_zh,
        title_ru=proposal.title_ru,
        about=packet_meetings.shared(step.uow, proposal),
        events=sealed(sign, key, proposal),
    )
    manifest = Manifest(
        proposal=proposal.uid,
        sender=key.side,
        key=key.public,
        sequence=proposal.post.sent + 1,
        received=proposal.post.received,
        written=step.now,
        parts=(),
    )
    return packed(sign, manifest, chain, files)


def read(ctx: Context, path: Path) -> Reading:
    """What the packet is and what accepting it would change; writes nothing.

    A file that is refused is told by the reading's status and reason.

    Raises ``CannotReadError``, ``OfficeNotSetError``.
    """
    content = read_file(path, MAX_FILE)
    with ctx.work() as uow:
        return examine(ctx, uow, content)


def verify(ctx: Context, path: Path) -> Opened:
    """The packet, if it is whole and its signatures hold; whose keys they are is not asked.

    Raises ``PacketRefusedError``, ``CannotReadError``.
    """
    return opened(ctx, read_file(path, MAX_FILE))


def extract(ctx: Context, path: Path, folder: Path) -> tuple[Path, ...]:
    """Write the calendar file and the papers of a packet into ``folder``.

    Raises ``PacketRefusedError``, ``CannotReadError``, ``CannotWriteError``.
    """
    files = verify(ctx, path).files
    return write_all([OutFile(Path(file.name).name, file.content) for file in files], folder)


def accept(ctx: Context, path: Path, seen: str = "") -> Reading:
    """Take a new packet's events into the register; a known or superseded one changes nothing.

    ``seen`` is the digest of the packet a person looked at and decided about.
    Returns the reading; with a new packet its ``proposal`` is the one now on record.

    Raises:
        PacketRefusedError: the packet is refused.
        PacketChangedError: the file is not the one that was looked at.
        KeyUnknownError, KeyRevokedError: its key is not trusted.
        CannotReadError, OfficeNotSetError.
    """
    packet = opened(ctx, read_file(path, MAX_FILE)).packet
    if seen and seen != packet.digest:
        raise PacketChangedError(path=str(path))
    with change(ctx, "proposal.packet.accept") as step:
        reading = weighed(step.uow, packet)
        if reading.reason is not None:
            raise reading.reason
        if reading.status is not PacketStatus.NEW:
            return reading
        return replace(reading, proposal=_taken(step, reading.proposal, packet))


def _taken(step: Change, before: Proposal | None, packet: Packet) -> Proposal:
    side = offices.own(step.uow).side
    if before is not None:
        return step.replace(before, merged(before, packet, side))
    blank = Proposal(
        uid=packet.chain.uid,
        id=f"{LETTER}{step.uow.next_number(LETTER)}",
        title_zh=packet.chain.title_zh,
        title_ru=packet.chain.title_ru,
        events=(),
        about=packet_meetings.local(step.uow, packet.chain.about),
    )
    return step.add(merged(blank, packet, side))
