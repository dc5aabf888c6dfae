"""A delegation one types into: cells by key, rows by key, what is wrong marked in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from consultations_gui.domain.parties import Lang
from consultations_gui.domain.people import Role
from consultations_gui.i18n.wording import label
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.delegation import HEADINGS, WRONG_ROLE, Column, DelegationModel

Index = QModelIndex | QPersistentModelIndex
ROW = 34
LEADING = 3
"""Space above and below the lines of a cell."""
AROUND = 18
"""What a heading needs besides its words."""
_WIDTHS: dict[Column, int] = {
    Column.ROLE: 114,
    Column.NAME_ZH: 84,
    Column.NAME_RU: 130,
    Column.LATIN: 116,
    Column.POST_ZH: 96,
    Column.POST_RU: 130,
    Column.EMAIL: 156,
    Column.LANGUAGE: 92,
}
"""The least width of each column, or what its heading needs; all grow alike where there is room."""
_CHOICES: dict[Column, tuple[Role | Lang, ...]] = {
    Column.ROLE: tuple(Role),
    Column.LANGUAGE: tuple(Lang),
}
_Hint = QAbstractItemDelegate.EndEditHint
_View = QAbstractItemView


class PeopleDelegate(QStyledItemDelegate):
    """Choices for roles and languages, lines for the rest; Escape keeps what was typed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.EMAIL:  # may be broken behind the sign, or it would be cut
            option.text = option.text.replace("@", "@\u200b")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(0, LEADING, 0, LEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        wrong = bool(index.data(WRONG_ROLE))
        tokens = self._desk.theme.tokens
        if wrong:
            for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
                option.palette.setColor(role, QColor(tokens.warning_ground))
            painter.fillRect(option.rect, QColor(tokens.warning_ground))
        super().paint(painter, option, index)
        if wrong:
            painter.setPen(QPen(QColor(tokens.warning), 1, Qt.PenStyle.DashLine))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column, words = Column(index.column()), self._desk.words
        choices = _CHOICES.get(column)
        if choices is None:
            line = QLineEdit(parent)
            line.setProperty("role", "cell")
            line.setAccessibleName(words.tr(HEADINGS[column]))
            return line
        box = QComboBox(parent)
        box.setAccessibleName(words.tr(HEADINGS[column]))
        for choice in choices:
            box.addItem(label(choice, words), choice.value)
        box.activated.connect(lambda _at: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, _Hint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        mine = isinstance(editor, QLineEdit) and event.type() is QEvent.Type.KeyPress
        if mine and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _Hint.NoHint)
            return True
        return super().eventFilter(editor, event)


class PeopleTable(QTableView):
    """One delegation. Keys: Enter edits, Insert adds, Delete removes, Alt and arrows move.

    ``asked(what)`` follows the keys that concern rows: add, remove, up, down.
    """

    asked = Signal(str)

    def __init__(self, desk: Desk, model: DelegationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PeopleDelegate(desk, self))
        self.setSelectionMode(_View.SelectionMode.SingleSelection)
        self.setEditTriggers(
            _View.EditTrigger.DoubleClicked
            | _View.EditTrigger.EditKeyPressed
            | _View.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self._fitting.start(0))
        model.headerDataChanged.connect(lambda *_: self._fitting.start(0))
        self._fitting.start(0)

    @property
    def row(self) -> int:
        """The current row; -1 for none."""
        return self.currentIndex().row()

    def type_into(self, row: int, column: Column) -> None:
        """Go to a cell and open it."""
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.setFocus()
        self.edit(index)

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, max(self.currentIndex().column(), 0)))

    def flush(self) -> None:
        """Store what is being typed."""
        field = self.indexWidget(self.currentIndex())
        if isinstance(field, QLineEdit):
            self.commitData(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = _KEYS.get(QKeySequence(event.keyCombination()).toString())
        if self.state() is _View.State.EditingState:
            event.accept()
        elif what:
            self.asked.emit(what)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start(0)

    def _fit(self) -> None:
        """Be as high as the rows, so that the page scrolls and not the table."""
        header = self.horizontalHeader()
        widths = {c: max(width, self._heading_width(c)) for c, width in _WIDTHS.items()}
        least = sum(widths.values())
        room = max(self.viewport().width(), least)
        for column, width in widths.items():
            self.setColumnWidth(column, width * room // least)
        last = max(widths)
        self.setColumnWidth(last, self.columnWidth(last) + room - header.length())
        self.resizeRowsToContents()
        bar = self.horizontalScrollBar()
        height = header.sizeHint().height() + 4
        height += bar.sizeHint().height() if room == least else 0
        self.setFixedHeight(height + max(self.verticalHeader().length(), ROW))

    def _heading_width(self, column: Column) -> int:
        header = self.horizontalHeader()
        text = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        lines = (header.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        return max(lines) + AROUND


_KEYS = {"Ins": "add", "Del": "remove", "Alt+Up": "up", "Alt+Down": "down"}
