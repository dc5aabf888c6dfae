"""What every use case is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from consultations_gui.application.ports.files import BusyReader, TableReader
from consultations_gui.application.ports.invitations import Inviter
from consultations_gui.application.ports.packets import Archive, Keys
from consultations_gui.application.ports.papers import PaperPress
from consultations_gui.application.ports.register import UnitOfWork
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Decree


class Clock(Protocol):
    """The time now."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    def today(self) -> date:
        """Today's date where the office sits."""


class Workdays(Protocol):
    """Both countries' calendars as far as shipped data knows them."""

    def table(self, side: Side, year: int) -> Decree:
        """The country-year from shipped data; ``origin`` says if a notice is behind it."""


@dataclass(frozen=True)
class Context:
    """What every use case is given: the way to the register and to the outside.

    ``actor`` is the name the journal records. ``work`` opens a unit of work.
    """

    work: Callable[[], UnitOfWork]
    clock: Clock
    actor: str
    workdays: Workdays
    press: PaperPress
    inviter: Inviter
    tables: TableReader
    busy: BusyReader
    keys: Keys
    archive: Archive
