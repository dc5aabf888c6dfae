"""The long sheet of years: what of it is in sight is laid together from pictures of months."""

from __future__ import annotations

from calendar import monthrange
from collections import OrderedDict
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from consultations_gui.ui.models.year import YearModel
from consultations_gui.ui.widgets.year_month import Look, MonthPainter, MonthPicture

KEPT_PIXELS = 12_000_000
"""So much is kept of what was painted: 160 months at the widest zoom, 15 of a whole window."""
BUDGET_S = 0.002
"""What one painting may spend on months not painted yet; the others follow a moment later."""
PIECE_S = 0.0015
"""What is painted at once between two frames: a tick that comes meanwhile waits no longer."""
AT_ONCE = 2
"""With more months missing the sheet flies past: none is painted before it is seen to stay."""

Month = tuple[int, int]
"""Year and month."""


class Sheet:
    """Paints any stripe of the sheet. ``look`` tells how months look now."""

    def __init__(self, model: YearModel, look: Callable[[], Look]) -> None:
        self._model = model
        self._look_now = look
        self._painter: MonthPainter | None = None
        self._kept: OrderedDict[Month, QPixmap] = OrderedDict()
        self._begun: tuple[Month, MonthPicture] | None = None
        self._bare: dict[tuple[int, int], QPixmap] = {}
        self._bars: dict[int, QPixmap] = {}
        # Months whose bare numbers may still be seen, though a part of them was painted since.
        self._bared: set[Month] = set()

    def clear(self) -> None:
        """The look changed: nothing painted so far holds any more."""
        self._painter = self._begun = None
        self._kept.clear()
        self._bare.clear()
        self._bars.clear()
        self._bared.clear()

    def drop_year(self, year: int) -> None:
        """The days of ``year`` changed."""
        self._bars.pop(year, None)
        for month in range(1, 13):
            self._kept.pop((year, month), None)
        if self._begun is not None and self._begun[0][0] == year:
            self._begun = None

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """Paint the stripe ``seen``; a month that is not painted yet shows its bare numbers."""
        until = perf_counter() + BUDGET_S
        geometry = self._months.look.geometry
        for year in range(geometry.year_at(seen.top()), geometry.year_at(seen.bottom()) + 1):
            box = geometry.bar_box(year)
            if box.intersects(seen):
                painter.drawPixmap(box.topLeft(), self._bar(year))
        stripe = geometry.months_between(seen.top(), seen.bottom())
        placed = ((month, geometry.month_box(*month)) for month in stripe)
        months = [(month, box) for month, box in placed if box.intersects(seen)]
        flying = sum(month not in self._kept for month, _box in months) > AT_ONCE
        for month, box in months:
            picture = self._kept.get(month)
            if picture is not None:
                self._kept.move_to_end(month)
            elif not flying and perf_counter() < until:
                picture = self._go_on(month, until)
            if picture is None:
                self._bared.add(month)
                painter.drawPixmap(box.topLeft(), self._numbers(month))
                painter.drawPixmap(box.topLeft(), self._months.title(*month))
            else:
                painter.drawPixmap(box.topLeft(), picture)
                if seen.contains(box):
                    self._bared.discard(month)

    def ready(self, seen: QRect, top: int) -> bool:
        """Every month that is ``seen`` in a window at ``top``, or is next to it, is all painted."""
        ahead = self._months.look.geometry.month_height
        return not self.missing(seen.top() + top - ahead, seen.bottom() + top + ahead)

    def fill(self, top: int, bottom: int) -> tuple[list[QRect], bool]:
        """Go on painting the months that are in sight or next to it, for a moment.

        Gives where months stand that can be laid now, and whether to come again.
        """
        until = perf_counter() + PIECE_S
        geometry = self._months.look.geometry
        ahead = geometry.month_height
        boxes: list[QRect] = []
        for first, last in ((top, bottom), (top - ahead, bottom + ahead)):
            for month in geometry.months_between(first, last):
                if month in self._kept and month not in self._bared:
                    continue
                if month not in self._kept and self._model.month(*month) is None:
                    continue  # it has not been read
                if perf_counter() >= until or self._go_on(month, until) is None:
                    return boxes, True
                self._bared.discard(month)
                boxes.append(geometry.month_box(*month))
        return boxes, False

    def missing(self, top: int, bottom: int) -> bool:
        """A month of the stripe is not painted yet, or not all of it."""
        months = self._months.look.geometry.months_between(top, bottom)
        return any(month not in self._kept or month in self._bared for month in months)

    @property
    def _months(self) -> MonthPainter:
        if self._painter is None:
            self._painter = MonthPainter(self._look_now())
        return self._painter

    def _go_on(self, month: Month, until: float) -> QPixmap | None:
        """The picture of a month once it is whole; ``None`` when the time is up before that.

        Also while its year has not been read.
        """
        if month in self._kept:
            return self._kept[month]
        if self._begun is None or self._begun[0] != month:
            cells = self._model.month(*month)
            if cells is None:
                return None
            shades = self._model.shades(month[0])
            self._begun = month, self._months.start(*month, cells, shades)
        begun = self._begun[1]
        while True:
            begun.go_on()
            if begun.whole:
                self._begun = None
                self._keep(month, begun.picture)
                return begun.picture
            if perf_counter() >= until:
                return None

    def _keep(self, month: Month, picture: QPixmap) -> None:
        self._kept[month] = picture
        while len(self._kept) * picture.width() * picture.height() > KEPT_PIXELS:
            self._kept.popitem(last=False)

    def _numbers(self, month: Month) -> QPixmap:
        """The numbers of a month alone: 28 kinds of months, each painted once."""
        key = monthrange(*month)
        found = self._bare.get(key)
        if found is None:
            found = self._bare[key] = self._months.numbers(*month)
        return found

    def _bar(self, year: int) -> QPixmap:
        """What stands over a year: its number and what is known of it."""
        found = self._bars.get(year)
        if found is None:
            found = self._bars[year] = self._months.year_bar(year)
        return found
