"""Days on which a side can neither meet nor travel: entered, or read from its calendars.

Such a calendar is an .ics file, a folder of them, or a table (CSV or XLSX)
with the columns start, end, reason_zh and reason_ru. Where it lay is kept, so
that it can be read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from consultations_gui.application.blackout_table import blackouts_from
from consultations_gui.application.journal import change
from consultations_gui.application.ports import Busy, Context
from consultations_gui.domain.errors import (
    CalendarUnreadableError,
    CannotReadError,
    DomainError,
    NotFoundError,
)
from consultations_gui.domain.parties import CAPITAL_ZONES, Side
from consultations_gui.domain.planner import Blackout, BusySource, Wishes

YEARS = 10
"""Years ahead that calendars are read for; what recurs without end ends there."""

TABLES = (".csv", ".xlsx")
"""Endings of the files that are tables; all others are calendars."""

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


@dataclass(frozen=True)
class Reread:
    """What reading one source again changed; ``error`` tells why it could not be read."""

    source: BusySource
    intake: Intake | None = None
    error: DomainError | None = None


def blackouts(ctx: Context) -> tuple[Blackout, ...]:
    """Every blackout, in the order they are numbered in, from 1."""
    with ctx.work() as uow:
        return (uow.wishes.get() or Wishes()).blackouts


def add(ctx: Context, blackout: Blackout) -> tuple[Blackout, ...]:
    """Enter a blackout; returns all of them.

    Raises:
        EndBeforeStartError: it ends before it starts.
        NoCalendarError: it lies in years that no calendar is kept for.
    """
    blackout.require_reached()
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


def sources(ctx: Context) -> tuple[BusySource, ...]:
    """The calendars and tables that blackouts were read from."""
    with ctx.work() as uow:
        return (uow.wishes.get() or Wishes()).sources


def preview(ctx: Context, side: Side, path: Path, *, all_day_only: bool = False) -> Intake:
    """What reading the calendar, the folder of them, or the table would change; nothing is stored.

    From this year on for :data:`YEARS` years, in days of the side's capital.
    With ``all_day_only`` a meeting of an hour does not block its day. A table
    is taken as it is.

    Raises:
        CannotReadError: the file or folder is missing or may not be read.
        CalendarUnreadableError: the one file named is no calendar.
        TableEncodingError, TableUnreadableError: the file is no table.
        TableErrors: cells that cannot be taken, by row and column.
    """
    source = BusySource(side, str(path), all_day_only)
    return _compared(blackouts(ctx), source, *_read(ctx, source))


def take_in(ctx: Context, side: Side, path: Path, *, all_day_only: bool = False) -> Intake:
    """Read the calendars or the table and store what they say, in place of what they said before.

    One step. Blackouts entered by hand, or read from elsewhere, stay.

    Raises: as :func:`preview`.
    """
    read = _read(ctx, BusySource(side, str(path), all_day_only))
    source = BusySource(side, str(path.absolute()), all_day_only)
    with change(ctx, "blackout.import") as step:
        before = step.uow.wishes.get()
        wishes, intake = _taken_in(before or Wishes(), source, *read)
        step.put(before, wishes)
    return intake


def refresh(ctx: Context, name: str = "") -> tuple[Reread, ...]:
    """Read the calendars and tables again from where they lay; with ``name`` only those called so.

    One step. What cannot be read keeps what it said before, and is told.

    Raises:
        NotFoundError: nothing was read from a source of that name.
    """
    wanted = [one for one in sources(ctx) if name in ("", one.name)]
    if name and not wanted:
        raise NotFoundError(kind="blackout", id=name)
    found: list[Reread] = []
    with change(ctx, "blackout.refresh") as step:
        before = step.uow.wishes.get()
        wishes = before or Wishes()
        for source in wanted:
            try:
                wishes, intake = _taken_in(wishes, source, *_read(ctx, source))
            except DomainError as error:
                found.append(Reread(source, error=error))
            else:
                found.append(Reread(source, intake))
        if before is not None:
            step.replace(before, wishes)
    return tuple(found)


def forget(ctx: Context, side: Side, name: str) -> tuple[Blackout, ...]:
    """Take back all that was read from the source called ``name``; returns the rest. One step.

    Raises:
        NotFoundError: nothing of that side was read from a source of that name.
    """
    with change(ctx, "blackout.forget") as step:
        before = step.uow.wishes.get()
        named = [s for s in before.sources if s.side is side and s.name == name] if before else []
        if before is None or not named:
            raise NotFoundError(kind="blackout", id=name)
        rest = tuple(one for one in before.blackouts if not _from(named[0], one))
        kept = tuple(one for one in before.sources if one not in named)
        return step.put(before, replace(before, blackouts=rest, sources=kept)).blackouts


_Read = tuple[tuple[Blackout, ...], tuple[Refused, ...]]


def _taken_in(
    wishes: Wishes, source: BusySource, found: tuple[Blackout, ...], refused: tuple[Refused, ...]
) -> tuple[Wishes, Intake]:
    """The wishes with what was read from ``source``, and what that changed."""
    intake = _compared(wishes.blackouts, source, found, refused)
    rest = [one for one in wishes.blackouts if one not in intake.gone]
    same = (source.side, source.name)
    others = [one for one in wishes.sources if (one.side, one.name) != same]
    after = replace(
        wishes, blackouts=(*rest, *intake.added), sources=tuple(sorted((*others, source), key=_key))
    )
    return after, intake


def _key(source: BusySource) -> tuple[str, str]:
    return source.side.value, source.name


def _read(ctx: Context, source: BusySource) -> _Read:
    path = Path(source.path)
    if path.suffix.lower() in TABLES:
        return blackouts_from(ctx.tables.read(path), source.side, source.name), ()
    first = date(ctx.clock.today().year, 1, 1)
    last = date(first.year + YEARS, 12, 31)
    zone = ZoneInfo(CAPITAL_ZONES[source.side])
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
        found |= dict.fromkeys(_blackouts(source, periods, _source(path, file)))
    return tuple(found), tuple(refused)


def _source(path: Path, file: Path) -> str:
    """A name for the file that holds wherever its folder is moved to."""
    return file.name if file == path else f"{path.name}/{file.name}"


def _blackouts(source: BusySource, periods: Iterable[Busy], name: str) -> Iterator[Blackout]:
    for busy in periods:
        if busy.all_day or not source.all_day_only:
            zh, ru = _reasons(busy.summary)
            yield Blackout(source.side, busy.start, busy.end, zh, ru, name)


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


def _from(source: BusySource, one: Blackout) -> bool:
    """Whether ``one`` was read from ``source``."""
    inside = one.source == source.name or one.source.startswith(f"{source.name}/")
    return one.side is source.side and inside


def _compared(
    known: tuple[Blackout, ...],
    source: BusySource,
    found: tuple[Blackout, ...],
    refused: tuple[Refused, ...],
) -> Intake:
    kept = {_source(Path(source.path), one.path) for one in refused}
    theirs = [one for one in known if _from(source, one) and one.source not in kept]
    return Intake(
        found=found,
        added=tuple(one for one in found if one not in known),
        gone=tuple(one for one in theirs if one not in found),
        refused=refused,
    )
