"""Which threats (Art. 2) and directions (Art. 3) an agenda item belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from consultations_gui.domain.agreement_tags import TAGS, find
from consultations_gui.i18n.wording import WORKING_WORDING, tag_label
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.form import FormDialog
from consultations_gui.ui.widgets.fields import Labelled
from consultations_gui.ui.widgets.labels import Role, label

SEPARATOR = ";"
_Checked = Qt.CheckState


class TagsDialog(FormDialog):
    """A list to tick; directions of the Parties' own are typed below. :attr:`chosen` has them."""

    def __init__(self, desk: Desk, tags: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Threats and directions"), N_("Use these"), parent)
        self.list = QListWidget()
        self.list.setMinimumSize(520, 340)
        self.list.setProperty("role", "lines")
        self.texts.name(self.list, N_("Threats and directions"))
        for tag in TAGS:
            entry = QListWidgetItem(self.list)
            entry.setData(Qt.ItemDataRole.UserRole, tag.code)
            entry.setCheckState(_Checked.Checked if tag.code in tags else _Checked.Unchecked)
        self.list.setCurrentRow(0)
        self.own = QLineEdit(f"{SEPARATOR} ".join(tag for tag in tags if find(tag) is None))
        own = Labelled(self.own)
        self.texts.bind(own.set_caption, N_("Other directions agreed by the Parties (Art. 3)"))
        self.texts.bind(own.set_hint, N_("Several are separated by a semicolon."))
        note = label(role=Role.SMALL, wrap=True)
        self.texts.bind(note.setText, WORKING_WORDING)
        for widget in (self.list, own, note):
            self.form.addWidget(widget)
        self.present()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The tags ticked, in the order of the agreement, then the own ones."""
        entries = [self.list.item(at) for at in range(self.list.count())]
        ticked = [e for e in entries if e.checkState() is _Checked.Checked]
        own = self.own.text().replace("；", SEPARATOR).split(SEPARATOR)
        typed = (part.strip() for part in own)
        return (
            *(str(entry.data(Qt.ItemDataRole.UserRole)) for entry in ticked),
            *dict.fromkeys(part for part in typed if part),
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.present()

    def present(self) -> None:
        """Name the tags in the language in use."""
        words = self.desk.words
        for at in range(self.list.count()):
            entry = self.list.item(at)
            entry.setText(tag_label(entry.data(Qt.ItemDataRole.UserRole), words))
