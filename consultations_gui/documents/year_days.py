"""The days of a year sheet: signs of both countries, and the meetings over them."""

from __future__ import annotations

from calendar import MONDAY, Calendar
from collections.abc import Sequence
from datetime import date, timedelta

from consultations_gui.documents.year_content import Bar, DayBox, Month, Sign, SignKind, Week
from consultations_gui.domain.consultation import Consultation, Precision, Status
from consultations_gui.domain.parties import Side
from consultations_gui.domain.workdays import Day, DayKind

HOSTS: dict[Side | None, str] = {Side.CN: "中", Side.RU: "Р", None: ""}
"""The host's letter, the same in every text and on the screen."""
LETTERS: dict[tuple[Side, SignKind], str] = {
    (Side.CN, SignKind.OFF): "休",
    (Side.CN, SignKind.MOVED): "调",
    (Side.CN, SignKind.MAKE_UP): "班",
    (Side.RU, SignKind.OFF): "В",
    (Side.RU, SignKind.MOVED): "П",
    (Side.RU, SignKind.MAKE_UP): "Р",
    (Side.RU, SignKind.SHORT): "−1",
}
"""The letters of the signs: China's in Chinese, Russia's in Russian, in every text."""
SETTLED = (Status.CONFIRMED, Status.HELD)
"""Both sides agreed to the dates."""


def sign(side: Side, kind: SignKind) -> Sign:
    """The sign of one country for what a day is there. China has no short days."""
    return Sign(kind, LETTERS[side, kind])


def months(
    year: int, days: Sequence[tuple[Day, Day]], meetings: Sequence[Consultation]
) -> tuple[Month, ...]:
    """The twelve months of ``year`` in weeks from Monday.

    A cancelled meeting stands in the list and takes no place in the calendar.
    """
    boxes = {cn.date: (cn, ru) for cn, ru in days}
    dated = [one for one in meetings if one.live and _by_day(one)]
    layout = Calendar(MONDAY)

    def box(day: date, month: int) -> DayBox | None:
        return day_box(*boxes[day], dated) if day.month == month else None

    def weeks(month: int) -> tuple[Week, ...]:
        found = layout.monthdatescalendar(year, month)
        return tuple(tuple(box(day, month) for day in week) for week in found)

    return tuple(Month(weeks(month), undated(year, month, meetings)) for month in range(1, 13))


def day_box(cn: Day, ru: Day, meetings: Sequence[Consultation]) -> DayBox:
    """One day with the signs of both countries and the meetings held on it."""
    return DayBox(
        number=str(cn.date.day),
        cn=signs(Side.CN, cn, ru),
        ru=signs(Side.RU, ru, cn),
        rest=cn.date.weekday() >= 5 and not (cn.working or ru.working),
        bars=tuple(bar for one in meetings if (bar := _on(one, cn.date)) is not None),
    )


def signs(side: Side, day: Day, other: Day) -> tuple[Sign, ...]:
    """What is out of the ordinary about ``day`` in one country, beside the ``other`` country's.

    A weekend both have free needs no sign; one that only one has free does.
    """
    found: list[Sign] = []
    if day.kind is DayKind.MAKE_UP:
        found.append(sign(side, SignKind.MAKE_UP))
    elif day.kind is DayKind.MOVED_OFF:
        found.append(sign(side, SignKind.MOVED))
    elif day.kind is DayKind.OFF and (day.date.weekday() < 5 or other.working):
        found.append(sign(side, SignKind.OFF))
    if day.short and side is Side.RU:
        found.append(sign(side, SignKind.SHORT))
    return tuple(found)


def undated(year: int, month: int, meetings: Sequence[Consultation]) -> tuple[Bar, ...]:
    """The meetings of which only this month is known."""
    return tuple(
        whole_bar(one)
        for one in meetings
        if one.live
        and one.dates is not None
        and not _by_day(one)
        and (one.dates.start.year, one.dates.start.month) == (year, month)
    )


def whole_bar(one: Consultation) -> Bar:
    """A meeting's frame with its host's letter and its ID."""
    return Bar(one.host, HOSTS[one.host], one.id, one.status in SETTLED)


def _by_day(one: Consultation) -> bool:
    return one.dates is not None and one.dates.precision is Precision.DAY


def _on(one: Consultation, day: date) -> Bar | None:
    """The part of a meeting's bar on ``day``; a bar that goes on is open at that end.

    It is named on its first day, and on 1 January if it began the year before.
    """
    if one.dates is None or not one.dates.start <= day <= one.dates.end:
        return None
    opens, closes = day == one.dates.start, day == one.dates.end
    named = opens or day - timedelta(days=1) < date(day.year, 1, 1)
    whole = whole_bar(one)
    return Bar(
        host=one.host,
        letter=whole.letter if named else "",
        name=whole.name if named else "",
        agreed=whole.agreed,
        opens=opens,
        closes=closes,
    )
