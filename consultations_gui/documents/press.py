"""The press of the application: an order comes in, a file goes out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from consultations_gui.application.ports import Format, PaperOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.compose import compose

if TYPE_CHECKING:
    from consultations_gui.documents.pdf import PdfPress


class Press:
    """Sets papers as PDF or DOCX. Keep one for the whole program: the PDF side is kept warm."""

    def press(self, order: PaperOrder) -> bytes:
        """The file's bytes, the same for the same order.

        Raises:
            MissingGlyphError: a character of a PDF that no font of the lists has.
            PaperIncompleteError: a final paper whose texts are missing or stale.
            UnknownCityZoneError: the city's times would be a guess.
        """
        paper = compose(order)
        if order.format is Format.PDF:
            return self._pdf.pdf(paper)
        # Either writer brings a large library, and most orders are for one of them.
        from consultations_gui.documents.word import docx  # noqa: PLC0415

        return docx(paper)

    @cached_property
    def _pdf(self) -> PdfPress:
        from consultations_gui.documents.pdf import PdfPress  # noqa: PLC0415

        return PdfPress(resource("papers"))
