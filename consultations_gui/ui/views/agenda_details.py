"""Everything about the current row that has no column of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.application.agendas import AgendaView
from consultations_gui.domain.agenda import AgendaItem
from consultations_gui.domain.errors import DomainError
from consultations_gui.domain.parties import Lang, Side
from consultations_gui.domain.protection import Marking, Permission
from consultations_gui.i18n.wording import STATE_SECRETS, error_text, tag_label
from consultations_gui.i18n.wording import label as named
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.dialogs.tags import TagsDialog
from consultations_gui.ui.language import Texts
from consultations_gui.ui.models.agenda_cells import STALE, Draft, approvals_text, row_text
from consultations_gui.ui.views.agenda_work import AgendaWork
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.fields import Labelled, TextField
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import Chip, Role, label


class AgendaDetails(QWidget):
    """Lead, speakers, day, tags, marking and permission of one row; and what to settle in it."""

    def __init__(
        self, desk: Desk, work: AgendaWork, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._work = desk, work
        self._uid = ""
        self.setProperty("role", "surface")
        self.settle = _Settle(desk, work, texts)
        self.protection = _Protection(desk, work, texts)
        self.day, self.lead = choice(), choice()
        self.speakers = TextField()
        self.tags = QPushButton()
        self.tags.setIcon(desk.theme.icon("list-checks", "muted"))
        self._chips = FlowLayout(spacing=6)
        self._title = label(role=Role.SMALL)
        self._build(texts)
        self._connect()

    def _build(self, texts: Texts) -> None:
        day, lead, speakers = Labelled(self.day), Labelled(self.lead), Labelled(self.speakers)
        texts.bind(day.set_caption, N_("Meeting day"))
        texts.bind(lead.set_caption, N_("Led by"))
        texts.bind(speakers.set_caption, N_("Speakers"))
        texts.bind(self.tags.setText, N_("Threats and directions…"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(lead, 2)
        row.addWidget(speakers, 5)
        row.addWidget(day, 1)
        tagged = QHBoxLayout()
        tagged.setSpacing(12)
        tagged.addWidget(self.tags)
        tagged.addLayout(self._chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.settle)
        column.addLayout(row)
        column.addLayout(tagged)
        column.addWidget(self.protection)
        column.addStretch(1)

    def _connect(self) -> None:
        self.day.activated.connect(self._set_day)
        self.lead.activated.connect(self._set_lead)
        self.speakers.settled.connect(self._set_speakers)
        self.tags.clicked.connect(self._choose_tags)

    def flush(self) -> None:
        """Store what is being typed."""
        self.speakers.flush()

    def show_row(self, view: AgendaView | None, uid: str, drafts: dict[Lang, Draft]) -> None:
        """Show the row ``uid`` of ``view``, in the language in use; nothing for a day's heading."""
        if uid != self._uid:
            self.speakers.flush()
        self._uid = uid
        item = self._work.item(uid)
        self.setEnabled(item is not None)
        self._title.setText(self._name(view, item))
        self.settle.show_item(item, drafts)
        permissions = view.agenda.permissions if view else ()
        mine = next((p for p in permissions if p.subject == uid), None)
        self.protection.show_item(item, mine)
        self._show_fields(item)

    def _name(self, view: AgendaView | None, item: AgendaItem | None) -> str:
        words = self._desk.words
        if view is None or item is None:
            return words.tr("Choose an item to see its details.")
        row = view.row(item.uid)
        if item.is_break:
            return row_text(row, words)
        return f"{row_text(row, words)} · {approvals_text(row, words)}"

    def _show_fields(self, item: AgendaItem | None) -> None:
        words = self._desk.words
        choices: tuple[tuple[str, Side | None], ...] = (
            (words.tr("nobody yet"), None),
            *((named(side, words), side) for side in Side),
        )
        fill(self.lead, choices, item.lead if item else None)
        self._show_days(item)
        self.speakers.show_text(item.speakers if item else "")
        clear(self._chips)
        for tag in item.tags if item else ():
            self._chips.addWidget(Chip(tag_label(tag, words)))

    def _show_days(self, item: AgendaItem | None) -> None:
        words, view = self._desk.words, self._work.view
        dates = view.consultation.dates if view else None
        used = (total.day for total in view.days) if view else ()
        last = max([1, dates.days if dates else 1, *used])
        days = tuple((words.tr("Day {number}", number=n), n) for n in range(1, last + 1))
        fill(self.day, days, item.day if item else 1)

    def _set_day(self, _at: int) -> None:
        if self._uid:
            self._work.set_day(self._uid, self.day.currentData())

    def _set_lead(self, _at: int) -> None:
        lead = side_of(self.lead)
        self._work.set_item(self._uid, lambda item: replace(item, lead=lead))

    def _set_speakers(self, text: str, group: str) -> None:
        self._work.set_item(self._uid, lambda item: replace(item, speakers=text), group=group)

    def _choose_tags(self) -> None:
        item = self._work.item(self._uid)
        if item is None:
            return
        uid = self._uid
        dialog = TagsDialog(self._desk, item.tags, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._work.set_item(uid, lambda now: replace(now, tags=dialog.chosen))
        )
        dialog.open()


