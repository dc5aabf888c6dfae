"""A card over the year that says in words what a day is and offers what can be done on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.labels import Chip, Role, Tone, label, rule
from consultations_gui.ui.widgets.marks import SideMark

WIDTH = 340


@dataclass(frozen=True)
class Deed:
    """Something that can be done: its label and what it does. The first one is the usual one."""

    text: str
    act: Callable[[], object]


@dataclass(frozen=True)
class DayNews:
    """What the card says, already in words."""

    title: str
    chip: str = ""
    chip_tone: Tone = Tone.PLAIN
    host: Side | None = None
    host_name: str = ""
    meeting: str = ""
    lines: Sequence[str] = ()
    costs: Sequence[tuple[str, int]] = ()
    deeds: Sequence[Deed] = field(default=())


class Beside(QFrame):
    """A framed card over its parent, next to what it is about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "overlay")
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self.hide()

    def show_beside(self, box: QRect) -> None:
        """Show it next to ``box`` (in the parent), inside the parent."""
        if self.isHidden():
            self.show()
            self.raise_()
        height = self._column.heightForWidth(WIDTH)
        if height < 0:  # no line in it is broken
            height = self.sizeHint().height()
        self.setFixedHeight(min(height, self._over.height() - 16))
        right = box.right() + 8
        x = right if right + WIDTH < self._over.width() else box.left() - 8 - WIDTH
        y = min(max(box.top() - 16, 8), self._over.height() - self.height() - 8)
        self.move(max(x, 8), max(y, 8))


class CarryCard(Beside):
    """Goes along with a carried meeting and says what the place under it would mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # The mouse that carries must reach the sheet below.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.heading = label(role=Role.STRONG, wrap=True)
        self.lines = label(wrap=True)
        self.hint = label(role=Role.SMALL, wrap=True)
        self._column.setSpacing(6)
        for part in (self.heading, self.lines, self.hint):
            self._column.addWidget(part)

    def say(self, heading: str, lines: Sequence[str], hint: str) -> None:
        """What the place would mean, and how to go on."""
        self.heading.setText(heading)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.hint.setText(hint)


class DayCard(Beside):
    """Shown beside a day; Escape and a click elsewhere hide it. ``left`` follows Escape."""

    left = Signal()

    def __init__(self, theme: ThemeSwitch, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column.setSpacing(8)
        self._inside: QWidget | None = None

    def say(self, news: DayNews, close: str) -> None:
        """Fill the card; ``close`` is the label of its closing button."""
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head(news, close))
        if news.meeting:
            column.addLayout(self._meeting(news))
        for line in news.lines:
            column.addWidget(label(line, Role.MUTED, wrap=True))
        if news.costs:
            column.addWidget(rule())
            column.addLayout(_table(news.costs))
        if news.deeds:
            column.addWidget(rule())
        for number, deed in enumerate(news.deeds):
            button = QPushButton(deed.text)
            button.setProperty("role", "primary" if not number else "")
            button.clicked.connect(deed.act)
            column.addWidget(button)
        self.setAccessibleName(news.title)
        self._column.addWidget(inside)
        self._inside = inside

    def take_focus(self) -> None:
        """Put the keys on the first thing that can be done."""
        button = self.findChild(QPushButton, "", Qt.FindChildOption.FindChildrenRecursively)
        deeds = [b for b in self.findChildren(QPushButton) if b.property("role") == "primary"]
        target = deeds[0] if deeds else button
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _head(self, news: DayNews, close: str) -> QHBoxLayout:
        button = QPushButton()
        button.setProperty("role", "quiet")
        button.setIcon(self._theme.icon("x", "muted"))
        button.setAccessibleName(close)
        button.setToolTip(close)
        button.clicked.connect(self.hide)
        button.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(label(news.title, Role.STRONG, wrap=True), 1)
        if news.chip:
            row.addWidget(Chip(news.chip, news.chip_tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _meeting(self, news: DayNews) -> QHBoxLayout:
        row = QHBoxLayout()
        if news.host is not None:
            mark = SideMark(self._theme, news.host)
            mark.setAccessibleName(news.host_name)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(news.meeting, wrap=True), 1)
        return row


def _table(rows: Sequence[tuple[str, int]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(3)
    for number, (text, points) in enumerate(rows):
        last = number == len(rows) - 1
        grid.addWidget(label(text, Role.MUTED if last else Role.BODY, wrap=True), number, 0)
        grid.addWidget(label(str(points), Role.STRONG), number, 1, Qt.AlignmentFlag.AlignRight)
    return grid
