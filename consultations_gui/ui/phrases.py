"""Putting parts of a text together as each language does."""

from __future__ import annotations

from collections.abc import Iterable

from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import Words


def listed(parts: Iterable[str], words: Words) -> str:
    """Parts one after the other with the language's comma; empty ones are left out."""
    comma = "，" if words.language is Language.ZH else ", "
    return comma.join(part for part in parts if part)


def sentences(parts: Iterable[str], words: Words) -> str:
    """Whole sentences one after the other; Chinese puts no space between them."""
    space = "" if words.language is Language.ZH else " "
    return space.join(part for part in parts if part)
