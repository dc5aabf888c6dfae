"""What the agenda editor lists: a heading for each meeting day and the rows under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.agenda_rules import AgendaRow, DayTotal
from consultations_gui.domain.agenda_timing import opening
from consultations_gui.domain.consultation import Dates, Precision


@dataclass(frozen=True)
class DayEntry:
    """The heading of a meeting day.

    ``day`` counts from 1; ``date`` is its date where the dates are known to
    the day; ``opens`` is local to the venue; ``total`` is ``None`` for a day
    without rows. ``key`` stays the same while rows come and go.
    """

    key: str
    day: int
    date: date | None
    opens: time
    total: DayTotal | None


@dataclass(frozen=True)
class ItemEntry:
    """An item or a break."""

    row: AgendaRow

    @property
    def key(self) -> str:
        """The row's uid."""
        return self.row.item.uid


Entry = DayEntry | ItemEntry


def entries(view: AgendaView) -> tuple[Entry, ...]:
    """Rows in their order, each run of a day under its heading; days without rows have one too."""
    return tuple(_entries(view))


def _entries(view: AgendaView) -> Iterator[Entry]:
    headings = _Headings(view)
    current = 0
    for row in view.rows:
        if row.item.day != current:
            current = row.item.day
            yield from headings.up_to(current)
        yield ItemEntry(row)
    yield from headings.rest()


class _Headings:
    """Makes each heading when its turn comes, and a second one where a day is taken up again."""

    def __init__(self, view: AgendaView) -> None:
        self._view = view
        self._totals = {total.day: total for total in view.days}
        self._said: dict[int, int] = {}
        known = view.consultation.dates
        exact = known is not None and known.precision is Precision.DAY
        self._dates: Dates | None = known if exact else None
        self._last = self._dates.days if self._dates else 1

    def up_to(self, day: int) -> Iterator[DayEntry]:
        """Headings of the empty days before ``day``, then the one of ``day``."""
        yield from self._empty(day)
        yield self._heading(day)

    def rest(self) -> Iterator[DayEntry]:
        """Headings of the meeting days that have no row."""
        yield from self._empty(self._last + 1)

    def _empty(self, before: int) -> Iterator[DayEntry]:
        for day in range(1, min(before, self._last + 1)):
            if day not in self._totals and day not in self._said:
                yield self._heading(day)

    def _heading(self, day: int) -> DayEntry:
        times = self._said[day] = self._said.get(day, 0) + 1
        on = None
        if self._dates is not None and day <= self._dates.days:
            on = self._dates.start + timedelta(days=day - 1)
        key = f"day/{day}" if times == 1 else f"day/{day}/{times}"
        opens = opening(self._view.agenda, day)
        return DayEntry(key, day, on, opens, self._totals.get(day))
