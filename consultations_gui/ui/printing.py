"""Printing a paper: exactly its PDF, page by page at the printer's own resolution."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from consultations_gui.ui.widgets.pdf_pane import load_pdf

FINEST = 600
"""Dots an inch beyond which a page of text gains nothing but weight (A4 at 600 is 140 MB)."""
_POINTS = 72


def prepare(printer: QPrinter, content: bytes) -> None:
    """Give ``printer`` the paper's page size, without margins of its own, and its page count."""
    document = load_pdf(content)
    points = document.pagePointSize(0)
    # Printers know their paper standing, whichever way the page is set.
    lying = points.width() > points.height()
    size = QPageSize(points.transposed() if lying else points, QPageSize.Unit.Point)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    printer.setFullPage(True)
    printer.setFromTo(1, document.pageCount())


def print_pdf(printer: QPrinter, content: bytes, report: Callable[[int, int], object]) -> None:
    """Print the pages chosen in ``printer``; ``report(done, total)`` after each.

    Whatever ``report`` raises stops the job and takes it back.
    """
    document = load_pdf(content)
    pages = list(_chosen(printer, document.pageCount()))
    painter = QPainter(printer)
    try:
        for at, page in enumerate(pages):
            if at:
                printer.newPage()
            _print_page(printer, painter, document, page)
            report(at + 1, len(pages))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _chosen(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage(), printer.toPage()
    chosen = printer.printRange() is QPrinter.PrintRange.PageRange and first > 0
    return range(first - 1, min(last, count)) if chosen else range(count)


def _print_page(printer: QPrinter, painter: QPainter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), FINEST) / _POINTS
    image = document.render(
        page, QSize(round(points.width() * dots), round(points.height() * dots))
    )
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    whole = points * (printer.resolution() / _POINTS)
    if whole.width() > sheet.width() + 1 or whole.height() > sheet.height() + 1:
        # A smaller sheet than the paper was set for: all of it, smaller.
        whole = whole.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(0, 0, round(whole.width()), round(whole.height())), image)
