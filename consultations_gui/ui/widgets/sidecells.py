"""Table cells with a side's mark before their text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from consultations_gui.domain.parties import Side
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.marks import MARK_SIDE, paint_mark

SideOf = Callable[[int], Side | None]
"""The side that a row's cell names, if any."""
SHARP = 2
"""The marks are painted for dense screens; on others they are scaled down."""


class SideCells(QStyledItemDelegate):
    """Paints the mark of a side in the columns of ``sides``; a model gives the words beside it.

    In the columns of ``alone`` the mark stands without them, they are only read aloud; the text
    given there stands where there is no side (``None``: the model's own words).
    """

    def __init__(
        self,
        theme: ThemeSwitch,
        sides: Mapping[int, SideOf],
        alone: Mapping[int, str | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._sides, self._alone = theme, dict(sides), dict(alone or {})
        self._icons: dict[Side, QIcon] = {}
        theme.changed.connect(self._icons.clear)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        side_of = self._sides.get(index.column())
        side = side_of(index.row()) if side_of else None
        if side is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._icon(side)
            option.decorationSize = QSize(MARK_SIDE, MARK_SIDE)
        if index.column() in self._alone:
            instead = self._alone[index.column()]
            option.text = "" if side else option.text if instead is None else instead

    def _icon(self, side: Side) -> QIcon:
        if side not in self._icons:
            picture = QPixmap(SHARP * MARK_SIDE, SHARP * MARK_SIDE)
            picture.setDevicePixelRatio(SHARP)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_mark(painter, QRectF(0, 0, MARK_SIDE, MARK_SIDE), side, self._theme.tokens)
            painter.end()
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                icon.addPixmap(picture, mode)  # selected rows keep the side's own colours
            self._icons[side] = icon
        return self._icons[side]
