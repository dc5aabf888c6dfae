"""A year on one sheet: looked at as it will be printed, then printed or written to a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from consultations_gui.application import year_sheets
from consultations_gui.application.ports import SheetSize, SheetText
from consultations_gui.application.year_sheets import SheetWish
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.paper import PaperDialog
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.paper_preview import ZOOMS

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


class YearSheetDialog(PaperDialog):
    """Page, texts and marking on the left; the sheet itself on the right."""

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        title, accept = N_("Print the year"), N_("Write the file")
        super().__init__(desk, title, accept, FIELDS_WIDTH, parent)
        self._year = year
        self.size_choice, self.text_choice, self.zoom = QComboBox(), QComboBox(), QComboBox()
        self.parties = QCheckBox()
        self.file = label(wrap=True)
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

    def present(self) -> None:
        words = self.desk.words
        for box, choices in self._choices():
            for at, (_value, msgid) in enumerate(choices):
                box.setItemText(at, words.tr(msgid))
        self.file.setText(self.file_line(year_sheets.sheet_name(self.wish)))
        self.allow()

    def finish(self) -> bool | None:
        wish = self.wish
        return self.write(lambda ctx, folder: year_sheets.export(ctx, wish, folder))

    # --- acting -----------------------------------------------------------------------------

    def _choose(self) -> None:
        self.present()
        self._ask()

    def _ask(self) -> None:
        wish = self.wish
        self.ask(lambda ctx: year_sheets.preview(ctx, wish))

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for box, choices in self._choices():
            for value, _msgid in choices:
                box.addItem("", str(value))
        self.zoom.setCurrentIndex(self.zoom.findData("page"))
        self.texts.bind(self.parties.setText, N_("Mark it “For the Parties only”"))
        heading = label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("This file will be written"))
        column = self.fields
        for field, msgid in ((self.size_choice, N_("Page")), (self.text_choice, N_("Texts"))):
            column.addWidget(self.captioned(field, msgid))
        column.addWidget(self.parties)
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self.captioned(self.folder, N_("Folder")))
        column.addWidget(heading)
        column.addWidget(self.file)
        column.addStretch(1)
        column.addWidget(self.captioned(self.zoom, N_("Size of the paper")))

    def _choices(self) -> tuple[tuple[QComboBox, Sequence[tuple[str, str]]], ...]:
        return ((self.size_choice, SIZES), (self.text_choice, TEXTS), (self.zoom, ZOOMS))

    def _connect(self) -> None:
        self.size_choice.activated.connect(self._choose)
        self.text_choice.activated.connect(self._choose)
        self.zoom.activated.connect(lambda: self.preview.scale_to(self.zoom.currentData()))
        self.parties.toggled.connect(self._choose)
