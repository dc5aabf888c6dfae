"""The years that a meeting may be dated in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consultations_gui.domain import consultation_rules as rules
from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import DatesOutsideError
from consultations_gui.domain.parties import Side
from tests.domain import rounds


@pytest.mark.parametrize("text", ["0001-03-04", "1949-12-31", "2099-01-01", "9999-12-31"])
def test_no_meeting_is_dated_in_a_year_that_cannot_be(text: str) -> None:
    wild = rounds.days(text)
    planned = rounds.meeting("R1", Side.CN, Status.PLANNED)
    with pytest.raises(DatesOutsideError) as caught:
        rules.require_status(replace(planned, dates=wild))
    told = caught.value
    assert (told.year, told.least, told.most) == (wild.start.year, 1950, 2098)
    with pytest.raises(DatesOutsideError):
        rules.edit(planned, replace(planned, dates=wild))
    with pytest.raises(DatesOutsideError):
        rules.postpone(planned, date(1, 1, 1), wild)
    with pytest.raises(DatesOutsideError):
        rules.hold(planned, date(9999, 12, 31), wild)


def test_months_and_days_from_1950_to_2098_are_taken() -> None:
    for dates in (None, rounds.month(1950, 1), rounds.days("2098-12-31")):
        rules.require_years(dates)
