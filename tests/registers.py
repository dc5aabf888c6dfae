"""Registers made once in a run and copied for each test: migrating and filling take their time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from consultations_gui.application.ports import Context
from db import open_register
from tests.application.fakes import FakeClock, make_context

Fill = Callable[[Context, FakeClock], None]


class Shelf:
    """Keeps registers by name. They are never opened again, so no test sees another's doings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, datetime] = {}
        open_register(self._path("empty")).close()

    def empty(self, to: Path) -> Path:
        """A register at ``to`` that does not even know its office."""
        return self._copy("empty", to)

    def filled(self, name: str, fill: Fill, to: Path) -> FakeClock:
        """The register ``name`` at ``to``; ``fill`` writes it when it is asked for first.

        Gives the clock as it stood once it was filled.
        """
        if name not in self._kept:
            clock = FakeClock()
            with open_register(self.empty(self._path(name))) as register:
                fill(replace(make_context(clock=clock), work=register.unit_of_work), clock)
            self._kept[name] = clock.moment
        self._copy(name, to)
        return FakeClock(self._kept[name])

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.consultations"

    def _copy(self, name: str, to: Path) -> Path:
        return Path(shutil.copy(self._path(name), to))
