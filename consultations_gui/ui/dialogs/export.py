"""Writing papers into a folder: what exactly will be written stands there first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QListWidget, QWidget

from consultations_gui.application import papers
from consultations_gui.application.ports import Alternat, Copy, Format
from consultations_gui.desktop.folders import open_path
from consultations_gui.desktop.settings import PaperMode
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.paper_preview import MODES
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder

COPIES: tuple[tuple[Copy, str], ...] = (
    (Copy.CN, N_("Chinese copy")),
    (Copy.RU, N_("Russian copy")),
    (Copy.WORKING, N_("Working copy")),
    (Copy.ZH_ONLY, N_("Chinese text alone")),
    (Copy.RU_ONLY, N_("Russian text alone")),
)
FORMATS: tuple[tuple[Format, str], ...] = (
    (Format.PDF, N_("PDF, to print and to keep")),
    (Format.DOCX, N_("DOCX, to go on editing")),
)
_FIRST = (Copy.CN, Copy.RU, Copy.WORKING)


class ExportDialog(FormDialog):
    """Copies, formats and a folder; below, the very files that will be written."""

    def __init__(
        self, desk: Desk, id: str, *, withheld: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Export papers"), N_("Write the files"), parent)
        self._id, self._withheld = id, withheld
        self.copies = {copy: QCheckBox() for copy, _msgid in COPIES}
        self.formats = {format_: QCheckBox() for format_, _msgid in FORMATS}
        self.mode = QComboBox()
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self.list = QListWidget()
        self.list.setMinimumSize(520, 150)
        self.list.setProperty("role", "lines")
        self._heading = label(role=Role.HEADING)
        self._warning = label(role=Role.WARNING, wrap=True)
        self._build()
        self.present()

    def _build(self) -> None:
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(24)
        for row, (copy, msgid) in enumerate(COPIES):
            self._box(self.copies[copy], msgid, checked=copy in _FIRST)
            boxes.addWidget(self.copies[copy], row, 0)
        for row, (format_, msgid) in enumerate(FORMATS):
            self._box(self.formats[format_], msgid, checked=True)
            boxes.addWidget(self.formats[format_], row, 1)
        for value, _msgid in MODES:
            self.mode.addItem("", value.value)
        simple = self.desk.preferences.value.paper_mode is PaperMode.SIMPLIFIED
        self.mode.setCurrentIndex(int(simple))
        mode, folder = Labelled(self.mode), Labelled(self.folder)
        self.texts.bind(mode.set_caption, N_("Order of mention in the two copies"))
        self.texts.bind(folder.set_caption, N_("Folder"))
        boxes.addWidget(mode, 2, 1, 3, 1)
        self.folder.settled.connect(self.present)
        self.texts.bind(self._heading.setText, N_("These files will be written"))
        self.texts.name(self.list, N_("These files will be written"))
        self.form.addLayout(boxes)
        self.form.addWidget(folder)
        self.form.addWidget(self._heading)
        self.form.addWidget(self.list, 1)
        self.form.addWidget(self._warning)

    def _box(self, box: QCheckBox, msgid: str, *, checked: bool) -> None:
        self.texts.bind(box.setText, msgid)
        box.setChecked(checked)
        box.toggled.connect(self.present)

    @property
    def chosen_copies(self) -> tuple[Copy, ...]:
        """The copies ticked."""
        return tuple(copy for copy, box in self.copies.items() if box.isChecked())

    @property
    def chosen_formats(self) -> tuple[Format, ...]:
        """The formats ticked."""
        return tuple(format_ for format_, box in self.formats.items() if box.isChecked())

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """List the files that the choices make, in the language in use."""
        words = self.desk.words
        for at, (_value, msgid) in enumerate(MODES):
            self.mode.setItemText(at, words.tr(msgid))
        names = (
            self.desk.read(papers.planned, self._id, self.chosen_copies, self.chosen_formats) or ()
        )
        self.list.clear()
        self.list.addItems([self._line(name, words) for name in names])
        self.accept_button.setEnabled(bool(names) and self.folder.path is not None)
        self._warning.setVisible(self._withheld > 0)
        self._warning.setText(
            words.trn(
                "{n} restricted item stays out of the papers: the originator's written permission "
                "is not on record (Art. 6).",
                "{n} restricted items stay out of the papers: the originator's written permission "
                "is not on record (Art. 6).",
                self._withheld,
            )
        )

    def _line(self, name: str, words: Words) -> str:
        folder = self.folder.path
        if folder is not None and (folder / name).exists():
            return words.tr("{name} (the file that is there now is replaced)", name=name)
        return name

    def finish(self) -> None:
        folder = self.folder.path
        if folder is None:
            return
        desk, id = self.desk, self._id
        desk.preferences.update(export_folder=str(folder))
        copies, formats = self.chosen_copies, self.chosen_formats
        alternat = Alternat(self.mode.currentData())
        desk.start(
            desk.words.tr("Writing the papers"),
            lambda ctx, _task: papers.export(ctx, id, copies, formats, alternat, folder),
            lambda paths: tell_written(desk, paths),
        )


def tell_written(desk: Desk, paths: tuple[Path, ...]) -> None:
    """Say in the status line how many files were written, and offer their folder."""
    if not paths:
        return
    folder = paths[0].parent
    desk.tell(
        lambda words: words.trn(
            "{n} file written to {folder}",
            "{n} files written to {folder}",
            len(paths),
            folder=folder,
        ),
        Offer(N_("Open folder"), lambda: open_path(folder)),
    )