class _Settle(QWidget):
    """A text that lags behind or could not be stored, and the ways out, in words."""

    def __init__(self, desk: Desk, work: AgendaWork, texts: Texts) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._uid = ""
        self._draft: tuple[Lang, Draft] | None = None
        self._told = label(role=Role.WARNING, wrap=True)
        self.in_step = QPushButton()
        self.mine = QPushButton()
        self.theirs = QPushButton()
        texts.bind(self.in_step.setText, N_("Texts are in step"))
        texts.bind(self.mine.setText, N_("Store my text"))
        texts.bind(self.theirs.setText, N_("Give my text up"))
        self.in_step.clicked.connect(lambda: work.confirm(self._uid))
        self.mine.clicked.connect(lambda: self._settle(mine=True))
        self.theirs.clicked.connect(lambda: self._settle(mine=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._told, 1)
        for button in (self.in_step, self.mine, self.theirs):
            row.addWidget(button)

    def show_item(self, item: AgendaItem | None, drafts: dict[Lang, Draft]) -> None:
        """Show what is to settle in ``item``, if anything."""
        self._uid = item.uid if item else ""
        self._draft = next(iter(drafts.items()), None)
        lagging = item.text.lagging if item else None
        self.in_step.setVisible(lagging is not None and self._draft is None)
        self.mine.setVisible(self._draft is not None)
        self.theirs.setVisible(self._draft is not None)
        self.setVisible(lagging is not None or self._draft is not None)
        self._told.setText(self._words(item, lagging))

    def _words(self, item: AgendaItem | None, lagging: Lang | None) -> str:
        words = self._desk.words
        if self._draft is not None and item is not None:
            lang, draft = self._draft
            stored = item.text.text(lang)
            return words.tr(
                "{reason} Stored now: “{text}”", reason=error_text(draft.error, words), text=stored
            )
        return words.tr(STALE[lagging]) if lagging else ""

    def _settle(self, *, mine: bool) -> None:
        if self._draft is not None:
            self._work.settle(self._uid, *self._draft, mine=mine)


class _Protection(QWidget):
    """Marking, originator and the originator's written permission (Art. 6)."""

    def __init__(self, desk: Desk, work: AgendaWork, texts: Texts) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._uid = ""
        self._wanted: Marking | None = None
        self._permission: Permission | None = None
        self._refusal: DomainError | None = None
        self.marking, self.originator = choice(), choice()
        self.document = QLineEdit()
        self.record = QPushButton()
        self._marking, self._originator = Labelled(self.marking), Labelled(self.originator)
        self._document = Labelled(self.document)
        self._note: QLabel = label(role=Role.SMALL, wrap=True)
        texts.bind(self._marking.set_caption, N_("Marking"))
        texts.bind(self._originator.set_caption, N_("Originator"))
        texts.bind(self._document.set_caption, N_("Written permission (Art. 6): number and date"))
        texts.bind(self._note.setText, STATE_SECRETS)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._marking, 0, 0)
        grid.addWidget(self._originator, 0, 1)
        grid.addWidget(self._document, 0, 2)
        grid.addWidget(self.record, 0, 3)
        grid.addWidget(self._note, 1, 0, 1, 4)
        grid.setColumnStretch(2, 1)
        self.marking.activated.connect(self._set)
        self.originator.activated.connect(self._set)
        self.record.clicked.connect(self._record)
        self.document.returnPressed.connect(self._record)

    def show_item(self, item: AgendaItem | None, permission: Permission | None) -> None:
        """Show one row's protection, in the language in use."""
        words = self._desk.words
        uid = item.uid if item else ""
        if uid != self._uid:
            self._uid, self._wanted, self._refusal = uid, None, None
            self.document.clear()
        stored = item.marking if item else Marking.OPEN
        marking = self._wanted or stored
        fill(self.marking, tuple((named(m, words), m) for m in Marking), marking)
        sides = ((words.tr("not named"), None), *((named(s, words), s) for s in Side))
        fill(self.originator, sides, item.originator if item else None)
        self._originator.setVisible(marking is not Marking.OPEN)
        self._note.setVisible(marking is not Marking.OPEN)
        for widget in (self._document, self.record):
            widget.setVisible(stored is Marking.RESTRICTED)
        self._show_permission(permission)
        self._originator.show_error(error_text(self._refusal, words) if self._refusal else "")

    def _show_permission(self, permission: Permission | None) -> None:
        words = self._desk.words
        self._permission = permission
        self.document.setReadOnly(permission is not None)
        if permission is not None:
            self.document.setText(permission.document)
        remove, record = words.tr("Take off the record"), words.tr("Put on record")
        self.record.setText(remove if permission else record)

    def _set(self, _at: int) -> None:
        marking = Marking(self.marking.currentData())
        originator = side_of(self.originator)
        self._wanted, self._refusal = marking, None
        stored = self._work.set_item(
            self._uid,
            lambda item: replace(item, marking=marking, originator=originator),
            refused=self._refuse,
        )
        self._wanted = None if stored else marking
        self.show_item(self._work.item(self._uid), self._permission)

    def _refuse(self, error: DomainError) -> None:
        self._refusal = error

    def _record(self) -> None:
        if self._permission is not None:
            self.document.clear()
            self._work.revoke(self._uid)
            return
        self._work.grant(self._uid, self.document.text())


def choice() -> QComboBox:
    """A choice as wide as the longest of its texts, in whatever language."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def side_of(box: QComboBox) -> Side | None:
    """The side chosen in ``box``; Qt gives the values of its choices back as plain text."""
    chosen = box.currentData()
    return Side(chosen) if chosen else None


def fill(box: QComboBox, choices: tuple[tuple[str, object], ...], chosen: object) -> None:
    """Let ``box`` offer ``choices`` (text, value) and show ``chosen``, without a signal."""
    box.blockSignals(True)
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != list(choices):
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
    box.setCurrentIndex(next((at for at, c in enumerate(choices) if c[1] == chosen), -1))
    box.blockSignals(False)
