"""What a notice changes, and which meetings it touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain.consultation import Consultation, Status
from consultations_gui.domain.decree_effects import (
    changed_days,
    meeting_days,
    on_days,
    travel_days,
)
from consultations_gui.domain.parties import Side
from consultations_gui.domain.planner import Wishes
from consultations_gui.domain.workdays import Decree
from tests.domain.rounds import CN, ONLINE, RU, days, meeting, month

OLD = Decree(CN, 2027, off=(date(2027, 1, 1),), make_up=(date(2026, 12, 27),))
R3 = meeting("R3", CN, Status.PLANNED, days("2027-03-02", "2027-03-03"))


def test_the_days_two_notices_see_differently() -> None:
    new = replace(OLD, off=(), moved_off=(date(2027, 2, 8), date(2028, 1, 3)))
    assert changed_days(new, OLD) == {date(2027, 1, 1), date(2027, 2, 8), date(2028, 1, 3)}
    assert changed_days(replace(OLD, make_up=()), OLD) == {date(2026, 12, 27)}
    assert changed_days(OLD, OLD) == frozenset()


def test_the_days_of_a_meeting_and_of_its_visitors() -> None:
    assert meeting_days(R3) == (date(2027, 3, 2), date(2027, 3, 3))
    assert travel_days(R3, Wishes()) == (date(2027, 3, 1), date(2027, 3, 4))
    assert travel_days(R3, Wishes(travel_before=0, travel_after=2)) == (
        date(2027, 3, 4),
        date(2027, 3, 5),
    )
    for bare in (meeting("R1", CN), meeting("R1", CN, dates=month(2027, 3))):
        assert (meeting_days(bare), travel_days(bare, Wishes())) == ((), ())
    online = meeting("R1", None, dates=days("2027-03-02"), venue=ONLINE)
    assert travel_days(online, Wishes()) == ()


@pytest.mark.parametrize(
    ("one", "side", "day", "touched"),
    [
        (R3, CN, date(2027, 3, 3), True),
        (R3, RU, date(2027, 3, 3), True),
        (R3, RU, date(2027, 3, 4), True),
        (R3, CN, date(2027, 3, 4), False),
        (R3, RU, date(2027, 3, 5), False),
        (replace(R3, status=Status.HELD), CN, date(2027, 3, 3), False),
        (replace(R3, status=Status.CANCELLED), CN, date(2027, 3, 3), False),
        (replace(R3, status=Status.CONFIRMED), CN, date(2027, 3, 3), True),
    ],
)
def test_which_meetings_a_day_touches(
    one: Consultation, side: Side, day: date, touched: bool
) -> None:
    found = on_days((one,), side, frozenset({day}), Wishes())
    assert found == ((one,) if touched else ())
