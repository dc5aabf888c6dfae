"""Undo and redo: taking back one's own steps, as the journal tells them.

Nothing is ever erased. An undo is a new step that brings back what its
step's entries had *before*; a redo is the same done to an undo. What can be
undone or redone follows from the journal alone, so both work after a restart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from consultations_gui.application import codec
from consultations_gui.application.changes import Change, changed_fields
from consultations_gui.application.ports import Context, UnitOfWork
from consultations_gui.application.records import Heading
from consultations_gui.application.shelves import KEPT, Aggregate, shelf
from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.errors import (
    NothingToRedoError,
    NothingToUndoError,
    NotUndoableError,
    UndoConflictError,
)

NOT_UNDOABLE = frozenset(
    {
        "invitation.write",
        "office.key.make",
        "office.key.revoke",
        "proposal.offer",
        "proposal.packet.accept",
        "proposal.packet.write",
        "proposal.transmit",
    }
)
"""Use cases after which something has left or entered the house: undo stops before them."""

Group = tuple[Heading, ...]

_PAGE = 256


@dataclass(frozen=True)
class Step:
    """One step as a person did it: the use case, the thing, its changed fields, when (UTC).

    Where a step touched several things, ``kind`` and ``subject`` name the first.
    """

    use_case: str
    subject: str
    kind: str
    fields: tuple[str, ...]
    at: datetime


def undoable(ctx: Context) -> Step | None:
    """The step that :func:`undo` would take back, ``None`` if there is none or it may not."""
    with ctx.work() as uow:
        group = _next_undo(uow, ctx.actor)
        return _step(uow, group) if group and not _went_outside(group) else None


def redoable(ctx: Context) -> Step | None:
    """The step that :func:`redo` would repeat, or ``None``."""
    with ctx.work() as uow:
        group = _next_redo(uow, ctx.actor)
        return _step(uow, group) if group else None


def undo(ctx: Context) -> Step:
    """Take back the user's own latest step that is not taken back yet; returns that step.

    Raises:
        NothingToUndoError: the user has no such step.
        NotUndoableError: the step is one of :data:`NOT_UNDOABLE`.
        UndoConflictError: someone touched the same thing since.
        InUseError: the step made a thing that something else refers to by now.
    """
    with ctx.work() as uow:
        uow.for_writing()
        group = _next_undo(uow, ctx.actor)
        if group is None:
            raise NothingToUndoError
        if _went_outside(group):
            raise NotUndoableError(use_case=group[-1].use_case)
        _take_back(Change(uow, ctx, group[-1].use_case, undoes=group[0].group), group)
        step = _step(uow, group)
        uow.commit()
    return step


def redo(ctx: Context) -> Step:
    """Take back the user's own latest undo; returns the step that stands again.

    Raises:
        NothingToRedoError: nothing was undone since the user's last change.
        UndoConflictError, InUseError: as for :func:`undo`.
    """
    with ctx.work() as uow:
        uow.for_writing()
        group = _next_redo(uow, ctx.actor)
        if group is None:
            raise NothingToRedoError
        _take_back(Change(uow, ctx, group[-1].use_case, redoes=group[0].group), group)
        step = _step(uow, group)
        uow.commit()
    return step


def _went_outside(group: Group) -> bool:
    return any(e.use_case in NOT_UNDOABLE or e.kind not in KEPT for e in group)


def _headings(uow: UnitOfWork, actor: str) -> Iterator[Heading]:
    """The actor's headings, newest first; mostly the first few are all that is looked at."""
    before, limit = None, 4
    while page := uow.journal.headings(actor, before=before, limit=limit):
        yield from page
        before, limit = page[-1].seq, min(limit * 4, _PAGE)


def _newest_first(uow: UnitOfWork, actor: str) -> Iterator[Group]:
    """The actor's groups, newest first, each in the order it was made."""
    for _, group in groupby(_headings(uow, actor), key=lambda heading: heading.group):
        yield tuple(group)[::-1]


def _next_undo(uow: UnitOfWork, actor: str) -> Group | None:
    taken: set[str] = set()
    for group in _newest_first(uow, actor):
        head = group[0]
        if head.undoes:
            taken.add(head.undoes)
        elif head.group not in taken:
            return group
    return None


