"""The port :class:`~consultations_gui.application.ports.Workdays` over shipped data."""

from __future__ import annotations

from functools import cached_property

from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree
from consultations_gui.workdays import library, snapshot


class LibraryWorkdays:
    """Both countries' calendars as the library ``holidays`` knows them.

    Each country-year is read once. Reading the same year from two threads at
    once is harmless: both find the same table.
    """

    def __init__(self) -> None:
        self._tables: dict[tuple[Side, int], Decree] = {}

    def table(self, side: Side, year: int) -> Decree:
        """The country-year; ``origin`` says whether an official notice is behind it."""
        found = self._tables.get((side, year))
        if found is None:
            found = self._stored(side, year) or library.read(side, year)
            self._tables[side, year] = found
        return found

    def _stored(self, side: Side, year: int) -> Decree | None:
        return self._snapshot.read(side, year) if self._snapshot else None

    @cached_property
    def _snapshot(self) -> snapshot.Snapshot | None:
        """The stored tables, unless another version of the library is installed."""
        stored = snapshot.load()
        return stored if stored.version == library.installed() else None
