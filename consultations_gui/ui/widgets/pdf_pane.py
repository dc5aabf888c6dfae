"""Shows a PDF from memory. QtPdf is loaded with the first paper, not with the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

GAP = 12


class PdfPane(QPdfView):
    """One PDF document; showing a newer state of it keeps the place one is reading at.

    ``turned(page, pages)`` follows the page in sight, counted from 1.
    """

    turned = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: QPdfDocument | None = None
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setPageSpacing(GAP)
        # A bar that comes and goes with the page's size, which follows the pane's width, which
        # follows the bar, would do so for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.pageNavigator().currentPageChanged.connect(self._tell)

    def show_pdf(self, content: bytes) -> None:
        """Show ``content``, a whole PDF file."""
        bar = self.verticalScrollBar()
        at = bar.value()
        old, self._document = self._document, load_pdf(content)
        self.setDocument(self._document)
        if old is not None:
            old.deleteLater()
        bar.setValue(min(at, bar.maximum()))
        self._tell()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount() if self._document else 0

    @property
    def page(self) -> int:
        """The page in sight, from 1."""
        return self.pageNavigator().currentPage() + 1

    def turn(self, by: int) -> None:
        """Go ``by`` pages on."""
        target = self.page - 1 + by
        if 0 <= target < self.pages:
            self.pageNavigator().jump(target, self.pageNavigator().currentLocation())

    def fit_width(self) -> None:
        """Let the page be as wide as the pane."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def fit_page(self) -> None:
        """Let the whole page be seen."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setZoomMode(QPdfView.ZoomMode.FitInView)

    def zoom(self, factor: float) -> None:
        """Show the paper ``factor`` times its own size."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)

    def scale_to(self, choice: str) -> None:
        """Show it as chosen in a list of sizes: ``width``, ``page`` or a factor such as ``1.5``."""
        if choice == "width":
            self.fit_width()
        elif choice == "page":
            self.fit_page()
        else:
            self.zoom(float(choice))

    def _tell(self, _page: int = 0) -> None:
        self.turned.emit(self.page, self.pages)


def load_pdf(content: bytes) -> QPdfDocument:
    """``content`` as a document that owns its bytes.

    It has no Qt parent: a document that goes down with the view that shows it
    takes the program with it (Qt 6.12).

    Raises:
        ValueError: the bytes are no PDF.
    """
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        raise ValueError(document.error().name)
    return document
