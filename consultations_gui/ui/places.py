"""Where in the window something is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A screen by its name, and the thing in it by its ID (``R3``, ``P2``) and part."""

    view: str
    id: str = ""
    part: str = ""
