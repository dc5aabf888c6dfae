"""The program failed: say so, lose nothing, keep nothing without being told to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.desktop.crash import CrashReport
from consultations_gui.desktop.folders import open_folder_of
from consultations_gui.i18n.words import Words
from consultations_gui.ui.widgets.labels import Role, label


class CrashDialog(QDialog):
    """Shows the report as it would be saved. ``save`` writes it and returns its path.

    Nothing is saved unless the person says so; the window stays open
    underneath with everything that was typed.
    """

    def __init__(
        self,
        report: CrashReport,
        words: Words,
        save: Callable[[CrashReport], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.report, self._words, self._save = report, words, save
        self._saved: Path | None = None
        self.setWindowTitle(words.tr("A fault in the program"))
        self.resize(620, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(words.tr("The program made a mistake"), Role.TITLE))
        column.addWidget(label(self._explanation(), wrap=True))
        text = QPlainTextEdit(report.text)
        text.setReadOnly(True)
        text.setAccessibleName(words.tr("Report"))
        column.addWidget(text, 1)
        self.told = label(role=Role.SMALL, wrap=True)
        column.addWidget(self.told)
        column.addLayout(self._buttons())

    def _explanation(self) -> str:
        return self._words.tr(
            "What you stored is safe, and what you typed is still in the window. The report below "
            "holds only the place in the program and versions: no names, texts or paths of yours. "
            "It is saved only if you say so."
        )

    def _buttons(self) -> QHBoxLayout:
        self.keep = QPushButton(self._words.tr("Save the report"))
        self.keep.clicked.connect(self._keep)
        self.back = QPushButton(self._words.tr("Go on working"))
        self.back.setProperty("role", "primary")
        self.back.setDefault(True)
        self.back.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.back)
        return row

    def _keep(self) -> None:
        if self._saved is not None:
            open_folder_of(self._saved)
            return
        try:
            self._saved = self._save(self.report)
        except OSError:
            self.told.setText(self._words.tr("The report could not be saved here."))
            return
        self.told.setText(self._words.tr("Saved as {file}", file=self._saved.name))
        self.keep.setText(self._words.tr("Open folder"))
