"""The office that keeps a register: whose secretariat it is, and its planning settings."""

from __future__ import annotations

from dataclasses import dataclass

from consultations_gui.domain.parties import City, Side


@dataclass(frozen=True)
class Office:
    """One side's secretariat.

    ``email`` is the ORGANIZER of its invitations. ``first_host`` is the side
    that hosts the very first regular round. ``cities`` are the office's own
    additions to the shipped ones.
    """

    side: Side
    name_zh: str
    name_ru: str
    email: str = ""
    first_host: Side = Side.CN
    cities: tuple[City, ...] = ()
    version: int = 0
