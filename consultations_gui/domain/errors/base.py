"""The root of all broken rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class DomainError(Exception):
    """A rule of the domain was broken; nothing has been changed."""

    def __str__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({fields})"
