"""The cards of the first screen, each one question answered with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.language import Texts
from consultations_gui.ui.sight import NextText, RowText, TurnText
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.clearing import clear
from consultations_gui.ui.widgets.flow import FlowLayout
from consultations_gui.ui.widgets.labels import (
    Card,
    Chip,
    EmptyState,
    Role,
    Tone,
    label,
    rule,
)
from consultations_gui.ui.widgets.marks import SideMark
from consultations_gui.ui.widgets.meter import Meter
from consultations_gui.ui.widgets.rowbutton import RowButton
from consultations_gui.ui.widgets.turns import TurnLine

BESIDE, BETWEEN = 10, 16
"""Between a bar and its words, and between two bars side by side."""


class NextCard(Card):
    """When and where the next meeting is, how ready its agenda is, who has been invited."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        texts.bind(self.set_heading, N_("Next consultation"))
        self._date = label(role=Role.DATE, wrap=True)
        self._mark = SideMark(desk.theme, Side.CN)
        self._name = label()
        self._status, self._provisional = Chip(), Chip()
        self._why = label(role=Role.MUTED, wrap=True)
        self._meters = Meters(desk.theme)
        self._invited = label(role=Role.MUTED, wrap=True)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = FlowLayout(spacing=8)
        for widget in (self._mark, self._name, self._status, self._provisional):
            row.addWidget(widget)
        column.addWidget(self._date)
        column.addLayout(row)
        column.addWidget(self._why)
        column.addWidget(self._meters)
        column.addWidget(self._invited)
        column.addLayout(self._buttons(texts))
        self.empty = EmptyState()
        self.empty.step.clicked.connect(lambda: desk.go("plan"))
        self.body.addWidget(self._inside)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def meters(self) -> list[Meter]:
        """The four bars, in the order shown."""
        return self._meters.bars()

    def show_next(self, text: NextText | None, words: Words) -> None:
        """Show the next meeting, or that there is none and what to do."""
        self._inside.setVisible(text is not None)
        self.empty.setVisible(text is None)
        if text is None:
            self.empty.say(
                words.tr(
                    "No meeting lies ahead. The planner proposes dates on which both countries "
                    "work, with the host whose turn it is."
                ),
                words.tr("Plan rounds…"),
            )
            return
        self._id = text.id
        self._date.setText(text.date)
        self._mark.setVisible(bool(text.host))
        if text.host:
            self._mark.show_side(Side(text.host))
            self._mark.setAccessibleName(text.host_name)
        self._name.setText(text.name)
        self._status.say(text.status, Tone.AGREED if text.settled else Tone.PLAIN)
        self._provisional.say(text.provisional, Tone.WARNING)
        self._why.setText(text.why)
        self._meters.show_meters(text.meters)
        self._invited.setText(text.invited)
        self._invited.setVisible(bool(text.invited))

    def _buttons(self, texts: Texts) -> FlowLayout:
        self.agenda, self.meeting = QPushButton(), QPushButton()
        texts.bind(self.agenda.setText, N_("Open the agenda"))
        texts.bind(self.meeting.setText, N_("Delegations and invitations"))
        self.agenda.clicked.connect(lambda: self._desk.go("agenda", self._id))
        self.meeting.clicked.connect(lambda: self._desk.go("consultation", self._id))
        row = FlowLayout(spacing=8)
        row.addWidget(self.agenda)
        row.addWidget(self.meeting)
        return row


class Meters(QWidget):
    """Up to four bars, each with its name and numbers: two side by side where there is room."""

    def __init__(self, theme: ThemeSwitch) -> None:
        super().__init__()
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(BESIDE)
        grid.setVerticalSpacing(8)
        self._cells = [
            (label(), Meter(theme), label(role=Role.MUTED)) for _number in range(len(Side) * 2)
        ]
        grid.setColumnMinimumWidth(3, BETWEEN)
        grid.setColumnStretch(7, 1)
        self._abreast = 0
        self._arrange(2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._cells), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._wide(self._cells[::2]) + self._wide(self._cells[1::2]) + BETWEEN + BESIDE
        self._arrange(2 if event.size().width() >= needed else 1)

    @staticmethod
    def _wide(cells: Sequence[tuple[QWidget, ...]]) -> int:
        """The width that bars below each other need with their words."""
        parts = range(len(cells[0]))
        widest = (max(cell[part].sizeHint().width() for cell in cells) for part in parts)
        return sum(widest) + 2 * BESIDE

    def _arrange(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for number, cell in enumerate(self._cells):
            row, place = divmod(number, abreast)
            for column, part in enumerate(cell, 4 * place):
                self._grid.removeWidget(part)
                self._grid.addWidget(part, row, column)

    def bars(self) -> list[Meter]:
        """The bars in the order shown."""
        return [meter for _name, meter, _count in self._cells]

    def show_meters(self, rows: tuple[tuple[str, int, int, str], ...]) -> None:
        """Show name, done and total of each, with what is read aloud; nothing hides it."""
        self.setVisible(bool(rows))
        for (name, meter, count), (text, done, total, aloud) in zip(
            self._cells, rows, strict=False
        ):
            name.setText(text)
            meter.show_share(done, total)
            count.setText(f"{done}/{total}")
            meter.setAccessibleName(aloud)


class TurnCard(Card):
    """Whose turn it is to host, and why."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        texts.bind(self.set_heading, N_("Whose turn it is"))
        self._line = TurnLine(desk.theme)
        self._why = label(role=Role.MUTED, wrap=True)
        self.ledger = QPushButton()
        self.ledger.setProperty("role", "textlink")
        texts.bind(self.ledger.setText, N_("Open the ledger"))
        self.ledger.clicked.connect(lambda: desk.go("ledger"))
        self.body.addWidget(self._line)
        self.body.addWidget(self._why)
        self.body.addWidget(self.ledger, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_turn(self, text: TurnText) -> None:
        """Show the last turns, the next one, the reasons and the balance."""
        self._line.show_turns(text.turns)
        self._why.setText(text.why)


class WaitingCard(Card):
    """What waits for one side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[RowText, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.buttons: list[RowButton] = []

    def show_items(self, items: tuple[RowText, ...], words: Words) -> None:
        """Show what waits; each row leads to where it is done."""
        if items == self._shown and items:
            return
        self._shown = items
        clear(self._rows)
        self.buttons = []
        if not items:
            self._rows.addWidget(label(words.tr("Nothing is waiting."), Role.MUTED))
        for number, one in enumerate(items):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(one))

    def _row(self, text: RowText) -> RowButton:
        row = RowButton(self._desk.theme)
        row.say(Side(text.side), text.side_name, text.title, text.note, text.chip, Tone(text.tone))
        row.clicked.connect(lambda: self._desk.go(text.view, text.id, text.part))
        self.buttons.append(row)
        return row
