"""A draft of the note that carries an offer or an answer: looked at, printed, written."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application import notes
from consultations_gui.application.notes import NoteChoice, NoteQuery
from consultations_gui.application.ports import Format, NoteTexts
from consultations_gui.domain.notes import NoteStep
from consultations_gui.i18n.wording import label as name_of
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import FORMATS, tell_written
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.print_dialog import choose_printer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder
from consultations_gui.ui.widgets.pdf_preview import PdfPreview

TEXTS: tuple[tuple[NoteTexts, str], ...] = (
    (NoteTexts.BOTH, N_("Both texts, our own first")),
    (NoteTexts.ZH, N_("Chinese text alone")),
    (NoteTexts.RU, N_("Russian text alone")),
)
_FIELDS_WIDTH = 370
_NOTHING = NoteChoice((), ())


class NoteDialog(FormDialog):
    """Step, texts and files on the left; the note itself on the right."""

    def __init__(self, desk: Desk, id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Draft of a note"), N_("Write the files"), parent)
        self._id = id
        self._choice = desk.read(notes.choices, id) or _NOTHING
        self.step, self.text_choice = QComboBox(), QComboBox()
        self.formats = {format_: QCheckBox() for format_, _msgid in FORMATS}
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.preview = PdfPreview(desk)
        self.print_button, self.wording_button = QPushButton(), QPushButton()
        self._warning = label(role=Role.WARNING, wrap=True)
        self._build()
        self._connect()
        self.resize(1020, 660)
        self.present()
        self._ask()

    @property
    def query(self) -> NoteQuery:
        """The note chosen."""
        texts = NoteTexts(self.text_choice.currentData())
        return NoteQuery(self._id, texts, self.step.currentData())

    @property
    def chosen_formats(self) -> tuple[Format, ...]:
        """The formats ticked."""
        return tuple(format_ for format_, box in self.formats.items() if box.isChecked())

    def retranslate(self) -> None:
        super().retranslate()
        self.preview.speak()
        self.present()

    def present(self) -> None:
        """Say the choices and the files they make in the language in use."""
        words = self.desk.words
        for at, step in enumerate(self._choice.steps):
            self.step.setItemText(at, step_text(step, words))
        for at, (_value, msgid) in enumerate(TEXTS):
            self.text_choice.setItemText(at, words.tr(msgid))
        names = self.desk.read(notes.planned, self.query, self.chosen_formats) or ()
        self.list.clear()
        self.list.addItems([self._line(name, words) for name in names])
        kept = self._choice.withheld[self.step.currentIndex()] if self._choice.steps else 0
        self._warning.setVisible(kept > 0)
        self._warning.setText(
            words.trn(
                "{n} restricted topic stays out of the note: the originator's written permission "
                "is not on record (Art. 6).",
                "{n} restricted topics stay out of the note: the originator's written permission "
                "is not on record (Art. 6).",
                kept,
            )
        )
        self._allow()

    def finish(self) -> bool | None:
        folder, query, formats = self.folder.path, self.query, self.chosen_formats
        if folder is None:
            return False
        desk = self.desk
        desk.preferences.update(export_folder=str(folder))
        desk.start(
            desk.words.tr("Writing the papers"),
            lambda ctx, _task: notes.export(ctx, query, formats, folder),
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
        query = self.query
        self.preview.ask(lambda ctx: notes.preview(ctx, query))
        self._allow()

    def _allow(self) -> None:
        ready = bool(self.preview.content)
        self.print_button.setEnabled(ready)
        folder = self.folder.path is not None
        self.accept_button.setEnabled(ready and folder and bool(self.chosen_formats))

    def _print(self) -> None:
        choose_printer(self.desk, self.preview.content, self)

    def _to_wording(self) -> None:
        self.reject()
        self.desk.go("settings", part="notes")

    def _line(self, name: str, words: Words) -> str:
        folder = self.folder.path
        if folder is not None and (folder / name).exists():
            return words.tr("{name} (the file that is there now is replaced)", name=name)
        return name

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for step in self._choice.steps:
            self.step.addItem("", step.number)
        self.step.setCurrentIndex(self.step.count() - 1)
        for value, _msgid in TEXTS:
            self.text_choice.addItem("", str(value))
        self.texts.bind(self.print_button.setText, N_("Print…"))
        self.print_button.setIcon(self.desk.theme.icon("printer"))
        self.print_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.texts.bind(self.wording_button.setText, N_("Names and wording…"))
        for button in (self.print_button, self.wording_button):
            button.setAutoDefault(False)
        self.list.setMinimumHeight(64)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._fields())
        row.addWidget(self.preview, 1)
        self.form.addLayout(row, 1)

    def _fields(self) -> QWidget:
        fields = QWidget()
        fields.setFixedWidth(_FIELDS_WIDTH)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._captioned(self.step, N_("What the note carries")))
        column.addWidget(self._captioned(self.text_choice, N_("Text of the note")))
        buttons = FlowLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.wording_button)
        column.addLayout(buttons)
        column.addWidget(self._warning)
        column.addSpacing(4)
        for format_, msgid in FORMATS:
            self.texts.bind(self.formats[format_].setText, msgid)
            self.formats[format_].setChecked(True)
            column.addWidget(self.formats[format_])
        column.addWidget(self._captioned(self.folder, N_("Folder")))
        heading = label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("These files will be written"))
        self.texts.name(self.list, N_("These files will be written"))
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        return fields

    def _captioned(self, field: QWidget, msgid: str) -> Labelled:
        captioned = Labelled(field)
        self.texts.bind(captioned.set_caption, msgid)
        return captioned

    def _connect(self) -> None:
        self.step.activated.connect(self._choose)
        self.text_choice.activated.connect(self._choose)
        for box in self.formats.values():
            box.toggled.connect(self.present)
        self.folder.settled.connect(self.present)
        self.preview.settled.connect(self._allow)
        self.print_button.clicked.connect(self._print)
        self.wording_button.clicked.connect(self._to_wording)


def step_text(step: NoteStep, words: Words) -> str:
    """A step in a list: its number, what it says, and the number of its note, if known."""
    note = step.event.channel.note
    named = words.tr("note {number}", number=note) if note else ""
    parts = (f"{step.number}", name_of(step.kind, words), named)
    return " · ".join(part for part in parts if part)
