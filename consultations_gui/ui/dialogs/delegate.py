"""One delegate with all that is known of them, each field under its label."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from consultations_gui.domain.errors import DomainError, InvalidEmailError
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.people import Delegate, Role
from consultations_gui.i18n.wording import error_text, label
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.delegation import FIELDS, HEADINGS, Column, with_text
from consultations_gui.ui.widgets.fields import Labelled

_PLACES: dict[Column, tuple[int, int]] = {
    Column.ROLE: (0, 0),
    Column.LANGUAGE: (0, 1),
    Column.NAME_ZH: (1, 0),
    Column.NAME_RU: (1, 1),
    Column.LATIN: (2, 0),
    Column.EMAIL: (2, 1),
    Column.POST_ZH: (3, 0),
    Column.POST_RU: (3, 1),
}


class DelegateDialog(FormDialog):
    """Names are taken as they are typed and never filled in. :attr:`delegate` is the result."""

    def __init__(self, desk: Desk, delegate: Delegate, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Member of the delegation"), N_("Keep"), parent)
        self.delegate = delegate
        self.role, self.language = QComboBox(), QComboBox()
        for role in Role:
            self.role.addItem("", role.value)
        for lang in Lang:
            self.language.addItem("", lang.value)
        self.role.setCurrentIndex(list(Role).index(delegate.role))
        self.language.setCurrentIndex(list(Lang).index(delegate.person.language))
        self.lines = {
            column: QLineEdit(getattr(delegate.person, name)) for column, name in FIELDS.items()
        }
        self.labelled: dict[Column, Labelled] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for column, (row, across) in _PLACES.items():
            box = {Column.ROLE: self.role, Column.LANGUAGE: self.language}
            labelled = Labelled(box.get(column) or self.lines[column])
            self.texts.bind(labelled.set_caption, HEADINGS[column])
            self.labelled[column] = labelled
            grid.addWidget(labelled, row, across)
        self.form.addLayout(grid)
        self.setMinimumWidth(620)
        self.present()

    def finish(self) -> bool | None:
        person = replace(self.delegate.person, language=Lang(self.language.currentData()))
        for column, line in self.lines.items():
            person = with_text(person, column, line.text().strip())
        for labelled in self.labelled.values():
            labelled.show_error("")
        try:
            person.require_valid()
        except DomainError as error:
            wrong = Column.EMAIL if isinstance(error, InvalidEmailError) else Column.NAME_ZH
            self.labelled[wrong].show_error(error_text(error, self.desk.words))
            self.lines[wrong].setFocus()
            return False
        self.delegate = Delegate(person, Role(self.role.currentData()))
        return None

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Name roles and languages in the language in use."""
        words = self.desk.words
        for at, role in enumerate(Role):
            self.role.setItemText(at, label(role, words))
        for at, lang in enumerate(Lang):
            self.language.setItemText(at, label(lang, words))
