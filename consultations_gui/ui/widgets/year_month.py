"""A month as one picture: painted once, kept, and only laid onto the sheet while it scrolls."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from consultations_gui.domain.consultation import Consultation
from consultations_gui.domain.parties import Side
from consultations_gui.ui.models.year import DayCell, Shade
from consultations_gui.ui.theme.fonts import SMALL_PX, sized
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.year_geometry import TITLE, WEEKDAYS, YearGeometry
from consultations_gui.ui.widgets.year_paint import Bar, DayPainter
from consultations_gui.ui.widgets.year_roomy import RoomyPainter, roomy


@dataclass(frozen=True)
class Names:
    """The words a month is painted with, in the language in use.

    ``months`` from January, ``weekdays`` from Monday; ``year`` names a year's
    bar, ``holidays`` a day's holidays by country, ``title`` a meeting,
    ``note`` what is known of a month as a whole.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    year: Callable[[int], str]
    year_note: Callable[[int], str]
    holidays: Callable[[DayCell], Sequence[tuple[Side, str]]]
    title: Callable[[Consultation], str]
    note: Callable[[int, int], str]


@dataclass(frozen=True)
class Look:
    """How months are painted: all but their days."""

    tokens: Tokens
    font: QFont
    geometry: YearGeometry
    names: Names
    layers: frozenset[Side]
    today: date | None
    ratio: float


class MonthPainter:
    """Paints whole months in one :attr:`look`."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._days = DayPainter(look.tokens, look.font, look.layers)
        self._roomy: RoomyPainter | None = None
        if roomy(look.geometry.cell_width, look.geometry.cell_height):
            self._roomy = RoomyPainter(look.tokens, look.font, look.layers)
        self._bold = sized(look.font, look.font.pixelSize(), bold=True)
        self._small = sized(look.font, SMALL_PX - 1)

    def picture(
        self,
        year: int,
        month: int,
        cells: Sequence[DayCell] | None,
        shades: Mapping[date, Shade],
    ) -> QPixmap:
        """The month; without ``cells`` only its numbers, the same for all that begin alike."""
        look = self.look
        size = QSize(look.geometry.month_width, look.geometry.month_height)
        made = QPixmap(size * look.ratio)
        made.setDevicePixelRatio(look.ratio)
        made.fill(QColor(look.tokens.window))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._weekdays(painter)
        if cells is None:
            self._numbers(painter, year, month)
        else:
            self.title(painter, QPoint(), year, month)
            self._paint(painter, cells, shades)
        painter.end()
        return made

    def title(self, painter: QPainter, at: QPoint, year: int, month: int) -> None:
        """The month's name, and what is known of it as a whole, over its picture at ``at``."""
        look = self.look
        width = look.geometry.month_width
        painter.setFont(self._bold)
        painter.setPen(QColor(look.tokens.text))
        title = QRect(at.x(), at.y(), width, TITLE)
        name = look.names.months[month - 1]
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, name)
        known = look.names.note(year, month)
        if not known:
            return
        used = painter.fontMetrics().horizontalAdvance(name) + 8
        painter.setFont(self._small)
        painter.setPen(QColor(look.tokens.muted))
        note = painter.fontMetrics().elidedText(known, Qt.TextElideMode.ElideRight, width - used)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(title, right, note)

    def _weekdays(self, painter: QPainter) -> None:
        look = self.look
        painter.setFont(self._small)
        painter.setPen(QColor(look.tokens.muted))
        cell = look.geometry.cell_width
        for column, weekday in enumerate(look.names.weekdays):
            place = QRect(column * cell, TITLE, cell, WEEKDAYS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, weekday)

    def _numbers(self, painter: QPainter, year: int, month: int) -> None:
        look = self.look
        painter.setFont(look.font)
        painter.setPen(QColor(look.tokens.muted))
        place = Qt.AlignmentFlag.AlignCenter
        if self._roomy is not None:
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        for number in range(1, monthrange(year, month)[1] + 1):
            box = look.geometry.cell_in_month(date(year, month, number)).adjusted(1, 1, -1, -1)
            painter.fillRect(box, QColor(look.tokens.surface))
            inner = box.adjusted(5, 3, 0, 0) if self._roomy is not None else box
            painter.drawText(inner, place, str(number))

    def _paint(
        self, painter: QPainter, cells: Sequence[DayCell], shades: Mapping[date, Shade]
    ) -> None:
        geometry, today = self.look.geometry, self.look.today
        boxes = [(geometry.cell_in_month(cell.date), cell) for cell in cells]
        for box, cell in boxes:
            self._days.ground(painter, box, cell, shades.get(cell.date))
        bars = list(self._bars(cells))
        for bar in bars:
            self._days.bar(painter, bar)
        for box, cell in boxes:
            if self._roomy is None:
                self._days.number(painter, box, cell, today=cell.date == today)
            else:
                names = self.look.names.holidays(cell)
                shade = shades.get(cell.date)
                self._roomy.day(painter, box, cell, names, shade, today=cell.date == today)
        if self._roomy is not None:
            for bar in bars:
                self._roomy.title(painter, bar, self.look.names.title(bar.meeting))

    def _bars(self, cells: Sequence[DayCell]) -> Iterator[Bar]:
        """One bar for each week a meeting touches within the month."""
        run: list[DayCell] = []
        for cell in [*cells, None]:
            goes_on = (
                cell is not None
                and run
                and cell.meeting is not None
                and cell.meeting is run[0].meeting
                and cell.date.weekday() != 0
            )
            if run and not goes_on:
                yield self._bar(run)
                run = []
            if cell is not None and cell.meeting is not None:
                run.append(cell)

    def _bar(self, run: Sequence[DayCell]) -> Bar:
        meeting = run[0].meeting
        if meeting is None:
            raise ValueError("a bar needs a meeting")
        cell_box = self.look.geometry.cell_in_month
        first, last = run[0].date, run[-1].date
        begins = meeting.dates is not None and meeting.dates.start == first
        return Bar(cell_box(first).united(cell_box(last)), meeting, begins)
