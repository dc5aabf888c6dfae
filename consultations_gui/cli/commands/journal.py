"""``history``, ``undo``, ``redo`` and ``verify``: the journal of changes."""

from __future__ import annotations

import argparse
from itertools import groupby

from consultations_gui.application import journal
from consultations_gui.application.journal import HistoryLine
from consultations_gui.cli.grammar import Group
from consultations_gui.cli.output import Terminal, table
from consultations_gui.cli.text import listed, moment
from consultations_gui.domain.errors import JournalBrokenError
from consultations_gui.i18n.wording import field_text, use_case_text
from consultations_gui.i18n.words import N_


def register(group: Group) -> None:
    """Add the journal's commands."""
    history = group.command(
        "history", N_("show every change: who, when, what"), _history, reads=True
    )
    history.option("id", N_("only changes to this one"), nargs="?")
    history.number("--limit", N_("at most so many, newest first"), least=1)
    group.command("undo", N_("take back your own latest change"), _undo, reads=True)
    group.command("redo", N_("repeat what was taken back"), _redo, reads=True)
    group.command("verify", N_("recompute the journal's chain of hashes"), _verify, reads=True)


def _history(terminal: Terminal, args: argparse.Namespace) -> int:
    lines = journal.history(terminal.ctx, args.id, args.limit)
    # What one step did in one way is one line: forty invitations are one act of inviting.
    steps = groupby(lines, key=lambda line: (line.group, line.use_case))
    rows = (_row(terminal, tuple(step)) for _, step in steps)
    shown = table(rows) or [terminal.words.tr("No changes on record.")]
    return terminal.answer({"entries": lines}, shown)


def _row(terminal: Terminal, step: tuple[HistoryLine, ...]) -> tuple[str, ...]:
    """The cells for entries of one step, given newest first."""
    words, newest = terminal.words, step[0]
    subjects = tuple(dict.fromkeys(line.subject for line in reversed(step)))
    names = sorted({name for line in step for name in line.fields})
    return (
        str(newest.seq),
        moment(terminal, newest.at),
        newest.actor,
        subjects[0] if len(subjects) == 1 else f"{subjects[0]}…{subjects[-1]}",
        _deed(terminal, newest, len(step)),
        listed(terminal, (field_text(name, words) for name in names)),
    )


def _deed(terminal: Terminal, line: HistoryLine, count: int) -> str:
    """What was done, whether it was a step taken back or done again, and to how many things."""
    words = terminal.words
    deed = use_case_text(line.use_case, words)
    if line.undoes:
        deed = words.tr("taken back: {step}", step=deed)
    elif line.redoes:
        deed = words.tr("done again: {step}", step=deed)
    return f"{deed} ×{count}" if count > 1 else deed


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
        if terminal.as_json:  # a program that watches the register asks where, not only whether
            terminal.answer({"count": found.count, "first_bad": found.first_bad}, ())
        raise JournalBrokenError(seq=found.first_bad)
    words = terminal.words
    text = words.trn(
        "{n} entry, the chain is whole", "{n} entries, the chain is whole", found.count
    )
    return terminal.answer({"count": found.count, "first_bad": None}, (text,))
