"""Days on which a side can neither meet nor travel, from a table: one row a period.

The columns are start, end (the start's own day unless given), reason_zh and reason_ru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consultations_gui.application.ports import TableRow
from consultations_gui.application.sheets import Sheet, headings
from consultations_gui.domain.errors import TableProblem
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Blackout

REQUIRED = ("start",)

_HEADINGS = {
    "start": "start from date 开始 开始日期 起始日期 начало с дата_начала",
    "end": "end to until 结束 结束日期 截止日期 конец по окончание дата_окончания",
    "reason_zh": "reason_zh 事由 原因 中文事由 中文原因 причина_на_китайском",
    "reason_ru": "reason_ru 俄文事由 俄文原因 причина причина_на_русском",
}


def blackouts_from(table: Sequence[TableRow], side: Side, source: str) -> tuple[Blackout, ...]:
    """The blackouts of ``side`` that ``table`` names, in its order, each once.

    Raises:
        TableErrors: every cell that cannot be taken, and why.
    """
    reading = _Reading(headings(table, _HEADINGS, REQUIRED))
    found = [one for row in table for one in reading.take(row, side, source)]
    reading.require_sound()
    return tuple(dict.fromkeys(found))


@dataclass
class _Reading(Sheet):
    """One table of blackouts being read."""

    def take(self, row: TableRow, side: Side, source: str) -> Iterator[Blackout]:
        """The row's blackout, if all of it can be taken."""
        self.require_headed(row)
        self.require_visible(row)
        self.require(row, *REQUIRED)
        start, end = self.day(row, "start"), self.day(row, "end")
        if start is None:
            return
        if end is not None and end < start:
            self.refuse(row, "end", TableProblem.END_BEFORE_START)
            return
        reasons = (self.cell(row, "reason_zh"), self.cell(row, "reason_ru"))
        yield Blackout(side, start, end or start, *reasons, source)
