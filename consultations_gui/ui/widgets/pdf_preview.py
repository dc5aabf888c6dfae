"""A paper that is set in the background and shown as the very PDF that is printed or written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStackedWidget, QWidget

from consultations_gui.application.ports import Context
from consultations_gui.desktop.tasks import Task
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.widgets.labels import Role, label

if TYPE_CHECKING:
    from consultations_gui.ui.widgets.pdf_pane import PdfPane

Make = Callable[[Context], bytes]
"""Sets the paper; a broken rule is shown in its place."""


class PdfPreview(QStackedWidget):
    """Shows the newest paper asked for; one that was overtaken meanwhile is dropped.

    ``settled`` follows each paper shown and each refusal; :attr:`content` is
    then the PDF, or empty.
    """

    settled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._make: Make | None = None
        self._task: Task | None = None
        self._again = False
        self._content = b""
        self._error: DomainError | None = None
        self._pane: PdfPane | None = None
        self._scale = "page"
        self._told = label(role=Role.MUTED, wrap=True)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.setContentsMargins(20, 20, 20, 20)
        self.addWidget(self._told)

    @property
    def content(self) -> bytes:
        """The PDF shown; empty while the paper asked for is being set, or was refused."""
        return self._content

    @property
    def told(self) -> str:
        """What stands in place of a paper."""
        return "" if self._content else self._told.text()

    def scale_to(self, choice: str) -> None:
        """Show this paper and those to come as chosen: ``width``, ``page`` or a factor."""
        self._scale = choice
        if self._pane is not None:
            self._pane.scale_to(choice)

    def ask(self, make: Make) -> None:
        """Show the paper that ``make`` sets, in a moment."""
        self._make, self._content, self._error = make, b"", None
        if self._task is None:
            self._start(make)
        else:
            self._again = True
        self.speak()

    def forget(self) -> None:
        """Nobody looks any more: whatever is under way comes to nothing."""
        self._again = False
        if self._task is not None:
            self._task.abandon()

    def speak(self) -> None:
        """Say everything in the language in use; the paper itself does not follow the screen."""
        words = self._desk.words
        if self._pane is not None:
            self._pane.setAccessibleName(words.tr(N_("The paper")))
        if self._error is not None:
            self._told.setText(error_text(self._error, words))
        elif not self._content:
            self._told.setText(words.tr("The paper is being set…"))

    def _start(self, make: Make) -> None:
        self._task = self._desk.start(
            self._desk.words.tr("Setting the paper"),
            lambda ctx, _task: make(ctx),
            lambda content: self._show(make, content),
            on_error=lambda error: self._refuse(make, error),
        )
        self._task.ended.connect(self._ended)

    def _ended(self) -> None:
        self._task = None
        if self._again and self._make is not None:
            self._again = False
            self._start(self._make)

    def _show(self, make: Make, content: bytes) -> None:
        if make is not self._make:
            return
        self._content = content
        pane = self._opened()
        pane.show_pdf(content)
        self.setCurrentWidget(pane)
        self.settled.emit()

    def _refuse(self, make: Make, error: DomainError) -> None:
        if make is not self._make:
            return
        self._error = error
        self.setCurrentWidget(self._told)
        self.speak()
        self.settled.emit()

    def _opened(self) -> PdfPane:
        if self._pane is None:
            from consultations_gui.ui.widgets.pdf_pane import PdfPane  # noqa: PLC0415  # QtPdf

            self._pane = PdfPane(self)
            palette = self._pane.palette()
            palette.setColor(QPalette.ColorRole.Dark, QColor(self._desk.theme.tokens.sunken))
            self._pane.setPalette(palette)
            self._pane.scale_to(self._scale)
            self.addWidget(self._pane)
            self.speak()
        return self._pane
