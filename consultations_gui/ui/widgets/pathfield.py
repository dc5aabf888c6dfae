"""A file or a folder to type or to choose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.widgets.choosing import choose_file, choose_folder


class PathField(QWidget):
    """A line for a path with a chooser behind a button. ``settled`` follows a finished entry.

    ``kinds`` are the patterns of the files to choose from (``"*.csv"``) and
    ``called`` what the chooser calls them (a message ID); without them a
    folder is chosen. With ``folders`` a folder may be chosen as well, behind
    a button of its own.
    """

    settled = Signal()

    def __init__(
        self,
        desk: Desk,
        texts: Texts,
        kinds: tuple[str, ...] = (),
        called: str = N_("Tables"),
        parent: QWidget | None = None,
        *,
        folders: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk, self._kinds, self._called = desk, kinds, called
        self.line = QLineEdit()
        self._settled = ""
        self.line.editingFinished.connect(self._finish)
        self.browse = QPushButton()
        self.browse.setAutoDefault(False)
        texts.bind(self.browse.setText, N_("Choose…"))
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)
        if folders:
            self.folder = QPushButton()
            self.folder.setAutoDefault(False)
            texts.bind(self.folder.setText, N_("Folder…"))
            self.folder.clicked.connect(self._browse_folders)
            row.addWidget(self.folder)
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @property
    def path(self) -> Path | None:
        """What is typed; ``None`` while nothing is."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def put(self, path: Path | str) -> None:
        """Fill in a path as if the person had chosen it."""
        self.line.setText(str(path))
        self._settle()

    def _finish(self) -> None:
        """Enter asks again; leaving the field tells only what is new.

        A click on a dialog's button leaves the field: told again, the file
        would be read again and the button be closed under the click.
        """
        if self.line.hasFocus() or self.line.text() != self._settled:
            self._settle()

    def _settle(self) -> None:
        self._settled = self.line.text()
        self.settled.emit()

    def _browse(self) -> None:
        if not self._kinds:
            self._browse_folders()
            return
        title, at, words = self.accessibleName(), self.line.text(), self._desk.words
        called = words.tr(self._called)
        if chosen := choose_file(self, title, at, called, self._kinds, words):
            self.put(chosen)

    def _browse_folders(self) -> None:
        title, at = self.accessibleName(), self.line.text()
        if chosen := choose_folder(self, title, at, self._desk.words):
            self.put(chosen)


def usual_folder(desk: Desk) -> str:
    """Where files were written last, or the person's documents."""
    kept = desk.preferences.value.export_folder
    return kept or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
