"""How the list of consultations looks: the host's mark, the status in a frame."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.ui.models.consultation_list import ROW_ROLE, Column
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.marks import MARK_SIDE, paint_mark

PAD = 8
CHIP = 22
_INKS = {Status.CONFIRMED: "agreed", Status.POSTPONED: "warning", Status.TENTATIVE: "warning"}
"""What stands out; a status always stands there in words too."""


class ConsultationDelegate(QStyledItemDelegate):
    """Paints the host's mark and the status; the other cells as usual."""

    def __init__(self, theme: ThemeSwitch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        column = index.column()
        if column not in (Column.HOST, Column.STATUS):
            super().paint(painter, option, index)
            return
        one: Consultation = index.data(ROW_ROLE)
        tokens = self._theme.tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        if column == Column.HOST:
            self._paint_host(painter, option, one)
        else:
            self._paint_status(painter, option, one, str(index.data()))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        if index.column() == Column.HOST:
            size.setWidth(MARK_SIDE + PAD)
        return size

    def _paint_host(
        self, painter: QPainter, option: QStyleOptionViewItem, one: Consultation
    ) -> None:
        box = option.rect
        top = box.top() + (box.height() - MARK_SIDE) / 2
        if one.host is not None:
            mark = QRectF(box.left() + PAD, top, MARK_SIDE, MARK_SIDE)
            paint_mark(painter, mark, one.host, self._theme.tokens)

    def _paint_status(
        self, painter: QPainter, option: QStyleOptionViewItem, one: Consultation, text: str
    ) -> None:
        tokens = self._theme.tokens.named()
        ink = QColor(tokens[_INKS.get(one.status, "muted")])
        frame = ink if one.status is Status.CONFIRMED else QColor(tokens["line"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(option.font, SMALL_PX))
        width = painter.fontMetrics().horizontalAdvance(text) + 14
        box = option.rect
        chip = QRectF(
            box.left() + PAD,
            box.top() + (box.height() - CHIP) / 2,
            min(width, box.width() - PAD),
            CHIP,
        )
        ground = tokens["warning_ground"] if _INKS.get(one.status) == "warning" else ""
        painter.setPen(QPen(QColor(ground) if ground else frame, 1))
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
