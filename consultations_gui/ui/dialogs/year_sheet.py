"""A year on one sheet: looked at as it will be printed, then printed or written to a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import year_sheets
from consultations_gui.application.ports import SheetSize, SheetText
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import tell_written
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.print_dialog import choose_printer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.paper_preview import ZOOMS
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder
from consultations_gui.ui.widgets.pdf_preview import PdfPreview

SIZES: tuple[tuple[SheetSize, str], ...] = (
    (SheetSize.A4, N_("A4, lying")),
    (SheetSize.A3, N_("A3, lying")),
)
TEXTS: tuple[tuple[SheetText, str], ...] = (
    (SheetText.BOTH, N_("Chinese and Russian")),
    (SheetText.ZH, N_("Chinese only")),
    (SheetText.RU, N_("Russian only")),
)
FIELDS_WIDTH = 300


class YearSheetDialog(FormDialog):
    """Page, texts and marking on the left; the sheet itself on the right."""

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Print the year"), N_("Write the file"), parent)
        self._year = year
        self.size_choice, self.text_choice, self.zoom = QComboBox(), QComboBox(), QComboBox()
        self.parties = QCheckBox()
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.file = label(wrap=True)
        self.preview = PdfPreview(desk)
        self.print_button = QPushButton()
        self._build()
        self._connect()
        self.resize(980, 640)
        self.present()
        self._ask()

    @property
    def wish(self) -> SheetWish:
        """The sheet chosen."""
        return SheetWish(
            self._year,
            SheetSize(self.size_choice.currentData()),
            SheetText(self.text_choice.currentData()),
            Marking.PARTIES if self.parties.isChecked() else Marking.OPEN,
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.preview.speak()
        self.present()

    def present(self) -> None:
        """Say the choices and the file they make in the language in use."""
        words = self.desk.words
        for box, choices in self._choices():
            for at, (_value, msgid) in enumerate(choices):
                box.setItemText(at, words.tr(msgid))
        name, folder = year_sheets.sheet_name(self.wish), self.folder.path
        if folder is not None and (folder / name).exists():
            name = words.tr("{name} (the file that is there now is replaced)", name=name)
        self.file.setText(name)
        self._allow()

    def finish(self) -> bool | None:
        folder, wish = self.folder.path, self.wish
        if folder is None:
            return False
        desk = self.desk
        desk.preferences.update(export_folder=str(folder))
        desk.start(
            desk.words.tr("Writing the papers"),
            lambda ctx, _task: year_sheets.export(ctx, wish, folder),
            lambda paths: tell_written(desk, paths),
        )
        return None

    def done(self, result: int) -> None:
        self.preview.forget()
        super().done(result)

    # --- acting -----------------------------------------------------------------------------

    def _choose(self) -> None:
        self.present()
        self._ask()

    def _ask(self) -> None:
        wish = self.wish
        self.preview.ask(lambda ctx: year_sheets.preview(ctx, wish))
        self._allow()

    def _allow(self) -> None:
        ready = bool(self.preview.content)
        self.print_button.setEnabled(ready)
        self.accept_button.setEnabled(ready and self.folder.path is not None)

    def _print(self) -> None:
        choose_printer(self.desk, self.preview.content, self)

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for box, choices in self._choices():
            for value, _msgid in choices:
                box.addItem("", str(value))
        self.zoom.setCurrentIndex(self.zoom.findData("page"))
        self.texts.bind(self.parties.setText, N_("Mark it “For the Parties only”"))
        self.texts.bind(self.print_button.setText, N_("Print…"))
        self.print_button.setIcon(self.desk.theme.icon("printer"))
        self.print_button.setAutoDefault(False)
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        heading = label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("This file will be written"))
        fields = QWidget()
        fields.setFixedWidth(FIELDS_WIDTH)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field, msgid in ((self.size_choice, N_("Page")), (self.text_choice, N_("Texts"))):
            column.addWidget(self._captioned(field, msgid))
        column.addWidget(self.parties)
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._captioned(self.folder, N_("Folder")))
        column.addWidget(heading)
        column.addWidget(self.file)
        column.addStretch(1)
        column.addWidget(self._captioned(self.zoom, N_("Size of the paper")))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(fields)
        row.addWidget(self.preview, 1)
        self.form.addLayout(row, 1)

    def _choices(self) -> tuple[tuple[QComboBox, Sequence[tuple[str, str]]], ...]:
        return ((self.size_choice, SIZES), (self.text_choice, TEXTS), (self.zoom, ZOOMS))

    def _captioned(self, field: QWidget, msgid: str) -> Labelled:
        captioned = Labelled(field)
        self.texts.bind(captioned.set_caption, msgid)
        return captioned

    def _connect(self) -> None:
        self.size_choice.activated.connect(self._choose)
        self.text_choice.activated.connect(self._choose)
        self.zoom.activated.connect(lambda: self.preview.scale_to(self.zoom.currentData()))
        self.parties.toggled.connect(self._choose)
        self.folder.settled.connect(self.present)
        self.preview.settled.connect(self._allow)
        self.print_button.clicked.connect(self._print)
