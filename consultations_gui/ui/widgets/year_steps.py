"""Where the keys lead from a day: by days, weeks, months, to the ends of the year and of all."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtWidgets import QAbstractItemView

_Action = QAbstractItemView.CursorAction

_DAYS = {
    _Action.MoveLeft: -1,
    _Action.MovePrevious: -1,
    _Action.MoveRight: 1,
    _Action.MoveNext: 1,
    _Action.MoveUp: -7,
    _Action.MoveDown: 7,
}
_MONTHS = {_Action.MovePageUp: -1, _Action.MovePageDown: 1}


def stepped(day: date, action: _Action, years: range, *, whole: bool) -> date:
    """The day that ``action`` leads to from ``day``, within ``years``.

    ``whole`` (Ctrl is held): pages are years, and the ends are those of all years.
    """
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    if action in _DAYS:
        wanted = day + timedelta(days=_DAYS[action])
    elif action in _MONTHS:
        wanted = by_months(day, _MONTHS[action] * (12 if whole else 1))
    elif action is _Action.MoveHome:
        wanted = first if whole else date(day.year, 1, 1)
    else:
        wanted = last if whole else date(day.year, 12, 31)
    return wanted if first <= wanted <= last else day


def by_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
