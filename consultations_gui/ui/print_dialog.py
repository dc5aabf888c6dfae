"""Choosing a printer for a paper that is set already, and printing it in the background."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from consultations_gui.ui.desk import Desk


def choose_printer(desk: Desk, content: bytes, parent: QWidget) -> None:
    """Ask for the printer and print ``content``, a whole PDF file."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # rarely

    from consultations_gui.ui.printing import prepare, print_pdf  # noqa: PLC0415  # QtPdf

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, content)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(desk.words.tr("Print…"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    desk.start(
        desk.words.tr("Printing"),
        lambda _ctx, task: print_pdf(printer, content, task.report),
        lambda _none: desk.tell(lambda words: words.tr("Sent to the printer")),
    )
