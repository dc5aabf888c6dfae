"""Putting parts of a text together as each language does.

Chinese has marks of its own, as wide as a hanzi and without a space behind
them. Whoever joins words of ours joins them here; ``tests/i18n`` looks.
"""

from __future__ import annotations

from collections.abc import Iterable

from consultations_gui.i18n.language import Language
from consultations_gui.i18n.words import Words


def listed(parts: Iterable[str], words: Words) -> str:
    """Parts one after the other with the language's comma; empty ones are left out."""
    return _joined(parts, words, "，", ", ")


def clauses(parts: Iterable[str], words: Words) -> str:
    """Parts one after the other with the language's semicolon; empty ones are left out."""
    return _joined(parts, words, "；", "; ")


def sentences(parts: Iterable[str], words: Words) -> str:
    """Whole sentences one after the other; Chinese puts no space between them."""
    return _joined(parts, words, "", " ")


def spoken(parts: Iterable[str], words: Words) -> str:
    """Parts with a full stop between them, as a screen reader pauses; empty ones are left out."""
    return _joined(parts, words, "。", ". ")


def named(name: str, value: str, words: Words) -> str:
    """A name and its value, with the language's colon."""
    return f"{name}：{value}" if words.language is Language.ZH else f"{name}: {value}"


def _joined(parts: Iterable[str], words: Words, chinese: str, other: str) -> str:
    mark = chinese if words.language is Language.ZH else other
    return mark.join(part for part in parts if part)
