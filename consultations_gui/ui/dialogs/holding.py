"""Sheets that keep what was typed: closed without finishing, they can be taken up again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.widgets.page import PageArea

WIDTH, HEIGHT = 780, 600


class HoldingSheet(FormDialog):
    """A sheet whose content Escape must not lose; :attr:`content` scrolls when it is long."""

    def __init__(self, desk: Desk, title: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, primary, parent)
        self._error: DomainError | None = None
        self.scroller = PageArea()
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        column = self.scroller.column
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self.content)
        column.addStretch(1)
        # The page follows the field in focus; Tab would only come to a stop at nothing on it.
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.addWidget(self.scroller, 1)
        # Enter belongs to the fields here: a long form is never sent by a slip of the finger.
        for button in (self.accept_button, self.cancel_button):
            button.setAutoDefault(False)
            button.setDefault(False)
        self.resize(WIDTH, HEIGHT)

    @property
    def touched(self) -> bool:
        """Something was typed or chosen in it."""
        return True

    def present(self) -> None:
        """Say what depends on values, in the language in use."""

    def retranslate(self) -> None:
        super().retranslate()
        self.refuse(self._error)
        self.present()

    def refuse(self, error: DomainError | None) -> None:
        """Show a broken rule above the buttons; ``None`` takes it away."""
        self._error = error
        self.wrong.setText(error_text(error, self.desk.words) if error else "")
        self.wrong.setVisible(error is not None)

    def _try(self) -> None:
        self.refuse(None)
        super()._try()

    def point(self, widget: QWidget) -> None:
        """Bring a field to the person's eyes and let them type in it."""
        self.scroller.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


class Aside(QObject):
    """Shows one sheet at a time; one that was left unfinished waits, and can be taken up again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._sheet: HoldingSheet | None = None

    @property
    def sheet(self) -> HoldingSheet | None:
        """The sheet shown, or left unfinished."""
        return self._sheet

    def show(self, sheet: HoldingSheet) -> None:
        """Show a sheet; one left unfinished before goes."""
        self._drop()
        self._sheet = sheet
        sheet.accepted.connect(self._drop)
        sheet.rejected.connect(self._left)
        sheet.open()

    def _left(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if not sheet.touched:
            self._drop()
            return
        self._desk.tell(
            lambda words: words.tr("What you typed was kept."),
            Offer(N_("Go on with it"), self._again),
        )

    def _again(self) -> None:
        if self._sheet is not None:
            self._sheet.open()

    def _drop(self) -> None:
        if self._sheet is not None:
            self._sheet.deleteLater()
            self._sheet = None
