"""What of a text is kept: signs nobody sees never enter, and one line stays one line.

Control characters (C0, C1) other than tabs and line breaks, and the marks that
embed, override or isolate a direction of writing (U+202A–202E, U+2066–2069),
can make a line read as another one than it is; half a surrogate pair and what
Unicode calls no character cannot be written at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")

HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line breaks
    "\u202a-\u202e\u2066-\u2069"  # orders of direction
    "\ud800-\udfff\ufffe\uffff"  # half a character, and none at all
)
"""The signs that are not taken, as the inside of a regular expression's class."""

_HIDDEN = re.compile(f"[{HIDDEN}]")
_BREAK = re.compile(r"\s*[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


def unseen(text: str) -> str:
    """The first sign of ``text`` that is not taken, as ``U+202E``; empty where there is none."""
    found = _HIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def visible(text: str) -> str:
    """``text`` without the signs that are not taken."""
    return _HIDDEN.sub("", text)


def one_line(text: str) -> str:
    """``text`` in one line: each tab and line break, with the spaces around it, is one space.

    That includes the soft break of word processors (U+000B). Breaks before and
    behind the text go.
    """
    return " ".join(part for part in _BREAK.split(text) if part)


def lined(value: T, *names: str) -> T:
    """The frozen ``value`` with its texts called ``names`` in one line each."""
    changes: dict[str, Any] = {name: one_line(getattr(value, name)) for name in names}
    return replace(value, **changes)  # type: ignore[type-var]  # any frozen dataclass
