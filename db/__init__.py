"""The register: one SQLite file, its tables, and the unit of work over it."""

from db.register import Register, open_register

__all__ = ["Register", "open_register"]
