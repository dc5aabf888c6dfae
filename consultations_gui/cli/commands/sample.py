"""``demo``: the sample year, with everything the program makes from it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from consultations_gui.application import (
    consultations,
    demo,
    invitations,
    note_wordings,
    notes,
    papers,
    sample_data,
)
from consultations_gui.application.demo import SampleReport
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.ports import (
    Alternat,
    Context,
    Copy,
    Format,
    Method,
    NoteTexts,
)
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.errors import FolderNotFreshError
from consultations_gui.domain.parties import Lang
from consultations_gui.i18n.words import N_

REGISTER = "sample.consultations"
_COPIES = (Copy.CN, Copy.RU, Copy.WORKING)


def register(group: Group) -> None:
    """Add ``demo``."""
    command = group.command("demo", N_("make a sample register, papers and invitations"), _demo)
    command.filled("--out", N_("folder to write into"), metavar="DIR", required=True)


def _demo(terminal: Terminal, args: argparse.Namespace) -> int:
    folder = Path(args.out)
    database = folder / REGISTER
    if database.exists():
        raise FolderNotFreshError(path=str(database))
    with _whole_or_gone(folder) as written:
        ctx = terminal.context(str(database))
        written.append(database)
        report = demo.build_sample(ctx)
        for one in consultations.list_all(ctx):
            for files in _pressed(ctx, one, folder / one.id):
                written.extend(files)
        for files in _noted(ctx, report, folder / report.proposal):
            written.extend(files)
    return terminal.answer({"files": written}, map(str, written))


def _pressed(ctx: Context, one: Consultation, folder: Path) -> Iterator[tuple[Path, ...]]:
    """All papers of one consultation, then its invitation."""
    yield papers.export(ctx, one.id, _COPIES, tuple(Format), Alternat.FULL, folder)
    method = Method.CANCEL if one.status is Status.CANCELLED else Method.REQUEST
    yield invitations.write(ctx, one.id, method, folder)


def _noted(ctx: Context, report: SampleReport, folder: Path) -> Iterator[tuple[Path, ...]]:
    """The notes our side wrote about the proposal."""
    for lang in Lang:
        note_wordings.set_names(ctx, lang, sample_data.note_names(report.side, lang))
    for step in notes.choices(ctx, report.proposal).steps:
        query = NoteQuery(report.proposal, NoteTexts.BOTH, step.number)
        yield notes.export(ctx, query, tuple(Format), folder)


@contextmanager
def _whole_or_gone(folder: Path) -> Iterator[list[Path]]:
    """A list for what is written into ``folder``; all of that is gone again if the work fails."""
    written: list[Path] = []
    above = (folder, *folder.parents)
    standing = {*(path for path in above if path.exists()), *folder.glob("*")}
    try:
        yield written
    except BaseException:
        with suppress(OSError):
            # With the register go the log and the index SQLite keeps beside it.
            for path in (*written, *folder.glob(f"{REGISTER}-*")):
                path.unlink(missing_ok=True)
        for place in (*{path.parent for path in written} - {folder}, *above):
            if place not in standing:
                with suppress(OSError):  # somebody else's file is in it by now
                    place.rmdir()
        raise
