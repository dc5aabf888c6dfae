"""The two tables of the plan view: plans over one time axis, and the rounds of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Plan
from consultations_gui.ui.models.plan_rows import (
    DATES,
    NOTE,
    ROUND,
    TIMELINE,
    Of,
    PlansModel,
    RoundsModel,
)
from consultations_gui.ui.theme.switch import ThemeSwitch
from consultations_gui.ui.widgets.sidecells import SideCells
from consultations_gui.ui.widgets.tables import ROW, RowsTable
from consultations_gui.ui.widgets.timeline import Axis, AxisHeader, TimelineCells

FEW, MANY = 3, 5
"""Plans shown without scrolling in a low window and in a high one."""
HIGH = 780
FRAME = 4
ROOMY = 900
"""From which width on every part of the cost has a column of its own."""
PARTS = {
    Of.GAP: "gap",
    Of.SEASON: "season",
    Of.TRAVEL: "travel",
    Of.SHORT: "short",
    Of.PROVISIONAL: "provisional",
}
TWO_LINES = 38


def fit_costs(table: RowsTable, plans: Sequence[Plan]) -> None:
    """Give the columns their widths; in little room parts that cost nothing anywhere are hidden.

    They are named with the reasons all the same.
    """
    costs = [one.cost for plan in plans for one in plan.rounds]
    narrow = table.width() < ROOMY
    for column, name in PARTS.items():
        free = not any(getattr(cost, name) for cost in costs)
        table.setColumnHidden(column, narrow and free)
    table.fit_columns()


class PlansTable(RowsTable):
    """As high as a few plans; the timelines take the width that is left."""

    def __init__(self, model: PlansModel, theme: ThemeSwitch) -> None:
        super().__init__(model, stretch=TIMELINE)
        self._plans = model
        self._cells = TimelineCells(theme, model, self)
        self.setItemDelegate(self._cells)
        header = AxisHeader(theme, self._cells, self)
        header.setHighlightSections(False)
        self.setHorizontalHeader(header)
        modes = QHeaderView.ResizeMode
        for column in range(model.columnCount()):
            wide = column == TIMELINE
            header.setSectionResizeMode(column, modes.Stretch if wide else modes.Interactive)
        header.setVisible(True)

    def show_axis(
        self, first_year: int, years: int, provisional: tuple[tuple[int, Side], ...]
    ) -> None:
        """Show these years, the provisional ones hatched."""
        self._cells.axis = Axis(first_year, years, provisional)
        self.horizontalHeader().viewport().update()

    def fit(self) -> None:
        """Give the columns their widths, and take the height of the plans."""
        fit_costs(self, tuple(row.plan for row in self._plans.rows))
        most = MANY if self.window().height() >= HIGH else FEW
        rows = min(max(self.model().rowCount(), 1), most)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + ROW * rows + FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keep_current(self, change: Callable[[], None]) -> None:
        """Change the rows; the current one stays where it is and nobody is told."""
        row = self.row
        with QSignalBlocker(self.selectionModel()):
            change()
            self.choose(row)
        self.viewport().update()


class RoundsTable(RowsTable):
    """The rounds of one plan. Space ticks the current one, Enter pins it."""

    def __init__(self, model: RoundsModel, theme: ThemeSwitch) -> None:
        super().__init__(model, stretch=(DATES, NOTE))
        self._rounds = model

        def host(at: int) -> Side | None:
            row = model.row(at)
            return row.planned.host if row else None

        self.setItemDelegate(SideCells(theme, {ROUND: host}, parent=self))
        self.verticalHeader().setMinimumSectionSize(TWO_LINES)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def fit(self) -> None:
        """Give the columns their widths; a row is as high as its words then need."""
        fit_costs(self, (Plan(tuple(row.planned for row in self._rounds.rows)),))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.row >= 0:
            self._rounds.toggle(self.row)
        else:
            super().keyPressEvent(event)
