"""Ctrl+K: one line that finds every command, consultation and proposal, in every language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from consultations_gui.i18n.words import N_
from consultations_gui.ui.language import Texts
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.view import Command
from consultations_gui.ui.widgets.findbar import folded
from consultations_gui.ui.widgets.labels import Role, label

ROW, HIGHEST = 30, 420
COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
MOST = 60
"""More hits than this help nobody; typing one more letter does."""

_Index = QModelIndex | QPersistentModelIndex


class Ranked:
    """A command with the text it is searched in, folded once."""

    def __init__(self, command: Command, initials: Callable[[str], str]) -> None:
        self.command = command
        self._text = folded(command.text)
        self._all = folded(f"{command.text} {command.hint} {command.words}")
        self._initials = initials(f"{command.text} {command.words}")

    def rank(self, wanted: Sequence[str]) -> int | None:
        """How well it fits (0 best), or ``None`` when one of the words is not in it."""
        if not all(word in self._all or word in self._initials for word in wanted):
            return None
        first = wanted[0] if wanted else ""
        if self._text.startswith(first):
            return 0
        if f" {first}" in self._text:
            return 1
        return 2 if f" {first}" in self._all else 3


class CommandModel(QAbstractListModel):
    """The commands that fit what was typed, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Ranked] = []
        self._shown: list[Command] = []

    def fill(self, commands: Sequence[Command], initials: Callable[[str], str]) -> None:
        """Offer ``commands``; ``initials`` gives a text's pinyin initials."""
        self._all = [Ranked(command, initials) for command in commands]
        self.search("")

    def search(self, text: str) -> None:
        """Show what fits every word of ``text``."""
        wanted = folded(text).split()
        ranked = [(one.rank(wanted), number) for number, one in enumerate(self._all)]
        best = sorted((rank, number) for rank, number in ranked if rank is not None)
        self.beginResetModel()
        self._shown = [self._all[number].command for _rank, number in best[:MOST]]
        self.endResetModel()

    def command(self, row: int) -> Command | None:
        """The command in ``row``, if there is one."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.command(index.row()) if index.isValid() else None
        if command is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{command.text} · {command.hint}" if command.hint else command.text
        return command if role == COMMAND_ROLE else None


class CommandPainter(QStyledItemDelegate):
    """A row: what it does at the left, its key or ID at the right."""

    def __init__(self, theme: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = self._theme.tokens
        command = index.data(COMMAND_ROLE)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(10, 0, -10, 0)
        metrics = painter.fontMetrics()
        hint = metrics.horizontalAdvance(command.hint)
        words = metrics.elidedText(
            command.text, Qt.TextElideMode.ElideRight, inner.width() - hint - 16
        )
        painter.setPen(QColor(tokens.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(tokens.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, command.hint)
        painter.restore()


class CommandPalette(QFrame):
    """Lies over the window; Enter does what is marked, Escape goes back."""

    def __init__(self, theme: ThemeSwitch, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "overlay")
        texts.name(self, N_("Find everything"))
        self._before: QWidget | None = None
        self.field = QLineEdit()
        texts.name(self.field, N_("Find everything"))
        texts.bind(
            self.field.setPlaceholderText,
            N_("A command, consultation or proposal: 中文, русский, English"),
        )
        self.model = CommandModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setProperty("role", "plain")
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(CommandPainter(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        texts.name(self.list, N_("Results"))
        self._nothing = label(role=Role.MUTED)
        texts.bind(self._nothing.setText, N_("Nothing found. Try another word or fewer letters."))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._do(index.row()))
        self.hide()

    def begin(self, commands: Sequence[Command], initials: Callable[[str], str]) -> None:
        """Open with ``commands`` to choose from."""
        window = self._over
        self._before = window.window().focusWidget()
        self.model.fill(commands, initials)
        self.field.clear()
        self._search("")
        width = min(620, window.width() - 40)
        self.setGeometry((window.width() - width) // 2, 56, width, HIGHEST)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def replace(self, commands: Sequence[Command], initials: Callable[[str], str]) -> None:
        """More was found while the palette is open: search it too."""
        self.model.fill(commands, initials)
        self._search(self.field.text())

    def end(self) -> None:
        """Close and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Down:
                self._mark(row + 1)
            case Qt.Key.Key_Up:
                self._mark(row - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(row)
            case _:
                return False
        return True

    def _search(self, text: str) -> None:
        self.model.search(text)
        found = self.model.rowCount() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        self._mark(0)
        self._fit()

    def _fit(self) -> None:
        """As high as what was found, at most as high as the window lets it be."""
        rows = max(self.model.rowCount(), 1) * ROW + 6
        wanted = self.field.sizeHint().height() + rows + 3 * 8
        self.resize(self.width(), min(wanted, HIGHEST, self._over.height() - 96))

    def _mark(self, row: int) -> None:
        count = self.model.rowCount()
        if count:
            self.list.setCurrentIndex(self.model.index(row % count, 0))

    def _do(self, row: int) -> None:
        command = self.model.command(row)
        if command is not None:
            self.end()
            command.act()
