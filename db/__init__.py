"""The register: one SQLite file, its tables, and the unit of work over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.register import Register, open_register

__all__ = ["Register", "open_register"]


def __getattr__(name: str) -> object:
    """Import the register when it is asked for: SQLAlchemy takes longer than all else."""
    if name not in __all__:
        raise AttributeError(name)
    from db import register  # noqa: PLC0415

    return getattr(register, name)
