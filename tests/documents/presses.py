"""One warm press for the tests of papers; what it has set lately is not set again."""

from __future__ import annotations

from functools import cache, lru_cache

from consultations_gui.desktop.paths import resource
from consultations_gui.documents.pdf import Content, PdfPress


@cache
def press() -> PdfPress:
    return PdfPress(resource("papers"))


@lru_cache(maxsize=64)
def set_as_pdf(content: Content) -> bytes:
    """The file of a paper, which is a value, and so is the file."""
    return press().pdf(content)
