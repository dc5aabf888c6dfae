"""``proposal note``: drafts of notes verbales and reply notes."""

from __future__ import annotations

import argparse
from pathlib import Path

from consultations_gui.application import notes
from consultations_gui.application.notes import NoteQuery
from consultations_gui.application.ports import Format, NoteTexts
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal
from consultations_gui.i18n.words import N_


def register(top: Group) -> None:
    """Add ``note`` to the ``proposal`` commands."""
    about = N_("write a draft of the note that carries an offer or an answer")
    note = top.command("note", about, _note, reads=True, own_lang=True)
    note.option("id", N_("ID, e.g. P2"), type=str.upper)
    texts = N_("text of the note: Chinese, Russian or both, our own first")
    note.text_lang(texts, NoteTexts, default=str(NoteTexts.BOTH))
    note.choice("--format", N_("file format"), Format, default=str(Format.PDF))
    steps = N_("which offer or answer, counted from 1 (default: our newest)")
    note.number("--step", steps, least=1, metavar="N")
    note.filled("--out", N_("folder to write into"), metavar="DIR", required=True)


def _note(terminal: Terminal, args: argparse.Namespace) -> int:
    query = NoteQuery(args.id, NoteTexts(args.text_lang), args.step)
    written = notes.export(terminal.ctx, query, (Format(args.format),), Path(args.out))
    return terminal.answer({"files": written}, map(str, written))
