"""A small form in a dialog: fields, what is wrong with them, and two buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application.ports import Context
from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.labels import Role, label

T = TypeVar("T")
P = ParamSpec("P")


class FormDialog(QDialog):
    """Stays open until :meth:`finish` accepts; nothing typed is lost by a mistake in it.

    A subclass fills :attr:`form` and overrides :meth:`finish`, which raises
    the domain's errors; they are shown below the fields.
    """

    def __init__(self, desk: Desk, title: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.texts = Texts(desk.language)
        self.texts.bind(self.setWindowTitle, title)
        heading = label(role=Role.TITLE)
        self.texts.bind(heading.setText, title)
        self.form = QVBoxLayout()
        self.form.setSpacing(12)
        self.wrong = label(role=Role.ERROR, wrap=True)
        self.wrong.hide()
        self.accept_button, self.cancel_button = QPushButton(), QPushButton()
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        self.texts.bind(self.accept_button.setText, accept)
        self.texts.bind(self.cancel_button.setText, "Cancel")
        self.accept_button.clicked.connect(self._try)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(self.form)
        column.addWidget(self.wrong)
        column.addLayout(row)
        self.setMinimumWidth(440)
        desk.language.changed.connect(self.retranslate)

    def do(
        self,
        use_case: Callable[Concatenate[Context, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a use case from :meth:`finish`; what it refuses keeps the dialog open."""
        done = self.desk.attempt(lambda _error: None, use_case, *args, **kwargs)
        if done.error is not None:
            raise done.error
        return cast("T", done.value)

    def finish(self) -> bool | None:
        """Take over what was typed; ``False`` keeps the dialog open, told beside a field.

        Raises :class:`DomainError` for what cannot be taken.
        """

    def retranslate(self) -> None:
        """Say everything in the language in use; what was typed stays."""
        self.texts.speak()
        self.wrong.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field: the buttons stand before the fields in the order of focus.

        Qt opens a dialog on no more than two thirds of a screen, whatever it holds; what is
        wider would be cut.
        """
        self.resize(self.size().expandedTo(self.minimumSizeHint().boundedTo(self.screen().size())))
        if self.focusWidget() is None and (field := self._first_field()) is not None:
            field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        super().showEvent(event)

    def _first_field(self) -> QWidget | None:
        found: QWidget | None = self.nextInFocusChain()
        while found is not None and found is not self:
            if self._begins(found):
                return found
            found = found.nextInFocusChain()
        return None

    def _begins(self, field: QWidget) -> bool:
        """Whether a person could begin here; a page that scrolls takes focus but no typing."""
        if field in (self.accept_button, self.cancel_button) or type(field) is QScrollArea:
            return False
        if isinstance(field, QLineEdit) and field.isReadOnly():
            return False
        reached = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return reached and field.isEnabledTo(self) and field.isVisibleTo(self)

    def _try(self) -> None:
        try:
            done = self.finish()
        except DomainError as error:
            self.wrong.setText(error_text(error, self.desk.words))
            self.wrong.show()
            return
        if done is not False:
            self.accept()
