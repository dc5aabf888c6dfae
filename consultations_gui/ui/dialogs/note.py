"""A draft of the note that carries an offer or an answer: looked at, printed, written."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidget,
    QPushButton,
    QWidget,
)

from consultations_gui.application import notes
from consultations_gui.application.notes import NoteChoice, NoteQuery
from consultations_gui.application.ports import Format, NoteTexts
from consultations_gui.domain.notes import NoteStep
from consultations_gui.i18n.wording import label as name_of
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.export import FORMATS
from consultations_gui.ui.dialogs.paper import PaperDialog
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Role, label

TEXTS: tuple[tuple[NoteTexts, str], ...] = (
    (NoteTexts.BOTH, N_("Both texts, our own first")),
    (NoteTexts.ZH, N_("Chinese text alone")),
    (NoteTexts.RU, N_("Russian text alone")),
)
_FIELDS_WIDTH = 410
_NOTHING = NoteChoice((), ())


class NoteDialog(PaperDialog):
    """Step, texts and files on the left; the note itself on the right."""

    def __init__(self, desk: Desk, id: str, parent: QWidget | None = None) -> None:
        title, accept = N_("Draft of a note"), N_("Write the files")
        super().__init__(desk, title, accept, _FIELDS_WIDTH, parent)
        self._id = id
        self._choice = desk.read(notes.choices, id) or _NOTHING
        self.step, self.text_choice = QComboBox(), QComboBox()
        self.formats = {format_: QCheckBox() for format_, _msgid in FORMATS}
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.wording_button = QPushButton()
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

    def present(self) -> None:
        words = self.desk.words
        for at, step in enumerate(self._choice.steps):
            self.step.setItemText(at, step_text(step, words))
        self.step.setToolTip(self.step.currentText())  # a long number does not fit
        for at, (_value, msgid) in enumerate(TEXTS):
            self.text_choice.setItemText(at, words.tr(msgid))
        names = self.desk.read(notes.planned, self.query, self.chosen_formats) or ()
        self.list.clear()
        self.list.addItems([self.file_line(name) for name in names])
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
        self.allow()

    def allow(self, *, written: bool = True) -> None:
        super().allow(written=written and bool(self.chosen_formats))

    def finish(self) -> bool | None:
        query, formats = self.query, self.chosen_formats
        return self.write(lambda ctx, folder: notes.export(ctx, query, formats, folder))

    # --- acting -----------------------------------------------------------------------------

    def _choose(self) -> None:
        self.present()
        self._ask()

    def _ask(self) -> None:
        query = self.query
        self.ask(lambda ctx: notes.preview(ctx, query))

    def _to_wording(self) -> None:
        self.reject()
        self.desk.go("settings", part="notes")

    # --- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        for step in self._choice.steps:
            self.step.addItem("", step.number)
        self.step.setCurrentIndex(self.step.count() - 1)
        for value, _msgid in TEXTS:
            self.text_choice.addItem("", str(value))
        self.texts.bind(self.wording_button.setText, N_("Names and wording…"))
        self.wording_button.setAutoDefault(False)
        self.list.setMinimumHeight(64)
        column = self.fields
        column.addWidget(self.captioned(self.step, N_("What the note carries")))
        column.addWidget(self.captioned(self.text_choice, N_("Text of the note")))
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
        column.addWidget(self.captioned(self.folder, N_("Folder")))
        heading = label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("These files will be written"))
        self.texts.name(self.list, N_("These files will be written"))
        column.addWidget(heading)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.step.activated.connect(self._choose)
        self.text_choice.activated.connect(self._choose)
        for box in self.formats.values():
            box.toggled.connect(self.present)
        self.wording_button.clicked.connect(self._to_wording)


def step_text(step: NoteStep, words: Words) -> str:
    """A step in a list: its number, what it says, and the number of its note, if known."""
    note = step.event.channel.note
    named = words.tr("note {number}", number=note) if note else ""
    parts = (f"{step.number}", name_of(step.kind, words), named)
    return " · ".join(part for part in parts if part)
