"""``invite``: calendar files and mails."""

from __future__ import annotations

import argparse
from pathlib import Path

from consultations_gui.application import invitations
from consultations_gui.application.ports import Method
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add ``invite``."""
    invite = group.command("invite", N_("write the invitation: .ics and .eml files"), _invite)
    invite.option("id", N_("consultation, e.g. R3 or X1"), type=str.upper)
    how = N_("request (default), cancel or publish")
    invite.choice("--method", how, Method, default=str(Method.REQUEST))
    invite.filled("--out", N_("folder to write into"), metavar="DIR", required=True)


def _invite(terminal: Terminal, args: argparse.Namespace) -> int:
    written = invitations.write(terminal.ctx, args.id, Method(args.method), Path(args.out))
    return terminal.answer({"files": written}, map(str, written))
