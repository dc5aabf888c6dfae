"""How tables of the program look and are walked through, the agenda's own apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW = 36
"""Height of a row of one line."""


BESIDE, HIGHEST = 24, 10_000
"""What a cell's padding and margins take of its width; more than any row is high."""
NO_CAPS: Mapping[int, int] = {}
LEADING = 10
"""Space above and below the lines of a high row, together."""
TWO_LINES = 44
"""Height of a row of two lines."""
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
        caps: Mapping[int, int] = NO_CAPS,
    ) -> None:
        super().__init__(parent)
        self._caps = caps
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
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit_rows)
        model.modelReset.connect(self.fit_columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def row(self) -> int:
        """The current row; -1 for none."""
        return self.currentIndex().row()

    def fit_columns(self, widest: int = 320, caps: Mapping[int, int] | None = None) -> None:
        """Give each column that does not stretch the width its texts need.

        At most ``widest``, or what ``caps``, else the table's own, have for the column.
        """
        header = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            if header.sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive:
                self.resizeColumnToContents(column)
                most = (self._caps if caps is None else caps).get(column, widest)
                self.setColumnWidth(column, min(self.columnWidth(column) + 12, most))

    def grow_rows(self) -> None:
        """From now on rows are as high as their texts, however wide their columns become."""
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fitting.start(0))
        self.model().dataChanged.connect(lambda *_: self._fitting.start(0))
        self.model().modelReset.connect(lambda: self._fitting.start(0))

    def fit_rows(self) -> None:
        """Make the first rows as high as their texts; in long lists the rest has two lines."""
        self.verticalHeader().setDefaultSectionSize(TWO_LINES)
        for row in range(min(self.model().rowCount(), ROWS_MEASURED)):
            self.setRowHeight(row, max(TWO_LINES, self._lines_height(row) + LEADING))

    def _lines_height(self, row: int) -> int:
        """The height of the highest text of a row, broken to the width of its column."""
        wraps, metrics, highest = Qt.TextFlag.TextWordWrap, self.fontMetrics(), 0
        for column in range(self.model().columnCount()):
            if not self.isColumnHidden(column):
                text = str(self.model().index(row, column).data() or "")
                room = QRect(0, 0, max(self.columnWidth(column) - BESIDE, 1), HIGHEST)
                highest = max(highest, metrics.boundingRect(room, wraps, text).height())
        return highest

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
