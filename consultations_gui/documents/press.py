"""The press of the application: an order comes in, a file goes out."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from consultations_gui.application.ports import Format, NoteOrder, PaperOrder, YearSheetOrder
from consultations_gui.desktop.paths import resource
from consultations_gui.documents.compose import compose

if TYPE_CHECKING:
    from consultations_gui.documents.pdf import Content, PdfPress

Composed = TypeVar("Composed", bound="Content")


class Press:
    """Sets papers as PDF or DOCX. Keep one for the whole program: the PDF side is kept warm."""

    def press(self, order: PaperOrder) -> bytes:
        """The file's bytes, the same for the same order.

        Raises:
            MissingGlyphError: a character that no font of the lists has here, also of a
                DOCX: what cannot be seen or printed here leaves in neither form.
            PaperIncompleteError: a final paper whose texts are missing or stale.
            UnknownCityZoneError: the city's times would be a guess.
        """
        paper, pdf = self._set(lambda: compose(order))
        if order.format is Format.PDF:
            return pdf
        # Most orders are for a PDF, and this writer brings a large library.
        from consultations_gui.documents.word import docx  # noqa: PLC0415

        return docx(paper)

    def press_note(self, order: NoteOrder) -> bytes:
        """The note's bytes, the same for the same order.

        Raises:
            MissingGlyphError: as for :meth:`press`, in both forms.
        """
        # Most orders are for an agenda; notes and years bring rules of their own.
        from consultations_gui.documents.notes import compose_note  # noqa: PLC0415

        note, pdf = self._set(lambda: compose_note(order))
        if order.format is Format.PDF:
            return pdf
        from consultations_gui.documents.word_note import note_docx  # noqa: PLC0415  # as above

        return note_docx(note)

    def press_year(self, order: YearSheetOrder) -> bytes:
        """A year on one sheet as PDF, the same bytes for the same order.

        Raises:
            MissingGlyphError: a character that no font of the lists has.
        """
        from consultations_gui.documents.year import compose_year  # noqa: PLC0415  # as above

        return self._set(lambda: compose_year(order))[1]

    def _set(self, compose: Callable[[], Composed]) -> tuple[Composed, bytes]:
        """What was composed, and its PDF, which is also the exact test of its characters."""
        starting = self._pdf
        made = compose()
        return made, starting.result().pdf(made)

    @cached_property
    def _pdf(self) -> Future[PdfPress]:
        """The PDF side, started aside: it looks for fonts while the words are put together."""
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fonts")
        started = pool.submit(_start)
        pool.shutdown(wait=False)
        return started


def _start() -> PdfPress:
    from consultations_gui.documents.pdf import PdfPress  # noqa: PLC0415

    return PdfPress(resource("papers"))
