"""A month as one picture: painted once, kept, and only laid onto the sheet while it scrolls."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

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
from consultations_gui.ui.widgets.year_tiles import DayTiles

YEAR_PX = 15


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
        self._tiles: DayTiles | None = None
        geometry = look.geometry
        self._month = QSize(geometry.month_width, geometry.month_height)
        cell = QSize(geometry.cell_width, geometry.cell_height)
        if roomy(cell.width(), cell.height()):
            self._roomy = RoomyPainter(look.tokens, look.font, look.layers)
        elif look.ratio == int(look.ratio):  # else days do not begin where a pixel does
            self._tiles = DayTiles(self._days, cell, look.tokens.window, look.ratio)
        self._bold = sized(look.font, look.font.pixelSize(), bold=True)
        self._small = sized(look.font, SMALL_PX - 1)
        self._titles: dict[tuple[int, str], QPixmap] = {}

    def numbers(self, year: int, month: int) -> QPixmap:
        """The bare numbers, the same for all months that begin and end alike."""
        made = self._sheet(self._month)
        painter = begun(made)
        self._weekdays(painter)
        self._numbers(painter, year, month)
        painter.end()
        return made

    def start(
        self, year: int, month: int, cells: Sequence[DayCell], shades: Mapping[date, Shade]
    ) -> MonthPicture:
        """A month's picture, of which only the head is painted yet."""
        made = self._sheet(self._month)
        painter = begun(made)
        self._weekdays(painter)
        painter.drawPixmap(QPoint(), self.title(year, month))
        painter.end()
        return MonthPicture(self, made, cells, shades)

    def title(self, year: int, month: int) -> QPixmap:
        """The month's name, and what is known of it as a whole: the head of its picture."""
        look = self.look
        note = look.names.note(year, month)
        found = self._titles.get((month, note))
        if found is None:
            found = self._sheet(QSize(self._month.width(), TITLE))
            self._titles[(month, note)] = found
            painter = begun(found)
            self._title(painter, look.names.months[month - 1], note)
            painter.end()
        return found

    def year_bar(self, year: int) -> QPixmap:
        """What begins a year: its number and what is known of it as a whole."""
        look = self.look
        box = QRect(QPoint(), look.geometry.bar_box(year).size())
        made = self._sheet(box.size())
        painter = begun(made)
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
        painter.end()
        return made

    def week(
        self, painter: QPainter, cells: Sequence[DayCell], shades: Mapping[date, Shade]
    ) -> None:
        """Some days of a week in a row, at their place in their month."""
        bars = list(self._bars(cells))
        if self._tiles is not None:
            self._tiled(painter, self._tiles, cells, bars, shades)
            return
        boxes = [(self.look.geometry.cell_in_month(cell.date), cell) for cell in cells]
        for box, cell in boxes:
            self._days.ground(painter, box, cell, shades.get(cell.date))
        for bar in bars:
            self._days.bar(painter, bar)
        for box, cell in boxes:
            today = cell.date == self.look.today
            if self._roomy is None:
                self._days.number(painter, box, cell, today=today)
            else:
                names, shade = self.look.names.holidays(cell), shades.get(cell.date)
                self._roomy.day(painter, box, cell, names, shade, today=today)
        if self._roomy is not None:
            for bar in bars:
                self._roomy.title(painter, bar, self.look.names.title(bar.meeting))

    def _tiled(
        self,
        painter: QPainter,
        tiles: DayTiles,
        cells: Sequence[DayCell],
        bars: Sequence[Bar],
        shades: Mapping[date, Shade],
    ) -> None:
        geometry, today = self.look.geometry, self.look.today
        taken = []
        for cell in cells:
            box, shade = geometry.cell_in_month(cell.date), shades.get(cell.date)
            if cell.meeting is None:
                tiles.day(painter, box, cell, shade, today=cell.date == today)
            else:
                tiles.ground(painter, box, cell, shade)
                taken.append((box, cell))
        for bar in bars:
            tiles.bar(painter, bar)
        for box, cell in taken:
            tiles.number(painter, box, cell, today=cell.date == today)

    def _sheet(self, size: QSize) -> QPixmap:
        """A picture with nothing on it yet."""
        look = self.look
        made = QPixmap(size * look.ratio)
        made.setDevicePixelRatio(look.ratio)
        made.fill(QColor(look.tokens.window))
        return made

    def _title(self, painter: QPainter, name: str, note: str) -> None:
        look = self.look
        width = look.geometry.month_width
        painter.setFont(self._bold)
        painter.setPen(QColor(look.tokens.text))
        title = QRect(0, 0, width, TITLE)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, name)
        if not note:
            return
        used = painter.fontMetrics().horizontalAdvance(name) + 8
        painter.setFont(self._small)
        painter.setPen(QColor(look.tokens.muted))
        shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, width - used)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(title, right, shown)

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

    def _bars(self, cells: Sequence[DayCell]) -> Iterator[Bar]:
        """One bar for each meeting that touches these days of one week."""
        for meeting, days in groupby(cells, lambda cell: cell.meeting):
            if meeting is not None:
                run = list(days)
                yield self._bar(meeting, run[0].date, run[-1].date)

    def _bar(self, meeting: Consultation, first: date, last: date) -> Bar:
        cell_box = self.look.geometry.cell_in_month
        begins = meeting.dates is not None and meeting.dates.start == first
        return Bar(cell_box(first).united(cell_box(last)), meeting, begins)


class MonthPicture:
    """A month on its way to being a picture, painted week by week so that no frame waits for it."""

    def __init__(
        self,
        months: MonthPainter,
        picture: QPixmap,
        cells: Sequence[DayCell],
        shades: Mapping[date, Shade],
    ) -> None:
        self.picture = picture
        self._months, self._shades = months, shades
        self._weeks = [list(week) for _, week in groupby(cells, _monday)]
        self._weeks.reverse()

    @property
    def whole(self) -> bool:
        """Nothing is left to be painted."""
        return not self._weeks

    def go_on(self) -> None:
        """Paint the next week."""
        painter = begun(self.picture)
        self._months.week(painter, self._weeks.pop(), self._shades)
        painter.end()


def begun(picture: QPixmap) -> QPainter:
    """A painter of a picture of ours."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _monday(cell: DayCell) -> date:
    return cell.date - timedelta(days=cell.date.weekday())
