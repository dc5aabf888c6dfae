"""Shows and edits the cells of the agenda table."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from consultations_gui.i18n.wording import label
from consultations_gui.i18n.words import N_
from consultations_gui.ui.desk import Desk
from consultations_gui.ui.models.agenda_cells import Cell
from consultations_gui.ui.models.agenda_model import CELL_ROLE, ENTRY_ROLE, LANGS, Column
from consultations_gui.ui.models.agenda_rows import DayEntry, Entry, ItemEntry
from consultations_gui.ui.theme.fonts import sized
from consultations_gui.ui.views import agenda_paint as paint
from consultations_gui.ui.views.agenda_fields import CellText, Leave, MinutesField, OpeningField
from consultations_gui.ui.views.agenda_work import AgendaWork

Index = QModelIndex | QPersistentModelIndex
DAY_HEIGHT, DAY_LINE = 34, 22
"""Height of a day's heading of one line, and where that line stands."""
MIN_HEIGHT = 35
PAD_BELOW = 4
"""Between a field and the note it leaves free below itself."""
_LEAVE = {
    Qt.Key.Key_Escape: Leave.STAY,
    Qt.Key.Key_Return: Leave.NEXT,
    Qt.Key.Key_Enter: Leave.NEXT,
}


class AgendaDelegate(QStyledItemDelegate):
    """Paints cells as ``agenda_paint`` says and lends fields to type in.

    ``approve_wanted(uid, side)`` follows a click on an approval, ``left(field,
    how)`` a key that leaves a field, ``grown(index)`` a text that may need
    more lines now.
    """

    approve_wanted = Signal(str, object)
    left = Signal(object, object)
    grown = Signal(object)

    def __init__(self, desk: Desk, work: AgendaWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work = desk, work
        self._open: dict[tuple[str, int], CellText] = {}

    def field_at(self, index: Index) -> CellText | None:
        """The text field open over a cell, if there is one."""
        entry = index.data(ENTRY_ROLE)
        return self._open.get((entry.key, index.column())) if isinstance(entry, ItemEntry) else None

    # --- looks ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._desk.theme.tokens
        cell: Cell = index.data(CELL_ROLE)
        entry: Entry = index.data(ENTRY_ROLE)
        box = option.rect
        state = option.state
        painter.save()
        painter.setClipRect(box)
        painter.setFont(option.font)
        if isinstance(entry, DayEntry):
            self._paint_day(painter, box, cell)
        else:
            current = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(box, paint.ground(cell, tokens, current=current))
            column = Column(index.column())
            if column is Column.APPROVALS:
                paint.paint_approvals(painter, box, cell, tokens)
            else:
                quiet = column in (Column.TIME, Column.NUMBER) or entry.row.item.is_break
                if self.field_at(index) is None:
                    paint.paint_text(painter, box, cell, tokens, muted=quiet)
                else:
                    paint.paint_note_below(painter, box, cell, tokens)
            paint.paint_current(painter, box, tokens, first=current and column is Column.NUMBER)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.paint_focus(painter, box, tokens)
        painter.restore()

    def _paint_day(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        tokens = self._desk.theme.tokens
        painter.fillRect(box, QColor(tokens.sunken))
        name, _, rest = cell.text.partition(" · ")
        painter.setFont(sized(painter.font(), painter.font().pixelSize(), bold=True))
        painter.setPen(QColor(tokens.text))
        painter.drawText(QPoint(box.left() + paint.PAD, box.top() + DAY_LINE), name)
        left = paint.day_indent(name, painter.font())
        painter.setFont(sized(painter.font(), painter.font().pixelSize()))
        painter.setPen(QColor(tokens.warning if cell.note else tokens.muted))
        lines = paint.wrapped(cell.note or rest, painter.font(), box.width() - left - paint.PAD)
        ascent = painter.fontMetrics().ascent()
        lines.draw(painter, QPointF(box.left() + left, box.top() + DAY_LINE - ascent))

    def _day_height(self, option: QStyleOptionViewItem, cell: Cell) -> int:
        """One line, or more where the window is too narrow for all that a heading says."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else 0
        name, _, rest = cell.text.partition(" · ")
        bold = sized(option.font, option.font.pixelSize(), bold=True)
        room = width - paint.day_indent(name, bold) - paint.PAD
        if room <= 0:
            return DAY_HEIGHT
        return (
            DAY_HEIGHT
            + paint.text_height(cell.note or rest, option.font, room)
            - (paint.text_height("", option.font, room))
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        cell: Cell = index.data(CELL_ROLE)
        if isinstance(entry, DayEntry):
            return QSize(0, self._day_height(option, cell))
        field = self.field_at(index)
        text = field.toPlainText() if field is not None else cell.text
        width = option.rect.width()
        height = paint.cell_height(cell, text, option.font, width) if width > 0 else 0
        if field is not None and cell.note:
            height += 2 * PAD_BELOW
        return QSize(width, max(MIN_HEIGHT, height))

    # --- fields -----------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        entry: Entry = index.data(ENTRY_ROLE)
        words = self._desk.words
        if isinstance(entry, DayEntry):
            opening = OpeningField(parent)
            opening.setAccessibleName(words.tr(N_("Opening time of day {day}"), day=entry.day))
            return opening
        column = Column(index.column())
        if column not in LANGS:
            minutes = MinutesField(parent)
            minutes.setAccessibleName(words.tr(N_("Minutes")))
            return minutes
        return self._text_field(parent, entry, column)

    def _text_field(self, parent: QWidget, entry: ItemEntry, column: Column) -> CellText:
        uid, lang = entry.key, LANGS[column]
        field = CellText(uid, lang, entry.row.item.text, parent)
        field.setAccessibleName(label(lang, self._desk.words))
        field.typed.connect(self._store_text)
        field.left.connect(self.left)
        field.dropped.connect(self._tell_dropped)
        field.grown.connect(lambda: self.grown.emit((uid, int(column))))
        self._open[uid, int(column)] = field
        return field

    def _tell_dropped(self, count: int) -> None:
        self._desk.tell(
            lambda words: words.trn(
                "{n} character that is not seen was left out of what was pasted.",
                "{n} characters that are not seen were left out of what was pasted.",
                count,
            )
        )

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        for place, field in list(self._open.items()):
            if field is editor:
                del self._open[place]
                self.grown.emit(place)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, CellText):
            editor.show_text(value)
        elif isinstance(editor, MinutesField):
            editor.show_minutes(value)
        elif isinstance(editor, OpeningField):
            editor.show_time(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        if isinstance(editor, CellText):
            editor.finish()
        elif isinstance(editor, MinutesField):
            self._work.set_minutes(entry.key, editor.minutes())
        elif isinstance(editor, OpeningField) and isinstance(entry, DayEntry):
            self._work.set_opening(entry.day, editor.value())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = option.rect
        if isinstance(editor, OpeningField):
            editor.move(
                box.left() + paint.PAD, box.top() + (box.height() - editor.sizeHint().height()) // 2
            )
            return
        cell: Cell = index.data(CELL_ROLE)
        left = cell.level * paint.INDENT if isinstance(editor, CellText) else 0
        note = paint.note_height(cell, option.font, box.width()) + PAD_BELOW if cell.note else 0
        editor.setGeometry(box.adjusted(left, 0, 0, -note))

    def _store_text(self, field: CellText, text: str) -> None:
        self._work.type_text(field.uid, field.lang, text, field.base, field.group)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        entry: Entry = index.data(ENTRY_ROLE)
        released = event.type() is QEvent.Type.MouseButtonRelease
        item = isinstance(entry, ItemEntry) and not entry.row.item.is_break
        here = item and released and index.column() == Column.APPROVALS
        if here and isinstance(event, QMouseEvent):
            for side, disc in paint.disc_boxes(option.rect):
                if disc.contains(event.position()):
                    self.approve_wanted.emit(entry.key, side)
                    return True
        return super().editorEvent(event, model, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # A text field sees to its own keys. In the others Escape and Enter keep what was typed.
        own = isinstance(editor, CellText) or event.type() is not QEvent.Type.KeyPress
        how = _LEAVE.get(Qt.Key(event.key())) if not own and isinstance(event, QKeyEvent) else None
        if how is not None:
            stay = isinstance(editor, OpeningField)
            self.left.emit(editor, Leave.STAY if stay else how)
            return True
        return super().eventFilter(editor, event)
