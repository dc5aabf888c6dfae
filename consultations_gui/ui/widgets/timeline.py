"""Plans painted over one time axis: rounds as marks, provisional years hatched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import PlannedRound
from consultations_gui.ui.models.plan_rows import TIMELINE, PlanRow, PlansModel
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.marks import LETTERS, paint_mark

INSET = 12
"""Room at both ends, so that no mark is cut off."""
MARK, SMALLEST = 18, 10
LABEL = 44
"""The least room a year needs to be labelled."""
_HATCH = {Side.CN: Qt.BrushStyle.FDiagPattern, Side.RU: Qt.BrushStyle.BDiagPattern}


@dataclass(frozen=True)
class Axis:
    """The years shown, and the country-years no notice has fixed yet."""

    first_year: int = 2000
    years: int = 1
    provisional: tuple[tuple[int, Side], ...] = ()

    def x(self, day: date, box: QRect) -> float:
        """Where ``day`` stands in ``box``."""
        start = date(self.first_year, 1, 1).toordinal()
        whole = date(self.first_year + self.years, 1, 1).toordinal() - start
        width = box.width() - 2 * INSET
        return box.left() + INSET + width * (day.toordinal() - start) / whole

    def year_box(self, year: int, box: QRect) -> QRect:
        """The part of ``box`` that a year takes."""
        left, right = self.x(date(year, 1, 1), box), self.x(date(year + 1, 1, 1), box)
        return QRect(round(left), box.top(), round(right) - round(left), box.height())

    def all_years(self) -> range:
        """The years, in order."""
        return range(self.first_year, self.first_year + self.years)


class TimelineCells(QStyledItemDelegate):
    """Paints the column of the timelines; the other cells as usual."""

    def __init__(
        self, theme: ThemeSwitch, model: PlansModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self.axis = Axis()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(max(size.height(), MARK + 12))
        return size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        row = self._model.row(index.row())
        if index.column() != TIMELINE or row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        self._ground(painter, option.rect)
        size = self._mark_size(option.rect, len(row.plan.rounds))
        for one in row.plan.rounds:
            self._round(painter, option.rect, one, row, size)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect) -> None:
        """Hatched years, the line the rounds stand on, and where a year begins."""
        tokens = self._theme.tokens
        inner = box.adjusted(0, 4, 0, -4)
        for year, side in self.axis.provisional:
            style = _HATCH[side]
            painter.fillRect(self.axis.year_box(year, inner), QBrush(QColor(tokens.line), style))
        painter.setPen(QPen(QColor(tokens.edge), 1))
        middle = box.center().y()
        painter.drawLine(box.left() + INSET, middle, box.right() - INSET, middle)
        for year in (*self.axis.all_years(), self.axis.first_year + self.axis.years):
            x = round(self.axis.x(date(year, 1, 1), box))
            painter.drawLine(x, inner.top(), x, inner.bottom())

    def _mark_size(self, box: QRect, rounds: int) -> float:
        """As large as fits beside one another."""
        room = (box.width() - 2 * INSET) / max(rounds, 1)
        return max(SMALLEST, min(MARK, room * 0.9))

    def _round(
        self, painter: QPainter, box: QRect, one: PlannedRound, row: PlanRow, size: float
    ) -> None:
        tokens = self._theme.tokens
        centre, middle = self.axis.x(one.start, box), box.center().y()
        mark = QRectF(centre - size / 2, middle - size / 2, size, size)
        if one.id in row.differs:
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DotLine))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(mark.adjusted(-3, -3, 3, 3), 6, 6)
        if one.host is None:
            painter.setPen(QPen(QColor(tokens.text), 1.5))
            painter.setBrush(QColor(tokens.sunken))
            painter.drawRoundedRect(mark.adjusted(1, 1, -1, -1), 3, 3)
        elif one.fact:
            _paint_fact(painter, mark, one.host, tokens)
        else:
            paint_mark(painter, mark, one.host, tokens)
        if one.number in row.pins:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            bottom = round(mark.bottom()) + 3
            painter.drawLine(round(mark.left()), bottom, round(mark.right()), bottom)


class AxisHeader(QHeaderView):
    """Names the years over the timelines."""

    def __init__(self, theme: ThemeSwitch, cells: TimelineCells, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._cells = theme, cells

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section != TIMELINE:
            return
        axis = self._cells.axis
        painter.save()
        painter.setFont(sized(self.font(), SMALL_PX))
        painter.setPen(QColor(self._theme.tokens.muted))
        room = (rect.width() - 2 * INSET) / axis.years
        each = max(1, -int(-LABEL // room)) if room > 0 else axis.years
        for year in list(axis.all_years())[::each]:
            box = axis.year_box(year, rect)
            box.setWidth(max(box.width(), LABEL))
            painter.drawText(
                box.adjusted(3, 0, 0, 0),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                str(year),
            )
        painter.restore()


def _paint_fact(painter: QPainter, mark: QRectF, host: Side, tokens: Tokens) -> None:
    """A round that stands already: the host's letter on full ink."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ink(host)))
    painter.drawRoundedRect(mark.adjusted(1, 1, -1, -1), 3, 3)
    painter.setPen(QColor(tokens.surface))
    painter.setFont(sized(painter.font(), max(9, round(mark.height() * 0.6)), bold=True))
    painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, LETTERS[host])
