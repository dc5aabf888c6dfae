"""The agenda as a table one types into: cells by key, rows by drag and by key."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from consultations_gui.domain.parties import Side
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.agenda_model import LANGS, AgendaModel, Column, Index
from consultations_gui.ui.models.agenda_rows import DayEntry
from consultations_gui.ui.views.agenda_delegate import AgendaDelegate
from consultations_gui.ui.views.agenda_fields import CellText, Leave
from consultations_gui.ui.views.agenda_paint import PAD
from consultations_gui.ui.views.agenda_steps import above, beside
from consultations_gui.ui.views.agenda_work import AgendaWork

WIDTHS = {Column.NUMBER: 46, Column.TIME: 56, Column.MINUTES: 56, Column.APPROVALS: 62}
"""The least width of each column that does not stretch."""
_View = QAbstractItemView
_Hint = QAbstractItemDelegate.EndEditHint


class AgendaTable(QTableView):
    """Rows of one agenda, edited in place.

    ``focused(uid)`` follows the current row (empty for a day's heading),
    ``approvals_asked()`` the key that opens the choice of approvals.
    """

    focused = Signal(str)
    approvals_asked = Signal()

    def __init__(
        self, desk: Desk, work: AgendaWork, model: AgendaModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._rows = model
        self._dragged = ""
        self.setModel(model)
        self.delegate = AgendaDelegate(desk, work, self)
        self.setItemDelegate(self.delegate)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit)
        self._set_up()
        self.delegate.grown.connect(self._on_grown)
        self.delegate.left.connect(self._leave)
        for signal in (model.dataChanged, model.rowsInserted, model.rowsMoved, model.modelReset):
            signal.connect(lambda *_: self._fitting.start(0))

    def _set_up(self) -> None:
        self.setProperty("role", "agenda")
        self.setSelectionBehavior(_View.SelectionBehavior.SelectRows)
        self.setSelectionMode(_View.SelectionMode.SingleSelection)
        self.setEditTriggers(
            _View.EditTrigger.DoubleClicked
            | _View.EditTrigger.EditKeyPressed
            | _View.EditTrigger.AnyKeyPressed
        )
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(_View.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(_View.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.sectionResized.connect(lambda *_: self._fitting.start(0))
        for column in Column:
            text = column in LANGS
            mode = QHeaderView.ResizeMode.Stretch if text else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)

    # --- where one is -----------------------------------------------------------------------

    def put_first(self, side: Side) -> None:
        """Let the office's own text stand first."""
        header = self.horizontalHeader()
        first = Column.ZH if side is Side.CN else Column.RU
        if header.visualIndex(first) != Column.ZH:
            header.swapSections(Column.ZH, Column.RU)

    def uid(self) -> str:
        """The uid of the current row; empty for a day's heading or none."""
        entry = self._rows.item(self.currentIndex().row())
        return entry.key if entry else ""

    def point(self, key: str, column: Column | None = None) -> bool:
        """Make a row the current one and bring it into sight; ``False`` if it is not there."""
        row = self._rows.row_of(key)
        if row < 0:
            return False
        at = column if column is not None else max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self._rows.index(row, at))
        self.scrollTo(self.currentIndex())
        return True

    def type_into(self, key: str, column: Column) -> None:
        """Go to a cell and open it."""
        if self.point(key, column):
            self.fit()
            self.edit(self.currentIndex())

    def first_text(self) -> Column:
        """The text column that stands first."""
        header = self.horizontalHeader()
        return min(LANGS, key=header.visualIndex)

    @property
    def field(self) -> CellText | None:
        """The text field that is open, if one is."""
        return (
            self.delegate.field_at(self.currentIndex()) if self.currentIndex().isValid() else None
        )

    def flush(self) -> None:
        """Store what is being typed."""
        if self.field is not None:
            self.field.finish()

    # --- looks ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give each row the height its texts need, and each day's heading the whole width."""
        self._fitting.stop()
        for column, least in WIDTHS.items():
            self.setColumnWidth(column, max(least, self._needed(column)))
        for row, entry in enumerate(self._rows.listed):
            span = len(Column) if isinstance(entry, DayEntry) else 1
            if self.columnSpan(row, 0) != span:
                self.setSpan(row, 0, 1, span)
        self.resizeRowsToContents()

    def _needed(self, column: Column) -> int:
        """The width of a column's heading and, for the numbers, of the widest one."""
        metrics = self.fontMetrics()
        heading = str(self._rows.headerData(column, Qt.Orientation.Horizontal))
        texts = [heading]
        if column is Column.NUMBER:
            rows = range(self._rows.rowCount())
            texts += [self._rows.cell(row, column).text for row in rows if self._rows.item(row)]
        return max(metrics.horizontalAdvance(text) for text in texts) + 2 * PAD + 4

    def _on_grown(self, place: tuple[str, int]) -> None:
        row = self._rows.row_of(place[0])
        if row >= 0:
            self.resizeRowToContents(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.start(0)

    # --- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        index = self.currentIndex()
        approvals = index.column() == Column.APPROVALS and bool(self.uid())
        if self.state() is _View.State.EditingState:
            event.accept()  # a key the open field has dealt with
        elif plain and approvals and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.approvals_asked.emit()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin(index)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes from cell to cell, and on to the next control behind the last one.
        return self._step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def _begin(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._step(1)

    def _step(self, by: int) -> bool:
        """Go to the next or previous cell one can do something in; ``False`` past the end."""
        target = self._beside(by)
        if target is None:
            return False
        self.setCurrentIndex(target)
        return True

    def _beside(self, by: int, *, typed: bool = False) -> QModelIndex | None:
        visual = self.horizontalHeader().visualIndex
        return beside(self._rows, self.currentIndex(), by, visual, typed=typed)

    def _leave(self, field: QWidget, how: Leave) -> None:
        self.commitData(field)
        self.closeEditor(field, _Hint.NoHint)
        self.setFocus()
        if how is not Leave.STAY:
            self._next_field(1 if how is Leave.NEXT else -1)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        forward, back = _Hint.EditNextItem, _Hint.EditPreviousItem
        super().closeEditor(editor, _Hint.NoHint if hint in (forward, back) else hint)
        if hint in (forward, back):
            self._next_field(1 if hint is forward else -1)

    def _next_field(self, by: int) -> None:
        """Go on typing in the next cell that holds a text or a number."""
        target = self._beside(by, typed=True)
        if target is not None:
            self.setCurrentIndex(target)
            self.edit(target)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.focused.emit(self.uid())

    # --- drag -------------------------------------------------------------------------------

    def startDrag(self, actions: Qt.DropAction) -> None:
        self.flush()
        self._dragged = self.uid()
        super().startDrag(actions)
        self._dragged = ""

    def dropEvent(self, event: QDropEvent) -> None:
        uid = self._dragged
        if not uid:
            event.ignore()
            return
        after, day = above(self._rows, self._drop_row(event))
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the row moves by the use case alone
        event.accept()
        if after != uid:
            self._work.place(uid, after, day)

    def _drop_row(self, event: QDropEvent) -> int:
        """The table row a row let go here comes before."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid():
            return self._rows.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def select_first(self) -> None:
        """Make the first item the current row, if none is."""
        if self.currentIndex().isValid():
            return
        row = next((r for r in range(self._rows.rowCount()) if self._rows.item(r)), -1)
        if row >= 0:
            index = self._rows.index(row, self.first_text())
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
