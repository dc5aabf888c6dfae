"""``demo``: the sample year, with everything the program makes from it."""

from __future__ import annotations

import argparse
from pathlib import Path

from consultations_gui.application import consultations, demo, invitations, papers
from consultations_gui.application.ports import Alternat, Copy, Format, Method
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal
from consultations_gui.domain.errors import FolderNotFreshError
from consultations_gui.i18n.words import N_

REGISTER = "sample.consultations"
_COPIES = (Copy.CN, Copy.RU, Copy.WORKING)


def register(group: Group) -> None:
    """Add ``demo``."""
    command = group.command("demo", N_("make a sample register, papers and invitations"), _demo)
    option(
        command,
        group.words,
        "--out",
        about=N_("folder to write into"),
        metavar="DIR",
        required=True,
    )


def _demo(terminal: Terminal, args: argparse.Namespace) -> int:
    folder = Path(args.out)
    database = folder / REGISTER
    if database.exists():
        raise FolderNotFreshError(path=str(database))
    ctx = terminal.context(str(database))
    demo.build_sample(ctx)
    written: list[Path] = [database]
    for consultation in consultations.list_all(ctx):
        target = folder / consultation.id
        written += papers.export(
            ctx, consultation.id, _COPIES, tuple(Format), Alternat.FULL, target
        )
        written += invitations.write(ctx, consultation.id, Method.REQUEST, target)
    return terminal.answer({"files": written}, map(str, written))
