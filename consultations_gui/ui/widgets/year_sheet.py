"""The long sheet of years: what of it is in sight is laid together from pictures of months."""

from __future__ import annotations

from calendar import monthrange
from collections import OrderedDict
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from consultations_gui.ui.models.year import YearModel
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.widgets.year_month import Look, MonthPainter

KEPT_PIXELS = 12_000_000
"""So much is kept of what was painted: 160 months at the widest zoom, 15 of a whole window."""
BUDGET_S = 0.002
"""What one painting may spend on months not painted yet; the others follow a moment later."""
AT_ONCE = 2
"""With more months missing the sheet flies past: none is painted before it is seen to stay."""
YEAR_PX = 15

Month = tuple[int, int]
"""Year and month."""


class Sheet:
    """Paints any stripe of the sheet. ``look`` tells how months look now."""

    def __init__(self, model: YearModel, look: Callable[[], Look]) -> None:
        self._model = model
        self._look_now = look
        self._painter: MonthPainter | None = None
        self._kept: OrderedDict[Month, QPixmap] = OrderedDict()
        self._bare: dict[tuple[int, int], QPixmap] = {}
        # Months whose bare numbers may still be seen, though a part of them was painted since.
        self._bared: set[Month] = set()

    def clear(self) -> None:
        """The look changed: nothing painted so far holds any more."""
        self._painter = None
        self._kept.clear()
        self._bare.clear()
        self._bared.clear()

    def drop_year(self, year: int) -> None:
        """The days of ``year`` changed."""
        for month in range(1, 13):
            self._kept.pop((year, month), None)

    def paint(self, painter: QPainter, seen: QRect) -> bool:
        """Paint the stripe ``seen``; ``False`` if months are still to be filled in.

        A month that is not painted yet shows its bare numbers meanwhile.
        """
        began = perf_counter()
        geometry = self._months.look.geometry
        for year in range(geometry.year_at(seen.top()), geometry.year_at(seen.bottom()) + 1):
            if geometry.bar_box(year).intersects(seen):
                self._paint_bar(painter, year)
        stripe = geometry.months_between(seen.top(), seen.bottom())
        months = [month for month in stripe if geometry.month_box(*month).intersects(seen)]
        flying = sum(month not in self._kept for month in months) > AT_ONCE
        for month in months:
            picture = self._kept.get(month)
            if picture is None and not flying and perf_counter() - began < BUDGET_S:
                picture = self._picture(month)
            elif picture is not None:
                self._kept.move_to_end(month)
            box = geometry.month_box(*month)
            at = box.topLeft()
            if picture is None:
                self._bared.add(month)
                painter.drawPixmap(at, self._numbers(month))
                self._months.title(painter, at, *month)
            else:
                painter.drawPixmap(at, picture)
                if seen.contains(box):
                    self._bared.discard(month)
        ahead = geometry.month_height
        return not self.missing(seen.top() - ahead, seen.bottom() + ahead)

    def fill_one(self, top: int, bottom: int) -> QRect | None:
        """Paint one month that is in sight or next to it: where it stands, or ``None``."""
        geometry = self._months.look.geometry
        ahead = geometry.month_height
        for first, last in ((top, bottom), (top - ahead, bottom + ahead)):
            for month in geometry.months_between(first, last):
                due = month in self._bared or month not in self._kept
                if due and (month in self._kept or self._picture(month) is not None):
                    self._bared.discard(month)
                    return geometry.month_box(*month)
        return None

    def missing(self, top: int, bottom: int) -> bool:
        """A month of the stripe is not painted yet, or not all of it."""
        months = self._months.look.geometry.months_between(top, bottom)
        return any(month not in self._kept or month in self._bared for month in months)

    @property
    def _months(self) -> MonthPainter:
        if self._painter is None:
            self._painter = MonthPainter(self._look_now())
        return self._painter

    def _picture(self, month: Month) -> QPixmap | None:
        """Paint a month and keep it; ``None`` while its year has not been read."""
        cells = self._model.month(*month)
        if cells is None:
            return None
        picture = self._months.picture(*month, cells, self._model.shades(month[0]))
        self._kept[month] = picture
        while len(self._kept) * picture.width() * picture.height() > KEPT_PIXELS:
            self._kept.popitem(last=False)
        return picture

    def _numbers(self, month: Month) -> QPixmap:
        """The numbers of a month alone: 28 kinds of months, each painted once."""
        key = monthrange(*month)
        found = self._bare.get(key)
        if found is None:
            found = self._bare[key] = self._months.picture(*month, None, {})
        return found

    def _paint_bar(self, painter: QPainter, year: int) -> None:
        look = self._months.look
        box = look.geometry.bar_box(year)
        painter.setPen(QColor(look.tokens.line))
        painter.drawLine(box.left(), box.top() + 3, box.right(), box.top() + 3)
        painter.setFont(sized(look.font, YEAR_PX, bold=True))
        painter.setPen(QColor(look.tokens.text))
        name = look.names.year(year)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 4, 0, 0), middle, name)
        used = painter.fontMetrics().horizontalAdvance(name) + 12
        painter.setFont(sized(look.font, SMALL_PX))
        painter.setPen(QColor(look.tokens.warning))
        painter.drawText(box.adjusted(used, 4, 0, 0), middle, look.names.year_note(year))
