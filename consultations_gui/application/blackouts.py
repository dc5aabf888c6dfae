"""Days on which a side can neither meet nor travel: entered, or read from its calendars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from consultations_gui.application.journal import change
from consultations_gui.application.ports import Busy, Context
from consultations_gui.domain.errors import (
    CalendarUnreadableError,
    CannotReadError,
    DomainError,
    NotFoundError,
)
from consultations_gui.domain.parties import CAPITAL_ZONES, Side
from consultations_gui.domain.planner import Blackout, Wishes

YEARS = 10
"""Years ahead that calendars are read for; what recurs without end ends there."""

_HAN = re.compile("[\u4e00-\u9fff]")
_CYRILLIC = re.compile("[А-яЁё]")


@dataclass(frozen=True)
class Refused:
    """A calendar file that could not be read, and why."""

    path: Path
    error: DomainError


@dataclass(frozen=True)
class Intake:
    """What reading a side's calendars changes.

    ``found`` is all that was read, ``added`` what is new, ``gone`` what
    stood in these calendars before and no longer does, ``refused`` the files
    that could not be read: what was read from them before is kept.
    """

    found: tuple[Blackout, ...]
    added: tuple[Blackout, ...]
    gone: tuple[Blackout, ...]
    refused: tuple[Refused, ...]


def blackouts(ctx: Context) -> tuple[Blackout, ...]:
    """Every blackout, in the order they are numbered in, from 1."""
    with ctx.work() as uow:
        return (uow.wishes.get() or Wishes()).blackouts


def add(ctx: Context, blackout: Blackout) -> tuple[Blackout, ...]:
    """Enter a blackout; returns all of them.

    Raises:
        EndBeforeStartError: it ends before it starts.
    """
    blackout.require_sound()
    with change(ctx, "blackout.add") as step:
        before = step.uow.wishes.get()
        wishes = before or Wishes()
        return step.put(before, replace(wishes, blackouts=(*wishes.blackouts, blackout))).blackouts


def remove(ctx: Context, number: int) -> tuple[Blackout, ...]:
    """Take blackout ``number`` back, as :func:`blackouts` numbers them; returns the rest.

    Raises:
        NotFoundError: there is none of that number.
    """
    with change(ctx, "blackout.remove") as step:
        before = step.uow.wishes.get()
        listed = before.blackouts if before else ()
        if before is None or not 1 <= number <= len(listed):
            raise NotFoundError(kind="blackout", id=str(number))
        rest = listed[: number - 1] + listed[number:]
        return step.put(before, replace(before, blackouts=rest)).blackouts


def preview(ctx: Context, side: Side, path: Path, *, all_day_only: bool = False) -> Intake:
    """What reading the calendar file, or the folder of them, would change; nothing is stored.

    From this year on for :data:`YEARS` years, in days of the side's capital.
    With ``all_day_only`` a meeting of an hour does not block its day.

    Raises:
        CannotReadError: the file or folder is missing or may not be read.
        CalendarUnreadableError: the one file named is no calendar.
    """
    found, refused = _read(ctx, side, path, all_day_only)
    return _compared(blackouts(ctx), side, path, found, refused)


def take_in(ctx: Context, side: Side, path: Path, *, all_day_only: bool = False) -> Intake:
    """Read the calendars anew and store what they say, in place of what they said before.

    One step. Blackouts entered by hand, or read from elsewhere, stay.

    Raises: as :func:`preview`.
    """
    found, refused = _read(ctx, side, path, all_day_only)
    with change(ctx, "blackout.import") as step:
        before = step.uow.wishes.get()
        wishes = before or Wishes()
        intake = _compared(wishes.blackouts, side, path, found, refused)
        rest = [one for one in wishes.blackouts if one not in intake.gone]
        step.put(before, replace(wishes, blackouts=(*rest, *intake.added)))
    return intake


def _read(
    ctx: Context, side: Side, path: Path, all_day_only: bool
) -> tuple[tuple[Blackout, ...], tuple[Refused, ...]]:
    first = date(ctx.clock.today().year, 1, 1)
    last = date(first.year + YEARS, 12, 31)
    zone = ZoneInfo(CAPITAL_ZONES[side])
    found: dict[Blackout, None] = {}
    refused: list[Refused] = []
    for file in ctx.busy.files(path):
        try:
            periods = ctx.busy.read(file, first, last, zone)
        except (CalendarUnreadableError, CannotReadError) as error:
            if file == path:
                raise
            refused.append(Refused(file, error))
            continue
        source = _source(path, file)
        found |= dict.fromkeys(_blackouts(side, periods, source, all_day_only))
    return tuple(found), tuple(refused)


def _source(path: Path, file: Path) -> str:
    """A name for the file that holds wherever its folder is moved to."""
    return file.name if file == path else f"{path.name}/{file.name}"


def _blackouts(
    side: Side, periods: Iterable[Busy], source: str, all_day_only: bool
) -> Iterator[Blackout]:
    for busy in periods:
        if busy.all_day or not all_day_only:
            zh, ru = _reasons(busy.summary)
            yield Blackout(side, busy.start, busy.end, zh, ru, source)


def _reasons(summary: str) -> tuple[str, str]:
    """A summary in both languages, parted by a stroke, or in the one whose letters it has."""
    first, stroke, second = (part.strip() for part in summary.partition(" / "))
    if stroke and _HAN.search(first) and _CYRILLIC.search(second):
        return first, second
    if stroke and _CYRILLIC.search(first) and _HAN.search(second):
        return second, first
    return (
        "" if _CYRILLIC.search(summary) and not _HAN.search(summary) else summary,
        "" if _HAN.search(summary) else summary,
    )


def _compared(
    known: tuple[Blackout, ...],
    side: Side,
    path: Path,
    found: tuple[Blackout, ...],
    refused: tuple[Refused, ...],
) -> Intake:
    kept = {_source(path, one.path) for one in refused}
    theirs = [
        one
        for one in known
        if one.side is side
        and one.source not in kept
        and (one.source == path.name or one.source.startswith(f"{path.name}/"))
    ]
    return Intake(
        found=found,
        added=tuple(one for one in found if one not in known),
        gone=tuple(one for one in theirs if one not in found),
        refused=refused,
    )
