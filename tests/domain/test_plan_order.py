"""Taking over part of a plan: rounds stand by number, none is left out."""

from __future__ import annotations

import pytest

from consultations_gui.domain.consultation import Status
from consultations_gui.domain.errors import NumberSkippedError, RoundOrderError
from consultations_gui.domain.plan_order import require_no_gap, require_order
from tests.domain.rounds import CN, RU, days, meeting, month

R1 = meeting("R1", CN, dates=days("2027-04-12", "2027-04-13"))
R2 = meeting("R2", RU, dates=days("2027-10-12", "2027-10-13"))
R3 = meeting("R3", CN, Status.PLANNED, days("2027-10-13", "2027-10-14"))


def test_a_round_starts_after_the_last_day_of_the_one_before() -> None:
    require_order((R2, R1), {"R1", "R2"})
    with pytest.raises(RoundOrderError) as wrong:
        require_order((R3, R2, R1), {"R3"})
    assert (wrong.value.id, wrong.value.other) == ("R3", "R2")
    with pytest.raises(RoundOrderError):
        require_order((R1, R2, R3), {"R2"})


def test_only_pairs_that_were_touched_are_looked_at() -> None:
    require_order((R1, R2, R3), {"R1"})
    require_order((R1, R2, R3), ())


def test_cancelled_undated_and_unnumbered_meetings_do_not_bind() -> None:
    gone = meeting("R2", RU, Status.CANCELLED, days("2028-10-12"))
    open_ = meeting("R2", RU, Status.POSTPONED)
    other = meeting("U1", RU, dates=days("2028-01-12"))
    for one in (gone, open_, other):
        require_order((R1, one, R3), {"R3"})


def test_a_month_counts_as_its_15th() -> None:
    april = meeting("R2", RU, dates=month(2027, 4))
    require_order((R1, april), {"R1"})
    with pytest.raises(RoundOrderError):
        require_order((april, meeting("R3", CN, dates=days("2027-04-15"))), {"R3"})


def test_new_numbers_follow_on() -> None:
    require_no_gap((), [2, 1])
    require_no_gap((R1, meeting("R5", RU, Status.CANCELLED), meeting("X1", CN)), [6])
    require_no_gap((R1,), [])
    with pytest.raises(NumberSkippedError) as wrong:
        require_no_gap((R1,), [2, 4])
    assert (wrong.value.id, wrong.value.missing) == ("R4", "R3")
