"""What the terminal is handed by ``main``: how to reach the register and the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from consultations_gui.application.ports import Context
from consultations_gui.i18n.language import Language


class Wiring(Protocol):
    """Chooses the adapters. ``main`` implements it; tests hand in their own."""

    def context(self, database: str | None, *, create: bool = True) -> Context:
        """The way to the register at ``database`` (path or URL), or the usual one for ``None``.

        One that is not there is made, or with ``create`` false a ``CannotReadError``. Raises
        ``RegisterUnreadableError``, ``RegisterNewerError`` and ``CannotWriteError``, too.
        """

    def term(self, database: str | None) -> str:
        """How that register's office calls extraordinary consultations in Russian.

        The register is not opened for it; the shipped term where it cannot be told.
        """

    def blank(self) -> Context:
        """The way to an empty register that is gone when all are let go of."""

    def window(self, database: str | None, language: Language | None, packet: str = "") -> int:
        """Open the window and stay until it closes; returns the exit status.

        ``packet`` is a packet's file to be read first.
        """

    def screenshots(self, folder: Path, screens: tuple[str, ...]) -> tuple[Path, ...]:
        """Draw the named screens (all when empty) on sample data into ``folder``."""

    def report_fault(self, error: BaseException) -> Path | None:
        """Keep an impersonal report of a fault of ours; where it was written, if it could be."""

    def close(self) -> None:
        """Let go of every register opened."""
