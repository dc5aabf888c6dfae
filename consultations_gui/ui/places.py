"""Where in the window something is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consultations_gui.domain.consultation import Dates

NEW = "new"
"""A place's ``part`` that asks a screen to begin a new thing."""


@dataclass(frozen=True)
class Place:
    """A screen by its name, and the thing in it by its ID (``R3``, ``P2``) and part.

    With ``part`` :data:`NEW` the screen begins a new thing: for
    ``"proposals"`` about the round ``id`` (empty: an extraordinary
    consultation), with ``dates`` as its first option.
    """

    view: str
    id: str = ""
    part: str = ""
    dates: Dates | None = None
