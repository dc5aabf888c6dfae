"""How tables of the program look and are walked through, the agenda's own apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW = 36
"""Height of a row of one line."""


ROWS_MEASURED = 40
"""How many rows a column's width is found from, so that long lists open as fast as short ones."""


class RowsTable(QTableView):
    """Whole rows, chosen by arrow keys; Enter or a double click opens one (``opened(row)``).

    Tab leaves the table for the next control.
    """

    opened = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        stretch: int | Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        wide = (stretch,) if isinstance(stretch, int) else stretch
        self.setModel(model)
        self.setProperty("role", "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(ROWS_MEASURED)
        for column in range(model.columnCount()):
            modes = QHeaderView.ResizeMode
            mode = modes.Stretch if column in wide else modes.Interactive
            header.setSectionResizeMode(column, mode)
        model.modelReset.connect(self.fit_columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def row(self) -> int:
        """The current row; -1 for none."""
        return self.currentIndex().row()

    def fit_columns(self, widest: int = 320) -> None:
        """Give each column that does not stretch the width its texts need."""
        header = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            if header.sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive:
                self.resizeColumnToContents(column)
                self.setColumnWidth(column, min(self.columnWidth(column) + 12, widest))

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
