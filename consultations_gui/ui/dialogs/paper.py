"""A paper that is looked at as it will be printed, then printed or written to files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application.ports import Context
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import tell_written
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.print_dialog import choose_printer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder
from consultations_gui.ui.widgets.pdf_preview import PdfPreview


class PaperDialog(FormDialog):
    """Choices on the left, the PDF itself on the right; :meth:`present` says the choices.

    A subclass puts its fields into :attr:`fields`, and :meth:`present` and
    :meth:`ask` on its own signals.
    """

    def __init__(
        self, desk: Desk, title: str, accept: str, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, accept, parent)
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.preview = PdfPreview(desk)
        self.print_button = QPushButton()
        self.texts.bind(self.print_button.setText, N_("Print…"))
        self.print_button.setIcon(desk.theme.icon("printer"))
        self.print_button.setAutoDefault(False)
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.print_button.clicked.connect(self._print)
        self.folder.settled.connect(self.present)
        self.preview.settled.connect(self.allow)
        left = QWidget()
        left.setFixedWidth(width)
        self.fields = QVBoxLayout(left)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(left)
        row.addWidget(self.preview, 1)
        self.form.addLayout(row, 1)

    def present(self) -> None:
        """Say the choices, and what they make, in the language in use."""
        self.allow()

    def retranslate(self) -> None:
        super().retranslate()
        self.preview.speak()
        self.present()

    def done(self, result: int) -> None:
        self.preview.forget()
        super().done(result)

    def ask(self, press: Callable[[Context], bytes]) -> None:
        """Show what ``press`` sets, in the background; until then nothing can be printed."""
        self.preview.ask(press)
        self.allow()

    def allow(self, *, written: bool = True) -> None:
        """Let a paper that stands be printed, and written too where there is what to write."""
        ready = bool(self.preview.content)
        self.print_button.setEnabled(ready)
        self.accept_button.setEnabled(ready and written and self.folder.path is not None)

    def file_line(self, name: str) -> str:
        """The name of a file to be written, and whether it replaces one."""
        folder = self.folder.path
        if folder is not None and (folder / name).exists():
            return self.desk.words.tr("{name} (the file that is there now is replaced)", name=name)
        return name

    def write(self, export: Callable[[Context, Path], tuple[Path, ...]]) -> bool | None:
        """Write the files in the background into the folder chosen; tell where they are."""
        folder, desk = self.folder.path, self.desk
        if folder is None:
            return False
        desk.preferences.update(export_folder=str(folder))
        desk.start(
            desk.words.tr("Writing the papers"),
            lambda ctx, _task: export(ctx, folder),
            lambda paths: tell_written(desk, paths),
        )
        return None

    def captioned(self, field: QWidget, msgid: str) -> Labelled:
        """A field under its name."""
        captioned = Labelled(field)
        self.texts.bind(captioned.set_caption, msgid)
        return captioned

    def _print(self) -> None:
        choose_printer(self.desk, self.preview.content, self)
