"""A list of entries in words: how each is painted, and how it is walked by keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from consultations_gui.ui.models.proposal_entries import Entry, EntryModel
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.views.agenda_paint import text_height, wrapped
from consultations_gui.ui.widgets.labels import Tone
from consultations_gui.ui.widgets.marks import MARK_SIDE, paint_mark

PAD = 8
GAP = 2
TEXT_LEFT = PAD + MARK_SIDE + 12
GROUP_TOP = 14
CHIP_PAD = 8
_Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints entries; ``rail`` joins their marks by a line, as in a chain."""

    def __init__(
        self, theme: ThemeSwitch, model: EntryModel, *, rail: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._rail = theme, model, rail

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry = self._model.entry(index.row())
        # sizeHint comes without a rectangle; the list is as wide as its viewport.
        list_view = self.parent()
        width = list_view.viewport().width() if isinstance(list_view, QListView) else 300
        if entry is None:
            return QSize(width, 0)
        fonts = _Fonts(option.font)
        return QSize(width, self._height(entry, fonts, width))

    def _height(self, entry: Entry, fonts: _Fonts, width: int) -> int:
        inner = self._inner(entry, fonts, width)
        if entry.group:
            return GROUP_TOP + text_height(entry.title, fonts.strong, width - 2 * PAD) + PAD
        height = 2 * PAD + text_height(entry.title, fonts.strong, inner)
        for line in entry.lines:
            height += GAP + text_height(line.text, fonts.body, inner)
        return max(height, MARK_SIDE + 2 * PAD)

    def _inner(self, entry: Entry, fonts: _Fonts, width: int) -> int:
        chip = fonts.chip_width(entry.state) + PAD if entry.state else 0
        return max(width - _text_left(entry) - 2 * PAD - chip, 60)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts = _Fonts(option.font)
        box = QRect(option.rect)
        if entry.group:
            self._paint_group(painter, box, entry, fonts)
        else:
            if self._rail:
                self._paint_rail(painter, box, index.row())
            self._paint_ground(painter, box, option)
            self._paint_entry(painter, box, entry, fonts)
        painter.restore()

    def _paint_group(self, painter: QPainter, box: QRect, entry: Entry, fonts: _Fonts) -> None:
        painter.setPen(QColor(self._theme.tokens.muted))
        layout = wrapped(entry.title, fonts.strong, box.width() - 2 * PAD)
        layout.draw(painter, QPointF(box.left() + PAD, box.top() + GROUP_TOP))

    def _paint_rail(self, painter: QPainter, box: QRect, row: int) -> None:
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1.5))
        x = box.left() + PAD + MARK_SIDE / 2
        middle = box.top() + PAD + MARK_SIDE / 2
        top = box.top() if row else middle
        bottom = box.bottom() + 1 if row + 1 < self._model.rowCount() else middle
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        tokens = self._theme.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        left = TEXT_LEFT - PAD if self._rail else 2
        frame = QRectF(box).adjusted(left, 1.5, -2, -1.5)
        if chosen:
            painter.setPen(QPen(QColor(tokens.accent), 2 if focused else 1))
            painter.setBrush(QColor(tokens.selection if not self._rail else tokens.surface))
            painter.drawRoundedRect(frame, 6, 6)
        elif not self._rail:
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(frame, 6, 6)

    def _paint_entry(self, painter: QPainter, box: QRect, entry: Entry, fonts: _Fonts) -> None:
        tokens = self._theme.tokens
        if entry.side is not None:
            mark = QRectF(box.left() + PAD, box.top() + PAD, MARK_SIDE, MARK_SIDE)
            paint_mark(painter, mark, entry.side, tokens)
        inner = self._inner(entry, fonts, box.width())
        left, top = box.left() + _text_left(entry), float(box.top() + PAD)
        for text, font, ink in (
            (entry.title, fonts.strong, "text"),
            *((line.text, fonts.body, line.ink.value) for line in entry.lines),
        ):
            layout = wrapped(text, font, inner)
            painter.setPen(QColor(tokens.named()[ink]))
            layout.draw(painter, QPointF(left, top))
            top += round(layout.boundingRect().height()) + GAP
        if entry.state:
            self._paint_chip(painter, box, entry, fonts)

    def _paint_chip(self, painter: QPainter, box: QRect, entry: Entry, fonts: _Fonts) -> None:
        tokens = self._theme.tokens
        width, height = fonts.chip_width(entry.state), fonts.chip_height
        right = box.right() - 2 * PAD
        chip = QRectF(right - width, box.top() + PAD, width, height)
        ink, ground, edge = {
            Tone.WARNING: (tokens.warning, tokens.warning_ground, tokens.warning_ground),
            Tone.AGREED: (tokens.agreed, tokens.surface, tokens.agreed),
            Tone.ACCENT: (tokens.accent, tokens.surface, tokens.accent),
            Tone.PLAIN: (tokens.muted, tokens.surface, tokens.line),
        }[entry.tone]
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(fonts.small)
        painter.setPen(QColor(ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, entry.state)


def _text_left(entry: Entry) -> int:
    return 2 * PAD if entry.side is None else TEXT_LEFT


class _Fonts:
    """The fonts of an entry, made from the list's own."""

    def __init__(self, font: QFont) -> None:
        self.body = font
        self.strong = sized(font, font.pixelSize(), bold=True)
        self.small = sized(font, SMALL_PX)

    def chip_width(self, text: str) -> int:
        """The width of a chip that says ``text``."""
        return QFontMetrics(self.small).horizontalAdvance(text) + 2 * CHIP_PAD

    @property
    def chip_height(self) -> int:
        """The height of any chip."""
        return text_height("中", self.small, 100) + 4


class EntryList(QListView):
    """Entries one below the other. ``opened(key)`` follows Enter or a double click."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, theme: ThemeSwitch, *, rail: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setProperty("role", "plain")
        self.setItemDelegate(EntryDelegate(theme, self.entries, rail=rail, parent=self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(False)
        self.setSpacing(0)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(self._key(now.row()))
        )

    @property
    def key(self) -> str:
        """The key of the entry the person is on, or nothing."""
        return self._key(self.currentIndex().row())

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries; who was on one of them stays on it."""
        here = self.key
        if self.entries.show_entries(entries):
            self.point(here)

    def point(self, key: str) -> None:
        """Go to the entry with this key; to the first that can be chosen if it is gone."""
        row = self.entries.row_of(key)
        if row < 0:
            shown = enumerate(self.entries.entries)
            row = next((number for number, entry in shown if not entry.group), -1)
        if row >= 0:
            index = self.entries.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the window's keys here; finding is what Ctrl+F and the filter are for."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _key(self, row: int) -> str:
        entry = self.entries.entry(row)
        return entry.key if entry and not entry.group else ""

    def _open(self, row: int) -> None:
        key = self._key(row)
        if key:
            self.opened.emit(key)
