"""``history``, ``undo``, ``redo`` and ``verify``: the journal of changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from consultations_gui.application import journal
from consultations_gui.cli.grammar import Group, option
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import moment
from consultations_gui.domain.errors import JournalBrokenError
from consultations_gui.i18n.wording import use_case_text
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the journal's commands."""
    history = group.command("history", N_("show every change: who, when, what"), _history)
    option(history, group.words, "id", about=N_("only changes to this one"), nargs="?")
    option(history, group.words, "--limit", about=N_("at most so many, newest first"), type=int)
    group.command("undo", N_("take back your own latest change"), _undo)
    group.command("redo", N_("repeat what was taken back"), _redo)
    group.command("verify", N_("recompute the journal's chain of hashes"), _verify)


def _history(terminal: Terminal, args: argparse.Namespace) -> int:
    lines = journal.history(terminal.ctx, args.id, args.limit)
    rows = (
        (
            str(line.seq),
            moment(terminal, line.at),
            line.actor,
            line.subject,
            use_case_text(line.use_case, terminal.words),
            ", ".join(line.fields),
        )
        for line in lines
    )
    return terminal.answer({"entries": lines}, table(rows))


def _undo(terminal: Terminal, args: argparse.Namespace) -> int:
    step = journal.undo(terminal.ctx)
    return terminal.answer(step, _step(terminal, terminal.words.tr("Taken back"), step))


def _redo(terminal: Terminal, args: argparse.Namespace) -> int:
    step = journal.redo(terminal.ctx)
    return terminal.answer(step, _step(terminal, terminal.words.tr("Done again"), step))


def _step(terminal: Terminal, done: str, step: journal.Step) -> Iterator[str]:
    yield f"{done}: {use_case_text(step.use_case, terminal.words)} ({step.subject})"


def _verify(terminal: Terminal, args: argparse.Namespace) -> int:
    found = journal.verify(terminal.ctx)
    if found.first_bad is not None:
        raise JournalBrokenError(seq=found.first_bad)
    words = terminal.words
    text = words.trn(
        "{n} entry, the chain is whole", "{n} entries, the chain is whole", found.count
    )
    return terminal.answer({"count": found.count, "first_bad": None}, (text,))
