"""Ctrl+P: the paper is set as it stands now, the printer chosen, and its pages printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from consultations_gui.application import papers
from consultations_gui.application.ports import Alternat, Copy
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.print_dialog import choose_printer


def print_paper(desk: Desk, id: str, copy: Copy, alternat: Alternat, parent: QWidget) -> None:
    """Set the paper in the background, then ask for the printer."""
    desk.start(
        desk.words.tr("Setting the paper"),
        lambda ctx, _task: papers.preview(ctx, id, copy, alternat),
        lambda content: choose_printer(desk, content, parent),
    )
