"""Ctrl+P: the paper is set as it stands now, the printer chosen, and its pages printed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from consultations_gui.application import papers
from consultations_gui.application.ports import Alternat, Copy
from consultations_gui.ui.desk import Desk


def print_paper(desk: Desk, id: str, copy: Copy, alternat: Alternat, parent: QWidget) -> None:
    """Set the paper in the background, then ask for the printer."""
    desk.start(
        desk.words.tr("Setting the paper"),
        lambda ctx, _task: papers.preview(ctx, id, copy, alternat),
        lambda content: _choose_printer(desk, content, parent),
    )


def _choose_printer(desk: Desk, content: bytes, parent: QWidget) -> None:
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
