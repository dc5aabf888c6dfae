"""Protected information (Art. 6): markings and originators.

State secrets stay outside the program: they are protected under the
agreement of 24 May 2000, and the program says so wherever a marking is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultations_gui.domain.parties import Side


class Marking(StrEnum):
    """Who may see an item or paper."""

    OPEN = "open"
    PARTIES = "parties"
    """For the two Parties only."""
    RESTRICTED = "restricted"
    """Access limited by the originator's law: leaves only with written permission (Art. 6)."""


@dataclass(frozen=True)
class Permission:
    """The originator's written permission to pass one restricted item on (Art. 6).

    ``subject`` is an agenda item's uid; ``document`` the number and date of
    the written permission.
    """

    subject: str
    originator: Side
    document: str
