"""Writing a packet: what it will hold and for whom stands there first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QPushButton, QWidget

from consultations_gui.application import packets
from consultations_gui.application.packets import PlannedPacket, Written
from consultations_gui.desktop.folders import open_folder_of
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.keys import fingerprint
from consultations_gui.i18n.wording import error_text
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.models.packet_texts import contents, recipient_text, withheld_lines
from consultations_gui.ui.notes import Offer
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label
from consultations_gui.ui.widgets.marks import SideMark
from consultations_gui.ui.widgets.pathfield import PathField, usual_folder


class WritePacketDialog(FormDialog):
    """The steps, the calendar file and the papers; where it is saved; or what keeps it here."""

    def __init__(self, desk: Desk, plan: PlannedPacket, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Write a packet"), N_("Save the packet"), parent)
        self._plan = plan
        self.papers: list[Path] = []
        self._busy = False
        self._recipient = label(role=Role.STRONG)
        self._signed = label(role=Role.MUTED, wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.list.setMinimumSize(560, 150)
        self.texts.name(self.list, N_("What it will hold"))
        self.note = QCheckBox()
        self.texts.bind(self.note.setText, N_("The draft of our note goes with it, in both texts"))
        self.note.setChecked(plan.note is not None)
        self.note.setVisible(plan.note is not None)
        self.note.toggled.connect(lambda _on: self.present())
        self.paper = PathField(desk, self.texts, ("*.pdf",), N_("PDF papers"))
        self._paper = Labelled(self.paper)
        self.add, self.remove = QPushButton(), QPushButton()
        self.folder = PathField(desk, self.texts)
        self.folder.line.setText(usual_folder(desk))
        self._file = label(role=Role.SMALL, wrap=True)
        self._withheld = label(role=Role.WARNING, wrap=True)
        self.kept = QListWidget()
        self.kept.setProperty("role", "lines")
        self.kept.setMaximumHeight(110)
        self.texts.name(self.kept, N_("Restricted items without permission"))
        self.setMinimumWidth(620)
        self._build()
        self.present()

    def _build(self) -> None:
        head = QHBoxLayout()
        mark = SideMark(self.desk.theme, self._plan.recipient)
        head.addWidget(mark)
        head.addWidget(self._recipient)
        head.addStretch(1)
        heading = label(role=Role.HEADING)
        self.texts.bind(heading.setText, N_("What it will hold"))
        self.texts.bind(self._paper.set_caption, N_("A paper to go with it (PDF)"))
        self.texts.bind(self.add.setText, N_("Add the paper"))
        self.texts.bind(self.remove.setText, N_("Take out the last paper"))
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self.paper.line)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._add)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        folder = Labelled(self.folder)
        self.texts.bind(folder.set_caption, N_("Folder"))
        self.folder.line.textChanged.connect(lambda _text: self.present())
        self.form.addLayout(head)
        self.form.addWidget(self._signed)
        self.form.addWidget(self._withheld)
        self.form.addWidget(self.kept)
        self.form.addWidget(heading)
        self.form.addWidget(self.list, 1)
        self.form.addWidget(self.note)
        self.form.addWidget(self._paper)
        self.form.addLayout(buttons)
        self.form.addWidget(folder)
        self.form.addWidget(self._file)

    @property
    def path(self) -> Path | None:
        """Where the packet would be saved."""
        return self.folder.path / self._plan.name if self.folder.path else None

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Say what the packet will hold, or why it stays here, in the language in use."""
        words, plan = self.desk.words, self._plan
        self._recipient.setText(recipient_text(plan.recipient, words))
        self._signed.setText(
            words.tr("Signed by this office; fingerprint {digits}", digits=_digits(plan))
            if plan.key
            else words.tr("The office's key is made with this first packet.")
        )
        self.list.clear()
        names = [paper.name for paper in self.papers]
        if self.note.isChecked():
            names.insert(0, words.tr("draft of our note"))
        self.list.addItems(contents(plan, names, words))
        self.kept.clear()
        self.kept.addItems(withheld_lines(plan))
        self.kept.setVisible(bool(plan.withheld))
        self._withheld.setVisible(bool(plan.withheld))
        self._withheld.setText(
            words.tr(
                "The packet is not written: these topics are restricted, and the originator's "
                "written permission is not on record (Art. 6). Record it on the agenda first."
            )
        )
        self.remove.setEnabled(bool(self.papers))
        self.accept_button.setEnabled(not plan.withheld and self.path is not None)
        self._file.setText(self._where())

    def finish(self) -> bool:
        path, id, papers = self.path, self._plan.proposal.id, tuple(self.papers)
        note = self.note.isChecked()
        if path is None:
            return False
        desk = self.desk
        desk.preferences.update(export_folder=str(path.parent))
        self.wrong.hide()
        self._at_work(busy=True)
        desk.start(
            desk.words.tr("Writing the packet"),
            lambda ctx, _task: packets.write(ctx, id, path, papers, note=note),
            self._done,
            on_error=self._failed,
            changes=True,
        )
        return False

    def reject(self) -> None:
        """Not amid the writing, which takes a moment: its end is told here."""
        if not self._busy:
            super().reject()

    def _at_work(self, *, busy: bool) -> None:
        self._busy = busy
        self.accept_button.setEnabled(not busy)

    def _done(self, written: Written) -> None:
        self.desk.tell(
            lambda words: words.tr(
                "Packet {n} written: {file}", n=written.sequence, file=written.path.name
            ),
            Offer(N_("Open folder"), lambda: open_folder_of(written.path)),
        )
        self._at_work(busy=False)
        self.accept()

    def _failed(self, error: DomainError) -> None:
        self._at_work(busy=False)
        self.wrong.setText(error_text(error, self.desk.words))
        self.wrong.show()

    def _where(self) -> str:
        words, path = self.desk.words, self.path
        if path is None:
            return words.tr("Choose a folder to save it in.")
        if path.exists():
            return words.tr("{name} (the file that is there now is replaced)", name=path.name)
        return words.tr("File name: {name}", name=path.name)

    def _add(self) -> None:
        path = self.paper.path
        if path is None:
            self.paper.browse.click()
            path = self.paper.path
        if path is None:
            return
        try:
            packets.require_papers((path,))
        except DomainError as error:
            self._paper.show_error(error_text(error, self.desk.words))
            return
        self._paper.show_error("")
        self.papers.append(path)
        self.paper.line.clear()
        self.present()

    def _remove(self) -> None:
        self.papers.pop()
        self.present()


def _digits(plan: PlannedPacket) -> str:
    return fingerprint(plan.key.public) if plan.key else ""
