"""The register could not be opened: what happened and what to do, in the language in use."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.domain.errors import DomainError
from consultations_gui.i18n.wording import error_text
from consultations_gui.ui.language import LanguageSwitch
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.statusline import LanguageButtons


class RefusedDialog(QDialog):
    """Stands alone, before there is a window; the language can be changed here too."""

    def __init__(
        self, error: DomainError, language: LanguageSwitch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._error, self._language = error, language
        self._title = label(role=Role.TITLE)
        self.told = label(wrap=True)
        self.close_button = QPushButton()
        self.close_button.setProperty("role", "primary")
        self.close_button.clicked.connect(self.accept)
        self.languages = LanguageButtons(language.language)
        self.languages.chosen.connect(language.choose)
        language.changed.connect(self.retranslate)
        row = QHBoxLayout()
        row.addWidget(self.languages)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.told, 1)
        column.addLayout(row)
        self.setMinimumWidth(460)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        words = self._language.words
        title = words.tr("The register was not opened")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.told.setText(error_text(self._error, words))
        self.close_button.setText(words.tr("Close"))
        self.languages.mark(self._language.language)
