"""The lines under the agenda table: the current row in short, and what is still to settle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from consultations_gui.application import agendas
from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.parties import Lang
from consultations_gui.domain.protection import Marking
from consultations_gui.i18n.wording import error_text, tag_label
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.agenda_cells import Draft, row_text
from consultations_gui.ui.phrases import listed
from consultations_gui.ui.widgets.clearing import discard
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Chip, Role, Tone, label


class AgendaStrip(QWidget):
    """States in words. :attr:`gap` leads to the next text to settle, :attr:`about` is the row.

    ``opened()`` follows a click on the row's own line: its details are wanted.
    """

    opened = Signal()

    def __init__(self, desk: Desk, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self.row = QPushButton()
        self.row.setProperty("role", "link")
        self.row.clicked.connect(self.opened)
        self.gap = QPushButton()
        self.gap.setProperty("role", "gap")
        self._ready, self._approved, self._withheld = Chip(), Chip(), Chip()
        self.about = QWidget()
        self._tags = FlowLayout(spacing=6)
        self._tags.addWidget(self.row)
        self._facts: list[Chip] = []
        self._caption: QLabel = label(role=Role.SMALL)
        self.symbol = QLineEdit()
        self.symbol.setMaximumWidth(170)
        self.symbol.editingFinished.connect(self.flush)
        self._caption.setBuddy(self.symbol)
        texts.bind(self._caption.setText, N_("Symbol"))
        texts.name(self.symbol, N_("Symbol of the paper"))
        self._build()

    def _build(self) -> None:
        named = QWidget()
        pair = QHBoxLayout(named)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(6)
        pair.addWidget(self._caption)
        pair.addWidget(self.symbol)
        states = FlowLayout(spacing=6)
        for widget in (self.gap, self._ready, self._approved, self._withheld, named):
            states.addWidget(widget)
        self.about.setLayout(self._tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.about)
        column.addLayout(states)

    def flush(self) -> None:
        """Store the symbol that was typed."""
        if self._id and self.symbol.isModified():
            self.symbol.setModified(False)
            self._desk.run(agendas.set_symbol, self._id, self.symbol.text())

    def show_view(self, view: AgendaView | None) -> None:
        """Show the state of ``view`` in the language in use."""
        self._id = view.agenda.id if view else ""
        if view is None:
            return
        words, ready = self._desk.words, view.readiness
        if not self.symbol.isModified():
            self.symbol.setText(view.agenda.symbol)
        missing, stale = len(ready.missing), len(ready.stale)
        told = []
        if missing:
            told.append(words.trn("{n} text missing", "{n} texts missing", missing))
        if stale:
            told.append(words.trn("{n} text not in step", "{n} texts not in step", stale))
        self.gap.setVisible(bool(told))
        self.gap.setText(words.tr("To settle: {list}", list=listed(told, words)))
        self.gap.setToolTip("F8")
        self._ready.say(words.tr("Both texts in step") if ready.texts_ready else "", Tone.AGREED)
        self._show_approvals(view)
        held = len(view.withheld)
        text = words.trn("{n} item withheld (Art. 6)", "{n} items withheld (Art. 6)", held)
        self._withheld.say(text if held else "", Tone.WARNING)

    def show_row(self, view: AgendaView | None, uid: str, drafts: dict[Lang, Draft]) -> None:
        """Show one row in short; nothing for a day's heading."""
        for chip in self._facts:
            self._tags.removeWidget(chip)
            discard(chip)
        self._facts = []
        words = self._desk.words
        rows = view.rows if view else ()
        row = next((row for row in rows if row.item.uid == uid), None)
        self.row.setVisible(row is not None)
        if row is None:
            return
        self.row.setText(row_text(row, words))
        for draft in drafts.values():
            self._add(error_text(draft.error, words), Tone.WARNING)
        for text in facts(row.item, words):
            self._add(text, Tone.PLAIN)

    def _add(self, text: str, tone: Tone) -> None:
        chip = Chip(text, tone)
        self._facts.append(chip)
        self._tags.addWidget(chip)

    def _show_approvals(self, view: AgendaView) -> None:
        words, ready = self._desk.words, view.readiness
        if not ready.items:
            self._approved.say("", Tone.PLAIN)
            return
        text = words.tr(
            "Approved: China {cn} of {total}, Russia {ru} of {total}",
            cn=ready.approved_cn,
            ru=ready.approved_ru,
            total=ready.items,
        )
        if ready.approved:
            text = words.tr("Both sides have approved the whole")
        self._approved.say(text, Tone.AGREED if ready.approved else Tone.PLAIN)


def facts(item: AgendaItem, words: Words) -> list[str]:
    """What is known of an item besides its texts and times."""
    found = [tag_label(tag, words) for tag in item.tags]
    if item.lead is not None:
        found.append(words.tr("Led by: {side}", side=named(item.lead, words)))
    if item.speakers.strip():
        found.append(words.tr("Speakers: {names}", names=item.speakers.strip()))
    if item.marking is not Marking.OPEN:
        found.append(words.tr("Marking: {marking}", marking=named(item.marking, words)))
    return found
