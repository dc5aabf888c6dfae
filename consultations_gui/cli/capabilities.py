"""Every command of the terminal, in the order the help lists them, and who keeps it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib import import_module
from typing import Protocol, cast

from consultations_gui.cli.grammar import Group


class Capability(Protocol):
    """A module of ``cli/commands``."""

    def register(self, group: Group) -> None:
        """Add its commands to the command line."""


COMMANDS: dict[str, tuple[str, ...]] = {
    "overview": ("status",),
    "planning": ("plan", "days", "ledger"),
    "troubles": ("troubles", "places"),
    "decrees": ("decree",),
    "blackouts": ("blackout",),
    "year": ("year",),
    "consultations": ("consultation",),
    "proposals": ("proposal",),
    "packets": ("packet",),
    "agendas": ("agenda",),
    "invitations": ("invite",),
    "office": ("office",),
    "settings": ("settings",),
    "journal": ("history", "undo", "redo", "verify"),
    "sample": ("demo",),
}
"""What each module registers. One command line needs one of them, so each is imported by itself."""


def capabilities(commands: Collection[str] | None = None) -> Iterator[Capability]:
    """All of them, or those of the commands that are among ``commands``."""
    for module, own in COMMANDS.items():
        if commands is None or not set(own).isdisjoint(commands):
            name = f"consultations_gui.cli.commands.{module}"
            yield cast("Capability", import_module(name))
