"""One month as a small sheet: both countries' days, meetings, and dates marked in it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from consultations_gui.domain.consultation import Consultation
from consultations_gui.ui.models.proposal_dates import Span
from consultations_gui.ui.models.year import DayCell
from consultations_gui.ui.theme.fonts import MARK_PX, SMALL_PX, sized
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.theme.tokens import Tokens
from consultations_gui.ui.widgets.year_paint import Bar, DayPainter

CELL = QSize(27, 25)
TITLE, WEEKDAYS = 22, 20
TAG = 13


class MonthBox(QWidget):
    """Paints one month, as high as ``weeks``. ``picked(tag)`` follows a click on marked dates.

    Everything it shows stands in words beside it; it is a picture for those who see it.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: ThemeSwitch,
        first: date,
        cells: Mapping[date, DayCell],
        spans: Sequence[Span],
        today: date,
        weeks: int,
    ) -> None:
        super().__init__()
        self._theme, self.first, self._today, self._weeks = theme, first, today, weeks
        last = first.replace(day=monthrange(first.year, first.month)[1])
        self._cells = [cells[day] for day in _days(first, last) if day in cells]
        self._spans = [one for one in spans if one.dates.start <= last and one.dates.end >= first]
        self._title = ""
        self._weekdays: tuple[str, ...] = ()
        self._describe: Callable[[DayCell], str] = lambda _cell: ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def say(
        self, title: str, weekdays: tuple[str, ...], describe: Callable[[DayCell], str]
    ) -> None:
        """The month's name, the weekdays' from Monday, and the words for a day's tool tip."""
        self._title, self._weekdays, self._describe = title, weekdays, describe
        self.setAccessibleName(title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            7 * CELL.width() + 2 + TAG // 2, TITLE + WEEKDAYS + self._weeks * CELL.height() + 2
        )

    def box_of(self, day: date) -> QRect:
        """Where a day of the month stands."""
        week, column = divmod(day.day - 1 + self.first.weekday(), 7)
        corner = QPoint(1 + column * CELL.width(), TITLE + WEEKDAYS + week * CELL.height())
        return QRect(corner, CELL)

    def span_at(self, point: QPoint) -> Span | None:
        """The dates marked under a point; a better place goes before an option."""
        cell = self._cell_at(point)
        if cell is None:
            return None
        here = [one for one in self._spans if one.dates.start <= cell.date <= one.dates.end]
        return min(here, key=lambda one: one.offered, default=None)

    def _cell_at(self, point: QPoint) -> DayCell | None:
        return next((cell for cell in self._cells if self.box_of(cell.date).contains(point)), None)

    # --- the person -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            QToolTip.showText(event.globalPos(), self._describe(cell) if cell else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        span = self.span_at(event.position().toPoint())
        hand = span is not None and not span.offered
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        span = self.span_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and span is not None:
            self.picked.emit(span.tag)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        paint = DayPainter(self._theme.tokens, sized(self.font(), SMALL_PX))
        for cell in self._cells:
            paint.ground(painter, self.box_of(cell.date), cell)
        for bar in self._bars():
            paint.bar(painter, bar)
        for cell in self._cells:
            paint.number(painter, self.box_of(cell.date), cell, today=cell.date == self._today)
        for span in self._spans:
            self._paint_span(painter, span)
        painter.end()

    def _paint_heads(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setFont(sized(self.font(), self.font().pixelSize(), bold=True))
        painter.setPen(QColor(tokens.text))
        title = QRect(4, 0, self.width() - 4, TITLE)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setFont(sized(self.font(), MARK_PX))
        painter.setPen(QColor(tokens.muted))
        for column, name in enumerate(self._weekdays):
            place = QRect(1 + column * CELL.width(), TITLE, CELL.width(), WEEKDAYS)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _bars(self) -> Iterator[Bar]:
        """One bar for each week a meeting touches."""
        for run in self._runs(lambda cell: cell.meeting):
            meeting = run[0].meeting
            if meeting is not None:
                begins = meeting.dates is not None and meeting.dates.start == run[0].date
                yield Bar(self._over(run), meeting, begins)

    def _runs(self, key: Callable[[DayCell], Consultation | bool | None]) -> list[list[DayCell]]:
        """Days of one week that belong together, where there is anything."""
        runs: list[list[DayCell]] = []
        for cell in self._cells:
            if not key(cell):
                continue
            goes_on = (
                runs
                and runs[-1][-1].date + timedelta(days=1) == cell.date
                and key(runs[-1][-1]) == key(cell)
                and cell.date.weekday() != 0
            )
            if goes_on:
                runs[-1].append(cell)
            else:
                runs.append([cell])
        return runs

    def _over(self, run: Sequence[DayCell]) -> QRect:
        return self.box_of(run[0].date).united(self.box_of(run[-1].date))

    def _paint_span(self, painter: QPainter, span: Span) -> None:
        inside = self._runs(lambda cell: span.dates.start <= cell.date <= span.dates.end)
        for number, run in enumerate(inside):
            paint_frame(painter, self._over(run), span, self._theme.tokens, tagged=number == 0)


def paint_frame(
    painter: QPainter, box: QRect, span: Span, tokens: Tokens, *, tagged: bool = True
) -> None:
    """A frame around days, whole for an option, dashed for a better place; and its tag."""
    pen = QPen(QColor(tokens.accent), 2)
    if not span.offered:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
    if tagged:
        _paint_tag(painter, QRectF(box.right() - TAG + 3, box.top() - 3, TAG, TAG), span, tokens)


def _paint_tag(painter: QPainter, tag: QRectF, span: Span, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.accent), 1))
    painter.setBrush(QColor(tokens.accent if span.offered else tokens.surface))
    painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(QColor(tokens.on_accent if span.offered else tokens.accent))
    painter.setFont(sized(painter.font(), MARK_PX, bold=True))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, span.tag)


def weeks_of(first: date) -> int:
    """How many weeks the month that begins on ``first`` touches."""
    length = monthrange(first.year, first.month)[1]
    return (first.weekday() + length + 6) // 7


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
