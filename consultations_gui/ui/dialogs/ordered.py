"""Rows in an order that matters: added, taken out, put back and moved, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.i18n.words import N_, Words
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Role, label, set_role

UP, DOWN = -1, 1
_NAMES = {
    "up": N_("Move row {number} up"),
    "down": N_("Move row {number} down"),
    "remove": N_("Take out row {number}"),
}


class OrderedRow(QWidget):
    """One row: its number, its fields with their shares of the width, and what moves it.

    ``start`` is the field one begins in. Alt+Up and Alt+Down move the row
    from any of them.
    """

    moved = Signal(int)
    removed = Signal()
    changed = Signal()

    def __init__(
        self, theme: ThemeSwitch, fields: Sequence[tuple[QWidget, int]], start: QWidget
    ) -> None:
        super().__init__()
        self.start = start
        self.number = 1
        self._number = label(role=Role.MUTED)
        self._number.setMinimumWidth(18)
        self._number.setContentsMargins(0, 7, 0, 0)  # level with the text in the first field
        self.fields = QHBoxLayout()
        self.fields.setSpacing(8)
        for field, share in fields:
            self.fields.addWidget(field, share)
        self.below = label(role=Role.SMALL, wrap=True)
        self.up = self._button(theme, "arrow-up", lambda: self.moved.emit(UP))
        self.down = self._button(theme, "arrow-down", lambda: self.moved.emit(DOWN))
        self.remove = self._button(theme, "trash-2", self.removed.emit)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self.fields, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        under = QHBoxLayout()
        under.setContentsMargins(22, 0, 0, 0)
        under.addWidget(self.below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addLayout(under)
        self._key("Alt+Up", lambda: self.moved.emit(UP))
        self._key("Alt+Down", lambda: self.moved.emit(DOWN))

    def place(self, number: int, total: int) -> None:
        """Say where the row stands, from 1."""
        self.number = number
        self._number.setText(f"{number}.")
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < total)

    def present(self, words: Words) -> None:
        """Name everything in the language in use."""
        for button, name in ((self.up, "up"), (self.down, "down"), (self.remove, "remove")):
            text = words.tr(_NAMES[name], number=self.number)
            button.setAccessibleName(text)
            button.setToolTip(text)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in the row, from left to right: its fields, then its buttons."""
        return [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        ]

    def say(self, text: str, role: Role = Role.SMALL) -> None:
        """What stands below the fields."""
        self.below.setText(text)
        self.below.setVisible(bool(text))
        set_role(self.below, role)

    def _button(self, theme: ThemeSwitch, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setAutoDefault(False)
        button.setIcon(theme.icon(icon, "muted"))
        button.clicked.connect(lambda _on: act())
        return button

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


R = TypeVar("R", bound=OrderedRow)


class OrderedRows(QWidget, Generic[R]):
    """The rows, and the buttons below that add one or put the last one taken out back."""

    changed = Signal()

    def __init__(self, make: Callable[[], R], most: int | None = None) -> None:
        super().__init__()
        self._make, self._most = make, most
        self.rows: list[R] = []
        self._out: list[tuple[int, R]] = []
        self.heading = QHBoxLayout()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.add = QPushButton()
        self.add.setAutoDefault(False)
        self.back = QPushButton()
        self.back.setProperty("role", "link")
        self.back.setAutoDefault(False)
        self.add.clicked.connect(lambda: self.append(focus=True))
        self.back.clicked.connect(self._put_back)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.heading)
        column.addLayout(self._lines)
        column.addLayout(buttons)
        self._settle()

    @property
    def full(self) -> bool:
        """There are as many rows as there may be."""
        return self._most is not None and len(self.rows) >= self._most

    def append(self, *, focus: bool = False) -> R:
        """Add an empty row at the end."""
        row = self._make()
        row.moved.connect(lambda by: self.move_row(row, by))
        row.removed.connect(lambda: self.take_out(row))
        row.changed.connect(self.changed)
        self.rows.append(row)
        self._lines.addWidget(row)
        self._settle()
        if focus:
            row.start.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def present(self, words: Words, add: str) -> None:
        """Name everything in the language in use; ``add`` labels the button, worded."""
        self.add.setText(add)
        self.back.setText(words.tr("Put back what was taken out"))
        for row in self.rows:
            row.present(words)

    def move_row(self, row: R, by: int) -> None:
        """Move a row down by so many places, or up; beyond an end it stays where it is."""
        at = self.rows.index(row)
        to = at + by
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(at))
        self._lines.removeWidget(row)
        self._lines.insertWidget(to, row)
        self._settle()

    def take_out(self, row: R) -> None:
        """Take a row out; it can be put back."""
        at = self.rows.index(row)
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        self._out.append((at, row))
        self._settle()
        near = self.rows[min(at, len(self.rows) - 1)].start if self.rows else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        at, row = self._out.pop()
        self.rows.insert(at, row)
        self._lines.insertWidget(at, row)
        row.show()
        self._settle()
        row.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.place(number, len(self.rows))
        self.add.setVisible(not self.full)
        self.back.setVisible(bool(self._out) and not self.full)
        self._order()
        self.changed.emit()

    def _order(self) -> None:
        """Let Tab go through the rows as they stand, and then to the buttons below them."""
        stops = [stop for row in self.rows for stop in row.stops]
        before = self._before()
        for button in (self.add, self.back):
            if stops:  # or Qt would say that they follow the last stop already, around the ring
                QWidget.setTabOrder(stops[0], button)
        for one, next_one in pairwise((*before, *stops, self.add, self.back)):
            QWidget.setTabOrder(one, next_one)

    def _before(self) -> tuple[QWidget, ...]:
        """The stop before the rows, which stays where it is; none while they stand alone."""
        found = self.add.previousInFocusChain()
        while found is not None and found is not self.add:
            own = found is self or self.isAncestorOf(found)
            reached = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if not own and reached and found.focusProxy() is None:
                return (found,)
            found = found.previousInFocusChain()
        return ()
