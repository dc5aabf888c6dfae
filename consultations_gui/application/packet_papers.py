"""The papers of a packet: our note about the newest step, and the PDF files a person adds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from consultations_gui.application import notes, offices
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.packet_files import read_file
from consultations_gui.application.ports import Context, NoteTexts, OutFile
from consultations_gui.domain.errors import PaperNotPdfError
from consultations_gui.domain.notes import NoteStep, note_steps
from consultations_gui.domain.packet import limit, paper_name
from consultations_gui.domain.parties import Side
from consultations_gui.domain.proposal import Proposal

_PDF = b"%PDF-"


def note_due(proposal: Proposal, side: Side) -> NoteStep | None:
    """The newest step, if it is one that ``side`` writes a note about."""
    steps = note_steps(proposal)
    return steps[-1] if steps and steps[-1].event.by is side else None


def note(ctx: Context, id: str) -> tuple[OutFile, ...]:
    """The draft of our note about the newest step, in both texts; none if that is not ours.

    It holds the current offer's dates, venue and topics, or our answer to it.

    Raises ``NotFoundError``, ``OfficeNotSetError``, ``MissingGlyphError``.
    """
    with ctx.work() as uow:
        step = note_due(uow.proposals.get(id), offices.own(uow).side)
    if step is None:
        return ()
    query = NoteQuery(id, NoteTexts.BOTH, step.number)
    return (OutFile(paper_name(1), notes.preview(ctx, query)),)


def require_papers(paths: Sequence[Path], first: int = 1) -> tuple[OutFile, ...]:
    """The PDF files that go with a packet, under the names they have there, from ``first`` on.

    Raises ``PaperNotPdfError``, ``CannotReadError``.
    """
    return tuple(_paper(path, paper_name(number)) for number, path in enumerate(paths, first))


def _paper(path: Path, name: str) -> OutFile:
    content = read_file(path, limit(name))
    if not content.startswith(_PDF):
        raise PaperNotPdfError(path=str(path))
    return OutFile(name, content)