def _next_redo(uow: UnitOfWork, actor: str) -> Group | None:
    repeated: set[str] = set()
    for group in _newest_first(uow, actor):
        head = group[0]
        if head.redoes:
            repeated.add(head.redoes)
        elif not head.undoes:
            return None
        elif head.group not in repeated:
            return group
    return None


def _step(uow: UnitOfWork, group: Group) -> Step:
    first, last = group[0], group[-1]
    changed = [changed_fields(*_states(uow, run)) for run in _runs(group)]
    fields = sorted({name for names in changed for name in names})
    return Step(last.use_case, first.subject, first.kind, tuple(fields), last.at)


@dataclass(frozen=True)
class _Run:
    """Entries in a row about one thing, taken together: from the first to the last."""

    first: Heading
    last: Heading


def _runs(group: Group) -> list[_Run]:
    """The entries of a group, neighbours about one thing as one.

    Only neighbours are: every state between two runs has been a valid one, so
    going back through them never breaks what one thing needs of another. A
    coming and a going stay two, for together they would be nothing to take back.
    """
    runs: list[_Run] = []
    for entry in group:
        if runs and _thing(runs[-1].last) == _thing(entry):
            first = runs[-1].first
            if not (first.adds and entry.removes):
                runs[-1] = _Run(first, entry)
                continue
        runs.append(_Run(entry, entry))
    return runs


def _thing(heading: Heading) -> tuple[str, str]:
    return heading.kind, heading.subject


def _states(uow: UnitOfWork, run: _Run) -> tuple[str | None, str | None]:
    """What the thing was before the run, and what it was after it."""
    return uow.journal.entry(run.first.seq).before, uow.journal.entry(run.last.seq).after


def _take_back(change: Change, group: Group) -> None:
    uow = change.uow
    runs = _runs(group)
    for run in {_thing(run.last): run for run in runs}.values():
        _, after = _states(uow, run)
        if _content(_stored(uow, run)) != _content(_value(run, after)):
            raise _conflict(uow, group, run)
    for run in reversed(runs):
        before, after = _states(uow, run)
        stored, wanted = _stored(uow, run), _value(run, before)
        if wanted is None:
            change.remove(stored)
        elif stored is None:
            change.bring(wanted)
        else:
            change.restore(stored, _over(stored, wanted, _value(run, after)))


def _stored(uow: UnitOfWork, run: _Run) -> Any:
    return shelf(uow, run.last.kind).find(run.last.subject)


def _value(run: _Run, text: str | None) -> Any:
    return None if text is None else codec.from_json(run.last.kind, text)


def _content(value: Aggregate | None) -> Aggregate | None:
    """The value without the counters that only ever rise."""
    if value is None:
        return None
    if isinstance(value, Consultation):
        return replace(value, version=0, sequence=0)
    return replace(value, version=0)


def _over(stored: Aggregate, wanted: Aggregate, left: Aggregate) -> Aggregate:
    """``wanted`` as the next state of ``stored``: what has risen is never taken down.

    An invitation may already carry the higher SEQUENCE, and calendar programs
    ignore a lower one (RFC 5546, 2.1.4). So it rises again where the step that
    ``left`` this state behind had made it rise.
    """
    if (
        isinstance(stored, Consultation)
        and isinstance(wanted, Consultation)
        and isinstance(left, Consultation)
    ):
        sequence = stored.sequence + (wanted.sequence != left.sequence)
        return replace(wanted, version=stored.version, sequence=sequence)
    return replace(wanted, version=stored.version)


def _conflict(uow: UnitOfWork, group: Group, run: _Run) -> UndoConflictError:
    kind, subject = _thing(run.last)
    since = uow.journal.entries(kind=kind, subject=subject, after=group[-1].seq)
    others = [entry for entry in since if entry.actor != group[0].actor]
    culprit = (others or since or group)[-1]
    return UndoConflictError(
        kind=kind,
        subject=subject,
        actor=culprit.actor,
        use_case=culprit.use_case,
        at=culprit.at.isoformat(),
    )
