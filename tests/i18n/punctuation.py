"""Which marks in a Chinese text are of the wrong width."""

from __future__ import annotations

import re

_HANZI = "\u3400-\u9fff"
_NARROW = re.compile(rf"(?<=[{_HANZI}）》”】])[,;:()?!]|[,;:()?!](?= ?[{_HANZI}（《“【])")
_FINE = ("时:分",)
"""What a person types, told as it is typed."""


def narrow(text: str) -> list[str]:
    """Each half-width mark beside a hanzi, with a few signs around it."""
    for fine in _FINE:
        text = text.replace(fine, "")
    return [text[max(0, m.start() - 8) : m.end() + 8] for m in _NARROW.finditer(text)]
