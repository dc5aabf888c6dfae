"""``history``, ``undo``, ``redo`` and ``verify``: the journal of changes."""

from __future__ import annotations

import argparse

from consultations_gui.application import journal
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import listed, moment
from consultations_gui.domain.errors import JournalBrokenError
from consultations_gui.i18n.wording import field_text, use_case_text
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the journal's commands."""
    history = group.command("history", N_("show every change: who, when, what"), _history)
    history.option("id", N_("only changes to this one"), nargs="?")
    history.number("--limit", N_("at most so many, newest first"), least=1)
    group.command("undo", N_("take back your own latest change"), _undo)
    group.command("redo", N_("repeat what was taken back"), _redo)
    group.command("verify", N_("recompute the journal's chain of hashes"), _verify)


def _history(terminal: Terminal, args: argparse.Namespace) -> int:
    words = terminal.words
    lines = journal.history(terminal.ctx, args.id, args.limit)
    rows = (
        (
            str(line.seq),
            moment(terminal, line.at),
            line.actor,
            line.subject,
            use_case_text(line.use_case, words),
            listed(terminal, (field_text(name, words) for name in line.fields)),
        )
        for line in lines
    )
    shown = table(rows) or [words.tr("No changes on record.")]
    return terminal.answer({"entries": lines}, shown)


def _undo(terminal: Terminal, args: argparse.Namespace) -> int:
    step = journal.undo(terminal.ctx)
    done = use_case_text(step.use_case, terminal.words)
    line = terminal.words.tr("Taken back: {step} ({id})", step=done, id=step.subject)
    return terminal.answer(step, (line,))


def _redo(terminal: Terminal, args: argparse.Namespace) -> int:
    step = journal.redo(terminal.ctx)
    done = use_case_text(step.use_case, terminal.words)
    line = terminal.words.tr("Done again: {step} ({id})", step=done, id=step.subject)
    return terminal.answer(step, (line,))


def _verify(terminal: Terminal, args: argparse.Namespace) -> int:
    found = journal.verify(terminal.ctx)
    if found.first_bad is not None:
        raise JournalBrokenError(seq=found.first_bad)
    words = terminal.words
    text = words.trn(
        "{n} entry, the chain is whole", "{n} entries, the chain is whole", found.count
    )
    return terminal.answer({"count": found.count, "first_bad": None}, (text,))
